"""A process that has imported what tests need, and divides itself for each run of them.

    python -m tests.bench.mutation.warm LOG

It reads requests and writes answers, a line of JSON each. The package under test is imported only after
the division, so each run sees the files as they stand then; what others wrote is imported once.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import IO, Any

from tests.bench.mutation import plugin

IMPORTED = (
    "babel.core", "click", "docx", "fontTools.subset", "fontTools.ttLib", "hypothesis", "jinja2",
    "jsonschema", "markdown_it", "material", "mkdocs.commands.build", "mkdocs.config.base",
    "mkdocs_static_i18n.plugin", "nh3", "PIL.Image", "PIL.ImageDraw", "PIL.ImageFont", "pydantic", "pypdf",
    "pypdfium2", "pytest", "rich.progress", "segno", "typst", "yaml",
)  # fmt: skip
"""What takes long and is not ours."""
MEMORY = 6 * 2**30
"""Bytes that a process may fill: a mutant that fills a list for ever is ended. Browsers reserve far more."""


def main() -> None:
    """Answer until there are no more requests."""
    for name in IMPORTED:
        importlib.import_module(name)
    with Path(sys.argv[1]).open("w") as log:
        for line in sys.stdin:
            print(json.dumps(_answer(json.loads(line), log)), flush=True)


def _answer(request: dict[str, Any], log: IO[str]) -> dict[str, Any]:
    """Run the tests of a request in a child. `code` is pytest's, or less than 0: the signal that ended it."""
    with tempfile.NamedTemporaryFile(suffix=".json") as told:
        child = os.fork()
        if not child:
            _run(request, log, Path(told.name))
        status = _wait(child, request["seconds"])
        if os.WIFSIGNALED(status):
            return {"code": -os.WTERMSIG(status)}
        text = Path(told.name).read_text("utf-8")
        answer: dict[str, Any] = json.loads(text) if text else {"code": os.WEXITSTATUS(status)}
        return answer


def _run(request: dict[str, Any], log: IO[str], told: Path) -> None:
    """What the child does; it never returns."""
    code = 70
    try:
        os.setsid()
        with Path(os.devnull).open() as nothing:
            os.dup2(nothing.fileno(), 0)
        log.truncate(0)
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
        os.environ.update(request.get("environment", {}))
        seconds = request["seconds"]
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        record = request.get("record")
        where = (Path("scripts/komsiluk").resolve(), Path(record)) if record else None
        answer = plugin.run(
            request["files"], request.get("tests"), where,
            without=request.get("without", ()), is_patient=request.get("is_patient", False),
        )  # fmt: skip
        told.write_text(json.dumps(answer), "utf-8")
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _wait(child: int, seconds: int) -> int:
    """How the child ended; one that waits for something for ever is ended, with all that it started.

    The limit counts its CPU; on the clock it may take four times as long, for others work here, too.
    """
    end = time.monotonic() + 4 * seconds
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            break
        if time.monotonic() > end:
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            break
        time.sleep(0.02)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    return status


if __name__ == "__main__":
    main()

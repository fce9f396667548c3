"""A copy of the checkout in which one mutant after another is put, and its warm process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import Any

from tests import equipment

ROOT = Path(__file__).parents[3]
LEFT_OUT = {".git", ".venv", ".cache", "site", "dist"}
"""What is not copied of the checkout's own folder."""
NOWHERE = {
    "node_modules",
    "__pycache__",
    ".pytest_cache",
    ".mypy_cache",
    ".ruff_cache",
    ".hypothesis",
}
"""What is not copied from any."""
LINKED = (".cache/fonts", ".cache/tools", "overrides/fonts/node_modules")
"""What is large and never changed."""


class EndedError(Exception):
    """The process that should have answered is gone; the text says how it ended."""


class Workplace:
    """A folder with everything that tests read."""

    def __init__(self, folder: Path, *, with_pictures: bool = False) -> None:
        """Copy the checkout into `folder`, which is made; if wished, with the pictures that builds keep."""
        self.folder = folder
        shutil.copytree(ROOT, folder, ignore=_ignored)
        for name in LINKED:
            if (ROOT / name).is_dir():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).symlink_to(ROOT / name)
        if with_pictures and (kept := ROOT / ".cache" / "komsiluk").is_dir():
            shutil.copytree(kept, folder / ".cache" / "komsiluk")
        self._environment = {
            **os.environ,
            "PYTHONPATH": f"{folder / 'scripts'}{os.pathsep}{folder}",
            "PYTHONHASHSEED": "0",
        }
        self._process: Popen[str] | None = None

    def ask(self, seconds: int, **request: object) -> dict[str, Any]:
        """Have the warm process run tests, for which it may use this many seconds of CPU.

        `files` and `tests` say which; see `warm`. Raises `EndedError` when it ends without an answer:
        then nothing is known of the mutant, and `--resume` tries it again.
        """
        if self._process is None:
            self._process = Popen(
                [sys.executable, "-m", "tests.bench.mutation.warm", str(self.folder / "log.txt")],
                cwd=self.folder, env=self._environment, stdin=PIPE, stdout=PIPE, text=True,
            )  # fmt: skip
        process = self._process
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(json.dumps({**request, "seconds": seconds}) + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
        if not line:
            raise EndedError(f"the process that runs tests has ended with {process.wait()}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def ask_node(
        self, seconds: int, file: str, environment: Mapping[str, str] | None = None
    ) -> int:
        """Have Node's own runner run a file of tests; its exit code, or -9 when it took too long."""
        command = [str(equipment.node()), "--test", file]
        given = {**self._environment, **(environment or {})}
        try:
            done = subprocess.run(
                command,
                cwd=self.folder,
                env=given,
                stdout=DEVNULL,
                stderr=DEVNULL,
                timeout=4 * seconds,
            )
        except subprocess.TimeoutExpired:
            return -9
        return done.returncode

    @contextmanager
    def changed(self, name: str, text: bytes) -> Iterator[None]:
        """The file of this name says something else for a while."""
        file = self.folder / name
        before = file.read_bytes()
        _forget(file)
        file.write_bytes(text)
        try:
            yield
        finally:
            _forget(file)
            file.write_bytes(before)

    def close(self) -> None:
        """End the process and remove the folder."""
        if self._process is not None:
            assert self._process.stdin is not None
            self._process.stdin.close()
            self._process.wait()
        shutil.rmtree(self.folder)


def _ignored(folder: str, names: list[str]) -> set[str]:
    return {*names} & (NOWHERE | LEFT_OUT if Path(folder) == ROOT else NOWHERE)


def _forget(file: Path) -> None:
    """Remove its bytecode, which is taken for another text of the same size from the same second."""
    for compiled in file.parent.glob(f"__pycache__/{file.stem}.*"):
        compiled.unlink()

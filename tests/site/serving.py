"""A site's source to a server that is running, as somebody has it who writes."""

from __future__ import annotations

import functools
import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.site.sites import BIN


@dataclass(frozen=True)
class Server:
    """A running `komsiluk serve`."""

    address: str
    """Of the site's root, with a slash at its end."""
    told: str
    """What it said until it served."""

    def get(self, path: str) -> str:
        """The page at a path below the root. Raises `HTTPError`."""
        with urllib.request.urlopen(self.address + path, timeout=60) as page:
            text: str = page.read().decode()
            return text

    def get_when(self, path: str, text: str) -> str:
        """The page as soon as it has the text, which it must have within a minute."""
        end = time.monotonic() + 60
        while text not in (page := self.get(path)):
            assert time.monotonic() < end, f"{path} never had {text!r}"
            time.sleep(0.2)
        return page


@contextmanager
def serving(source: Path, *options: str) -> Iterator[Server]:
    """Serve a site until the context ends; it must then end well."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    process = subprocess.Popen(
        [BIN / "komsiluk", "serve", "-a", address, *options],
        cwd=source,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # A shell lets what runs in its background ignore Ctrl+C, and so would the server.
        preexec_fn=functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stderr is not None
    told = []
    for line in process.stderr:
        told.append(line)
        if "Serving on" in line:
            break
    try:
        yield Server(f"http://{address}/", "".join(told))
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode == 0

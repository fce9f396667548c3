"""A folder to a site on this machine whose text is compressed, as hosts of static sites send it."""

from __future__ import annotations

import contextlib
import functools
import gzip
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.browser.serving import Handler, Server

_TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest"}
_LEVEL = 6
"""Of gzip, as nginx and its like are often set."""
LATENCY = 0.4
"""Seconds before an answer over 3G."""
BANDWIDTH = 400_000 / 8
"""Bytes a second over 3G."""


def packed(file: Path) -> bytes:
    """What a host sends for a file: text compressed, anything else as it is."""
    return _packed(file, file.stat().st_mtime_ns)


@functools.lru_cache(maxsize=4096)
def _packed(file: Path, changed: int) -> bytes:
    data = file.read_bytes()
    return gzip.compress(data, _LEVEL, mtime=0) if file.suffix in _TEXT else data


def file_of(folder: Path, address: str) -> Path:
    """The file that answers an address below the root of a site in `folder`."""
    file = folder / unquote(urlsplit(address).path).lstrip("/")
    return file / "index.html" if file.is_dir() else file


@dataclass(kw_only=True)
class Site:
    """A site that is being served."""

    root: str = ""
    """Its address, with a slash at its end."""
    asked: list[tuple[str, int]] = field(default_factory=list)
    """Path and bytes of each answer, until somebody clears it; headers are not counted."""
    is_slow: bool = False
    """Whether answers come as over 3G: `LATENCY` each, `BANDWIDTH` for all together."""
    _line: threading.Lock = field(default_factory=threading.Lock)

    def send(self, path: str, n_bytes: int) -> None:
        """Note an answer, and wait as long as it would take."""
        self.asked.append((path, n_bytes))
        if self.is_slow:
            time.sleep(LATENCY)
            with self._line:
                time.sleep(n_bytes / BANDWIDTH)


class PackedHandler(Handler):
    """Compressed text, kept by browsers for an hour."""

    def __init__(self, *request: Any, site: Site, **options: Any) -> None:
        """`site` is told of every answer."""
        self._site = site
        super().__init__(*request, extra={}, **options)

    def do_GET(self) -> None:  # noqa: N802 (the name that http.server looks for)
        """A file, or what a plain server answers where there is none."""
        file = file_of(Path(self.directory), self.path)
        if not file.is_file() or not urlsplit(self.path).path.endswith(("/", file.name)):
            super().do_GET()
            return
        body = packed(file)
        self._site.send(urlsplit(self.path).path, len(body))
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", _kind(self.guess_type(file)))
        if file.suffix in _TEXT:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=3600")
        self.end_headers()
        self.wfile.write(body)


def _kind(guessed: str) -> str:
    is_text = guessed.startswith("text/") or guessed == "application/javascript"
    return f"{guessed}; charset=utf-8" if is_text else guessed


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[Site]:
    """The site in a folder, for as long as the block lasts."""
    site = Site()
    handler = functools.partial(PackedHandler, site=site, directory=str(folder))
    server = Server(("127.0.0.1", 0), handler)
    site.root = f"http://127.0.0.1:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

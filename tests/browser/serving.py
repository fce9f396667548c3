"""A folder to a site on this machine, with each language's own page for what is not there."""

from __future__ import annotations

import contextlib
import functools
import sys
import threading
from collections.abc import Iterator, Mapping
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "worker-src 'self'; form-action 'self'; base-uri 'self'"
)
"""The strictest Content-Security-Policy that the pages work under, as docs/developers/publishing.md has it."""


class Handler(SimpleHTTPRequestHandler):
    """Files as a plain web server gives them; a missing address gets 404.html of its language."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *request: Any, extra: Mapping[str, str], **options: Any) -> None:
        """`extra` are headers that every answer has."""
        self._extra = extra
        super().__init__(*request, **options)

    def end_headers(self) -> None:
        """The usual headers, and the extra ones."""
        for name, value in self._extra.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for 404, as GitHub Pages and its like send it."""
        language = self.path.lstrip("/").partition("/")[0]
        pages = (Path(self.directory, language, "404.html"), Path(self.directory, "404.html"))
        page = next((page for page in pages if page.is_file()), None)
        if code != 404 or page is None:
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing: pytest shows what failed."""


class Server(ThreadingHTTPServer):
    """A server for a browser that goes when it likes."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader who leaves a page hangs up on what it was still fetching; the rest is our fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextlib.contextmanager
def serving(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of the folder's root, with a slash at its end, for as long as the block lasts.

    Every answer has the `headers`.
    """
    handler = functools.partial(Handler, extra=headers or {}, directory=str(folder))
    server = Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

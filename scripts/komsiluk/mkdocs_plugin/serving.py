"""While somebody works on a site: files that are made when they are first looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

from mkdocs.livereload import LiveReloadServer

WHEN_ASKED = "KOMSILUK_WHEN_ASKED"
"""Environment variable by which `komsiluk serve` says that its server will ask for the files."""

_Write = Callable[[], None]
_Serve = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Waiting:
    """The files of a site that nobody has looked at since it was built."""

    def __init__(self) -> None:
        self._files: dict[str, _Write] = {}
        self._lock = Lock()

    def forget(self) -> None:
        """A new build begins."""
        with self._lock:
            self._files = {}

    def wait(self, path: str, write: _Write) -> None:
        """Write the file at a path below the site's root when it is asked for.

        A path that ends in a slash is a folder: it is written with the first of its files.
        """
        self._files[path] = write

    def fetch(self, path: str) -> None:
        """Write what a browser gets at a path, `""` being the root itself, if it waits.

        Raises what writing it raises; it waits on, and the next who asks is told the same.
        """
        folders = [path[: n + 1] for n, sign in enumerate(path) if sign == "/"]
        for name in (path, f"{path}index.html", f"{path}/index.html", *folders):
            if name in self._files:
                with self._lock:
                    if write := self._files.get(name):
                        write()
                        del self._files[name]


def serve_waiting(server: LiveReloadServer, waiting: Waiting) -> None:
    """Let the server have each file made before it looks for it."""
    serve: _Serve = server.get_app()  # type: ignore[assignment]

    def fetch_and_serve(
        environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if not path.startswith("/livereload/"):
            with server._epoch_cond:  # As the server does: nothing is fetched of half a site.
                server._epoch_cond.wait_for(lambda: server._visible_epoch == server._wanted_epoch)
            waiting.fetch(path.removeprefix(server.mount_path))
        return serve(environ, start_response)

    server.set_app(fetch_and_serve)

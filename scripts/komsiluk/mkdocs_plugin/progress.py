"""How far a long piece of work is: a bar on a terminal, elsewhere a line now and then."""

from __future__ import annotations

import atexit
import functools
import logging
import os
import sys
from time import monotonic
from typing import Any, TextIO

PATIENCE = 0.5
"""Seconds before a bar appears: what takes less needs none."""
FRAME = 0.1
"""Seconds between two states of a bar."""
SILENCE = 10.0
"""Seconds between two lines where nobody watches."""


class Display:
    """Shows one piece of work after the other; what is done at once is not shown at all."""

    def __init__(self, log: logging.LoggerAdapter[Any]) -> None:
        self._log = log
        self._what = ""
        self._is_watched = False
        self._due = 0.0
        self._bar: _Bar | None = None

    def show(self, what: str, done: int, total: int) -> None:
        """So many of so many are done; called for every one of them, it hardly costs anything.

        None are done yet: it will take a while, and is shown at once.
        """
        if what != self._what:
            self.close()
            self._what = what
            self._is_watched = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
            self._due = monotonic() + (PATIENCE if self._is_watched else SILENCE)
            if done == 0:
                self._tell(what, done, total)
        elif done >= total:
            self.close()
        elif monotonic() >= self._due:
            self._tell(what, done, total)

    def _tell(self, what: str, done: int, total: int) -> None:
        if not self._log.isEnabledFor(logging.INFO):
            self._due = monotonic() + SILENCE
        elif self._is_watched:
            if self._bar is None:
                self._bar = _Bar(what, total)
            self._bar.draw(done)
            self._due = monotonic() + FRAME
        else:
            self._log.info(f"{what}: {done} of {total}")
            self._due = monotonic() + SILENCE

    def close(self) -> None:
        """The work is done, or given up."""
        if self._bar is not None:
            self._bar.close()
        self._bar, self._what = None, ""


class Written:
    """Counts the pages that have been written, and shows how far their language is."""

    def __init__(self, display: Display) -> None:
        self._display = display
        self.n_pages = 0
        """In all languages."""
        self._what, self._n_before, self._total = "", 0, 0

    def begin(self, tag: str, total: int) -> None:
        """From here on it is the pages of this language."""
        self._what, self._n_before, self._total = f"Pages, {tag}", self.n_pages, total

    def one_more(self) -> None:
        """A page has been written."""
        self.n_pages += 1
        self._display.show(self._what, self.n_pages - self._n_before, self._total)


class _Bar:
    """A bar at the foot of the terminal; what MkDocs logs meanwhile appears above it."""

    def __init__(self, what: str, total: int) -> None:
        # Rich takes a tenth of a second to import, and is not needed where nobody watches.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bars

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        console = Console(stderr=True)
        self._bars = Bars(*columns, console=console, transient=True, auto_refresh=False)
        self._task = self._bars.add_task(what, total=total)
        before = sys.stderr
        self._bars.start()  # From here on sys.stderr is Rich's, which writes above the bar.
        self._give_back = functools.partial(_redirect, sys.stderr, before)
        _redirect(before, sys.stderr)
        atexit.register(self.close)  # An interrupted bar would leave the terminal without a cursor.

    def draw(self, done: int) -> None:
        self._bars.update(self._task, completed=done, refresh=True)

    def close(self) -> None:
        atexit.unregister(self.close)
        self._give_back()
        self._bars.stop()


def _redirect(one: TextIO, other: TextIO) -> None:
    """Let MkDocs' log go to the other of two streams."""
    for handler in logging.getLogger("mkdocs").handlers:
        if isinstance(handler, logging.StreamHandler) and handler.stream is one:
            handler.setStream(other)

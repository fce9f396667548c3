"""How far a long piece of work is, for those who watch and for those who read it later."""

from __future__ import annotations

import io
import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from mkdocs.plugins import get_plugin_logger

from komsiluk.mkdocs_plugin import progress
from komsiluk.mkdocs_plugin.progress import Display, Written

log = get_plugin_logger("komsiluk")


class Terminal(io.StringIO):
    """A standard error that somebody watches."""

    def isatty(self) -> bool:
        return True


class Clock:
    """The time as the test has it, in seconds."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(progress, "monotonic", clock)
    return clock


@contextmanager
def watched(level: int = logging.INFO) -> Iterator[Terminal]:
    """The terminal to which MkDocs logs; not a fixture, whose output pytest takes for itself."""
    terminal = Terminal()
    handler = logging.StreamHandler(terminal)
    logger = logging.getLogger("mkdocs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stderr", terminal)
        patch.setattr(logger, "handlers", [handler])
        patch.setattr(logger, "propagate", False)
        patch.setenv("TERM", "xterm")
        patch.setenv("COLUMNS", "80")
        before = logger.level
        logger.setLevel(level)
        yield terminal
        logger.setLevel(before)


@pytest.fixture
def display(caplog: pytest.LogCaptureFixture) -> Iterator[Display]:
    caplog.set_level(logging.INFO, "mkdocs")
    display = Display(log)
    yield display
    display.close()


def bars(terminal: Terminal) -> list[tuple[str, str]]:
    """What stood beside the bar, state by state."""
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", terminal.getvalue())
    return re.findall(r"(\w+) .*? (\d+/\d+)", text)


def test_where_nobody_watches_a_line_is_told_now_and_then(
    display: Display, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    for done in range(1, 101):
        clock.now += 0.25
        display.show("Pictures", done, 100)
    assert caplog.messages == ["komsiluk: Pictures: 41 of 100", "komsiluk: Pictures: 81 of 100"]


def test_what_is_soon_done_is_not_shown(display: Display, clock: Clock) -> None:
    with watched() as terminal:
        for done in range(1, 1001):
            clock.now += 0.0004
            display.show("Pictures", done, 1000)
    assert terminal.getvalue() == ""


def test_what_is_known_to_take_long_is_shown_before_the_first_is_done(
    display: Display, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    display.show("Pictures", 0, 831)
    display.show("Pictures", 1, 831)
    assert caplog.messages == ["komsiluk: Pictures: 0 of 831"]


def test_on_a_terminal_a_bar_moves_and_goes_away(display: Display, clock: Clock) -> None:
    with watched() as terminal:
        for done in range(1, 11):
            clock.now += 0.3
            display.show("Pictures", done, 10)
        assert sys.stderr is terminal
    assert bars(terminal)[1:3] == [("Pictures", "3/10"), ("Pictures", "4/10")]
    assert terminal.getvalue().endswith("\x1b[?25h\r\x1b[1A\x1b[2K"), "the cursor, and a clean line"


def test_what_mkdocs_tells_meanwhile_stands_above_the_bar(display: Display, clock: Clock) -> None:
    told = logging.getLogger("mkdocs.structure")
    with watched() as terminal:
        display.show("Pages, mk", 0, 10)
        start = len(terminal.getvalue())
        told.warning("A link leads nowhere")
        end = len(terminal.getvalue())
        display.close()
        closed = len(terminal.getvalue())
        told.warning("Another one")
    assert re.fullmatch(
        r"\r\x1b\[2KA link leads nowhere\nPages, mk .* 0/10.*",
        terminal.getvalue()[start:end],
    )
    assert terminal.getvalue()[closed:] == "Another one\n"


def test_a_terminal_that_cannot_draw_is_told_lines(display: Display, clock: Clock) -> None:
    with watched() as terminal, pytest.MonkeyPatch.context() as patch:
        patch.setenv("TERM", "dumb")
        display.show("Pictures", 0, 10)
    assert terminal.getvalue() == "komsiluk: Pictures: 0 of 10\n"


def test_who_wants_quiet_is_shown_nothing(display: Display, clock: Clock) -> None:
    with watched(logging.ERROR) as terminal:
        display.show("Pictures", 0, 10)
        clock.now += 60
        display.show("Pictures", 1, 10)
    assert terminal.getvalue() == ""


def test_pages_are_counted_in_all_languages_and_shown_by_language(
    display: Display, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    written = Written(display)
    for tag in ("en", "mk"):
        written.begin(tag, 30)
        for _ in range(30):
            clock.now += 1
            written.one_more()
    assert written.n_pages == 60
    assert caplog.messages == [
        "komsiluk: Pages, en: 11 of 30",
        "komsiluk: Pages, en: 21 of 30",
        "komsiluk: Pages, mk: 11 of 30",
        "komsiluk: Pages, mk: 21 of 30",
    ]

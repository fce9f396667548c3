"""A hook for MkDocs: the seconds of CPU that its search plugin takes, into `search-seconds.txt`."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_PLUGIN = "material.plugins.search.plugin"
_seconds: list[float] = []


def on_config(config: Any) -> None:
    """Stand between MkDocs and the plugin's answers to its events."""
    for answers in config.plugins.events.values():
        for place, answer in enumerate(answers):
            owner = getattr(answer, "__self__", None)
            if type(owner).__module__ == _PLUGIN:
                answers[place] = _timed(answer)


def on_shutdown() -> None:
    """Tell what it came to."""
    Path("search-seconds.txt").write_text(f"{sum(_seconds)}", "utf-8")


def _timed(answer: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(answer)
    def answered(*arguments: Any, **options: Any) -> Any:
        start = time.process_time()
        try:
            return answer(*arguments, **options)
        finally:
            _seconds.append(time.process_time() - start)

    return answered

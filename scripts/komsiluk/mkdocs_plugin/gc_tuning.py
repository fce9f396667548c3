"""Python's search for reference cycles, held off while a site is built.

Reading a collection makes millions of objects that stay, and each search looks at all of them
again: a fifth of a build. What pages leave behind is freed without it, but for a few cycles.
"""

from __future__ import annotations

import gc

_RARELY = (50_000, 5, 5)
"""Objects made before a search of the youngest, then how many searches before one of older ones."""


class Garbage:
    """Remembers how Python was set before."""

    _before: tuple[int, int, int] | None = None

    def reading(self) -> None:
        """From now on things are made that stay."""
        if self._before is None and gc.isenabled():
            self._before = gc.get_threshold()
            gc.disable()

    def rendering(self) -> None:
        """What there is now stays to the end; what comes now goes soon."""
        if self._before is not None:
            gc.freeze()
            gc.set_threshold(*_RARELY)
            gc.enable()

    def over(self) -> None:
        """All is as it was before; may be called at any time."""
        if self._before is not None:
            gc.unfreeze()
            gc.set_threshold(*self._before)
            gc.enable()
            self._before = None

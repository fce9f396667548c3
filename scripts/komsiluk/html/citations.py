"""The citations of a practice, numbered in the order in which its page shows them."""

from __future__ import annotations

from dataclasses import dataclass, field

from komsiluk.model.practice import Citation


@dataclass
class Citations:
    """Numbers for citations: the same place of the same source keeps one number.

    A page makes one, asks it for numbers while it is rendered, and lists `places` at its end.
    """

    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def number(self, citation: Citation) -> int:
        """The citation's number, from 1."""
        return self._numbers.setdefault((citation.id, citation.at), len(self._numbers) + 1)

    @property
    def places(self) -> tuple[tuple[int, str, str], ...]:
        """Number, id of the source and words to look for, by number."""
        return tuple((number, *place) for place, number in self._numbers.items())

"""The citations of a practice, numbered in the order in which its page shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from komsiluk.model.statements import Citation


@dataclass
class Citations:
    """Numbers for citations: the same place of the same source keeps one number.

    A page makes one, takes numbers from it while it is rendered, and lists them by source at its end.
    """

    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def number(self, citation: Citation) -> int:
        """The citation's number, from 1."""
        return self._numbers.setdefault((citation.id, citation.at), len(self._numbers) + 1)

    @property
    def by_source(self) -> Iterable[tuple[str, list[tuple[int, str]]]]:
        """The id of each source, with the numbers and the words by which the place is found."""
        sources: dict[str, list[tuple[int, str]]] = {}
        for (source_id, words), number in self._numbers.items():
            sources.setdefault(source_id, []).append((number, words))
        return sources.items()

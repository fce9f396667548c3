"""A practice to the few others that a reader should see next."""

from __future__ import annotations

from collections.abc import Mapping

from komsiluk.model.practice import Practice

LIMIT = 3


def related(practice_id: str, practices: Mapping[str, Practice]) -> tuple[str, ...]:
    """Ids of at most three practices: those that the file names, then the nearest by theme and group.

    Near is what shares themes (3 points each), groups (1 point) and places (1 point); equal ones come by id.
    """
    practice = practices[practice_id]
    named = [
        other
        for other in dict.fromkeys(practice.related)
        if other in practices and other != practice_id
    ]
    scores = {
        other_id: _points(practice, other)
        for other_id, other in practices.items()
        if other_id != practice_id and other_id not in named
    }
    nearest = sorted(
        (other for other in scores if scores[other]), key=lambda other: (-scores[other], other)
    )
    return tuple([*named, *nearest][:LIMIT])


def _points(one: Practice, other: Practice) -> int:
    return (
        3 * len(set(one.themes) & set(other.themes))
        + len(set(one.groups) & set(other.groups))
        + len(set(one.places) & set(other.places))
    )

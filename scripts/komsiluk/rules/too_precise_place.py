"""A place is no more exact than a town, and for some groups no town stands on a map.

Two decimals of a degree are a kilometre. Where people hide from violence or trafficking, even the town
is too much: the vocabulary marks such groups with `protect: places`, and their practices name a region or
a country.

Passes:

    coordinates: {latitude: 43.14, longitude: 20.52}

Fails:

    coordinates: {latitude: 43.13667, longitude: 20.51222}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.messages import message
from komsiluk.model.practice import PracticeDraft
from komsiluk.rules.protected import municipalities, protected_group
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, practice in loaded.drafts(PracticeDraft):
        group = protected_group(loaded, practice, places_too=True)
        if group is None:
            continue
        for position, place_id, place in municipalities(loaded, practice):
            if place.coordinates is not None:
                yield entry.document.problem(
                    "too-precise-place",
                    message("too-precise-place.hidden.message", group=group, place=place_id),
                    path=entry.written(("places", position)),
                    hint=message("too-precise-place.hidden.hint"),
                )

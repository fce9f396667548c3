"""A result does not count so few people of a vulnerable group that a neighbour could tell who they are.

"Three returnees found work in Šid" tells everybody in Šid who they are. The groups are those of the
vocabulary that say `protect`.

Passes:

    groups: [returnees]        # whose concept says `protect: numbers`
    places: [novi-pazar]       # a municipality
    results:
      - {id: work, claim: Returnees found work., value: 40, unit: people, status: achieved, …}

Fails:

    results:
      - {id: work, claim: Returnees found work., value: 3, unit: people, status: achieved, …}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import message
from komsiluk.model.practice import PracticeDraft
from komsiluk.rules.protected import municipalities, protected_group
from komsiluk.source.collection import Loaded
from komsiluk.text.dangers import is_few_people


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, practice in loaded.drafts(PracticeDraft):
        few = [
            (position, result)
            for position, result in entry.positions("results", practice.results)
            if is_few_people(result.status, result.value, result.unit, result.claim)
        ]
        group = protected_group(loaded, practice) if few else None
        if group is None or not any(municipalities(loaded, practice)):
            continue
        for position, _ in few:
            yield entry.document.problem(
                "small-number",
                message("small-number.message", group=group),
                path=("results", position, "value"),
                hint=message("small-number.hint"),
                severity=Severity.WARNING,
            )

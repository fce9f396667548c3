"""The parts of a session take as long as the session.

A trainer books a room by the length of the session, and its clock stands in the guide that is
printed. Without `minutes`, the session is as long as its parts.

Passes:

    session:
      minutes: 30
      activities:
        - {id: the-case, title: The case, minutes: 10, method: in pairs, how: …}
        - {id: decide, title: Decide, minutes: 20, method: in groups, how: …}

Fails:

    session:
      minutes: 45
      activities:
        - {id: the-case, title: The case, minutes: 10, method: in pairs, how: …}
        - {id: decide, title: Decide, minutes: 20, method: in groups, how: …}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.messages import message
from komsiluk.model.practice import PracticeDraft
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, practice in loaded.drafts(PracticeDraft):
        session = practice.session
        if session is None or session.minutes is None:
            continue
        total = sum(activity.minutes for activity in session.activities)
        if total != session.minutes:
            yield entry.document.problem(
                "minutes-do-not-add-up",
                message("minutes-do-not-add-up.message", minutes=session.minutes, total=total),
                path=("session", "minutes"),
                hint=message("minutes-do-not-add-up.hint", total=total),
            )

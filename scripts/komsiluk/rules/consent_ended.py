"""A consent holds as long as the people said, and then they are asked again.

After the day in `review_by` the report warns; a year later the picture or the story has to go. The day of
the check is that of `--today`, or of `SOURCE_DATE_EPOCH`.

Passes:

    consent: {…, review_by: "2029-03-01"}       # on a day in 2027

Fails:

    consent: {…, review_by: "2026-03-01"}       # on a day in 2027
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import message
from komsiluk.model.people import Consent
from komsiluk.model.practice import PracticeDraft
from komsiluk.model.walk import Path
from komsiluk.source.collection import Loaded
from komsiluk.source.entries import Entry

_A_YEAR = 366
"""Days after which an ended consent is an error."""


def check(loaded: Loaded, today: datetime.date) -> Iterator[Diagnostic]:
    for entry, practice in loaded.drafts(PracticeDraft):
        for name in ("images", "stories"):
            for position, item in entry.positions(name, getattr(practice, name)):
                yield from _judge(entry, (name, position, "consent"), item.consent, today)


def _judge(
    entry: Entry, path: Path, consent: Consent, today: datetime.date
) -> Iterator[Diagnostic]:
    if consent.basis == "not-needed" or consent.review_by is None:
        return
    n_days = (today - last_day(consent.review_by)).days
    if n_days > 0:
        yield entry.document.problem(
            "consent-ended",
            message("consent-ended.message", day=consent.review_by),
            path=(*path, "review_by"),
            hint=message("consent-ended.gone" if n_days > _A_YEAR else "consent-ended.hint"),
            severity=Severity.ERROR if n_days > _A_YEAR else Severity.WARNING,
        )


def last_day(day: str) -> datetime.date:
    """The last day of a year, of a month of a year, or the day itself (ISO 8601).

    >>> last_day("2028-02"), last_day("2028")
    (datetime.date(2028, 2, 29), datetime.date(2028, 12, 31))
    """
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 3:
        return datetime.date(parts[0], parts[1], parts[2])
    year, month = parts[0], parts[1] if len(parts) == 2 else 12
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return following - datetime.timedelta(days=1)

"""Texts keep their limits.

Titles stand on cards, taglines in search results, summaries in printed booklets. The limits are
those of the forms to which practices are handed on (EWSI, Interreg Europe). A translation may be
a quarter longer than an original, because languages differ.

Passes:

    title: Good Neighbor Clubs

Fails:

    title: A club for neighbours, returnees, children, parents, schools, offices and everybody else who lives in town
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.model.fields import Text
from komsiluk.model.practice import Practice
from komsiluk.model.walk import Path, marked
from komsiluk.source.collection import Entry, Loaded

TRANSLATIONS_MAY = 1.25
"""How much longer than the limit a translation may be."""


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    limits: dict[str, dict[str, Text]] = {}
    for entry in loaded.of("practices"):
        assert isinstance(entry.record, Practice)
        limits[entry.id] = {}
        for found in marked(entry.record):
            if isinstance(found.mark, Text):
                limits[entry.id][found.name] = found.mark
                yield from _judge(entry, entry.written(found.path), found.value, found.mark, 1.0)
    for entry in loaded.of("translations"):
        if entry.translation is None:
            continue
        marks = limits.get(entry.translation.practice_id, {})
        for name, text in entry.translation.texts.items():
            if name in marks:
                yield from _judge(
                    entry, tuple(name.split(".")), text, marks[name], TRANSLATIONS_MAY
                )


def _judge(
    entry: Entry, path: Path, text: str, mark: Text, allowance: float
) -> Iterator[Diagnostic]:
    counts = (
        ("characters", len(text), mark.characters),
        ("words", len(text.split()), mark.words),
    )
    for what, count, limit in counts:
        if limit is not None and count > limit * allowance:
            name = next(part for part in reversed(path) if isinstance(part, str))
            most, unit = int(limit * allowance), what.removesuffix("s")
            yield entry.document.problem(
                "too-long",
                f'"{name}" has {count} {what}; the limit is {most}',
                path=path,
                hint=f"shorten it by {count - most} {what if count - most > 1 else unit}.",
                severity=Severity.ERROR,
            )
            return

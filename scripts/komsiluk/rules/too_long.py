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

from collections.abc import Iterator, Mapping, Sequence

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import message
from komsiluk.model.fields import Text
from komsiluk.model.practice import Practice, PracticeDraft
from komsiluk.model.walk import Path, marked, text_mark
from komsiluk.source.collection import Loaded
from komsiluk.source.entries import Entry

TRANSLATIONS_MAY = 1.25
"""How much longer than the limit a translation may be."""


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    practices: set[str] = set()
    for entry, practice in loaded.drafts(PracticeDraft):
        practices.add(entry.id)
        for mark, value in loaded.marks(entry):
            if isinstance(mark, Text) and not _fits(value, mark, 1.0):
                yield from _closely(entry, practice)
                break
    for entry in loaded.of("translations"):
        if entry.translation is not None and entry.translation.practice_id in practices:
            yield from _translated(entry, entry.translation.long)


def _closely(entry: Entry, practice: PracticeDraft) -> Iterator[Diagnostic]:
    for field in marked(practice):
        if isinstance(field.mark, Text):
            yield from _judge(entry, entry.written(field.path), field.value, field.mark, 1.0)


def _translated(entry: Entry, texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    for name, text in texts.items():
        mark = text_mark(Practice, name)
        if mark is not None and not _fits(text, mark, TRANSLATIONS_MAY):
            yield from _judge(entry, tuple(name.split(".")), text, mark, TRANSLATIONS_MAY)


def _fits(text: str, mark: Text, allowance: float) -> bool:
    """Whether a text is within its limits; words are counted where there may be too many."""
    n_characters = len(text)
    if mark.characters is not None and n_characters > mark.characters * allowance:
        return False
    most = None if mark.words is None else mark.words * allowance
    return most is None or n_characters < 2 * most or len(text.split()) <= most


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
            most = int(limit * allowance)
            yield entry.document.problem(
                "too-long",
                message(f"too-long.{what}.message", name=name, n=count, limit=most),
                path=path,
                hint=message(f"too-long.{what}.hint", n=count - most),
                severity=Severity.ERROR,
            )
            return

"""The content before and after a proposal, to the proposal."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pydantic import BaseModel

from komsiluk.diagnostics import Diagnostic
from komsiluk.messages import REFERENCE, render
from komsiluk.model.collection import Collection
from komsiluk.model.practice import Practice
from komsiluk.model.statements import Status
from komsiluk.pages.localized_texts import LocalizedTexts
from komsiluk.review.proposal import LONGEST, Changed, Outdated, Picture, Praise, Problem, Proposal

MOST = 100
"""Items of a list that are handed on; nobody reads more."""
_ADDRESS = re.compile(r"\b[a-z][a-z+.-]*://[^\s\"'<>()\[\]]+", re.IGNORECASE)
_KINDS = frozenset(Practice.model_fields) - {
    "schema_version", "original_language", "updated", "related", "notes", "provenance",
}  # fmt: skip
"""Kinds of information that a practice can give."""


def proposal(
    before: Collection,
    after: Collection,
    diagnostics: Iterable[Diagnostic],
    files: Iterable[str],
    folder: str,
) -> Proposal:
    """What has changed. `files` are those that the proposal touches and `diagnostics` all that checking
    says afterwards, both with paths from the site's folder; `folder` is that of the practices."""
    touched = frozenset(files)
    practices = tuple(_practices(before, after))
    language = practices[0].language if practices else REFERENCE
    problems = sorted(
        (diagnostic for diagnostic in diagnostics if diagnostic.file in touched),
        key=lambda diagnostic: (diagnostic.severity, diagnostic.sort_key),
    )
    known = set(addresses(before))
    return Proposal(
        language=language,
        practices=practices,
        problems=tuple(_problem(diagnostic, language) for diagnostic in problems[:MOST]),
        n_problems=len(problems),
        links=tuple(itertools.islice((a for a in addresses(after) if a not in known), MOST)),
        pictures=tuple(itertools.islice(_pictures(before, after), MOST)),
        outdated=tuple(_outdated(before, after)),
        others=tuple(sorted(file for file in touched if not file.startswith(f"{folder}/"))[:MOST]),
    )


def addresses(collection: Collection) -> Sequence[str]:
    """Every address on the web that the content names, each once, sorted."""
    urls: set[str] = set()
    for record in _records(collection):
        urls.update(_ADDRESS.findall(record.model_dump_json()))
    for translations in collection.translations.values():
        for translation in translations.values():
            urls.update(
                _ADDRESS.findall(json.dumps(dict(translation.texts.items()), ensure_ascii=False))
            )
    return sorted(urls)


def _records(collection: Collection) -> Iterator[BaseModel]:
    for kind in ("practices", "places", "organisations", "projects", "sources"):
        for record in collection.records(kind).values():
            assert isinstance(record, BaseModel)
            yield record


def _practices(before: Collection, after: Collection) -> Iterator[Changed]:
    for practice_id in sorted({*before.practices, *after.practices}):
        then, now = before.practices.get(practice_id), after.practices.get(practice_id)
        translated = _translated(after, practice_id)
        if now is None:
            assert then is not None
            yield Changed(
                id=practice_id, title=then.title, language=then.original_language, state="gone"
            )
        elif then != now or _translated(before, practice_id) != translated:
            yield Changed(
                id=practice_id,
                title=now.title,
                language=now.original_language,
                state="new" if then is None else "changed",
                n_given=sum(bool(getattr(now, name)) for name in _KINDS),
                n_kinds=len(_KINDS),
                good=tuple(_good(now)),
                translated=tuple(translated),
            )


def _translated(collection: Collection, practice_id: str) -> Mapping[str, Mapping[str, str]]:
    """The translations that somebody wrote, by language."""
    translations = collection.translations.get(practice_id, {})
    return {
        tag: dict(translation.texts.items())
        for tag, translation in sorted(translations.items())
        if translation.derived_from is None
    }


def _good(practice: Practice) -> Iterator[Praise]:
    achieved = [result for result in practice.results if result.status is Status.ACHIEVED]
    transfer = practice.transfer
    if achieved and all(result.source for result in achieved):
        yield "sourced"
    if practice.images and all(len(image.alt.split()) > 2 for image in practice.images):
        yield "described"
    if practice.evaluation is not None:
        yield "evaluated"
    if transfer.prerequisites and (transfer.obstacles or transfer.not_suitable_when):
        yield "repeatable"


def _problem(diagnostic: Diagnostic, language: str) -> Problem:
    message, english = (render(diagnostic.message, tag) for tag in (language, REFERENCE))
    hint, english_hint = (
        render(diagnostic.hint, tag) if diagnostic.hint else "" for tag in (language, REFERENCE)
    )
    texts = {
        "file": diagnostic.file,
        "rule": diagnostic.rule,
        "message": message,
        "hint": hint,
        "english": english if message != english else "",
        "english_hint": english_hint if hint != english_hint else "",
    }
    return Problem.model_validate(
        {name: text[:LONGEST] for name, text in texts.items()}
        | {
            "line": diagnostic.span.line if diagnostic.span else 0,
            "severity": diagnostic.severity.word,
        }
    )


def _pictures(before: Collection, after: Collection) -> Iterator[Picture]:
    for practice_id, practice in after.practices.items():
        then = before.practices.get(practice_id)
        known = {image.file for image in then.images} if then else set()
        for image in practice.images:
            if image.file not in known:
                yield Picture(
                    file=f"{practice_id}/{image.file}",
                    alt=image.alt[:LONGEST],
                    people=image.people,
                    licence=image.licence,
                )


def _outdated(before: Collection, after: Collection) -> Iterator[Outdated]:
    """Translations that have more paragraphs of another original than before."""
    for practice_id in after.practices:
        for tag in _translated(after, practice_id):
            n_then, n_now = (_n_outdated(one, practice_id, tag) for one in (before, after))
            if n_now > n_then:
                yield Outdated(practice=practice_id, language=tag, n_paragraphs=n_now - n_then)


def _n_outdated(collection: Collection, practice_id: str, tag: str) -> int:
    practice = collection.practices.get(practice_id)
    translation = collection.translations.get(practice_id, {}).get(tag)
    if practice is None or translation is None:
        return 0
    texts = LocalizedTexts(record=practice, language=tag, translation=translation)
    return sum(texts.count_behind())

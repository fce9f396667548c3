"""Files of interface phrases to the words of each language, missing ones reported."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from komsiluk.diagnostics import Diagnostic, in_order
from komsiluk.languages import Language, language
from komsiluk.model.words import Phrase, Words
from komsiluk.source.document import Document, read
from komsiluk.source.phrases import PLURAL_FORMS, check, missing
from komsiluk.source.record import without_consequences
from komsiluk.text.scripts import convert, other_script

REFERENCE = "en"
"""The language whose phrases are the list of phrases."""


def load(
    folder: Path, tags: Iterable[str], *, root: Path
) -> tuple[Mapping[str, Words], tuple[Diagnostic, ...]]:
    """The words of each language: ours, and over them those of `<folder>/_strings/<tag>.yml`.

    A language with another script derives from it what nobody wrote. Phrases that are missing are
    reported and stand in English, so that the rest can be looked at.
    """
    reference = shipped(REFERENCE)[1]
    found: dict[str, Words] = {}
    problems: list[Diagnostic] = []
    spoken = tuple(tags)
    for tag in spoken:
        head, phrases, documents = _gather(folder, tag, root)
        for document in documents:
            problems.extend(document.problems)
            told = check(document, _flat(document), reference)
            problems.extend(without_consequences(told, document))
        absent = [key for key in reference if key not in phrases]
        if absent and all(document.complete for document in documents):
            where = (folder / "_strings" / f"{tag}.yml").relative_to(root).as_posix()
            problems.append(missing(where, tag, absent, reference))
        found[tag] = Words(language=_language(tag, head), phrases={**reference, **phrases})
    return found, in_order(problems)


@functools.cache
def shipped(tag: str) -> tuple[Mapping[str, str], Mapping[str, Phrase]]:
    """The head and the phrases that we ship for a language; empty for one that we do not speak."""
    folder = resources.files("komsiluk") / "words"
    file, form = folder / f"{tag}.yml", folder / "form" / f"{tag}.yml"
    if not file.is_file():
        return {}, {}
    document, asked = (
        read(one.read_bytes(), file=f"words/{name}")
        for one, name in ((file, f"{tag}.yml"), (form, f"form/{tag}.yml"))
    )
    assert not document.problems and not asked.problems, (document.problems, asked.problems)
    return _head(document), {**_flat(document), **_flat(asked)}


def _language(tag: str, head: Mapping[str, str]) -> Language:
    """The language, with the locale of its file unless nobody knows that (`check` tells)."""
    try:
        return language(tag, head.get("cldr"))
    except LookupError:
        return language(tag)


def _gather(
    folder: Path, tag: str, root: Path
) -> tuple[Mapping[str, str], dict[str, Phrase], list[Document]]:
    """Head, phrases, and the site's own documents for a language."""
    phrases: dict[str, Phrase] = {}
    documents: list[Document] = []
    head: Mapping[str, str] = {}
    origin = other_script(tag)
    for source in (origin, tag) if origin else (tag,):
        ours_head, ours = shipped(source)
        layer: dict[str, Phrase] = dict(ours)
        file = folder / "_strings" / f"{source}.yml"
        if file.is_file():
            document = read(file.read_bytes(), file=file.relative_to(root).as_posix())
            layer.update(_flat(document))
            ours_head = {**ours_head, **_head(document)}
            documents.append(document)
        if source != tag:
            layer = {key: _convert(phrase, source, tag) for key, phrase in layer.items()}
        else:
            head = ours_head
        phrases.update(layer)
    return head, phrases, documents


def _head(document: Document) -> Mapping[str, str]:
    head = document.value.get("language") if isinstance(document.value, dict) else None
    return {key: str(value) for key, value in head.items()} if isinstance(head, dict) else {}


def _flat(document: Document) -> dict[str, Phrase]:
    words = document.value.get("words") if isinstance(document.value, dict) else None
    return dict(_leaves(words, "")) if isinstance(words, dict) else {}


def _leaves(tree: Mapping[str, Any], prefix: str) -> Iterable[tuple[str, Phrase]]:
    for name, value in tree.items():
        if isinstance(value, str):
            yield prefix + name, value
        elif isinstance(value, dict):
            if "other" in value and PLURAL_FORMS.issuperset(value):
                yield prefix + name, {form: str(phrase) for form, phrase in value.items()}
            else:
                yield from _leaves(value, f"{prefix}{name}.")


def _convert(phrase: Phrase, origin: str, target: str) -> Phrase:
    if isinstance(phrase, str):
        return convert(phrase, origin, target)
    return {form: convert(text, origin, target) for form, text in phrase.items()}

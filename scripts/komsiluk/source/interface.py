"""Files of interface phrases to the words of each language; what is still English is reported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from komsiluk.diagnostics import Diagnostic, in_order
from komsiluk.languages import REFERENCE, Language, language
from komsiluk.languages.folders import FOLDER, INTERFACE, ancestry, look_in, shipped_tags
from komsiluk.languages.phrases import Phrase, leaves, shipped_phrases
from komsiluk.languages.traits import traits
from komsiluk.model.words import Words
from komsiluk.source.document import Document, read
from komsiluk.source.language_files import faults
from komsiluk.source.phrases import check, untranslated
from komsiluk.source.record import without_consequences
from komsiluk.text.scripts import convert, other_script

STRINGS = "_strings"
"""The folder that held a site's phrases before each language had a folder of its own; it is still read."""


def load(
    folder: Path, tags: Iterable[str], *, root: Path
) -> tuple[Mapping[str, Words], tuple[Diagnostic, ...]]:
    """The words of each language: ours, and over them those of the site's own files.

    They are in `<folder>/_languages/<tag>/`, and in `<folder>/_strings/<tag>.yml` on older sites. A
    language with another script derives missing phrases from it. Phrases that are still missing stand in
    English. If the package does not have the language, their number is reported.
    """
    look_in(folder / FOLDER)
    reference = shipped_phrases(REFERENCE)
    words: dict[str, Words] = {}
    problems = list(faults(folder / FOLDER, root=root))
    for tag in tags:
        documents = [read_file(file, root) for file in files(folder, tag)]
        for document in documents:
            problems.extend(document.problems)
            diagnostics = check(document, phrases_of(document), reference)
            problems.extend(without_consequences(diagnostics, document))
        own = gather(folder, tag, root)
        english = still_english(own, tag)
        complete = all(document.complete for document in documents)
        if english and complete and tag not in shipped_tags():
            where = _home(folder, tag).relative_to(root).as_posix()
            problems.append(untranslated(where, tag, len(english), len(reference)))
        words[tag] = Words(
            language=_language(tag, documents),
            phrases={**reference, **own},
            borrowed=frozenset(english),
        )
    return words, in_order(problems)


def gather(folder: Path, tag: str, root: Path) -> dict[str, Phrase]:
    """The phrases of a language: the package's, and over them the site's."""
    phrases: dict[str, Phrase] = {}
    origin = other_script(tag)
    for source in (origin, tag) if origin else (tag,):
        layer = dict(shipped_phrases(source))
        for file in files(folder, source):
            layer.update(phrases_of(read_file(file, root)))
        for key, phrase in layer.items():
            if filled := _filled(phrase):
                phrases[key] = filled if source == tag else _converted(filled, source, tag)
    return phrases


def still_english(phrases: Mapping[str, Phrase], tag: str) -> tuple[str, ...]:
    """The keys of the phrases that nobody has translated: they are missing, or are what English says.

    Phrases that are the same on purpose are listed in the folder of the language. In a language
    that the package speaks, a phrase is only missing: people have read what is the same there.
    """
    reference = shipped_phrases(REFERENCE)
    if REFERENCE in ancestry(tag):
        return ()
    missing = tuple(key for key in reference if key not in phrases)
    if tag in shipped_tags():
        return missing
    same_keys = {*traits(tag).same_as_english}
    return tuple(
        key
        for key, english in reference.items()
        if key not in phrases or (key not in same_keys and is_same(phrases[key], english))
    )


def is_same(phrase: Phrase, english: Phrase) -> bool:
    """Whether a phrase is the English one, in all its forms."""
    if isinstance(phrase, str) or isinstance(english, str):
        return phrase == english
    return set(phrase.values()) <= set(english.values())


def files(folder: Path, tag: str) -> list[Path]:
    """The files of a site's own phrases in a language, the older place first."""
    places = (
        folder / STRINGS / f"{tag}.yml",
        *(folder / FOLDER / tag / name for name in INTERFACE),
    )
    return [file for file in places if file.is_file()]


def read_file(file: Path, root: Path) -> Document:
    """One of them, with its places; reports name it by its path from `root`."""
    return read(file.read_bytes(), file=file.relative_to(root).as_posix())


def phrases_of(document: Document) -> dict[str, Phrase]:
    """The phrases below `words:`, by dotted key; those left empty are kept as they are."""
    words = document.value.get("words") if isinstance(document.value, dict) else None
    return dict(leaves(words)) if isinstance(words, dict) else {}


def _filled(phrase: Phrase) -> Phrase:
    """The phrase without forms that were left empty; empty when nothing is left of it."""
    if isinstance(phrase, str):
        return phrase.strip() and phrase
    filled = {form: text for form, text in phrase.items() if text.strip()}
    return filled if "other" in filled else ""


def _home(folder: Path, tag: str) -> Path:
    """Where a site's phrases of a language are, or belong."""
    older = folder / STRINGS / f"{tag}.yml"
    return older if older.is_file() else folder / FOLDER / tag / INTERFACE[0]


def _language(tag: str, documents: Iterable[Document]) -> Language:
    """The language, with the locale of its files if that is known; `check` reports one that is not."""
    cldr = traits(tag).cldr
    for document in documents:
        head = document.value.get("language") if isinstance(document.value, dict) else None
        if isinstance(head, dict) and isinstance(head.get("cldr"), str):
            cldr = head["cldr"]
    try:
        return language(tag, cldr or None)
    except LookupError:
        return language(tag)


def _converted(phrase: Phrase, origin: str, target: str) -> Phrase:
    if isinstance(phrase, str):
        return convert(phrase, origin, target)
    return {form: convert(text, origin, target) for form, text in phrase.items()}

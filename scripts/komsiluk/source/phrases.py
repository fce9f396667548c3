"""The phrases that a site has written for its interface to what would not work in them."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.languages import REFERENCE, language
from komsiluk.languages.phrases import PLURAL_FORMS
from komsiluk.messages import message
from komsiluk.model.words import Phrase
from komsiluk.source.document import Document
from komsiluk.source.events import Path
from komsiluk.text.nearest import nearest


def untranslated(file: str, tag: str, n_english: int, n_phrases: int) -> Diagnostic:
    """Phrases that nobody has written in a language; they stand in English on its pages."""
    return Diagnostic(
        rule="untranslated-phrases",
        severity=Severity.WARNING,
        message=message("untranslated-phrases.message", n=n_english, total=n_phrases, tag=tag),
        hint=message("untranslated-phrases.hint", tag=tag),
        file=file,
    )


def check(
    document: Document, phrases: Mapping[str, Phrase], reference: Mapping[str, Phrase]
) -> Iterator[Diagnostic]:
    """What is wrong with the phrases of a site's own file, each by its dotted key."""
    yield from _locale(document)
    for key, phrase in phrases.items():
        path = _path(document, key)
        if path[-1] in PLURAL_FORMS and key.rpartition(".")[0] in reference:
            yield document.problem(
                "missing-field",
                message("wrong-phrase.other.message", name=path[-2]),
                path=path[:-1],
                at_key=True,
                hint=message("wrong-phrase.other.hint"),
            )
        elif key not in reference:
            yield _unknown(document, path, key, reference)
        elif isinstance(phrase, Mapping) and isinstance(reference[key], str):
            yield document.problem(
                "wrong-type",
                message("wrong-phrase.one.message", name=path[-1]),
                path=path,
                at_key=True,
                hint=message("wrong-phrase.one.hint", name=path[-1], example=reference[key]),
            )
        else:
            yield from _holes(document, path, phrase, reference[key])


def holes(phrase: str) -> frozenset[str] | None:
    """The names in braces that the program fills in; None when the braces do not match.

    >>> sorted(holes("{n} of {total}") or ())
    ['n', 'total']
    """
    try:
        return frozenset(
            name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None
        )
    except ValueError:
        return None


def _locale(document: Document) -> Iterator[Diagnostic]:
    head = document.value.get("language") if isinstance(document.value, dict) else None
    cldr = head.get("cldr") if isinstance(head, dict) else None
    if isinstance(cldr, str):
        try:
            language(REFERENCE, cldr)
        except LookupError:
            yield document.problem(
                "wrong-form",
                message("wrong-phrase.locale.message", tag=cldr),
                path=("language", "cldr"),
                hint=message("wrong-phrase.locale.hint"),
            )


def _unknown(
    document: Document, path: Path, key: str, reference: Mapping[str, Phrase]
) -> Diagnostic:
    guess = nearest(key, reference)
    return document.problem(
        "unknown-word",
        message("unknown-word.message", key=key),
        path=path,
        at_key=True,
        hint=message("piece.did-you-mean", guess=guess) if guess else message("unknown-word.hint"),
        severity=Severity.WARNING,
    )


def _holes(
    document: Document, path: Path, phrase: Phrase, reference: Phrase
) -> Iterator[Diagnostic]:
    known = frozenset[str]().union(*(holes(form) or () for form in _forms(reference)))
    for form, text in phrase.items() if isinstance(phrase, Mapping) else [("", phrase)]:
        text_holes = holes(text)
        if text_holes is not None and text_holes <= known:
            continue
        wrong = (
            ", ".join(f"{{{name}}}" for name in sorted(text_holes - known)) if text_holes else ""
        )
        names = ", ".join(f"{{{name}}}" for name in sorted(known))
        yield document.problem(
            "wrong-hole",
            message("wrong-hole.message", wrong=wrong, name=path[-1])
            if wrong
            else message("wrong-hole.braces.message", name=path[-1]),
            path=(*path, form) if form else path,
            hint=message("wrong-hole.hint", names=names)
            if names
            else message("wrong-hole.braces.hint"),
        )


def _path(document: Document, key: str) -> Path:
    """Where a phrase stands in the file; a key may hold several names at once: `nav.menu`."""
    path: list[str | int] = ["words"]
    value = document.value["words"] if isinstance(document.value, dict) else None
    rest = key
    while rest and isinstance(value, dict):
        name = next((name for name in value if rest == name or rest.startswith(f"{name}.")), None)
        if name is None:
            break
        path.append(name)
        value, rest = value[name], rest[len(name) + 1 :]
    return tuple(path)


def _forms(phrase: Phrase) -> Iterable[str]:
    return (phrase,) if isinstance(phrase, str) else phrase.values()

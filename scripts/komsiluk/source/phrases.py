"""The phrases that a site has written for its interface to what would not work in them."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.languages import language
from komsiluk.model.words import Phrase
from komsiluk.source.document import Document
from komsiluk.source.events import Path
from komsiluk.text.nearest import nearest

PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})
"""CLDR's plural categories."""


def missing(file: str, tag: str, keys: list[str], reference: Mapping[str, Phrase]) -> Diagnostic:
    """Phrases that nobody has written in a language; they would stand in English on its pages."""
    count = (
        "1 phrase of the interface is"
        if len(keys) == 1
        else f"{len(keys)} phrases of the interface are"
    )
    example = _shown(reference[keys[0]])
    return Diagnostic(
        rule="missing-word",
        severity=Severity.ERROR,
        message=f'{count} missing in "{tag}": '
        + ", ".join(keys[:5])
        + (", …" if len(keys) > 5 else ""),
        hint=f'write {"it" if len(keys) == 1 else "them"} into this file under "words:"; '
        f'{keys[0]} is "{example}" in English.',
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
                f'"{path[-2]}" has no form "other", which stands for every number without a form of its own',
                path=path[:-1],
                at_key=True,
                hint='add other: "…" to its forms.',
            )
        elif key not in reference:
            yield _unknown(document, path, key, reference)
        elif isinstance(phrase, Mapping) and isinstance(reference[key], str):
            yield document.problem(
                "wrong-type",
                f'"{path[-1]}" should be one phrase, and has forms by number',
                path=path,
                at_key=True,
                hint=f'write it on one line: {path[-1]}: "{reference[key]}"',
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
            language("en", cldr)
        except LookupError:
            yield document.problem(
                "wrong-form",
                f'"{cldr}" in "cldr" is not a locale that the Unicode CLDR knows',
                path=("language", "cldr"),
                hint="write it as en-GB or sr-Latn-ME, or delete the line.",
            )


def _unknown(
    document: Document, path: Path, key: str, reference: Mapping[str, Phrase]
) -> Diagnostic:
    guess = nearest(key, reference)
    return document.problem(
        "unknown-word",
        f'the interface has no phrase called "{key}"',
        path=path,
        at_key=True,
        hint=f'did you mean "{guess}"?'
        if guess
        else "delete it, or see the names in the English file.",
        severity=Severity.WARNING,
    )


def _holes(
    document: Document, path: Path, phrase: Phrase, reference: Phrase
) -> Iterator[Diagnostic]:
    known = frozenset[str]().union(*(holes(form) or () for form in _forms(reference)))
    for form, text in phrase.items() if isinstance(phrase, Mapping) else [("", phrase)]:
        found = holes(text)
        if found is not None and found <= known:
            continue
        wrong = ", ".join(f"{{{name}}}" for name in sorted(found - known)) if found else ""
        names = ", ".join(f"{{{name}}}" for name in sorted(known))
        yield document.problem(
            "wrong-hole",
            f'nothing can be put in for {wrong} in "{path[-1]}"'
            if wrong
            else f'the braces in "{path[-1]}" do not match',
            path=(*path, form) if form else path,
            hint=f"what can stand in braces here: {names}."
            if names
            else "write it without braces.",
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


def _shown(phrase: Phrase) -> str:
    return phrase if isinstance(phrase, str) else phrase["other"]

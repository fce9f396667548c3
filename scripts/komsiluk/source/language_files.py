"""The folders of a site's own languages to what would not work in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.languages import REFERENCE, language
from komsiluk.languages.folders import FILES, tags
from komsiluk.languages.phrases import leaves
from komsiluk.languages.traits import Traits
from komsiluk.messages import message, written
from komsiluk.source.document import Document, read
from komsiluk.source.record import parse, without_consequences
from komsiluk.text.hyphens import dictionaries
from komsiluk.text.keys import fault
from komsiluk.text.nearest import nearest
from komsiluk.text.scripts import CONVERTERS

_TRAITS, _MESSAGES, _KEYS = FILES[0], FILES[3], FILES[4]


def faults(folder: Path, *, root: Path) -> Iterator[Diagnostic]:
    """What is wrong with the files below `<folder>/<tag>/`, but for phrases, which `interface` reads.

    Reports name files by their path from `root`. Nothing when there is no such folder.
    """
    judges = {_TRAITS: _traits, _MESSAGES: _messages, _KEYS: _keys}
    for file in sorted(folder.glob("*/*.yml")):
        judge = judges.get(file.name)
        if judge is not None:
            document = read(file.read_bytes(), file=file.relative_to(root).as_posix())
            yield from document.problems
            yield from without_consequences(judge(document), document)


def _traits(document: Document) -> Iterator[Diagnostic]:
    parsed = parse(document, Traits, Traits, what="language")
    traits = parsed.draft
    yield from parsed.problems
    if traits is None:
        return
    if traits.cldr and not _is_locale(traits.cldr):
        yield document.problem(
            "wrong-form",
            message("wrong-phrase.locale.message", tag=traits.cldr),
            path=("cldr",),
            hint=message("wrong-phrase.locale.hint"),
        )
    if traits.converter and traits.converter not in CONVERTERS:
        yield document.problem(
            "unknown-choice",
            message("language-file.converter.message", name=traits.converter),
            path=("converter",),
            hint=message("language-file.converter.hint", names=", ".join(CONVERTERS)),
        )
    if traits.derived_from and traits.derived_from not in tags():
        yield document.problem(
            "dangling-reference",
            message("language-file.derived.message", tag=traits.derived_from),
            path=("derived_from",),
            hint=message("language-file.derived.hint"),
        )
    dictionary = traits.hyphenation.dictionary
    if dictionary and dictionary not in dictionaries():
        example = nearest(dictionary, dictionaries()) or min(dictionaries())
        yield document.problem(
            "unknown-choice",
            message("language-file.dictionary.message", name=dictionary),
            path=("hyphenation", "dictionary"),
            hint=message("language-file.dictionary.hint", example=example),
        )


def _messages(document: Document) -> Iterator[Diagnostic]:
    known = written(REFERENCE)
    value = document.value if isinstance(document.value, dict) else {}
    for key, _ in leaves(value):
        if key not in known:
            guess = nearest(key, known)
            yield document.problem(
                "unknown-word",
                message("language-file.unknown-message.message", key=key),
                path=tuple(key.split(".")),
                at_key=True,
                hint=message("piece.did-you-mean", guess=guess)
                if guess
                else message("language-file.unknown-message.hint"),
                severity=Severity.WARNING,
            )


def _keys(document: Document) -> Iterator[Diagnostic]:
    reason = fault(document.manuscript.text)
    if reason:
        yield document.problem(
            "wrong-form",
            message("language-file.keys.message", reason=reason),
            path=(),
            hint=message("language-file.keys.hint"),
        )


def _is_locale(tag: str) -> bool:
    try:
        language(REFERENCE, tag)
    except LookupError:
        return False
    return True

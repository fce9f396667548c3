"""Phrases that nobody has translated to files in which a translator fills them in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from komsiluk.languages import REFERENCE, language
from komsiluk.languages.folders import FOLDER, INTERFACE, shipped
from komsiluk.languages.phrases import Phrase, leaves, shipped_phrases, tree
from komsiluk.source.document import read
from komsiluk.source.interface import phrases_of

_HEAD = """\
# Phrases of the site that are to be translated: write them between the quotation marks.
# Above each stands what it says in English. Keep the {names} in braces. A phrase with a number in it is
# written once for each plural form of the language (Unicode CLDR).
words:
"""
_FORMS = ("zero", "one", "two", "few", "many", "other")
"""CLDR's plural categories in the order in which people count."""


def to_fill_in(practices: Path, tag: str, keys: Collection[str]) -> Iterator[tuple[Path, str]]:
    """The files of a language in a site's folder, each with its new text: those keys are there to fill in.

    What stands in a file stays as it is; new keys follow at its end, each in one piece (`nav.menu`).
    A file that needs no new keys is left out. Raises `ValueError`, with a file's path, for
    one that cannot be read or does not end with its phrases.
    """
    for name in INTERFACE:
        file_keys = [key for key, _ in leaves(shipped(REFERENCE, name)["words"]) if key in keys]
        file = practices / FOLDER / tag / name
        if not file.is_file():
            if file_keys:
                yield file, _HEAD + _nested(file_keys, tag)
            continue
        document = read(file.read_bytes(), file=str(file))
        phrases = phrases_of(document)
        new_keys = [key for key in file_keys if key not in phrases]
        if not new_keys:
            continue
        if (
            not document.complete
            or not isinstance(document.value, dict)
            or [*document.value][-1:] != ["words"]
        ):
            raise ValueError(str(file))
        yield file, document.manuscript.text.rstrip("\n") + "\n" + _flat(new_keys, tag)


def _nested(keys: Collection[str], tag: str) -> str:
    reference = shipped_phrases(REFERENCE)
    return "".join(_lines(tree({key: reference[key] for key in keys}), "  ", "", tag))


def _lines(values: Mapping[str, Any], indent: str, prefix: str, tag: str) -> Iterator[str]:
    reference = shipped_phrases(REFERENCE)
    for name, value in values.items():
        if prefix + name in reference:
            yield _blank(name, value, indent, tag)
        else:
            yield f"{indent}{name}:\n"
            yield from _lines(value, indent + "  ", f"{prefix}{name}.", tag)


def _flat(keys: Collection[str], tag: str) -> str:
    reference = shipped_phrases(REFERENCE)
    return "".join(_blank(key, reference[key], "  ", tag) for key in keys)


def _blank(name: str, english: Phrase, indent: str, tag: str) -> str:
    """The line of a phrase that is to be filled in, below its English."""
    if isinstance(english, str):
        remark = "".join(f"{indent}# {line}\n" for line in english.splitlines())
        return f'{remark}{indent}{name}: ""\n'
    remark = "".join(f"{indent}# {form}: {text}\n" for form, text in english.items())
    plural_tags = {*language(tag).locale.plural_form.tags, "other"}
    forms = ", ".join(f'{form}: ""' for form in _FORMS if form in plural_tags)
    return f"{remark}{indent}{name}: {{{forms}}}\n"

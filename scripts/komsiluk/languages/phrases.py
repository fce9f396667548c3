"""The package's files of phrases to phrases by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from komsiluk.languages.folders import INTERFACE, kept, shipped

Phrase = str | Mapping[str, str]
"""One phrase, or its forms by CLDR plural category (`one`, `few`, `many`, `other`)."""

PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})
"""CLDR's plural categories."""


@kept
def shipped_phrases(tag: str) -> Mapping[str, Phrase]:
    """The package's phrases of the interface in a language, by key; none for a language that it lacks."""
    return {
        key: phrase
        for name in INTERFACE
        for key, phrase in leaves(shipped(tag, name).get("words", {}))
    }


def leaves(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Phrase]]:
    """Each phrase of a tree with its dotted key. Values that are no phrases are left out.

    >>> dict(leaves({"nav": {"menu": "Menu", "n": {"one": "1", "other": "{n}"}}}))
    {'nav.menu': 'Menu', 'nav.n': {'one': '1', 'other': '{n}'}}
    """
    for name, value in tree.items():
        if isinstance(value, str):
            yield f"{prefix}{name}", value
        elif isinstance(value, dict):
            if "other" in value and PLURAL_FORMS.issuperset(value):
                yield f"{prefix}{name}", {form: str(text) for form, text in value.items()}
            else:
                yield from leaves(value, f"{prefix}{name}.")


def tree(phrases: Mapping[str, Phrase]) -> dict[str, Any]:
    """Phrases by dotted keys to mappings within mappings, as files have them.

    >>> tree({"nav.menu": "Menu", "nav.label": "Main pages"})
    {'nav': {'menu': 'Menu', 'label': 'Main pages'}}
    """
    root: dict[str, Any] = {}
    for key, phrase in phrases.items():
        *folders, last = key.split(".")
        branch = root
        for part in folders:
            branch = branch.setdefault(part, {})
        branch[last] = phrase
    return root

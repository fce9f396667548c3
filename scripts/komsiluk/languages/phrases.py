"""The files of phrases in the package to phrases by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from komsiluk.languages.folders import INTERFACE, kept, shipped

Phrase = str | Mapping[str, str]
"""One phrase, or one by CLDR plural category (`one`, `few`, `many`, `other`)."""

PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})
"""CLDR's plural categories."""


@kept
def shipped_phrases(tag: str) -> Mapping[str, Phrase]:
    """The phrases of the interface that the package has in a language; none for one that it does not speak."""
    return {
        key: phrase
        for name in INTERFACE
        for key, phrase in leaves(shipped(tag, name).get("words", {}))
    }


def leaves(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Phrase]]:
    """Each phrase of a tree by its dotted key; what is no phrase is left out.

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
    """Phrases by dotted keys as mappings within mappings, the way files have them.

    >>> tree({"nav.menu": "Menu", "nav.label": "Main pages"})
    {'nav': {'menu': 'Menu', 'label': 'Main pages'}}
    """
    root: dict[str, Any] = {}
    for key, phrase in phrases.items():
        *folders, last = key.split(".")
        here = root
        for part in folders:
            here = here.setdefault(part, {})
        here[last] = phrase
    return root

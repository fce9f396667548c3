"""A hand-written page in one script to the same page in the other script of its language."""

from __future__ import annotations

import re

from komsiluk.text.scripts import convert

_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_FIELD = re.compile(r"^(title|description):(.*)$", re.MULTILINE)


def transliterate_page(text: str, origin: str, target: str) -> str:
    """The page with its words converted; of its front matter only `title` and `description`.

    Raises `KeyError` for two languages that are not one language in two scripts.

    >>> transliterate_page("---\\ntitle: O sajtu\\ntemplate: home.html\\n---\\n# Kuća\\n", "sr-Latn", "sr-Cyrl")
    '---\\ntitle: О сајту\\ntemplate: home.html\\n---\\n# Кућа\\n'
    """
    front_matter = _FRONT_MATTER.match(text)
    if front_matter is None:
        return convert(text, origin, target)
    head = _FIELD.sub(
        lambda field: f"{field[1]}:{convert(field[2], origin, target)}", front_matter[1]
    )
    return f"---\n{head}---\n{convert(text[front_matter.end() :], origin, target)}"

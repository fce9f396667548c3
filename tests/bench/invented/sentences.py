"""Prose, in Markdown or plain, to its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"(?<=[^\d\s.][.!?])\s+(?=[^\W\d_a-z])")
"""Between two sentences; a point behind a digit is an ordinal's in half of our languages."""
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_PROSE = re.compile(r"[^\W\d_]")
_MARKS = re.compile(r"[*_`|<>\[\]{}#\\]")


def sentences(text: str) -> Iterator[str]:
    """The whole sentences of a text on one line each, links and emphasis reduced to their words.

    >>> list(sentences("It began in 2021. Then *two* towns\\njoined. That is all"))
    ['It began in 2021. Then two towns joined.']
    """
    plain = _MARKS.sub("", _LINK.sub(r"\1", " ".join(text.split())))
    for sentence in _END.split(plain):
        if sentence[:1].isupper() and sentence.endswith((".", "?", "!")) and "://" not in sentence:
            yield sentence


def prose(markdown: str) -> Iterator[str]:
    """The lines of a page that are running text, which holds one sentence per line.

    >>> list(prose("---\\ntitle: A\\n---\\n# Head\\n\\nA line.\\n- item\\n| cell |\\n"))
    ['A line.']
    """
    body = markdown.split("\n---\n", 1)[-1] if markdown.startswith("---\n") else markdown
    for line in body.splitlines():
        if _PROSE.match(line):
            yield line

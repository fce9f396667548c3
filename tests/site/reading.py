"""HTML files to what tests ask of them: elements, runs of text, and the language that each is in."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

# fmt: off
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})
# fmt: on
"""Elements without content (HTML Living Standard, 13.1.2)."""


@dataclass(frozen=True, slots=True)
class Element:
    """One start tag."""

    tag: str
    attributes: Mapping[str, str]
    lang: str
    """The language of its content: its own `lang`, or the nearest one around it."""
    around: tuple[str, ...]
    """The elements around it, from the outside in: tag, and `.class` for each class."""

    def get(self, name: str) -> str:
        """An attribute; empty when it is not there."""
        return self.attributes.get(name, "")

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.get("class").split()


@dataclass(frozen=True, slots=True)
class Run:
    """Text between two tags, white space folded."""

    text: str
    lang: str
    around: tuple[str, ...]
    """As for `Element`, the element that the text stands in included."""


@dataclass(frozen=True, slots=True)
class Document:
    """An HTML file."""

    elements: tuple[Element, ...]
    runs: tuple[Run, ...]

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements of a tag that have these attributes; `class` is written `class_`."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self.elements
            if element.tag == tag
            and all(element.attributes.get(name) == value for name, value in wanted.items())
        ]

    def meta(self, name: str) -> str:
        """The content of `<meta name>` or `<meta property>`; empty when it is not there."""
        for element in self.all("meta"):
            if name in (element.get("name"), element.get("property")):
                return element.get("content")
        return ""

    def within(self, mark: str) -> Iterator[Run]:
        """The runs inside an element of that tag or `.class`."""
        return (run for run in self.runs if mark in run.around)

    def text(self, mark: str) -> str:
        """All text inside an element of that tag or `.class`."""
        return " ".join(run.text for run in self.within(mark))


@functools.cache
def read(file: Path) -> Document:
    """The document in a file; kept, because files of a built site stay as they are."""
    reader = _Reader()
    reader.feed(file.read_text("utf-8"))
    reader.close()
    assert not reader.open, f"{file}: {reader.open[-1][0]} is never closed"
    return Document(tuple(reader.elements), tuple(reader.runs))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.runs: list[Run] = []
        self.open: list[tuple[str, str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        _, lang, around = self.open[-1] if self.open else ("", "", ())
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag, attributes, attributes.get("lang", lang), around)
        self.elements.append(element)
        if tag not in VOID:
            marks = (tag, *(f".{name}" for name in element.classes))
            self.open.append((tag, element.lang, around + marks))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        opened = self.open.pop()[0]
        assert opened == tag, f"</{tag}> where <{opened}> is open"

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text and self.open:
            _, lang, around = self.open[-1]
            self.runs.append(Run(text, lang, around))

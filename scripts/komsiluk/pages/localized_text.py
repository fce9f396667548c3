"""A text as pages show it: paragraphs, each with its language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in one language."""

    text: str
    language: str
    """BCP 47."""
    outdated: bool = False
    """Whether the original has changed since it was translated."""


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """A text as a page shows it; its paragraphs may be in more than one language."""

    paragraphs: tuple[Paragraph, ...]

    @property
    def plain(self) -> str:
        """The whole text, paragraphs apart by an empty line."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def line(self) -> str:
        """The whole text in one line, for places that have room for one line only."""
        plain = self.plain
        return " ".join(plain.split()) if "\n" in plain else plain

    @property
    def language(self) -> str:
        """The language of the first paragraph."""
        return self.paragraphs[0].language


def single(text: str, language: str) -> LocalizedText:
    """A text of one paragraph in one language."""
    return LocalizedText((Paragraph(text, language),))

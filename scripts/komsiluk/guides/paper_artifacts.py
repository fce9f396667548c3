"""Papers to their artifacts: PDFs and Word documents that are described but not yet made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from komsiluk.artifacts import Artifact, file_digest
from komsiluk.guides.paper_data import as_json, paper_data, printable_json
from komsiluk.guides.typesetting import made_by, make_paper, time_of
from komsiluk.guides.word import documents
from komsiluk.guides.word.documents import make_document
from komsiluk.model.practice import Practice
from komsiluk.pages.addresses import published_addresses
from komsiluk.pages.papers import Wanted
from komsiluk.pages.plan import Plan
from komsiluk.pages.selection import Volume
from komsiluk.settings import Settings

FONTS = ("node_modules/source-sans/OTF", "node_modules/source-serif/OTF")
"""Folders below the one that `komsiluk fonts` filled: the fonts of the site in the format of Typst."""
_FONTS_USED = (
    "SourceSans3-Regular", "SourceSans3-It", "SourceSans3-Semibold", "SourceSans3-SemiboldIt",
    "SourceSerif4Display-Semibold",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class PaperStyle:
    """How the papers of a practice style."""

    colours: Mapping[str, str]
    """The colours of its theme: `#rrggbb` by their names in `palettes.toml`."""
    band: Artifact
    """SVG: the embroidery on its cover."""
    strip: Artifact
    """SVG: the border on its other pages."""
    files: Mapping[str, str]
    """The file of each picture, by the path of its artifact."""


def papers(
    plan: Plan, settings: Settings, styled: Iterable[tuple[Wanted, PaperStyle]]
) -> Iterator[Artifact]:
    """The file of each paper, at its path in the site. The settings must name fonts."""
    assert settings.fonts is not None
    fonts = [str(settings.fonts / folder) for folder in FONTS]
    digests = digest_of(settings.fonts)
    for paper, style in styled:
        practice = plan.collection.practices[paper.practice_id]
        if paper.paper.is_word:
            yield _document(plan, settings, paper, practice)
            continue
        yield Artifact(
            path=path(settings, paper),
            make=make_paper,
            arguments=(
                str(paper.paper),
                printable_json(plan, settings, paper),
                json.dumps(dict(style.colours)),
                time_of(practice.updated),
            ),
            inputs=(*fonts, style.files[style.band.path], style.files[style.strip.path]),
            depends=f"{made_by()} {digests} {style.band.key} {style.strip.key}",
            weight=60,
        )


def _document(plan: Plan, settings: Settings, paper: Wanted, practice: Practice) -> Artifact:
    data = as_json(paper_data(plan, settings, paper))
    return Artifact(
        path=path(settings, paper),
        make=make_document,
        arguments=(str(paper.paper), data, time_of(practice.updated)),
        depends=documents.made_by(),
        weight=20,
    )


def path(settings: Settings, paper: Wanted | Volume) -> str:
    """The path of a paper from the root of the site."""
    return published_addresses(settings).folder(paper.language) + paper.path


def digest_of(folder: Path) -> str:
    """The digests of the fonts that papers use. `folder` is the one that `komsiluk fonts` filled."""
    files = [file for family in FONTS for file in sorted((folder / family).glob("*.otf"))]
    return " ".join(file_digest(file) for file in files if file.stem in _FONTS_USED)

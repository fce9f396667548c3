"""Papers that are wanted, to the artifacts that have to be made for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from komsiluk.artifacts import Artifact, file_digest
from komsiluk.guides.paper_data import as_json, contents, said
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
"""Below the folder that `komsiluk fonts` filled: the families of the screen, as Typst reads them."""
_USED = (
    "SourceSans3-Regular", "SourceSans3-It", "SourceSans3-Semibold", "SourceSans3-SemiboldIt",
    "SourceSerif4Display-Semibold",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class PaperStyle:
    """How the papers of a practice look."""

    colours: Mapping[str, str]
    """Of its theme: `#rrggbb` by their names in `palettes.toml`."""
    band: Artifact
    """SVG: the embroidery on its cover."""
    strip: Artifact
    """SVG: the border on its other pages."""
    files: Mapping[str, str]
    """Where the pictures are, by the paths of their artifacts."""


def papers(
    plan: Plan, settings: Settings, wanted: Iterable[tuple[Wanted, PaperStyle]]
) -> Iterator[Artifact]:
    """The papers, each where it stands in the site. The settings must name fonts."""
    assert settings.fonts is not None
    fonts = [str(settings.fonts / folder) for folder in FONTS]
    digests = digest_of(settings.fonts)
    for paper, look in wanted:
        practice = plan.collection.practices[paper.practice_id]
        if paper.paper.is_word:
            yield _document(plan, settings, paper, practice)
            continue
        yield Artifact(
            path=path(settings, paper),
            make=make_paper,
            arguments=(
                str(paper.paper),
                contents(plan, settings, paper),
                json.dumps(dict(look.colours)),
                time_of(practice.updated),
            ),
            inputs=(*fonts, look.files[look.band.path], look.files[look.strip.path]),
            depends=f"{made_by()} {digests} {look.band.key} {look.strip.key}",
            weight=60,
        )


def _document(plan: Plan, settings: Settings, paper: Wanted, practice: Practice) -> Artifact:
    said_as_it_is = as_json(said(plan, settings, paper))
    return Artifact(
        path=path(settings, paper),
        make=make_document,
        arguments=(str(paper.paper), said_as_it_is, time_of(practice.updated)),
        depends=documents.made_by(),
        weight=20,
    )


def path(settings: Settings, paper: Wanted | Volume) -> str:
    """Where a paper stands in the site, from its root."""
    return published_addresses(settings).folder(paper.language) + paper.path


def digest_of(folder: Path) -> str:
    """A digest of the fonts that papers are set in, below the folder that `komsiluk fonts` filled."""
    files = [file for below in FONTS for file in sorted((folder / below).glob("*.otf"))]
    return " ".join(file_digest(file) for file in files if file.stem in _USED)

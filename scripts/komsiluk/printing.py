"""A planned site to its papers: PDFs and Word documents, of one practice or of many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from komsiluk import cache
from komsiluk.artifacts import Artifact
from komsiluk.build import subject
from komsiluk.cache import Progress
from komsiluk.guides import compilations, paper_artifacts
from komsiluk.guides.compilations import BookletAssets
from komsiluk.guides.paper_artifacts import PaperStyle
from komsiluk.guides.typesetting import n_pages
from komsiluk.images import image_artifacts
from komsiluk.images.image_artifacts import Subject
from komsiluk.pages.page import Kind
from komsiluk.pages.papers import Printed, Prints, Wanted
from komsiluk.pages.plan import Plan
from komsiluk.pages.selection import Volume
from komsiluk.settings import Settings

AT_ONCE = 500
"""The most papers that are described before any of them is made."""


def papers(
    settings: Settings, plan: Plan, papers: Iterable[Wanted], progress: Progress
) -> cache.Made:
    """Make those of the papers that the cache does not have. The settings must name fonts.

    Papers are described `AT_ONCE` at a time: the data of all papers of a large site would fill the memory.
    """
    listed = list(papers)
    styles = _styles(settings, plan, listed)
    result = cache.Made(files={}, n_made=0, n_found=0)
    for first in range(0, len(listed), AT_ONCE):
        batch = [
            (paper, styles[paper.practice_id, paper.mono])
            for paper in listed[first : first + AT_ONCE]
        ]

        def report(done: int, total: int, before: int = first) -> None:
            progress(before + done, len(listed))

        artifacts = paper_artifacts.papers(plan, settings, batch)
        files = cache.make(artifacts, settings.cache, report)
        result = cache.Made(
            files={**result.files, **files.files},
            n_made=result.n_made + files.n_made,
            n_found=result.n_found + files.n_found,
        )
    return result


def volumes(
    settings: Settings, plan: Plan, volumes: Iterable[Volume], progress: Progress
) -> cache.Made:
    """Make those of the booklets and decks that the cache does not have. The settings must name fonts."""
    return cache.make(volume_artifacts(settings, plan, volumes), settings.cache, progress)


def volume_artifacts(
    settings: Settings, plan: Plan, volumes: Iterable[Volume]
) -> Iterator[Artifact]:
    """The artifacts of booklets and decks, not yet made. The embroidery on them is made at once."""
    listed = list(volumes)
    assets = _assets(settings, plan, listed)
    return compilations.volumes(plan, settings, list(zip(listed, assets, strict=True)))


def _assets(settings: Settings, plan: Plan, volumes: Iterable[Volume]) -> list[BookletAssets]:
    """The colours and pictures of each volume: the palette that its practices share, else the site's."""
    subjects = {
        page.subject: subject(page)
        for page in plan.pages.of(settings.default_language)
        if page.kind is Kind.PRACTICE
    }
    embroidery = []
    for volume in volumes:
        members = [subjects[practice_id] for practice_id in volume.selection.practices]
        palettes = {subject.palette for subject in members}
        name = palettes.pop() if len(palettes) == 1 else ""
        whole = Subject(name=volume.selection.name, motif="weave", palette=name)
        _, strip = image_artifacts.embroidery(whole, mono=volume.mono)
        tiles = tuple(image_artifacts.tile(subject, mono=volume.mono) for subject in members)
        embroidery.append((name, strip, tiles))
    pictures = (picture for _, strip, tiles in embroidery for picture in (strip, *tiles))
    files = cache.make(pictures, settings.cache).files
    return [
        BookletAssets(colours=image_artifacts.colours(name), strip=strip, tiles=tiles, files=files)
        for name, strip, tiles in embroidery
    ]


def prints(settings: Settings, papers: Iterable[Wanted | Volume], artifacts: cache.Made) -> Prints:
    """The size in bytes and the number of pages of each paper, read from its file."""
    result: dict[object, Printed] = {}
    for paper in papers:
        file = Path(artifacts.files[paper_artifacts.path(settings, paper)])
        is_word = isinstance(paper, Wanted) and paper.paper.is_word
        result[paper] = Printed(
            n_bytes=file.stat().st_size, n_pages=None if is_word else n_pages(file)
        )
    return result


def _styles(
    settings: Settings, plan: Plan, papers: Iterable[Wanted]
) -> Mapping[tuple[str, bool], PaperStyle]:
    """How the papers of a practice look, by its id and by whether they are for black ink."""
    needed = {(paper.practice_id, paper.mono) for paper in papers}
    described = {
        (page.subject, mono): (page.palette, *image_artifacts.embroidery(subject(page), mono=mono))
        for page in plan.pages.of(settings.default_language)
        for mono in (False, True)
        if page.kind is Kind.PRACTICE and (page.subject, mono) in needed
    }
    pictures = (picture for _, *both in described.values() for picture in both)
    files = cache.make(pictures, settings.cache).files
    return {
        key: PaperStyle(colours=image_artifacts.colours(theme), band=band, strip=strip, files=files)
        for key, (theme, band, strip) in described.items()
    }

"""A planned site to its papers: PDF and Word, one by one or bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from komsiluk import cache
from komsiluk.artifacts import Artifact
from komsiluk.build import subject
from komsiluk.cache import Progress
from komsiluk.guides import compilations as bound
from komsiluk.guides import paper_artifacts as guides
from komsiluk.guides.compilations import BookletAssets
from komsiluk.guides.paper_artifacts import PaperStyle
from komsiluk.guides.typesetting import n_pages
from komsiluk.images import image_artifacts as pictures
from komsiluk.images.image_artifacts import Subject
from komsiluk.pages.page import Kind
from komsiluk.pages.papers import Printed, Prints, Wanted
from komsiluk.pages.plan import Plan
from komsiluk.pages.selection import Volume
from komsiluk.settings import Settings

AT_ONCE = 500
"""Papers that are described before any of them is made."""


def papers(
    settings: Settings, planned: Plan, wanted: Iterable[Wanted], progress: Progress
) -> cache.Made:
    """Make what is missing of these papers; the settings must say where the fonts are.

    They are described some at a time: what all papers of a large site say would fill the memory.
    """
    waiting = list(wanted)
    looks = _looks(settings, planned, waiting)
    made = cache.Made(files={}, n_made=0, n_found=0)
    for first in range(0, len(waiting), AT_ONCE):
        some = [
            (paper, looks[paper.practice_id, paper.mono])
            for paper in waiting[first : first + AT_ONCE]
        ]

        def told(done: int, total: int, before: int = first) -> None:
            progress(before + done, len(waiting))

        more = cache.make(guides.papers(planned, settings, some), settings.cache, told)
        made = cache.Made(
            files={**made.files, **more.files},
            n_made=made.n_made + more.n_made,
            n_found=made.n_found + more.n_found,
        )
    return made


def volumes(
    settings: Settings, planned: Plan, wanted: Iterable[Volume], progress: Progress
) -> cache.Made:
    """Make what is missing of these booklets and decks; the settings must say where the fonts are."""
    return cache.make(described_volumes(settings, planned, wanted), settings.cache, progress)


def described_volumes(
    settings: Settings, planned: Plan, wanted: Iterable[Volume]
) -> Iterator[Artifact]:
    """The same, not yet made; the embroidery on them is."""
    cloths = _cloths(settings, planned, wanted := list(wanted))
    return bound.volumes(planned, settings, list(zip(wanted, cloths, strict=True)))


def _cloths(settings: Settings, planned: Plan, wanted: Iterable[Volume]) -> list[BookletAssets]:
    """What each volume is dressed in: the theme's colours if all is of one, else the site's."""
    subjects = {
        page.subject: subject(page)
        for page in planned.pages.of(settings.default_language)
        if page.kind is Kind.PRACTICE
    }
    dressed = []
    for volume in wanted:
        held = [subjects[practice_id] for practice_id in volume.held.practices]
        palettes = {subject.palette for subject in held}
        name = palettes.pop() if len(palettes) == 1 else ""
        whole = Subject(name=volume.held.name, motif="weave", palette=name)
        _, strip = pictures.embroidery(whole, mono=volume.mono)
        tiles = tuple(pictures.tile(subject, mono=volume.mono) for subject in held)
        dressed.append((name, strip, tiles))
    drawn = (picture for _, strip, tiles in dressed for picture in (strip, *tiles))
    files = cache.make(drawn, settings.cache).files
    return [
        BookletAssets(colours=pictures.colours(name), strip=strip, tiles=tiles, files=files)
        for name, strip, tiles in dressed
    ]


def prints(settings: Settings, wanted: Iterable[Wanted | Volume], made: cache.Made) -> Prints:
    """What the files of papers tell of each."""
    found: dict[object, Printed] = {}
    for paper in wanted:
        file = Path(made.files[guides.path(settings, paper)])
        is_word = isinstance(paper, Wanted) and paper.paper.is_word
        found[paper] = Printed(
            n_bytes=file.stat().st_size, n_pages=None if is_word else n_pages(file)
        )
    return found


def _looks(
    settings: Settings, planned: Plan, wanted: Iterable[Wanted]
) -> Mapping[tuple[str, bool], PaperStyle]:
    """How the papers of each practice look, in colours and in black."""
    asked = {(paper.practice_id, paper.mono) for paper in wanted}
    described = {
        (page.subject, mono): (page.palette, *pictures.embroidery(subject(page), mono=mono))
        for page in planned.pages.of(settings.default_language)
        for mono in (False, True)
        if page.kind is Kind.PRACTICE and (page.subject, mono) in asked
    }
    needlework = (picture for _, *both in described.values() for picture in both)
    files = cache.make(needlework, settings.cache).files
    return {
        subject: PaperStyle(colours=pictures.colours(theme), band=band, strip=strip, files=files)
        for subject, (theme, band, strip) in described.items()
    }

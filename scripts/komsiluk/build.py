"""The order of things: a site's settings to its pages, or to the report of why there are none."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from komsiluk import cache, fonts, rules, rulings
from komsiluk.artifacts import Artifact
from komsiluk.cache import Progress
from komsiluk.diagnostics import Diagnostic, Severity, has_errors, in_order
from komsiluk.html.form_questions import form_questions
from komsiluk.images import image_artifacts as pictures
from komsiluk.images import photograph_variants
from komsiluk.images.covers import FORMATS
from komsiluk.images.image_artifacts import FOLDER, Card, Subject, card_path
from komsiluk.images.lettering import Fonts
from komsiluk.images.outline import outline
from komsiluk.intake import docx_template
from komsiluk.memory import Memory
from komsiluk.model.collection import Collection
from komsiluk.model.words import Words
from komsiluk.pages import region_outline
from komsiluk.pages.addresses import Addresses
from komsiluk.pages.locations import locations
from komsiluk.pages.map import coordinates, sketch
from komsiluk.pages.page import Kind, Page
from komsiluk.pages.photograph_list import LARGE, shown_photographs
from komsiluk.pages.plan import Plan, plan
from komsiluk.settings import Settings
from komsiluk.source import collection, contested, interface, outlines
from komsiluk.source.image_files import unreadable
from komsiluk.source.publishable import publishable
from komsiluk.source.reader import Reader


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What checking a site gave."""

    loaded: collection.Loaded
    words: Mapping[str, Words]
    diagnostics: tuple[Diagnostic, ...]
    """Everything found, by file and place, as much as each matters to the site's owner."""
    silenced: tuple[Diagnostic, ...] = ()
    """What authors have silenced on single lines, each with a reason."""

    @property
    def publishable(self) -> bool:
        """Whether nothing found stops publication."""
        return not has_errors(self.diagnostics)


def check(
    settings: Settings,
    reader: Reader | None = None,
    today: datetime.date | None = None,
    memory: Memory | None = None,
) -> Checked:
    """Read everything and judge it; nothing is written but what `memory` leaves to the next build.

    A `reader` that has been here before reads again only what has changed. Without a day, nothing is
    said of consents that have ended.
    """
    loaded = collection.load(
        settings.practices,
        settings.languages,
        root=settings.root,
        reader=memory.reader if memory else reader,
        there=memory.there if memory else None,
    )
    spoken, problems = interface.load(settings.practices, settings.languages, root=settings.root)
    waiting = memory.unjudged(loaded) if memory and today is None else loaded
    judged = rules.check(waiting, settings.languages, today)
    if memory:
        memory.leave(loaded, (*loaded.problems, *judged))
    ruled = rulings.ruled(
        (*loaded.problems, *problems, *judged), loaded.entries, settings.severities
    )
    return Checked(
        loaded=loaded,
        words=contested.named(spoken, settings.contested),
        diagnostics=in_order(ruled.diagnostics),
        silenced=in_order(ruled.silenced),
    )


def pages(checked: Checked, settings: Settings | None = None) -> Plan:
    """The pages of a site that has been checked, as far as it can be published.

    A whole site is only published without errors; the rest is for the eyes of who mends them.
    There are maps where the settings say where their outlines are, and papers where they offer any.
    """
    published = checked.loaded.collection
    if not checked.publishable:
        faulty = frozenset(
            diagnostic.file
            for diagnostic in checked.diagnostics
            if diagnostic.severity is Severity.ERROR
        )
        published = publishable(checked.loaded, faulty)
    if settings is None:
        return plan(published, checked.words)
    return plan(
        published,
        checked.words,
        _outline(settings, published),
        settings.contested,
        has_papers=bool(settings.offered),
        has_form=settings.form,
    )


def _outline(settings: Settings, published: Collection) -> region_outline.RegionOutline | None:
    """The outline of the region, drawn or found again; None where the site has no atlas."""
    file = outlines.atlas_file(settings.fonts)
    if file is None:
        return None
    all_locations = locations(published)
    outline_sketch = sketch(all_locations, coordinates(all_locations, published))
    described = region_outline.artifact(
        outline_sketch, region_outline.policy_of(settings.contested), file
    )
    try:
        data = Path(cache.make([described], settings.cache).files[described.path]).read_bytes()
    except OSError:  # Nothing can be kept there, so it is drawn again in each build.
        data = described.make(*described.arguments, *described.inputs)
    return region_outline.read_outline(data)


class FaultyFilesError(Exception):
    """Files of the content turned out to be damaged while those of the site were made."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(diagnostics)
        self.diagnostics = diagnostics


@dataclass(frozen=True, kw_only=True)
class Assets:
    """The files that the pages need beside their HTML."""

    made: cache.Made
    preloads: Mapping[str, tuple[str, ...]]
    """By language: the fonts that the first screen needs."""

    def card(self, key: str, tag: str) -> str:
        """The path of a page's social card; empty when it has none."""
        path = card_path(key, tag)
        return path if path in self.made.files else ""


def assets(
    settings: Settings,
    planned: Plan,
    languages: Iterable[str],
    written: Iterable[Card],
    progress: Progress,
) -> Assets:
    """Make what is missing of the pictures, fonts and style sheets that pages in these languages
    need; `written` are the cards of the hand-written pages, which only the host knows.

    Raises `FaultyFilesError` when a photograph cannot be unpacked.
    """
    cards = [*_cards(settings, planned, languages), *written] if settings.cards else []
    there = settings.fonts is not None
    try:
        described = itertools.chain(
            _described(settings, planned, cards), _templates(settings, planned, languages)
        )
        made = cache.make(described, settings.cache, progress)
    except photograph_variants.UnreadablePhotographError as error:
        file = Path(error.file).relative_to(settings.root).as_posix()
        raise FaultyFilesError((unreadable(file),)) from error
    return Assets(
        made=made,
        preloads={
            tag: fonts.preloads(fonts.subsets(tag)) if there else () for tag in settings.languages
        },
    )


def _described(settings: Settings, planned: Plan, cards: Iterable[Card]) -> Iterator[Artifact]:
    default = planned.pages.of(settings.default_language)
    practices = [page for page in default if page.kind is Kind.PRACTICE]
    formats = [form for form in FORMATS if form in settings.formats]
    yield from pictures.covers((subject(page) for page in practices), formats)
    yield from photograph_variants.photographs(_photographs(settings, planned))
    yield from pictures.icons()
    if settings.fonts is not None:
        yield from fonts.artifacts(settings.fonts)
    palettes = sorted({page.palette for page in default})
    faces = fonts.style_sheet(settings.fonts is not None)
    yield _sheet("look.css", f"{faces}\n{pictures.palette_styles(palettes)}")
    if planned.map is not None:
        yield _sheet("outline.svg", outline(planned.map))
    # The cards of a page in all languages show one motif, which is drawn once if they are together.
    yield from pictures.cards(sorted(cards, key=lambda card: card.key), _faces(settings))


def _templates(settings: Settings, planned: Plan, languages: Iterable[str]) -> Iterator[Artifact]:
    """The questions of the form as a Word document, where it is offered."""
    addresses = Addresses(
        default_language=settings.default_language, directory_urls=settings.directory_urls
    )
    for tag in languages if settings.asks_in_word else ():
        yield docx_template.artifact(form_questions(tag, planned, settings, addresses))


def _photographs(settings: Settings, planned: Plan) -> Iterator[tuple[str, int, Path]]:
    """WebP for screens in each size, and a large JPEG for paper and for who wants no WebP."""
    for practice_id in planned.collection.practices:
        for picture in shown_photographs(planned.collection, practice_id):
            original = settings.practices / picture.photograph.path
            for side in picture.sides:
                yield picture.path(side, "webp"), side, original
            yield picture.path(LARGE, "jpg"), LARGE, original


def _cards(settings: Settings, planned: Plan, languages: Iterable[str]) -> Iterator[Card]:
    """A card for each page and language; a borrowed page shows that of its original."""
    for tag in languages:
        for page in planned.pages.of(tag):
            if not page.is_borrowed and page.part == 1 and page.kind is not Kind.WITHDRAWN:
                yield Card(
                    key=page.key,
                    language=tag,
                    subject=subject(page),
                    title=page.title,
                    kicker=page.kicker,
                    site_name=settings.site_names.get(tag, ""),
                )


def _faces(settings: Settings) -> Fonts | None:
    """What cards are lettered in; None while the site has no fonts of its own."""
    if settings.fonts is None:
        return None
    files = fonts.files(settings.fonts)
    return Fonts(serif=files["serif"], sans=files["sans"])


def subject(page: Page) -> Subject:
    """What is embroidered for a page: its theme's motif in the theme's colours."""
    return Subject(name=page.subject or page.key, motif=page.motif, palette=page.palette)


def _sheet(name: str, text: str) -> Artifact:
    return Artifact(path=f"{FOLDER}{name}", make=_encoded, arguments=(text,))


def _encoded(text: str) -> bytes:
    return text.encode()

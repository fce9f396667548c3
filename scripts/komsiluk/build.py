"""The order of things: a site's settings to its pages, or to the report of why there are none."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from komsiluk import cache, fonts, rules, theme
from komsiluk.artifacts import Artifact
from komsiluk.cache import Progress
from komsiluk.diagnostics import Diagnostic, Severity, has_errors, in_order
from komsiluk.guides import artifacts as guides
from komsiluk.guides import volumes as bound
from komsiluk.guides.artifacts import Look
from komsiluk.guides.typesetting import n_pages
from komsiluk.guides.volumes import Cloth
from komsiluk.html.asking import Asking
from komsiluk.images import artifacts as pictures
from komsiluk.images import photographs
from komsiluk.images.artifacts import FOLDER, Card, Subject, card_path
from komsiluk.images.covers import FORMATS
from komsiluk.images.lettering import Fonts
from komsiluk.images.outline import outline
from komsiluk.intake import template
from komsiluk.model.words import Words
from komsiluk.pages import answers
from komsiluk.pages.addresses import Addresses
from komsiluk.pages.facets import facets
from komsiluk.pages.gathered import Volume
from komsiluk.pages.page import Kind, Page, home_page
from komsiluk.pages.papers import Printed, Prints, Wanted
from komsiluk.pages.photographs import LARGE, shown
from komsiluk.pages.plan import Plan, plan
from komsiluk.pages.questions import SCRIPTS
from komsiluk.search import details, entries
from komsiluk.search.bundled import bundled
from komsiluk.search.columns import columns, newest
from komsiluk.search.concepts import concepts
from komsiluk.search.engine import engine
from komsiluk.search.entries import Entry
from komsiluk.search.index import index
from komsiluk.search.script import data_script
from komsiluk.settings import Settings
from komsiluk.source import collection, contested, outlines, words
from komsiluk.source.entries import Reader
from komsiluk.source.photographs import unreadable
from komsiluk.source.publishable import publishable
from komsiluk.text.dangers import table
from komsiluk.text.serbian import is_cyrillic


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What checking a site gave."""

    loaded: collection.Loaded
    words: Mapping[str, Words]
    diagnostics: tuple[Diagnostic, ...]
    """Everything found, by file and place."""

    @property
    def publishable(self) -> bool:
        """Whether nothing found stops publication."""
        return not has_errors(self.diagnostics)


def check(
    settings: Settings, reader: Reader | None = None, today: datetime.date | None = None
) -> Checked:
    """Read everything and judge it; nothing is written.

    A `reader` that has been here before reads again only what has changed. Without a day, nothing is
    said of consents that have ended.
    """
    loaded = collection.load(
        settings.practices, settings.languages, root=settings.root, reader=reader
    )
    spoken, problems = words.load(settings.practices, settings.languages, root=settings.root)
    judged = rules.check(loaded, settings.languages, today)
    return Checked(
        loaded=loaded,
        words=contested.named(spoken, settings.contested),
        diagnostics=in_order((*loaded.problems, *problems, *judged)),
    )


def pages(checked: Checked, settings: Settings | None = None) -> Plan:
    """The pages of a site that has been checked, as far as it can be published.

    A whole site is only published without errors; the rest is for the eyes of who mends them.
    There are maps where the settings say where their outlines are, and papers where they offer any.
    """
    atlas = outlines.atlas(settings.fonts) if settings else None
    policy = settings.contested if settings else ()
    has_papers, has_form = bool(settings and settings.offered), not settings or settings.form
    if checked.publishable:
        held = checked.loaded.collection
        return plan(held, checked.words, atlas, policy, has_papers=has_papers, has_form=has_form)
    faulty = frozenset(
        found.file for found in checked.diagnostics if found.severity is Severity.ERROR
    )
    held = publishable(checked.loaded, faulty)
    return plan(held, checked.words, atlas, policy, has_papers=has_papers, has_form=has_form)


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
    except photographs.UnreadablePhotographError as error:
        file = Path(error.file).relative_to(settings.root).as_posix()
        raise FaultyFilesError((unreadable(file),)) from error
    return Assets(
        made=made,
        preloads={
            tag: fonts.preloads(_is_cyrillic(tag, planned)) if there else ()
            for tag in settings.languages
        },
    )


def _described(settings: Settings, planned: Plan, cards: Iterable[Card]) -> Iterator[Artifact]:
    default = planned.pages.of(settings.default_language)
    practices = [page for page in default if page.kind is Kind.PRACTICE]
    formats = [form for form in FORMATS if form in settings.formats]
    yield from pictures.covers((_subject(page) for page in practices), formats)
    yield from photographs.photographs(_photographs(settings, planned))
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
        yield template.artifact(Asking(home_page(tag), planned, settings, addresses))


def _photographs(settings: Settings, planned: Plan) -> Iterator[tuple[str, int, Path]]:
    """WebP for screens in each size, and a large JPEG for paper and for who wants no WebP."""
    for practice_id in planned.collection.practices:
        for held in shown(planned.collection, practice_id):
            original = settings.practices / held.photograph.path
            for side in held.sides:
                yield held.path(side, "webp"), side, original
            yield held.path(LARGE, "jpg"), LARGE, original


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


def _cloths(settings: Settings, planned: Plan, wanted: Iterable[Volume]) -> list[Cloth]:
    """What each volume is dressed in: the theme's colours if all is of one, else the site's."""
    subjects = {
        page.subject: _subject(page)
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
        Cloth(colours=pictures.colours(name), strip=strip, tiles=tiles, files=files)
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


AT_ONCE = 500
"""Papers that are described before any of them is made."""


def _looks(
    settings: Settings, planned: Plan, wanted: Iterable[Wanted]
) -> Mapping[tuple[str, bool], Look]:
    """How the papers of each practice look, in colours and in black."""
    asked = {(paper.practice_id, paper.mono) for paper in wanted}
    described = {
        (page.subject, mono): (page.palette, *pictures.embroidery(_subject(page), mono=mono))
        for page in planned.pages.of(settings.default_language)
        for mono in (False, True)
        if page.kind is Kind.PRACTICE and (page.subject, mono) in asked
    }
    needlework = (picture for _, *both in described.values() for picture in both)
    files = cache.make(needlework, settings.cache).files
    return {
        subject: Look(colours=pictures.colours(theme), band=band, strip=strip, files=files)
        for subject, (theme, band, strip) in described.items()
    }


def _cards(settings: Settings, planned: Plan, languages: Iterable[str]) -> Iterator[Card]:
    """A card for each page and language; a borrowed page shows that of its original."""
    for tag in languages:
        for page in planned.pages.of(tag):
            if not page.is_borrowed and page.part == 1 and page.kind is not Kind.WITHDRAWN:
                yield Card(
                    key=page.key,
                    language=tag,
                    subject=_subject(page),
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


def _subject(page: Page) -> Subject:
    return Subject(name=page.subject or page.key, motif=page.motif, palette=page.palette)


def _sheet(name: str, text: str) -> Artifact:
    return Artifact(path=f"{FOLDER}{name}", make=_encoded, arguments=(text,))


def _encoded(text: str) -> bytes:
    return text.encode()


def search_engine() -> tuple[str, bytes]:
    """The script that searches, for every language: its path from the site's root, and what it says."""
    return engine(theme.folder())


def search_files(
    settings: Settings, planned: Plan, tag: str, written: Iterable[Entry]
) -> Iterator[tuple[str, bytes]]:
    """The data scripts of a language: the path of each from the site's root, and what it says.

    `written` are the hand-written pages, which only the host knows.
    """
    if settings.search:
        practices = planned.shelves.browse
        yield from index(
            tag,
            itertools.chain(
                entries.practice_entries(planned, tag), entries.page_entries(planned, tag), written
            ),
            concepts(planned),
            entries.themes(planned, tag),
            planned.shelves.numbers,
            {
                **columns(facets(planned, tag), practices),
                "newest": newest([planned.collection.practices[id].updated for id in practices]),
            },
            entries.phrases(planned.voices[tag].words, settings.languages),
        )
    yield from details.files(planned, tag)


def form_words(planned: Plan, tag: str) -> tuple[str, bytes]:
    """What the contribution form knows in a language: the path of the script, and what it says."""
    return data_script(f"{tag}/form", answers.known(planned, tag))


def form_script() -> tuple[str, bytes]:
    """The script of the contribution form, for every language, and by what it finds dangers in texts."""
    path, dangers = data_script("form", table())
    return path, dangers + b";\n" + bundled(theme.folder(), SCRIPTS)


def opened_files(settings: Settings, planned: Plan) -> Iterator[tuple[str, bytes]]:
    """The practices as their authors wrote them, and their translations, for whoever opens one in the form.

    `open/<id>` gives the text of `practice.yml` and the site's languages that have a file of their own;
    `open/<id>.<tag>` that of a translation, and what has changed since (`answers.changed`).
    """
    for practice_id, translations in planned.collection.translations.items():
        folder = settings.practices / practice_id
        written = sorted(
            tag
            for tag, held in translations.items()
            if held.derived_from is None and tag in planned.voices
        )
        text = (folder / "practice.yml").read_text("utf-8-sig")
        yield data_script(f"open/{practice_id}", {"text": text, "languages": written})
        for tag in written:
            text = (folder / "t" / f"{tag}.yml").read_text("utf-8-sig")
            changed = answers.changed(planned, practice_id, tag)
            yield data_script(f"open/{practice_id}.{tag}", {"text": text, "changed": changed})


def _is_cyrillic(tag: str, planned: Plan) -> bool:
    return is_cyrillic(planned.voices[tag].words.say("nav.label"))

"""A law: each text and each fact of each practice stands wherever the model says that it is shown.

Held over the small site, which uses every field of the model, in every language.
"""

from __future__ import annotations

import functools
import html
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import docx
import pytest
from pydantic import BaseModel

from komsiluk import build, printing
from komsiluk.mkdocs_plugin.config_loader import load_settings
from komsiluk.model.practice import Practice
from komsiluk.model.shown import Shown, showing
from komsiluk.model.walk import records_of
from komsiluk.model.words import Words
from komsiluk.pages.cost import BANDS
from komsiluk.pages.facts import ESTIMATED, FACTS, SUGGESTED, all_facts
from komsiluk.pages.papers import Paper
from komsiluk.pages.papers import wanted as all_wanted
from komsiluk.pages.plan import Plan
from komsiluk.pages.selection import Compilation, Volume, by_hand
from komsiluk.search.details import detail
from komsiluk.search.entries import practice_entries
from komsiluk.settings import Settings
from tests.paper import sheets
from tests.promises import Promise, Promises, bare, broken
from tests.site.sites import ROOT, SMALL, Place, Site

TAGS = ("en", "sr-Latn", "sr-Cyrl", "mk")
PRACTICES = ("repair-evenings", "riverside-garden", "tool-library")
EVERY = [(tag, practice_id) for tag in TAGS for practice_id in PRACTICES]
_SECTION = re.compile(r'<h2 id="([a-z-]+)">')
_SEEN = re.compile(r'\b(?:alt="|href="(?=https:|mailto:))([^"]*)"')
"""What readers see or follow, though it is no text of an element."""
_BLOCK = re.compile(r"</?(?:p|li|h[1-6]|div|td|th|dd|dt|section|ul|ol|span)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")


@functools.cache
def _planned() -> tuple[Plan, Settings]:
    settings = load_settings(SMALL / "mkdocs.yml")
    return build.pages(build.check(settings), settings), settings


@functools.cache
def _promises(tag: str, practice_id: str) -> list[Promise]:
    return Promises(_planned()[0], tag, practice_id).all()


def _place(promise: Promise) -> tuple[str, ...]:
    """The parts of the page in one of which it has to stand, by their names in `_page`."""
    return ("",) if promise.is_anywhere else promise.sections or ("head",)


@functools.cache
def _page(site: Path, tag: str, practice_id: str) -> Mapping[str, str]:
    """The text of each section of a page by its anchor, what stands above them under `head`, and all
    of the page under the empty name."""
    folder = site if tag == TAGS[0] else site / tag
    whole = (folder / "practices" / practice_id / "index.html").read_text("utf-8")
    _, _, body = whole.partition('<div class="k-practice ')
    body = body.partition('<script src="')[0]
    head, *parts = _SECTION.split(body.replace('<h2 id="at-a-glance">', "<h2>"))
    named = dict(zip(parts[::2], map(_text, parts[1::2]), strict=True))
    return {"": _text(body), "head": _text(head), **named}


def _text(markup: str) -> str:
    seen = " ".join(_SEEN.findall(markup))
    return html.unescape(f"{_TAG.sub('', _BLOCK.sub(' ', markup))} {seen}")


def _compared(tag: str, practice_id: str) -> str:
    """What is handed to the comparison, with the headings and marks that its page adds."""
    plan, _ = _planned()
    words = plan.languages[tag].words
    known = detail(plan, tag, practice_id)
    lines = [known["title"], known["tagline"], known["theme"]]
    for name, items in known["facts"].items():
        lines.append(words.say(all_facts()[name][0]))
        lines += [_item(item, words) for item in items]
    return "\n".join(lines)


def _item(item: str | tuple[str, ...], words: Words) -> str:
    if isinstance(item, str):
        return item
    text, mark, _, before = (*item, "", "", "")[:4]
    marks = {SUGGESTED: "basis.suggested", ESTIMATED: "status.estimated"}
    return f"{before} {text} {words.say(marks[mark]) if mark else ''}"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of the small site with fonts, and a folder for what is made."""
    _, settings = _planned()
    return Settings(
        root=settings.root,
        practices=settings.practices,
        languages=settings.languages,
        site_url=settings.site_url,
        site_names=settings.site_names,
        author=settings.author,
        fonts=ROOT / ".cache" / "fonts",
        cache=tmp_path_factory.mktemp("papers"),
    )


def _papers(settings: Settings, tag: str) -> Mapping[tuple[str, str], str]:
    """The text of every paper of a language, by kind and practice; all practices of a volume under ''."""
    plan, _ = _planned()
    wanted = list(all_wanted(plan.collection.practices, tag, Paper))
    files = printing.papers(settings, plan, wanted, lambda done, total: None).files
    texts = {
        (str(paper.paper), paper.practice_id): _paper_text(file)
        for paper, file in zip(wanted, map(Path, files.values()), strict=True)
    }
    selection = by_hand(plan, plan.collection.practices)
    volumes = [Volume(selection=selection, language=tag, kind=kind) for kind in Compilation]
    bound = printing.volumes(settings, plan, volumes, lambda done, total: None).files
    for volume, file in zip(volumes, map(Path, bound.values()), strict=True):
        texts[str(volume.kind), ""] = _paper_text(file)
    return texts


def _paper_text(file: Path) -> str:
    if file.suffix == ".docx":
        return "\n".join(_word_lines(file.read_bytes()))
    return "\n".join(sheet.text for sheet in sheets(file.read_bytes()))


def _word_lines(data: bytes) -> Iterable[str]:
    opened = docx.Document(io.BytesIO(data))
    for paragraph in opened.element.body.iter(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
    ):
        yield paragraph.text or ""


def test_the_small_site_has_each_field_wherever_it_can_stand() -> None:
    """Or the law would not see that one list forgets the sources that another one names."""
    practices = _planned()[0].collection.practices.values()
    used = {name for practice in practices for name in _used(practice)}
    assert sorted(set(_possible(Practice)) - used) == []


def _possible(model: type[BaseModel], within: str = "") -> Iterator[str]:
    held = records_of(model)
    for field, mark in showing(model).items():
        if isinstance(mark, Shown) and field in held:
            yield from _possible(held[field], f"{within}{field}.")
        elif isinstance(mark, Shown):
            yield within + field


def _used(record: BaseModel, within: str = "") -> Iterator[str]:
    for field in type(record).model_fields:
        value = getattr(record, field)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, BaseModel):
                yield from _used(item, f"{within}{field}.")
            elif item is not None:
                yield within + field


@pytest.mark.parametrize(("tag", "practice_id"), EVERY)
def test_every_text_and_every_fact_stands_in_its_section_of_the_page(
    small_site: Site, tag: str, practice_id: str
) -> None:
    page = _page(small_site.folder, tag, practice_id)
    promises = [promise for promise in _promises(tag, practice_id) if promise.on_page]
    missing = []
    for place in set(map(_place, promises)):
        text = "\n".join(page.get(anchor, "") for anchor in place)
        held = [promise for promise in promises if _place(promise) == place]
        missing += [f"{'/'.join(place)} {one}" for one in broken(held, text)]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize(("tag", "practice_id"), EVERY)
def test_every_text_is_searched(tag: str, practice_id: str) -> None:
    plan, _ = _planned()
    record = dict(practice_entries(plan, tag))[practice_id]()
    texts = [promise for promise in _promises(tag, practice_id) if promise.is_text]
    said = "\n".join(text.text for text in record.texts)
    missing = broken(texts, said)
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize(("tag", "practice_id"), EVERY)
def test_what_is_compared_is_in_the_comparison(tag: str, practice_id: str) -> None:
    promises = [promise for promise in _promises(tag, practice_id) if promise.compared]
    assert len(promises) > 5
    missing = broken(promises, _compared(tag, practice_id))
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("tag", TAGS)
def test_papers_print_what_they_declare(printed: Settings, tag: str) -> None:
    missing = []
    for (kind, practice_id), text in _papers(printed, tag).items():
        promises = [
            promise
            for one in ([practice_id] if practice_id else PRACTICES)
            for promise in _promises(tag, one)
            if kind in promise.papers
        ]
        assert promises
        missing += [f"{kind} {practice_id} {one}" for one in broken(promises, text)]
    assert not missing, "\n".join(missing)


# The unknown

UNREPORTED = "repair-evenings"
"""Of this practice nobody tells when it was, who led it, what it cost, or what the authority did."""
ABSENT = ("glance.when", "glance.led-by", "glance.cost", "glance.authority")
ROOM = {Paper.GUIDE: 4, Paper.BRIEF: 6, Paper.BRIEF_WORD: 6}
"""How many places a paper has for what nobody tells: the rows of its panel, and in briefs who paid and
what it cost."""


@pytest.mark.parametrize("tag", TAGS)
def test_the_page_says_of_the_unknown_that_nobody_reports_it(small_site: Site, tag: str) -> None:
    words = _planned()[0].languages[tag].words
    name = small_site.file(small_site.address(Place(tag, f"practices/{UNREPORTED}")))
    told = [run.text for run in small_site.html[name].within(".k-glance")]
    for key in ABSENT:
        assert told[told.index(words.say(key)) + 1] == words.say("not-reported"), key


@pytest.mark.parametrize(("tag", "practice_id"), EVERY)
def test_a_result_without_a_plan_or_an_answer_says_so(
    small_site: Site, tag: str, practice_id: str
) -> None:
    practice = _planned()[0].practice(tag, practice_id)
    n_empty = sum(side is None for row in practice.results for side in row)
    said = bare(_page(small_site.folder, tag, practice_id).get("results", ""))
    assert said.count(bare(practice.language.words.say("not-reported"))) == n_empty


@pytest.mark.parametrize("tag", TAGS)
def test_the_unknown_is_no_price_and_no_figure(
    small_site: Site, printed: Settings, tag: str
) -> None:
    plan, _ = _planned()
    words = plan.languages[tag].words
    facts = plan.practice(tag, UNREPORTED).facts
    assert facts.keys() & FACTS.keys() == {"where", "type", "groups", "evidence"}
    texts = {"page": _page(small_site.folder, tag, UNREPORTED)["head"]}
    texts |= {kind: text for (kind, of), text in _papers(printed, tag).items() if of == UNREPORTED}
    assert set(texts) == {"page", *ROOM}
    for kind, text in texts.items():
        assert "€" not in text, kind
        for band in range(1, len(BANDS) + 2):
            assert bare(words.say(f"cost.{band}")) not in bare(text), kind
        n_absent = bare(text).count(bare(words.say("not-reported")))
        assert n_absent >= (4 if kind == "page" else ROOM[Paper(kind)]), kind

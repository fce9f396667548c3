"""A plan site to the scripts of its pages: search, data of practices, contribution form."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from komsiluk import theme
from komsiluk.pages import answers
from komsiluk.pages.plan import Plan
from komsiluk.pages.questions import SCRIPTS
from komsiluk.rules import table as rules
from komsiluk.search import details, entries
from komsiluk.search.bundled import bundled
from komsiluk.search.columns import columns, newest
from komsiluk.search.concepts import concepts
from komsiluk.search.engine import engine
from komsiluk.search.entries import SearchRecord
from komsiluk.search.index import index
from komsiluk.search.script import data_script
from komsiluk.settings import Settings
from komsiluk.text import dangers, slugs


def search_files(
    settings: Settings, plan: Plan, tag: str, handwritten: Iterable[SearchRecord]
) -> Iterator[tuple[str, bytes]]:
    """The data scripts of a language: the path of each from the site's root, and its content.

    `handwritten` are the records of hand-written pages, which only the host knows.
    """
    if settings.search:
        practices = plan.shelves.indexed
        for path, content in index(
            tag,
            itertools.chain(
                entries.practice_entries(plan, tag), entries.page_entries(plan, tag), handwritten
            ),
            concepts(plan),
            entries.themes(plan, tag),
            plan.shelves.numbers,
            {
                **columns(plan.facets(tag), practices),
                "newest": newest([plan.collection.practices[id].updated for id in practices]),
            },
            entries.phrases(plan.languages[tag].words, settings.languages),
        ):
            yield path, content
        # The last script of an index is its manifest, which stands in the script that searches.
        yield engine(theme.folder(), tag, content)
    yield from details.files(plan, tag)


def form_words(plan: Plan, tag: str) -> tuple[str, bytes]:
    """The words of the contribution form in a language: the path of the script, and its content."""
    return data_script(f"{tag}/form", answers.known(plan, tag, rules.spoken()))


def form_script() -> tuple[str, bytes]:
    """The script of the contribution form for every language, with the tables of its rules and names."""
    tables = {"dangers": dangers.table(), "rules": rules.for_browser(), "slugs": slugs.table()}
    path, content = data_script("form", tables)
    return path, content + b";\n" + bundled(theme.folder(), SCRIPTS)


def opened_files(settings: Settings, plan: Plan) -> Iterator[tuple[str, bytes]]:
    """The files of practices and of their translations, which readers can open in the form.

    `open/<id>` has the text of `practice.yml`, and the site's languages that have a file of their own.
    `open/<id>.<tag>` has the text of a translation, and what has changed since (`answers.changed`).
    """
    for practice_id, translations in plan.collection.translations.items():
        folder = settings.practices / practice_id
        languages = sorted(
            tag
            for tag, translation in translations.items()
            if translation.derived_from is None and tag in plan.languages
        )
        text = (folder / "practice.yml").read_text("utf-8-sig")
        yield data_script(f"open/{practice_id}", {"text": text, "languages": languages})
        for tag in languages:
            text = (folder / "t" / f"{tag}.yml").read_text("utf-8-sig")
            changed = answers.changed(plan, practice_id, tag)
            yield data_script(f"open/{practice_id}.{tag}", {"text": text, "changed": changed})

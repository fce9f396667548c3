"""A planned site to the scripts that its pages load: the search, what is compared, the contribution form."""

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
    settings: Settings, planned: Plan, tag: str, written: Iterable[SearchRecord]
) -> Iterator[tuple[str, bytes]]:
    """The data scripts of a language: the path of each from the site's root, and what it says.

    `written` are the hand-written pages, which only the host knows.
    """
    if settings.search:
        practices = planned.shelves.indexed
        for path, said in index(
            tag,
            itertools.chain(
                entries.practice_entries(planned, tag), entries.page_entries(planned, tag), written
            ),
            concepts(planned),
            entries.themes(planned, tag),
            planned.shelves.numbers,
            {
                **columns(planned.facets(tag), practices),
                "newest": newest([planned.collection.practices[id].updated for id in practices]),
            },
            entries.phrases(planned.languages[tag].words, settings.languages),
        ):
            yield path, said
        # The manifest comes last.
        yield engine(theme.folder(), tag, said)
    yield from details.files(planned, tag)


def form_words(planned: Plan, tag: str) -> tuple[str, bytes]:
    """What the contribution form knows in a language: the path of the script, and what it says."""
    return data_script(f"{tag}/form", answers.known(planned, tag, rules.spoken()))


def form_script() -> tuple[str, bytes]:
    """The script of the contribution form, for every language, and the tables by which it judges and names."""
    tables = {"dangers": dangers.table(), "rules": rules.for_browser(), "slugs": slugs.table()}
    path, said = data_script("form", tables)
    return path, said + b";\n" + bundled(theme.folder(), SCRIPTS)


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
            if held.derived_from is None and tag in planned.languages
        )
        text = (folder / "practice.yml").read_text("utf-8-sig")
        yield data_script(f"open/{practice_id}", {"text": text, "languages": written})
        for tag in written:
            text = (folder / "t" / f"{tag}.yml").read_text("utf-8-sig")
            changed = answers.changed(planned, practice_id, tag)
            yield data_script(f"open/{practice_id}.{tag}", {"text": text, "changed": changed})

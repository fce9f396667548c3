"""A planned site to the scripts of its pages: search, data of practices, contribution form."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
from komsiluk.search.script import data_script, path_of
from komsiluk.settings import Settings
from komsiluk.text import dangers, slugs


@dataclass(frozen=True)
class DataScript:
    """A data script that is not made yet."""

    path: str
    """Its path from the root of the site."""
    practices: tuple[str, ...]
    """The ids of the practices whose data it holds. All else in it is the same for all scripts."""
    make: Callable[[], bytes]
    """The function that returns its content."""


class IndexDigest:
    """A digest of all values that an index is made of. Two indexes with equal digests are the same."""

    def __init__(
        self, known: Mapping[str, bytes] | None = None, key: Callable[[str], bytes] | None = None
    ) -> None:
        """`known` are the `parts` of an earlier digest. `key` gives 16 bytes for the id of a practice:
        as long as they are the same, the search record of the practice is the same."""
        self.parts: dict[str, bytes] = {}
        """For each practice: its key, then the digest of its record."""
        self._known = known or {}
        self._key = key or (lambda practice_id: b"")
        self._hash = hashlib.blake2b(digest_size=16)

    def note(self, value: object) -> None:
        """Add a value. Its `repr` must be complete."""
        self._hash.update(_digest(value))

    def note_record(self, practice_id: str, record: SearchRecord) -> None:
        """Add the record of a practice."""
        part = self._key(practice_id) + _digest(record)
        self.parts[practice_id] = part
        self._hash.update(part[-16:])

    def note_known(self, practice_id: str) -> bool:
        """Add the record of a practice from `known`, without making it. False if `known` has none."""
        part = self._known.get(practice_id, b"")
        if not part or part[:-16] != self._key(practice_id):
            return False
        self.parts[practice_id] = part
        self._hash.update(part[-16:])
        return True

    @property
    def digest(self) -> bytes:
        """The digest of all that was added, 16 bytes."""
        return self._hash.digest()


def _digest(value: object) -> bytes:
    return hashlib.blake2b(repr(value).encode(), digest_size=16).digest()


def index_files(
    settings: Settings,
    plan: Plan,
    tag: str,
    handwritten: Sequence[SearchRecord],
    digest: IndexDigest,
) -> Iterator[tuple[str, bytes]]:
    """The scripts of a language's index: the path of each from the root of the site, and its content.

    `handwritten` are the records of hand-written pages, which only the host knows. All values of the
    index are added to `digest` on the way.
    """
    arguments, others = _index_arguments(settings, plan, tag), _others(plan, tag, handwritten)
    digest.note((arguments, others))
    content = b""
    records = itertools.chain(_records(plan, tag, digest), others)
    for path, content in index(tag, records, *arguments):
        yield path, content
    # The last script of an index is its manifest, which stands in the script that searches.
    yield engine(theme.folder(), tag, content)


def note_index(
    settings: Settings,
    plan: Plan,
    tag: str,
    handwritten: Sequence[SearchRecord],
    digest: IndexDigest,
) -> None:
    """Add to `digest` what `index_files` would add. No record is made of a practice that it knows."""
    digest.note((_index_arguments(settings, plan, tag), _others(plan, tag, handwritten)))
    for practice_id, make in entries.practice_entries(plan, tag):
        if not digest.note_known(practice_id):
            digest.note_record(practice_id, make())


def _records(plan: Plan, tag: str, digest: IndexDigest) -> Iterator[SearchRecord]:
    """The search records of the practices in a language. Each is added to `digest`."""
    for practice_id, make in entries.practice_entries(plan, tag):
        record = make()
        if not digest.note_known(practice_id):
            digest.note_record(practice_id, record)
        yield record


def _others(plan: Plan, tag: str, handwritten: Sequence[SearchRecord]) -> list[SearchRecord]:
    """The search records of all pages that are not pages of practices."""
    return [*entries.page_entries(plan, tag), *handwritten]


def _index_arguments(settings: Settings, plan: Plan, tag: str) -> tuple[Any, ...]:
    """The arguments of `index` after its records."""
    practices = plan.taxonomy.indexed
    return (
        concepts(plan),
        entries.themes(plan, tag),
        plan.taxonomy.numbers,
        {
            **columns(plan.facets(tag), practices),
            "newest": newest([plan.collection.practices[id].updated for id in practices]),
        },
        entries.phrases(plan.languages[tag].words, settings.languages),
    )


def compared_files(plan: Plan, tag: str) -> Iterator[DataScript]:
    """The scripts with the facts by which readers compare practices, in a language."""
    for number, practices in details.parts(plan):
        yield _data_script(f"{tag}/d{number}", practices, details.part, plan, tag, practices)
    yield _data_script(f"{tag}/seldom", (), details.seldom, plan, tag)


def form_words(plan: Plan, tag: str) -> tuple[str, bytes]:
    """The words of the contribution form in a language: the path of the script, and its content."""
    return data_script(f"{tag}/form", answers.known(plan, tag, rules.spoken()))


def form_script() -> tuple[str, bytes]:
    """The script of the contribution form for every language, with the tables of its rules and names."""
    tables = {"dangers": dangers.table(), "rules": rules.for_browser(), "slugs": slugs.table()}
    path, content = data_script("form", tables)
    return path, content + b";\n" + bundled(theme.folder(), SCRIPTS)


def opened_files(settings: Settings, plan: Plan) -> Iterator[DataScript]:
    """The files of practices and of their translations, which readers can open in the form.

    `open/<id>` has the text of `practice.yml`, and the site's languages that have a file of their own.
    `open/<id>.<tag>` has the text of a translation, and what has changed since (`answers.changed`).
    """
    for practice_id, translations in plan.collection.translations.items():
        folder, own = settings.practices / practice_id, (practice_id,)
        languages = sorted(
            tag
            for tag, translation in translations.items()
            if translation.derived_from is None and tag in plan.languages
        )
        yield _data_script(f"open/{practice_id}", own, _original, folder, languages)
        for tag in languages:
            name = f"open/{practice_id}.{tag}"
            yield _data_script(name, own, _translation, plan, folder, practice_id, tag)


def _original(folder: Path, languages: Sequence[str]) -> object:
    return {"text": (folder / "practice.yml").read_text("utf-8-sig"), "languages": languages}


def _translation(plan: Plan, folder: Path, practice_id: str, tag: str) -> object:
    text = (folder / "t" / f"{tag}.yml").read_text("utf-8-sig")
    return {"text": text, "changed": answers.changed(plan, practice_id, tag)}


def _data_script(
    name: str, practices: tuple[str, ...], values: Callable[..., object], *arguments: Any
) -> DataScript:
    return DataScript(path_of(name), practices, lambda: data_script(name, values(*arguments))[1])

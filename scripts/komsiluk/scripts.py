"""A planned site to the scripts that its pages load: the search, what is compared, the contribution form."""

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
    """From the site's root."""
    practices: tuple[str, ...]
    """The ids of the practices that it says something of; all else in it is the same for all scripts."""
    make: Callable[[], bytes]


class Content:
    """What an index is made of, to a digest that is the same where it would say the same."""

    def __init__(
        self, known: Mapping[str, bytes] | None = None, key: Callable[[str], bytes] | None = None
    ) -> None:
        """`known` are the `parts` of another; `key` gives for the id of a practice 16 bytes that are the
        same where the record of the practice would be."""
        self.parts: dict[str, bytes] = {}
        """By practice: its key, and the digest of its record."""
        self._known = known or {}
        self._key = key or (lambda practice_id: b"")
        self._hash = hashlib.blake2b(digest_size=16)

    def note(self, value: object) -> None:
        """Add something that is said, a value whose `repr` tells all."""
        self._hash.update(_digest(value))

    def note_record(self, practice_id: str, record: SearchRecord) -> None:
        """Add the record of a practice."""
        part = self._key(practice_id) + _digest(record)
        self.parts[practice_id] = part
        self._hash.update(part[-16:])

    def note_known(self, practice_id: str) -> bool:
        """Add the record of a practice if it is known without being made; whether it is."""
        part = self._known.get(practice_id, b"")
        if not part or part[:-16] != self._key(practice_id):
            return False
        self.parts[practice_id] = part
        self._hash.update(part[-16:])
        return True

    @property
    def digest(self) -> bytes:
        """16 bytes, of all that was noted."""
        return self._hash.digest()


def _digest(value: object) -> bytes:
    return hashlib.blake2b(repr(value).encode(), digest_size=16).digest()


def index_files(
    settings: Settings,
    planned: Plan,
    tag: str,
    written: Sequence[SearchRecord],
    content: Content,
) -> Iterator[tuple[str, bytes]]:
    """The data scripts of a language's index: the path of each from the site's root, and what it says.

    `written` are the hand-written pages, which only the host knows. What is said is noted on the way.
    """
    around, others = _around(settings, planned, tag), _others(planned, tag, written)
    content.note((around, others))
    data = b""
    records = itertools.chain(_noted(planned, tag, content), others)
    for path, data in index(tag, records, *around):
        yield path, data
    # The manifest comes last.
    yield engine(theme.folder(), tag, data)


def note_index(
    settings: Settings,
    planned: Plan,
    tag: str,
    written: Sequence[SearchRecord],
    content: Content,
) -> None:
    """Note what `index_files` would; of practices that are known no record is made."""
    content.note((_around(settings, planned, tag), _others(planned, tag, written)))
    for practice_id, make in entries.practice_entries(planned, tag):
        if not content.note_known(practice_id):
            content.note_record(practice_id, make())


def _noted(planned: Plan, tag: str, content: Content) -> Iterator[SearchRecord]:
    """The practices as the index of a language knows them, each noted."""
    for practice_id, make in entries.practice_entries(planned, tag):
        record = make()
        if not content.note_known(practice_id):
            content.note_record(practice_id, record)
        yield record


def _others(planned: Plan, tag: str, written: Sequence[SearchRecord]) -> list[SearchRecord]:
    """The pages that are no practices'."""
    return [*entries.page_entries(planned, tag), *written]


def _around(settings: Settings, planned: Plan, tag: str) -> tuple[Any, ...]:
    """What an index is made of beside its entries, in the order in which `index` wants it."""
    practices = planned.taxonomy.indexed
    return (
        concepts(planned),
        entries.themes(planned, tag),
        planned.taxonomy.numbers,
        {
            **columns(planned.facets(tag), practices),
            "newest": newest([planned.collection.practices[id].updated for id in practices]),
        },
        entries.phrases(planned.languages[tag].words, settings.languages),
    )


def compared_files(planned: Plan, tag: str) -> Iterator[DataScript]:
    """What a reader compares and keeps of the practices, in a language."""
    for number, practices in details.parts(planned):
        yield _data_script(f"{tag}/d{number}", practices, details.part, planned, tag, practices)
    yield _data_script(f"{tag}/seldom", (), details.seldom, planned, tag)


def form_words(planned: Plan, tag: str) -> tuple[str, bytes]:
    """What the contribution form knows in a language: the path of the script, and what it says."""
    return data_script(f"{tag}/form", answers.known(planned, tag, rules.spoken()))


def form_script() -> tuple[str, bytes]:
    """The script of the contribution form, for every language, and the tables by which it judges and names."""
    tables = {"dangers": dangers.table(), "rules": rules.for_browser(), "slugs": slugs.table()}
    path, data = data_script("form", tables)
    return path, data + b";\n" + bundled(theme.folder(), SCRIPTS)


def opened_files(settings: Settings, planned: Plan) -> Iterator[DataScript]:
    """The practices as their authors wrote them, and their translations, for whoever opens one in the form.

    `open/<id>` gives the text of `practice.yml` and the site's languages that have a file of their own;
    `open/<id>.<tag>` that of a translation, and what has changed since (`answers.changed`).
    """
    for practice_id, translations in planned.collection.translations.items():
        folder, own = settings.practices / practice_id, (practice_id,)
        written = sorted(
            tag
            for tag, translation in translations.items()
            if translation.derived_from is None and tag in planned.languages
        )
        yield _data_script(f"open/{practice_id}", own, _original, folder, written)
        for tag in written:
            name = f"open/{practice_id}.{tag}"
            yield _data_script(name, own, _translation, planned, folder, practice_id, tag)


def _original(folder: Path, written: Sequence[str]) -> object:
    return {"text": (folder / "practice.yml").read_text("utf-8-sig"), "languages": written}


def _translation(planned: Plan, folder: Path, practice_id: str, tag: str) -> object:
    text = (folder / "t" / f"{tag}.yml").read_text("utf-8-sig")
    return {"text": text, "changed": answers.changed(planned, practice_id, tag)}


def _data_script(
    name: str, practices: tuple[str, ...], make: Callable[..., object], *arguments: Any
) -> DataScript:
    return DataScript(path_of(name), practices, lambda: data_script(name, make(*arguments))[1])

"""A number and languages to a whole site folder with so many practices of 6,000 characters each.

    python tests/bench/collection.py 1000 en,sr-Latn,mk,sq /tmp/thousand

writes `mkdocs.yml`, `docs/` and `practices/`, and `komsiluk build -f /tmp/thousand/mkdocs.yml`
builds it. The sentences are those of the checkout, in other combinations; the practices are
nobody's. The practice of a number is the same in every collection of the same languages.
"""

# ruff: noqa: E402 (as a script it has to find the checkout before it can import from it)
from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    # A script sees only its own folder; the imports below are those of the checkout.
    sys.path[0] = str(ROOT)

from komsiluk.source.collection import load
from komsiluk.text.scripts import other_script
from tests.bench.invented.composition import Name, compose, filled, slots
from tests.bench.invented.manuscript import manuscript
from tests.bench.invented.outline import outline, practice_id
from tests.bench.invented.pages import write_pages
from tests.bench.invented.records import Stocks, new_records, place_name
from tests.bench.invented.stock import WRITTEN, stocks
from tests.bench.invented.world import World, drawn, scene, world

ANOTHER_LANGUAGE_EVERY = 5
"""Every fifth practice is written in another language than the site's default."""
_STATUSES: tuple[dict[str, Any], ...] = (
    {"status": "machine", "machine": {"date": "2026-11-22"}},
    {"status": "machine", "machine": {"date": "2026-10-01"}},
    {"status": "human"},
    {"status": "reviewed", "by": {"organisation": "Komšiluk"}},
)
"""Who stands behind translations; machines most often, as in the checkout."""
_REAL = ("_vocabularies", "_places", "_organisations", "_projects", "_sources")


def write(
    n_practices: int,
    languages: Sequence[str],
    folder: Path,
    *,
    pictures: bool = False,
    checkout: Path = ROOT,
) -> None:
    """Write the folder of a site; practices are written one by one, and none is kept in memory.

    `languages` are BCP 47 tags, the site's default first. What another script of one of them says
    is left to the engine to derive. Raises `LookupError` for a language that the checkout has not.
    """
    real = load(checkout / "practices", WRITTEN, root=checkout).collection
    known = world(real)
    derived = [tag for tag in languages[1:] if tag == "sr-Cyrl" and other_script(tag) in languages]
    held = stocks(real, checkout / "docs", [tag for tag in languages if tag not in derived])
    practices = folder / "practices"
    for name in _REAL:
        shutil.copytree(checkout / "practices" / name, practices / name, dirs_exist_ok=True)
    write_pages(folder, languages, checkout, pictures=pictures)
    for number in range(n_practices):
        for kind, name, record in new_records(number, known, held):
            schema = f"../_schema/{kind.removesuffix('s')}.v1.json"
            _write(practices / f"_{kind}" / f"{name}.yml", record, schema)
        _write_practice(practices / practice_id(number, known), number, known, held)


def original_language(number: int, written: Sequence[str]) -> str:
    """The language in which the practice of that number is written."""
    others = written[1:] or written
    turn, place = divmod(number + 1, ANOTHER_LANGUAGE_EVERY)
    return written[0] if place else others[turn % len(others)]


def _write_practice(folder: Path, number: int, known: World, held: Stocks) -> None:
    facts, year = outline(number, known), scene(number, known.n_towns).year
    original = original_language(number, list(held))
    wanted = list(slots(facts))
    for tag, stock in held.items():
        texts = compose(wanted, number, stock, f"{place_name(number, known, stock)} {year}")
        if tag == original:
            head = {"schema_version": 1, "original_language": tag}
            schema = "../_schema/practice.v1.json"
            _write(folder / "practice.yml", {**head, **filled(facts, texts)}, schema)
        else:
            head = {"schema_version": 1, "language": tag, **drawn(_STATUSES, number, 500)}
            schema = "../../_schema/translation.v1.json"
            _write(folder / "t" / f"{tag}.yml", {**head, **_tree(texts)}, schema)


def _tree(texts: Mapping[Name, str]) -> dict[str, Any]:
    """Texts by name to the nested form of a translation."""
    found: dict[str, Any] = {}
    for name, text in texts.items():
        branch = found
        for part in name[:-1]:
            branch = branch.setdefault(part, {})
        branch[name[-1]] = text
    return found


def _write(file: Path, value: dict[str, Any], schema: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(manuscript(value, schema), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("n_practices", type=int)
    parser.add_argument("languages", help="BCP 47 tags with commas between them")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pictures", action="store_true", help="with covers and social cards")
    told = parser.parse_args()
    write(told.n_practices, told.languages.split(","), told.folder, pictures=told.pictures)


if __name__ == "__main__":
    main()

"""Who builds the site: how each is prepared, run, and brought back to where it began."""

from __future__ import annotations

import functools
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench.rivals import hugo, material
from tests.bench.rivals.telling import Told

_BIN = Path(sys.executable).parent
_EDITED = "summary: >-\n  "
"""Before the first sentence of a practice's summary."""

Prepare = Callable[[Told, Path], None]
"""Writes a site into a folder that is not there yet, so that it can be built."""
Before = Callable[[Path, int], None]
"""What is done, untimed, to the folder before the run of a round."""


@dataclass(frozen=True, kw_only=True)
class Contender:
    """One way to build the same site."""

    label: str
    """What tables and plots call it."""
    kitchen: str
    """Name of its folder; contenders that build one after the other in the same one share it."""
    prepare: Prepare
    before: Before
    command: tuple[str, ...]
    site: str
    """Where the finished site stands, below the folder."""
    lacks: str
    """What it does not do, in a sentence or two."""
    is_ours: bool = False
    is_slow: bool = False
    """Whether it may have fewer rounds."""
    is_warm: bool = False
    """Whether its folder must have been built before; an untimed build sees to that."""


def _ours(site: Told, folder: Path) -> None:
    shutil.copytree(site.folder, folder)


def _ours_without_search(site: Told, folder: Path) -> None:
    _ours(site, folder)
    _configure(folder, "      author:", "      search: false\n      form: false\n      author:")


def _ours_with_covers(site: Told, folder: Path) -> None:
    _ours(site, folder)
    _configure(folder, "formats: []", "formats: [webp]")
    _configure(folder, "cards: false", "cards: true")


def _configure(folder: Path, before: str, after: str) -> None:
    configuration = folder / "mkdocs.yml"
    configuration.write_text(configuration.read_text("utf-8").replace(before, after), "utf-8")


def _from_nothing(folder: Path, round_number: int) -> None:
    """Neither a finished site nor anything kept from an earlier build."""
    for name in ("site", "public", "resources", ".cache"):
        shutil.rmtree(folder / name, ignore_errors=True)


def _as_it_is(folder: Path, round_number: int) -> None:
    """Everything that the build before has left."""


def _edited(folder: Path, round_number: int) -> None:
    """A sentence of one practice changed, each round that of another one."""
    files = sorted((folder / "practices").glob("[!_]*/practice.yml"))
    file = files[round_number * 7 % len(files)]
    text = file.read_text("utf-8")
    if _EDITED not in text:
        raise ValueError(f"{file} has no summary that could be edited")
    file.write_text(text.replace(_EDITED, f"{_EDITED}({round_number + 1}) ", 1), "utf-8")


_KOMSILUK = (str(_BIN / "komsiluk"), "build")
_MKDOCS = (str(_BIN / "mkdocs"), "build", "--quiet")
_HUGO = ("hugo", "--quiet")

CONTENDERS: Mapping[str, Contender] = {
    "ours": Contender(
        label="Komšiluk",
        kitchen="ours",
        prepare=_ours_without_search,
        before=_from_nothing,
        command=_KOMSILUK,
        site="site",
        lacks="It turns YAML into HTML, with no search index and, as nobody else, no contribution "
        "form and no pictures (`search: false`, `form: false`, `formats: []`, `cards: false`).",
        is_ours=True,
    ),
    "ours-search": Contender(
        label="Komšiluk with search index",
        kitchen="ours-search",
        prepare=_ours,
        before=_from_nothing,
        command=_KOMSILUK,
        site="site",
        lacks="As Komšiluk, with its search (an index, the box and the filters in each language), the "
        "contribution form and every practice as it opens there.",
        is_ours=True,
    ),
    "ours-covers": Contender(
        label="Komšiluk with pictures",
        kitchen="ours-covers",
        prepare=_ours_with_covers,
        before=_from_nothing,
        command=_KOMSILUK,
        site="site",
        lacks="As with the search index, each practice's cover is drawn in three sizes, and "
        "each page has a social card in each language.",
        is_ours=True,
        is_slow=True,
    ),
    "ours-warm": Contender(
        label="Komšiluk, second build",
        kitchen="ours-covers",
        prepare=_ours_with_covers,
        before=_as_it_is,
        command=_KOMSILUK,
        site="site",
        lacks="The same site; what would say the same stays where it is; nothing was changed.",
        is_ours=True,
        is_warm=True,
    ),
    "ours-edit": Contender(
        label="Komšiluk, after one edit",
        kitchen="ours-covers",
        prepare=_ours_with_covers,
        before=_edited,
        command=_KOMSILUK,
        site="site",
        lacks="The same; a sentence of one practice was changed.",
        is_ours=True,
        is_warm=True,
    ),
    "hugo": Contender(
        label="Hugo",
        kitchen="hugo",
        prepare=functools.partial(hugo.write, search=False),
        before=_from_nothing,
        command=_HUGO,
        site="public",
        lacks="It writes no search index, draws no pictures and derives no script from another. "
        "It knows nothing of what was planned, achieved, reported or suggested, of how a "
        "translation stands to its original, or of which practices are related. "
        "It has no pages for organisations and projects. "
        "It judges no content: a dangling reference, a text that is too long and a result without "
        "a source pass unnoticed.",
    ),
    "hugo-search": Contender(
        label="Hugo with search index",
        kitchen="hugo-search",
        prepare=functools.partial(hugo.write, search=True),
        before=_from_nothing,
        command=_HUGO,
        site="public",
        lacks="As Hugo, except that it writes the whole text of each page into a JSON file a "
        "language.",
    ),
    "material": Contender(
        label="Material by hand",
        kitchen="material",
        prepare=functools.partial(material.write, in_nav=True),
        before=_from_nothing,
        command=_MKDOCS,
        site="site",
        lacks="Every practice is in the navigation of every page, as the documentation of "
        "mkdocs-static-i18n shows it. "
        "It has one list of all practices, but none by theme, group, place, organisation or "
        "project; its search index mixes all languages. "
        "Pictures, kinds of figures, states of translations and the judgement of content are "
        "missing as in Hugo's site.",
        is_slow=True,
    ),
    "material-outside": Contender(
        label="Material, not in nav",
        kitchen="material-outside",
        prepare=functools.partial(material.write, in_nav=False),
        before=_from_nothing,
        command=_MKDOCS,
        site="site",
        lacks="As Material by hand, except that no practice is in the navigation.",
        is_slow=True,
    ),
}
"""Everybody, in the order of the tables and of a round."""
WITHOUT_BEING_ASKED = (
    "ours", "ours-search", "ours-covers", "ours-warm", "ours-edit",
    "hugo", "hugo-search", "material", "material-outside",
)  # fmt: skip
"""Who is measured unless others are named."""


def missing(name: str) -> str:
    """Why a contender cannot be measured on this machine, and what would help; empty when it can."""
    program = CONTENDERS[name].command[0]
    if shutil.which(program):
        return ""
    return f"{Path(program).name} is not installed (apt-get install {Path(program).name})"

"""A number of practices to sites that can be searched: ours, the same with Pagefind, and Material's."""

from __future__ import annotations

import importlib.util
import json
import multiprocessing
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.bench import collection
from tests.bench.collection import ROOT
from tests.bench.rivals import material
from tests.bench.rivals.telling import told
from tests.bench.run import run

PATIENCE = 3600
"""Seconds of CPU for one build."""
BIN = Path(sys.executable).parent
_HOOK = Path(__file__).with_name("timing_hook.py")
_SEARCHED = (
    "**/{{practices,themes,groups,places,organisations,projects}/*,repeat,method}/index.html"
)
"""The pages that our index holds, as Pagefind wants it said."""
_BARE = "{% if page %}{{ page.content }}{% endif %}"
"""Material's frame does not get into its index, and takes most of the time of a build."""


@dataclass(frozen=True, kw_only=True)
class Indexed:
    """What an index is, and what making it cost."""

    cpu: float
    """Seconds of CPU for all languages."""
    memory: float
    """Largest resident size of the process that made it, in megabytes."""
    before: float = 0.0
    """How much of that was there before it began."""
    sizes: tuple[int, ...]
    """Bytes of each file."""


def write(n_practices: int, languages: Sequence[str], folder: Path, *, rival: bool) -> None:
    """Write the sources of `ours`, and if it is wanted those of `material`, below a folder."""
    _apart(collection.write, n_practices, tuple(languages), folder / "ours")
    if rival:
        _apart(_write_rival, folder / "ours", tuple(languages), folder / "material")


def write_real(languages: Sequence[str], folder: Path) -> None:
    """Write the source of Material's site of this repository's practices."""
    _apart(_write_rival, ROOT, tuple(languages), folder)


def real(folder: Path) -> None:
    """Build the site of this repository into `site` below a folder."""
    command = (str(BIN / "komsiluk"), "build", "-d", str(folder / "site"))
    run(command, ROOT, QUIET, PATIENCE)


def ours(folder: Path, languages: Sequence[str]) -> Indexed:
    """Build our site in `folder`, and measure its index: all that is below `search/`."""
    run((str(BIN / "komsiluk"), "build"), folder, QUIET, PATIENCE)
    run(
        (sys.executable, "-m", "tests.bench.search.indexing", str(folder)),
        ROOT,
        {"PYTHONPATH": str(ROOT)},
        PATIENCE,
    )
    found = json.loads((folder / "indexing.json").read_text("utf-8"))
    sizes = _sizes(folder / "site" / "search")
    return Indexed(**found, sizes=sizes)


def pagefind_binary() -> Path | None:
    """Pagefind, where it is installed (`pip install pagefind_bin`)."""
    found = importlib.util.find_spec("pagefind_bin")
    if found is None or found.origin is None:
        return None
    return Path(found.origin).with_name("pagefind")


def pagefind(folder: Path) -> Indexed:
    """Let Pagefind read our site in `folder`, which is built, and write its index beside it.

    Raises `FileNotFoundError` where it is not installed.
    """
    binary = pagefind_binary()
    if binary is None:
        raise FileNotFoundError("pagefind_bin")
    command = (
        str(binary), "--site", "site", "--glob", _SEARCHED,
        "--root-selector", "article.md-content__inner",
    )  # fmt: skip
    cost = run(command, folder, {}, PATIENCE)
    return Indexed(cpu=cost.cpu, memory=cost.memory, sizes=_sizes(folder / "site" / "pagefind"))


def plain(folder: Path) -> Indexed:
    """Build Material's site in `folder`, without its frame, and measure its search plugin alone."""
    cost = run((str(BIN / "mkdocs"), "build", "--quiet"), folder, QUIET, PATIENCE)
    cpu = float((folder / "search-seconds.txt").read_text("utf-8"))
    return Indexed(cpu=cpu, memory=cost.memory, sizes=_sizes(folder / "site" / "search"))


def _write_rival(source: Path, languages: Sequence[str], rival: Path) -> None:
    material.write(told(source, languages), rival, in_nav=False)
    shutil.copy(_HOOK, rival / "timing_hook.py")
    (rival / "bare").mkdir()
    (rival / "bare" / "main.html").write_text(_BARE, "utf-8")
    configuration = rival / "mkdocs.yml"
    text = configuration.read_text("utf-8")
    text = text.replace("  name: material\n", "  name: material\n  custom_dir: bare\n", 1)
    # It would compare each entry with each, to find none twice.
    text = text.replace("  - i18n:\n", "  - i18n:\n      reconfigure_search: false\n", 1)
    configuration.write_text(f"{text}hooks: [timing_hook.py]\n", "utf-8")


def _apart(work: Callable[..., None], *arguments: object) -> None:
    """Do something in a process of its own, for what this one holds would count as its children's memory."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as apart:
        apart.submit(work, *arguments).result()


def _sizes(folder: Path) -> tuple[int, ...]:
    return tuple(file.stat().st_size for file in folder.rglob("*") if file.is_file())


QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": os.environ.get("PYTHONPATH", "")}

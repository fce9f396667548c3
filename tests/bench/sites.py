"""A thousand practices in four languages to what building them costs us, Hugo and Material.

    python -m tests.bench.sites --practices 1000 --languages en,sr-Latn,mk,sq --rounds 3

writes `docs/developers/benchmarks.md` and its drawings.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench import report
from tests.bench.collection import ROOT
from tests.bench.contenders import (
    CONTENDERS,
    WITHOUT_BEING_ASKED,
    missing,
)
from tests.bench.measuring import Measured, measure

GROWING = ("ours", "hugo")
"""Who is measured at several sizes."""
MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory."""
ROOM = 12 << 30
"""Bytes that the sites of all contenders take there."""


def main(arguments: Sequence[str] = ()) -> None:
    """Measure as the arguments of the command say; without any, as `make bench` does."""
    asked = _parser().parse_args(list(arguments))
    languages = asked.languages.split(",")
    wanted = asked.only or list(WITHOUT_BEING_ASKED)
    wanted = [name for name in CONTENDERS if name in wanted]
    absent = {name: reason for name in wanted if (reason := missing(name))}
    for name, reason in absent.items():
        _tell(f"{CONTENDERS[name].label} is left out: {reason}")
    names = [name for name in wanted if name not in absent]
    if not names:
        raise SystemExit("Nobody is left to be measured.")
    scale: dict[int, Sequence[Measured]] = {}
    in_memory = asked.disk is None and _has_room(MEMORY)
    home = MEMORY if in_memory else asked.disk
    with tempfile.TemporaryDirectory(prefix="komsiluk-bench-", dir=home) as place:
        folder = Path(place)
        measured = measure(
            names,
            asked.practices,
            languages,
            folder,
            asked.rounds,
            asked.slow_rounds,
            asked.patience,
            _tell,
        )
        for size in asked.scale:
            growing = [name for name in GROWING if not missing(name)]
            scale[size] = measure(growing, size, languages, folder, 3, 3, asked.patience, _tell)
    told = report.Report(
        n_practices=asked.practices,
        languages=languages,
        measured=measured,
        left_out=[f"{CONTENDERS[name].label}, because {absent[name]}" for name in absent],
        rounds=asked.rounds,
        slow_rounds=asked.slow_rounds,
        patience=asked.patience,
        scale=scale,
        in_memory=in_memory,
    )
    report.write(told, asked.output)
    print(report.page(told))


def _has_room(folder: Path) -> bool:
    """Whether files in memory may be had, and there is room for them."""
    return folder.is_dir() and min(shutil.disk_usage(folder).free, _memory()) >= ROOM


def _memory() -> int:
    """Bytes of memory that this machine has."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--practices", type=int, default=1000)
    parser.add_argument("--languages", default="en,sr-Latn,mk,sq", help="BCP 47 tags, with commas")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--slow-rounds", type=int, default=3, help="rounds of Material by hand")
    parser.add_argument(
        "--disk", type=Path, help="a folder to work in; memory, if there is room, unless said"
    )
    parser.add_argument("--patience", type=int, default=600, help="seconds of CPU for one run")
    parser.add_argument(
        "--only", type=_names, help=f"of {', '.join(CONTENDERS)}, with commas between them"
    )
    parser.add_argument(
        "--scale",
        type=_sizes,
        default=_sizes("250,500,1000,2000"),
        help="numbers of practices, with commas; none for none",
    )
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "developers")
    return parser


def _names(told: str) -> list[str]:
    names = told.split(",")
    for name in names:
        if name not in CONTENDERS:
            raise argparse.ArgumentTypeError(
                f'nobody is called "{name}"; choose from {", ".join(CONTENDERS)}'
            )
    return names


def _sizes(told: str) -> list[int]:
    return sorted(int(size) for size in told.split(",")) if told != "none" else []


def _tell(sentence: str) -> None:
    print(sentence, flush=True)


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])

"""How much of what the code does is held by tests: a random sample of changes, and how many are noticed.

    python -m tests.bench.mutation --seed 12 --python 300 --javascript 60 [--resume] [--whole]

Each mutant is put into a copy of the checkout and judged by the quick tests that execute what it changes.
With `--whole`, those that are left are shown to the tests of whole sites and of the browser (`whole.yml`).
Results are written as it goes into `.cache/mutation/`; `--resume` goes on where a run was ended, and
takes no result of a file that has changed since. Mutants that nobody can notice are in `equivalents.yml`;
they are not among the sample, and an entry that fits no mutant any more is told.
"""

from __future__ import annotations

import argparse
import ast
import importlib.util
import random
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.mutation import javascript, noticing, python, results
from tests.bench.mutation.mutant import Mutant, mutated
from tests.bench.mutation.noticing import PACKAGE
from tests.bench.mutation.page import Sample, page
from tests.bench.mutation.results import Equivalent
from tests.bench.mutation.run import KEPT, Run
from tests.bench.mutation.workplace import Workplace
from tests.equipment import ACORN, TOOLS

FOLDERS = ("pages", "html", "search", "review", "intake")
"""What is changed of the package."""


def main() -> None:
    """Try a sample and print what became of it."""
    given = _arguments()
    if absent := _absent(given):
        sys.exit(absent)
    KEPT.mkdir(parents=True, exist_ok=True)
    file = KEPT / f"seed-{given.seed}.jsonl"
    if not given.resume:
        file.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        workplaces = [
            Workplace(Path(folder) / str(n), with_pictures=given.whole)
            for n in range(given.workers)
        ]
        root = workplaces[0].folder
        sources = noticing.read_sources(root)
        everything = {"Python": _python(sources)}
        if given.javascript:
            everything["JavaScript"] = _javascript(root, sources)
        known = results.equivalents()
        _tell_stale(known, everything, sources)
        wanted = {"Python": given.python, "JavaScript": given.javascript}
        sample = {
            title: _sample(found, wanted[title], given.seed, known, sources)
            for title, found in everything.items()
        }
        run = Run(workplaces, sources, file)
        mutants = [mutant for found in sample.values() for mutant in found]
        run.ask_quick(mutants)
        if given.whole:
            run.ask_whole(mutants)
        for workplace in workplaces:
            workplace.close()
    told = results.read(file)
    samples = [
        Sample(title, len(everything[title]), [told[run.id(mutant)] for mutant in taken])
        for title, taken in sample.items()
        if taken
    ]
    command = " ".join(("python -m tests.bench.mutation", *sys.argv[1:])).replace(" --resume", "")
    print(page(samples, command, len(known), asks_whole=given.whole))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.mutation", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--seed", type=int, default=12)
    parser.add_argument(
        "--python", type=int, default=300, metavar="N", help="mutants of the package"
    )
    parser.add_argument(
        "--javascript", type=int, default=60, metavar="N", help="mutants of the scripts"
    )
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="runs at once")
    parser.add_argument("--resume", action="store_true", help="keep the results that there are")
    parser.add_argument(
        "--whole", action="store_true", help="ask the tests of whole sites about survivors"
    )
    return parser.parse_args()


def _absent(given: argparse.Namespace) -> str:
    """What is not installed, and how it comes there; or nothing."""
    if importlib.util.find_spec("coverage") is None:
        return (
            "coverage.py is not installed; this does it: "
            ".venv/bin/pip install --require-hashes -r .ci/requirements-bench.txt"
        )
    if given.javascript and not (TOOLS / ACORN.file).is_file():
        return "acorn is not installed; this does it: make .cache/tools/ready"
    return ""


def _python(sources: Mapping[str, bytes]) -> Sequence[Mutant]:
    folders = tuple(f"{PACKAGE}/{name}/" for name in FOLDERS)
    return [
        mutant
        for file, source in sources.items()
        if file.startswith(folders) and file.endswith(".py")
        for mutant in python.mutants(source, file)
    ]


def _javascript(root: Path, sources: Mapping[str, bytes]) -> Sequence[Mutant]:
    return list(javascript.mutants(root, [file for file in sources if file.endswith(".js")]))


def _sample(
    found: Sequence[Mutant],
    n: int,
    seed: int,
    known: Sequence[Equivalent],
    sources: Mapping[str, bytes],
) -> Sequence[Mutant]:
    """`n` at random, without those that nobody can notice or that are no code."""
    taken: list[Mutant] = []
    for mutant in random.Random(seed).sample(found, len(found)):
        if len(taken) == n:
            break
        source = sources[mutant.file]
        if _is_code(mutant, source) and results.equivalent(mutant, source, known) is None:
            taken.append(mutant)
    return taken


def _is_code(mutant: Mutant, source: bytes) -> bool:
    if mutant.file.endswith(".py"):
        try:
            ast.parse(mutated(mutant, source))
        except SyntaxError:
            return False
    return True


def _tell_stale(
    known: Sequence[Equivalent],
    everything: Mapping[str, Sequence[Mutant]],
    sources: Mapping[str, bytes],
) -> None:
    """Name the entries that fit no mutant any more."""
    files = {one.file for one in known}
    mutants = [one for found in everything.values() for one in found if one.file in files]
    used = [results.equivalent(one, sources[one.file], known) for one in mutants]
    for one in known:
        if one not in used:
            print(
                f"equivalents.yml: {one.file} has no such mutant any more: {one.after}",
                file=sys.stderr,
            )


if __name__ == "__main__":
    main()

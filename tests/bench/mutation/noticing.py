"""The tests to which of them can notice a change: one run of them all, with what each executes.

Each file of tests runs in a process of its own, so that nothing is remembered from another's.
What is remembered within a file (fixtures, caches) may hide from a test what it rests on; so those that
execute a line come first, and the other tests of their files after them.
"""

from __future__ import annotations

import ast
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.bench.mutation.mutant import Mutant
from tests.bench.mutation.workplace import Workplace

PACKAGE = "scripts/komsiluk"
SCRIPTS = "overrides/assets/komsiluk"
NOT_QUICK = ("site", "browser", "bench", "cases")
PATIENCE = 900
"""Seconds of CPU for one file of tests while it is recorded."""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What one file of tests did."""

    seconds: Mapping[str, float]
    """Its tests that passed, and how long each took. A file for Node's own runner is one test."""
    lines: Mapping[str, Mapping[int, Sequence[int]]]
    """Files of the package, their lines, and the tests that executed them, by their place in `seconds`."""
    failed: Sequence[str] = ()
    """Those that failed with nothing changed."""
    spans: Mapping[str, Sequence[tuple[int, int]]]
    """Scripts of the pages and what was executed of them, in UTF-16 from the start of the file."""


def test_files(root: Path) -> Sequence[str]:
    """The files of quick tests: Python, all doctests as one (`scripts`), and Node's own."""
    folder = root / "tests"
    names = [
        file.relative_to(root).as_posix()
        for pattern in ("test_*.py", "*.test.js", "*.test.mjs", "*.test.cjs")
        for file in folder.rglob(pattern)
    ]
    return ["scripts", *sorted(name for name in names if name.split("/")[1] not in NOT_QUICK)]


def record(workplace: Workplace, file: str, *, is_whole: bool = False) -> Seen:
    """Run a file of tests and write down which pass, and who executes what.

    Of the tests of whole sites (`is_whole`) only the first; those of `tests/site` leave out the real
    site, which takes long to build.
    """
    coverage = workplace.folder / "seen"
    node = workplace.folder / "seen-by-node"
    environment = {"NODE_V8_COVERAGE": str(node)}
    if file.endswith("js"):
        code = workplace.ask_node(PATIENCE, file, environment)
        return Seen(
            seconds={} if code else {file: 1.0},
            failed=[file] if code else [],
            lines={},
            spans=_spans(node),
        )
    if is_whole:
        without = ["built"] if file.startswith("tests/site/") else []
        answer = workplace.ask(PATIENCE, files=[file], without=without, is_patient=True)
    else:
        answer = workplace.ask(
            PATIENCE, files=[file], record=str(coverage), environment=environment
        )
    failed = answer.get("failed", [file])
    out = {*failed, *answer.get("skipped", ())}
    seconds = {name: took for name, took in answer.get("seconds", {}).items() if name not in out}
    return Seen(
        seconds=seconds, failed=failed, lines=_lines(coverage, list(seconds)), spans=_spans(node)
    )


def _lines(file: Path, tests: Sequence[str]) -> Mapping[str, Mapping[int, Sequence[int]]]:
    if not file.exists():
        return {}
    from coverage import CoverageData

    data = CoverageData(str(file))
    data.read()
    places = {name: n for n, name in enumerate(tests)}
    found: dict[str, dict[int, Sequence[int]]] = {}
    for measured in data.measured_files():
        name = f"{PACKAGE}/{measured.partition(f'/{PACKAGE}/')[2]}"
        for line, contexts in data.contexts_by_lineno(measured).items():
            if numbers := sorted(places[one] for one in contexts if one in places):
                found.setdefault(name, {})[line] = numbers
    file.unlink()
    return found


def _spans(folder: Path) -> Mapping[str, Sequence[tuple[int, int]]]:
    """What V8 says was executed: the innermost span around a place has the last word.

    Source: https://chromedevtools.github.io/devtools-protocol/v8/Profiler/#type-FunctionCoverage
    """
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for file in folder.glob("*.json"):
        for script in json.loads(file.read_text("utf-8"))["result"]:
            _, is_ours, name = script["url"].partition(f"/{SCRIPTS}/")
            if is_ours:
                spans = [one for function in script["functions"] for one in function["ranges"]]
                found[f"{SCRIPTS}/{name}"] |= _executed(spans)
        file.unlink()
    return {name: sorted(spans) for name, spans in found.items()}


def _executed(spans: Iterable[Mapping[str, int]]) -> set[tuple[int, int]]:
    """Nested spans with counts, to those parts between their edges that were executed."""
    spans = list(spans)
    edges = sorted({edge for one in spans for edge in (one["startOffset"], one["endOffset"])})
    parts = set()
    for start, end in zip(edges, edges[1:], strict=False):
        around = [one for one in spans if one["startOffset"] <= start and end <= one["endOffset"]]
        inner = min(around, key=lambda one: one["endOffset"] - one["startOffset"], default=None)
        if inner is not None and inner["count"]:
            parts.add((start, end))
    return parts


class Noticing:
    """Who tests what."""

    def __init__(self, seen: Mapping[str, Seen], sources: Mapping[str, bytes]) -> None:
        """`seen` by file of tests; `sources` are the files of the package and of the scripts."""
        self._seen, self._sources = seen, sources
        self._importers = _importers(sources)

    def tests(self, mutant: Mutant, most_seconds: float) -> tuple[Sequence[str], int]:
        """The tests that can notice it, the most promising first, and how many had to be left out.

        All of them together took about `most_seconds` when they were recorded.
        """
        direct = {
            file: [name for n, name in enumerate(seen.seconds) if n in numbers]
            for file, seen in self._seen.items()
            if (numbers := self._direct(mutant, seen))
        }
        by_cost = sorted(
            direct, key=lambda file: sum(self._seen[file].seconds[one] for one in direct[file])
        )
        first = [name for file in by_cost for name in direct[file]]
        rest = [] if "scripts" in direct and len(direct) == 1 else [
            name
            for file in by_cost if file != "scripts"
            for name in self._seen[file].seconds if name not in {*direct[file]}
        ]  # fmt: skip
        seconds = {name: took for file in direct for name, took in self._seen[file].seconds.items()}
        return _within([*first, *rest], seconds, most_seconds)

    def _direct(self, mutant: Mutant, seen: Seen) -> set[int]:
        """The places in `seen.seconds` of the tests that execute what is changed."""
        if mutant.file.endswith(".js"):
            at = _utf16(self._sources[mutant.file], mutant.start)
            spans = seen.spans.get(mutant.file, ())
            return {*range(len(seen.seconds))} if any(a <= at < b for a, b in spans) else set()
        if mutant.at_import:
            files = [mutant.file, *self._importers.get(mutant.file, ())]
            lines = [numbers for file in files for numbers in seen.lines.get(file, {}).values()]
        else:
            own = seen.lines.get(mutant.file, {})
            lines = [own.get(n, ()) for n in range(mutant.first_line, mutant.last_line + 1)]
        return {n for numbers in lines for n in numbers}


def _within(
    names: Sequence[str], seconds: Mapping[str, float], most: float
) -> tuple[Sequence[str], int]:
    kept: list[str] = []
    for name in names:
        most -= seconds[name]
        if most < 0 and kept:
            most += seconds[name]
        else:
            kept.append(name)
    return kept, len(names) - len(kept)


def _utf16(source: bytes, offset: int) -> int:
    return len(source[:offset].decode().encode("utf-16-le")) // 2


def _importers(sources: Mapping[str, bytes]) -> Mapping[str, Sequence[str]]:
    """Each file of the package, and those that import from it."""
    found: dict[str, list[str]] = defaultdict(list)
    for file in sorted(name for name in sources if name.endswith(".py")):
        for module in _imported(ast.parse(sources[file])):
            path = "scripts/" + module.replace(".", "/")
            for name in (f"{path}.py", f"{path}/__init__.py"):
                found[name].append(file)
    return found


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names)


def read_sources(root: Path) -> Mapping[str, bytes]:
    """Every file that may be changed, and the rest of the package, by its path below a root."""
    files = [*(root / PACKAGE).rglob("*.py"), *(root / SCRIPTS).rglob("*.js")]
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in sorted(files)}


def digest(root: Path) -> str:
    """Of all that decides who tests what."""
    text = hashlib.sha256()
    for part in ("scripts", "tests", "overrides/assets", "overrides/komsiluk", "practices"):
        for file in sorted((root / part).rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts and "bench" not in file.parts:
                text.update(file.relative_to(root).as_posix().encode() + b"\0")
                text.update(hashlib.sha256(file.read_bytes()).digest())
    return text.hexdigest()


def save(seen: Mapping[str, Seen], file: Path, key: str) -> None:
    """Keep what was seen, under the digest of what it was seen in."""
    told = {"digest": key, "seen": {name: asdict(one) for name, one in seen.items()}}
    file.write_text(json.dumps(told), "utf-8")


def load(file: Path, key: str) -> dict[str, Seen]:
    """What was kept under this digest, or nothing."""
    told: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    if told.get("digest") != key:
        return {}
    return {
        name: Seen(
            seconds=one["seconds"],
            failed=one["failed"],
            lines={
                file: {int(line): tests for line, tests in lines.items()}
                for file, lines in one["lines"].items()
            },
            spans=one["spans"],
        )
        for name, one in told["seen"].items()
    }

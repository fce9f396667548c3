"""What became of each mutant: a line of JSON as it goes, so that a run that was ended can go on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from tests.bench.mutation.mutant import Mutant, difference, identity, lines

KILLED, TIMEOUT, SURVIVED, UNTESTED = "killed", "timeout", "survived", "untested"
NOTICED = (KILLED, TIMEOUT)
EQUIVALENTS = Path(__file__).with_name("equivalents.yml")


@dataclass(frozen=True, kw_only=True)
class Result:
    """The end of one mutant."""

    id: str
    file: str
    line: int
    operator: str
    difference: str
    """A unified diff."""
    outcome: str
    """`killed`; `timeout`, which counts as killed; `survived`; or `untested`: no test executes it."""
    by: str = ""
    """The first test that noticed it."""
    n_tests: int = 0
    """Tests that were asked."""
    n_left_out: int = 0
    """Tests that could have been asked, and would have taken too long."""
    seconds: float = 0.0
    """On the clock."""
    is_final: bool = False
    """Whether the tests of whole sites were asked as well."""


@dataclass(frozen=True, kw_only=True)
class Equivalent:
    """A mutant of which no test can notice anything, since nothing changes for anybody."""

    file: str
    before: str
    """The line, without the space at both ends."""
    after: str
    reason: str


def result(mutant: Mutant, source: bytes, outcome: str, **more: object) -> Result:
    """The end of a mutant of this source."""
    told: Mapping[str, object] = {
        "id": identity(mutant, source), "file": mutant.file, "operator": mutant.operator,
        "line": source.count(b"\n", 0, mutant.start) + 1, "difference": difference(mutant, source),
        "outcome": outcome, **more,
    }  # fmt: skip
    return Result(**told)  # type: ignore[arg-type]


def read(file: Path) -> dict[str, Result]:
    """What is known already, by id; the last word on a mutant is the one that counts."""
    if not file.is_file():
        return {}
    whole = [
        line for line in file.read_text("utf-8").splitlines(keepends=True) if line.endswith("\n")
    ]
    found = (Result(**json.loads(line)) for line in whole)
    return {one.id: one for one in found}


def append(file: Path, one: Result) -> None:
    """Write a result at the end."""
    with file.open("a", encoding="utf-8") as target:
        target.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")


def equivalents(file: Path = EQUIVALENTS) -> Sequence[Equivalent]:
    """Those that somebody has looked at. Raises `TypeError` for an entry that lacks something."""
    return [Equivalent(**entry) for entry in yaml.safe_load(file.read_text("utf-8")) or ()]


def equivalent(mutant: Mutant, source: bytes, known: Sequence[Equivalent]) -> Equivalent | None:
    """The entry that this is, if it is one."""
    before, after = lines(mutant, source)
    return next(
        (one for one in known if (one.file, one.before, one.after) == (mutant.file, before, after)),
        None,
    )

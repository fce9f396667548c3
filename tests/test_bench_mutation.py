"""The code is changed where a test should notice, the right tests are asked, and a run can go on."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.bench.mutation import noticing, python, results
from tests.bench.mutation.mutant import Mutant, difference, identity, lines, mutated
from tests.bench.mutation.noticing import Noticing, Seen
from tests.bench.mutation.page import Sample, page
from tests.bench.mutation.plugin import Listening
from tests.bench.mutation.results import Equivalent
from tests.bench.mutation.run import whole_files

ROOT = Path(__file__).parents[1]

FUNCTION = b'''\
"""What a module says of itself."""

LIMIT = 3


@cache
def kept(names: list[str], most: int = LIMIT) -> list[str] | None:
    """The first of them."""
    assert names, "never none"
    if len(names) > most and not (most < 0):
        return None
    return sorted(names, key=len)[: most - 1]
'''


def changes(source: bytes) -> list[tuple[str, str, str]]:
    return [(mutant.operator, *lines(mutant, source)) for mutant in python.mutants(source, "a.py")]


def test_each_change_is_one_that_a_test_should_notice() -> None:
    condition = "if len(names) > most and not (most < 0):"
    answer = "return sorted(names, key=len)[: most - 1]"
    assert changes(FUNCTION) == [
        ("number", "LIMIT = 3", "LIMIT = 4"),
        ("condition negated", condition, "if not (len(names) > most and not (most < 0)):"),
        ("comparison", condition, "if len(names) >= most and not (most < 0):"),
        ("and, or", condition, "if len(names) > most or not (most < 0):"),
        ("not, minus left out", condition, "if len(names) > most and  (most < 0):"),
        ("comparison", condition, "if len(names) > most and not (most <= 0):"),
        ("number", condition, "if len(names) > most and not (most < 1):"),
        ("call left out", answer, "return (names)[: most - 1]"),
        ("nothing returned", answer, "return None"),
        ("argument left out", answer, "return sorted(names)[: most - 1]"),
        ("arithmetic", answer, "return sorted(names, key=len)[: most + 1]"),
        ("number", answer, "return sorted(names, key=len)[: most - 2]"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("x = call(a=1, b=2)", "x = call(b=2)"),
        ("x = call(1, b=2)", "x = call(1)"),
        ("x = -(y)", "x = (y)"),
        ("x = (a) == (b)", "x = (a) != (b)"),
        ("x = a not in b", "x = a in b"),
        ("x += 1", "x -= 1"),
        ("x.strip().lower()", "x.strip().upper()"),
        ("x = [y for y in z if y]", "x = [y for y in z if not (y)]"),
        ('x = "Њ" + y', 'x = "Њ" - y'),
        ('x = f"{y + 1}"', 'x = "XX"'),
        ("while x: break", "while x: continue"),
        ("call(x)", "pass"),
    ],
)
def test_a_line_becomes(line: str, expected: str) -> None:
    source = f"def f():\n    {line}\n".encode()
    assert expected in [after for _, _, after in changes(source)]


def test_what_says_nothing_to_a_program_stays() -> None:
    source = b'"""Doc."""\nimport a\n__all__ = ["a"]\nx: int | None\ndef f(a: "b | c"): ...\n'
    assert changes(source) == []


@pytest.mark.parametrize("folder", ["pages", "html", "search", "review", "intake"])
def test_of_our_own_code_every_mutant_is_code(folder: str) -> None:
    for file in sorted((ROOT / "scripts" / "komsiluk" / folder).glob("*.py"))[:3]:
        source = file.read_bytes()
        for mutant in python.mutants(source, file.name):
            ast.parse(mutated(mutant, source))


def mutant(file: str = "scripts/komsiluk/a.py", **changed: object) -> Mutant:
    given = {
        "start": 4, "end": 5, "replacement": "2", "operator": "number", "first_line": 1, "last_line": 1,
    }  # fmt: skip
    return Mutant(file=file, **{**given, **changed})  # type: ignore[arg-type]


def test_a_difference_is_read_like_any_other() -> None:
    assert difference(mutant(), b"x = 1\n") == (
        "--- scripts/komsiluk/a.py\n+++ scripts/komsiluk/a.py\n@@ -1,2 +1,2 @@\n-x = 1\n+x = 2\n "
    )
    separator = "x = 1 # \u2028 is no end of a line".encode()
    assert difference(mutant(), separator).count("\n") == 4


SEEN = {
    "tests/test_slow.py": Seen(
        seconds={"tests/test_slow.py::one": 9.0, "tests/test_slow.py::other": 8.0},
        lines={"scripts/komsiluk/a.py": {1: [1]}},
        spans={"overrides/assets/komsiluk/a.js": [(3, 6)]},
    ),
    "tests/test_fast.py": Seen(
        seconds={"tests/test_fast.py::one": 1.0},
        lines={"scripts/komsiluk/a.py": {1: [0], 2: [0]}, "scripts/komsiluk/b.py": {7: [0]}},
        spans={},
    ),
}
SOURCES = {
    "scripts/komsiluk/a.py": b"x = 1\ny = 2\n",
    "scripts/komsiluk/b.py": b"from komsiluk import c\n",
    "scripts/komsiluk/c.py": b"z = 1\n",
    "overrides/assets/komsiluk/a.js": "'Њ'; f();".encode(),
}


def asked(one: Mutant, most_seconds: float = 100) -> tuple[list[str], int]:
    tests, n_left_out = Noticing(SEEN, SOURCES).tests(one, most_seconds)
    return [name.removeprefix("tests/test_") for name in tests], n_left_out


def test_those_that_execute_a_line_come_first_and_then_their_neighbours() -> None:
    assert asked(mutant()) == (["fast.py::one", "slow.py::other", "slow.py::one"], 0)
    assert asked(mutant(first_line=2, last_line=2)) == (["fast.py::one"], 0)
    assert asked(mutant(first_line=3, last_line=3)) == ([], 0)


def test_what_would_take_too_long_is_left_out_and_counted() -> None:
    assert asked(mutant(), 5) == (["fast.py::one"], 2)
    assert asked(mutant(), 10) == (["fast.py::one", "slow.py::other"], 1)


def test_of_a_constant_those_are_asked_who_execute_what_imports_it() -> None:
    assert asked(mutant("scripts/komsiluk/c.py", at_import=True)) == (["fast.py::one"], 0)


def test_of_a_script_those_are_asked_in_whose_file_it_was_executed() -> None:
    script = "overrides/assets/komsiluk/a.js"
    assert asked(mutant(script, start=6))[0] == ["slow.py::one", "slow.py::other"]
    assert asked(mutant(script, start=1))[0] == []


def test_a_run_goes_on_after_the_last_whole_line(tmp_path: Path) -> None:
    file = tmp_path / "results.jsonl"
    first = results.result(mutant(), b"x = 1\n", results.SURVIVED, n_tests=3)
    results.append(file, first)
    with file.open("a", encoding="utf-8") as target:
        target.write('{"id": "cut o')
    assert results.read(file) == {first.id: first}


def test_a_result_is_of_the_file_as_it_was() -> None:
    assert identity(mutant(), b"x = 1\n") != identity(mutant(), b"x = 1\n\n")


def test_the_report_counts_by_folder_and_shows_who_survived() -> None:
    found = [
        results.result(mutant(), b"x = 1\n", results.KILLED, by="tests/test_a.py::one"),
        results.result(
            mutant(start=0, end=1), b"x = 1\n", results.SURVIVED, n_tests=3, n_left_out=2
        ),
    ]
    told = page([Sample("Python", 70, found)], "command", 4, asks_whole=False)
    assert "50 % of 2 are noticed, of 70 that there are." in told
    assert "| **all** | 2 | 1 | 0 | 1 | 0 | 50 % |" in told
    assert "`scripts/komsiluk/a.py:1` survived: number (3 tests asked, 2 left out)" in told
    assert told.count("```diff") == 1


def test_an_equivalent_is_known_by_its_line_wherever_that_stands() -> None:
    entry = Equivalent(file="scripts/komsiluk/a.py", before="x = 1", after="x = 2", reason="none")
    source = b"\n\nx = 1\n"
    assert results.equivalent(mutant(start=6, end=7), source, [entry]) == entry
    assert results.equivalent(mutant(start=6, end=7, replacement="3"), source, [entry]) is None


def test_every_equivalent_has_a_reason() -> None:
    assert all(len(one.reason) > 20 for one in results.equivalents())


def test_the_tests_of_whole_sites_that_are_asked_are_there() -> None:
    scripts = sorted((ROOT / "overrides" / "assets" / "komsiluk").rglob("*.js"))
    names = [file.relative_to(ROOT).as_posix() for file in scripts]
    files = {file for name in ("a.py", *names) for file in whole_files(name)}
    assert [file for file in sorted(files) if not (ROOT / file).is_file()] == []


def test_the_quick_tests_are_those_that_build_no_whole_site() -> None:
    files = noticing.test_files(ROOT)
    assert {"scripts", "tests/test_bench_mutation.py", "tests/properties/test_paging.py"} <= {
        *files
    }
    assert not any(
        file.startswith(("tests/site", "tests/browser", "tests/bench")) for file in files
    )


def test_only_what_was_chosen_runs_in_the_order_of_choice(
    items_found: list[pytest.Item],
) -> None:
    items = list(items_found)
    Listening(["c", "a"]).pytest_collection_modifyitems(items)
    assert [one.nodeid for one in items] == ["c", "a"]
    items = list(items_found)
    Listening(None, ["built"]).pytest_collection_modifyitems(items)
    assert [one.nodeid for one in items] == ["a", "c"]


@pytest.fixture
def items_found() -> list[pytest.Item]:
    """Three tests, of which the second wants the real site."""

    class Item:
        def __init__(self, nodeid: str, *fixturenames: str) -> None:
            self.nodeid, self.fixturenames = nodeid, fixturenames

    return [Item("a", "small"), Item("b", "built"), Item("c")]  # type: ignore[list-item]

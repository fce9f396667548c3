"""Scripts of the pages are changed where a test should notice, at the right place in their bytes."""

from __future__ import annotations

from pathlib import Path

from tests.bench.mutation import javascript
from tests.bench.mutation.mutant import lines
from tests.equipment import ACORN, file_of

SCRIPT = """\
"use strict";
// Њ: two bytes of UTF-8, one of UTF-16
const kept = (names, most) => names.filter((name) => name.length > most && !name.startsWith("a"));
if (kept.x === 3) kept({ key: true });
"""


def test_each_change_is_one_that_a_test_should_notice(tmp_path: Path) -> None:
    assert file_of(ACORN)
    (tmp_path / "a.js").write_text(SCRIPT, "utf-8")
    found = list(javascript.mutants(tmp_path, ["a.js"]))
    after = [lines(one, SCRIPT.encode())[1] for one in found if one.first_line == 3]
    start = "const kept = (names, most) => "
    inside = 'names.filter((name) => name.length > most && !name.startsWith("a"));'
    assert after == [
        f"{start}(undefined);",
        f"{start}names;",
        f"{start}names.filter((name) => (undefined));",
        start + inside.replace("&&", "||"),
        start + inside.replace(">", ">=").replace("=>=", "=>"),
        start + inside.replace("!", ""),
        start + inside.replace("startsWith", "endsWith"),
        start + inside.replace('a"', 'XXaXX"').replace('("a', '("XXa'),
    ]
    assert [lines(one, SCRIPT.encode())[1] for one in found if one.first_line == 4] == [
        "if (!(kept.x === 3)) kept({ key: true });",
        "if (kept.x !== 3) kept({ key: true });",
        "if (kept.x === 4) kept({ key: true });",
        "if (kept.x === 3) ;",
        "if (kept.x === 3) kept({ key: false });",
    ]

"""Templates as Python has compiled them: kept, and never taken for what they are not."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import CodeType

import pytest
from jinja2 import DictLoader, Environment

from komsiluk.mkdocs_plugin.bytecode import KeptBytecode


class Counting(Environment):
    """Counts how often it compiles something."""

    n_compiled = 0

    def _compile(self, source: str, filename: str) -> CodeType:
        type(self).n_compiled += 1
        return super()._compile(source, filename)


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Callable[[KeptBytecode], bool]:
    """Whether a template had to be compiled to be rendered."""
    monkeypatch.setattr(Counting, "n_compiled", 0)

    def compiled(kept: KeptBytecode) -> bool:
        before = Counting.n_compiled
        held = Counting(loader=DictLoader({"a.html": "Hello {{ name }}"}), bytecode_cache=kept)
        assert held.get_template("a.html").render(name="neighbour") == "Hello neighbour"
        return Counting.n_compiled > before

    return compiled


Compiled = Callable[[KeptBytecode], bool]


def test_a_template_is_compiled_once(tmp_path: Path, compiled: Compiled) -> None:
    assert compiled(KeptBytecode(tmp_path, "theme"))
    assert not compiled(KeptBytecode(tmp_path, "theme"))


@pytest.mark.parametrize("length", [0, 10, 40, 60, 200])
def test_a_damaged_file_is_made_anew(tmp_path: Path, compiled: Compiled, length: int) -> None:
    compiled(KeptBytecode(tmp_path, "theme"))
    (file,) = tmp_path.glob("templates-*/theme-*")
    os.truncate(file, length)
    assert compiled(KeptBytecode(tmp_path, "theme"))
    assert not compiled(KeptBytecode(tmp_path, "theme"))


def test_other_kinds_and_other_compilers_have_their_own(tmp_path: Path, compiled: Compiled) -> None:
    assert compiled(KeptBytecode(tmp_path, "theme"))
    assert compiled(KeptBytecode(tmp_path, "ours", "first edition"))
    assert compiled(KeptBytecode(tmp_path, "ours", "second edition"))
    assert not compiled(KeptBytecode(tmp_path, "ours", "second edition"))
    assert not compiled(KeptBytecode(tmp_path, "theme"))

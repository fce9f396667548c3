"""Whatever stands in the files, checking tells what is wrong with them and does not fall over."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from komsiluk import build
from komsiluk.diagnostics import Severity
from komsiluk.messages import render
from komsiluk.pages.page import Kind
from komsiluk.reports import REPORTERS, Asked
from tests.small_site import BASE, laid

ROOT = Path(__file__).parents[1]
RICH = ROOT / "practices" / "good-neighbor-clubs" / "practice.yml"
"""A practice that uses nearly every field."""
FILES = {
    "clubs/practice.yml": yaml.safe_load(RICH.read_text("utf-8")),
    **{
        file.relative_to(BASE / "practices").as_posix(): yaml.safe_load(file.read_text("utf-8"))
        for file in sorted((BASE / "practices").rglob("*.yml"))
        if file.parent.name != "clubs"
    },
}

STRANGE = st.one_of(
    st.none(),
    st.sampled_from(
        [
            "",
            " ",
            "x",
            "Ђ",
            "2017-02-30",
            "https://",
            "planned",
            "sr",
            "xx",
            "1.000",
            "-1",
            "9" * 5000,
        ]
    ),
    st.text(alphabet="aš1 #:-{}\n", max_size=12),
    st.lists(st.sampled_from(["a", "", "RS"]), max_size=3),
    st.dictionaries(st.sampled_from(["id", "en", "text", "", "<<"]), st.just("x"), max_size=2),
    st.lists(st.fixed_dictionaries({"id": st.sampled_from(["a", "b"])}), max_size=3),
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container in a value, with each key or position in it."""
    keys: Any = (
        value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    )
    return [place for key in keys for place in ((value, key), *places(value[key]))]


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, Any]:
    """A file of a site, and what stands in it after somebody has changed a few places."""
    name = draw(st.sampled_from(sorted(FILES)))
    value = copy.deepcopy(FILES[name])
    for _ in range(draw(st.integers(1, 3))):
        container, key = draw(st.sampled_from(places(value)))
        if draw(st.booleans()):
            container[key] = draw(STRANGE)
        else:
            del container[key]
        if not places(value):
            break
    return name, value


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("sites") / "site"
    laid(site)
    return site


@settings(max_examples=60)
@given(damage=damaged())
def test_whatever_is_damaged_is_told_and_the_rest_has_pages(
    site: Path, damage: tuple[str, Any]
) -> None:
    name, value = damage
    laid_anew = laid(site)
    (laid_anew.practices / name).write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    checked = build.check(laid_anew)
    for report in REPORTERS.values():
        report(checked.diagnostics, Asked(language="sr-Latn"))
    for found in checked.diagnostics:
        assert found.message
        assert found.hint
        message, hint = render(found.message), render(found.hint)
        assert message and hint and not hint[0].isspace()
        assert "pydantic" not in message + hint
        assert "Input should" not in message + hint
    faulty = {found.file for found in checked.diagnostics if found.severity is Severity.ERROR}
    for page in build.pages(checked).pages.of("en"):
        assert page.kind in (Kind.THEME, Kind.GROUP) or f"practices/{page.source}" not in faulty

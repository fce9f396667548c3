"""In a build of the real site everything about a practice is worked out once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from komsiluk import build
from komsiluk.mkdocs_plugin.config_loader import load_settings
from tests.site.sites import ROOT, run


@pytest.fixture(scope="module")
def counts(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, int]:
    assert built.is_dir(), "its pictures and papers are kept by now"
    to = tmp_path_factory.mktemp("counted") / "site"
    told = run("python", "-m", "tests.counting", to, cwd=ROOT, PYTHONPATH=str(ROOT)).stdout
    found: Mapping[str, int] = json.loads(told.splitlines()[-1])
    return found


def test_a_practice_is_made_once_for_each_language(counts: Mapping[str, int]) -> None:
    settings = load_settings(ROOT / "mkdocs.yml")
    n_practices = len(build.check(settings).loaded.collection.practices)
    n_localized = n_practices * len(settings.languages)
    assert counts["LocalizedPractice"] == counts["LocalizedTexts"] == n_localized
    assert counts["SharedFacts"] == n_practices


@pytest.mark.parametrize("name", ["cost", "evidence", "duration"])
def test_what_does_not_depend_on_the_language_is_worked_out_once_for_each_practice(
    counts: Mapping[str, int], name: str
) -> None:
    assert counts[name] == counts["SharedFacts"]

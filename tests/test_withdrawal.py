"""A practice that was withdrawn: what is left of it, and where it is not any more."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from komsiluk import build, scripts
from komsiluk.pages.page import Kind
from komsiluk.pages.plan import Plan
from komsiluk.reports import text_report
from komsiluk.settings import Settings
from tests.commands import run
from tests.pictures import clean_jpeg
from tests.small_site import Lay

WORDS = ("Clubs for neighbours", "neighbours meet", "opened a club", "did not know each other")


@pytest.fixture
def settings(lay: Lay) -> Settings:
    """A site whose only practice has a picture."""
    found = lay()
    (found.practices / "clubs" / "images").mkdir()
    (found.practices / "clubs" / "images" / "kitchen.jpg").write_bytes(clean_jpeg())
    return dataclasses.replace(found, cache=found.root / "cache", site_url="https://a.example/")


def files_of(settings: Settings) -> list[str]:
    folder = settings.practices / "clubs"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def planned(settings: Settings) -> Plan:
    return build.pages(build.check(settings), settings)


def test_only_the_day_is_left(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795737600")
    result = run("withdraw", "-f", settings.root / "mkdocs.yml", "clubs")
    assert result.exit_code == 0
    assert result.output.splitlines()[:-1] == [
        "wrote practices/clubs/withdrawn.yml",
        "deleted practices/clubs/images",
        "deleted practices/clubs/practice.yml",
        "deleted practices/clubs/t",
        *(
            f"practices/{file}.yml is named by nothing else any more; delete it if it tells of people."
            for file in ("_organisations/neighbours", "_places/novi-pazar", "_sources/report")
        ),
    ]
    assert files_of(settings) == ["withdrawn.yml"]
    file = settings.practices / "clubs" / "withdrawn.yml"
    assert file.read_text("utf-8") == 'schema_version: 1\nwithdrawn: "2026-11-27"\n'
    assert build.check(settings).diagnostics == ()


def test_a_second_time_finishes_what_the_first_began(settings: Settings) -> None:
    file = settings.practices / "clubs" / "withdrawn.yml"
    file.write_text('schema_version: 1\nwithdrawn: "2026-01-01"\n', encoding="utf-8")
    checked = build.check(settings)
    assert text_report(checked.diagnostics) == (
        'practices/clubs/withdrawn.yml: error: "clubs" was withdrawn, and this is still here: '
        "practices/clubs/practice.yml, practices/clubs/t/mk.yml, practices/clubs/images/kitchen.jpg "
        "[left-after-withdrawal]\n"
        "  hint: run: komsiluk withdraw clubs\n"
        "1 error"
    )
    assert dict(checked.loaded.collection.practices) == {}
    assert run("withdraw", "-f", settings.root / "mkdocs.yml", "clubs").exit_code == 0
    assert files_of(settings) == ["withdrawn.yml"]
    assert "2026-01-01" in file.read_text("utf-8")


@pytest.mark.parametrize("name", ["nobody", "_places", "../practices", ".", "clubs/t"])
def test_what_is_no_practice_cannot_be_withdrawn(settings: Settings, name: str) -> None:
    assert run("withdraw", "-f", settings.root / "mkdocs.yml", name).exit_code == 2
    assert "practice.yml" in files_of(settings)


def test_a_link_is_taken_away_and_not_followed(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kept.txt").write_text("kept")
    (settings.practices / "clubs" / "more").symlink_to(tmp_path / "elsewhere")
    run("withdraw", "-f", settings.root / "mkdocs.yml", "clubs")
    assert files_of(settings) == ["withdrawn.yml"]
    assert (tmp_path / "elsewhere" / "kept.txt").exists()


def test_its_address_stays_and_says_so_and_nothing_else_has_it(settings: Settings) -> None:
    run("withdraw", "-f", settings.root / "mkdocs.yml", "clubs")
    plan = planned(settings)
    for tag in settings.languages:
        (page,) = [page for page in plan.pages.of(tag) if page.key == "practices/clubs"]
        assert (page.kind, page.alternates) == (Kind.WITHDRAWN, ())
        assert [one.key for one in plan.pages.of(tag) if not one.is_listed] == ["practices/clubs"]
        index = scripts.index_files(settings, plan, tag, (), scripts.IndexDigest())
        compared = [script.make() for script in scripts.compared_files(plan, tag)]
        for script in (*dict(index).values(), *compared):
            assert not any(word.encode() in script for word in WORDS)
            assert b"practices/clubs" not in script
    assert plan.taxonomy.browse == ()
    assert plan.locations == ()


def test_another_practice_may_still_name_it(settings: Settings) -> None:
    other = settings.practices / "bakery" / "practice.yml"
    other.parent.mkdir()
    text = (settings.practices / "clubs" / "practice.yml").read_text("utf-8")
    other.write_text(text + "related: [clubs]\n", encoding="utf-8")
    run("withdraw", "-f", settings.root / "mkdocs.yml", "clubs")
    checked = build.check(settings)
    assert checked.diagnostics == ()
    assert planned(settings).practice("en", "bakery").shared.related == ()

"""A proposal to the answer below it: what has changed, in the author's language, with nothing of theirs alive."""

from __future__ import annotations

import dataclasses
import datetime
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komsiluk import build
from komsiluk.mkdocs_plugin.config_loader import load_settings
from komsiluk.review.changes import addresses
from komsiluk.review.comment import LONGEST, code
from komsiluk.review.links import dead
from komsiluk.review.proposal import Proposal
from komsiluk.review.worklist import behind, worklist
from komsiluk.settings import Settings
from tests.commands import run
from tests.hostile import payloads
from tests.pictures import clean_jpeg
from tests.small_site import Lay

SENT = """schema_version: 1
original_language: sr-Latn
title: Čas čitanja
tagline: Deca čitaju zajedno.
summary: Jednom nedeljno u biblioteci.
updated: "2026-11-22"
themes: [meeting]
groups: [everybody]
type: service
countries: [RS]
places: [novi-pasar]
problem:
  text: "Vidi [ovde](https://primer.example/izvestaj)."
images:
  - id: hall
    file: images/hall.jpg
    alt: "@maintainers ![x](https://evil.example/p.gif) čitaonica"
    credit: Biblioteka
    licence: CC-BY-4.0
    people: none
    consent: {basis: not-needed}
"""


def git(root: Path, *arguments: str) -> None:
    names = ("-c", "user.name=A", "-c", "user.email=a@e.example", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *names, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def site(lay: Lay) -> Iterator[Settings]:
    """A copy of the small site in a repository, with one commit."""
    settings = lay()
    git(settings.root, "init", "-q")
    git(settings.root, "add", "-A")
    git(settings.root, "commit", "-q", "-m", "A site")
    yield settings


def propose(site: Settings) -> None:
    """A practice that was sent, in Serbian, and a changed paragraph of another one."""
    folder = site.practices / "cas-citanja"
    (folder / "images").mkdir(parents=True)
    (folder / "practice.yml").write_text(SENT, encoding="utf-8")
    (folder / "images" / "hall.jpg").write_bytes(clean_jpeg())
    (site.root / "Makefile").write_text("all:\n", encoding="utf-8")


def test_a_proposal_is_answered_in_the_language_of_its_author(site: Settings) -> None:
    propose(site)
    result = run("review", "-f", site.root / "mkdocs.yml", "--run", "https://git.example/runs/1")
    assert result.exit_code == 0, result.output
    serbian, english = result.output.split("<details><summary>English</summary>")
    assert serbian.startswith("<!-- komsiluk: review -->\n### Hvala na predlogu\n")
    assert (
        "**[Pogledajte kako izgleda na stranici](https://git.example/runs/1#artifacts)**" in serbian
    )
    assert (
        "#### Ovo ne menja samo sadržaj: mora da ga pogleda neko ko održava sajt\n\n- `Makefile`"
        in serbian
    )
    assert "- **Mora da se ispravi:** `practices/cas-citanja/practice.yml:11`" in serbian
    assert (
        "#### Novi linkovi\n\n- `https://evil.example/p.gif`\n- `https://primer.example/izvestaj`\n"
        in serbian
    )
    assert (
        "#### Nove slike\n\n- `cas-citanja/images/hall.jpg`: "
        "`@maintainers ![x](https://evil.example/p.gif) čitaonica`, `none`, `CC-BY-4.0`\n"
    ) in serbian
    assert "#### Šta je već dobro\n\n- `Čas čitanja`: Dato je " in serbian
    assert "### Thank you for your proposal\n" in english
    assert "- **Has to be mended:** `practices/cas-citanja/practice.yml:11`" in english


def test_what_was_written_as_json_is_told_in_the_same_words(site: Settings, tmp_path: Path) -> None:
    propose(site)
    config = site.root / "mkdocs.yml"
    file = tmp_path / "review.json"
    file.write_text(run("review", "-f", config, "--format", "json").output, encoding="utf-8")
    assert run("review", "-f", config, "--read", file).output == run("review", "-f", config).output


def test_a_changed_paragraph_leaves_its_translations_behind(site: Settings) -> None:
    config = site.root / "mkdocs.yml"
    run("stamp", "-f", config)
    git(site.root, "add", "-A")
    git(site.root, "commit", "-q", "-m", "Stamped")
    file = site.practices / "clubs" / "practice.yml"
    file.write_text(file.read_text("utf-8").replace("Clubs for", "Rooms for"), encoding="utf-8")
    told = run("review", "-f", config, "HEAD").output
    assert (
        "#### Translations that this leaves behind\n\n- `clubs`, Macedonian: 1 paragraph\n" in told
    )
    assert "English</summary>" not in told
    assert "#### To be mended\n\nNothing that a program can see.\n" in told


def test_nothing_changed_is_told_as_nothing(site: Settings) -> None:
    told = run("review", "-f", site.root / "mkdocs.yml", "HEAD").output
    assert told == (
        "<!-- komsiluk: review -->\n### Thank you for your proposal\n\n"
        "A program has read it and wrote this; people read it too, and answer here.\n\n"
        "#### To be mended\n\nNothing that a program can see.\n"
    )


def test_a_problem_leads_to_the_page_of_its_rule_and_to_nowhere_else(
    site: Settings, tmp_path: Path
) -> None:
    config, rules = site.root / "mkdocs.yml", site.root / "docs" / "rules"
    told = config.read_text("utf-8")
    config.write_text(f"{told}repo_url: https://example.org/us/site\nedit_uri: edit/main/docs\n")
    rules.mkdir(parents=True)
    (rules / "phone.md").write_text("# Phone\n", encoding="utf-8")
    problem = {"file": "a", "severity": "error", "message": "m", "hint": ""}
    named = ["phone", "tempo", "../../evil", "](https://evil.example)"]
    held = {
        "language": "sr-Latn",
        "n_problems": 4,
        "problems": [{**problem, "rule": r} for r in named],
    }
    file = tmp_path / "review.json"
    file.write_text(json.dumps(held), encoding="utf-8")
    answer = run("review", "-f", config, "--read", file).output
    page = "https://example.org/us/site/blob/main/docs/rules/phone.md"
    assert answer.count(f"`a` ([`phone`]({page}))") == 2, "in Serbian and in English"
    assert answer.count("](") == 2


@pytest.mark.parametrize(
    "held",
    [
        "",
        "[]",
        '{"language": "en", "more": 1}',
        '{"language": "en", "version": 2}',
        '{"language": "../../etc"}',
        json.dumps({"language": "en", "links": ["x" * 601]}),
        json.dumps({"language": "en", "links": ["x"] * 101}),
        json.dumps({"language": "en", "n_problems": -1}),
        json.dumps({"language": "en", "problems": [{"file": "a", "severity": "<b>"}]}),
        "[" * 100_000,
    ],
)
def test_a_review_that_is_none_is_refused(site: Settings, tmp_path: Path, held: str) -> None:
    file = tmp_path / "review.json"
    file.write_text(held, encoding="utf-8")
    assert run("review", "-f", site.root / "mkdocs.yml", "--read", file).exit_code == 2


def test_a_review_that_means_harm_is_told_as_code(site: Settings, tmp_path: Path) -> None:
    told = [payload[:600] for payload in payloads().values()]
    told += ["@everybody", "#1", "](https://evil.example)", "`` ` ```", "a\n\n# b", "\u202eabc"]
    problem = {"file": "f", "severity": "error", "rule": "r", "message": "m", "hint": "h"}
    file = tmp_path / "review.json"
    for text in told:
        held = {
            "language": "en",
            "practices": [{"id": text, "title": text, "language": "en", "state": "new"}],
            "problems": [{**problem, "file": text, "message": text, "hint": text}],
            "n_problems": 1,
            "links": [text],
            "pictures": [{"file": text, "alt": text, "people": text, "licence": text}],
            "outdated": [{"practice": text, "language": "sq", "n_paragraphs": 1}],
            "others": [text],
        }
        file.write_text(json.dumps(held), encoding="utf-8")
        answer = run("review", "-f", site.root / "mkdocs.yml", "--read", file).output
        assert answer.count(code(text)) >= 10
        rest = answer.replace(code(text), "")
        assert "evil" not in rest and "alert" not in rest and "@" not in rest
        assert len(answer) < LONGEST


@given(st.text())
def test_code_is_one_span_on_one_line(text: str) -> None:
    """A run of backticks ends a span only if it is as long as the one that began it (CommonMark 6.1)."""
    held = code(text)
    assert "\n" not in held
    fence = held[: len(held) - len(held.lstrip("`"))]
    inner = held[len(fence) : -len(fence)]
    assert held == f"{fence}{inner}{fence}" and inner
    runs = [run for run in inner.replace("`", " ` ").split() if run == "`"]
    assert fence not in inner or not runs


def test_a_hundred_problems_fit_into_an_answer(site: Settings, tmp_path: Path) -> None:
    problem = {
        "file": "f" * 600,
        "severity": "error",
        "rule": "r",
        "message": "`" * 600,
        "hint": "h" * 600,
    }
    held = {
        "language": "mk",
        "problems": [problem] * 100,
        "n_problems": 250,
        "links": ["l" * 600] * 100,
    }
    file = tmp_path / "review.json"
    file.write_text(json.dumps(held), encoding="utf-8")
    answer = run("review", "-f", site.root / "mkdocs.yml", "--read", file).output
    assert "Уште 235 се во прегледот на извршувањето." in answer
    assert len(answer) <= LONGEST


# The work that is waiting

CONSENTS = """stories:
  - id: {id}
    text: It was good.
    names: changed
    consent: {{basis: written, review_by: "{day}", held_by: Neighbours}}
"""


@pytest.mark.parametrize(
    ("day", "listed"),
    [("2026-11-01", True), ("2027-01-27", True), ("2027-01-28", False), ("2027-01", False), ("2026", True)],
)  # fmt: skip
def test_a_consent_is_listed_sixty_days_before_it_ends(
    lay: Lay, monkeypatch: pytest.MonkeyPatch, day: str, listed: bool
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795824000")  # 2026-11-28
    settings = lay()
    with (settings.practices / "clubs" / "practice.yml").open("a", encoding="utf-8") as file:
        file.write(CONSENTS.format(id="kitchen", day=day))
    told = run("worklist", "-f", settings.root / "mkdocs.yml").output
    assert ("- [ ] `clubs` `stories.kitchen`: until " in told) is listed


def test_translations_with_most_work_come_first_and_derived_ones_are_nobodys_work(
    lay: Lay,
) -> None:
    settings = lay()
    checked = build.check(dataclasses.replace(settings, languages=("en", "mk")))
    told = worklist(
        checked.loaded.collection,
        checked.words["en"],
        datetime.date(2026, 11, 28),
        [("https://gone.example/`x`", "404")],
    )
    assert told.startswith("Written every night by a program; nobody has to answer.\n\n### ")
    assert "- [ ] `clubs`, Macedonian: 5 paragraphs\n" in told
    assert told.endswith(
        "### Links that lead nowhere\n\n- [ ] `` https://gone.example/`x` ``: `404`\n"
    )


def test_a_translation_that_the_machine_respells_is_work_in_its_own_script_alone() -> None:
    small = Path(__file__).parent / "cases" / "small"
    collection = build.check(load_settings(small / "mkdocs.yml")).loaded.collection
    translations = collection.translations["tool-library"]
    assert translations["sr-Cyrl"].derived_from == "sr-Latn"
    languages = [work.language for work in behind(collection) if work.practice_id == "tool-library"]
    assert "sr-Latn" in languages
    assert "sr-Cyrl" not in languages


def test_only_addresses_that_lead_nowhere_are_told() -> None:
    answers = {"https://a.example": "", "https://b.example": "404"}
    assert dead(answers, answers.__getitem__) == [("https://b.example", "404")]


def test_addresses_are_found_wherever_they_stand(lay: Lay) -> None:
    settings = lay()
    file = settings.practices / "_organisations" / "neighbours.yml"
    with file.open("a", encoding="utf-8") as opened:
        opened.write("url: https://office.example/\n")
    assert "https://office.example/" in addresses(build.check(settings).loaded.collection)


def test_the_empty_proposal_is_one() -> None:
    assert Proposal(language="en").model_dump_json()

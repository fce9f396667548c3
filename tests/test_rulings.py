"""The owner of a site says how much a rule matters, an author silences a line; people stay protected."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from komsiluk import build
from komsiluk.diagnostics import Severity
from komsiluk.rulings import FREE, SILENCEABLE, Choice, choices_for, known_rules
from tests.commands import run
from tests.small_site import BASE, Lay
from tests.test_rejected import ACCEPTED, CASES

PROTECTS = {
    "alt-names-person", "consent-ended", "coordinates-in-text", "external-image",
    "left-after-withdrawal", "name-and-age", "national-id", "phone", "photo-consent",
    "photo-metadata", "private-email", "small-number", "story-consent", "street-address",
    "too-precise-place", "unsafe-link",
}  # fmt: skip
"""Rules that keep people safe."""


def severities(lay: Lay, case: str, **chosen: str) -> list[tuple[str, Severity]]:
    choices = {rule.replace("_", "-"): choice for rule, choice in chosen.items()}
    settings = dataclasses.replace(lay(CASES / case), severities=choices)
    return [(one.rule, one.severity) for one in build.check(settings).diagnostics]


def test_an_owner_lowers_a_rule_about_texts_or_switches_it_off(lay: Lay) -> None:
    rule = "future-in-achieved"
    assert severities(lay, rule) == [(rule, Severity.ERROR)]
    assert severities(lay, rule, future_in_achieved="notice") == [(rule, Severity.NOTICE)]
    assert severities(lay, rule, future_in_achieved="off") == []


def test_a_rule_that_protects_people_is_only_raised(lay: Lay) -> None:
    case, rule = "few-people-in-a-town", "small-number"
    assert severities(lay, case) == [(rule, Severity.WARNING)]
    assert severities(lay, case, small_number="error") == [(rule, Severity.ERROR)]
    assert severities(lay, "telephone", phone="warning") == [("phone", Severity.ERROR)]


def test_no_rule_that_protects_people_can_be_lowered() -> None:
    assert known_rules() >= PROTECTS
    assert known_rules() >= FREE | SILENCEABLE
    for rule in PROTECTS:
        assert choices_for(rule) == (Choice.WARNING, Choice.ERROR), rule
    assert not SILENCEABLE & {
        "consent-ended", "left-after-withdrawal", "photo-consent", "photo-metadata", "story-consent",
        "child-recognisable", "too-precise-place", "unsafe-link",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "{small-number: off}",
            '"small-number" protects people or the site: it can be raised to "warning" or "error", '
            "and neither lowered nor switched off.",
        ),
        ("{to-long: off}", 'there is no rule "to-long"; did you mean "too-long"?'),
        (
            "{too-long: loud}",
            '"too-long" is off, notice, warning, error, not "loud".',
        ),
        ("[too-long]", 'write a line for each rule, as in "too-long: warning".'),
    ],
)
def test_a_choice_that_cannot_be_made_is_refused(
    lay: Lay, monkeypatch: pytest.MonkeyPatch, text: str, told: str
) -> None:
    root = lay().root
    (root / "mkdocs.yml").write_text(
        f"site_name: x\nplugins:\n  - komsiluk:\n      rules: {text}\n", encoding="utf-8"
    )
    monkeypatch.chdir(root)
    result = run("check")
    assert (result.output, result.exit_code) == (
        f"Error: mkdocs.yml cannot be used: \"plugins\": Plugin 'komsiluk' option 'rules': {told}\n",
        2,
    )


def test_the_setting_reaches_the_check(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    root = lay(CASES / "future-in-achieved").root
    text = (BASE / "mkdocs.yml").read_text("utf-8")
    assert "komsiluk: {}" in text
    (root / "mkdocs.yml").write_text(
        text.replace("komsiluk: {}", "komsiluk: {rules: {future-in-achieved: off}}"),
        encoding="utf-8",
    )
    (root / "docs").mkdir(exist_ok=True)
    monkeypatch.chdir(root)
    assert run("check").output == "no problems found\n"


@pytest.mark.parametrize(
    ("case", "n_silenced"), [("allowed-on-its-line", 1), ("allowed-in-a-text-over-lines", 2)]
)
def test_what_is_silenced_is_counted(
    lay: Lay, monkeypatch: pytest.MonkeyPatch, case: str, n_silenced: int
) -> None:
    settings = lay(ACCEPTED / case)
    checked = build.check(settings)
    assert len(checked.silenced) == n_silenced
    assert {one.rule for one in checked.silenced} <= SILENCEABLE
    result = run("check", "-f", settings.root / "mkdocs.yml")
    assert (result.output, result.exit_code) == (f"no problems found, {n_silenced} silenced\n", 0)
    markdown = run("check", "-f", settings.root / "mkdocs.yml", "--format", "markdown").output
    assert markdown.startswith(f"**no problems found, {n_silenced} silenced**")


def test_a_translation_is_silenced_like_its_original(lay: Lay) -> None:
    settings = lay()
    file = settings.practices / "clubs" / "t" / "mk.yml"
    lines = file.read_text("utf-8").splitlines()
    summary = "summary: Општината одговара на 064/123-45-67."
    kept = [line for line in lines if not line.startswith("summary:")]
    file.write_text("\n".join([*kept, summary]) + "\n", encoding="utf-8")
    assert [one.rule for one in build.check(settings).diagnostics] == ["phone"]
    remark = " # komsiluk: allow phone because it is the public number"
    file.write_text("\n".join([*kept, summary + remark]) + "\n", encoding="utf-8")
    assert build.check(settings).diagnostics == ()


def test_the_reference_lists_what_can_be_silenced_and_lowered() -> None:
    developers = Path(__file__).parents[1] / "docs" / "developers"
    listed = ", ".join(f"`{rule}`" for rule in sorted(SILENCEABLE))
    assert f"These can be silenced: {listed}.\n" in (developers / "rules.md").read_text("utf-8")
    listed = ", ".join(f"`{rule}`" for rule in sorted(FREE))
    assert f"to any of the four: {listed}.\n" in (developers / "settings.md").read_text("utf-8")

"""What runs on GitHub: safe as far as zizmor sees, of the forms that GitHub asks for, and pinned."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.site.sites import ROOT, run

FOLDER = ROOT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))
FORMS = {
    "vendor.github-workflows": WORKFLOWS,
    "vendor.dependabot": [FOLDER / "dependabot.yml"],
    "vendor.github-issue-forms": [FOLDER / "ISSUE_TEMPLATE" / "practice.yml"],
    "vendor.github-issue-config": [FOLDER / "ISSUE_TEMPLATE" / "config.yml"],
}
LONGEST = 50
"""Lines of a workflow: what is longer belongs into a command."""


def test_zizmor_finds_nothing() -> None:
    assert "No findings to report" in run("zizmor", "--offline", FOLDER, cwd=ROOT).stdout


@pytest.mark.parametrize("form", FORMS)
def test_every_file_is_what_its_schema_asks_for(form: str) -> None:
    run("check-jsonschema", "--builtin-schema", form, *FORMS[form], cwd=ROOT)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: str(file.name))
def test_a_workflow_is_short_pinned_and_may_do_little(file: Path) -> None:
    text = file.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST
    used = re.findall(r"uses: (.*)", text)
    assert used
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action
    assert "\npermissions: {}\n" in text
    held = yaml.safe_load(text)
    for job in held["jobs"].values():
        assert job["timeout-minutes"] <= 40
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "a value goes through the environment"


def test_only_the_answer_may_write_below_pull_requests_and_it_runs_nothing_of_theirs() -> None:
    writing = [file.name for file in WORKFLOWS if "pull-requests: write" in file.read_text("utf-8")]
    assert writing == ["report.yml"]
    report = yaml.safe_load((FOLDER / "workflows" / "report.yml").read_text("utf-8"))
    checkout = report["jobs"]["report"]["steps"][0]
    assert checkout["with"] == {"persist-credentials": False}, "the main branch, and no other"
    assert not any("pull_request_target" in file.read_text("utf-8") for file in WORKFLOWS)


def test_one_version_of_an_action_is_used() -> None:
    used = {use for file in WORKFLOWS for use in re.findall(r"uses: (.*)", file.read_text("utf-8"))}
    assert len({use.partition("@")[0] for use in used}) == len(used)


def test_every_language_has_its_reviewers_and_every_team_is_documented() -> None:
    lines = [line.split() for line in (FOLDER / "CODEOWNERS").read_text("utf-8").splitlines()]
    owned = {line[0] for line in lines if line and not line[0].startswith("#")}
    for tag in (path.name for path in (ROOT / "docs").iterdir() if path.name != "developers"):
        assert f"/docs/{tag}/" in owned or f"/docs/{tag.partition('-')[0]}-*/" in owned
    teams = {team.rpartition("/")[2] for line in lines if line[:1] != ["#"] for team in line[1:]}
    told = (ROOT / "docs/developers/github.md").read_text("utf-8")
    assert all(f"`{team}`" in told for team in teams)


def test_the_template_has_the_six_ticks() -> None:
    text = (FOLDER / "PULL_REQUEST_TEMPLATE.md").read_text("utf-8")
    assert len(re.findall(r"^- \[ \] \*\*", text, re.MULTILINE)) == 6


def test_the_form_of_five_lines_has_five() -> None:
    form = yaml.safe_load((FOLDER / "ISSUE_TEMPLATE" / "practice.yml").read_text("utf-8"))
    assert len([item for item in form["body"] if item["type"] != "markdown"]) == 5

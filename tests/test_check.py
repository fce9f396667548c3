"""`komsiluk check`: languages, days, comments, and what has changed since a revision."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.commands import run
from tests.small_site import BASE, Lay

REJECTED = BASE.parent / "rejected"
CONFIG = "-f"


@pytest.fixture
def site(lay: Lay) -> Path:
    """The small site as a repository of git, with one commit."""
    root = lay().root
    _git(root, "init", "-q", "-b", "main")
    _commit(root)
    return root


def _git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=office@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


def _commit(root: Path) -> None:
    _git(root, "add", "-A")
    _git(root, "commit", "-q", "-m", "a change")


def _add(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    held = file.read_text("utf-8") if file.exists() else ""
    file.write_text(held + text, encoding="utf-8")


def test_a_report_speaks_serbian_in_both_scripts(lay: Lay) -> None:
    config = lay(REJECTED / "telephone").root / "mkdocs.yml"
    latin = run("check", CONFIG, config, "--language", "sr-Latn").output.splitlines()
    assert latin[0] == (
        "practices/clubs/practice.yml:4:21: greška: u tekstu koji svi mogu da čitaju stoji broj telefona [phone]"
    )
    assert latin[1] == ("  savet: obrišite ga; ko želi da se javi, naći će kontakt organizacije.")
    assert latin[-1] == "1 greška"
    cyrillic = run("check", CONFIG, config, "--language", "sr-Cyrl").output.splitlines()
    assert cyrillic[1] == "  савет: обришите га; ко жели да се јави, наћи ће контакт организације."
    assert "+381" not in "\n".join(latin)
    assert "4 | tagline: Call us at •••• •• ••• ••••" in latin[2]


def test_consents_are_judged_by_the_day_that_is_named(lay: Lay) -> None:
    config = lay(REJECTED / "consent-just-ended").root / "mkdocs.yml"
    assert run("check", CONFIG, config, "--today", "2026-05-31").output == "no problems found\n"
    assert (
        "warning: the consent ended" in run("check", CONFIG, config, "--today", "2026-06-01").output
    )
    later = run("check", CONFIG, config, "--today", "2027-07-01")
    assert "error: the consent ended" in later.output
    assert later.exit_code == 1


def test_the_day_is_that_of_a_reproducible_build(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    config = lay(REJECTED / "consent-just-ended").root / "mkdocs.yml"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert run("check", CONFIG, config).output == "no problems found\n"


def test_a_comment_speaks_the_language_of_the_practice(lay: Lay) -> None:
    config = lay(REJECTED / "telephone-behind-a-word").root / "mkdocs.yml"
    assert run("check", CONFIG, config, "--format", "markdown").output == (
        "**1 greška**\n\n"
        "`practices/clubs/practice.yml`\n\n"
        "- red 4, greška: u tekstu koji svi mogu da čitaju stoji broj telefona (`phone`)  \n"
        "  → obrišite ga; ko želi da se javi, naći će kontakt organizacije.\n\n"
        "✓ u 8 datoteka nema šta da se popravi\n\n"
        "<details><summary>English</summary>\n\n"
        "**1 error**\n\n"
        "`practices/clubs/practice.yml`\n\n"
        "- line 4, error: a telephone number stands in a text that everybody can read (`phone`)  \n"
        "  → delete it; who wants to get in touch finds the contact of the organisation.\n\n"
        "✓ 8 files have nothing to mend\n\n"
        "</details>\n"
    )


def test_nothing_of_an_author_is_markdown_in_a_comment(lay: Lay) -> None:
    root = lay().root
    _add(root / "practices/clubs/practice.yml", '"[x](y) <img> **@all**": 1\n')
    output = run("check", CONFIG, root / "mkdocs.yml", "--format", "markdown").output
    assert '"\\[x\\](y) &lt;img> \\*\\*\\@all\\*\\*" is not a field' in output


def test_the_summary_of_a_step_holds_the_whole_report(
    lay: Lay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = lay(REJECTED / "telephone").root / "mkdocs.yml"
    summary = tmp_path / "summary.md"
    summary.write_text("Before.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert run("check", CONFIG, config, "--format", "github").output.startswith("::error file=")
    assert summary.read_text("utf-8").startswith("Before.\n**1 error**\n\n`practices/clubs/")


@pytest.mark.parametrize("form", ["text", "github", "markdown"])
def test_a_report_leads_to_the_page_of_a_rule_where_there_is_one(lay: Lay, form: str) -> None:
    root = lay(REJECTED / "telephone").root
    config, page = root / "mkdocs.yml", "https://example.org/us/site/blob/main/docs/rules/phone.md"
    _add(config, "repo_url: https://example.org/us/site\nedit_uri: edit/main/docs\n")
    told = run("check", CONFIG, config, "--format", form).output
    assert "https://" not in told, "nobody knows of a page"
    (root / "docs" / "rules").mkdir(parents=True)
    (root / "docs" / "rules" / "phone.md").write_text("# Phone\n", encoding="utf-8")
    told = run("check", CONFIG, config, "--format", form).output
    wanted = {
        "text": f"1 error\nphone: {page}\n",
        "github": f"%0A{page}\n",
        "markdown": f"([`phone`]({page}))",
    }
    assert wanted[form] in told


def test_only_what_has_changed_is_reported(site: Path) -> None:
    config = site / "mkdocs.yml"
    _add(site / "practices/clubs/practice.yml", "contact: {role: x, email: mira@example.org}\n")
    _commit(site)
    _git(site, "checkout", "-q", "-b", "proposal")
    _add(site / "practices/_organisations/neighbours.yml", "description: {en: Call 061 234 567.}\n")
    _commit(site)
    told = run("check", CONFIG, config, "--changed-since", "main")
    # The practice names the organisation, so what is wrong with it is told as well.
    assert [line.split(":")[0] for line in told.output.splitlines() if "error:" in line] == [
        "practices/_organisations/neighbours.yml",
        "practices/clubs/practice.yml",
    ]
    assert told.exit_code == 1
    _git(site, "checkout", "-q", "-b", "other", "main")
    _add(site / "practices/_places/sjenica.yml", "name: {en: Sjenica}\nkind: municipality\n")
    told = run("check", CONFIG, config, "--changed-since", "main")
    assert [line.split(":")[0] for line in told.output.splitlines() if " [" in line] == [
        "practices/_places/sjenica.yml"
    ]
    assert told.exit_code == 0


def test_what_pointed_to_a_file_that_is_gone_is_reported(site: Path) -> None:
    (site / "practices/_places/novi-pazar.yml").unlink()
    told = run("check", CONFIG, site / "mkdocs.yml", "--changed-since", "HEAD")
    assert "clubs/practice.yml:11:10: error: there is no" in told.output


def test_a_revision_that_git_does_not_know_is_refused(site: Path) -> None:
    told = run("check", CONFIG, site / "mkdocs.yml", "--changed-since", "nowhere")
    assert told.exit_code == 2
    assert "git cannot tell" in told.output
    told = run("check", CONFIG, site / "mkdocs.yml", "--changed-since", "--output=x")
    assert (told.exit_code, (site / "x").exists()) == (2, False)

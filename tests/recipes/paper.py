"""What comes of the recipe for a paper: run where it was followed, with the folder of fonts."""

from __future__ import annotations

import dataclasses
import sys
import tempfile
from pathlib import Path

from komsiluk import build, printing
from komsiluk.mkdocs_plugin.config_loader import load_settings
from komsiluk.pages.papers import Paper, Wanted
from tests.drawings import by_ours
from tests.paper import sheets
from tests.promises import bare

SMALL = Path("tests/cases/small")
PRACTICE = "tool-library"
POSTER = "poster"


def main(fonts: Path) -> None:
    """Fail unless each language has a poster of one page, and the page of the practice leads to it."""
    config = SMALL / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(
        text.replace("  - komsiluk:\n", f"  - komsiluk:\n      papers: [{POSTER}]\n"), "utf-8"
    )
    with tempfile.TemporaryDirectory() as cache:
        settings = dataclasses.replace(load_settings(config), fonts=fonts, cache=Path(cache))
        checked = build.check(settings)
        assert checked.diagnostics == (), checked.diagnostics
        plan = build.pages(checked, settings)
        bodies = by_ours(settings, checked)
        for tag in settings.languages:
            label = plan.languages[tag].words.say(f"paper.{POSTER}")
            paper = Wanted(practice_id=PRACTICE, language=tag, paper=Paper(POSTER))
            assert f'{paper.name}">{label}</a>' in bodies[tag, f"practices/{PRACTICE}"], tag
            files = printing.papers(settings, plan, [paper], lambda done, total: None).files
            (sheet,) = sheets(Path(*files.values()).read_bytes())
            practice = plan.practice(tag, PRACTICE)
            for words in (label, practice.title.line, practice.tagline.line):
                assert bare(words) in bare(sheet.text), (tag, words)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

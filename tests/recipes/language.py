"""What comes of the recipe for a language: run where it was followed."""

from __future__ import annotations

import sys
from pathlib import Path

from komsiluk import build
from komsiluk.languages.folders import tags
from komsiluk.mkdocs_plugin.config_loader import load_settings
from tests.drawings import by_ours

SMALL = Path("tests/cases/small")
TAG = "fr"


def main(fonts: Path) -> None:
    """Fail unless every page is there in French, and says in English what nobody has translated."""
    settings = load_settings(SMALL / "mkdocs.yml")
    checked = build.check(settings)
    assert TAG in settings.languages and TAG in tags()
    rules = {diagnostic.rule for diagnostic in checked.diagnostics}
    assert rules == {"missing-label", "untranslated-phrases"}
    assert checked.publishable
    words = checked.words[TAG]
    assert words.count("count.practices", 3) == "3 pratiques"
    assert words.say("not-reported") == "non indiqué"
    bodies = by_ours(settings, checked)
    pages = {key: body for (tag, key), body in bodies.items() if tag == TAG}
    assert pages.keys() == {key for tag, key in bodies if tag == "en"}
    assert "Toutes les pratiques</h1>" in pages["practices"]
    assert '<span lang="en">' in pages[""], "what is still in English says so"


if __name__ == "__main__":
    main(Path(sys.argv[1]))

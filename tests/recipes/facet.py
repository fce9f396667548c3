"""What comes of the recipe for a facet: run where it was followed."""

from __future__ import annotations

import sys
from pathlib import Path

from komsiluk import build
from komsiluk.mkdocs_plugin.config_loader import load_settings
from komsiluk.search.columns import columns
from tests.drawings import by_ours

SMALL = Path("tests/cases/small")
WRITTEN = {"repair-evenings": "en", "riverside-garden": "sr-Cyrl", "tool-library": "en"}


def main(fonts: Path) -> None:
    """Fail unless practices can be narrowed down by the language in which they were written."""
    settings = load_settings(SMALL / "mkdocs.yml")
    checked = build.check(settings)
    assert checked.diagnostics == (), checked.diagnostics
    plan = build.pages(checked, settings)
    bodies = by_ours(settings, checked)
    for tag in settings.languages:
        words = plan.languages[tag].words
        (facet,) = (facet for facet in plan.facets(tag) if facet.name == "written")
        assert {name: values for name, (values,) in facet.by_practice.items()} == WRITTEN
        labels = {value.id: (value.label, value.n) for value in facet.values}
        assert labels == {
            "en": (words.language_name("en"), 2),
            "sr-Cyrl": (words.language_name("sr-Cyrl"), 1),
        }
        assert "written" in columns(plan.facets(tag), plan.taxonomy.indexed)
        for page in ("practices", "map"):
            assert f"<summary>{words.say('browse.facet.written')}</summary>" in bodies[tag, page]
            assert '<input type="checkbox" name="written" value="sr-Cyrl">' in bodies[tag, page]


if __name__ == "__main__":
    main(Path(sys.argv[1]))

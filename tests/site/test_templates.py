"""Every page of the real content, in every language, is drawn as plain Jinja draws it."""

from __future__ import annotations

from komsiluk import build
from komsiluk.mkdocs_plugin.config_loader import load_settings
from tests.drawings import by_jinja, by_ours
from tests.site.sites import ROOT


def test_every_page_of_the_real_content_is_drawn_as_jinja_draws_it() -> None:
    settings = load_settings(ROOT / "mkdocs.yml")
    checked = build.check(settings)
    ours, jinja = by_ours(settings, checked), by_jinja(settings, checked)
    assert [place for place in jinja if ours.get(place) != jinja[place]] == []
    assert ours.keys() == jinja.keys()
    assert len(ours) > 7 * 50

"""Pages are set in the site's own faces, Cyrillic in the forms of its language."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import LANGUAGES, prefix
from tests.browser.reading import Reader

LOADED = """(words) => document.fonts.check('600 20px "Source Serif 4"', words)
  && [...document.fonts].some((face) => face.family.includes("Serif") && face.status === "loaded")"""


FETCHED_IN_VAIN = """() => {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => rule.style.getPropertyValue("src"));
  const used = rules.filter((_, i) => [...document.fonts][i].status === "loaded");
  return [...document.querySelectorAll("link[rel=preload][as=font]")]
    .map((link) => link.href.split("/").pop()).filter((name) => !used.some((src) => src.includes(name)));
}"""
"""The fonts that the page's head asks for and nothing on the page is set in."""


def faces(page: Page, selector: str) -> set[str]:
    """The fonts that Chromium really draws an element's words with; "(own)" for those of the device."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root: Any = session.send("DOM.getDocument")
    node: Any = session.send(
        "DOM.querySelector", {"nodeId": root["root"]["nodeId"], "selector": selector}
    )
    used: Any = session.send("CSS.getPlatformFontsForNode", {"nodeId": node["nodeId"]})
    return {
        font["familyName"] + ("" if font["isCustomFont"] else " (own)") for font in used["fonts"]
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_are_set_in_the_serif_and_text_in_the_sans(
    reader: Reader, home: str, kind: dict[str, str], language: str
) -> None:
    page = reader(home, prefix(language) + kind["practice"])
    page.evaluate("() => document.fonts.ready.then(() => null)")
    title = page.get_by_role("heading", level=1).inner_text()
    assert page.evaluate(LOADED, title)
    assert faces(page, "h1") == {"Source Serif 4 Variable"}
    assert faces(page, ".k-summary p") == {"SourceSans3VF"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_font_that_is_fetched_early_is_used(
    reader: Reader, home: str, kind: dict[str, str], language: str
) -> None:
    page = reader(home, prefix(language))
    for name in ("home", "written", "practice", "themes"):
        page.goto(prefix(language) + kind[name])
        page.evaluate("() => document.fonts.ready.then(() => null)")
        idle = page.evaluate(FETCHED_IN_VAIN)
        assert not idle, "\n".join(idle)


@pytest.mark.parametrize("language", ["sr-Cyrl", "mk"])
@pytest.mark.parametrize(
    ("face", "letters"), [("600 60px var(--k-display)", "б"), ("italic 60px var(--k-text)", "гдпт")]
)
def test_cyrillic_takes_the_forms_of_its_language(
    reader: Reader, home: str, language: str, face: str, letters: str
) -> None:
    page = reader(home, prefix(language))
    page.locator("article").evaluate(
        """(article, [face, letters]) => { article.innerHTML =
          `<p id="own" style="font: ${face}">${letters}</p>
           <p id="other" lang="ru" style="font: ${face}">${letters}</p>`; }""",
        [face, letters],
    )
    page.evaluate("() => document.fonts.ready.then(() => null)")
    own, other = (page.locator(name).screenshot() for name in ("#own", "#other"))
    assert own != other

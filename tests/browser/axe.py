"""A page to what axe-core finds wrong with it, as lines for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page

from tests.equipment import AXE, file_of

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""WCAG 2.2 at level AA, and axe's own advice."""

COLOURS = ("color-contrast", "link-in-text-block")
"""The rules whose answer changes with the colours."""

_OPTIONS = {"resultTypes": ["violations"], "iframes": False, "preload": False}
"""We have no frames, and no style that turns a screen: without both, axe is twice as fast."""

_RUN = """async (options) => (await axe.run(document, options)).violations.flatMap((violation) =>
  violation.nodes.map((node) => [violation.id, violation.help, node.target.join(" "),
    node.any.concat(node.all, node.none).map((check) => check.message).join("; ")]))"""


def prepare(page: Page) -> None:
    """Have axe (https://github.com/dequelabs/axe-core) in every document that the page opens from now on."""
    page.add_init_script(path=file_of(AXE))


def violations(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """One line for each element that breaks a rule: rule, selector, help, what was measured.

    The page has been `prepare`d. `rules` limits axe to these; else it takes all of `TAGS`.
    """
    only: dict[str, Any] = (
        {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": list(TAGS)}
    )
    found = page.evaluate(_RUN, {**_OPTIONS, "runOnly": only})
    return [f"{rule}: {selector}: {help_}: {told}" for rule, help_, selector, told in found]

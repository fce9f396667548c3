"""A page to what axe-core finds wrong with it, as lines for people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).parents[2] / ".cache/tools/node_modules/axe-core/axe.min.js"
"""Put there by `make test`; https://github.com/dequelabs/axe-core."""

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""WCAG 2.2 at level AA, and axe's own advice."""

COLOURS = ("color-contrast", "link-in-text-block")
"""The rules whose answer changes with the colours."""

_RUN = """async (options) => (await axe.run(document, options)).violations.flatMap((violation) =>
  violation.nodes.map((node) => [violation.id, violation.help, node.target.join(" "),
    node.any.concat(node.all, node.none).map((check) => check.message).join("; ")]))"""


def violations(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """One line for each element that breaks a rule: rule, selector, help, what was measured.

    `rules` limits axe to these; without them it takes all that bear one of `TAGS`.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(SCRIPT.read_text("utf-8"))
    only: dict[str, Any] = (
        {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": list(TAGS)}
    )
    found = page.evaluate(_RUN, {"runOnly": only, "resultTypes": ["violations"]})
    return [f"{rule}: {selector}: {help_}: {told}" for rule, help_, selector, told in found]

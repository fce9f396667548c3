"""Practices to the cards that stand for them in lists, each drawn once for all pages of a language."""

from __future__ import annotations

from markupsafe import Markup

from komsiluk.html.scene import ROOT, RootScene
from komsiluk.html.templates import Templates


class Cards:
    """The cards of one language."""

    def __init__(self, scene: RootScene, templates: Templates) -> None:
        self._scene = scene
        self._templates = templates
        self._drawn: dict[str, list[str]] = {}

    def html(self, practice_id: str, root: str) -> Markup:
        """The card of a practice on a page from which `root` leads to the root of the language."""
        return Markup(root.join(self._pieces(practice_id)))

    def _pieces(self, practice_id: str) -> list[str]:
        found = self._drawn.get(practice_id)
        if found is None:
            html = self._templates.render("_card.html", at=self._scene, id=practice_id)
            found = self._drawn[practice_id] = html.split(ROOT)
        return found

"""Practices to the cards that stand for them in lists, each drawn once for all pages of a language."""

from __future__ import annotations

import functools

from markupsafe import Markup

from komsiluk.html.scene import ROOT, RootScene
from komsiluk.html.templates import Templates

class Cards:
    """The cards of one language."""

    def __init__(self, scene: RootScene, templates: Templates) -> None:
        self._scene = scene
        self._templates = templates

    def html(self, practice_id: str, root: str) -> Markup:
        """The card of a practice on a page from which `root` leads to the root of the language."""
        return Markup(root.join(self._pieces(practice_id)))

    @functools.lru_cache(maxsize=4096)  # noqa: B019 - lives as long as the build of its language
    def _pieces(self, practice_id: str) -> list[str]:
        html = self._templates.render("_card.html", at=self._scene, id=practice_id)
        return html.split(ROOT)

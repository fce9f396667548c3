"""A page to the HTML that stands between the theme's header and its footer."""

from __future__ import annotations

from komsiluk.html.scene import Scene
from komsiluk.html.templates import Templates


def body(scene: Scene, templates: Templates) -> str:
    """The page's body, from the template that its kind names."""
    return templates.render(f"{scene.page.kind}.html", at=scene, page=scene.page)


def home(scene: Scene, templates: Templates) -> str:
    """What stands below the owner's own words on a home page."""
    return templates.render("home.html", at=scene, page=scene.page)

"""A page to the HTML that stands between the theme's header and its footer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from komsiluk.html.scene import Scene


def environment(folders: Sequence[Path]) -> Environment:
    """Where templates come from: the folders' `komsiluk/`, the first that has a name wins.

    Everything is escaped, and a name that a template misspells raises `jinja2.UndefinedError`.
    """
    return Environment(
        loader=FileSystemLoader([folder / "komsiluk" for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def body(scene: Scene, templates: Environment) -> str:
    """The page's body, from the template that its kind names."""
    return templates.get_template(f"{scene.page.kind}.html").render(at=scene, page=scene.page)


def home(scene: Scene, templates: Environment) -> str:
    """What stands below the owner's own words on a home page."""
    return templates.get_template("home.html").render(at=scene, page=scene.page)

"""A checked site to the body of every page of it, by our templates and by plain Jinja."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from komsiluk import build, theme
from komsiluk.build import Checked
from komsiluk.html.renderer import Renderer
from komsiluk.html.templates import Templates
from komsiluk.pages.addresses import Addresses
from komsiluk.settings import Settings

Bodies = dict[tuple[str, str], str]
"""HTML by language and key; the home page has the empty key."""


class Jinja:
    """Jinja as it comes, with the settings that templates are written for."""

    def __init__(self, folder: Path) -> None:
        """`folder` is a theme."""
        self._environment = Environment(
            loader=FileSystemLoader(folder / "komsiluk"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, name: str, **values: object) -> str:
        """The template with these values."""
        return self._environment.get_template(name).render(values)


def by_ours(settings: Settings, checked: Checked) -> Bodies:
    """Every body as the site has it; fails if a template of ours is one for which Jinja has to help."""
    held = {
        tag: Templates([theme.folder()], checked.words[tag].marked, ours=theme.folder())
        for tag in settings.languages
    }
    found = dict(_bodies(settings, checked, held.__getitem__))
    assert [tag for tag, templates in held.items() if "_careful" in templates.__dict__] == []
    return found


def by_jinja(settings: Settings, checked: Checked) -> Bodies:
    """Every body as plain Jinja has it."""
    jinja = Jinja(theme.folder())
    return dict(_bodies(settings, checked, lambda tag: jinja))


def _bodies(
    settings: Settings, checked: Checked, templates: Callable[[str], Any]
) -> Iterator[tuple[tuple[str, str], str]]:
    plan = build.pages(checked)
    addresses = Addresses(
        default_language=settings.default_language, directory_urls=settings.directory_urls
    )
    for tag in settings.languages:
        renderer = Renderer(tag, plan, settings, addresses, templates(tag))
        yield (tag, ""), renderer.home()
        for page in plan.pages.of(tag):
            yield (tag, page.key), renderer.body(page)

"""A page to the HTML that stands between the theme's header and its footer."""

from __future__ import annotations

from markupsafe import Markup, escape

from komsiluk.html.scene import Scene
from komsiluk.html.templates import Templates


def body(scene: Scene, templates: Templates) -> str:
    """The page's body, from the template that its kind names, and the footnotes of what it names."""
    html = templates.render(f"{scene.page.kind}.html", at=scene, page=scene.page)
    return html + footnotes(html, scene)


def home(scene: Scene, templates: Templates) -> str:
    """What stands below the owner's own words on a home page."""
    html = templates.render("home.html", at=scene, page=scene.page)
    return html + footnotes(html, scene)


def footnotes(html: str, scene: Scene) -> str:
    """What the policy on contested places wants to be said on a page that names one, and is not yet."""
    found = Markup("")
    for entry in scene.settings.contested:
        name, note = f"contested.{entry.code}.name", f"contested.{entry.code}.footnote"
        if not (scene.has(name) and scene.has(note)):
            continue
        called, said = scene.say(name), scene.say(note)
        if said and escape(called) in html and escape(said) not in html:
            found += Markup('<p class="k-footnote" role="note"><b>{}</b> {}</p>\n').format(
                called, said
            )
    return str(found)

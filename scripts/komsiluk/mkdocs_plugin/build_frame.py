"""A page of the build to its frame."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage

from komsiluk.exports import webmanifest
from komsiluk.images.icons import svg
from komsiluk.images.image_artifacts import MARK, TOUCH_ICON, card_path
from komsiluk.images.motif import strip
from komsiluk.images.palettes import palette
from komsiluk.mkdocs_plugin.generated import GeneratedPage
from komsiluk.mkdocs_plugin.page_frame import DOORS, Frame, NavLink, alternates, switch
from komsiluk.mkdocs_plugin.site import Site
from komsiluk.pages.page import Kind
from komsiluk.pages.paging import list_key
from komsiluk.pages.translation_state import notice

STYLES = ("look.css", "site.css")
PRINT_STYLE = "print.css"


def frame(site: Site, page: HostPage, nav: Navigation) -> Frame:
    """The frame of a page; ways are relative to it."""
    current, key = site.languages.current, site.key(page)
    here = site.addresses.of(key, current)
    way = _relative(site, here)
    written = site.written_languages(page)
    generated = page.ours if isinstance(page, GeneratedPage) else None
    text_language = site.text_language(page)
    borrowed = generated is None and text_language != current
    return Frame(
        **_common(site, nav, key, way),
        title=generated.title if generated else str(page.meta.get("title") or page.title or ""),
        description=(
            generated.description if generated else str(page.meta.get("description") or "")
        ),
        is_generated=generated is not None,
        is_practice=generated is not None and generated.kind is Kind.PRACTICE,
        is_listed=generated is None or generated.is_listed,
        alternates=alternates(written, site.languages.default, lambda tag: site.absolute(key, tag))
        if current in written
        else (),
        languages=switch(
            key,
            current,
            site.languages.tags,
            lambda tag: site.addresses.between(here, site.addresses.of(key, tag)),
        ),
        card=_card(site, page, key, text_language),
        notice=_notice(site, page, borrowed),
        borrowed=text_language if borrowed else "",
        home=_home(site, page),
    )


def frame_of_missing(site: Site, nav: Navigation) -> Frame:
    """The frame of the page for addresses that lead nowhere: it may stand anywhere, so ways are whole."""
    root = urlsplit(site.settings.site_url).path or "/"
    addresses = site.addresses

    def way(path: str) -> str:
        return root + path

    say = site.checked.words[site.languages.current].say
    return Frame(
        **_common(site, nav, None, way),
        title=say("missing.title"),
        description=say("missing.text"),
        is_generated=False,
        is_practice=False,
        is_listed=True,
        alternates=(),
        languages=switch(
            "", site.languages.current, site.languages.tags, lambda tag: way(addresses.of("", tag))
        ),
        card="",
    )


def canonical(site: Site, page: HostPage) -> str | None:
    """Where a page's text is at home on the web; None for a page that is at home where it stands."""
    text_language = site.text_language(page)
    if not site.settings.site_url:
        return None
    if text_language == site.languages.current and not site.settings.bundle:
        return None
    return site.absolute(site.key(page), text_language)


def _common(
    site: Site, nav: Navigation, key: str | None, way: Callable[[str], str]
) -> dict[str, Any]:
    """What every page's frame has."""
    current = site.languages.current
    words = site.checked.words[current].marked

    def to(wanted: str) -> str:
        return way(site.addresses.of(wanted, current))

    doors = [
        NavLink(
            title=words.say(f"{name}.door"), href=to(name), is_current=list_key(key or "") == name
        )
        for name in DOORS
    ]
    doors += [
        NavLink(title=str(page.title), href=to(site.key(page)), is_current=key == site.key(page))
        for page in nav.pages
        if site.key(page)
    ]
    assets = "assets/komsiluk/"
    return {
        "words": words,
        "doors": tuple(doors),
        "home_link": to(""),
        "browse_link": to("practices"),
        "base": way(site.addresses.folder(current)),
        "ending": site.addresses.ending,
        "has_search": site.settings.search,
        "shortlist_link": to("shortlist"),
        "styles": tuple(way(assets + name) for name in STYLES),
        "print_style": way(assets + PRINT_STYLE),
        "preloads": ()
        if site.settings.bundle  # A file has no origin, so browsers refuse what is asked across them.
        else tuple(way(path) for path in site.assets.preloads[current]),
        "script": way(assets + "site.js"),
        "early_script": way(assets + "scheme.js"),
        "logo": way(MARK),
        "icon": way(TOUCH_ICON),
        "manifest": ""
        if site.settings.bundle
        else way(site.addresses.folder(current) + webmanifest.NAME),
        "offline_link": to("offline"),
        "bars": {"light": webmanifest.LIGHT, "dark": webmanifest.DARK},
        "ornament": _ornament(),
        "report": site.report if site.has_errors else "",
    }


@functools.cache
def _ornament() -> Markup:
    """The band of stitches over the home page, inline.

    It is kept until the process ends: it depends on nothing, and each language has it.
    """
    return Markup(svg(strip("home", 240), palette("site")))


def _relative(site: Site, here: str) -> Callable[[str], str]:
    return lambda there: site.addresses.between(here, there)


def _card(site: Site, page: HostPage, key: str, tag: str) -> str:
    """The whole address of the page's social card."""
    if isinstance(page, GeneratedPage):
        path = card_path(list_key(key), tag) if page.has_card else ""
    else:
        path = site.card(key, tag)
    return site.settings.site_url + path if path else ""


def _notice(site: Site, page: HostPage, borrowed: bool) -> str:
    """What a hand-written page says of its translation."""
    by_machine = page.meta.get("translation") == "machine"
    if not (borrowed or by_machine):
        return ""
    words = site.checked.words[site.languages.current]
    return " ".join(notice(words, site.languages.default, by_machine=not borrowed))


def _home(site: Site, page: HostPage) -> Markup:
    """The practices on the home page, below the words that the site's owner wrote."""
    if page.meta.get("template") != "home.html":
        return Markup("")
    return Markup(site.renderer.home(site.prints))

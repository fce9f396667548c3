"""What the frame of a page (head, header, footer) needs to know: `komsiluk` in the theme's templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from komsiluk.languages import language
from komsiluk.model.words import Words


@dataclass(frozen=True, kw_only=True)
class NavLink:
    """A way to a chief page."""

    title: str
    href: str
    is_current: bool = False


@dataclass(frozen=True, kw_only=True)
class Alternate:
    """The same page in a language."""

    tag: str
    href: str
    name: str = ""
    is_current: bool = False


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Everything that the theme's templates read of us."""

    words: Words
    title: str
    description: str
    is_generated: bool
    is_practice: bool
    is_listed: bool
    """Whether search engines may keep the page."""
    alternates: tuple[Alternate, ...]
    """For `hreflang`: true translations only, whole addresses, `x-default` last."""
    languages: tuple[Alternate, ...]
    """For the switch: the page's address in every language."""
    doors: tuple[NavLink, ...]
    home_link: str
    browse_link: str
    base: str
    """The way to the folder of the page's language, to be put before a key and `ending`."""
    ending: str
    has_search: bool
    shortlist_link: str
    styles: tuple[str, ...]
    print_style: str
    preloads: tuple[str, ...]
    script: str
    early_script: str
    card: str
    """Whole address of the social card; empty for none."""
    logo: str
    icon: str
    """For the home screens of phones."""
    manifest: str
    """The web app manifest; empty for a copy that is opened without a server."""
    offline_link: str
    bars: Mapping[str, str]
    """The colours of the bars that a browser draws around the page, for `light` and `dark`."""
    ornament: Markup
    report: str = ""
    """While somebody works on the site: the faults of the content."""
    notice: str = ""
    """What stands above a hand-written page that is borrowed or translated by machine."""
    borrowed: str = ""
    """Language of a borrowed hand-written text; empty when it is the page's own."""
    home: Markup = Markup("")
    """For the home page: what follows the site's own words."""

    def say(self, key: str) -> str:
        """A phrase of the interface."""
        return self.words.say(key)

    @property
    def language_name(self) -> str:
        """The page's language in its own name."""
        return self.words.language.name

    @property
    def language_code(self) -> str:
        """The page's language in as few letters as readers know it by."""
        key = "language.code"
        is_own = self.words.has(key) and key not in self.words.borrowed
        return self.words.say(key) if is_own else self.words.language.tag


def switch(
    key: str, current: str, tags: tuple[str, ...], href: Callable[[str], str]
) -> tuple[Alternate, ...]:
    """The switch of a page: it stays on the page in every language."""
    return tuple(
        Alternate(tag=tag, href=href(tag), name=language(tag).name, is_current=tag == current)
        for tag in tags
    )


def alternates(
    tags: tuple[str, ...], default: str, absolute: Callable[[str], str]
) -> tuple[Alternate, ...]:
    """The `hreflang` links of a page that truly is in these languages; none for a single one."""
    if len(tags) < 2:
        return ()
    links = [Alternate(tag=tag, href=absolute(tag)) for tag in tags]
    if default in tags:
        links.append(Alternate(tag="x-default", href=absolute(default)))
    return tuple(links)


DOORS: Mapping[str, str] = {
    "practices": "practices",
    "themes": "themes",
    "groups": "groups",
    "places": "places",
}
"""Generated pages that every site's header leads to."""

"""What a page says in its language, and the ways from it to others."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import quote

from markupsafe import Markup

from komsiluk.pages.addresses import Addresses, published_addresses
from komsiluk.pages.page import Page
from komsiluk.pages.paging import list_key, numbers, part_key
from komsiluk.pages.papers import Prints
from komsiluk.pages.plan import FORM, Plan
from komsiluk.pages.voice import Voice
from komsiluk.settings import Settings

Card = Callable[[str, str], Markup]
"""The card of a practice, by its id and by the way from a page to the root of its language."""


def _no_card(practice_id: str, root: str) -> Markup:
    raise TypeError("a card has no cards")


@dataclass(frozen=True)
class Stage:
    """One page in its site: what it says in its language, and the ways from it."""

    page: Page
    plan: Plan
    settings: Settings
    addresses: Addresses
    draw_card: Card = _no_card
    prints: Prints = field(default_factory=dict)
    """The papers that have been made; the others are made when somebody asks."""

    voice: Voice = field(init=False, repr=False)
    """The language the page speaks."""
    home: str = field(init=False, repr=False)
    """The way to the root of the page's language; nothing when the page stands there."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "voice", self.plan.voices[self.page.language])
        object.__setattr__(self, "home", self._home())

    def _home(self) -> str:
        return self.addresses.home(self.page.key)

    def say(self, key: str, **values: object) -> str:
        """A phrase of the interface."""
        return self.voice.words.say(key, **values)

    def has(self, key: str) -> bool:
        """Whether there is such a phrase."""
        return self.voice.words.has(key)

    def count(self, key: str, number: int) -> str:
        """A phrase with a number in it."""
        return self.voice.words.count(key, number)

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        return self.voice.words.number(value)

    def day(self, day: str) -> str:
        """A date as the language writes it."""
        return self.voice.words.day(day)

    def join(self, items: Iterable[str]) -> str:
        """A list as the language writes it."""
        return self.voice.words.join(items)

    # Ways to other pages and files

    @functools.cached_property
    def here(self) -> str:
        """The page's own address from the root of the site."""
        return self.addresses.of(self.page.key, self.page.language)

    @functools.cached_property
    def _keys(self) -> frozenset[str]:
        return self.plan.pages.keys(self.page.language)

    def link(self, key: str) -> str:
        """The way to another page of the same language. Raises `KeyError` for one that is not there."""
        if key not in self._keys:
            raise KeyError(key)
        return self.home + key + self.addresses.ending

    def there(self, key: str) -> bool:
        """Whether the site has such a page."""
        return key in self._keys

    def written(self, key: str) -> str:
        """The way to a page that the site's owner wrote; empty when it is not there."""
        return self.home + key + self.addresses.ending if key in self.settings.written else ""

    def asset(self, path: str) -> str:
        """The way to a file below the root of the site."""
        return self.home + self.addresses.up(self.page.language) + path

    def card(self, practice_id: str) -> Markup:
        """A practice as it stands in a list."""
        return self.draw_card(practice_id, self.home)

    # Long lists

    def part(self, number: int) -> str:
        """The key of a part of the list that the page is a part of."""
        return part_key(list_key(self.page.key), number)

    def parts(self) -> tuple[int | None, ...]:
        """The parts that a reader is offered; None for those left out between."""
        return numbers(self.page.part, self.page.n_parts)

    def picture(self, name: str, width: int, form: str) -> str:
        """The way to a cross-stitch picture."""
        return self.asset(f"assets/komsiluk/covers/{name}-{width}.{form}")

    def edit_link(self) -> str:
        """Where the page's file can be edited; empty when the site does not say."""
        if not self.settings.edit_url or not self.page.source:
            return ""
        return self.settings.edit_folder + quote(self.page.source)

    def form_link(self, work: str, tag: str = "") -> str:
        """The way to the contribution form with the page's practice open in it, to `improve` it or to
        `translate` it; `tag` is the form's language where that is not the page's. A site without the
        form leads to the page's file, if it says where that is, and else nowhere."""
        if not self.settings.form:
            return self.edit_link()
        root = self.asset(self.addresses.folder(tag)) if tag else self.home
        return f"{root}{FORM}{self.addresses.ending}?{work}={self.page.subject}"

    def absolute(self) -> str:
        """The page's whole address on the web; relative when the site's is not known."""
        published = published_addresses(self.settings)
        return self.settings.site_url + published.of(self.page.key, self.page.language)

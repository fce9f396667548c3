"""A page to the ways from it: to pages, files, the form, and the file from which it is made."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from komsiluk.pages.addresses import Addresses, published_addresses
from komsiluk.pages.page import Page
from komsiluk.pages.paging import list_key, numbers, part_key
from komsiluk.pages.plan import FORM
from komsiluk.pages.translation_state import TranslationState
from komsiluk.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Links:
    """The ways from one page, all relative to it."""

    page: Page
    settings: Settings
    addresses: Addresses
    keys: frozenset[str]
    """Of all pages in the language of the page."""
    home: str
    """The way to the root of the language; nothing where the page stands there."""

    @property
    def address(self) -> str:
        """The page's own address from the root of the site."""
        return self.addresses.of(self.page.key, self.page.language)

    def link(self, key: str) -> str:
        """The way to another page of the same language. Raises `KeyError` for one that is not there."""
        if key not in self.keys:
            raise KeyError(key)
        return self.home + key + self.addresses.ending

    def there(self, key: str) -> bool:
        """Whether the site has such a page."""
        return key in self.keys

    def written(self, key: str) -> str:
        """The way to a page that the site's owner wrote; empty when it is not there."""
        return self.home + key + self.addresses.ending if key in self.settings.written else ""

    def asset(self, path: str) -> str:
        """The way to a file below the root of the site."""
        return self.home + self.addresses.up(self.page.language) + path

    def picture(self, name: str, width: int, form: str) -> str:
        """The way to a cross-stitch picture; `width` in pixels."""
        return self.asset(f"assets/komsiluk/covers/{name}-{width}.{form}")

    def part(self, number: int) -> str:
        """The way to a part of the list that the page is a part of; parts count from 1."""
        return self.link(part_key(list_key(self.page.key), number))

    def parts(self) -> tuple[int | None, ...]:
        """The parts of the list to which the page links; None stands for parts that are left out."""
        return numbers(self.page.part, self.page.n_parts)

    def edit_link(self) -> str:
        """The address at which the page's file can be edited; empty when the site names none."""
        if not self.settings.edit_url or not self.page.source:
            return ""
        return self.settings.edit_folder + quote(self.page.source)

    def form_link(self, work: str, tag: str = "") -> str:
        """The way to the contribution form with the page's practice open in it, to `improve` it or to
        `translate` it; `tag` is the form's language where that is not the page's. A site without the
        form leads to the page's file instead; empty when the site names no address for it."""
        if not self.settings.form:
            return self.edit_link()
        root = self.asset(self.addresses.folder(tag)) if tag else self.home
        return f"{root}{FORM}{self.addresses.ending}?{work}={self.page.subject}"

    def translation_link(self, state: TranslationState) -> str:
        """The way to the form for mending the translation: its own text, or that of the other script."""
        origin = state.derived_from
        if origin is None or origin not in self.settings.languages:
            return self.form_link("translate")
        work = "improve" if origin == state.original_language else "translate"
        return self.form_link(work, origin)

    def absolute(self) -> str:
        """The page's whole address on the web; relative when the site's is not known."""
        published = published_addresses(self.settings)
        return self.settings.site_url + published.of(self.page.key, self.page.language)

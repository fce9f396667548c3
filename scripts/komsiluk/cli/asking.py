"""A site to what its questions may ask of it, in each of its languages."""

from __future__ import annotations

from collections.abc import Mapping

from komsiluk import build
from komsiluk.html.asking import Asking
from komsiluk.pages.addresses import Addresses
from komsiluk.pages.page import home_page
from komsiluk.settings import Settings


def asking(settings: Settings) -> Mapping[str, Asking]:
    """The site by language, the default one first."""
    planned = build.pages(build.check(settings), settings)
    addresses = Addresses(
        default_language=settings.default_language, directory_urls=settings.directory_urls
    )
    return {tag: Asking(home_page(tag), planned, settings, addresses) for tag in settings.languages}

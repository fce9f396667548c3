"""A site in one language to its web app manifest, by which a phone makes an app of it."""

from __future__ import annotations

import json

NAME = "manifest.webmanifest"
"""Of the file at the root of each language."""

LIGHT, DARK = "#fffdf8", "#221d1a"
"""The ground of the header (`--k-paper` in site.css), for the bars that a browser draws around a page."""
PAGE = "#faf6ee"
"""The ground of a page (`--k-page`), until its styles are there."""


def webmanifest(
    *,
    name: str,
    description: str,
    language: str,
    direction: str,
    root: str,
    home: str,
    icons: dict[str, tuple[int, str]],
) -> bytes:
    """The manifest: JSON as in W3C's "Web Application Manifest".

    `root` is the way from the language's root to that of the site, `home` the one to the home page.
    `icons` are sizes in pixels and purposes (`any`, `maskable`) by path from the root of the site.
    """
    said = {
        "name": name,
        "short_name": name,
        "description": description,
        "lang": language,
        "dir": direction,
        "start_url": home,
        "scope": root or "./",
        "display": "standalone",
        "display_override": ["minimal-ui"],
        "theme_color": LIGHT,
        "background_color": PAGE,
        "icons": [
            {"src": root + path, "sizes": f"{side}x{side}", "type": "image/png", "purpose": purpose}
            for path, (side, purpose) in icons.items()
        ],
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()

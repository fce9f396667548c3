"""A site in one language to its web app manifest, with which a phone installs it as an app."""

from __future__ import annotations

import json

NAME = "manifest.webmanifest"
"""The name of the file at the root of each language."""

LIGHT, DARK = "#fffdf8", "#221d1a"
"""The background of the header (`--k-paper` in site.css), for the bars of a browser around a page."""
PAGE = "#faf6ee"
"""The background of a page (`--k-page`) until its styles have loaded."""


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

    `root` is the relative address of the site's root from the root of the language, and `home` that of
    the home page.
    `icons` are sizes in pixels and purposes (`any`, `maskable`) by path from the root of the site.
    """
    manifest = {
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
    return json.dumps(manifest, ensure_ascii=False, separators=(",", ":")).encode()

"""The subjects of pages to the artifacts of their pictures: covers, cards, icons, embroidery for papers."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import PIL
from PIL import features

from komsiluk.artifacts import Artifact, file_digest
from komsiluk.images.cards import social_card
from komsiluk.images.covers import WIDTHS, Format, cover
from komsiluk.images.icons import ICON_SIZES, MASKED_SIZE, icon, mark, svg
from komsiluk.images.lettering import Fonts
from komsiluk.images.motif import Shape, motif, strip
from komsiluk.images.needlework import BLACK, needlework
from komsiluk.images.palettes import Palette, palette

FOLDER = "assets/komsiluk/"
MARK = f"{FOLDER}mark.svg"
TOUCH_ICON = f"{FOLDER}icon-180.png"
MASKED_ICON = f"{FOLDER}icon-{MASKED_SIZE}-masked.png"
APP_ICONS = {
    f"{FOLDER}icon-192.png": (192, "any"),
    f"{FOLDER}icon-512.png": (512, "any"),
    MASKED_ICON: (MASKED_SIZE, "maskable"),
}
"""The icons of a web app by path: size in pixels, and purpose."""

_LIBRARIES = ("avif", "freetype2", "fribidi", "harfbuzz", "raqm", "webp", "zlib", "zlib_ng")
"""The libraries that draw and pack for Pillow. Another build of the same Pillow may bring others."""
_WEIGHTS = {
    ("webp", 480): 30, ("webp", 960): 65, ("webp", 1440): 110,
    ("avif", 480): 350, ("avif", 960): 1400, ("avif", 1440): 3900,
}  # fmt: skip
"""How long a cover takes, in milliseconds, by format and width: Pillow 13.0, 2026-11-24."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """The subject of a picture."""

    name: str
    """The seed of the pattern: two subjects of one name look the same."""
    motif: str
    palette: str
    """Name of a palette; empty for the site's own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """A social card to be made."""

    key: str
    """The page's key, empty for the home page."""
    language: str
    subject: Subject
    title: str
    kicker: str
    site_name: str


def covers(subjects: Iterable[Subject], formats: Sequence[Format]) -> Iterator[Artifact]:
    """The cover of each subject in three widths (CSS pixels 480, 960, 1440) and each format."""
    for subject in subjects:
        for form in formats:
            for width in WIDTHS:
                yield Artifact(
                    path=f"{FOLDER}covers/{subject.name}-{width}.{form}",
                    make=make_cover,
                    arguments=(subject.name, subject.motif, subject.palette, width, form),
                    depends=made_by(),
                    weight=_WEIGHTS[form, width],
                )


def cards(social_cards: Iterable[Card], fonts: Fonts | None) -> Iterator[Artifact]:
    """The social cards, PNG, 1200 by 630 pixels."""
    inputs = (str(fonts.serif), str(fonts.sans)) if fonts else ()
    depends = " ".join([made_by(), *map(file_digest, inputs)])
    for card in social_cards:
        yield Artifact(
            path=card_path(card.key, card.language),
            make=make_card,
            arguments=(
                card.title,
                card.kicker,
                card.site_name,
                card.language,
                (card.subject.name, card.subject.motif, card.subject.palette),
            ),
            inputs=inputs,
            depends=depends,
            weight=30,
        )


def icons() -> Iterator[Artifact]:
    """The site's mark, for the header, browsers and phones."""
    yield Artifact(path=MARK, make=make_mark, arguments=(), depends=made_by())
    for side in ICON_SIZES:
        yield Artifact(
            path=icon_path(side),
            make=make_icon,
            arguments=(side,),
            depends=made_by(),
            weight=20,
        )
    yield Artifact(
        path=MASKED_ICON,
        make=make_masked_icon,
        arguments=(MASKED_SIZE,),
        depends=made_by(),
        weight=20,
    )


def embroidery(subject: Subject, *, mono: bool) -> tuple[Artifact, Artifact]:
    """The band over the first page of a paper and the strip over its other pages, as SVG.

    They are parts of the papers, not files of the site. With `mono` they are black.
    """
    ink = "black" if mono else subject.palette
    return tuple(  # type: ignore[return-value]
        Artifact(
            path=f"papers/{subject.name}-{name}{'-mono' if mono else ''}.svg",
            make=make,
            arguments=(subject.name, subject.motif, ink),
            depends=made_by(),
            weight=15,
        )
        for name, make in (("band", make_band), ("strip", make_strip))
    )


def tile(subject: Subject, *, mono: bool) -> Artifact:
    """The square embroidery of a practice on papers, as SVG. With `mono` it is black."""
    return Artifact(
        path=f"papers/{subject.name}-tile{'-mono' if mono else ''}.svg",
        make=make_tile,
        arguments=(subject.name, subject.motif, "black" if mono else subject.palette),
        depends=made_by(),
        weight=15,
    )


def icon_path(side: int) -> str:
    """The path in the site of the icon with this side, in pixels."""
    return f"{FOLDER}icon-{side}.png"


def card_path(key: str, language: str) -> str:
    """The path in the site of the card of a page in a language."""
    return f"{FOLDER}cards/{language}/{key.replace('/', '--') or 'index'}.png"


def make_mark() -> bytes:
    """The bytes of the mark as SVG; for `icons`."""
    return svg(mark(), palette("site")).encode()


def make_cover(name: str, figure: str, colours: str, width: int, form: Format) -> bytes:
    """The bytes of a cover; for `covers`."""
    return cover(name, figure, palette(colours), width=width, format=form)


def make_card(
    title: str,
    kicker: str,
    site_name: str,
    language: str,
    subject: tuple[str, str, str],
    *fonts: str,
) -> bytes:
    """The bytes of a card; for `cards`. `fonts` are the files of both faces, or none."""
    name, figure, colours = subject
    return social_card(
        title,
        kicker,
        site_name,
        language,
        palette(colours),
        motif(name, figure, Shape.TALL),
        Fonts(serif=Path(fonts[0]), sans=Path(fonts[1])) if fonts else None,
    )


def make_icon(side: int) -> bytes:
    """The bytes of an icon; for `icons`."""
    return icon(side, palette("site"))


def make_masked_icon(side: int) -> bytes:
    """The bytes of the icon from which phones cut their shapes; for `icons`."""
    return icon(side, palette("site"), is_masked=True)


def make_band(name: str, figure: str, colours: str) -> bytes:
    """The bytes of the band of a paper; for `embroidery`."""
    return needlework(motif(name, figure, Shape.WIDE), _threads(colours)).encode()


def make_strip(name: str, figure: str, colours: str) -> bytes:
    """The bytes of the strip of a paper; for `embroidery`."""
    return svg(strip(name, STRIP), _threads(colours) or BLACK).encode()


def make_tile(name: str, figure: str, colours: str) -> bytes:
    """The bytes of a square; for `tile`."""
    return needlework(motif(name, figure, Shape.SQUARE), _threads(colours)).encode()


STRIP = 321
"""Stitches of the strip across a page. They are so fine that squares, which take a tenth of the bytes,
look like crosses."""


def _threads(colours: str) -> Palette | None:
    return None if colours == "black" else palette(colours)


@functools.cache
def made_by() -> str:
    """A digest of all that the bytes of a picture depend on beside its arguments.

    These are the versions of Pillow and its libraries, and the files of this package: charts,
    palettes and the code that draws. Cached until the process ends: none of them changes meanwhile.
    """
    versions = [PIL.__version__, *(features.version(library) for library in _LIBRARIES)]
    digest = hashlib.sha256(repr(versions).encode())
    for file in sorted(Path(__file__).parent.glob("*.*")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def colours(name: str) -> dict[str, str]:
    """The colours of a palette, `#rrggbb`, by the names of its fields."""
    return dataclasses.asdict(palette(name))


def palette_styles(names: Iterable[str]) -> str:
    """A style sheet with the colours of each palette as custom properties of `.k-palette--<name>`."""
    rules: list[str] = []
    for name in names:
        theme: Any = palette(name)
        fields = ("linen", "ground", "first", "second", "accent", "ink", "deep")
        values = "".join(f"--k-{field}:{getattr(theme, field)};" for field in fields)
        rules.append(f".k-palette--{name}{{{values}}}")
    return "\n".join([*rules, ""])

"""A theme's id to the colours of the cloth and threads of its pictures and pages."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from komsiluk.images.choice import choose


@dataclass(frozen=True, kw_only=True, slots=True)
class Palette:
    """Seven colours of one theme, each `#rrggbb` in sRGB."""

    linen: str
    """The cloth, and the light ground of text."""
    ground: str
    """The thread that carries the drawing."""
    first: str
    second: str
    accent: str
    """The thread of small details: eyes, seeds, the middle of a flower."""
    ink: str
    """Text on linen; at least 7:1."""
    deep: str
    """A dark ground under white text; at least 4.5:1."""

    @property
    def threads(self) -> tuple[str, str, str, str, str]:
        """The colours by the numbers of a grid; number 0 is the cloth."""
        return (self.linen, self.ground, self.first, self.second, self.accent)


SITE: Final = "site"
"""The palette of all that belongs to no theme."""


def palette(name: str) -> Palette:
    """The palette of a name: the site's own if empty, always the same fallback if unknown."""
    known = {**by_name("theme"), **by_name("fallback")}
    return known.get(name or SITE) or choose(name, "palette", tuple(by_name("fallback").values()))


@functools.cache
def by_name(kind: str) -> Mapping[str, Palette]:
    """The palettes of `palettes.toml` of one kind, `theme` or `fallback`, in the file's order.

    Cached until the process ends: the file is part of the package.
    """
    file = importlib.resources.files(__package__).joinpath("palettes.toml")
    tables = tomllib.loads(file.read_text("utf-8"))[kind]
    return MappingProxyType({name: Palette(**colours) for name, colours in tables.items()})


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue from 0 to 255.

    >>> rgb("#f6efe2")
    (246, 239, 226)
    """
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue

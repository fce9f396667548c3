"""Booklets and decks that are wanted, to the artifacts that have to be made for them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from komsiluk.artifacts import Artifact
from komsiluk.guides import imposition
from komsiluk.guides.booklet import booklet, deck
from komsiluk.guides.paper_artifacts import FONTS, digest_of, path
from komsiluk.guides.typesetting import made_by, make_volume, time_of
from komsiluk.pages.plan import Plan
from komsiluk.pages.selection import Together, Volume
from komsiluk.settings import Settings

_SAYS = {Together.BOOKLET: booklet, Together.DECK: deck}


@dataclass(frozen=True, kw_only=True)
class BookletAssets:
    """What a volume is dressed in."""

    colours: Mapping[str, str]
    """`#rrggbb` by their names in `palettes.toml`."""
    strip: Artifact
    """SVG: the border on its pages."""
    tiles: tuple[Artifact, ...]
    """SVG: the embroidery of each practice, in its order."""
    files: Mapping[str, str]
    """Where the pictures are, by the paths of their artifacts."""


def volumes(
    plan: Plan, settings: Settings, wanted: Sequence[tuple[Volume, BookletAssets]]
) -> Iterator[Artifact]:
    """The volumes, each where it stands in the site. The settings must name fonts."""
    if not wanted:
        return
    assert settings.fonts is not None
    fonts = [str(settings.fonts / folder) for folder in FONTS]
    digests = digest_of(settings.fonts)
    for volume, cloth in wanted:
        drawn = (cloth.strip, *cloth.tiles)
        days = [plan.collection.practices[one].updated for one in volume.held.practices]
        yield Artifact(
            path=path(settings, volume),
            make=make_volume,
            arguments=(
                str(volume.kind),
                _SAYS[volume.kind](
                    plan,
                    settings,
                    volume.held,
                    volume.language,
                    mono=volume.mono,
                    sheet=volume.sheet,
                ),
                json.dumps(dict(cloth.colours)),
                time_of(max(days)),
                volume.folded,
            ),
            inputs=(*fonts, *(cloth.files[picture.path] for picture in drawn)),
            depends=" ".join((made_by(), _imposing(), digests, *(held.key for held in drawn))),
            weight=100 * len(volume.held.practices),
        )


def _imposing() -> str:
    return hashlib.sha256(Path(imposition.__file__).read_bytes()).hexdigest()

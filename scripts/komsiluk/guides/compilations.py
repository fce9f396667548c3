"""Booklets and decks to their artifacts: PDFs that are described but not yet made."""

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
from komsiluk.pages.selection import Compilation, Volume
from komsiluk.settings import Settings

_DATA = {Compilation.BOOKLET: booklet, Compilation.DECK: deck}
"""The function that gives the data of each kind."""


@dataclass(frozen=True, kw_only=True)
class BookletAssets:
    """The colours and pictures of a booklet or deck."""

    colours: Mapping[str, str]
    """`#rrggbb` by their names in `palettes.toml`."""
    strip: Artifact
    """SVG: the border on its pages."""
    tiles: tuple[Artifact, ...]
    """SVG: the embroidery of each practice, in the order of the practices."""
    files: Mapping[str, str]
    """The file of each picture, by the path of its artifact."""


def volumes(
    plan: Plan, settings: Settings, compilations: Sequence[tuple[Volume, BookletAssets]]
) -> Iterator[Artifact]:
    """The PDF of each booklet or deck, at its path in the site. The settings must name fonts."""
    if not compilations:
        return
    assert settings.fonts is not None
    fonts = [str(settings.fonts / folder) for folder in FONTS]
    digests = digest_of(settings.fonts)
    for volume, assets in compilations:
        pictures = (assets.strip, *assets.tiles)
        days = [
            plan.collection.practices[practice_id].updated
            for practice_id in volume.selection.practices
        ]
        yield Artifact(
            path=path(settings, volume),
            make=make_volume,
            arguments=(
                str(volume.kind),
                _DATA[volume.kind](
                    plan,
                    settings,
                    volume.selection,
                    volume.language,
                    mono=volume.mono,
                    sheet=volume.sheet,
                ),
                json.dumps(dict(assets.colours)),
                time_of(max(days)),
                volume.folded,
            ),
            inputs=(*fonts, *(assets.files[picture.path] for picture in pictures)),
            depends=" ".join(
                (made_by(), _imposition_digest(), digests, *(picture.key for picture in pictures))
            ),
            weight=100 * len(volume.selection.practices),
        )


def _imposition_digest() -> str:
    return hashlib.sha256(Path(imposition.__file__).read_bytes()).hexdigest()

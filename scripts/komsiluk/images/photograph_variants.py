"""A photograph to the files that are published: its pixels alone, upright and no larger than needed."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from PIL import Image, ImageCms, ImageOps

from komsiluk.artifacts import Artifact, file_digest
from komsiluk.diagnostics import Message
from komsiluk.images.image_artifacts import made_by
from komsiluk.messages import message
from komsiluk.photographs.look import look
from komsiluk.photographs.photograph import KINDS, MOST_PIXELS

ENCODINGS: Final[Mapping[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "jpg": {"format": "JPEG", "quality": 84, "optimize": True, "progressive": True},
        "png": {"format": "PNG", "optimize": True},
        "webp": {"format": "WEBP", "quality": 80, "method": 4},
    }
)
"""The options for Pillow, by the ending of the file."""
_DEEP = {"I", "I;16", "I;16L", "I;16B"}
"""Modes of grey with more than 256 steps."""
_MOST_PROFILE = 1024 * 1024
"""Bytes of the largest colour profile that is used."""


class UnreadablePhotographError(Exception):
    """A picture whose pixels cannot be read; the text names its file."""

    def __init__(self, file: str, reason: Message) -> None:
        super().__init__(file, reason)
        self.file = file
        self.reason = reason


def photographs(variants: Iterable[tuple[str, int, Path]]) -> Iterator[Artifact]:
    """The artifacts of photographs.

    Each variant has its path in the site, whose ending names its format; the most pixels of its
    longer side; and the file of the original.
    """
    for path, side, original in variants:
        yield Artifact(
            path=path,
            make=make_photograph,
            arguments=(side, path.rpartition(".")[2]),
            inputs=(str(original),),
            depends=f"{made_by()} {file_digest(original)}",
            weight=250,
        )


def make_photograph(side: int, ending: str, original: str) -> bytes:
    """The bytes of a photograph for the site; for `photographs`."""
    return pixels_alone(original, side, ending)


def pixels_alone(file: str, side: int, ending: str) -> bytes:
    """The picture in a file, encoded anew: upright, its longer side at most `side` pixels, in the
    colours of the web (sRGB), without anything beside its pixels.

    A file is not unpacked if it claims to be larger than allowed. Raises
    `UnreadablePhotographError`.
    """
    photograph = look(file, file)
    if not photograph.is_fit:
        raise UnreadablePhotographError(file, message("not-taken-in.picture.not-fit"))
    try:
        with Image.open(file, formats=[KINDS[photograph.kind].upper()]) as image:
            if image.width * image.height > MOST_PIXELS:
                raise UnreadablePhotographError(file, message("not-taken-in.picture.larger"))
            image.draft("RGB", (side, side))
            picture = _in_colours_of_the_web(ImageOps.exif_transpose(image))
    except UnreadablePhotographError:
        raise
    except Exception as error:  # A damaged file can make Pillow's readers raise anything.
        raise UnreadablePhotographError(file, message("not-taken-in.picture.pixels")) from error
    picture.thumbnail((side, side), Image.Resampling.LANCZOS)
    return _encoded(picture, ending)


def _encoded(picture: Image.Image, ending: str) -> bytes:
    """The bytes of a new picture with these pixels: a writer would copy what the old picture carries."""
    mode = "RGB" if ending == "jpg" else picture.mode
    clean = Image.new(mode, picture.size, "white" if mode == "RGB" else None)
    clean.paste(picture, mask=picture if picture.mode == "RGBA" and mode == "RGB" else None)
    file = io.BytesIO()
    clean.save(file, **ENCODINGS[ending])
    return file.getvalue()


def _in_colours_of_the_web(picture: Image.Image) -> Image.Image:
    """The picture as RGB or, where it is transparent somewhere, RGBA."""
    if picture.mode in _DEEP:
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    transparent = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    profile = picture.info.get("icc_profile")
    if profile and len(profile) <= _MOST_PROFILE and picture.mode in ("RGB", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(picture, source, _web(), outputMode="RGB") or picture
        except ImageCms.PyCMSError:
            pass  # A damaged profile counts as none.
    return picture.convert("RGBA" if transparent else "RGB")


def _web() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))

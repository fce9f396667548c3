"""A picture file of a person to one that may lie in a public repository: its pixels and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from komsiluk.diagnostics import Message
from komsiluk.images.photograph_variants import pixels_alone
from komsiluk.messages import message
from komsiluk.photographs.look import look, look_at_bytes
from komsiluk.photographs.photograph import Photograph

SIDE = 1600
"""The longer side of a cleaned picture, in pixels: the site and its papers show no larger one."""


@dataclass(frozen=True, kw_only=True)
class Cleaned:
    """A picture before and after."""

    before: Photograph
    after: Photograph
    data: bytes
    """The bytes of the file that may be kept."""

    @property
    def removed(self) -> tuple[Message, ...]:
        """What was in it beside its pixels."""
        return tuple(message(f"photo-metadata.{name}") for name in self.before.extras)

    @property
    def is_changed(self) -> bool:
        """Whether the picture was not clean before."""
        return self.before != self.after


def cleaned(file: Path, kind: str | None = None) -> Cleaned:
    """The picture encoded anew, in its own kind or another of `KINDS`. A clean picture stays as it is.

    Raises `UnreadablePhotographError` for a file that may not be unpacked or is damaged.
    """
    before = look(str(file), file.name)
    is_small = 0 < max(before.width, before.height) <= SIDE
    if before.is_fit and not before.extras and is_small and kind in (None, before.kind):
        return Cleaned(before=before, after=before, data=file.read_bytes())
    data = pixels_alone(str(file), SIDE, kind or before.kind)
    return Cleaned(before=before, after=look_at_bytes(data, file.name), data=data)

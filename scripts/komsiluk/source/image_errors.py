"""A picture file that is not taken to the reason, and to what its owner can do."""

from __future__ import annotations

from typing import NamedTuple

from komsiluk.diagnostics import Diagnostic, Message, Severity
from komsiluk.messages import message
from komsiluk.photographs.photograph import KINDS, MOST_BYTES, MOST_PIXELS, Photograph

_MEGABYTE, _MILLION = 1024**2, 10**6


class Trouble(NamedTuple):
    """What is wrong with a picture file."""

    rule: str
    message: Message
    hint: Message

    def diagnostic(self, file: str) -> Diagnostic:
        """The diagnostic for the owner of the file; `file` is its name in reports."""
        return Diagnostic(
            rule=self.rule,
            severity=Severity.ERROR,
            message=self.message,
            hint=self.hint,
            file=file,
        )


def trouble(photograph: Photograph) -> Trouble | None:
    """What is wrong with the file; None for one whose pixels may be unpacked.

    >>> from komsiluk.messages import render
    >>> bomb = Photograph(path="a.png", kind="png", n_bytes=17000, width=12000, height=12000)
    >>> render(trouble(bomb).message)
    'the picture claims to have 144 million pixels; the most is 40 million'
    """
    if photograph.kind not in KINDS:
        kind = photograph.kind or "unknown"
        hint = "photo-type.link.hint" if kind == "link" else "photo-type.hint"
        return Trouble("photo-type", message(f"photo-type.{kind}.message"), message(hint))
    if photograph.n_bytes > MOST_BYTES:
        size, limit = f"{photograph.n_bytes / _MEGABYTE:.1f}", MOST_BYTES // _MEGABYTE
        complaint = message("photo-size.bytes.message", size=size, limit=limit)
        return Trouble("photo-size", complaint, message("photo-size.hint"))
    if not photograph.n_pixels:
        complaint = message("photo-size.damaged.message")
        return Trouble("photo-size", complaint, message("photo-type.hint"))
    if photograph.n_pixels > MOST_PIXELS:
        size, limit = f"{photograph.n_pixels / _MILLION:.0f}", MOST_PIXELS // _MILLION
        complaint = message("photo-size.pixels.message", size=size, limit=limit)
        return Trouble("photo-size", complaint, message("photo-size.hint"))
    return None


def misnamed(photograph: Photograph) -> Trouble | None:
    """What is wrong with a picture whose name does not end as its kind does; None for any other.

    >>> from komsiluk.messages import render
    >>> render(misnamed(Photograph(path="clubs/images/a.jpg", kind="png", n_bytes=1)).message)
    'this is a PNG picture, and its name ends in ".jpg"'
    """
    name = photograph.path.rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    if photograph.kind not in KINDS or ending == photograph.kind:
        return None
    return Trouble(
        "photo-type",
        message("photo-type.name.message", kind=KINDS[photograph.kind], ending=ending),
        message("photo-type.name.hint", name=f"{stem or ending}.{photograph.kind}"),
    )

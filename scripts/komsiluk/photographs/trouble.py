"""A picture file that is not taken to the reason, and to what its owner can do."""

from __future__ import annotations

from komsiluk.photographs.photograph import KINDS, MOST_BYTES, MOST_PIXELS, Photograph

_OTHERS = {
    "avif": "an AVIF picture",
    "bmp": "a BMP picture",
    "gif": "a GIF picture",
    "heic": "a HEIC picture, which few programs can read",
    "link": "a link to another file",
    "pdf": "a PDF document",
    "svg": "an SVG drawing, which can hold programs",
    "tiff": "a TIFF picture",
    "": "no picture that we know",
}
_AS_JPEG = "open it in a picture program and save it as JPEG; a screenshot of it does as well."


def trouble(photograph: Photograph) -> tuple[str, str] | None:
    """What is wrong with the file, and a hint; None for one whose pixels may be unpacked.

    >>> trouble(Photograph(path="a.png", kind="png", n_bytes=17000, width=12000, height=12000))[0]
    'the picture claims to have 144 million pixels; the most is 40 million'
    """
    if photograph.kind not in KINDS:
        hint = "put the file itself there." if photograph.kind == "link" else _AS_JPEG
        return f"this file is {_OTHERS[photograph.kind]}", hint
    if photograph.n_bytes > MOST_BYTES:
        return (
            f"the picture holds {photograph.n_bytes / 1024**2:.1f} MB; the most is {MOST_BYTES // 1024**2} MB",
            "save it smaller, 1600 pixels wide are enough.",
        )
    if not photograph.n_pixels:
        return "the picture is damaged: it does not say how large it is", _AS_JPEG
    if photograph.n_pixels > MOST_PIXELS:
        return (
            f"the picture claims to have {photograph.n_pixels / 10**6:.0f} million pixels; "
            f"the most is {MOST_PIXELS // 10**6} million",
            "save it smaller, 1600 pixels wide are enough.",
        )
    return None


def misnamed(photograph: Photograph) -> tuple[str, str] | None:
    """The same for a picture whose name ends otherwise than its kind.

    >>> misnamed(Photograph(path="clubs/images/a.jpg", kind="png", n_bytes=1))
    ('this is a PNG picture, and its name ends in ".jpg"', 'call it a.png, in practice.yml too.')
    """
    name = photograph.path.rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    if photograph.kind not in KINDS or ending == photograph.kind:
        return None
    return (
        f'this is a {KINDS[photograph.kind]} picture, and its name ends in ".{ending}"',
        f"call it {stem}.{photograph.kind}, in practice.yml too.",
    )

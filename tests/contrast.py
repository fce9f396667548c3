"""Two colours to how well one can be read on the other."""

from __future__ import annotations

from komsiluk.images.palettes import rgb


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21: WCAG 2.2, "contrast ratio".

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, with the threshold of IEC 61966-2-1."""
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (value / 255 for value in rgb(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

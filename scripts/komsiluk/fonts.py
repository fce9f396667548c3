"""Fonts from npm to the subsets that pages load, and to the style sheet that names these."""

from __future__ import annotations

import functools
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from babel.core import get_global

from komsiluk.artifacts import Artifact, file_digest
from komsiluk.languages.traits import traits

FOLDER = "assets/komsiluk/fonts/"

SCRIPTS: Mapping[str, tuple[tuple[int, int], ...]] = {
    "latin": (
        (0x20, 0x7E), (0xA0, 0x17F), (0x1C4, 0x1CC), (0x2BC, 0x2BC), (0x300, 0x304), (0x30C, 0x30C),
        (0x2010, 0x2027), (0x202F, 0x203A), (0x20AC, 0x20AC), (0x2190, 0x2193), (0x2212, 0x2212),
        (0x2260, 0x2265), (0x25CB, 0x25CB), (0x25CF, 0x25CF), (0x2713, 0x2713),
    ),
    "cyrillic": ((0x400, 0x45F), (0x490, 0x491), (0x301, 0x301), (0x2116, 0x2116)),
}  # fmt: skip
"""Unicode ranges (first and last code point) of the characters of our languages, by script."""


@dataclass(frozen=True, kw_only=True)
class FontFace:
    """One file of a family, and the part of it that pages need."""

    name: str
    family: str
    style: str
    weights: str
    """As in CSS: one weight, or the first and last of a variable font."""
    file: str
    """Its path below the folder that `komsiluk fonts` fills."""
    axes: tuple[tuple[str, float | tuple[float, float]], ...]
    """The value or the range to which each axis is reduced (OpenType `wght`, `opsz`)."""


_SANS, _SERIF = "node_modules/source-sans/VF/", "node_modules/source-serif/VAR/"
FACES = (
    FontFace(name="sans", family="Source Sans 3", style="normal", weights="400 700",
         file=f"{_SANS}SourceSans3VF-Upright.ttf", axes=(("wght", (400, 700)),)),
    FontFace(name="sans-italic", family="Source Sans 3", style="italic", weights="400",
         file=f"{_SANS}SourceSans3VF-Italic.ttf", axes=(("wght", 400),)),
    FontFace(name="serif", family="Source Serif 4", style="normal", weights="600",
         file=f"{_SERIF}SourceSerif4Variable-Roman.ttf", axes=(("wght", 600), ("opsz", 28))),
)  # fmt: skip
"""A text face and a display face; both have the Serbian and Macedonian forms of б г д п т (`locl`)."""


def artifacts(folder: Path) -> Iterator[Artifact]:
    """The subsets, by face and script. Raises `FileNotFoundError` when `komsiluk fonts` has not run."""
    for face in FACES:
        file = folder / face.file
        depends = f"{made_by()} {file_digest(file)}"
        for script, ranges in SCRIPTS.items():
            yield Artifact(
                path=f"{FOLDER}{face.name}-{script}.woff2",
                make=subset_of,
                arguments=(face.axes, ranges),
                inputs=(str(file),),
                depends=depends,
                weight=2500,
            )


def subset_of(
    axes: tuple[tuple[str, float | tuple[float, float]], ...],
    ranges: tuple[tuple[int, int], ...],
    file: str,
) -> bytes:
    """The WOFF2 of a font with these axes and characters only. Local forms of letters stay."""
    # Importing fontTools takes as long as making two hundred pages, and is seldom needed.
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    options = subset.Options(
        layout_features=["kern", "liga", "locl", "mark", "mkmk", "ccmp", "lnum", "tnum"],
        hinting=False,
        notdef_outline=True,
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    font = TTFont(file)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, dict(axes))
    font.flavor = "woff2"
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    data = io.BytesIO()
    font.save(data, reorderTables=True)
    return data.getvalue()


def style_sheet(has_fonts: bool) -> str:
    """The `@font-face` rules and the names of families; without the fonts, only the names."""
    rules = [_rule(face, script) for face in FACES for script in SCRIPTS] if has_fonts else []
    rules.append(
        ":root{"
        '--k-text:"Source Sans 3",system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;'
        '--k-display:"Source Serif 4",Georgia,"Noto Serif",serif}'
    )
    return "\n".join([*rules, ""])


def files(folder: Path) -> Mapping[str, Path]:
    """The files of the whole fonts by the names of `FACES`, for pictures that contain words."""
    return {face.name: folder / face.file for face in FACES}


def subsets(tag: str) -> Sequence[str]:
    """The scripts of the pages of a language, from its folder or else from the CLDR.

    >>> subsets("bg"), subsets("hr")
    (('latin', 'cyrillic'), ('latin',))
    """
    scripts = traits(tag).font_subsets
    if scripts:
        return scripts
    likely = get_global("likely_subtags").get(tag.replace("-", "_"), "")
    return ("latin", "cyrillic") if "Cyrl" in f"{tag}_{likely}" else ("latin",)


def preloads(scripts: Sequence[str]) -> tuple[str, ...]:
    """The files that the first screen of every page needs in a language with these scripts."""
    return tuple(
        f"{FOLDER}{name}-{script}.woff2" for name in ("sans", "serif") for script in scripts
    )


def _rule(face: FontFace, script: str) -> str:
    return (
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};'
        f"font-weight:{face.weights};font-display:swap;"
        f'src:url("fonts/{face.name}-{script}.woff2") format("woff2");'
        f"unicode-range:{_ranges(SCRIPTS[script])}}}"
    )


def _ranges(ranges: Iterable[tuple[int, int]]) -> str:
    return ",".join(
        f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in ranges
    )


@functools.cache
def made_by() -> str:
    """The versions of fontTools and of the libraries that pack WOFF2, and a digest of this file.

    Cached until the process ends: none of them changes meanwhile.
    """
    digest = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    return " ".join([*map(_version, ("fonttools", "brotli", "brotlicffi")), digest])


def _version(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"no {name}"

"""The data of a paper and its templates to a tagged PDF. This is the only file that knows Typst."""

from __future__ import annotations

import datetime
import functools
import hashlib
import json
import os
import re
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from komsiluk.guides import codes
from komsiluk.guides.codes import qr
from komsiluk.guides.imposition import impose

if TYPE_CHECKING:
    from typst import Compiler

TEMPLATES = Path(__file__).parent / "typst"
"""The templates: `house.typ`, and one for each paper."""
STANDARD: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1): Typst refuses to make a PDF that breaks the rules it knows."""

REMEMBERED: Final = 10
"""The number of documents for which Typst keeps every layout that it tried: 15 MB for each paper.
No paper is like the one before, so these layouts are no use. After a paper, we set this many empty
documents, which takes no time, and Typst forgets the paper.
Measured with Typst 0.15.2 on 160 guides: 95 MB instead of 250."""

_N_PAGES = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")


class UnprintableError(Exception):
    """Typst cannot set a paper. This is a fault of ours: contributors' text is data, never markup."""


def make_paper(
    paper: str, data: str, colours: str, time: int, sans: str, serif: str, band: str, strip: str
) -> bytes:
    """The PDF of a paper.

    `data` is what `paper_data.printable_json` gives, `colours` are those of its theme as JSON, and
    `time` is in seconds since 1970 (UTC). The rest are inputs: two folders of fonts, and the SVG files
    of the band on its cover and of the strip on its other pages. Raises `UnprintableError`.
    """
    address = json.loads(data)["paper"]["url"]
    pictures = {
        "band": Path(band).read_text("utf-8"),
        "strip": Path(strip).read_text("utf-8"),
        "qr": qr(address) if address else "",
    }
    return typeset(paper, {"data": data, "colours": colours, **pictures}, time, (sans, serif))


def make_volume(
    template: str,
    data: str,
    colours: str,
    time: int,
    folded: bool,
    sans: str,
    serif: str,
    *drawings: str,
) -> bytes:
    """The PDF of a booklet or of cards.

    `drawings` are SVG files: the strip, then the tile of each practice. The rest is as for
    `make_paper`. A `folded` booklet is imposed, and has no tags.
    """
    value = json.loads(data)
    strip, *tiles = (Path(file).read_text("utf-8") for file in drawings)
    address = value["paper"]["url"]
    practices = value.get("chapters") or value.get("cards")
    inputs = {
        "data": data,
        "colours": colours,
        "strip": strip,
        "tiles": json.dumps(tiles),
        "qr": qr(address) if address else "",
        "codes": json.dumps([qr(each["url"]) if each["url"] else "" for each in practices]),
    }
    pdf = typeset(template, inputs, time, (sans, serif))
    return impose(pdf) if folded else pdf


def typeset(paper: str, inputs: dict[str, str], time: int, fonts: tuple[str, ...]) -> bytes:
    """The PDF of the template of that name, which reads the inputs. Raises `UnprintableError`."""
    # The import takes a hundredth of a second and thirty megabytes, and only papers need it.
    from typst import TypstError

    compiler = _compiler(fonts)
    try:
        pdf = compiler.compile(
            input=str(TEMPLATES / f"{paper}.typ"),
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=[STANDARD],
            timestamp=time,
        )
    except TypstError as error:
        raise UnprintableError(f"{paper}: {error.diagnostic or error.message}") from error
    for _ in range(REMEMBERED):
        compiler.compile(input=b"", format="svg")
    assert isinstance(pdf, bytes)
    return pdf


@functools.lru_cache(maxsize=1)
def _compiler(fonts: tuple[str, ...]) -> Compiler:
    """The compiler for all papers of a process. It keeps fonts and templates until the process ends."""
    from typst import Compiler, Fonts

    faces = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts))
    return Compiler(root=str(TEMPLATES), font_paths=faces)


def n_pages(pdf: Path) -> int:
    """The number of pages of a PDF by Typst. It is written uncompressed, near the beginning."""
    with pdf.open("rb") as file:
        match = _N_PAGES.search(file.read(4096)) or _N_PAGES.search(pdf.read_bytes())
    assert match is not None, f"{pdf} is no PDF of Typst's"
    return int(match[1])


def time_of(updated: str) -> int:
    """The day of a text's last change in seconds since 1970 (UTC). `SOURCE_DATE_EPOCH` replaces it.

    >>> time_of("2026-11-22"), time_of("2026")
    (1795305600, 1767225600)
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return int(epoch)
    year, month, day = (*map(int, updated.split("-")), 1, 1)[:3]
    return int(datetime.datetime(year, month, day, tzinfo=datetime.UTC).timestamp())


@functools.cache
def made_by() -> str:
    """A digest of all code that makes a PDF: versions of Typst and segno, our templates, these modules.

    It is kept until the process ends: the files are part of the package, and every paper asks for it.
    """
    digest = hashlib.sha256(f"{version('typst')} {version('segno')}".encode())
    for file in (Path(__file__), Path(codes.__file__), *sorted(TEMPLATES.glob("*.typ"))):
        digest.update(file.read_bytes())
    return digest.hexdigest()

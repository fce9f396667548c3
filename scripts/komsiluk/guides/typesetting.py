"""What a paper says, and how it looks, to a tagged PDF; the only file that knows Typst."""

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
from komsiluk.guides.imposition import imposed

if TYPE_CHECKING:
    from typst import Compiler

TEMPLATES = Path(__file__).parent / "typst"
"""The templates: `house.typ`, and one for each paper."""
STANDARD: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1): Typst refuses to make a PDF that breaks the rules it knows."""

REMEMBERED: Final = 10
"""Documents for which Typst remembers every layout that it tried, 15 MB of each of ours; so many
empty ones, which take no time, let it forget a paper, of which it will not set another like it.
Measured with Typst 0.15.2 on 160 guides: 250 MB become 95."""

_N_PAGES = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")


class UnprintableError(Exception):
    """A paper cannot be set: a fault of ours, for contributors' text is data and never markup."""


def make_paper(
    paper: str, said: str, colours: str, time: int, sans: str, serif: str, band: str, strip: str
) -> bytes:
    """The PDF of a paper.

    `said` is its contents and `colours` its theme's, both as JSON; `time` is in seconds since 1970
    (UTC). The rest are inputs: two folders of fonts, and the SVG files of the band on its cover and
    of the strip on its other pages.
    """
    address = json.loads(said)["paper"]["url"]
    pictures = {
        "band": Path(band).read_text("utf-8"),
        "strip": Path(strip).read_text("utf-8"),
        "qr": qr(address) if address else "",
    }
    return typeset(paper, {"data": said, "colours": colours, **pictures}, time, (sans, serif))


def make_volume(
    template: str,
    said: str,
    colours: str,
    time: int,
    folded: bool,
    sans: str,
    serif: str,
    *drawn: str,
) -> bytes:
    """The PDF of a booklet or of cards; `drawn` are the strip, then the tile of each practice, as SVG.

    The rest is as for `make_paper`. What is `folded` is imposed, and no longer tagged.
    """
    told = json.loads(said)
    strip, *tiles = (Path(file).read_text("utf-8") for file in drawn)
    address = told["paper"]["url"]
    practices = told.get("chapters") or told.get("cards")
    inputs = {
        "data": said,
        "colours": colours,
        "strip": strip,
        "tiles": json.dumps(tiles),
        "qr": qr(address) if address else "",
        "codes": json.dumps([qr(held["url"]) if held["url"] else "" for held in practices]),
    }
    made = typeset(template, inputs, time, (sans, serif))
    return imposed(made) if folded else made


def typeset(paper: str, inputs: dict[str, str], time: int, fonts: tuple[str, ...]) -> bytes:
    """The PDF of the template of that name, which reads the inputs. Raises `UnprintableError`."""
    # A hundredth of a second and thirty megabytes, for who makes papers only.
    from typst import TypstError

    compiler = _compiler(fonts)
    try:
        made = compiler.compile(
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
    assert isinstance(made, bytes)
    return made


@functools.lru_cache(maxsize=1)
def _compiler(fonts: tuple[str, ...]) -> Compiler:
    """One for all papers of a process: it remembers fonts and templates."""
    from typst import Compiler, Fonts

    found = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts))
    return Compiler(root=str(TEMPLATES), font_paths=found)


def n_pages(pdf: Path) -> int:
    """How many pages a PDF of Typst's has: it says so in the open, near its beginning."""
    with pdf.open("rb") as file:
        found = _N_PAGES.search(file.read(4096)) or _N_PAGES.search(pdf.read_bytes())
    assert found is not None, f"{pdf} is no PDF of Typst's"
    return int(found[1])


def time_of(updated: str) -> int:
    """Seconds since 1970 (UTC) of the day on which a text last changed; or `SOURCE_DATE_EPOCH`.

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
    """A digest of the versions of Typst and segno, of the templates and of what puts them to work."""
    digest = hashlib.sha256(f"{version('typst')} {version('segno')}".encode())
    for file in (Path(__file__), Path(codes.__file__), *sorted(TEMPLATES.glob("*.typ"))):
        digest.update(file.read_bytes())
    return digest.hexdigest()

"""An address to its QR code, by which a telephone opens the page from paper."""

from __future__ import annotations

import functools
import io


@functools.lru_cache(maxsize=64)
def qr(address: str) -> str:
    """The code as SVG: level M of ISO/IEC 18004, with its quiet zone.

    Trying the eight masks takes longer than working out the whole data of a paper. So codes are kept
    until the process ends, at most 64: a code depends on its address only, and papers of a practice
    share an address.
    """
    import segno

    file = io.BytesIO()
    code = segno.make(address, error="m", micro=False, boost_error=False)
    code.save(file, kind="svg", border=4, xmldecl=False, svgclass=None, lineclass=None)
    return file.getvalue().decode()

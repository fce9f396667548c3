"""An address to the QR code by which a telephone finds it from paper."""

from __future__ import annotations

import functools
import io


@functools.lru_cache(maxsize=64)
def qr(address: str) -> str:
    """The code as SVG: level M of ISO/IEC 18004, its quiet zone around it.

    The best of eight masks is looked for, which takes longer than to find out all that a paper says.
    """
    import segno

    file = io.BytesIO()
    code = segno.make(address, error="m", micro=False, boost_error=False)
    code.save(file, kind="svg", border=4, xmldecl=False, svgclass=None, lineclass=None)
    return file.getvalue().decode()

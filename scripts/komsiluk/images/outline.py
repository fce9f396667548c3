"""The map of a region to a picture of its outline, without words; pages put their points on it."""

from __future__ import annotations

from komsiluk.pages.map import RegionMap


def outline(region: RegionMap) -> str:
    """An SVG picture in half-transparent colours, which suit light pages, dark pages and paper."""
    lands = "".join(land.path for land in region.lands if land.has_practices)
    others = "".join(land.path for land in region.lands if not land.has_practices)
    ink = "#94816d"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {region.width} {region.height}">'
        f'<g fill="{ink}"><path fill-opacity=".3" d="{lands}"/>'
        f'<path fill-opacity=".12" d="{others}"/></g>'
        f'<g fill="none" stroke="{ink}" stroke-width="6"><path d="{region.borders}"/>'
        f'<path stroke-dasharray="22 16" d="{region.contested}"/></g></svg>\n'
    )

"""Figures to drawings in SVG that can be read in light and in dark, without a font of their own."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

_WIDTH = 780
"""CSS pixels."""
_ROW, _TOP = 34, 46
_LABELS = 270
"""Room for the names at the left of bars."""
_STYLE = """\
<style>
text { font: 14px system-ui, sans-serif; fill: #2a211d; }
.title { font-weight: 600; }
.soft { fill: #65574d; font-size: 12px; }
.rule { stroke: #dfd3bf; }
.ours { fill: #8f2727; stroke: #8f2727; }
.rival { fill: #7c8f9c; stroke: #7c8f9c; }
.line { fill: none; stroke-width: 2.5; }
.spread { stroke: #2a211d; stroke-width: 1.5; }
@media (prefers-color-scheme: dark) {
text { fill: #f1e9dc; }
.soft { fill: #c3b4a4; }
.rule { stroke: #463b34; }
.ours { fill: #f2ab96; stroke: #f2ab96; }
.rival { fill: #9db0bd; stroke: #9db0bd; }
.line { fill: none; }
.spread { stroke: #f1e9dc; }
}
</style>"""


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar: a value, and the lowest and highest that were measured."""

    label: str
    value: float
    lowest: float
    highest: float
    is_ours: bool


def bars(title: str, unit: str, held: Sequence[Bar]) -> str:
    """Horizontal bars from zero, each with its value at its end and its spread across it."""
    scale = (_WIDTH - _LABELS - 90) / max(bar.highest for bar in held)
    rows = []
    for place, bar in enumerate(held):
        y = _TOP + place * _ROW
        end = _LABELS + bar.value * scale
        low, high = (_LABELS + value * scale for value in (bar.lowest, bar.highest))
        rows.append(
            f'<text x="{_LABELS - 10}" y="{y + 16}" text-anchor="end">{escape(bar.label)}</text>'
            f'<rect class="{_kind(bar.is_ours)}" x="{_LABELS}" y="{y + 2}" '
            f'width="{max(end - _LABELS, 1):.1f}" height="18"/>'
            f'<path class="spread" d="M{low:.1f} {y + 11}H{high:.1f}"/>'
            f'<text x="{high + 8:.1f}" y="{y + 16}">{number(bar.value)}</text>'
        )
    height = _TOP + len(held) * _ROW + 16
    foot = f'<text class="soft" x="{_LABELS}" y="{height - 6}">{escape(unit)}</text>'
    return _drawing(title, height, [*rows, foot])


def lines(
    title: str, x_unit: str, y_unit: str, held: Mapping[str, Sequence[tuple[float, float]]],
    ours: Sequence[str],
) -> str:  # fmt: skip
    """Points (x, y) by name as lines, both axes doubling: what is linear has the slope one."""
    points = [point for line in held.values() for point in line]
    height, left, right, bottom = 420, 70, _WIDTH - 190, 370
    xs, ys = ([math.log2(point[axis]) for point in points] for axis in (0, 1))
    across = (right - left) / max(max(xs) - min(xs), 1)
    up = (bottom - _TOP) / max(math.ceil(max(ys)) - math.floor(min(ys)), 1)

    def at(x: float, y: float) -> tuple[float, float]:
        return (
            left + (math.log2(x) - min(xs)) * across,
            bottom - (math.log2(y) - math.floor(min(ys))) * up,
        )

    drawn = []
    for power in range(math.floor(min(ys)), math.ceil(max(ys)) + 1):
        _, y = at(points[0][0], 2.0**power)
        drawn.append(
            f'<path class="rule" d="M{left} {y:.1f}H{right}"/>'
            f'<text class="soft" x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{2.0**power:g}</text>'
        )
    for x in sorted({point[0] for point in points}):
        drawn.append(
            f'<text class="soft" x="{at(x, points[0][1])[0]:.1f}" y="{bottom + 20}" '
            f'text-anchor="middle">{x:.0f}</text>'
        )
    ends = _apart({name: at(*line[-1])[1] for name, line in held.items()})
    for name, line in held.items():
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in (at(*point) for point in line))
        drawn.append(
            f'<path class="line {_kind(name in ours)}" style="fill:none" d="M{path}"/>'
            f'<text x="{right + 10}" y="{ends[name] + 5:.1f}">{escape(name)}</text>'
        )
    drawn.append(
        f'<text class="soft" x="{left}" y="{height - 10}">{escape(x_unit)}; {escape(y_unit)}</text>'
    )
    return _drawing(title, height, drawn)


def number(value: float) -> str:
    """A figure with two digits that count, and none that do not.

    >>> number(0.25), number(3.14), number(41.6), number(1250.4)
    ('0.25', '3.1', '42', '1250')
    """
    if value < 1:
        return f"{value:.2f}"
    return f"{value:.1f}" if value < 10 else f"{value:.0f}"


def _kind(is_ours: bool) -> str:
    return "ours" if is_ours else "rival"


def _apart(heights: Mapping[str, float]) -> dict[str, float]:
    """Heights of labels, moved down where two would cover each other."""
    found: dict[str, float] = {}
    last = -math.inf
    for name, height in sorted(heights.items(), key=lambda item: item[1]):
        last = found[name] = max(height, last + 17)
    return found


def _drawing(title: str, height: int, parts: Sequence[str]) -> str:
    name = escape(title)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'width="{_WIDTH}" height="{height}" role="img" aria-label="{name}">'
    )
    heading = f'<text class="title" x="10" y="24">{name}</text>'
    return "\n".join([head, _STYLE, heading, *parts, "</svg>"]) + "\n"

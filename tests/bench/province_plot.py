"""How cost grows with the number of stations, as a drawing of three panels; nothing but text is needed to make it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import ceil, floor, log10
from typing import Any

_WIDTH, _HEIGHT, _LEFT, _TOP, _GAP = 300, 220, 60, 50, 70
_LOOK = {"sqlite": ("SQLite", "#b45309", "6 4"), "postgresql": ("PostgreSQL", "#1d4ed8", "")}
_PANELS: Sequence[tuple[str, Callable[[Mapping[str, Any]], float]]] = (
    ("merging a night, seconds", lambda point: point["s a night"]),
    ("overview of a year, milliseconds", lambda point: point["ms"]["overview, year"]),
    ("a year of figures and a tenth of the log, MB", lambda point: point["MB with a tenth of the log"]),
)


def draw(growth: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """An SVG; both axes logarithmic: a straight line of slope one is a cost that grows as the stations do."""
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {3 * (_WIDTH + _GAP) + 20} {_HEIGHT + 110}" '
             'font-family="sans-serif" font-size="12" fill="#333">',
             '<rect width="100%" height="100%" fill="white"/>']
    for place, (title, value) in enumerate(_PANELS):
        parts += _panel(_LEFT + place * (_WIDTH + _GAP), title, {
            kind: [(float(point["stations"]), max(float(value(point)), 0.01)) for point in points]
            for kind, points in growth.items()})
    for place, (name, colour, dash) in enumerate(_LOOK.values()):
        x, y = _LEFT + 130 * place, _TOP + _HEIGHT + 48
        parts.append(f'<line x1="{x}" y1="{y}" x2="{x + 30}" y2="{y}" stroke="{colour}" stroke-width="2" '
                     f'stroke-dasharray="{dash}"/><text x="{x + 36}" y="{y + 4}">{name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _panel(left: float, title: str, lines: Mapping[str, Sequence[tuple[float, float]]]) -> list[str]:
    points = [point for line in lines.values() for point in line]
    x_scale = _scale([x for x, _ in points], left, left + _WIDTH)
    y_low, y_high = _decades([y for _, y in points])
    y_scale = _scale([10.0 ** y_low, 10.0 ** y_high], _TOP + _HEIGHT, _TOP)
    parts = [f'<text x="{left}" y="{_TOP - 18}" font-weight="bold">{title}</text>',
             f'<rect x="{left}" y="{_TOP}" width="{_WIDTH}" height="{_HEIGHT}" fill="none" stroke="#999"/>']
    for decade in range(y_low, y_high + 1):
        y = y_scale(10.0 ** decade)
        parts.append(f'<line x1="{left}" y1="{y:.1f}" x2="{left + _WIDTH}" y2="{y:.1f}" stroke="#ddd"/>'
                     f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{10.0 ** decade:g}</text>')
    for x in sorted({x for x, _ in points}):
        parts.append(f'<text x="{x_scale(x):.1f}" y="{_TOP + _HEIGHT + 18}" text-anchor="middle">{x:,.0f}</text>')
    for kind, line in lines.items():
        _, colour, dash = _LOOK[kind]
        drawn = " ".join(f"{x_scale(x):.1f},{y_scale(y):.1f}" for x, y in line)
        parts.append(f'<polyline points="{drawn}" fill="none" stroke="{colour}" stroke-width="2" '
                     f'stroke-dasharray="{dash}"/>')
        parts += [f'<circle cx="{x_scale(x):.1f}" cy="{y_scale(y):.1f}" r="3" fill="{colour}"/>' for x, y in line]
    parts.append(f'<text x="{left + _WIDTH / 2}" y="{_TOP + _HEIGHT + 34}" text-anchor="middle">stations</text>')
    return parts


def _scale(values: Sequence[float], low: float, high: float) -> Callable[[float], float]:
    begin, end = log10(min(values)), log10(max(values))
    span = (end - begin) or 1.0
    return lambda value: low + (high - low) * (log10(value) - begin) / span


def _decades(values: Sequence[float]) -> tuple[int, int]:
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return low, max(high, low + 1)

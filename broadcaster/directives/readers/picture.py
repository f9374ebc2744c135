"""A photographed or scanned page made fit for the recogniser: even light, straight lines, letters of a good size.

Also where the page is set in two columns (letterhead, foot): the recogniser mixes lines that stand side by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps

_INK = 150
"""Darker than this on evened paper is print (0…255)."""
_LEAST_INK = 0.0004
_GOOD_LINE, _SMALL_LINE, _LARGE_LINE = 34, 22, 75
"""Height of a line of print in pixels: what 13 points have at 200 dpi, and where scaling pays."""
MAX_SIDE = 4200
_STEP = 4
"""Columns are looked for on a picture this many times smaller."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Zone:
    """A part of the page to be recognised alone."""

    left: int
    top: int
    right: int
    bottom: int
    column: bool


def prepared(image: Any) -> Any:
    """An even, straight, grey picture of a page; None when nothing is printed on it."""
    grey = evened(image)
    ink = _ink(grey)
    if ink.mean() < _LEAST_INK:
        return None
    angle = skew(ink)
    if abs(angle) > 0.05:
        grey = grey.rotate(angle, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    height = line_height(_ink(grey))
    if height and not _SMALL_LINE <= height <= _LARGE_LINE:
        factor = min(_GOOD_LINE / height, 3.0, MAX_SIDE / max(grey.size))
        grey = grey.resize((max(1, round(grey.width * factor)), max(1, round(grey.height * factor))),
                           Image.Resampling.LANCZOS)
    return grey


def evened(image: Any) -> Any:
    """The page as it came, in grey, under even light, of a size that can be worked on."""
    return _evened(_limited(_grey(image)))


def skew(ink: Mask) -> float:
    """Degrees to turn the page counter-clockwise so that its lines run level; within ±8."""
    small = Image.fromarray(ink.astype(np.uint8) * 255).reduce(max(1, max(ink.shape) // 800))

    def sharpness(angle: float) -> float:
        turned = small.rotate(angle, resample=Image.Resampling.BILINEAR)
        rows = np.asarray(turned, dtype=np.float64).sum(axis=1)
        return float(np.square(np.diff(rows)).sum())

    best = max(np.arange(-8.0, 8.1, 0.5), key=sharpness)
    best = max(np.arange(best - 0.5, best + 0.51, 0.1), key=sharpness)
    return float(best) if sharpness(float(best)) > 1.02 * sharpness(0.0) else 0.0


def line_height(ink: Mask) -> float:
    """The usual height of a line of print in pixels; 0 when there are no lines."""
    printed = ink.sum(axis=1)
    # Low: accents stand apart from their letters by rows with next to nothing in them.
    rows = printed > max(2.0, min(0.01 * ink.shape[1], 0.03 * float(np.percentile(printed, 98))))
    edges = np.flatnonzero(np.diff(np.concatenate(([False], rows, [False])).astype(np.int8)))
    heights = edges[1::2] - edges[::2]
    heights = heights[heights > 5]
    return float(np.median(heights)) if len(heights) else 0.0


def zones(grey: Any) -> list[Zone]:
    """The page from top to bottom: whole bands, and the columns of bands that are set in two."""
    ink = _ink(grey)
    rows, width = ink.shape[0] // _STEP, ink.shape[1] // _STEP
    small = np.asarray(ink[:rows * _STEP, :width * _STEP].reshape(rows, _STEP, width, _STEP).any(axis=(1, 3)))
    found: list[Zone] = []
    top = 0
    for start, end, gutter in _two_column_bands(small, line_height(ink) / _STEP):
        if start > top:
            found.append(Zone(0, top * _STEP, grey.width, start * _STEP, column=False))
        middle = gutter * _STEP
        found.append(Zone(0, start * _STEP, middle, end * _STEP, column=True))
        found.append(Zone(middle, start * _STEP, grey.width, end * _STEP, column=True))
        top = end
    found.append(Zone(0, top * _STEP, grey.width, grey.height, column=False))
    return [zone for zone in found if ink[zone.top:zone.bottom, zone.left:zone.right].any()]


def _two_column_bands(ink: Mask, line: float) -> list[tuple[int, int, int]]:
    """(first row, row after the last, gutter) of the bands that no print crosses in the middle, apart in height."""
    rows, width = ink.shape
    # Wider than a gap between words, and more than a line deep.
    window, least = max(5, width // 60, round(0.7 * line)), max(6, rows // 50, round(1.2 * line))
    candidates: list[tuple[int, int, int, int]] = []
    for gutter in range(int(0.3 * width), int(0.66 * width), 2):
        clear = ~ink[:, gutter - window // 2:gutter + window // 2 + 1].any(axis=1)
        edges = np.flatnonzero(np.diff(np.concatenate(([False], clear, [False])).astype(np.int8)))
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            left, right = ink[start:end, :gutter].any(axis=1), ink[start:end, gutter:].any(axis=1)
            beside = int((left & right).sum())
            if beside >= least:
                inked = np.flatnonzero(left | right)
                candidates.append((beside, int(start + inked[0]), int(start + inked[-1]) + 1, gutter))
    chosen: list[tuple[int, int, int]] = []
    # The best gutter has the most print beside print; of equal ones, the middle of the gap.
    candidates.sort(key=lambda each: -each[0])
    for beside, start, end, _ in candidates:
        if all(end <= other[0] or start >= other[1] for other in chosen):
            equal = sorted(other[3] for other in candidates if other[:3] == (beside, start, end))
            chosen.append((start, end, equal[len(equal) // 2]))
    return sorted(chosen)


def _grey(image: Any) -> Any:
    turned = ImageOps.exif_transpose(image)
    if turned.mode in {"RGBA", "LA", "PA"} or "transparency" in turned.info:
        paper = Image.new("RGBA", turned.size, "white")
        paper.alpha_composite(turned.convert("RGBA"))
        turned = paper
    if turned.mode.startswith("I;16") or turned.mode in {"I", "F"}:
        values = np.asarray(turned, dtype=np.float64)
        span = float(np.ptp(values)) or 1.0
        return Image.fromarray(((values - values.min()) / span * 255).astype(np.uint8))
    return turned.convert("L")


def _limited(grey: Any) -> Any:
    if max(grey.size) > MAX_SIDE:
        grey.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    return grey


def _evened(grey: Any) -> Any:
    """Shadows and yellow paper out: each place compared with the lightest paper around it."""
    paper = grey.reduce(8) if min(grey.size) > 64 else grey
    paper = paper.filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.GaussianBlur(6)).resize(grey.size)
    light = np.asarray(paper, dtype=np.float32)
    values = np.asarray(grey, dtype=np.float32) / np.maximum(light, 24.0) * 255.0
    # Real black is seldom 0: stretched to where the darkest hundredth lies.
    dark = min(float(np.percentile(values, 1)), 140.0)
    return Image.fromarray(np.clip((values - dark) * 255.0 / (250.0 - dark), 0, 255).astype(np.uint8))


def _ink(grey: Any) -> Mask:
    return np.asarray(np.asarray(grey) < _INK)

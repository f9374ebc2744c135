"""The sessions on the strip of a day: pressed to choose one, pulled at an edge to give it other hours."""

from __future__ import annotations

from dataclasses import dataclass, replace

_STEP_S = 5 * 60
_NEAR_PX = 6
_LEAST_S = 5 * 60
DAY_S = 86_400


@dataclass(frozen=True)
class Window:
    """One session, in seconds from midnight."""

    id: str
    name: str
    start: float
    end: float
    movable: bool = False


@dataclass(frozen=True)
class Grip:
    """A session held by an edge, or by its middle."""

    window: Window
    part: str
    """start, end, whole."""
    offset: float = 0.0
    """Seconds from the window's start to where it was taken."""

    def moved(self, seconds: float) -> Window:
        """The window when the mouse stands there; in steps of five minutes, never shorter than that."""
        start, end = self.window.start, self.window.end
        if self.part == "start":
            return replace(self.window, start=min(max(0.0, _step(seconds)), end - _LEAST_S))
        if self.part == "end":
            return replace(self.window, end=max(min(float(DAY_S), _step(seconds)), start + _LEAST_S))
        first = min(max(0.0, _step(seconds - self.offset)), DAY_S - (end - start))
        return replace(self.window, start=first, end=first + end - start)


def grip_at(windows: tuple[Window, ...], seconds: float, per_pixel: float) -> Grip | None:
    """What the mouse takes hold of; `per_pixel`: seconds in one pixel."""
    near = _NEAR_PX * per_pixel
    for window in windows:
        if abs(seconds - window.start) <= near and seconds <= (window.start + window.end) / 2:
            return Grip(window, "start")
        if abs(seconds - window.end) <= near:
            return Grip(window, "end")
    return next((Grip(window, "whole", seconds - window.start) for window in windows
                 if window.start - near <= seconds <= window.end + near), None)


def _step(seconds: float) -> float:
    return round(seconds / _STEP_S) * _STEP_S


def clock_of(seconds: float) -> str:
    """05:30."""
    minutes = round(seconds / 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"

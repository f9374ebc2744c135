"""Where a recording begins, ends and fades while it is being shaped; steps back; what of it is in sight. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from broadcaster.base.frames import RATE
from broadcaster.library.shape import Shape

LEAST = RATE // 5
"""Frames that stay at least."""
NEAREST = RATE // 2
"""Frames in sight at the closest."""


class Mark(StrEnum):
    """What can be moved."""

    START = "start"
    FADE_IN = "fade_in"
    CUE = "cue"
    FADE_OUT = "fade_out"
    END = "end"


@dataclass(frozen=True)
class Marks:
    """Frames, counted in the whole recording."""

    start: int
    end: int
    fade_in: int
    """How long, from the start."""
    fade_out: int
    """How long, up to the end."""
    cue: int
    whole: int

    @property
    def length(self) -> int:
        return self.end - self.start

    def at(self, mark: Mark) -> int:
        """Where a mark stands."""
        return {Mark.START: self.start, Mark.FADE_IN: self.start + self.fade_in, Mark.CUE: self.cue,
                Mark.FADE_OUT: self.end - self.fade_out, Mark.END: self.end}[mark]

    def limits(self, mark: Mark) -> tuple[int, int]:
        """Between which places a mark may stand."""
        return {Mark.START: (0, self.end - min(LEAST, self.whole)), Mark.END: (self.start + LEAST, self.whole),
                Mark.FADE_IN: (self.start, self.end - self.fade_out),
                Mark.CUE: (self.start, max(self.start, self.end - RATE // 100)),
                Mark.FADE_OUT: (self.start + self.fade_in, self.end)}[mark]

    def moved(self, mark: Mark, frame: int) -> Marks:
        """The mark as near to `frame` as may be; what no longer fits gives way."""
        low, high = self.limits(mark)
        at = max(low, min(high, frame))
        if mark is Mark.FADE_IN:
            return replace(self, fade_in=at - self.start)
        if mark is Mark.FADE_OUT:
            return replace(self, fade_out=self.end - at)
        if mark is Mark.CUE:
            return replace(self, cue=at)
        start, end = (at, self.end) if mark is Mark.START else (self.start, at)
        return self._between(start, end)

    def cut_to(self, start: int, end: int) -> Marks:
        """Begin and end there, as near as may be."""
        start = max(0, min(start, self.whole - min(LEAST, self.whole)))
        return self._between(start, min(self.whole, max(end, start + LEAST)))

    def full(self) -> Marks:
        """The whole recording, without fades."""
        return Marks(0, self.whole, 0, 0, 0, self.whole)

    @property
    def is_full(self) -> bool:
        return (self.start, self.end, self.fade_in, self.fade_out) == (0, self.whole, 0, 0)

    def same_sound(self, other: Marks) -> bool:
        """But for the cue, which changes nothing that is heard on air."""
        return replace(self, cue=0) == replace(other, cue=0)

    def gain(self, frame: int) -> float:
        """How loud the fades leave one place, 0…1 (straight: for the eye)."""
        into, left = frame - self.start, self.end - frame
        gain = min(1.0, into / self.fade_in if self.fade_in else 1.0, left / self.fade_out if self.fade_out else 1.0)
        return max(0.0, gain)

    def _between(self, start: int, end: int) -> Marks:
        length = end - start
        fade_in = min(self.fade_in, length)
        cue = start if self.cue == self.start else max(start, min(end - RATE // 100, self.cue))
        return Marks(start, end, fade_in, min(self.fade_out, length - fade_in), cue, self.whole)


def marks_of(shape: Shape) -> Marks:
    """As it is stored."""
    start, end = shape.head_frames, shape.whole_frames - shape.tail_frames
    return Marks(start, end, shape.fade_in_frames, shape.fade_out_frames, min(end, start + shape.cue_frames),
                 shape.whole_frames)


def shape_of(marks: Marks) -> Shape:
    """As it is stored."""
    return Shape(marks.start, marks.whole - marks.end, marks.fade_in, marks.fade_out, marks.cue - marks.start,
                 marks.whole)


class Steps:
    """The marks now, before and after; a mark dragged along is one step."""

    def __init__(self, marks: Marks) -> None:
        self.now = marks
        self._back: list[Marks] = []
        self._forth: list[Marks] = []
        self._key = ""

    def change(self, marks: Marks, key: str = "") -> None:
        """`key`: changes with the same one, made in a row, are taken back together."""
        if marks == self.now:
            return
        if not key or key != self._key:
            self._back.append(self.now)
        self.now, self._key = marks, key
        self._forth.clear()

    def rest(self) -> None:
        """The next change is a step of its own."""
        self._key = ""

    def undo(self) -> None:
        if self._back:
            self._forth.append(self.now)
            self.now, self._key = self._back.pop(), ""

    def redo(self) -> None:
        if self._forth:
            self._back.append(self.now)
            self.now, self._key = self._forth.pop(), ""

    @property
    def can_undo(self) -> bool:
        return bool(self._back)

    @property
    def can_redo(self) -> bool:
        return bool(self._forth)


@dataclass(frozen=True)
class Sight:
    """The part of a recording on the screen, in frames."""

    first: int
    count: int
    whole: int

    def zoomed(self, factor: float, around: int) -> Sight:
        """`factor` under 1 comes nearer; the frame `around` stays where it is on the screen."""
        count = max(min(NEAREST, self.whole), min(self.whole, round(self.count * factor)))
        share = (around - self.first) / self.count if self.count else 0.5
        return self.scrolled_to(around - round(share * count), count)

    def scrolled_to(self, first: int, count: int | None = None) -> Sight:
        count = self.count if count is None else count
        return Sight(max(0, min(first, self.whole - count)), count, self.whole)

    def with_inside(self, frame: int) -> Sight:
        """Scrolled so that a frame is in sight, with room around it; unchanged when it is."""
        if self.first <= frame <= self.first + self.count:
            return self
        return self.scrolled_to(frame - self.count // 2)

    @property
    def is_all(self) -> bool:
        return self.count >= self.whole


def exact_time(frame: int) -> str:
    """1:23,450: for one place in a sound, to the hundredth and a half."""
    millis = round(max(0, frame) * 1000 / RATE)
    minutes, rest = divmod(millis, 60_000)
    hours, minutes = divmod(minutes, 60)
    tail = f"{rest // 1000:02},{rest % 1000:03}"
    return f"{hours}:{minutes:02}:{tail}" if hours else f"{minutes}:{tail}"


_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)


def ruler(sight: Sight, width: int, room: int = 90) -> list[tuple[int, str]]:
    """(frame, words) of a time line's marks that stand at least `room` pixels apart."""
    if sight.count <= 0 or width <= 0:
        return []
    per_pixel = sight.count / width / RATE
    step = next((each for each in _STEPS if each / per_pixel >= room), 7200)
    number = -(-sight.first // round(step * RATE))
    found = []
    while (frame := number * round(step * RATE)) <= sight.first + sight.count:
        text = exact_time(frame)
        found.append((frame, text[:-2] if step < 1 else text[:-4]))
        number += 1
    return found

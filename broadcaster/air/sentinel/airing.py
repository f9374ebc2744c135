"""From fingerprints to a verdict on one airing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from broadcaster.air.sentinel.fingerprint import PRESENT, SLOT, TOTAL, WINDOW, Codes, Track
from broadcaster.air.sentinel.levels import (
    SOUND_DB,
    Powers,
    background,
    loudest,
    loudness,
    octave_levels,
    voice_level,
)
from broadcaster.air.sentinel.match import LEAST_SLOTS, WINDOW_SLOTS, Match, match, windows_of
from broadcaster.air.sentinel.times import CaptureCount, FrameTimes
from broadcaster.air.sentinel.verdict import HEARD, NOT_HEARD, OTHER, SENT, SILENT, Verdict

REMEMBERED_SLOTS = 65 * 60 * 20
FIRST_SLOTS = 30
"""An ordinary delay, 1.5 s: waited for first. Only what is not found within it waits for the longest."""
PATIENCE = 1.0
"""Seconds a capture may come later than the delay that is looked for."""
_MARGIN_SLOTS = 10
LOOK_BACK_SLOTS = 3 * 60 * 20
"""The minutes before an airing, for the usual background."""
_TAIL_SLOTS = 60
_LEVEL_SLOTS = 10 * 60 * 20
_ABOVE_BACKGROUND_DB = 4.0
_SLOT_MS = 50.0


@dataclass(frozen=True)
class Airing:
    """What is to be judged."""

    id: str
    start: int
    end: int
    self_test: bool
    asked_at: float

    @property
    def slots(self) -> tuple[int, int]:
        """The slots that lie wholly inside: first, last + 1; of a very long one, those that are remembered."""
        end = (self.end - WINDOW) // SLOT + 1
        first = max(-(-self.start // SLOT), end - REMEMBERED_SLOTS + LOOK_BACK_SLOTS)
        return first, max(first, end)


@dataclass
class Ears:
    """All that one sentinel has heard and learnt."""

    monitor: str
    longest: int
    """Slots."""
    reference: Track = field(default_factory=lambda: Track(REMEMBERED_SLOTS))
    captured: Track = field(default_factory=lambda: Track(REMEMBERED_SLOTS))
    sounding: FrameTimes = field(default_factory=FrameTimes)
    hearing: FrameTimes = field(default_factory=FrameTimes)
    count: CaptureCount = field(default_factory=CaptureCount)
    delay: int = 0
    """Slots, of the last airing that was heard."""
    noise: Powers | None = None
    noise_db: float | None = None
    """The loudest of the usual background."""

    def place(self, slot: int, slots: int = 0) -> float:
        """Where in the capture a slot of the reference would be if it were heard at once.

        Told from the middle of the `slots` from there on: after a device has started anew, its times are known some
        callbacks late.
        """
        middle = slot + slots // 2
        return self.hearing.frame_at(self.sounding.steady_of(middle * SLOT)) / SLOT - slots // 2


def judge(ears: Ears, airing: Airing, now: float, *, last: bool) -> Verdict | None:
    """The verdict, or None while the capture may still come; `last`: with what is there."""
    first, end = airing.slots
    bus = ears.reference.get(first, min(end - first, _LEVEL_SLOTS))
    known = Verdict(SENT, source=ears.monitor, bus_db=round(loudness(bus), 1))
    if not bus[:, PRESENT].any():
        return replace(known, bus_db=None, note="too_short")
    if loudest(bus) < SOUND_DB:
        return replace(known, verdict=SILENT, note="bus_silent")
    if not ears.monitor or end - first < LEAST_SLOTS:
        return replace(known, note="too_short" if ears.monitor else "")
    near = min(ears.longest, max(FIRST_SLOTS, ears.delay + _MARGIN_SLOTS))
    if not last and not _arrived(ears, airing, end, near, now):
        return None
    found = _search(ears, first, end, near)
    if found.heard:
        return _heard(ears, airing, found, known)
    far = ears.longest
    if not last and found.windows > found.lost and not _arrived(ears, airing, end, far, now):
        return None
    found = _search(ears, first, end, far)
    if found.heard:
        return _heard(ears, airing, found, known)
    verdict = _not_heard(ears, first, end, found, known)
    if not airing.self_test or verdict.verdict == SENT:
        return verdict
    return replace(verdict, self_test={"score": round(found.score, 3)})


def _arrived(ears: Ears, airing: Airing, end: int, delay: int, now: float) -> bool:
    """The capture is there for every delay up to `delay`, or late enough to be given up."""
    due = max(airing.asked_at, ears.sounding.steady_of(end * SLOT)) + delay * _SLOT_MS / 1000
    return ears.captured.end > ears.place(end) + delay or now > due + PATIENCE


def _search(ears: Ears, first: int, end: int, latest: int) -> Match:
    places = [(slot, round(ears.place(slot, slots)), slots) for slot, slots in windows_of(first, end)]
    return match(ears.reference, ears.captured, places, latest)


def _heard(ears: Ears, airing: Airing, found: Match, known: Verdict) -> Verdict:
    first, end = airing.slots
    exact = ears.place(first, min(end - first, WINDOW_SLOTS))
    ears.delay = max(0, round(found.delay_slots))
    _learn_background(ears, first)
    reference = ears.reference.get(first, min(end - first, _LEVEL_SLOTS))
    captured = ears.captured.get(round(exact) + round(found.delay_slots), len(reference))
    verdict = replace(
        known, verdict=HEARD, score=found.score, windows=found.windows, matched=found.matched,
        delay_ms=round((found.delay_slots - exact + round(exact)) * _SLOT_MS, 1),
        level_db=voice_level(reference, captured, ears.noise), heard_db=round(loudness(captured), 1),
        note="monitor_lost" if found.lost else "")
    if not airing.self_test:
        return verdict
    return replace(verdict, self_test={
        "level_db": verdict.level_db, "delay_ms": verdict.delay_ms, "score": round(found.score, 3),
        "bands": octave_levels(reference, captured, ears.noise),
        "noise_db": None if ears.noise_db is None else round(ears.noise_db, 1)})


def _not_heard(ears: Ears, first: int, end: int, found: Match, known: Verdict) -> Verdict:
    if found.lost > found.windows:
        return replace(known, note="monitor_lost")
    captured = ears.captured.get(
        round(ears.place(first, min(end - first, WINDOW_SLOTS))) + ears.delay, min(end - first, _LEVEL_SLOTS))
    told = replace(known, score=found.score, windows=found.windows, matched=found.matched,
                   heard_db=round(loudness(captured), 1))
    if loudest(captured) < SOUND_DB:
        return replace(told, verdict=SILENT, note="monitor_silent")
    if not found.windows:
        return replace(told, note="no_rhythm")
    _learn_background(ears, first)
    if ears.noise_db is not None and loudest(captured) < ears.noise_db + _ABOVE_BACKGROUND_DB:
        return replace(told, verdict=NOT_HEARD, note="background")
    return replace(told, verdict=OTHER)


def _learn_background(ears: Ears, first: int) -> None:
    """What the monitor hears while nothing is sent, from the minutes before; as known before if there was no pause."""
    start = max(0, first - LOOK_BACK_SLOTS)
    reference = ears.reference.get(start, first - start)
    captured = ears.captured.get(round(ears.place(first, WINDOW_SLOTS)) - (first - start), first - start)
    ringing = np.convolve(reference[:, TOTAL] > 0, np.ones(_TAIL_SLOTS + ears.delay), "full")[:first - start] > 0.5
    resting: Codes = captured.copy()
    resting[ringing, PRESENT] = 0
    noise = background(reference, resting)
    if noise is not None:
        ears.noise = noise
        ears.noise_db = loudest(resting[(resting[:, PRESENT] == 1) & (reference[:, PRESENT] == 1)])

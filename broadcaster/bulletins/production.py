"""Where the parts of a produced bulletin stand in time, and how loud the music is where: arithmetic, no sound."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass

from broadcaster.base.errors import Refused
from broadcaster.bulletins.model import Production

DEFAULT_CHIME = "default"
"""Stands for the chime that comes with the program, where a cart's id is expected."""
PARTS = ("chime", "ident", "bed", "closing")
"""Fields of Production that name a sound."""
LIMITS = {"bed_db": (-40.0, 0.0), "repeats": (1, 5), "pause_seconds": (0.0, 20.0), "fade_seconds": (0.0, 10.0)}
LONGEST_MS = 60 * 60 * 1000
"""An hour: a session is not longer."""

ATTACK_MS = 400
"""The music goes down before the words begin …"""
HOLD_MS = 100
RELEASE_MS = 700
"""… and comes up again after them."""
OPEN_DB = 8.0
"""How much louder the music is where nobody speaks."""
_LOUDEST_OPEN_DB = -4.0
_SHORTEST_FADE_MS = 10
SILENT_DB = -120.0


@dataclass(frozen=True)
class Stretch:
    """One part on the time line, in milliseconds from the beginning."""

    part: str
    """chime | ident | words | bed | closing."""
    start: int
    length: int

    @property
    def end(self) -> int:
        return self.start + self.length


@dataclass(frozen=True)
class Layout:
    """A bulletin as it will be heard."""

    stretches: tuple[Stretch, ...]
    length: int

    @property
    def seconds(self) -> float:
        return self.length / 1000

    def of(self, part: str) -> tuple[Stretch, ...]:
        return tuple(item for item in self.stretches if item.part == part)


def check_production(production: Production) -> Production:
    """Raises Refused("production.value") for figures that mean nothing."""
    for name, (low, high) in LIMITS.items():
        value = getattr(production, name)
        if not math.isfinite(value) or not low <= value <= high:
            raise Refused("production.value", f"{name}: {value:g} is not between {low:g} and {high:g}", name=name,
                          value=f"{value:g}", low=f"{low:g}", high=f"{high:g}")
    return production


def layout(production: Production, lengths: Mapping[str, int]) -> Layout:
    """Chime, ident, words (as often as wanted), closing, with pauses between; the bed from before to after the words.

    `lengths`: milliseconds of each part there is, "words" among them. Raises Refused("production.too_long").
    """
    pause, fade = _ms(production.pause_seconds), _fade_ms(production)
    lead, tail = (fade + ATTACK_MS, fade + HOLD_MS + RELEASE_MS) if production.bed else (0, 0)
    found: list[Stretch] = []
    at = 0
    for part in ("chime", "ident"):
        if getattr(production, part):
            found.append(Stretch(part, at, lengths[part]))
            at += lengths[part] + pause
    first = at
    at += lead
    for _ in range(production.repeats):
        found.append(Stretch("words", at, lengths["words"]))
        at += lengths["words"] + pause
    at += tail - pause
    if production.bed:
        found.append(Stretch("bed", first, at - first))
    if production.closing:
        found.append(Stretch("closing", at + pause, lengths["closing"]))
        at = found[-1].end
    if at > LONGEST_MS:
        raise Refused("production.too_long", f"it would take {at // 60_000} minutes, at most 60 are made in one piece",
                      minutes=at // 60_000, limit=LONGEST_MS // 60_000)
    return Layout(tuple(sorted(found, key=lambda item: item.start)), at)


def bed_levels(plan: Layout, production: Production) -> tuple[tuple[int, float], ...]:
    """(millisecond, dB against the words): where the music's level bends; between two it runs straight."""
    if not plan.of("bed"):
        return ()
    bed, words = plan.of("bed")[0], plan.of("words")
    fade = _fade_ms(production)
    under = production.bed_db
    free = max(under, min(under + OPEN_DB, _LOUDEST_OPEN_DB))
    points = [(bed.start, SILENT_DB), (bed.start + fade, free), (words[0].start - ATTACK_MS, free),
              (words[0].start, under)]
    for before, after in itertools.pairwise(words):
        if after.start - before.end >= HOLD_MS + RELEASE_MS + ATTACK_MS:
            points += [(before.end + HOLD_MS, under), (before.end + HOLD_MS + RELEASE_MS, free),
                       (after.start - ATTACK_MS, free), (after.start, under)]
    last = words[-1].end
    points += [(last + HOLD_MS, under), (last + HOLD_MS + RELEASE_MS, free), (bed.end - fade, free),
               (bed.end, SILENT_DB)]
    return tuple(_rising(points))


def _rising(points: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """Without points that lie on or before the one before them."""
    kept: list[tuple[int, float]] = []
    for at, level in points:
        if kept and at <= kept[-1][0]:
            continue
        kept.append((at, level))
    return kept


def _fade_ms(production: Production) -> int:
    return max(_SHORTEST_FADE_MS, _ms(production.fade_seconds))


def _ms(seconds: float) -> int:
    return round(seconds * 1000)

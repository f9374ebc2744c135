"""Judges a running player by what it says of itself: a busy one is left alone, a hung one is helped, step by step.

Pure: it is told the seconds and the answers, and says what to do. The first law is to stop nothing that works:
a player whose sound moves is never ended, however slow the rest of it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

LOOK_EVERY = 2.0
WAKE_MISSES = 2
MISSES = 4
HUNG_AFTER = 8.0
STARTING = 30.0
"""An old PC may need this long until a new player answers."""
SLOW_AFTER = 5.0
TICK_DEAD = 120.0
"""A player that did not look at its plan for so long, and sounds nothing, is of no use any more."""
STUCK_NUDGE, STUCK_REBUILD = 4.0, 6.0
REBUILD_PATIENCE = 10.0
_HELD_UP = 3 * LOOK_EVERY


class Step(StrEnum):
    """What to do with the player now, from gentle to hard."""

    NONE = ""
    WAKE = "wake"
    """No answer: should it have been stopped by a signal, let it run on."""
    NUDGE = "nudge"
    """Sound stands still: have everything looked at anew."""
    REBUILD = "rebuild"
    """Sound stands still: have the sound devices opened anew."""
    RESTART = "restart"


@dataclass
class _Stuck:
    """One output that claims to work and does not move."""

    since: float
    step: Step = Step.NONE
    rebuilt_at: float = 0.0


@dataclass
class Watchdog:
    """One running player; made anew for each."""

    born: float
    answered: bool = False
    _last_look: float = 0.0
    _misses: list[float] = field(default_factory=list)
    _unreachable: bool = False
    _stuck: dict[str, _Stuck] = field(default_factory=dict)
    _tick_dead: int = 0
    _facts: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def answers(self) -> bool:
        return self.answered and not self._misses and not self._unreachable

    @property
    def standing(self) -> list[str]:
        """Zones whose output claims to work and does not move."""
        return sorted(self._stuck)

    @property
    def alarms(self) -> Mapping[str, dict[str, Any]]:
        """What is wrong now: air_slow, air_stuck, air_unreachable, with their facts."""
        return self._facts

    def look(self, now: float, beat: Mapping[str, Any] | None, *, alive: bool) -> Step:
        """`beat`: the answer to a ping, None without one. `alive`: other signs of life were seen lately."""
        if now - self._last_look > _HELD_UP:
            # We ourselves were held up, or the machine slept: what was counted before says nothing.
            self._misses, self._stuck, self._tick_dead = [], {}, 0
        self._last_look = now
        if beat is None:
            return self._no_answer(now, alive=alive)
        self.answered, self._misses, self._unreachable = True, [], False
        self._facts.pop("air_unreachable", None)
        outputs = [each for each in beat.get("outputs") or () if isinstance(each, Mapping)]
        tick = self._look_at_tick(_number(beat.get("tick_age")), outputs)
        return tick or self._look_at_outputs(now, outputs)

    def _no_answer(self, now: float, *, alive: bool) -> Step:
        if alive and self.answered:
            self._unreachable = True
            self._facts["air_unreachable"] = {}
        if alive or (not self.answered and now - self.born < STARTING):
            self._misses = []
            return Step.NONE
        # Attempts are counted, not only seconds: a few that come late must not add up to a hang.
        self._misses.append(now)
        if len(self._misses) >= MISSES and now - self._misses[0] >= HUNG_AFTER:
            self._misses = []
            return Step.RESTART
        return Step.WAKE if len(self._misses) == WAKE_MISSES else Step.NONE

    def _look_at_tick(self, age: float, outputs: list[Mapping[str, Any]]) -> Step:
        if age < SLOW_AFTER:
            self._facts.pop("air_slow", None)
            self._tick_dead = 0
            return Step.NONE
        self._facts["air_slow"] = {"seconds": round(age)}
        self._tick_dead = self._tick_dead + 1 if age > TICK_DEAD and not _sounding(outputs) else 0
        return Step.RESTART if self._tick_dead > 1 else Step.NONE

    def _look_at_outputs(self, now: float, outputs: list[Mapping[str, Any]]) -> Step:
        standing = {str(each.get("zone", "")): _number(each.get("age")) for each in outputs
                    if each.get("ok") and _number(each.get("age")) > STUCK_NUDGE}
        self._stuck = {zone: self._stuck.get(zone) or _Stuck(now) for zone in standing}
        if not standing:
            self._facts.pop("air_stuck", None)
            return Step.NONE
        steps = [self._climb(now, zone, age) for zone, age in standing.items()]
        if any(self._stuck[zone].step in {Step.REBUILD, Step.RESTART} for zone in standing):
            self._facts["air_stuck"] = {"zones": sorted(standing), "seconds": round(max(standing.values()))}
        if Step.RESTART in steps:
            # Other zones that sound are not silenced for the sake of one that does not.
            return Step.NONE if _sounding(outputs) else Step.RESTART
        return max(steps, key=[Step.NONE, Step.NUDGE, Step.REBUILD].index)

    def _climb(self, now: float, zone: str, age: float) -> Step:
        """The next step for one output; never two in one look, and none at first sight."""
        stuck = self._stuck[zone]
        if now == stuck.since:
            return Step.NONE
        if stuck.step is Step.NONE:
            stuck.step = Step.NUDGE
            return Step.NUDGE
        if stuck.step is Step.NUDGE and age > STUCK_REBUILD:
            stuck.step, stuck.rebuilt_at = Step.REBUILD, now
            return Step.REBUILD
        if stuck.step is Step.REBUILD and now - stuck.rebuilt_at >= REBUILD_PATIENCE:
            stuck.step = Step.RESTART
        return Step.RESTART if stuck.step is Step.RESTART else Step.NONE


def _sounding(outputs: list[Mapping[str, Any]]) -> bool:
    """Whether sound goes out somewhere, truly."""
    return any(each.get("ok") and each.get("sounding") and _number(each.get("age")) <= STUCK_NUDGE for each in outputs)


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0

"""The watchdog in virtual time: it helps what hangs, step by step, and never stops what works."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest

from broadcaster.keeper.watchdog import LOOK_EVERY, MISSES, STARTING, TICK_DEAD, Step, Watchdog


def output(age: float = 0.05, *, zone: str = "", ok: bool = True, sounding: bool = False) -> dict[str, Any]:
    return {"zone": zone, "ok": ok, "age": age, "sounding": sounding}


def beat(*outputs: dict[str, Any], tick: float = 0.05) -> dict[str, Any]:
    return {"ok": True, "pid": 1, "tick_age": tick, "outputs": list(outputs) or [output()]}


class Watch:
    """A watchdog and its own time."""

    def __init__(self, *, answered: bool = True) -> None:
        self.now = 1000.0
        self.dog = Watchdog(self.now, answered=answered)
        self.steps: list[Step] = []

    def look(self, told: dict[str, Any] | None, *, alive: bool = False, after: float = LOOK_EVERY) -> Step:
        self.now += after
        self.steps.append(self.dog.look(self.now, told, alive=alive))
        return self.steps[-1]

    def done(self) -> list[Step]:
        return [step for step in self.steps if step]


def test_t21_hours_of_slow_ticks_kill_nobody() -> None:
    """Ten hours: a disk that hangs for a minute again and again, answers that get lost, a keeper that is held up."""
    chance, watch = random.Random(3), Watch()
    end = watch.now + 10 * 3600
    while watch.now < end:
        slow = chance.choice([0.05, 0.05, 3.0, 20.0, 100.0, 500.0])
        told = beat(output(chance.uniform(0, 1.5), sounding=True), tick=slow)
        lost = chance.random() < 0.3
        watch.look(None if lost else told, alive=chance.random() < 0.9, after=chance.choice([2.0, 2.2, 4.0, 30.0]))
    assert set(watch.done()) <= {Step.WAKE}, Counter(watch.done())


def test_t21_a_player_that_sounds_is_never_ended_for_a_dead_tick() -> None:
    watch = Watch()
    for second in range(0, 7200, 2):
        watch.look(beat(output(0.1, sounding=True), tick=float(second)))
    assert watch.done() == []
    assert watch.dog.alarms["air_slow"] == {"seconds": 7198}


def test_a_dead_tick_without_any_sound_is_a_restart() -> None:
    watch = Watch()
    while not watch.done() and watch.now < 1400:
        watch.look(beat(output(0.1), tick=watch.now - 1000))
    assert watch.done() == [Step.RESTART]
    assert TICK_DEAD < watch.now - 1000 < TICK_DEAD + 10


def test_slow_is_said_and_taken_back() -> None:
    watch = Watch()
    watch.look(beat(tick=8.0))
    assert watch.dog.alarms == {"air_slow": {"seconds": 8}}
    watch.look(beat())
    assert watch.dog.alarms == {}


def test_no_answer_and_no_sign_of_life_is_woken_then_ended() -> None:
    watch = Watch()
    watch.look(beat())
    for _ in range(12):
        watch.look(None)
    assert watch.done()[:2] == [Step.WAKE, Step.RESTART]
    assert watch.steps.index(Step.RESTART) <= MISSES + 1


def test_no_answer_but_traces_in_the_files_is_only_an_alarm() -> None:
    """The socket is a hint: a station behind a mad firewall plays on."""
    watch = Watch()
    for _ in range(1000):
        watch.look(None, alive=True)
    assert watch.done() == []
    assert "air_unreachable" in watch.dog.alarms
    assert not watch.dog.answers
    watch.look(beat())
    assert watch.dog.alarms == {}
    assert watch.dog.answers


def test_an_old_pc_may_take_its_time_to_start() -> None:
    watch = Watch(answered=False)
    while watch.now < 1000 + STARTING - LOOK_EVERY:
        assert watch.look(None) is Step.NONE
    for _ in range(8):
        watch.look(None)
    assert Step.RESTART in watch.done()


@pytest.mark.parametrize("told", [None, beat(output(60.0))], ids=["no answer", "sound stands"])
def test_after_sleep_or_a_hold_up_counting_begins_anew(told: dict[str, Any] | None) -> None:
    """Nobody asked for hours; the first looks after it say nothing yet."""
    watch = Watch()
    for _ in range(50):
        watch.look(told, after=3600.0)
    assert watch.done() == []


def test_sound_that_stands_still_is_nudged_rebuilt_and_only_then_restarted() -> None:
    watch = Watch()
    age = 0.0
    while Step.RESTART not in watch.steps and age < 100:
        age += LOOK_EVERY
        watch.look(beat(output(age, sounding=True)))
    assert watch.done() == [Step.NUDGE, Step.REBUILD, Step.RESTART]
    assert age <= 24, "within half a minute"
    assert watch.dog.alarms["air_stuck"]["zones"] == [""]


def test_sound_that_comes_back_after_the_rebuild_is_left_alone() -> None:
    watch = Watch()
    for age in (2.0, 4.5, 6.5, 8.5):
        watch.look(beat(output(age, sounding=True)))
    assert watch.done() == [Step.NUDGE, Step.REBUILD]
    for _ in range(100):
        watch.look(beat(output(0.1, sounding=True)))
    assert watch.done() == [Step.NUDGE, Step.REBUILD]
    assert watch.dog.alarms == {}


def test_an_output_that_says_it_is_lost_is_no_hang() -> None:
    """The player opens its device again by itself: that is its own work."""
    watch = Watch()
    for age in range(0, 3600, 2):
        watch.look(beat(output(float(age), ok=False)))
    assert watch.done() == []


def test_a_zone_that_sounds_is_not_silenced_for_one_that_stands() -> None:
    watch = Watch()
    age = 0.0
    for _ in range(500):
        age += LOOK_EVERY
        watch.look(beat(output(0.1, zone="Thôn 1", sounding=True), output(age, zone="Thôn 2")))
    assert watch.done() == [Step.NUDGE, Step.REBUILD]
    assert watch.dog.alarms["air_stuck"]["zones"] == watch.dog.standing == ["Thôn 2"]
    age += LOOK_EVERY
    assert watch.look(beat(output(0.1, zone="Thôn 1"), output(age, zone="Thôn 2"))) is Step.RESTART


@pytest.mark.parametrize("told", [{}, {"tick_age": None, "outputs": None}, {"tick_age": "x", "outputs": ["x"]},
                                  {"outputs": [{"ok": True, "age": None}]}])
def test_a_player_of_another_version_tells_less(told: dict[str, Any]) -> None:
    watch = Watch()
    for _ in range(10):
        assert watch.look(told) is Step.NONE
    assert watch.dog.answers

"""The log of all stations for one day, as columns: made by whole arrays, some millions of lines a second."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from province_world import TET, World

KINDS = ("tin", "bai", "thong_bao", "chuyen_muc", "thong_diep", "nhac", "nhac_hieu", "loi_chao", "tiep_song",
         "khan_cap")
NEWS, FEATURE, NOTICE, COLUMN, MESSAGE, MUSIC, SIGNATURE, CLOSING, RELAY, EMERGENCY = range(len(KINDS))
CONTENT = np.array([kind not in (MUSIC, SIGNATURE, CLOSING) for kind in range(len(KINDS))])
OUTCOMES = ("aired", "partial", "missed", "made_up", "unscheduled")
AIRED, PARTIAL, MISSED, MADE_UP, UNSCHEDULED = range(len(OUTCOMES))
REASONS = ("", "power", "pc_off", "device_lost", "file_missing", "not_approved", "expired", "overrun", "operator",
           "preempted", "relay_lost", "program_error")
NONE, POWER, PC_OFF, DEVICE, FILE, UNAPPROVED, EXPIRED, OVERRUN, OPERATOR, PREEMPTED, RELAY_LOST, ERROR = range(
    len(REASONS))
VERIFICATIONS = ("", "heard", "sent", "not_heard", "silent", "other")
ORIGINS = ("", "own", "superior", "relay")
SESSIONS = ("sang", "chieu", "trua")
_SECONDS = (45, 150, 60, 300, 40, 90, 20, 15, 2700, 60)
_BEGINS = np.array([5 * 3600, 17 * 3600, 11 * 3600])
_KIND_SHARES = np.array([0.42, 0.12, 0.2, 0.07, 0.12, 0.07])


@dataclass
class Day:
    """Columns of one day; ordered by station, then by time."""

    index: int
    station: NDArray[np.int32]
    position: NDArray[np.int16]
    """Within the station's day, from 0."""
    session: NDArray[np.int8]
    planned: NDArray[np.int32]
    """Seconds of the day."""
    length: NDArray[np.int32]
    aired: NDArray[np.int32]
    """Seconds that went out."""
    kind: NDArray[np.int8]
    outcome: NDArray[np.int8]
    reason: NDArray[np.int8]
    verification: NDArray[np.int8]
    origin: NDArray[np.int8]
    letter: NDArray[np.int32]
    """-1: none."""
    repeat: NDArray[np.bool_]
    title: NDArray[np.int32]
    corrected: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.station)


def day_rows(world: World, index: int) -> Day:
    """The log of day `index` (0 is the first of the year); the same however often and in whatever order it is asked."""
    rng = np.random.default_rng([world.seed, len(world.stations), world.days, index])
    slots = _slots(world, index, rng)
    day = _planned(world, index, rng, *slots)
    _ask(world, day, rng)
    _fail(world, day, rng)
    _listen(world, day, rng)
    return day


def reporting(world: World, index: int) -> NDArray[np.bool_]:
    """Which stations run at all on that day; one that is silent for some weeks runs on, its packages come later."""
    stations = world.stations
    for_good = (stations.silent_to > world.days) & (index >= stations.silent_from)
    return ~for_good


def _slots(world: World, index: int, rng: np.random.Generator) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """(station, session, lines) of every session of the day."""
    stations, today = world.stations, world.day(index)
    runs = reporting(world, index)
    if today.weekday() >= 5:
        runs &= ~stations.rests_weekend
    festive = abs((today - TET).days) <= 3
    pairs = []
    for session in range(3):
        airs = np.flatnonzero(runs & (stations.sessions > session if not festive else runs))
        weight = stations.items[airs] * (1.15 if today.weekday() == 6 else 1.0)
        pairs.append((airs, np.full(len(airs), session), np.maximum(rng.poisson(weight), 5)))
    station, session, lines = (np.concatenate(part) for part in zip(*pairs, strict=True))
    order = np.lexsort((_BEGINS[session], station))
    return station[order], session[order], lines[order]


def _planned(world: World, index: int, rng: np.random.Generator, slot_station: NDArray[Any],
             slot_session: NDArray[Any], lines: NDArray[Any]) -> Day:
    total = int(lines.sum())
    starts = np.cumsum(lines) - lines
    within = np.arange(total) - np.repeat(starts, lines)
    station, session = np.repeat(slot_station, lines), np.repeat(slot_session, lines)
    kind = rng.choice(6, total, p=_KIND_SHARES).astype(np.int8)
    kind[starts] = SIGNATURE
    kind[starts + lines - 1] = CLOSING
    # One relay in the evening and the morning: most of the airtime, as everywhere.
    relays = (starts + 1)[slot_session < 2]
    kind[relays] = RELAY
    seconds = np.array(_SECONDS)[kind]
    length = np.where(kind == RELAY, seconds, (seconds * rng.uniform(0.6, 1.5, total)).astype(int) + 1)
    end = np.cumsum(length)
    before = end - length
    offset = before - np.repeat(before[starts], lines)
    minute = np.repeat((slot_station * 7 % 5) * 900 // 4, lines)
    first_of_day = np.flatnonzero(np.r_[True, station[1:] != station[:-1]])
    counts = np.diff(np.r_[first_of_day, total])
    origin = np.where(kind == RELAY, 3, np.where(np.isin(kind, (NEWS, FEATURE, NOTICE, COLUMN, MESSAGE)), 1, 0))
    return Day(index, station.astype(np.int32), (np.arange(total) - np.repeat(first_of_day, counts)).astype(np.int16),
               session.astype(np.int8), (_BEGINS[session] + minute + offset).astype(np.int32),
               length.astype(np.int32), length.astype(np.int32).copy(), kind, np.zeros(total, np.int8),
               np.zeros(total, np.int8), np.zeros(total, np.int8), origin.astype(np.int8),
               np.full(total, -1, np.int32), (rng.random(total) < 0.3) & (within > 1),
               rng.integers(0, 4000, total).astype(np.int32), rng.random(total) < 0.001)


def _ask(world: World, day: Day, rng: np.random.Generator) -> None:
    """What the office above asked for takes the places after the relay, once in each session."""
    letters, stations = world.letters, world.stations
    firsts = np.flatnonzero(np.r_[True, (day.station[1:] != day.station[:-1]) | (day.session[1:] != day.session[:-1])])
    lengths = np.diff(np.r_[firsts, len(day)])
    running = np.flatnonzero((letters.first <= day.index) & (day.index <= letters.last))
    turn = np.zeros(len(firsts), int)
    for letter in running:
        wanted = letters.areas[letter][stations.area[day.station[firsts]]]
        wanted &= day.session[firsts] < letters.per_day[letter]
        wanted &= rng.random(len(firsts)) < stations.dutiful[day.station[firsts]]
        place = 2 + turn
        wanted &= place < lengths - 1
        rows = firsts[wanted] + place[wanted]
        day.kind[rows], day.letter[rows], day.origin[rows] = MESSAGE, letter, 2
        day.title[rows], day.repeat[rows] = 100_000 + letter, day.session[rows] > 0
        turn += wanted


def _fail(world: World, day: Day, rng: np.random.Generator) -> None:
    stations, count = world.stations, len(day)
    missed = rng.random(count) < stations.faulty[day.station]
    day.reason[missed] = rng.choice([PC_OFF, DEVICE, FILE, UNAPPROVED, EXPIRED, OVERRUN, OPERATOR, PREEMPTED, ERROR],
                                    int(missed.sum()), p=[.3, .08, .1, .12, .05, .15, .14, .04, .02])
    lost = (day.kind == RELAY) & (rng.random(count) < 0.012)
    day.reason[lost], missed = RELAY_LOST, missed | lost
    # Power goes for a whole station, at one moment, mostly under a storm and in the areas beside it.
    chance = np.where(world.storms[day.index][stations.area], 0.4, 0.004)
    cut = rng.random(len(stations)) < chance
    moment = rng.integers(4 * 3600, 19 * 3600, len(stations))
    back = moment + rng.integers(1800, 12 * 3600, len(stations))
    dark = cut[day.station] & (day.planned + day.length > moment[day.station]) & (day.planned < back[day.station])
    halved = dark & (day.planned < moment[day.station])
    missed |= dark
    day.reason[dark] = POWER
    day.outcome[missed] = MISSED
    day.aired[missed] = 0
    again = missed & ~dark & (rng.random(count) < 0.2)
    day.outcome[again], day.aired[again] = MADE_UP, day.length[again]
    partly = halved | ((rng.random(count) < 0.004) & (day.outcome == AIRED))
    day.outcome[partly] = PARTIAL
    day.aired[partly] = np.maximum(day.length[partly] // 2, 1)
    day.reason[partly & (day.reason == NONE)] = OVERRUN
    urgent = rng.random(count) < np.where(world.storms[day.index][stations.area[day.station]], 0.03, 0.0003)
    urgent &= (day.outcome == AIRED) & (day.kind != RELAY) & (day.letter < 0)
    day.outcome[urgent], day.kind[urgent] = UNSCHEDULED, EMERGENCY


def _listen(world: World, day: Day, rng: np.random.Generator) -> None:
    sounded = day.outcome != MISSED
    heard = rng.choice(np.array([1, 3, 4, 5], np.int8), len(day), p=[0.962, 0.02, 0.012, 0.006])
    day.verification[:] = np.where(sounded, np.where(world.stations.monitored[day.station], heard, 2), 0)

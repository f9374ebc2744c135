"""Whatever happens in a day: what must never sound does not, and the journal tells what did.

BROADCASTER_RANDOM_DAYS=500 runs more of them, from BROADCASTER_RANDOM_FIRST on; BROADCASTER_RANDOM_SEED=17 the one that
failed.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from air_station import DAY, Station, moment
from random_day import LOUDEST, ZONES, LateSink, RandomDay, plan_of

from broadcaster.air.outputs.wav import BLOCK
from broadcaster.air.quiet import QuietGuard
from broadcaster.air.session_run import meant_for
from broadcaster.asrun.model import Outcome
from broadcaster.asrun.reconcile import reconcile
from broadcaster.base.clock import STATION_ZONE, parse_time, unix
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import Kind, journal_files
from broadcaster.protocol.rundown import PlannedSession, QuietHours, read_rundown
from broadcaster.protocol.seal import make_key
from broadcaster.protocol.verifier import GENESIS, verify

_DAYS = int(os.environ.get("BROADCASTER_RANDOM_DAYS", "4"))
_SEED = os.environ.get("BROADCASTER_RANDOM_SEED")
_FIRST = int(os.environ.get("BROADCASTER_RANDOM_FIRST", "0"))
SEEDS = [int(_SEED)] if _SEED else list(range(_FIRST, _FIRST + _DAYS))
LOST_BY_A_CUT = 2.6
"""Seconds of sound a power cut may leave out of the journal: one BEAT and a little."""


@pytest.mark.parametrize("seed", SEEDS)
def test_random_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setattr("broadcaster.air.simulate.WavSink", LateSink)
    home = StationHome(tmp_path / "home")
    home.create()
    calm = seed % 4 == 0
    zones = ZONES if seed % 2 and not calm else ("",)
    day = RandomDay(Station(home, make_key(home)), random.Random(seed), calm=calm, zones=zones)
    sessions = plan_of(day)
    day.live(moment("23:59:59") + timedelta(minutes=10))
    note = "\n".join([f"seed {seed}", *day.told])
    _only_what_may_sound(day, sessions, note)
    _one_outcome_each(day, sessions, note)
    _log_is_what_was_rendered(day, note)
    _orders_are_carried_out(day, note)
    assert not list(verify(journal_files(home.asrun), GENESIS)), note
    if day.calm:
        _no_holes(day, note)


def _only_what_may_sound(day: RandomDay, sessions: list[PlannedSession], note: str) -> None:
    quiet = QuietGuard([QuietHours("21:00", "04:30")])
    inserts, early = _inserts(day), 0.001 + 45 * sum("step" in text for text in day.told)
    for heard, _ in day.parts:
        planned = [(unix(each.starts_at) - early, unix(each.hard_end) + 0.06) for each in sessions
                   if meant_for(heard.zone, each.zones)]
        between = [(begin, end) for zone, begin, end, _ in inserts if zone == heard.zone]
        exempt = [(begin, end) for zone, begin, end, confirmed in inserts if zone == heard.zone and confirmed]
        for first, count, wall, lowest, highest in heard.stretches:
            assert lowest >= 0, f"a sound that may not air, at frame {first}\n{note}"
            assert highest <= LOUDEST, f"two programmes at once, at frame {first}: {highest}\n{note}"
            for edge in (wall + 0.001, wall + count / RATE - 0.001):
                when = datetime.fromtimestamp(edge, STATION_ZONE)
                assert not quiet.covers(when) or _inside(edge, exempt), f"{when} is in quiet hours\n{note}"
                assert _inside(edge, planned + between), f"{when} is in no session\n{note}"


def _inside(moment: float, windows: list[tuple[float, float]]) -> bool:
    return any(begin <= moment <= end for begin, end in windows)


def _inserts(day: RandomDay) -> list[tuple[str, float, float, bool]]:
    """(zone, from, to, a confirmed emergency) of all that was put in; wide enough for a clock set meanwhile."""
    orders = {line.data["insert"]: line.data for line in day.station.journal(Kind.BREAK_IN)
              if line.data["state"] == "ordered"}
    ends = {line.data["start_seq"]: line for line in day.station.journal(Kind.END)}
    found = []
    for line in day.station.journal(Kind.START):
        if order := orders.get(line.data.get("insert", "")):
            exempt = order["confirmed"] and order["urgency"] == "emergency"
            end = ends[line.seq].data["ended_at"]
            last = max(unix(parse_time(end)) if end else 0.0, unix(line.at) + LOST_BY_A_CUT)
            found.append((line.data.get("zone", ""), unix(line.at) - 45, last + 45, exempt))
    return found


def _one_outcome_each(day: RandomDay, sessions: list[PlannedSession], note: str) -> None:
    rundown = read_rundown(day.station.home.rundowns / f"{DAY.isoformat()}.r1.json", day.station.key)
    rows = [row for row in reconcile(DAY, [rundown], day.station.journal(), day.clock.now()) if not row.insert_id]
    events = {event.id: event for item in sessions for event in item.events}
    assert sorted(row.id for row in rows) == sorted(events), note
    assert {row.outcome for row in rows} <= {Outcome.AIRED, Outcome.PARTIAL, Outcome.MISSED, Outcome.MADE_UP}, note
    whole = {Outcome.AIRED, Outcome.MADE_UP}
    assert all(row.reason for row in rows if row.outcome not in whole), note
    starts, ends = day.station.journal(Kind.START), day.station.journal(Kind.END)
    assert sorted(line.data["start_seq"] for line in ends) == sorted(line.seq for line in starts), note
    sums: Counter[tuple[str, str]] = Counter()
    for line in ends:
        sums[line.data["event_id"], line.data.get("zone", "")] += line.data["frames"]
    again = {line.data["event_id"] for line in ends if line.data.get("then") == "restart"}
    for (name, zone), frames in sums.items():
        longest = events[name].cut.frames if name in events else 10 ** 9
        assert name in again or frames <= longest + 2 * day.cuts_off, f"{name} in {zone}: {frames} of {longest}\n{note}"
    missed = Counter((line.data["event_id"], line.data.get("zone", ""), line.data.get("made_up_from", ""))
                     for line in day.station.journal(Kind.MISSED))
    assert max(missed.values(), default=1) == 1, f"{missed.most_common(3)}\n{note}"


def _orders_are_carried_out(day: RandomDay, note: str) -> None:
    """Each ends once; an emergency was heard in full in each of its zones, unless somebody or something ended it."""
    lines = day.station.journal(Kind.BREAK_IN)
    states = [(line.data["insert"], line.data["state"]) for line in lines]
    for order in [line.data for line in lines if line.data["state"] == "ordered"]:
        name = order["insert"]
        assert states.count((name, "ended")) == 1, f"{name} {states}\n{note}"
        ended = next(line.data for line in lines if line.data["insert"] == name and line.data["state"] == "ended")
        parts = [line.data for line in day.station.journal(Kind.START, Kind.MISSED) if line.data.get("insert") == name]
        ends = [line.data for line in day.station.journal(Kind.END) if name in line.data["event_id"]]
        hindered = {data["reason"] for data in [*ends, *(part for part in parts if "reason" in part)]}
        night = any(line.data["session_id"] == name for line in day.station.journal(Kind.QUIET))
        if night or order["urgency"] != "emergency" or order["insert_kind"] != "break_in" or ended["reason"] \
                or hindered & {"operator", "quiet_hours"}:
            continue
        for zone in {part.get("zone", "") for part in parts}:
            titles = {part["event_id"] for part in parts if part["kind"] == "khan_cap"}
            whole = [data for data in ends if data["event_id"] in titles and data.get("zone", "") == zone
                     and not data["reason"]]
            assert whole, f"{order['title']} {name} was not read in {zone}: {hindered}\n{note}"


def _log_is_what_was_rendered(day: RandomDay, note: str) -> None:
    rendered = 0
    for heard, sink in day.parts:
        for first, count, *_ in heard.stretches:
            thrown = sum(max(0, min(first + count, end) - max(first, begin)) for begin, end in sink.dropped)
            rendered += count - thrown
    silent = {line.data["insert"] for line in day.station.journal(Kind.BREAK_IN) if line.data.get("talk_over")}
    starts = {line.seq: line.data.get("insert") for line in day.station.journal(Kind.START)}
    ends = [line.data for line in day.station.journal(Kind.END)]
    logged = sum(data["frames"] for data in ends if starts[data["start_seq"]] not in silent)
    broken = sum(data["reason"] in {"preempted", "operator"} for data in ends)
    short = (day.cuts_off * len(day.zones) * LOST_BY_A_CUT + broken * 0.06) * RATE + 4 * len(ends)
    more = 4 * len(ends) + broken * BLOCK
    assert rendered - short <= logged <= rendered + more, f"{rendered / RATE} {logged / RATE}\n{note}"


def _no_holes(day: RandomDay, note: str) -> None:
    """Inside one session each item is followed at once by the next that may air, while the clock can be believed."""
    if any(line.data.get("valid") is False for line in day.station.journal(Kind.CLOCK)):
        return
    journal = day.station.journal(Kind.START, Kind.END)
    order = [line.data["event_id"].split("-")[0] for line in journal if line.kind is Kind.START]
    stretches = day.parts[0][0].stretches
    holes = sum(right[0] - left[0] - left[1] > RATE for left, right in pairwise(stretches))
    # Set back just before its first sample, a session waits once more for its time.
    back = sum(line.data.get("step_seconds", 0) <= -10 for line in day.station.journal(Kind.CLOCK))
    assert holes <= sum(left != right for left, right in pairwise(order)) + back, f"{holes} holes\n{note}"

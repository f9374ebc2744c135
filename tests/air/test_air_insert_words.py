"""Orders as nobody should give them: refused in a sentence, and the station plays on."""

from __future__ import annotations

import os
from typing import Any

import pytest
from air_station import Station, moment
from test_air_break_in import parts, ready, start

from broadcaster.air import orders
from broadcaster.base.clock import VirtualClock, unix
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.frames import RATE
from broadcaster.protocol.journal import Kind

HOSTILE: list[tuple[str, dict[str, Any]]] = [
    *[("live_on", {"minutes": value}) for value in (
        float("nan"), float("inf"), -1, 0, "nan", "x", None, [], {}, True, 10 ** 400, 1e9)],
    *[("relay_on", {"minutes": value, "address": "http://127.0.0.1/x"}) for value in (float("inf"), -5, 10 ** 400)],
    *[("break_in", {"message": "bao-lu", **words}) for words in (
        {"repeats": 1e9}, {"repeats": float("inf")}, {"repeats": -1}, {"repeats": "nan"}, {"repeats": 10 ** 400},
        {"every_minutes": 0.5}, {"every_minutes": 5, "for_minutes": float("nan")}, {"for_minutes": -3}, {"then": {}},
        {"then": "later"}, {"zones": {"all": 1}}, {"zones": "Thôn 1"}, {"zones": [{"a": 1}]}, {"zones": ["a\ud800"]},
        {"zones": ["all", "\ud800"]}, {"zones": ["x"] * 1000}, {"confirmed": "false"}, {"confirmed": 1})],
    *[("break_in", {"message": slug}) for slug in (
        "../bao-lu", "..", "", "a/b", "bao-lu\0", "\ud800", "x" * 5000, 7, None, "bao-lu.json", "BAO-LU", "bao-lu\n")],
    *[("live_on", {"minutes": 1, **words}) for words in (
        {"device": "\ud800"}, {"device": ["a"]}, {"device": "x" * 10_000}, {"talk_over": "no"}, {"chime": "no"})],
    *[("relay_on", {"minutes": 1, **words}) for words in (
        {"address": "http://\n/x"}, {"address": ""}, {"kind": "smoke", "address": "x"}, {"kind": {}, "address": "x"})],
]

CODES = {"air.order", "emergency.unknown", "emergency.repeat", "relay.address", "relay.kind"}


def test_hostile_words_are_refused_and_nothing_is_interrupted(station: Station, clock: VirtualClock) -> None:
    ready(station)
    air, _ = start(station, clock, "05:00:05", [20.0])
    for command, words in HOSTILE:
        with pytest.raises(Refused) as refusal:
            orders.ORDERS[command](air.conductor, words, "Cán bộ trực")
        assert refusal.value.code in CODES, (command, words)
        refusal.value.text.encode()
    assert not air.conductor.inserts.open
    air.run_until(moment("05:01"))
    air.close()
    assert parts(station, "e1") == [(0, 20 * RATE, "")]
    assert not station.journal(Kind.BREAK_IN)


@pytest.mark.parametrize("text", ['{"by": "\\ud800"}', '{"zones": ["all", "\\ud800"]}', '{"for": 1e400}', "[" * 90_000])
def test_a_hostile_order_file_does_not_keep_the_plan_from_being_read(station: Station, clock: VirtualClock,
                                                                     text: str) -> None:
    ready(station)
    box = station.home.emergency / "orders"
    box.mkdir(parents=True, exist_ok=True)
    path = box / "bao-lu.json"
    path.write_text(text)
    os.utime(path, (unix(clock.now()), unix(clock.now())))
    air, _ = start(station, clock, "05:00:05", [5.0])
    air.run_until(moment("05:01"))
    air.close()
    assert parts(station, "e1") == [(0, 5 * RATE, "")]
    assert not station.journal(Kind.BREAK_IN), "what is refused does not sound either"
    assert not path.exists()


def test_every_word_has_a_right_form_too(station: Station, clock: VirtualClock) -> None:
    ready(station)
    air, _ = start(station, clock, "05:00:05", [20.0])
    words = {"message": "bao-lu", "repeats": "2", "every_minutes": 3.0, "for_minutes": 6, "then": "restart",
             "zones": ["all"], "confirmed": True}
    try:
        orders.break_in(air.conductor, words, "Cán bộ trực")
    except BroadcasterError as error:
        pytest.fail(error.text)
    ordered = station.journal(Kind.BREAK_IN)[0].data
    assert (ordered["repeats"], ordered["rounds"], ordered["confirmed"]) == (2, 3, True)
    air.close()

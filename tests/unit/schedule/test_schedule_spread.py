"""Fair shares: who airs in which session, in which order."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.plan.spread import Ask, Room, order, spread

ROUTINE = Urgency.ROUTINE


def shares(times: int, sessions: int) -> list[int]:
    rooms = [Room(10**9, 0) for _ in range(sessions)]
    assert spread([Ask("a", ROUTINE, 100, times)], rooms).left_out == {}
    return [room.counts.get("a", 0) for room in rooms]


def test_two_a_day_is_one_in_each_three_puts_the_odd_one_first() -> None:
    assert shares(1, 2) == [1, 0]
    assert shares(2, 2) == [1, 1]
    assert shares(3, 2) == [2, 1]
    assert shares(4, 2) == [2, 2]
    assert shares(2, 3) == [1, 1, 0]


def test_everyones_first_airing_goes_before_anyones_second() -> None:
    room = Room(250, 0)
    left = spread([Ask("a", ROUTINE, 100, 3), Ask("b", ROUTINE, 100, 1)], [room]).left_out
    assert room.counts == {"a": 1, "b": 1}
    assert left == {"a": 2}


def test_urgent_items_get_the_last_place() -> None:
    room = Room(100, 0)
    assert spread([Ask("a", ROUTINE, 100, 1), Ask("b", Urgency.PRIORITY, 100, 1)], [room]).left_out == {"a": 1}
    assert room.counts == {"b": 1}


def test_what_does_not_fit_in_the_morning_goes_to_the_afternoon() -> None:
    rooms = [Room(100, 0), Room(300, 0)]
    result = spread([Ask("a", ROUTINE, 150, 1), Ask("b", ROUTINE, 100, 1)], rooms)
    assert result.left_out == {}
    assert [room.counts for room in rooms] == [{"b": 1}, {"a": 1}]
    assert rooms[0].refused == 150
    assert result.why == {(1, "a"): ["home_full"], (0, "b"): ["emptiest"]}


def test_once_a_day_items_share_the_day() -> None:
    rooms = [Room(10**6, 0), Room(10**6, 0)]
    spread([Ask(name, ROUTINE, 100, 1) for name in "abcdef"], rooms)
    assert [sum(room.counts.values()) for room in rooms] == [3, 3]


def test_where_not_all_fit_equals_take_turns() -> None:
    """Over as many days as there are items, everyone is left out as often as the others."""
    left: Counter[str] = Counter()
    for day in range(739_000, 739_005):
        asks = [Ask(name, ROUTINE, 100, 1) for name in "abcde"] + [Ask("p", Urgency.PRIORITY, 100, 1)]
        left.update(spread(asks, [Room(300, 0)], day).left_out)
    assert left == dict.fromkeys("abcde", 3)


def test_a_person_orders_what_is_equally_urgent() -> None:
    asks = [Ask("a", Urgency.PRIORITY, 100, 1, position=2), Ask("b", Urgency.PRIORITY, 100, 1, position=1)]
    room = Room(100, 0)
    spread(asks, [room])
    assert room.counts == {"b": 1}


def test_two_stretches_of_a_session_are_one_place() -> None:
    """A relay in the middle of the morning makes no third session of it."""
    rooms = [Room(10**6, 0, 0), Room(10**6, 0, 0), Room(10**6, 0, 1)]
    result = spread([Ask("a", ROUTINE, 100, 2)], rooms)
    assert [room.counts.get("a", 0) for room in rooms] == [1, 0, 1]
    assert result.why == {(0, "a"): ["emptiest"], (2, "a"): ["turn"]}


def test_airings_keep_their_distance() -> None:
    rooms = [Room(10**9, 0, 0, 5 * 3600), Room(10**9, 0, 1, 5.5 * 3600), Room(10**9, 0, 2, 17 * 3600)]
    result = spread([Ask("a", ROUTINE, 48_000, 3, spacing=3600)], rooms)
    assert [room.counts.get("a", 0) for room in rooms] == [1, 0, 1]
    assert result.left_out == {"a": 1}
    assert result.why[2, "a"] == ["spacing"]


def test_airings_of_begun_sessions_count() -> None:
    room = Room(10**9, 0)
    spread([Ask("a", ROUTINE, 100, 3, done=2), Ask("b", ROUTINE, 100, 1, done=2)], [room])
    assert room.counts == {"a": 1}


def test_order_is_urgent_first_and_never_twice_in_a_row() -> None:
    ranks = {"a": (2, 0, "a"), "b": (2, 0, "b"), "p": (1, 0, "p")}
    assert order({"a": 1, "b": 1, "p": 1}, ranks) == ["p", "a", "b"]
    assert order({"a": 2, "b": 2}, ranks) == ["a", "b", "a", "b"]
    assert order({"a": 2, "b": 1}, ranks) == ["a", "b", "a"]
    assert order({"a": 1, "b": 2}, ranks) == ["b", "a", "b"]
    assert order({"a": 3}, ranks) == ["a", "a", "a"]


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 6), min_size=1))
def test_copies_touch_only_when_it_cannot_be_helped(counts: dict[str, int]) -> None:
    result = order(counts, {name: (2, 0, name) for name in counts})
    assert {name: result.count(name) for name in counts} == counts
    touching = sum(one == two for one, two in pairwise(result))
    most = max(counts.values())
    assert touching == max(0, most - 1 - (len(result) - most))


@given(st.lists(st.tuples(st.integers(1, 500), st.integers(1, 6), st.sampled_from(list(Urgency))), max_size=8),
       st.lists(st.integers(0, 2000), min_size=1, max_size=3), st.integers(0, 50))
def test_nothing_is_lost_or_overfilled(items: list[tuple[int, int, Urgency]], sizes: list[int], bridge: int) -> None:
    asks = [Ask(str(n), urgency, frames, times) for n, (frames, times, urgency) in enumerate(items)]
    rooms = [Room(size, bridge) for size in sizes]
    left = spread(asks, rooms).left_out
    for ask in asks:
        assert sum(room.counts.get(ask.campaign_id, 0) for room in rooms) + left.get(ask.campaign_id, 0) == ask.times
    for room in rooms:
        count = sum(room.counts.values())
        total = sum(asks[int(name)].frames * n for name, n in room.counts.items()) + bridge * max(0, count - 1)
        assert total == room.used
        assert room.used <= max(0, room.capacity)

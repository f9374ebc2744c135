"""What changed between two sheets, told once however many days it concerns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.base.clock import STATION_ZONE
from broadcaster.schedule.sheets.changes import changes_between, total
from broadcaster.schedule.sheets.sheet import Change, Sheet, SheetItem, Slot, digest_of, monday_of, rows_of, slots_from

MONDAY = date(2026, 11, 23)
KEY = bytes(range(32))
A, B, C = (SheetItem(name, f"Mục {name}", "12/UBND-VX", seconds=61.5, campaign=f"k{name}") for name in "abc")


def slot(day: int = 0, hour: int = 5, items: tuple[SheetItem, ...] = (A,), name: str = "") -> Slot:
    of = MONDAY + timedelta(day)
    starts = datetime(of.year, of.month, of.day, hour, tzinfo=STATION_ZONE)
    return Slot(of, f"{of}/{name or hour}", name or f"Buổi {hour} giờ", starts, starts + timedelta(hours=1), ("all",),
                items)


def week(items: tuple[SheetItem, ...] = (A,)) -> list[Slot]:
    return [slot(day, hour, items) for day in range(7) for hour in (5, 17)]


def told(before: list[Slot], after: list[Slot]) -> list[tuple[str, str, str, str, str, int]]:
    return [(item.code, item.name, item.title, item.before, item.after, item.times)
            for item in changes_between(before, after)]


def test_equal_weeks_have_no_changes() -> None:
    assert changes_between(week(), week()) == []
    assert changes_between([], []) == []


def test_an_item_more_in_every_session_is_one_line() -> None:
    (change,) = changes_between(week(), week((A, B)))
    assert change == Change("item_added", tuple(MONDAY + timedelta(n) for n in range(7)), 14, title="Mục b")
    (change,) = changes_between(week((A, B)), week())
    assert (change.code, change.times) == ("item_removed", 14)


def test_an_airing_in_another_session_of_the_day_was_moved() -> None:
    before = [slot(hour=5, items=(A, B)), slot(hour=17, items=(C,))]
    after = [slot(hour=5, items=(A,)), slot(hour=17, items=(B, C))]
    assert told(before, after) == [("item_moved", "", "Mục b", "Buổi 5 giờ", "Buổi 17 giờ", 1)]


def test_to_another_day_is_no_move() -> None:
    before, after = [slot(0, items=(A, B)), slot(1, items=(A,))], [slot(0, items=(A,)), slot(1, items=(A, B))]
    assert [item.code for item in changes_between(before, after)] == ["item_added", "item_removed"]


def test_sessions_come_go_and_change_their_hours() -> None:
    moved = replace(slot(1), starts=slot(1).starts + timedelta(minutes=15))
    zoned = replace(slot(2), zones=("Thôn Đông",))
    assert told([slot(0), slot(1), slot(2)], [slot(0, 11), moved, zoned]) == [
        ("session_added", "Buổi 11 giờ", "", "", "11:00–12:00", 1),
        ("session_removed", "Buổi 5 giờ", "", "05:00–06:00", "", 1),
        ("session_moved", "Buổi 5 giờ", "", "05:00–06:00", "05:15–06:00", 1),
        ("session_zones", "Buổi 5 giờ", "", "all", "Thôn Đông", 1),
        ("item_moved", "", "Mục a", "Buổi 5 giờ", "Buổi 11 giờ", 1)]


def test_order_and_titles() -> None:
    assert told([slot(items=(A, B))], [slot(items=(B, A))]) == [("order", "Buổi 5 giờ", "", "", "", 1)]
    renamed = replace(A, title="Mục a, bản sửa")
    assert told([slot()], [slot(items=(renamed,))]) == [("item_renamed", "", "", "Mục a", "Mục a, bản sửa", 1)]


def test_history_is_no_change() -> None:
    now = slot(3).starts
    (change,) = changes_between(week(), week((A, B)), since=now)
    assert change.days == tuple(MONDAY + timedelta(n) for n in range(3, 7))
    assert change.times == 7


def test_items_and_airings_are_counted_apart() -> None:
    assert total(week((A, B, A))) == (2, 42)
    assert total([]) == (0, 0)


def test_rows_come_back_and_the_digest_knows_every_word() -> None:
    slots = tuple(week((A, B)))
    assert slots_from(rows_of(slots)) == slots
    digest = digest_of(MONDAY, slots)
    assert digest != digest_of(MONDAY + timedelta(7), slots)
    for name, value in (("cart", "x"), ("title", "x"), ("number", ""), ("repeat", True), ("make_up", "x")):
        assert digest_of(MONDAY, (replace(slots[0], items=(replace(A, **{name: value}), B)), *slots[1:])) != digest


@pytest.mark.parametrize("field", ["id", "state", "submitted_by", "submitted_at", "approver", "approved_at", "reason"])
def test_the_seal_covers_every_field(field: str) -> None:
    sheet = Sheet("s", MONDAY, tuple(week()), "approved", "Cán bộ", "2026-11-21", "Chủ tịch", "2026-11-22").sealed(KEY)
    assert sheet.intact(KEY)
    assert not replace(sheet, **{field: "x"}).intact(KEY)
    assert not sheet.intact(bytes(32))


@pytest.mark.parametrize(("day", "monday"), [
    (date(2026, 11, 22), date(2026, 11, 16)), (date(2026, 11, 23), MONDAY), (date(2026, 11, 29), MONDAY),
    (date(2027, 1, 1), date(2026, 12, 28))])
def test_weeks_begin_on_monday(day: date, monday: date) -> None:
    assert monday_of(day) == monday


SLOTS = st.lists(st.builds(slot, st.integers(0, 2), st.sampled_from((5, 11, 17)),
                           st.lists(st.sampled_from((A, B, C)), min_size=1, max_size=4).map(tuple)),
                 max_size=6, unique_by=lambda item: item.session)


@settings(max_examples=100, deadline=None)
@given(SLOTS, SLOTS)
def test_no_difference_that_matters_goes_untold(before: list[Slot], after: list[Slot]) -> None:
    def shape(slots: list[Slot]) -> list[tuple[str, tuple[str, ...]]]:
        return sorted((item.session, tuple(line.cart for line in item.items)) for item in slots)
    assert (changes_between(before, after) == []) is (shape(before) == shape(after))

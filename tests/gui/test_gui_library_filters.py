"""Filters as ticks and chips, in words and in memory; the list's rows and columns. No window, no station."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QSettings, Qt
from PySide6.QtWidgets import QWidget

from broadcaster.base.errors import Refused
from broadcaster.gui.library import filters, running
from broadcaster.gui.library.cart_table import CartTable
from broadcaster.gui.library.columns import Words, cart_columns
from broadcaster.gui.library.findings import format_words, sound_facts, warnings
from broadcaster.gui.library.menu import possible
from broadcaster.gui.library.model import CartRow, validity_tone
from broadcaster.gui.library.optional_date import OptionalDate
from broadcaster.gui.library.saved_filters import SavedFilters, ready_made
from broadcaster.gui.library.vocabulary import Vocabulary
from broadcaster.library.checks import WARNINGS, Checks
from broadcaster.library.model import Cart, CartKind, Cut, Filter, State

WORDS = Vocabulary({
    "kind": tuple((str(kind), str(kind)) for kind in CartKind), "state": tuple((str(s), str(s)) for s in State),
    "category": (("y_te", "Y tế"), ("giao_duc", "Giáo dục")), "origin": (("own", "Đài làm"),),
    "language": (("vi", "Tiếng Việt"), ("tyz", "Tiếng Tày")), "rights": (("own", "Của đài"),),
    "zone": (("Thôn Đông", "Thôn Đông"),), "daypart": (("morning", "Sáng"), ("noon", "Trưa"))})
TICKS = [(group, value) for group in filters.GROUPS for value, _ in filters.options(group, WORDS)]


def cart(**values: Any) -> Cart:
    sound = Cut("ab" * 32, 96_000, -18.0, -1.5, "import", "tin.mp3", bytes(100), values.pop("checks", {}))
    return Cart(values.pop("id", "1"), CartKind.NEWS, "Tin", sound, values.pop("state", State.DRAFT), "own", **values)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(TICKS), max_size=8))
def test_any_ticks_are_kept_and_taken_off(ticks: list[tuple[str, str]]) -> None:
    asked = Filter(sort="title", descending=False)
    for group, value in ticks:
        before = () if filters.single(group) else filters.chosen(asked, group)
        asked = filters.with_chosen(asked, group, (*(v for v in before if v != value), value))
        assert value in filters.chosen(asked, group)
    assert filters.from_text(filters.as_text(asked)) == asked
    assert {group for group, _ in filters.chips(asked, WORDS)} == {group for group, _ in ticks}
    for group, _ in filters.chips(asked, WORDS):
        asked = filters.with_chosen(asked, group, ())
    assert asked == Filter(sort="title", descending=False)


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"kind": ["gone"]}', '{"state": 3, "sort": "x"}',
                                  '{"validity": [null], "descending": 0}'])
def test_a_memory_from_elsewhere_is_no_trouble(text: str) -> None:
    assert isinstance(filters.from_text(text), Filter)


def test_a_chip_says_what_it_filters() -> None:
    asked = Filter(categories=("y_te", ""), expired=True)
    texts = [words for _, words in filters.chips(asked, WORDS)]
    assert len(texts) == 2
    assert "Y tế" in texts[0]
    assert ":" not in texts[1], "what explains itself has no name before it"
    many = filters.chip_words(Filter(kinds=tuple(CartKind)[:5]), "kind", WORDS)
    assert many.endswith("+3")


def test_filters_are_kept_and_forgotten(tmp_path: Path) -> None:
    saved = SavedFilters(QSettings(str(tmp_path / "m.ini"), QSettings.Format.IniFormat))
    wanted = Filter(kinds=(CartKind.MUSIC,), never_aired=True)
    saved.keep(wanted)
    saved.keep(wanted)
    assert saved.kept() == [wanted]
    saved.forget(wanted)
    assert saved.kept() == []
    assert all(filters.narrowed(asked) for _, asked in ready_made())


def test_every_warning_has_a_sentence() -> None:
    told = warnings(cart(checks=Checks(warnings=WARNINGS, rate=8000, near_sha256="cd").to_json()))
    assert len(set(told)) == len(WARNINGS)
    assert all(sentence.endswith(".") and "{" not in sentence for sentence in told)
    assert warnings(cart(checks={"warnings": ["of_tomorrow"]})) == ["of_tomorrow"]


def test_facts_of_a_sound_are_plain() -> None:
    checks = Checks(codec="mp3", rate=44_100, bit_rate=128_000, channels=2, source_lufs=-23.4, gain_db=5.4)
    assert format_words(checks).startswith("MP3 · 44,1 kHz · 128 kbit/s")
    facts = dict(sound_facts(cart(checks=checks.to_json())))
    assert any("−23,4" in value and "+5,4" in value for value in facts.values())
    assert format_words(Checks()) == ""


def test_the_last_day_has_a_tone() -> None:
    assert validity_tone(cart(valid_until="2026-11-20"), "2026-11-21") == "bad"
    assert validity_tone(cart(valid_until="2026-11-21"), "2026-11-21") == "wait"
    assert validity_tone(cart(valid_until="2027-11-21"), "2026-11-21") == ""
    assert validity_tone(cart(), "2026-11-21") == ""


def test_what_can_be_done_follows_the_state() -> None:
    assert possible("submit", cart())
    assert not possible("submit", cart(state=State.APPROVED))
    assert possible("approve", cart(state=State.CHECKED))
    assert possible("restore", cart(state=State.SUPERSEDED))
    assert not possible("restore", cart(bulletin_id="b"))
    assert possible("unarchive", cart(state=State.ARCHIVED))
    assert not possible("withdraw", cart(state=State.ARCHIVED))


def test_many_items_one_after_the_other(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "PATIENCE_MS", 20)
    owner = QWidget()
    qtbot.addWidget(owner)
    carts, outcomes, after = [cart(id=str(n)) for n in range(6)], [], []
    reached, go_on = threading.Event(), threading.Event()

    def work(item: Cart) -> None:
        if item.id == "1":
            raise Refused("cart.unknown", "no such item", id="1")
        if item.id == "3":
            reached.set()
            go_on.wait(10)
    dialog = running.run_each(owner, "Sáu mục", carts, work, outcomes.append, lambda: after.append(1))
    qtbot.waitUntil(lambda: reached.is_set() and dialog.isVisible())
    dialog.reject()
    go_on.set()
    qtbot.waitUntil(lambda: bool(outcomes))
    (outcome,) = outcomes
    assert outcome.done == ("0", "2", "3"), "what is done is told, though it was stopped"
    assert [item for item, _ in outcome.refused] == ["1"]
    assert after == [1]
    assert "3" in running.summary(outcome, 6)
    assert running.summary(running.Outcome(("0",)), 1) == ""


def test_a_day_may_be_left_open(qtbot: Any) -> None:
    field = OptionalDate(lambda: date(2026, 11, 21), "Không có hạn")
    qtbot.addWidget(field)
    field.show()
    told: list[str] = []
    field.changed.connect(lambda: told.append(field.value()))
    field.set_button.click()
    calendar = field.field.calendarWidget()
    calendar.clicked.emit(QDate(2026, 12, 1))
    field.field.setDate(QDate(2026, 12, 1))
    qtbot.waitUntil(lambda: len(told) == 2)
    field.clear_button.click()
    assert told == ["2026-11-21", "2026-12-01", ""]
    assert field.set_button.isVisible()
    assert not field.field.isVisible()


@pytest.fixture
def table(qtbot: Any) -> CartTable:
    made = CartTable(cart_columns(Words(WORDS, "2026-11-21")), "Thư viện")
    qtbot.addWidget(made)
    made.resize(1200, 400)
    made.show_found([str(n) for n in range(3000)], lambda ids: [CartRow(cart(id=item)) for item in ids])
    made.show()
    return made


def test_many_rows_stay_selected_when_the_list_is_read_anew(table: CartTable) -> None:
    table.select_ids(["7", "8", "9", "2500"])
    assert (table.selected_ids(), table.selected_count()) == (["7", "8", "9", "2500"], 4)
    table.show_found([str(n) for n in range(2999, -1, -1)], lambda ids: [CartRow(cart(id=item)) for item in ids])
    assert table.selected_ids() == ["2500", "9", "8", "7"]
    table.selectAll()
    assert table.selected_count() == 3000
    table.show_found([], lambda ids: [])
    assert table.selected_ids() == []


def test_columns_give_way_and_come_back(table: CartTable, qtbot: Any, tmp_path: Path) -> None:
    def shown() -> set[str]:
        return {item.name for number, item in enumerate(table.columns) if not table.isColumnHidden(number)}
    assert {"title", "kind", "state", "directive", "updated"} <= shown()
    table.resize(500, 400)
    qtbot.waitUntil(lambda: "directive" not in shown())
    assert {"title", "state"} <= shown() <= table.shown_columns() | {"title"}
    table.resize(1200, 400)
    qtbot.waitUntil(lambda: "directive" in shown())
    table.choose_column("artist", True)
    table.choose_column("title", False)
    table.choose_column("kind", False)
    table.setColumnWidth(5, 190)
    memory = QSettings(str(tmp_path / "m.ini"), QSettings.Format.IniFormat)
    table.remember(memory, save=True)
    other = CartTable(cart_columns(Words(WORDS)), "Thư viện")
    qtbot.addWidget(other)
    other.resize(1200, 400)
    other.show()
    other.remember(memory, save=False)
    assert other.shown_columns() == table.shown_columns()
    assert "artist" in other.shown_columns()
    assert "kind" not in other.shown_columns()
    assert other.columnWidth(5) == 190
    other.reset_columns()
    assert "kind" in other.shown_columns()
    assert "artist" not in other.shown_columns()


def test_a_header_asks_for_another_order(table: CartTable) -> None:
    asked: list[tuple[str, bool]] = []
    table.order_asked.connect(lambda *order: asked.append(order))
    names = [item.name for item in table.columns]
    header = table.horizontalHeader()
    for name in ("title", "title", "state", "updated"):
        header.sectionClicked.emit(names.index(name))
    assert asked == [("title", False), ("title", True), ("updated", True)], "by state there is no order"
    assert header.sortIndicatorSection() == names.index("updated")
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder

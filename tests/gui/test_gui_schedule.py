"""The schedule page on a real station whose morning was really played (in virtual time)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from gui_steps import settle
from page_station import DAY, PIN, Station, answer, page_of, shown_window
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton

from broadcaster.base.clock import at
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import ZoneSection
from broadcaster.gui.campaigns.dialog import CampaignDialog
from broadcaster.gui.campaigns.ways_dialog import WaysDialog
from broadcaster.gui.hours.hours_dialog import HoursDialog
from broadcaster.gui.hours.sessions_dialog import SessionsDialog
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.schedule.day import Gap, Head, Item, Note
from broadcaster.gui.schedule.model import quiet_stretches
from broadcaster.gui.widgets.reason import ReasonDialog
from broadcaster.protocol.messages import OnAir
from broadcaster.protocol.rundown import QuietHours
from broadcaster.schedule.model import Campaign


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """People, frame sounds and two sessions: every test works on a copy of its own."""
    folder = tmp_path_factory.mktemp("furnished")
    made = Station(StationHome(folder / "home"), folder)
    made.people()
    made.furniture()
    made.sessions("05:00", "17:00")
    made.app.close()
    return folder / "home"


@pytest.fixture
def station(home: StationHome, tmp_path: Path, furnished: Path) -> Iterator[Station]:
    shutil.copytree(furnished, home.root, dirs_exist_ok=True)
    made = Station(home, tmp_path, sounds=10)
    yield made
    made.app.close()


@pytest.fixture
def window(qtbot: Any, station: Station) -> Iterator[MainWindow]:
    yield from shown_window(qtbot, station)


def open_schedule(qtbot: Any, window: MainWindow) -> Any:
    window.go("schedule")
    page = page_of(window, "schedule")
    qtbot.waitUntil(lambda: page.shown is not None)
    return page


def items(page: Any) -> list[Item]:
    return [entry for entry in page.timeline.entries() if isinstance(entry, Item)]


def sign(dialog: PinDialog) -> None:
    dialog.who.setCurrentIndex(dialog.who.findData("Phó Chủ tịch"))
    dialog.pin.setText(PIN)
    dialog.sign.click()


def test_empty_day_shows_its_sessions_and_what_to_do(qtbot: Any, window: MainWindow) -> None:
    page = open_schedule(qtbot, window)
    heads = [entry for entry in page.timeline.entries() if isinstance(entry, Head)]
    assert [head.name for head in heads] == ["Buổi sáng", "Buổi trưa"]
    assert any(isinstance(entry, Note) for entry in page.timeline.entries())
    assert page.side.rows() == {}


def test_the_morning_shows_what_aired_and_the_afternoon_what_will(qtbot: Any, window: MainWindow,
                                                                  station: Station) -> None:
    campaign: Campaign = station.campaign(station.approved("Phòng, chống đuối nước"), times=2)
    station.play_until(6)
    page = open_schedule(qtbot, window)
    own = [item for item in items(page) if item.campaign == campaign.id]
    assert [item.mark.startswith("✓") for item in own] == [True, False]
    assert not any(item.kind == "nhac_cat" for item in items(page)), "bridges only fill the list"
    gaps = [entry for entry in page.timeline.entries() if isinstance(entry, Gap)]
    assert len(gaps) == 1
    assert 11.5 * 3600 < gaps[0].seconds < 12 * 3600
    row = page.side.rows()[campaign.id]
    assert row.accessibleName() == "Phòng, chống đuối nước"
    assert station.app.schedule.aired_counts([campaign]) == {campaign.id: 1}


def test_a_missed_item_says_why(qtbot: Any, window: MainWindow, station: Station) -> None:
    cart = station.approved("Thu gom rác thải", seconds=30)
    station.campaign(cart, times=1)
    station.app.schedule.publish(DAY)
    station.home.audio(cart.cut.sha256).write_bytes(b"altered")
    station.play_until(6)
    page = open_schedule(qtbot, window)
    (missed,) = [item for item in items(page) if item.title == "Thu gom rác thải"]
    assert missed.tone == "bad"
    assert missed.reason


def test_keyboard_moves_through_the_day(qtbot: Any, window: MainWindow, station: Station) -> None:
    campaign = station.campaign(station.approved("Phòng, chống đuối nước"))
    page = open_schedule(qtbot, window)
    qtbot.keyClick(page.timeline, Qt.Key.Key_Down)
    assert isinstance(page.timeline.chosen(), Head)
    qtbot.keyClick(page.timeline, Qt.Key.Key_Down)
    assert page.timeline.chosen() == items(page)[0]
    for _ in items(page):
        if page.timeline.chosen().campaign == campaign.id:
            break
        qtbot.keyClick(page.timeline, Qt.Key.Key_Down)
    qtbot.keyClick(page.timeline, Qt.Key.Key_Return)
    library = page_of(window, "library")
    qtbot.waitUntil(lambda: library.detail.isVisible() and library.detail.shown.cart.id == campaign.cart.id)


def test_live_item_is_shown_with_its_progress(qtbot: Any, window: MainWindow, station: Station) -> None:
    station.campaign(station.approved("Phòng, chống đuối nước"))
    page = open_schedule(qtbot, window)
    chosen = items(page)[2]
    before = page.timeline.place_of(chosen.id).height()
    page.timeline.show_live(OnAir(chosen.id, chosen.title, chosen.kind, "", 1.0, 2.0))
    assert page.timeline.place_of(chosen.id).height() > before
    page.timeline.show_live(None)
    assert page.timeline.place_of(chosen.id).height() == before


def test_days_and_week(qtbot: Any, window: MainWindow, station: Station) -> None:
    station.campaign(station.approved("Phòng, chống đuối nước"), days=3)
    page = open_schedule(qtbot, window)
    page.bar.after.click()
    qtbot.waitUntil(lambda: page.shown.day == DAY + timedelta(1))
    assert any(item.title == "Phòng, chống đuối nước" for item in items(page))
    page.bar.views[1].click()
    qtbot.waitUntil(lambda: len(page.week.columns) == 7)
    page.week.columns[0].pressed.emit()
    qtbot.waitUntil(lambda: page.shown.day == date(2026, 11, 16))
    page.bar.today.click()
    qtbot.waitUntil(lambda: page.shown.day == DAY)


def test_a_campaign_is_stopped_and_the_stop_taken_back(qtbot: Any, window: MainWindow, station: Station) -> None:
    campaign = station.campaign(station.approved("Thu gom rác thải"))
    page = open_schedule(qtbot, window)

    def stop(dialog: ReasonDialog) -> None:
        dialog.field.setText("hết đợt")
        answer(qtbot, PinDialog, sign)
        dialog.yes.click()
    answer(qtbot, ReasonDialog, stop)
    page.side.rows()[campaign.id].stop_button.click()
    qtbot.waitUntil(lambda: page.hand.stack.undoText() == "Dừng “Thu gom rác thải”")
    assert station.app.schedule.campaign(campaign.id).state == "stopped"
    for deed, state in ((page.hand.undo, "active"), (page.hand.redo, "stopped")):
        deed()
        settle(qtbot)
        assert station.app.schedule.campaign(campaign.id).state == state
    page.side.rows()[campaign.id].resume_button.click()
    qtbot.waitUntil(lambda: station.app.schedule.campaign(campaign.id).state == "active")


def test_two_campaigns_of_one_urgency_change_places_and_terms_are_changed_and_put_back(
        qtbot: Any, window: MainWindow, station: Station) -> None:
    first, second = (station.campaign(station.approved(title)) for title in ("Thu gom rác thải", "Lịch tiêm chủng"))
    page = open_schedule(qtbot, window)
    page.hand._signer, page.hand._signed_at = station.app.accounts.people()[0], station.clock.monotonic()
    assert list(page.side.rows()) == [first.id, second.id]
    for keep, more in ((first, "later"), (second, "sooner")):
        menu = QMenu()
        page.side.rows()[keep.id].fill_menu(menu)
        assert len(menu.actions()) == 4, f"the other end has no {more}"
    qtbot.keyClick(page.side.rows()[second.id], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: list(page.side.rows()) == [second.id, first.id])
    page.hand.undo()
    qtbot.waitUntil(lambda: list(page.side.rows()) == [first.id, second.id])

    def change(dialog: CampaignDialog) -> None:
        dialog.form.times.setValue(5)
        qtbot.waitUntil(dialog.save.isEnabled)
        dialog.save.click()
    answer(qtbot, PinDialog, sign)
    answer(qtbot, CampaignDialog, change)
    page.side.rows()[first.id].edit_button.click()
    qtbot.waitUntil(lambda: station.app.schedule.campaign(first.id).times == 5)
    qtbot.waitUntil(lambda: page.side.rows()[first.id].when.text().startswith("5 lần/ngày"))
    for deed, times in ((page.hand.undo, first.times), (page.hand.redo, 5)):
        deed()
        settle(qtbot)
        assert station.app.schedule.campaign(first.id).times == times


def test_ways_out_are_shown_where_there_is_no_room_and_taken_back(qtbot: Any, window: MainWindow,
                                                                 station: Station) -> None:
    campaign = station.campaign(station.approved("Dài", seconds=400), times=4)
    page = open_schedule(qtbot, window)
    page.hand._signer, page.hand._signed_at = station.app.accounts.people()[0], station.clock.monotonic()
    (ways,) = [part for part in page.side.findChildren(QPushButton) if part.text() == "Xếp cách khác…"]
    before = station.app.schedule.plan(DAY).programme

    def take(dialog: WaysDialog) -> None:
        answer(qtbot, PinDialog, sign)
        dialog.takes[0].click()
    came = answer(qtbot, WaysDialog, take)
    ways.click()
    qtbot.waitUntil(lambda: page.hand.stack.canUndo(), timeout=15_000)
    assert came
    settle(qtbot)
    changed = station.app.schedule.campaign(campaign.id), station.app.schedule.plan(DAY).programme
    assert changed != (campaign, before)
    page.hand.undo()
    settle(qtbot)
    back = station.app.schedule.campaign(campaign.id), station.app.schedule.plan(DAY).programme
    assert back == (campaign, before)
    page.hand.redo()
    settle(qtbot)
    assert (station.app.schedule.campaign(campaign.id), station.app.schedule.plan(DAY).programme) == changed


def test_the_hours_are_one_press_away(qtbot: Any, window: MainWindow) -> None:
    page = open_schedule(qtbot, window)
    came = answer(qtbot, SessionsDialog, SessionsDialog.reject)
    next(entry for entry in page.more.entries() if entry and entry[0] == "Giờ phát…")[1]()
    assert came


def test_a_session_may_be_for_some_zones_only(qtbot: Any, station: Station) -> None:
    zones = (ZoneSection("Thôn Đông"), ZoneSection("Thôn Tây"))
    app = replace(station.app, settings=replace(station.app.settings, zones=zones))
    for name, stored in (("Thôn Tây", ("Thôn Tây",)), ("Thôn Đông", ("all",)), ("Thôn Đông", ("Thôn Đông",))):
        dialog = HoursDialog(None, app, app.schedule.templates()[0], "thử")
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.zones.zones[name].click()
        dialog.save.click()
        qtbot.waitUntil(lambda shown=dialog: not shown.isVisible())
        assert app.schedule.templates()[0].zones == stored
    single = HoursDialog(None, station.app, app.schedule.templates()[0], "thử")
    qtbot.addWidget(single)
    assert not single.zones.isVisibleTo(single), "a station without zones is asked nothing"


def test_the_now_marker_belongs_to_today_only(qtbot: Any, window: MainWindow, station: Station) -> None:
    station.clock.advance((at(DAY, 6 * 3600) - station.clock.now()).total_seconds())
    page = open_schedule(qtbot, window)
    assert page.strip._now == 6 * 3600
    page.bar.before.click()
    qtbot.waitUntil(lambda: page.shown.day == DAY - timedelta(1))
    assert page.strip._now < 0


def test_quiet_hours_across_midnight() -> None:
    assert quiet_stretches(QuietHours("21:00", "04:30")) == [(0.0, 16_200.0), (75_600.0, 86_400.0)]
    assert quiet_stretches(QuietHours("12:00", "13:00")) == [(43_200.0, 46_800.0)]
    assert quiet_stretches(QuietHours("12:00", "12:00")) == []

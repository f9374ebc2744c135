"""The schedule page on a real station whose morning was really played (in virtual time)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from gui_steps import settle
from page_station import DAY, PIN, Station, answer, page_of, shown_window
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from broadcaster.base.clock import at
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import ZoneSection
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.schedule.campaign_dialog import CampaignDialog
from broadcaster.gui.schedule.model import Gap, Head, Item, Note, promise, quiet_stretches
from broadcaster.gui.schedule.sessions_dialog import HoursDialog, SessionsDialog
from broadcaster.gui.widgets.reason import ReasonDialog
from broadcaster.protocol.messages import OnAir
from broadcaster.protocol.rundown import QuietHours
from broadcaster.schedule.model import Campaign


@pytest.fixture
def station(home: StationHome, tmp_path: Path) -> Iterator[Station]:
    made = Station(home, tmp_path)
    made.people()
    made.furniture()
    made.sessions("05:00", "17:00")
    yield made
    made.app.close()


@pytest.fixture
def window(qtbot: Any, station: Station) -> Iterator[MainWindow]:
    yield from shown_window(qtbot, station)


def open_schedule(qtbot: Any, window: MainWindow) -> Any:
    window.go("schedule")
    page = page_of(window, "schedule")
    qtbot.waitUntil(lambda: page._shown is not None)
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
    first = page.timeline.chosen()
    assert first == items(page)[0]
    while page.timeline.chosen().campaign != campaign.id:
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
    page.after.click()
    qtbot.waitUntil(lambda: page._shown.day == DAY + timedelta(1))
    assert any(item.title == "Phòng, chống đuối nước" for item in items(page))
    page.week_button.click()
    qtbot.waitUntil(lambda: len(page.week.columns) == 7)
    page.week.columns[0].pressed.emit()
    qtbot.waitUntil(lambda: page._shown.day == date(2026, 11, 16))
    page.today.click()
    qtbot.waitUntil(lambda: page._shown.day == DAY)


def test_add_stop_and_resume_a_campaign(qtbot: Any, window: MainWindow, station: Station) -> None:
    station.approved("Thu gom rác thải")
    page = open_schedule(qtbot, window)

    def plan(dialog: CampaignDialog) -> None:
        qtbot.waitUntil(dialog.save.isEnabled)
        dialog.last.set_value(DAY - timedelta(1))
        assert not dialog.save.isEnabled()
        assert dialog.form.complaints()
        dialog.last.set_value(DAY + timedelta(1))
        for part in dialog.weekdays.days:
            part.click()
        assert not dialog.save.isEnabled()
        for part in dialog.weekdays.days:
            part.click()
        assert dialog.if_missed.currentData() == "late:15"
        sessions = {f"make-up:{item.id}" for item in station.app.schedule.templates()}
        assert sessions <= {dialog.if_missed.itemData(index) for index in range(dialog.if_missed.count())}
        dialog.if_missed.setCurrentIndex(dialog.if_missed.findData("skip"))
        dialog.save.click()
    answer(qtbot, PinDialog, sign)
    answer(qtbot, CampaignDialog, plan)
    page.add_button.click()
    qtbot.waitUntil(lambda: len(page.side.rows()) == 1)
    (campaign,) = station.app.schedule.campaigns()
    assert (campaign.first_day, campaign.last_day) == (DAY, DAY + timedelta(1))
    assert str(campaign.if_missed) == "skip"

    def stop(dialog: ReasonDialog) -> None:
        dialog.field.setText("hết đợt")
        answer(qtbot, PinDialog, sign)
        dialog.yes.click()
    answer(qtbot, ReasonDialog, stop)
    page.side.rows()[campaign.id].stop_button.click()
    qtbot.waitUntil(lambda: station.app.schedule.campaign(campaign.id).state == "stopped")
    qtbot.waitUntil(lambda: page._undo is not None)
    page._take_back()
    qtbot.waitUntil(lambda: station.app.schedule.campaign(campaign.id).state == "active")


def test_the_same_campaign_twice_is_refused_in_the_dialog(qtbot: Any, window: MainWindow, station: Station) -> None:
    station.campaign(station.approved("Thu gom rác thải"), times=2, days=10)
    page = open_schedule(qtbot, window)

    def plan(dialog: CampaignDialog) -> None:
        qtbot.waitUntil(dialog.save.isEnabled)
        dialog.save.click()
        qtbot.waitUntil(lambda: bool(dialog.wrong.text()))
        dialog.reject()
    answer(qtbot, PinDialog, sign)
    came = answer(qtbot, CampaignDialog, plan)
    page.add_button.click()
    qtbot.waitUntil(lambda: bool(came))
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert len(station.app.schedule.campaigns()) == 1


def change_hours(qtbot: Any, page: Any, act: Any) -> None:
    def in_list(dialog: SessionsDialog) -> None:
        qtbot.waitUntil(dialog.edit_button.isEnabled)
        answer(qtbot, PinDialog, sign)
        answer(qtbot, HoursDialog, act)
        dialog.edit_button.click()
        dialog.reject()
    answer(qtbot, SessionsDialog, in_list)
    page.hours_button.click()


def test_quiet_hours_are_refused_in_words(qtbot: Any, window: MainWindow, station: Station) -> None:
    page = open_schedule(qtbot, window)

    def late(dialog: HoursDialog) -> None:
        dialog.starts.set_value(time(20, 55))
        answer(qtbot, ReasonDialog, lambda question: (question.field.setText("Họp dân"), question.yes.click()))
        dialog.save.click()
        qtbot.waitUntil(lambda: bool(dialog.wrong.text()))
        dialog.reject()
    change_hours(qtbot, page, late)
    assert station.app.schedule.templates()[0].starts == time(5, 0)


def test_an_unusual_hour_is_asked_again(qtbot: Any, window: MainWindow, station: Station) -> None:
    page = open_schedule(qtbot, window)

    def early(dialog: HoursDialog) -> None:
        dialog.starts.set_value(time(4, 45))
        answer(qtbot, ReasonDialog, ReasonDialog.reject)
        dialog.save.click()
        assert dialog.isVisible()
        dialog.reject()
    change_hours(qtbot, page, early)
    assert station.app.schedule.templates()[0].starts == time(5, 0)

    def meant(dialog: HoursDialog) -> None:
        dialog.starts.set_value(time(4, 45))
        answer(qtbot, ReasonDialog, lambda question: (
            question.choice.offered["Đã thống nhất với bà con"].click(), question.yes.click()))
        dialog.save.click()
    change_hours(qtbot, page, meant)
    settle(qtbot)
    session = station.app.schedule.templates()[0]
    assert session.starts == time(4, 45)
    (act,) = station.app.accounts.audit(f"template:{session.id}")
    assert act.detail["reason"] == "Đã thống nhất với bà con"


def test_other_hours_are_saved_and_shown(qtbot: Any, window: MainWindow, station: Station) -> None:
    page = open_schedule(qtbot, window)

    def later(dialog: HoursDialog) -> None:
        dialog.starts.set_value(time(5, 30))
        dialog.minutes.setValue(25)
        dialog.save.click()
        qtbot.waitUntil(lambda: not dialog.isVisible())
    change_hours(qtbot, page, later)
    changed = station.app.schedule.templates()[0]
    assert (changed.starts, changed.minutes) == (time(5, 30), 25)
    qtbot.waitUntil(lambda: any(isinstance(entry, Head) and entry.span.startswith("05:30")
                                for entry in page.timeline.entries()))


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
    page.before.click()
    qtbot.waitUntil(lambda: page._shown.day == DAY - timedelta(1))
    assert page.strip._now < 0


def test_quiet_hours_across_midnight() -> None:
    assert quiet_stretches(QuietHours("21:00", "04:30")) == [(0.0, 16_200.0), (75_600.0, 86_400.0)]
    assert quiet_stretches(QuietHours("12:00", "13:00")) == [(43_200.0, 46_800.0)]
    assert quiet_stretches(QuietHours("12:00", "12:00")) == []


def test_a_campaign_says_what_it_will_do(qapp: QApplication) -> None:
    words = promise(2, DAY, DAY + timedelta(9), "67", True)
    assert "8" in words, "two weekends, twice a day"
    assert promise(2, DAY, DAY, "1", True) != words

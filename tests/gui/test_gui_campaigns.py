"""The campaign dialog, what was missed yesterday, and how far a letter has come, on a real station."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from gui_steps import settle
from page_station import DAY, PIN, Station, answer, shown_window
from PySide6.QtWidgets import QPushButton, QWidget
from sqlalchemy import insert

from broadcaster.base.paths import StationHome
from broadcaster.db.schema import airing
from broadcaster.gui.campaigns import actions
from broadcaster.gui.campaigns.actions import Taken
from broadcaster.gui.campaigns.coverage_bar import CoverageBar
from broadcaster.gui.campaigns.dialog import CampaignDialog, change_campaign
from broadcaster.gui.campaigns.make_up_card import MakeUpCard
from broadcaster.gui.campaigns.ways_dialog import WaysDialog, show_ways
from broadcaster.gui.campaigns.words import span_words
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.library.model import Cart
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.campaigns.coverage_model import Coverage
from broadcaster.schedule.model import Campaign, Per

WEEK = DAY + timedelta(days=6)


@pytest.fixture
def station(home: StationHome, tmp_path: Path) -> Iterator[Station]:
    made = Station(home, tmp_path)
    made.people()
    made.sessions("05:00", "17:00")
    yield made
    made.app.close()


@pytest.fixture
def window(qtbot: Any, station: Station) -> Iterator[MainWindow]:
    yield from shown_window(qtbot, station)


def sign(dialog: PinDialog) -> None:
    dialog.who.setCurrentIndex(dialog.who.findData("Phó Chủ tịch"))
    dialog.pin.setText(PIN)
    dialog.sign.click()


def opened(qtbot: Any, station: Station, cart: Cart | None = None, campaign: Campaign | None = None) -> CampaignDialog:
    app = station.app
    proposal = actions.proposal_of(app, campaign) if campaign else actions.propose(app, cart)
    dialog = CampaignDialog(None, app, "Cán bộ", proposal, cart, campaign)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def looked(qtbot: Any, dialog: CampaignDialog) -> list[str]:
    """What the coming days say, once the planner has answered the fields as they stand."""
    qtbot.waitUntil(lambda: not dialog._timer.isActive(), timeout=5_000)
    settle(qtbot)
    return dialog.pane.lines()


def test_the_coming_days_are_shown_before_it_is_made(qtbot: Any, station: Station) -> None:
    dialog = opened(qtbot, station, station.approved("Thu gom rác thải"))
    dialog.times.setValue(2)
    lines = looked(qtbot, dialog)
    assert len(lines) == 7
    assert lines[0] == "Thứ Bảy 21/11: 05:00, 17:00"
    assert dialog.words.text() == (
        "Phát 2 lần/ngày, từ hôm nay đến hết Thứ Hai, 30/11/2026: tổng cộng 20 lượt (10 ngày).")
    dialog.last.set_value(DAY)
    assert "chỉ trong Thứ Bảy, 21/11/2026" in dialog.words.text()
    assert len(looked(qtbot, dialog)) == 1
    assert station.app.schedule.campaigns() == []


def test_all_its_fields_are_stored(qtbot: Any, station: Station) -> None:
    dialog = opened(qtbot, station, station.approved("Thu gom rác thải"))
    dialog.per.setCurrentIndex(dialog.per.findData("week"))
    dialog.times.setValue(30)
    dialog.times.setValue(3)
    dialog.last.set_value(WEEK)
    dialog.form.dayparts.parts["morning"].click()
    dialog.form.spacing.setValue(45)
    assert "3 lần/tuần" in dialog.words.text()
    assert "sáng" in dialog.words.text()
    lines = looked(qtbot, dialog)
    assert sum("05:00" in line for line in lines) == 3
    assert sum(line.endswith("không phát") for line in lines) == 4
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.made is not None)
    (made,) = station.app.schedule.campaigns()
    assert (made.per, made.times, made.dayparts, made.spacing_minutes) == (Per.WEEK, 3, ("morning",), 45)


def test_what_does_not_fit_comes_with_a_way_out_to_click(qtbot: Any, station: Station) -> None:
    dialog = opened(qtbot, station, station.approved("Thu gom rác thải"))
    dialog.times.setValue(3)
    dialog.form.spacing.setValue(720)
    assert any("thiếu chỗ 1 lượt" in line or "thiếu chỗ 2 lượt" in line for line in looked(qtbot, dialog))
    assert "không đủ chỗ" in dialog.pane.tight.text()
    (use,) = [part for part in dialog.pane.findChildren(QPushButton) if "720 phút" in part.accessibleName()]
    use.click()
    assert dialog.form.spacing.value() == 0
    assert not any("thiếu chỗ" in line for line in looked(qtbot, dialog))
    assert not dialog.pane.tight.text()


def test_fields_that_make_no_sense_are_marked_and_nothing_is_planned(qtbot: Any, station: Station) -> None:
    dialog = opened(qtbot, station, station.approved("Thu gom rác thải"))
    looked(qtbot, dialog)
    dialog.last.set_value(DAY - timedelta(days=1))
    assert not dialog.save.isEnabled()
    assert dialog.form.complaints()
    assert dialog.pane.lines() == []
    dialog.last.set_value(DAY)
    assert dialog.save.isEnabled()


def test_two_priorities_are_put_in_order(qtbot: Any, station: Station) -> None:
    app = station.app
    first = app.schedule.add_campaign(station.approved("Bão số 5").id, 1, DAY, WEEK, urgency=Urgency.PRIORITY)
    dialog = opened(qtbot, station, station.approved("Cháy rừng"))
    assert not dialog.form.order.isVisibleTo(dialog)
    dialog.urgency.setCurrentIndex(dialog.urgency.findData("priority"))
    assert dialog.form.order.isVisibleTo(dialog)
    dialog.form.order.setCurrentIndex(dialog.form.order.findData(first.id))
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.made is not None)
    assert dialog.made is not None
    assert app.schedule.campaign(dialog.made.id).position < app.schedule.campaign(first.id).position


def test_a_campaign_is_changed_and_put_back(qtbot: Any, window: MainWindow, station: Station) -> None:
    made = station.campaign(station.approved("Thu gom rác thải"), times=2)
    came: list[tuple[Campaign, Campaign]] = []

    def change(dialog: CampaignDialog) -> None:
        dialog.times.setValue(1)
        dialog.save.click()
    answer(qtbot, PinDialog, sign)
    answer(qtbot, CampaignDialog, change)
    change_campaign(window.app, window, window, made, lambda before, after: came.append((before, after)))
    qtbot.waitUntil(lambda: bool(came))
    ((before, after),) = came
    assert (before, after.times) == (made, 1)
    assert station.app.schedule.campaigns() == [after]
    actions.put_back(station.app, before, "Cán bộ")
    assert station.app.schedule.campaigns() == [made]


def miss(station: Station, campaign: Campaign) -> None:
    """Yesterday's log: one airing, one missed; today is the day after."""
    with station.app.database.write("airing") as c:
        for number, (outcome, reason) in enumerate((("aired", ""), ("missed", "power"))):
            c.execute(insert(airing).values(
                id=f"row-{number}", day=str(DAY), session_id=f"{DAY}/x", session_name="Buổi sáng", title=campaign.title,
                kind="tin", urgency="routine", planned_start=f"{DAY}T05:00:00.000+07:00", planned_frames=1,
                cut_sha256="x", outcome=outcome, reason=reason, campaign=campaign.id))
    station.clock.advance(86_400)


def test_yesterday_s_miss_is_made_up_only_when_somebody_says_so(qtbot: Any, window: MainWindow,
                                                                 station: Station) -> None:
    made = station.campaign(station.approved("Thu gom rác thải"), times=2)
    miss(station, made)
    card = MakeUpCard(window.app, window)
    card.setParent(window)
    undo: list[Any] = []
    card.made_up.connect(lambda _, before: undo.append(before))

    def planned() -> int:
        plan = station.app.schedule.plan(DAY + timedelta(days=1))
        return sum(event.campaign == made.id for session in plan.rundown.sessions for event in session.events)

    card.reload()
    qtbot.waitUntil(lambda: len(card.rows()) == 1)
    (row,) = card.rows()
    assert "lỡ 1 lượt: mất điện" in row.words.text()
    assert planned() == 2
    answer(qtbot, PinDialog, sign)
    row.accept.click()
    qtbot.waitUntil(lambda: bool(undo) and not card.rows())
    assert planned() == 3
    assert not card.isVisibleTo(window)
    station.app.days.save(undo[0], "Cán bộ")
    card.reload()
    qtbot.waitUntil(lambda: len(card.rows()) == 1)
    answer(qtbot, PinDialog, sign)
    card.rows()[0].dismiss.click()
    qtbot.waitUntil(lambda: not card.rows())
    assert planned() == 2
    settle(qtbot)


@pytest.mark.parametrize(("covered", "words"), [
    (Coverage(20, 14, missing=6), "đã phát 14/20, còn thiếu 6"),
    (Coverage(20, 5, missing=1, to_come=14), "đã phát 5/20, còn thiếu 1, sắp phát 14"),
    (Coverage(20, 20), "đã phát 20/20, đã đủ"), (Coverage(), ""), (None, "")])
def test_how_far_a_letter_has_come(qtbot: Any, covered: Coverage | None, words: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    bar = CoverageBar()
    bar.setParent(parent)
    bar.show_coverage(covered)
    assert bar.text() == words
    assert bar.isVisibleTo(parent) is bool(words)
    bar.grab()


def test_a_way_out_is_taken_with_one_click_and_taken_back(qtbot: Any, window: MainWindow, station: Station) -> None:
    cart = station.approved("Thu gom rác thải")
    made = station.app.schedule.add_campaign(cart.id, 2, DAY, WEEK, dayparts=("evening",))
    done: list[Taken] = []

    def take(dialog: WaysDialog) -> None:
        answer(qtbot, PinDialog, sign)
        dialog.takes[0].click()
    answer(qtbot, WaysDialog, take)
    show_ways(window.app, window, window, made.id, DAY, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert station.app.schedule.campaign(made.id).dayparts == ()
    actions.untake(station.app, done[0], "Cán bộ")
    assert station.app.schedule.campaigns() == [made]
    settle(qtbot)


def test_a_decision_for_one_day_is_taken_back_too(station: Station) -> None:
    """A session of a minute holds five of six airings: it may last longer."""
    station.sessions("05:00", "17:00", minutes=1)
    app = station.app
    for name in ("a", "b", "c"):
        cart = station.approved(f"Bài {name}", seconds=11)
        app.schedule.add_campaign(cart.id, 2, DAY, DAY, dayparts=("morning",))
    last = app.schedule.campaigns()[-1]
    ways = actions.ways(app, last.id, DAY)
    offer = next(offer for offer in ways.offers if offer.code == "lengthen")
    taken = actions.take(app, ways, offer, "Cán bộ")
    assert actions.ways(app, last.id, DAY).missing < ways.missing
    actions.untake(app, taken, "Cán bộ")
    assert actions.ways(app, last.id, DAY) == ways


def test_what_is_typed_at_once_is_what_enter_takes(qtbot: Any, station: Station) -> None:
    for title in ("Tiêm chủng cho trẻ", "Nhắc tiêm chủng"):
        station.approved(title)
    dialog = opened(qtbot, station)
    settle(qtbot)
    assert dialog.focusWidget() is dialog.search
    dialog.table.selectRow(1)
    other = dialog.pane.item.text()
    dialog.search.setText("tiêm chủng")
    qtbot.waitUntil(lambda: dialog.pane.item.text() not in {"", other})
    assert dialog.pane.item.text() == dialog.table.rows.row_at(0).title


def test_one_day_is_named_once(station: Station) -> None:
    made = station.campaign(station.approved("Họp thôn"), times=1)
    day = f"{made.first_day:%d/%m}"
    assert span_words(replace(made, last_day=made.first_day)).count(day) == 1
    assert f"{day}–" in span_words(replace(made, last_day=made.first_day + timedelta(1)))

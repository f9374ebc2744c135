"""The dialogs of hours and rules: read back before saving, asked once for what goes beyond, taken back in one press."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from gui_steps import APPROVER, OPERATOR, PIN, settle, type_vi
from page_station import answer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from broadcaster.gui.hours.clock_field import ClockField, part_text
from broadcaster.gui.hours.hours_dialog import HoursDialog
from broadcaster.gui.hours.model import beyond_words, fresh_id, held_text, rules_mark, weekdays_text
from broadcaster.gui.hours.overrides_dialog import OverridesDialog
from broadcaster.gui.hours.profile_dialog import ProfileDialog
from broadcaster.gui.hours.profile_editor import ProfileEditor
from broadcaster.gui.hours.sessions_dialog import SessionsDialog
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.widgets.dialogs import ConfirmDialog
from broadcaster.gui.widgets.reason import ReasonDialog
from broadcaster.protocol.rundown import Relay
from broadcaster.schedule.model import Loudness, RelaySlot, SessionTemplate
from broadcaster.schedule.sessions.templates import examples
from broadcaster.wiring import App


@pytest.fixture
def window(qtbot: QtBot, open_window: Any) -> MainWindow:
    shown = open_window()
    settle(qtbot)
    return shown


def sign(dialog: PinDialog) -> None:
    dialog.who.setCurrentIndex(dialog.who.findData(OPERATOR))
    dialog.pin.setText(PIN)
    dialog.sign.click()


def hours(qtbot: QtBot, app: App, template: SessionTemplate) -> HoursDialog:
    dialog = HoursDialog(None, app, template, OPERATOR)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot)
    return dialog


def give(qtbot: QtBot, words: str) -> list[bool]:
    """Answer the next question for a reason."""
    def act(question: ReasonDialog) -> None:
        question.field.setText(words)
        question.yes.click()
    return answer(qtbot, ReasonDialog, act)


def closed(qtbot: QtBot, dialog: Any) -> None:
    qtbot.waitUntil(lambda: not dialog.isVisible())
    settle(qtbot)


# Words

def test_an_hour_says_its_part_of_the_day(qtbot: QtBot) -> None:
    field = ClockField(time(5))
    qtbot.addWidget(field)
    assert field.words.text() == "sáng"
    field.set_value(time(17))
    assert (field.words.text(), field.value()) == ("chiều", time(17))
    assert [part_text(time(hour)) for hour in (0, 11, 18, 22)] == ["đêm", "trưa", "tối", "đêm"]


def test_days_and_names_in_words() -> None:
    summer = next(item for item in examples() if item.id == "morning-summer")
    assert held_text(replace(summer, weekdays="12345")) == "Thứ Hai – Thứ Sáu · 15/04–14/10"
    assert weekdays_text("") == "chỉ trong đợt đặc biệt"
    assert fresh_id("Buổi tối Đ", ()) == "buoi-toi-d"
    assert fresh_id("Buổi tối", {"buoi-toi"}) == "buoi-toi-2"
    assert fresh_id("!!!", ()) == "buoi"


def test_what_goes_beyond_is_said_once_a_rule(station: App) -> None:
    found = station.rules.findings(station.rules.profile("two-by-15-weekdays"))
    assert beyond_words(found) == ["Bị cắt còn 15 phút: Buổi sáng (60), Buổi chiều (60)",
                                   "Không phát vào Thứ Bảy, Chủ nhật: Buổi sáng, Buổi chiều"]
    morning = station.schedule.templates()[0]
    assert rules_mark(morning, found)[1] == "wait"
    assert rules_mark(morning, ())[1] == "good"


# One session

def test_a_session_is_read_back_while_it_is_changed(qtbot: QtBot, station: App) -> None:
    dialog = hours(qtbot, station, station.schedule.templates()[0])
    assert "05:00 (5 giờ sáng)" in dialog.read_back.words.text()
    dialog.starts.set_value(time(17, 30))
    dialog.season.kind.setCurrentIndex(1)
    for part in dialog.weekdays.days:
        part.click()
    words = dialog.read_back.words.text()
    assert "17:30 (5 giờ 30 chiều)" in words
    assert "Ngày thường không phát" in words
    assert dialog.value().season_from == "04-15"
    dialog.reject()


def test_a_new_session_gets_a_short_name_and_relays(qtbot: QtBot, station: App) -> None:
    station.relays.add("vov1", "Thời sự VOV1", Relay("stream", "https://example.vn/vov1"), by=OPERATOR)
    station.rules.choose("free")
    dialog = hours(qtbot, station, SessionTemplate("", "", time(18), 45))
    dialog.save.click()
    assert dialog.isVisible(), "a session without a name is not saved"
    type_vi(dialog.name, "Buổi tối")
    dialog.starts.set_value(time(18, 0))
    dialog.relays.add_button.click()
    dialog.relays.add_button.click()
    assert [slot.starts for slot in dialog.value().relays] == [time(18), time(18, 15)]
    dialog.relays.remove(dialog.relays.lines[1])
    dialog.filler.setCurrentIndex(1)
    assert "tiếp sóng Thời sự VOV1" in dialog.read_back.words.text()
    dialog.save.click()
    closed(qtbot, dialog)
    saved = next(item for item in station.schedule.templates() if item.name == "Buổi tối")
    assert (saved.id, saved.relays, saved.filler) == ("buoi-toi", (RelaySlot("vov1", time(18), 15),), "nhac")


def test_a_relay_that_would_stay_silent_is_said(qtbot: QtBot, station: App) -> None:
    station.relays.add("vov1", "Thời sự VOV1", Relay("stream", "https://example.vn/vov1"), by=OPERATOR)
    slots = (RelaySlot("tinh", time(5, 15), 10), RelaySlot("vov1", time(5, 30), 15))
    dialog = hours(qtbot, station, replace(station.schedule.templates()[0], relays=slots))
    assert dialog.read_back.doubts.text() == (
        "Lúc 05:15 sẽ không tiếp sóng: đài chưa có chương trình “tinh”.\n"
        "Lúc 05:30 “Thời sự VOV1” chưa phát được: chưa được duyệt.")
    station.relays.approve("vov1", station.accounts.by_name(APPROVER))
    again = hours(qtbot, station, replace(station.schedule.templates()[0], relays=slots[1:]))
    assert not again.read_back.doubts.text()
    for shown in (dialog, again):
        shown.reject()


def test_beyond_the_rules_is_asked_once_and_the_reason_kept(qtbot: QtBot, station: App) -> None:
    dialog = hours(qtbot, station, station.schedule.templates()[0])
    dialog.minutes.setValue(90)
    qtbot.waitUntil(lambda: "cắt còn 60 phút" in dialog.read_back.doubts.text())
    came = answer(qtbot, ReasonDialog, ReasonDialog.reject)
    dialog.save.click()
    qtbot.waitUntil(lambda: bool(came))
    assert station.schedule.templates()[0].minutes == 60
    asked = give(qtbot, "Tuần lễ bầu cử")
    qtbot.waitUntil(dialog.save.isEnabled)
    dialog.save.click()
    closed(qtbot, dialog)
    assert asked == [True]
    (item,) = station.rules.overrides()
    assert (item.rule, item.session, item.most, item.reason) == ("session_long", "morning", 90, "Tuần lễ bầu cử")
    again = hours(qtbot, station, station.schedule.templates()[0])
    again.minutes.setValue(80)
    again.save.click()
    closed(qtbot, again)
    assert station.schedule.templates()[0].minutes == 80, "the reason covers it: nothing is asked"


def test_quiet_hours_are_refused_whatever_the_reason(qtbot: QtBot, station: App) -> None:
    dialog = hours(qtbot, station, station.schedule.templates()[0])
    dialog.starts.set_value(time(3, 15))
    give(qtbot, "Nhầm giờ tiếp sóng")
    dialog.save.click()
    qtbot.waitUntil(lambda: bool(dialog.wrong.text()))
    assert station.schedule.templates()[0].starts == time(5)
    assert station.rules.overrides() == []
    dialog.reject()


# All sessions

def test_a_session_is_added_like_an_example_removed_and_all_taken_back(qtbot: QtBot, window: MainWindow,
                                                                       station: App) -> None:
    before = station.schedule.templates()
    dialog = SessionsDialog(window, station, window)
    dialog.show()
    settle(qtbot)
    summer = next(item for item in examples() if item.id == "noon")
    answer(qtbot, PinDialog, sign)

    def shorter(editor: HoursDialog) -> None:
        give(qtbot, "Tuyên truyền phòng chống bão")
        editor.save.click()
    answer(qtbot, HoursDialog, shorter)
    dialog.add(replace(summer, id=""))
    settle(qtbot)
    assert [item.id for item in station.schedule.templates()] == ["morning", "buoi-trua", "afternoon"]
    assert [item.rule for item in station.rules.overrides()] == ["sessions_many"]
    dialog.table.select_id("morning")
    answer(qtbot, PinDialog, sign)
    dialog.remove()
    settle(qtbot)
    assert len(station.schedule.templates()) == 2
    dialog.undo_button.click()
    settle(qtbot)
    dialog.undo_button.click()
    settle(qtbot)
    assert station.schedule.templates() == before
    assert station.rules.overrides() == [], "the reason goes with what it was given for"
    assert not dialog.undo_button.isVisible()
    dialog.reject()


def test_a_damaged_session_file_is_shown_and_put_back(qtbot: QtBot, window: MainWindow, station: App) -> None:
    first, second = station.schedule.templates()
    for template in (first, second):
        station.schedule.save_template(template)
    station.schedule.publish_days(station.clock.now().date(), 1)
    path = station.home.root / "schedules" / "morning.toml"
    path.write_text('id = "morning"\nname = "Bu', encoding="utf-8")
    path.with_name("noon.toml").write_text("?", encoding="utf-8")
    window.go("schedule")
    settle(qtbot)
    said = [part.text() for part in window.page("schedule").findChildren(QLabel)]
    assert any("“morning.toml” bị hỏng" in words for words in said), "the day opens, and says it"
    dialog = SessionsDialog(window, station, window)
    dialog.show()
    settle(qtbot)
    assert list(dialog.table.rows.ids) == ["afternoon", "file:morning.toml", "file:noon.toml"]
    assert (dialog.edit_button.isEnabled(), dialog.damaged.isVisible()) == (True, False)
    dialog.table.select_id("file:noon.toml")
    assert (dialog.damaged.restore_button.isVisible(), dialog.damaged.aside_button.isVisible()) == (False, True)
    answer(qtbot, PinDialog, sign)
    dialog.damaged.aside_button.click()
    settle(qtbot)
    dialog.table.select_id("file:morning.toml")
    assert "“morning.toml” bị hỏng" in dialog.damaged.wrong.text()
    assert "05:00 (5 giờ sáng)" in dialog.damaged.words.text()
    assert (dialog.read_back.isVisible(), dialog.edit_button.isEnabled()) == (False, False)
    answer(qtbot, PinDialog, sign)
    dialog.damaged.restore_button.click()
    settle(qtbot)
    assert station.schedule.templates() == (first, second)
    dialog.undo_button.click()
    settle(qtbot)
    dialog.undo_button.click()
    settle(qtbot)
    assert [item.path.name for item in station.schedule.session_files().damaged] == ["morning.toml", "noon.toml"]
    assert dialog.changed
    dialog.reject()


def test_damaged_rules_keep_nobody_from_changing_hours(qtbot: QtBot, window: MainWindow, station: App) -> None:
    path = station.home.root / "schedules" / "profiles" / "two-by-60.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("id = ", encoding="utf-8")
    dialog = SessionsDialog(window, station, window)
    dialog.show()
    settle(qtbot)
    assert list(dialog.table.rows.ids) == ["morning", "afternoon"]
    answer(qtbot, PinDialog, sign)

    def shorter(editor: HoursDialog) -> None:
        editor.minutes.setValue(45)
        editor.save.click()
    answer(qtbot, HoursDialog, shorter)
    dialog.edit()
    settle(qtbot)
    assert station.schedule.templates()[0].minutes == 45
    assert path.read_text("utf-8") == "id = "
    dialog.reject()


# Rules

def test_rules_are_chosen_and_their_sessions_taken(qtbot: QtBot, window: MainWindow, station: App) -> None:
    dialog = ProfileDialog(window, station, window)
    dialog.show()
    settle(qtbot)
    assert not dialog.use_button.isEnabled(), "they hold already"
    dialog.table.select_id("two-by-15-weekdays")
    assert "Bị cắt còn 15 phút" in dialog.detail.beyond.text()
    answer(qtbot, PinDialog, sign)
    answer(qtbot, ConfirmDialog, lambda question: question.yes.click())
    dialog.use_button.click()
    settle(qtbot)
    assert station.rules.chosen() == "two-by-15-weekdays"
    assert [(item.minutes, item.weekdays) for item in station.schedule.templates()] == [(15, "12345")] * 2
    assert dialog.chosen
    assert not dialog.detail.beyond.text()
    dialog.undo_button.click()
    settle(qtbot)
    assert [item.minutes for item in station.schedule.templates()] == [60, 60]
    dialog.undo_button.click()
    settle(qtbot)
    assert station.rules.chosen() == "two-by-60"
    assert not dialog.undo_button.isVisible()
    dialog.accept()


def test_rules_are_edited_and_the_shipped_ones_come_back(qtbot: QtBot, window: MainWindow, station: App) -> None:
    dialog = ProfileDialog(window, station, window)
    dialog.show()
    settle(qtbot)

    def softer(editor: ProfileEditor) -> None:
        editor.minutes.setValue(30)
        editor.volume.add_button.click()
        editor.save.click()
    answer(qtbot, PinDialog, sign)
    answer(qtbot, ProfileEditor, softer)
    dialog.edit_button.click()
    settle(qtbot)
    profile = station.rules.profile("two-by-60")
    assert (profile.session_minutes, profile.volume) == (30, (Loudness("04:30", "06:00", -6.0),))
    assert dialog.remove_action.isVisible()
    answer(qtbot, PinDialog, sign)
    dialog.remove_action.trigger()
    settle(qtbot)
    assert station.rules.profile("two-by-60").session_minutes == 60
    assert not dialog.remove_action.isVisible()
    for minutes in (30, 60):
        dialog.undo_button.click()
        settle(qtbot)
        assert station.rules.profile("two-by-60").session_minutes == minutes, "removal, then the change, taken back"
    assert not station.rules.profiles()[-2].own
    dialog.accept()


def test_rules_travel_as_a_file(qtbot: QtBot, window: MainWindow, station: App, tmp_path: Path,
                                monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = ProfileDialog(window, station, window)
    dialog.show()
    settle(qtbot)
    path = tmp_path / "khung"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog.export_action.trigger()
    settle(qtbot)
    file = tmp_path / "khung.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('"two-by-60"', '"huyen"'), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    answer(qtbot, PinDialog, sign)
    dialog.bring()
    settle(qtbot)
    assert station.rules.profile("huyen").session_minutes == 60
    assert dialog.table.current_row().id == "huyen"
    file.write_text('id = "huyen"\nname = "X"\nsession_minute = 5\n', encoding="utf-8")
    answer(qtbot, PinDialog, sign)
    dialog.bring()
    settle(qtbot)
    assert "session_minutes" in dialog.detail.note.text(), "the misspelt word is named, with the right one"
    dialog.accept()


def test_a_damaged_file_of_rules_is_said_and_left_behind(qtbot: QtBot, window: MainWindow, station: App) -> None:
    path = station.home.root / "schedules" / "profiles" / "two-by-60.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('id = "two-by-60"\nsession_minutes = "', encoding="utf-8")
    dialog = ProfileDialog(window, station, window)
    dialog.show()
    settle(qtbot)
    assert dialog.table.current_row().id == "two-by-60"
    assert dialog.detail.note.text()
    assert not dialog.edit_button.isEnabled()
    answer(qtbot, PinDialog, sign)
    dialog.remove_action.trigger()
    settle(qtbot)
    assert station.rules.profile().session_minutes == 60
    assert dialog.detail.fits.text() == "Các buổi hiện có đều đúng khung này."
    dialog.accept()


def test_a_reason_is_taken_back(qtbot: QtBot, window: MainWindow, station: App) -> None:
    station.rules.override("session_long", "morning", 90, "Bầu cử", OPERATOR, "12/KH-UBND")
    dialog = ProfileDialog(window, station, window)
    dialog.show()
    settle(qtbot)
    assert "(1)" in dialog.overrides_button.text()

    def revoke(shown: OverridesDialog) -> None:
        assert shown.table.rows.data(shown.table.rows.index(0, 1)) == "Bầu cử (12/KH-UBND)"
        answer(qtbot, PinDialog, sign)
        shown.revoke_button.click()
        settle(qtbot)
        assert len(shown.table.rows.ids) == 0
        shown.reject()
    came = answer(qtbot, OverridesDialog, revoke)
    dialog.overrides_button.click()
    assert came == [True]
    assert station.rules.overrides() == []
    assert not dialog.overrides_button.isVisible()
    dialog.undo_button.click()
    settle(qtbot)
    assert [item.directive_number for item in station.rules.overrides()] == ["12/KH-UBND"]
    dialog.accept()


def test_the_settings_open_the_rules_while_nothing_is_unsaved(qtbot: QtBot, window: MainWindow, station: App) -> None:
    window.go("settings")
    settle(qtbot)
    page: Any = window.page("settings")
    clock = page.fields["hours.quiet_from"]
    clock.set_value(time(20, 30))
    assert (clock.words.text(), page.rules_button.isEnabled()) == ("tối", False)
    page.back_button.click()
    assert page.rules_button.isEnabled()
    came = answer(qtbot, ProfileDialog, ProfileDialog.accept)
    page.rules_button.click()
    assert came == [True]


def test_no_control_of_these_dialogs_is_without_a_name(qtbot: QtBot, window: MainWindow, station: App) -> None:
    station.relays.add("vov1", "Thời sự VOV1", Relay("stream", "https://example.vn/vov1"), by=OPERATOR)
    slot = RelaySlot("vov1", time(5, 30), 15)
    profile = replace(station.rules.profile(), volume=(Loudness("04:30", "06:00", -6.0),))
    for dialog in (SessionsDialog(window, station, window), ProfileDialog(window, station, window),
                   HoursDialog(window, station, replace(station.schedule.templates()[0], relays=(slot,)), OPERATOR),
                   ProfileEditor(window, station, profile, OPERATOR)):
        dialog.show()
        settle(qtbot)
        fields = [widget for kind in (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QTableView)
                  for widget in dialog.findChildren(kind) if widget.isVisible() and widget.focusPolicy()]
        unnamed = [widget for widget in fields if not name_of(widget)]
        assert fields
        assert unnamed == []
        dialog.reject()


def name_of(widget: QWidget) -> str:
    """What a screen reader says; the line inside a spin box goes by the box."""
    inside = widget.parentWidget()
    whole = inside if isinstance(inside, QAbstractSpinBox | QComboBox) else widget
    return whole.accessibleName() or str(getattr(widget, "text", str)() or "")

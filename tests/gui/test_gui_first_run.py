"""The set-up of a new station: each step stored by itself, none in the way, back where it was."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from gui_steps import APPROVER, OPERATOR, PIN, settle, type_vi
from page_station import active_dialog, answer
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from broadcaster.accounts.model import Right, Role
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, StationSection, changed, load_settings, save_settings
from broadcaster.gui.first_run import beside, tone
from broadcaster.gui.first_run.model import commune_parts, is_named, next_open, proposal
from broadcaster.gui.first_run.opening import begin, open_first_run
from broadcaster.gui.first_run.people_step import PeopleStep
from broadcaster.gui.first_run.plan import sentences_of_rules, tomorrow_sentences
from broadcaster.gui.first_run.ready_step import ReadyStep
from broadcaster.gui.first_run.recovery_step import RecoveryStep
from broadcaster.gui.first_run.rules_step import RulesStep
from broadcaster.gui.first_run.sessions_step import SessionsStep
from broadcaster.gui.first_run.sound_step import SoundStep
from broadcaster.gui.first_run.station_step import StationStep
from broadcaster.gui.first_run.voice_step import VoiceStep, opening_words
from broadcaster.gui.first_run.wizard import FirstRunDialog
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.widgets.reason import ReasonDialog
from broadcaster.schedule.rules.profiles import load_profile
from broadcaster.wiring import build_app

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=STATION_ZONE)


@pytest.fixture
def window(qtbot: QtBot, home: StationHome) -> Iterator[MainWindow]:
    """A new station: nobody is there."""
    clock = VirtualClock(NOW)
    app = build_app(home, clock)
    window = MainWindow(app, lambda: build_app(home, clock))
    window.resize(1366, 768)
    window.show()
    settle(qtbot)
    yield window
    if dialog := window.findChild(FirstRunDialog):
        dialog.reject()
    settle(qtbot)
    window.close()
    settle(qtbot)
    window.app.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()


@pytest.fixture
def pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file dialog puts the sheet; no viewer opens."""
    path = tmp_path / "phiếu.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    return path


def opened(window: MainWindow, step: str) -> FirstRunDialog:
    return open_first_run(window, window, step)


def go_on(qtbot: QtBot, dialog: FirstRunDialog, until: str) -> None:
    qtbot.waitUntil(dialog.next.isEnabled)
    dialog.next.click()
    qtbot.waitUntil(lambda: dialog.current == until)
    settle(qtbot)


def test_names_follow_from_the_commune() -> None:
    assert commune_parts("Phường  Mẫu Hai") == ("phường", "Mẫu Hai")
    assert commune_parts("Mẫu") == ("xã", "Mẫu")
    made = proposal("phường Mẫu", "thành phố Mẫu")
    assert made.name == "Đài truyền thanh phường Mẫu"
    assert made.issuer == "ỦY BAN NHÂN DÂN PHƯỜNG MẪU"
    assert made.superior == "Sở Văn hóa và Thể thao thành phố Mẫu"
    assert not any(vars(proposal("", "")).values())
    assert not is_named(StationSection())
    assert next_open({"station", "people"}, ("welcome", "station", "people", "recovery", "ready")) == "recovery"


def test_the_tone_is_as_loud_as_the_meter_says() -> None:
    sound = tone.Tone()
    block = sound.read(0, sound.rate)
    assert 20 * math.log10(float(block.max())) == pytest.approx(tone.LEVEL_DB, abs=0.1)
    assert abs(block[0]).max() == 0, "no click"
    assert not sound.read(sound.rate, sound.rate).any(), "a pause to listen in"
    assert len(sound.read(sound.frames - 10, 100)) == 10
    assert (tone.level_at(0.5), tone.level_at(1.5)) == (tone.LEVEL_DB, tone.SILENT_DB)


def test_rules_and_tomorrow_are_read_back(home: StationHome) -> None:
    profile = load_profile(home, "two-by-60")
    lines = sentences_of_rules(profile, NOW.time().replace(hour=21, minute=0), NOW.time().replace(hour=4, minute=30))
    assert lines[0] == "Từ 21:00 (9 giờ tối) đến 04:30 (4 giờ 30 sáng) loa im lặng, dù lịch ghi gì đi nữa."
    assert "nhiều nhất 2 buổi" in lines[1]
    assert tomorrow_sentences([], NOW.date()) == ["Ngày mai, thứ Bảy, 21/11/2026: không có buổi nào."]


def test_it_comes_by_itself_once(qtbot: QtBot, window: MainWindow) -> None:
    begin(window, window)
    dialog = active_dialog(FirstRunDialog)
    assert dialog is not None
    assert dialog.current == "welcome"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    begin(window, window)
    assert active_dialog(FirstRunDialog) is None, "whoever closed it is not asked again"
    assert window.app.accounts.people() == []


def test_a_half_done_set_up_goes_on_where_it_was(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(window, "station")
    settle(qtbot)
    step = dialog.step("station")
    assert isinstance(step, StationStep)
    dialog.next.click()
    assert step.form.complaints(), "a station without a commune is not stored"
    type_vi(step.commune, "Mẫu Hai")
    assert step.station.text() == "Đài truyền thanh xã Mẫu Hai"
    step.station.end(False)
    type_vi(step.station, "!")
    step.province.setText("tỉnh Mẫu")
    type_vi(step.commune, " Ba")
    assert step.station.text() == "Đài truyền thanh xã Mẫu Hai!", "what a person wrote stays"
    before = load_settings(window.app.home)
    assert before.station.commune == "xã Mẫu", "nothing is written before the step is finished"
    go_on(qtbot, dialog, "people")
    people = dialog.step("people")
    assert isinstance(people, PeopleStep)
    type_vi(people.who.name, OPERATOR)
    dialog.reject()
    qtbot.waitUntil(lambda: window.app.settings.station.commune == "xã Mẫu Hai Ba")
    settle(qtbot)
    assert window.app.accounts.people() == []
    dialog = opened(window, "welcome")
    dialog.step("welcome").start.click()  # type: ignore[attr-defined]
    assert dialog.current == "people"
    assert people.who.name.text() == OPERATOR
    assert "Đài, đã xong" in [one.accessibleName() for one in dialog.rail.buttons.values()]


@pytest.mark.parametrize("alone", [False, True])
def test_people_are_entered_both_or_none(alone: bool, qtbot: QtBot, window: MainWindow, pdf: Path) -> None:
    dialog = opened(window, "people")
    step = dialog.step("people")
    assert isinstance(step, PeopleStep)
    dialog.next.click()
    assert step.who.complaints() == ["Hãy nhập họ tên."]
    type_vi(step.who.name, OPERATOR)
    for field in (step.who.pin, step.who.again):
        field.setText(PIN)
    if alone:
        step.alone.setChecked(True)
        assert "tự duyệt" in step.meaning.text()
    else:
        type_vi(step.approver.name, OPERATOR)
        for field in (step.approver.pin, step.approver.again):
            field.setText(PIN)
        dialog.next.click()
        qtbot.waitUntil(lambda: bool(dialog.told.text()) and dialog.next.isEnabled())
        settle(qtbot)
        assert window.app.accounts.people() == [], "both or none"
        step.approver.name.setText(APPROVER)
    go_on(qtbot, dialog, "recovery")
    assert step.who.pin.text() == "", "a stored PIN stands in no field"
    recovery = dialog.step("recovery")
    assert isinstance(recovery, RecoveryStep)
    recovery.sheet_button.click()
    qtbot.waitUntil(lambda: "Đã lưu phiếu" in recovery.sheet_state.text())
    recovery.sign_in.setChecked(alone)
    go_on(qtbot, dialog, "sound")
    people = {person.name: person.role for person in window.app.accounts.people()}
    assert people == ({OPERATOR: Role.ADMIN} if alone else {OPERATOR: Role.ADMIN, APPROVER: Role.APPROVER})
    assert len(codes_in(pdf)) == 8
    settings = load_settings(window.app.home)
    assert (settings.approval.single_person, settings.people.sign_in) == (alone, alone)
    assert ("settings.approval" in [entry.action for entry in window.app.accounts.audit()]) == alone
    dialog.reject()
    qtbot.waitUntil(lambda: (window._sign_in.screen is not None) is alone)


def test_from_rules_to_a_frame_for_the_first_session(qtbot: QtBot, window: MainWindow) -> None:
    app = window.app
    app.accounts.add(OPERATOR, "", Role.OPERATOR, PIN)
    app.accounts.add(APPROVER, "", Role.APPROVER, PIN)
    signed = answer(qtbot, PinDialog, lambda pin: (pin.pin.setText(PIN), pin.sign.click()))
    dialog = opened(window, "rules")
    rules = dialog.step("rules")
    assert isinstance(rules, RulesStep)
    qtbot.waitUntil(lambda: rules.list.count() > 3)
    number = next(n for n in range(rules.list.count()) if rules._profiles[n].id == "two-by-45-weekdays")
    rules.list.setCurrentRow(number)
    assert "Thứ Bảy và Chủ nhật không phát." in rules.read_back.words.text()
    go_on(qtbot, dialog, "sessions")
    assert signed == [True]
    assert load_settings(app.home).hours.profile == "two-by-45-weekdays"
    sessions = dialog.step("sessions")
    assert isinstance(sessions, SessionsStep)
    assert len(sessions.wanted()) == 2, "those the rules propose are ticked"
    assert "không có buổi nào" in sessions.read_back.words.text(), "tomorrow is a Sunday"
    for row in sessions.rows:
        row.tick.setChecked(False)
    dialog.next.click()
    assert "ít nhất một buổi" in dialog.told.text()
    first = sessions.rows[0]
    first.tick.setChecked(True)
    first.starts.set_value(first.starts.value().replace(hour=4, minute=45))
    answer(qtbot, PinDialog, lambda pin: (pin.pin.setText(PIN), pin.sign.click()))
    answer(qtbot, ReasonDialog, lambda why: (why.field.setText("Bà con đi làm sớm"), why.yes.click()))
    go_on(qtbot, dialog, "ready")
    held = window.app.schedule.held()
    assert [f"{item.starts:%H:%M}" for item in held] == ["04:45"]


def test_the_voice_reads_the_frame_and_one_signature_lets_it_air(qtbot: QtBot, window: MainWindow) -> None:
    app = window.app
    app.accounts.add(APPROVER, "", Role.APPROVER, PIN)
    dialog = opened(window, "voice")
    voice = dialog.step("voice")
    assert isinstance(voice, VoiceStep)
    dialog.run_.first = OPERATOR
    qtbot.waitUntil(lambda: voice.voice.count() > 0)
    assert voice.opening.text() == opening_words(app.settings.station)
    go_on(qtbot, dialog, "rules")
    assert {item.kind for item in app.bulletins.list()} == {"loi_xuong", "loi_chao"}
    dialog.show_step("voice")
    settle(qtbot)
    assert voice.greet.isHidden(), "made once, not twice"
    dialog.show_step("ready")
    settle(qtbot)
    ready = dialog.step("ready")
    assert isinstance(ready, ReadyStep)
    assert len(ready.sounds._sounds) == 2
    answer(qtbot, PinDialog, lambda pin: (pin.pin.setText(PIN), pin.sign.click()))
    ready.sounds.approve.click()
    qtbot.waitUntil(lambda: bool(ready.sounds.done.text()))
    settle(qtbot)
    assert {item.state for item in app.bulletins.list()} == {"approved"}
    assert "giờ yên lặng" in ready.happens.text()


def test_a_device_is_kept_and_nothing_heard_is_answered(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(window, "sound")
    sound = dialog.step("sound")
    assert isinstance(sound, SoundStep)
    settle(qtbot)
    sound.lead_in.setValue(5)
    sound.device.setCurrentIndex(sound.device.findData("null"))
    sound.play.click()
    assert "không phát ra đâu" in sound.answer.text()
    sound._failed = lambda error: None  # type: ignore[method-assign]
    sound.not_heard.click()
    assert "tăng âm" in sound.answer.text().lower()
    sound.player.stop()
    go_on(qtbot, dialog, "voice")
    audio = load_settings(window.app.home).audio
    assert (audio.device, audio.lead_in) == ("null", 5.0)


def codes_in(pdf: Path) -> list[str]:
    document = pypdfium2.PdfDocument(pdf.read_bytes())
    try:
        text = document[0].get_textpage().get_text_range()
    finally:
        document.close()
    return re.findall(r"[A-Z]{4}-[A-Z]{4}-[A-Z]{4}-[A-Z]{4}", text)



def test_gone_through_again_it_is_no_way_around_a_pin(
        window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever passes by opens the set-up at a station that works: what they ask for takes the right it always takes."""
    asked: list[object] = []
    monkeypatch.setattr(window, "ask_pin", lambda right, _: asked.append(right))
    monkeypatch.setattr(beside, "open_restore", lambda *_: pytest.fail("a backup is brought back unsigned"))
    window.app.accounts.add(APPROVER, "", Role.ADMIN, PIN)
    dialog = opened(window, "welcome")
    dialog.step("welcome").restore.click()  # type: ignore[attr-defined]
    dialog.show_step("recovery")
    settle(qtbot)
    recovery, ready = dialog.step("recovery"), dialog.step("ready")
    assert isinstance(recovery, RecoveryStep)
    assert isinstance(ready, ReadyStep)
    recovery.sheet_button.click()
    dialog.show_step("ready")
    settle(qtbot)
    ready.place.setText(str(tmp_path))
    ready.autostart.setEnabled(False)
    dialog.next.click()
    settle(qtbot)
    assert asked == [Right.RESTORE, Right.PEOPLE, Right.RESTORE]
    assert load_settings(window.app.home).backup.to == ""
    assert not list(tmp_path.rglob("dai-xa-sao-luu"))
    dialog.run_.first = APPROVER
    dialog.reject()
    assert opened(window, "ready").run_.first == "", "who set the station up does not answer for who comes next"


@pytest.fixture
def office(home: StationHome) -> StationHome:
    save_settings(home, changed(Settings(), "office", role="office"))
    return home


def test_an_office_is_asked_and_told_what_concerns_it(office: StationHome, window: MainWindow, qtbot: QtBot) -> None:
    """No horns, no sessions, no letters of its own."""
    dialog = opened(window, "station")
    station = dialog.step("station")
    assert isinstance(station, StationStep)
    assert dialog.heading.text() == "Đây là cơ quan nào?"
    assert not station.clusters.isVisibleTo(station)
    for field, text in ((station.station, "Sở mẫu"), (station.issuer, "Sở mẫu"), (station.province, "tỉnh Mẫu")):
        field.setText(text)
    station.finish(lambda: None)
    settle(qtbot)
    assert load_settings(office).station.name == "Sở mẫu"
    dialog.show_step("ready")
    settle(qtbot)
    ready = dialog.step("ready")
    assert isinstance(ready, ReadyStep)
    assert "gói của các đài" in ready.happens.text()
    assert "loa" not in ready.happens.text()
    assert not ready.letter.isVisibleTo(ready)
    assert not ready.sounds.isVisibleTo(ready)
    dialog.reject()

"""Shaping a sound in the window: real recordings, real keys and mouse, real new versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from gui_steps import settle
from hypothesis import given, settings
from hypothesis import strategies as st
from page_station import Station, answer, sound
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from broadcaster.accounts.model import Person, Role
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.gui.library import wave_actions
from broadcaster.gui.library.wave import WaveEditor
from broadcaster.gui.library.wave_model import LEAST, Mark, Marks, Sight, Steps, exact_time, marks_of, ruler, shape_of
from broadcaster.gui.library.wave_sheet import WaveSheet
from broadcaster.gui.library.wave_sound import Envelope, ShapedSound, WholeSound
from broadcaster.gui.widgets.reason import ReasonDialog
from broadcaster.library.model import Cart, CartKind, State


def quiet_ends(path: Path, seconds: float = 3.0, silence: float = 2.0) -> Path:
    """Noise between two silences, the second one half as long again."""
    noise = 0.2 * np.random.default_rng(4).standard_normal(int(seconds * RATE)).clip(-2, 2)
    pause = np.zeros(int(silence * RATE))
    soundfile.write(path, np.concatenate([pause, noise, pause, pause[:len(pause) // 2]]), RATE, subtype="PCM_16")
    return path


class Desk(QWidget):
    """Stands around the editor as the window does; whoever is asked to sign does."""

    def __init__(self, station: Station) -> None:
        super().__init__()
        self.app = station.app
        self.memory = QSettings(str(station.folder / "window.ini"), QSettings.Format.IniFormat)
        self.errors: list[Exception] = []
        self.notes: list[str] = []
        self.signed: list[str] = []
        self.editor = WaveEditor(self.app, self)  # type: ignore[arg-type]
        box = QVBoxLayout(self)
        box.addWidget(self.editor)
        box.addWidget(QPushButton("after"))
        self.resize(700, 620)

    def notify(self, text: str) -> None:
        self.notes.append(text)

    def error(self, error: Exception) -> None:
        self.errors.append(error)

    def ask_pin(self, _role: Role, purpose: str) -> Person | None:
        self.signed.append(purpose)
        return self.app.accounts.by_name("Cán bộ truyền thanh")


@pytest.fixture
def desk_(qtbot: QtBot, home: StationHome, tmp_path: Path) -> Iterator[Desk]:
    station = Station(home, tmp_path)
    station.people()
    made = Desk(station)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    settle(qtbot)
    made.deleteLater()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()
    station.app.close()


@pytest.fixture
def editor(desk_: Desk) -> WaveEditor:
    return desk_.editor


def shown(qtbot: QtBot, editor: WaveEditor, path: Path, **wish: object) -> Cart:
    cart = editor._app.library.add(path, title="Thông báo họp thôn", **wish).cart  # type: ignore[arg-type]
    editor.show_cart(cart)
    settle(qtbot)
    return cart


# What moves where


def marks_strategy() -> st.SearchStrategy[Marks]:
    return st.integers(LEAST, 40 * RATE).map(lambda whole: Marks(0, whole, 0, 0, 0, whole))


@settings(max_examples=200, deadline=None)
@given(marks_strategy(), st.lists(st.tuples(st.sampled_from(list(Mark)), st.integers(-RATE, 50 * RATE)), max_size=12))
def test_whatever_is_moved_stays_a_shape_the_library_takes(
        marks: Marks, moves: list[tuple[Mark, int]]) -> None:
    from broadcaster.library.edit import checked

    for mark, frame in moves:
        marks = marks.moved(mark, frame)
        checked(shape_of(marks))
        assert marks_of(shape_of(marks)) == marks
        for each in Mark:
            low, high = marks.limits(each)
            assert low <= marks.at(each) <= high or each is Mark.CUE


def test_steps_back_take_a_drag_as_one() -> None:
    first = Marks(0, 9 * RATE, 0, 0, 0, 9 * RATE)
    steps = Steps(first)
    for frame in range(0, RATE, 4800):
        steps.change(first.moved(Mark.START, frame), "start")
    dragged = steps.now
    steps.rest()
    steps.change(dragged.moved(Mark.START, 2 * RATE), "start")
    steps.undo()
    assert steps.now == dragged
    steps.undo()
    assert steps.now == first
    assert not steps.can_undo
    steps.redo()
    steps.redo()
    assert steps.now.start == 2 * RATE
    assert not steps.can_redo


def test_zooming_keeps_what_is_under_the_pointer() -> None:
    sight = Sight(0, 100 * RATE, 100 * RATE)
    near = sight.zoomed(0.25, 40 * RATE)
    assert near == Sight(30 * RATE, 25 * RATE, 100 * RATE)
    assert near.zoomed(100, 3 * RATE) == sight
    assert near.zoomed(1e-9, 40 * RATE).count == RATE // 2
    assert near.with_inside(90 * RATE).first + 12.5 * RATE == 75 * RATE + 12.5 * RATE


def test_the_time_line_says_round_times() -> None:
    assert [words for _, words in ruler(Sight(0, 3 * 3600 * RATE, 3 * 3600 * RATE), 900)][:3] == ["0:00", "30:00",
                                                                                                  "1:00:00"]
    assert [words for _, words in ruler(Sight(0, RATE, RATE), 500)][:3] == ["0:00,0", "0:00,2", "0:00,4"]
    assert exact_time(3 * 3600 * RATE + RATE // 2) == "3:00:00,500"


# The recording, whole and shaped


def test_what_is_heard_while_shaping_is_what_is_stored(
        qtbot: QtBot, editor: WaveEditor, tmp_path: Path) -> None:
    cart = shown(qtbot, editor, quiet_ends(tmp_path / "họp.wav"))
    app = editor._app
    before = wave_actions.load(app, cart)
    assert before.marks.start > RATE  # the import cut the silence off, and it is still there
    whole = WholeSound(before.recording)
    everything = whole.read(0, whole.frames)
    whole.close()
    start = before.marks.start + 5000
    wanted = replace(before.marks, start=start, cue=start, fade_in=30_001, fade_out=20_003,
                     end=before.marks.end - 777)
    heard_sound = ShapedSound(before.recording, lambda: wanted)
    heard = np.concatenate([heard_sound.read(wanted.start, 40_000),
                            heard_sound.read(wanted.start + 40_000, wanted.length - 40_000)])
    assert heard_sound.frames == wanted.end
    heard_sound.close()
    stored = app.shaping.shape(cart.id, shape_of(wanted), "thử")
    samples, _ = soundfile.read(app.home.audio(stored.cut.sha256), dtype="int16")
    assert len(samples) == wanted.length
    assert np.abs(np.rint(heard[:, 0] * 32768) - samples).max() <= 1
    after = wave_actions.load(app, stored)
    assert after.marks == wanted
    again = WholeSound(after.recording)
    assert np.array_equal(again.read(0, again.frames), everything)
    again.close()


def test_an_envelope_knows_pauses_and_is_coarse_before_it_is_read(
        qtbot: QtBot, editor: WaveEditor, tmp_path: Path) -> None:
    cart = shown(qtbot, editor, quiet_ends(tmp_path / "họp.wav"))
    loaded = wave_actions.load(editor._app, cart)
    envelope = Envelope(loaded.recording, cart.cut.waveform)
    assert envelope.known == 0
    assert envelope.pauses() == []
    assert max(envelope.bars(0, loaded.recording.whole, 50)) > 0.1
    envelope.fill(loaded.recording, lambda *_: None)
    first, last = envelope.pauses()[0], envelope.pauses()[-1]
    assert first == pytest.approx((0, 2 * RATE), abs=RATE // 50)
    assert last == pytest.approx((5 * RATE, 8 * RATE), abs=RATE // 50)
    bars = envelope.bars(0, loaded.recording.whole, 8)
    assert max(bars[0], bars[6], bars[7]) < 0.01 < 0.1 < min(bars[2:5])


# The editor


def test_arrows_move_a_mark_by_ten_milliseconds_or_a_second(
        qtbot: QtBot, editor: WaveEditor, tmp_path: Path) -> None:
    shown(qtbot, editor, quiet_ends(tmp_path / "họp.wav"))
    start, handle = editor.marks.start, editor.view.handles[Mark.START]
    handle.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(handle, Qt.Key.Key_Right)
    assert editor.marks.start == start + RATE // 100
    qtbot.keyClick(handle, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert editor.marks.start == start + RATE // 100 - RATE
    qtbot.keyClick(handle, Qt.Key.Key_Home)
    assert editor.marks.start == 0
    assert handle.accessibleDescription() == "0:00,000"
    qtbot.keyClick(handle, Qt.Key.Key_End)
    assert editor.marks.length == LEAST
    qtbot.keyClick(handle, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.marks.start == start
    qtbot.keyClick(handle, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert editor.marks.length == LEAST


def test_tab_goes_through_the_marks(qtbot: QtBot, editor: WaveEditor, tmp_path: Path) -> None:
    shown(qtbot, editor, quiet_ends(tmp_path / "họp.wav"))
    editor.view.setFocus()
    seen = []
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == list(editor.view.handles.values())


def test_a_mark_is_dragged_with_the_mouse(qtbot: QtBot, editor: WaveEditor, tmp_path: Path) -> None:
    shown(qtbot, editor, quiet_ends(tmp_path / "họp.wav"))
    view, handle = editor.view, editor.view.handles[Mark.END]
    middle = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    for step in range(1, 21):
        qtbot.mouseMove(handle, middle - QPoint(step, 0))
        QApplication.processEvents()
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)
    wanted = view.frame_at(handle.x() + handle.width() / 2)
    assert editor.marks.end == pytest.approx(wanted, abs=view.sight.count / view.width())
    assert editor.dirty
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not editor.dirty


def test_ctrl_and_the_wheel_come_nearer_and_finer_peaks_are_read(
        qtbot: QtBot, editor: WaveEditor, tmp_path: Path) -> None:
    shown(qtbot, editor, sound(tmp_path / "dài.wav", 20))
    view = editor.view
    for _ in range(14):
        place = QPointF(200, 80)
        QApplication.sendEvent(view, QWheelEvent(
            place, view.mapToGlobal(place), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False))
    settle(qtbot)
    assert view.sight.count == RATE // 2
    assert view._detail is not None
    assert view._detail.covers(view.sight.first, view.sight.count)
    assert editor.scroll_bar.isVisible()
    qtbot.keyClick(view, "0")
    assert view.sight.is_all
    assert not editor.scroll_bar.isVisible()


def test_silence_is_found_and_the_full_recording_comes_back(
        qtbot: QtBot, editor: WaveEditor, tmp_path: Path) -> None:
    cart = shown(qtbot, editor, quiet_ends(tmp_path / "họp.wav"))
    imported = editor.marks
    editor.tools.full.click()
    assert editor.marks.is_full
    assert not editor.tools.full.isEnabled()
    editor.tools.silence.click()
    assert (editor.marks.start, editor.marks.end) == (imported.start, imported.end)
    assert not editor.dirty
    editor.tools.full.click()
    editor.tools.save.click()
    settle(qtbot)
    stored = editor._app.library.get(cart.id)
    assert stored.cut.frames == imported.whole
    assert editor.marks.is_full
    assert not editor.dirty
    editor.tools.silence.click()
    editor.tools.save.click()
    settle(qtbot)
    assert editor._app.library.get(cart.id).cut.sha256 == cart.cut.sha256  # sample for sample


def test_saving_ends_the_approval_and_says_so_before(qtbot: QtBot, desk_: Desk, tmp_path: Path) -> None:
    app, editor = desk_.app, desk_.editor
    cart = app.library.add(quiet_ends(tmp_path / "họp.wav"), title="Thông báo", kind=CartKind.NOTICE,
                           by="Cán bộ truyền thanh").cart
    app.approvals.submit(f"cart:{cart.id}", "Cán bộ truyền thanh")
    app.approvals.approve(f"cart:{cart.id}", app.accounts.by_name("Phó Chủ tịch"))
    editor.show_cart(app.library.get(cart.id))
    settle(qtbot)
    editor.set_mark(Mark.CUE, editor.marks.start + RATE)
    assert editor.note.text() == ""  # a cue changes nothing that airs
    editor.set_mark(Mark.FADE_IN, editor.marks.start + RATE)
    assert "duyệt cũ hết hiệu lực" in editor.note.text()
    answer(qtbot, ReasonDialog, ReasonDialog.reject)
    editor.tools.save.click()
    assert app.library.get(cart.id).state is State.APPROVED
    answer(qtbot, ReasonDialog, lambda dialog: (dialog.choice.offered["Dài quá"].click(), dialog.yes.click()))
    with qtbot.waitSignal(editor.saved, timeout=15_000):
        editor.tools.save.click()
    settle(qtbot)
    assert "Dài quá" in [act.detail.get("reason") for act in app.accounts.audit(f"cart:{cart.id}")]
    now = app.library.get(cart.id)
    assert now.state is State.DRAFT
    assert not now.approval_id
    assert now.cue_frames == RATE
    assert editor.cart == now
    assert "Thông báo" in desk_.signed[0]
    assert "Thông báo" in desk_.notes[0]


def test_what_was_not_saved_waits_with_its_item(qtbot: QtBot, editor: WaveEditor, tmp_path: Path) -> None:
    first = shown(qtbot, editor, quiet_ends(tmp_path / "một.wav"))
    editor.set_mark(Mark.FADE_OUT, editor.marks.end - RATE)
    changed = editor.marks
    shown(qtbot, editor, sound(tmp_path / "hai.wav", 1.0, seed=8))
    assert not editor.dirty
    assert "Thông báo họp thôn" in editor.unsaved()
    editor.show_cart(first)
    settle(qtbot)
    assert editor.marks == changed
    editor.undo()
    assert editor.unsaved() == ""


def test_a_bulletins_sound_is_only_looked_at(qtbot: QtBot, editor: WaveEditor, tmp_path: Path) -> None:
    cart = shown(qtbot, editor, quiet_ends(tmp_path / "họp.wav"))
    editor.show_cart(replace(cart, bulletin_id="01ABC"))
    settle(qtbot)
    before = editor.marks
    assert "bản tin" in editor.note.text()
    assert not editor.tools.save.isVisible()
    assert not editor.view.handles[Mark.START].isVisible()
    editor.set_mark(Mark.START, before.start + RATE)
    editor.back_to_full()
    assert editor.marks == before


def test_a_sound_whose_file_is_gone_is_told(qtbot: QtBot, desk_: Desk, tmp_path: Path) -> None:
    cart = desk_.app.library.add(quiet_ends(tmp_path / "họp.wav"), title="Thông báo họp thôn").cart
    desk_.app.home.audio(cart.cut.sha256).unlink()
    desk_.editor.show_cart(cart)
    settle(qtbot)
    assert "Thông báo họp thôn" in desk_.editor.note.text()
    assert not desk_.editor.transport.isEnabled()


def test_the_large_sheet_is_the_same_editor(qtbot: QtBot, desk_: Desk, tmp_path: Path) -> None:
    editor = desk_.editor
    shown(qtbot, editor, quiet_ends(tmp_path / "họp.wav"))
    editor.set_mark(Mark.FADE_IN, editor.marks.start + RATE // 2)
    sheet = WaveSheet(desk_.app, desk_, editor)  # type: ignore[arg-type]
    sheet.open()
    settle(qtbot)
    field = sheet.editor.fields.fields[Mark.FADE_IN]
    assert field.value() == 0.5
    field.setValue(0.75)
    assert editor.marks.fade_in == 0.75 * RATE
    assert sheet.editor.marks == editor.marks
    sheet.editor.undo()
    sheet.reject()
    sheet.deleteLater()
    assert editor.marks.fade_in == RATE // 2

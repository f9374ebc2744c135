"""The sound tab of a bulletin: choose parts, see them, hear them, apply, go back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from gui_steps import APPROVER, OPERATOR, settle
from page_station import page_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from broadcaster.base.frames import RATE
from broadcaster.bulletins.model import Bulletin, Production
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.production.model import Steps, choices, tidy
from broadcaster.gui.production.tab import ProductionTab
from broadcaster.library.furniture import furnish
from broadcaster.library.model import State
from broadcaster.wiring import App


def sound(path: Path, seconds: float = 2.0) -> Path:
    soundfile.write(path, 0.2 * np.sin(np.arange(round(seconds * RATE)) / 9), RATE)
    return path


@pytest.fixture
def bulletin(station: App, tmp_path: Path) -> Bulletin:
    furnish(station.library)
    made = station.bulletins.new("Họp thôn", "Mời bà con đi họp.", by=OPERATOR)
    return station.bulletins.record(made.id, sound(tmp_path / "lời.wav"), by=OPERATOR)


@pytest.fixture
def tab(qtbot: Any, open_window: Callable[[], MainWindow], bulletin: Bulletin) -> ProductionTab:
    window = open_window()
    window.go("bulletins", bulletin.id)
    settle(qtbot)
    page = page_of(window, "bulletins")
    page.tabs.setCurrentIndex(1)
    settle(qtbot)
    made: ProductionTab = page._made[1]
    return made


def choose(qtbot: Any, tab: ProductionTab, part: str, title: str) -> None:
    box = tab.chain.boxes[part]
    box.setCurrentIndex(box.findText(title))
    box.activated.emit(box.currentIndex())
    drawn(qtbot, tab)


def drawn(qtbot: Any, tab: ProductionTab) -> None:
    qtbot.waitUntil(lambda: not tab._timer.isActive(), timeout=5000)
    settle(qtbot)


def test_the_words_alone_are_shown_as_they_are(tab: ProductionTab) -> None:
    assert "Lời do người đọc, 0:02" in tab.voice.text()
    assert tab.length.text() == "cả bài 0:02"
    assert not tab.apply_button.isEnabled()
    assert not tab.undo_button.isEnabled()
    assert tab.listen_button.isEnabled()
    assert tab.line.accessibleDescription() == "Lời 0:00–0:02"


def test_parts_are_drawn_applied_and_stored(qtbot: Any, tab: ProductionTab, station: App, bulletin: Bulletin) -> None:
    choose(qtbot, tab, "chime", "Chuông có sẵn của chương trình")
    choose(qtbot, tab, "bed", "Nhạc hiệu")
    tab.chain.repeats.setValue(2)
    drawn(qtbot, tab)
    assert tab.line.accessibleDescription().startswith("Chuông 0:00–0:03; Nhạc nền")
    length = tab.length.text()
    tab.apply_button.click()
    settle(qtbot)
    stored = station.bulletins.get(bulletin.id)
    assert (stored.production.chime, stored.production.repeats) == ("default", 2)
    assert stored.audio_current
    assert stored.cut is not None
    assert stored.cut.seconds == pytest.approx(3 + 1.5 + 1.4 + 2 * 2 + 1.5 + 1.8, abs=0.3)
    assert tab.length.text() == length
    assert not tab.apply_button.isEnabled()
    page = tab.window().page("bulletins")
    assert page.shown == stored


def test_undo_goes_back_step_by_step(qtbot: Any, tab: ProductionTab) -> None:
    choose(qtbot, tab, "chime", "Chuông có sẵn của chương trình")
    for value in (2.0, 2.5, 3.0):
        tab.chain.pause.setValue(value)
    drawn(qtbot, tab)
    assert tab.wanted == Production(chime="default", pause_seconds=3.0)
    tab.undo_button.click()
    assert tab.wanted == Production(chime="default")
    tab.undo_button.click()
    drawn(qtbot, tab)
    assert tab.wanted == Production()
    assert tab.chain.boxes["chime"].currentData() == ""
    assert not tab.undo_button.isEnabled()


def test_what_was_not_applied_stays_chosen(qtbot: Any, tab: ProductionTab, station: App, bulletin: Bulletin) -> None:
    choose(qtbot, tab, "chime", "Chuông có sẵn của chương trình")
    page = tab.window().page("bulletins")
    other = station.bulletins.new("Khác", "Lời khác.", by=OPERATOR)
    page.open(other.id)
    settle(qtbot)
    assert tab.wanted == Production()
    assert "Lời chưa có tiếng" in tab.voice.text()
    assert tab.length.text().startswith("khoảng")
    assert not tab.listen_button.isEnabled()
    page.open(bulletin.id)
    drawn(qtbot, tab)
    assert tab.wanted == Production(chime="default")
    assert station.bulletins.get(bulletin.id).production == Production()


def test_the_mix_can_be_heard_before_it_is_applied(qtbot: Any, tab: ProductionTab, station: App,
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[tuple[Path, float]] = []
    monkeypatch.setattr(tab.player, "play", lambda path, start=None: played.append(
        (path, soundfile.info(str(path)).duration)))  # this machine may have no loudspeaker
    choose(qtbot, tab, "chime", "Chuông có sẵn của chương trình")
    tab.listen_button.click()
    settle(qtbot)
    ((path, seconds),) = played
    assert seconds == pytest.approx(3 + 1.5 + 2, abs=0.2)
    tab.leave()
    assert not path.exists()
    assert station.bulletins.list()[0].production == Production()


def test_a_part_that_was_withdrawn_is_named(qtbot: Any, tab: ProductionTab, station: App, bulletin: Bulletin) -> None:
    tune = next(cart for cart in station.library.find("Nhạc hiệu"))
    choose(qtbot, tab, "ident", "Nhạc hiệu")
    tab.apply_button.click()
    settle(qtbot)
    station.library.withdraw(tune.id)
    tab.show_bulletin(station.bulletins.get(bulletin.id), False)
    settle(qtbot)
    assert "“Nhạc hiệu” không còn trong thư viện" in tab.banner.text()
    assert tab.chain.boxes["ident"].currentText() == "(không còn trong thư viện)"
    assert not tab.apply_button.isEnabled()
    choose(qtbot, tab, "ident", "không có")
    assert tab.banner.text() == ""
    assert tab.apply_button.isEnabled()


def test_the_last_one_is_offered_for_the_next(qtbot: Any, tab: ProductionTab, station: App) -> None:
    choose(qtbot, tab, "chime", "Chuông có sẵn của chương trình")
    tab.apply_button.click()
    settle(qtbot)
    other = station.bulletins.new("Khác", "Lời khác.", by=OPERATOR)
    tab.window().page("bulletins").open(other.id)
    settle(qtbot)
    tab.last_button.click()
    drawn(qtbot, tab)
    assert tab.wanted == Production(chime="default")


def test_a_sound_file_becomes_the_words(qtbot: Any, tab: ProductionTab, station: App, tmp_path: Path,
                                        monkeypatch: pytest.MonkeyPatch) -> None:
    bulletin = station.bulletins.new("Tiếng Tày", "Lời tiếng Tày.", by=OPERATOR)
    station.bulletins.save(bulletin.id, language="tyz")
    tab.window().page("bulletins").open(bulletin.id)
    settle(qtbot)
    assert "Tiếng Tày chưa có giọng đọc" in tab.voice.text()
    path = sound(tmp_path / "tiếng Tày.wav", 3.0)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    tab.file_button.click()
    settle(qtbot)
    stored = station.bulletins.get(bulletin.id)
    assert stored.audio_current
    assert stored.cut is not None
    assert stored.cut.seconds == pytest.approx(3.0, abs=0.01)


def test_a_recording_outlives_a_corrected_letter(qtbot: Any, tab: ProductionTab, station: App,
                                                 bulletin: Bulletin) -> None:
    assert not tab.still_button.isVisible()
    tab.show_bulletin(station.bulletins.save(bulletin.id, text="Mời bà con đi họp!"), False)
    settle(qtbot)
    assert "sửa sau khi thu" in tab.voice.text()
    assert not tab.listen_button.isEnabled()
    tab.still_button.click()
    settle(qtbot)
    assert station.bulletins.get(bulletin.id).audio_current
    assert not tab.still_button.isVisible()
    assert tab.listen_button.isEnabled()


def test_what_is_approved_is_only_looked_at(qtbot: Any, tab: ProductionTab, station: App, bulletin: Bulletin) -> None:
    station.approvals.submit(f"bulletin:{bulletin.id}", OPERATOR)
    station.approvals.approve(f"bulletin:{bulletin.id}", station.accounts.by_name(APPROVER))
    page = tab.window().page("bulletins")
    page.on_changes(frozenset({"*"}))
    settle(qtbot)
    assert page.shown.state is State.APPROVED
    assert not tab.chain.isEnabled()
    for part in (tab.apply_button, tab.record_button, tab.file_button, tab.last_button):
        assert not part.isEnabled()
    assert tab.listen_button.isEnabled()


def test_record_opens_the_recorder_and_every_control_has_a_name(qtbot: Any, tab: ProductionTab) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QAbstractSpinBox, QApplication, QComboBox

    from broadcaster.gui.production.recorder_dialog import RecorderDialog

    tab.record_button.click()
    settle(qtbot)
    dialog = next(widget for widget in QApplication.topLevelWidgets()
                  if isinstance(widget, RecorderDialog) and widget.isVisible())
    kinds = (QAbstractButton, QAbstractSpinBox, QComboBox)
    found = [widget for place in (tab, dialog) for kind in kinds for widget in place.findChildren(kind)]
    assert len(found) > 15
    assert [widget for widget in found if not widget.accessibleName()] == []
    assert all(slider.accessibleName() for slider in dialog.findChildren(QAbstractSlider)
               if slider.focusPolicy() != Qt.FocusPolicy.NoFocus)
    dialog.reject()
    settle(qtbot)


def test_one_dial_is_one_step_back() -> None:
    steps = Steps(Production())
    assert steps.change(repeats=2)
    assert not steps.change(repeats=2)
    assert steps.change(repeats=3)
    assert steps.change(bed="b")
    steps.back()
    assert steps.now.repeats == 3
    steps.back()
    assert (steps.now, steps.possible) == (Production(), False)
    assert tidy(Production(pause_seconds=3.0)) == Production()


def test_a_chosen_part_that_is_gone_stays_visible() -> None:
    assert choices("bed", (), "01gone")[-1][0] == "01gone"
    assert [value for value, _ in choices("chime", (), "")] == ["", "default"]

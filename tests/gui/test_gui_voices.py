"""The voices side by side: a key plays one, one stays, packs come with their licence read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from gui_steps import settle
from page_station import answer
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.settings.page import SettingsPage
from broadcaster.gui.voices.compare import CompareDialog, compare_voices
from broadcaster.gui.voices.model import Manner, absent_words, pack_of
from broadcaster.gui.voices.pack_dialog import PackDialog
from broadcaster.gui.widgets.dialogs import ConfirmDialog
from broadcaster.speech.model import AbsentEngine
from broadcaster.wiring import App

PACKS = Path(__file__).parents[1] / "data" / "voices"
Asked = Callable[..., CompareDialog]


@pytest.fixture
def compared(qtbot: QtBot, station: App, open_window: Callable[[], MainWindow]) -> Iterator[Asked]:
    """Open the comparison over a window; `chosen` of it is what was taken."""
    window = open_window()
    dialogs: list[CompareDialog] = []
    chosen: list[Manner] = []

    def ask(**options: object) -> CompareDialog:
        dialog = compare_voices(station, window, window, chosen.append, **options)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # looked at after it was closed
        dialogs.append(dialog)
        settle(qtbot)
        return dialog

    ask.chosen = chosen  # type: ignore[attr-defined]
    yield ask
    for dialog in dialogs:
        dialog.reject()
        settle(qtbot)
        dialog.deleteLater()


def ids(dialog: CompareDialog) -> list[str]:
    return list(dialog.table.rows.ids)


def files(dialog: CompareDialog) -> list[Path]:
    return sorted(dialog._trials._folder.iterdir())


def shown(kind: type[QWidget]) -> QWidget:
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible())


def test_every_voice_has_its_line_and_the_present_one_is_chosen(compared: Asked) -> None:
    dialog = compared(now=Manner("vi-vn-x-south", 150, 50))
    lines = [dialog.table.rows.row_at(number) for number in range(len(ids(dialog)))]
    assert {"vi", "vi-vn-x-central", "vi-vn-x-south", "vi+f3"} <= {line.id for line in lines}
    assert [line.key for line in lines[:3]] == ["1", "2", "3"]
    assert dialog.table.current_row().id == "vi-vn-x-south"
    assert dialog.rate.value() == 150
    assert "Đài truyền thanh" in dialog.text.toPlainText()
    assert not dialog.pitch.isVisible()


def test_a_digit_lets_a_voice_speak(qtbot: QtBot, compared: Asked) -> None:
    dialog = compared()
    dialog.text.setPlainText("Xin chào bà con.")
    dialog.table.setFocus()
    for key, place in ((Qt.Key.Key_2, 1), (Qt.Key.Key_3, 2), (Qt.Key.Key_2, 1)):
        qtbot.keyClick(dialog, key)
        settle(qtbot)
        assert dialog.table.currentIndex().row() == place
    assert len(files(dialog)) == 2  # the second was made once
    dialog.rate.slider.setValue(200)
    dialog.play(1)
    settle(qtbot)
    sizes = [path.stat().st_size for path in files(dialog)]
    assert len(sizes) == 3
    known = dialog._trials.known("Xin chào bà con.", Manner(ids(dialog)[1], 200, 50))
    assert known is not None
    assert known.stat().st_size == min(sizes)


def test_a_digit_typed_into_the_text_is_text(qtbot: QtBot, compared: Asked) -> None:
    dialog = compared()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.text.setFocus()
    dialog.text.selectAll()
    before = dialog.table.currentIndex().row()
    qtbot.keyClick(dialog.text, Qt.Key.Key_5)
    settle(qtbot)
    assert dialog.text.toPlainText() == "5"
    assert dialog.table.currentIndex().row() == before
    assert files(dialog) == []


def test_the_chosen_manner_is_handed_on(qtbot: QtBot, compared: Asked) -> None:
    dialog = compared(station=True)
    assert dialog.pitch.isVisible()
    dialog.table.select_id("vi-vn-x-central")
    dialog.rate.slider.setValue(118)
    dialog.pitch.slider.setValue(62)
    dialog.use_button.click()
    assert compared.chosen == [Manner("vi-vn-x-central", 120, 62)]  # type: ignore[attr-defined]
    assert not dialog.isVisible()
    assert not dialog._trials._folder.exists()


def test_closing_takes_nothing(compared: Asked) -> None:
    compared().reject()
    assert compared.chosen == []  # type: ignore[attr-defined]


def test_pack_dropped_on_the_window_is_taken_in_after_its_licence_was_read(
        qtbot: QtBot, compared: Asked, station: App) -> None:
    dialog = compared()
    drop(dialog, PACKS / "tiny-two")
    settle(qtbot)
    papers = shown(PackDialog)
    assert isinstance(papers, PackDialog)
    assert "CC0-1.0" in papers.licence.text()
    assert not papers.yes.isEnabled()
    assert station.speech.packs() == []
    papers.agreed.setChecked(True)
    papers.yes.click()
    settle(qtbot)
    assert [pack.name for pack in station.speech.packs()] == ["vi_vn-two-low"]
    qtbot.waitUntil(lambda: "piper:vi_vn-two-low#1" in ids(dialog))
    assert dialog.table.current_row().pack == "vi_vn-two-low"
    put_away(qtbot, dialog)
    qtbot.waitUntil(lambda: "piper:vi_vn-two-low#1" not in ids(dialog))
    dialog.packs._restore("vi_vn-two-low")
    settle(qtbot)
    assert "piper:vi_vn-two-low#1" in ids(dialog)


def drop(dialog: CompareDialog, path: Path) -> None:
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(QPointF(QPoint(40, 40)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)
    dialog.dropEvent(event)


def put_away(qtbot: QtBot, dialog: CompareDialog) -> None:
    answer(qtbot, ConfirmDialog, lambda dialog: dialog.yes.click())
    dialog.packs._remove()
    settle(qtbot)


def test_wrong_pack_is_said_in_the_window(qtbot: QtBot, compared: Asked, tmp_path: Path) -> None:
    dialog = compared()
    (tmp_path / "gói").mkdir()
    dialog.packs.look(tmp_path / "gói")
    settle(qtbot)
    assert "không có gói giọng đầy đủ" in dialog.banner.text()
    dialog.play(0)
    assert dialog.banner.text() == ""
    settle(qtbot)


def test_station_takes_the_voice_from_the_settings(qtbot: QtBot, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    window.go("settings")
    settle(qtbot)
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    page.compare.click()
    settle(qtbot)
    dialog = shown(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    dialog.table.select_id("vi-vn-x-south")
    dialog.pitch.slider.setValue(40)
    dialog.use_button.click()
    settle(qtbot)
    box = page.fields["speech.voice"]
    assert isinstance(box, QComboBox)
    assert box.currentData() == "vi-vn-x-south"
    assert page.collect().speech.pitch == 40
    assert page.unsaved() == "cài đặt"


def test_words() -> None:
    none = AbsentEngine("winrt", "speech.no_vietnamese", "winrt has no Vietnamese voice")
    sick = AbsentEngine("piper", "speech.timeout", "no answer")
    assert "Giọng nói" in absent_words([none])
    assert "gói giọng" in absent_words([sick])
    assert absent_words([AbsentEngine("winrt", "speech.no_engine", "only on Windows")]) == ""
    assert [pack_of(voice) for voice in ("vi", "piper:a", "piper:a#3")] == ["", "a", "a"]


def test_bulletin_takes_a_voice_and_saves_it(qtbot: QtBot, station: App, open_window: Callable[[], MainWindow]) -> None:
    made = station.bulletins.new("Lịch tiêm", "Mai tiêm chủng.", by="Cán bộ truyền thanh")
    window = open_window()
    window.go("bulletins", made.id)
    settle(qtbot)
    page = window.page("bulletins")
    page.editor.compare_button.click()
    settle(qtbot)
    dialog = shown(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    dialog.table.select_id("vi-vn-x-central")
    dialog.rate.slider.setValue(150)
    dialog.use_button.click()
    settle(qtbot)
    page.save()
    settle(qtbot)
    kept = station.bulletins.get(made.id)
    assert (kept.voice, kept.rate) == ("vi-vn-x-central", 150)

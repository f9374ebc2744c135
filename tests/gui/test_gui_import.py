"""The import's window on a real station: verdicts, only the trouble, stop and go on, background, sticks, the list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from page_station import Station, answer, page_of, shown_window, sound
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QWidget

from broadcaster.base.paths import StationHome
from broadcaster.gui.library import import_dialog_words as words
from broadcaster.gui.library.import_dialog import ImportDialog
from broadcaster.gui.library.import_dialog_bar import ImportBar
from broadcaster.gui.library.import_dialog_run import runners
from broadcaster.gui.library.import_dialog_sticks import StickWatch, Volume, volumes
from broadcaster.gui.main_window import MainWindow
from broadcaster.library.importing.model import Wish
from broadcaster.library.model import CartKind


@pytest.fixture
def station(home: StationHome, tmp_path: Path) -> Iterator[Station]:
    made = Station(home, tmp_path)
    yield made
    made.app.close()


@pytest.fixture
def window(qtbot: Any, station: Station) -> Iterator[MainWindow]:
    yield from shown_window(qtbot, station)


def opened(qtbot: Any, station: Station, *paths: Path, run_id: str = "", parent: QWidget | None = None) -> ImportDialog:
    dialog = ImportDialog(parent, station.app, paths, run_id)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.start_button.isEnabled)
    return dialog


def finish(qtbot: Any, dialog: ImportDialog) -> None:
    dialog.start_button.click()
    qtbot.waitUntil(dialog.done_button.isVisible, timeout=40_000)
    qtbot.waitUntil(lambda: not runners(), timeout=10_000)


def test_verdicts_the_trouble_alone_and_the_list(qtbot: Any, station: Station, tmp_path: Path,
                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    sound(stick / "tin sáng.wav", 2, 7)
    (stick / "rỗng.mp3").write_bytes(b"")
    (stick / "=SUM(A1).wav").write_text("xin chào", encoding="utf-8")
    dialog = opened(qtbot, station, stick)
    assert "3" in dialog.line.text()
    dialog.kind.setCurrentIndex(dialog.kind.findData("tin"))
    dialog.origin.setCurrentIndex(dialog.origin.findData("own"))
    qtbot.waitUntil(lambda: dialog.category.count() > 1)
    dialog.category.setCurrentIndex(1)
    finish(qtbot, dialog)
    (cart,) = station.app.library.find()
    assert (cart.kind, cart.origin, cart.category) == (CartKind.NEWS, "own", dialog.category.itemData(1))
    assert [item.tone for item in dialog.verdicts()] == ["bad", "bad", "good"]
    assert all(item.sentence for item in dialog.verdicts())
    dialog.trouble.click()
    assert len(dialog.table.rows.ids) == 2
    dialog.trouble.click()
    saved = tmp_path / "danh sách.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    dialog.save_button.click()
    qtbot.waitUntil(saved.exists)
    lines = saved.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 4
    assert any(line.startswith("'=SUM") for line in lines)
    dialog.table.select_id(2)
    assert dialog.listen_button.isVisible()
    dialog.table.select_id(0)
    assert not dialog.listen_button.isVisible()
    for kind in (QAbstractButton, QComboBox):
        for part in dialog.findChildren(kind):
            assert part.isHidden() or part.accessibleName() or part.toolTip(), part


def test_stopped_then_gone_on_with_in_another_window(qtbot: Any, station: Station, tmp_path: Path) -> None:
    paths = [sound(tmp_path / f"dài {n}.wav", 30, 40 + n) for n in range(3)]
    dialog = opened(qtbot, station, *paths)
    dialog.start_button.click()
    qtbot.waitUntil(lambda: any(item.tone != "plain" for item in dialog.verdicts()), timeout=40_000)
    dialog.cancel_button.click()
    assert dialog.done_button.isVisible()
    qtbot.waitUntil(lambda: not runners() and dialog.start_button.isEnabled())
    taken = station.app.library.count()
    assert 1 <= taken < 3, dialog.verdicts()
    dialog.done_button.click()
    (left,) = station.app.imports.unfinished()
    again = opened(qtbot, station, run_id=left.id)
    assert sum(item.tone == "plain" for item in again.verdicts()) == 3 - taken
    finish(qtbot, again)
    assert station.app.library.count() == 3
    assert not again.start_button.isVisible()


def test_a_stick_that_is_gone_is_said_and_can_be_gone_on_with(qtbot: Any, station: Station, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    sound(stick / "một.wav", 1, 5)
    dialog = opened(qtbot, station, stick)
    stick.rename(tmp_path / "rút ra")
    finish(qtbot, dialog)
    assert str(stick) in dialog.fault.text()
    assert dialog.start_button.hasFocus()  # Enter goes on, it does not close
    assert [item.tone for item in dialog.verdicts()] == ["plain"]
    (tmp_path / "rút ra").rename(stick)
    finish(qtbot, dialog)
    assert station.app.library.count() == 1


def test_it_goes_on_in_the_background_and_the_bar_tells(qtbot: Any, window: MainWindow, station: Station,
                                                        tmp_path: Path) -> None:
    window.go("library")
    bar = page_of(window, "library").findChild(ImportBar)
    assert not bar.isVisible()
    paths = [sound(tmp_path / f"dài {n}.wav", 30, 60 + n) for n in range(2)]

    def leave(dialog: ImportDialog) -> None:
        qtbot.waitUntil(dialog.start_button.isEnabled)
        dialog.start_button.click()
        qtbot.waitUntil(dialog.leave_button.isVisible)
        dialog.leave_button.click()

    answer(qtbot, ImportDialog, leave)
    bar.open_dialog(paths)
    qtbot.waitUntil(bar.isVisible, timeout=5_000)
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=40_000)
    assert station.app.library.count() == 2
    assert station.app.imports.unfinished() == []


def test_an_interrupted_import_is_offered_and_can_be_given_up(qtbot: Any, window: MainWindow, station: Station,
                                                              tmp_path: Path) -> None:
    run_id = station.app.imports.start([sound(tmp_path / "một.wav", 1, 5)], Wish())
    window.go("library")
    bar = page_of(window, "library").findChild(ImportBar)
    qtbot.waitUntil(bar.isVisible)
    assert "1" in bar.text.text()
    bar.not_button.click()
    qtbot.waitUntil(lambda: not bar.isVisible())
    qtbot.waitUntil(lambda: station.app.imports.run(run_id).state == "cancelled")


def test_a_stick_with_sounds_is_offered(qtbot: Any, station: Station, tmp_path: Path) -> None:
    stick = tmp_path / "USB CỦA XÃ"
    stick.mkdir()
    sound(stick / "một.wav", 1, 5)
    empty = tmp_path / "trống"
    empty.mkdir()
    plugged: list[Volume] = [Volume(tmp_path, "disk", removable=False), Volume(empty, "trống", removable=True)]
    owner = QWidget()
    qtbot.addWidget(owner)
    bar = ImportBar(station.app, lambda: None, StickWatch(owner, lambda: list(plugged), every=0.05))
    bar.setParent(owner)
    owner.show()
    qtbot.wait(300)
    assert not bar.isVisible()
    plugged.append(Volume(stick, "USB CỦA XÃ", removable=True))
    qtbot.waitUntil(bar.isVisible)
    assert "USB CỦA XÃ" in bar.text.whole_text()

    def look(dialog: ImportDialog) -> None:
        qtbot.waitUntil(dialog.start_button.isEnabled)
        assert [item.name for item in dialog.verdicts()] == ["một.wav"]
        dialog.reject()

    answer(qtbot, ImportDialog, look)
    bar.act_button.click()
    assert not bar.isVisible(), "an answered stick is not offered again"
    plugged.pop()
    qtbot.wait(300)
    plugged.append(Volume(stick, "USB CỦA XÃ", removable=True))
    qtbot.waitUntil(bar.isVisible)


def test_the_disks_of_this_computer_can_be_asked(qtbot: Any) -> None:
    found = volumes()
    assert all(not volume.removable for volume in found if volume.root == Path("/"))


@pytest.mark.parametrize(("seconds", "told"), [
    (None, ""), (4.0, "còn vài giây"), (31.0, "còn khoảng 30 giây"), (55.0, "còn khoảng 1 phút"),
    (125.0, "còn khoảng 2 phút"), (5400.0, "còn khoảng 1,5 giờ")])
def test_time_left_is_told_as_a_person_would(qapp: Any, seconds: float | None, told: str) -> None:
    assert words.left_words(seconds) == told


def test_keys_of_the_list(qtbot: Any, station: Station, tmp_path: Path) -> None:
    dialog = opened(qtbot, station, sound(tmp_path / "một.wav", 1, 5))
    finish(qtbot, dialog)
    dialog.table.select_id(0)
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.player.state == "playing" or bool(dialog.fault.text()), timeout=10_000)
    dialog.player.stop()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    QApplication.processEvents()


def test_the_watched_folder_is_chosen_in_the_settings(qtbot: Any, window: MainWindow, station: Station, tmp_path: Path,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    window.go("settings")
    page = page_of(window, "settings")
    field = page.fields["library.watch"]
    chosen = tmp_path / "hộp  thư"
    chosen.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))
    field.choose.click()
    assert page.collect().library.watch == str(chosen)
    assert field.wrong.isHidden()
    field.setValue(str(station.home.root / "audio"))
    assert not field.wrong.isHidden()
    field.clear.click()
    assert page.collect() == station.app.settings
    assert page.unsaved() == ""

"""Choosing how words are read: in the text, in the list beside it, in the station's lexicon."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from gui_steps import OPERATOR, settle, type_vi
from page_station import active_dialog, page_of
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from broadcaster.bulletins.model import Bulletin
from broadcaster.gui.bulletins.text_editor import BulletinText, Utf16Places
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.readings.entry_dialog import EntryDialog
from broadcaster.gui.readings.import_dialog import ImportReport
from broadcaster.gui.readings.model import Heard, choices, heard, next_risky, spot_at, spots
from broadcaster.gui.readings.window import LexiconWindow, open_lexicon
from broadcaster.speech.model import Reading
from broadcaster.wiring import App

Opener = Callable[[], MainWindow]
TEXT = "UBND xã Mẫu họp. Mời XYZQ đến UBND và gặp KWZX lúc sáng."


@pytest.fixture
def page(qtbot: Any, open_window: Opener) -> Any:
    window = open_window()
    window.go("bulletins")
    settle(qtbot)
    return page_of(window, "bulletins")


@pytest.fixture
def written(qtbot: Any, page: Any, station: App) -> Bulletin:
    made = station.bulletins.new("Họp xã", TEXT, by=OPERATOR)
    page.on_shown(made.id)
    read(qtbot, page)
    return made


@pytest.fixture
def lexicon(qtbot: Any, station: App) -> Iterator[Any]:
    dialog = open_lexicon(station, None)
    settle(qtbot)
    yield dialog
    dialog.reject()
    settle(qtbot)


def read(qtbot: Any, page: Any) -> None:
    """Wait until the readings are those of the present text."""
    qtbot.waitUntil(lambda: bool(page.editor.readings.rows.ids), timeout=20_000)
    settle(qtbot)


def spot(page: Any, word: str) -> Any:
    return next(one for one in page.editor.text._spots if one.heard.written == word)


def shown(page: Any) -> list[Heard]:
    table = page.editor.readings
    return [table.rows.row_at(number) for number in range(len(table.rows.ids))]


def taught(station: App) -> dict[str, str]:
    assert station.speech.lexicon is not None
    return dict(station.speech.lexicon.table())


def teach(qtbot: Any, page: Any, word: str, spoken: str) -> None:
    page.reading.choose(spot(page, word), keyboard=True)
    page.reading.popup.own.setText(spoken)
    page.reading.popup._own_radio.setChecked(True)
    page.reading.popup.station.click()
    settle(qtbot)


def test_words_worth_a_look_come_first_and_f3_walks_round(qtbot: Any, page: Any, written: Bulletin) -> None:
    assert [(item.written, item.risky) for item in shown(page)] == [("XYZQ", True), ("KWZX", True), ("UBND", False)]
    assert len(shown(page)[2].places) == 2
    assert page.editor.reading_list.risky.text() == "Cần xem (2)"
    page.editor.reading_list.risky.click()
    assert [item.written for item in shown(page)] == ["XYZQ", "KWZX"]
    assert "(2)" in page.editor.side.tabText(0)
    text = page.editor.text
    page.window().activateWindow()
    text.setFocus()
    seen = []
    for modifier in (Qt.KeyboardModifier.NoModifier,) * 3 + (Qt.KeyboardModifier.ShiftModifier,) * 2:
        qtbot.keyClick(text, Qt.Key.Key_F3, modifier)
        seen.append(text.textCursor().selectedText())
    assert seen == ["XYZQ", "KWZX", "XYZQ", "KWZX", "XYZQ"]
    assert page.editor.readings.current_row().written == "XYZQ"


def test_new_readings_leave_the_cursor_alone(qtbot: Any, page: Any, written: Bulletin) -> None:
    page.editor.readings.selectRow(1)
    assert page.editor.text.textCursor().selectedText() == "KWZX"
    cursor = page.editor.text.textCursor()
    cursor.setPosition(len(TEXT))
    page.editor.text.setTextCursor(cursor)
    type_vi(page.editor.text, " Xin chào UBND.")
    qtbot.waitUntil(lambda: len(shown(page)[2].places) == 3, timeout=10_000)
    assert page.editor.text.textCursor().position() == len(TEXT) + len(" Xin chào UBND.")
    assert page.editor.readings.current_row().written == "KWZX"


def test_only_here_changes_the_text_and_can_be_undone(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    page.reading.choose(spot(page, "UBND"), keyboard=True)
    assert page.reading.popup.words() == "ủy ban nhân dân"
    page.reading.popup.here.click()
    assert page.editor.text.text().startswith("Ủy ban nhân dân xã Mẫu họp. Mời XYZQ đến UBND")
    assert not page.reading.popup.isVisible()
    assert page.editor.text.hasFocus()
    assert not taught(station)
    page.editor.text.undo()
    assert page.editor.text.text() == TEXT


def test_for_the_station_is_remembered_and_taken_back(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    teach(qtbot, page, "XYZQ", "xưởng y tế")
    assert taught(station) == {"XYZQ": "xưởng y tế"}
    assert page.editor.text.text() == TEXT
    assert {item.written: item.spoken for item in shown(page)}["XYZQ"] == "xưởng y tế"
    assert page.editor.reading_list.risky_count() == 1
    teach(qtbot, page, "XYZQ", "xưởng")
    teach(qtbot, page, "UBND", "ủy ban")
    assert taught(station) == {"XYZQ": "xưởng", "UBND": "ủy ban"}
    for left in ({"XYZQ": "xưởng"}, {"XYZQ": "xưởng y tế"}, {}):
        page.editor.reading_list.undo.click()
        settle(qtbot)
        assert taught(station) == left
    assert page.editor.reading_list.undo.isHidden()
    assert page.editor.reading_list.risky_count() == 2
    teach(qtbot, page, "XYZQ", "xưởng")
    page.reading.choose(spot(page, "XYZQ"), keyboard=True)
    assert page.reading.popup.forget.isVisible()
    page.reading.popup.forget.click()
    settle(qtbot)
    assert not taught(station)


def test_a_reading_that_is_too_long_is_refused_kindly(qtbot: Any, page: Any, station: App) -> None:
    link = "https://xamau.gov.vn/" + "tin-tuc/" * 12 + "x.html"
    made = station.bulletins.new("Liên kết", f"Xem {link} nhé.", by=OPERATOR)
    page.on_shown(made.id)
    read(qtbot, page)
    page.reading.choose(next(iter(page.editor.text._spots)), keyboard=True)
    page.reading.popup.station.click()
    settle(qtbot)
    assert page.window().toast.isVisible()
    assert not taught(station)


def test_typing_goes_on_and_closes_the_popup(qtbot: Any, page: Any, written: Bulletin) -> None:
    text = page.editor.text
    text.setFocus()
    one = spot(page, "XYZQ")
    point = text.rect_of(one).center()
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert page.reading.popup.isVisible()
    assert page.reading.popup.spot == one
    assert text.hasFocus()
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert not page.reading.popup.isVisible()
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert page.reading.popup.isVisible()
    type_vi(text, "a")
    assert not page.reading.popup.isVisible()
    assert len(text.text()) == len(TEXT) + 1
    beside = QPoint(text.viewport().width() // 2, text.viewport().height() - 4)
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert not page.reading.popup.isVisible()


def test_the_keyboard_alone_is_enough(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    page.window().activateWindow()
    text, popup = page.editor.text, page.reading.popup
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_F3)
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert popup.isVisible()
    assert popup.holds_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert text.hasFocus()
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert popup.words() != spot(page, "XYZQ").heard.spoken
    wanted = popup.words()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    assert taught(station) == {"XYZQ": wanted}


def test_listening_says_what_is_chosen(qtbot: Any, page: Any, written: Bulletin) -> None:
    page.reading.choose(spot(page, "XYZQ"), keyboard=True)
    popup = page.reading.popup
    popup.own.setText("xưởng y tế")
    popup._own_radio.setChecked(True)
    popup.listen.click()
    qtbot.waitUntil(lambda: page.reading.speaker.said == ["xưởng y tế"], timeout=20_000)
    popup.own.clear()
    assert not popup.listen.isEnabled()
    assert not popup.station.isEnabled()
    settle(qtbot)


def test_a_sound_from_before_says_so(qtbot: Any, page: Any, station: App, written: Bulletin) -> None:
    page.sound.voice_button.click()
    settle(qtbot)
    read(qtbot, page)
    assert page.sound.stale.text() == ""
    station.clock.advance(timedelta(minutes=1).total_seconds())  # type: ignore[attr-defined]
    teach(qtbot, page, "XYZQ", "xưởng y tế")
    assert page.sound.stale.text() == "đọc theo cách cũ"
    assert "XYZQ" in page.sound.stale.toolTip()
    station.clock.advance(60)  # type: ignore[attr-defined]
    page.editor.reading_list.undo.click()
    settle(qtbot)
    assert page.sound.stale.text() == ""


def test_a_locked_text_is_looked_at_and_taught_from(qtbot: Any, page: Any, written: Bulletin) -> None:
    page.editor.lock(True)
    page.reading.choose(spot(page, "UBND"), keyboard=True)
    assert not page.reading.popup.here.isEnabled()
    assert page.reading.popup.station.isEnabled()
    page.reading._only_here(spot(page, "UBND"), "khác")
    assert page.editor.text.text() == TEXT
    page.editor.spoken_button.click()
    qtbot.waitUntil(lambda: "ủy ban nhân dân xã mẫu" in page.editor.spoken.toPlainText().lower(), timeout=10_000)
    assert page.editor.spoken.isVisible()
    page.editor.spoken_button.click()
    assert page.editor.text.isVisible()


def test_pasted_letters_are_whole(qtbot: Any) -> None:
    text = BulletinText()
    qtbot.addWidget(text)
    mime = QMimeData()
    mime.setText("Tie\u0302\u0301ng Vie\u0323\u0302t")
    text.insertFromMimeData(mime)
    assert text.text() == "Tiếng Việt"


def entry(dialog: Any, qtbot: Any, written: str, spoken: str, note: str = "") -> None:
    found = active_dialog(EntryDialog)
    for field, words in ((found.written, written), (found.spoken, spoken), (found.note, note)):
        field.setText(words)
    found.save.click()
    settle(qtbot)


def words(dialog: Any) -> list[str]:
    return [str(item) for item in dialog.table.rows.ids]


def test_the_lexicon_is_kept_in_its_window(qtbot: Any, station: App, lexicon: LexiconWindow) -> None:
    assert lexicon.table._empty.isVisible()
    assert "Chưa có cách đọc nào" in lexicon.table._empty._sentence.text()
    for written, spoken in (("Krông Á", "cờ rông á"), ("TYT", "trạm y tế")):
        lexicon.add_button.click()
        entry(lexicon, qtbot, written, spoken, "địa danh")
    assert words(lexicon) == ["Krông Á", "TYT"]
    lexicon.table.select_id("TYT")
    lexicon.edit_button.click()
    entry(lexicon, qtbot, "TYTX", "trạm y tế xã")
    assert taught(station) == {"Krông Á": "cờ rông á", "TYTX": "trạm y tế xã"}
    lexicon.table.selectAll()
    lexicon.remove_button.click()
    settle(qtbot)
    assert not taught(station)
    for left in ({"Krông Á", "TYTX"}, {"Krông Á", "TYT"}, {"Krông Á"}, set()):
        lexicon.undo_button.click()
        settle(qtbot)
        assert set(taught(station)) == left
    assert not lexicon.undo_button.isEnabled()


def test_an_empty_word_is_not_stored(qtbot: Any, station: App, lexicon: LexiconWindow) -> None:
    lexicon.add_button.click()
    entry(lexicon, qtbot, "…", "")
    found = active_dialog(EntryDialog)
    assert len(found.form.complaints()) == 2
    found.reject()
    assert not taught(station)


def test_search_without_accents(qtbot: Any, station: App, lexicon: LexiconWindow) -> None:
    assert station.speech.lexicon is not None
    for written, spoken in (("Krông Á", "cờ rông á"), ("Đăk Rông", "đắc rông")):
        station.speech.lexicon.learn(written, spoken, OPERATOR)
    lexicon.search.setText("dak")
    qtbot.waitUntil(lambda: words(lexicon) == ["Đăk Rông"], timeout=5000)
    lexicon.search.setText("zzz")
    qtbot.waitUntil(lambda: words(lexicon) == [], timeout=5000)
    assert lexicon.table._empty._sentence.text() == "Không tìm thấy."


def test_a_dropped_file_comes_in_and_bad_lines_are_told(qtbot: Any, station: App, lexicon: LexiconWindow,
                                                        tmp_path: Path) -> None:
    source = tmp_path / "cách đọc.tsv"
    source.write_text("viết\tđọc\nKrông Á\tcờ rông á\nxấu\n\tthiếu\n" + "d" * 90 + "\tdài\n", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(source))])
    lexicon.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
                                 Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: active_dialog(ImportReport) is not None, timeout=10_000)
    report = active_dialog(ImportReport)
    rows = [report.table.rows.row_at(number).fault for number in range(3)]
    assert [(fault.line, fault.reason) for fault in rows] == [(3, "spoken"), (4, "written"), (5, "long")]
    report.accept()
    settle(qtbot)
    assert taught(station) == {"Krông Á": "cờ rông á"}
    target = tmp_path / "ra.tsv"
    lexicon.take_out(target)
    settle(qtbot)
    assert "Krông Á\tcờ rông á" in target.read_text(encoding="utf-8")
    lexicon.undo_button.click()
    settle(qtbot)
    assert not taught(station)


@pytest.mark.parametrize("content", [b"", b"\xff\xff\x00\x01", b"\x00" * 50, "một dòng không có gì".encode()])
def test_a_hostile_file_changes_nothing(qtbot: Any, station: App, lexicon: LexiconWindow, tmp_path: Path,
                                        content: bytes) -> None:
    source = tmp_path / "hỏng.tsv"
    source.write_bytes(content)
    lexicon.bring_in(source)
    settle(qtbot)
    assert lexicon.banner.isVisible()
    assert not taught(station)


def test_every_control_has_a_name(page: Any, written: Bulletin, lexicon: LexiconWindow) -> None:
    page.reading.choose(spot(page, "XYZQ"), keyboard=False)
    for place in (page.reading.popup, page.editor.reading_list, lexicon):
        for kind in (QAbstractButton, QLineEdit):
            for control in place.findChildren(kind):
                if control.isVisibleTo(place) and not control.objectName().startswith("qt_") \
                        and type(control).__name__ not in {"QToolButton", "QTableCornerButton"}:
                    assert control.accessibleName() or str(control.property("text")), control


def test_what_is_listed() -> None:
    found = heard([
        Reading("HỌP", "họp", 0, 3, "capitals"), Reading(" (", ", ", 3, 5, "sign"),
        Reading(" - ", " đến ", 5, 8, "sign"), Reading("ABC", "a bê xê", 9, 12, "capitals", ("abc",), True),
        Reading("tin", "tin", 13, 16, "foreign", (), True), Reading("để", "để", 17, 19),
    ])
    assert [item.written for item in found] == ["ABC", "tin", "-"]
    assert found[2].places == ((6, 7),)
    assert choices(found[0]) == ["a bê xê", "abc"]
    assert choices(Heard("", "UB", "ủy ban", (), "lexicon", ("UB",))) == ["ủy ban"]


def test_places_in_the_text() -> None:
    ordered = spots(heard([Reading("A1", "x", 2, 4, "", (), True), Reading("B", "y", 8, 9, "", (), True)]))
    assert [spot_at(ordered, place) is not None for place in (1, 2, 4, 5, 9, 10)] == [
        False, True, True, False, True, False]
    assert [next_risky(ordered, place).start for place in (-1, 2, 8)] == [2, 8, 2]  # type: ignore[union-attr]
    assert [next_risky(ordered, place, back=True).start for place in (2, 8, 20)] == [8, 2, 8]  # type: ignore[union-attr]
    text = "a🎺b🎺🎺c"
    places = Utf16Places(text)
    for number in range(len(text) + 1):
        assert places.to_qt(number) == len(text[:number].encode("utf-16-le")) // 2
        assert places.from_qt(places.to_qt(number)) == number

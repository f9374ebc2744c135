"""Help where it is needed: the guide in its window, what to do about an alarm, every key, the card for the wall."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from gui_steps import settle, type_vi
from page_station import answer
from PySide6.QtCore import QSettings, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_gui_inserts import strike

from broadcaster.base.clock import format_time
from broadcaster.care.first_aid import first_aid
from broadcaster.gui.help import openings
from broadcaster.gui.help.alarm_button import HelpCorner
from broadcaster.gui.help.book import OFFICE, OPERATOR, PARTS
from broadcaster.gui.help.card import CardDialog
from broadcaster.gui.help.key_sheet import KeySheet
from broadcaster.gui.help.reader import on_paper
from broadcaster.gui.help.what_now import WhatNow, show_what_now
from broadcaster.gui.help.window import GuideWindow
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.morning.parts import RiskLine
from broadcaster.gui.theme import apply_theme, colors
from broadcaster.reports.morning_model import BAD, Risk
from broadcaster.wiring import App

Opener = Callable[[], MainWindow]


def the_guide() -> GuideWindow:
    (window,) = openings._open
    return window


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    openings.close_guide()
    QApplication.processEvents()


@dataclass
class Reading:
    """All the guide asks of the window around it while somebody only reads."""

    memory: QSettings


@pytest.fixture
def guide(qtbot: QtBot, tmp_path: Path) -> GuideWindow:
    shell: Any = Reading(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    guide = openings.open_guide(shell, OPERATOR, "mất-điện")
    qtbot.waitUntil(lambda: guide.reader._width == guide.reader._room())
    return guide


def keeper_says(app: App, *codes: str) -> None:
    now = format_time(app.clock.now())
    body = {"at": now, "pid": 1, "sessions": [],
            "alarms": [{"code": code, "since": now, "facts": {"free_mb": 120, "detail": "x"}} for code in codes]}
    (app.home.run / "keeper.status.json").write_text(json.dumps(body), encoding="utf-8")


def test_f1_opens_the_part_about_the_page(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    window.go("schedule")
    strike(qtbot, window, Qt.Key.Key_F1)
    assert the_guide().place() == (OPERATOR, PARTS["schedule"])
    assert the_guide().contents.currentItem().text(0) == "Lập lịch một tuần trong năm phút"
    first = the_guide()
    window.go("people")
    strike(qtbot, window, Qt.Key.Key_F1)
    assert the_guide() is first, "one guide, brought to the front"
    assert first.place() == (OPERATOR, PARTS["people"])
    assert not first.isModal()
    first.resize(700, 500)
    first.reader.zoom(1)
    size, step = first.size(), first.reader.step
    window.close()
    assert not openings._open, "the guide goes with the program"
    again = GuideWindow(window)
    assert (again.size(), again.reader.step) == (size, step)
    again.close()


def test_back_and_forward_links_and_the_other_guide(guide: GuideWindow) -> None:
    assert not guide.back.isEnabled()
    guide.reader._follow(QUrl("#phát-bù"))
    assert guide.place() == (OPERATOR, "phát-bù")
    guide.reader._follow(QUrl("huong-dan-cap-tren.md"))
    assert guide.place() == (OFFICE, "")
    assert "Hướng dẫn cho cơ quan cấp trên" in guide.reader.toPlainText()
    guide.back.click()
    guide.back.click()
    assert guide.place() == (OPERATOR, "mất-điện")
    guide.forward.click()
    assert guide.place() == (OPERATOR, "phát-bù")
    guide.reader._follow(QUrl("https://example.invalid/"))
    assert guide.place() == (OPERATOR, "phát-bù"), "nothing outside is opened"


def test_search_needs_no_accents(qtbot: QtBot, guide: GuideWindow) -> None:
    type_vi(guide.search, "niem phong")
    qtbot.waitUntil(lambda: bool(guide.reader.extraSelections()))
    found = {mark.cursor.selectedText() for mark in guide.reader.extraSelections()}
    assert "niêm phong" in found
    cursor = guide.reader.textCursor()
    assert cursor.block().text() == "Niêm phong nhật ký", "headings come first"
    shown = {anchor for (name, anchor), item in guide._items.items() if name == OPERATOR and not item.isHidden()}
    assert "niêm-phong-nhật-ký" in shown
    assert "tiếp-sóng" not in shown
    guide._next(1)
    assert guide.reader.textCursor().position() > cursor.position()
    guide.search.clear()
    qtbot.waitUntil(lambda: not guide.reader.extraSelections())
    assert not guide._items[OPERATOR, "tiếp-sóng"].isHidden()


def test_pictures_are_drawn_as_wide_as_the_page(qtbot: QtBot, guide: GuideWindow) -> None:
    image = guide.reader._picture("screenshots/on_air.png")
    assert image.width() / image.devicePixelRatio() == pytest.approx(guide.reader._room(), abs=1)
    html = guide.reader.toHtml()
    assert "screenshots/on_air.png" in html
    larger = guide.reader.document().defaultFont().pixelSize()
    guide.reader.zoom(1)
    assert guide.reader.document().defaultFont().pixelSize() > larger
    guide.reader.zoom(0)
    assert guide.reader.document().defaultFont().pixelSize() == larger


def test_the_guide_follows_the_theme(qtbot: QtBot, qapp: QApplication, guide: GuideWindow) -> None:
    try:
        apply_theme(qapp, "dark")
        QApplication.processEvents()
        assert colors.ink in guide.reader.toHtml()
    finally:
        apply_theme(qapp)
    QApplication.processEvents()
    assert colors.ink in guide.reader.toHtml()


def test_one_part_is_printed_in_the_colours_of_paper(qtbot: QtBot, tmp_path: Path) -> None:
    document = on_paper(OPERATOR, "trực-phát")
    assert document.toPlainText().startswith("Trực phát")
    assert "Sáng nay: xem hôm qua" not in document.toPlainText()
    assert colors.paper_ink in document.toHtml()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "part.pdf"))
    document.print_(printer)
    assert (tmp_path / "part.pdf").stat().st_size > 10_000
    assert len(on_paper(OFFICE, "").toPlainText()) > 5_000


def test_what_to_do_stands_beside_every_alarm(qtbot: QtBot, station: App, open_window: Opener) -> None:
    window = open_window()
    settle(qtbot)
    corner = window.findChild(HelpCorner)
    assert corner.alarms.isHidden()
    keeper_says(station, "disk_low", "publish_failed")
    window.keeper.look()
    assert "2 báo động" in corner.alarms.text()
    corner.alarms.click()
    sheet = window.findChild(WhatNow)
    low, failed = first_aid("alarm.disk_low"), first_aid("alarm.publish_failed")
    assert low is not None
    assert failed is not None
    assert "120 MB" in sheet.words()
    assert f"1. {low.steps[0]}" in sheet.words()
    assert sheet._go.text() == "Mở Thư viện"
    sheet._after.click()
    assert failed.steps[0] in sheet.words()
    sheet._go.click()
    assert window._current == "schedule"
    assert sheet.isVisible(), "it stays while the steps are done"
    sheet._copy()
    assert failed.call in QGuiApplication.clipboard().text()
    sheet._open_guide()
    assert the_guide().place() == (OPERATOR, failed.anchor)
    keeper_says(station)
    window.keeper.look()
    assert corner.alarms.isHidden()


def test_the_strip_and_the_morning_offer_it_too(qtbot: QtBot, station: App, open_window: Opener,
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window()
    settle(qtbot)
    keeper_says(station, "disk_low")
    window.keeper.look()
    window.page("on_air").notices.now_what.click()
    assert "120 MB" in window.findChild(WhatNow).words()
    line = RiskLine(Risk("risk.backup_never", "no backup", BAD), window)
    line.setParent(window)
    line.now_what.click()
    (sheet,) = [each for each in window.findChildren(WhatNow) if each.isVisible()]
    aid = first_aid("risk.backup_never")
    assert aid is not None
    assert aid.steps[0] in sheet.words()
    assert show_what_now(window, window, []) is None
    for each in window.findChildren(WhatNow):
        each.close()
    corner = window.findChild(HelpCorner)
    monkeypatch.setattr(corner, "_allowed", lambda: False)
    corner.alarms.click()
    corner.help.click()
    assert not [each for each in window.findChildren(WhatNow) if each.isVisible()], "a locked window tells nothing"
    assert not openings._open


def test_every_key_on_one_sheet(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    sheet = KeySheet(window, "library")
    qtbot.addWidget(sheet)
    assert [keys.place for keys in sheet.keys][:2] == ["library", ""]
    sheet.show()
    type_vi(sheet.search, "dung tat ca")
    qtbot.waitUntil(lambda: sum(name.isVisible() for _, name, _, _ in sheet._rows) == 1)
    assert "Ctrl+Shift+S" in sheet.html()
    sheet.close()
    came = answer(qtbot, KeySheet, lambda dialog: dialog.accept())
    strike(qtbot, window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    assert came


def test_the_card_is_one_page_to_print(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    dialog = CardDialog(window, window)
    qtbot.addWidget(dialog)
    settle(qtbot)
    assert dialog.pdf.startswith(b"%PDF")
    assert dialog.print.isEnabled()

"""The window and a real player: a held key is heard in the player's own output, and the page tells what it measures."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gui_steps import settle
from page_station import Station, page_of, shown_window
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from broadcaster.base.clock import SystemClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed, save_settings
from broadcaster.gui.main_window import MainWindow
from broadcaster.protocol.journal import Kind, journal_files, read_journal
from broadcaster.wiring import build_app

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def station(home: StationHome, tmp_path: Path) -> Iterator[Station]:
    """Now, whatever the hour: quiet hours of one minute that are over or far away."""
    now = SystemClock().now()
    quiet = "02:00" if 6 <= now.hour < 24 else "12:00"
    save_settings(home, changed(changed(Settings(), "hours", quiet_from=quiet, quiet_to=f"{quiet[:4]}1"),
                                "audio", lead_in=0.0))
    made = Station(home, tmp_path)
    made.people()
    cart = made.approved("Vỡ đê – sơ tán ngay", seconds=4.0)
    made.app.emergency.put(cart.id, "vo-de", key=1, every_minutes=30, for_minutes=60)
    made.app.close()
    made.app = build_app(home)
    yield made
    made.app.close()


@pytest.fixture
def air(station: Station, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    child = subprocess.Popen([sys.executable, "-m", "broadcaster", "--home", str(station.home.root), "air", "--sink",
                              f"wav:{tmp_path / 'air.wav'}"], cwd=ROOT, stderr=subprocess.DEVNULL)
    yield child
    child.terminate()
    child.wait(20)


@pytest.fixture
def window(qtbot: Any, station: Station, air: subprocess.Popen[bytes]) -> Iterator[MainWindow]:
    yield from shown_window(qtbot, station)


def hold(widget: QWidget, down: bool) -> None:
    kind = QEvent.Type.KeyPress if down else QEvent.Type.KeyRelease
    QApplication.sendEvent(widget, QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))


def test_a_held_key_is_on_the_air_and_can_be_ended(qtbot: Any, station: Station, window: MainWindow) -> None:
    page = page_of(window, "on_air")
    qtbot.waitUntil(lambda: page.lamp_words() == "ĐANG NGHỈ", timeout=30_000)
    page.sheets.break_in()
    sheet = page.sheets.shown
    settle(qtbot)
    hold(sheet.list, True)
    qtbot.waitUntil(lambda: page.sheets.shown is None, timeout=10_000)
    qtbot.waitUntil(lambda: page.lamp_words() == "ĐANG PHÁT KHẨN CẤP", timeout=10_000)
    assert page.insert.isVisible()
    qtbot.waitUntil(lambda: page.title.whole_text() == "Vỡ đê – sơ tán ngay", timeout=10_000)
    qtbot.waitUntil(lambda: page.meter.levels()[0] > -40.0, timeout=5000)
    qtbot.waitUntil(lambda: page.insert.head.whole_text() == "KHẨN CẤP: CHỜ ĐỢT SAU", timeout=20_000)
    assert "đợt 1/3" in page.insert.detail.whole_text()
    window.air.command("end_break_in", by="thử").start(page)
    qtbot.waitUntil(page.insert.isHidden, timeout=10_000)
    lines = [line for path in journal_files(station.home.asrun) for line in read_journal(path)]
    assert next(line.data["state"] for line in lines if line.kind is Kind.BREAK_IN) == "ordered"
    assert any(line.kind is Kind.START and line.data.get("kind") == "khan_cap" for line in lines)

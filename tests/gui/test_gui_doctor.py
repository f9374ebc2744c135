"""The check-up in the window: it looks, says what ails in plain words, mends, and writes the file for support."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from gui_steps import settle
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from broadcaster.base import crashes
from broadcaster.base.clock import STATION_ZONE
from broadcaster.care.doctor.model import Examination, Remedy, doubt, wrong
from broadcaster.care.first_aid import everything
from broadcaster.gui.doctor import tab as doctor_tab
from broadcaster.gui.doctor.finding_words import CHECKS, FINDINGS, REMEDIES, remedy_words
from broadcaster.gui.doctor.stopped import tell_stops
from broadcaster.gui.doctor.tab import DoctorTab
from broadcaster.gui.main_window import MainWindow
from broadcaster.wiring import App

AT = datetime(2026, 11, 21, 5, 17, tzinfo=STATION_ZONE)


def shown(open_window: Callable[[], MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
          *found: Examination) -> tuple[MainWindow, DoctorTab]:
    """The tab, on what the check-up is made to find, one after the other."""
    answers = list(found)
    monkeypatch.setattr(doctor_tab, "examine", lambda *_, **__: answers.pop(0) if len(answers) > 1 else answers[0])
    window = open_window()
    window.go("care", "doctor")
    settle(qtbot)
    tab = window.page("care").tab("doctor")
    assert isinstance(tab, DoctorTab)
    return window, tab


def examination(*findings: object) -> Examination:
    return Examination(AT, tuple(findings), ("space", "clock"), 1.0, False,  # type: ignore[arg-type]
                       frozenset({"space"} if findings else ()))


def test_all_good(open_window: Callable[[], MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    _, tab = shown(open_window, qtbot, monkeypatch, examination())
    assert tab._sentence.text() == "Mọi thứ đều tốt"
    assert tab.cards == []
    assert tab._names.count() == 2
    assert not tab._bar.isVisible()


def test_worst_first_mended_and_looked_at_again(open_window: Callable[[], MainWindow], qtbot: QtBot,
                                                monkeypatch: pytest.MonkeyPatch, station: App) -> None:
    cache = station.home.root / "voices" / "cache" / "x.pcm"
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_bytes(b"x" * 2_000_000)
    full = examination(wrong("disk_low", "full", "care", "doctor", Remedy.TIDY, free_mb=123),
                       doubt("zone_wrong", "zone", hours="+0"))
    window, tab = shown(open_window, qtbot, monkeypatch, full, examination())
    assert tab._sentence.text() == "Có 1 việc cần sửa ngay, 1 việc nên xem khi rảnh"
    assert [card.words.text()[:12] for card in tab.cards] == ["Ổ đĩa sắp đầ", "Máy tính đặt"]
    asked: list[str] = []
    monkeypatch.setattr(window, "confirm", lambda title, text, action, **_: asked.append(text) is None)
    remedy = tab.cards[0].remedy
    assert remedy is not None
    remedy.click()
    qtbot.waitUntil(lambda: tab._sentence.text() == "Mọi thứ đều tốt")
    assert "Chỉ bỏ những gì chương trình tự làm lại được" in asked[0]
    assert not cache.exists()


def test_it_can_be_stopped(open_window: Callable[[], MainWindow], qtbot: QtBot,
                           monkeypatch: pytest.MonkeyPatch) -> None:
    _, tab = shown(open_window, qtbot, monkeypatch, examination())
    tab.look()
    assert tab.stop.isVisible()
    tab.stop.click()
    settle(qtbot)
    assert tab.again.isVisible()
    assert tab._op is None


def test_the_file_for_support(open_window: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path,
                              monkeypatch: pytest.MonkeyPatch) -> None:
    _, tab = shown(open_window, qtbot, monkeypatch, examination())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "hỗ trợ"), ""))
    tab.report.click()
    qtbot.waitUntil(lambda: (tmp_path / "hỗ trợ.zip").exists())
    settle(qtbot)


def test_a_stop_is_told_once(open_window: Callable[[], MainWindow], qtbot: QtBot, station: App) -> None:
    window = open_window()
    assert tell_stops(window, window) is None
    crashes.note(station.home, "air", "fatal", "", station.clock.now())
    crashes.note(station.home, "window", "error", "lived on", station.clock.now())
    sheet = tell_stops(window, window)
    assert sheet is not None
    assert sheet.words.text() == "Bộ phát, lúc 05:17 (21/11/2026)"
    sheet.close()
    assert tell_stops(window, window) is None
    settle(qtbot)


def test_every_word_is_there() -> None:
    from broadcaster.care.doctor.service import CHECKS as LOOKS

    assert {check.name for check in LOOKS} == set(CHECKS)
    assert set(REMEDIES) == set(Remedy) - {Remedy.NONE}
    assert all(remedy_words(remedy)[0] for remedy in REMEDIES)
    assert set(FINDINGS) == {code for code in everything() if code.startswith("doctor.")}

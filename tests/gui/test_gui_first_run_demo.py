"""The demo station beside the real one: called off it leaves nothing, deleted it takes nothing else along."""

from __future__ import annotations

from pathlib import Path

import pytest
from gui_steps import settle
from pytestqt.qtbot import QtBot

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import NOBODY, Settings, changed
from broadcaster.gui.first_run import demo
from broadcaster.gui.first_run.demo_strip import DemoStrip
from broadcaster.gui.first_run.welcome_step import stage_words
from broadcaster.gui.instance import SingleInstance
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.ops import Cancelled
from broadcaster.wiring import App


class FirstLineOnly:
    """Follows until something was told, then calls it off."""

    def __init__(self) -> None:
        self.told: list[str] = []

    @property
    def cancelled(self) -> bool:
        return bool(self.told)

    def __call__(self, done: int, total: int = 0, text: str = "") -> None:
        assert 0 < done < total
        self.told.append(text)


def test_called_off_it_leaves_nothing(home: StationHome) -> None:
    step = FirstLineOnly()
    with pytest.raises(Cancelled):
        demo.make_demo(home, step, stage_words)  # type: ignore[arg-type]
    assert step.told == ["Đang tạo người và âm thanh mẫu…"]
    assert [path.name for path in home.root.parent.iterdir()] == [home.root.name]
    assert not demo.is_made(home)


def test_what_went_wrong_is_said(home: StationHome, monkeypatch: pytest.MonkeyPatch) -> None:
    real = demo.own_command
    monkeypatch.setattr(demo, "own_command", lambda *words: real(*words[:2], "init", "--demo", "--name"))
    with pytest.raises(Refused, match="demo station could not be made") as caught:
        demo.make_demo(home, FirstLineOnly())  # type: ignore[arg-type]
    assert "expected one argument" in str(caught.value.facts["detail"])
    assert not demo.demo_home(home).root.exists()


def test_it_is_deleted_only_while_its_window_is_closed(qtbot: QtBot, home: StationHome) -> None:
    other = demo.demo_home(home)
    demo.delete_demo(home)
    other.create()
    other.database.touch()
    other.demo_note.write_text("Cán bộ: 1111\n", encoding="utf-8")
    assert demo.is_made(home)
    window = SingleInstance(other)
    assert window.claim()
    with pytest.raises(Refused, match="window is open"):
        demo.delete_demo(home)
    window.release()
    demo.delete_demo(home)
    assert not other.root.exists()
    assert home.database.exists()


def test_nobody_takes_it_for_the_real_one(qtbot: QtBot, station: App, tmp_path: Path) -> None:
    station.home.demo_note.write_text("Cán bộ truyền thanh: 2580\n", encoding="utf-8")
    window = MainWindow(station)
    qtbot.addWidget(window)
    window.show()
    settle(qtbot)
    assert "đài mẫu" in window.windowTitle()
    strip = window.findChild(DemoStrip)
    assert strip is not None
    assert "ĐANG phát ra loa" in strip.text()
    strip.show_station(True, changed(Settings(), "audio", device=NOBODY))
    assert "không phát ra loa thật" in strip.text()
    strip.leave.click()
    settle(qtbot)
    assert not window.isVisible()

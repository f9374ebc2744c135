"""A theme shows at once and loses nothing unasked; a size shows when the window opens anew. Neither is station data."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from broadcaster.base.paths import StationHome
from broadcaster.gui.appearance import memory_of, remember, scale_of, scaled, set_of, theme_of
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.settings.page import SettingsPage
from broadcaster.gui.style.page import StylePage
from broadcaster.gui.theme import apply_theme, colors, running_theme
from broadcaster.gui.theme_sets import SETS

Opener = Callable[[], MainWindow]


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.styleHints().unsetColorScheme()
    apply_theme(qapp, "light")


def settings_of(window: MainWindow) -> SettingsPage:
    window.go("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    return page


def test_a_theme_shows_at_once_and_is_remembered(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    before = settings_of(window)
    before.appearance.tiles["dark"].click()
    assert running_theme() == "dark"
    assert theme_of(window.memory) == "dark"
    after = window.page("settings")
    assert isinstance(after, SettingsPage)
    assert after is not before, "pages are made anew: pictures and painted parts take the new colours"
    assert after.appearance.tiles["dark"].isChecked()
    qtbot.waitUntil(window._side.isVisible)
    seen = window.grab().toImage()
    assert seen.pixelColor(seen.width() // 2, 4).name() == SETS["dark"].ground
    assert seen.pixelColor(4, 4).name() == SETS["dark"].side


def test_what_is_not_saved_is_asked_about_first(open_window: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window()
    page = settings_of(window)
    page.fields["station.name"].setText("Đài khác")  # type: ignore[attr-defined]
    asked: list[str] = []
    monkeypatch.setattr(window, "confirm", lambda title, text, action, **_: bool(asked.append(text)))
    page.appearance.tiles["contrast"].click()
    assert len(asked) == 1
    assert window.page("settings") is page
    assert page.fields["station.name"].text() == "Đài khác"  # type: ignore[attr-defined]
    assert (running_theme(), theme_of(window.memory)) == ("light", "system")
    assert page.appearance.tiles["system"].isChecked()
    page.fields["station.name"].setText(window.app.settings.station.name)  # type: ignore[attr-defined]


def test_a_size_is_kept_and_said_to_come_later(open_window: Opener) -> None:
    window = open_window()
    card = settings_of(window).appearance
    assert not card.later.isVisibleTo(card)
    card.scale.setCurrentIndex(card.scale.findData("150"))
    card.scale.activated.emit(card.scale.currentIndex())
    assert scale_of(window.memory) == 150
    assert card.later.isVisibleTo(card)
    assert card.again.isVisibleTo(card)
    card.scale.setCurrentIndex(card.scale.findData("100"))
    card.scale.activated.emit(card.scale.currentIndex())
    assert not card.again.isVisibleTo(card)


def test_the_size_reaches_the_window_and_no_child(bare_home: StationHome) -> None:
    remember(memory_of(bare_home), scale=175)
    code = ("import sys; from pathlib import Path; from broadcaster.base.paths import StationHome; import os\n"
            "from broadcaster.gui.appearance import scaled; from PySide6.QtGui import QGuiApplication\n"
            "with scaled(StationHome(Path(sys.argv[1]))): application = QGuiApplication([])\n"
            "print(application.primaryScreen().devicePixelRatio(), os.environ.get('QT_SCALE_FACTOR'))")
    clean = {key: value for key, value in os.environ.items() if key != "QT_SCALE_FACTOR"}
    told = subprocess.run([sys.executable, "-c", code, str(bare_home.root)], env=clean, capture_output=True, text=True,
                          check=True, timeout=60)
    assert told.stdout.split() == ["1.75", "None"]


def test_a_factor_from_outside_wins(bare_home: StationHome, monkeypatch: pytest.MonkeyPatch) -> None:
    remember(memory_of(bare_home), scale=200)
    monkeypatch.setenv("QT_SCALE_FACTOR", "1.25")
    with scaled(bare_home):
        assert os.environ["QT_SCALE_FACTOR"] == "1.25"
    assert os.environ["QT_SCALE_FACTOR"] == "1.25"


@pytest.mark.parametrize(("kept", "theme", "scale"), [
    ({}, "system", 100), ({"look/theme": "pink", "look/scale": "90"}, "system", 100),
    ({"look/theme": "contrast", "look/scale": "125"}, "contrast", 125), ({"look/scale": "²00"}, "system", 100)])
def test_a_memory_somebody_meddled_with_does_no_harm(bare_home: StationHome, kept: dict[str, str], theme: str,
                                                     scale: int) -> None:
    memory = QSettings(str(bare_home.root / "window.ini"), QSettings.Format.IniFormat)
    for key, value in kept.items():
        memory.setValue(key, value)
    memory.sync()
    again = memory_of(bare_home)
    assert (theme_of(again), scale_of(again)) == (theme, scale)
    assert set_of(theme) in SETS


def test_the_style_page_measures_what_it_shows(qtbot: QtBot, open_window: Opener) -> None:
    window = open_window()
    window.go("style")
    page = window.page("style")
    assert isinstance(page, StylePage)
    assert page.words.lowest() >= 4.5
    page.tiles["contrast"].click()
    page = window.page("style")
    assert isinstance(page, StylePage)
    assert page.words.lowest() >= 7
    assert page.marks.lowest() >= 3
    assert colors.ink in {SETS["contrast"].ink}

"""A real station for the library, schedule and log pages: real sounds, a day really played in virtual time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from gui_steps import settle
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from broadcaster.accounts.model import Person, Role
from broadcaster.air.simulate import simulate
from broadcaster.base.clock import STATION_ZONE, VirtualClock, at
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.gui.main_window import MainWindow
from broadcaster.library.model import Cart, CartKind
from broadcaster.wiring import App, build_app

DAY = date(2026, 11, 21)
APPROVER, PIN = "Phó Chủ tịch", "2222"


def sound(path: Path, seconds: float = 2.0, seed: int = 1) -> Path:
    """Noise that swells and falls, as a WAV file."""
    random = np.random.default_rng(seed)
    count = int(seconds * 32_000)
    swell = 0.5 + 0.5 * np.sin(np.arange(count) / 4000)
    soundfile.write(path, 0.2 * random.standard_normal(count).clip(-2, 2) * swell, 32_000, format="WAV")
    return path


class Station:
    """A home with people, approved sounds and campaigns; `play_until` airs them."""

    def __init__(self, home: StationHome, folder: Path, sounds: int = 0) -> None:
        """`sounds`: how many the home holds already, for each is to be another."""
        self.home = home
        self.folder = folder
        self.clock = VirtualClock(datetime(2026, 11, 21, 4, 0, tzinfo=STATION_ZONE))
        self.app: App = build_app(home, self.clock)
        self._made = sounds

    def people(self) -> Person:
        self.app.accounts.add("Cán bộ truyền thanh", "Cán bộ phụ trách", Role.OPERATOR, "1111")
        return self.app.accounts.add(APPROVER, "Phó Chủ tịch UBND xã", Role.APPROVER, PIN)

    def add(self, title: str, kind: CartKind = CartKind.NOTICE, seconds: float = 2.0) -> Cart:
        self._made += 1
        path = sound(self.folder / f"tệp {self._made}.wav", seconds, seed=self._made)
        return self.app.library.add(path, title=title, kind=kind, by="Cán bộ truyền thanh").cart

    def approved(self, title: str, kind: CartKind = CartKind.NOTICE, seconds: float = 2.0) -> Cart:
        cart = self.add(title, kind, seconds)
        self.app.approvals.submit(f"cart:{cart.id}", "Cán bộ truyền thanh")
        self.app.approvals.approve(f"cart:{cart.id}", self.app.accounts.by_name(APPROVER))
        return self.app.library.get(cart.id)

    def furniture(self) -> None:
        for title, kind in (("Nhạc hiệu", CartKind.SIGNATURE), ("Nhạc cắt", CartKind.BRIDGE),
                            ("Lời xướng", CartKind.OPENING), ("Lời chào", CartKind.CLOSING)):
            self.approved(title, kind, 1.5)

    def sessions(self, *starts: str, minutes: int = 10) -> None:
        """Short sessions of the station's own, so that a simulated day is quick."""
        names = ("Buổi sáng", "Buổi trưa", "Buổi chiều")
        for name, start in zip(names, starts, strict=False):
            word = f"buoi-{start.replace(':', '')}"
            text = f'id = "{word}"\nname = "{name}"\nstarts = "{start}"\nminutes = {minutes}\nweekdays = "1234567"\n'
            write_atomic(self.home.root / "schedules" / f"{word}.toml", text.encode())

    def campaign(self, cart: Cart, times: int = 2, days: int = 10) -> Any:
        today = self.clock.now().date()
        return self.app.schedule.add_campaign(cart.id, times, today, today + timedelta(days=days - 1), by="thử")

    def play_until(self, hour: float, day: date = DAY) -> None:
        """Publish and play, as keeper and air would have."""
        self.app.schedule.publish(day)
        simulate(self.home, self.clock, at(day, hour * 3600))
        self.app.asrun.file()


def shown_window(qtbot: Any, station: Station) -> Iterator[MainWindow]:
    """A window on the station; closed at the end, when all its work is done."""
    window = MainWindow(station.app)
    window.resize(1366, 768)
    window.show()
    yield window
    window.close()
    settle(qtbot)
    window.deleteLater()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()


def page_of(window: MainWindow, name: str) -> Any:
    """A page that has been visited, whatever its class."""
    page = window.page(name)
    assert page is not None
    return page


def active_dialog(kind: type[Any]) -> Any:
    """The dialog of that kind now on the screen."""
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
    return found[-1] if found else None


def answer(qtbot: Any, kind: type[QDialog], act: Callable[[Any], None]) -> list[bool]:
    """Once a dialog of that kind shows, do something with it; the list tells whether it came."""
    done: list[bool] = []
    looking = QWidget()

    def look() -> None:
        dialog = active_dialog(kind)
        if dialog is None:
            return
        timer.stop()
        done.append(True)
        try:
            act(dialog)
        except BaseException:
            QDialog.done(dialog, 0)  # nobody else would close it, and its exec would never end
            raise

    timer = QTimer(looking)
    timer.timeout.connect(look)

    def stop(_: QWidget) -> None:
        timer.stop()
        looking.deleteLater()

    # However slow the machine; but what this test did not need must not answer the next one's dialogs.
    qtbot.addWidget(looking, before_close_func=stop)
    timer.start(20)
    return done

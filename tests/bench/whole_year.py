"""A day at the window of a station with a year behind it: what stalls, what waits, what stays in memory.

Run by hand: .venv/bin/python tests/bench/whole_year.py HOME [ROUNDS=3], HOME made by tools/make_year.py (a copy: it is
worked in). Opens every page and tab, ROUNDS times over, in the theme of the home, and scrolls their lists; then the
reports of a month and of the year. A turn of the event loop that takes over 50 ms of the window's own processor time is
a stall and told with where it was; by the clock the same turn may be long because the machine is full. Memory is
resident and proportional (PSS), as /proc tells.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QTabBar, QWidget

from broadcaster.base.paths import StationHome
from broadcaster.gui.app import make_application
from broadcaster.gui.i18n import load_translations
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.ops import desk
from broadcaster.reports import periods
from broadcaster.reports.model import ReportQuery
from broadcaster.wiring import App, build_app

STALL = 0.05
FOLDER = str(Path(__file__).resolve().parents[2] / "broadcaster")


class Watchdog:
    """Where the window's thread is when one turn of its loop goes on too long: written down by the interpreter itself.

    Looking at frames from a thread of ours would keep painters alive beyond their widget's paint event.
    """

    def __init__(self) -> None:
        self._notes = tempfile.TemporaryFile("w+")  # noqa: SIM115 - as long as the process

    def begin(self) -> None:
        faulthandler.dump_traceback_later(STALL, file=self._notes)

    def end(self) -> str:
        """The program's innermost places, if it took too long."""
        faulthandler.cancel_dump_traceback_later()
        if not self._notes.tell() and not os.lseek(self._notes.fileno(), 0, os.SEEK_CUR):
            return ""
        self._notes.seek(0)
        told = self._notes.read()
        self._notes.seek(0)
        self._notes.truncate()
        places = re.findall(rf'File "{FOLDER}/(\S+)", line (\d+)', told[told.rfind("hread 0x"):])
        return " < ".join(f"{file}:{line}" for file, line in places[:3])


class Day:
    """One window and what was seen of it."""

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        self.application, self.window, self.dog = application, window, Watchdog()
        self.stalls: list[tuple[float, float, str, str]] = []

    def watched(self, where: str, act: Callable[[], object]) -> None:
        begun, worked = time.perf_counter(), time.thread_time()
        self.dog.begin()
        act()
        wall, busy = time.perf_counter() - begun, time.thread_time() - worked
        place = self.dog.end()
        if busy > STALL:
            self.stalls.append((busy, wall, where, place))

    def settle(self, where: str, least: float = 0.2, limit: float = 60.0) -> float:
        """Seconds until nothing is at work any more."""
        begun = time.perf_counter()
        while time.perf_counter() - begun < limit:
            self.watched(where, self.application.processEvents)
            # Outside exec() nothing that was asked to be deleted later would ever be.
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if desk().idle and time.perf_counter() - begun > least:
                break
            time.sleep(0.002)
        return time.perf_counter() - begun - least

    def page(self, name: str) -> None:
        self.watched(name, lambda: self.window.go(name))
        waited = self.settle(name)
        page = self.window.page(name)
        if waited > 1:
            print(f"  {name}: {waited:.1f} s until everything stood", flush=True)
        if page is None:
            return
        for bar in page.findChildren(QTabBar):
            for place in range(bar.count() if bar.isVisible() else 0):
                self.watched(f"{name}, tab {place}", partial(bar.setCurrentIndex, place))
                self.settle(f"{name}, tab {place}")
        for area in page.findChildren(QAbstractScrollArea):
            if area.isVisible() and area.verticalScrollBar().maximum():
                self._scroll(name, area)

    def _scroll(self, name: str, area: QAbstractScrollArea) -> None:
        bar = area.verticalScrollBar()
        for part in (0.1, 0.4, 0.41, 0.42, 0.8, 1.0, 0.0):
            self.watched(f"{name}, scrolled", partial(bar.setValue, int(bar.maximum() * part)))
            self.settle(f"{name}, scrolled", 0.03)


def memory() -> str:
    """Resident, proportional, own: MB."""
    found = dict.fromkeys(("Rss", "Pss", "Private_Clean", "Private_Dirty"), 0)
    for line in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:]:
        name, value, *_ = line.replace(":", " ").split()
        if name in found:
            found[name] = int(value) // 1024
    own = found["Private_Clean"] + found["Private_Dirty"]
    return f"{found['Rss']} MB resident, {found['Pss']} proportional, {own} its own"


def objects() -> str:
    gc.collect()
    return f"{len(QApplication.allWidgets())} widgets, {len(gc.get_objects())} Python objects"


def reports(app: App) -> None:
    """Compiled and written as a person asks for them; processor seconds."""
    last = app.clock.now().date() - timedelta(days=25)
    for words, period in (("month", periods.month(f"{last:%Y-%m}")), ("year", periods.year(f"{last:%Y}"))):
        begun = time.process_time()
        report = app.reports.compile(ReportQuery(period))
        compiled = time.process_time()
        app.reports.write(report, "docx", app.home.outbox / f"bench-{words}.docx")
        print(f"report of a {words}: {report.log_rows} airings, {compiled - begun:.2f} s of processor; written as docx "
              f"{time.process_time() - compiled:.2f} s")


def main() -> None:
    home, rounds = StationHome(Path(sys.argv[1])), int(sys.argv[2]) if len(sys.argv) > 2 else 3
    application = make_application([])  # type: ignore[arg-type]
    load_translations(application)
    app = build_app(home)
    window: Any = MainWindow(app, lambda: build_app(home))
    window.resize(1366, 768)
    window.show()
    day = Day(application, window)
    day.settle("opened", 1.0)
    print(f"load {os.getloadavg()[0]:.1f}; opened: {memory()}; {objects()}", flush=True)
    for number in range(rounds):
        for name in [*window._side.buttons]:
            day.page(name)
        print(f"round {number + 1}: {memory()}; {objects()}", flush=True)
    for theme in ("dark", "light") if rounds > 1 else ():
        _other_theme(day, theme)
    print(f"two changes of theme later: {memory()}; {objects()}", flush=True)
    reports(app)
    print(f"after the reports: {memory()}", flush=True)
    for busy, wall, where, place in sorted(day.stalls, reverse=True)[:25]:
        print(f"{busy * 1000:6.0f} ms of processor, {wall * 1000:6.0f} by the clock  {where:<24} {place}")
    print(f"{len(day.stalls)} turns over {STALL * 1000:.0f} ms; load {os.getloadavg()[0]:.1f}", flush=True)
    os._exit(0)


def _other_theme(day: Day, theme: str) -> None:
    from broadcaster.gui.appearance import set_of
    from broadcaster.gui.theme import apply_theme

    def change() -> None:
        apply_theme(day.application, set_of(theme))
        day.window._renew(look=True)
    day.watched(f"theme {theme}", change)
    day.settle(f"theme {theme}")
    for name in [*day.window._side.buttons]:
        day.window.go(name)
        day.settle(f"{name} after the theme")
    assert isinstance(day.window, QWidget)


if __name__ == "__main__":
    main()

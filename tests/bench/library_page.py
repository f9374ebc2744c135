"""The library page with 50,000 items: first paint, keystroke to painted result, the window's longest stall.

Run by hand: .venv/bin/python tests/bench/library_page.py [COUNT [HOME]]. A real window on a made-up station, on the
screen DISPLAY names (Xvfb), else offscreen; a HOME that holds items already is used as it is. A stall is the longest
single turn of the event loop, painting included. "cpu" beside it is processor time (of the window's thread; of all
threads for a keystroke), which other programs on the machine hardly lengthen. Prints one JSON line, milliseconds.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")

from library_search import fill
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from broadcaster.accounts.model import Role
from broadcaster.base.paths import StationHome
from broadcaster.gui.app import make_application
from broadcaster.gui.i18n import load_translations
from broadcaster.gui.library import filters
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.ops import desk
from broadcaster.library.model import CartKind, Filter
from broadcaster.wiring import build_app

TYPED = "thong bao phong chay"


class Painted(QObject):
    """When the watched widget was painted last."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.at = 0.0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False


class Bench:
    """One window; `turn` runs its event loop and remembers the longest turn."""

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        self.application, self.window = application, window
        self.longest = self.busiest = 0.0

    def watched(self, act: Callable[[], object]) -> None:
        """Run it and remember how long that took."""
        begun, worked = time.perf_counter(), time.thread_time()
        act()
        self.longest = max(self.longest, time.perf_counter() - begun)
        self.busiest = max(self.busiest, time.thread_time() - worked)

    def turn(self) -> None:
        self.watched(self.application.processEvents)
        time.sleep(0.001)

    def until(self, done: Callable[[], bool], limit: float = 20.0) -> float:
        """Seconds until then."""
        begun = time.perf_counter()
        while not done():
            self.turn()
            if time.perf_counter() - begun > limit:
                raise SystemExit("the window does not get there")
        return time.perf_counter() - begun

    def settle(self, seconds: float = 0.4) -> None:
        end = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() > end and desk().idle)

    def stall(self, act: Callable[[], object], *, turns: bool = False) -> dict[str, float]:
        """Milliseconds of the longest turn while `act` and what follows from it runs; `turns`: it turns the loop."""
        self.longest = self.busiest = 0.0
        act() if turns else self.watched(act)
        self.settle()
        return {"wall": round(self.longest * 1000, 1), "cpu": round(self.busiest * 1000, 1)}


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    with tempfile.TemporaryDirectory() as folder:
        home = StationHome(Path(sys.argv[2] if len(sys.argv) > 2 else folder))
        application = make_application([])
        load_translations(application)
        app = build_app(home)
        if not app.library.count():
            app.accounts.add("Cán bộ truyền thanh", "", Role.OPERATOR, "1111")
            fill(app.database, count)
        window = MainWindow(app)
        window.resize(1366, 768)
        window.show()
        bench = Bench(application, window)
        bench.settle()
        print(json.dumps(measure(bench, count), ensure_ascii=False))
        bench.settle()
        window.close()
        app.close()


def measure(bench: Bench, count: int) -> dict[str, object]:
    window = bench.window
    begun = time.perf_counter()
    window.go("library")
    page: Any = window.page("library")
    painted = Painted(page.table.viewport())
    bench.until(lambda: len(page.table.rows.ids) == count and painted.at > begun and page.table.rows._pages)
    first = round((time.perf_counter() - begun) * 1000)
    bench.settle()
    window.go("log")
    bench.settle()
    begun = time.perf_counter()
    window.go("library")
    asked = page._asked
    bench.until(lambda: page._shown_number >= asked)
    result: dict[str, object] = {"items": count, "platform": bench.application.platformName(), "first_visit": first,
                                 "later_visit": round((time.perf_counter() - begun) * 1000)}
    bench.settle()
    result["keystroke"] = keystrokes(bench, page)
    result["stall"] = stalls(bench, page)
    return result


def keystrokes(bench: Bench, page: Any) -> dict[str, float]:
    """From the key to the painted list, one key after the other has its answer."""
    page.search.setFocus()
    painted = Painted(page.table.viewport())
    taken: list[float] = []
    worked: list[float] = []
    for letter in TYPED:
        asked, begun, busy = page._asked, time.perf_counter(), time.process_time()
        QTest.keyClick(page.search, letter)
        shown = lambda asked=asked: page._asked > asked and page._shown_number == page._asked  # noqa: E731
        bench.until(lambda shown=shown, begun=begun: shown() and painted.at > begun)  # type: ignore[misc]
        taken.append((time.perf_counter() - begun) * 1000)
        worked.append((time.process_time() - busy) * 1000)
    bench.settle()
    page.bar.clear()
    bench.settle()
    return {"median": round(float(np.median(taken))), "worst": round(max(taken)),
            "cpu median": round(float(np.median(worked))), "cpu worst": round(max(worked))}


def stalls(bench: Bench, page: Any) -> dict[str, dict[str, float]]:
    """The longest turn of the event loop in each kind of work."""
    table, bar = page.table, page.table.verticalScrollBar()
    random = np.random.default_rng(3)

    def wheel() -> None:
        middle = QPointF(table.viewport().rect().center())
        for _ in range(150):
            bench.application.postEvent(table.viewport(), QWheelEvent(
                middle, table.viewport().mapToGlobal(middle), QPoint(), QPoint(0, -360), Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False))
            bench.turn()

    def jump() -> None:
        for place in random.integers(0, bar.maximum(), 60):
            bar.setValue(int(place))
            bench.turn()

    def arrows() -> None:
        table.setFocus()
        for _ in range(60):
            QTest.keyClick(table, Qt.Key.Key_Down)
            bench.turn()

    def only(asked: Filter) -> Callable[[], object]:
        return lambda: page.bar.set_filter(asked)

    def edit(ids: list[str]) -> Callable[[], object]:
        page.editing.signer = lambda _: page.app.accounts.people()[0]
        return lambda: page.editing.edit(ids, {"artist": "Ban nhạc"}, "xong")
    found = {"wheel": bench.stall(wheel, turns=True), "jump": bench.stall(jump, turns=True)}
    bar.setValue(0)
    bench.settle()
    found["arrows"] = bench.stall(arrows, turns=True)
    found["filter"] = bench.stall(only(Filter(kinds=(CartKind.NEWS,))))
    found["filter off"] = bench.stall(page.bar.clear)
    found["sort"] = bench.stall(lambda: table._header_clicked(0))
    found["never aired"] = bench.stall(only(filters.with_chosen(Filter(), "airing", ("never",))))
    page.bar.clear()
    bench.settle()
    found["edit one"] = bench.stall(edit(table.rows.ids[:1]))
    found["edit 1000"] = bench.stall(edit(table.rows.ids[:1000]))
    found["take back"] = bench.stall(page.editing.take_back)
    found["select all"] = bench.stall(table.selectAll)
    return found


if __name__ == "__main__":
    main()

"""How long a key press takes in a very long bulletin, at rest and while its readings are being made.

    QT_QPA_PLATFORM=offscreen .venv/bin/python tests/bench/bench_typing.py [CHARACTERS]
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.ops import desk
from broadcaster.gui.theme import apply_theme
from broadcaster.wiring import build_app

LETTERS = Path(__file__).parents[1] / "data" / "letters"
KEYS = 80


def long_text(size: int, *, one_paragraph: bool) -> str:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(LETTERS.glob("*.txt")))
    text = (text * (size // len(text) + 1))[:size]
    return text.replace("\n", " ") if one_paragraph else text


def settle() -> None:
    end = time.perf_counter() + 120
    quiet = 0
    while quiet < 60 and time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.01)
        quiet = quiet + 1 if desk().idle else 0


def press(text: object, before_each: Callable[[], object]) -> list[float]:
    """Milliseconds from key press to painted letter."""
    taken = []
    for _ in range(KEYS):
        before_each()
        start = time.perf_counter()
        QTest.keyClick(text, Qt.Key.Key_A)  # type: ignore[arg-type]
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        taken.append((time.perf_counter() - start) * 1000)
        time.sleep(0.02)
    return sorted(taken)


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 60_000
    application = QApplication([])
    apply_theme(application)
    home = StationHome(Path(tempfile.mkdtemp()) / "home")
    app = build_app(home, VirtualClock(datetime(2026, 11, 21, 5, 17, tzinfo=STATION_ZONE)))
    window = MainWindow(app, lambda: app)
    window.resize(1366, 768)
    window.show()
    window.go("bulletins")
    settle()
    page = window.page("bulletins")
    for one_paragraph in (False, True):
        bulletin = app.bulletins.new("Bản tin dài", long_text(size, one_paragraph=one_paragraph))
        page.on_shown(bulletin.id)  # type: ignore[union-attr]
        settle()
        text = page.editor.text  # type: ignore[union-attr]
        cursor = text.textCursor()
        cursor.setPosition(size // 2)
        text.setTextCursor(cursor)
        text.setFocus()
        QApplication.processEvents()
        for name, before in (("at rest", lambda: None), ("while being read", page._preview)):  # type: ignore[union-attr]
            taken = press(text, before)
            shape = "one paragraph" if one_paragraph else "paragraphs"
            print(f"{size} characters, {shape}, {name}: median {median(taken):.1f} ms, "
                  f"p95 {taken[round(len(taken) * 0.95) - 1]:.1f}, worst {taken[-1]:.1f}")
            settle()
        marks = len(text.extraSelections())
        print(f"  {marks} marks, {len(page.editor.readings.rows.ids)} rows")  # type: ignore[union-attr]
    page.unsaved = lambda: ""  # type: ignore[union-attr, method-assign]
    window.close()
    settle()
    app.close()


if __name__ == "__main__":
    main()

"""Where the milliseconds between the command and the window go, in processor time.

Run by hand: .venv/bin/python tests/bench/start_profile.py HOME [RUNS=5]. Each run is a fresh process that opens the
window of HOME (on the screen DISPLAY names, else offscreen) and ends with the first idle turn of its event loop.
Prints the medians of each stage, and what importing costs by package (itself, without what it imports).
"""

from __future__ import annotations

import importlib._bootstrap as bootstrap  # the interpreter's own: every import passes through it
import json
import os
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

STAGES = ("interpreter", "Qt and the program's frame loaded", "application, theme, words", "splash",
          "window and services loaded", "station opened", "window built, shown, first idle turn")


class Imports:
    """Processor time of each module's own code, by package."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._inner: list[float] = []
        self.mark: Callable[[], None] = lambda: None
        self._load: Callable[[Any], Any] = bootstrap._load_unlocked  # type: ignore[attr-defined]
        bootstrap._load_unlocked = self._timed  # type: ignore[attr-defined]

    def _timed(self, spec: Any) -> Any:
        if spec.name == "broadcaster.gui.main_window":
            self.mark()  # the splash stands
        begun = time.process_time()
        self._inner.append(0.0)
        try:
            module = self._load(spec)
            if spec.name == "broadcaster.wiring":
                module.build_app = _watched(module.build_app, self.mark)
            return module
        finally:
            taken = time.process_time() - begun
            self.spent[package(spec.name)] += taken - self._inner.pop()
            if self._inner:
                self._inner[-1] += taken


def package(name: str) -> str:
    """broadcaster.gui apart from the rest of it; the standard library in one."""
    first, *rest = name.split(".")
    if first in sys.stdlib_module_names:
        return "standard library"
    return f"{first}.{rest[0]}" if first == "broadcaster" and rest[:1] == ["gui"] else first


def child(root: str) -> None:
    """Opens the window in this process, with a mark after each stage."""
    marks = [time.process_time()]
    imports = Imports()

    def mark(*_: object) -> None:
        marks.append(time.process_time())

    from broadcaster.base.paths import StationHome
    from broadcaster.gui import app as gui
    mark()
    made = gui.make_application
    gui.make_application = lambda language="vi": _after(made(language), mark)
    imports.mark = mark
    gui._tell_when_shown = lambda window: _end(window, marks, imports, gui)
    gui.run_gui(StationHome(Path(root)), with_keeper=False)


def _after(made: Any, mark: Callable[[], None]) -> Any:
    mark()
    return made


def _watched(build: Callable[..., Any], mark: Callable[[], None]) -> Callable[..., Any]:
    """build_app with a mark before and after."""
    def built(*asked: Any) -> Any:
        mark()
        app = build(*asked)
        mark()
        return app
    return built


def _end(window: Any, marks: list[float], imports: Imports, gui: Any) -> None:
    from PySide6.QtCore import QTimer

    if not window.windowHandle().isExposed():
        QTimer.singleShot(5, window, lambda: _end(window, marks, imports, gui))
        return
    marks.append(time.process_time())
    print(json.dumps({"marks": marks, "imports": imports.spent}), flush=True)
    os._exit(0)


def main() -> None:
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    env = {**os.environ, "QT_QPA_PLATFORM": "xcb" if os.environ.get("DISPLAY") else "offscreen"}
    found = [json.loads(subprocess.run([sys.executable, __file__, "child", sys.argv[1]], check=True, env=env,
                                       capture_output=True, text=True).stdout.splitlines()[-1]) for _ in range(runs)]
    print(f"load average {os.getloadavg()[0]:.1f}; medians of {runs}, ms of processor")
    before = [0.0] * runs
    for place, stage in enumerate(STAGES[:len(found[0]["marks"])]):
        now = [run["marks"][place] for run in found]
        print(f"  {stage:<38} {1000 * statistics.median(b - a for a, b in zip(before, now, strict=True)):6.0f}")
        before = now
    print(f"  {'together':<38} {1000 * statistics.median(before):6.0f}\nimporting, of that")
    names = {name for run in found for name in run["imports"]}
    spent = {name: 1000 * statistics.median(run["imports"].get(name, 0.0) for run in found) for name in names}
    for name in sorted(names, key=lambda name: -spent[name])[:14]:
        print(f"  {name:<38} {spent[name]:6.0f}")
    print(f"  {'all':<38} {sum(spent.values()):6.0f}")


if __name__ == "__main__":
    child(sys.argv[2]) if sys.argv[1] == "child" else main()

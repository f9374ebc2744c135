"""Pictures of every page for the operator's guide: `python docs/make_screenshots.py [FOLDER] [--home DIR]`.

Makes the sample station (or opens the one given), shows each page at 1366×768 and saves FOLDER/<nn>-<page>.png.
QT_SCALE_FACTOR=1.5 gives the same pages as a large screen shows them.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtWidgets import QApplication

from broadcaster.base.paths import StationHome
from broadcaster.gui.app import make_application
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.ops import desk
from broadcaster.gui.sidebar import places
from broadcaster.wiring import build_app

SIZE = (1366, 768)


def settle(application: QApplication, seconds: float) -> None:
    """Let the page fill itself."""
    end = time.monotonic() + seconds
    while time.monotonic() < end or not desk().idle:
        application.processEvents()
        time.sleep(0.01)
        if time.monotonic() > end + 30:
            return


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent / "screenshots")
    parser.add_argument("--home", type=Path)
    parser.add_argument("--air", action="store_true", help="start the player too, into a sound file")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        home = StationHome(args.home or Path(place) / "station")
        if not args.home:
            command = [sys.executable, "-m", "broadcaster", "--home", str(home.root), "init", "--demo"]
            subprocess.run(command, check=True)
        air = _start_air(home, Path(place)) if args.air else None
        try:
            _shoot(home, args.folder)
        finally:
            if air:
                air.terminate()
                air.wait(10)
    return 0


def _start_air(home: StationHome, place: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "broadcaster", "--home", str(home.root), "air",
                             "--sink", f"wav:{place / 'air.wav'}"])


def _shoot(home: StationHome, folder: Path) -> None:
    application = make_application()
    app = build_app(home)
    window = MainWindow(app, lambda: build_app(home))
    window.resize(*SIZE)
    window.show()
    for number, spot in enumerate(places(), start=1):
        window.go(spot.name)
        settle(application, 2.0)
        path = folder / f"{number:02}-{spot.name}.png"
        window.grab().save(str(path))
        print(path)
    window.close()
    app.close()


if __name__ == "__main__":
    sys.exit(main())

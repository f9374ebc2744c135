"""Pictures of every page for guide and README: `python docs/make_screenshots.py [FOLDER] [--home DIR]`.

Makes the sample station (or opens the one given, which must be one), lets its trial session go on the air, shows each
page at 1366×768 with something open on it, and saves FOLDER/<page>.png; break_in.png shows the prepared emergencies,
register.png the letters in a list, bulletin_sound.png and bulletin_channels.png the desk's other tabs; the rest is
planning (schedule_pictures.py), what opens over the pages (desk_pictures.py), what testifies (log_pictures.py), help
and care (care_pictures.py).
Takes about six minutes, because the sample station plays in real time. QT_SCALE_FACTOR=1.5 gives the same pages as a
large screen shows them.
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

from care_pictures import shoot_care
from desk_pictures import fill_station, save_over, settle, shoot_desks, shoot_lock
from log_pictures import fill_log, shoot_log, shoot_office
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from schedule_pictures import fill_schedule, shoot_schedule

from broadcaster.base.clock import SystemClock
from broadcaster.base.paths import StationHome
from broadcaster.bulletins.model import Production
from broadcaster.bulletins.production import DEFAULT_CHIME
from broadcaster.cli.demo_station import build_demo_station, come_alive
from broadcaster.gui.app import make_application
from broadcaster.gui.bulletins.page import BulletinsPage
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.on_air.break_in_dialog import BreakInDialog
from broadcaster.gui.on_air.page import OnAirPage
from broadcaster.gui.sidebar import places
from broadcaster.library.model import CartKind
from broadcaster.wiring import App, build_app

SIZE = (1366, 768)
PATIENCE = 240.0
INTO_THE_ITEM = 30.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent / "screenshots")
    parser.add_argument("--home", type=Path)
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="dai-xa-") as place:
        home = StationHome(args.home or Path(place) / "station")
        if not home.database.exists():
            home.create()
            build_demo_station(home)
            fill_station(home)
            _plan(home)
            fill_log(home, Path(place) / "Gửi cấp trên")
        come_alive(home, SystemClock())
        air = _start_air(home, Path(place) / "Loa USB")
        try:
            _shoot(home, args.folder, Path(place) / "office")
        finally:
            air.terminate()
            air.wait(10)
    return 0


def _plan(home: StationHome) -> None:
    app = build_app(home)
    try:
        fill_schedule(app)
    finally:
        app.close()


def _start_air(home: StationHome, wav: Path) -> subprocess.Popen[bytes]:
    """The player alone, into a sound file: nothing but what these pictures need."""
    app = build_app(home)
    app.schedule.publish(app.clock.now().date())
    app.close()
    return subprocess.Popen([sys.executable, "-m", "broadcaster", "--home", str(home.root), "air",
                             "--sink", f"wav:{wav}"])


def _shoot(home: StationHome, folder: Path, office: Path) -> None:
    application = make_application()
    app = build_app(home)
    # Nobody needs the visitor's PINs in a picture, nor a strip that says it is a sample.
    home.demo_note.unlink(missing_ok=True)
    QSettings(str(home.root / "window.ini"), QSettings.Format.IniFormat).setValue("on_air/demo_told", True)
    window = MainWindow(app, lambda: build_app(home))
    window.resize(*SIZE)
    window.show()
    _wait_for_sound(application, window)
    window.go("directives")
    settle(application, 2.0)
    _save(window, folder / "register.png")
    for spot in places():
        window.go(spot.name, _item(app, spot.name))
        settle(application, 3.0)
        table = getattr(window.page(spot.name), "table", None)
        if table and spot.name in {"library", "log"}:
            table.selectRow(0 if spot.name == "library" else 2)
            settle(application, 1.0)
        _save(window, folder / f"{spot.name}.png")
    _shoot_desk(application, app, window, folder)
    _shoot_break_in(application, window, folder / "break_in.png")
    shoot_log(application, app, window, folder)
    shoot_schedule(application, app, window, folder)
    shoot_desks(application, app, window, folder)
    shoot_care(application, window, folder)
    window.close()
    app.close()
    shoot_lock(application, home, SIZE, folder / "lock.png")
    shoot_office(application, office, sorted(home.outbox.glob("*.dxgoi")), folder)


def _shoot_desk(application: QApplication, app: App, window: MainWindow, folder: Path) -> None:
    """Sound and other channels of a new bulletin with something around its words."""
    made = app.bulletins.draft(app.directives.list()[0].id)
    tunes = {cart.kind: cart.id for cart in app.bulletins.producer.offered()}
    app.bulletins.save(made.id, production=Production(
        DEFAULT_CHIME, bed=tunes[CartKind.SIGNATURE], repeats=2, closing=tunes[CartKind.BRIDGE]))
    app.bulletins.voice(made.id)
    window.go("bulletins", made.id)
    settle(application, 2.0)
    page = window.page("bulletins")
    assert isinstance(page, BulletinsPage)
    for place, name in ((1, "sound"), (2, "channels")):
        page.tabs.setCurrentIndex(place)
        settle(application, 3.0)
        _save(window, folder / f"bulletin_{name}.png")
    page.tabs.setCurrentIndex(0)


def _save(window: MainWindow, path: Path) -> None:
    window.grab().save(str(path))
    print(path)


def _shoot_break_in(application: QApplication, window: MainWindow, path: Path) -> None:
    """The sheet over the on-air page, as a person sees it; nothing is ordered."""
    window.go("on_air")
    page = window.page("on_air")
    assert isinstance(page, OnAirPage)
    page.sheets.break_in()
    settle(application, 1.5)
    sheet = next(widget for widget in application.topLevelWidgets()
                 if isinstance(widget, BreakInDialog) and widget.isVisible())
    settle(application, 0.3)
    save_over(window, sheet, (980, 600), path)
    sheet.reject()


def _wait_for_sound(application: QApplication, window: MainWindow) -> None:
    """Until a bulletin has been on the air for a while; without one the page would show an empty desk."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        settle(application, 0.2)
        status = window.air.status
        item = status.on_air if status else None
        late = time.monotonic() > end - PATIENCE / 2
        if item and (item.directive or late) and item.position_seconds > INTO_THE_ITEM:
            return
    print("nothing went on the air; the pictures show a resting station", file=sys.stderr)


def _item(app: App, page: str) -> str:
    """What each page opens: a letter, a bulletin."""
    letters = app.directives.list()
    if page == "directives":
        return next(row.id for row in letters if row.urgency)
    if page == "bulletins":
        return next(item.id for item in app.bulletins.list() if item.directive_id)
    return ""


if __name__ == "__main__":
    sys.exit(main())

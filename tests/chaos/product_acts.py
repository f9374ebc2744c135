"""A small station with everything that can be interrupted, and the acts themselves: product_acts.py ACT FOLDER."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "care"))

import update_ground
from PySide6.QtCore import QSettings

from broadcaster.accounts.model import Role
from broadcaster.base import crashes
from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed, load_settings, save_settings
from broadcaster.care.autostart import service as autostart
from broadcaster.care.backup.service import BackupService
from broadcaster.care.doctor.model import Remedy, wrong
from broadcaster.care.doctor.remedies import apply
from broadcaster.care.installed import Installed
from broadcaster.care.updates.service import Updates
from broadcaster.db.migrate import migrate
from broadcaster.gui.appearance import remember
from broadcaster.gui.first_run import demo, plan
from broadcaster.gui.first_run.model import OWN_STEPS, Memory
from broadcaster.gui.first_run.step import Run
from broadcaster.gui.people.actions import make_sheet
from broadcaster.protocol.seal import make_key
from broadcaster.schedule.rules.profiles import load_profile
from broadcaster.wiring import App, build_app

PEOPLE = (("Cán bộ truyền thanh", "Công chức", Role.OPERATOR, "2580"),
          ("Phó Chủ tịch", "Phó Chủ tịch", Role.APPROVER, "1470"))
OLD_HOMES = Path(__file__).resolve().parents[1] / "data" / "homes"


@dataclass(frozen=True)
class Place:
    """One world: station, stick, an old home, an installation with an update."""

    root: Path

    @property
    def home(self) -> StationHome:
        return StationHome(self.root / "trạm")

    @property
    def old(self) -> StationHome:
        return StationHome(self.root / "home")

    def backups(self) -> BackupService:
        return BackupService(self.home)

    def installed(self) -> Installed:
        return Installed(self.root / "cài đặt")

    def updates(self) -> Updates:
        return update_ground.updates(self.installed(), StationHome(self.root / "trạm khác"), SystemClock())

    def autostart_on(self) -> bool:
        return autostart.state(self.home).on

    def demo_opens(self) -> bool:
        made = demo.demo_home(self.home)
        app = build_app(made)
        try:
            return bool(app.library.find("")) and not app.trail.verify()
        finally:
            app.close()


def furnish(place: Place) -> None:
    """Named, on nobody's loudspeaker, with one backup on its stick; nobody is entered yet."""
    home = place.home
    home.create()
    migrate(home)
    make_key(home)
    settings = changed(changed(Settings(), "station", id="xa-mau", commune="xã Mẫu Hai"), "audio", device="null")
    save_settings(home, settings)
    QSettings(str(home.root / "window.ini"), QSettings.Format.IniFormat).setValue("look/theme", "light")
    (place.root / "usb").mkdir()
    place.backups().choose(str(place.root / "usb"))
    place.backups().make()
    with tarfile.open(OLD_HOMES / "0001.tar.xz") as tar:
        tar.extractall(place.root, filter="data")
    update_ground.database(StationHome(place.root / "trạm khác"))
    update_ground.installation(place.installed().root)
    update_ground.update(place.root)


def moved(place: Place) -> None:
    """The copy of a world has its own stick."""
    place.backups().choose(str(place.root / "usb"))


@dataclass(frozen=True)
class Act:
    """What is done, and within how many seconds of its beginning it is killed."""

    do: Callable[[Place], object]
    seconds: float = 0.6
    weight: int = 1
    """0: only when it is asked for."""


def _opened(work: Callable[[Place, App], object]) -> Callable[[Place], object]:
    def act(place: Place) -> None:
        app = build_app(place.home)
        try:
            work(place, app)
        finally:
            app.close()
    return act


def _forever(work: Callable[[Place, int], object]) -> Callable[[Place], object]:
    def act(place: Place) -> None:
        for number in range(400):
            work(place, number)
    return act


def _run(place: Place, app: App) -> Run:
    memory = QSettings(str(place.home.root / "window.ini"), QSettings.Format.IniFormat)
    return Run(cast(Any, SimpleNamespace(app=app)), Memory(memory))


def _first_run(place: Place, app: App) -> None:
    """Every step that stores something, as the dialog stores it."""
    run = _run(place, app)
    run.keep("station", "", name="Đài truyền thanh xã Mẫu Ba", commune="xã Mẫu Ba")
    run.memory.mark(OWN_STEPS[0])
    people = app.accounts.add_all(list(PEOPLE))
    run.memory.mark(OWN_STEPS[1])
    make_sheet(app, place.root / "phiếu.pdf", people[1].name)
    run.keep("audio", people[0].name, target_lufs=-17.0)
    run.keep("speech", people[0].name, rate=125)
    plan.store_rules(run, "two-by-60", "21:30", "04:30", people[0].name)
    profile = load_profile(place.home, "two-by-60")
    offers = [offer.template for offer in plan.offers(app, profile)]
    for sessions in (offers, offers[:1], offers[:2]):
        plan.store_sessions(run, sessions, people[0].name, "lập đài")
    run.memory.tell()


def _settings(place: Place, number: int) -> None:
    save_settings(place.home, changed(load_settings(place.home), "speech", rate=120 + number % 20))


def _look(place: Place, number: int) -> None:
    remember(QSettings(str(place.home.root / "window.ini"), QSettings.Format.IniFormat),
             theme=("light", "dark")[number % 2], scale=(100, 125)[number % 2])


def _autostart(place: Place, number: int) -> None:
    autostart.on(place.home, window=bool(number % 2))


def _crash(place: Place, number: int) -> None:
    crashes.mark_alive(place.home, "window")
    crashes.note(place.home, "window", "error", "x" * 40_000)
    crashes.crashes(place.home)


def _remedies(place: Place, number: int) -> None:
    place.home.settings.chmod(0o444)
    for remedy, facts in ((Remedy.RIGHTS, {}), (Remedy.TIDY, {}), (Remedy.AUTOSTART, {}),
                          (Remedy.DEVICE_RIGHT, {"now": "Loa"})):
        apply(wrong("doctor.x", "x", remedy=remedy, **facts), place.home, SystemClock())


def _backup(place: Place, number: int) -> None:
    (place.home.root / "directives" / f"{number:064x}.txt").write_bytes(bytes([number % 256]) * 300_000)
    place.backups().make()
    place.backups().drill()


def _restore(place: Place) -> None:
    service = place.backups()
    backup = service.newest()
    assert backup is not None
    service.restore(service.place(), backup.name, replace_newer=True)


def _update(place: Place) -> None:
    updates = place.updates()
    updates.stage(place.root / f"dai-xa-{update_ground.NEW}.dxcapnhat")
    updates.carry_out()
    updates.roll_back()


def _demo(place: Place) -> None:
    def step(done: int, total: int, text: str) -> None:
        """Nobody looks."""

    step.cancelled = False  # type: ignore[attr-defined]
    demo.make_demo(place.home, cast(Any, step))
    demo.delete_demo(place.home)


def _keeper(place: Place) -> None:
    """Helper and player from nothing, as the system starts them."""
    subprocess.run([sys.executable, "-m", "broadcaster", "--home", str(place.home.root), "keeper"], check=True)


ACTS = {
    "settings": Act(_forever(_settings)), "look": Act(_forever(_look)), "autostart": Act(_forever(_autostart)),
    "first_run": Act(_opened(_first_run), 1.5), "crash": Act(_forever(_crash)),
    "remedies": Act(_forever(_remedies)), "backup": Act(_forever(_backup), 1.5), "restore": Act(_restore, 1.0),
    "update": Act(_update, 1.5), "migrate": Act(lambda place: migrate(place.old), 1.5),
    "keeper": Act(_keeper, 6.0), "demo": Act(_demo, 40.0, weight=0),
}


def main() -> int:
    act, place = ACTS[sys.argv[1]], Place(Path(sys.argv[2]))
    print("ready", flush=True)
    try:
        act.do(place)
    except BroadcasterError as error:
        print(f"{error.code}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The power goes, or the disk is full, while something of the first day or of the upkeep is done. By hand:

    .venv/bin/python tests/chaos/product_killed.py [ROUNDS=60] [SEED=1] [ACT…]

Each round: one act in a process of its own, killed -9 at a random moment or left on a disk with next to no room (a
mounted tmpfs; as root on Linux, else only kills). Then the station must open, whole and without a person's help; every
twelfth round what starts by itself brings helper and player up, and up again after a second cut seconds later.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing, nullcontext, suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from product_acts import ACTS, PEOPLE, Place, furnish, moved
from PySide6.QtCore import QSettings

from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.lock import ProcessLock
from broadcaster.base.settings import load_settings
from broadcaster.care.autostart import service as autostart
from broadcaster.care.updates.updater_lock import at_work
from broadcaster.db.migrate import HEAD, current_revision, migrate
from broadcaster.gui.first_run.demo import is_made
from broadcaster.protocol.link import LinkClient
from broadcaster.wiring import build_app

POWER_EVERY = 12
_ROOM = 400_000
"""Bytes left at most on a full disk: some acts still get through."""
_DISK = "size=120m"


def desktop(place: Place) -> dict[str, str]:
    """A user's own folders, on a desktop without systemd."""
    return {"XDG_CONFIG_HOME": str(place.root / "cấu hình"), "XDG_RUNTIME_DIR": str(place.root / "no-bus"),
            "DBUS_SESSION_BUS_ADDRESS": "", "QT_QPA_PLATFORM": "offscreen"}


class Rounds:
    """One world after another, and what went wrong in them."""

    def __init__(self, folder: Path, dice: random.Random, acts: list[str]) -> None:
        self.folder, self.dice, self.acts = folder, dice, acts
        self.done: Counter[str] = Counter()
        self.killed = self.full = self.started = 0
        self.wrong: list[str] = []
        self._fresh = Place(folder / "mẫu")
        furnish(self._fresh)

    def round(self, number: int, *, full: bool = False) -> None:
        act = self.acts[number % len(self.acts)]
        place = Place(self.folder / f"{number:04}")
        place.root.mkdir()
        disk = place.root / "usb" if act == "backup" else place.root
        disk.mkdir(exist_ok=True)
        mounted = full and _mount(disk)
        try:
            shutil.copytree(self._fresh.root, place.root, symlinks=True, dirs_exist_ok=True)
            os.environ.update(desktop(place))
            moved(place)
            before = _facts(place)
            self._run(act, place, disk if mounted else None)
            self.done[act] += 1
            self._judge(f"{act} ({'full' if mounted else 'killed'} {number})", place, before)
            if number % POWER_EVERY == POWER_EVERY - 1 and not mounted:
                self.power_back(place, act)
        finally:
            if mounted:
                subprocess.run(["umount", "-l", disk], check=False)
            shutil.rmtree(place.root, ignore_errors=True)

    def _run(self, act: str, place: Place, full: Path | None) -> None:
        filler = (full or place.root) / "filler"
        words = [sys.executable, str(Path(__file__).with_name("product_acts.py")), act, str(place.root)]
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as child:
            assert child.stdout is not None
            assert child.stderr is not None
            child.stdout.readline()
            if full:
                _fill(filler, self.dice.randrange(_ROOM))
                self.full += 1
            try:
                child.wait(60 if full else self.dice.uniform(0, ACTS[act].seconds))
            except subprocess.TimeoutExpired:
                self.killed += 1
            with suppress(ProcessLookupError):  # with its children: the power is gone for all
                os.killpg(child.pid, signal.SIGKILL)
            _kill_player(place)  # which the helper started in a session of its own
            said = child.stderr.read().decode(errors="replace")
        filler.unlink(missing_ok=True)
        if "Traceback" in said and "is not on the trail" not in said:  # the stand-in of an update has no trail
            self.wrong.append(f"{act}: {said[-600:]}")

    def _judge(self, what: str, place: Place, before: dict[str, int]) -> None:
        try:
            for fault in faults(place, before):
                self.wrong.append(f"{what}: {fault}")
        except Exception as error:  # a round that cannot even be judged is the worst of all
            self.wrong.append(f"{what}: {error!r}")

    def power_back(self, place: Place, act: str) -> None:
        """What the system would start at the sign-in, cut again as soon as it is up, and started once more."""
        command = autostart.on(place.home).command
        try:
            for _ in range(2):
                child = subprocess.Popen(command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                         start_new_session=True)
                up = _wait(lambda: _answers(place, "keeper") and _answers(place, "air"), 60)
                if not up:
                    self.wrong.append(f"{act}: after the cut the station does not come up by itself")
                self.started += up
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()
                _kill_player(place)
                _wait(lambda: not _answers(place, "air"), 10)
        finally:
            autostart.off(place.home)


def faults(place: Place, before: dict[str, int]) -> list[str]:
    """What is not as it has to be after a cut; opening the station is what mends it."""
    found: list[str] = []
    home = place.home
    home.create()
    load_settings(home)
    if not _wait(lambda: _free(place), 10):
        found.append("a lock is held")
    migrate(place.old)
    app = build_app(home)
    try:
        if current_revision(home.database) != HEAD:
            found.append("an old database")
        if faulty := app.trail.verify():
            found.append(f"trail: {faulty[0].problem}")
        if len(app.accounts.people()) not in {before["people"], before["people"] + len(PEOPLE)}:
            found.append("half of the people")
        app.schedule.plan(app.clock.now().date())
    finally:
        app.close()
    with closing(sqlite3.connect(home.database)) as raw:
        if raw.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            found.append("the database is damaged")
    memory = QSettings(str(home.root / "window.ini"), QSettings.Format.IniFormat)
    if memory.status() is not QSettings.Status.NoError or (memory.value("look/theme") not in {"light", "dark"}):
        found.append(f"window.ini: {memory.value('look/theme')!r}")
    state = autostart.state(home)
    if before["autostart"] and not state.on:
        found.append("nothing starts by itself any more")
    backups = place.backups().list()
    if len(backups) < before["backups"] or any(line.problem for line in backups):
        found.append("a backup is lost")
    with suppress(Refused) if os.path.ismount(place.root) else nullcontext():  # too small a disk for one
        place.backups().make()
    installed = place.installed()
    if at_work(installed):
        found.append("the updater's lock is held")
    place.updates().resume()
    if not subprocess.run([installed.launcher(), "x"], capture_output=True, check=False).stdout:
        found.append("the installed program does not start")
    if is_made(home) and not place.demo_opens():
        found.append("half a demo station")
    return found


def _facts(place: Place) -> dict[str, int]:
    app = build_app(place.home)
    try:
        return {"people": len(app.accounts.people()), "backups": len(place.backups().list()),
                "autostart": int(place.autostart_on())}
    finally:
        app.close()


def _mount(folder: Path) -> bool:
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    return subprocess.run(["mount", "-t", "tmpfs", "-o", _DISK, "tmpfs", folder], check=False,
                          capture_output=True).returncode == 0


def _fill(path: Path, room: int) -> None:
    with suppress(OSError), path.open("wb", buffering=0) as file:
        while file.write(b"\0" * 65_536) == 65_536:
            pass
    with suppress(OSError):
        os.truncate(path, max(0, path.stat().st_size - room))


def _wait(true: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def _answers(place: Place, process: str) -> bool:
    try:
        client = LinkClient(place.home, process, timeout=1.0)
    except BroadcasterError:
        return False
    try:
        client.ask("ping")
    except BroadcasterError:
        return False
    finally:
        client.close()
    return True


def _free(place: Place) -> bool:
    """Whether nobody holds the station; a killed process needs a moment to be gone."""
    try:
        for name in ("keeper", "air", "backup"):
            ProcessLock(place.home, name).release()
    except Refused:
        return False
    return True


def _kill_player(place: Place) -> None:
    """By its words: on a full disk it could not say where it is."""
    words = f"air\0--home\0{place.home.root}\0".encode()
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if words in (folder / "cmdline").read_bytes():
                os.kill(int(folder.name), signal.SIGKILL)


def run(count: int, seed: int, acts: list[str]) -> Rounds:
    """`count` rounds; one of three on a full disk."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="product-") as folder:
        rounds = Rounds(Path(folder), dice, acts)
        for number in range(count):
            rounds.round(number, full=dice.random() < 0.34)
    return rounds


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    rounds = run(count, seed, sys.argv[3:] or [name for name, act in ACTS.items() if act.weight])
    print(f"{count} rounds, {rounds.killed} killed, {rounds.full} on a full disk, {rounds.started} times up again by "
          f"itself: {dict(rounds.done)}")
    print("\n".join(rounds.wrong) or "all of it holds")
    return 1 if rounds.wrong else 0


if __name__ == "__main__":
    sys.exit(main())

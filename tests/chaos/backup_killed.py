"""Backups killed at any moment: made, rotated, tried, brought back; none is ever lost, none half. By hand:

    .venv/bin/python tests/chaos/backup_killed.py [COUNT] [SEED] [SECONDS]

Each process is killed within SECONDS of its beginning; about half should come through.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "unit" / "care"))

from backup_ground import add_sound, furnish, live, next_day, set_backup

from broadcaster.base.clock import STATION_ZONE, SystemClock, VirtualClock
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.care.backup.service import BackupService
from broadcaster.db.migrate import migrate

_ACT = """
import sys
from datetime import datetime
from pathlib import Path
from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.care.backup.service import BackupService
import broadcaster.wiring
home = StationHome(Path(sys.argv[1]))
service = BackupService(home, VirtualClock(datetime.fromisoformat(sys.argv[2])))
act, name = sys.argv[3], sys.argv[4]
print("ready", flush=True)
if act == "make":
    service.make()
elif act == "drill":
    service.drill()
else:
    service.restore(service.place(), name, replace_newer=True)
"""


class Ground:
    """A station, its stick, and what is known to be on it."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.dice = dice
        self.home = StationHome(folder / "trạm")
        self.home.create()
        migrate(self.home)
        self.clock = VirtualClock(SystemClock().now().astimezone(STATION_ZONE))
        self.service = furnish(self.home, self.clock, folder / "usb")
        set_backup(self.home, self.service, keep_days=3, keep_weeks=2)
        self.service.make()
        self.killed = 0
        self.wrong: list[str] = []

    def act(self, seconds: float) -> None:
        """One more thing happens, and one process is killed, or not."""
        next_day(self.clock)
        what = self.dice.choices(("make", "drill", "restore"), (6, 1, 2))[0]
        if what == "make":
            live(self.home, self.clock)
            add_sound(self.home, self.dice.randrange(10_000), self.dice.randrange(1, 6_000_000))
        before = set(self.service.place().names())
        name = self.dice.choice(sorted(before))
        self._run(what, name, self.dice.uniform(0, seconds))
        self.look(what, before)

    def _run(self, what: str, name: str, seconds: float) -> None:
        words = [sys.executable, "-c", _ACT, str(self.home.root), self.clock.now().isoformat(), what, name]
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
            assert child.stdout is not None
            assert child.stderr is not None
            child.stdout.readline()
            time.sleep(seconds)
            if child.poll() is None:
                self.killed += 1
                child.kill()
            error = child.stderr.read().decode()
        if error and "Traceback" in error:
            self.wrong.append(f"{what}: {error[-300:]}")

    def look(self, what: str, before: set[str]) -> None:
        """The newest backup opens, whatever was done last; the station is one of those that were."""
        self.home.create()
        service = BackupService(self.home, self.clock)
        lines = service.list()
        broken = [line.name for line in lines if line.problem]
        if broken or not lines:
            self.wrong.append(f"{what}: cannot be read: {broken or 'all gone'}")
        if what == "drill" and {line.name for line in lines} != before:
            self.wrong.append(f"{what}: the list changed")
        for line in lines:
            try:
                files = service.place().files(line.backup, None)  # type: ignore[arg-type]
                objects = service.place().objects(None)
                gone = [name for name, size in files.objects.items() if not objects.has(name, size)]
            except BroadcasterError as error:
                gone = [error.text]
            if gone:
                self.wrong.append(f"{what}: {line.name} lacks {gone[:2]}")
        if not (self.home.database.exists() and self.home.key.exists() and self.home.settings.exists()):
            self.wrong.append(f"{what}: half a home")
        migrate(self.home)


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    dice = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 1.0
    with tempfile.TemporaryDirectory() as folder:
        ground = Ground(Path(folder), dice)
        for _ in range(count):
            ground.act(seconds)
        last = ground.service.make()
        drills = [ground.service.drill(line.name) for line in ground.service.list()]
        bad = [problem for drill in drills for problem in drill.problems]
        wrong = ground.wrong + bad
    print(f"{count} processes, {ground.killed} killed; {len(drills)} backups tried, the last {last.name}; "
          f"{wrong or 'all of it holds'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

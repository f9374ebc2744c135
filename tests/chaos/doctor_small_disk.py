"""A really small disk: what the check-up says of it, and how far the room in reserve takes the journal. By hand, root.

Run: .venv/bin/python tests/chaos/doctor_small_disk.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "care"))
from doctor_patient import NOW, codes, healthy, look, machine

from broadcaster.air.alarms import Alarms
from broadcaster.air.scribe import Scribe
from broadcaster.base import ballast, room
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.db.migrate import migrate
from broadcaster.protocol.journal import JournalWriter, Kind
from broadcaster.wiring import build_app

MEGABYTES = 80


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        disk = Path(place) / "disk"
        disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(disk)], check=True)
        try:
            live(disk)
        finally:
            subprocess.run(["umount", "-l", str(disk)], check=True)


def live(disk: Path) -> None:
    home = StationHome(disk / "home")
    home.create()
    migrate(home)
    healthy(home)
    room.GETTING_FULL_BYTES = ballast.GETTING_FULL_BYTES = 30_000_000
    print("room in reserve:", ballast.hold(home))
    real = machine(free=room.free_bytes)
    print("nearly full:", codes(look(home, real, "space")))
    clock = VirtualClock(NOW)
    app = build_app(home, clock)
    try:
        app.library.add(Path(__file__))
    except Refused as refused:
        print("import:", refused.code, refused.facts["free_mb"], "MB free")
    app.close()
    fill(disk)
    print("full:", codes(look(home, real, "space", "disk")))
    write_on(home, clock)
    build_app(home, clock).close()
    print("the database opens; room let go:", not ballast.ballast_file(home).exists())
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    print("read only:", codes(look(home, real, "disk")))


def fill(disk: Path) -> None:
    with (disk / "films").open("wb") as file:
        try:
            while True:
                file.write(b"\0" * 65536)
                file.flush()
        except OSError:
            print("bytes left:", room.free_bytes(disk))


def write_on(home: StationHome, clock: VirtualClock) -> None:
    """Beats until the disk is full again: each stands for two seconds on the air."""
    alarms = Alarms(clock)
    scribe = Scribe(JournalWriter(home.asrun, clock.now, durable=False), clock, alarms, lambda: ballast.let_go(home))
    lines = 0
    beat = {"event_id": "01m807mzpq93skkmbaa9kaxe6n", "day": "2026-11-21", "frames": 96_000, "position": 96_000,
            "started_at": "2026-11-21T05:00:00.000+07:00"}
    while scribe.write(Kind.BEAT, start_seq=lines, **beat):
        lines += 1
    print(f"journal lines after the disk was full: {lines} = {lines * 2 / 3600:.1f} h on the air; "
          f"alarms then: {[alarm.code for alarm in alarms.all()]}")
    (home.root.parent / "films").unlink()
    clock.advance(2)
    scribe.retry()
    print("with room again:", [alarm.code for alarm in alarms.all()] or "no alarm")
    scribe.close()


if __name__ == "__main__":
    main()

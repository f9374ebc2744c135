"""What a backup costs, beside rsync and tar in the same run: first night, second night, trial, a new computer.

    .venv/bin/python tests/bench/backup_figures.py [SOUNDS] [MB_EACH] [FOLDER] [--encrypted]

A made-up station of SOUNDS sounds (default 400 of 5 MB: 2 GB), 365 days of journal, plans and seals, and a database
with as many rows; FOLDER (default: a temporary one) holds it and takes the backups.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "unit" / "care"))

from backup_ground import SOUNDS, add_sound, furnish, live, next_day

from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.care.backup.service import BackupService, stations_at
from broadcaster.db.engine import open_database
from broadcaster.db.migrate import migrate
from broadcaster.protocol.journal import JournalWriter, Kind

_LINES_A_DAY = 600


def main() -> None:
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    sounds, megabytes = (int(words[0]) if words else 400), (int(words[1]) if len(words) > 1 else 5)
    base = Path(tempfile.mkdtemp(dir=words[2] if len(words) > 2 else None))
    clock = VirtualClock(datetime(2026, 11, 21, 23, 0, tzinfo=STATION_ZONE))
    home = StationHome(base / "station")
    home.create()
    migrate(home)
    service = furnish(home, clock, base / "stick")
    _fill(home, sounds, megabytes)
    if "--encrypted" in sys.argv:
        print("phrase", phrase := service.encrypt(""))
    size = sum(path.stat().st_size for path in home.root.rglob("*") if path.is_file())
    count = sum(path.is_file() for path in home.root.rglob("*"))
    print(f"{count} files, {size / 1e6:.0f} MB, database {home.database.stat().st_size / 1e6:.0f} MB")
    rate = size / 1e6
    _cold(base)
    seconds = _timed("first backup", service.make)
    print(f"  {rate / seconds:.0f} MB/s, {_objects(service)} objects")
    for name, command in (("tar", ["tar", "cf", str(base / "copy.tar"), "-C", str(home.root), "."]),
                          ("rsync -a", ["rsync", "-a", f"{home.root}/", str(base / "copy")])):
        if shutil.which(command[0]):
            _cold(base)
            seconds = _timed(name, lambda command=command: (subprocess.run(command, check=True), os.sync()))
            print(f"  {rate / seconds:.0f} MB/s")
    shutil.rmtree(base / "copy", ignore_errors=True)
    (base / "copy.tar").unlink(missing_ok=True)
    _timed("light trial", lambda: service.drill(full=False))
    next_day(clock)
    live(home, clock, _LINES_A_DAY)
    add_sound(home, 77_777, megabytes << 20)
    _timed("second night", service.make)
    _timed("light trial", lambda: service.drill(full=False))
    _timed("full trial", service.drill)
    fresh = StationHome(base / "new" / "dai-xa")
    [(place, lines)] = stations_at(base / "stick")
    given = phrase if "--encrypted" in sys.argv else ""
    _timed("restore", lambda: BackupService(fresh, clock).restore(place, lines[0].name, phrase=given))
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    shutil.rmtree(base)


def _fill(home: StationHome, sounds: int, megabytes: int) -> None:
    for number in range(len(SOUNDS), sounds):
        add_sound(home, number, megabytes << 20)
    clock = VirtualClock(datetime(2025, 11, 21, 5, 0, tzinfo=STATION_ZONE))
    shutil.rmtree(home.asrun)
    writer = JournalWriter(home.asrun, clock.now, durable=False)
    database = open_database(home.database)
    for day in range(365):
        for number in range(_LINES_A_DAY):
            writer.write(Kind.BEAT, event_id=f"{day}.{number}", position=number * 96_000, day="x" * 10)
        name = f"{clock.now():%Y-%m-%d}"
        for revision in range(3):
            (home.rundowns / f"{name}.r{revision}.json").write_text(json.dumps([name] * 3000), "utf-8")
        (home.seals / f"{name}.json").write_text(json.dumps({"day": name}), "utf-8")
        clock.sleep(timedelta(days=1).total_seconds())
    writer.close()
    with database.write("journal_line") as c:
        for path in sorted(home.asrun.glob("*.jsonl")):
            rows = [json.loads(line) for line in path.read_bytes().splitlines()]
            c.exec_driver_sql("INSERT INTO journal_line (seq, file, at, kind, data, hash) VALUES (?, ?, ?, ?, ?, ?)",
                              [(row["seq"], path.name, row["at"], row["kind"], json.dumps(row["data"]), row["hash"])
                               for row in rows])
    database.close()


def _objects(service: BackupService) -> int:
    return sum(1 for _ in service.place().objects(None).all())


def _cold(base: Path) -> None:
    """What was read before must not come from memory, where we may say so."""
    os.sync()
    try:
        Path("/proc/sys/vm/drop_caches").write_text("1", encoding="ascii")
    except OSError:
        print("  (caches stay warm)")


def _timed(what: str, work: Callable[[], object]) -> float:
    began = time.monotonic()
    work()
    seconds = time.monotonic() - began
    print(f"{what}: {seconds:.1f} s", flush=True)
    return seconds


if __name__ == "__main__":
    main()

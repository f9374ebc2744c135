"""A small real station to be backed up: database, key, journal, sounds, letters."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from broadcaster.base.clock import VirtualClock, format_time
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed, save_settings
from broadcaster.care.backup.service import BackupService
from broadcaster.db import trail
from broadcaster.db.engine import open_database
from broadcaster.protocol.journal import JournalWriter, Kind
from broadcaster.protocol.seal import make_key

SOUNDS = (300_000, 5_000_000)


def furnish(home: StationHome, clock: VirtualClock, stick: Path) -> BackupService:
    """Fill a bare home and choose `stick` for its backups."""
    settings = Settings()
    save_settings(home, replace(settings, station=replace(settings.station, id="xa-mau")))
    make_key(home)
    for number, size in enumerate(SOUNDS):
        add_sound(home, number, size)
    home.original("a" * 64, ".txt").write_text("Công văn về tiêm chủng", encoding="utf-8")
    (home.root / "kept").mkdir()
    (home.root / "kept" / "ghi chú.txt").write_text("# của xã Mẫu\n", encoding="utf-8")
    (home.root / "voices" / "cache").mkdir()
    (home.root / "voices" / "cache" / "thrown-away.flac").write_bytes(b"x" * 99_999)
    (home.logs / "air.log").write_text("not kept", encoding="utf-8")
    live(home, clock)
    stick.mkdir(parents=True)
    service = BackupService(home, clock)
    service.choose(str(stick))
    return service


def add_sound(home: StationHome, number: int, size: int) -> Path:
    raw = random.Random(number).randbytes(size)
    path = home.audio(hashlib.sha256(raw).hexdigest())
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw)
    return path


def live(home: StationHome, clock: VirtualClock, lines: int = 3) -> None:
    """Something happens: journal lines, an act on the trail."""
    clock.sleep(3600)
    writer = JournalWriter(home.asrun, clock.now)
    for _ in range(lines):
        writer.write(Kind.OPERATOR, action="skip", by="Cán bộ truyền thanh")
    writer.close()
    database = open_database(home.database)
    with database.write("audit") as c:
        trail.add(c, format_time(clock.now()), "Cán bộ truyền thanh", "session.start", "", {})
    database.close()


def set_backup(home: StationHome, service: BackupService, **values: object) -> None:
    save_settings(home, changed(service.settings(), "backup", **values))


def next_day(clock: VirtualClock, days: int = 1) -> None:
    clock.sleep(timedelta(days=days).total_seconds())


def contents(root: Path) -> dict[str, bytes]:
    """What a home holds, but for what every opening changes."""
    changing = ("station.db", "run/", "logs/", "backup/", "voices/cache", "restored.json", "station.backup-key")
    files = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if not name.startswith(changing)}

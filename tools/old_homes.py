"""Freeze a demo station made by an earlier program: the homes of tests/data/homes, one for each form of the database.

    git archive COMMIT | tar -x -C OLD                    the last commit of a form
    cd OLD && PYTHONPATH=OLD python -m broadcaster --home HOME demo --headless
    python tools/old_homes.py HOME tests/data/homes/NNNN.tar.xz

Sounds, voices and logs stay out: what is tested is the database beside its journal, plans and ledger.
"""

from __future__ import annotations

import sqlite3
import sys
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path

KEPT = ("station.toml", "station.key", "station.sign", "asrun", "rundowns", "approvals", "seals", "emergency")
_MOST_PLANS = 3


def freeze(home: Path, archive: Path) -> None:
    """One archive, the same for the same home."""
    with tempfile.TemporaryDirectory() as folder, tarfile.open(archive, "w:xz", preset=9) as tar:
        copy = Path(folder) / "station.db"
        with closing(sqlite3.connect(home / "station.db")) as old, closing(sqlite3.connect(copy)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")
            new.execute("VACUUM")
        tar.add(copy, "home/station.db", filter=_plain)
        for name in KEPT:
            place = home / name
            if place.is_dir():
                for path in sorted(place.iterdir())[:_MOST_PLANS if name == "rundowns" else None]:
                    tar.add(path, f"home/{name}/{path.name}", filter=_plain)
            elif place.exists():
                tar.add(place, f"home/{name}", filter=_plain)


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = entry.mtime = 0
    entry.uname = entry.gname = ""
    return entry


if __name__ == "__main__":
    freeze(Path(sys.argv[1]), Path(sys.argv[2]))

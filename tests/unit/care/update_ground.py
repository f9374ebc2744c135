"""An installation with a version that runs, keys of our own, and updates made for it; also a process that is killed.

    python update_ground.py BASE good|bad      one world a rename: killed just before it (see `murder`)
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from broadcaster.base.clock import Clock, SystemClock
from broadcaster.base.paths import StationHome
from broadcaster.care.installed import Installed
from broadcaster.care.updates.model import platform_tag
from broadcaster.care.updates.package import write_update
from broadcaster.care.updates.service import Updates

REPOSITORY = Path(__file__).parents[3]
LAUNCHER = REPOSITORY / "packaging" / "launcher" / "broadcaster.sh"
PRIVATE = bytes(range(32))
PUBLIC = Ed25519PrivateKey.from_private_bytes(PRIVATE).public_key().public_bytes_raw().hex()
OLD, NEW = "0.1.0", "0.2.0"
OLD_FORM, NEW_FORM = "0006", "0007"


def program(folder: Path, version: str, body: str = "") -> Path:
    """A version that says who it is; `body` is sh, run before that."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("broadcaster", "dai-xa"):
        (folder / name).write_text(f"#!/bin/sh\n{body}\necho {version} \"$@\"\n")
        (folder / name).chmod(0o755)
    (folder / "_internal").mkdir(exist_ok=True)
    (folder / "_internal" / "dữ liệu.bin").write_bytes(version.encode() * 10_000)
    link = folder / "_internal" / "lib.so"
    link.unlink(missing_ok=True)
    link.symlink_to("dữ liệu.bin")
    return folder


def installation(root: Path) -> Installed:
    place = Installed(root)
    program(place.folder(OLD), OLD)
    for name in ("broadcaster", "dai-xa"):
        shutil.copy(LAUNCHER, root / name)
    place.point_to(OLD)
    return place


def facts(version: str = NEW, **other: Any) -> dict[str, Any]:
    return {"version": version, "platform": platform_tag(), "made_at": "2026-11-20T08:00:00+07:00",
            "schema": NEW_FORM, "news": ["Phát lại tin đã lỡ."], **other}


def update(folder: Path, version: str = NEW, body: str = "", **other: Any) -> Path:
    """An update file in `folder`, signed with our own key."""
    tree = program(folder / f"tree-{version}", version, body)
    path = folder / f"dai-xa-{version}.dxcapnhat"
    write_update(tree, path, facts(version, **other), PRIVATE)
    shutil.rmtree(tree)
    return path


def database(home: StationHome, form: str = OLD_FORM) -> None:
    home.create()
    with closing(sqlite3.connect(home.database)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("CREATE TABLE audit (id INTEGER)")
        connection.execute("CREATE TABLE kept (what TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES (?)", (form,))
        connection.execute("INSERT INTO kept VALUES ('từ trước')")
        connection.commit()


def form_of(database: Path) -> str:
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT what FROM kept").fetchone() == ("từ trước",)
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


class StandIn:
    """A station whose program brings the database to its form when it starts; a sick one never comes up."""

    def __init__(self, home: StationHome, place: Installed, sick: str = "") -> None:
        self.home, self.place, self.sick = home, place, sick
        self.runs = place.current
        self.reason = ""
        self.log: list[str] = []

    def busy(self) -> str:
        return self.reason

    def stop(self) -> None:
        self.log.append("stop")
        self.runs = ""

    def start(self, command: Sequence[str]) -> None:
        version = self.place.current
        self.log.append(f"start {version}")
        if version == NEW:
            with closing(sqlite3.connect(self.home.database)) as connection:
                connection.execute("UPDATE alembic_version SET version_num = ?", (NEW_FORM,))
                connection.commit()
        self.runs = "" if version == self.sick else version

    def lives(self) -> bool:
        return self.runs == self.place.current


def updates(place: Installed, home: StationHome, clock: Clock, sick: str = "") -> Updates:
    return Updates(place, StandIn(home, place, sick), clock, (PUBLIC,), watch_seconds=0.02, come_up_seconds=0.02)


def world(base: Path) -> tuple[Installed, StationHome]:
    home = StationHome(base / "trạm")
    database(home)
    return installation(base / "cài đặt"), home


def murder(base: Path, sick: str) -> None:
    """Forked once a rename: each child does the whole update and is killed -9 just before its n-th rename."""
    file = update(base)
    # The first steps are the same for both; a good one is followed only from its switch on.
    for number in range(0 if sick else 10, 100):
        place, home = world(base / f"{number:02}")
        child = os.fork()
        if not child:
            _die_at(number)
            work = updates(place, home, SystemClock(), sick)
            work.stage(file)
            work.carry_out()
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            assert os.waitstatus_to_exitcode(status) == 0
            return
    raise AssertionError("an update without end")


def _die_at(number: int) -> None:
    left, replace = [number], Path.replace

    def counted(self: Path, target: Any) -> Path:
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        return replace(self, target)

    Path.replace = counted  # type: ignore[method-assign,assignment]


if __name__ == "__main__":
    murder(Path(sys.argv[1]), NEW if sys.argv[2] == "bad" else "")

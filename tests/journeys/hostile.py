"""What the tests of bad input share: runs of the real command line, measured, and a picture of a station home."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from command_line import Ran, run_command

from broadcaster.accounts.model import Person, Role
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome, shipped
from broadcaster.library.model import Cart, CartKind
from broadcaster.wiring import App, build_app

OPERATOR, OPERATOR_PIN = "Cán bộ truyền thanh", "1111"
APPROVER, APPROVER_PIN = "Phó Chủ tịch", "2222"
DAY_START = datetime(2026, 11, 21, 4, 0, tzinfo=STATION_ZONE)
LETTERS = Path(__file__).parent.parent / "data" / "letters"
MESSAGE = "thong-diep-mau.mp3"

# A small process in between: a child's peak memory counts from that of the process that made it.
_MEASURE = (
    "import resource, subprocess, sys\n"
    "done = subprocess.run(sys.argv[2:], stdin=subprocess.DEVNULL)\n"
    "with open(sys.argv[1], 'w') as file:\n"
    "    file.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))\n"
    "sys.exit(done.returncode)\n"
)


def command(home: StationHome, *words: str, env: dict[str, str] | None = None, before: tuple[str, ...] = ()) -> Ran:
    """`python -m broadcaster --home HOME words…`, as a person types it; `before` is put in front of the line."""
    if not before:
        return run_command(["--home", str(home.root), *words], env)
    handle, name = tempfile.mkstemp(suffix=".peak")
    os.close(handle)
    note = Path(name)
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-S", "-c", _MEASURE, str(note), *before, sys.executable, "-m", "broadcaster",
         "--home", str(home.root), *words],
        capture_output=True, text=True, check=False, timeout=100, env={**os.environ, **(env or {})})
    took = time.monotonic() - begun
    peak = int(note.read_text() or 0) / 1024
    note.unlink(missing_ok=True)
    return Ran(done.returncode, done.stdout, done.stderr, took, peak)


def assert_plain_refusal(ran: Ran, *words: str) -> None:
    """Exit 1 and one plain line that holds `words`."""
    assert ran.code == 1, ran
    lines = ran.err.splitlines()
    assert len(lines) == 1, ran.err
    assert lines[0].startswith("broadcaster: "), ran.err
    assert "Traceback" not in ran.err
    for word in words:
        assert word in lines[0], ran.err


def picture(home: StationHome) -> dict[str, str]:
    """Every file by path and hash; the database by what it holds, not by its bytes.

    Without the imports' own memory: that a file was refused is written down.
    """
    found = {str(path.relative_to(home.root)): hashlib.sha256(path.read_bytes()).hexdigest()
             for path in sorted(home.root.rglob("*")) if path.is_file() and not path.name.startswith("station.db")}
    with closing(sqlite3.connect(f"{home.database.as_uri()}?mode=ro", uri=True)) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'"
                                                       " AND name NOT IN ('import_run', 'import_file')")]
        for table in tables:
            rows = sorted(map(repr, connection.execute(f'SELECT * FROM "{table}"')))
            found[f"table {table}"] = f"{len(rows)} {hashlib.sha256(''.join(rows).encode()).hexdigest()}"
    return found


def write_database(home: StationHome, statement: str, *values: object) -> int:
    """What an intruder with a database tool does; returns how many rows changed."""
    with closing(sqlite3.connect(home.database)) as connection, connection:
        return connection.execute(statement, values).rowcount


@dataclass
class Ground:
    """A small station with two people, in virtual time, and steps to take on it."""

    home: StationHome
    clock: VirtualClock
    app: App
    operator: Person
    approver: Person

    def approved_message(self, title: str = "Thông điệp 5K", kind: CartKind = CartKind.MESSAGE,
                         file: Path | None = None) -> Cart:
        cart = self.app.library.add(file or shipped("resources", "audio", MESSAGE), title=title, kind=kind,
                                    by=self.operator.name).cart
        self.app.approvals.submit(f"cart:{cart.id}", self.operator.name)
        self.app.approvals.approve(f"cart:{cart.id}", self.approver)
        return self.app.library.get(cart.id)

    def approved_bulletin(self, title: str, text: str) -> Cart:
        bulletin = self.app.bulletins.new(title, text, by=self.operator.name)
        self.app.bulletins.voice(bulletin.id)
        self.app.approvals.submit(f"bulletin:{bulletin.id}", self.operator.name)
        self.app.approvals.approve(f"bulletin:{bulletin.id}", self.approver)
        return self.app.approvals.cart_of(bulletin.id)

    def campaign(self, cart: Cart, days: int = 0, times: int = 1) -> None:
        today = self.clock.now().date()
        self.app.schedule.add_campaign(cart.id, times, today, today + timedelta(days=days), by=self.operator.name)


def make_ground(root: Path) -> Ground:
    """The caller closes `ground.app`."""
    home = StationHome(root)
    clock = VirtualClock(DAY_START)
    app = build_app(home, clock)
    operator = app.accounts.add(OPERATOR, "Cán bộ", Role.OPERATOR, OPERATOR_PIN)
    approver = app.accounts.add(APPROVER, "Phó Chủ tịch UBND xã", Role.APPROVER, APPROVER_PIN)
    return Ground(home, clock, app, operator, approver)

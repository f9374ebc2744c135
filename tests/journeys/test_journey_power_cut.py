"""The power fails at every step of every stage: the station opens again, nothing is half-known, the work can be redone.

The command runs in a real process that kills itself with SIGKILL at its n-th step that touches the disk: a file opened
for writing, a sync, a rename, a removal, a commit of the database (just before it, and just after).
"""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import docx
import pytest
from hostile import DAY_START, LETTERS, make_ground
from sqlalchemy import text

from broadcaster.air.simulate import simulate
from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome, sha256_of, shipped
from broadcaster.protocol.rundown import read_rundown
from broadcaster.wiring import App, build_app

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
KILLS = 1
"""How many of a command's steps are tried in one run, chosen anew each time; the last is always among them."""

_DYING = """
import os, signal, sys
last, home, count = int(sys.argv[1]), sys.argv[2], 0

def step():
    global count
    count += 1
    if count == last:
        os.kill(os.getpid(), signal.SIGKILL)

def watch(event, args):
    if event == "open":
        path, _, flags = args
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes and str(path).startswith(home):
            step()
    elif event in {"os.rename", "os.remove", "os.mkdir", "os.chmod"} and str(args[0]).startswith(home):
        step()

def around(old):
    def new(*args, **more):
        wanted = old is sync or "COMMIT" in args[1:]
        if wanted: step()
        result = old(*args, **more)
        if wanted: step()
        return result
    return new

from sqlalchemy import Connection
from broadcaster.cli.main import main
sync = os.fsync
os.fsync = around(sync)
Connection.exec_driver_sql = around(Connection.exec_driver_sql)
sys.addaudithook(watch)
code = main(["--home", home, *sys.argv[3:]])
print("steps", count, file=sys.stderr)
sys.exit(code)
"""


@dataclass(frozen=True)
class Stage:
    """A command, and what is there when it has been done."""

    words: tuple[str, ...]
    done: Callable[[App, Path], bool]


def prepare(root: Path) -> str:
    """A station with a letter, a written bulletin, an approved message with a campaign, and a day that aired."""
    ground = make_ground(root)
    try:
        ground.app.directives.add(LETTERS / "03.txt")
        bulletin = ground.app.bulletins.new("Tin mẫu", "Sáng mai có họp dân. Mời bà con đến dự.")
        ground.campaign(ground.approved_message(), days=3000)
        ground.app.schedule.publish(DAY_START.date())
        simulate(ground.home, ground.clock, DAY_START + timedelta(hours=14))
        ground.app.asrun.file()
        return bulletin.id
    finally:
        ground.app.close()


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    root = tmp_path_factory.mktemp("power") / "tram"
    return root, prepare(root)


def stages(bulletin_id: str, out: Path) -> dict[str, Stage]:
    tune = shipped("resources", "audio", "nhac-hieu.flac")
    return {
        "directive": Stage(("directive", "add", str(LETTERS / "01.txt")),
                           lambda app, _: len(app.directives.list()) == 2),
        "library": Stage(("library", "add", str(tune)), lambda app, _: app.library.count() == 2),
        "voice": Stage(("bulletin", "voice", bulletin_id),
                       lambda app, _: app.bulletins.get(bulletin_id).cut is not None),
        "plan": Stage(("plan", "--date", "2030-01-01", "--days", "3"),
                      lambda app, _: len(list(app.home.rundowns.glob("2030-*.json"))) == 3),
        "report": Stage(("report", "--month", "2026-11", "--out", str(out)), lambda _, path: path.exists()),
    }


def run_until(step: int, home: StationHome, words: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", _DYING, str(step), str(home.root), *words], capture_output=True,
                          text=True, check=False, timeout=100)


def whole(app: App, out: Path) -> None:
    """Nothing is half-known: every row has its file, every file is what its name says."""
    with app.database.read() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        cuts = list(connection.execute(text("SELECT sha256 FROM cut")).scalars())
    for row in app.directives.list():
        assert sha256_of(app.directives.original(row.id)) == app.directives.get(row.id).sha256
    for sha256 in cuts:
        assert sha256_of(app.home.audio(sha256)) == sha256
    for path in app.home.rundowns.glob("*.json"):
        read_rundown(path, app.key)
    if out.exists():
        assert docx.Document(str(out)).tables
    assert app.asrun.verify() == []


@pytest.mark.parametrize("name", ["directive", "library", "voice", "plan", "report"])
@pytest.mark.slow
@pytest.mark.timeout(300)
def test_wherever_the_power_fails_nothing_is_half_done(base: tuple[Path, str], tmp_path: Path, name: str) -> None:
    source, bulletin_id = base
    counted = StationHome(tmp_path / "đếm")
    shutil.copytree(source, counted.root)
    out = counted.root / "outbox" / "bao-cao.docx"
    first = run_until(0, counted, stages(bulletin_id, out)[name].words)
    assert first.returncode == 0, first.stderr
    steps = int(first.stderr.rsplit("steps ", 1)[1])
    assert steps >= 3, "the command does nothing on the disk"
    chosen = sorted({*random.sample(range(1, steps + 1), min(KILLS, steps)), steps})
    for step in chosen:
        home = StationHome(tmp_path / f"{step}")
        shutil.copytree(source, home.root)
        check_one(home, step, name, bulletin_id)
        shutil.rmtree(home.root)


def check_one(home: StationHome, step: int, name: str, bulletin_id: str) -> None:
    out = home.root / "outbox" / "bao-cao.docx"
    stage = stages(bulletin_id, out)[name]
    killed = run_until(step, home, stage.words)
    if killed.returncode != -signal.SIGKILL:
        assert killed.returncode == 0, (step, killed.stderr)  # a step fewer than when they were counted
    with closing_app(home) as app:
        whole(app, out)
    again = run_until(0, home, stage.words)
    assert again.returncode == 0, (step, again.stderr)
    with closing_app(home) as app:
        assert stage.done(app, out), step
        whole(app, out)


def closing_app(home: StationHome) -> closing[App]:
    return closing(build_app(home, VirtualClock(DAY_START + timedelta(hours=15))))


def test_the_dying_process_really_dies(base: tuple[Path, str], tmp_path: Path) -> None:
    home = StationHome(tmp_path / "trạm")
    shutil.copytree(base[0], home.root)
    done = run_until(1, home, ("library", "add", str(shipped("resources", "audio", "nhac-hieu.flac"))))
    assert done.returncode == -signal.SIGKILL
    with closing_app(home) as app:
        assert [cart.title for cart in app.library.find()] == ["Thông điệp 5K"]

"""An import killed at any moment, again and again: python tests/chaos/import_killed.py [COUNT=100] [SEED=1] [TWO].

Each round begins (or goes on with) an import of six files as a program of its own and kills it after a random time,
up to three times; then the run is gone on with to its end. With "two", a second program imports the same files at the
same time. Judged by station_consistency: no file nobody knows, nothing half known, nothing twice, no process left.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "library"))
from library_sounds import babble, wav
from station_consistency import consistency

from broadcaster.base.paths import StationHome
from broadcaster.wiring import build_app

FILES = 6
LONGEST_LIFE = 5.0
"""Seconds after its beginning in which six files come in on a busy machine."""


@dataclass
class Figures:
    """What happened in a run."""

    kills: int = 0
    waited: Counter[int] = field(default_factory=Counter)
    """Files that waited after a kill (-1: not even begun)."""
    faults: list[str] = field(default_factory=list)


def run(count: int, seed: int, two: bool = False) -> Figures:
    """`count` kills."""
    figures, dice = Figures(), random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="killed-") as place:
        sources = Path(place) / "usb"
        sources.mkdir()
        for number in range(FILES):
            wav(sources / f"tin {number}.wav", babble(5.0, seed=number + 1))
        while figures.kills < count:
            home = StationHome(Path(place) / f"home-{figures.kills}")
            round_ = [dice.uniform(-0.5, LONGEST_LIFE) for _ in range(min(dice.randint(1, 3), count - figures.kills))]
            try:
                _round(home, sources, round_, two, figures)
            except Exception as error:
                figures.faults.append(f"{round_}: {error!r}")
    return figures


def _round(home: StationHome, sources: Path, lives: list[float], two: bool, figures: Figures) -> None:
    for seconds in lives:
        begun = _unfinished(home)
        programs = [_program(home, "--go-on" if begun else str(sources))]
        if two:
            programs.append(_program(home, str(sources)))
        if seconds < 0:  # before there is a run at all
            threading.Event().wait(-2 * seconds)
        else:
            _wait_for_reader(home, programs[0])
            threading.Event().wait(seconds)
        for program in programs:
            program.send_signal(signal.SIGKILL)
            program.wait()
        figures.kills += 1
        figures.waited[_waiting(home)] += 1
    _wait_for_readers(home)
    app = build_app(home)
    try:
        runs = [run.id for run in app.imports.unfinished()]
        if not runs:
            from broadcaster.library.importing.model import Wish

            runs = [app.imports.start([sources], Wish())]
        for run_id in runs:
            app.imports.go_on(run_id)
        if app.library.count() != FILES:
            figures.faults.append(f"{lives}: {app.library.count()} items")
        if app.imports.unfinished():
            figures.faults.append(f"{lives}: a run is never done")
    finally:
        app.close()
    figures.faults += [f"{lives}: {fault}" for fault in consistency(home)]


def _program(home: StationHome, what: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "broadcaster", "--home", str(home.root), "library", "add", what],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _unfinished(home: StationHome) -> bool:
    if not home.database.exists():
        return False
    app = build_app(home)
    try:
        return bool(app.imports.unfinished())
    finally:
        app.close()


def _waiting(home: StationHome) -> int:
    if not home.database.exists():
        return -1
    app = build_app(home)
    try:
        runs = app.imports.unfinished()
        return runs[0].waiting if runs else -1
    finally:
        app.close()


def _wait_for_reader(home: StationHome, program: subprocess.Popen[bytes]) -> None:
    """The work has begun, or is over already."""
    while program.poll() is None and not _readers(home):
        threading.Event().wait(0.02)


def _wait_for_readers(home: StationHome) -> None:
    """A reading process ends by itself when nobody is left who would want its work."""
    over = time.monotonic() + 20
    while _readers(home):
        if time.monotonic() > over:
            raise AssertionError("a reading process lives on")
        threading.Event().wait(0.05)


def _readers(home: StationHome) -> bool:
    return any(str(home.run) in _words(path.name) for path in Path("/proc").iterdir() if path.name.isdecimal())


def _words(pid: str) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    made = run(numbers[0] if numbers else 100, numbers[1] if len(numbers) > 1 else 1, "two" in sys.argv[1:])
    print(f"{made.kills} kills; files that waited: {dict(sorted(made.waited.items()))}")
    print("\n".join(made.faults) or "no fault")

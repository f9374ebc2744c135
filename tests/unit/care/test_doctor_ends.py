"""Ends nobody asked for are kept and told once; logs stay bounded; the disk is guarded."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from broadcaster.air.alarms import Alarms
from broadcaster.air.scribe import Scribe
from broadcaster.base import ballast, crashes, room
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, unwritable
from broadcaster.care import bounds
from broadcaster.keeper.alarms import HeldAlarms
from broadcaster.keeper.caring import BOUND_FIRST, Caring
from broadcaster.keeper.children import start_detached
from broadcaster.protocol.journal import JournalWriter, Kind, journal_files, read_journal

_CHILD = """
import sys, threading
from pathlib import Path
from broadcaster.base.logs import start_logging
from broadcaster.base.paths import StationHome
start_logging(StationHome(Path(sys.argv[1])), sys.argv[2], to_stderr=False)
"""


def run(home: StationHome, process: str, code: str, expected: int | None = None) -> None:
    done = subprocess.run([sys.executable, "-c", _CHILD + code, str(home.root), process], capture_output=True,
                          text=True, check=False)
    assert expected is None or done.returncode == expected, done.stderr


def test_an_uncaught_error_is_kept(bare_home: StationHome) -> None:
    run(bare_home, "air", "raise OSError(28, 'No space left on device')", 1)
    (crash,) = crashes.crashes(bare_home)
    assert (crash.process, crash.kind, crash.stopped) == ("air", "ended", True)
    assert "OSError: [Errno 28]" in crash.trace
    run(bare_home, "air", "", 0)
    assert len(crashes.crashes(bare_home)) == 1, "an orderly end is none"


def test_a_thread_that_ends_is_no_end_of_the_program(bare_home: StationHome) -> None:
    run(bare_home, "keeper", "t = threading.Thread(target=lambda: 1 / 0); t.start(); t.join()", 0)
    assert [(crash.kind, crash.stopped) for crash in crashes.crashes(bare_home)] == [("thread", False)]
    assert crashes.untold(bare_home) == []


def test_out_of_memory_is_kept(bare_home: StationHome) -> None:
    run(bare_home, "keeper", "raise MemoryError", 1)
    assert "MemoryError" in crashes.crashes(bare_home)[0].trace


def test_a_fault_of_the_machine_code_is_found_at_the_next_start(bare_home: StationHome) -> None:
    run(bare_home, "air", "import faulthandler; faulthandler._sigabrt()")
    assert crashes.crashes(bare_home) == []
    run(bare_home, "air", "", 0)
    (crash,) = crashes.untold(bare_home)
    assert crash.kind == "fatal"
    assert "Aborted" in crash.trace
    run(bare_home, "air", "", 0)
    assert len(crashes.crashes(bare_home)) == 1
    crashes.mark_told(bare_home)
    assert crashes.untold(bare_home) == []


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_killed_without_a_word(bare_home: StationHome) -> None:
    run(bare_home, "keeper", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)", -signal.SIGKILL)
    run(bare_home, "keeper", "", 0)
    assert [crash.kind for crash in crashes.untold(bare_home)] == ["killed"]


def test_a_power_cut_is_no_fault_of_the_program(bare_home: StationHome) -> None:
    (bare_home.run / "keeper.born").write_text("999999999 1000000.0", encoding="ascii")
    run(bare_home, "keeper", "", 0)
    assert crashes.crashes(bare_home) == []
    assert not (bare_home.run / "keeper.born").exists()


def test_only_so_many_and_so_long(bare_home: StationHome) -> None:
    for _ in range(crashes.KEPT + 5):
        crashes.note(bare_home, "air", "fatal", "x" * 500_000)
    files = list(crashes.folder(bare_home).glob("*.txt"))
    assert len(files) == crashes.KEPT
    assert max(path.stat().st_size for path in files) <= crashes.LONGEST


def test_a_flood_of_words_is_cut_while_it_is_written(bare_home: StationHome) -> None:
    words = bare_home.logs / "air.stderr"
    flood = "import sys\nwhile True: sys.stderr.write('ALSA underrun\\n' * 5000)"
    child = start_detached([sys.executable, "-c", flood], words)
    try:
        end = time.monotonic() + 60
        while words.stat().st_size < bounds.WORDS_BYTES * 2 and time.monotonic() < end:
            time.sleep(0.01)
        child.send_signal(signal.SIGSTOP) if hasattr(signal, "SIGSTOP") else child.terminate()
        before = words.stat().st_size
        assert bounds.bound_logs(bare_home) > before - 2 * bounds.WORDS_KEPT
        assert words.stat().st_size < 2 * bounds.WORDS_KEPT
        assert words.read_bytes().startswith(b"(the beginning")
    finally:
        child.kill()
        child.wait()


def test_all_logs_together_are_bounded(bare_home: StationHome, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LOGS_BYTES", 3_000_000)
    for number in range(8):
        path = bare_home.logs / f"air.log.{number}"
        path.write_bytes(b"x" * 1_000_000)
        os.utime(path, (number, number))
    (bare_home.logs / "air.log").write_bytes(b"now")
    journal = bare_home.asrun / "2026-11-21.jsonl"
    journal.write_bytes(b"evidence" * 1_000_000)
    assert bounds.bound_logs(bare_home) > 4_000_000
    assert sum(path.stat().st_size for path in bare_home.logs.iterdir()) <= 3_000_000
    assert (bare_home.logs / "air.log").exists()
    assert (bare_home.logs / "air.log.7").exists()
    assert journal.stat().st_size == 8_000_000


def test_old_scratch_goes_and_new_stays(bare_home: StationHome, clock: VirtualClock) -> None:
    now = clock.now().timestamp()
    for name, age in ((".a.tmp", 2 * 86400), (".b.tmp", 60), ("air.json", 9 * 86400)):
        (bare_home.run / name).write_bytes(b"12345")
        os.utime(bare_home.run / name, (now - age, now - age))
    left = (bare_home.root / ".station.toml.ab.tmp", bare_home.rundowns / ".2026-11-19.json.cd.tmp")
    kept = (bare_home.root / "của đài.tmp", bare_home.asrun / "2026-11-19.jsonl")
    for path in (*left, *kept):
        path.write_bytes(b"12345")
        os.utime(path, (now - 2 * 86400, now - 2 * 86400))
    assert bounds.drop_scratch(bare_home, clock) == 15
    assert sorted(path.name for path in bare_home.run.iterdir()) == [".b.tmp", "air.json"]
    assert [path.exists() for path in (*left, *kept)] == [False, False, True, True]


# The disk


def test_what_can_wait_is_refused(bare_home: StationHome, monkeypatch: pytest.MonkeyPatch) -> None:
    room.require_room(bare_home.root / "not" / "yet" / "there")
    monkeypatch.setattr(room, "free_bytes", lambda _: 600_000_000)
    room.require_room(bare_home.root, 50_000_000)
    with pytest.raises(Refused) as refused:
        room.require_room(bare_home.root, 200_000_000)
    assert refused.value.code == "disk.no_room"
    assert refused.value.facts["free_mb"] == 600


@pytest.fixture
def free(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """So much is left on the disk."""
    def put(count: int) -> None:
        monkeypatch.setattr(room, "free_bytes", lambda _: count)
        monkeypatch.setattr(ballast, "free_bytes", lambda _: count)
    return put


def test_the_helper_warns_then_acts(bare_home: StationHome, clock: VirtualClock,
                                    free: Callable[[int], None]) -> None:
    alarms = HeldAlarms(clock)
    caring = Caring(bare_home, clock, alarms.raise_, alarms.clear)
    cache = bare_home.root / "voices" / "cache" / "x.pcm"
    cache.parent.mkdir(parents=True)
    cache.write_bytes(b"spoken")

    def codes(left: int) -> list[str]:
        free(left)
        assert caring.disk() == left
        clock.advance(BOUND_FIRST + 1)
        return [alarm.code for alarm in alarms.all()]

    assert codes(9_000_000_000) == []
    assert codes(9_000_000_000) == []
    assert ballast.ballast_file(bare_home).stat().st_size >= ballast.BYTES
    assert codes(1_500_000_000) == ["disk_getting_full"]
    assert cache.exists()
    assert codes(400_000_000) == ["disk_low"]
    assert not cache.exists()
    assert ballast.ballast_file(bare_home).exists()
    assert codes(10_000_000) == ["disk_low"]
    assert not ballast.ballast_file(bare_home).exists()
    assert codes(1_000_000_000) == ["disk_getting_full"]
    assert codes(9_000_000_000) == []


class FullUntil(JournalWriter):
    """A disk that is full while a file lies on it."""

    ballast: Path

    def write(self, kind: Kind, /, **data: object):  # type: ignore[no-untyped-def]
        if self.ballast.exists():
            raise unwritable(self.ballast, OSError(errno.ENOSPC, "No space left on device"))
        return super().write(kind, **data)


def test_the_player_lets_go_of_the_reserve_and_goes_on_writing(bare_home: StationHome, clock: VirtualClock) -> None:
    assert ballast.hold(bare_home)
    journal = FullUntil(bare_home.asrun, clock.now, durable=False)
    journal.ballast = ballast.ballast_file(bare_home)
    alarms = Alarms(clock)
    scribe = Scribe(journal, clock, alarms, lambda: ballast.let_go(bare_home))
    assert scribe.write(Kind.BOOT) == 1
    assert scribe.write(Kind.SEAL) == 2
    assert alarms.all() == ()
    assert [line.kind for line in read_journal(journal_files(bare_home.asrun)[0])] == [Kind.BOOT, Kind.SEAL]
    scribe.close()

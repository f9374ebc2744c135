"""Disasters, briefly (kill_air.py and kill_sound_server.py are the long form): real processes, files and server."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from air_pulse import AirProcess, PulseServer, wait_for
from air_station import DAY, Station, moment
from chaos_ground import LONG, journal_problems, lost_lines, order_problems, publish_now, whole_lines
from chaos_keeper import Keepers, alarms
from kill_air import kill_again_and_again

from broadcaster.air.simulate import VirtualAir
from broadcaster.base.clock import VirtualClock
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import Kind, Reason
from broadcaster.protocol.seal import make_key

NOISE = 12.0
"""Patience for a machine that is busy with other things; the figure itself is measured by tests/bench."""


@pytest.mark.slow
def test_kill_9_at_random_moments(station: Station, tmp_path: Path) -> None:
    outcome = kill_again_and_again(station, tmp_path, kills=1, seed=random.randrange(1000), shortest=0.1, longest=1.5)
    assert outcome.problems == []
    assert outcome.kills == 1
    assert all(silence < NOISE for silence in outcome.silences)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="needs POSIX")
def test_journal_disk_full_for_some_seconds(station: Station, small_disk: Path, tmp_path: Path) -> None:
    events = publish_now(station, [3.0, 2.0, 1.5], seconds=4.5)
    filler = small_disk / "filler"
    with contextlib.closing(Player(station, None, "--sink", f"wav:{tmp_path / 'out.wav'}")) as air:
        assert wait_for(lambda: bool(station.journal(Kind.BEAT)), 20), air.said()
        fill(filler)
        seen = whole_lines(station.home.asrun)
        assert wait_for(lambda: "journal_refused" in alarms(station.home), 10), "a full disk is said aloud"
        assert len(station.told(Kind.END)) == 0
        wait_for(lambda: False, 1.0)
        filler.unlink()
        assert wait_for(lambda: "e3" in station.told(Kind.END), 20), air.said()
        assert wait_for(lambda: "journal_refused" not in alarms(station.home), 5)
    assert lost_lines(seen, whole_lines(station.home.asrun)) == []
    assert [line.data["reason"] for line in station.journal(Kind.END)] == ["", "", ""], "the sound went on"
    noted = [line for line in station.journal() if "noted_at" in line.data]
    assert noted, "what had to wait says when it really was"
    assert chain_problems(station) == []
    sound = np.fromfile(tmp_path / "out.wav", np.int16)[22:].reshape(-1, 2)[:, 0]
    whole = np.concatenate([station.samples[event.cut.sha256] for event in events])
    loud = np.flatnonzero(sound)
    assert loud[-1] - loud[0] <= len(whole), "no gap while the disk was full"


@LONG
@pytest.mark.pulse
@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_keeper_dies_air_plays_on_and_is_adopted_then_raised(station: Station, pulse: PulseServer) -> None:
    with Keepers(station.home, pulse.env) as keepers:
        keepers.begin()
        assert wait_for(lambda: "published_at" in keepers.status(), 30)
        events = publish_now(station, [12.0, 0.5], seconds=3.5, revision=500)
        assert wait_for(lambda: playing(station) == 1, 25)
        player = keepers.player()
        keepers.kill()
        beats = len(station.journal(Kind.BEAT))
        assert wait_for(lambda: len(station.journal(Kind.BEAT)) > beats, 10), "the station plays on"
        keepers.begin()
        assert wait_for(lambda: keepers.status().get("air", {}).get("pid") == player, 30)
        assert keepers.status()["air"]["starts"] == 0, "adopted, not doubled"
        seen = whole_lines(station.home.asrun)
        os.kill(player, signal.SIGKILL)
        assert wait_for(lambda: len(station.journal(Kind.BOOT)) == 2, NOISE), "started again at once"
        assert lost_lines(seen, whole_lines(station.home.asrun)) == []
        assert wait_for(lambda: "e2" in station.told(Kind.END), 30)
    assert journal_problems(station, events) + order_problems(station, events) == []
    first, second = (line.data for line in station.journal(Kind.END) if line.data["event_id"] == "e1")
    assert (first["reason"], second["reason"]) == ("program_error", "")


STEPS = {"an hour back": -3600.0, "a day ahead": 86_400.0, "to 1970": -1_795_000_000.0, "a second back": -1.2}


@pytest.mark.parametrize("step", STEPS.values(), ids=list(STEPS))
@pytest.mark.parametrize("when", ["04:58", "04:59:57", "05:00:02", "05:00:09.9", "05:04"])
def test_clock_steps_in_virtual_time(home: StationHome, step: float, when: str) -> None:
    """The clock is moved and put right two minutes later: nothing airs twice, nothing by a clock that lies."""
    station = Station(home, make_key(home))
    chains = [station.chain(moment("05:00"), [10.0, 8.0, 6.0]), station.chain(moment("05:03"), [5.0, 5.0], "f")]
    ends = [moment("05:02"), moment("05:09")]
    station.publish([station.session(events, end, f"s{number}")
                     for number, (events, end) in enumerate(zip(chains, ends, strict=True))])
    clock = VirtualClock(moment("04:55"))
    air = VirtualAir(home, clock)
    air.run_until(moment(when))
    clock.step_wall(step)
    air.run_until(clock.now() + timedelta(minutes=2))
    clock.step_wall(-step)
    air.run_until(moment("05:10"))
    air.close()
    assert chain_problems(station) == []
    told = [(line.data["event_id"], line.data["offset"]) for line in station.journal(Kind.START)]
    assert len(told) == len(set(told)), "nothing begins twice from the same place"
    settled = {**station.told(Kind.END), **station.told(Kind.MISSED)}
    assert set(settled) == {event.id for events in chains for event in events}, "each has an outcome"
    for line in station.journal(Kind.END):
        assert line.data["reason"] in set(Reason)
        assert line.data["position"] <= 10 * RATE
    invalid = False
    for line in station.journal(Kind.CLOCK, Kind.START):
        invalid = not line.data.get("valid", True) if line.kind is Kind.CLOCK else invalid
        assert not (invalid and line.kind is Kind.START), "no item is begun by a clock that is known to lie"
    assert all(line.at.date() <= DAY + timedelta(days=1) for line in station.journal())


class Player:
    """`broadcaster air`, ended politely at the end and hard if that fails."""

    def __init__(self, station: Station, env: dict[str, str] | None, *words: str) -> None:
        self._home = station.home
        self._air = AirProcess(station.home, env or dict(os.environ), *words)

    def said(self) -> str:
        return (self._home.logs / "stderr").read_text()

    def close(self) -> None:
        try:
            assert self._air.end() == 0
        except subprocess.TimeoutExpired:
            self._air.process.kill()
            self._air.process.wait()
            raise


@pytest.fixture
def small_disk(home: StationHome) -> Iterator[Path]:
    """A file system of 256 kB under the journal."""
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(home.asrun)], capture_output=True)
    if done.returncode:
        pytest.skip("a small file system cannot be mounted here (needs root)")
    yield home.asrun
    subprocess.run(["umount", "--lazy", str(home.asrun)], check=True)


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 512)


def playing(station: Station) -> int:
    """How many parts of the first item have sounded for two seconds."""
    return len({line.data["start_seq"] for line in station.journal(Kind.BEAT) if line.data["event_id"] == "e1"})


def chain_problems(station: Station) -> list[str]:
    from broadcaster.protocol.journal import journal_files
    from broadcaster.protocol.verifier import GENESIS, verify
    return [str(fault) for fault in verify(journal_files(station.home.asrun), GENESIS)]

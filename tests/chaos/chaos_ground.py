"""What every disaster is judged by: nothing acknowledged is lost, nothing is claimed that did not sound."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from air_pulse import AirProcess, find_sound
from air_station import Station
from numpy.typing import NDArray

from broadcaster.base.clock import SystemClock, parse_time, unix
from broadcaster.base.frames import RATE
from broadcaster.protocol.journal import Kind, Line, journal_files
from broadcaster.protocol.rundown import QuietHours, RundownEvent
from broadcaster.protocol.verifier import GENESIS, verify

LONG = pytest.mark.skipif(not os.environ.get("BROADCASTER_LONG"), reason="long: BROADCASTER_LONG=1 runs it")
"""For what shorter tests show in parts: the whole, with all processes, in real time."""
WAV_HEADER = 44
FADE = 480
"""The first frames of a resumed item are faded in."""


def publish_now(station: Station, lengths: list[float], seconds: float = 5.0, kinds: int = 12,
                revision: int = 1) -> list[RundownEvent]:
    """A session that begins in some seconds, far from quiet hours; long sessions use the same few sounds again."""
    starts = SystemClock().now() + timedelta(seconds=seconds)
    quiet = [(starts + timedelta(hours=hours)).strftime("%H:%M") for hours in (11, 12)]
    station.home.settings.write_text(f'[hours]\nquiet_from = "{quiet[0]}"\nquiet_to = "{quiet[1]}"\n')
    cuts = [station.cut(length, seed=number + 1) for number, length in enumerate(lengths[:kinds])]
    events, begins = [], starts
    for number in range(len(lengths)):
        cut = cuts[number % len(cuts)]
        events.append(station.event(f"e{number + 1}", cut, begins, hard=number == 0, late=36_000))
        begins += timedelta(seconds=cut.frames / RATE)
    station.publish([station.session(events, begins + timedelta(hours=5))], day=starts.date(), revision=revision,
                    quiet=QuietHours(*quiet), created=starts - timedelta(hours=1))
    return events


def near_midnight() -> bool:
    """A session of today must not run into tomorrow."""
    now = SystemClock().now()
    return (now + timedelta(minutes=15)).date() != now.date()


def whole_lines(folder: Path) -> dict[str, bytes]:
    """What a reader has seen of the journal by now: such a line must never go away again."""
    found = {path.name: path.read_bytes() for path in journal_files(folder)}
    return {name: raw[:raw.rfind(b"\n") + 1] for name, raw in found.items()}


def lost_lines(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    return [f"{name} lost or changed lines" for name, raw in before.items() if not after.get(name, b"").startswith(raw)]


@dataclass
class Life:
    """One run of `broadcaster air` into a WAV file, from its start to its violent end."""

    air: AirProcess
    wav: Path
    born: float
    sounded: float | None = None
    """Steady time at which the first sound was seen in the file."""
    died: float = 0.0
    died_at: datetime | None = None
    _seen: int = WAV_HEADER

    @classmethod
    def begin(cls, station: Station, wav: Path, env: dict[str, str]) -> Life:
        born = time.monotonic()
        return cls(AirProcess(station.home, env, "--sink", f"wav:{wav}"), wav, born)

    def watch(self) -> None:
        """Look whether there is sound by now."""
        if self.sounded is not None or not self.wav.exists():
            return
        with self.wav.open("rb") as file:
            file.seek(self._seen)
            fresh = file.read()
        self._seen += len(fresh)
        if fresh.strip(b"\0"):
            self.sounded = time.monotonic()

    def live(self, seconds: float) -> None:
        while time.monotonic() < self.born + seconds:
            self.watch()
            time.sleep(0.02)

    def kill(self) -> None:
        self.air.kill()
        self.died, self.died_at = time.monotonic(), SystemClock().now()

    def samples(self) -> NDArray[np.int16]:
        """The left channel; the header of a killed file says nothing about its length."""
        raw = self.wav.read_bytes()[WAV_HEADER:] if self.wav.exists() else b""
        return np.frombuffer(raw[:len(raw) // 4 * 4], np.int16).reshape(-1, 2)[:, 0]


def journal_problems(station: Station, events: list[RundownEvent]) -> list[str]:
    """Where the journal breaks its word: the chain, an open START, a gap or an overlap between the parts of an item."""
    problems = [f"{fault.file}:{fault.line} {fault.problem}"
                for fault in verify(journal_files(station.home.asrun), GENESIS)]
    lines = station.journal(Kind.START, Kind.END)
    open_seq: set[int] = set()
    position: dict[str, int] = {}
    for line in lines:
        name = line.data["event_id"]
        if line.kind is Kind.START:
            open_seq.add(line.seq)
            if line.data["offset"] != position.get(name, 0):
                problems.append(f"{name} went on from {line.data['offset']}, not {position.get(name, 0)}")
        else:
            if line.data["start_seq"] not in open_seq:
                problems.append(f"line {line.seq} ends what was not open")
            open_seq.discard(line.data["start_seq"])
            position[name] = line.data["position"]
    problems += [f"START {seq} was never ended" for seq in sorted(open_seq)]
    frames = {event.id: event.cut.frames for event in events}
    problems += [f"{line.data['event_id']} claims more than its cut holds" for line in lines
                 if line.kind is Kind.END and line.data["position"] > frames[line.data["event_id"]]]
    return problems


def order_problems(station: Station, events: list[RundownEvent]) -> list[str]:
    """The session goes on in its order: no item is left behind, and none begins before the one ahead is over."""
    planned = [event.id for event in events]
    begun: list[str] = []
    for line in station.journal(Kind.START):
        if line.data["event_id"] not in begun:
            begun.append(line.data["event_id"])
    return [] if begun == planned[:len(begun)] else [f"out of order: {begun}"]


def false_claims(station: Station, lives: list[Life]) -> list[str]:
    """Each END against the file of the life its START belongs to: those very samples must be in it."""
    lines = station.journal(Kind.BOOT, Kind.START, Kind.END)
    owner: dict[int, Life] = {}
    starts = {line.seq: line for line in lines if line.kind is Kind.START}
    pids = {life.air.process.pid: life for life in lives}
    current: Life | None = None
    heard: dict[int, NDArray[np.int16]] = {}
    problems = []
    for line in lines:
        if line.kind is Kind.BOOT:
            current = pids.get(line.data["pid"])
        elif line.kind is Kind.START and current is not None:
            owner[line.seq] = current
        elif line.kind is Kind.END and line.data["start_seq"] in owner:
            life = owner[line.data["start_seq"]]
            if id(life) not in heard:
                heard = {id(life): life.samples()}
            problems += _false_claim(station, starts[line.data["start_seq"]], line, life, heard[id(life)])
    return problems


def _false_claim(station: Station, start: Line, line: Line, life: Life, heard: NDArray[np.int16]) -> list[str]:
    frames, position = line.data["frames"], line.data["position"]
    cut = station.samples[start.data["cut"]]
    faded = FADE if start.data["offset"] else 0
    claimed = cut[position - frames + faded:position]
    problems = []
    if frames > FADE + 100 and not find_sound(heard, claimed):
        problems.append(f"line {line.seq} claims {frames} frames of {line.data['event_id']} that are not in the file")
    if life.died_at is not None and line.data["started_at"]:
        over = unix(parse_time(line.data["started_at"])) + frames / RATE - unix(life.died_at)
        if over > 0.1:
            problems.append(f"line {line.seq} claims sound {over:.2f} s after the player's death")
    return problems

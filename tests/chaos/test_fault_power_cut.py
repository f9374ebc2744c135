"""Power cut: the journal torn at every byte of its last line, and the player started again on what is left."""

from __future__ import annotations

import base64
import os
import random
import shutil
from pathlib import Path

import pytest
from air_station import DAY, Station, moment

from broadcaster.air.simulate import VirtualAir
from broadcaster.base.clock import VirtualClock
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import JournalWriter, Kind, journal_files, read_journal
from broadcaster.protocol.seal import make_key
from broadcaster.protocol.verifier import GENESIS, verify

LENGTHS = [6.0, 5.0, 4.0]


@pytest.fixture
def cut_off(home: StationHome) -> tuple[Station, bytes]:
    """A station whose power failed in the middle of the second item, and its journal's bytes."""
    station = Station(home, make_key(home))
    station.publish([station.session(station.chain(moment("05:00"), LENGTHS), moment("05:10"))])
    air = VirtualAir(home, VirtualClock(moment("04:59")))
    air.run_until(moment("05:00:09.5"))
    air.crash()
    (path,) = journal_files(home.asrun)
    return station, path.read_bytes()


def test_power_cut_torn_at_every_byte_the_chain_goes_on(cut_off: tuple[Station, bytes], tmp_path: Path,
                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    _, raw = cut_off
    monkeypatch.setattr(os, "fsync", lambda handle: None)  # the bytes matter here, and there are hundreds of syncs
    folder, clock = tmp_path / "asrun", VirtualClock(moment("05:01"))
    folder.mkdir()
    path = folder / f"{DAY.isoformat()}.jsonl"
    ahead = raw.rindex(b"\n", 0, len(raw) - 1)
    for length in range(ahead, len(raw) + 1):
        path.write_bytes(raw[:length])
        writer = JournalWriter(folder, clock.now)
        assert writer.torn_tail == raw[:length].rpartition(b"\n")[2]
        writer.write(Kind.BOOT, torn=base64.b64encode(writer.torn_tail).decode())
        writer.close()
        assert not list(verify([path], GENESIS)), length
        kept = path.read_bytes()
        assert kept.startswith(raw[:length].rpartition(b"\n")[0]), "no whole line is lost"


def test_power_cut_torn_anywhere_the_session_goes_on_in_its_place(cut_off: tuple[Station, bytes],
                                                                  tmp_path: Path) -> None:
    """Whatever the last bytes were: each item has one outcome, none sounds for longer than it is, none begins twice."""
    station, raw = cut_off
    first = raw.index(b"\n") + 1
    for length in random.sample(range(first, len(raw) + 1), 12):
        home = StationHome(tmp_path / f"cut{length}")
        shutil.copytree(station.home.root, home.root)
        (path,) = journal_files(home.asrun)
        path.write_bytes(raw[:length])
        again = VirtualAir(home, VirtualClock(moment("05:00:12")))
        again.run_until(moment("05:02"))
        again.close()
        assert not list(verify(journal_files(home.asrun), GENESIS))
        lines = list(read_journal(path))
        boot = [line for line in lines if line.kind is Kind.BOOT][-1]
        assert base64.b64decode(boot.data["torn"]) == raw[:length].rpartition(b"\n")[2]
        assert boot.data["down_reason"] == "power"
        sounded: dict[str, int] = {}
        begun: set[tuple[str, int]] = set()
        for line in lines:
            if line.kind is Kind.START:
                begun.add((line.data["event_id"], line.data["offset"]))
            elif line.kind is Kind.END:
                sounded[line.data["event_id"]] = sounded.get(line.data["event_id"], 0) + line.data["frames"]
        whole = {f"e{number}": round(seconds * RATE) for number, seconds in enumerate(LENGTHS, start=1)}
        assert sounded == whole, f"cut at byte {length}: {sounded}"
        shutil.rmtree(home.root)

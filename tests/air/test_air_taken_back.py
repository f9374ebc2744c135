"""Between check and sound, between promise and sound, between two rounds: what is altered or taken back is silent."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from air_station import DAY, Station, moment
from test_air_break_in import Ear, order, ready

from broadcaster.air import orders
from broadcaster.air.checks import ImmediateExecutor
from broadcaster.air.deliveries import FolderZone
from broadcaster.air.outputs.folder import FolderDelivery, Piece
from broadcaster.air.simulate import VirtualAir
from broadcaster.air.sources import FlacSource, PrefetchSource, Silence
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.protocol.journal import JournalWriter, Kind
from broadcaster.protocol.ledger import LedgerBook, approved, ended
from broadcaster.protocol.rundown import CutRef, Relay, RundownEvent, newest_rundown, read_rundown, write_rundown

AT = "2026-11-21T04:59:00.000+07:00"


class Desk:
    """A day whose approvals stand in a ledger, and the player of it."""

    def __init__(self, station: Station, clock: VirtualClock, seconds: tuple[float, ...] = (6.0, 4.0)) -> None:
        self.station = station
        self.book = LedgerBook(station.home, station.key)
        self.events: list[RundownEvent] = []
        begins = moment("05:00")
        for number, length in enumerate(seconds, start=1):
            cut = station.cut(length, seed=40 + number)
            approval = station.approve(cut, id=f"a{number}")
            self.book.add([approved(approval, AT)])
            self.events.append(station.event(f"e{number}", cut, begins, hard=number == 1, approval=approval))
            begins += timedelta(seconds=length)
        station.publish([station.session(self.events, moment("05:10"))])
        self.air = VirtualAir(station.home, clock)
        self.ear = Ear(self.air)
        self.ear.sink.dropped = getattr(self.ear.sink, "dropped", [])

    def take_back(self, number: int) -> None:
        self.book.add([ended(f"a{number}", "withdrawn: sai giờ", AT)])

    def until(self, text: str) -> None:
        self.air.run_until(moment(text), self.ear)

    def close(self) -> dict[str, tuple[int, str]]:
        """Ends the player: (frames, reason) of each item, by the journal."""
        self.until("05:00:30")
        self.alarms = [(alarm.code, alarm.facts.get("reason")) for alarm in self.air.conductor.alarms.all()]
        self.air.close()
        told = {line.data["event_id"]: (line.data["frames"], line.data["reason"])
                for line in self.station.journal(Kind.END)}
        return told | {line.data["event_id"]: (0, line.data["reason"]) for line in self.station.journal(Kind.MISSED)}

    def heard(self, cut: CutRef) -> int:
        """How many samples of a cut were heard, from its first on."""
        pcm = np.round(self.ear.heard()[0] * 32768).astype(np.int16)
        wanted = self.station.samples[cut.sha256]
        for place in np.flatnonzero(pcm == wanted[0]):
            if np.array_equal(pcm[place:place + 50], wanted[:50]):
                part = pcm[place:place + len(wanted)]
                same = part == wanted[:len(part)]
                return int(len(same) if same.all() else np.argmin(same))
        return 0


def put(path: Path, samples: Any) -> None:
    """Another whole, playable sound in the file's place, as somebody does who covers his tracks."""
    times = path.stat()
    path.chmod(0o644)
    soundfile.write(path, samples, RATE, subtype="PCM_16", format="FLAC")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def swapped(path: Path, samples: Any) -> None:
    """The same by another file of the same name."""
    soundfile.write(path.with_suffix(".new"), samples, RATE, subtype="PCM_16", format="FLAC")
    path.with_suffix(".new").replace(path)


OTHER = (np.random.default_rng(99).uniform(-0.2, 0.2, 6 * RATE) * 32768).astype(np.int16)


def test_taken_back_one_second_before_its_start(station: Station, clock: VirtualClock) -> None:
    desk = Desk(station, clock)
    desk.until("04:59:59")
    assert "e1" in station.told(Kind.START), "it was promised already"
    desk.take_back(1)
    told = desk.close()
    assert told["e1"] == (0, "not_approved")
    assert told["e2"] == (4 * RATE, "")
    assert desk.heard(desk.events[0].cut) == 0
    assert desk.heard(desk.events[1].cut) == 4 * RATE
    assert ("missed", "not_approved") in desk.alarms


def test_taken_back_while_another_waits_behind_it(station: Station, clock: VirtualClock) -> None:
    """Both wait at the mixer: only the one goes."""
    desk = Desk(station, clock, (1.0, 1.0, 1.0))
    desk.until("04:59:59.5")
    desk.take_back(2)
    told = desk.close()
    assert [told[name] for name in ("e1", "e2", "e3")] == [(RATE, ""), (0, "not_approved"), (RATE, "")]
    assert desk.heard(desk.events[1].cut) == 0


def test_taken_back_while_it_sounds(station: Station, clock: VirtualClock) -> None:
    """It is heard to its end (STOP is for what must fall silent at once); what waits does not begin."""
    desk = Desk(station, clock)
    desk.until("05:00:02")
    desk.take_back(1)
    desk.take_back(2)
    assert desk.close() == {"e1": (6 * RATE, ""), "e2": (0, "not_approved")}
    assert desk.heard(desk.events[1].cut) == 0


@pytest.mark.parametrize("replace_by", [put, swapped])
@pytest.mark.parametrize("when", ["04:59:50", "04:59:58"])
def test_a_file_replaced_between_check_and_sound(station: Station, clock: VirtualClock, when: str,
                                                 replace_by: Callable[[Path, Any], None]) -> None:
    desk = Desk(station, clock)
    desk.until(when)
    replace_by(station.home.audio(desk.events[0].cut.sha256), OTHER)
    station.samples["other"] = OTHER
    told = desk.close()
    if when == "04:59:58" and replace_by is swapped:
        assert told["e1"] == (6 * RATE, ""), "what was opened is what was approved; the new file was never opened"
    else:
        assert told["e1"][1] == "file_altered"
        assert ("missed", "file_altered") in desk.alarms
    assert told["e2"] == (4 * RATE, "")
    assert desk.heard(CutRef("other", len(OTHER))) == 0


def test_a_file_written_to_while_it_sounds_ends_there(station: Station, clock: VirtualClock) -> None:
    desk = Desk(station, clock)
    desk.until("05:00:02")
    path = station.home.audio(desk.events[0].cut.sha256)
    raw = path.read_bytes()
    path.chmod(0o644)
    with path.open("r+b") as file:  # the second half is another sound's
        file.seek(len(raw) // 2)
        file.write(np.random.default_rng(5).bytes(len(raw) // 2))
    told = desk.close()
    frames, reason = told["e1"]
    assert reason == "file_altered"
    assert frames <= 2.2 * RATE
    assert desk.heard(desk.events[0].cut) >= frames - 1, "not a sample that is not the approved one"
    assert told["e2"] == (4 * RATE, "")
    assert ("missed", "file_altered") in desk.alarms


@pytest.mark.parametrize("harmless", [Path.unlink, lambda path: path.chmod(0o600), lambda path: os.utime(path)])
def test_what_leaves_the_sound_as_it_is_does_not_end_it(station: Station, clock: VirtualClock,
                                                        harmless: Callable[[Path], Any]) -> None:
    desk = Desk(station, clock)
    desk.until("05:00:02")
    harmless(station.home.audio(desk.events[0].cut.sha256))
    assert desk.close() == {"e1": (6 * RATE, ""), "e2": (4 * RATE, "")}


def test_the_decoding_thread_stops_at_what_was_altered(station: Station) -> None:
    cut = station.cut(20.0, seed=3)
    path = station.home.audio(cut.sha256)
    source = PrefetchSource(path)
    first = source.read(RATE)
    put(path, OTHER)
    got = [first]
    while not source.ended:
        got.append(source.read(RATE))
    pcm = np.round(np.concatenate(got)[:, 0] * 32768).astype(np.int16)
    assert source.altered
    assert np.array_equal(pcm, station.samples[cut.sha256][:len(pcm)])
    assert len(pcm) < 12 * RATE
    source.close()


def withdrawn(desk: Desk, cut: CutRef) -> None:
    desk.book.add([ended("m1", "withdrawn: tin sai", AT)])


def altered(desk: Desk, cut: CutRef) -> None:
    put(desk.station.home.audio(cut.sha256), OTHER)


@pytest.mark.parametrize("chime", [True, False])
@pytest.mark.parametrize(("attack", "why"), [(withdrawn, "not_approved"), (altered, "file_altered")])
def test_an_emergency_taken_back_between_two_rounds(station: Station, clock: VirtualClock, chime: bool, why: str,
                                                    attack: Callable[[Desk, CutRef], None]) -> None:
    desk = Desk(station, clock)
    message = ready(station, 3.0)
    changes: dict[str, Any] = {} if chime else {"chime": None}
    message = ready(station, 3.0, approval=station.approve(message.cut, id="m1"), **changes)
    desk.until("05:00:20")
    order(desk.air, every_minutes=2, for_minutes=6)
    desk.until("05:01")
    attack(desk, message.cut)
    desk.until("05:09")
    desk.close()
    said = [line.data["reason"] for line in station.journal(Kind.BREAK_IN) if line.data["state"] == "ended"]
    rounds = [line for line in station.journal(Kind.START) if line.data["kind"] == "khan_cap"]
    assert (said, len(rounds)) == ([why], 1)
    assert ("missed", why) in desk.alarms


def test_an_emergency_whose_last_day_is_over_is_not_read_after_midnight(station: Station) -> None:
    clock = VirtualClock(moment("23:50"))
    message = ready(station, 3.0)
    ready(station, 3.0, chime=None, approval=station.approve(message.cut, id="m1", valid_until=DAY.isoformat()))
    air = VirtualAir(station.home, clock)
    order(air, confirmed=True, every_minutes=4, for_minutes=30)
    air.run_until(moment("00:30", DAY + timedelta(days=1)))
    air.close()
    starts = [line for line in station.journal(Kind.START) if line.data["kind"] == "khan_cap"]
    assert [line.at.strftime("%H:%M") for line in starts] == ["23:50", "23:54", "23:58"]


def test_a_vendors_folder_loses_what_is_taken_back(station: Station, clock: VirtualClock, tmp_path: Path) -> None:
    desk = Desk(station, clock, (3.0, 2.0))
    delivery = FolderDelivery(tmp_path / "out")
    delivery._executor = ImmediateExecutor()  # type: ignore[assignment]
    zone = FolderZone(desk.air.conductor.desk, "Thôn 1", delivery, {})
    desk.until("04:50:05")
    told = []
    for number in (0, 2, 1):
        if number:
            desk.take_back(number)
        zone.look(moment("04:50:05"))
        zone.look(moment("04:50:05"))
        last = station.journal(Kind.DELIVERED)[-1].data
        told.append((last["events"], last["refused"], sorted(path.suffix for path in (tmp_path / "out").iterdir())))
    assert told == [(["e1", "e2"], {}, [".json", ".mp3"]),
                    (["e1"], {"e2": "not_approved"}, [".json", ".mp3"]),
                    ([], {"e1": "not_approved", "e2": "not_approved"}, [])]
    assert len(station.journal(Kind.DELIVERED)) == 3
    desk.air.close()


def test_a_delivery_takes_only_the_approved_sound(station: Station, tmp_path: Path) -> None:
    """Replaced after the check, before it is encoded."""
    cut = station.cut(1.0)
    delivery = FolderDelivery(tmp_path / "out")
    put(station.home.audio(cut.sha256), OTHER[:RATE])
    piece = Piece("a", station.home.audio(cut.sha256), cut.frames, sha256=cut.sha256)
    with pytest.raises(Refused) as refusal:
        delivery.deliver(DAY, "sang", moment("05:00"), [piece]).result(20)
    assert refusal.value.code == "air.unreadable_cut"
    assert not list((tmp_path / "out").iterdir())
    delivery.close()


@pytest.mark.parametrize("how", ["gone", "emptied", "last line off", "altered", "older", "folder", "pipe", "junk"])
def test_a_ledger_that_was_tampered_with_while_the_player_runs(station: Station, clock: VirtualClock, tmp_path: Path,
                                                               how: str) -> None:
    """Both items were approved by a plan that names the ledger's last line: neither sounds."""
    desk = Desk(station, clock)
    publish_by_ledger(desk)
    path = station.home.approvals
    raw = path.read_bytes()
    desk.until("04:59")
    if how in {"gone", "folder", "pipe"}:
        path.unlink()
        if how != "gone":
            path.mkdir() if how == "folder" else os.mkfifo(path)
    else:
        path.write_bytes({"emptied": b"", "last line off": raw[:raw[:-1].rfind(b"\n") + 1],
                          "altered": raw.replace(b'"act":"approved"', b'"act":"Approved"', 1),
                          "older": raw[:raw.find(b"\n") + 1], "junk": os.urandom(1 << 20)}[how])
    assert desk.close() == {"e1": (0, "not_approved"), "e2": (0, "not_approved")}
    assert ("missed", "not_approved") in desk.alarms
    assert not any(np.any(block) for _, block in desk.ear.blocks)


def publish_by_ledger(desk: Desk) -> None:
    """The plan is published anew by the ledger as it stands."""
    path = newest_rundown(desk.station.home.rundowns, DAY)
    assert path is not None
    plan = read_rundown(path, desk.station.key)
    changed = replace(plan, revision=2, ledger=desk.book.read().head)
    write_rundown(desk.station.home, changed, desk.station.key)


def test_a_file_that_is_none_of_ours_opens_as_before(tmp_path: Path) -> None:
    path = tmp_path / "a.flac"
    soundfile.write(path, OTHER[:RATE], RATE, subtype="PCM_16")
    source = FlacSource(path, 100)
    assert np.array_equal(np.round(source.read(50)[:, 0] * 32768).astype(np.int16), OTHER[100:150])
    source.close()


def test_an_order_written_into_the_journal_by_hand_is_none(station: Station, clock: VirtualClock) -> None:
    """Its chain can be continued by anybody: what the next player takes up bears the station's seal."""
    opened: list[str] = []

    def calls(relay: Relay) -> Silence:
        opened.append(relay.address)
        return Silence()

    air = VirtualAir(station.home, clock, open_relay=calls)
    ordered = orders.relay_on(air.conductor, {"kind": "stream", "address": "http://dai.mau/song", "minutes": 9}, "Trực")
    air.run_until(moment("04:50:10"))
    air.crash()
    opened.clear()
    journal = JournalWriter(station.home.asrun, clock.now)
    known = next(line.data for line in station.journal(Kind.BREAK_IN) if line.data["state"] == "ordered")
    journal.write(Kind.BREAK_IN, **{**known, "insert": "i2", "address": "http://la.mau/song"})
    journal.write(Kind.BREAK_IN, **{**known, "insert": "i3", "seal": ""})
    journal.close()
    again = VirtualAir(station.home, clock, open_relay=calls)
    again.run_until(moment("04:50:20"))
    assert [insert.id for insert in again.conductor.inserts.open] == [ordered["insert"]]
    assert set(opened) == {"http://dai.mau/song"}
    assert {line.data["insert"] for line in station.journal(Kind.BREAK_IN) if line.data["state"] == "ended"} == {
        "i2", "i3"}
    again.close()

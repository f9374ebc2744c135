"""The journal survives torn tails and full disks; its chain shows every tampering."""

from __future__ import annotations

import json
import random
from datetime import datetime
from pathlib import Path

import pytest

from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.errors import NewerFormat, Refused
from broadcaster.protocol.journal import JournalWriter, Kind, journal_files, read_journal
from broadcaster.protocol.verifier import GENESIS, Fault, canonical, intact, link, verify


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "asrun"


def write_days(folder: Path, clock: VirtualClock, lines: int = 12, days: int = 2) -> None:
    for _ in range(days):
        writer = JournalWriter(folder, clock.now)
        for number in range(lines):
            writer.write(Kind.START, event_id=f"e{number}", title=f"Tin số {number}", kind="tin", frames=number * 48000)
            clock.advance(7.25)
        writer.close()
        clock.advance(24 * 3600)


def faults(folder: Path) -> list[Fault]:
    return list(verify(journal_files(folder), GENESIS))


def test_the_chain_runs_over_days_and_reopenings(folder: Path, clock: VirtualClock) -> None:
    write_days(folder, clock, days=3)
    assert [path.name for path in journal_files(folder)] == [
        "2026-11-21.jsonl", "2026-11-22.jsonl", "2026-11-23.jsonl"]
    assert faults(folder) == []
    assert [line.seq for path in journal_files(folder) for line in read_journal(path)] == list(range(1, 37))


def test_data_may_use_any_word_as_a_key(folder: Path, clock: VirtualClock) -> None:
    writer = JournalWriter(folder, clock.now)
    written = writer.write(Kind.START, kind="tin", at="x", seq=9, hash="y", title="Dấu \u2028 và \r\n")
    writer.close()
    assert written.data == {"kind": "tin", "at": "x", "seq": 9, "hash": "y", "title": "Dấu \u2028 và \r\n"}
    assert next(read_journal(journal_files(folder)[0])).data == written.data
    assert faults(folder) == []


def test_a_torn_tail_is_set_aside_and_the_chain_goes_on(folder: Path, clock: VirtualClock) -> None:
    write_days(folder, clock, days=1)
    path = journal_files(folder)[0]
    whole = path.read_bytes()
    for kept in (1, 40, len(whole.splitlines()[-1]) - 1):
        start = whole.rfind(b"\n", 0, -1) + 1
        path.write_bytes(whole[:start + kept])
        assert [fault.problem for fault in faults(folder)] == ["torn"]
        writer = JournalWriter(folder, clock.now)
        assert writer.torn_tail == whole[start:start + kept]
        assert writer.last is not None
        assert writer.last.seq == 11
        writer.close()
        assert faults(folder) == []


def test_only_the_line_break_lost(folder: Path, clock: VirtualClock) -> None:
    write_days(folder, clock, days=1)
    path = journal_files(folder)[0]
    path.write_bytes(path.read_bytes()[:-1])
    assert [fault.problem for fault in faults(folder)] == ["torn"]


@pytest.mark.parametrize("last", [b"\x00\xff rubbish\n", b'{"seq":1}\n', b"[1]\n", b"NaN\n", b'{"v":9}\n', b"\n"])
def test_a_damaged_last_line_does_not_keep_the_station_silent(folder: Path, clock: VirtualClock, last: bytes) -> None:
    write_days(folder, clock, lines=3, days=1)
    path = journal_files(folder)[0]
    with path.open("ab") as file:
        file.write(last)
    writer = JournalWriter(folder, clock.now)
    assert writer.write(Kind.BOOT).seq == 5
    writer.close()
    found = faults(folder)
    assert {(fault.file, fault.line) for fault in found} >= {("2026-11-21.jsonl", 4)}
    assert path.read_bytes().count(last) >= 1, "the damaged place stays to be seen"


def test_nothing_readable_at_all(folder: Path, clock: VirtualClock) -> None:
    folder.mkdir()
    (folder / "2026-11-20.jsonl").write_bytes(b"")
    (folder / "2026-11-21.jsonl").write_bytes(b"\xff\xfe\n{}\n")
    writer = JournalWriter(folder, clock.now)
    writer.write(Kind.BOOT)
    writer.close()
    assert faults(folder)


def test_a_newer_journal_is_not_written_to(folder: Path, clock: VirtualClock) -> None:
    folder.mkdir()
    newer = canonical(link({"v": 2, "seq": 1, "at": "2026-11-21T05:00:00.000+07:00", "kind": "BOOT", "data": {}},
                           GENESIS)) + b"\n"
    (folder / "2026-11-21.jsonl").write_bytes(newer)
    with pytest.raises(NewerFormat):
        JournalWriter(folder, clock.now)


def test_a_clock_set_back_keeps_to_the_newest_file(folder: Path, clock: VirtualClock) -> None:
    write_days(folder, clock, lines=2, days=2)
    clock.step_wall(-5 * 24 * 3600)
    writer = JournalWriter(folder, clock.now)
    writer.write(Kind.CLOCK, jump=-5 * 24 * 3600)
    writer.close()
    assert len(journal_files(folder)) == 2
    assert faults(folder) == []


def test_a_failed_write_is_refused_and_leaves_the_chain_whole(folder: Path, clock: VirtualClock) -> None:
    write_days(folder, clock, lines=2, days=1)
    writer = JournalWriter(folder, clock.now)
    (folder / "2026-11-22.jsonl").mkdir()
    with pytest.raises(Refused) as refusal:
        writer.write(Kind.BOOT)
    assert refusal.value.code == "disk.unwritable"
    (folder / "2026-11-22.jsonl").rmdir()
    assert writer.write(Kind.BOOT).seq == 3, "it goes on as soon as the disk does"
    writer.close()
    assert faults(folder) == []


def test_two_thousand_random_tamperings_are_all_found(folder: Path) -> None:
    clock = VirtualClock(datetime(2026, 11, 21, 5, 0, tzinfo=STATION_ZONE))
    write_days(folder, clock)
    paths = journal_files(folder)
    originals = [path.read_bytes() for path in paths]
    dice = random.Random(20261121)
    for turn in range(2000):
        which = dice.randrange(len(paths))
        kind, tampered = tamper(originals[which], dice, last_file=which == len(paths) - 1)
        if tampered == originals[which]:
            continue
        paths[which].write_bytes(tampered)
        assert faults(folder), f"turn {turn}: {kind} in {paths[which].name} was not found"
        paths[which].write_bytes(originals[which])
    assert faults(folder) == []


def tamper(data: bytes, dice: random.Random, *, last_file: bool) -> tuple[str, bytes]:
    """One change of a random kind. Whole lines gone from the very end are the database's to find, not the chain's."""
    lines = data.splitlines(keepends=True)
    index = dice.randrange(len(lines))
    kind = dice.choice(["flip", "remove", "insert_byte", "swap", "double", "cut", "drop", "rehash", "blank"])
    if kind == "flip":
        place = dice.randrange(len(data))
        return kind, data[:place] + bytes([data[place] ^ (1 << dice.randrange(8))]) + data[place + 1:]
    if kind == "remove":
        place = dice.randrange(len(data))
        return kind, data[:place] + data[place + 1:]
    if kind == "insert_byte":
        place = dice.randrange(len(data) + 1)
        return kind, data[:place] + bytes([dice.randrange(256)]) + data[place:]
    if kind == "cut":
        place = dice.randrange(1, len(data))
        return kind, data if last_file and data[:place].endswith(b"\n") else data[:place]
    if kind == "swap":
        other = dice.randrange(len(lines))
        lines[index], lines[other] = lines[other], lines[index]
    elif kind == "double":
        lines.insert(dice.randrange(len(lines) + 1), lines[index])
    elif kind == "drop":
        if last_file and index == len(lines) - 1:
            return kind, data
        del lines[index]
    elif kind == "blank":
        lines.insert(index, dice.choice([b"\n", b"\r\n", b" \n", b"{}\n", b"null\n"]))
    else:
        if last_file and index == len(lines) - 1:
            return kind, data
        body = {key: value for key, value in json.loads(lines[index]).items() if key not in {"hash", "prev"}}
        body["data"]["title"] = "Một tin khác"
        lines[index] = canonical(link(body, json.loads(lines[index])["prev"])) + b"\n"
    return kind, b"".join(lines)


def test_an_extract_is_checked_by_itself(folder: Path, clock: VirtualClock) -> None:
    write_days(folder, clock)
    second = journal_files(folder)[1]
    assert list(verify([second])) == []
    assert [fault.problem for fault in verify([second], GENESIS)] == ["broken_link"]


def test_a_line_names_its_own_hash() -> None:
    line = link({"v": 1, "seq": 1, "data": {"title": "Đường"}}, GENESIS)
    assert intact(line)
    assert not intact({**line, "seq": 2})
    assert not intact({key: value for key, value in line.items() if key != "hash"})

"""The queue to the office above: months without a line, crashes, answers good and bad; nothing lost, nothing twice."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from upward_station import STATION, Ends, ends

from broadcaster.aggregation import receipts
from broadcaster.aggregation.deliveries import LONGEST_PAUSE, SETTLED_BY_HAND, WAITS_ABOVE
from broadcaster.aggregation.model import Receipt
from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import NewerFormat, Refused
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome


@pytest.fixture
def way(home: StationHome, clock: VirtualClock, tmp_path: Path) -> Iterator[Ends]:
    made = ends(home, clock, tmp_path)
    yield made
    made.app.close()


@pytest.fixture
def known(way: Ends) -> Ends:
    """Somebody has compared the office's fingerprint."""
    way.app.upward.trust.confirm_office(way.office.public, "Phó Chủ tịch", "Phòng Văn hóa - Xã hội")
    return way


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_packages_go_out_oldest_first_and_once(way: Ends) -> None:
    way.packages(3)
    sent = way.app.upward.send_due()
    assert [row.number for row in sent.sent] == [1, 2, 3]
    assert (sent.waiting, sent.refusal) == (0, None)
    assert names(way.folder) == [f"{STATION}-{number}.dxgoi" for number in (1, 2, 3)]
    assert {row.state for row in way.app.upward.queue()} == {"sent"}
    (way.folder / f"{STATION}-1.dxgoi").unlink()  # the office has taken it
    assert way.app.upward.send_due().sent == ()
    assert names(way.folder) == [f"{STATION}-{number}.dxgoi" for number in (2, 3)]


def test_without_a_place_nothing_happens(home: StationHome, clock: VirtualClock, tmp_path: Path) -> None:
    way = ends(home, clock, tmp_path, to="")
    way.packages(1)
    assert way.app.upward.send_due(at_once=True).waiting == 1
    assert way.row(1).tries == 0
    way.app.close()


def test_months_without_a_line_lose_nothing(way: Ends) -> None:
    way.folder.rename(way.folder.with_name("rut-ra"))
    tried: list[int] = []
    for day in range(24):
        way.packages(1)
        for _ in range(6):
            before = way.row(1).tries
            refused = way.app.upward.send_due().refusal
            if way.row(1).tries > before:
                assert refused is not None
                assert refused.code == "place.missing"
                tried.append(day)
            way.clock.advance(4 * 3600)
        if day % 10 == 0:
            way.again()
    assert len(tried) in range(24 * 3, 24 * 3 + 10)  # looked every four hours, tried once six have passed
    assert way.row(1).code == "place.missing"
    assert not way.folder.exists()
    way.folder.with_name("rut-ra").rename(way.folder)
    way.clock.advance(LONGEST_PAUSE.total_seconds())
    assert [row.number for row in way.app.upward.send_due().sent] == list(range(1, 25))
    assert len(names(way.folder)) == 24


def test_a_clock_set_back_does_not_stop_the_queue(way: Ends) -> None:
    way.packages(1)
    way.folder.rename(way.folder.with_name("rut-ra"))
    way.app.upward.send_due()
    way.folder.with_name("rut-ra").rename(way.folder)
    way.clock.step_wall(-300 * 86_400)
    assert len(way.app.upward.send_due().sent) == 1


def test_a_crash_between_place_and_queue_sends_no_second_name(way: Ends) -> None:
    row = way.packages(1)[0]
    (way.folder / row.package).write_bytes((way.app.home.outbox / row.package).read_bytes())  # put, then the power cut
    way.again()
    assert len(way.app.upward.send_due().sent) == 1
    assert names(way.folder) == [row.package]


def test_another_stations_package_of_that_name_is_left_alone(way: Ends) -> None:
    row = way.packages(1)[0]
    data = (way.app.home.outbox / row.package).read_bytes()
    for other in (b"x" * 10, b"x" * len(data)):
        (way.folder / row.package).write_bytes(other)
        refusal = way.app.upward.send_due(at_once=True).refusal
        assert refusal is not None
        assert refusal.code == "send.name_taken"
        assert (way.folder / row.package).read_bytes() == other


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_killed_sender_is_gone_on_with(way: Ends) -> None:
    way.packages(15)
    child = subprocess.Popen([sys.executable, "-m", "broadcaster", "--home", str(way.app.home.root), "package", "send"],
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while child.poll() is None and len(names(way.folder)) < 5:
        time.sleep(0.005)  # one that looks without a pause takes the sender's own time
    child.send_signal(signal.SIGKILL)
    child.wait()
    way.app.upward.send_due()
    assert {row.state for row in way.app.upward.queue()} == {"sent"}
    assert sorted(name for name in names(way.folder) if not name.startswith(".")) \
        == sorted(row.package for row in way.app.upward.queue())
    for row in way.app.upward.queue():
        assert (way.folder / row.package).read_bytes() == (way.app.home.outbox / row.package).read_bytes()


def test_only_one_sends(way: Ends) -> None:
    way.packages(1)
    lock = ProcessLock(way.app.home, "send")
    with pytest.raises(Refused) as refused:
        way.app.upward.send_due()
    assert refused.value.code == "send.running"
    lock.release()
    assert len(way.app.upward.send_due().sent) == 1


def test_an_answer_counts_once_its_key_is_confirmed(way: Ends) -> None:
    row = way.packages(1)[0]
    way.app.upward.send_due()
    way.answer(row)
    way.app.upward.send_due()
    assert (way.row(1).state, way.row(1).code) == ("sent", "office.unknown")
    facts = way.row(1).facts
    assert facts["fingerprint"] == way.office.fingerprint
    way.app.upward.trust.confirm_office(facts["key"], "Phó Chủ tịch")
    assert [row.number for row in way.app.upward.send_due().answered] == [1]
    assert (way.row(1).state, way.row(1).problem) == ("received", {})
    assert names(way.app.home.outbox / "receipts") == [f"{STATION}-1.receipt.json"]


def test_refused_is_told_and_can_be_sent_again(known: Ends) -> None:
    row = known.packages(1)[0]
    known.app.upward.send_due()
    known.answer(row, "refused", code="package.damaged", facts={"name": "x", "entry": "airings.jsonl"})
    known.app.upward.send_due()
    assert (known.row(1).state, known.row(1).code) == ("refused", "package.damaged")
    known.app.upward.send_again(1, "Cán bộ truyền thanh")
    known.clock.advance(60)
    known.again()
    assert known.app.upward.send_due().sent[0].number == 1
    assert known.row(1).state == "sent"  # the old answer that still lies there is not about this try
    known.answer(row, "waiting", code="station.waiting")
    known.app.upward.send_due()
    assert (known.row(1).state, known.row(1).code) == ("sent", WAITS_ABOVE)
    known.clock.advance(60)
    known.answer(row)
    known.app.upward.send_due()
    assert known.row(1).state == "received"
    known.answer(row, "refused", code="package.damaged")  # played again later: what is received stays so
    known.app.upward.send_due()
    assert known.row(1).state == "received"


def test_answers_nobody_should_believe(known: Ends, tmp_path: Path) -> None:
    row, other = known.packages(2)
    known.app.upward.send_due()
    (tmp_path / "kẻ lạ").mkdir()
    stranger = Identity(StationHome(tmp_path / "kẻ lạ"))
    good = known.answer(row).read_bytes()
    table = json.loads(good)
    forged = {**table, "receipt": {**table["receipt"], "number": 2, "package": other.sha256}}
    for data, code in (
            (good[:-40], "receipt.broken"), (b"[]", "receipt.broken"), (b"\xff" * 100, "receipt.broken"),
            (b" " * 100_000, "receipt.broken"), (b"[" * 60_000, "receipt.broken"),
            (json.dumps(forged).encode(), "receipt.forged"),
            (json.dumps({**table, "signature": "zz"}).encode(), "receipt.forged"),
            (json.dumps({**table, "receipt": {**table["receipt"], "more": 1}}).encode(), "receipt.broken"),
            (json.dumps({**table, "receipt": {**table["receipt"], "number": True}}).encode(), "receipt.broken"),
            (known.answer(row, station="xa-khac").read_bytes(), "receipt.other_station"),
            (known.answer(row, package="0" * 64).read_bytes(), "receipt.other_package"),
            (known.answer(row, number=77).read_bytes(), "receipt.unknown"),
            (known.answer(row, identity=stranger).read_bytes(), "office.key_changed")):
        path = tmp_path / "answer.json"
        path.write_bytes(data)
        with pytest.raises(Refused) as refused:
            known.app.upward.take_receipt(path)
        assert refused.value.code == code
    path.write_bytes(json.dumps({**table, "version": 2}).encode())
    with pytest.raises(NewerFormat):
        known.app.upward.take_receipt(path)
    assert {each.state for each in known.app.upward.queue()} == {"sent"}
    known.answer(row).write_bytes(b"rubbish")  # and none of them holds up the next
    known.answer(other)
    known.app.upward.send_due()
    assert (known.row(1).code, known.row(2).state) == ("receipt.broken", "received")


def test_by_hand_on_a_stick(known: Ends, tmp_path: Path) -> None:
    usb = tmp_path / "USB đen"
    usb.mkdir()
    rows = known.packages(2)
    known.folder = usb
    known.answer(rows[0])
    sent = known.app.upward.hand_over(usb, "Cán bộ truyền thanh")
    assert [row.number for row in sent.sent] == [1, 2]
    assert (known.row(1).state, known.row(2).state) == ("received", "sent")
    with pytest.raises(Refused) as refused:
        known.app.upward.hand_over(usb)
    assert refused.value.code == "send.nothing"
    assert known.app.upward.confirm_handed(2, "Cán bộ truyền thanh").code == SETTLED_BY_HAND
    with pytest.raises(Refused) as refused:
        known.app.upward.send_again(2, "")
    assert refused.value.code == "delivery.settled"
    copy = known.app.upward.save_copy(2, tmp_path)
    assert copy.read_bytes() == (known.app.home.outbox / rows[1].package).read_bytes()


def test_the_outbox_keeps_what_is_not_acknowledged_and_the_newest_twelve(known: Ends) -> None:
    rows = known.packages(20)
    known.app.upward.send_due()
    for row in rows[1:]:
        known.answer(row)
    known.app.upward.send_due()
    gone = known.app.upward.prune()
    assert sorted(gone) == sorted(f"{STATION}-{number}.dxgoi" for number in range(2, 9))
    assert known.app.upward.file_of(known.row(1)).exists()
    with pytest.raises(Refused) as refused:
        known.app.upward.file_of(known.row(2))
    assert refused.value.code == "delivery.file_gone"


def test_a_package_that_is_gone_holds_up_no_other(way: Ends) -> None:
    rows = way.packages(2)
    (way.app.home.outbox / rows[0].package).unlink()
    sent = way.app.upward.send_due()
    assert [row.number for row in sent.sent] == [2]
    assert sent.refusal is not None
    assert way.row(1).code == "delivery.file_gone"


def test_file_names_of_receipts_stay_in_their_folder() -> None:
    assert receipts.file_name("../x/ạ", 3) == "___x__-3.receipt.json"
    assert receipts.file_name("", 1) == "_-1.receipt.json"


_GOOD: list[bytes] = []


@settings(max_examples=300)
@given(st.integers(0, 10_000), st.integers(1, 255), st.integers(0, 3))
def test_a_receipt_with_one_spoilt_place_says_nothing_else(place: int, change: int, kind: int) -> None:
    if not _GOOD:
        with tempfile.TemporaryDirectory() as folder:
            said = Receipt("a" * 64, STATION, 7, "refused", "package.damaged", {"name": "gói", "row": 3}, at="2026")
            _GOOD.append(receipts.to_bytes(said, Identity(StationHome(Path(folder)))))
    good = _GOOD[0]
    place %= len(good)
    data = {0: good[:place] + bytes([good[place] ^ change]) + good[place + 1:], 1: good[:place],
            2: good[:place] + bytes([change]) + good[place:], 3: good[:place] + good[place + 1:]}[kind]
    try:
        told = receipts.from_bytes(data, "x")
    except (Refused, NewerFormat):
        return
    assert told == receipts.from_bytes(good)

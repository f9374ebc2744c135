"""The ledger of approvals: what stands in it, what a crash or another hand does to it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.ledger import LedgerBook, approved, ended, opened
from broadcaster.protocol.verifier import GENESIS, canonical, link

KEY = bytes(range(32))
AT = "2026-11-21T08:00:00+07:00"


def yes(name: str) -> Approval:
    return Approval(name, "cart:1", "", "a" * 64, "Phó Chủ tịch", AT).sealed(KEY)


@pytest.fixture
def book(tmp_path: Path) -> LedgerBook:
    return LedgerBook(StationHome(tmp_path), KEY)


def fresh(book: LedgerBook) -> LedgerBook:
    """As another process, or the same after a restart, reads it."""
    return LedgerBook(StationHome(book.path.parent.parent), KEY)


def test_a_yes_counts_until_it_is_ended(book: LedgerBook) -> None:
    one, two = yes("1"), yes("2")
    assert book.read().lets(one)  # no ledger yet
    book.add([approved(one, AT), approved(two, AT)])
    assert book.read().lets(one)
    book.add([ended("1", "withdrawn", AT)])
    for reader in (book, fresh(book)):
        assert not reader.read().lets(one)
        assert reader.read().lets(two)
        assert not reader.read().lets(yes("3"))


def test_an_approval_with_another_seal_is_another(book: LedgerBook) -> None:
    book.add([approved(yes("1"), AT)])
    forged = Approval("1", "cart:1", "", "b" * 64, "Phó Chủ tịch", AT).sealed(KEY)
    assert not book.read().lets(forged)


def test_a_plan_knows_by_which_line_it_was_made(book: LedgerBook) -> None:
    book.add([approved(yes("1"), AT)])
    mark = book.read().head
    book.add([ended("2", "withdrawn", AT)])
    assert book.read().lets(yes("1"), mark)
    book.path.unlink()
    assert not book.read().lets(yes("1"), mark)  # taken away, to make a withdrawal unheard
    book.add([opened("lost", [mark], AT), approved(yes("1"), AT)])
    assert book.read().lets(yes("1"), mark)


@pytest.mark.parametrize("how", ["altered", "dropped", "swapped", "forged", "noise"])
def test_another_hand_is_noticed_and_nothing_counts(book: LedgerBook, how: str) -> None:
    book.add([approved(yes("1"), AT), ended("1", "withdrawn", AT), approved(yes("2"), AT)])
    lines = book.path.read_bytes().splitlines(keepends=True)
    if how == "altered":
        lines[1] = lines[1].replace(b'"id":"1"', b'"id":"9"')
    elif how == "dropped":
        del lines[1]
    elif how == "swapped":
        lines[1:3] = lines[2:0:-1]
    elif how == "noise":
        lines[1] = b"\x00\xff not json\n"
    else:  # chained rightly, by somebody without the key
        line = link({"seq": 1, **approved(yes("1"), AT)}, GENESIS)
        lines = [canonical({**line, "seal": "hmac-sha256:" + "0" * 64}) + b"\n"]
    book.path.write_bytes(b"".join(lines))
    for reader in (book, fresh(book)):
        ledger = reader.read()
        assert ledger.fault
        assert not ledger.lets(yes("2"))
        with pytest.raises(Refused) as refusal:
            reader.add([approved(yes("3"), AT)])
        assert refusal.value.code == "ledger.broken"


def test_the_last_line_cut_off_is_noticed_by_the_plan(book: LedgerBook) -> None:
    book.add([approved(yes("1"), AT)])
    book.add([ended("1", "withdrawn", AT)])
    mark = book.read().head
    lines = book.path.read_bytes().splitlines(keepends=True)
    book.path.write_bytes(lines[0])
    assert not book.read().fault
    assert not book.read().lets(yes("1"), mark)


def test_every_place_where_a_power_cut_can_stop_the_writing(book: LedgerBook) -> None:
    book.add([approved(yes("1"), AT)])
    whole = book.path.read_bytes()
    book.add([ended("1", "withdrawn", AT)])
    longer = book.path.read_bytes()
    for end in range(len(whole), len(longer), 7):
        book.path.write_bytes(longer[:end])
        again = fresh(book)
        assert again.read().lets(yes("1"))
        assert not again.read().fault
    again.add([approved(yes("2"), AT)])  # the torn rest is cut off first
    assert fresh(book).read().lets(yes("2"))
    assert [json.loads(line)["seq"] for line in book.path.read_bytes().splitlines()] == [1, 2]


def test_a_file_nobody_can_read_lets_nothing_air(book: LedgerBook) -> None:
    book.path.mkdir(parents=True)  # an error of reading that root meets too
    assert book.read().fault == "unreadable"
    assert not book.read().lets(yes("1"))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file size")
def test_a_full_disk_leaves_no_half_line(book: LedgerBook) -> None:
    import resource
    import signal

    book.add([approved(yes("1"), AT)])
    before = book.path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 100, hard))
    try:
        with pytest.raises(Refused) as refusal:
            book.add([approved(yes("2"), AT)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, old)
    assert refusal.value.code.startswith("disk.")
    assert book.path.read_bytes() == before
    book.add([approved(yes("2"), AT)])
    assert fresh(book).read().lets(yes("2"))

"""Order files as people and programs drop them: every form an editor or a copy makes, and what is no order at all."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.protocol.emergency_orders import Order, OrderBox, orders_folder, read_order, write_order

TEXT = "by = Cán bộ truyền thanh\r\nconfirm: yes\r\n# hai lượt\r\nrepeats=2\r\nevery=30\r\nfor=360\r\n" \
       "then = Drop\r\nzones = Thôn 1, Thôn 2\r\n"
FULL = Order("bao-so-3", "Cán bộ truyền thanh", True, 2, 30, 360, "drop", ("Thôn 1", "Thôn 2"))


@pytest.fixture
def box(home: StationHome) -> OrderBox:
    orders_folder(home).mkdir()
    for name in ("bao-so-3", "bao", "chay-rung"):
        (home.emergency / f"{name}.json").write_bytes(b"{}")
    return OrderBox(home)


def drop(box: OrderBox, name: str, content: bytes = b"") -> Path:
    path = box.folder / name
    path.write_bytes(content)
    return path


def same(order: Order, wanted: Order) -> bool:
    return order.words() == wanted.words()


@pytest.mark.parametrize("name", [
    "bao-so-3", "bao-so-3.txt", "bao-so-3.json", "bao-so-3.txt.txt", "BAO-SO-3.TXT", "bao-so-3 (2).txt",
    "bao-so-3 - Copy.txt", "bao-so-3 - Bản sao.txt", "bao-so-3_145452.json", "Bão số 3.txt"])
def test_the_name_says_which_message(box: OrderBox, name: str) -> None:
    order = read_order(drop(box, name))
    assert same(order, Order("bao-so-3"))
    assert order.ordered_at is not None


def test_a_shorter_name_on_the_shelf_is_not_taken_for_a_longer_one(box: OrderBox) -> None:
    assert read_order(drop(box, "bao-so-4.txt")).slug == "bao-so-4", "the player will say that there is none"
    assert read_order(drop(box, "bao.txt")).slug == "bao"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_editor_will_do(box: OrderBox, encoding: str) -> None:
    assert same(read_order(drop(box, "bao-so-3.txt", TEXT.encode(encoding))), FULL)


def test_the_old_code_page_and_vietnamese_words(box: OrderBox) -> None:
    plain = "Người phát: Bà Mẫu\nXác nhận: có\nSố lần = 2\nmỗi: 30\ntrong: 360\nSau đó: drop\ncụm: Thôn 1\n"
    assert same(read_order(drop(box, "bao-so-3.txt", plain.encode())),
                Order("bao-so-3", "Bà Mẫu", True, 2, 30, 360, "drop", ("Thôn 1",)))
    assert read_order(drop(box, "bao-so-3.txt", "by = Dương\nconfirm".encode("cp1258"))).by == "Dương"


def test_what_the_command_writes_comes_back(home: StationHome, box: OrderBox, clock: VirtualClock) -> None:
    first, second = (write_order(home, FULL, clock.now()) for _ in range(2))
    assert first != second, "two orders in one second"
    assert same(read_order(second), FULL)
    assert read_order(first).ordered_at == clock.now()
    assert FULL.words()["message"] == "bao-so-3"
    assert "repeats" not in Order("bao").words(), "not said: as the message says"


def test_an_old_file_moved_in_is_a_new_order(box: OrderBox) -> None:
    lay_there = drop(box, "chay-rung.txt")
    box.waiting()
    path = drop(box, "bao.txt")
    os.utime(path, (1_790_000_000, 1_790_000_000))
    box.waiting()
    assert box.read(path).ordered_at is None, "came under our eyes: ordered now"
    assert box.read(drop(box, "bao.txt", b"at = 2026-11-21T05:00:00+07:00")).ordered_at is not None
    assert box.read(lay_there).ordered_at == datetime.fromtimestamp(lay_there.stat().st_ctime, STATION_ZONE)


@pytest.mark.parametrize(("name", "content", "why"), [
    ("bao.txt", b"confrim = yes", "'confrim'"), ("bao.txt", b"confirm = maybe", "'maybe'"),
    ("bao.txt", b"repeats = two", "'two'"), ("bao.txt", b"repeats = 0", "between 1"),
    ("bao.txt", b"every = 30\nfor = 10", "needs a time"), ("bao.txt", b"then = stop", "'stop'"),
    ("bao.txt", b"at = yesterday", "'yesterday'"), ("bao.json", b'{"by": ["a"]}', "list"),
    ("bao.json", b'{"by": ', "JSON"), ("bao.json", b'{"a":' * 20_000, "large"), ("bao.json", b'{"a":' * 9000, "JSON"),
    ("bao.txt", bytes(range(256)), "not text"), ("bao.txt", b"\x7fELF\0\0\0\0", "not text"),
    ("bao.wav", b"RIFF\x24\x08\0\0WAVEfmt ", "not text"), ("bao.txt", b"x" * 70_000, "too large"),
    ("(2).txt", b"", "begin with"), ("-.txt", b"", "begin with"), ("bao.txt", b"repeats=" + b"9" * 5000, "nothing for"),
])
def test_what_cannot_be_obeyed_is_refused_with_a_sentence(box: OrderBox, name: str, content: bytes, why: str) -> None:
    with pytest.raises(Refused) as caught:
        read_order(drop(box, name, content))
    assert caught.value.code == "emergency.order"
    assert caught.value.facts["name"] == name
    assert why in caught.value.text


def test_a_folder_or_nothing_is_refused_too(box: OrderBox) -> None:
    (box.folder / "bao").mkdir()
    for path in (box.folder / "bao", box.folder / "chay-rung.txt"):
        with pytest.raises(Refused):
            read_order(path)


def test_a_file_waits_until_it_is_still(box: OrderBox) -> None:
    assert box.waiting() == []
    path = drop(box, "bao.txt")
    for name in (".bao.txt.x.tmp", "chay-rung.part", "desktop.ini", "~bao"):
        drop(box, name)
    (box.folder / "done").mkdir()
    assert box.waiting() == [], "just seen: it may still be copied"
    drop(box, "bao.txt", b"confirm")
    assert box.waiting() == []
    assert box.waiting() == [path]


def test_an_order_is_put_away_once(box: OrderBox) -> None:
    assert box.settle(drop(box, "bao.txt"), done=True) == box.folder / "done" / "bao.txt"
    assert box.settle(drop(box, "bao.txt"), done=True) == box.folder / "done" / "bao_2.txt"
    refused = box.settle(drop(box, "bao.txt"), done=False, why="không duyệt")
    assert refused == box.folder / "refused" / "bao.txt"
    assert (box.folder / "refused" / "bao.txt.why.txt").read_text(encoding="utf-8") == "không duyệt\n"
    assert box.waiting() == box.waiting() == []
    assert box.settle(box.folder / "bao.txt", done=True) is None


def test_no_folder_is_no_order(home: StationHome) -> None:
    assert OrderBox(home).waiting() == []

"""Which files an import means: any name, any folder, nothing outside of what was chosen."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcaster.base.clock import VirtualClock
from broadcaster.library.importing.files import files_of, kept, openable, path_of
from broadcaster.library.importing.meter import Meter
from broadcaster.library.importing.model import FileState, ImportFile

posix = pytest.mark.skipif(sys.platform == "win32", reason="names and links as Linux has them")


def touch(path: Path, size: int = 10) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x" * size)
    return path


def names(path: Path, most: int = 100) -> list[str]:
    return [str(file.path.relative_to(path)) for file in files_of([path], most).files]


def test_folders_are_walked_and_what_is_no_sound_stays_out(tmp_path: Path) -> None:
    for name in ("b.mp3", "a.WAV", "con/c.flac", "con/sâu/d.Opus", "con/ghi chú.txt", ".ẩn.mp3", ".thư mục/e.mp3",
                 "System Volume Information/f.mp3", "$RECYCLE.BIN/g.mp3", "__MACOSX/h.mp3", "con/._c.flac", "mp3"):
        touch(tmp_path / name)
    (tmp_path / "thư mục.mp3").mkdir()
    assert names(tmp_path) == ["a.WAV", "b.mp3", "con/c.flac", "con/sâu/d.Opus"]
    assert files_of([tmp_path]).bytes == 40


def test_a_file_named_by_hand_is_tried_whatever_it_is_called(tmp_path: Path) -> None:
    chosen = [touch(tmp_path / "bản ghi.dat"), tmp_path / "không có.mp3", tmp_path, tmp_path / "bản ghi.dat"]
    assert [file.path.name for file in files_of(chosen).files] == ["bản ghi.dat", "không có.mp3"]


@posix
def test_links_inside_are_not_followed(tmp_path: Path) -> None:
    outside = touch(tmp_path / "ngoài" / "mật.mp3").parent
    stick = touch(tmp_path / "usb" / "tin.mp3").parent
    (stick / "ra ngoài").symlink_to(outside)
    (stick / "mật.mp3").symlink_to(outside / "mật.mp3")
    (stick / "vòng").symlink_to(stick)
    (stick / "đứt.mp3").symlink_to(stick / "không có")
    os.mkfifo(stick / "ống.mp3")
    assert names(stick) == ["tin.mp3"]


@posix
def test_hostile_names_all_come_through(tmp_path: Path) -> None:
    composed = unicodedata.normalize("NFC", "Tiếng Việt.mp3")
    hostile = [composed, unicodedata.normalize("NFD", composed), "CON.mp3", "aux.MP3", "tin. .mp3", "đ" * 125 + "x.mp3",
               "-rf.mp3", "xuống\ndòng.mp3", "%41{}.mp3", "‮3pm.mp3"]
    for name in hostile:
        touch(tmp_path / name)
    assert len(os.fsencode("đ" * 125 + "x.mp3")) == 255
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.mp3")).write_bytes(b"y")
    found = files_of([tmp_path]).files
    assert len(found) == len(hostile) + 1
    for file in found:
        assert path_of(kept(file.path)) == file.path
        kept(file.path).encode("utf-8")


@given(st.binary(min_size=1, max_size=80).filter(lambda name: b"\0" not in name))
def test_any_path_can_be_kept(name: bytes) -> None:
    path = Path(os.fsdecode(b"/" + name))
    assert path_of(kept(path)) == path


def test_more_than_a_run_takes_is_counted(tmp_path: Path) -> None:
    for number in range(5):
        touch(tmp_path / f"{number}.mp3")
    found = files_of([tmp_path], most=3)
    assert (len(found.files), found.left_out) == (3, 2)


def test_devices_of_windows_are_opened_as_files() -> None:
    assert str(openable(Path("E:\\CON.mp3"), "nt")) == "\\\\?\\E:\\CON.mp3"
    assert str(openable(Path("\\\\máy\\chung\\a.mp3"), "nt")) == "\\\\máy\\chung\\a.mp3"
    assert openable(Path("/a/CON.mp3"), "posix") == Path("/a/CON.mp3")


def waiting(number: int, name: str, size: int) -> ImportFile:
    return ImportFile(number, Path(name), name, size, FileState.WAITING)


def test_time_left_is_not_told_before_it_is_known(clock: VirtualClock) -> None:
    meter = Meter([waiting(number, f"{number}.mp3", 1_000_000) for number in range(10)], clock)
    assert meter.state().seconds_left is None
    clock.advance(2)
    meter.done(0)
    assert meter.state().seconds_left is None
    told = []
    for number in range(1, 9):
        clock.advance(2)
        meter.done(number)
        told.append(meter.state().seconds_left)
    assert told == pytest.approx([16.0, 14.0, 12.0, 10.0, 8.0, 6.0, 4.0, 2.0], rel=0.05)
    meter.done(9)
    last = meter.state()
    assert (last.seconds_left, last.share, last.files_done) == (0.0, 1.0, 10)


def test_a_big_wav_counts_less_than_its_bytes(clock: VirtualClock) -> None:
    meter = Meter([waiting(0, "a.mp3", 10_000_000), waiting(1, "b.wav", 100_000_000)], clock)
    for share in range(1, 11):
        clock.advance(1)
        meter.moved(0, share / 10)
        meter.state()
    assert meter.state().seconds_left == pytest.approx(10.0, rel=0.1)
    assert meter.state().names == ("a.mp3",)

"""Clock, words, ids, frames and files."""

from __future__ import annotations

import errno
import os
import resource
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcaster.base.changes import Changes
from broadcaster.base.clock import STATION_ZONE, SystemClock, VirtualClock, at, format_time, parse_time, unix
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE, clock_text, frames, seconds
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome, default_home, sha256_of, shipped, unwritable, write_atomic
from broadcaster.base.vietnamese import fold, nfc, one_line


def test_T14_the_zone_is_the_station_s_whatever_the_machine_says(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        now = SystemClock().now()
        assert now.utcoffset() == timedelta(hours=7)
        assert abs((now - datetime.now(UTC)).total_seconds()) < 60
        assert format_time(at(date(2026, 11, 21), 5 * 3600)) == "2026-11-21T05:00:00.000+07:00"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_virtual_clock_moves_only_when_told() -> None:
    clock = VirtualClock(datetime(2026, 11, 20, 22, 0, tzinfo=UTC))
    assert format_time(clock.now()) == "2026-11-21T05:00:00.000+07:00"
    clock.sleep(1.5)
    clock.step_wall(-3600)
    assert clock.monotonic() == 1.5
    assert format_time(clock.now()) == "2026-11-21T04:00:01.500+07:00"
    clock.sleep(-5)
    assert clock.monotonic() == 1.5
    with pytest.raises(ValueError, match="aware"):
        VirtualClock(datetime(2026, 11, 21))  # noqa: DTZ001


@given(st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2100, 1, 1)))  # noqa: DTZ001
def test_times_come_back_to_the_millisecond(moment: datetime) -> None:
    aware = moment.replace(tzinfo=STATION_ZONE, microsecond=moment.microsecond // 1000 * 1000)
    assert parse_time(format_time(aware)) == aware
    assert unix(aware) == aware.timestamp()


def test_a_time_without_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        parse_time("2026-11-21T05:00:00")


def test_searching_words() -> None:
    assert fold("Đường ĐỘC Lập ƯỚC tiêm chủng") == "duong doc lap uoc tiem chung"
    assert fold(nfc("tiê\u0301m")) == fold("tiếm")
    assert nfc("ti\u0302e\u0302\u0301m") != ""


@given(st.text())
def test_folding_is_stable_and_one_line_is_one_line(text: str) -> None:
    assert fold(fold(text)) == fold(text) or any(ord(c) > 127 for c in fold(text))
    line = one_line(text, 50)
    assert len(line) <= 50
    assert not any(c in line for c in "\n\r\t\x00\u2028\u2029\x85")


def test_one_line_cuts_with_an_ellipsis() -> None:
    assert one_line("ộ" * 400).endswith("…")
    assert one_line("  hai \n dòng\t") == "hai dòng"


def test_ids_sort_by_birth_and_do_not_collide() -> None:
    ids = [new_id() for _ in range(2000)]
    assert len(set(ids)) == 2000
    assert {len(name) for name in ids} == {26}
    assert [name[:9] for name in ids] == sorted(name[:9] for name in ids)


def test_T15_durations() -> None:
    assert [clock_text(value) for value in (-1, 0, 59.4, 59.6, 3300, 3599.5, 10800)] == [
        "0:00", "0:00", "0:59", "1:00", "55:00", "1:00:00", "3:00:00"]
    assert seconds(frames(55 * 60)) == 3300
    assert frames(1 / RATE) == 1


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "thư mục" / "tệp.json"
    write_atomic(path, b"one")
    write_atomic(path, b"two", private=True)
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [child.name for child in path.parent.iterdir()] == ["tệp.json"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "folder" / "x").mkdir(parents=True)
    for path in (tmp_path / "file" / "below", tmp_path / "folder"):
        with pytest.raises(Refused) as refusal:
            write_atomic(path, b"data")
        assert refusal.value.code == "disk.unwritable"
    assert sorted(child.name for child in tmp_path.iterdir()) == ["file", "folder"]
    with pytest.raises(Refused) as refusal:
        StationHome(tmp_path / "file").create()
    assert refusal.value.code == "disk.unwritable"


def test_a_file_too_large_for_the_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    import signal

    path = tmp_path / "big"
    path.write_bytes(b"before")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(Refused):
            write_atomic(path, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert path.read_bytes() == b"before"
    assert [child.name for child in tmp_path.iterdir()] == ["big"]


def test_a_very_long_vietnamese_name(tmp_path: Path) -> None:
    write_atomic(tmp_path / ("ộ" * 80), b"x")
    assert len(list(tmp_path.iterdir())) == 1


def test_a_full_disk_has_its_own_word(tmp_path: Path) -> None:
    assert unwritable(tmp_path, OSError(errno.ENOSPC, "full")).code == "disk.full"
    assert unwritable(tmp_path, OSError(errno.EROFS, "read-only")).code == "disk.unwritable"


def test_where_things_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADCASTER_HOME", str(tmp_path))
    assert default_home().root == tmp_path
    monkeypatch.delenv("BROADCASTER_HOME")
    assert default_home().root.name == "dai-xa"
    assert StationHome(tmp_path).audio("ab" + "0" * 62) == tmp_path / "audio" / "ab" / f"ab{'0' * 62}.flac"
    assert shipped("resources", "templates", "report.toml").is_file()
    with pytest.raises(Refused) as refusal:
        shipped("resources", "nothing-here")
    assert refusal.value.code == "install.incomplete"
    (tmp_path / "x").write_bytes(b"abc")
    assert sha256_of(tmp_path / "x") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert os.environ.get("BROADCASTER_HOME") is None


def test_listeners_hear_what_changed() -> None:
    changes, heard = Changes(), []
    changes.subscribe(heard.append)
    changes.announce(frozenset({"airing"}))
    assert heard == [frozenset({"airing"})]


def test_a_file_that_is_being_read_is_replaced_a_moment_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, where a name cannot be taken while another process has the old file open."""
    real, refusals = Path.replace, [1, 2]

    def replace(source: Path, target: Path) -> Path:
        if refusals:
            refusals.pop()
            raise PermissionError(errno.EACCES, "in use")
        return real(source, target)

    monkeypatch.setattr(Path, "replace", replace)
    write_atomic(tmp_path / "air.json", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["air.json"]


def test_a_name_that_turns_its_writing_around_shows_its_ending() -> None:
    assert one_line("tin\u202etxt.exe") == "tintxt.exe"

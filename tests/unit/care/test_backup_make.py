"""Backups of a real small station: what is written, what is written only once, what is let go of and what never."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from backup_ground import SOUNDS, add_sound, furnish, live, next_day, set_backup

from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome
from broadcaster.care.backup import objects as objects_module
from broadcaster.care.backup import place as place_module
from broadcaster.care.backup.model import Backup, Counts, FileList, is_safe, much_smaller, to_keep
from broadcaster.care.backup.place import packed_list
from broadcaster.care.backup.service import BackupService


@pytest.fixture
def service(home: StationHome, clock: VirtualClock, tmp_path: Path) -> BackupService:
    return furnish(home, clock, tmp_path / "usb")


def stored(service: BackupService) -> set[str]:
    return set(service.place().objects(None).all())


def test_whole_station_and_nothing_else(service: BackupService) -> None:
    backup = service.make()
    files = service.place().files(backup, None)
    paths = {entry.path for entry in files.files}
    assert {"station.toml", "station.key", "station.sign", "station.db", "kept/ghi chú.txt"} <= paths
    assert sum(path.startswith("audio/") for path in paths) == len(SOUNDS)
    assert not [path for path in paths if path.startswith(("run/", "logs/", "voices/cache", "backup/"))]
    assert (backup.counts.journal_seq, backup.counts.trail_seq) == (3, 2), "one act was choosing the place"
    assert not list(service.place().root.rglob("*.tmp"))


def test_second_night_writes_only_what_is_new(service: BackupService, clock: VirtualClock) -> None:
    first = service.make()
    next_day(clock)
    live(service.home, clock)
    sound = add_sound(service.home, 9, 400_000)
    second = service.make()
    assert first.new_bytes > sum(SOUNDS)
    assert 400_000 < second.new_bytes < 1_500_000, sound
    assert second.bytes > first.bytes
    third = service.make()
    assert third.new_bytes < 300_000
    assert third.name > second.name


def test_database_is_a_consistent_copy_while_somebody_writes(service: BackupService) -> None:
    writer = sqlite3.connect(service.home.database)
    writer.execute("CREATE TABLE half (x)")
    writer.commit()
    writer.execute("INSERT INTO half VALUES (1)")  # not committed: the backup neither sees it nor waits for long
    writer.rollback()
    backup = service.make()
    writer.close()
    assert service.drill(backup.name).problems == ()


def test_rotation_keeps_days_and_weeks_and_collects_objects(service: BackupService, clock: VirtualClock) -> None:
    set_backup(service.home, service, keep_days=2, keep_weeks=1)
    old = add_sound(service.home, 21, 200_000)
    service.make()
    old.unlink()
    made = []
    for _ in range(4):
        next_day(clock, 5)
        made.append(service.make())
    names = [line.name for line in service.list()]
    assert names == [made[3].name, made[2].name, made[1].name]
    needed = {name for each in made[1:] for name in service.place().files(each, None).objects}
    assert stored(service) == needed | {each.list_object for each in made[1:]}


def test_a_key_cut_short_does_not_stop_backups_anybody_may_read(service: BackupService, clock: VirtualClock) -> None:
    set_backup(service.home, service, keep_days=1, keep_weeks=0)
    (service.home.root / "station.backup-key").write_bytes(b'{"ke')
    for _ in range(3):
        next_day(clock)
        made = service.make()
    assert service.place().names() == [made.name]


def test_what_is_kept() -> None:
    nights = [f"2026-{month:02}-{day:02}T2300{second:02}" for month in (9, 10) for day in range(1, 31)
              for second in (0, 9)]
    kept = sorted(to_keep(nights, 7, 4))
    assert len(kept) == 11
    assert all(name.endswith("09") for name in kept)
    assert kept[-7:] == [f"2026-10-{day}T230009" for day in range(24, 31)]
    assert kept[:4] == ["2026-09-27T230009", "2026-10-04T230009", "2026-10-11T230009", "2026-10-18T230009"] or \
        kept[3] == "2026-10-23T230009"
    assert to_keep([], 7, 4) == set()


def test_nothing_is_collected_while_a_manifest_cannot_be_read(service: BackupService, clock: VirtualClock) -> None:
    set_backup(service.home, service, keep_days=1, keep_weeks=0)
    broken = service.make()
    before = stored(service)
    manifest = service.place().backups / f"{broken.name}.json"
    manifest.write_bytes(manifest.read_bytes().replace(b'"files"', b'"flies"'))
    for _ in range(2):
        next_day(clock)
        service.make()
    assert manifest.exists() is False or before <= stored(service)
    assert [line.problem.code for line in service.list() if line.problem] in ([], ["backup.damaged"])


def test_far_smaller_backup_pushes_out_nothing_until_somebody_has_looked(
        service: BackupService, clock: VirtualClock) -> None:
    set_backup(service.home, service, keep_days=1, keep_weeks=0)
    good = service.make()
    shutil.rmtree(service.home.root / "audio")
    next_day(clock)
    small = service.make()
    next_day(clock)
    again = service.make()
    assert small.small
    assert again.small
    assert {good.name, small.name} <= {line.name for line in service.list()}
    service.accept(again.name, "Cán bộ truyền thanh")
    next_day(clock)
    service.make()
    assert len(service.list()) == 1


def test_smaller_is_judged_by_what_is_lost() -> None:
    before = Backup("2026-11-20T230000", "", "", "", "", "", 10, 1000, 0, "", "", 0, Counts(carts=40), "")
    assert much_smaller(Counts(carts=10), 1000, before)
    assert much_smaller(Counts(carts=40), 400, before)
    assert not much_smaller(Counts(carts=30), 900, before)


def test_disk_that_fills_leaves_the_earlier_backups_whole(
        service: BackupService, clock: VirtualClock, monkeypatch: pytest.MonkeyPatch) -> None:
    good = service.make()
    next_day(clock)
    add_sound(service.home, 33, 900_000)
    real = os.fsync

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(objects_module.os, "fsync", full)
    with pytest.raises(Refused) as refused:
        service.make()
    monkeypatch.setattr(objects_module.os, "fsync", real)
    assert refused.value.code == "disk.full"
    assert [line.name for line in service.list()] == [good.name]
    assert service.drill().good
    assert not list(service.place().root.rglob("*.tmp"))


def test_too_little_room_is_said_before_anything_is_written(
        service: BackupService, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage("/")._replace(free=40 << 20)
    here = service.place().root

    def asked(path: Any) -> Any:
        return usage if Path(path) == here else shutil._ntuple_diskusage(0, 0, 1 << 40)  # type: ignore[attr-defined]

    monkeypatch.setattr(place_module.shutil, "disk_usage", asked)
    add_sound(service.home, 40, 20_000_000)
    with pytest.raises(Refused) as refused:
        service.make()
    assert refused.value.code == "backup.no_room"
    assert not stored(service)


def test_stick_that_is_pulled_out_or_not_there(service: BackupService, tmp_path: Path) -> None:
    service.make()
    stick = tmp_path / "usb"

    def pulled(done: int, total: int, text: str) -> None:
        if text.startswith("audio/") and stick.exists():
            stick.rename(tmp_path / "away")

    add_sound(service.home, 50, 700_000)
    with pytest.raises(Refused) as refused:
        service.make(pulled)
    assert refused.value.code == "backup.place_lost"
    assert not stick.exists()
    stick.mkdir()  # the mount point of a disk that was not mounted
    with pytest.raises(Refused) as refused:
        service.make(by_itself=True)
    assert refused.value.code == "backup.place_missing"
    assert not any(stick.iterdir())
    stick.rmdir()
    (tmp_path / "away").rename(stick)
    assert service.make(by_itself=True)
    assert service.drill().good


def test_file_that_changes_while_it_is_read_is_read_again(service: BackupService) -> None:
    path = service.home.root / "kept" / "ghi chú.txt"
    seen: list[str] = []

    def change(done: int, total: int, text: str) -> None:
        if text == "kept/ghi chú.txt" and not seen:
            seen.append(text)
            path.write_text("# lần hai, dài hơn\n", encoding="utf-8")

    backup = service.make(change)
    entry = next(entry for entry in service.place().files(backup, None).files if entry.path.endswith("chú.txt"))
    assert entry.bytes == path.stat().st_size
    assert service.drill().good


def test_torn_last_line_of_the_journal_stays_out(service: BackupService) -> None:
    newest = max(service.home.asrun.glob("*.jsonl"))
    with newest.open("ab") as file:
        file.write(b'{"v":1,"seq":4,"at"')
    backup = service.make()
    assert backup.counts.journal_seq == 3
    assert service.drill().good


def test_nothing_is_built_upon_what_another_hand_signed(
        service: BackupService, clock: VirtualClock, tmp_path: Path) -> None:
    """A list planted on the stick, saying that a file of ours is something else: the next night would sign it."""
    first = service.make()
    place = service.place()
    files = place.files(first, None)
    settings = next(entry for entry in files.files if entry.path == "station.toml")
    other = next(entry for entry in files.files if entry.path == "station.key")
    forged = tuple(replace(entry, parts=other.parts, sha256=other.sha256) if entry is settings else entry
                   for entry in files.files)
    packed, digest = packed_list(FileList(forged, files.objects))
    thief = StationHome(tmp_path / "dieb")
    thief.create()
    hand = Identity(thief)
    place.write(replace(first, name="2026-12-31T000000", key=hand.public, list_sha256=digest,
                        list_object=place.objects(None).put(packed)), hand.sign)
    live(service.home, clock)
    second = service.make()
    assert service.place().root == place.root, "nor does it drive us from our place"
    kept = next(entry for entry in place.files(second, None).files if entry.path == "station.toml")
    assert kept.sha256 == hashlib.sha256(service.home.settings.read_bytes()).hexdigest()


def test_other_station_in_the_same_folder_is_never_touched(
        service: BackupService, tmp_path: Path, clock: VirtualClock, migrated_file: Path) -> None:
    other_home = StationHome(tmp_path / "trạm khác")
    other_home.create()
    shutil.copyfile(migrated_file, other_home.database)
    ours = service.make()
    other = furnish(other_home, clock, tmp_path / "usb khác")
    other.choose(str(tmp_path / "usb"))  # same id, another key: a copied station.toml
    theirs = other.make()
    assert other.place().root != service.place().root
    assert [line.name for line in service.list()] == [ours.name]
    assert [line.name for line in other.list()] == [theirs.name]


def test_only_one_at_a_time_and_not_into_the_station_itself(service: BackupService, home: StationHome) -> None:
    lock = ProcessLock(home, "backup")
    with pytest.raises(Refused) as refused:
        service.make()
    lock.release()
    assert refused.value.code == "process.running"
    with pytest.raises(Refused) as refused:
        service.choose(str(home.root / "audio"))
    assert refused.value.code == "backup.inside"
    service.choose("")
    assert service.make()
    assert not service.where().chosen


def test_place_that_is_none(service: BackupService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However station.toml came to say it."""
    for words in ("\0", "~nobody-of-that-name/a", "a" * 5000, "beside", "http://mau.example/"):
        set_backup(service.home, service, to=words)
        with pytest.raises(Refused) as refused:
            service.where()
        assert refused.value.code == "backup.place_missing", words
    monkeypatch.chdir(tmp_path)
    service.choose("beside")
    assert service.where().folder == tmp_path / "beside", "wherever the helper runs"


def test_names_that_mean_another_place() -> None:
    assert is_safe("audio/ab/x.flac")
    assert is_safe("kept/ghi chú.txt")
    for bad in ("", "/etc/passwd", "../x", "a/../b", "a//b", "a\\b", "c:/x", "a/con.txt", "NUL", "x.", "a/b ", "a\nb",
                "x" * 500, "a:b"):
        assert not is_safe(bad), bad

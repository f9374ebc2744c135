"""Trying and bringing back: a copy that holds, a station that is never destroyed, and no two players of one station."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from backup_ground import contents, furnish, live, next_day

from broadcaster.air.process import run_air
from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import NewerFormat, Refused
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome
from broadcaster.care.backup.model import Entry, FileList, check_paths
from broadcaster.care.backup.place import packed_list
from broadcaster.care.backup.service import BackupService, stations_at
from broadcaster.protocol.restored import read_restored
from broadcaster.protocol.verifier import canonical
from broadcaster.wiring import build_app


@pytest.fixture
def service(home: StationHome, clock: VirtualClock, tmp_path: Path) -> BackupService:
    return furnish(home, clock, tmp_path / "usb")


def on_new_computer(service: BackupService, tmp_path: Path, clock: VirtualClock, **wishes: object) -> StationHome:
    """As from the stick alone."""
    fresh = StationHome(tmp_path / "máy mới" / "dai-xa")
    [(place, lines)] = stations_at(tmp_path / "usb")
    BackupService(fresh, clock).restore(place, lines[0].name, **wishes)  # type: ignore[arg-type]
    return fresh


def test_new_computer_holds_every_byte(service: BackupService, tmp_path: Path, clock: VirtualClock) -> None:
    backup = service.make()
    fresh = on_new_computer(service, tmp_path, clock)
    assert contents(fresh.root) == contents(service.home.root)
    if os.name == "posix":
        assert (fresh.root / "station.key").stat().st_mode & 0o077 == 0
    app = build_app(fresh, clock)
    acts = list(app.trail.entries(limit=1)) if hasattr(app.trail, "entries") else []
    app.close()
    assert not acts or acts[0].action == "backup.restored"
    assert BackupService(fresh, clock).list()[0].name == backup.name, "the next night goes on in the same folder"


def test_nothing_sounds_until_somebody_says_that_the_old_computer_is_off(
        service: BackupService, tmp_path: Path, clock: VirtualClock) -> None:
    service.make()
    fresh = on_new_computer(service, tmp_path, clock)
    with pytest.raises(Refused) as refused:
        run_air(fresh, "wav:" + str(tmp_path / "x.wav"))
    assert refused.value.code == "restored.waits"
    BackupService(fresh, clock).confirm("Cán bộ truyền thanh")
    restored = read_restored(fresh)
    assert restored is not None
    assert not restored.waits
    assert restored.seq == 3


def test_newer_station_is_not_destroyed(service: BackupService, clock: VirtualClock) -> None:
    backup = service.make()
    next_day(clock)
    live(service.home, clock)
    before = contents(service.home.root)
    with pytest.raises(Refused) as refused:
        service.restore(service.place(), backup.name)
    assert refused.value.code == "backup.present_newer"
    assert refused.value.facts["newer_in"] == "journal, trail"
    assert contents(service.home.root) == before
    aside = service.restore(service.place(), backup.name, replace_newer=True, by="Phó Chủ tịch")
    assert aside is not None
    assert contents(aside) == before, "moved aside whole"
    assert contents(service.home.root) != before


def test_history_that_went_another_way_counts_as_newer(service: BackupService, clock: VirtualClock) -> None:
    backup = service.make()
    newest = max(service.home.asrun.glob("*.jsonl"))
    newest.unlink()
    live(service.home, clock)  # as many lines, others
    with pytest.raises(Refused) as refused:
        service.restore(service.place(), backup.name)
    assert refused.value.code == "backup.present_newer"


def test_not_while_the_player_runs(service: BackupService) -> None:
    backup = service.make()
    lock = ProcessLock(service.home, "air")
    with pytest.raises(Refused) as refused:
        service.restore(service.place(), backup.name, replace_newer=True)
    lock.release()
    assert refused.value.code == "process.running"


def test_power_cut_between_the_two_renames(service: BackupService, clock: VirtualClock) -> None:
    backup = service.make()
    root = service.home.root
    service.restore(service.place(), backup.name, replace_newer=True)
    root.rename(root.with_name(f"{root.name}.restoring"))  # the old one was moved aside, the new one not yet in
    build_app(service.home, clock).close()
    assert read_restored(service.home) is not None
    assert not root.with_name(f"{root.name}.restoring").exists()


@pytest.mark.parametrize("what", ["object", "gone", "list", "manifest"])
def test_damaged_backup_is_found_and_restores_nothing(
        service: BackupService, tmp_path: Path, clock: VirtualClock, what: str) -> None:
    backup = service.make()
    place = service.place()
    files = place.files(backup, None)
    sound = next(entry for entry in files.files if entry.path.startswith("audio/"))
    victim = {"object": place.objects(None).path(sound.parts[0].object),
              "gone": place.objects(None).path(sound.parts[0].object),
              "list": place.objects(None).path(backup.list_object),
              "manifest": place.backups / f"{backup.name}.json"}[what]
    raw = bytearray(victim.read_bytes())
    raw[len(raw) // 2] ^= 1
    victim.unlink() if what == "gone" else victim.write_bytes(raw)
    if what != "manifest":
        assert not service.drill().good
        assert service.place().drill(backup.name).problems  # type: ignore[union-attr]
    fresh = StationHome(tmp_path / "neu" / "dai-xa")
    with pytest.raises(Refused) as refused:
        BackupService(fresh, clock).restore(place, backup.name)
    assert refused.value.code == "backup.damaged"
    assert not fresh.root.exists()
    assert not fresh.root.with_name("dai-xa.restoring").exists()
    if what in {"object", "gone"}:
        clock.sleep(60)
        service.make()
        assert service.drill().good, "the next backup stores it anew"


def test_light_trial_reads_what_is_new(service: BackupService, clock: VirtualClock) -> None:
    first = service.make()
    light = service.drill(first.name, full=False)
    assert light.good
    assert not light.full
    files = service.place().files(first, None)
    sound = max(files.files, key=lambda entry: entry.bytes)
    clock.sleep(60)
    second = service.make()
    victim = service.place().objects(None).path(sound.parts[0].object)
    raw = bytearray(victim.read_bytes())
    raw[7] ^= 1
    victim.write_bytes(raw)
    assert service.drill(second.name, full=False).good, "read in the first trial, not again tonight"
    assert not service.drill(second.name, full=True).good


def test_list_by_a_stranger(service: BackupService, tmp_path: Path, clock: VirtualClock) -> None:
    backup = service.make()
    place = service.place()
    files = place.files(backup, None)
    evil = FileList((replace(files.files[0], path="../../evil.txt"), *files.files[1:]), files.objects)
    packed, digest = packed_list(evil)
    name = place.objects(None).put(packed)
    place.write(replace(backup, name="2027-01-01T000000", list_object=name, list_sha256=digest),
                Identity(service.home).sign)
    fresh = StationHome(tmp_path / "neu" / "dai-xa")
    with pytest.raises(Refused) as refused:
        BackupService(fresh, clock).restore(place, "2027-01-01T000000")
    assert refused.value.code == "backup.list_bad"
    assert not (tmp_path / "evil.txt").exists()
    for clash in (("a", "A"), ("a", "a/b"), ("a/b", "a")):
        with pytest.raises(Refused):
            check_paths([Entry(path, 0o600, 0, "", 0, ()) for path in clash])


def test_list_that_blows_up(service: BackupService, tmp_path: Path, clock: VirtualClock) -> None:
    """A small object named a thousand times fills no disk."""
    backup = service.make()
    place = service.place()
    files = place.files(backup, None)
    large = max(files.files, key=lambda entry: entry.bytes)
    for swollen in (replace(large, bytes=1 << 50, parts=large.parts * 1000), replace(large, parts=large.parts * 1000)):
        packed, digest = packed_list(FileList((swollen,), files.objects))
        name = place.objects(None).put(packed)
        place.write(replace(backup, name="2027-01-01T000000", list_object=name, list_sha256=digest),
                    Identity(service.home).sign)
        fresh = StationHome(tmp_path / "neu" / "dai-xa")
        with pytest.raises(Refused) as refused:
            BackupService(fresh, clock).restore(place, "2027-01-01T000000")
        assert refused.value.code == "backup.damaged"
        assert not fresh.root.parent.exists() or not list(fresh.root.parent.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="rights as POSIX has them")
def test_others_on_the_computer_read_neither_home_nor_backup(
        service: BackupService, tmp_path: Path, clock: VirtualClock) -> None:
    made, fresh = service.make(), StationHome(tmp_path / "neu" / "dai-xa")
    BackupService(fresh, clock).restore(service.place(), made.name)
    new = StationHome(tmp_path / "andere" / "dai-xa")
    new.create()
    assert [folder.stat().st_mode & 0o077 for folder in (fresh.root, new.root, service.place().root)] == [0, 0, 0]


def test_manifest_that_is_none(service: BackupService) -> None:
    """The others are still listed; nobody falls over it."""
    good = service.make()
    backups = service.place().backups
    for raw in (b"", b"5", b"null", b'"hello"', b"[]", b"[" * 100_000, "{}".encode("utf-16")):
        (backups / "2026-01-02T030405.json").write_bytes(raw)
        (backups / "2026-13-45T000000.json").write_bytes(raw)
        (backups / f"{good.name}.drill.json").write_bytes(raw)
        lines = service.list()
        assert [(line.name, line.problem and line.problem.code) for line in lines] == [
            (good.name, None), ("2026-01-02T030405", "backup.damaged")], raw[:20]
    assert service.make().files == good.files


WRONG_WORDS: list[tuple[str, object]] = [
    ("files", None), ("files", -1), ("bytes", "x"), ("bytes", 10 ** 30), ("list_object", 5), ("made_at", "hôm qua"),
    ("list_object", "../" * 20 + "a" * 4), ("revision", 5), ("station_name", []), ("station_name", "Xã " * 5000),
    ("counts", {"airings": None}), ("left_out", 7), ("small", "no"), ("wrap", {"salt": 5}), ("more", 1)]


def test_signed_manifest_with_a_wrong_word(service: BackupService) -> None:
    """Anybody can sign: the signature says nothing of what stands there."""
    name = service.make().name
    path = service.place().backups / f"{name}.json"
    good = json.loads(path.read_bytes())
    del good["signature"]
    for word, wrong in WRONG_WORDS:
        body = {**good, word: wrong}
        path.write_bytes(canonical({**body, "signature": Identity(service.home).sign(canonical(body))}))
        with pytest.raises(Refused) as refused:
            service.place().read(name)
        assert refused.value.code == "backup.damaged", word


def test_list_that_names_objects_elsewhere(service: BackupService, tmp_path: Path) -> None:
    """A trial sets damaged objects aside: never a file that is none."""
    backup = service.make()
    place, mine = service.place(), tmp_path / "station.db"
    mine.write_bytes(b"mine")
    packed, digest = packed_list(FileList((), {f"../../../../{mine.name}": 99}))
    name = place.objects(None).put(packed)
    place.write(replace(backup, list_object=name, list_sha256=digest), Identity(service.home).sign)
    assert not service.drill().good
    assert mine.exists()


def test_newer_program_is_needed_for_its_backup(service: BackupService, tmp_path: Path, clock: VirtualClock) -> None:
    backup = service.make()
    service.place().write(replace(backup, name="2027-01-01T000000", revision="9999"), Identity(service.home).sign)
    with pytest.raises(NewerFormat):
        on_new_computer(service, tmp_path, clock)


def test_encrypted_on_a_new_computer(service: BackupService, tmp_path: Path, clock: VirtualClock) -> None:
    service.make()
    phrase = service.encrypt("Cán bộ truyền thanh")
    clock.sleep(60)
    backup = service.make()
    assert backup.encrypted
    assert service.drill().good
    fresh = StationHome(tmp_path / "máy mới" / "dai-xa")
    [(place, lines)] = stations_at(tmp_path / "usb")
    other = BackupService(fresh, clock)
    for wrong, code in (("", "backup.no_phrase"), ("123", "backup.phrase_length")):
        with pytest.raises(Refused) as refused:
            other.restore(place, lines[0].name, phrase=wrong)
        assert refused.value.code == code
    other.restore(place, lines[0].name, phrase=phrase.replace(" ", "-"))
    assert contents(fresh.root) == contents(service.home.root)
    clock.sleep(60)
    assert BackupService(fresh, clock).make().new_bytes < 400_000, "the key came along: nothing is stored twice"


def test_encrypted_objects_reveal_nothing(service: BackupService) -> None:
    service.encrypt("")
    backup = service.make()
    place = service.place()
    entry = next(entry for entry in service.home.root.rglob("*.flac") if "cache" not in entry.parts)
    raw = b"".join(path.read_bytes() for path in place.root.rglob("*") if path.is_file())
    assert entry.read_bytes()[:4096] not in raw
    assert entry.stem.encode() not in raw
    assert b"station.key" not in raw
    assert entry.stem not in set(place.objects(None).all())
    assert backup.encrypted
    assert "station.backup-key" not in {each.path for each in place.files(backup, service._vault_of(backup)).files}

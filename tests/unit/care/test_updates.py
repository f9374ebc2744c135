"""An update from a stick: what is refused, what is tried, and that whatever dies on the way leaves a program."""

from __future__ import annotations

import json
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import update_ground as ground
from PySide6.QtCore import QLockFile
from update_ground import NEW, OLD, PRIVATE, PUBLIC, StandIn

from broadcaster.base.clock import SystemClock, VirtualClock
from broadcaster.base.errors import BroadcasterError, Refused, Tampered
from broadcaster.base.paths import StationHome
from broadcaster.care.installed import Installed
from broadcaster.care.updates import package
from broadcaster.care.updates.model import Record, Step, record_from
from broadcaster.care.updates.service import Updates
from broadcaster.care.updates.station import Station, window_process

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in programs are shell scripts")

World = tuple[Installed, StationHome, Updates]


@pytest.fixture
def world(tmp_path: Path, clock: VirtualClock) -> World:
    place, home = ground.world(tmp_path)
    return place, home, ground.updates(place, home, clock)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ground.update(tmp_path_factory.mktemp("stick"))


def said(place: Installed, *words: str) -> str:
    """What the launcher starts."""
    done = subprocess.run([place.launcher(), *words], capture_output=True, text=True, timeout=20, check=False)
    return (done.stdout + done.stderr).strip()


def refusal(act: Callable[[], Any]) -> str:
    with pytest.raises(BroadcasterError) as caught:
        act()
    return caught.value.code


def stand_in(work: Updates) -> StandIn:
    assert isinstance(work.station, StandIn)
    return work.station


def test_the_whole_way_and_back(world: World, good: Path) -> None:
    place, home, work = world
    steps: list[str] = []
    work.told = lambda record: steps.append(record.step.value) if record.step.value not in steps[-1:] else None
    assert work.check(good).news == ("Phát lại tin đã lỡ.",)
    assert work.stage(good).step is Step.READY
    assert said(place) == OLD, "nothing changes before its time"
    assert work.carry_out().step is Step.DONE
    assert steps == ["unpacking", "testing", "ready", "stopping", "copying", "switching", "trial", "done"]
    assert stand_in(work).log == ["stop", f"start {NEW}"]
    assert said(place, "keeper", "x y") == f"{NEW} keeper x y"
    assert ((place.folder(NEW) / "_internal" / "lib.so").read_bytes(), place.trial_file.exists()) == (
        NEW.encode() * 10_000, False)
    assert ground.form_of(home.root / "backup" / f"station-before-{NEW}.db") == ground.OLD_FORM
    done = work.roll_back()
    assert (done.step, said(place), ground.form_of(home.database)) == (Step.ROLLED_BACK, OLD, ground.OLD_FORM)
    assert ground.form_of(home.root / "backup" / f"station-of-{NEW}.db") == ground.NEW_FORM, "set aside, not lost"


def test_one_that_does_not_come_up_is_taken_back(world: World, good: Path) -> None:
    place, home, work = world
    stand_in(work).sick = NEW
    work.stage(good)
    done = work.carry_out()
    assert (done.step, done.code, done.facts) == (Step.ROLLED_BACK, "update.did_not_come_up", {"aired_since": False})
    assert (said(place), ground.form_of(home.database), stand_in(work).runs) == (OLD, ground.OLD_FORM, OLD)


def test_one_that_dies_in_its_first_minute_is_taken_back(world: World, good: Path) -> None:
    place, home, work = world
    alive = iter([False, *[True] * 4])
    stand_in(work).lives = lambda: next(alive, False) or place.current == OLD  # type: ignore[method-assign]
    work.watch_seconds = 60
    work.stage(good)
    (home.asrun / "2026-11-21.jsonl").write_text('{"kind":"START"}\n')
    shutil.rmtree(home.asrun.parent / "backup", ignore_errors=True)
    assert work.carry_out().code == "update.did_not_stay_up"
    assert said(place) == OLD


def test_going_back_does_not_throw_work_away(world: World, good: Path) -> None:
    place, home, work = world
    work.stage(good)
    work.carry_out()
    with closing(sqlite3.connect(home.database)) as connection:
        connection.execute("INSERT INTO audit VALUES (1)")
        connection.commit()
    assert refusal(work.roll_back) == "update.rollback_would_lose"
    assert said(place) == NEW
    assert work.roll_back(even_if_newer=True).step is Step.ROLLED_BACK
    with closing(sqlite3.connect(home.root / "backup" / f"station-of-{NEW}.db")) as connection:
        assert connection.execute("SELECT count(*) FROM audit").fetchone() == (1,)


def test_what_cannot_be_taken_back_is_started_all_the_same(world: World, good: Path) -> None:
    """A station that stands still is worse than one of the wrong version."""
    place, home, work = world
    work.stage(good)
    work.carry_out()
    copy = home.root / "backup" / f"station-before-{NEW}.db"
    copy.unlink()
    copy.mkdir()
    done = work.roll_back(even_if_newer=True)
    assert (done.step, done.code, said(place), stand_in(work).runs) == (Step.FAILED, "update.failed", NEW, NEW)
    assert ground.form_of(home.database) == ground.NEW_FORM


def test_it_waits_for_a_quiet_moment_and_for_the_night(world: World, good: Path, clock: VirtualClock) -> None:
    _, _, work = world
    work.stage(good, "tonight")
    begun = clock.now()
    stand_in(work).reason = "near"
    assert refusal(lambda: work.carry_out(wait=False)) == "update.not_now"
    waited: list[str] = []

    def told(record: Record) -> None:
        if record.code == "update.waits":
            waited.append(record.facts["reason"])
            stand_in(work).reason = "" if len(waited) > 1 else "near"

    work.told = told
    assert work.carry_out().step is Step.DONE
    assert waited == ["tonight", "near"]
    assert begun.replace(hour=21, minute=30) <= clock.now() <= begun.replace(hour=21, minute=40)


def test_a_version_that_does_not_run_here_is_not_used(world: World, tmp_path: Path) -> None:
    place, _, work = world
    sick = ground.update(tmp_path, body='[ "$1" = self-test ] && { echo "libfoo.so: không có" >&2; exit 3; }')
    with pytest.raises(Refused) as caught:
        work.stage(sick)
    assert (caught.value.code, caught.value.facts) == ("update.self_test", {"detail": "libfoo.so: không có"})
    assert [each.name for each in (place.root / "versions").iterdir()] == [OLD]
    record = work.record()
    assert record is not None
    assert (record.step, said(place)) == (Step.FAILED, OLD)


def rewritten(good: Path, target: Path, change: Callable[[dict[str, Any]], object], *, sign: bool = True) -> Path:
    """A copy whose list was changed, signed again or not."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        body = json.loads(old.read(package.MANIFEST))
        change(body)
        raw = json.dumps(body).encode()
        new.writestr(package.MANIFEST, raw)
        new.writestr(package.SIGNATURE, Ed25519PrivateKey.from_private_bytes(PRIVATE).sign(raw).hex() if sign
                     else old.read(package.SIGNATURE))
        for name in old.namelist():
            if name.startswith("files/"):
                new.writestr(name, old.read(name))
    return target


def first(body: dict[str, Any], **words: Any) -> None:
    next(entry for entry in body["files"] if not entry["link"]).update(words)


@pytest.mark.parametrize(("change", "code"), [
    (lambda body: body.update(version=OLD), "update.not_newer"),
    (lambda body: body.update(version="0.0.9"), "update.not_newer"),
    (lambda body: body.update(platform="windows-x86_64"), "update.platform"),
    (lambda body: body.update(format=2), "newer_format"),
    (lambda body: body.update(version="../../etc"), "update.damaged"),
    (lambda body: first(body, path="../../../tmp/x"), "update.damaged"),
    (lambda body: first(body, path="/etc/passwd"), "update.damaged"),
    (lambda body: first(body, path="C:\\x"), "update.damaged"),
    (lambda body: first(body, path="_internal/con.txt"), "update.damaged"),
    (lambda body: first(body, path="x. "), "update.damaged"),
    (lambda body: first(body, bytes=-1), "update.damaged"),
    (lambda body: first(body, bytes=True), "update.damaged"),
    (lambda body: first(body, bytes=10**12), "update.too_big"),
    (lambda body: first(body, sha256="x"), "update.damaged"),
    (lambda body: body["files"].append({"path": "BROADCASTER", "sha256": "0" * 64, "bytes": 0}), "update.damaged"),
    (lambda body: body["files"].append({"path": "l", "link": "/etc"}), "update.damaged"),
    (lambda body: body["files"].append({"path": "l", "link": "_internal/../../.."}), "update.damaged"),
    (lambda body: body["files"].extend([{"path": "l", "link": "_internal"},
                                        {"path": "l/x", "sha256": "0" * 64, "bytes": 0}]), "update.damaged"),
    (lambda body: body.update(files=[]), "update.damaged"),
    (lambda body: body.update(files=7), "update.damaged"),
], ids=range(20))
def test_a_list_that_lies_is_refused(world: World, good: Path, tmp_path: Path, change: Any, code: str) -> None:
    place, _, work = world
    assert refusal(lambda: work.stage(rewritten(good, tmp_path / "x.dxcapnhat", change))) == code
    assert ([each.name for each in (place.root / "versions").iterdir()], said(place)) == ([OLD], OLD)


def test_only_the_makers_may_sign(world: World, good: Path, tmp_path: Path) -> None:
    _, _, work = world
    unsigned = rewritten(good, tmp_path / "x.dxcapnhat", lambda body: body.update(version="9.0"), sign=False)
    assert refusal(lambda: work.check(unsigned)) == "update.unsigned"
    assert refusal(lambda: package.read_manifest(good, ("ab" * 32,))) == "update.unsigned"
    assert package.read_manifest(good, ("ab" * 32, PUBLIC)).version == NEW, "keys can follow one another"


def test_a_damaged_or_swollen_file_is_refused(world: World, good: Path, tmp_path: Path) -> None:
    place, _, work = world
    path = tmp_path / "x.dxcapnhat"
    raw = good.read_bytes()
    for part in (b"", b"no zip at all", raw[:len(raw) // 2]):
        path.write_bytes(part)
        assert refusal(lambda: work.stage(path)) in {"update.damaged", "update.unreadable"}
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, b"\0" * 50_000_000 if name == "files/broadcaster" else old.read(name))
    assert refusal(lambda: work.stage(path)) == "update.damaged"
    assert refusal(lambda: work.stage(tmp_path / "none.dxcapnhat")) == "update.unreadable"
    assert [each.name for each in (place.root / "versions").iterdir()] == [OLD]


def test_every_turned_bit_is_found(good: Path, tmp_path: Path) -> None:
    """A bit anywhere in what is used: refused, or the very same files come out."""
    raw = bytearray(good.read_bytes())
    wanted = package.read_manifest(good, (PUBLIC,))
    path = tmp_path / "x.dxcapnhat"
    for at in range(0, len(raw), max(1, len(raw) // 60)):
        turned = bytearray(raw)
        turned[at] ^= 0x10
        path.write_bytes(turned)
        try:
            manifest = package.read_manifest(path, (PUBLIC,))
            package.unpack(path, manifest, tmp_path / "out")
        except (Refused, Tampered):
            continue
        assert manifest == wanted
        package.check_tree(tmp_path / "out", manifest)


def test_one_at_a_time(world: World, good: Path) -> None:
    place, _, work = world
    from broadcaster.care.updates.updater_lock import UpdaterLock, at_work
    assert not at_work(place)
    with UpdaterLock(place):
        assert at_work(place)
        assert refusal(lambda: work.stage(good)) == "update.busy"
    assert refusal(work.carry_out) == "update.none_ready"
    assert refusal(work.roll_back) == "update.no_previous"
    assert work.resume() is None


@pytest.mark.parametrize("kind", ["good", "bad"])
def test_killed_before_every_rename(tmp_path: Path, kind: str) -> None:
    """Whatever current.txt names starts, on a database of its form; and who comes after ends what was begun."""
    subprocess.run([sys.executable, Path(ground.__file__), tmp_path, kind], check=True, timeout=110)
    worlds = sorted(each for each in tmp_path.iterdir() if each.name.isdigit())
    assert len(worlds) > (12 if kind == "bad" else 2)
    ends = set()
    for each in worlds:
        place, home = Installed(each / "cài đặt"), StationHome(each / "trạm")
        assert said(place) in {OLD, NEW}
        work = ground.updates(place, home, SystemClock(), NEW if kind == "bad" else "")
        stand_in(work).runs = ""
        record = work.resume()
        assert record is None or record.step in {Step.DONE, Step.FAILED, Step.ROLLED_BACK, Step.READY}
        version = said(place)
        assert ground.form_of(home.database) == (ground.NEW_FORM if version == NEW else ground.OLD_FORM)
        assert not [each for each in (place.root / "versions").glob(".*")] or record is None
        ends.add(version)
    assert ends == ({OLD, NEW} if kind == "good" else {OLD})


def test_started_again_and_again_without_being_found_good(world: World, good: Path, tmp_path: Path) -> None:
    """The updater died with the power, and the new version cannot even say so: the launcher takes it back."""
    place, _, work = world
    noted = tmp_path / "noted"
    ground.program(place.folder(OLD), OLD, body=f'[ "$1" = update ] && {{ echo "$@" >> "{noted}"; exit 1; }}')
    work.stage(good)
    place.previous_file.write_text(f"{OLD}\n")
    place.trial_file.touch()
    place.point_to(NEW)
    assert [said(place) for _ in range(8)] == [NEW] * 6 + [OLD] * 2
    assert noted.read_text() == "update rollback --failed-start\n"
    assert not place.trial_file.exists()


def test_a_lost_pointer_leads_to_the_newest_whole_version(world: World) -> None:
    place, _, _ = world
    ground.program(place.folder("0.1.10"), "0.1.10")
    place.folder("0.9.0").mkdir()
    place.current_file.unlink()
    assert said(place) == "0.1.10"


def test_the_record_is_read_carefully() -> None:
    record = Record(NEW, OLD, Step.TRIAL, facts={"a": 1})
    assert record_from(record.to_json()) == record
    for raw in (b"", b"[]", b'{"version":"../x","before":"0.1","step":"trial"}', b'{"step":"no"}', b"\xff"):
        assert record_from(raw) is None


def test_the_true_station_is_ended_and_started(home: StationHome, tmp_path: Path, good: Path) -> None:
    """Keeper and player of this very program out of two folders of versions, the stick's version, and back."""
    place = ground.installation(tmp_path / "cài đặt")
    real = f'[ "$1" = --home ] && exec "{sys.executable}" -m broadcaster "$@"'
    ground.program(place.folder(OLD), OLD, real)
    home.settings.write_text('[audio]\ndevice = "null"\n', encoding="utf-8")
    station = Station(home, SystemClock())
    work = Updates(place, station, SystemClock(), (PUBLIC,), watch_seconds=0.2, come_up_seconds=60)
    try:
        station.start([str(place.launcher())])
        while not station.lives():
            SystemClock().sleep(0.1)
        assert station.busy() == ""
        work.stage(ground.update(tmp_path, body=real))
        assert work.carry_out().step is Step.DONE
        assert station.lives()
        assert work.roll_back().step is Step.ROLLED_BACK
    finally:
        station.stop()
    assert not station.lives()


def test_a_session_near_makes_it_wait(clock: VirtualClock) -> None:
    from broadcaster.care.updates.station import _near
    soon = {"state": "idle", "upcoming": [{"starts_at": (clock.now() + timedelta(minutes=29)).isoformat()}]}
    later = {"state": "idle", "upcoming": [{"starts_at": (clock.now() + timedelta(minutes=31)).isoformat()}]}
    assert [_near(status, clock.now()) for status in (soon, later, {"state": "on_air"}, {"insert": {"id": "x"}}, {})
            ] == ["near", "", "on_air", "on_air", ""]


def test_an_open_window_is_seen(home: StationHome) -> None:
    assert window_process(home) is None
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        (home.run / "window.lock").write_text(f"{child.pid}\ndai-xa\n{platform.node()}\n")
        assert window_process(home) == child.pid
        (home.run / "window.lock").write_text(f"{child.pid}\ndai-xa\nmay-khac\n")
        assert window_process(home) is None, "a window on another computer is not ours to wait for"
        (home.run / "window.lock").write_text(f"{child.pid}\ndai-xa\n{platform.node()}\nx\nanother start\n")
        assert window_process(home) is None, "after a power cut the number is another's"
        (home.run / "window.lock").unlink()
        instance = QLockFile(str(home.run / "window.lock"))
        instance.setStaleLockTime(0)
        assert instance.tryLock(0)
        assert window_process(home) == os.getpid(), "as Qt writes it"
        instance.unlock()
        (home.run / "window.lock").write_text(f"{child.pid}\ndai-xa\n{platform.node()}\n")
        child.communicate(b"\n")
    assert window_process(home) is None


def test_while_no_maker_is_known_nobody_is(good: Path) -> None:
    """What ships holds no key but a true one; any that is there must be one."""
    keys = package.release_keys()
    assert PUBLIC not in keys, "our own tests' key is not the program's"
    assert all(len(bytes.fromhex(key)) == 32 for key in keys)
    assert refusal(lambda: package.read_manifest(good, ())) == "update.no_key"


def test_the_trail_says_who_put_in_another_version(
        tmp_path: Path, home: StationHome, good: Path, clock: VirtualClock) -> None:
    place = ground.installation(tmp_path / "cài đặt")
    ground.updates(place, home, clock).stage(good, by="Phó Chủ tịch")
    with closing(sqlite3.connect(home.database)) as connection:
        told = connection.execute("SELECT person, action, detail FROM audit ORDER BY id DESC").fetchone()
    assert told[:2] == ("Phó Chủ tịch", "update.staged")
    assert NEW in told[2]

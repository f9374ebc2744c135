"""Each fault is really made, and found; a healthy station has none."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from doctor_patient import CARD, ELSEWHERE, NOW, SOUND, codes, healthy, look, machine, rundown, set_audio

from broadcaster.base import crashes
from broadcaster.base.clock import STATION_ZONE, format_time
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.base.settings import ZoneSection, changed, load_settings, save_settings
from broadcaster.care.doctor import check_sound, check_work
from broadcaster.care.doctor.model import Case, Check, Remedy, Severity, wrong
from broadcaster.care.doctor.probes import Memory
from broadcaster.care.doctor.service import CHECKS, examine
from broadcaster.care.doctor.sleeping import plugged_in_seconds, sleep_settings
from broadcaster.care.doctor.sound_probe import Sink, Sound, from_json, sinks_of, streams_of, to_json
from broadcaster.protocol.journal import JournalWriter, Kind
from broadcaster.protocol.seal import read_key


@pytest.fixture
def station(home: StationHome) -> StationHome:
    return healthy(home)


def test_a_healthy_station_has_nothing(station: StationHome) -> None:
    seen: list[str] = []
    found = look(station, deep=True, shown=lambda done, total, name: seen.append(name))
    assert found.findings == ()
    assert found.lamp == "good"
    assert len(found.looked) == len(CHECKS) - len(ELSEWHERE)
    assert seen == [*found.looked, ""]


# Sound


@pytest.mark.parametrize(("sound", "code"), [
    (Sound(server=True, sinks=(Sink("auto_null", 1, False),), outputs=("pulse",)), "no_sound_device"),
    (Sound(), "no_sound_device"), (Sound(hung=True), "sound_hangs"),
    (Sound(library="OSError: PortAudio library not found"), "sound_library"),
    (Sound(cards=True, denied=True), "sound_denied"),
    (Sound(outputs=("HDMI",), server=True, sinks=SOUND.sinks, default="hdmi"), "device_missing")])
def test_without_the_sound_it_needs(station: StationHome, sound: Sound, code: str) -> None:
    found = look(station, machine(sound=lambda: sound), "sound")
    assert codes(found) == [code]
    assert found.wrong


def test_a_card_that_got_another_number_is_the_same(station: StationHome) -> None:
    set_audio(station, device="USB Audio: - (hw:1,0)")
    there = Sound(outputs=("USB Audio: - (hw:3,0)",), default="usb", cards=True)
    assert codes(look(station, machine(sound=lambda: there), "sound")) == []


@pytest.mark.parametrize(("volume", "muted", "code"), [(0.9, True, "muted"), (0.0, False, "muted"),
                                                      (0.1, False, "volume_low"), (0.5, False, None)])
def test_turned_down(station: StationHome, volume: float, muted: bool, code: str | None) -> None:
    set_audio(station, device="")
    there = Sound(outputs=(CARD,), default="usb", server=True, sinks=(Sink("usb", volume, muted),))
    assert codes(look(station, machine(sound=lambda: there), "sound")) == ([code] if code else [])


def test_another_default_is_said_until_it_is_called_right(station: StationHome) -> None:
    set_audio(station, device="")
    other = Sound(outputs=(CARD, "HDMI"), default="hdmi", server=True, sinks=(Sink("hdmi", 1, False),))
    assert codes(look(station, machine(sound=lambda: other), "sound")) == [], "it has not played yet"
    check_sound.accept_default(station, CARD)
    assert codes(look(station, machine(), "sound")) == []
    found = look(station, machine(sound=lambda: other), "sound")
    assert codes(found) == ["default_changed"]
    assert found.findings[0].remedy is Remedy.DEVICE_RIGHT
    check_sound.accept_default(station, found.findings[0].facts["now"])
    assert codes(look(station, machine(sound=lambda: other), "sound")) == []


def test_played_to_nobody(station: StationHome) -> None:
    set_audio(station, device="null")
    assert codes(look(station, machine(), "sound")) == ["nobody"]
    station.demo_note.write_text("x: 1111", encoding="utf-8")
    assert codes(look(station, machine(), "sound")) == []


def test_an_input_that_is_gone(station: StationHome) -> None:
    settings = load_settings(station)
    zone = ZoneSection("Thôn 1", output=CARD, monitor="Micrô")
    save_settings(station, type(settings)(**{**vars(settings), "zones": (zone,)}))
    assert codes(look(station, machine(), "inputs")) == []
    deaf = Sound(outputs=(CARD,), default="usb")
    assert codes(look(station, machine(sound=lambda: deaf), "inputs")) == ["input_missing"]


def test_what_pactl_says_is_understood() -> None:
    told = ("Sink #3\n\tState: RUNNING\n\tName: alsa_output.usb\n\tDescription: USB Audio\n\tMute: yes\n"
            "\tVolume: front-left: 13107 /  20% / -41,94 dB,   front-right: 6554 /  10% / -60,00 dB\n")
    stream = 'Sink Input #9\n\tSink: 3\n\tProperties:\n\t\tapplication.process.id = "4711"\n'
    assert sinks_of(told) == (Sink("alsa_output.usb", 0.2, True, "USB Audio"),)
    assert streams_of(stream, told) == {"4711": "alsa_output.usb"}
    assert from_json(json.loads(json.dumps(to_json(SOUND)))) == SOUND


# Clock


@pytest.mark.parametrize(("now", "code"), [
    (datetime(2000, 1, 1, 0, 1, tzinfo=STATION_ZONE), "clock_impossible"), (NOW - timedelta(days=2), "clock_behind"),
    (NOW + timedelta(days=400), "clock_ahead"), (NOW, None)])
def test_clocks(station: StationHome, now: datetime, code: str | None) -> None:
    assert codes(look(station, machine(), "clock", now=now)) == ([code] if code else [])


@pytest.mark.parametrize(("data", "times", "code"), [({"valid": False}, 2, "battery"),
                                                    ({"step_seconds": 4000.0}, 3, "clock_jumps"),
                                                    ({"step_seconds": 0.9}, 9, None)])
def test_a_clock_that_forgets(station: StationHome, data: dict[str, object], times: int, code: str | None) -> None:
    writer = JournalWriter(station.asrun, lambda: NOW - timedelta(minutes=1), durable=False)
    for _ in range(times):
        writer.write(Kind.CLOCK, **data)
    writer.close()
    assert codes(look(station, machine(), "clock")) == ([code] if code else [])


def test_another_time_zone(station: StationHome) -> None:
    found = look(station, machine(utc_offset=lambda _: 0.0), "zone")
    assert codes(found) == ["zone_wrong"]
    assert not found.wrong


# Disk, rights, memory


@pytest.mark.parametrize(("free", "code"), [(1_900_000_000, "disk_getting_full"), (400_000_000, "disk_low")])
def test_little_room(station: StationHome, free: int, code: str) -> None:
    found = look(station, machine(free=lambda _: free), "space")
    assert codes(found) == [code]
    assert found.findings[0].remedy is Remedy.TIDY


def test_a_disk_that_takes_nothing(station: StationHome) -> None:
    shutil.rmtree(station.run)
    station.run.write_bytes(b"a file where the folder should be")
    assert codes(look(station, machine(), "disk")) == ["home_closed"]


_AS_ANOTHER = """
import sys
from pathlib import Path
sys.path[:0] = [sys.argv[2]]
from doctor_patient import NOW, codes, look, machine
from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.care.doctor.remedies import apply
home = StationHome(Path(sys.argv[1]))
found = look(home, machine(), "rights")
print(codes(found), apply(found.findings[0], home, VirtualClock(NOW)), codes(look(home, machine(), "rights")))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_closed_folders_are_found_and_opened(station: StationHome) -> None:
    """Root may read everything, unless it lets go of just that."""
    capable = "-dac_override,-dac_read_search"
    alone = ["setpriv", f"--bounding-set={capable}", f"--inh-caps={capable}"] if os.getuid() == 0 else []
    if alone and shutil.which(alone[0]) is None:
        pytest.skip("root, and no setpriv")
    station.asrun.chmod(0o500)
    station.key.chmod(0o000)
    done = subprocess.run([*alone, sys.executable, "-c", _AS_ANOTHER, str(station.root), str(Path(__file__).parent)],
                          capture_output=True, text=True, cwd=Path(__file__).parents[3], check=False)
    assert done.stdout == "['rights'] {'count': 2} []\n", done.stderr
    assert station.key.stat().st_mode & 0o777 == 0o600


def test_no_scratch_folder(station: StationHome, tmp_path: Path) -> None:
    assert codes(look(station, machine(temporary=lambda: tmp_path / "none"), "temporary")) == ["temporary_closed"]


@pytest.mark.parametrize(("available", "load", "expected"), [
    (200_000_000, 0.1, ["memory_low"]), (50_000_000, 0.1, ["memory_gone"]), (1 << 30, 5.0, ["busy"])])
def test_others_take_it_all(station: StationHome, available: int, load: float, expected: list[str]) -> None:
    ailing = machine(memory=lambda: Memory(4 << 30, available), load=lambda: load)
    assert codes(look(station, ailing, "memory")) == expected


def test_a_computer_that_falls_asleep(station: StationHome, tmp_path: Path) -> None:
    assert codes(look(station, machine(sleeps=lambda: ("desktop 20 min",)), "sleeping")) == ["sleeps"]
    conf = tmp_path / "logind.conf"
    conf.write_text("[Login]\n#IdleAction=ignore\nIdleAction=suspend\n", encoding="utf-8")
    assert "logind suspend" in sleep_settings((conf,))
    told = "    Current AC Power Setting Index: 0x00000708\n    Current DC Power Setting Index: 0x00000384\n"
    assert plugged_in_seconds(told) == 1800
    assert plugged_in_seconds(told.replace("00000708", "00000000")) == 0


# Records


def test_broken_settings(station: StationHome) -> None:
    station.settings.write_text("[station\n", encoding="utf-8")
    assert codes(look(station, machine(), "settings")) == ["settings_broken"]


def test_keys(station: StationHome) -> None:
    if os.name != "nt":
        station.key.chmod(0o644)
        assert codes(look(station, machine(), "key")) == ["key_open"]
    station.key.write_text("nonsense", encoding="ascii")
    assert codes(look(station, machine(), "key")) == ["key_broken"]
    station.key.unlink()
    assert codes(look(station, machine(), "key")) == ["key_missing"]


def test_a_damaged_database(station: StationHome) -> None:
    raw = bytearray(station.database.read_bytes())
    raw[4096:20480] = os.urandom(16384)
    station.database.write_bytes(raw)
    assert codes(look(station, machine(), "database")) == ["database_broken"]
    station.database.write_bytes(b"no database at all" * 1000)
    assert codes(look(station, machine(), "database")) == ["database_broken"]
    station.database.unlink()
    assert codes(look(station, machine(), "database")) == ["database_missing"]


def test_a_newer_database(station: StationHome) -> None:
    with closing(sqlite3.connect(station.database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    found = look(station, machine(), "database")
    assert codes(found) == ["database_newer"]
    assert found.findings[0].facts == {"found": "9999"}


def test_a_damaged_ledger(station: StationHome) -> None:
    write_atomic(station.approvals, b'{"v":1,"kind":"approved"}\n')
    assert codes(look(station, machine(), "approvals")) == ["ledger_broken"]


def test_an_altered_journal(station: StationHome) -> None:
    path = next(station.asrun.glob("*.jsonl"))
    path.write_bytes(path.read_bytes().replace(b'"pid":1', b'"pid":2'))
    assert codes(look(station, machine(), "journal")) == ["journal_faults"]


def test_sounds_gone_and_altered(station: StationHome) -> None:
    names = ["ab" * 32, "cd" * 32]
    with closing(sqlite3.connect(station.database)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        columns = [row[1] for row in connection.execute("PRAGMA table_info(cart)")]
        for number, name in enumerate(names):
            row = {"id": str(number), "title": f"Bài {number}", "cut_sha256": name, "state": "approved",
                   "bulletin_id": None}
            connection.execute(f"INSERT INTO cart ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
                               [row.get(column, "") for column in columns])
        connection.commit()
    station.audio(names[0]).parent.mkdir(parents=True)
    station.audio(names[0]).write_bytes(b"altered")
    found = look(station, machine(), "sounds")
    assert codes(found) == ["sounds_missing", "sounds_altered"]
    assert [finding.facts["count"] for finding in found.findings] == [1, 1]


# The work of the days


def test_tomorrow(station: StationHome) -> None:
    path = next(station.rundowns.glob("*.json"))
    whole = path.read_bytes()
    path.write_bytes(whole.replace("Buổi sáng".encode(), "Buổi khác".encode()))
    assert codes(look(station, machine(), "tomorrow")) == ["plan_broken"]
    path.unlink()
    assert codes(look(station, machine(), "tomorrow")) == ["no_plan"]
    rundown(station, read_key(station), empty=True)
    assert codes(look(station, machine(), "tomorrow")) == ["tomorrow_empty"]
    path.unlink()
    rundown(station, read_key(station), sessions=0)
    assert codes(look(station, machine(), "tomorrow")) == ["no_session"]


def test_the_office_above(station: StationHome, tmp_path: Path) -> None:
    settings = load_settings(station)
    upward = type(settings.upward)(to=str(tmp_path / "USB"))
    save_settings(station, type(settings)(**{**vars(settings), "upward": upward}))
    with closing(sqlite3.connect(station.database)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(delivery)")]
        row = {"id": "1", "state": "queued", "made_at": format_time(NOW - timedelta(days=5)), "number": 1}
        connection.execute(f"INSERT INTO delivery ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
                           [row.get(column, "") for column in columns])
        connection.commit()
    assert codes(look(station, machine(), "upward")) == ["upward_gone", "unsent"]
    (tmp_path / "USB").mkdir()
    assert codes(look(station, machine(), "upward")) == ["unsent"]


def test_no_backup_and_a_place_that_is_gone(station: StationHome, tmp_path: Path) -> None:
    assert codes(look(station, machine(), "backup")) == ["backup_never"]
    settings = load_settings(station)
    backup = type(settings.backup)(to=str(tmp_path / "USB"))
    save_settings(station, type(settings)(**{**vars(settings), "backup": backup}))
    assert codes(look(station, machine(), "backup")) == ["backup_place"]


def test_a_voice_that_is_not_there(station: StationHome) -> None:
    settings = load_settings(station)
    speech = type(settings.speech)(voice="piper:none")
    save_settings(station, type(settings)(**{**vars(settings), "speech": speech}))
    assert codes(look(station, machine(), "voice")) == ["voice_silent"]


def test_parts_of_the_program_taken_away(station: StationHome, tmp_path: Path) -> None:
    (tmp_path / "a.so").write_bytes(b"altered")
    digest = "ab" * 32
    (tmp_path / "build.json").write_text(json.dumps({"files": {"a.so": digest, "b.so": digest}}), encoding="utf-8")
    case = Case(station, None, machine(), load_settings(station))  # type: ignore[arg-type]
    assert [finding.code for finding in check_work.program(case, tmp_path)] == [
        "doctor.program_missing", "doctor.program_altered"]
    assert list(check_work.program(case)) == []


# Processes


def keeper_wrote(home: StationHome, host: str, at: datetime = NOW) -> None:
    write_atomic(home.run / "keeper.status.json",
                 json.dumps({"at": format_time(at), "host": host, "alarms": []}).encode())


def test_nobody_runs(station: StationHome) -> None:
    found = look(station, machine(), "running")
    assert codes(found) == ["keeper_down", "air_down"]
    assert found.findings[0].remedy is Remedy.START_KEEPER
    save_settings(station, changed(load_settings(station), "office", role="office"))
    assert codes(look(station, machine(), "running")) == ["office_keeper_down"], "it plays nothing"
    save_settings(station, changed(load_settings(station), "office", role="station"))
    keeper_wrote(station, "máy-đài")
    assert codes(look(station, machine(), "running")) == ["air_down"]
    keeper_wrote(station, "máy-khác")
    assert codes(look(station, machine(), "running")) == ["elsewhere"]
    keeper_wrote(station, "máy-khác", NOW - timedelta(minutes=5))
    assert codes(look(station, machine(), "running")) == ["keeper_down", "air_down"]


def test_ended_again_and_again(station: StationHome) -> None:
    for hours in (1, 2):
        crashes.note(station, "air", "fatal", "", NOW - timedelta(hours=hours))
    crashes.note(station, "window", "error", "lived on", NOW)
    crashes.note(station, "air", "fatal", "", NOW - timedelta(days=30))
    assert codes(look(station, machine(), "steady")) == []
    crashes.note(station, "keeper", "killed", "", NOW - timedelta(hours=3))
    assert codes(look(station, machine(), "steady")) == ["stopped_often"]


def test_a_player_that_stumbled(station: StationHome) -> None:
    writer = JournalWriter(station.asrun, lambda: NOW - timedelta(hours=1), durable=False)
    writer.write(Kind.END, underruns=30)
    writer.close()
    assert codes(look(station, machine(), "stumbling")) == ["stumbles"]


# The check-up itself


def test_a_look_that_hangs_or_fails_does_not_stop_the_rest(station: StationHome) -> None:
    over = threading.Event()

    def hangs(case: Case):  # type: ignore[no-untyped-def]
        yield wrong("muted", "found before it hung", device="x")
        over.wait(30)

    def fails(case: Case):  # type: ignore[no-untyped-def]
        raise OSError("Input/output error")
        yield

    checks = (Check("one", hangs, 0.2), Check("two", fails), Check("space", CHECKS[14].look))
    found = examine(station, probes=machine(free=lambda _: 1), checks=checks)
    over.set()
    assert sorted(codes(found)) == ["disk_low", "look_failed", "look_hangs", "muted"]
    assert [finding.severity for finding in found.findings][:2] == [Severity.WRONG, Severity.WRONG]
    assert found.troubled == {"one", "two", "space"}


def test_called_off_in_the_middle_of_a_long_look(station: StationHome) -> None:
    over = threading.Event()

    def long(case: Case):  # type: ignore[no-untyped-def]
        over.wait(30)
        yield wrong("muted", "too late", device="x")

    asked = iter([False, False, False])
    found = examine(station, probes=machine(), checks=(Check("sounds", long, 3600), Check("space", long)),
                    cancelled=lambda: next(asked, True))
    over.set()
    assert found.cancelled
    assert found.looked == ()


def test_called_off(station: StationHome) -> None:
    found = examine(station, probes=machine(), cancelled=lambda: True)
    assert found.cancelled
    assert found.looked == ()

"""The real process against a real sound server: heard, killed, resumed, bereft of its device, stopped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
import soundfile
from air_pulse import AirProcess, PulseServer, find_sound, wait_for
from air_station import Station

from broadcaster.air.outputs.device import output_names
from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.protocol.journal import Kind, journal_files
from broadcaster.protocol.link import LinkClient
from broadcaster.protocol.messages import Status
from broadcaster.protocol.verifier import GENESIS, verify

Play = Callable[..., AirProcess]

pytestmark = pytest.mark.pulse


def soon(seconds: float = 5.0) -> datetime:
    """A little later, on a real clock, and not across midnight."""
    now = SystemClock().now()
    if now.hour == 23 and now.minute >= 57:
        pytest.skip("too near to midnight for a test of today's session")
    return now + timedelta(seconds=seconds)


def publish(station: Station, lengths: list[float], starts: datetime) -> list:
    """A session that begins at `starts`, on a station whose quiet hours are elsewhere."""
    quiet_from = (starts + timedelta(hours=11)).strftime("%H:%M")
    quiet_to = (starts + timedelta(hours=12)).strftime("%H:%M")
    station.home.settings.write_text(f'[hours]\nquiet_from = "{quiet_from}"\nquiet_to = "{quiet_to}"\n')
    events = station.chain(starts, lengths)
    from broadcaster.protocol.rundown import QuietHours
    station.publish([station.session(events, starts + timedelta(seconds=sum(lengths) + 60))], day=starts.date(),
                    quiet=QuietHours(quiet_from, quiet_to), created=starts - timedelta(hours=1))
    return events


def test_heard_to_the_sample_and_ends_cleanly(station: Station, pulse: PulseServer, play: Play) -> None:
    recorder = pulse.record()
    events = publish(station, [2.0, 1.5], soon())
    air = play(pulse.env)
    assert wait_for(lambda: len(station.told(Kind.END)) == 2, 20), (station.home.logs / "stderr").read_text()
    assert air.end() == 0
    heard = recorder.samples()
    whole = np.concatenate([station.samples[event.cut.sha256] for event in events])
    ends = station.told(Kind.END)
    assert [ends[event.id].data["reason"] for event in events] == ["", ""]
    if not any(line.data["underruns"] for line in ends.values()):
        assert len(find_sound(heard, whole)) == 1, "both items, joined to the sample"
    assert station.journal()[-1].data["action"] == "shutdown"
    assert not list(verify(journal_files(station.home.asrun), GENESIS))


def test_t09_kill_9_and_resume_at_the_right_place(station: Station, pulse: PulseServer, play: Play) -> None:
    recorder = pulse.record()
    events = publish(station, [9.0, 2.0], soon())
    first = play(pulse.env)
    assert wait_for(lambda: bool(station.journal(Kind.BEAT)), 20), (station.home.logs / "stderr").read_text()
    first.kill()
    position = station.journal(Kind.BEAT)[-1].data["position"]
    second = play(pulse.env)
    assert wait_for(lambda: "e2" in station.told(Kind.END), 30)
    assert second.end() == 0

    parts = [line.data for line in station.journal(Kind.END) if line.data["event_id"] == "e1"]
    assert parts[0]["estimated"] is True
    assert parts[0]["reason"] == "program_error", "the machine was not switched off"
    resumed = station.told(Kind.START)["e1"].data
    assert resumed["offset"] == position
    assert resumed["resumed_from"] == station.journal(Kind.START)[0].seq
    assert parts[1]["position"] == events[0].cut.frames
    assert [line.kind for line in station.journal(Kind.BOOT)] == [Kind.BOOT, Kind.BOOT]
    if not parts[1]["underruns"]:
        after = station.samples[events[0].cut.sha256][position + RATE // 10:]
        assert find_sound(recorder.samples(), after), "it went on from its last known place to its end"
    assert not list(verify(journal_files(station.home.asrun), GENESIS))


def test_t25_sound_server_killed_and_back(station: Station, pulse: PulseServer, play: Play) -> None:
    events = publish(station, [12.0], soon())
    air = play(pulse.env)
    assert wait_for(lambda: bool(station.journal(Kind.BEAT)), 20), (station.home.logs / "stderr").read_text()
    pulse.kill()
    assert wait_for(lambda: any(line.data["state"] != "open" for line in station.journal(Kind.DEVICE)), 10)
    pulse.start()
    recorder = pulse.record()
    assert wait_for(lambda: len(station.journal(Kind.END)) == 2, 30)
    assert air.end() == 0
    lost, rest = (line.data for line in station.journal(Kind.END))
    assert lost["reason"] == "device_lost"
    assert rest["reason"] == ""
    assert lost["frames"] + rest["frames"] == events[0].cut.frames, "nothing lost, nothing twice in the log"
    assert recorder.samples().any()


def test_t25_named_device_absent_stays_silent(station: Station, pulse: PulseServer, play: Play) -> None:
    recorder = pulse.record()
    publish(station, [1.0], soon(4))
    with station.home.settings.open("a") as file:
        file.write('[audio]\ndevice = "Loa thôn 9"\n')
    air = play(pulse.env)
    assert wait_for(lambda: bool(station.journal(Kind.DEVICE)), 15)
    assert wait_for(lambda: latest_status(station).state == "no_device")
    status = latest_status(station)
    assert [alarm.code for alarm in status.alarms] == ["no_device"]
    assert air.end() == 0
    assert not station.journal(Kind.START)
    assert not recorder.samples().any()


def test_named_device_is_used(station: Station, pulse: PulseServer, play: Play) -> None:
    other, wanted = pulse.record("zone_a"), pulse.record("zone_b")
    publish(station, [1.0], soon(4))
    with station.home.settings.open("a") as file:
        file.write('[audio]\ndevice = "zone_b"\n')
    air = play(pulse.env)
    assert wait_for(lambda: bool(station.journal(Kind.END)), 15), (station.home.logs / "stderr").read_text()
    assert air.end() == 0
    assert wanted.samples().any()
    assert not other.samples().any()


def test_no_sound_server_keeps_running_and_trying(station: Station, pulse: PulseServer, play: Play) -> None:
    pulse.kill()
    publish(station, [3.0], soon(6))
    air = play(pulse.env)
    assert wait_for(lambda: bool(station.journal(Kind.DEVICE)), 15), (station.home.logs / "stderr").read_text()
    assert wait_for(lambda: latest_status(station).state == "no_device")
    status = latest_status(station)
    assert "no_device" in [alarm.code for alarm in status.alarms]
    assert air.process.poll() is None
    pulse.start()
    assert wait_for(lambda: bool(station.journal(Kind.END)), 20), "the card came, and the session was aired"
    assert air.end() == 0


def test_machine_without_sound_card(station: Station, play: Play) -> None:
    if output_names():
        pytest.skip("this machine has a sound card")
    air = play()
    assert wait_for(lambda: bool(station.journal(Kind.DEVICE)), 15), (station.home.logs / "stderr").read_text()
    assert station.journal(Kind.DEVICE)[0].data["state"] == "absent"
    assert wait_for(lambda: latest_status(station).state == "no_device")
    assert air.end() == 0


def test_stop_all_is_silence_within_a_buffer(station: Station, pulse: PulseServer, play: Play) -> None:
    recorder = pulse.record()
    publish(station, [20.0, 2.0], soon())
    air = play(pulse.env)
    assert wait_for(lambda: bool(station.journal(Kind.BEAT)), 20), (station.home.logs / "stderr").read_text()
    client = LinkClient(station.home)
    assert client.ask("stop_all", by="Cán bộ truyền thanh")["sessions"] == ["sang"]
    wait_for(lambda: False, 0.5)
    length = len(recorder.samples())
    assert wait_for(lambda: len(recorder.samples()) > length + RATE)
    assert not recorder.samples()[length:].any(), "not even what the device had queued"
    assert wait_for(lambda: latest_status(station).state == "stopped")
    assert station.told(Kind.END)["e1"].data["reason"] == "operator"
    client.ask("resume", by="Cán bộ truyền thanh")
    assert wait_for(lambda: "e2" in station.told(Kind.END), 15), "the next item follows"
    client.close()
    assert air.end() == 0


def test_skip_and_refusals(station: Station, pulse: PulseServer, play: Play) -> None:
    publish(station, [20.0, 2.0], soon())
    air = play(pulse.env)
    assert wait_for(lambda: bool(station.journal(Kind.BEAT)), 20)
    client = LinkClient(station.home)
    for command, code in (("break_in", "emergency.unknown"), ("dance", "air.unknown_command")):
        with pytest.raises(Refused) as refusal:
            client.ask(command)
        assert refusal.value.code == code
    client.ask("skip", by="Cán bộ truyền thanh")
    assert wait_for(lambda: "e2" in station.told(Kind.END), 10)
    with pytest.raises(Refused) as refusal:
        client.ask("skip")
    assert refusal.value.code == "air.nothing_on_air"
    assert station.told(Kind.END)["e1"].data["reason"] == "operator"
    client.ask("shutdown", by="Cán bộ truyền thanh")
    client.close()
    assert air.process.wait(10) == 0
    air.end()


def test_t07_two_players_never_own_one_station(station: Station, play: Play) -> None:
    first = play()
    assert wait_for(lambda: bool(station.journal(Kind.BOOT)), 15)
    second = play()
    assert second.process.wait(15) == 1
    second.end()
    assert "already runs" in (station.home.logs / "stderr").read_text()
    assert len(station.journal(Kind.BOOT)) == 1
    assert first.end() == 0


def test_level_meter_moves_with_the_sound(station: Station, pulse: PulseServer, play: Play) -> None:
    publish(station, [4.0], soon())
    air = play(pulse.env)
    assert wait_for(lambda: (station.home.run / "air.json").exists(), 15)
    client = LinkClient(station.home)
    seen = []
    for message in client.watch():
        if "status" in message:
            seen.append(Status.from_json(message["status"]))
            if len(seen) > 20 and seen[-1].state != "on_air" and any(item.state == "on_air" for item in seen):
                break
    client.close()
    assert air.end() == 0
    sounding = [item for item in seen if item.on_air and item.on_air.position_seconds > 0.3]
    assert len(sounding) >= 12, "at least four a second"
    assert all(-20 < max(item.rms_db) < -10 for item in sounding[:-2])
    assert seen[0].peak_db == (-120.0, -120.0)


def latest_status(station: Station) -> Status:
    client = LinkClient(station.home)
    try:
        return Status.from_json(client.ask("ping")["status"])
    finally:
        client.close()


def test_wav_in_the_place_of_a_device(station: Station, play: Play, tmp_path: Path) -> None:
    events = publish(station, [1.0, 0.5], soon(4))
    air = play(None, "--sink", f"wav:{tmp_path / 'out.wav'}")
    assert wait_for(lambda: len(station.journal(Kind.END)) == 2, 15), (station.home.logs / "stderr").read_text()
    assert air.end() == 0
    samples, _ = soundfile.read(tmp_path / "out.wav", dtype="int16")
    assert find_sound(samples[:, 0], np.concatenate([station.samples[event.cut.sha256] for event in events]))


def test_wrong_words_are_refused_in_one_line(station: Station, play: Play) -> None:
    air = play(None, "--sink", "loa")
    assert air.process.wait(15) == 1
    air.end()
    assert (station.home.logs / "stderr").read_text() == "broadcaster: no such sink: loa (device or wav:FILE)\n"

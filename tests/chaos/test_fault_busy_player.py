"""A player that is busy: it still answers a ping, says how busy it is, and carries out nothing it has refused."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from air_pulse import wait_for
from air_station import Station, moment

from broadcaster.air import control as control_module
from broadcaster.air.control import Control
from broadcaster.air.heartbeat import Heartbeat, Output
from broadcaster.air.simulate import VirtualAir
from broadcaster.air.statusboard import status_of
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import Kind
from broadcaster.protocol.link import LinkClient, address_file
from broadcaster.protocol.seal import make_key


@pytest.fixture
def station(home: StationHome) -> Station:
    return Station(home, make_key(home))


@pytest.fixture
def air(station: Station, clock: VirtualClock) -> Iterator[VirtualAir]:
    station.publish([station.session(station.chain(moment("05:00"), [30.0]), moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:05"))
    yield air
    air.close()


@pytest.fixture
def control(station: Station, air: VirtualAir, monkeypatch: pytest.MonkeyPatch) -> Iterator[Control]:
    monkeypatch.setattr(control_module, "_WAIT_SECONDS", 0.3)
    monkeypatch.setattr(control_module, "_FINISH_SECONDS", 0.3)
    monkeypatch.setattr(control_module, "_ALIVE_SECONDS", 0.1)
    control = Control(station.home, air.conductor)
    yield control
    control.close()


def ask(station: Station, command: str) -> dict:
    with contextlib.closing(LinkClient(station.home)) as client:
        return client.ask(command)


def refusal(station: Station, command: str) -> str:
    with pytest.raises(Refused) as refused:
        ask(station, command)
    return refused.value.code


def test_busy_player_answers_a_ping_and_tells_its_age(station: Station, control: Control, clock: VirtualClock) -> None:
    assert wait_for(lambda: ask(station, "ping")["sound_age"] is not None)
    clock.advance(8)
    told = ask(station, "ping")
    assert told["tick_age"] == pytest.approx(8, abs=0.01)
    assert told["status"]["state"] == "on_air"
    control.show(status_of(control._conductor))
    assert ask(station, "ping")["tick_age"] == 0


def test_an_order_answered_busy_is_not_carried_out_later(station: Station, control: Control) -> None:
    assert refusal(station, "stop_all") == "air.busy"
    control.serve(0.1)
    assert station.journal(Kind.OPERATOR) == []
    assert ask(station, "ping")["status"]["state"] == "on_air"


def test_an_order_under_way_is_said_to_be_so_and_is_finished(station: Station, control: Control,
                                                             monkeypatch: pytest.MonkeyPatch) -> None:
    begun, goes_on = threading.Event(), threading.Event()
    real = control._actions["skip"]

    def slow(*words: object) -> dict:
        begun.set()
        goes_on.wait(10)
        return real(*words)  # type: ignore[arg-type]

    control._actions["skip"] = slow
    server = threading.Thread(target=control.serve, args=(5,))
    server.start()
    assert refusal(station, "skip") == "air.under_way"
    goes_on.set()
    server.join(10)
    assert [line.data["action"] for line in station.journal(Kind.OPERATOR)] == ["skip"]


def test_whoever_asks_after_an_order_sees_what_it_did(station: Station, control: Control) -> None:
    server = threading.Thread(target=control.serve, args=(5,))
    server.start()
    assert ask(station, "stop_all")["sessions"] == ["sang"]
    assert ask(station, "ping")["status"]["state"] == "stopped"
    server.join(10)


def test_traces_are_left_and_a_lost_address_comes_back(station: Station, control: Control,
                                                       clock: VirtualClock) -> None:
    path, alive = address_file(station.home, "air"), station.home.run / "air.alive"

    def in_time(what: Callable[[], bool]) -> bool:
        def look() -> bool:
            clock.advance(0.05)
            control.show(status_of(control._conductor))
            return what()
        return wait_for(look, 5)

    assert in_time(alive.exists)
    before = path.read_bytes()
    path.unlink()
    assert in_time(path.exists), "emptying run/ must not hide a player that plays"
    assert path.read_bytes() == before
    seen = alive.stat().st_mtime_ns
    clock.advance(60)
    time.sleep(0.3)
    stands = alive.stat().st_mtime_ns
    time.sleep(0.3)
    assert alive.stat().st_mtime_ns == stands >= seen, "a player that does not tick leaves no trace"


class Sink:
    """Frames as they are told."""

    def __init__(self) -> None:
        self.ok, self.frames = True, 0

    def heard(self) -> int:
        return self.frames


def test_only_frames_that_move_are_sound(clock: VirtualClock) -> None:
    one, two = Sink(), Sink()
    heart = Heartbeat(clock, lambda: [Output("A", one, lambda: True), Output("B", two, lambda: False)])
    for _ in range(70):
        one.frames += 960
        clock.advance(0.1)
        heart.look()
    told = heart.to_json()
    assert told["sound_age"] == 0
    ages = {each["zone"]: (round(each["age"]), each["sounding"]) for each in told["outputs"]}
    assert ages == {"A": (0, True), "B": (7, False)}
    one.ok = False
    heart.look()
    assert heart.to_json()["sound_age"] == pytest.approx(6.9, abs=0.2)
    clock.advance(5)
    assert heart.to_json()["outputs"] == [], "nobody looked: nothing is said"
    assert heart.to_json()["sound_age"] is None


@pytest.mark.parametrize(("zones", "written"), [(None, 1), ([""], 1), (["Thôn 9"], 0)])
def test_outputs_are_opened_anew_by_order_of_the_keeper(station: Station, control: Control, zones: list[str] | None,
                                                        written: int) -> None:
    server = threading.Thread(target=control.serve, args=(5,))
    server.start()
    with contextlib.closing(LinkClient(station.home)) as client:
        client.ask("rebuild_audio", by="keeper", **({} if zones is None else {"zones": zones}))
    server.join(10)
    told = [line.data["action"] for line in station.journal(Kind.OPERATOR)]
    assert told == ["rebuild_audio"] * written

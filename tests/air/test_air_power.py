"""Amplifier switches: commands that leave files, a relay on a pseudo-terminal, and the guard after a real kill -9."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import tty
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from air_pulse import wait_for

from broadcaster.air.alarms import Alarms
from broadcaster.air.power import LcusSwitch, PowerControl, switch_for
from broadcaster.air.power_guard import PowerGuard
from broadcaster.base.clock import SystemClock, VirtualClock, parse_time
from broadcaster.base.errors import Refused
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import ZoneSection
from broadcaster.protocol.journal import Kind

ON, OFF = b"\xa0\x01\x01\xa2", b"\xa0\x01\x00\xa1"


class Amplifier:
    """Commands that write down what they were told, and a control that uses them."""

    def __init__(self, folder: Path, **zone: Any) -> None:
        self.path = folder / "amplifier orders.txt"
        self.clock = VirtualClock(parse_time("2026-11-21T05:00:00+07:00"))
        self.alarms = Alarms(self.clock)
        self.lines: list[dict[str, Any]] = []
        self.control = PowerControl(ZoneSection("Thôn 1", **{
            "power": self.power(), "pre_roll": 3.0, "post_roll": 5.0, **zone}), self.clock)
        self.control.attach(self._write, self.alarms)

    def power(self) -> str:
        script = "import sys; open(sys.argv[1], 'a').write(sys.argv[2])"
        order = f'"{sys.executable}" -I -S -c "{script}" "{self.path}"'
        return f"command:{order} + || {order} -"

    def _write(self, kind: Kind, /, **data: Any) -> None:
        assert kind is Kind.POWER
        self.lines.append(data)

    def told(self) -> str:
        return self.path.read_text() if self.path.exists() else ""

    def at(self, seconds: float, next_sound: float | None, *, sounding: bool = False) -> None:
        """A tick at `seconds` of the day's clock."""
        self.clock.advance(seconds - self.clock.monotonic())
        self.control.want(next_sound, sounding, seconds)

    def settle(self, orders: str) -> str:
        """Wait until these orders were carried out and noted."""
        wait_for(lambda: len(self.told()) >= len(orders.strip()))

        def noted() -> bool:
            self.control._note()
            return len(self.lines) >= len(orders)

        wait_for(noted)
        return self.told()


@pytest.fixture
def amplifier(tmp_path: Path) -> Iterator[Amplifier]:
    made = Amplifier(tmp_path)
    yield made
    made.control.close()


def test_on_before_the_sound_and_off_after_it(amplifier: Amplifier) -> None:
    amplifier.at(0, next_sound=100)
    assert amplifier.settle("-") == "-", "the first act is off"
    amplifier.at(96.9, next_sound=100)
    amplifier.at(97, next_sound=100)
    assert amplifier.settle("-+") == "-+"
    assert amplifier.control.state == "on"
    amplifier.at(100, None, sounding=True)
    amplifier.at(110, None, sounding=True)
    amplifier.at(116, None)
    assert amplifier.told() == "-+", "what the device has queued and post_roll are not over"
    amplifier.at(116.6, None)
    assert amplifier.settle("-+-") == "-+-"
    assert [(line["state"], line["why"]) for line in amplifier.lines] == [
        ("off", "boot"), ("on", "pre_roll"), ("off", "post_roll")]


def test_running_session_at_boot_is_not_switched_off_first(amplifier: Amplifier) -> None:
    amplifier.at(0, None, sounding=True)
    assert amplifier.settle("+") == "+"


def test_stop_all_is_off_at_once_and_stays_off(amplifier: Amplifier) -> None:
    amplifier.at(0, None, sounding=True)
    amplifier.settle("+")
    amplifier.control.off_now("stop_all")
    assert amplifier.settle("+-") == "+-"
    amplifier.at(0.05, None, sounding=True)
    amplifier.at(0.1, None)
    amplifier.at(60, 200)
    assert amplifier.told() == "+-"
    amplifier.at(198, 200)
    assert amplifier.settle("+-+") == "+-+", "the next session has it again"
    assert amplifier.lines[1]["why"] == "stop_all"


def test_failure_is_an_alarm_and_tried_again(tmp_path: Path) -> None:
    tool = tmp_path / "later.py"
    amplifier = Amplifier(tmp_path, power=f'command:"{sys.executable}" "{tool}" || "{sys.executable}" -c "exit(3)"')
    amplifier.at(0, None, sounding=True)
    amplifier.settle(" ")
    assert amplifier.control.state == "failed"
    assert amplifier.alarms.all()[0].code == "power_failed"
    assert "ended with 2" in amplifier.lines[0]["detail"]
    tool.write_text("")
    amplifier.at(1, None, sounding=True)
    amplifier.at(6, None, sounding=True)
    amplifier.settle("  ")
    assert amplifier.control.state == "on"
    assert not amplifier.alarms.all()
    amplifier.control.finish()
    assert [line["state"] for line in amplifier.lines] == ["failed", "on", "failed"]
    amplifier.control.close()
    assert len(amplifier.lines) == 3, "nothing is written after the last line"


def test_a_hanging_command_holds_nobody_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("broadcaster.air.power.COMMAND_SECONDS", 0.3)
    hang = f'"{sys.executable}" -c "import time; time.sleep(60)"'
    amplifier = Amplifier(tmp_path, power=f"command:{hang} || {hang}")
    clock = SystemClock()
    before = clock.monotonic()
    amplifier.at(0, None, sounding=True)
    assert clock.monotonic() - before < 0.2
    amplifier.settle(" ")
    assert "did not end" in amplifier.lines[0]["detail"]
    amplifier.control.close()


@pytest.fixture
def relay() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """A serial port and what came out of its other end."""
    if sys.platform == "win32":
        pytest.skip("no pseudo-terminals")
    master, slave = os.openpty()
    tty.setraw(slave)

    def received() -> bytes:
        ready, _, _ = select.select([master], [], [], 5)
        return os.read(master, 100) if ready else b""

    yield os.ttyname(slave), received
    os.close(master)
    os.close(slave)


def test_lcus1_gets_its_four_bytes(relay: tuple[str, Callable[[], bytes]]) -> None:
    port, received = relay
    switch = switch_for(f"serial:{port} lcus1")
    assert isinstance(switch, LcusSwitch)
    switch.on()
    assert received() == ON
    switch.off()
    assert received() == OFF


@pytest.mark.parametrize("line", ["rts", "dtr"])
def test_a_line_is_held_while_on(line: str) -> None:
    switch: Any = switch_for(f"serial:loop:// {line}")
    switch.on()
    other = {"rts": "cts", "dtr": "dsr"}[line]
    assert getattr(switch._serial, other) is True
    switch.off()
    assert getattr(switch._serial, other) is False
    switch.close()


def test_missing_port_is_a_failure() -> None:
    for how in ("lcus1", "rts"):
        with pytest.raises(OSError, match="could not open"):
            switch_for(f"serial:/dev/no-such-port {how}").on()


@pytest.mark.parametrize("text", ["", "command:on", "serial:COM3 lcus9", "relay"])
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        switch_for(text)
    assert refusal.value.code == "settings.value"


HOLDER = """
import sys, time
from pathlib import Path
from broadcaster.air.power import switch_for
from broadcaster.air.power_guard import PowerGuard
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome
home = StationHome(Path(sys.argv[1]))
lock, guard = ProcessLock(home, "air"), PowerGuard(home, 0.5)
for power in sys.argv[3:]:
    guard.watch(power)
    switch_for(power).on()
print("on", flush=True)
if sys.argv[2] == "farewell":
    guard.close()
else:
    time.sleep(60)
"""


class Holder:
    """A process that has the switches on."""

    def __init__(self, home: StationHome, how: str, *powers: str) -> None:
        self.process = subprocess.Popen([sys.executable, "-c", HOLDER, str(home.root), how, *powers],
                                        stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        with self.process.stdout as words:
            self.ready = words.readline() == "on\n"

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def hold(home: StationHome) -> Iterator[Callable[..., Holder]]:
    holders: list[Holder] = []

    def start(how: str, *powers: str) -> Holder:
        holders.append(Holder(home, how, *powers))
        assert holders[-1].ready
        return holders[-1]

    yield start
    for holder in holders:
        holder.kill()


def test_kill_9_switches_everything_off(hold: Callable[..., Holder], amplifier: Amplifier,
                                        relay: tuple[str, Callable[[], bytes]]) -> None:
    port, received = relay
    holder = hold("stay", amplifier.power(), f"serial:{port} lcus1")
    assert (amplifier.told(), received()) == ("+", ON)
    holder.kill()
    assert wait_for(lambda: amplifier.told() == "+-", 12)
    assert received() == OFF


def test_a_successor_keeps_it_on_and_a_farewell_ends_the_guard(
        home: StationHome, hold: Callable[..., Holder], amplifier: Amplifier) -> None:
    hold("stay", amplifier.power()).kill()
    successor = ProcessLock(home, "air")
    assert not wait_for(lambda: amplifier.told() != "+", 1.5)
    successor.release()
    assert hold("farewell", amplifier.power()).process.wait(10) == 0, "the guard has gone"
    assert amplifier.told() == "++"


def test_lines_that_drop_by_themselves_need_no_guard(home: StationHome) -> None:
    guard = PowerGuard(home)
    guard.watch("serial:COM3 rts")
    assert guard._child is None
    guard.close()

"""The playing process: one loop that ticks the conductor; the sound itself runs on the device's thread."""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import signal
import sys
from datetime import datetime, timedelta
from types import FrameType

from broadcaster.air.capture import CaptureSource
from broadcaster.air.checks import background
from broadcaster.air.conductor import Conductor, Parts
from broadcaster.air.control import Control
from broadcaster.air.default_output import DefaultOutput
from broadcaster.air.outlets import open_relay, open_ways
from broadcaster.air.sources import PrefetchSource
from broadcaster.air.statusboard import status_of
from broadcaster.air.wakelock import WakeLock
from broadcaster.base.clock import STEADY_COUNTS_SLEEP, Clock, SystemClock
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome, unwritable
from broadcaster.protocol.journal import JournalWriter
from broadcaster.protocol.messages import STATUS_SECONDS
from broadcaster.protocol.restored import refuse_waiting
from broadcaster.protocol.seal import read_key

log = logging.getLogger("air")

TICK_SECONDS = 0.1


class Ending:
    """Set by SIGTERM or Ctrl+C: the loop ends at its next turn."""

    def __init__(self) -> None:
        self.by = ""
        for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._on_signal)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self.by = signal.Signals(number).name


def run_air(home: StationHome, sink: str = "device", *, safe: bool = False) -> int:
    """Play until told to end. `sink`: "device" or "wav:FILE" (real time, into a file).

    `safe`: leave out what a broadcast can do without: monitors, horn profiles, relays.

    Raises Refused: process.running, restored.waits, air.sink, key.unreadable; NewerFormat for a newer journal.
    """
    clock = SystemClock()
    home.create()
    refuse_waiting(home)
    lock = ProcessLock(home, "air")
    try:
        key, ending = read_key(home), Ending()
        with contextlib.ExitStack() as stack:
            executor = background()
            stack.callback(executor.shutdown, wait=False, cancel_futures=True)
            ways = open_ways(home, clock, sink, safe, stack)
            conductor = Conductor(Parts(
                home, clock, key, _journal(home, clock), ways.outlets, executor, PrefetchSource,
                open_relay=lambda relay: open_relay(home, clock, relay, safe),
                open_input=lambda device: CaptureSource(device, clock=clock),
                machine_up_since=machine_started(clock), deliveries=ways.deliveries, safe=safe))
            _claim_priority()
            conductor.boot()
            _loop(conductor, Control(home, conductor), ending, DefaultOutput(home, conductor.alarms, ways.default))
    finally:
        lock.release()
    return 0


def machine_started(clock: Clock) -> datetime | None:
    """When the machine was switched on, where the steady clock counts from there (Linux, Windows)."""
    if not sys.platform.startswith(("linux", "win")):
        return None
    asleep = 0.0 if STEADY_COUNTS_SLEEP else clock.suspended()
    return clock.now() - timedelta(seconds=clock.monotonic() + asleep)


def _loop(conductor: Conductor, control: Control, ending: Ending, default: DefaultOutput) -> None:
    clock, awake = conductor.clock, WakeLock()
    gc.collect()
    gc.freeze()
    gc.disable()
    show_at = collect_at = awake_at = 0.0
    while not (ending.by or control.shutdown_by):
        try:
            conductor.tick()
            if clock.monotonic() >= show_at:
                show_at = clock.monotonic() + STATUS_SECONDS - 0.01
                control.show(status_of(conductor))
        except Exception:  # a fault in one tick must not silence the station
            log.exception("tick failed")
        now = clock.monotonic()
        if now >= collect_at and not conductor.runs:
            collect_at = now + 60
            gc.collect()
        default.look(now)
        if now >= awake_at:
            awake_at = now + 60
            awake.keep(conductor.next_session(), clock.now(), busy=bool(conductor.runs))
        control.serve(TICK_SECONDS)
    conductor.shut_down(ending.by or control.shutdown_by)
    awake.release()
    control.close()


def _journal(home: StationHome, clock: Clock) -> JournalWriter:
    try:
        return JournalWriter(home.asrun, clock.now)
    except OSError as error:
        raise unwritable(home.asrun, error) from error


def _claim_priority() -> None:
    """Sound first, if the system lets us; it plays without, too."""
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "win32":
            import ctypes
            kernel = ctypes.windll.kernel32
            kernel.SetPriorityClass(kernel.GetCurrentProcess(), 0x80)  # HIGH_PRIORITY_CLASS
        else:
            os.nice(-10)

"""Trying a source off the air, in a process of its own: a stream that hangs FFmpeg must not hang the window."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import IO, Any

from broadcaster.base.errors import Refused
from broadcaster.base.program import NO_WINDOW, own_command
from broadcaster.protocol.relay_address import check_address
from broadcaster.protocol.rundown import Relay
from broadcaster.schedule.relays.model import RelayTrial, Trial

TRIAL_SECONDS = 12.0
"""Finding the name, the answer and the first sound of a slow stream take up to half of it."""
_GRACE = 15.0
"""For the child to start and FFmpeg to load, on an old disk."""
_LOOK = 0.1


def try_relay(relay: Relay, seconds: float = TRIAL_SECONDS, *, level: Callable[[float], object] | None = None,
              cancelled: Callable[[], bool] | None = None) -> RelayTrial:
    """Listen for at most so long; ends sooner once it was clearly heard. Called off: as far as it had come.

    Raises Refused: relay.kind, relay.address, relay.missing_file, relay.trial (the child died or hung).
    """
    check_address(relay)
    # The address may hold a password: it stands on no command line.
    order = json.dumps({"kind": relay.kind, "address": relay.address, "seconds": seconds})
    child = _start(order)
    lines: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
    assert child.stdout is not None
    pump = threading.Thread(target=_pump, args=(child.stdout, lines), name="relay-trial", daemon=True)
    pump.start()
    try:
        return _follow(lines, time.monotonic() + seconds + _GRACE, level, cancelled)
    finally:
        child.kill()
        child.wait()
        pump.join()
        child.stdout.close()


def _follow(lines: queue.SimpleQueue[dict[str, Any] | None], late: float, level: Callable[[float], object] | None,
            cancelled: Callable[[], bool] | None) -> RelayTrial:
    loudest = -120.0
    while time.monotonic() < late:
        if cancelled is not None and cancelled():
            return RelayTrial(Trial.NO_ANSWER, loudest, "cancelled")
        try:
            line = lines.get(timeout=_LOOK)
        except queue.Empty:
            continue
        if line is None:
            break
        if "outcome" in line:
            return RelayTrial(Trial(line["outcome"]), float(line["level_db"]), str(line["problem"]))
        loudest = max(loudest, float(line["level_db"]))
        if level is not None:
            level(float(line["level_db"]))
    raise Refused("relay.trial", "the source could not be tried: the program's helper gave no answer")


def _start(order: str) -> subprocess.Popen[bytes]:
    child = subprocess.Popen(own_command("relay", "hear"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL, start_new_session=sys.platform != "win32",
                             creationflags=NO_WINDOW)
    assert child.stdin is not None
    with contextlib.suppress(OSError), child.stdin:  # when it died at once, its silence says so
        child.stdin.write(order.encode("utf-8"))
    return child


def _pump(stream: IO[bytes], lines: queue.SimpleQueue[dict[str, Any] | None]) -> None:
    for raw in stream:
        with contextlib.suppress(ValueError):
            lines.put(json.loads(raw))
    lines.put(None)

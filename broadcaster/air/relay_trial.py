"""`broadcaster relay hear`: what the program calls itself with to try a source (schedule/relays/trial.py).

Reads one JSON line {kind, address, seconds} and writes JSON lines: {level_db} five times a second, at last {outcome,
level_db, problem}.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TextIO

from broadcaster.air.relay import RelaySource
from broadcaster.base.clock import Clock
from broadcaster.base.frames import RATE
from broadcaster.protocol.messages import SILENT_DB
from broadcaster.protocol.rundown import Relay

_BLOCK = RATE // 50
_TELL = 10
"""Blocks between two lines."""
ENOUGH = 5.0
"""Seconds of unbroken sound after which nothing more is to be learnt."""


def serve(given: TextIO, out: TextIO, clock: Clock) -> int:
    order = json.load(given)
    source = RelaySource(Relay(str(order["kind"]), str(order["address"])), clock=clock)

    def tell(line: dict[str, Any]) -> None:
        out.write(json.dumps(line) + "\n")
        out.flush()

    try:
        tell(_hear(source, float(order["seconds"]), clock, tell))
    finally:
        source.close()
    return 0


def _hear(source: RelaySource, seconds: float, clock: Clock, tell: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """Ask for sound at the pace of time, as the air would."""
    began, asked, loudest, sounding, heard = clock.monotonic(), 0, SILENT_DB, 0, False
    while asked < seconds * RATE and not source.ended and sounding < ENOUGH * RATE:
        clock.sleep(began + asked / RATE - clock.monotonic())
        source.read(_BLOCK)
        asked += _BLOCK
        loudest = max(loudest, source.level_db)
        sounding = sounding + _BLOCK if source.state == "sound" else 0
        heard = heard or source.state == "sound"
        if asked // _BLOCK % _TELL == 0:
            tell({"level_db": round(source.level_db, 1)})
    word = "heard" if heard else "silent" if source.received_seconds else "no_answer"
    return {"outcome": word, "level_db": round(loudest, 1), "problem": "" if heard else source.problem}

"""One station folder opened from two computers (a network folder, a synchronised one): two players would both write.

Locks do not reach over every network, and clocks differ; so each keeper leaves a sign of life in run/open/ and watches
the others'. A sign counts only while it changes: what a power cut left behind never blocks anybody.
"""

from __future__ import annotations

import contextlib
import json
import platform
import secrets
from dataclasses import dataclass
from pathlib import Path

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.protocol.messages import Alarm

EVERY = 20.0
_ALIVE_SECONDS = 70.0
_FORGET_SECONDS = 3600.0
_LARGEST = 2_000


@dataclass
class _Other:
    raw: bytes
    seen: float
    """When its sign was first seen as it stands."""
    changed: float | None = None
    """When it was last seen to change."""
    since: str = ""


class SharedHome:
    """`look` every EVERY seconds; `alarms()`: home_shared while another computer is at work here."""

    def __init__(self, home: StationHome, clock: Clock, host: str = "") -> None:
        self._folder, self._clock = home.run / "open", clock
        self._host = (host or platform.node() or "?")[:60]
        self._name = f"{secrets.token_hex(6)}.json"
        self._beat = 0
        self._others: dict[str, _Other] = {}

    def look(self) -> None:
        """Leave our sign, read the others'. A folder that is away now is no fault of this job."""
        self._beat += 1
        sign = {"host": self._host, "at": format_time(self._clock.now()), "beat": self._beat}
        if self._folder.parent.is_dir():
            with contextlib.suppress(BroadcasterError):
                write_atomic(self._folder / self._name, json.dumps(sign, ensure_ascii=False).encode())
        found = {}
        with contextlib.suppress(OSError):
            found = {path.name: path for path in self._folder.glob("*.json") if path.name != self._name}
        self._others = {name: self._seen(name, path) for name, path in found.items()}

    def alarms(self) -> tuple[Alarm, ...]:
        """One, of the computer heard of last."""
        now = self._clock.monotonic()
        live = [other for other in list(self._others.values())
                if other.changed is not None and now - other.changed <= _ALIVE_SECONDS]
        if not live:
            return ()
        last = max(live, key=lambda other: other.changed or 0.0)
        words = _words(last.raw)
        return (Alarm("home_shared", last.since, {"host": words.get("host", "?"), "at": words.get("at", "")}),)

    def end(self) -> None:
        """Take our sign away."""
        with contextlib.suppress(OSError):
            (self._folder / self._name).unlink(missing_ok=True)

    def _seen(self, name: str, path: Path) -> _Other:
        now, known = self._clock.monotonic(), self._others.get(name)
        try:
            raw = path.read_bytes()[:_LARGEST]
        except OSError:
            raw = known.raw if known else b""
        if known is None:
            return _Other(raw, now)
        if raw != known.raw:
            return _Other(raw, now, now, known.since or format_time(self._clock.now()))
        if now - known.seen > _FORGET_SECONDS:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        return known


def _words(raw: bytes) -> dict[str, str]:
    try:
        body = json.loads(raw)
        return {"host": str(body["host"])[:60], "at": str(body["at"])[:40]}
    except (ValueError, KeyError, TypeError):
        return {}

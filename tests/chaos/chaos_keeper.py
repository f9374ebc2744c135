"""The real keeper as a child; whatever is left of it and its player at the end is ended by id."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from typing import Any

from air_pulse import wait_for

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.keeper import children
from broadcaster.protocol.link import LinkClient


class Keepers:
    """The keeper, again and again."""

    def __init__(self, home: StationHome, env: dict[str, str] | None = None) -> None:
        self._home, self._env = home, env or dict(os.environ)
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Keepers:
        return self

    def begin(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "broadcaster", "keeper", "--home", str(self._home.root)], env=self._env,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def lives(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def status(self) -> dict[str, Any]:
        return ask(self._home, "keeper", "status").get("status", {})

    def player(self) -> int:
        return int(json.loads((self._home.run / "air.json").read_bytes())["pid"])

    def __exit__(self, *_: object) -> None:
        self.kill()
        with contextlib.suppress(OSError, ValueError):
            pid = self.player()
            if children.is_ours(pid):
                os.kill(pid, signal.SIGKILL)
                wait_for(lambda: not children.alive(pid))


def ask(home: StationHome, process: str, command: str = "ping") -> dict[str, Any]:
    """The answer; nothing when there is none."""
    try:
        with contextlib.closing(LinkClient(home, process, timeout=5)) as client:
            return client.ask(command)
    except Refused:
        return {}


def alarms(home: StationHome, process: str = "air") -> list[str]:
    """Codes of the alarms a process holds now."""
    status = ask(home, process, "ping" if process == "air" else "status").get("status", {})
    return [alarm["code"] for alarm in status.get("alarms", ())]

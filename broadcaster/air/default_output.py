"""Where the station plays when nobody chose an output: a default that wanders off, to a monitor or a headset, is said.

With an output named in the settings nothing of this happens: the device is found by its name or stays silent.
"""

from __future__ import annotations

import contextlib
import json
import logging
import re
from typing import Protocol

from broadcaster.air import windows_sound
from broadcaster.air.alarms import Raises
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome, write_atomic

log = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
_NO_HORNS = re.compile(r"hdmi|displayport|display audio|monitor|màn hình|bluetooth|bluez|hands-free|headset|headphone"
                       r"|earphone|tai nghe|airpods", re.IGNORECASE)


class Default(Protocol):
    """A device that may stand for the computer's default output."""

    def output_now(self) -> str: ...


class DefaultOutput:
    """Remembers in run/default_output.json what the default was when the station first played on it."""

    def __init__(self, home: StationHome, alarms: Raises, device: Default | None) -> None:
        self._file = home.run / "default_output.json"
        self._alarms, self._device = alarms, device
        self._due = 0.0
        self._seen = ""
        self._before = self._remembered()

    def look(self, now: float) -> None:
        """Call as often as you like; asks the system every few seconds (`now`: the clock's monotonic seconds)."""
        if now < self._due:
            return
        self._due = now + LOOK_SECONDS
        windows_sound.opt_out_of_ducking()
        name = self._device.output_now() if self._device is not None else ""
        before = self._remembered() or self._before  # a person may have said that another one is right
        if not name or (name, before) == (self._seen, self._before):
            return
        self._seen, self._before = name, before
        log.info("the default output is %s", name)
        if not self._before:
            self._remember(name)
        if name == self._before:
            self._alarms.clear("default_device_moved")
        else:
            self._alarms.raise_("default_device_moved", before=self._before, now=name)
        if _NO_HORNS.search(name):
            self._alarms.raise_("output_doubtful", now=name)
        else:
            self._alarms.clear("output_doubtful")

    def _remember(self, name: str) -> None:
        self._before = name
        with contextlib.suppress(BroadcasterError):  # a full disk: it is remembered next time
            write_atomic(self._file, json.dumps({"name": name}, ensure_ascii=False).encode())

    def _remembered(self) -> str:
        try:
            return str(json.loads(self._file.read_bytes())["name"])
        except (OSError, ValueError, KeyError, TypeError):
            return ""

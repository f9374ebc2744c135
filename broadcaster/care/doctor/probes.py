"""What the check-up asks of the machine: each question a function that can be put in another's place.

A probe may raise OSError; None or an empty answer means that nobody can say, and then nothing is claimed.
"""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from broadcaster.base.clock import STATION_ZONE
from broadcaster.base.room import free_bytes
from broadcaster.care.doctor.sleeping import sleep_settings
from broadcaster.care.doctor.sound_probe import Sound, look_from_outside


@dataclass(frozen=True)
class Memory:
    """Bytes of the machine's memory."""

    total: int
    available: int


def memory() -> Memory | None:
    """None where the system does not tell."""
    if os.name == "nt":
        return _windows_memory()
    try:
        rows = dict(line.split(":", 1) for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines())
        return Memory(*(int(rows[name].split()[0]) * 1024 for name in ("MemTotal", "MemAvailable")))
    except (OSError, KeyError, ValueError):
        return None


def load() -> float:
    """Processes that want a core, per core, over five minutes; 0 where the system does not tell."""
    try:
        return os.getloadavg()[1] / (os.cpu_count() or 1)
    except (OSError, AttributeError):
        return 0.0


def utc_offset(moment: datetime) -> float:
    """Hours the machine's own zone is ahead of UTC."""
    offset = moment.astimezone().utcoffset()
    return offset.total_seconds() / 3600 if offset is not None else 7.0


def temporary_folder() -> Path:
    return Path(tempfile.gettempdir())


@dataclass(frozen=True)
class Probes:
    """The real ones, unless others are given."""

    sound: Callable[[], Sound] = look_from_outside
    free: Callable[[Path], int] = free_bytes
    memory: Callable[[], Memory | None] = memory
    load: Callable[[], float] = load
    utc_offset: Callable[[datetime], float] = utc_offset
    sleeps: Callable[[], tuple[str, ...]] = sleep_settings
    host: Callable[[], str] = platform.node
    temporary: Callable[[], Path] = temporary_folder
    zone_hours: float = STATION_ZONE.utcoffset(None).total_seconds() / 3600


def _windows_memory() -> Memory | None:
    """Written for Windows, not tried there."""
    import ctypes

    class Status(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ulong), ("load", ctypes.c_ulong),
                    *((name, ctypes.c_ulonglong) for name in ("total", "available", "total_page", "free_page",
                                                             "total_virtual", "free_virtual", "extended")))

    status = Status(length=ctypes.sizeof(Status))
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - elsewhere there is no such name
    if not kernel.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None
    return Memory(status.total, status.available)

"""What the texts of a `[[zones]]` section mean, and when one is wrong. No sound here: reading and refusing only."""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Iterable
from datetime import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from broadcaster.base.errors import Refused

if TYPE_CHECKING:
    from broadcaster.base.settings import ZoneSection

GAIN_LOW, GAIN_HIGH = -40.0, 6.0
"""dB a zone's gain may reach: any lower is a fault of the wiring, any higher only distorts."""
MOST_STEPS = 24
MOST_CHANNELS = 64
WAKES = ("silence", "tone")
SERIAL_KINDS = ("lcus1", "rts", "dtr")
LONGEST_ROLL = 600.0
"""Seconds of pre_roll and post_roll; a valve amplifier is warm within two minutes."""
_LONGEST_TEXT = 2_000
_STEP = re.compile(r"([0-9]{2}:[0-9]{2})\s+([+-]?[0-9]{1,3}(?:\.[0-9]{1,2})?)(?:\s*dB)?", re.IGNORECASE)
_CHANNEL = re.compile(r"[0-9]{1,3}")


def gain_steps(text: str) -> tuple[tuple[time, float], ...]:
    """Gain by time of day, in order of time: "04:30 -6, 06:00 0" → ((04:30, −6 dB), (06:00, 0 dB)); empty: none."""
    if not text.strip():
        return ()
    steps: dict[time, float] = {}
    for part in text.replace("\u2212", "-").split(","):
        found = _STEP.fullmatch(part.strip())
        if found is None:
            raise _wrong("gain", text, f"{part.strip()[:40]!r} is not like '04:30 -6'")
        try:
            at = time.fromisoformat(found[1])
        except ValueError:
            raise _wrong("gain", text, f"{found[1]!r} is not a time HH:MM") from None
        gain = float(found[2])
        if not GAIN_LOW <= gain <= GAIN_HIGH:
            raise _wrong("gain", text, f"{gain:g} dB is not from {GAIN_LOW:g} to {GAIN_HIGH:g} dB")
        if at in steps:
            raise _wrong("gain", text, f"{found[1]} is there twice")
        steps[at] = gain
    if len(steps) > MOST_STEPS:
        raise _wrong("gain", text, f"more than {MOST_STEPS} steps")
    return tuple(sorted(steps.items()))


def gain_text(steps: Iterable[tuple[time, float]]) -> str:
    """The text `gain_steps` reads, in order of time."""
    return ", ".join(f"{at:%H:%M} {gain:g}" for at, gain in sorted(steps))


def channels(text: str) -> tuple[int, ...]:
    """Channels of the device, counted from 1: "3,4" → (3, 4); empty: all, as ()."""
    if not text.strip():
        return ()
    found: list[int] = []
    for part in map(str.strip, text.split(",")):
        if not _CHANNEL.fullmatch(part) or not 1 <= int(part) <= MOST_CHANNELS or int(part) in found:
            raise _wrong("channels", text, f"{part[:40]!r} is not one of 1 to {MOST_CHANNELS}, each once")
        found.append(int(part))
    return tuple(found)


def check_zones(zones: Iterable[ZoneSection]) -> None:
    """Raise Refused("settings.value", name="zones.…", value=…) for the first text that means nothing."""
    seen: set[str] = set()
    for zone in zones:
        _check_name(zone.name, seen)
        for key in ("output", "channels", "gain", "power", "monitor"):
            text = getattr(zone, key)
            if not _plain(text):
                raise _wrong(key, text, "not one line of plain text")
        check_output(zone.output)
        channels(zone.channels)
        gain_steps(zone.gain)
        check_power(zone.power)
        if zone.wake not in WAKES:
            raise _wrong("wake", zone.wake, f"not one of {', '.join(WAKES)}")
        for key in ("pre_roll", "post_roll"):
            value = getattr(zone, key)
            if not 0 <= value <= LONGEST_ROLL:  # not-a-number fails both
                raise _wrong(key, str(value), f"not from 0 to {LONGEST_ROLL:g} seconds")


def check_output(text: str) -> None:
    """A device's name, "icecast://USER:PASSWORD@HOST:PORT/MOUNT", "folder:PATH", "null" or nothing."""
    if text.startswith("folder:") and not text.removeprefix("folder:").strip():
        raise _wrong("output", text, "folder: needs a path")
    if not text.startswith("icecast:"):
        return
    shown = re.sub(r"//.*@", "//…@", text)  # a password must not reach the log
    try:
        place = urlsplit(text)
        whole = place.netloc and place.hostname and place.port != 0 and place.path.strip("/")
    except ValueError:
        whole = None
    if not whole:
        raise _wrong("output", shown, "not like icecast://USER:PASSWORD@HOST:PORT/MOUNT")


def check_power(text: str) -> None:
    """ "command:ON || OFF", "serial:PORT lcus1", "serial:PORT rts", "serial:PORT dtr" or nothing."""
    kind, _, rest = text.partition(":")
    if not text:
        return
    if kind == "command":
        orders = rest.split("||")
        if len(orders) == 2 and all(_command(order) for order in orders):
            return
        raise _wrong("power", text, "needs two commands, 'command:ON || OFF'")
    if kind == "serial":
        words = rest.split()
        if len(words) == 2 and words[1] in SERIAL_KINDS:
            return
        raise _wrong("power", text, f"not like 'serial:PORT {SERIAL_KINDS[0]}'")
    raise _wrong("power", text, "begins neither with command: nor with serial:")


def _command(order: str) -> bool:
    """It can be taken apart into a program and its words."""
    try:
        return bool(shlex.split(order))
    except ValueError:
        return False


def _check_name(name: str, seen: set[str]) -> None:
    # Names are compared as a person reads them: composed or not, capitals or not.
    key = unicodedata.normalize("NFC", name).casefold().strip()
    if not key or key in seen:
        raise _wrong("name", name, "empty or there twice")
    if key == "all":
        raise _wrong("name", name, "'all' means every zone")
    if not _plain(name) or len(name) > 80:
        raise _wrong("name", name, "not one line of at most 80 letters")
    seen.add(key)


def _plain(text: str) -> bool:
    """One line, nothing invisible that changes what a person sees."""
    return len(text) <= _LONGEST_TEXT and not any(unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} or
                                                  letter in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
                                                  for letter in text)


def _wrong(key: str, value: str, why: str) -> Refused:
    name = f"zones.{key}"
    return Refused("settings.value", f"{name}: {value[:120]!r}: {why}", name=name, value=value[:120])

"""Whether this computer is set to fall asleep by itself: a sleeping computer airs nothing."""

from __future__ import annotations

import configparser
import contextlib
import re
import subprocess
import sys
from pathlib import Path

from broadcaster.base.program import NO_WINDOW

_SECONDS = 4.0
_GNOME = "org.gnome.settings-daemon.plugins.power"
_LOGIND = (Path("/etc/systemd/logind.conf"), Path("/etc/systemd/logind.conf.d"))
_STANDBY, _HIBERNATE = "STANDBYIDLE", "HIBERNATEIDLE"


def sleep_settings(logind: tuple[Path, ...] = _LOGIND) -> tuple[str, ...]:
    """Words for each setting that lets the computer sleep: "desktop 20 min", "logind suspend"; empty: none known."""
    if sys.platform == "win32":
        return _windows()
    return tuple(filter(None, (_gnome(), _idle_action(logind))))


def _gnome() -> str:
    """GNOME's and Cinnamon's settings; other desktops keep them elsewhere, and nothing is claimed."""
    kind = _said("gsettings", "get", _GNOME, "sleep-inactive-ac-type").strip("' \n")
    seconds = _said("gsettings", "get", _GNOME, "sleep-inactive-ac-timeout")
    found = re.search(r"\d+", seconds)
    minutes = int(found.group()) // 60 if found else 0
    return f"desktop {minutes} min" if kind in {"suspend", "hibernate"} and minutes > 0 else ""


def _idle_action(places: tuple[Path, ...]) -> str:
    action = ""
    for place in places:
        for path in sorted(place.glob("*.conf")) if place.is_dir() else [place]:
            parser = configparser.ConfigParser(strict=False, interpolation=None)
            with contextlib.suppress(OSError, configparser.Error, UnicodeDecodeError):
                parser.read_string(path.read_text(encoding="utf-8"))
                action = parser.get("Login", "IdleAction", fallback=action)
    return f"logind {action}" if action in {"suspend", "hibernate", "hybrid-sleep", "suspend-then-hibernate"} else ""


def _windows() -> tuple[str, ...]:
    """powercfg tells the minutes until sleep on mains power. Written for Windows, not tried there."""
    found = []
    for name, word in ((_STANDBY, "sleep"), (_HIBERNATE, "hibernate")):
        seconds = plugged_in_seconds(_said("powercfg", "/query", "SCHEME_CURRENT", "SUB_SLEEP", name))
        if seconds:
            found.append(f"{word} {seconds // 60} min")
    return tuple(found)


def plugged_in_seconds(told: str) -> int:
    """The last but one hexadecimal number powercfg prints, in any language: the setting for mains power; 0: never."""
    numbers = re.findall(r":\s*0x([0-9a-fA-F]{8})\s*$", told, re.MULTILINE)
    return int(numbers[-2], 16) if len(numbers) >= 2 else 0


def _said(*words: str) -> str:
    try:
        done = subprocess.run(words, capture_output=True, stdin=subprocess.DEVNULL, timeout=_SECONDS, check=False,
                              creationflags=NO_WINDOW)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""

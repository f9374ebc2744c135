"""What starts by itself, and the words the system's own files want it in. No I/O."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path
from xml.sax.saxutils import escape

WAKE_BEFORE = 10
"""Minutes: an old PC takes its time to wake."""


@dataclass(frozen=True)
class Entry:
    """One thing to be started: the resident helper, or the window in the tray."""

    name: str
    """Of the unit, file or task; holds nothing but letters, digits and dashes."""
    command: tuple[str, ...]
    wake_at: time | None = None
    """Windows: the sleeping machine is woken for the first session of a day."""


@dataclass(frozen=True)
class State:
    """What is installed, as found; nothing is believed that was only asked for."""

    way: str
    """systemd, desktop, tasks; empty where the system has none of them."""
    on: bool = False
    fits: bool = False
    """It starts this program on this home; false: another copy of the program, or a home that was moved."""
    window: bool = False
    """The window comes up in the tray, too."""
    path: str = ""
    command: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())
    """Codes of what a person should know: no_linger, bare_session, needs_sign_in."""


def wake_time(starts: Iterable[time]) -> time | None:
    """When a sleeping machine must be woken for the first of the day's sessions; None without any."""
    first = min(starts, default=None)
    if first is None:
        return None
    minutes = max(0, first.hour * 60 + first.minute - WAKE_BEFORE)
    return time(minutes // 60, minutes % 60)


def entry_name(root: Path) -> str:
    """One name a home: two stations on one PC do not overwrite each other."""
    return "dai-xa-" + hashlib.sha256(str(root).encode()).hexdigest()[:8]


def systemd_words(command: Sequence[str]) -> str:
    """A command line as ExecStart wants it: quoted, with `%` and `$` doubled (man systemd.service)."""
    def quoted(word: str) -> str:
        plain = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
        return f'"{plain}"'
    return " ".join(quoted(word) for word in command)


def systemd_unit(entry: Entry) -> str:
    """A user unit that keeps the helper running. Ending it leaves the player alone, which the next helper adopts."""
    return f"""[Unit]
Description=Đài Xã: the station's resident helper
After=pipewire-pulse.service pulseaudio.service
StartLimitIntervalSec=0

[Service]
ExecStart={systemd_words(entry.command)}
Restart=on-failure
RestartSec=60
KillMode=process
TimeoutStopSec=30

[Install]
WantedBy=default.target
"""


def desktop_words(command: Sequence[str]) -> str:
    """A command line as the Exec key wants it: its own quoting, and on top of it that of every string value."""
    def quoted(word: str) -> str:
        inner = re.sub(r'(["`$\\])', r"\\\1", word).replace("%", "%%")
        return f'"{inner}"'
    return " ".join(quoted(word) for word in command).replace("\\", "\\\\")


def desktop_entry(entry: Entry) -> str:
    """A file for ~/.config/autostart."""
    return f"""[Desktop Entry]
Type=Application
Version=1.0
Name=Đài Xã
Comment=Giữ cho đài truyền thanh phát đúng giờ
Exec={desktop_words(entry.command)}
Terminal=false
NoDisplay=true
X-GNOME-Autostart-enabled=true
X-GNOME-Autostart-Delay=5
"""


def windows_words(arguments: Sequence[str]) -> str:
    """Arguments as CommandLineToArgvW takes them apart again."""
    def quoted(word: str) -> str:
        if word and not re.search(r'[\s"]', word):
            return word
        return '"' + re.sub(r'(\\*)$', r"\1\1", re.sub(r'(\\*)"', r'\1\1\\"', word)) + '"'
    return " ".join(quoted(word) for word in arguments)


def task_xml(entry: Entry, user: str) -> str:
    """A task for `schtasks /Create /XML`: version 1.2 of Microsoft's task schema, its elements in the schema's order.

    Sound needs a signed-in user, so there is no trigger at boot (session 0 has no loudspeaker): Windows must sign in
    by itself. Priority 4 because a task's usual 7 means slow disk access for the helper and the player it starts.
    """
    wake = "" if entry.wake_at is None else _WAKE.format(at=entry.wake_at)
    return _TASK.format(name=entry.name, wake=wake, user=escape(user), program=escape(entry.command[0]),
                        arguments=escape(windows_words(entry.command[1:])))


_WAKE = """
    <CalendarTrigger>
      <StartBoundary>2026-01-01T{at:%H:%M:%S}</StartBoundary>
      <Enabled>true</Enabled>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>"""
_TASK = """<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Đài Xã: giữ cho đài truyền thanh phát đúng giờ</Description>
    <URI>\\{name}</URI>
  </RegistrationInfo>
  <Triggers>
    <LogonTrigger>
      <Enabled>true</Enabled>
      <UserId>{user}</UserId>
      <Delay>PT15S</Delay>
    </LogonTrigger>{wake}
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>{user}</UserId>
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <AllowHardTerminate>false</AllowHardTerminate>
    <StartWhenAvailable>true</StartWhenAvailable>
    <RunOnlyIfNetworkAvailable>false</RunOnlyIfNetworkAvailable>
    <IdleSettings>
      <StopOnIdleEnd>false</StopOnIdleEnd>
      <RestartOnIdle>false</RestartOnIdle>
    </IdleSettings>
    <AllowStartOnDemand>true</AllowStartOnDemand>
    <Enabled>true</Enabled>
    <Hidden>true</Hidden>
    <RunOnlyIfIdle>false</RunOnlyIfIdle>
    <WakeToRun>true</WakeToRun>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <Priority>4</Priority>
    <RestartOnFailure>
      <Interval>PT1M</Interval>
      <Count>255</Count>
    </RestartOnFailure>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{program}</Command>
      <Arguments>{arguments}</Arguments>
    </Exec>
  </Actions>
</Task>
"""

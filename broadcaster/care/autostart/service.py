"""Starting by itself: on, off, and what is really there. Linux: a systemd user unit, else the desktop's autostart
folder; Windows: the Task Scheduler (written to its documentation, never run)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import time
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, unwritable, write_atomic
from broadcaster.care.autostart.model import (
    Entry,
    State,
    desktop_entry,
    desktop_words,
    entry_name,
    systemd_unit,
    systemd_words,
    task_xml,
    windows_words,
)
from broadcaster.care.installed import start_command

_SECONDS = 15.0
_HONOURS_AUTOSTART = ("gnome", "kde", "xfce", "lxqt", "lxde", "mate", "cinnamon", "unity", "budgie", "pantheon",
                      "deepin", "enlightenment", "cosmic")


def on(home: StationHome, *, window: bool = False, wake_at: time | None = None) -> State:
    """Start the resident helper (and, on wish, the window in the tray) at every sign-in. Raises Refused
    autostart.failed, autostart.no_way, disk.*."""
    way = _way()
    if not way:
        raise Refused("autostart.no_way", "this system offers no way to start programs by itself")
    helper, view = _helper(home, wake_at), _view(home)
    if not all(word.isprintable() for word in (*helper.command, *view.command)):
        # A line break in a folder's name would begin a line of its own in what the system reads.
        raise Refused("autostart.failed", "the name of the folder holds a line break or another sign nobody sees",
                      detail=repr(str(home.root))[:200])
    _install(way, helper)
    # One way at a time: a helper started twice does no harm, but the second says so every minute. The others go last:
    # should the power go in between, something starts the station.
    for each in ("systemd", "desktop", "tasks"):
        if each != way:
            _remove(each, helper)
    _install(_window_way(way), view) if window else _remove(_window_way(way), view)
    return state(home)


def off(home: StationHome) -> State:
    """Start nothing by itself any more; what runs now goes on."""
    for way in ("systemd", "desktop", "tasks"):
        _remove(way, _helper(home))
        _remove(way, _view(home))
    return state(home)


def state(home: StationHome) -> State:
    """What would be started at the next sign-in, read from the system's own files."""
    helper, way = _helper(home), _way()
    for found in dict.fromkeys((way, "systemd", "desktop", "tasks")):
        text = _installed_text(found, helper)
        if text:
            window = bool(_installed_text(_window_way(found), _view(home)))
            return State(found, on=True, fits=_fits(found, helper, text), window=window,
                         path=str(_file(found, helper)), command=helper.command, notes=_notes(found))
    return State(way, command=helper.command, notes=_notes(way))


def _helper(home: StationHome, wake_at: time | None = None) -> Entry:
    return Entry(entry_name(home.root), tuple(start_command("--home", str(home.root), "keeper")), wake_at)


def _view(home: StationHome) -> Entry:
    words = start_command("--home", str(home.root), "gui", "--tray", window=True)
    return Entry(f"{entry_name(home.root)}-window", tuple(words))


def _way() -> str:
    if sys.platform == "win32":
        return "tasks"
    if not sys.platform.startswith("linux"):
        return ""
    return "systemd" if _systemd_runs() else "desktop"


def _window_way(way: str) -> str:
    """A window needs the desktop, which a systemd user unit may be started before."""
    return "desktop" if way == "systemd" else way


def _systemd_runs() -> bool:
    return shutil.which("systemctl") is not None and _run(["systemctl", "--user", "show-environment"])[0] == 0


def _file(way: str, entry: Entry) -> Path:
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    if way == "systemd":
        return config / "systemd" / "user" / f"{entry.name}.service"
    if way == "desktop":
        return config / "autostart" / f"{entry.name}.desktop"
    return Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "Tasks" / entry.name


def _install(way: str, entry: Entry) -> None:
    if way == "systemd":
        write_atomic(_file(way, entry), systemd_unit(entry).encode())
        _must(["systemctl", "--user", "daemon-reload"])
        _must(["systemctl", "--user", "enable", f"{entry.name}.service"])
    elif way == "desktop":
        write_atomic(_file(way, entry), desktop_entry(entry).encode())
    else:
        _register_task(entry)


def _remove(way: str, entry: Entry) -> None:
    if way == "tasks":
        if sys.platform == "win32":
            _run(["schtasks", "/Delete", "/TN", entry.name, "/F"])
        return
    path = _file(way, entry)
    if not path.exists():
        return
    if way == "systemd":
        _run(["systemctl", "--user", "disable", path.name])
        (path.parent / "default.target.wants" / path.name).unlink(missing_ok=True)
    try:
        path.unlink()
    except OSError as error:
        raise unwritable(path, error) from error
    if way == "systemd":
        _run(["systemctl", "--user", "daemon-reload"])


def _installed_text(way: str, entry: Entry) -> str:
    if way == "tasks":
        if sys.platform != "win32":
            return ""
        code, text = _run(["schtasks", "/Query", "/TN", entry.name, "/XML"])
        return text if code == 0 else ""
    try:
        text = _file(way, entry).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    switched_off = "Hidden=true" in text or "X-GNOME-Autostart-enabled=false" in text  # by the desktop's own settings
    if way == "systemd":
        wanted = _file(way, entry).parent / "default.target.wants" / f"{entry.name}.service"
        switched_off = not wanted.is_symlink()
    return "" if switched_off else text


def _fits(way: str, entry: Entry, text: str) -> bool:
    if not Path(entry.command[0]).exists():
        return False
    if way == "systemd":
        return f"ExecStart={systemd_words(entry.command)}\n" in text
    if way == "desktop":
        return f"Exec={desktop_words(entry.command)}\n" in text
    return all(word in text for word in (entry.command[0], windows_words(entry.command[1:])))


def _notes(way: str) -> tuple[str, ...]:
    if way == "tasks":
        return ("needs_sign_in",)
    if way == "systemd":
        user = os.environ.get("USER") or Path.home().name
        return () if (Path("/var/lib/systemd/linger") / user).exists() else ("no_linger",)
    desktops = os.environ.get("XDG_CURRENT_DESKTOP", "").lower()
    return () if any(name in desktops for name in _HONOURS_AUTOSTART) else ("bare_session",)


def _register_task(entry: Entry) -> None:
    """Windows: the XML goes through a file, in UTF-16 as schtasks wants it."""
    import tempfile

    user = os.environ.get("USERDOMAIN", ".") + "\\" + os.environ.get("USERNAME", "")
    with tempfile.TemporaryDirectory(prefix="dai-xa-") as folder:
        path = Path(folder) / "task.xml"
        path.write_bytes(task_xml(entry, user).encode("utf-16"))
        _must(["schtasks", "/Create", "/TN", entry.name, "/XML", str(path), "/F"])


def _must(command: list[str]) -> None:
    code, text = _run(command)
    if code:
        detail = text.strip()[:300]
        raise Refused("autostart.failed", f"{' '.join(command[:3])}: {detail}", detail=detail)


def _run(command: list[str]) -> tuple[int, str]:
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False,
                              creationflags=flags)
    except (OSError, subprocess.TimeoutExpired) as error:
        return 1, str(error)
    return done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace")

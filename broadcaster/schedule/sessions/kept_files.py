"""Session files and rule profiles as the planner reads them: one that is damaged holds as it last was good.

A person's slip in one file must neither silence the station nor let another session sound. The window and the command
line, where somebody is there to mend it, read strictly: templates.py, profiles.py.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.schedule.model import RuleProfile, SessionTemplate
from broadcaster.schedule.rules.profiles import load_profile, own_folder, read_profile, shipped_profile
from broadcaster.schedule.sessions.own_files import (
    gone_files,
    in_order,
    kept_copies,
    kept_folder,
    own_files,
    read_file,
    read_own,
)
from broadcaster.schedule.sessions.templates import load_templates
from broadcaster.schedule.stored import Broken, Unreadable


def keep(home: StationHome) -> None:
    """Copy what can be read now. A copy of a session goes with its file; one of a profile stays: it may be named."""
    own = own_files(home)
    with contextlib.suppress(Refused):
        load_templates(home)  # while one is in doubt, nothing is known of the others' ids
        for path in own:
            _keep(path, kept_folder(home), read_file)
        for copy in kept_copies(home) if own else []:
            if copy.name not in {path.name for path in own}:
                with contextlib.suppress(OSError):
                    copy.unlink()
    for path in sorted(own_folder(home).glob("*.toml")):
        _keep(path, _profiles(home), read_profile)


def templates(home: StationHome, broken: Broken) -> tuple[SessionTemplate, ...]:
    """In order of time; what is wrong with a file is told to `broken`, and its session is as it last was.

    A file that never was good never was part of a plan: it is left out. Where nothing is known to have been good, the
    fault is raised: what was published goes on.
    """
    if gone := gone_files(home):  # the program's own sessions are not this station's
        broken.append(Unreadable("file", "schedules", "the station's own session files are gone"))
        return in_order([item.template for item in gone if item.template])
    try:
        return load_templates(home)
    except Refused as error:
        if not kept_copies(home):
            raise
        fault = error
    found = []
    for item in read_own(home):
        if item.fault:
            broken.append(Unreadable("file", item.path.name, item.fault.text))
        if item.template:
            found.append(item.template)
    if not broken:  # mended while it was read, or nothing of the station's own
        broken.append(Unreadable("file", "schedules", fault.text))
    return in_order(found)


def profile(home: StationHome, name: str, broken: Broken) -> RuleProfile:
    """As load_profile; else as it last was good, as the program brings it, or two sessions of an hour."""
    try:
        return load_profile(home, name)
    except Refused as error:
        broken.append(Unreadable("file", f"{name}.toml", error.text))
    with contextlib.suppress(Refused, ValueError):
        return read_profile(_profiles(home) / f"{Path(name).name}.toml")
    with contextlib.suppress(Refused, ValueError):
        if found := shipped_profile(name):
            return found
    return RuleProfile("?", name)


def _profiles(home: StationHome) -> Path:
    return home.root / "kept" / "profiles"


def _keep(path: Path, folder: Path, read: Callable[[Path], object]) -> None:
    copy = folder / path.name
    try:
        read(path)
        raw = path.read_bytes()
        if not copy.is_file() or copy.read_bytes() != raw:
            write_atomic(copy, raw)
    except (OSError, BroadcasterError):  # of a damaged file no copy; where none can be written, the file itself holds
        return

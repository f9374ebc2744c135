"""Session files and rule profiles as the planner reads them: one that is damaged holds as it last was good.

A person's slip in one file must neither silence the station nor let another session sound. The window and the command
line, where somebody is there to mend it, read strictly: templates.py, profiles.py.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import time
from pathlib import Path

from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.schedule.model import RuleProfile, SessionTemplate
from broadcaster.schedule.rules.profiles import load_profile, own_folder, read_profile, shipped_profile
from broadcaster.schedule.sessions.templates import load_templates, own_files, template_from
from broadcaster.schedule.sessions.toml_words import table_of
from broadcaster.schedule.stored import Broken, Unreadable


def keep(home: StationHome) -> None:
    """Copy what can be read now. A copy of a session goes with its file; one of a profile stays: it may be named."""
    own = own_files(home)
    with contextlib.suppress(Refused):
        load_templates(home)  # while one is in doubt, nothing is known of the others' ids
        for path in own:
            _keep(path, _sessions(home), _template)
        for copy in _copies(home) if own else []:
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
    if not own_files(home) and _copies(home):  # the program's own sessions are not this station's
        broken.append(Unreadable("file", "schedules", "the station's own session files are gone"))
        return tuple(sorted(map(_template, _copies(home)), key=_order))
    try:
        return load_templates(home)
    except Refused as error:
        if not _copies(home):
            raise
        fault = error
    found: dict[str, SessionTemplate] = {}
    for path, template in _each(home, broken):
        if template.id in found:
            broken.append(Unreadable("file", path.name, f"two session files have the id {template.id!r}"))
        else:
            found[template.id] = template
    if not broken:  # mended while it was read, or nothing of the station's own
        broken.append(Unreadable("file", "schedules", fault.text))
    return tuple(sorted(found.values(), key=_order))


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


def _each(home: StationHome, broken: Broken) -> Iterator[tuple[Path, SessionTemplate]]:
    """What was there before comes first: of a file and its copy under another name, the one that was known holds."""
    folder = _sessions(home)
    for path in sorted(own_files(home), key=lambda path: (not (folder / path.name).is_file(), path.name)):
        try:
            yield path, _template(path)
        except Refused as error:
            broken.append(Unreadable("file", path.name, error.text))
            with contextlib.suppress(Refused):
                yield path, _template(folder / path.name)


def _template(path: Path) -> SessionTemplate:
    return template_from(table_of(path), path.name)


def _order(template: SessionTemplate) -> tuple[time, str]:
    return template.starts, template.id


def _sessions(home: StationHome) -> Path:
    return home.root / "kept" / "schedules"


def _profiles(home: StationHome) -> Path:
    return home.root / "kept" / "profiles"


def _copies(home: StationHome) -> list[Path]:
    return sorted(_sessions(home).glob("*.toml"))


def _keep(path: Path, folder: Path, read: Callable[[Path], object]) -> None:
    copy = folder / path.name
    try:
        read(path)
        raw = path.read_bytes()
        if not copy.is_file() or copy.read_bytes() != raw:
            write_atomic(copy, raw)
    except (OSError, BroadcasterError):  # of a damaged file no copy; where none can be written, the file itself holds
        return

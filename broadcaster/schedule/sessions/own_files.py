"""The station's session files one by one: each as it holds, and what is wrong with it.

A damaged one is never overwritten or deleted: it is moved aside under a name no reader takes for a session.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, unwritable, write_atomic
from broadcaster.schedule.model import SessionTemplate
from broadcaster.schedule.sessions.toml_words import table_of
from broadcaster.schedule.sessions.words_of_file import template_from


@dataclass(frozen=True)
class OwnFile:
    """One file of HOME/schedules."""

    path: Path
    template: SessionTemplate | None
    """As the planner takes it: of a damaged file as it last was good; None where nothing is known to have been."""
    fault: Refused | None = None

    @property
    def id(self) -> str:
        """For a list in which sessions have theirs: no session can be called like this."""
        return f"file:{self.path.name}"


@dataclass(frozen=True)
class MovedAside:
    """A damaged file that lies under another name now: what the way back needs."""

    was: Path
    now: Path


@dataclass(frozen=True)
class SessionFiles:
    """What a person is shown: what can be read, and what cannot."""

    templates: tuple[SessionTemplate, ...]
    damaged: tuple[OwnFile, ...]

    @property
    def held(self) -> tuple[SessionTemplate, ...]:
        """What is planned: also the damaged ones, as they last were good."""
        return in_order([*self.templates, *(item.template for item in self.damaged if item.template)])


def in_order(templates: list[SessionTemplate]) -> tuple[SessionTemplate, ...]:
    return tuple(sorted(templates, key=lambda item: (item.starts, item.id)))


def own_files(home: StationHome) -> list[Path]:
    """The station's own session files."""
    return sorted((home.root / "schedules").glob("*.toml"))


def kept_folder(home: StationHome) -> Path:
    """Copies of the session files as they last were good."""
    return home.root / "kept" / "schedules"


def kept_copies(home: StationHome) -> list[Path]:
    return sorted(kept_folder(home).glob("*.toml"))


def read_own(home: StationHome) -> Iterator[OwnFile]:
    """What was there before comes first: of a file and its copy under another name, the one that was known holds."""
    folder, seen = kept_folder(home), set[str]()
    for path in sorted(own_files(home), key=lambda path: (not (folder / path.name).is_file(), path.name)):
        item = _one(path, folder / path.name)
        if item.template and item.template.id in seen:
            fault = item.fault or Refused("schedule.twice", f"two session files have the id {item.template.id!r}",
                                          name=item.template.id)
            item = OwnFile(path, None, fault)
        elif item.template:
            seen.add(item.template.id)
        yield item


def gone_files(home: StationHome) -> list[OwnFile]:
    """When all of the station's own are gone, the copies still hold: the program's sessions are not this station's."""
    found = []
    for copy in kept_copies(home) if not own_files(home) else ():
        fault = Refused("schedule.broken", f"{copy.name}: the file is gone", file=copy.name, detail="the file is gone")
        with contextlib.suppress(Refused):
            found.append(OwnFile(home.root / "schedules" / copy.name, read_file(copy), fault))
    return found


def read_file(path: Path) -> SessionTemplate:
    """One file. Raises Refused that says file, word and value."""
    return template_from(table_of(path), path.name)


def restore(home: StationHome, item: OwnFile, day: date) -> Path | None:
    """Write the good copy over a damaged file; where that one lies now, None when there was none any more."""
    raw = (kept_folder(home) / item.path.name).read_bytes()
    moved = move_aside(item.path, day) if there(item.path) else None
    write_atomic(item.path, raw)
    return moved


def move_aside(path: Path, day: date) -> Path:
    """morning.toml -> morning.toml.hong-20261121: kept for whoever wants to see, read by nobody. Raises disk.*."""
    name = f"{path.name}.hong-{day:%Y%m%d}"
    number, target = 1, path.with_name(name)
    while there(target):
        number += 1
        target = path.with_name(f"{name}-{number}")
    try:
        return path.rename(target)
    except OSError as error:
        raise unwritable(target, error) from error


def put_back(path: Path, moved: Path) -> None:
    """The way back from `restore` and `move_aside`. Raises disk.*."""
    try:
        if moved.is_dir():  # a folder takes no file's place
            path.unlink(missing_ok=True)
        moved.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error


def _one(path: Path, copy: Path) -> OwnFile:
    try:
        return OwnFile(path, read_file(path))
    except Refused as fault:
        with contextlib.suppress(Refused):
            return OwnFile(path, read_file(copy), fault)
        return OwnFile(path, None, fault)


def there(path: Path) -> bool:
    """Also a link to nowhere."""
    return path.exists() or path.is_symlink()

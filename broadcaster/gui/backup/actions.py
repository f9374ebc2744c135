"""What the buttons of the backups tab do; everything that touches a disk runs off the window's thread."""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from broadcaster.accounts.model import Right
from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.lock import ProcessLock
from broadcaster.base.logs import start_logging
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import BackupSection
from broadcaster.care.backup.model import Backup, Drill, Told
from broadcaster.care.backup.place import Place
from broadcaster.care.backup.restore import Present, present
from broadcaster.care.backup.service import BackupService, Line, Where, stations_at
from broadcaster.gui.backup.words import step_words
from broadcaster.gui.library.import_dialog_sticks import volumes
from broadcaster.gui.ops import Step
from broadcaster.gui.page import Shell
from broadcaster.protocol.link import LinkClient
from broadcaster.protocol.restored import read_restored

_STOP_SECONDS, _LOOK_SECONDS = 45.0, 0.2
_MOST_BYTES = 1 << 20
"""Progress is told in these: a bar counts no further than 2³¹."""


@dataclass(frozen=True)
class Look:
    """All the tab shows."""

    where: Where
    lines: list[Line]
    settings: BackupSection
    waits: bool
    """Brought back, and nobody has said yet that the old computer is off."""
    elsewhere: bool = False
    """The office's figures lie in a server's database: in no backup of ours."""


@dataclass(frozen=True)
class OnDisk:
    """A backup a person may bring back."""

    place: Place
    line: Line
    present: Present
    """What stands at home now, set against it."""
    strange: bool = False
    """Signed by another key than the station's here: another station's, or somebody's who wants it taken for ours."""

    @property
    def id(self) -> str:
        return f"{self.place.root}|{self.line.name}"


def look(service: BackupService) -> Look:
    where = service.where()
    restored = read_restored(service.home)
    settings = service.settings()
    return Look(where, service.list() if where.there else [], settings.backup,
                restored is not None and restored.waits, service.leaves_out_office())


def told(step: Step) -> Told:
    """A disk's progress as the window's; called off at the next file."""
    def tell(done: int, total: int, path: str) -> None:
        step(done // _MOST_BYTES, max(1, total // _MOST_BYTES), step_words(path))

    return tell


def make(service: BackupService, step: Step) -> tuple[Backup, Drill]:
    """One now, and the trial of it."""
    made = service.make(told(step))
    return made, service.drill(made.name, full=False, told=told(step))


def sticks() -> list[tuple[str, str]]:
    """(name, folder) of the removable disks that are plugged in."""
    return [(volume.name or volume.root.name, str(volume.root)) for volume in volumes() if volume.removable]


def found_in(home: StationHome, folders: list[Path]) -> list[OnDisk]:
    """Every readable backup in these folders, the newest first."""
    own = own_key(home)
    found = [OnDisk(place, line, present(home, line.backup), bool(own) and line.backup.key != own)
             for folder in folders for place, lines in stations_at(folder) for line in lines if line.backup]
    return sorted({each.id: each for each in found}.values(), key=lambda each: each.line.name, reverse=True)


def own_key(home: StationHome) -> str:
    """Public half of the key of the station that stands here; empty: there is none, or it cannot be read."""
    with contextlib.suppress(BroadcasterError):
        return Identity(home).public if home.signing_key.exists() else ""
    return ""


def likely_folders(home: StationHome) -> list[Path]:
    """Where a backup may lie: the place of the settings, all sticks, the station's own folder."""
    found = [Path(folder) for _, folder in sticks()]
    with contextlib.suppress(BroadcasterError):
        found.insert(0, BackupService(home).where().folder)
    return [*found, home.root / "backup"]


def restore(home: StationHome, chosen: OnDisk, phrase: str, by: str, replace_newer: bool, step: Step,
            let_go: Callable[[], None]) -> Path | None:
    """Stop player and helper, bring it back; the window must be opened anew afterwards."""
    stop_station(home)

    def release() -> None:
        let_go()
        if sys.platform == "win32":  # which renames no folder with open files in it
            _close_logs(home)

    try:
        return BackupService(home).restore(chosen.place, chosen.line.name, phrase=phrase, by=by,
                                           replace_newer=replace_newer, told=told(step), let_go=release)
    finally:
        if sys.platform == "win32":
            start_logging(home, "window")


def stop_station(home: StationHome) -> None:
    """Player and helper end. Raises Refused("process.running") if they do not."""
    for process in ("keeper", "air"):
        with contextlib.suppress(BroadcasterError):
            client = LinkClient(home, process, timeout=2.0)
            try:
                client.ask("shutdown")
            finally:
                client.close()
    clock = SystemClock()
    end = clock.monotonic() + _STOP_SECONDS
    for process in ("keeper", "air"):
        while _runs(home, process):
            if clock.monotonic() > end:
                raise Refused("process.running", f"{process} does not end", process=process, home=str(home.root))
            clock.sleep(_LOOK_SECONDS)


def may_restore(shell: Shell, purpose: str) -> str | None:
    """The name of who signs for it; None: turned away."""
    person = shell.ask_pin(Right.RESTORE, purpose)
    return person.name if person else None


def _runs(home: StationHome, process: str) -> bool:
    if not home.run.is_dir():
        return False
    try:
        ProcessLock(home, process).release()
    except Refused as refusal:
        return refusal.code == "process.running"
    return False


def _close_logs(home: StationHome) -> None:
    root = logging.getLogger()
    for handler in list(root.handlers):
        if str(getattr(handler, "baseFilename", "")).startswith(str(home.root)):
            root.removeHandler(handler)
            handler.close()

"""A station's backups: make, list, try, bring back, the recovery phrase. For window, keeper and command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import Clock, SystemClock, format_time
from broadcaster.base.errors import BroadcasterError, NewerFormat, Refused
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.base.settings import Settings, changed, load_settings, save_settings
from broadcaster.care.backup import drill as drilling
from broadcaster.care.backup import make as making
from broadcaster.care.backup import restore as restoring
from broadcaster.care.backup.model import FOLDER, Backup, Drill, Told, nobody
from broadcaster.care.backup.place import Place, folder_of, free_at, place_of, places_at, same_disk
from broadcaster.care.backup.proof import prove
from broadcaster.care.backup.rotation import collect, rotate
from broadcaster.care.backup.vault import Vault, VaultFile, make_vault, new_phrase, opened, relocked
from broadcaster.db import trail
from broadcaster.db.engine import open_database
from broadcaster.protocol import restored


@dataclass(frozen=True)
class Line:
    """One backup in the list."""

    name: str
    backup: Backup | None
    drill: Drill | None
    problem: BroadcasterError | None = None
    """Why it cannot be read."""
    accepted: bool = False


@dataclass(frozen=True)
class Where:
    """The place, as a person sees it."""

    folder: Path
    there: bool
    same_disk: bool
    chosen: bool
    """False: the folder backup/ of the station itself."""
    free: int = 0


class BackupService:
    """One station's. Reads the settings each time: window and keeper live long."""

    def __init__(self, home: StationHome, clock: Clock | None = None) -> None:
        self.home = home
        self._clock = clock or SystemClock()

    def where(self) -> Where:
        """Raises Refused("backup.inside")."""
        settings = self.settings()
        folder = folder_of(settings, self.home)
        chosen = bool(settings.backup.to.strip())
        there = not chosen or (folder / FOLDER).is_dir()
        free = free_at(folder) if there and folder.is_dir() else 0
        return Where(folder, there, same_disk(folder, self.home), chosen, free)

    def choose(self, folder: str, by: str = "") -> None:
        """From now on there; the folder of ours is made, so that an empty mount point is not taken for the disk.

        Raises Refused: backup.inside, backup.place_missing, disk.*, settings.*.
        """
        chosen = folder.strip()
        if chosen and not chosen.startswith("~"):
            chosen = str(Path(chosen).absolute())
        settings = changed(self.settings(), "backup", to=chosen)
        place = self._place(settings)
        place.prepare()
        save_settings(self.home, settings)
        self._write_down(by, "backup.place", {"path": chosen})

    def rhythm(self, by: str, **values: object) -> None:
        """When, and how many are kept: fields of [backup]. Raises Refused: settings.*, disk.*."""
        save_settings(self.home, changed(self.settings(), "backup", **values))
        backup = self.settings().backup
        self._write_down(by, "backup.rhythm", {"at": backup.at, "days": backup.keep_days, "weeks": backup.keep_weeks})

    def leaves_out_office(self) -> bool:
        """Whether an office's figures lie in a server's database (office.database): those are in no backup of ours."""
        office = self.settings().office
        return office.role != "station" and bool(office.database.strip())

    def make(self, told: Told = nobody, *, by_itself: bool = False) -> Backup:
        """One backup now; older ones are let go of by the rule.

        Raises Refused: process.running (another one is being made), backup.place_missing, no_room, place_lost,
        no_phrase, inside; database.*, disk.*, signing_key.unreadable.
        """
        settings = self.settings()
        where = self.where()
        if where.chosen and not (where.there if by_itself else where.folder.is_dir()):
            raise Refused("backup.place_missing", f"{where.folder} is not there, or no backups were kept there",
                          path=str(where.folder))
        lock = ProcessLock(self.home, "backup")
        try:
            place, vault = self._place(settings), self._vault(settings)
            made = making.make(making.Making(self.home, settings, self._clock, place, vault, told))
            write_atomic(self.home.root / "backup" / "last.json", json.dumps({"made_at": made.made_at}).encode())
            rotate(place, made, settings.backup, self._clock.now(), self._vault_at_hand())
        finally:
            lock.release()
        return made

    def list(self) -> list[Line]:
        """Of this station, the newest first. Raises Refused("backup.inside")."""
        return lines_at(self.place())

    def newest(self) -> Line | None:
        return next((line for line in self.list() if line.backup), None)

    def place(self) -> Place:
        return self._place(self.settings())

    def drill(self, name: str = "", *, full: bool = True, told: Told = nobody) -> Drill:
        """Try one, or the newest. Raises Refused: backup.unknown, backup.no_room, no_phrase, process.running."""
        place = self.place()
        backup = place.read(name or next(reversed(place.names()), ""))
        lock = ProcessLock(self.home, "backup")
        try:
            return drilling.drill(place, backup, self._vault_of(backup), self.home, self._clock, full=full, told=told)
        finally:
            lock.release()

    def accept(self, name: str, by: str) -> None:
        """It is rightly that much smaller than the one before. Raises Refused("backup.unknown")."""
        place = self.place()
        place.read(name)
        place.accept(name)
        self._write_down(by, "backup.accepted", {"name": name})

    def forget(self, name: str, by: str) -> None:
        """Let one go. Raises Refused: backup.unknown, backup.last (never the only good one)."""
        place = self.place()
        if name not in place.names():
            raise Refused("backup.unknown", f"there is no backup {name!r}", name=name)
        if not [line for line in self.list() if line.backup and line.name != name]:
            raise Refused("backup.last", f"{name} is the only backup there is", name=name)
        place.forget(name)
        collect(place, self._vault_at_hand())
        self._write_down(by, "backup.forgotten", {"name": name})

    def encrypt(self, by: str, phrase: str = "") -> str:
        """From now on only the phrase opens new backups; gives it, to be printed: it is kept nowhere.

        Done again it is another phrase for the same key: the old one still opens what it was printed for.
        """
        phrase = phrase or new_phrase()
        known = VaultFile(self.home).read()
        VaultFile(self.home).write(relocked(known, phrase) if known else make_vault(phrase))
        save_settings(self.home, changed(self.settings(), "backup", encrypted=True))
        self._write_down(by, "backup.encrypted", {})
        return phrase

    def decrypt(self, by: str) -> None:
        """New backups are readable by anybody who holds the stick; older ones stay as they are."""
        save_settings(self.home, changed(self.settings(), "backup", encrypted=False))
        self._write_down(by, "backup.plain", {})

    def restore(self, place: Place, name: str, *, phrase: str = "", by: str = "", replace_newer: bool = False,
                told: Told = nobody, let_go: Callable[[], None] = lambda: None) -> Path | None:
        """Bring one back into this home; gives where the station of before lies now. Raises as restore.restore, and
        backup.phrase_*."""
        backup = place.read(name)
        vault = self._vault_of(backup, phrase)

        def proven(root: Path, of: Backup) -> list[str]:
            return prove(root, of, self._clock, work=False).problems

        return restoring.restore(place, backup, vault, self.home, self._clock, by=by, replace_newer=replace_newer,
                                 prove=proven, told=told, let_go=let_go)

    def confirm(self, by: str) -> None:
        """No other computer plays as this station: it may sound. Raises Refused("restored.none")."""
        restored.confirm(self.home, by, format_time(self._clock.now()))
        self._write_down(by, "backup.station", {})

    def _place(self, settings: Settings) -> Place:
        return place_of(folder_of(settings, self.home), settings.station.id, Identity(self.home).public)

    def settings(self) -> Settings:
        return load_settings(self.home)

    def _vault(self, settings: Settings) -> Vault | None:
        if not settings.backup.encrypted:
            return None
        vault = VaultFile(self.home).read()
        if vault is None:
            raise Refused("backup.no_phrase", "backups are to be encrypted, but there is no key: make a phrase first",
                          name="")
        return vault

    def _vault_at_hand(self) -> Vault | None:
        """For letting go: without it nothing that may belong to an encrypted backup is taken away."""
        try:
            return VaultFile(self.home).read()
        except Refused:
            return None

    def _vault_of(self, backup: Backup, phrase: str = "") -> Vault | None:
        if backup.wrap is None:
            return None
        if phrase:
            return opened(backup.wrap, phrase)
        vault = VaultFile(self.home).read()
        if vault is None:
            raise Refused("backup.no_phrase", f"backup {backup.name} is encrypted: its phrase is needed",
                          name=backup.name)
        return replace(vault, wrap=backup.wrap)

    def _write_down(self, by: str, action: str, detail: dict[str, object]) -> None:
        if not self.home.database.exists():
            return
        database = open_database(self.home.database)
        try:
            with database.write("audit") as c:
                trail.add(c, format_time(self._clock.now()), by, action, "backup", detail)
        finally:
            database.close()


def lines_at(place: Place) -> list[Line]:
    """Every backup of one station, the newest first."""
    found = []
    for each in place.all():
        if isinstance(each, Backup):
            found.append(Line(each.name, each, place.drill(each.name), accepted=place.accepted(each.name)))
        elif isinstance(each, Refused | NewerFormat):
            found.append(Line(str(each.facts["name"]), None, None, each))
    return found


def stations_at(folder: Path) -> list[tuple[Place, list[Line]]]:
    """What a stick holds, for whoever restores on a new computer."""
    return [(place, lines_at(place)) for place in places_at(folder)]

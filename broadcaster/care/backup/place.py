"""Where backups lie: <place>/dai-xa-sao-luu/<station>/ with objects/ and backups/ (docs/formats.md).

A manifest is written last, when everything it names is on disk: what has no manifest is no backup.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import shutil
import zlib
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from broadcaster.asrun.identity import signature_holds
from broadcaster.base.errors import BroadcasterError, NewerFormat, Refused
from broadcaster.base.paths import StationHome, unwritable, write_atomic
from broadcaster.base.settings import Settings
from broadcaster.care.backup.manifest import backup_from, drill_from, list_from
from broadcaster.care.backup.model import FOLDER, FORMAT, Backup, Drill, FileList, is_name, refused
from broadcaster.care.backup.objects import Objects
from broadcaster.care.backup.vault import Vault
from broadcaster.protocol.verifier import canonical

_LARGEST_MANIFEST, _LARGEST_LIST = 1 << 20, 64 << 20
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}", re.IGNORECASE)


class Place:
    """One station's folder at a place."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.backups = root / "backups"

    def objects(self, vault: Vault | None) -> Objects:
        return Objects(self.root / "objects", vault)

    def names(self) -> list[str]:
        """Of all backups, the oldest first; empty too where the place cannot be read."""
        with contextlib.suppress(OSError):
            return sorted(path.stem for path in self.backups.iterdir()
                          if path.suffix == ".json" and is_name(path.stem))
        return []

    def prepare(self) -> None:
        """Make the folders. Raises Refused: disk.*."""
        try:
            fresh = not self.root.exists()
            for folder in (self.root / "objects", self.backups):
                folder.mkdir(parents=True, exist_ok=True)
            if fresh:  # keys and letters are in it; a stick may know no owners
                with contextlib.suppress(OSError):
                    self.root.chmod(0o700)
            for path in self.backups.glob(".*.tmp"):
                path.unlink()
        except OSError as error:
            raise unwritable(self.root, error) from error

    def read(self, name: str) -> Backup:
        """Raises Refused: backup.unknown, backup.damaged; NewerFormat."""
        path = self.backups / f"{name}.json"
        if not is_name(name) or not path.exists():
            raise Refused("backup.unknown", f"there is no backup {name!r} in {self.root}", name=name)
        try:
            with path.open("rb") as file:
                body = json.loads(file.read(_LARGEST_MANIFEST))
            if not isinstance(body, dict):
                raise ValueError("not a manifest")
            signature = body.pop("signature")
            if body["format"] > FORMAT:
                raise NewerFormat("the backup", body["format"], FORMAT)
            if not signature_holds(canonical(body), signature, body["key"]):
                raise refused(f"the signature of backup {name} does not hold", name=name)
            return backup_from(name, body)
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise refused(f"the manifest of backup {name} cannot be read: {error}", name=name) from error

    def write(self, backup: Backup, sign: Any) -> None:
        """The last step of making one; atomic. `sign`: bytes -> hex."""
        body: dict[str, Any] = {"format": FORMAT, **asdict(backup)}
        write_atomic(self.backups / f"{backup.name}.json", canonical({**body, "signature": sign(canonical(body))}))

    def all(self) -> Iterator[Backup | Refused | NewerFormat]:
        """Every backup, the newest first; one that cannot be read as the reason why."""
        for name in reversed(self.names()):
            try:
                yield self.read(name)
            except (Refused, NewerFormat) as error:
                error.facts.setdefault("name", name)
                yield error

    def files(self, backup: Backup, vault: Vault | None) -> FileList:
        """Raises Refused("backup.damaged")."""
        packed = self.objects(vault).get(backup.list_object)
        unpacker = zlib.decompressobj()
        try:
            raw = unpacker.decompress(packed, _LARGEST_LIST)
            if unpacker.unconsumed_tail or hashlib.sha256(raw).hexdigest() != backup.list_sha256:
                raise ValueError("not the list that was signed")
            return list_from(json.loads(raw))
        except (zlib.error, ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
            raise refused(f"the list of backup {backup.name} cannot be read: {error}", name=backup.name) from error

    def drill(self, name: str) -> Drill | None:
        """What came of trying it; None: not tried yet."""
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
            return drill_from(json.loads((self.backups / f"{name}.drill.json").read_bytes()))
        return None

    def note_drill(self, name: str, drill: Drill) -> None:
        write_atomic(self.backups / f"{name}.drill.json", canonical(asdict(drill)))

    def accept(self, name: str) -> None:
        """A person has looked: it is rightly that small."""
        write_atomic(self.backups / f"{name}.accepted", b"")

    def accepted(self, name: str) -> bool:
        return (self.backups / f"{name}.accepted").exists()

    def forget(self, name: str) -> None:
        """Take one backup out of the list; its objects go when no other needs them. Raises Refused: disk.*."""
        try:
            for suffix in (".json", ".drill.json", ".accepted"):
                (self.backups / f"{name}{suffix}").unlink(missing_ok=True)
        except OSError as error:
            raise unwritable(self.backups, error) from error


def packed_list(files: FileList) -> tuple[bytes, str]:
    """A list as it is stored, and the hash of what it says."""
    names = {name: place for place, name in enumerate(files.objects)}
    raw = canonical({
        "objects": [[name, size] for name, size in files.objects.items()],
        "files": [[entry.path, entry.mode, entry.bytes, entry.sha256, entry.mtime_ns,
                   [[names[part.object], part.offset, part.length, part.sha256] for part in entry.parts]]
                  for entry in files.files]})
    return zlib.compress(raw, 6), hashlib.sha256(raw).hexdigest()


def folder_of(settings: Settings, home: StationHome) -> Path:
    """The place the settings name.

    Raises Refused: backup.inside (within the station, but not its backup folder), backup.place_missing (no full path).
    """
    to = settings.backup.to.strip()
    if not to:
        return home.root / "backup"
    try:
        place, root = Path(to).expanduser(), home.root.resolve()
        if not place.is_absolute():  # window and helper run in different folders
            raise ValueError("not a full path")
        place = place.resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise Refused("backup.place_missing", f"{to[:200]} is no place for backups: {error}", path=to[:200]) from error
    if root == place or (root in place.parents and root / "backup" not in {place, *place.parents}):
        raise Refused("backup.inside", f"{place} lies inside of the station itself", path=str(place))
    return place


def place_of(folder: Path, station: str, key: str) -> Place:
    """A station's own folder; where another key already writes under this name, one beside it."""
    name = station if _ID.fullmatch(station) else "dai"
    place, strange = Place(folder / FOLDER / name), False
    for each in reversed(place.names()):
        with contextlib.suppress(BroadcasterError):
            if place.read(each).key == key:  # one by another hand beside ours drives us nowhere else
                return place
            strange = True
    return Place(folder / FOLDER / f"{name}-{key[:8]}") if strange else place


def places_at(folder: Path) -> list[Place]:
    """Every station with backups at, above or below `folder`: whoever restores may point at any of these."""
    found: list[Path] = []
    with contextlib.suppress(OSError):
        if (folder / "backups").is_dir():
            found = [folder]
        for base in (folder / FOLDER, folder):
            found += [each for each in sorted(base.iterdir()) if (each / "backups").is_dir()] if base.is_dir() else []
    return [Place(path) for path in dict.fromkeys(found) if Place(path).names()]


def free_at(folder: Path) -> int:
    """Bytes. Raises Refused("backup.place_missing")."""
    try:
        return shutil.disk_usage(folder).free
    except OSError as error:
        raise Refused("backup.place_missing", f"{folder} is not there", path=str(folder)) from error


def same_disk(folder: Path, home: StationHome) -> bool:
    """Whether one broken disk would take both."""
    with contextlib.suppress(OSError):
        there = next(each for each in (folder, *folder.parents) if each.exists())
        return there.stat().st_dev == home.root.stat().st_dev
    return False

"""What an update file says about itself, checked before anything of it is believed. No I/O.

An update (.dxcapnhat) is a zip: manifest.json, manifest.sig (Ed25519 over manifest.json, hex) and files/…; whatever
else is in it is not looked at (docs/formats.md).
"""

from __future__ import annotations

import json
import platform
import sys
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any

from broadcaster.base.errors import NewerFormat, Refused
from broadcaster.care.installed import is_version

FORMAT = 1
SUFFIX = ".dxcapnhat"
LARGEST = 3_000_000_000
"""Bytes of all files together: ten times what the program has."""
MOST_FILES = 20_000
_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))}
_ENDINGS = {"broadcaster", "broadcaster.exe"}


@dataclass(frozen=True)
class FileEntry:
    """One file of the new version."""

    path: str
    """With slashes, below the version's folder."""
    sha256: str = ""
    bytes: int = 0
    executable: bool = False
    link: str = ""
    """A symbolic link beside `path` instead of a file."""


@dataclass(frozen=True)
class Manifest:
    """A version of the program for one kind of computer."""

    version: str
    platform: str
    made_at: str
    schema: str
    """The database's form it brings (db.migrate.HEAD)."""
    news: tuple[str, ...]
    """What is new, in Vietnamese, a line each."""
    files: tuple[FileEntry, ...]

    @property
    def size(self) -> int:
        return sum(entry.bytes for entry in self.files)


class Step(StrEnum):
    """How far an update has come; written before each step is begun."""

    UNPACKING = "unpacking"
    TESTING = "testing"
    READY = "ready"
    """Unpacked and tried; waits for its time."""
    STOPPING = "stopping"
    COPYING = "copying"
    SWITCHING = "switching"
    TRIAL = "trial"
    """The new version runs and is watched."""
    ROLLING_BACK = "rolling_back"
    DONE = "done"
    FAILED = "failed"
    ROLLED_BACK = "rolled_back"


OVER = (Step.DONE, Step.FAILED, Step.ROLLED_BACK)
STANDS_STILL = (Step.STOPPING, Step.COPYING, Step.SWITCHING, Step.TRIAL, Step.ROLLING_BACK)
"""The station may be down: whoever finds one of these without an updater at work takes it up again."""


@dataclass(frozen=True)
class Record:
    """update.json: the update under way, or the last one."""

    version: str
    before: str
    """The version it replaces."""
    step: Step
    home: str = ""
    at: str = ""
    when: str = "now"
    """"now" or "tonight"."""
    news: tuple[str, ...] = ()
    copy: str = ""
    """The database as it was before, when the new version changes its form."""
    airings: int = 0
    """Begun airings in the journal when the copy was made: more of them later means something was aired since."""
    code: str = ""
    """Why it failed (an error code), and with what."""
    facts: dict[str, Any] = field(default_factory=dict)
    part: float = 0.0
    """How much of the step is done, 0…1."""

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()


def record_from(raw: bytes) -> Record | None:
    """None for anything that is no record: then there is none."""
    try:
        body = json.loads(raw)
        known = {name: body[name] for name in Record.__dataclass_fields__ if name in body}
        known |= {"step": Step(known["step"]), "news": tuple(map(str, known.get("news", ())))}
        record = Record(**known)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return record if is_version(record.version) and (not record.before or is_version(record.before)) else None


def platform_tag() -> str:
    """Which computers a version runs on."""
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(platform.machine().lower(), platform.machine().lower())
    return f"{'windows' if sys.platform == 'win32' else sys.platform}-{machine}"


def manifest_from(raw: bytes) -> Manifest:
    """Every word of it checked. Raises Refused("update.damaged"), NewerFormat."""
    try:
        body = json.loads(raw)
        form = body["format"]
        if isinstance(form, int) and form > FORMAT:
            raise NewerFormat("update", form, FORMAT)
        files = tuple(FileEntry(**{key: entry[key] for key in FileEntry.__dataclass_fields__ if key in entry})
                      for entry in body["files"])
        manifest = Manifest(str(body["version"]), str(body["platform"]), str(body["made_at"]), str(body["schema"]),
                            tuple(str(line)[:300] for line in body["news"])[:50], files)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise damaged(f"its list cannot be read: {error!r}"[:200]) from error
    _check(manifest)
    return manifest


def damaged(detail: str) -> Refused:
    """Not as it was made: copied badly, or made by somebody else."""
    return Refused("update.damaged", f"the update file is damaged: {detail}", detail=detail)


def _check(manifest: Manifest) -> None:
    if not is_version(manifest.version):
        raise damaged("its version is none")
    if len(manifest.files) > MOST_FILES or manifest.size > LARGEST:
        raise Refused("update.too_big", f"the update claims {manifest.size} bytes in {len(manifest.files)} files",
                      megabytes=manifest.size // 1_000_000)
    seen: set[str] = set()
    for entry in manifest.files:
        if not _well_formed(entry):
            raise damaged(f"a file of it leads astray: {str(entry.path)[:80]!r}")
        folded = entry.path.casefold()
        if folded in seen:
            raise damaged(f"a file of it stands twice: {entry.path[:80]!r}")
        seen.add(folded)
    links = {entry.path.casefold() for entry in manifest.files if entry.link}
    if any(str(above) in links for name in seen for above in PurePosixPath(name).parents):
        raise damaged("a file of it lies behind a link")
    if not _ENDINGS & {entry.path for entry in manifest.files if not entry.link}:
        raise damaged("the program itself is not in it")


def _well_formed(entry: FileEntry) -> bool:
    kinds = (isinstance(entry.path, str) and isinstance(entry.sha256, str) and isinstance(entry.link, str)
             and type(entry.bytes) is int and type(entry.executable) is bool)
    if not kinds or entry.bytes < 0 or not _inside(entry.path):
        return False
    if not entry.link:
        return len(entry.sha256) == 64 and all(letter in "0123456789abcdef" for letter in entry.sha256)
    target = PurePosixPath(entry.link)
    if target.is_absolute() or "\\" in entry.link or ":" in entry.link or entry.bytes:
        return False
    ups = sum(part == ".." for part in target.parts)
    # Only at its beginning: after another link, ".." would lead where nobody can see from the words alone.
    return all(part == ".." for part in target.parts[:ups]) and ups < len(PurePosixPath(entry.path).parts)


def _inside(path: str) -> bool:
    """Below the folder on every system, and a name every system takes."""
    if not path or len(path) > 400 or path.startswith("/") or any(letter in path for letter in '\\:*?"<>|'):
        return False
    parts = path.split("/")
    return all(part not in {"", ".", ".."} and part == part.rstrip(" .") and part.isprintable()
               and part.split(".")[0].lower() not in _DEVICES for part in parts)

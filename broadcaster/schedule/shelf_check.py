"""Whether what lies on the emergency shelf would sound: asked of the files alone, so also with the database broken."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from broadcaster.base.errors import BroadcasterError, NewerFormat, Refused, Tampered
from broadcaster.base.paths import StationHome, sha256_of
from broadcaster.protocol.emergency import EmergencyMessage, read_message

EXPIRES_SOON_DAYS = 14
_STILL_SOUNDS = {"expiring", "outdated", "chime_missing"}


@dataclass(frozen=True)
class ShelfProblem:
    """Why a message would not sound, or soon will not."""

    slug: str
    code: str
    """altered, unreadable, newer_format, cut_missing, cut_altered, chime_missing, approval_broken, expired, expiring
    (`until`); from the database also withdrawn and outdated (a newer version of the item was approved)."""
    facts: dict[str, Any] = field(default_factory=dict)
    """`title` where the file can be read, else `name`, the file's."""

    @property
    def serious(self) -> bool:
        """Whether it would not be heard now."""
        return self.code not in _STILL_SOUNDS


def shelf_problems(home: StationHome, key: bytes, today: date) -> list[ShelfProblem]:
    """Every fault of every file on the shelf, by slug. Reads each sound through: some milliseconds a minute."""
    found = []
    for path in sorted(home.emergency.glob("*.json")):
        try:
            message = read_message(path, key)
        except BroadcasterError as error:
            found.append(ShelfProblem(path.stem, _unread(error), {"name": path.name}))
            continue
        found += [ShelfProblem(message.slug, code, {"title": message.title, **facts})
                  for code, facts in _faults(home, message, key, today)]
    return found


def sound_problem(home: StationHome, sha256: str) -> str:
    """missing, altered, or nothing."""
    try:
        return "" if sha256_of(home.audio(sha256)) == sha256 else "altered"
    except OSError:
        return "missing"


def refuse_bad_sound(home: StationHome, sha256: str) -> None:
    """Raise Refused("approval.audio_missing"/"approval.audio_altered")."""
    path, problem = home.audio(sha256), sound_problem(home, sha256)
    if problem == "missing":
        raise Refused("approval.audio_missing", f"the sound file is missing: {path}", path=str(path))
    if problem:
        raise Refused("approval.audio_altered", f"the sound file was altered: {path}", path=str(path))


def _faults(home: StationHome, message: EmergencyMessage, key: bytes,
            today: date) -> list[tuple[str, dict[str, Any]]]:
    found: list[tuple[str, dict[str, Any]]] = []
    problem = sound_problem(home, message.cut.sha256)
    if problem:
        found.append((f"cut_{problem}", {}))
    if message.chime is not None and sound_problem(home, message.chime.sha256):
        found.append(("chime_missing", {}))
    until = message.approval.valid_until
    # An approval that never had an end: its own day proves the seal.
    if not message.approval.holds(message.cut.sha256, until or today.isoformat(), key):
        found.append(("approval_broken", {}))
    elif until and today.isoformat() > until:
        found.append(("expired", {"until": until}))
    elif until and (today + timedelta(days=EXPIRES_SOON_DAYS)).isoformat() > until:
        found.append(("expiring", {"until": until}))
    return found


def _unread(error: BroadcasterError) -> str:
    if isinstance(error, Tampered):
        return "altered"
    return "newer_format" if isinstance(error, NewerFormat) else "unreadable"


def files_by_slug(folder: Path) -> dict[str, Path]:
    """What lies there, readable or not."""
    return {path.stem: path for path in sorted(folder.glob("*.json"))}

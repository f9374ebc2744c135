"""Where things lie: the station home (the operator's data) and what is shipped with the program."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from broadcaster.base.errors import Refused

_FOLDERS = ("audio", "directives", "rundowns", "asrun", "voices", "outbox", "inbox", "backup", "logs", "run",
            "emergency", "recordings", "approvals", "seals")

_REPLACE_TRIES, _REPLACE_PAUSE = 10, 0.03


@dataclass(frozen=True)
class StationHome:
    """One station's folder. Each file in it has exactly one writer (docs/architecture.md)."""

    root: Path

    @property
    def settings(self) -> Path:
        return self.root / "station.toml"

    @property
    def key(self) -> Path:
        """32 random bytes in hex, readable by the owner only; seals approvals and rundowns."""
        return self.root / "station.key"

    @property
    def database(self) -> Path:
        return self.root / "station.db"

    @property
    def rundowns(self) -> Path:
        return self.root / "rundowns"

    @property
    def asrun(self) -> Path:
        return self.root / "asrun"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def outbox(self) -> Path:
        return self.root / "outbox"

    @property
    def run(self) -> Path:
        """Short-lived files: ports, tokens, locks. Safe to empty while nothing runs."""
        return self.root / "run"

    @property
    def emergency(self) -> Path:
        """Messages ready to break in, each a sealed file; and `orders/`, where a dropped file orders one."""
        return self.root / "emergency"

    @property
    def recordings(self) -> Path:
        """What was said live, one file each."""
        return self.root / "recordings"

    @property
    def approvals(self) -> Path:
        """Every approval given and taken back, a sealed line each, only ever added to; what the player goes by."""
        return self.root / "approvals" / "ledger.jsonl"

    @property
    def seals(self) -> Path:
        """YYYY-MM-DD.json: a signed seal over each day of the journal; written by the keeper."""
        return self.root / "seals"

    @property
    def signing_key(self) -> Path:
        """The private half of the station's Ed25519 key, readable by the owner only."""
        return self.root / "station.sign"

    @property
    def secrets(self) -> Path:
        """Passwords of the places packages go to, readable by the owner only; never in station.toml or a package."""
        return self.root / "station.secrets"

    @property
    def trust(self) -> Path:
        """Keys of the office above and of servers, each compared and confirmed by a person."""
        return self.root / "station.trust"

    @property
    def inbox(self) -> Path:
        return self.root / "inbox"

    @property
    def lexicon(self) -> Path:
        """The station's own readings of words, one a line."""
        return self.root / "speech" / "lexicon.tsv"

    @property
    def demo_note(self) -> Path:
        """Marks a sample station: a line "NAME: PIN" for everyone who may sign."""
        return self.root / "demo.txt"

    def audio(self, sha256: str) -> Path:
        """The immutable sound file of a cut."""
        return self.root / "audio" / sha256[:2] / f"{sha256}.flac"

    def original(self, sha256: str, suffix: str) -> Path:
        """The letter as it arrived."""
        return self.root / "directives" / f"{sha256}{suffix}"

    def create(self) -> None:
        """Make the folders; say plainly when the place cannot be written."""
        try:
            _finish_restoring(self.root)
            if not self.root.exists():  # for its owner alone: hashes of PINs, letters, voices
                self.root.parent.mkdir(parents=True, exist_ok=True)
                self.root.mkdir(mode=0o700)
            for name in _FOLDERS:
                (self.root / name).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unwritable(self.root, error) from error


def _finish_restoring(root: Path) -> None:
    """A station brought back from a backup (care/backup/restore.py) was to take this place, and the power went."""
    restored = root.with_name(f"{root.name}.restoring")
    if not root.exists() and (restored / "restored.json").exists():
        restored.rename(root)


def default_home() -> StationHome:
    """BROADCASTER_HOME, else the platform's data folder."""
    chosen = os.environ.get("BROADCASTER_HOME")
    if chosen:
        return StationHome(Path(chosen).resolve())
    return StationHome(Path(platformdirs.user_data_dir("dai-xa", appauthor=False)))


def shipped(*parts: str) -> Path:
    """A file shipped with the program: resources/…, schedules/… or docs/…"""
    frozen = getattr(sys, "_MEIPASS", None)
    package = Path(__file__).resolve().parent.parent
    places = [Path(frozen)] if frozen else [package / "_data", package.parent]
    for place in places:
        candidate = place.joinpath(*parts)
        if candidate.exists():
            return candidate
    raise Refused("install.incomplete", f"a part of the program is missing: {'/'.join(parts)}", part="/".join(parts))


def unwritable(path: Path, error: OSError) -> Refused:
    """Turn a failed write into the sentence an operator can act on."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Refused("disk.full", f"the disk is full: {path}", path=str(path))
    return Refused("disk.unwritable", f"cannot write to {path}: {error.strerror}", path=str(path))


def write_atomic(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write all of `data` or nothing: temporary file beside it, fsync, rename, fsync of the folder."""
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o600 if private else 0o644)
        _replace(Path(temporary), path)
        temporary = None
        sync_folder(path.parent)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):  # the first error is the one to tell
                Path(temporary).unlink(missing_ok=True)


def _replace(source: Path, target: Path) -> None:
    """Windows refuses while somebody reads the old file, and readers are done in a moment."""
    for _ in range(_REPLACE_TRIES):
        with contextlib.suppress(PermissionError):
            source.replace(target)
            return
        threading.Event().wait(_REPLACE_PAUSE)
    source.replace(target)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` durable (a no-op where folders cannot be opened, as on Windows)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sha256_of(path: Path) -> str:
    """The file's sha256 in hex, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()

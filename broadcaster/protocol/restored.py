"""restored.json in a station's home: it was brought back from a backup, and what must happen before it sounds.

Written when the backup is brought back; a person's word that no other computer plays as this station goes into it;
the player writes a journal line by it and takes it away. Two computers that air as one station would make two logs.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, write_atomic

ACTION = "restored"
"""Of the OPERATOR line in the journal."""


@dataclass(frozen=True)
class Restored:
    """Which backup, when, and whether somebody has said that this is the station now."""

    backup: str = ""
    made_at: str = ""
    restored_at: str = ""
    by: str = ""
    seq: int = 0
    """The journal's last line in the backup: what was aired after it is not in this log."""
    head: str = ""
    confirmed_by: str = ""
    confirmed_at: str = ""

    @property
    def waits(self) -> bool:
        """Nothing sounds until a person has said that the old computer is off."""
        return not self.confirmed_at


def restored_file(home: StationHome) -> Path:
    return home.root / "restored.json"


def read_restored(home: StationHome) -> Restored | None:
    """None: nothing was brought back. One that cannot be read waits for a person, too."""
    try:
        return Restored(**json.loads(restored_file(home).read_bytes()))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError):
        return Restored()


def write_restored(home: StationHome, restored: Restored) -> None:
    write_atomic(restored_file(home), json.dumps(asdict(restored), ensure_ascii=False, indent=1).encode("utf-8"))


def confirm(home: StationHome, by: str, at: str) -> None:
    """A person says: this computer is the station, no other one plays. Raises Refused("restored.none")."""
    restored = read_restored(home)
    if restored is None:
        raise Refused("restored.none", "this station was not brought back from a backup")
    write_restored(home, replace(restored, confirmed_by=by, confirmed_at=at))


def refuse_waiting(home: StationHome) -> None:
    """For the player. Raises Refused("restored.waits")."""
    restored = read_restored(home)
    if restored is not None and restored.waits:
        raise Refused("restored.waits", "this station was brought back from a backup: a person must first confirm that "
                      "the old computer is off", backup=restored.backup)


def forget(home: StationHome) -> None:
    """After the journal line is on disk."""
    with contextlib.suppress(FileNotFoundError):
        restored_file(home).unlink()

"""Messages that can break in at once: emergency/<slug>.json, each sealed, playable with the database broken.

The shelf (schedule.emergency) writes them from approved carts; `air` reads them itself. The order to play one comes
over the socket, from the command line, or as a file dropped into emergency/orders/.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from broadcaster.base.errors import NewerFormat, Refused, Tampered
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.rundown import CutRef, Urgency
from broadcaster.protocol.seal import seal, seal_holds

FORMAT = "dai-xa.emergency"
VERSION = 1
SLUG = re.compile(r"^[a-z0-9][a-z0-9-]{0,39}$")
MOST_KEYS = 9
MOST_REPEATS = 20
LEAST_EVERY = 2
"""Minutes: whoever wants it closer wants repeats."""
MOST_MINUTES = 3 * 24 * 60


@dataclass(frozen=True)
class EmergencyMessage:
    """One message, and how it is played unless the order says otherwise."""

    slug: str
    """Its file name and its name on the command line: lower case ASCII, digits, hyphens."""
    title: str
    cut: CutRef
    approval: Approval
    urgency: Urgency = Urgency.EMERGENCY
    """EMERGENCY may sound in quiet hours once confirmed; PRIORITY never."""
    chime: CutRef | None = None
    """Played before each round."""
    repeats: int = 1
    """Times the message is read in one round."""
    every_minutes: int = 0
    """Minutes from one round to the next; 0: one round."""
    for_minutes: int = 0
    """How long after the order the last round may begin."""
    key: int = 0
    """Place on the window's emergency keys, 1–9; 0: none."""
    voice: str = ""
    """Name of the synthetic voice that reads it; empty for a recording."""

    def file_name(self) -> str:
        return f"{self.slug}.json"


def write_message(home: StationHome, message: EmergencyMessage, key: bytes) -> Path:
    """Seal and put on the shelf, replacing what has the same slug. Raises Refused("emergency.slug")."""
    if not SLUG.match(message.slug):
        raise Refused("emergency.slug", f"{message.slug!r} is not a name for a message", slug=message.slug)
    body: dict[str, Any] = {"format": FORMAT, "version": VERSION, **asdict(message)}
    body["seal"] = seal(body, key)
    home.emergency.mkdir(parents=True, exist_ok=True)
    path = home.emergency / message.file_name()
    write_atomic(path, json.dumps(body, ensure_ascii=False, indent=1).encode("utf-8"))
    return path


def read_message(path: Path, key: bytes) -> EmergencyMessage:
    """Read and check one. Raises Refused("emergency.unreadable"), Tampered("emergency.tampered"), NewerFormat."""
    try:
        body = json.loads(path.read_bytes())
        if not isinstance(body, dict) or body.pop("format", None) != FORMAT:
            raise ValueError("not an emergency message")
        version = body.pop("version", None)
        if version != VERSION:
            raise NewerFormat(path.name, version, VERSION)
        claimed = body.pop("seal", None)
        if not seal_holds({"format": FORMAT, "version": VERSION, **body}, claimed, key):
            raise Tampered("emergency.tampered", f"{path.name} was altered after it was sealed", name=path.name)
        chime = body["chime"]
        message = EmergencyMessage(**{
            **body, "cut": CutRef(**body["cut"]), "approval": Approval(**body["approval"]),
            "urgency": Urgency(body["urgency"]), "chime": CutRef(**chime) if chime else None})
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refused("emergency.unreadable", f"{path.name} cannot be read: {error}", name=path.name) from error
    if path.name != message.file_name():
        raise Refused("emergency.unreadable", f"{path.name} holds the message {message.slug}", name=path.name)
    return message


def refuse_senseless(repeats: int | None, every_minutes: int | None, for_minutes: int | None) -> None:
    """None: not said. Raises Refused("emergency.repeat"): every repetition needs an end that comes by itself."""
    if repeats is not None and not 1 <= repeats <= MOST_REPEATS:
        raise Refused("emergency.repeat", f"{repeats} readings in a row is not between 1 and {MOST_REPEATS}",
                      detail="repeats", value=repeats, most=MOST_REPEATS)
    for name, value in (("every", every_minutes), ("for", for_minutes)):
        if value is not None and not 0 <= value <= MOST_MINUTES:
            raise Refused("emergency.repeat", f"{name}: {value} minutes is not between 0 and {MOST_MINUTES}",
                          detail=name, value=value, most=MOST_MINUTES)
    if every_minutes is not None and 0 < every_minutes < LEAST_EVERY:
        raise Refused("emergency.repeat", f"every: {LEAST_EVERY} minutes at least", detail="every",
                      value=every_minutes, most=MOST_MINUTES)
    if every_minutes and for_minutes is not None and for_minutes < every_minutes:
        raise Refused("emergency.repeat", "what is repeated needs a time in which it ends: for, not less than every",
                      detail="for", value=for_minutes, most=MOST_MINUTES)


def messages_of(home: StationHome, key: bytes) -> list[EmergencyMessage]:
    """All good messages on the shelf, by key and title; bad files are left out."""
    found = []
    for path in sorted(home.emergency.glob("*.json")):
        try:
            found.append(read_message(path, key))
        except (Refused, Tampered, NewerFormat):
            continue
    return sorted(found, key=lambda message: (message.key or 99, message.title))

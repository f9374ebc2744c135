"""Sounds and approvals the station's files hold and its database does not know: an older copy of it was put back.

Nothing is deleted and nothing is guessed: it is written on the trail, told until a person has looked, and a sound can
be taken in again as a draft.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from broadcaster.base.clock import Clock, format_time, parse_time
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome, sha256_of
from broadcaster.base.vietnamese import one_line
from broadcaster.db import schema, trail
from broadcaster.db.engine import Database
from broadcaster.library import store
from broadcaster.library.listing_store import OUT_OF_USE
from broadcaster.library.model import Cart, CartKind, Cut, Older, State, Stray
from broadcaster.protocol.ledger import Ledger

FOUND, SEEN = "database.older", "database.older_seen"
_NAMELESS = "Âm thanh tìm lại ngày {day:%d/%m/%Y}"
_SLACK_SECONDS = 60.0
"""A file is placed a moment before its row is written."""
_CUT, _EDIT, _CART, _AUDIT = schema.cut.c, schema.cut_edit.c, schema.cart.c, schema.audit.c


class StrayService:
    """Sets the database against the newer files beside it."""

    def __init__(self, database: Database, home: StationHome, clock: Clock, ledger: Callable[[], Ledger]) -> None:
        self._database = database
        self._home = home
        self._clock = clock
        self._ledger = ledger

    def found(self) -> list[Stray]:
        """Sound files no item, version or trimmed end belongs to, the newest first."""
        with self._database.read() as connection:
            paths = self._unknown(connection)
        titles = _titles(self._home) if paths else {}
        strays = [_stray(path, titles.get(path.stem, "")) for path in paths if path.exists()]
        return sorted(strays, key=lambda stray: (stray.modified_at, stray.sha256), reverse=True)

    def take_in(self, sha256: str, by: str, title: str = "", kind: CartKind = CartKind.MESSAGE) -> Cart:
        """One of these as a draft, untouched. Raises Refused: stray.unknown, stray.altered, database.*, disk.*."""
        stray = next((stray for stray in self.found() if stray.sha256 == sha256), None)
        if stray is None:
            raise Refused("stray.unknown", f"no unknown sound {sha256[:12]}", sha256=sha256)
        path, at = self._home.audio(sha256), format_time(self._clock.now())
        cut = _measured(path, sha256)
        name = one_line(title) or stray.title or _NAMELESS.format(day=parse_time(stray.modified_at))
        with self._database.write("cart", "cut", "audit") as connection:
            if store.cut(connection, sha256) is None:
                store.add_cut(connection, cut, "", at)
            cart = Cart(new_id(), kind, name, cut, State.DRAFT, "own", author=by, created_at=at, updated_at=at)
            store.add_cart(connection, cart)
            store.add_audit(connection, at, by, "cart.take_in", cart.id, cut=sha256)
        return cart

    def missing(self) -> list[tuple[str, str]]:
        """(hash, title) of items in use whose sound file is not there: older files were put beside the database."""
        query = select(_CART.cut_sha256, _CART.title).where(
            _CART.state.not_in([state.value for state in OUT_OF_USE])).order_by(_CART.title)
        with self._database.read() as connection:
            rows = [(str(row.cut_sha256), str(row.title)) for row in connection.execute(query)]
        return [(sha256, title) for sha256, title in rows if not self._home.audio(sha256).exists()]

    def look(self) -> Older | None:
        """Whether the database is older than the files beside it; noted on the trail once, told until `seen`."""
        with self._database.read() as connection:
            signs = self._signs(connection)
        if signs is not None:
            with self._database.write("audit") as connection:
                trail.add(connection, format_time(self._clock.now()), "", FOUND, "database", signs)
        return self.older()

    def older(self) -> Older | None:
        """What was found and nobody has looked at yet."""
        with self._database.read() as connection:
            note = _last(connection, FOUND)
            seen = _last(connection, SEEN)
        if note is None or (seen is not None and seen.id > note.id):
            return None
        detail = note.detail
        return Older(note.at, detail["until"], tuple(detail["approvals"]), tuple(detail["sounds"]))

    def seen(self, by: str, reason: str = "") -> None:
        """Somebody looked; it is told no longer. What was not taken in stays where it lies."""
        with self._database.write("audit") as connection:
            trail.add(connection, format_time(self._clock.now()), by, SEEN, "database", {"reason": one_line(reason)})

    def _signs(self, connection: Connection) -> dict[str, Any] | None:
        """What gives an older database away, unless it is noted already."""
        ledger = self._ledger()
        known = set(connection.scalars(select(schema.approval.c.id)))
        approvals = sorted(set(ledger.approved) - set(ledger.ended) - known)
        number, digest = ledger.trail
        ahead = [number, digest] if number and trail.hash_of(connection, number) != digest else []
        newest = str(connection.scalar(select(func.max(_CUT.created_at))) or "")
        last = parse_time(newest).timestamp() + _SLACK_SECONDS if newest else 0.0
        paths = [path for path in self._unknown(connection) if path.exists()]
        late = [path.stem for path in paths if path.stat().st_mtime > last]
        notes = [row.detail for row in connection.execute(select(_AUDIT.detail).where(_AUDIT.action == FOUND))]
        told = {name for note in notes for name in (*note["approvals"], *note["sounds"])}
        if told.issuperset([*approvals, *late]) and (not ahead or any(note["ahead"] == ahead for note in notes)):
            return None
        head = connection.scalar(select(_AUDIT.at).order_by(_AUDIT.id.desc()).limit(1))
        return {"until": str(head or ""), "approvals": approvals, "sounds": sorted(path.stem for path in paths),
                "ahead": ahead}

    def _unknown(self, connection: Connection) -> list[Path]:
        known = set(connection.scalars(select(_CUT.sha256))) | set(connection.scalars(select(_EDIT.ends_sha256)))
        return [path for path in (self._home.root / "audio").glob("[0-9a-f][0-9a-f]/*.flac") if path.stem not in known]


def _last(connection: Connection, action: str) -> Any:
    return connection.execute(select(schema.audit).where(_AUDIT.action == action)
                              .order_by(_AUDIT.id.desc()).limit(1)).first()


def _stray(path: Path, title: str) -> Stray:
    state = path.stat()
    return Stray(path.stem, title, state.st_size, format_time(datetime.fromtimestamp(state.st_mtime, UTC)))


def _measured(path: Path, sha256: str) -> Cut:
    """As an import would have written it down; the file is not touched."""
    import soundfile

    from broadcaster.library.loudness import measure
    from broadcaster.library.trim import Picture

    try:
        if sha256_of(path) != sha256:
            raise _altered(sha256)
        info = soundfile.info(str(path))
        if (info.samplerate, info.channels, info.format) != (RATE, 1, "FLAC") or not info.frames:
            raise _altered(sha256)
        picture = Picture(info.frames)
        for block in soundfile.blocks(str(path), 4 * RATE, dtype="float32"):
            picture.add(block)
        level = measure(soundfile.blocks(str(path), 4 * RATE, dtype="float32"))
    except (OSError, soundfile.SoundFileError) as error:
        raise _altered(sha256) from error
    return Cut(sha256, info.frames, level.lufs, level.true_peak_db, "import", "", picture.bytes())


def _altered(sha256: str) -> Refused:
    return Refused("stray.altered", f"the file {sha256[:12]} is damaged: it is not the sound its name says",
                   sha256=sha256)


def _titles(home: StationHome) -> dict[str, str]:
    """Hash to title, as the published plans name their sounds; the newest plan's word counts."""
    found: dict[str, str] = {}
    for path in sorted(home.rundowns.glob("*.json")):
        try:
            found |= dict(_named(json.loads(path.read_bytes()))) if path.is_file() else {}
        except (OSError, ValueError, RecursionError):
            continue
    return found


def _named(part: Any) -> Iterator[tuple[str, str]]:
    if isinstance(part, dict):
        cut = part.get("cut")
        if isinstance(cut, dict) and isinstance(part.get("title"), str):
            yield str(cut.get("sha256", "")), one_line(part["title"])
        part = list(part.values())
    if isinstance(part, list):
        for item in part:
            yield from _named(item)

"""What people say to each other about an item before it airs: named, dated, kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from broadcaster.accounts.model import Person
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.vietnamese import nfc, one_line
from broadcaster.bulletins import comment_store, store
from broadcaster.db import trail
from broadcaster.db.engine import Database
from broadcaster.library import store as library_store

LONGEST = 2000


@dataclass(frozen=True)
class Comment:
    """One remark."""

    id: str
    subject: str
    """"bulletin:<id>", "cart:<id>" or "sheet:<monday>"."""
    at: str
    by: str
    text: str


class CommentService:
    """Add, list, take back one's own. A remark about an item made from a bulletin belongs to the bulletin."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, subject: str, text: str, by: Person | str) -> Comment:
        """Say something. Raises Refused: comment.empty, comment.long, comment.subject."""
        words = _words(text)
        with self._database.write("comment", "audit") as connection:
            found = _subject(connection, subject)
            comment = Comment(new_id(), found, self._now(), _name(by), words)
            comment_store.add(connection, vars(comment))
            trail.add(connection, comment.at, comment.by, "comment.add", found,
                      {"comment": comment.id, "text": comment.text})
        return comment

    def list(self, subject: str) -> list[Comment]:
        """What was said and not taken back, in the order it was said; nothing about what is unknown."""
        with self._database.read() as connection:
            try:
                found = _subject(connection, subject)
            except Refused:
                return []
            return [Comment(row.id, row.subject, row.at, row.by, row.text)
                    for row in comment_store.of_subject(connection, found)]

    def remove(self, comment_id: str, by: Person | str) -> None:
        """Take back one's own; the trail keeps it. Raises Refused: comment.unknown, comment.not_yours."""
        with self._database.write("comment", "audit") as connection:
            row = comment_store.get(connection, comment_id)
            if row is None or row.removed_at:
                raise Refused("comment.unknown", "this remark is not there any more", comment=comment_id)
            if row.by.casefold() != _name(by).casefold():
                raise Refused("comment.not_yours", f"only {row.by} can take this remark back", name=row.by)
            comment_store.remove(connection, comment_id, self._now())
            trail.add(connection, self._now(), _name(by), "comment.remove", row.subject,
                      {"comment": row.id, "text": row.text})

    def counts(self) -> dict[str, int]:
        """How many remarks stand at each subject that has any."""
        with self._database.read() as connection:
            return comment_store.counts(connection)

    def _now(self) -> str:
        return format_time(self._clock.now())


def _words(text: str) -> str:
    lines = (" ".join(line.split()) for line in nfc(text).replace("\0", "").splitlines())
    words = "\n".join(lines).strip()
    if not words:
        raise Refused("comment.empty", "a remark needs words")
    if len(words) > LONGEST:
        raise Refused("comment.long", f"a remark has at most {LONGEST} characters", length=len(words), limit=LONGEST)
    return words


def _name(by: Person | str) -> str:
    return by.name if isinstance(by, Person) else one_line(by, 100)


def _subject(connection: Connection, name: str) -> str:
    kind, _, key = name.partition(":")
    if kind == "bulletin" and store.get(connection, key) is not None:
        return name
    if kind == "cart" and (carts := library_store.carts(connection, [key])):
        return f"bulletin:{carts[0].bulletin_id}" if carts[0].bulletin_id else name
    if kind == "sheet" and _is_day(key):
        return name
    raise Refused("comment.subject", f"there is nothing called {name!r}", subject=name)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False

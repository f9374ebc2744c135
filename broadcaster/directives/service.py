"""Letters in: read, parse, register, correct, propose."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from broadcaster.base.clock import Clock
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome, sha256_of, write_atomic
from broadcaster.base.vietnamese import nfc, one_line
from broadcaster.db import search
from broadcaster.db.engine import Database
from broadcaster.directives import citations, readers, register, reminders, store
from broadcaster.directives.corrections import checked
from broadcaster.directives.model import (
    FIELD_NAMES,
    AiringProposal,
    Citation,
    Directive,
    DirectiveRow,
    Field,
    ParsedLetter,
    Point,
    Registered,
)
from broadcaster.directives.readers.child import Cancelled, Progress
from broadcaster.directives.reminders import Reminders
from broadcaster.directives.work import Work

_UNSURE = 0.6
Rows = list[DirectiveRow]
Links = list[Citation]


class DirectiveService:
    """The register of directive letters."""

    def __init__(self, database: Database, home: StationHome, clock: Clock) -> None:
        self._database = database
        self._home = home
        self._clock = clock
        self.reminders = Reminders(database, clock)
        self.work = Work(database, clock)

    def parse(self, path: Path, progress: Progress | None = None, cancelled: Cancelled | None = None) -> ParsedLetter:
        """Read a letter without storing anything. Raises Refused with a letter.* code."""
        from broadcaster.directives.certainty import read_and_parse

        return read_and_parse(path, progress, cancelled)

    def add(self, path: Path, by: str = "", progress: Progress | None = None,
            cancelled: Cancelled | None = None) -> Registered:
        """Register a letter's file; one that is in the register already is returned as it stands there.

        `progress(done, total)` counts pages; once `cancelled()` is true nothing is stored: letter.cancelled.
        """
        suffix = readers.suffix_of(path)
        sha256 = sha256_of(path) if path.stat().st_size <= readers.MAX_FILE_BYTES else ""
        if known := self._known(sha256=sha256):
            return known
        letter = self.parse(path, progress, cancelled)
        return self._register(letter, path.read_bytes(), sha256, suffix, path.name, by)

    def add_text(self, text: str, name: str, by: str = "") -> Registered:
        """Register a letter that came as text (pasted, or from a mail). Raises Refused: letter.empty, too_large."""
        size = len(text.encode("utf-8", errors="replace"))
        if size > readers.MAX_TEXT_BYTES:
            raise Refused("letter.too_large", f"{name} has {size} bytes", name=name, size=size,
                          limit=readers.MAX_TEXT_BYTES)
        text = readers.pasted(text)
        data = text.encode("utf-8", errors="replace")
        if not any(character.isalpha() for character in text):
            raise Refused("letter.empty", f"{name} holds no words", name=name)
        sha256 = hashlib.sha256(data).hexdigest()
        if known := self._known(sha256=sha256):
            return known
        # The rules of the form are loaded with the first letter, not at the window's start.
        from broadcaster.directives.parse import parse_letter

        return self._register(parse_letter(data.decode("utf-8")), data, sha256, ".txt", name, by)

    def list(self, words: str = "", *, states: Collection[str] = (), overdue: bool = False,
             due_within: int | None = None) -> Rows:
        """The register, newest first; `words` are looked for without accents in number, subject, text and names of
        the files that came along.

        `states`: only these; `overdue`: only with a report whose day is over; `due_within`: only with a report due
        in so many days, or overdue.
        """
        today = self._clock.now().date()
        with self._database.read() as connection:
            wanted = search.match_expression(words)
            found = register.rows(connection, today,
                                  search.refs_matching(connection, store.KIND, words) if wanted else None)
        last = today + timedelta(days=due_within) if due_within is not None else None
        return [row for row in found
                if (not states or row.state in states) and (row.overdue or not overdue)
                and (last is None or _due_by(row, last))]

    def row(self, directive_id: str) -> DirectiveRow:
        """One line of the register. Raises Refused("directive.unknown")."""
        with self._database.read() as connection:
            found = register.rows(connection, self._clock.now().date(), [directive_id])
        if not found:
            raise _unknown(directive_id)
        return found[0]

    def citations(self, directive_id: str) -> Links:
        """Letters this one names, and letters that name it. Raises Refused("directive.unknown")."""
        self.get(directive_id)
        with self._database.read() as connection:
            return citations.links(connection, directive_id)

    def get(self, directive_id: str) -> Directive:
        """A registered letter. Raises Refused: directive.unknown."""
        with self._database.read() as connection:
            found = store.get(connection, directive_id)
        if found is None:
            raise _unknown(directive_id)
        return found

    def find(self, ref: str) -> Directive:
        """By id, the beginning or end of an id, or number. Raises Refused: directive.unknown, directive.ambiguous."""
        wanted = nfc(ref).strip()
        with self._database.read() as connection:
            ids = store.ids_for(connection, wanted) if wanted else []
            if len(ids) > 1:
                raise Refused("directive.ambiguous", f"{ref!r} fits more than one letter: give its id", ref=ref)
            found = store.get(connection, ids[0]) if ids else None
        if found is None:
            raise _unknown(ref)
        return found

    def correct(self, directive_id: str, field: str, value: Any, by: str) -> Directive:
        """Put the operator's value in place of what was read. Raises Refused: directive.field, directive.value."""
        accepted = checked(field, value)
        return self._replace(directive_id, field, by, "directive.correct",
                             lambda before: Field(accepted, before.span, 1.0, "operator"))

    def confirm(self, directive_id: str, field: str, by: str) -> Directive:
        """A person has looked: what was read is right. Raises Refused: directive.unknown, directive.field."""
        return self._replace(directive_id, field, by, "directive.confirm",
                             lambda before: Field(before.value, before.span, 1.0, "operator"))

    def put_back(self, directive_id: str, field: str, before: Field, by: str) -> Directive:
        """Undo a correction or a confirmation: the field exactly as it was. Raises Refused: directive.unknown."""
        return self._replace(directive_id, field, by, "directive.undo", lambda _: before)

    def airing_proposal(self, directive_id: str, default_times: int = 2) -> AiringProposal | None:
        """What the letter asks of the loudspeakers, for a person to confirm; None when it asks nothing.

        `default_times`: airings a day by the station's rule profile, for a letter that names no figure.
        """
        letter = self.get(directive_id)
        from broadcaster.directives.airing_rules import propose

        return propose(letter, letter.received_at.date(), default_times)

    def original(self, directive_id: str) -> Path:
        """The letter as it arrived. Raises Refused: directive.original_missing."""
        letter = self.get(directive_id)
        path = self._home.original(letter.sha256, letter.suffix)
        if not path.is_file():
            raise Refused("directive.original_missing", f"the original of {letter.file_name} is gone: {path}",
                          name=letter.file_name, path=str(path))
        return path

    def _replace(self, directive_id: str, field: str, by: str, action: str,
                 changed: Callable[[Field], Field]) -> Directive:
        if field not in FIELD_NAMES:
            raise Refused("directive.field", f"a letter has no field {field!r}", field=field)
        with self._database.write("directive", "directive_reminder", "audit") as connection:
            letter = store.get(connection, directive_id)
            if letter is None:
                raise _unknown(directive_id)
            before = letter.fields.get(field, Field(None))
            after = changed(before)
            store.note(connection, self._clock.now(), by, action, directive_id,
                       field=field, before=before.value, after=after.value)
            saved = store.save_field(connection, letter, field, after)
            self._follow(connection, saved, str(letter.value("report_due") or "") if field == "report_due" else "")
            return saved

    def _follow(self, connection: Connection, letter: Directive, old_due: str = "") -> None:
        """What the fields give cause for: reminders of the report, and whether there is anything to air."""
        from broadcaster.directives.airing_rules import propose

        reminders.keep_up(connection, letter, self._clock.now().date(), old_due)
        asked = propose(letter, letter.received_at.date())
        store.mark_duty(connection, letter.id, asked=asked is not None)

    def _known(self, *, sha256: str) -> Registered | None:
        with self._database.read() as connection:
            known = store.id_of_file(connection, sha256)
            found = store.get(connection, known) if known else None
        return Registered(found, known=True, warnings=("same_file",)) if found else None

    def _register(self, letter: ParsedLetter, data: bytes, sha256: str, suffix: str, name: str, by: str) -> Registered:
        text_sha256 = hashlib.sha256(" ".join(letter.text.split()).encode("utf-8", errors="replace")).hexdigest()
        # The original is written first: a letter in the register always has one. If the register fails, it goes again.
        original = self._home.original(sha256, suffix)
        tables = ("directive", "directive_reminder", "audit")
        with _gone_on_failure() as written, self._database.write(*tables) as connection:
            for reason, known in (
                ("same_file", store.id_of_file(connection, sha256)),
                ("same_text", store.id_of_text(connection, text_sha256)),
                ("same_number", store.id_of_number(connection, *(str(letter.value(field) or "")
                                                                 for field in ("number", "issuer", "issued_date")))),
            ):
                if known and (found := store.get(connection, known)):
                    return Registered(found, known=True, warnings=(reason,))
            if not original.exists():
                write_atomic(original, data)
                written.append(original)
            directive = _directive(letter, sha256, suffix, one_line(name), self._clock.now(), by)
            store.add(connection, directive, text_sha256)
            self._follow(connection, directive)
            store.note(connection, self._clock.now(), by, "directive.add", directive.id, file=directive.file_name)
        return Registered(directive, warnings=_warnings(letter))


@contextmanager
def _gone_on_failure() -> Iterator[list[Path]]:
    """Take away the files named in the list if the block fails; only those, for another program may add letters too."""
    written: list[Path] = []
    try:
        yield written
    except BaseException:
        for path in written:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise


def _directive(letter: ParsedLetter, sha256: str, suffix: str, name: str, now: datetime, by: str) -> Directive:
    # Points get ids of their own: those of the parser repeat from letter to letter.
    points = tuple(Point(new_id(), p.number, p.text, p.kind, p.start, p.end) for p in letter.points)
    return Directive(new_id(), sha256, suffix, name, letter.text, letter.fields, points, now, by,
                     letter.scanned)


def _due_by(row: DirectiveRow, last: date) -> bool:
    day = register.deadline(row.report_due) if row.report_due and row.state != "reported" else None
    return day is not None and day <= last


def _warnings(letter: ParsedLetter) -> tuple[str, ...]:
    unsure = [name for name, field in letter.fields.items() if field.value is not None and field.confidence < _UNSURE]
    return tuple(f"unsure:{name}" for name in unsure)


def _unknown(ref: str) -> Refused:
    return Refused("directive.unknown", f"no letter {ref!r} in the register", ref=ref)

"""The tree of units and the old records of stations that were merged into this one."""

from __future__ import annotations

import hashlib
import io
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from sqlalchemy import Connection

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.csv_text import write_rows
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.paths import shipped, write_atomic
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import one_line
from broadcaster.db import trail
from broadcaster.db.engine import Database
from broadcaster.units import store
from broadcaster.units.model import (
    FORMER,
    OWN,
    SUPERIOR,
    BadRow,
    FormerRecord,
    Level,
    Reading,
    Unit,
    columns_of,
    record_of,
    words,
)
from broadcaster.units.table_file import MOST_ROWS, rows_of

_HEAD_ROWS = 30
"""A heading stands under the name of the station and the title of the book."""
COLUMNS = ("Ngày", "Giờ", "Đơn vị", "Nội dung", "Thể loại", "Thời lượng (giây)", "Người thực hiện", "Người duyệt",
           "Ghi chú", "Tệp")


@dataclass(frozen=True)
class TakenFile:
    """A file of old records that is in the station."""

    unit_id: str
    sha256: str
    name: str
    records: int
    imported_at: str


@cache
def levels() -> tuple[Level, ...]:
    """The tiers there are, from the top."""
    table = tomllib.loads(shipped("resources", "units", "levels.toml").read_text(encoding="utf-8"))
    return tuple(sorted((Level(**item) for item in table["level"]), key=lambda level: level.rank))


class UnitService:
    """Units as data: a level and a parent each, no tier is assumed."""

    def __init__(self, database: Database, settings: Settings, clock: Clock) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock

    def all(self) -> list[Unit]:
        """By name."""
        with self._database.read() as connection:
            return store.units(connection)

    def superior(self) -> str:
        """Whom reports go to: the unit marked so, else the parent of the own, else what station.toml says."""
        units = {item.id: item for item in self.all()}
        marked = next((item.name for item in units.values() if item.role == SUPERIOR), "")
        own = next((item for item in units.values() if item.role == OWN), None)
        above = units.get(own.parent_id) if own else None
        return marked or (above.name if above else "") or self._settings.station.superior

    def save(self, unit: Unit, by: str = "") -> Unit:
        """New (without an id) or changed. Raises Refused: unit.name, unit.level, unit.parent, unit.zone, unit.date."""
        with self._database.write("unit", "audit") as connection:
            old = store.unit(connection, unit.id) if unit.id else None
            item = self._put(connection, unit)
            self._audit(connection, by, "unit.save", item.id, name=item.name, **self._changes(connection, old, item))
        return item

    def remove(self, unit_id: str, by: str = "") -> Unit:
        """Take one out; `save` of what is given back undoes it. Raises Refused: unit.unknown, unit.used."""
        with self._database.write("unit", "audit") as connection:
            item = _known(connection, unit_id)
            below = [other.name for other in store.units(connection) if other.parent_id == unit_id]
            kept = store.record_count(connection, unit_id)
            if below or kept:
                raise Refused("unit.used", f"{item.name} has {len(below)} units below and {kept} records",
                              name=item.name, below=len(below), records=kept)
            store.remove(connection, unit_id)
            self._audit(connection, by, "unit.remove", unit_id, name=item.name)
        return item

    def merge(self, own: Unit, former: Sequence[Unit], day: date, by: str = "") -> list[Unit]:
        """`former` end the day before `day` and stand below `own`, which is ours from then on: all of it or nothing.

        Raises like `save`, and unit.alone when there is nothing to merge.
        """
        if not former:
            raise Refused("unit.alone", "a merger needs at least one former unit")
        until = date.fromordinal(day.toordinal() - 1).isoformat()
        with self._database.write("unit", "audit") as connection:
            ours = self._put(connection, replace(own, role=OWN, since=own.since or day.isoformat()))
            made = [self._put(connection, replace(item, parent_id=ours.id, role=FORMER, until=item.until or until))
                    for item in former]
            self._audit(connection, by, "unit.merge", ours.id, name=ours.name, day=day.isoformat(),
                        former=[item.name for item in made])
        return [ours, *made]

    def put_back(self, before: Sequence[Unit], after: Sequence[Unit], by: str = "") -> None:
        """Undo: the whole tree as `before`, if it still is as `after`. Raises Refused: unit.changed, unit.used."""
        with self._database.write("unit", "audit") as connection:
            if _by_id(store.units(connection)) != _by_id(after):
                raise Refused("unit.changed", "the units were changed again since")
            kept = {item.id for item in before}
            for item in after:
                if item.id not in kept and (records := store.record_count(connection, item.id)):
                    raise Refused("unit.used", f"{item.name} has {records} records", name=item.name, below=0,
                                  records=records)
            # First without parents: in whatever order they come, nobody stands below what is not there.
            for item in after:
                store.put(connection, replace(item, parent_id=""))
            for item in before:
                store.put(connection, replace(item, parent_id=""))
            for item in before:
                store.put(connection, item)
            for item in after:
                if item.id not in kept:
                    store.remove(connection, item.id)
            changed = [item.name for item in before if item not in after]
            self._audit(connection, by, "unit.undo", "", former=changed or [item.name for item in after
                                                                            if item.id not in kept])

    # Old records

    def read(self, path: Path) -> Reading:
        """What a file holds, before anything is stored. Raises Refused: file.*, records.*."""
        head: list[list[object]] = []
        columns: dict[str, int] = {}
        records: list[FormerRecord] = []
        bad: list[BadRow] = []
        last_day, number = "", 0
        for number, cells in enumerate(rows_of(path), start=1):
            if not columns:
                found = columns_of([words(value) for value in cells])
                if {"day", "title"} <= found.keys():
                    columns, head = found, [cells]
                elif number > _HEAD_ROWS:
                    break
                continue
            if not any(words(value) for value in cells):
                continue
            taken = record_of(cells, columns, [words(value) for value in head[0]], number, last_day)
            if isinstance(taken, BadRow):
                bad.append(taken)
            else:
                records.append(taken)
                last_day = taken.day
        if not columns:
            raise Refused("records.no_heading", f"{path.name} has no row with headings for day and content",
                          name=path.name)
        if number > MOST_ROWS:
            raise Refused("records.too_large", f"{path.name} has more than {MOST_ROWS} rows", name=path.name,
                          limit_mb=0)
        return Reading({name: words(head[0][at]) for name, at in columns.items()}, records, bad)

    def take(self, path: Path, unit_id: str, by: str = "") -> Reading:
        """Store a former unit's records; lines that cannot be read are told, the others are in.

        Raises Refused: unit.unknown, records.known, records.none and as `read`.
        """
        reading = self.read(path)
        if not reading.records:
            raise Refused("records.none", f"{path.name} holds no record that can be read", name=path.name)
        name, digest = one_line(path.name, 255), hashlib.sha256(path.read_bytes()).hexdigest()
        with self._database.write("former_record", "audit") as connection:
            unit = _known(connection, unit_id)
            if any(item[:2] == (unit_id, digest) for item in store.files(connection)):
                raise Refused("records.known", f"{name} was taken in before", name=name)
            rows = [replace(item, file_name=name, unit_id=unit_id) for item in reading.records]
            store.add_records(connection, rows, digest, format_time(self._clock.now()), one_line(by))
            self._audit(connection, by, "records.take", unit.id, file=name, sha256=digest, records=len(rows),
                        left_out=len(reading.bad))
        return reading

    def files(self) -> list[TakenFile]:
        """What was taken in, newest last."""
        with self._database.read() as connection:
            return sorted((TakenFile(*row) for row in store.files(connection)), key=lambda item: item.imported_at)

    def put_out(self, file: TakenFile, by: str = "") -> int:
        """Undo `take`: the records of one file leave; the file itself can be taken in again."""
        with self._database.write("former_record", "audit") as connection:
            gone = store.remove_file(connection, file.unit_id, file.sha256)
            self._audit(connection, by, "records.put_out", file.unit_id, file=file.name, sha256=file.sha256,
                        records=gone)
        return gone

    def records(self, unit_id: str = "", found: str = "", first: str = "", last: str = "", limit: int = 1000,
                offset: int = 0) -> list[FormerRecord]:
        """By day; `found`: words in title, kind, author or note, accents or none."""
        with self._database.read() as connection:
            return store.records(connection, unit_id, found, first, last, limit, offset)

    def totals(self, unit_id: str = "", found: str = "", first: str = "", last: str = "") -> tuple[int, int]:
        """(records, seconds) of what `records` would give without a limit."""
        with self._database.read() as connection:
            return store.totals(connection, unit_id, found, first, last)

    def export_records(self, path: Path, unit_id: str = "", found: str = "", first: str = "", last: str = "") -> int:
        """What `records` would give without a limit, as csv with the names of their units; returns how many.

        Raises Refused: disk.full, disk.unwritable.
        """
        names = {item.id: item.name for item in self.all()}
        out = io.StringIO(newline="")
        count = write_rows(out, COLUMNS, (
            (item.day, item.time, names.get(item.unit_id, ""), item.title, item.kind, item.seconds or "", item.author,
             item.approver, item.note, item.file_name)
            for item in self.records(unit_id, found, first, last, limit=-1)))
        write_atomic(path, out.getvalue().encode("utf-8-sig"))
        return count

    def _put(self, connection: Connection, unit: Unit) -> Unit:
        """Checked and stored; whoever had its role alone before has it no more."""
        item = replace(unit, id=unit.id or new_id(), name=one_line(unit.name, 200), note=one_line(unit.note))
        self._check(connection, item)
        if item.role in {OWN, SUPERIOR}:
            store.clear_role(connection, item.role)
        store.put(connection, item)
        return item

    def _changes(self, connection: Connection, old: Unit | None, new: Unit) -> dict[str, object]:
        """What the trail says of it: all of a new unit, only what changed of another."""
        names = {item.id: item.name for item in store.units(connection)}
        tiers = {level.key: level.words for level in levels()}

        def told(item: Unit) -> dict[str, str]:
            return {"level": tiers.get(item.level, item.level), "parent": names.get(item.parent_id, ""),
                    "code": item.code, "zone": item.zone, "role": item.role, "since": item.since,
                    "until": item.until, "note": item.note}

        now = told(new)
        if old is None:
            return {name: value for name, value in now.items() if value}
        before = told(old)
        changed: dict[str, object] = {name: [before[name], value] for name, value in now.items()
                                      if before[name] != value}
        return changed | ({"title_before": old.name} if old.name != new.name else {})

    def _check(self, connection: Connection, item: Unit) -> None:
        if not item.name:
            raise Refused("unit.name", "a unit needs a name")
        if item.level not in {level.key for level in levels()}:
            raise Refused("unit.level", f"no level {item.level!r}", value=item.level)
        known = {other.id: other for other in store.units(connection)}
        above, seen = item.parent_id, {item.id}
        while above:
            if above not in known or above in seen:
                raise Refused("unit.parent", f"{item.name} cannot stand below that unit", name=item.name)
            seen.add(above)
            above = known[above].parent_id
        if item.zone and item.zone not in {zone.name for zone in self._settings.zones}:
            raise Refused("unit.zone", f"the station has no zone {item.zone!r}", value=item.zone)
        for value in filter(None, (item.since, item.until)):
            try:
                date.fromisoformat(value)
            except ValueError as error:
                raise Refused("unit.date", f"{value!r} is not a date YYYY-MM-DD", value=value) from error

    def _audit(self, connection: Connection, by: str, action: str, unit_id: str, **detail: object) -> None:
        trail.add(connection, format_time(self._clock.now()), one_line(by), action, f"unit:{unit_id}", detail)


def _by_id(units: Sequence[Unit]) -> list[Unit]:
    return sorted(units, key=lambda item: item.id)


def _known(connection: Connection, unit_id: str) -> Unit:
    item = store.unit(connection, unit_id)
    if item is None:
        raise Refused("unit.unknown", f"no unit {unit_id!r}", id=unit_id)
    return item

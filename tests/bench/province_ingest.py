"""Nights of the province through the office's own merging, beside a bare COPY of the very same rows in the same run."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import numpy as np
import province_rows as rows
from province_day import CONTENT, MISSED, UNSCHEDULED, Day, day_rows
from province_fill import insert
from province_world import AREAS, World, area_name, letter_number, letter_subject, station_id, station_name

from broadcaster.aggregation.model import UP, Manifest, Resting, Sender
from broadcaster.aggregation.office.merge import Kept, Merger
from broadcaster.aggregation.office.model import DayStatement, Letter, PackageState, Statement
from broadcaster.asrun.model import Airing
from broadcaster.base.clock import at, format_time
from broadcaster.db.office import OfficeDatabase
from broadcaster.db.office_schema import FIGURES
from broadcaster.protocol.verifier import GENESIS

BATCH = 500
"""Packages in one unit of work: about 20,000 log rows."""
_ISSUER = "Sở VHTTDL Mẫu"


@dataclass
class Spent:
    """Seconds and rows of a run."""

    rows: int = 0
    packages: int = 0
    merge: float = 0.0
    bare: float = 0.0
    """COPY of the same rows into a table without key or index."""
    keyed: float = 0.0
    """COPY of the same rows into a table with the same key, cut by month like the office's."""
    nights: list[float] = field(default_factory=list)
    processor: dict[str, float] = field(default_factory=dict)
    """Seconds of processor time, ours and the server's together, for merge, bare and keyed: other work on the machine
    changes the wall clock, not this."""


def trust_all(database: OfficeDatabase, world: World) -> None:
    """Every station is known and its key trusted, as after the first weeks."""
    columns = rows.stations(world)
    count = len(world.stations)
    columns |= {"key": [key_of(place) for place in range(count)], "unit": [0] * count, "number": [0] * count,
                "last_seq": [0] * count, "last_received_at": [""] * count}
    del columns["first_day"], columns["last_day"]
    with database.write() as c:
        insert(c, "station", columns)
        insert(c, "station_key", {
            "key": columns["key"], "station": columns["ref"], "sender_id": columns["id"], "name": columns["name"],
            "commune": columns["commune"], "fingerprint": [""] * count, "state": ["trusted"] * count,
            "first_seen_at": [""] * count, "decided_at": [""] * count, "decided_by": [""] * count})


def ingest(database: OfficeDatabase, world: World, days: range, *, beside: bool = True, each: int = 1) -> Spent:
    """One package a station for `each` days, about 20,000 rows a unit of work. `beside`: time bare COPY as well."""
    spent, sent = Spent(), dict.fromkeys(range(len(world.stations)), 0)
    size = max(BATCH // each, 1)
    if beside:
        _make_bare(database)
    for first in days[::each]:
        span = [index for index in range(first, first + each) if index in days]
        batch = list(packages(world, [day_rows(world, index) for index in span], sent))
        night = format_time(at(world.day(span[-1]) + timedelta(days=1), 3600))
        begun = perf_counter()
        with _counted(database, spent, "merge"):
            for start in range(0, len(batch), size):
                merge(database, batch[start:start + size], night)
        spent.nights.append(perf_counter() - begun)
        spent.merge += spent.nights[-1]
        spent.packages += len(batch)
        spent.rows += sum(kept.statement.airings for kept in batch)
        if beside:
            _time_bare(database, [batch[start:start + size] for start in range(0, len(batch), size)], spent)
    return spent


def merge(database: OfficeDatabase, batch: list[Kept], night: str) -> None:
    """As the office takes in what it has verified. Ends the run if anything is not merged."""
    with database.write("airing") as c:
        merger = Merger(c, night, _NoProofs())
        results = merger.merge(batch)
        merger.finish()
    if any(result.state is not PackageState.RECEIVED for result in results):
        raise SystemExit(f"not merged: {next(r for r in results if r.state is not PackageState.RECEIVED)}")


def packages(world: World, days: Sequence[Day], sent: dict[int, int]) -> Iterator[Kept]:
    """What verifying yields, one statement a station; neither signature nor journal is behind them.

    `sent`: station -> number of its last package; counted on.
    """
    stated: dict[int, list[tuple[Day, DayStatement]]] = {}
    for day in days:
        for who, each in _statements(world, day):
            stated.setdefault(who, []).append((day, each))
    for who, found in sorted(stated.items()):
        sent[who] += 1
        yield _kept(world, [day for day, _ in found], who, [each for _, each in found], sent[who])


def _statements(world: World, day: Day) -> Iterator[tuple[int, DayStatement]]:
    columns = rows.airing(world, day)
    iso = world.day(day.index).isoformat()
    made = list(zip(_joined(columns, "id", "category"), [_key(letter) if letter >= 0 else None
                                                         for letter in day.letter.tolist()],
                    _joined(columns, "item", "is_corrected"), strict=True))
    counted = rows.figures(world, day)
    figures = list(zip(*(counted[name].tolist() for name in FIGURES), strict=True))
    ends = np.flatnonzero(np.r_[day.station[1:] != day.station[:-1], True]) + 1
    begin = 0
    for place, end in enumerate(ends.tolist()):
        yield int(day.station[begin]), DayStatement(
            iso, made[begin:end], figures[place], _reasons(day, begin, end), _aired(day, begin, end))
        begin = end


def _kept(world: World, days: list[Day], who: int, stated: list[DayStatement], number: int) -> Kept:
    last = stated[-1].day
    sender = Sender(station_id(who), station_name(who), station_name(who), "Tỉnh Mẫu", _ISSUER,
                    ("Tỉnh Mẫu", area_name(int(world.stations.area[who]) % AREAS)))
    before, here = _hash(who, number - 1), _hash(who, number)
    manifest = Manifest(
        kind=UP, sender=sender, key=key_of(who), number=number, previous=before if number > 1 else GENESIS,
        made_at=f"{last}T23:30:00+07:00", days=tuple(each.day for each in stated),
        first_seq=1 + (number - 1) * 40_000, last_seq=number * 40_000,
        prev_head=before if number > 1 else GENESIS, head=here, entries=())
    letters = {_key(ref): letter_of(world, ref) for day in days for ref in running(world, day.index, who)}
    seals = tuple((each.day, manifest.first_seq, manifest.last_seq, here, here) for each in stated)
    return Kept(Statement(manifest, here, 60_000, tuple(stated), letters, seals, (), ()),
                f"{station_id(who)}/{number:06d}.dxgoi", f"{number:06d}.dxgoi")


def _joined(columns: rows.Columns, first: str, last: str) -> list[str]:
    names = list(columns)
    inside = names[names.index(first):names.index(last) + 1]
    return rows.as_copy({name: columns[name] for name in inside}).decode().splitlines()


def key_of(who: int) -> str:
    return f"{who + 1:064x}"


def _hash(who: int, number: int) -> str:
    return f"{who + 1:032x}{number:032x}"


def _key(letter: int) -> tuple[str, str]:
    return letter_number(letter), "so vhttdl mau"


def letter_of(world: World, letter: int) -> Letter:
    first, last = int(world.letters.first[letter]), min(int(world.letters.last[letter]), world.days - 1)
    a_day = int(world.letters.per_day[letter])
    asked = {world.day(index).isoformat(): a_day for index in range(first, last + 1)}
    return Letter(*_key(letter), letter_number(letter), _ISSUER, letter_subject(letter),
                  world.day(first).isoformat(), a_day * len(asked), min(asked), max(asked), asked)


def running(world: World, index: int, who: int) -> list[int]:
    letters = world.letters
    asked = (letters.first <= index) & (index <= letters.last) & letters.areas[:, world.stations.area[who]]
    return [int(letter) for letter in np.flatnonzero(asked)]


def _reasons(day: Day, begin: int, end: int) -> dict[str, int]:
    found: dict[str, int] = {}
    named = np.flatnonzero((day.reason[begin:end] != 0) & CONTENT[day.kind[begin:end]])
    for place in named.tolist():
        word = rows.REASONS[day.reason[begin + place]]
        found[word] = found.get(word, 0) + 1
    return found


def _aired(day: Day, begin: int, end: int) -> dict[tuple[str, str], tuple[int, int, int]]:
    found: dict[tuple[str, str], tuple[int, int, int]] = {}
    for place in (np.flatnonzero(day.letter[begin:end] >= 0) + begin).tolist():
        if day.outcome[place] in (MISSED, UNSCHEDULED):
            continue
        aired, heard, seconds = found.get(_key(int(day.letter[place])), (0, 0, 0))
        found[_key(int(day.letter[place]))] = (aired + 1, heard + int(day.verification[place] == 1),
                                               seconds + int(day.aired[place]))
    return found


class _NoProofs:
    """Nothing here rests on an earlier package."""

    def hash_at(self, file: str, seq: int) -> str:
        return ""

    def restored_from(self, file: str) -> str:
        return ""

    def bears_out(self, file: str, resting: Resting, airing: Airing) -> bool:
        return False


@contextmanager
def _counted(database: OfficeDatabase, spent: Spent, name: str) -> Iterator[None]:
    """The pool keeps one connection open: its backend is the one that works for us."""
    begun, server = process_time(), _server_time(database)
    yield
    passed = process_time() - begun + _server_time(database) - server
    spent.processor[name] = spent.processor.get(name, 0.0) + passed


def _server_time(database: OfficeDatabase) -> float:
    """Linux only; 0 elsewhere and for SQLite, whose time is ours."""
    if not database.is_server:
        return 0.0
    with database.read() as c:
        raw: Any = c.connection.driver_connection
        stat = Path(f"/proc/{raw.info.backend_pid}/stat")
    if not stat.exists():
        return 0.0
    fields = stat.read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _make_bare(database: OfficeDatabase) -> None:
    with database.write() as c:
        c.exec_driver_sql("CREATE TABLE bare (LIKE airing)")
        c.exec_driver_sql("CREATE TABLE keyed (LIKE airing INCLUDING INDEXES) PARTITION BY RANGE (day)")


def _time_bare(database: OfficeDatabase, batches: list[list[Kept]], spent: Spent) -> None:
    """The same rows as ready bytes, in pieces of the same size, each committed."""
    pieces = [_lines(batch) for batch in batches]
    months = {each.day[:7] for batch in batches for kept in batch for each in kept.statement.days}
    with database.write() as c:
        for month in sorted(months):
            year, number = int(month[:4]), int(month[5:])
            c.exec_driver_sql(
                f"CREATE TABLE IF NOT EXISTS keyed_{month.replace('-', '_')} PARTITION OF keyed FOR VALUES FROM "
                f"('{month}-01') TO ('{year + number // 12:04d}-{number % 12 + 1:02d}-01')")
        c.exec_driver_sql("TRUNCATE bare")
    with _counted(database, spent, "bare"):
        spent.bare += sum(_copy(database, "bare", piece) for piece in pieces)
    with _counted(database, spent, "keyed"):
        spent.keyed += sum(_copy(database, "keyed", piece) for piece in pieces)


def _lines(batch: list[Kept]) -> bytes:
    found: list[str] = []
    for kept in batch:
        who = int(kept.statement.manifest.key, 16)
        for stated in kept.statement.days:
            found += [f"{who}\t{stated.day}\t{position}\t1\t{before}\t{1 if key else 0}\t{after}\n"
                      for position, (before, key, after) in enumerate(stated.airings)]
    return "".join(found).encode()


def _copy(database: OfficeDatabase, table: str, data: bytes) -> float:
    begun = perf_counter()
    with database.write() as c:
        raw: Any = c.connection.driver_connection
        with raw.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
            copy.write(data)
    return perf_counter() - begun


def now_after(world: World) -> datetime:
    """The morning after the last generated day."""
    return at(world.day(world.days), 8 * 3600)

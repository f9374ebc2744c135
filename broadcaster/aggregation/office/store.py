"""SQL of the office: stations, keys, packages, decisions; SQLite and PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Date,
    Row,
    Select,
    String,
    Table,
    any_,
    cast,
    func,
    literal,
    select,
    type_coerce,
    update,
)

from broadcaster.aggregation.office.model import OPEN, Key, KeyState, PackageLine, PackageState, Station
from broadcaster.asrun.identity import fingerprint
from broadcaster.db.office_schema import decision, package, station, station_key, unit

_PIECE = 500
"""Most values in one IN (…)."""


def pieces(values: Collection[Any]) -> Iterable[list[Any]]:
    """In portions one statement can name."""
    listed = list(values)
    return (listed[start:start + _PIECE] for start in range(0, len(listed), _PIECE))


def among(c: Connection, column: ColumnElement[Any], values: Collection[Any]) -> ColumnElement[bool]:
    """`column IN (values)`; one array on PostgreSQL, where reading 500 marks takes longer than the answer."""
    if c.dialect.name == "postgresql":
        return column == any_(literal(list(values), ARRAY(column.type)))
    return column.in_(list(values))


def day_text(day: ColumnElement[Any]) -> ColumnElement[str]:
    """An ISO day made text by the database: where there are tens of thousands, making days of them takes longest."""
    return cast(type_coerce(day, Date), String)


def next_ref(c: Connection, table: Table) -> int:
    """The office numbers its rows itself: there is one writer, and many rows are numbered before they are written."""
    return int(c.scalar(select(func.coalesce(func.max(table.c.ref), 0))) or 0) + 1


def stations(c: Connection, refs: Collection[int] | None = None) -> list[Station]:
    """By name; `refs`: only these."""
    found: list[Station] = []
    for part in [None] if refs is None else pieces(refs):
        statement = select(station) if part is None else select(station).where(among(c, station.c.ref, part))
        found += [_station(row) for row in c.execute(statement.order_by(station.c.name, station.c.id))]
    return found


def station_called(c: Connection, station_id: str) -> Station | None:
    row = c.execute(select(station).where(station.c.id == station_id)).first()
    return _station(row) if row else None


def add_station(c: Connection, values: Mapping[str, Any]) -> int:
    ref = next_ref(c, station)
    c.execute(station.insert().values(ref=ref, **values))
    return ref


def update_station(c: Connection, ref: int, values: Mapping[str, Any]) -> None:
    c.execute(update(station).where(station.c.ref == ref).values(**values))


def keys(c: Connection, known: Collection[str]) -> dict[str, Key]:
    """The rows of these keys."""
    found: dict[str, Key] = {}
    for part in pieces(known):
        found |= {row.key: _key(row) for row in c.execute(select(station_key).where(among(c, station_key.c.key, part)))}
    return found


def keys_in(c: Connection, states: Collection[KeyState]) -> list[Key]:
    """With the number of packages kept for each, and whom a changed one is taken for; the oldest first."""
    count = select(package.c.key, func.count().label("packages")).group_by(package.c.key).subquery()
    statement = (
        select(station_key, func.coalesce(count.c.packages, 0).label("packages"), station.c.name.label("known_name"),
               station.c.id.label("known_id"))
        .outerjoin(count, count.c.key == station_key.c.key)
        .outerjoin(station, station.c.id == station_key.c.sender_id)
        .where(station_key.c.state.in_([str(state) for state in states]))
        .order_by(station_key.c.first_seen_at, station_key.c.key))
    return [_key(row, int(row.packages), f"{row.known_id} {row.known_name}".strip() if row.known_id else "")
            for row in c.execute(statement)]


def add_key(c: Connection, key: Key) -> None:
    c.execute(station_key.insert().values(
        key=key.key, station=key.station, sender_id=key.sender_id, name=key.name, commune=key.commune,
        fingerprint=key.fingerprint, state=str(key.state), first_seen_at=key.first_seen_at))


def update_key(c: Connection, key: str, values: Mapping[str, Any]) -> None:
    c.execute(update(station_key).where(station_key.c.key == key).values(**values))


def waiting_of_id(c: Connection, sender_id: str, state: KeyState) -> None:
    """Whoever else waits under this id: it is a station's now."""
    c.execute(update(station_key).where(station_key.c.sender_id == sender_id,
                                        station_key.c.state == str(KeyState.WAITING)).values(state=str(state)))


def packages_known(c: Connection, hashes: Collection[str]) -> dict[str, PackageLine]:
    found: dict[str, PackageLine] = {}
    for part in pieces(hashes):
        rows = c.execute(select(package).where(among(c, package.c.sha256, part)))
        found |= {row.sha256: _package(row) for row in rows}
    return found


def packages_of(c: Connection, station_ref: int) -> list[PackageLine]:
    """The newest first."""
    return _packages(c, select(package).where(package.c.station == station_ref).order_by(
        package.c.branch.desc(), package.c.number.desc(), package.c.ref.desc()))


def package_lines(c: Connection, states: Collection[PackageState] = (), limit: int = 1000) -> list[PackageLine]:
    """Of all stations, the newest first."""
    statement = select(package).order_by(package.c.ref.desc()).limit(limit)
    return _packages(c, statement.where(package.c.state.in_([str(each) for each in states])) if states else statement)


def open_packages(c: Connection, key: str) -> list[PackageLine]:
    """Of one key: kept, not merged; in order of number."""
    return _packages(c, select(package).where(
        package.c.key == key, package.c.state.in_([str(each) for each in OPEN])
    ).order_by(package.c.number, package.c.made_at, package.c.ref))


def package_called(c: Connection, ref: int) -> PackageLine | None:
    row = c.execute(select(package).where(package.c.ref == ref)).first()
    return _package(row) if row else None


def package_of_line(c: Connection, station_ref: int, seq: int, branch: int) -> PackageLine | None:
    """The newest received package that holds a journal line."""
    row = c.execute(select(package).where(
        package.c.station == station_ref, package.c.first_seq <= seq, package.c.last_seq >= seq,
        package.c.branch <= branch, package.c.state.in_([str(PackageState.RECEIVED), str(PackageState.SET_ASIDE)]),
    ).order_by(package.c.branch.desc(), package.c.state, package.c.number.desc()).limit(1)).first()
    return _package(row) if row else None


@dataclass(frozen=True)
class Links:
    """What a package names before it."""

    previous: str
    prev_head: str
    first_seq: int


def links_of(c: Connection, ref: int) -> Links:
    row = c.execute(select(package.c.previous, package.c.prev_head, package.c.first_seq)
                    .where(package.c.ref == ref)).one()
    return Links(row.previous, row.prev_head, int(row.first_seq))


def early_ready(c: Connection) -> list[str]:
    """Keys of stations whose next package came early and can be merged now."""
    return list(c.scalars(select(package.c.key).join(station, station.c.ref == package.c.station).where(
        package.c.state == str(PackageState.EARLY), package.c.number <= station.c.number + 1,
        station.c.state == "active").distinct()))


def waiting_count(c: Connection, key: str = "") -> int:
    """Packages of keys nobody confirmed; of one key, or of all."""
    statement = select(func.count()).select_from(package).where(package.c.state == str(PackageState.WAITING))
    return int(c.scalar(statement.where(package.c.key == key) if key else statement) or 0)


def set_aside(c: Connection, station_ref: int, branch: int, number: int) -> list[int]:
    """Packages of a branch from a number on: received once, another course was chosen. Gives their numbers."""
    meant = ((package.c.station == station_ref) & (package.c.branch == branch) & (package.c.number >= number)
             & (package.c.state == str(PackageState.RECEIVED)))
    found = [int(each) for each in c.scalars(select(package.c.number).where(meant).order_by(package.c.number))]
    c.execute(update(package).where(meant).values(state=str(PackageState.SET_ASIDE)))
    return found


def update_packages(c: Connection, refs: Collection[int], values: Mapping[str, Any]) -> None:
    for part in pieces(refs):
        c.execute(update(package).where(package.c.ref.in_(part)).values(**values))


def add_decision(c: Connection, at: str, by: str, act: str, station_ref: int, detail: Mapping[str, Any]) -> None:
    c.execute(decision.insert().values(ref=next_ref(c, decision), at=at, by=by, act=act, station=station_ref,
                                       detail=dict(detail)))


def decisions(c: Connection) -> list[dict[str, Any]]:
    """The newest first."""
    return [dict(row._mapping) for row in c.execute(select(decision).order_by(decision.c.ref.desc()))]


def units(c: Connection) -> dict[tuple[int, str], tuple[int, str, int]]:
    """(Parent, name) -> ref, path, depth."""
    return {(int(row.parent), str(row.name)): (int(row.ref), str(row.path), int(row.depth))
            for row in c.execute(select(unit))}


def _packages(c: Connection, statement: Select[Any]) -> list[PackageLine]:
    return [_package(row) for row in c.execute(statement)]


def _station(row: Row[Any]) -> Station:
    return Station(
        int(row.ref), row.id, row.name, row.commune, row.province, int(row.unit), row.key,
        fingerprint(row.key) if row.key else "", row.state, int(row.branch), int(row.number), row.manifest, row.head,
        int(row.last_seq), row.first_day or "", row.last_day or "", row.last_received_at, row.trusted_at,
        row.trusted_by)


def _key(row: Row[Any], packages: int = 0, known_as: str = "") -> Key:
    return Key(row.key, int(row.station), row.sender_id, row.name, row.commune, row.fingerprint, KeyState(row.state),
               row.first_seen_at, row.decided_at, row.decided_by, packages, known_as)


def _package(row: Row[Any]) -> PackageLine:
    return PackageLine(
        int(row.ref), row.sha256, int(row.station), row.sender_id, int(row.number), int(row.branch),
        row.first_day or "", row.last_day or "", int(row.airings), PackageState(row.state), row.code, dict(row.facts),
        row.file, int(row.size), row.made_at, row.received_at, row.key, int(row.first_seq), int(row.last_seq))

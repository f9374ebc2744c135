"""From one line of the overview down to what bears it out: journal lines, the seal over them, the names under them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from broadcaster.aggregation.office import store
from broadcaster.aggregation.office.model import PackageLine, Station
from broadcaster.aggregation.office.shelf import Shelf
from broadcaster.aggregation.opened import open_package
from broadcaster.asrun.identity import fingerprint, signature_holds
from broadcaster.asrun.model import Airing, Correction
from broadcaster.base.clock import Clock
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.db.office_schema import airing as airing_table
from broadcaster.db.office_schema import seal, signature
from broadcaster.protocol.verifier import read_seal


@dataclass(frozen=True)
class SealProof:
    """The seal over the lines."""

    day: str
    first_seq: int
    last_seq: int
    sha256: str
    key: str
    holds: bool
    """Its signature fits, and the key is the station's."""
    fingerprint: str = ""


@dataclass(frozen=True)
class Proof:
    """Everything the office holds about one airing; the package was verified anew for it."""

    airing: Airing
    package: PackageLine
    lines: tuple[tuple[str, dict[str, Any]], ...]
    """Journal file and line, from the airing's START to its END; of a run of BEATs the last."""
    seal: SealProof | None
    """None: the station had not sealed that day when it sent this, or sent the seal later and it is not here yet."""
    corrections: tuple[Correction, ...]
    signatures: tuple[dict[str, Any], ...]
    """Names under the day: kind, first_day, last_day, person, role, at."""
    is_set_aside: bool
    """The package belongs to a course of the log that was not chosen."""


def prove(c: Connection, shelf: Shelf, clock: Clock, station: Station, day: str, airing_id: str) -> Proof:
    """Raises Refused("office.no_such_airing", "office.archive_damaged")."""
    table = airing_table.c
    row = c.execute(select(table.package).where(
        table.station == station.ref, table.day == day, table.id == airing_id)).first()
    package = store.package_called(c, int(row.package)) if row else None
    if package is None:
        raise Refused("office.no_such_airing", f"{station.id} stated no airing {airing_id} on {day}",
                      station=station.id, day=day, airing=airing_id)
    airing, corrections = _stated(shelf, clock, package, airing_id)
    return Proof(airing, package, _lines(c, shelf, station, package, airing),
                 _seal(c, shelf, clock, station, airing, package.branch), corrections, _names(c, station, day),
                 package.state == "set_aside")


def _stated(shelf: Shelf, clock: Clock, package: PackageLine, airing_id: str) -> tuple[Airing, tuple[Correction, ...]]:
    try:
        with open_package(shelf.path(package.file), clock.now()) as opened:
            found = next((row for row in opened.airings() if row.id == airing_id), None)
            told = tuple(each for each in opened.corrections() if each.airing_id == airing_id)
    except BroadcasterError as refusal:
        raise _damaged(package.file, refusal.text) from refusal
    if found is None:
        raise _damaged(package.file, f"{airing_id} is not inside")
    return found, told


def _lines(c: Connection, shelf: Shelf, station: Station, package: PackageLine,
           airing: Airing) -> tuple[tuple[str, dict[str, Any]], ...]:
    """The lines may lie in several packages, where one was made while the airing was on."""
    found: list[tuple[str, dict[str, Any]]] = []
    seq = airing.first_seq
    while 0 < seq <= airing.last_seq:
        holder = store.package_of_line(c, station.ref, seq, package.branch)
        if holder is None or not holder.file:
            break
        found += shelf.lines(holder.file, seq, airing.last_seq)
        seq = holder.last_seq + 1
    return tuple(pair for place, pair in enumerate(found)
                 if pair[1].get("kind") != "BEAT" or place + 1 == len(found)
                 or found[place + 1][1].get("kind") != "BEAT")


def _seal(c: Connection, shelf: Shelf, clock: Clock, station: Station, airing: Airing, branch: int) -> SealProof | None:
    row = c.execute(select(seal).where(
        seal.c.station == station.ref, seal.c.branch <= branch, seal.c.first_seq <= airing.first_seq,
        seal.c.last_seq >= airing.first_seq).order_by(seal.c.branch.desc()).limit(1)).first()
    holder = store.package_called(c, int(row.package)) if row else None
    if row is None or holder is None:
        return None
    try:
        with open_package(shelf.path(holder.file), clock.now()) as opened:
            raw = opened.read(f"seals/{row.day}.json")
    except BroadcasterError as refusal:
        raise _damaged(holder.file, refusal.text) from refusal
    found, problem = read_seal(f"{row.day}.json", raw, signature_holds)
    key = found.key if found else ""
    holds = found is not None and not problem and found.sha256 == row.sha256 and key == holder.key
    return SealProof(row.day, int(row.first_seq), int(row.last_seq), row.sha256, key, holds,
                     fingerprint(key) if key else "")


def _names(c: Connection, station: Station, day: str) -> tuple[dict[str, Any], ...]:
    names = (signature.c.kind, signature.c.first_day, signature.c.last_day, signature.c.person, signature.c.role,
             signature.c.at, signature.c.note)
    rows = c.execute(select(*names).where(signature.c.station == station.ref, signature.c.first_day <= day,
                                          signature.c.last_day >= day).order_by(signature.c.at))
    return tuple(dict(row._mapping) for row in rows)


def airings_of(c: Connection, station: Station, day: str) -> list[dict[str, Any]]:
    """The day as it stands in the office's table, by planned start."""
    rows = c.execute(select(airing_table).where(airing_table.c.station == station.ref, airing_table.c.day == day)
                     .order_by(airing_table.c.position))
    return [dict(row._mapping) for row in rows]


def _damaged(file: str, problem: str) -> Refused:
    return Refused("office.archive_damaged", f"the kept package {file} is damaged or missing: {problem}", file=file)



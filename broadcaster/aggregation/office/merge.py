"""Verified packages into the database: one unit of work for a whole batch, whole or not at all after a crash.

Merging is idempotent: a package that is here changes nothing, a day that is stated again is replaced.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from sqlalchemy import Connection

from broadcaster.aggregation.model import Resting
from broadcaster.aggregation.office import day_rows, store
from broadcaster.aggregation.office.bulk import add_mappings, add_missing, update_rows
from broadcaster.aggregation.office.judge import Verdict, judge, judge_key
from broadcaster.aggregation.office.model import (
    OPEN,
    Key,
    KeyState,
    PackageLine,
    PackageState,
    Result,
    Statement,
    Station,
)
from broadcaster.aggregation.office.texts import sentence
from broadcaster.asrun.identity import fingerprint
from broadcaster.asrun.model import Airing
from broadcaster.db.office_schema import correction, package, seal, signature, station, unit

MOST_WAITING_KEYS, MOST_WAITING_EACH = 5_000, 400
"""Whoever likes may send packages of unknown keys; they must not fill the disk."""
UNWANTED = ("merge.key_refused", "merge.key_replaced", "merge.too_many_waiting")
"""Verdicts after which a package is not kept: what nobody wants shall not fill the disk."""

_MERGED = (PackageState.RECEIVED, PackageState.SET_ASIDE)


@dataclass(frozen=True)
class Kept:
    """A verified statement and where its package lies in the archive."""

    statement: Statement
    file: str
    name: str
    """What people call the file."""


class Proofs(Protocol):
    """What merging asks of the packages that were kept; the shelf answers."""

    def hash_at(self, file: str, seq: int) -> str:
        """Hash of a journal line inside; empty where it is not there."""

    def restored_from(self, file: str) -> str:
        """When the backup was made that the station says it was brought back from; empty: it says nothing."""

    def bears_out(self, file: str, resting: Resting, airing: Airing) -> bool:
        """Whether the journal inside holds what an airing rests on."""


class Merger:
    """One batch, inside one unit of work."""

    def __init__(self, c: Connection, now: str, proofs: Proofs, *, settling: bool = False) -> None:
        """`settling`: a person has just chosen a course of the log; what contradicts it now is refused."""
        self._c = c
        self._settling = settling
        self._now = now
        self._proofs = proofs
        self._next_package = store.next_ref(c, package)
        self._keys: dict[str, Key] = {}
        self._stations: dict[int, Station] = {}
        self._known: dict[str, PackageLine] = {}
        self._told: dict[str, Verdict] = {}
        """Of this batch: the same package may lie there twice."""
        self._lines: list[dict[str, Any]] = []
        self._days = day_rows.DayRows(c)
        self._people: dict[str, list[dict[str, Any]]] = {"seal": [], "signature": [], "correction": []}
        self._units: dict[tuple[int, str], tuple[int, str, int]] | None = None

    def merge(self, batch: Sequence[Kept]) -> list[Result]:
        """What became of each, in the order given; call `finish` before the unit of work ends."""
        self._load(batch)
        order = sorted(range(len(batch)), key=lambda place: _order(batch[place]))
        results = {place: self._take(batch[place]) for place in order}
        return [results[place] for place in range(len(batch))]

    def finish(self) -> None:
        """Write what was gathered: many rows of many packages at once."""
        add_mappings(self._c, package, self._lines)
        update_rows(self._c, station, [_station_row(each) for each in self._stations.values()])
        for table in (seal, signature, correction):
            add_missing(self._c, table, self._people[table.name])
        self._days.write()

    def _load(self, batch: Sequence[Kept]) -> None:
        self._known |= store.packages_known(self._c, [each.statement.sha256 for each in batch])
        self._keys |= store.keys(self._c, {each.statement.manifest.key for each in batch})
        refs = {key.station for key in self._keys.values() if key.station}
        self._stations |= {each.ref: each for each in store.stations(self._c, refs)}

    def _take(self, kept: Kept) -> Result:
        statement, known = kept.statement, self._known.get(kept.statement.sha256)
        if statement.sha256 in self._told:
            return self._result(kept, self._told[statement.sha256], is_known=True)
        if known is not None and known.state not in OPEN:
            return self._result(kept, Verdict(known.state, known.code, known.facts), is_known=True)
        key = self._key(statement)
        if key is None:
            return self._result(kept, Verdict(PackageState.REFUSED, "merge.too_many_waiting"))
        verdict = self._judge(kept, key)
        if self._settling and known is not None and known.state is PackageState.FORK and \
                verdict.state in {PackageState.FORK, PackageState.SET_ASIDE}:
            verdict = Verdict(PackageState.REFUSED, "merge.fork_refused", verdict.facts)
        self._told[statement.sha256] = verdict
        ref = self._note(kept, key, verdict, known)
        if verdict.state is PackageState.RECEIVED:
            self._add(statement, self._stations[key.station], ref, known.received_at if known else self._now)
        elif verdict.state is PackageState.FORK:
            self._stations[key.station] = replace(self._stations[key.station], state="fork")
        return self._result(kept, verdict, is_known=known is not None and known.state is verdict.state)

    def _key(self, statement: Statement) -> Key | None:
        """The row of its key, made when it is first seen; None: too many strangers wait already."""
        manifest = statement.manifest
        found = self._keys.get(manifest.key)
        if found is not None:
            if found.state is not KeyState.WAITING or statement.sha256 in self._known or \
                    store.waiting_count(self._c, manifest.key) + self._waiting_here(manifest.key) < MOST_WAITING_EACH:
                return found
            return None
        if store.waiting_count(self._c) + len(self._lines) >= MOST_WAITING_KEYS and \
                len(store.keys_in(self._c, [KeyState.WAITING])) >= MOST_WAITING_KEYS:
            return None
        taken = store.station_called(self._c, manifest.sender.id)
        made = Key(manifest.key, 0, manifest.sender.id, manifest.sender.name, manifest.sender.commune,
                   fingerprint(manifest.key), KeyState.CHANGED if taken else KeyState.WAITING, self._now)
        store.add_key(self._c, made)
        self._keys[made.key] = made
        return made

    def _waiting_here(self, key: str) -> int:
        return sum(line["key"] == key for line in self._lines)

    def _judge(self, kept: Kept, key: Key) -> Verdict:
        manifest = kept.statement.manifest
        by_key = judge_key(key)
        if by_key is not None:
            return by_key
        station = self._stations[key.station]
        facts = {"station": station.id, "number": manifest.number}
        if self._is_covered(kept.statement, station):
            return Verdict(PackageState.SET_ASIDE, "merge.covered", facts)
        verdict = judge(manifest, station, lambda seq: self._proofs.hash_at(kept.file, seq))
        if verdict.state is PackageState.FORK and (restored := self._proofs.restored_from(kept.file)):
            verdict = replace(verdict, facts=verdict.facts | {"restored": restored})
        if verdict.state is PackageState.RECEIVED:
            unproven = self._unproven(kept.statement, station)
            if unproven:
                return Verdict(PackageState.REFUSED, "merge.unproven", facts | {"airing": unproven})
        return verdict

    def _is_covered(self, statement: Statement, station: Station) -> bool:
        """An old package that comes after a later one had brought the whole journal."""
        manifest = statement.manifest
        return station.state == "active" and manifest.number <= station.number \
            and manifest.last_seq <= station.last_seq \
            and not any(each.branch == station.branch and each.number == manifest.number and each.state in _MERGED
                        for each in store.packages_of(self._c, station.ref)) \
            and not any(line["station"] == station.ref and line["number"] == manifest.number for line in self._lines)

    def _unproven(self, statement: Statement, station: Station) -> str:
        """The first airing that rests on lines of earlier packages which do not bear it out; mostly none."""
        for resting, airing in statement.resting:
            before = store.package_of_line(self._c, station.ref, resting.first_seq, station.branch)
            if before is not None and before.file and not self._proofs.bears_out(before.file, resting, airing):
                return resting.airing_id
        return ""

    def _note(self, kept: Kept, key: Key, verdict: Verdict, known: PackageLine | None) -> int:
        """The package's row, new or in the place of the one that waited."""
        statement, manifest = kept.statement, kept.statement.manifest
        branch = self._stations[key.station].branch if key.station else 0
        values = {
            "station": key.station, "branch": branch, "state": str(verdict.state), "code": verdict.code,
            "facts": verdict.facts, "received_at": self._now if known is None else known.received_at}
        if known is not None:
            store.update_packages(self._c, [known.ref], values)
            return known.ref
        self._next_package += 1
        ref = self._next_package - 1
        self._lines.append(values | {
            "ref": ref, "sha256": statement.sha256, "key": manifest.key, "sender_id": manifest.sender.id,
            "number": manifest.number, "previous": manifest.previous, "first_day": _first(manifest.days),
            "last_day": manifest.days[-1] if manifest.days else None, "days": list(manifest.days),
            "first_seq": manifest.first_seq, "last_seq": manifest.last_seq, "prev_head": manifest.prev_head,
            "head": manifest.head, "airings": statement.airings, "size": statement.size, "made_at": manifest.made_at,
            "file": "" if verdict.code in UNWANTED else kept.file})
        return ref

    def _add(self, statement: Statement, station: Station, ref: int, received_at: str) -> None:
        manifest, sender = statement.manifest, statement.manifest.sender
        days = [*manifest.days, *filter(None, (station.first_day, station.last_day))]
        self._stations[station.ref] = replace(
            station, name=sender.name, commune=sender.commune, province=sender.province, unit=self._unit(sender.path),
            number=manifest.number, manifest=statement.sha256, head=manifest.head,
            last_seq=manifest.last_seq or station.last_seq, first_day=min(days, default=""),
            last_day=max(days, default=""), last_received_at=max(received_at, station.last_received_at))
        self._days.add(statement, station.ref, ref, received_at)
        self._people["seal"] += [
            {"station": station.ref, "branch": station.branch, "day": day, "first_seq": first, "last_seq": last,
             "head": head, "sha256": sha256, "package": ref} for day, first, last, head, sha256 in statement.seals]
        for table in (signature, correction):
            names = [column.name for column in table.columns][1:-1]
            rows = statement.signatures if table is signature else statement.corrections
            self._people[table.name] += [
                {"station": station.ref, "package": ref, **dict(zip(names, row, strict=True))} for row in rows]

    def _unit(self, path: Sequence[str]) -> int:
        """The unit right above a station, made with all above it when it is first named."""
        if self._units is None:
            self._units = store.units(self._c)
        parent, above, depth = 0, "/", 0
        for name in path:
            found = self._units.get((parent, name))
            if found is None:
                ref = 1 + max((each[0] for each in self._units.values()), default=0)
                found = (ref, f"{above}{ref}/", depth)
                self._c.execute(unit.insert().values(ref=ref, parent=parent, name=name, depth=depth, path=found[1]))
                self._units[parent, name] = found
            parent, above, depth = found[0], found[1], found[2] + 1
        return parent

    def _result(self, kept: Kept, verdict: Verdict, *, is_known: bool = False) -> Result:
        statement, manifest = kept.statement, kept.statement.manifest
        key = self._keys.get(manifest.key)
        return Result(kept.name, verdict.state, verdict.code, verdict.facts, sentence(verdict.code, verdict.facts),
                      manifest.sender.id, manifest.number, manifest.days, statement.airings, is_known,
                      statement.sha256, key is not None and key.state in {KeyState.TRUSTED, KeyState.WAITING})


def _order(kept: Kept) -> tuple[Any, ...]:
    manifest = kept.statement.manifest
    return manifest.key, manifest.number, manifest.made_at, kept.statement.sha256


def _first(days: Sequence[str]) -> str | None:
    return days[0] if days else None


def _station_row(station: Station) -> dict[str, Any]:
    values = {name: value for name, value in vars(station).items() if name != "fingerprint"}
    return values | {"first_day": station.first_day or None, "last_day": station.last_day or None}

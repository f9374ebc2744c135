"""An office on one kind of database, as the contracts look at it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from broadcaster.aggregation.office.model import Result
from broadcaster.aggregation.office.service import OfficeService
from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db import office_schema as tables
from broadcaster.db.engine import Database

BY = "Cán bộ Sở"


@dataclass
class Office:
    """One office on one kind of database."""

    home: StationHome
    clock: VirtualClock
    settings: Settings
    trail: Database
    service: OfficeService

    @property
    def address(self) -> str:
        return self.settings.office.database

    def take(self, *paths: Path) -> list[str]:
        """States, in the order given; with a dot before the code where there is one."""
        return [said(result) for result in self.service.take(paths)[:len(paths)]]

    def trust(self, station_id: str, as_id: str = "", *, replaces: bool = False) -> list[str]:
        key = next(each for each in self.service.waiting() if each.sender_id == station_id)
        results = self.service.trust(key.fingerprint, key.fingerprint, BY, as_id, replaces=replaces)
        return [said(result) for result in results]

    def again(self) -> None:
        """The program ended and started."""
        self.service.close()
        self.service = OfficeService(self.trail, self.home, self.settings, self.clock, Identity(self.home))

    def content(self) -> dict[str, list[tuple[object, ...]]]:
        """What is said of days and airings, whichever package brought it."""
        with self.service.database.read() as c:
            letters = {row.ref: row.number_key for row in c.execute(select(tables.directive))}
            names = {row.ref: row.id for row in c.execute(select(tables.station))}
            found: dict[str, list[tuple[object, ...]]] = {}
            for table in (tables.airing, tables.day_figures, tables.day_reasons, tables.directive_figures,
                          tables.month_figures, tables.month_facets, tables.duty, tables.signature, tables.correction):
                rows = [dict(row._mapping) for row in c.execute(select(table))]
                found[table.name] = sorted(tuple(_said(name, value, letters, names) for name, value in row.items()
                                                 if name != "package") for row in rows)
            columns = (tables.station.c.id, tables.station.c.number, tables.station.c.head, tables.station.c.last_seq,
                       tables.station.c.first_day, tables.station.c.last_day)
            found["station"] = sorted(tuple(row) for row in c.execute(select(*columns)))
        return found


def _said(name: str, value: object, letters: dict[int, str], names: dict[int, str]) -> object:
    if name == "station":
        return names[value]  # type: ignore[index]
    return letters.get(value, "") if name == "directive" else value  # type: ignore[call-overload]


def said(result: Result) -> str:
    return str(result.state) + (f" {result.code}" if result.code else "") + (" known" if result.is_known else "")

"""The consolidated report of an office: figures gathered once, dressed as a document or as tables, written."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from broadcaster.aggregation.office.figures import (
    FacetLine,
    Matrix,
    OfficeQuery,
    Overview,
    StationLine,
    WeekLine,
)
from broadcaster.aggregation.office.overview import OverviewService
from broadcaster.base.errors import Refused
from broadcaster.base.paths import shipped, write_atomic
from broadcaster.base.settings import Settings, StationSection
from broadcaster.reports.periods import Period

FORMATS = ("docx", "pdf", "xlsx", "csv")
Words = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Consolidated:
    """Everything the writers print."""

    issuer: str
    """In the letterhead, in capitals."""
    name: str
    """The same office in a sentence."""
    place: str
    superior: str
    silent_days: int
    period: Period
    overview: Overview
    """Of all stations asked for, not of a page."""
    matrix: Matrix
    weeks: tuple[WeekLine, ...]
    reasons: dict[str, int]
    facets: dict[str, list[FacetLine]]
    stopped: tuple[StationLine, ...]

    @property
    def made_on(self) -> date:
        return self.overview.as_of

    @property
    def unit_name(self) -> str:
        """Of the unit asked for; empty: all."""
        ref = self.overview.query.unit
        return next((unit.name for unit in self.overview.units if unit.ref == ref), "")

    @property
    def is_unfinished(self) -> bool:
        return self.period.last >= self.made_on

    @property
    def asked_days(self) -> int:
        """Station-days that could have been stated by yesterday."""
        last = min(self.period.last, self.made_on - timedelta(days=1))
        return max((last - self.period.first).days + 1, 0) * self.overview.total.stations


class ConsolidatedReports:
    """One report on all stations, or on those below one unit."""

    def __init__(self, overview: OverviewService, settings: Settings) -> None:
        self._overview = overview
        self._settings = settings

    def compile(self, period: Period, query: OfficeQuery) -> Consolidated:
        """`query` says which stations and letters; its days are the period's. Raises as OverviewService.overview."""
        asked = replace(query, first=period.first, last=period.last, limit=0, offset=0, letter_limit=0,
                        letter_offset=0)
        station = self._settings.station
        return Consolidated(
            _issuer(station), station.name, _place(station.province or station.commune), station.superior,
            self._settings.office.silent_days, period, self._overview.overview(asked), self._overview.matrix(asked),
            self._overview.trend(asked), self._overview.reasons(asked), self._overview.facets(asked),
            self._overview.stopped(asked))

    def write(self, report: Consolidated, fmt: str, path: Path) -> Path:
        """The whole file or nothing. Raises Refused("report.format"), disk.*."""
        if fmt not in FORMATS:
            raise Refused("report.format", f"no such report format: {fmt} (there are {', '.join(FORMATS)})",
                          format=fmt, known=", ".join(FORMATS))
        write_atomic(path, file_bytes(report, fmt))
        return path


def file_bytes(report: Consolidated, fmt: str) -> bytes:
    """The report in one of FORMATS."""
    # Half a second of imports that nobody pays who only looks at the figures.
    from broadcaster.aggregation.office import consolidated_pages as pages
    from broadcaster.aggregation.office import consolidated_tables as tables

    if fmt == "docx":
        from broadcaster.reports.writers.docx import docx_bytes

        return docx_bytes(pages.document(report, words()))
    if fmt == "pdf":
        from broadcaster.reports.writers.pdf import pdf_bytes

        return pdf_bytes(pages.document(report, words()))
    if fmt == "xlsx":
        from broadcaster.reports.writers.xlsx import grids_xlsx

        return grids_xlsx(tables.sheets(report, words()))
    from broadcaster.reports.writers.report_csv import grids_csv

    return grids_csv([grid for _, _, grid in tables.sheets(report, words())])


@cache
def words() -> Words:
    """The sentences, as the program brings them."""
    found: dict[str, Any] = tomllib.loads(
        shipped("resources", "templates", "consolidated.toml").read_text(encoding="utf-8"))
    return found


def _issuer(station: StationSection) -> str:
    """An office that gave its name, and left the sample's commune above it, is not that commune."""
    sample = StationSection()
    is_sample = station.issuer == sample.issuer and station.name != sample.name
    return station.name if is_sample or not station.issuer else station.issuer


def _place(name: str) -> str:
    """"tỉnh Mẫu" -> "Mẫu"."""
    for tier in ("tỉnh ", "thành phố ", "xã ", "phường ", "đặc khu "):
        if name.lower().startswith(tier):
            return name[len(tier):].strip()
    return name

"""Reports for the offices above: compiled from the airing log, written for whoever they go to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol

from broadcaster.asrun.model import CONTENT_KINDS, Airing, AiringQuery, Totals
from broadcaster.asrun.service import AsRunService
from broadcaster.asrun.totals import totals
from broadcaster.base.clock import Clock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import fold
from broadcaster.directives.model import Directive
from broadcaster.library.categories import categories, languages
from broadcaster.reports import log_files, periods, profiles, template
from broadcaster.reports.beside import Beside, number_of
from broadcaster.reports.build import build
from broadcaster.reports.compile import compile_report, counted
from broadcaster.reports.document import Document
from broadcaster.reports.model import Letter, Report, ReportQuery, Sender
from broadcaster.reports.own_files import read_text
from broadcaster.reports.periods import Period
from broadcaster.reports.profiles import LETTER_DEFAULT, PERIOD_DEFAULT, KnownProfile, ReportProfile
from broadcaster.reports.sentences import Sentences
from broadcaster.reports.template import load_words, shipped_words

FORMATS = ("docx", "pdf", "xlsx", "csv")


class Letters(Protocol):
    """All a report needs of the register of directives."""

    def get(self, directive_id: str) -> Directive:
        """Raises Refused("directive.unknown")."""
        ...


class ReportService:
    """One question, one report; the same for window, command line, printer and package."""

    def __init__(self, home: StationHome, settings: Settings, clock: Clock, directives: Letters, asrun: AsRunService,
                 beside: Beside | None = None) -> None:
        """`beside`: hand-outs, campaigns, faults, old books; without it a report knows the airings alone."""
        self._home = home
        self._settings = settings
        self._clock = clock
        self._directives = directives
        self._asrun = asrun
        self._beside = beside

    # Compiling

    def compile(self, query: ReportQuery) -> Report:
        """The figures of what is asked.

        Raises directive.unknown, schedule.campaign_unknown, report.nothing, report.kind, report.zone.
        """
        for kind in query.kinds:
            if kind not in shipped_words()["kinds"]:
                raise Refused("report.kind", f"there is no kind {kind!r} of items", value=kind)
        if query.directive_id:
            return self._of_directive(query)
        if query.campaign_id:
            return self._of_campaign(query)
        if query.period is None:
            raise Refused("report.nothing", "a report needs a period, a letter or a campaign")
        return self._compiled(query, query.period.first, query.period.last)

    def for_directive(self, directive_id: str) -> Report:
        """What became of one letter, from its first airing to its last (or today). Raises directive.unknown."""
        return self.compile(ReportQuery(directive_id=directive_id))

    def for_period(self, first: date, last: date) -> Report:
        """Everything aired from `first` to `last`, both inclusive. Raises Refused("report.period")."""
        return self.compile(ReportQuery(periods.free(first, last)))

    def for_month(self, month: str) -> Report:
        """`month` is YYYY-MM. Raises Refused("report.month")."""
        return self.compile(ReportQuery(periods.month(month, self.month_from())))

    def month_from(self, profile: str = "") -> int:
        """The day reporting months begin on, for this addressee. Raises as `profile` does."""
        own = self.profile(profile).month_from if profile else 0
        return own or self._settings.reports.month_from

    def period(self, text: str, profile: str = "") -> Period:
        """2026-11, 2026-Q4, 2026-H2 or 2026, with this addressee's edges. Raises report.month, quarter, half, year."""
        return periods.named(text, self.month_from(profile))

    # Addressees

    def profiles(self) -> list[KnownProfile]:
        """All addressees that can be chosen; a damaged file says why."""
        return profiles.known_profiles(self._home.root)

    def profile(self, name: str) -> ReportProfile:
        """Raises Refused: report.profile, report.file_*."""
        return profiles.load_profile(self._home.root, name)

    def save_profile(self, text: str, name: str = "") -> ReportProfile:
        """Store a file of the station's own, e.g. another station's. Raises Refused: report.file_*, disk.*."""
        return profiles.save_profile(self._home.root, text, name)

    def import_profile(self, path: Path) -> ReportProfile:
        """The same from a file. Nothing is changed where it is refused."""
        return self.save_profile(read_text(path).text, path.name)

    def remove_profile(self, name: str) -> None:
        """Take an own file away; a shipped one of that id holds again. Raises Refused("report.profile")."""
        profiles.remove_profile(self._home.root, name)

    def profile_text(self, name: str) -> str:
        """The file, to be shared or to begin an own one. Raises Refused: report.profile, report.file_*."""
        return profiles.profile_text(self._home.root, name)

    # Wording

    def wording(self) -> str:
        """The station's own lines of report.toml; empty while there are none."""
        return template.own_text(self._home.root)

    def save_wording(self, text: str) -> None:
        """Store them after checking each; an empty text goes back to the shipped ones. Raises report.file_*, disk.*."""
        template.save_words(self._home.root, text)

    # On paper

    def says(self, report: Report, profile: str = "") -> Sentences:
        """The report's sentences for an addressee. Raises Refused: report.profile, report.file_*, library.words."""
        default = LETTER_DEFAULT if report.letter else PERIOD_DEFAULT
        chosen = self.profile(profile or report.query.profile or default)
        named = {"category": {item.key: item.words for item in categories(self._home)}, "language": languages()}
        return Sentences(report, load_words(self._home.root), chosen, named)

    def document(self, report: Report, profile: str = "") -> Document:
        """The pages, for a writer or a preview. Raises as `says` does."""
        return build(self.says(report, profile))

    def write(self, report: Report, fmt: str, path: Path, profile: str = "") -> Path:
        """Write the whole file or nothing. Raises Refused("report.format"), disk.full, disk.unwritable, as `says`."""
        if fmt not in FORMATS:
            raise Refused("report.format", f"no such report format: {fmt} (there are {', '.join(FORMATS)})",
                          format=fmt, known=", ".join(FORMATS))
        write_atomic(path, self._bytes(report, fmt, profile))
        return path

    def log_of(self, report: Report) -> Iterator[Airing]:
        """Every airing the report rests on, as it counts, in order."""
        if report.log_rows <= len(report.airings):
            return iter(report.airings)
        return counted(self._asrun.stream(_airings_asked(report.query)), report.query)

    def write_log(self, query: AiringQuery, fmt: str, path: Path) -> int:
        """The airing log itself as csv or xlsx, row by row; returns how many. Raises as `write` does."""
        return log_files.write_log(self._asrun, query, fmt, path)

    def _bytes(self, report: Report, fmt: str, profile: str) -> bytes:
        # Half a second of imports that nobody pays who only looks at the figures.
        says = self.says(report, profile)
        if fmt == "docx":
            from broadcaster.reports.writers.docx import docx_bytes

            return docx_bytes(build(says))
        if fmt == "pdf":
            return self._pdf(says)
        if fmt == "xlsx":
            from broadcaster.reports.writers.xlsx import xlsx_bytes

            return xlsx_bytes(says, self.log_of(report))
        from broadcaster.reports.writers.report_csv import csv_bytes

        return csv_bytes(says)

    def pdf(self, report: Report, profile: str = "") -> bytes:
        """The pages as they are printed, with charts where the addressee wants them. Raises as `says` does."""
        return self._pdf(self.says(report, profile))

    def _pdf(self, says: Sentences) -> bytes:
        from broadcaster.reports.writers.pdf import pdf_bytes
        from broadcaster.reports.writers.pdf_charts import chart_story

        return pdf_bytes(build(says), chart_story(says) if says.profile.charts else None)

    def _of_directive(self, query: ReportQuery) -> Report:
        directive = self._directives.get(query.directive_id)
        return self._compiled(replace(query, directive_id=directive.id), letter=_letter(directive))

    def _of_campaign(self, query: ReportQuery) -> Report:
        if self._beside is None:
            raise Refused("report.nothing", "a report needs a period, a letter or a campaign")
        campaign = self._beside.campaign(query.campaign_id)
        return self._compiled(replace(query, campaign_id=campaign.id), campaign.first_day, campaign.last_day,
                              campaign=campaign.title)

    def _compiled(self, query: ReportQuery, first: date | None = None, last: date | None = None,
                  letter: Letter | None = None, campaign: str = "") -> Report:
        today = self._clock.now().date()
        report = compile_report(self._sender(), today, first or today, last or today, letter,
                                self._asrun.stream(_airings_asked(query)), query=query,
                                month_from=self.month_from(query.profile))
        if query.directive_id and report.log_days:
            begins, ends = report.log_days
            report = replace(report, first=begins, last=min(ends, max(today, begins)))
        if query.zone and not report.log_rows and query.zone not in {zone.name for zone in self._settings.zones}:
            raise Refused("report.zone", f"there is no zone {query.zone!r}, now or in the log", value=query.zone)
        report = replace(report, campaign=campaign, earlier=self._earlier(report))
        return self._beside.completed(report) if self._beside else report

    def _earlier(self, report: Report) -> tuple[Period, Totals] | None:
        """What the addressee wants it compared with; nothing for days still running, or where nothing was planned."""
        query = report.query
        if query.period is None or not query.profile or report.unfinished:
            return None
        if (query.period.first - date.min).days < max(query.period.days, 366):  # no calendar goes back that far
            return None
        compare = self.profile(query.profile).compare
        if compare == "none":
            return None
        period = (periods.before if compare == "before" else periods.year_before)(query.period)
        asked = replace(query, period=period)
        sums = totals(self._asrun.stream(_airings_asked(asked)), query.kinds or CONTENT_KINDS)
        return (period, sums) if sums.planned or sums.airings else None

    def _sender(self) -> Sender:
        station = self._settings.station
        superior = self._beside.superior() if self._beside else station.superior
        return Sender(station.name, station.commune, station.province, station.issuer, superior, station.clusters)


def _airings_asked(query: ReportQuery) -> AiringQuery:
    """The part of the log a report is about; a campaign's rows are picked out of it afterwards."""
    first, last = (query.period.first.isoformat(), query.period.last.isoformat()) if query.period else ("", "")
    return AiringQuery(first_day=first, last_day=last, directive_id=query.directive_id, kinds=query.kinds,
                       zone=query.zone)


def _letter(directive: Directive) -> Letter:
    try:
        issued = date.fromisoformat(str(directive.value("issued_date") or ""))
    except ValueError:
        issued = None
    issuer = str(directive.value("issuer") or "")
    return Letter(str(directive.value("doc_type") or ""), number_of(directive), issued, issuer,
                  str(directive.value("subject") or ""), issuer if _wants_it(directive, issuer) else "")


def _wants_it(directive: Directive, issuer: str) -> bool:
    """Whether the letter asks to report to whoever wrote it: "báo cáo về Sở" of a Sở Y tế tỉnh Mẫu."""
    said = fold(str(directive.value("report_addressee") or "")).split()
    return bool(said) and fold(issuer).split()[:len(said)] == said

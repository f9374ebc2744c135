"""What a report says beside the airings: what was asked for, hand-outs, faults, old books."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from broadcaster.asrun.model import Verification
from broadcaster.base.errors import Refused
from broadcaster.bulletins.kit.hand_outs import HandOutService
from broadcaster.db.engine import Database
from broadcaster.directives.model import Directive
from broadcaster.directives.service import DirectiveService
from broadcaster.reports import store
from broadcaster.reports.model import Former, Report, Requirement
from broadcaster.schedule.campaigns.coverage import CoverageService
from broadcaster.schedule.campaigns.coverage_model import Coverage
from broadcaster.schedule.model import Campaign
from broadcaster.schedule.service import ScheduleService
from broadcaster.units.service import UnitService

_FREQUENCY = frozenset({"frequency_from_letter", "frequency_weekly"})
_WINDOW = frozenset({"window_from_letter", "window_counted"})
"""Reasons of an airing proposal: what the letter said itself, and nobody guessed."""


class Beside:
    """Everything but the airings; each part may be asked for alone."""

    def __init__(self, database: Database, directives: DirectiveService, schedule: ScheduleService,
                 coverage: CoverageService, hand_outs: HandOutService, units: UnitService) -> None:
        self._database = database
        self._directives = directives
        self._schedule = schedule
        self._coverage = coverage
        self._hand_outs = hand_outs
        self._units = units

    def superior(self) -> str:
        """Whom reports go to."""
        return self._units.superior()

    def campaign(self, ref: str) -> Campaign:
        """By id or a part of it. Raises Refused("schedule.campaign_unknown")."""
        return self._schedule.campaign(ref)

    def completed(self, report: Report) -> Report:
        """The report with everything beside its airings."""
        query = report.query
        first, last = report.first, report.last
        found = replace(report, requirements=tuple(self._requirements(report)))
        if query.directive_id:
            given = tuple(self._hand_outs.list(query.directive_id))
            days = [item.day for item in given] + ([first, last] if report.log_rows else [])
            found = replace(found, first=min(days, default=first), last=max(days, default=last), hand_outs=given,
                            asked=self._hand_outs.coverage(query.directive_id, report.totals.airings > 0))
        elif query.period and not query.zone and not query.kinds:
            found = replace(found, hand_outs=tuple(self._hand_outs.list(first=first, last=last)),
                            former=tuple(self._former(first, last)))
        with self._database.read() as c:
            return replace(found, faults=tuple(store.faults(c, first, min(last, report.made_on))))

    def _requirements(self, report: Report) -> list[Requirement]:
        """A row for each campaign that asks for something in the time reported on; none for a part of the station."""
        query = report.query
        if query.zone or query.kinds:
            return []
        campaigns = [item for item in self._schedule.campaigns() if _concerns(item, report)]
        covered = self._coverage.of_campaigns(campaigns)
        window = (query.period.first, query.period.last) if query.period else None
        rows = [_requirement(item, covered[item.id], window, report.heard.get(item.id, 0),
                             self._number(item.directive_id)) for item in campaigns]
        rows = [row for row in rows if row.asked or row.aired]
        if query.directive_id and not campaigns:
            return self._by_letter(report)
        if query.directive_id and (more := self._coverage.of_directive(query.directive_id).beside) and rows:
            rows[0] = replace(rows[0], beside=more)
        return rows

    def _by_letter(self, report: Report) -> list[Requirement]:
        """What the letter itself asks, if it says how often and from when to when; nobody made a campaign of it."""
        asked = self._directives.airing_proposal(report.query.directive_id)
        if asked is None or not _FREQUENCY & set(asked.reasons) or not _WINDOW & set(asked.reasons):
            return []
        days = [day for n in range((asked.last_day - asked.first_day).days + 1)
                if str((day := asked.first_day + timedelta(n)).isoweekday()) in asked.weekdays]
        times, sums = asked.times_per_day, report.totals
        to_come = times * sum(day > report.made_on for day in days)
        whole = sums.airings - sums.partial
        letter = report.letter
        return [Requirement(letter.subject if letter else "", letter.number if letter else "", times * len(days), whole,
                            sums.made_up, sums.partial, sums.verification.get(Verification.HEARD, 0),
                            max(0, times * len(days) - to_come - whole), to_come, len(days),
                            min(sums.days, len(days)))]

    def _number(self, directive_id: str) -> str:
        if not directive_id:
            return ""
        try:
            return number_of(self._directives.get(directive_id))
        except Refused:  # a letter taken out of the register since
            return ""

    def _former(self, first: date, last: date) -> list[Former]:
        with self._database.read() as c:
            found = store.former(c, first, last)
        names = {item.id: item.name for item in self._units.all()} if found else {}
        rows = [Former(names.get(unit, ""), *counts) for unit, counts in found.items()]
        return sorted(rows, key=lambda row: row.name)


def number_of(letter: Directive) -> str:
    """Its number; where that was left blank, "…/" and its symbol."""
    symbol = str(letter.value("symbol") or "")
    return str(letter.value("number") or "") or (f"…/{symbol}" if symbol else "")


def _concerns(campaign: Campaign, report: Report) -> bool:
    query = report.query
    if query.directive_id:
        return campaign.directive_id == query.directive_id
    if query.campaign_id:
        return campaign.id == query.campaign_id
    return campaign.first_day <= report.last and campaign.last_day >= report.first


def _requirement(campaign: Campaign, covered: Coverage, window: tuple[date, date] | None, heard: int,
                 number: str) -> Requirement:
    days = [day for day in covered.days if window is None or window[0] <= day.day <= window[1]]

    def total(name: str) -> int:
        return sum(getattr(day, name) for day in days)

    asked = [day for day in days if day.asked]
    aired, due = total("aired"), total("asked") - total("to_come")
    return Requirement(campaign.title, number, total("asked"), aired, total("made_up"), total("partial"), heard,
                       max(0, due - aired), total("to_come"), len(asked), sum(day.aired > 0 for day in asked))

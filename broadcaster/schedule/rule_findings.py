"""What of a station's sessions goes beyond its rule profile, and what somebody let all the same. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from broadcaster.schedule.model import RuleOverride, RuleProfile, SessionTemplate, zones_meet

LONG, MANY, WEEKDAY = "session_long", "sessions_many", "weekday"
RULES = (LONG, MANY, WEEKDAY)
"""What a reason can lift. Quiet hours are no rule of a profile: they know no exception."""


@dataclass(frozen=True)
class Finding:
    """One session that goes beyond one rule, as the planner would have it."""

    rule: str
    session: str
    """Template id."""
    name: str
    asked: int
    """Minutes; sessions on the fullest day; 0 for weekdays."""
    limit: int
    weekdays: str = ""
    """The forbidden days on which it would be held, or those on which it is one too many."""
    override: RuleOverride | None = None
    """Why it may all the same."""

    @property
    def scope(self) -> str:
        """The session an override of this rule is about; the number of sessions is a rule of the whole day."""
        return "" if self.rule == MANY else self.session


def findings_of(templates: Sequence[SessionTemplate], profile: RuleProfile,
                overrides: Sequence[RuleOverride]) -> tuple[Finding, ...]:
    """By rule, then by time of day. What an override lets stays in the list, with the override."""
    ordered = sorted(templates, key=lambda item: (item.starts, item.id))
    found: list[Finding] = []
    for item in ordered:
        if item.minutes > profile.session_minutes:
            found.append(Finding(LONG, item.id, item.name, item.minutes, profile.session_minutes))
    found += _many(ordered, profile)
    for item in ordered:
        if days := "".join(digit for digit in item.weekdays if digit not in profile.weekdays):
            found.append(Finding(WEEKDAY, item.id, item.name, 0, 0, days))
    return tuple(_with_override(finding, overrides) for finding in found)


def _many(ordered: Sequence[SessionTemplate], profile: RuleProfile) -> list[Finding]:
    """Those beyond the number on the fullest day; the later ones of a day are the ones too many."""
    most: dict[str, int] = {}
    days: dict[str, set[str]] = {}
    for digit in sorted(profile.weekdays):
        for day in _season_starts(ordered, int(digit)):
            kept: list[SessionTemplate] = []
            for item in (item for item in ordered if item.held_on(day)):
                beside = sum(zones_meet(item.zones, other.zones) for other in kept)
                if beside >= profile.sessions_a_day:
                    most[item.id] = max(most.get(item.id, 0), _count(item, ordered, day))
                    days.setdefault(item.id, set()).add(digit)
                else:
                    kept.append(item)
    return [Finding(MANY, item.id, item.name, most[item.id], profile.sessions_a_day, "".join(sorted(days[item.id])))
            for item in ordered if item.id in most]


def _count(item: SessionTemplate, ordered: Sequence[SessionTemplate], day: date) -> int:
    return sum(other.held_on(day) and zones_meet(item.zones, other.zones) for other in ordered)


def _season_starts(templates: Sequence[SessionTemplate], weekday: int) -> list[date]:
    """A day of this weekday for every set of seasons there can be: sets only grow where a season begins."""
    starts = {"01-01", *(item.season_from for item in templates if item.season_from)}
    return [_day_of(start, weekday) for start in sorted(starts)]


def _day_of(month_day: str, weekday: int) -> date:
    """That day of the year in a leap year in which it falls on that weekday: there is one within 28 years."""
    years = (date.fromisoformat(f"{year}-{month_day}") for year in range(2028, 2056, 4))
    return next(day for day in years if day.isoweekday() == weekday)


def _with_override(finding: Finding, overrides: Sequence[RuleOverride]) -> Finding:
    fitting = [item for item in overrides if item.rule == finding.rule and item.session in {"", finding.session}
               and (finding.rule == WEEKDAY or item.most >= finding.asked)]
    if not fitting:
        return finding
    return Finding(finding.rule, finding.session, finding.name, finding.asked, finding.limit, finding.weekdays,
                   fitting[-1])



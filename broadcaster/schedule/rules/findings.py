"""What of a station's sessions goes beyond its rule profile, and what somebody let all the same. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

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
    return (*_long(ordered, profile, overrides), *_many(ordered, profile, overrides),
            *_weekdays(ordered, profile, overrides))


def _long(ordered: Sequence[SessionTemplate], profile: RuleProfile,
          overrides: Sequence[RuleOverride]) -> Iterator[Finding]:
    for item in ordered:
        if item.minutes > profile.session_minutes:
            let = _let(overrides, LONG, item.id)
            limit = max(profile.session_minutes, let.most if let else 0)
            yield Finding(LONG, item.id, item.name, item.minutes, limit,
                          override=let if let and let.most >= item.minutes else None)


def _weekdays(ordered: Sequence[SessionTemplate], profile: RuleProfile,
              overrides: Sequence[RuleOverride]) -> Iterator[Finding]:
    for item in ordered:
        if days := "".join(digit for digit in item.weekdays if digit not in profile.weekdays):
            yield Finding(WEEKDAY, item.id, item.name, 0, 0, days, _let(overrides, WEEKDAY, item.id))


def _many(ordered: Sequence[SessionTemplate], profile: RuleProfile,
          overrides: Sequence[RuleOverride]) -> Iterator[Finding]:
    """Those beyond the number on any day; the later ones of a day are the ones too many."""
    let = _let(overrides, MANY, "")
    strict, allowed = profile.sessions_a_day, max(profile.sessions_a_day, let.most if let else 0)
    most: dict[str, int] = {}
    days: dict[str, set[str]] = {}
    still: set[str] = set()
    for day in _kinds_of_day(ordered):
        held = [item for item in ordered if item.held_on(day) and (
            str(day.isoweekday()) in profile.weekdays or _let(overrides, WEEKDAY, item.id))]
        still |= {item.id for item in _beyond(held, allowed)}
        for item in _beyond(held, strict):
            count = sum(zones_meet(item.zones, other.zones) for other in held)
            most[item.id] = max(most.get(item.id, 0), count)
            days.setdefault(item.id, set()).add(str(day.isoweekday()))
    for item in ordered:
        if item.id in most:
            yield Finding(MANY, item.id, item.name, most[item.id], allowed if item.id in still else strict,
                          "".join(sorted(days[item.id])), None if item.id in still else let)


def _beyond(held: Sequence[SessionTemplate], most: int) -> list[SessionTemplate]:
    """Those of one day that are too many, as the planner counts them."""
    kept: list[SessionTemplate] = []
    over: list[SessionTemplate] = []
    for item in held:
        beside = sum(zones_meet(item.zones, other.zones) for other in kept)
        (kept if beside < most else over).append(item)
    return over


def _let(overrides: Sequence[RuleOverride], rule: str, session: str) -> RuleOverride | None:
    """The reason that lets the most."""
    found = [item for item in overrides if item.rule == rule and item.session in {"", session}]
    return max(found, key=lambda item: item.most, default=None)


def _kinds_of_day(templates: Sequence[SessionTemplate]) -> list[date]:
    """A day for every weekday and every set of seasons there can be: it changes where one begins or has ended."""
    turns = {"01-01", *(item.season_from for item in templates if item.season_from),
             *(_day_after(item.season_to) for item in templates if item.season_to)}
    return [_day_of(turn, weekday) for weekday in range(1, 8) for turn in sorted(turns)]


def _day_after(month_day: str) -> str:
    return (date.fromisoformat(f"2028-{month_day}") + timedelta(days=1)).isoformat()[5:]


def _day_of(month_day: str, weekday: int) -> date:
    """That day of the year in a leap year in which it falls on that weekday: there is one within 28 years."""
    years = (date.fromisoformat(f"{year}-{month_day}") for year in range(2028, 2056, 4))
    return next(day for day in years if day.isoweekday() == weekday)

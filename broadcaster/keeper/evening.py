"""What a person should still mend today, because tomorrow morning it is too late. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from broadcaster.base.vietnamese import one_line
from broadcaster.protocol.coming import named
from broadcaster.schedule.model import DayPlan, PlanWarning, SessionFill

FROM_HOUR = 16
"""From here on somebody is still at the office, and the next day's plan should stand."""
_LONGEST = 60
_LEFT_OUT = {
    "expired": "next_expired", "withdrawn": "next_withdrawn", "superseded": "next_withdrawn",
    "archived": "next_withdrawn", "not_approved": "next_not_approved", "approval_broken": "next_not_approved",
}


@dataclass(frozen=True)
class Concern:
    """An alarm, and all that it is about: when more comes to it, it is said anew."""

    code: str
    facts: dict[str, Any]
    about: frozenset[str]


def concerns(plans: Sequence[DayPlan], now: datetime) -> list[Concern]:
    """Of the sessions still to come today; from four in the afternoon, or once today's are over, of tomorrow's too.

    That a session is thin is said the evening before and not through its whole day: some stations have little to say.
    """
    today, tomorrow = now.date(), now.date() + timedelta(days=1)
    ahead = {fill.session_id: fill for plan in plans for fill in plan.fills if fill.held and fill.starts_at > now}
    of_today = [fill for fill in ahead.values() if fill.starts_at.date() == today]
    evening = now.hour >= FROM_HOUR or not of_today
    watched = [fill for fill in ahead.values() if fill.starts_at.date() == today
               or (evening and fill.starts_at.date() == tomorrow)]
    days = {fill.starts_at.date() for fill in watched}
    thin = {warning.session_id for plan in plans for warning in plan.warnings if warning.code == "session_thin"}
    little = [fill for fill in watched if fill.session_id in thin and fill.planned_seconds]
    found = [_sessions("next_empty", [fill for fill in watched if not fill.planned_seconds]),
             _sessions("next_thin", [fill for fill in little if fill.starts_at.date() == tomorrow])]
    found += [_left_out(code, plans, days) for code in dict.fromkeys(_LEFT_OUT.values())]
    return [concern for concern in found if concern.about]


def _sessions(code: str, fills: Sequence[SessionFill]) -> Concern:
    names = [f"{fill.name} {fill.starts_at:%H:%M %d/%m}" for fill in sorted(fills, key=lambda fill: fill.starts_at)]
    return Concern(code, {"sessions": ", ".join(names), "count": len(names)},
                   frozenset(fill.session_id for fill in fills))


def _left_out(code: str, plans: Sequence[DayPlan], days: set[date]) -> Concern:
    """Items that are planned for one of `days` and will not air."""
    of_day = [(plan.rundown.day, warning) for plan in plans if plan.rundown.day in days
              for warning in plan.warnings if _LEFT_OUT.get(warning.code) == code]
    titles = list(dict.fromkeys(f"“{_title(warning)}” ({day:%d/%m})" for day, warning in of_day))
    return Concern(code, {"items": named(titles), "count": len(titles)}, frozenset(titles))


def _title(warning: PlanWarning) -> str:
    return one_line(str(warning.facts.get("title") or warning.facts.get("name") or warning.session_id), _LONGEST)

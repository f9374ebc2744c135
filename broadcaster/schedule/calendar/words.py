"""A special period as plain Vietnamese sentences, read back before it is saved. Pure but for its wording."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from broadcaster.base.paths import shipped
from broadcaster.protocol.rundown import QuietHours
from broadcaster.schedule.calendar.days import common_days, length_of
from broadcaster.schedule.model import Period, RuleProfile, SessionTemplate


def sentences(period: Period, templates: Sequence[SessionTemplate], profile: RuleProfile | None,
              quiet: QuietHours) -> list[str]:
    """What will hold, one sentence each. `profile`: the one the period names."""
    words = _words()
    said = [_span(period)]
    if period.without:
        said.append(words["without"].format(kinds=_listed([words["kinds"].get(kind, kind) for kind in period.without])))
    if period.sessions is not None:
        said.append(_sessions(period.sessions, templates))
    if profile is not None:
        said.append(words["profile"].format(profile=profile.name, sessions=profile.sessions_a_day,
                                            minutes=profile.session_minutes))
    if period.sessions or profile is not None:
        said.append(words["quiet"].format(quiet_from=quiet.start, quiet_to=quiet.end))
    if len(said) == 1:
        said.append(words["nothing_changes"])
    if period.directive_number:
        said.append(words["basis"].format(number=period.directive_number, reason=_ended(period.reason or "…")))
    elif period.reason:
        said.append(words["reason"].format(reason=_ended(period.reason)))
    return said


def overlap_sentences(period: Period, before: Sequence[Period], after: Sequence[Period]) -> list[str]:
    """What holds where it meets others: `before` and `after` were made before and after it."""
    return [*(_overlap("holds", period, other) for other in before),
            *(_overlap("yields", period, other) for other in after)]


def _span(period: Period) -> str:
    words, count = _words(), length_of(period.first_day, period.last_day)
    if count == 1:
        return str(words["one_day"].format(name=period.name, first=_day(period.first_day)))
    return str(words["days"].format(name=period.name, first=_day(period.first_day), last=_day(period.last_day),
                                    count=count))


def _sessions(ids: Sequence[str], templates: Sequence[SessionTemplate]) -> str:
    words = _words()
    if not ids:
        return str(words["no_sessions"])
    known = {item.id: item for item in templates}
    named = [words["session"].format(name=known[name].name, starts=f"{known[name].starts:%H:%M}")
             if name in known else name for name in ids]
    return str(words["sessions"].format(sessions=_listed(named)))


def _overlap(word: str, period: Period, other: Period) -> str:
    words, common = _words(), common_days(period, other)
    first, last = common if common else (other.first_day, other.last_day)
    days = words["on_one" if first == last else "on_days"].format(first=f"{first:%d/%m/%Y}", last=f"{last:%d/%m/%Y}")
    return str(words[word].format(other=other.name, name=period.name, days=days))


def _day(day: date) -> str:
    """thứ Bảy 18/07/2026: the weekday shows a slip in the date at once."""
    return f"{_words()['weekdays'][day.weekday()]} {day:%d/%m/%Y}"


def _listed(items: Sequence[str]) -> str:
    return ", ".join(items[:-1]) + (" và " if len(items) > 1 else "") + items[-1]


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(shipped("resources", "calendar", "period_words.toml").read_text(encoding="utf-8"))

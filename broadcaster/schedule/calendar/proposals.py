"""The holidays of a year as periods for a person to confirm: nothing holds before somebody took it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from broadcaster.schedule.calendar.days import Holiday, common_days
from broadcaster.schedule.model import Period


@dataclass(frozen=True)
class Proposal:
    """A holiday that may become a period."""

    period: Period
    """Without an id; its days are a proposal too."""
    day: date
    """The holiday itself."""
    note: str = ""
    """What to look at before it is taken."""
    known: Period | None = None
    """The period of that kind, or of that name, already entered for these days."""


def proposals_of(year: int, holidays: Sequence[Holiday], periods: Sequence[Period]) -> list[Proposal]:
    """In order of days; neighbouring holidays of one kind (30/4 and 1/5) are one proposal."""
    found = sorted((Proposal(Period("", item.kind, item.name, first, last), day, item.note)
                    for item in holidays if item.rest
                    for day, (first, last) in zip(item.on(year), item.spans(year), strict=True)),
                   key=lambda proposal: (proposal.period.first_day, proposal.period.name))
    joined: list[Proposal] = []
    for proposal in found:
        if joined and _touch(joined[-1].period, proposal.period):
            joined[-1] = _joined(joined[-1], proposal)
        else:
            joined.append(proposal)
    return [replace(proposal, known=_known(proposal.period, periods)) for proposal in joined]


def _touch(one: Period, other: Period) -> bool:
    return one.kind == other.kind and other.first_day <= one.last_day + timedelta(1)


def _joined(one: Proposal, other: Proposal) -> Proposal:
    period = replace(one.period, name=f"{one.period.name}; {other.period.name}",
                     last_day=max(one.period.last_day, other.period.last_day))
    return Proposal(period, one.day, " ".join(filter(None, (one.note, other.note))))


def _known(proposed: Period, periods: Sequence[Period]) -> Period | None:
    return next((item for item in periods if item.kind == proposed.kind and common_days(item, proposed)), None)

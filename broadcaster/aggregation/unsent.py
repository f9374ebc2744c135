"""What the first look of the day says of packages: waiting too long on their way up, or refused by the office."""

from __future__ import annotations

from datetime import timedelta

from broadcaster.aggregation.upward import UpwardService
from broadcaster.base.clock import Clock, parse_time
from broadcaster.reports.morning_model import BAD, WAIT, Risk

PATIENCE = timedelta(days=2)
"""A line that is down for a night is no news."""


def unsent(upward: UpwardService, clock: Clock) -> list[Risk]:
    """Nothing while all is well, or nothing is to be sent."""
    found, now = [], clock.now()
    rows = upward.queue()
    late = [row for row in rows if row.state == "queued" and row.made_at and now - parse_time(row.made_at) > PATIENCE]
    if late:
        since = f"{min(parse_time(row.made_at) for row in late):%d/%m/%Y}"
        found.append(Risk("risk.unsent", f"{len(late)} packages wait since {since}", WAIT, "upward", "",
                          {"count": len(late), "since": since}))
    refused = [row for row in rows if row.state == "refused"]
    if refused:
        found.append(Risk("risk.refused", f"the office above refused {len(refused)} packages", BAD, "upward", "",
                          {"count": len(refused)}))
    return found

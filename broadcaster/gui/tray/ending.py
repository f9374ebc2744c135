"""Ending helper and player from the window, and why this is not the moment."""

from __future__ import annotations

from datetime import datetime, timedelta

from broadcaster.base.clock import parse_time
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.protocol.link import LinkClient
from broadcaster.protocol.messages import Status

NEAR = timedelta(minutes=30)


def why_not_now(status: Status | None, now: datetime) -> str:
    """on_air, near, or empty."""
    if status is None:
        return ""
    if status.on_air is not None or status.insert is not None:
        return "on_air"
    starts = [parse_time(entry.starts_at) for entry in status.upcoming]
    return "near" if any(start - now <= NEAR for start in starts) else ""


def end_station(home: StationHome) -> None:
    """Ask both to end; one that is not there is ended already."""
    for process, words in (("keeper", {"with_air": True}), ("air", {"by": "window"})):
        try:
            client = LinkClient(home, process)
        except BroadcasterError:
            continue
        try:
            client.ask("shutdown", **words)
        except BroadcasterError:
            continue
        finally:
            client.close()

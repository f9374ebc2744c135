"""One airing as the columns of the logbook (sổ nhật ký phát sóng), the same for sheet and text file."""

from __future__ import annotations

from datetime import date, datetime

from broadcaster.asrun.model import Airing
from broadcaster.base.clock import parse_time
from broadcaster.base.frames import seconds
from broadcaster.reports import wording

_KEYS = ("number", "day", "session", "start", "end", "title", "kind", "directive", "minutes", "zones", "outcome",
         "verification", "note", "approver", "voice")

LOG_WIDTHS = (7, 13, 16, 11, 11, 48, 14, 24, 12, 14, 30, 24, 40, 20, 14)


def log_heads() -> list[str]:
    return [wording.words()["log_columns"][key] for key in _KEYS]


def log_row(airing: Airing) -> tuple[object, ...]:
    """The columns after the running number, as dates, moments, numbers and texts; None where nothing is known."""
    return (
        date.fromisoformat(airing.day), airing.session_name, _moment(airing.started_at), _moment(airing.ended_at),
        airing.title, wording.kind(airing.kind), airing.directive_number, seconds(airing.aired_frames) / 60,
        wording.zones(airing.zones), wording.outcome(airing), wording.verification(airing), wording.note(airing),
        wording.approver(airing), wording.voice(airing),
    )


def plain(value: object) -> object:
    """A column as text for a file without types: 21/11/2026, 05:00:12, 1,5."""
    if isinstance(value, datetime):
        return value.strftime("%H:%M:%S")
    if isinstance(value, date):
        return wording.day(value)
    if isinstance(value, float):
        return wording.number(value, 1)
    return "" if value is None else value


def _moment(text: str) -> datetime | None:
    return parse_time(text) if text else None

"""The words of the work on letters: states, due days, filters, files, links. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from broadcaster.directives.model import Attachment, DirectiveRow, Due, RelayProposal, WorkNote
from broadcaster.directives.register import deadline

DUE_SOON_DAYS = 7
_NEAR_DAYS = 90
STATE_TONES = {"new": "wait", "drafted": "info", "submitted": "wait", "approved": "accent", "planned": "accent",
               "running": "good", "aired": "good", "reported": "plain", "none": "plain"}
FILTERS = ("all", "new", "submitted", "running", "report", "overdue")
FILTER_TONES = {"new": "wait", "submitted": "wait", "running": "good", "report": "info", "overdue": "bad"}


def state_words(state: str) -> str:
    """Where the work on a letter stands."""
    translate = QCoreApplication.translate
    return {
        "new": translate("Directives", "not drafted"), "drafted": translate("Directives", "drafted"),
        "submitted": translate("Directives", "waits for approval"), "approved": translate("Directives", "approved"),
        "planned": translate("Directives", "planned"), "running": translate("Directives", "airing"),
        "aired": translate("Directives", "aired"), "reported": translate("Directives", "reported"),
        "none": translate("Directives", "not for airing"),
    }[state]


def filter_words(name: str) -> str:
    """A chip above the register."""
    translate = QCoreApplication.translate
    return {
        "all": translate("Directives", "All"), "new": translate("Directives", "To be drafted"),
        "submitted": translate("Directives", "Waiting for approval"), "running": translate("Directives", "On the air"),
        "report": translate("Directives", "To be reported"), "overdue": translate("Directives", "Overdue"),
    }[name]


def kept(row: DirectiveRow, name: str, year: str) -> bool:
    """Whether a line passes the chip and the year of the letter (of its arrival where it has no date)."""
    if year and (row.issued_date or row.received_at.date().isoformat())[:4] != year:
        return False
    if name == "report":
        return row.asks_report and row.state != "reported"
    if name == "overdue":
        return row.overdue
    return name == "all" or row.state == name or (name == "running" and row.state == "planned")


def years(rows: Sequence[DirectiveRow]) -> list[str]:
    """Years the register holds, the newest first."""
    return sorted({(row.issued_date or row.received_at.date().isoformat())[:4] for row in rows}, reverse=True)


def day_words(text: str) -> str:
    """21/11/2026 from ISO; 11/2026 or 2026 where the letter says no more."""
    return "/".join(reversed(text.split("-"))) if text else ""


def due_words(row: DirectiveRow, today: date) -> str:
    """The day of the report, and in words what a colour would only hint at."""
    translate = QCoreApplication.translate
    day = deadline(row.report_due) if row.report_due else None
    if row.state == "reported":
        return translate("Directives", "reported {day}").format(day=day_words(row.reported_at))
    if day is None:
        return translate("Directives", "no day named") if row.asks_report else day_words(row.report_due)
    # A day that is near needs no year.
    text = f"{day:%d/%m}" if abs((day - today).days) < _NEAR_DAYS else f"{day:%d/%m/%Y}"
    if day < today:
        return translate("Directives", "{day} · overdue").format(day=text)
    if day == today:
        return translate("Directives", "{day} · today").format(day=text)
    if not soon(day, today):
        return day_words(row.report_due)
    return translate("Directives", "{day} · {count} days left").format(day=text, count=(day - today).days)


def due_tone(row: DirectiveRow, today: date) -> str:
    """Red when the day has passed, amber in the last days."""
    day = deadline(row.report_due) if row.report_due else None
    if row.state == "reported" or day is None:
        return "plain"
    return "bad" if day < today else "wait" if soon(day, today) else "plain"


def soon(day: date, today: date) -> bool:
    return day <= today + timedelta(days=DUE_SOON_DAYS)


def due_line(item: Due, today: date) -> tuple[str, str, str]:
    """(when, tone, what) of something to be done."""
    translate = QCoreApplication.translate
    days = (item.day - today).days
    if days < 0:
        when, tone = translate("Directives", "{count} days late").format(count=-days), "bad"
    elif days == 0:
        when, tone = translate("Directives", "today"), "wait"
    elif days == 1:
        when, tone = translate("Directives", "tomorrow"), "wait"
    else:
        when, tone = f"{item.day:%d/%m/%Y}", "plain"
    what = item.text or translate("Directives", "Report to the office above")
    name = item.number or item.subject
    return when, tone, f"{what} – {name}" if name else what


def work_words(work: WorkNote) -> str:
    """What a person, or the program, noted about the work."""
    translate = QCoreApplication.translate
    if work.work == "reported":
        text = translate("Directives", "Reported on {day} by {name}.").format(
            day=day_words(work.reported_at), name=work.by or "…")
    elif work.work == "none" and work.by:
        text = translate("Directives", "Nothing of it is to be aired here, says {name}.").format(name=work.by)
    elif work.work == "none":
        return translate("Directives", "The program found nothing in it that is to be aired. If there is, just draft a "
                                       "bulletin.")
    else:
        return ""
    return f"{text} {work.note}".strip()


def kind_words(item: Attachment) -> str:
    """What a file beside a letter is, and what became of it."""
    translate = QCoreApplication.translate
    if item.cart_id:
        return translate("Directives", "sound, in the library")
    if item.bulletin_id:
        return translate("Directives", "script, a draft was made")
    return {"audio": translate("Directives", "sound"), "script": translate("Directives", "script")}.get(
        item.kind, translate("Directives", "file {suffix}").format(suffix=PurePath(item.file_name).suffix or ""))


def part_words(part: str) -> str:
    """A part of the day."""
    translate = QCoreApplication.translate
    return {"morning": translate("Directives", "in the morning"), "noon": translate("Directives", "at noon"),
            "afternoon": translate("Directives", "in the afternoon"),
            "evening": translate("Directives", "in the evening")}.get(part, part)


def relay_words(relay: RelayProposal) -> str:
    """The one programme to relay: what, when, and whether the hour must still be asked for."""
    translate = QCoreApplication.translate
    when = f"{relay.day:%d/%m/%Y}"
    if relay.part_of_day:
        when = f"{part_words(relay.part_of_day)} {when}"
    if relay.time:
        return translate("Directives", "Relay “{programme}” at {time}, {when}.").format(
            programme=relay.programme, time=relay.time, when=when)
    return translate("Directives", "Relay “{programme}” {when}: the letter does not say the hour, ask for it.").format(
        programme=relay.programme, when=when)

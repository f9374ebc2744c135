"""A week's sheet in words: where it stands, which versions can be looked at, what changed since the approval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from broadcaster.base.clock import parse_time
from broadcaster.base.vietnamese import one_line
from broadcaster.gui.i18n import moment_text, weekday_text
from broadcaster.schedule.sheets.service import WeekLook
from broadcaster.schedule.sheets.sheet import RETURNED, Change, Sheet

DRAFT, WAITING, IN_FORCE = "draft", "waiting", "in_force"


@dataclass(frozen=True)
class Standing:
    """Where a week stands: on the badge, and below it in a sentence."""

    badge: str
    tone: str
    text: str


def standing(look: WeekLook, required: bool) -> Standing:
    """What a person should know first."""
    translate = QCoreApplication.translate
    if look.waiting is not None:
        text = translate("Schedule", "Submitted by {name}, {time}.").format(
            name=look.waiting.submitted_by, time=_moment(look.waiting.submitted_at))
        if look.waiting_changes:
            text += " " + translate("Schedule", "The plan was changed since; submit it again to have that approved.")
        return Standing(translate("Schedule", "waits for approval"), "wait", text)
    if look.in_force is not None:
        text = _approved(look.in_force)
        if not look.changes:
            return Standing(translate("Schedule", "approved"), "good", text)
        more = translate("Schedule", "What changed since waits until the week is approved again.") if required else \
            translate("Schedule", "The plan was changed since then.")
        return Standing(translate("Schedule", "approved, changed since"), "wait", f"{text} {more}")
    return _not_approved(look, required)


def _not_approved(look: WeekLook, required: bool) -> Standing:
    translate = QCoreApplication.translate
    if look.last is not None and look.last.state == RETURNED:
        text = translate("Schedule", "Given back by {name}: {reason}").format(name=look.last.approver,
                                                                               reason=look.last.reason)
        return Standing(translate("Schedule", "given back"), "bad", text)
    if not look.draft:
        return Standing(translate("Schedule", "empty"), "plain", translate("Schedule", "Nothing is planned this week."))
    text = translate("Schedule", "Until somebody approves this week, nothing planned airs in it.") if required else \
        translate("Schedule", "This station airs its plan without an approved week. Settings can ask for one.")
    return Standing(translate("Schedule", "not submitted"), "bad" if required else "plain", text)


def _approved(sheet: Sheet) -> str:
    translate = QCoreApplication.translate
    text = translate("Schedule", "Approved by {name}, {time}.").format(name=sheet.approver,
                                                                        time=_moment(sheet.approved_at))
    if sheet.self_approved:
        text += " " + translate("Schedule", "Author and approver are one person.")
    return text


def versions(look: WeekLook) -> list[tuple[str, str]]:
    """What can be looked at: (key, words), what a person most likely wants first."""
    translate = QCoreApplication.translate
    found = []
    if look.waiting is not None:
        found.append((WAITING, translate("Schedule", "Submitted")))
    if look.in_force is not None:
        found.append((IN_FORCE, translate("Schedule", "Approved")))
    if not found or look.changes or look.waiting_changes:
        place = 0 if look.waiting is None and look.changes else len(found)
        found.insert(place, (DRAFT, translate("Schedule", "As planned now")))
    return found


def may_submit(look: WeekLook, today: date) -> bool:
    """Whether there is something new to lay before the approver."""
    if not look.draft or look.monday + timedelta(days=7) <= today:
        return False
    if look.waiting is not None:
        return bool(look.waiting_changes)
    return look.in_force is None or bool(look.changes)


def week_words(monday: date) -> str:
    """23/11 – 29/11/2026."""
    return f"{monday:%d/%m} – {monday + timedelta(days=6):%d/%m/%Y}"


def change_words(change: Change) -> str:
    """One difference in a sentence."""
    translate = QCoreApplication.translate
    sentence = {
        "session_added": translate("Schedule", "New: “{name}” {after} ({days})"),
        "session_removed": translate("Schedule", "No longer: “{name}” {before} ({days})"),
        "session_moved": translate("Schedule", "“{name}” moves from {before} to {after} ({days})"),
        "session_zones": translate("Schedule", "“{name}” is for other zones: {before} → {after} ({days})"),
        "item_added": translate("Schedule", "“{title}”: {times} airings more ({days})"),
        "item_removed": translate("Schedule", "“{title}”: {times} airings fewer ({days})"),
        "item_moved": translate("Schedule", "“{title}” moves from “{before}” to “{after}” ({days})"),
        "item_renamed": translate("Schedule", "“{before}” is now called “{after}”"),
        "order": translate("Schedule", "“{name}”: another order of items ({days})"),
    }[change.code]
    words = {name: one_line(getattr(change, name), 90) for name in ("name", "title", "before", "after")}
    if change.code == "session_zones":
        words |= {name: _zones(getattr(change, name)) for name in ("before", "after")}
    return sentence.format(days=days_words(change.days), times=change.times, **words)


def days_words(days: Sequence[date]) -> str:
    """cả tuần · Thứ Hai – Thứ Sáu · Thứ Hai, Thứ Tư."""
    if len(days) == 7:
        return QCoreApplication.translate("Schedule", "all week")
    if len(days) > 2 and (days[-1] - days[0]).days == len(days) - 1:
        return f"{weekday_text(days[0])} – {weekday_text(days[-1])}"
    return ", ".join(weekday_text(day) for day in days)


def _zones(text: str) -> str:
    return QCoreApplication.translate("Schedule", "all zones") if text in {"", "all"} else one_line(text, 90)


def _moment(text: str) -> str:
    return moment_text(parse_time(text))

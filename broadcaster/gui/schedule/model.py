"""Words of campaigns and of the hours of a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from broadcaster.base.frames import seconds
from broadcaster.gui.i18n import weekday_text
from broadcaster.protocol.rundown import PlannedSession, QuietHours, Urgency
from broadcaster.schedule.campaigns.coverage_model import Coverage
from broadcaster.schedule.model import Campaign, IfMissed, SessionTemplate

FURNITURE_KINDS = {"nhac_hieu", "nhac_cat", "loi_xuong", "loi_chao", "chuong"}
_DAY_S = 86_400
_LATE_CHOICES = (5, 15, 30, 60)


# Campaigns

def weekdays_words(weekdays: str) -> str:
    """Empty for every day; else Thứ Hai, Thứ Ba."""
    if len(set(weekdays)) == 7:
        return ""
    monday = date(2026, 11, 16)
    return ", ".join(weekday_text(monday + timedelta(int(digit) - 1)) for digit in weekdays)


def airing_days(campaign: Campaign) -> int:
    """Days on which it airs."""
    length = (campaign.last_day - campaign.first_day).days + 1
    return sum(str((campaign.first_day + timedelta(n)).isoweekday()) in campaign.weekdays for n in range(length))


def times_words(times: int, first: date, last: date, weekdays: str) -> str:
    """2 lần/ngày · 21/11–30/11."""
    text = QCoreApplication.translate("Schedule", "{times} times a day · {first}–{last}")
    span = text.format(times=times, first=f"{first:%d/%m}", last=f"{last:%d/%m}")
    return " · ".join(filter(None, (span, weekdays_words(weekdays))))


def campaign_words(campaign: Campaign, today: date) -> str:
    """One line: how often, when, and whether it still runs."""
    translate = QCoreApplication.translate
    text = times_words(campaign.times, campaign.first_day, campaign.last_day, campaign.weekdays)
    if campaign.state != "active":
        return " – ".join((text, translate("Schedule", "stopped")))
    return " – ".join((text, translate("Schedule", "over"))) if campaign.last_day < today else text


def coverage_words(campaign: Campaign, aired: int) -> str:
    """đã phát 3/20."""
    return QCoreApplication.translate("Schedule", "aired {aired} of {asked}").format(
        aired=aired, asked=airing_days(campaign) * campaign.times)


def covered_words(coverage: Coverage | None, campaign: Campaign, aired: int) -> str:
    """đã phát 14/20, còn thiếu 6: what is missing is said only where something is."""
    if coverage is None:
        return coverage_words(campaign, aired)
    translate = QCoreApplication.translate
    text = translate("Schedule", "aired {aired} of {asked}").format(aired=coverage.aired, asked=coverage.asked)
    if coverage.missing:
        text += translate("Schedule", ", {missing} missing").format(missing=coverage.missing)
    return text


def urgency_words(urgency: Urgency) -> str:
    translate = QCoreApplication.translate
    return {Urgency.ROUTINE: translate("Schedule", "Routine"), Urgency.PRIORITY: translate("Schedule", "Priority"),
            Urgency.EMERGENCY: translate("Schedule", "Emergency")}[urgency]


def if_missed_words(policy: IfMissed, names: Mapping[str, str]) -> str:
    """What becomes of an airing whose time passed; `names`: session id -> name."""
    translate = QCoreApplication.translate
    if policy.session:
        return translate("Schedule", "Make up in “{name}”").format(name=names.get(policy.session, policy.session))
    if not policy.late_minutes:
        return translate("Schedule", "Leave out, with the reason in the log")
    return translate("Schedule", "Play up to {minutes} minutes late").format(minutes=policy.late_minutes)


def if_missed_choices(templates: Sequence[SessionTemplate]) -> list[tuple[str, str]]:
    """(value as stored, words) to choose from."""
    names = {item.id: item.name for item in templates}
    policies = [*(IfMissed(minutes) for minutes in _LATE_CHOICES), *(IfMissed(session=name) for name in names),
                IfMissed(0)]
    return [(str(policy), if_missed_words(policy, names)) for policy in policies]


def promise(times: int, first: date, last: date, weekdays: str, approved: bool, by_sheet: bool = False) -> str:
    """What a campaign will do. `by_sheet`: only what stands on an approved weekly sheet airs."""
    translate = QCoreApplication.translate
    length = (last - first).days + 1
    days = sum(str((first + timedelta(n)).isoweekday()) in weekdays for n in range(max(0, min(length, 4000))))
    if days == 0:
        return translate("Schedule", "It would never air: no such day of the week lies in this stretch.")
    text = translate("Schedule", "It airs {times} times on each of {days} days, {total} times in all, from {first} "
                                 "to {last}.")
    text = text.format(times=times, days=days, total=days * times, first=f"{first:%d/%m/%Y}", last=f"{last:%d/%m/%Y}")
    if not approved:
        text += " " + translate("Schedule", "It is not approved yet: until it is, it does not air.")
    if by_sheet:
        text += " " + translate("Schedule", "It airs once the weekly schedule with it is approved.")
    return text


# The strip

def quiet_stretches(quiet: QuietHours) -> list[tuple[float, float]]:
    """Seconds of the day in which nothing may sound."""
    start, end = _clock_seconds(quiet.start), _clock_seconds(quiet.end)
    if start <= end:
        return [(start, end)] if start < end else []
    return [(0.0, end), (start, float(_DAY_S))]


def minutes_of(sessions: Iterable[PlannedSession]) -> float:
    """Seconds of sound planned."""
    return sum(seconds(event.cut.frames) for session in sessions for event in session.events)


def _clock_seconds(text: str) -> float:
    hours, minutes = text.split(":")[:2]
    return int(hours) * 3600.0 + int(minutes) * 60

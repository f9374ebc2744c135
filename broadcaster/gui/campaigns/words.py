"""Campaigns in the words of the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from broadcaster.base.vietnamese import one_line
from broadcaster.gui.i18n import day_text, number_text, weekday_text
from broadcaster.library.categories import dayparts
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.campaigns.coverage_model import Coverage
from broadcaster.schedule.campaigns.offers import Offer
from broadcaster.schedule.campaigns.terms import Terms
from broadcaster.schedule.model import Campaign, IfMissed, Per, SessionTemplate

_LATE_CHOICES = (5, 15, 30, 60)
_MONDAY = date(2026, 11, 16)
_LONGEST = 60


def often_words(times: int, per: Per) -> str:
    """2 lần/ngày · 3 lần/tuần."""
    translate = QCoreApplication.translate
    text = translate("Campaigns", "{times} times a week") if per is Per.WEEK else \
        translate("Campaigns", "{times} times a day")
    return text.format(times=number_text(times))


def span_words(campaign: Campaign) -> str:
    """2 lần/ngày · 21/11–30/11 · Thứ Hai, Thứ Ba · sáng, chiều · cách nhau ít nhất 30 phút: one line under a title."""
    first, last = f"{campaign.first_day:%d/%m}", f"{campaign.last_day:%d/%m}"
    span = first if campaign.first_day == campaign.last_day else f"{first}–{last}"
    return " · ".join(filter(None, (
        often_words(campaign.times, campaign.per), span, weekdays_words(campaign.weekdays),
        parts_words(campaign.dayparts), ", ".join(campaign.zones), spacing_words(campaign.spacing_minutes))))


def spacing_words(minutes: int) -> str:
    """cách nhau ít nhất 30 phút; empty where it is all the same."""
    text = QCoreApplication.translate("Campaigns", "at least {minutes} minutes apart")
    return text.format(minutes=number_text(minutes)) if minutes else ""


def weekdays_words(weekdays: str) -> str:
    """Thứ Hai, Thứ Ba; empty for every day."""
    if len(set(weekdays)) == 7:
        return ""
    return ", ".join(weekday_text(_MONDAY + timedelta(int(digit) - 1)) for digit in weekdays)


def parts_words(keys: Sequence[str]) -> str:
    """sáng, chiều; empty for any time of day."""
    names = part_names()
    return ", ".join(names.get(key, key).lower() for key in keys)


def part_names() -> dict[str, str]:
    """Key of a time of day -> Sáng."""
    return {part.key: part.words for part in dayparts()}


def urgency_words(urgency: Urgency) -> str:
    translate = QCoreApplication.translate
    return {Urgency.ROUTINE: translate("Campaigns", "Routine"), Urgency.PRIORITY: translate("Campaigns", "Priority"),
            Urgency.EMERGENCY: translate("Campaigns", "Emergency")}[urgency]


def if_missed_words(policy: IfMissed, names: Mapping[str, str]) -> str:
    """What becomes of an airing whose time passed; `names`: session id -> name."""
    translate = QCoreApplication.translate
    if policy.session:
        return translate("Campaigns", "Make up in “{name}”").format(name=names.get(policy.session, policy.session))
    if not policy.late_minutes:
        return translate("Campaigns", "Leave out, with the reason in the log")
    return translate("Campaigns", "Play up to {minutes} minutes late").format(minutes=policy.late_minutes)


def if_missed_choices(templates: Sequence[SessionTemplate], now: IfMissed) -> list[tuple[str, str]]:
    """(value as stored, words) to choose from; what holds now is among them."""
    names = {item.id: item.name for item in templates}
    policies = [*(IfMissed(minutes) for minutes in _LATE_CHOICES), *(IfMissed(session=name) for name in names),
                IfMissed(0)]
    return [(str(policy), if_missed_words(policy, names)) for policy in dict.fromkeys([*policies, now])]


# What it will do

def promise(terms: Terms, today: date) -> str:
    """The terms read back as sentences: what a colleague would say to make sure."""
    translate = QCoreApplication.translate
    days = allowed_days(terms)
    if not days:
        return translate("Campaigns", "It would never air: no such day of the week lies in this stretch.")
    text = translate("Campaigns", "It airs {often}, {window} ({days}).")
    if days == 1:
        text = translate("Campaigns", "It airs {often}, {window}.")
    elif terms.per is Per.DAY:
        text = translate("Campaigns", "It airs {often}, {window}: {total} times in all ({days}).")
    count = translate("Campaigns", "{count} days").format(count=number_text(days))
    sentences = [text.format(often=often_words(terms.times, terms.per), window=window_words(terms, today), days=count,
                             total=number_text(days * terms.times))]
    only = [weekdays_words(terms.weekdays), parts_words(terms.dayparts), ", ".join(terms.zones)]
    if any(only):
        sentences.append(translate("Campaigns", "Only: {limits}.").format(limits="; ".join(filter(None, only))))
    if terms.spacing_minutes:
        sentences.append(translate("Campaigns", "Two airings of a day are at least {minutes} minutes apart.").format(
            minutes=terms.spacing_minutes))
    return " ".join(sentences)


def window_words(terms: Terms, today: date) -> str:
    """từ nay đến hết Thứ Hai, 30/11/2026: the last day is one of them."""
    translate = QCoreApplication.translate
    if terms.first_day == terms.last_day:
        return translate("Campaigns", "on {day} only").format(day=day_text(terms.first_day))
    text = translate("Campaigns", "from today to the end of {last}") if terms.first_day == today else \
        translate("Campaigns", "from {first} to the end of {last}")
    return text.format(first=day_text(terms.first_day), last=day_text(terms.last_day))


def allowed_days(terms: Terms) -> int:
    """Days of the window on which it may air."""
    weeks, rest = divmod(max(0, (terms.last_day - terms.first_day).days + 1), 7)
    return weeks * len(set(terms.weekdays)) + sum(
        str((terms.first_day + timedelta(n)).isoweekday()) in terms.weekdays for n in range(rest))


def offer_words(offer: Offer) -> str:
    """A way out where it does not fit, as a proposal."""
    translate = QCoreApplication.translate
    facts = {key: one_line(str(value), _LONGEST) for key, value in offer.facts.items()}
    if "last" in facts:
        facts["last"] = f"{date.fromisoformat(facts['last']):%d/%m/%Y}"
    return {
        "lengthen": translate("Campaigns", "Make “{name}” {more} minutes longer, to {until}."),
        "move": translate("Campaigns", "Move “{item}” from “{source}” to “{target}”."),
        "other_hours": translate("Campaigns", "Let it air in “{name}” ({starts}), too: any time of day."),
        "other_zones": translate("Campaigns", "Let it air in “{name}” ({starts}), too: in every zone."),
        "spacing": translate("Campaigns", "“{name}” has room if {minutes} minutes between two airings are not asked."),
        "more_days": translate("Campaigns", "{times} times a day, but until {last}: as many airings in all."),
        "lower": translate("Campaigns", "Only {times} times a day."),
    }[offer.code].format_map(facts)


# How far it has come

def covered_words(covered: Coverage) -> str:
    """đã phát 14/20, còn thiếu 6."""
    translate = QCoreApplication.translate
    if not covered.asked and not covered.aired:
        return translate("Campaigns", "nothing is planned yet")
    parts = [translate("Campaigns", "aired {aired} of {asked}")]
    if covered.missing:
        parts.append(translate("Campaigns", "{missing} missing"))
    elif not covered.to_come and covered.aired >= covered.asked:
        parts.append(translate("Campaigns", "complete"))
    if covered.to_come:
        parts.append(translate("Campaigns", "{to_come} to come"))
    return ", ".join(parts).format(**{name: number_text(getattr(covered, name)) for name in (
        "aired", "asked", "missing", "to_come")})


def covered_details(covered: Coverage) -> str:
    """What the short words leave out; empty when there is nothing."""
    translate = QCoreApplication.translate
    known = (
        (covered.partial, translate("Campaigns", "{count} aired only in part")),
        (covered.made_up, translate("Campaigns", "{count} of them made up later")),
        (covered.beside, translate("Campaigns", "{count} more put in by hand")),
    )
    return "; ".join(text.format(count=number_text(count)) for count, text in known if count)

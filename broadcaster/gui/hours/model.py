"""Words for sessions, rules and what goes beyond them. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from broadcaster.base.vietnamese import fold
from broadcaster.gui.hours.clock_field import clock_text
from broadcaster.gui.i18n import number_text, weekday_text
from broadcaster.schedule.model import ALL, RuleOverride, RuleProfile, SessionTemplate
from broadcaster.schedule.rules.findings import LONG, MANY, WEEKDAY, Finding
from broadcaster.schedule.rules.profiles import KnownProfile
from broadcaster.schedule.sessions.own_files import OwnFile
from broadcaster.schedule.sessions.toml_words import day_month

_MONDAY = date(2026, 11, 16)


@dataclass(frozen=True)
class Look:
    """What the dialogs of hours and rules show, read in one go."""

    templates: tuple[SessionTemplate, ...]
    profile: RuleProfile
    profiles: tuple[KnownProfile, ...]
    findings: tuple[Finding, ...]
    overrides: tuple[RuleOverride, ...]
    relays: Relays
    damaged: tuple[OwnFile, ...] = ()


@dataclass(frozen=True)
class Relays:
    """Programmes that may be taken over."""

    names: Mapping[str, str]
    """Id of a source -> its name."""
    approved: frozenset[str]
    """Ids of those that may sound today."""

    def doubts(self, template: SessionTemplate) -> list[str]:
        """Why a relay of this session would stay silent."""
        translate = QCoreApplication.translate
        lines = []
        for slot in template.relays:
            if slot.source not in self.names:
                text = translate("Hours", "At {time} nothing is taken over: the station has no programme “{source}”.")
            elif slot.source not in self.approved:
                text = translate("Hours", "At {time} “{source}” does not sound yet: it is not approved.")
            else:
                continue
            lines.append(text.format(time=f"{slot.starts:%H:%M}", source=self.names.get(slot.source, slot.source)))
        return lines


def weekdays_text(weekdays: str) -> str:
    """Every day · Monday – Friday · Saturday, Sunday · only in special periods."""
    translate = QCoreApplication.translate
    if not weekdays:
        return translate("Hours", "only in special periods")
    if len(weekdays) == 7:
        return translate("Hours", "every day")
    names = [weekday_text(_MONDAY + timedelta(int(digit) - 1)) for digit in weekdays]
    if len(names) > 2 and weekdays in "1234567":
        return translate("Hours", "{first} – {last}").format(first=names[0], last=names[-1])
    return ", ".join(names)


def held_text(template: SessionTemplate) -> str:
    """Monday – Friday · 15/04–14/10."""
    season = f"{day_month(template.season_from)}–{day_month(template.season_to)}" if template.season_from else ""
    return " · ".join(filter(None, (weekdays_text(template.weekdays), season)))


def zones_text(template: SessionTemplate) -> str:
    return QCoreApplication.translate("Hours", "all zones") if ALL in template.zones else ", ".join(template.zones)


def minutes_text(minutes: int) -> str:
    return QCoreApplication.translate("Hours", "{count} minutes").format(count=minutes)


def finding_words(finding: Finding) -> str:
    """What of a session goes beyond the rules, and what becomes of it unless somebody says why."""
    translate = QCoreApplication.translate
    text = {
        LONG: translate("Hours", "“{name}” lasts {asked} minutes; the rules allow {limit}, so it is cut to that."),
        MANY: translate("Hours", "“{name}” is one session too many: {asked} in a day, and the rules allow {limit}. It "
                                 "is not held."),
        WEEKDAY: translate("Hours", "“{name}” is not held on {days}: the rules foresee no sessions then."),
    }[finding.rule]
    return text.format(name=finding.name, asked=finding.asked, limit=finding.limit,
                       days=weekdays_text(finding.weekdays))


def beyond_words(findings: Sequence[Finding]) -> list[str]:
    """What goes beyond some rules, one line a rule: for a list that would be too long."""
    translate = QCoreApplication.translate
    lines = []
    if found := [item for item in findings if item.rule == LONG]:
        lines.append(translate("Hours", "Cut to {limit} minutes: {names}").format(
            limit=found[0].limit, names=", ".join(f"{item.name} ({item.asked})" for item in found)))
    if found := [item for item in findings if item.rule == MANY]:
        lines.append(translate("Hours", "Not held, because a day has at most {limit} sessions: {names}").format(
            limit=found[0].limit, names=", ".join(item.name for item in found)))
    for days in dict.fromkeys(item.weekdays for item in findings if item.rule == WEEKDAY):
        names = ", ".join(item.name for item in findings if item.rule == WEEKDAY and item.weekdays == days)
        lines.append(translate("Hours", "Not held on {days}: {names}").format(days=weekdays_text(days), names=names))
    return lines


def allowed_words(finding: Finding) -> str:
    """The same, when a reason lets it."""
    assert finding.override is not None
    translate = QCoreApplication.translate
    text = {
        LONG: translate("Hours", "“{name}” may last {asked} minutes: {reason}"),
        MANY: translate("Hours", "“{name}” may be held beside the others: {reason}"),
        WEEKDAY: translate("Hours", "“{name}” may be held on {days}: {reason}"),
    }[finding.rule]
    return text.format(name=finding.name, asked=finding.asked, days=weekdays_text(finding.weekdays),
                       reason=finding.override.reason)


def override_words(item: RuleOverride, names: dict[str, str]) -> str:
    """What a reason lets."""
    translate = QCoreApplication.translate
    text = {
        LONG: translate("Hours", "up to {most} minutes"), MANY: translate("Hours", "up to {most} sessions a day"),
        WEEKDAY: translate("Hours", "also on other days of the week"),
    }.get(item.rule, item.rule).format(most=item.most)
    whose = names.get(item.session, item.session) if item.session else translate("Hours", "every session")
    return f"{whose}: {text}"


def of_row(item: SessionTemplate | OwnFile, words: Callable[[SessionTemplate], str]) -> str:
    """What a column says of a session; of a damaged one as it last was good."""
    template = item.template if isinstance(item, OwnFile) else item
    return words(template) if template else "–"


def name_of_row(item: SessionTemplate | OwnFile) -> str:
    """A damaged file that never was good has no name but its own."""
    if isinstance(item, OwnFile) and item.template is None:
        return item.path.name
    return of_row(item, lambda template: template.name)


def rules_mark(template: SessionTemplate | OwnFile, findings: Sequence[Finding]) -> tuple[str, str]:
    """A badge for the list, and its tone: what becomes of this session under the rules."""
    translate = QCoreApplication.translate
    if isinstance(template, OwnFile):
        return translate("Hours", "damaged file"), "bad"
    own = [item for item in findings if item.session == template.id]
    open_ones = [item for item in own if item.override is None]
    if open_ones:
        cut = all(item.rule == LONG for item in open_ones)
        return (translate("Hours", "cut by the rules") if cut else translate("Hours", "beyond the rules")), "wait"
    return (translate("Hours", "with a reason"), "accent") if own else (translate("Hours", "keeps to them"), "good")


def profile_facts(profile: RuleProfile) -> list[tuple[str, str]]:
    """(name, value) of what a profile says."""
    translate = QCoreApplication.translate
    volume = [f"{part.starts}–{part.ends}: {number_text(part.gain_db, 1)} dB" for part in profile.volume]
    sessions = [f"{item.name} {clock_text(item.starts)}, {minutes_text(item.minutes)}" for item in profile.sessions]
    return [
        (translate("Hours", "A session"),
         translate("Hours", "at most {count} minutes, relays included").format(count=profile.session_minutes)
         if profile.session_minutes < 1440 else translate("Hours", "as long as you like")),
        (translate("Hours", "A day"),
         translate("Hours", "at most {count} sessions").format(count=profile.sessions_a_day)
         if profile.sessions_a_day < 24 else translate("Hours", "as many sessions as you like")),
        (translate("Hours", "Days"), weekdays_text(profile.weekdays)),
        (translate("Hours", "An item airs"),
         translate("Hours", "{routine} times a day, {priority} times with priority, unless its letter says").format(
             routine=profile.default_times, priority=profile.priority_times)),
        (translate("Hours", "Volume"), "\n".join(volume) or translate("Hours", "the same all day")),
        (translate("Hours", "Proposed"), "\n".join(sessions)),
    ]


def fresh_id(name: str, taken: Collection[str]) -> str:
    """A short name for the file, from the name people see: buoi-trua, buoi-trua-2."""
    words = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in fold(name)).split()
    base = "-".join(words)[:36].strip("-") or "buoi"
    if base not in taken:
        return base
    return next(f"{base}-{number}" for number in range(2, 1000) if f"{base}-{number}" not in taken)

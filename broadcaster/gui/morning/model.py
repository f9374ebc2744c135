"""The words of the morning page. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from broadcaster.asrun.model import CONTENT_KINDS, NOT_HEARD, Airing, Outcome, Totals
from broadcaster.gui.errors import reason_text
from broadcaster.gui.i18n import length_text, number_text
from broadcaster.gui.log.model import (
    TONES,
    counted_reason,
    counted_words,
    heard_words,
    session_words,
    verification_words,
)
from broadcaster.gui.on_air.model import alarm_words
from broadcaster.protocol.messages import Alarm
from broadcaster.reports.morning_model import DayLook, Risk, SessionToday


@dataclass(frozen=True)
class Figure:
    """One big number."""

    number: str
    words: str
    tone: str = "plain"


def figures(look: DayLook) -> list[Figure]:
    """Yesterday in a few numbers that can be read from the door."""
    translate = QCoreApplication.translate
    sums = look.totals
    unheard = sum(sums.verification.get(kind, 0) for kind in NOT_HEARD)
    aired = sums.airings - sum(sums.unscheduled.values())
    # What was put in between by hand was not planned: "13 of 12" would puzzle.
    aired = min(aired, sums.planned) if sums.planned else sums.airings
    found = [
        Figure(f"{number_text(aired)}/{number_text(sums.planned)}", translate("Morning", "aired of planned"),
               "good" if sums.planned and not sums.missed and not sums.partial else "plain"),
        Figure(number_text(sums.missed), translate("Morning", "not aired"), "bad" if sums.missed else "plain"),
    ]
    if sums.partial:
        found.append(Figure(number_text(sums.partial), translate("Morning", "in part"), "wait"))
    if sums.made_up:
        found.append(Figure(number_text(sums.made_up), translate("Morning", "made up"), "good"))
    if sums.unscheduled:
        found.append(Figure(number_text(sum(sums.unscheduled.values())), translate("Morning", "put in between"),
                            "info"))
    if unheard:
        found.append(Figure(number_text(unheard), translate("Morning", "not heard by the monitor"), "bad"))
    elif heard := sums.verification.get("heard", 0):
        found.append(Figure(number_text(heard), translate("Morning", "heard by the monitor"), "good"))
    return found


def minutes_words(sums: Totals) -> str:
    """On air 1 giờ 12 phút · 2 buổi · 1 dòng có đính chính."""
    translate = QCoreApplication.translate
    parts = [translate("Morning", "{length} on air").format(length=length_text(sums.seconds))] if sums.airings else []
    if sums.sessions:
        parts.append(translate("Morning", "{count} sessions").format(count=sums.sessions))
    if sums.corrected:
        parts.append(translate("Morning", "{count} corrected").format(count=sums.corrected))
    return " · ".join(parts)


def summary_line(look: DayLook) -> str:
    """What a signer reads before the PIN."""
    sums = look.totals
    text = QCoreApplication.translate("Morning", "Planned {planned} · not aired {missed} · in part {partial} · "
                                      "corrected {corrected} · {length} on air")
    return text.format(planned=sums.planned, missed=sums.missed, partial=sums.partial, corrected=sums.corrected,
                       length=length_text(sums.seconds))


def state_of(row: Airing) -> tuple[str, str]:
    """Words and tone of one row that was not as planned."""
    now = row.counted
    if row.verification in NOT_HEARD and not row.corrected and now.outcome in {Outcome.AIRED, Outcome.MADE_UP}:
        return heard_words(row), "bad"
    return counted_words(row), TONES[now.outcome]


def why_of(row: Airing) -> str:
    """The reason, and what the monitor heard instead."""
    heard = verification_words(row.verification) if row.verification in NOT_HEARD else ""
    return " – ".join(filter(None, (counted_reason(row), heard)))


def grouped(rows: Sequence[Airing]) -> list[str]:
    """A line for what shared its fate, by session: "Buổi trưa: 11 mục không phát – máy tính tắt"."""
    found: dict[tuple[str, str], list[Airing]] = {}
    for row in rows:
        fate = " – ".join(filter(None, (state_of(row)[0], why_of(row))))
        found.setdefault((session_words(row), fate), []).append(row)
    several = QCoreApplication.translate("Morning", "{session}: {count} items {fate}")
    return [several.format(session=session, count=len(same), fate=fate) if len(same) > 1 else
            f"{(same[0].started_at or same[0].planned_start)[11:16]} {same[0].title}: {fate}"
            for (session, fate), same in found.items()]


def rest_words(rows: list[Airing]) -> str:
    """Tunes and bridges that shared the fate of what they belong to: one line for all of them."""
    count = sum(row.kind not in CONTENT_KINDS for row in rows)
    text = QCoreApplication.translate("Morning", "and {count} tunes, bridges and greetings")
    return text.format(count=count) if count else ""


def session_state_words(session: SessionToday) -> tuple[str, str]:
    """Words and tone of a session of today."""
    translate = QCoreApplication.translate
    if session.state == "not_held":
        return translate("Morning", "not approved"), "bad"
    if not session.seconds:
        return translate("Morning", "empty"), "bad" if session.state == "to_come" else "plain"
    return {"past": (translate("Morning", "over"), "plain"), "on_air": (translate("Morning", "now"), "accent"),
            "to_come": (translate("Morning", "to come"), "good")}[session.state]


def risk_words(risk: Risk) -> str:
    """What it is and what to do, in a sentence or two."""
    if risk.code.startswith("alarm."):
        return alarm_words(Alarm(risk.code.removeprefix("alarm."), "", risk.facts))
    return reason_text(risk.code, **risk.facts)


def go_words(risk: Risk) -> str:
    """The button that goes there; empty: it is mended outside of the program."""
    translate = QCoreApplication.translate
    return {
        "on_air": translate("Morning", "On air"), "settings": translate("Morning", "Settings"),
        "schedule": translate("Morning", "Schedule"), "directives": translate("Morning", "Letters"),
        "approvals": translate("Morning", "Approvals"), "library": translate("Morning", "Library"),
        "log": translate("Morning", "Airing log"), "upward": translate("Morning", "Send up"),
    }.get(risk.page, "")


def seal_code(text: str) -> str:
    """What people compare of a seal: 3f2a 9c01 …, as it stands on the paper."""
    code = text.split()[3] if len(text.split()) > 3 else text
    return " ".join(code[at:at + 4] for at in range(0, min(len(code), 16), 4))

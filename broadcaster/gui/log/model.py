"""The words of the airing log: periods, outcomes, reasons, and how the journal's own lines read. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from broadcaster.asrun.model import (
    CONTENT_KINDS,
    EMERGENCY,
    INSERT_KINDS,
    LIVE,
    NOT_HEARD,
    PRIORITY,
    RELAY,
    Airing,
    DaySummary,
    Outcome,
    Verification,
    ZoneAiring,
)
from broadcaster.asrun.whys import WHY, why_in
from broadcaster.base.clock import parse_time
from broadcaster.base.frames import clock_text, seconds
from broadcaster.gui.i18n import length_text, number_text
from broadcaster.gui.library.model import kind_words
from broadcaster.protocol.journal import Line, Reason

TONES = {Outcome.AIRED: "good", Outcome.MADE_UP: "good", Outcome.UNSCHEDULED: "info", Outcome.PARTIAL: "wait",
         Outcome.MISSED: "bad", Outcome.PENDING: "plain"}

CUSTOM = "custom"


@dataclass(frozen=True)
class Proof:
    """One journal line beside an airing."""

    id: int
    file: str
    line: Line


def periods() -> list[tuple[str, str]]:
    """(value, words) of the stretches of time one asks for most."""
    translate = QCoreApplication.translate
    return [
        ("today", translate("Log", "Today")), ("yesterday", translate("Log", "Yesterday")),
        ("week", translate("Log", "Last 7 days")), ("month", translate("Log", "This month")),
        ("last_month", translate("Log", "Last month")), ("all", translate("Log", "Everything")),
        (CUSTOM, translate("Log", "From … to …")),
    ]


def period_days(period: str, today: date) -> tuple[date, date] | None:
    """First and last day, both inclusive; None for everything."""
    first_of_month = today.replace(day=1)
    if period == "yesterday":
        return today - timedelta(1), today - timedelta(1)
    if period == "week":
        return today - timedelta(6), today
    if period == "month":
        return first_of_month, today
    if period == "last_month":
        last = first_of_month - timedelta(1)
        return last.replace(day=1), last
    return None if period == "all" else (today, today)


def outcome_words(outcome: Outcome) -> str:
    """One or two words for the pill."""
    translate = QCoreApplication.translate
    return {
        Outcome.AIRED: translate("Log", "aired"), Outcome.PARTIAL: translate("Log", "aired in part"),
        Outcome.MISSED: translate("Log", "not aired"), Outcome.MADE_UP: translate("Log", "made up later"),
        Outcome.UNSCHEDULED: translate("Log", "unscheduled"), Outcome.PENDING: translate("Log", "to come"),
    }[outcome]


def counted_words(row: Airing) -> str:
    """As it counts; a mark where a person's word stands in the place of the journal's, or beside it."""
    words = outcome_words(row.counted.outcome)
    return f"{words}*" if row.correction is not None else words


def counted_reason(row: Airing) -> str:
    """The reason as it counts, and whose word it is."""
    if row.correction is None:
        return reason_of(row)
    by = QCoreApplication.translate("Log", "noted by {name}").format(name=row.correction.by)
    return " – ".join(filter(None, (reason_words(row.counted.reason), f"“{row.correction.note}”", by)))


def reason_words(code: str) -> str:
    """Why something did not air, or not wholly; empty for nothing, the code itself when unknown."""
    translate = QCoreApplication.translate
    words = {
        Reason.NONE: "", Reason.POWER: translate("Log", "power cut"),
        Reason.PC_OFF: translate("Log", "computer was off"), Reason.SLEEP: translate("Log", "computer was asleep"),
        Reason.DEVICE_LOST: translate("Log", "sound device lost"),
        Reason.FILE_MISSING: translate("Log", "sound file missing"),
        Reason.FILE_ALTERED: translate("Log", "sound file altered"),
        Reason.NOT_APPROVED: translate("Log", "not approved"), Reason.EXPIRED: translate("Log", "approval expired"),
        Reason.PREEMPTED: translate("Log", "gave way to an urgent message"),
        Reason.OVERRUN: translate("Log", "no time left in the session"),
        Reason.OPERATOR: translate("Log", "ended by the operator"),
        Reason.QUIET_HOURS: translate("Log", "quiet hours"),
        Reason.CLOCK_INVALID: translate("Log", "computer clock wrong"),
        Reason.DISK_FULL: translate("Log", "disk full"), Reason.RELAY_LOST: translate("Log", "relay lost"),
        Reason.PROGRAM_ERROR: translate("Log", "program error"),
        Reason.PLAN_ALTERED: translate("Log", "plan altered"),
        Reason.LOG_LOST: translate("Log", "not known: brought back from an older backup"),
    }
    return words.get(Reason(code), code) if code in set(Reason) else code


def reason_of(row: Airing) -> str:
    """The reason, and what the operator wrote or the program found out about it."""
    return " – ".join(filter(None, (reason_words(row.reason), note_words(row.note))))


def note_words(note: str) -> str:
    """The program's own notes in words; what a person wrote stays as it is."""
    translate = QCoreApplication.translate
    words = {"resumed": translate("Log", "interrupted, then went on"),
             "restarted": translate("Log", "interrupted, then began again"),
             "estimated": translate("Log", "end estimated, within two seconds"),
             "made_up": translate("Log", "in a later session"),
             "make_up_due": translate("Log", "to be made up later today"),
             "delivered": translate("Log", "handed over as a file"),
             "planned_late": translate("Log", "planned after its time")}
    why, parts = why_in(note), [part for part in note.split(";") if part and not part.startswith(WHY)]
    said = ", ".join(words.get(part, part) for part in parts) if set(parts) <= set(words) else ";".join(parts)
    return " – ".join(filter(None, (said, translate("Log", "“{why}”").format(why=why) if why else "")))


def verification_words(code: str, score: float | None = None) -> str:
    """What is known beyond 'the device took the samples'; of what was heard also how surely."""
    translate = QCoreApplication.translate
    words = {
        Verification.HEARD: translate("Log", "heard by the monitor"),
        Verification.SENT: translate("Log", "sent to the output, not listened to"),
        Verification.NOT_HEARD: translate("Log", "not recognised by the monitor"),
        Verification.SILENT: translate("Log", "silence at the output"),
        Verification.OTHER: translate("Log", "another sound at the output"),
    }.get(Verification(code), "") if code in set(Verification) else ""
    return f"{words} ({round(score * 100)} %)" if code == Verification.HEARD and score is not None else words


def heard_words(row: Airing) -> str:
    """The same in one or two words, for a column."""
    translate = QCoreApplication.translate
    return {
        Verification.HEARD: translate("Log", "heard"), Verification.SENT: translate("Log", "sent"),
        Verification.NOT_HEARD: translate("Log", "not heard"), Verification.SILENT: translate("Log", "silence"),
        Verification.OTHER: translate("Log", "other sound"),
    }.get(Verification(row.verification), "") if row.verification in set(Verification) else ""


def heard_tone(row: Airing) -> str:
    """Nothing to look at unless somebody listened."""
    if row.verification in NOT_HEARD:
        return "bad"
    return "good" if row.verification == Verification.HEARD else "plain"


def airing_kind_words(kind: str) -> str:
    """A kind of item, or what a person put in between."""
    translate = QCoreApplication.translate
    return {EMERGENCY: translate("Log", "Emergency"), PRIORITY: translate("Log", "Priority message"),
            LIVE: translate("Log", "Live"), RELAY: translate("Log", "Relay")}.get(kind) or kind_words(kind)


def kind_filters() -> list[tuple[str, str]]:
    """(value, words): which rows to show; the value is kinds with commas between."""
    translate = QCoreApplication.translate
    return [("", translate("Log", "All kinds")),
            (",".join(INSERT_KINDS), translate("Log", "Put in between")),
            *((kind, airing_kind_words(kind)) for kind in INSERT_KINDS),
            *((kind, airing_kind_words(kind)) for kind in CONTENT_KINDS if kind not in INSERT_KINDS)]


def session_words(row: Airing) -> str:
    """The session; of what a person put in between, what it is."""
    return airing_kind_words(row.kind) if row.insert_id else row.session_name


def zone_lines(row: Airing) -> str:
    """One line a zone: Thôn Đông: đã phát 1:00 · nghe thấy (92 %)."""
    return "\n".join(_zone_line(each) for each in row.by_zone)


def _zone_line(each: ZoneAiring) -> str:
    length = clock_text(seconds(each.aired_frames)) if each.aired_frames else ""
    said = " ".join(filter(None, (outcome_words(each.outcome), length)))
    more = (reason_words(each.reason), note_words(each.note), verification_words(each.verification, each.score))
    return f"{each.zone}: " + " · ".join(filter(None, (said, *more)))


def planned_text(row: Airing, with_day: bool) -> str:
    """05:03, or 21/11 05:03 where several days stand in one list; nothing was planned for the unscheduled."""
    if not row.planned_start:
        return f"{date.fromisoformat(row.day):%d/%m}" if with_day else ""
    moment = parse_time(row.planned_start)
    return f"{moment:%d/%m %H:%M}" if with_day else f"{moment:%H:%M:%S}"


def started_text(row: Airing) -> str:
    return f"{parse_time(row.started_at):%H:%M:%S}" if row.started_at else "–"


def length_words(row: Airing) -> str:
    """What sounded; of a part also the whole: 0:40 / 2:00."""
    aired = clock_text(seconds(row.aired_frames))
    if row.outcome is Outcome.PARTIAL and row.planned_frames:
        return f"{aired} / {clock_text(seconds(row.planned_frames))}"
    return aired if row.started_at else f"({clock_text(seconds(row.planned_frames))})"


def voice_words(row: Airing, *, named: bool = False) -> str:
    """Whether a machine or a person is heard; empty for music and for another station's words."""
    translate = QCoreApplication.translate
    if row.voice:
        return translate("Log", "synthetic voice ({name})").format(name=row.voice) if named \
            else translate("Log", "synthetic voice")
    spoken = row.kind in CONTENT_KINDS and row.kind != RELAY and not row.is_relay
    return translate("Log", "a person's voice") if spoken else ""


def approver_words(row: Airing) -> str:
    """Who approved it, both where two must; that they wrote it themselves is never left out."""
    names = ", ".join(filter(None, (row.approver, row.second_approver)))
    if not row.self_approved:
        return names
    translate = QCoreApplication.translate
    words = translate("Log", "{names} (one of them wrote it)") if row.second_approver else \
        translate("Log", "{name} (wrote it too)")
    return words.format(name=names, names=names)


def summary_text(summary: DaySummary) -> str:
    """One line under the list."""
    text = QCoreApplication.translate(
        "Log", "Planned {planned} · aired {aired} · in part {partial} · not aired {missed} · {length} on air")
    return text.format(planned=number_text(summary.planned), aired=number_text(summary.aired),
                       partial=number_text(summary.partial), missed=number_text(summary.missed),
                       length=length_text(summary.seconds))

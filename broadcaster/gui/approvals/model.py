"""The words of the approver's desk. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from broadcaster.base.clock import parse_time
from broadcaster.base.frames import clock_text
from broadcaster.bulletins.changes import FigureChange
from broadcaster.bulletins.desk import Pile, Waiting
from broadcaster.bulletins.sign_off import Step
from broadcaster.bulletins.slip import SlipCheck
from broadcaster.gui.directives.model import urgency_words
from broadcaster.gui.i18n import length_text, moment_text
from broadcaster.gui.library.model import kind_words, state_words
from broadcaster.library.model import State

TONES = {State.SUBMITTED: "wait", State.CHECKED: "wait", State.APPROVED: "good", State.RETURNED: "bad"}
_LONG = timedelta(days=3)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Row:
    """A line of the list: a bulletin, a sound or a week's sheet."""

    subject: str
    title: str
    kind: str
    state: State
    author: str
    seconds: float
    since: str
    number: str = ""
    """Of the letter it serves."""
    urgency: str = ""
    approver: str = ""
    self_approved: bool = False
    valid_from: str = ""
    valid_until: str = ""
    reason: str = ""
    remarks: int = 0

    @property
    def id(self) -> str:
        return self.subject

    @property
    def is_sheet(self) -> bool:
        return self.subject.startswith("sheet:")


def row_of(item: Waiting, number: str, urgency: str) -> Row:
    return Row(item.subject, item.title, kind_words(item.kind), item.state, item.author, item.seconds, item.since,
               number, urgency, item.approver, item.self_approved, item.valid_from, item.valid_until, item.reason,
               item.remarks)


def sheet_row(monday: date, by: str, at: str) -> Row:
    translate = QCoreApplication.translate
    title = translate("Approvals", "Week of {first} to {last}").format(
        first=f"{monday:%d/%m}", last=f"{monday + timedelta(days=6):%d/%m/%Y}")
    return Row(f"sheet:{monday.isoformat()}", title, translate("Approvals", "Weekly schedule"), State.SUBMITTED, by,
               0.0, at)


def pile_words(pile: Pile) -> str:
    translate = QCoreApplication.translate
    return {
        Pile.WAITING: translate("Approvals", "Waiting"), Pile.SECOND: translate("Approvals", "Waiting for the second"),
        Pile.RETURNED: translate("Approvals", "Given back"), Pile.APPROVED: translate("Approvals", "Approved"),
        Pile.ENDING: translate("Approvals", "Running out"), Pile.WITHDRAWN: translate("Approvals", "Withdrawn"),
    }[pile]


def empty_words(pile: Pile) -> str:
    """What an empty pile says: what to do next."""
    translate = QCoreApplication.translate
    return {
        Pile.WAITING: translate(
            "Approvals", "Nothing waits for approval. What is submitted under Bulletins or in the library appears "
            "here."),
        Pile.SECOND: translate(
            "Approvals", "Nothing waits for a second approver. Where two must agree, what the first has approved "
            "appears here."),
        Pile.RETURNED: translate("Approvals", "Nothing was given back. What the author has to rework stays here until "
                                 "it is submitted again."),
        Pile.APPROVED: translate("Approvals", "Nothing is approved yet."),
        Pile.ENDING: translate("Approvals", "No approval ends within the next seven days."),
        Pile.WITHDRAWN: translate("Approvals", "Nothing was withdrawn."),
    }[pile]


def state_of(row: Row, today: date) -> tuple[str, str]:
    """Words and tone of the state; an approval whose days are over is none."""
    translate = QCoreApplication.translate
    day = today.isoformat()
    if row.state is State.APPROVED and row.valid_until and day > row.valid_until:
        return translate("Approvals", "Expired"), "bad"
    if row.state is State.APPROVED and row.valid_from and day < row.valid_from:
        return translate("Approvals", "Approved, from {day}").format(day=_day(row.valid_from)), "info"
    return state_words(row.state), TONES.get(row.state, "plain")


def since_words(row: Row, now: datetime, pile: Pile) -> str:
    """ "2 days" on a pile that waits, else the moment."""
    if pile is Pile.ENDING:
        return _left(row.valid_until, now.date())
    if not row.since:
        return ""
    at = parse_time(row.since)
    if pile not in {Pile.WAITING, Pile.SECOND}:
        return f"{at:%d/%m %H:%M}"
    return waited(at, now)


def waited(at: datetime, now: datetime) -> str:
    translate = QCoreApplication.translate
    gone = max(now - at, timedelta())
    if gone >= timedelta(days=1):
        return translate("Approvals", "{count} days").format(count=gone.days)
    return length_text(gone.total_seconds()) if gone >= _MINUTE else translate("Approvals", "just now")


def since_tone(row: Row, now: datetime, pile: Pile) -> str:
    """A tone for what waits long or runs out soon; empty: plain text."""
    if pile is Pile.ENDING:
        return "bad" if row.valid_until < now.date().isoformat() else "wait"
    if pile in {Pile.WAITING, Pile.SECOND} and row.since and (row.urgency or now - parse_time(row.since) >= _LONG):
        return "bad"
    return ""


def headline(row: Row, now: datetime) -> str:
    """Kind, length, whose, since when."""
    translate = QCoreApplication.translate
    parts = [row.kind, clock_text(row.seconds) if row.seconds else ""]
    if row.author:
        parts.append(translate("Approvals", "by {name}").format(name=row.author))
    if row.since:
        at = parse_time(row.since)
        waiting = translate("Approvals", "submitted {time}, waiting for {how_long}") if now - at >= _MINUTE else \
            translate("Approvals", "submitted {time}")
        words = {State.SUBMITTED: waiting, State.CHECKED: waiting,
                 State.APPROVED: translate("Approvals", "approved {time}"),
                 State.RETURNED: translate("Approvals", "given back {time}"),
                 State.WITHDRAWN: translate("Approvals", "withdrawn {time}")}.get(row.state, "{time}")
        parts.append(words.format(time=moment_text(at), how_long=waited(at, now)))
    return " · ".join(filter(None, parts))


def letter_line(row: Row) -> str:
    """The letter it serves, and how urgent that is."""
    if not row.number:
        return ""
    text = QCoreApplication.translate("Approvals", "Serves letter {number}").format(number=row.number)
    return f"{text} · {urgency_words(row.urgency)}" if row.urgency else text


def valid_words(first: str, last: str) -> str:
    translate = QCoreApplication.translate
    if first and last:
        return translate("Approvals", "from {first} to {last}").format(first=_day(first), last=_day(last))
    if first:
        return translate("Approvals", "from {first}").format(first=_day(first))
    return translate("Approvals", "until {last}").format(last=_day(last)) if last else \
        translate("Approvals", "until it is withdrawn")


def step_words(step: Step) -> str:
    """One step of its way, as a sentence without the name."""
    translate = QCoreApplication.translate
    words = {
        "new": translate("Approvals", "made it"), "submit": translate("Approvals", "submitted it"),
        "first_yes": translate("Approvals", "agreed as the first of two"),
        "approve": translate("Approvals", "approved it"), "give_back": translate("Approvals", "gave it back"),
        "withdraw": translate("Approvals", "withdrew it"),
        "void": translate("Approvals", "changed it: the approval ended"),
        "expired": translate("Approvals", "The approval ran out"),
        "superseded": translate("Approvals", "put another item in its place"),
        "reopened": translate("Approvals", "opened it again to change it"),
        "archived": translate("Approvals", "archived it"), "restored": translate("Approvals", "put it back"),
    }.get(step.act, step.act)
    if step.act == "approve" and step.detail.get("self_approved"):
        words = translate("Approvals", "approved what they had written themselves (station of one)")
    if step.act == "approve" and step.detail.get("first"):
        words = translate("Approvals", "agreed as the second of two: approved")
    return words


def kind_of_figure(kind: str) -> str:
    translate = QCoreApplication.translate
    return {"phone": translate("Approvals", "Telephone"), "date": translate("Approvals", "Day"),
            "clock": translate("Approvals", "Hour"), "document": translate("Approvals", "Letter number"),
            "number": translate("Approvals", "Figure")}[kind]


def figure_words(change: FigureChange) -> str:
    """ "Day: 01/12 → 02/12"."""
    translate = QCoreApplication.translate
    kind = kind_of_figure(change.kind)
    if not change.before:
        return translate("Approvals", "{kind}: {after} is new").format(kind=kind, after=change.after)
    if not change.after:
        return translate("Approvals", "{kind}: {before} is gone").format(kind=kind, before=change.before)
    return f"{kind}: {change.before} → {change.after}"


def check_words(found: SlipCheck) -> tuple[str, str]:
    """Sentence and tone of what a slip's code tells."""
    translate = QCoreApplication.translate
    words, tone = {
        "valid": (translate("Approvals", "Valid: this text and this sound may be broadcast."), "good"),
        "early": (translate("Approvals", "Approved, but its first day is still to come."), "wait"),
        "expired": (translate("Approvals", "Expired: its last day is over."), "bad"),
        "withdrawn": (translate("Approvals", "Withdrawn: {reason}"), "bad"),
        "changed": (translate("Approvals", "No longer valid: text or sound was changed after the approval."), "bad"),
        "replaced": (translate("Approvals", "Replaced: a newer approval was given. Take that slip instead."), "wait"),
        "unknown": (translate("Approvals", "This station knows no such approval. It may have been printed before a "
                              "backup was brought back."), "bad"),
    }.get(found.verdict, (_altered(found.reason), "bad"))
    return words.format(reason=found.reason), tone


def _altered(reason: str) -> str:
    translate = QCoreApplication.translate
    return {
        "code": translate("Approvals", "Not genuine: this code was not made by this station, or was altered."),
        "text": translate("Approvals", "Altered: the stored text is not the one that was approved."),
        "sound": translate("Approvals", "Altered: the sound file is not the one that was approved."),
        "sound_missing": translate("Approvals", "The sound file that was approved is missing."),
    }.get(reason, translate("Approvals", "Altered: the stored approval is not the one that was signed."))


def _left(day: str, today: date) -> str:
    translate = QCoreApplication.translate
    left = (date.fromisoformat(day) - today).days if day else 0
    if left < 0:
        return translate("Approvals", "over since {day}").format(day=_day(day))
    return translate("Approvals", "last day today") if left == 0 else \
        translate("Approvals", "{count} days left").format(count=left)


def _day(text: str) -> str:
    return "/".join(reversed(text.split("-")))

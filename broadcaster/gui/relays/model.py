"""Words for sources of relays: where they come from, where they stand, how they sounded. No widgets."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from broadcaster.base.clock import parse_time
from broadcaster.protocol.relay_address import told
from broadcaster.protocol.rundown import Relay
from broadcaster.schedule.relays.model import RelayStanding, RelayState, RelayTrial, Trial

_TONES = {RelayState.DRAFT: "wait", RelayState.CHECKED: "wait", RelayState.APPROVED: "good", RelayState.NOT_YET: "info",
          RelayState.EXPIRED: "bad", RelayState.WITHDRAWN: "bad", RelayState.FALLBACK_GONE: "bad",
          RelayState.REMOVED: "plain"}
_SOON = timedelta(days=14)
_LOW_DB = -40.0
"""Quieter than this at its loudest, a programme is hardly understood outdoors."""


def tone_of(item: RelayStanding, today: date) -> str:
    """Amber already while there is time to have it approved anew."""
    given = item.source.approval
    if item.state is RelayState.APPROVED and given is not None and given.valid_until:
        return "wait" if date.fromisoformat(given.valid_until) - today <= _SOON else "good"
    return _TONES[item.state]


def kind_words(kind: str) -> str:
    translate = QCoreApplication.translate
    return {"stream": translate("Relays", "Address on the network"), "line": translate("Relays", "Line input"),
            "file": translate("Relays", "Sound file")}.get(kind, kind)


def from_words(relay: Relay) -> str:
    """Where the sound comes from, without a password."""
    where = told(relay.address)
    if relay.kind == "line" and not where:
        where = QCoreApplication.translate("Relays", "the computer's usual input")
    return where if relay.kind == "stream" else f"{kind_words(relay.kind)}: {where}"


def state_words(item: RelayStanding) -> str:
    translate, given = QCoreApplication.translate, item.source.approval
    if item.state is RelayState.APPROVED and given is not None:
        if given.valid_until:
            return translate("Relays", "Approved until {day}").format(day=_day(given.valid_until))
        return translate("Relays", "Approved")
    if item.state is RelayState.NOT_YET and given is not None:
        return translate("Relays", "Approved from {day}").format(day=_day(given.valid_from))
    return {RelayState.DRAFT: translate("Relays", "Not approved"),
            RelayState.CHECKED: translate("Relays", "One of two agreed"),
             RelayState.EXPIRED: translate("Relays", "Approval is over"),
            RelayState.WITHDRAWN: translate("Relays", "Withdrawn"),
            RelayState.FALLBACK_GONE: translate("Relays", "Replacement is gone"),
            RelayState.REMOVED: translate("Relays", "Removed")}.get(item.state, str(item.state))


def detail_words(item: RelayStanding) -> str:
    """The decision, who agreed and when, or why it does not air; a sentence each."""
    translate, given = QCoreApplication.translate, item.source.approval
    parts = [item.note] if item.note else []
    if item.state in {RelayState.DRAFT, RelayState.EXPIRED}:
        parts.append(translate("Relays", "It does not air until it is approved."))
    elif item.state is RelayState.CHECKED:
        parts.append(translate("Relays", "{name} agreed as the first; a second approver must agree too.").format(
            name=item.first_approver))
    elif item.state is RelayState.WITHDRAWN:
        parts.append(translate("Relays", "Withdrawn: {reason}").format(reason=item.reason))
    elif item.state is RelayState.FALLBACK_GONE:
        parts.append(translate("Relays", "“{title}”, which sounds when the other station is lost, was withdrawn or "
                               "changed. Choose another and have it approved anew: until then it does not air.").format(
                                   title=item.fallback_title))
    if given is not None and item.state in {RelayState.APPROVED, RelayState.NOT_YET, RelayState.EXPIRED}:
        parts.append(translate("Relays", "Approved by {names} on {day}.").format(
            names=", ".join(filter(None, (given.approver, given.second_approver))), day=_moment(given.approved_at)))
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts)


def lost_words(item: RelayStanding) -> str:
    """What sounds when it is lost."""
    return item.fallback_title or QCoreApplication.translate("Relays", "silence")


def trial_words(found: RelayTrial) -> tuple[str, str]:
    """What came of trying it, and its tone."""
    translate = QCoreApplication.translate
    level = translate("Relays", "{level} dB at its loudest").format(level=round(found.level_db))
    if found.outcome is Trial.HEARD and found.level_db < _LOW_DB:
        return translate("Relays", "Heard, but very low: {level}. Turn it up where it comes from.").format(
            level=level), "wait"
    if found.outcome is Trial.HEARD:
        return translate("Relays", "Heard well: {level}.").format(level=level), "good"
    if found.outcome is Trial.SILENT:
        return translate("Relays", "It answers, but there is only silence. Perhaps their programme has not begun."), \
            "wait"
    return problem_words(found.problem), "bad"


def problem_words(problem: str) -> str:
    """Why nothing was heard."""
    translate = QCoreApplication.translate
    return {
        "unreachable": translate("Relays", "No answer. Check the network line and the address."),
        "refused": translate("Relays", "The other side refuses. Ask whether the address and the password are right."),
        "not_sound": translate("Relays", "There is something, but no sound that can be played. Check the address."),
        "lost": translate("Relays", "It broke off. Check the network line."),
        "absent": translate("Relays", "This input is not on the computer. Plug the receiver in."),
        "unusable": translate("Relays", "The input cannot be opened: another program may hold it."),
        "missing": translate("Relays", "The file is not there any more."),
    }.get(problem, translate("Relays", "Nothing was heard."))


def _day(iso: str) -> str:
    return f"{date.fromisoformat(iso):%d/%m/%Y}"


def _moment(iso: str) -> str:
    return f"{parse_time(iso):%d/%m/%Y}"

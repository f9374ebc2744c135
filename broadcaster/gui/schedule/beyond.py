"""What needs a reason before it is stored: an unusual hour, more than the rules allow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.accounts.model import Person
from broadcaster.base.errors import Refused
from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.schedule.hours import hour_words
from broadcaster.gui.widgets.reason import ask_reason, keep_reason, offered_reasons
from broadcaster.wiring import App


def asked(app: App, shell: Shell, owner: QWidget, error: Exception, by: Person, again: Callable[[str], object]) -> bool:
    """True when the error is one that a reason answers: it was asked for, and `again(reason)` follows if given."""
    if not isinstance(error, Refused) or error.code not in {"schedule.reason", "schedule.rule"}:
        return False
    if error.code == "schedule.reason":
        _unusual(shell, owner, error, again)
    else:
        _beyond_rule(app, shell, owner, error, by, again)
    return True


def short(refusal: Refused) -> str:
    """The first sentence of a refusal: there is no room for more beside the mouse."""
    return explain(refusal).text.partition(". ")[0].rstrip(".") + "."


def _unusual(shell: Shell, owner: QWidget, error: Refused, again: Callable[[str], object]) -> None:
    translate = QCoreApplication.translate
    starts = str(error.facts.get("starts", ""))
    text = translate("Schedule", "“{name}” would begin at {starts}, that is {words}. Is that really meant?").format(
        name=error.facts.get("name", ""), starts=starts, words=hour_words(starts))
    reason = ask_reason(owner.window(), translate("Schedule", "An unusual hour"), text,
                        translate("Schedule", "Yes, at this hour"), danger=True,
                        offered=offered_reasons(shell.memory, "unusual_start", _usual()))
    if reason:
        keep_reason(shell.memory, "unusual_start", reason)
        again(reason)


def _beyond_rule(app: App, shell: Shell, owner: QWidget, error: Refused, by: Person,
                 again: Callable[[str], object]) -> None:
    translate = QCoreApplication.translate
    rule, facts = str(error.facts.get("rule", "")), error.facts
    words = {
        "session_long": translate("Schedule", "“{name}” would last {wanted} minutes; the rules allow {limit}."),
        "sessions_many": translate("Schedule", "There would be {wanted} sessions on this day; the rules allow "
                                               "{limit}."),
        "weekday": translate("Schedule", "The rules foresee no session on this day of the week."),
    }.get(rule, translate("Schedule", "The rules do not allow this."))
    text = words.format(name=facts.get("name", ""), wanted=facts.get("wanted", ""), limit=facts.get("limit", ""))
    text += " " + translate("Schedule", "With a reason the rule does not hold for it any more; the reason stays in the "
                                        "record and can be taken back under “Broadcast rules…”.")
    reason = ask_reason(owner.window(), translate("Schedule", "Beyond the rules"), text,
                        translate("Schedule", "Allow it"), danger=True,
                        offered=offered_reasons(shell.memory, "beyond_rule", ()))
    if not reason:
        return
    keep_reason(shell.memory, "beyond_rule", reason)
    wanted = facts.get("wanted", 0)
    most = int(wanted) if str(wanted).isdigit() else 0
    session = str(facts.get("session", "")) if rule == "session_long" else ""
    Op(lambda: app.rules.override(rule, session, most, reason, by.name)).on_success(
        lambda _: again(reason)).start(owner)


def _usual() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (translate("Schedule", "Agreed with the people here"), translate("Schedule", "Asked for by a letter"))

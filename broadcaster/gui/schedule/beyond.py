"""What needs a reason before it is stored: an unusual hour, more than the rules allow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.accounts.model import Person
from broadcaster.base.errors import Refused
from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.schedule.hours import hour_words
from broadcaster.gui.widgets.reason import ask_reason, keep_reason, offered_reasons
from broadcaster.schedule.model import RuleOverride
from broadcaster.wiring import App


@dataclass(frozen=True)
class Lifted:
    """A rule that holds no more, for a reason given while something was stored."""

    now: RuleOverride
    before: RuleOverride | None
    """The older reason it took the place of."""


def asked(app: App, shell: Shell, owner: QWidget, error: Exception, by: Person, again: Callable[[str], object],
          lifted: Callable[[Lifted], object] | None = None) -> bool:
    """True when the error is one that a reason answers: it was asked for, and `again(reason)` follows if given.

    `lifted` is told of a rule that no longer holds for that reason: `put_back` is the way back.
    """
    if not isinstance(error, Refused) or error.code not in {"schedule.reason", "schedule.rule"}:
        return False
    if error.code == "schedule.reason":
        _unusual(shell, owner, error, again)
    else:
        _beyond_rule(app, shell, owner, error, by, again, lifted or (lambda _: None))
    return True


def put_back(app: App, lifted: Lifted, by: str) -> None:
    """The rule holds again, as it did before."""
    found = _in_force(app, lifted.now.rule, lifted.now.session)
    if lifted.before is not None:
        app.rules.restore(lifted.before, by)
    elif found is not None:
        app.rules.revoke(found.id, by)


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
                 again: Callable[[str], object], lifted: Callable[[Lifted], object]) -> None:
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

    def lift() -> Lifted:
        before = _in_force(app, rule, session)
        return Lifted(app.rules.override(rule, session, most, reason, by.name), before)

    def done(found: Lifted) -> None:
        lifted(found)
        again(reason)
    Op(lift).on_success(done).start(owner)


def _in_force(app: App, rule: str, session: str) -> RuleOverride | None:
    return next((item for item in app.rules.overrides() if (item.rule, item.session) == (rule, session)), None)


def _usual() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (translate("Schedule", "Agreed with the people here"), translate("Schedule", "Asked for by a letter"))

"""Putting a name under days and weeks of the log, and how it reads where one stands or is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.accounts.model import Person, Right, Role
from broadcaster.asrun.model import Signature
from broadcaster.asrun.signatures import Standing
from broadcaster.base.clock import parse_time
from broadcaster.gui.i18n import day_text, moment_text
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell

TONES = {"signed": "good", "unsigned": "wait", "changed": "wait", "pending": "plain", "open": "plain",
         "empty": "plain"}


def state_words(each: Standing) -> str:
    """One or two words for the pill."""
    translate = QCoreApplication.translate
    return {
        "signed": translate("Signing", "signed"), "unsigned": translate("Signing", "not signed"),
        "changed": translate("Signing", "changed since"), "pending": translate("Signing", "not complete yet"),
        "open": translate("Signing", "not over"), "empty": translate("Signing", "nothing aired"),
    }[each.state]


def standing_words(each: Standing) -> str:
    """A sentence: who signed when, and what was said or filed since."""
    translate = QCoreApplication.translate
    if each.signature is None:
        return {
            "unsigned": translate("Signing", "Nobody has signed yet."),
            "pending": translate("Signing", "Some items have no outcome yet; it can be signed when they do."),
            "open": translate("Signing", "It is signed when it is over."),
            "empty": translate("Signing", "Nothing was planned or aired, so there is nothing to sign."),
        }.get(each.state, "")
    by = signature_words(each.signature)
    if each.state != "changed":
        return by
    since = []
    if each.corrections:
        names = ", ".join(dict.fromkeys(told.by for told in each.corrections))
        since.append(translate("Signing", "{count} corrections since, by {names}").format(
            count=len(each.corrections), names=names))
    if each.filed_again:
        since.append(translate("Signing", "the journal has been filed anew since and reads otherwise"))
    but = translate("Signing", "But: {what}. Look again and sign anew.").format(what="; ".join(since))
    return f"{by} {but}"


def signature_words(signed: Signature) -> str:
    """Đã ký: Cán bộ truyền thanh (Công chức văn hóa), 22/11/2026 06:10."""
    who = f"{signed.person} ({signed.role})" if signed.role else signed.person
    return QCoreApplication.translate("Signing", "Signed by {who}, {when}.").format(
        who=who, when=moment_text(parse_time(signed.at)))


def sign_days(shell: Shell, owner: QWidget, days: Sequence[date], summary: str, done: Callable[[], object]) -> None:
    """One PIN for one day or several, each of which gets its own signature; `done` once they are stored."""
    translate = QCoreApplication.translate
    purpose = translate("Signing", "Sign the airing log of {day}").format(day=day_text(days[0])) if len(days) == 1 \
        else translate("Signing", "Sign the airing log of {count} days, {first} – {last}").format(
            count=len(days), first=f"{days[0]:%d/%m}", last=f"{days[-1]:%d/%m/%Y}")
    person = _signer(shell, Role.OPERATOR, purpose, summary)
    if person is None:
        return
    app = shell.app

    def signed(made: Sequence[Signature]) -> None:
        shell.notify(translate("Signing", "{count} days of the log are signed.").format(count=len(made))
                     if len(made) > 1 else translate("Signing", "The log is signed."))
        done()

    Op(lambda: [app.signatures.sign_day(day, person) for day in days]).on_success(signed).start(owner)


def sign_week(shell: Shell, owner: QWidget, each: Standing, summary: str, done: Callable[[], object]) -> None:
    """The leader's name under a week."""
    translate = QCoreApplication.translate
    purpose = translate("Signing", "Sign the airing log of the week {first} – {last}").format(
        first=f"{each.first:%d/%m}", last=f"{each.last:%d/%m/%Y}")
    person = shell.ask_pin(Right.APPROVE, f"{purpose}\n{summary}".strip())
    if person is None:
        return
    app = shell.app

    def signed(_: Signature) -> None:
        shell.notify(translate("Signing", "The week is signed."))
        done()

    Op(lambda: app.signatures.sign_week(each.first, person)).on_success(signed).start(owner)


def _signer(shell: Shell, role: Role, purpose: str, summary: str) -> Person | None:
    """Whoever is signed in is asked whether they mean it: a name is more than a click."""
    if shell.signed_in is not None and shell.signed_in.may_write and not shell.confirm(
            purpose, summary, QCoreApplication.translate("Signing", "Sign")):
        return None
    return shell.ask_pin(role, f"{purpose}\n{summary}".strip())

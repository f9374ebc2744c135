"""Several things judged with one signature: a stick full of spots is approved as the pile it came in as."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from broadcaster.accounts.model import Person, Role
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.frames import clock_text
from broadcaster.gui.approvals import actions
from broadcaster.gui.approvals.actions import Material
from broadcaster.gui.approvals.model import valid_words
from broadcaster.gui.bulletins.back_reasons import back_reasons
from broadcaster.gui.bulletins.own_work import own_reason
from broadcaster.gui.errors import explain
from broadcaster.gui.i18n import length_text, number_text
from broadcaster.gui.library.findings import warnings
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.reason import ask_reason
from broadcaster.gui.widgets.table import Table
from broadcaster.wiring import App


@dataclass(frozen=True)
class Line:
    """One of the pile, as it is signed."""

    id: str
    title: str
    length: str
    days: str
    found: str
    """What the import found wrong with its sound, if anything."""


@dataclass
class Outcome:
    """What became of each: one that is refused holds up none of the others."""

    done: int = 0
    refused: list[str] = field(default_factory=list)
    """“Title”: why, in a sentence."""


def materials(app: App, subjects: Sequence[str]) -> list[Material]:
    """Everything of the pile at one moment: this is what will be signed. Raises Refused("approval.unknown")."""
    return [actions.material(app, subject) for subject in subjects]


def line_of(shown: Material) -> Line:
    cut, cart = shown.cut, shown.cart
    days = valid_words(cart.valid_from, cart.valid_until) if cart else ""
    return Line(shown.subject, title_of(shown), clock_text(cut.seconds) if cut else "", days,
                " ".join(warnings(cart)) if cart else "")


def title_of(shown: Material) -> str:
    return shown.bulletin.title if shown.bulletin else shown.cart.title if shown.cart else shown.subject


def approve_all(app: App, pile: Sequence[Material], by: Person, reason: str = "") -> Outcome:
    """Sign each exactly as it was shown, for the days its author gave it; `reason`: see actions.approve."""
    return _each(pile, lambda shown: actions.approve(
        app, shown, by, reason=reason if by.name.casefold() in shown.authors else ""))


def give_back_all(app: App, pile: Sequence[Material], by: Person, reason: str) -> Outcome:
    """All for the same reason."""
    return _each(pile, lambda shown: actions.give_back(app, shown.subject, by, reason))


def _each(pile: Sequence[Material], act: Callable[[Material], object]) -> Outcome:
    outcome = Outcome()
    for shown in pile:
        try:
            act(shown)
            outcome.done += 1
        except BroadcasterError as error:
            outcome.refused.append(f"“{title_of(shown)}”: {explain(error).text}")
    return outcome


class StackDialog(Sheet):
    """The last look before one signature under many. Accepted when the approver wants to sign; the PIN follows."""

    def __init__(self, parent: QWidget | None, app: App, pile: Sequence[Material]) -> None:
        super().__init__(parent, "", 820)
        count = number_text(len(pile))
        self.setWindowTitle(self.tr("Approve"))
        self.resize(860, 560)
        self.body.addWidget(label(self.tr("Approve {count} items").format(count=count), "title"))
        length = length_text(sum(shown.cut.seconds for shown in pile if shown.cut))
        self.body.addWidget(label(self.tr(
            "You sign exactly the texts and sounds of these {count} items ({length} together), each for its own days. "
            "Listen to those you have not heard yet first.").format(count=count, length=length), "soft", wrap=True))
        lines = [line_of(shown) for shown in pile]
        self.note = Banner("", "wait")
        told = []
        if faulty := sum(bool(line.found) for line in lines):
            told.append(self.tr("{count} of them have a warning about their sound.").format(count=number_text(faulty)))
        if app.settings.approval.second_approver:
            told.append(self.tr("Two must agree at this station: another approver signs after you."))
        self.note.show_text(" ".join(told), "wait")
        self.body.addWidget(self.note)
        self.table = Table("approvals.stack", [
            Column(self.tr("Title"), lambda line: line.title, 0, tip=lambda line: line.title),
            Column(self.tr("Length"), lambda line: line.length, 96),
            Column(self.tr("Holds"), lambda line: line.days, 190),
            Column(self.tr("Warning"), lambda line: line.found, 220, tip=lambda line: line.found)],
            accessible=self.tr("What is signed"))
        self.table.show_rows(lines)
        self.body.addWidget(self.table, 1)
        self.sign = primary_button(self.tr("Sign with PIN…"), "key-round", self.accept)
        self.sign.setDefault(True)
        self.buttons(button(self.tr("Not now"), "", self.reject), self.sign)
        self.sign.setFocus()


class LeftDialog(Sheet):
    """Which were left as they are, and why; shown only when there are some."""

    def __init__(self, parent: QWidget | None, outcome: Outcome) -> None:
        super().__init__(parent, "", 620)
        count = number_text(len(outcome.refused))
        title = self.tr("{count} items were left as they are").format(count=count)
        self.setWindowTitle(title)
        self.body.addWidget(label(title, "title"))
        if outcome.done:
            self.body.addWidget(label(self.tr("The other {count} went through.").format(
                count=number_text(outcome.done)), "soft"))
        self.reasons = QPlainTextEdit("\n\n".join(outcome.refused))
        self.reasons.setReadOnly(True)
        self.reasons.setTabChangesFocus(True)
        self.reasons.setAccessibleName(title)
        self.body.addWidget(self.reasons, 1)
        close = primary_button(self.tr("Close"), "", self.accept)
        close.setDefault(True)
        self.buttons(close)
        close.setFocus()


class StackDesk:
    """Runs the two acts on many: read, look, sign, do, tell. `done()` afterwards."""

    def __init__(self, page: QWidget, shell: Shell, done: Callable[[], object]) -> None:
        self._page, self._shell, self._done = page, shell, done

    def approve(self, subjects: Sequence[str]) -> None:
        self._read(subjects, self._look_and_sign)

    def give_back(self, subjects: Sequence[str]) -> None:
        translate = QCoreApplication.translate
        words = translate("Approvals", "Give {count} items back").format(count=number_text(len(subjects)))
        reason = ask_reason(self._page.window(), words, translate(
            "Approvals", "The author reads the reason with each of them and can submit again."), words,
            offered=back_reasons())
        person = self._shell.ask_pin(Role.APPROVER, words + ".") if reason else None
        if person:
            told = translate("Approvals", "{count} items were given back.")
            self._read(subjects, lambda pile: self._do(
                lambda: give_back_all(self._shell.app, pile, person, reason), told))

    def _look_and_sign(self, pile: list[Material]) -> None:
        translate, app = QCoreApplication.translate, self._shell.app
        dialog = StackDialog(self._page.window(), app, pile)
        wanted = dialog.exec() == StackDialog.DialogCode.Accepted
        dialog.deleteLater()
        person = self._shell.ask_pin(Role.APPROVER, translate(
            "Approvals", "I approve these {count} items, the texts and the sounds as shown.").format(
                count=number_text(len(pile)))) if wanted else None
        authors = frozenset[str]().union(*(shown.authors for shown in pile))
        why = own_reason(self._shell, person, authors) if person else None
        if person and why is not None:
            told = translate("Approvals", "{count} items now wait for the second approver.") \
                if app.settings.approval.second_approver else translate("Approvals", "{count} items are approved.")
            self._do(lambda: approve_all(app, pile, person, why), told)

    def _read(self, subjects: Sequence[str], then: Callable[[list[Material]], None]) -> None:
        app = self._shell.app
        Op(lambda: materials(app, subjects)).on_success(then).start(self._page)

    def _do(self, work: Callable[[], Outcome], told: str) -> None:
        def tell(outcome: Outcome) -> None:
            if outcome.done:
                self._shell.notify(told.format(count=number_text(outcome.done)))
            self._done()
            if outcome.refused:
                dialog = LeftDialog(self._page.window(), outcome)
                dialog.exec()
                dialog.deleteLater()

        Op(work).on_success(tell).start(self._page)

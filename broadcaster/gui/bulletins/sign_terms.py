"""The terms of a signature: from when until when it holds, and what has to be said before a person signs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.gui.library.optional_date import USUAL_DAYS, OptionalDate
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.layout import label, row
from broadcaster.library.model import State
from broadcaster.wiring import App

_DATE_WIDTH = 138


@dataclass(frozen=True)
class Signed:
    """Who had a hand in what is to be approved."""

    authors: frozenset[str]
    """Folded names of who wrote or submitted it."""
    first: str = ""
    """Who agreed as the first of two."""


NOBODY_YET = Signed(frozenset())


def signed_by(app: App, subject: str, author: str) -> Signed:
    """Read from its history. Raises Refused("approval.unknown")."""
    steps = app.approvals.history(subject)
    submitters = [step.by for step in steps if step.act == "submit"][-1:]
    firsts = [step.by for step in steps if step.act == "first_yes"][-1:]
    return Signed(frozenset(name.casefold() for name in (author, *submitters) if name), *firsts)


class SignTerms(QWidget):
    """`first`, `last`: ISO dates or ""."""

    def __init__(self, app: App, state: State, authors: Collection[str], first_approver: str = "") -> None:
        """`authors`: folded names of who wrote or submitted it."""
        super().__init__()
        self.setObjectName("plain")
        self._begin = OptionalDate(lambda: app.clock.now().date(), self.tr("at once"))
        self._end = OptionalDate(lambda: app.clock.now().date(), self.tr("without end"), USUAL_DAYS)
        self._begin.setAccessibleName(self.tr("Holds from"))
        self._end.setAccessibleName(self.tr("Holds until"))
        for part in (self._begin, self._end):
            part.field.setMinimumWidth(_DATE_WIDTH)
        self.notes = Banner("", "wait", "users")
        line = row(label(self.tr("Holds from"), "soft"), self._begin, label(self.tr("until"), "soft"), self._end, None)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(line)
        box.addWidget(self.notes)
        self.notes.show_text("\n".join(self._words(app, state, authors, first_approver)), "wait", "users")

    @property
    def first(self) -> str:
        return self._begin.value()

    @property
    def last(self) -> str:
        return self._end.value()

    def preset(self, first: str, last: str) -> None:
        """Days that are known already, to be changed or left."""
        self._begin.show_value(first)
        self._end.show_value(last)

    def _words(self, app: App, state: State, authors: Collection[str], first_approver: str) -> list[str]:
        rule = app.settings.approval
        lines = []
        if state is State.CHECKED:
            lines.append(self.tr("{name} agreed as the first. You sign as the second, after whom it may be broadcast; "
                                 "you can only shorten the days.").format(name=first_approver or "…"))
        elif rule.second_approver:
            lines.append(self.tr("Two must agree at this station: after you another approver signs, only then may it "
                                 "be broadcast."))
        able = [person.name for person in app.accounts.people() if person.may_approve]
        others = [name for name in able if name.casefold() not in authors and name != first_approver]
        if others:
            return lines
        if rule.single_person:
            lines.append(self.tr("The author approves it alone, because this is a station of one. The log, the report "
                                 "and the approval slip say so."))
        else:
            lines.append(self.tr("Nobody here may approve it: whoever wrote or submitted it cannot sign. Enter another "
                                 "approver under People."))
        return lines

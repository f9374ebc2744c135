"""Comparing a fingerprint: the one moment in which trust comes from a person and not from a file."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from broadcaster.base.errors import BroadcasterError
from broadcaster.gui.upward.key_view import Digits
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, text_field
from broadcaster.gui.widgets.layout import label

HOST_DOUBTS = ("place.host_unknown", "place.host_changed")


class CompareDialog(Sheet):
    """Accepted once the last four digits, heard from the other side, were typed: a glance is no comparison."""

    def __init__(self, parent: QWidget | None, fingerprint: str, sender: str = "", before: str = "") -> None:
        title = self.tr("Compare the office's fingerprint")
        super().__init__(parent, title, 560)
        self._last = fingerprint.split()[-1] if fingerprint.split() else ""
        self.body.addWidget(label(title, "title", wrap=True))
        self.changed = Banner("", "bad")
        if before:
            self.changed.show_text(self.tr(
                "Until now another key was confirmed ({before}). Confirm the new one only if the office says that it "
                "has changed its key, for example on a new computer.").format(before=before), "bad")
        self.body.addWidget(self.changed)
        name = sender or self.tr("the office above")
        self.body.addWidget(label(self.tr(
            "Call {name} on a number you know – not one from the letter itself – and let them read out the fingerprint "
            "their program shows under “Stations below”. It must be the same, digit by digit:").format(name=name),
            wrap=True))
        shown = " ".join([*fingerprint.split()[:-1], "• • • •"])
        self.digits = Digits(shown, 28)
        self.body.addWidget(self.digits)
        self.form = Form(label_width=220)
        self.typed = text_field(limit=12)
        self.typed.textChanged.connect(lambda _: self.form.clear())
        self.form.add(self.tr("The last four, as they read them out"), self.typed)
        self.body.addWidget(self.form)
        self.yes = primary_button(self.tr("They are the same"), "check", self._check)
        self.buttons(button(self.tr("Not now"), "", self.reject), self.yes)
        self.typed.setFocus()

    def _check(self) -> None:
        if "".join(self.typed.text().split()) == self._last and self._last:
            self.accept()
            return
        self.form.wrong(self.typed, self.tr(
            "These are not the last four of this key. If they read something else, do not confirm: it is not theirs."))


class HostDialog(Sheet):
    """A server's key, as its own administrator has it."""

    def __init__(self, parent: QWidget | None, host: str, fingerprint: str, before: str = "") -> None:
        title = self.tr("Is this the right server?")
        super().__init__(parent, title, 560)
        self.body.addWidget(label(title, "title", wrap=True))
        changed = Banner("", "bad")
        if before:
            changed.show_text(self.tr("Until now it answered with another key ({before}). Go on only if the office "
                                      "says that its server was set up anew.").format(before=before), "bad")
        self.body.addWidget(changed)
        self.body.addWidget(label(self.tr(
            "The server {host} is seen for the first time. Ask the office for the fingerprint of its server and "
            "compare it with this one:").format(host=host), wrap=True))
        self.digits = Digits(fingerprint, 17)
        self.body.addWidget(self.digits)
        self.yes = primary_button(self.tr("It is the same"), "check", self.accept)
        self.buttons(button(self.tr("Not now"), "", self.reject), self.yes)


def ask_host(parent: QWidget | None, refusal: BroadcasterError) -> bool:
    """Whether a person found the server's key to be the right one; `refusal`: of HOST_DOUBTS."""
    facts = refusal.facts
    dialog = HostDialog(parent, str(facts.get("host", "")), str(facts.get("fingerprint", "")),
                        str(facts.get("before", "")))
    same = dialog.exec() == HostDialog.DialogCode.Accepted
    dialog.deleteLater()
    return same

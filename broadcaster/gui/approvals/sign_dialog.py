"""The last look before a signature at the desk: what is signed, and from when until when it holds."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from broadcaster.base.frames import clock_text
from broadcaster.gui.approvals.actions import Material
from broadcaster.gui.approvals.model import Row
from broadcaster.gui.bulletins.sign_terms import SignTerms
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label


class SignDialog(Sheet):
    """Accepted when the approver wants to sign; the PIN follows."""

    def __init__(self, parent: QWidget | None, shell: Shell, row: Row, shown: Material, heard: float = 0.0) -> None:
        """`heard`: seconds of the sound that were listened to here."""
        super().__init__(parent, "", 640)
        self.setWindowTitle(self.tr("Approve"))
        self.body.addWidget(label(row.title, "title", wrap=True))
        cut = shown.cut
        facts = self.tr("You sign exactly this text and this sound ({length}, sound {sound}). Another text or another "
                        "sound needs another approval.").format(
                            length=clock_text(cut.seconds if cut else 0.0), sound=cut.sha256[:8] if cut else "–")
        if shown.texts:
            facts += " " + self.tr("The texts of the other channels are signed with it.")
        self.body.addWidget(label(facts, "soft", wrap=True))
        self.unheard = Banner("", "wait", "headphones")
        self.unheard.show_text(self._not_heard(heard, cut.seconds if cut else 0.0), "wait", "headphones")
        self.body.addWidget(self.unheard)
        self.terms = SignTerms(shell.app, row.state, shown.authors, row.approver)
        if shown.cart is not None:
            self.terms.preset(shown.cart.valid_from, shown.cart.valid_until)
        self.body.addWidget(self.terms)
        self.sign = primary_button(self.tr("Sign with PIN…"), "key-round", self.accept)
        self.sign.setDefault(True)
        self.buttons(button(self.tr("Not now"), "", self.reject), self.sign)
        self.sign.setFocus()

    def _not_heard(self, heard: float, seconds: float) -> str:
        """Not forbidden: somebody may have heard it while it was recorded. But nobody signs blindly by mistake."""
        if heard >= _ENOUGH * seconds:
            return ""
        if heard < _NOTHING:
            return self.tr("You have not listened to this sound yet.")
        return self.tr("You have listened to {heard} of {length}.").format(
            heard=clock_text(heard), length=clock_text(seconds))


_ENOUGH = 0.9
_NOTHING = 1.0

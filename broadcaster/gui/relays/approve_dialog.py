"""The last look before a signature: what is signed is the address and what replaces it, and for how long."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from broadcaster.gui.bulletins.sign_terms import SignTerms
from broadcaster.gui.relays.model import from_words, lost_words
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form
from broadcaster.gui.widgets.layout import label
from broadcaster.library.model import State
from broadcaster.schedule.relays.model import RelayStanding, RelayState
from broadcaster.wiring import App


class RelayApproveDialog(Sheet):
    """Accepted when the approver wants to sign; the PIN follows."""

    def __init__(self, parent: QWidget | None, app: App, item: RelayStanding) -> None:
        super().__init__(parent, "", 660)
        self.setWindowTitle(self.tr("Approve a programme of another station"))
        self.body.addWidget(label(item.source.name, "title", wrap=True))
        form = Form(label_width=130)
        form.add(self.tr("From"), label(from_words(item.source.relay), wrap=True))
        form.add(self.tr("When it is lost"), label(lost_words(item), wrap=True))
        if item.note:
            form.add(self.tr("Decision"), label(item.note, wrap=True))
        self.body.addWidget(form)
        self.body.addWidget(label(self.tr(
            "You sign for a programme nobody here hears beforehand: it airs as the other station sends it, at the "
            "hours of the schedule. Another address or another replacement needs another approval."), "soft",
            wrap=True))
        state = State.CHECKED if item.state is RelayState.CHECKED else State.SUBMITTED
        self.terms = SignTerms(app, state, item.authors, item.first_approver)
        self.body.addWidget(self.terms)
        self.sign = primary_button(self.tr("Sign with PIN…"), "key-round", self.accept)
        self.sign.setDefault(True)
        self.buttons(button(self.tr("Not now"), "", self.reject), self.sign)
        self.sign.setFocus()

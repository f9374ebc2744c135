"""Whether the record of who did what holds together, in one sentence and, if not, place by place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.gui.i18n import number_text
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table
from broadcaster.protocol.verifier import Fault


class TrailCheckDialog(Sheet):
    """The result of a check."""

    def __init__(self, parent: QWidget | None, count: int, faults: Sequence[Fault]) -> None:
        title = QCoreApplication.translate("TrailCheckDialog", "Check of the record")
        super().__init__(parent, title, 600)
        self.body.addWidget(label(title, "title"))
        self.verdict = Banner()
        if faults:
            self.verdict.show_text(self.tr(
                "The record does not hold together in {count} places: somebody or something changed it outside the "
                "program. Nothing is changed by this check. Keep a copy of the station's folder and tell whoever "
                "looks after it.").format(count=number_text(len(faults))), "bad")
        elif count:
            self.verdict.show_text(self.tr(
                "All {count} acts hold together: none was altered, taken out or put in since it was written."
            ).format(count=number_text(count)), "good", "circle-check")
        else:
            self.verdict.show_text(self.tr("Nothing was done yet, so there is nothing to check."), "info", "info")
        self.body.addWidget(self.verdict)
        if faults:
            self.body.addWidget(self._list(faults))
        close = primary_button(self.tr("Close"), "", self.accept)
        close.setDefault(True)
        self.buttons(close)

    def _list(self, faults: Sequence[Fault]) -> Table:
        self.table = Table("people.trail_faults", [
            Column(self.tr("Act"), lambda item: str(item[1].line), 90, digits=True),
            Column(self.tr("What is wrong"), lambda item: fault_words(item[1]), 0),
        ])
        self.table.setMinimumHeight(240)
        self.table.show_rows(list(enumerate(faults)), key=lambda item: item[0])
        return self.table


def fault_words(fault: Fault) -> str:
    """One place in plain words."""
    translate = QCoreApplication.translate
    return {
        "altered": translate("TrailFault", "was altered after it was written"),
        "broken_link": translate("TrailFault", "does not follow from the act before it: one was replaced or put in"),
        "out_of_order": translate("TrailFault", "an act before it is missing"),
        "missing": translate("TrailFault", "the record ends too early: the ledger of approvals knows of later acts"),
    }.get(fault.problem, fault.problem)

"""A session whose file is damaged: what is wrong, what airs all the same, and the way out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import one_line
from broadcaster.gui.errors import explain
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import primary_button
from broadcaster.gui.widgets.layout import caption_label, label, row
from broadcaster.schedule.sessions.own_files import OwnFile
from broadcaster.schedule.words import sentences_of_template

_LONGEST_DETAIL = 200


class DamagedFile(QFrame):
    """Stands where a session is read back."""

    def __init__(self, restore: Callable[[], object], set_aside: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("damaged")
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        self.wrong = Banner("", "bad")
        self.airs = caption_label("")
        self.words = label("", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.detail = label("", "soft", wrap=True)
        self.restore_button = primary_button(self.tr("Restore the last good copy"), "history", restore)
        self.aside_button = primary_button(self.tr("Put the damaged file aside"), "trash-2", set_aside)
        for part in (self.wrong, self.airs, self.words, self.detail):
            box.addWidget(part)
        box.addLayout(row(self.restore_button, self.aside_button, None))
        box.addStretch(1)
        self.hide()

    def show_file(self, item: OwnFile, names: Mapping[str, str]) -> None:
        """`names`: of the programmes that are taken over."""
        assert item.fault is not None
        kept = item.template
        self.wrong.show_text(self._what(item, item.fault), "bad")
        self.airs.setText(self.tr("Still airs as it last was good") if kept else self.tr("Does not air"))
        self.words.setText("\n\n".join(sentences_of_template(kept, names)) if kept else self.tr(
            "The station knows no good copy of this file. Put aside, it stays in the folder under another name: "
            "nothing is lost."))
        self.detail.setText(self.tr("For a technician: {detail}").format(
            detail=one_line(item.fault.text, _LONGEST_DETAIL)))
        self.restore_button.setVisible(kept is not None)
        self.aside_button.setVisible(kept is None)

    def _what(self, item: OwnFile, fault: Refused) -> str:
        if fault.code == "schedule.broken":
            return self.tr("The file “{file}” is damaged: it cannot be read.").format(file=item.path.name)
        if fault.code == "schedule.twice":  # its sentence does not say which file
            return self.tr("The file “{file}” is wrong. {what}").format(file=item.path.name, what=explain(fault).text)
        return explain(fault).text

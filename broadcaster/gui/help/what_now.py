"""“What do I do now?”: the steps for one alarm at a time, beside the window while they are being done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from broadcaster.base.errors import Refused
from broadcaster.care.first_aid import FirstAid, first_aid
from broadcaster.gui.help.book import OPERATOR
from broadcaster.gui.help.openings import open_guide
from broadcaster.gui.icons import pixmap
from broadcaster.gui.page import Shell
from broadcaster.gui.sidebar import places
from broadcaster.gui.theme import colors, digit_font, sizes
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, flat_button, icon_button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import column, label, row, scrolled

_STEP = 30
_WIDE, _HIGH = 640, 500


@dataclass(frozen=True)
class Matter:
    """Something that needs somebody: its code and the sentence that is shown for it."""

    code: str
    sentence: str
    item: str = ""
    """What its page is to open."""


def what_now_words() -> str:
    """The button's words, the same everywhere."""
    return QCoreApplication.translate("WhatNow", "What do I do now?")


def what_now_button(shell: Shell, above: QWidget, code: str, sentence: str, item: str = "") -> QPushButton | None:
    """A button for one matter; None where nobody wrote steps for its code."""
    if first_aid(code) is None:
        return None
    matter = Matter(code, sentence, item)
    return flat_button(what_now_words(), "life-buoy", lambda: show_what_now(shell, above.window(), [matter]))


def show_what_now(shell: Shell, above: QWidget, matters: Sequence[Matter]) -> WhatNow | None:
    """Open the sheet over a window; another one that is open goes. None: there are no steps for any of it."""
    known = [matter for matter in matters if first_aid(matter.code) is not None]
    for other in above.findChildren(WhatNow):
        other.close()
    if not known:
        return None
    sheet = WhatNow(shell, above, known)
    sheet.show()
    return sheet


class WhatNow(Sheet):
    """Stays open while the steps are done: it blocks nothing."""

    def __init__(self, shell: Shell, above: QWidget, matters: Sequence[Matter]) -> None:
        super().__init__(above, what_now_words(), _WIDE)
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self._matters = list(matters)
        self._at = 0
        self._count = label("", "soft")
        self._before = icon_button("chevron-left", self.tr("The alarm before"), partial(self._turn, -1))
        self._after = icon_button("chevron-right", self.tr("The next alarm"), partial(self._turn, 1))
        heading = row(_picture("life-buoy", colors.accent), label(what_now_words(), "title"), None, self._before,
                      self._count, self._after)
        self.body.addLayout(heading)
        self._sentence = Banner()
        self.body.addWidget(self._sentence)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(10)
        inner = QWidget()
        self._call = Banner()
        inner.setLayout(column(self._steps, self._call, None, spacing=14))
        area = scrolled(inner)
        area.setAccessibleName(what_now_words())
        self.body.addWidget(area, 1)
        self._go = primary_button("", "", self._open_page)
        self._read = button(self.tr("Guide"), "book-open", self._open_guide)
        copy = icon_button("copy", self.tr("Copy alarm and steps, for a message to whoever helps you"), self._copy)
        self.buttons(copy, self._read, self._go, button(self.tr("Close"), "", self.close))
        self.resize(_WIDE, _HIGH)
        self._show()
        (self._go if self._go.isVisibleTo(self) else self._read).setFocus()

    def words(self) -> str:
        """Everything that is shown, as text."""
        aid, matter = self._aid(), self._matters[self._at]
        steps = [f"{number}. {step}" for number, step in enumerate(aid.steps, start=1)]
        return "\n".join([matter.sentence, *steps, aid.call])

    def _aid(self) -> FirstAid:
        aid = first_aid(self._matters[self._at].code)
        assert aid is not None
        return aid

    def _turn(self, by: int) -> None:
        self._at = (self._at + by) % len(self._matters)
        self._show()

    def _show(self) -> None:
        aid, several = self._aid(), len(self._matters) > 1
        for part in (self._before, self._after, self._count):
            part.setVisible(several)
        self._count.setText(f"{self._at + 1}/{len(self._matters)}")
        self._sentence.show_text(self._matters[self._at].sentence, "wait", "triangle-alert")
        while (item := self._steps.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, step in enumerate(aid.steps, start=1):
            self._steps.addWidget(_Step(number, step))
        self._call.show_text(aid.call, "info", "message-square")
        page = next((place.words for place in places(self._shell.app.settings.office.role)
                     if place.name == aid.page), "")
        self._go.setVisible(bool(page))
        self._go.setText(self.tr("Open “{page}”").format(page=page))
        self._go.setAccessibleName(self._go.text())

    def _open_page(self) -> None:
        aid = self._aid()
        self._shell.go(aid.page, self._matters[self._at].item or aid.item)

    def _open_guide(self) -> None:
        try:
            open_guide(self._shell, OPERATOR, self._aid().anchor)
        except Refused as refused:
            self._shell.error(refused)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words())
        self._shell.notify(self.tr("Copied."))


class _Step(QFrame):
    """A big figure and what to do."""

    def __init__(self, number: int, text: str) -> None:
        super().__init__()
        figure = QLabel(str(number))
        figure.setFont(digit_font(sizes.lead, 700))
        figure.setFixedSize(_STEP, _STEP)
        figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        figure.setStyleSheet(f"background: {colors.accent_soft}; color: {colors.ink}; "
                             f"border-radius: {_STEP // 2}px;")
        words = label(text, wrap=True)
        line = row(figure, words, spacing=12)
        line.setAlignment(figure, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.setAccessibleName(f"{number}. {text}")


def _picture(name: str, ink: str) -> QLabel:
    picture = QLabel()
    picture.setPixmap(pixmap(name, 28, ink))
    return picture

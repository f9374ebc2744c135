"""Letters and sounds for the stations: what, to whom, with which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QListWidget, QRadioButton, QWidget

from broadcaster.aggregation.office.figures import StationLine
from broadcaster.gui.office import actions
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, text_field
from broadcaster.gui.widgets.layout import label, row

_LETTERS = "*.pdf *.docx *.doc *.odt *.txt *.jpg *.jpeg *.png *.tif *.tiff"
_SOUNDS = "*.mp3 *.wav *.flac *.m4a *.ogg *.aac *.wma"


@dataclass(frozen=True)
class Order:
    """What is to be sent."""

    letters: tuple[Path, ...]
    sounds: tuple[Path, ...]
    to: tuple[str, ...]
    """Ids; none: all."""
    note: str


class OrdersDialog(Sheet):
    """`stations`: what the list shows when it is filtered; empty: all."""

    def __init__(self, parent: QWidget | None, stations: Sequence[StationLine]) -> None:
        title = QCoreApplication.translate("OrdersDialog", "Send letters down")
        super().__init__(parent, title, 620)
        self._stations = stations
        self._letters: list[Path] = []
        self._sounds: list[Path] = []
        self.body.addWidget(label(title, "title"))
        self.body.addWidget(label(self.tr(
            "Letters stand in each station's register, sounds in its library as drafts: nothing airs before somebody "
            "there approves it."), "soft", wrap=True))
        self.files = QListWidget()
        self.files.setMinimumHeight(120)
        self.files.setAccessibleName(self.tr("Files to be sent"))
        self.body.addWidget(self.files)
        self.body.addLayout(row(button(self.tr("Add letters…"), "file-plus", self._add_letters),
                                button(self.tr("Add sounds…"), "file-audio", self._add_sounds),
                                button(self.tr("Take it out"), "x", self._take_out), None))
        self.all = QRadioButton(self.tr("To all stations"))
        self.some = QRadioButton(self.tr("Only to the {count} stations the list shows now").format(count=len(stations)))
        (self.some if stations else self.all).setChecked(True)
        self.body.addWidget(self.all)
        self.body.addWidget(self.some)
        self.some.setVisible(bool(stations))
        self.form = Form(label_width=120)
        self.note = text_field(limit=300)
        self.form.add(self.tr("Note"), self.note, self.tr("Goes with each of them."))
        self.body.addWidget(self.form)
        self.yes = primary_button(self.tr("Sign and send"), "send", self.accept)
        self.yes.setEnabled(False)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.yes)

    @property
    def order(self) -> Order:
        to = tuple(line.id for line in self._stations) if self.some.isChecked() else ()
        return Order(tuple(self._letters), tuple(self._sounds), to, self.note.text().strip())

    def add_files(self, letters: Sequence[Path] = (), sounds: Sequence[Path] = ()) -> None:
        self._letters += [path for path in letters if path not in self._letters]
        self._sounds += [path for path in sounds if path not in self._sounds]
        self._show()

    def _add_letters(self) -> None:
        self.add_files(letters=actions.ask_files(self, self.tr("Letters"), _LETTERS))

    def _add_sounds(self) -> None:
        self.add_files(sounds=actions.ask_files(self, self.tr("Sounds"), _SOUNDS))

    def _take_out(self) -> None:
        place = self.files.currentRow()
        if place >= 0:
            del (self._letters if place < len(self._letters) else self._sounds)[
                place if place < len(self._letters) else place - len(self._letters)]
            self._show()

    def _show(self) -> None:
        self.files.clear()
        self.files.addItems([path.name for path in (*self._letters, *self._sounds)])
        self.yes.setEnabled(bool(self._letters or self._sounds))

"""Noting what was handed out or posted: which way, when, where, how many, by whom, with a photo."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from broadcaster.base.errors import BroadcasterError
from broadcaster.gui.errors import explain
from broadcaster.gui.kit.model import hand_out_channels
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, flat_button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice, number_field, text_field
from broadcaster.gui.widgets.layout import ElidedLabel, label, row
from broadcaster.gui.widgets.times import DateField

_THUMB = QSize(72, 54)


class HandOutDialog(Sheet):
    """`values()` is what was filled in; `refuse(error)` shows what is wrong and keeps the dialog open."""

    def __init__(self, parent: QWidget | None, today: date, by: str, channel: str = "leaflet") -> None:
        title = QCoreApplication.translate("HandOutDialog", "Record what was handed out")
        super().__init__(parent, title, 560)
        self._photo: Path | None = None
        self.body.addWidget(label(title, "title", wrap=True))
        self.form = Form(150)
        self.channel = choice(hand_out_channels(), channel)
        self.day = DateField(today)
        self.place = text_field("", self.tr("hamlet 3, culture house …"))
        self.count = number_field(1, 1, 1_000_000)
        self.by = text_field(by, self.tr("who gave it out"))
        self.note = text_field("", limit=1000)
        for name, field in ((self.tr("Way"), self.channel), (self.tr("Day"), self.day), (self.tr("Place"), self.place),
                            (self.tr("How many"), self.count), (self.tr("By whom"), self.by),
                            (self.tr("Note"), self.note)):
            self.form.add(name, field)
        self.body.addWidget(self.form)
        self.body.addLayout(self._photo_row())
        self.wrong = Banner("", "bad", "circle-alert")
        self.body.addWidget(self.wrong)
        self.save = primary_button(self.tr("Record"), "check", self._accept)
        self.save.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)
        self.place.setFocus()

    def values(self) -> dict[str, Any]:
        """As HandOutService.record takes them."""
        return {"channel": str(self.channel.currentData()), "day": self.day.value(), "place": self.place.text(),
                "count": self.count.value(), "by": self.by.text(), "note": self.note.text(), "photo": self._photo}

    def refuse(self, error: Exception) -> None:
        """Beside the field it is about."""
        fields: dict[str, QWidget] = {"handout.place": self.place, "handout.by": self.by, "handout.day": self.day,
                                      "handout.count": self.count}
        field = fields.get(error.code) if isinstance(error, BroadcasterError) else None
        if field is not None:
            self.form.wrong(field, explain(error).text)
        else:
            self.wrong.show_text(explain(error).text, "bad", "circle-alert")

    def take_photo(self, path: Path) -> None:
        """Show the chosen picture; whether it is one is checked when it is recorded."""
        self._photo = path
        self.photo_name.set_text(path.name)
        self.no_photo.show()
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        size = reader.size()
        if size.isValid():
            reader.setScaledSize(size.scaled(_THUMB, Qt.AspectRatioMode.KeepAspectRatio))
        picture = reader.read()
        self.thumb.setPixmap(QPixmap.fromImage(picture) if not picture.isNull() else QPixmap())
        self.thumb.setVisible(not picture.isNull())

    def _photo_row(self) -> Any:
        self.thumb = QLabel()
        self.thumb.hide()
        self.photo_name = ElidedLabel(self.tr("no photo"), "soft")
        self.no_photo = flat_button(self.tr("Leave it out"), "x", self._drop_photo)
        self.no_photo.hide()
        line = row(button(self.tr("Choose a photo…"), "upload", self._choose_photo), self.thumb, self.photo_name,
                   self.no_photo)
        line.setStretch(2, 1)
        return line

    def _choose_photo(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a photo"), "",
                                                self.tr("Photos (*.jpg *.jpeg *.png)"))
        if chosen:
            self.take_photo(Path(chosen))

    def _drop_photo(self) -> None:
        self._photo = None
        self.photo_name.set_text(self.tr("no photo"))
        self.thumb.hide()
        self.no_photo.hide()

    def _accept(self) -> None:
        self.form.clear()
        self.wrong.show_text("")
        if not self.place.text().strip():
            self.form.wrong(self.place, self.tr("Write where it was given out or posted."))
        elif not self.by.text().strip():
            self.form.wrong(self.by, self.tr("Write who gave it out."))
        else:
            self.accept()

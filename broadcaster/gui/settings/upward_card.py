"""The settings' part about the office above: where its packages go is set on the page "send up"."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QWidget

from broadcaster.base.settings import UpwardSection
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.form import Form, choice
from broadcaster.gui.widgets.layout import Card, label, row

EVERY, AUDIO = "upward.every", "upward.audio"


class UpwardCard(Card):
    """How often and with what; `open_page` leads to the place and the keys."""

    def __init__(self, open_page: Callable[[], object]) -> None:
        super().__init__(self.tr("Office above"))
        self.form = Form(label_width=168)
        self.fields: dict[str, QWidget] = {
            EVERY: choice([("day", self.tr("A package each night")), ("week", self.tr("A package each Monday")),
                           ("hand", self.tr("Only when somebody makes one"))]),
            AUDIO: QCheckBox(self.tr("Also send the sound of what aired"))}
        self.form.add(self.tr("Packages"), self.fields[EVERY])
        self.form.add(self.tr("Sound"), self.fields[AUDIO], self.tr("Makes packages much larger."))
        self.where = label("", "soft", wrap=True)
        self.open = button(self.tr("Place and keys…"), "send", open_page)
        self.add(self.form, self.where, row(self.open, None))

    def show_place(self, section: UpwardSection) -> None:
        self.where.setText(self.tr("Packages go to: {place}").format(place=section.to) if section.to.strip() else
                           self.tr("No place is set: packages are made by hand and carried on a stick."))

"""Lời văn bản tin: the station's words line by line, with a sample bulletin that changes as one writes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QStackedWidget, QWidget

from broadcaster.base.errors import BroadcasterError
from broadcaster.bulletins.template_file import Line, Place, Value, check_line, facts_of
from broadcaster.bulletins.wording_service import WordingService
from broadcaster.gui.directives.actions import on_duty
from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.templates.fields import LineField
from broadcaster.gui.templates.model import LISTS, OF_A_KIND, fact_words, labels, sections
from broadcaster.gui.theme import sizes, text_font
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice
from broadcaster.gui.widgets.layout import column, label, row, scrolled
from broadcaster.wiring import App

_PATIENCE_MS = 300


class WordingDialog(Sheet):
    """Accepted when the words were stored."""

    def __init__(self, parent: QWidget | None, app: App, shell: Shell, lines: list[Line]) -> None:
        super().__init__(parent, "", 640)
        self._app = app
        self._shell = shell
        self.service = service_of(app)
        self.setWindowTitle(self.tr("Wording of bulletins"))
        self.fields: dict[Place, LineField] = {}
        self.forms: dict[str, Form] = {}
        self._asked = 0
        self.section = choice(sections(), "tin")
        self.section.setAccessibleName(self.tr("Kind"))
        self.pages = QStackedWidget()
        for name, _ in sections():
            self.pages.addWidget(scrolled(self._page(name, lines)))
        self.section.currentIndexChanged.connect(self._show_section)
        head = row(label(self.tr("Wording of bulletins"), "title"), None, label(self.tr("Kind"), "soft"), self.section)
        self.body.addLayout(head)
        self.body.addWidget(self._split(), 1)
        self.undo = button(self.tr("Undo changes"), "undo-2", self._undo)
        self.save = primary_button(self.tr("Save the words"), "save", self._save)
        self.save.setDefault(True)
        self.buttons(self.undo, button(self.tr("Cancel"), "", self.reject), self.save)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PATIENCE_MS)
        self._pause.timeout.connect(self._preview)
        self._show_section()
        room = self.screen().availableGeometry()
        self.resize(min(1080, room.width() - 40), min(720, room.height() - 60))

    def changes(self) -> dict[Place, Value | None]:
        """Lines that are not as stored."""
        values = {place: field.value() for place, field in self.fields.items()}
        return {place: value for place, value in values.items() if value != self.fields[place].line.own}

    def _page(self, section: str, lines: list[Line]) -> QWidget:
        form = self.forms[section] = Form(label_width=150)
        general = {line.name: line.shipped if line.own is None else line.own for line in lines if not line.section}
        known = {line.name: line for line in lines if line.section == section}
        names = labels()
        for name in (names if not section else OF_A_KIND):
            if name in known:
                field = LineField(known[name], general[name] if section else None, names[name])
                field.changed.connect(self._touched)
                self.fields[section, name] = field
                form.add(names[name], field, self._note(name), top=name in LISTS)
        box = column(form, None)
        box.setContentsMargins(0, 0, 12, 0)
        content = QWidget()
        content.setObjectName("plain")
        content.setLayout(box)
        return content

    def _note(self, name: str) -> str:
        words = fact_words()
        own = sorted(facts_of(name) - facts_of(""))
        notes = [f"{{{fact}}}: {words[fact]}" for fact in own]
        if name in LISTS:
            notes.append(self.tr("one way to say it in each line; they take turns"))
        return "; ".join(notes)

    def _split(self) -> QSplitter:
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setFont(text_font(sizes.body))
        self.preview.setAccessibleName(self.tr("Sample bulletin in these words"))
        self.wrong = label("", "wrong", wrap=True)
        words = fact_words()
        facts = "; ".join(f"{{{fact}}}: {words[fact]}" for fact in ("station", "commune", "province", "title", "source",
                                                                    "issuer"))
        side = QWidget()
        side.setObjectName("plain")
        box = column(label(self.tr("How a sample bulletin sounds"), "strong"), self.preview, self.wrong,
                     label(self.tr("In any line: {facts}").format(facts=facts), "faint", wrap=True))
        box.setStretch(1, 1)
        box.setContentsMargins(8, 0, 0, 0)
        side.setLayout(box)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.pages)
        split.addWidget(side)
        split.setSizes([640, 420])
        return split

    def _show_section(self) -> None:
        self.pages.setCurrentIndex(self.section.currentIndex())
        self._touched()

    def _touched(self) -> None:
        dirty = bool(self.changes())
        self.undo.setEnabled(dirty)
        self.save.setEnabled(dirty and self._check())
        self._pause.start()

    def _check(self) -> bool:
        """Mark what cannot be used, each under its own line."""
        right = True
        for form in self.forms.values():
            form.clear()
        for (section, name), value in self.changes().items():
            try:
                if value is not None:
                    check_line(name, value)
            except BroadcasterError as error:
                self.forms[section].wrong(self.fields[section, name], explain(error).text)
                right = False
        return right

    def _preview(self) -> None:
        self._asked += 1
        asked, kind = self._asked, str(self.section.currentData())
        Op(partial(self.service.preview, self.changes(), kind), lane="reading").on_success(
            lambda text: self._show(text, "") if asked == self._asked else None).on_failure(
            lambda error: self._show(None, explain(error).text) if asked == self._asked else None).start(self)

    def _show(self, text: str | None, wrong: str) -> None:
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        if text is not None and text != self.preview.toPlainText():
            place = self.preview.verticalScrollBar().value()
            self.preview.setPlainText(text)
            self.preview.verticalScrollBar().setValue(place)

    def _undo(self) -> None:
        for field in self.fields.values():
            field.show_value(field.line.own)
        self._touched()

    def _save(self) -> None:
        self.save.setEnabled(False)
        Op(partial(self.service.save, self.changes(), on_duty(self._app))).on_success(
            lambda _: self.accept()).on_failure(self._not_saved).start(self)

    def _not_saved(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self._shell.error(error)


def service_of(app: App) -> WordingService:
    """The wording of this station."""
    return WordingService(app.database, app.home.root, app.settings.station, app.clock)

"""The sessions of the station: what holds now, one more, other hours for one, and the rules they keep to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from broadcaster.gui.hours import actions
from broadcaster.gui.hours.clock_field import clock_text
from broadcaster.gui.hours.damaged_file import DamagedFile
from broadcaster.gui.hours.hours_dialog import HoursDialog
from broadcaster.gui.hours.model import (
    Look,
    allowed_words,
    finding_words,
    held_text,
    minutes_text,
    name_of_row,
    of_row,
    rules_mark,
    zones_text,
)
from broadcaster.gui.hours.profile_dialog import ProfileDialog
from broadcaster.gui.hours.read_back import ReadBack, grow_to
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.publishing import writer
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table
from broadcaster.schedule.model import SessionTemplate
from broadcaster.schedule.sessions.own_files import MovedAside, OwnFile
from broadcaster.schedule.sessions.templates import examples
from broadcaster.schedule.words import sentences_of_template
from broadcaster.wiring import App

_NEW = SessionTemplate("", "", time(17), 60)


class SessionsDialog(Sheet):
    """Each change needs a signature and can be taken back. `changed` tells whether anything was saved."""

    def __init__(self, parent: QWidget | None, app: App, shell: Shell) -> None:
        title = QCoreApplication.translate("SessionsDialog", "Hours of the sessions")
        super().__init__(parent, title, 880)
        self._app, self._shell = app, shell
        self.changed = False
        self._undo: list[Callable[[], None]] = []
        self._look: Look | None = None
        self.body.addWidget(label(title, "title"))
        self.body.addWidget(label(self.tr("Every session is held at these hours until they are changed. A session that "
                                          "has begun is not touched."), "soft", wrap=True))
        self._make_buttons()
        self.table = Table("hours.sessions", [
            Column(self.tr("Session"), name_of_row, 150 if app.settings.zones else 190),
            Column(self.tr("Starts"), lambda item: of_row(item, lambda one: clock_text(one.starts)), 128),
            Column(self.tr("At most"), lambda item: of_row(item, lambda one: minutes_text(one.minutes)), 96),
            Column(self.tr("Days"), lambda item: of_row(item, held_text), 0),
            *([Column(self.tr("Zones"), lambda item: of_row(item, zones_text), 118)] if app.settings.zones else []),
            Column(self.tr("Rules"), lambda item: self._mark(item)[0], 150, tone=lambda item: self._mark(item)[1]),
        ], accessible=title)
        self.table.setMinimumHeight(150)
        self.table.picked.connect(lambda _: self._show_picked())
        self.table.opened.connect(lambda _: self.edit())
        self.body.addWidget(self.table, 1)
        self.read_back = ReadBack()
        self.body.addWidget(self.read_back)
        self.damaged = DamagedFile(self.restore, self.set_aside)
        self.body.addWidget(self.damaged)
        self.body.addLayout(row(self.add_button, self.remove_button, self.rules_button, self.undo_button, None,
                                self.edit_button, button(self.tr("Close"), "", self.reject)))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.take_back)
        self._show_picked()
        self._read()

    def edit(self) -> None:
        """Other hours for the chosen session."""
        template = self._picked()
        if template is not None:
            self._open(template, self.tr("Change the hours of “{name}”.").format(name=template.name))

    def add(self, template: SessionTemplate = _NEW) -> None:
        """One more session, empty or like a shipped example."""
        self._open(template, self.tr("Hold one more session."))

    def remove(self) -> None:
        """No longer hold the chosen session."""
        template = self._picked()
        if template is None:
            return
        person = writer(self._shell, self.tr("“{name}” is no longer held.").format(name=template.name))
        if person is None:
            return
        app = self._app
        Op(lambda: actions.remove(app, template, person.name)).on_success(
            lambda before: self._done(before, person.name)).on_failure(self._shell.error).start(self)

    def restore(self) -> None:
        """The last good copy of the chosen damaged file."""
        self._mend(self.tr("“{name}”: the last good copy of the file is put back."), actions.restore)

    def set_aside(self) -> None:
        """The chosen damaged file goes out of the way."""
        self._mend(self.tr("“{name}”: the damaged file is put aside."), actions.set_aside)

    def take_back(self) -> None:
        """The last change of this dialog."""
        if not self._undo:
            return
        Op(self._undo.pop()).on_success(lambda _: self._after()).on_failure(
            self._shell.error).start(self)

    def open_rules(self) -> None:
        """The rules for sessions; with other rules the station is opened anew."""
        dialog = ProfileDialog(self, self._app, self._shell)
        dialog.exec()
        dialog.deleteLater()
        if dialog.changed:
            self._after()
        if dialog.chosen:
            QTimer.singleShot(0, self._shell.rebuild)
            self.accept()

    def _make_buttons(self) -> None:
        self.edit_button = primary_button(self.tr("Change hours…"), "pencil", self.edit)
        self.add_button = button(self.tr("Add"), "plus")
        self.add_button.setMenu(QMenu(self.add_button))
        self.remove_button = button(self.tr("Remove"), "trash-2", self.remove)
        self.rules_button = button(self.tr("Rules…"), "shield-check", self.open_rules)
        self.undo_button = button(self.tr("Undo"), "undo-2", self.take_back)
        self.undo_button.setToolTip("Ctrl+Z")

    def _fill_menu(self, present: Sequence[SessionTemplate]) -> None:
        """What a new session can begin as: nothing, a session of the station's, a shipped example."""
        menu = self.add_button.menu()
        menu.clear()
        menu.addAction(self.tr("An empty session…")).triggered.connect(lambda _: self.add())
        for caption, items in ((self.tr("Like one of ours"), present), (self.tr("Like an example"), examples())):
            menu.addSection(caption)
            for item in items:
                words = f"{item.name} – {clock_text(item.starts)}"
                menu.addAction(words).triggered.connect(lambda _, like=item: self.add(replace(like, id="")))

    def _open(self, template: SessionTemplate, purpose: str) -> None:
        person = writer(self._shell, purpose)
        if person is None:
            return
        wanted = template if template.id else self._like(template)
        dialog = HoursDialog(self, self._app, wanted, person.name, self._shell.memory)
        if dialog.exec() == HoursDialog.DialogCode.Accepted and dialog.before is not None:
            self._done(dialog.before, person.name)
        dialog.deleteLater()

    def _like(self, example: SessionTemplate) -> SessionTemplate:
        """A new session like another; relays of programmes the station does not have stay out."""
        known = self._look.relays.names if self._look else {}
        return replace(example, relays=tuple(slot for slot in example.relays if slot.source in known))

    def _done(self, before: actions.Before, by: str) -> None:
        self._undo.append(actions.undone(self._app, before, by))
        self._after()

    def _after(self) -> None:
        self.changed = True
        self._shell.air.command("reload").on_failure(lambda _: None).start(self)
        self._read()

    def _read(self) -> None:
        app = self._app
        Op(lambda: actions.look(app)).on_success(self._show).on_failure(self._failed).start(self)

    def _show(self, look: Look) -> None:
        self._look = look
        self.table.show_rows([*look.templates, *look.damaged])
        self._fill_menu(look.templates)
        if self.table.rows.ids and self.table.current_row() is None:
            self.table.selectRow(0)
        self._show_picked()

    def _show_picked(self) -> None:
        template = self._picked()
        self.edit_button.setEnabled(template is not None)
        self.remove_button.setEnabled(template is not None and self._look is not None and len(self._look.templates) > 1)
        self.undo_button.setVisible(bool(self._undo))
        item = self.table.current_row()
        damaged = isinstance(item, OwnFile)
        self.read_back.setVisible(not damaged)
        self.damaged.setVisible(damaged)
        if isinstance(item, OwnFile) and self._look is not None:
            self.damaged.show_file(item, self._look.relays.names)
            grow_to(self, self.body)
        if template is None or self._look is None:
            self.read_back.show_sentences(())
            return
        own = [item for item in self._look.findings if item.session == template.id]
        sentences = sentences_of_template(template, self._look.relays.names)
        allowed = tuple(allowed_words(item) for item in own if item.override is not None)
        self.read_back.show_sentences((*sentences, *allowed))
        beyond = [finding_words(item) for item in own if item.override is None]
        self.read_back.show_doubts(beyond + self._look.relays.doubts(template))

    def _picked(self) -> SessionTemplate | None:
        """The chosen session, if its file can be read."""
        item = self.table.current_row()
        return item if isinstance(item, SessionTemplate) else None

    def _mend(self, purpose: str, work: Callable[[App, OwnFile, str], MovedAside | None]) -> None:
        item, app = self.table.current_row(), self._app
        if not isinstance(item, OwnFile):
            return
        person = writer(self._shell, purpose.format(name=name_of_row(item)))
        if person is None:
            return

        def done(moved: MovedAside | None) -> None:
            if moved is not None:
                self._undo.append(actions.put_back(app, moved, person.name))
            self._after()
        Op(lambda: work(app, item, person.name)).on_success(done).on_failure(self._shell.error).start(self)

    def _mark(self, template: SessionTemplate | OwnFile) -> tuple[str, str]:
        return rules_mark(template, self._look.findings if self._look else ())

    def _failed(self, error: Exception) -> None:
        self.reject()
        self._shell.error(error)

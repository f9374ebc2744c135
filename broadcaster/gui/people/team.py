"""Who is here: the list and what can be done with one of them; the recovery sheet; signing in; the table of rights."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from broadcaster.accounts.model import Person, Standing
from broadcaster.gui.ops import Op
from broadcaster.gui.people.actions import signature
from broadcaster.gui.people.cards import RecoveryCard, RightsCard, SignInSettings
from broadcaster.gui.people.dialogs import PersonDialog, PinChangeDialog
from broadcaster.gui.people.forgotten import ForgottenDialog
from broadcaster.gui.people.model import last_words, role_words, state_words
from broadcaster.gui.people.section import Section
from broadcaster.gui.settings.columns import Columns
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.layout import Card, column, label, row, show_if
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import ROW_HEIGHT, Table

_NARROW = 960
_LEAST, _MOST = 4, 9
"""Rows that are seen without scrolling inside the list."""


class TeamSection(Section):
    """People and rights."""

    name = "team"

    def build(self) -> None:
        self._standings: Sequence[Standing] = ()
        self.body.addWidget(self._list_card())
        self.recovery = RecoveryCard(self.app, self.shell)
        self.sign_in = SignInSettings(self.app, self.shell)
        self.rights = RightsCard()
        self.body.addWidget(Columns(column(self.recovery, self.sign_in, None, spacing=14),
                                    column(self.rights, None, spacing=14)))
        self.body.addStretch(1)

    def on_shown(self, item: str = "") -> None:
        Op(self.app.accounts.roster).on_success(self._show).start(self)
        self.recovery.reload()
        if item == "set-up":
            self.set_up()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The office is the first to go where the name would have no room.
        self.table.setColumnHidden(1, self.width() < _NARROW)

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & {"person", "audit", "recovery_code", "*"}:
            self.on_shown()

    def unsaved(self) -> str:
        return self.sign_in.unsaved()

    def _list_card(self) -> Card:
        self.table = Table("people.team", [
            Column(self.tr("Name"), lambda line: line.person.name, 0),
            Column(self.tr("Position"), lambda line: line.person.title, 214, tip=lambda line: line.person.title),
            Column(self.tr("Rights"), lambda line: role_words(line.person.role), 184),
            Column(self.tr("State"), lambda line: state_words(line)[0], 154, tone=lambda line: state_words(line)[1]),
            Column(self.tr("Last active"), last_words, 172, digits=True),
        ])
        self.table.set_empty("users", self.tr(
            "Nobody is entered yet. Three short steps set the station up: who writes, who approves, and a sheet for "
            "forgotten PINs."), self.tr("Set up…"), self.set_up)
        self.table.picked.connect(self._show_buttons)
        self.table.opened.connect(lambda _: self._edit())
        self.add_button = primary_button(self.tr("Add a person…"), "user-plus", self._add)
        self.edit_button = button(self.tr("Change…"), "pencil", self._edit)
        self.pin_button = button(self.tr("New PIN…"), "key-round", self._new_pin)
        self.forgotten_button = button(self.tr("Forgotten PIN…"), "circle-help", self._forgotten)
        self.unlock_button = button(self.tr("Unlock"), "lock", self._unlock)
        self.active_button = button(self.tr("Take rights away…"), "user", self._toggle)
        place = QWidget()
        place.setObjectName("plain")
        keys = FlowLayout(place, spacing=8)
        for key in (self.edit_button, self.pin_button, self.forgotten_button, self.unlock_button, self.active_button):
            keys.addWidget(key)
        head = row(label(self.tr("People of the station").upper(), "caption"), None, self.add_button)
        box = Card().add(head, self.table, place)
        self._show_buttons(None)
        return box

    def _show(self, standings: Sequence[Standing]) -> None:
        self._standings = standings
        self.table.show_rows(standings)
        rows = min(_MOST, max(_LEAST, len(standings)))
        self.table.setFixedHeight(ROW_HEIGHT * (rows + 1) + 4 if standings else 250)
        self.add_button.setVisible(bool(standings))
        self._show_buttons(self.table.current_row())

    def _show_buttons(self, line: Standing | None) -> None:
        active = line is not None and line.person.active
        for key in (self.pin_button, self.forgotten_button):
            key.setEnabled(active)
        self.edit_button.setEnabled(line is not None)
        self.active_button.setEnabled(line is not None)
        show_if(self.unlock_button, line is not None and bool(line.locked_until))
        gone = line is not None and not active
        self.active_button.setText(self.tr("Give rights back") if gone else self.tr("Take rights away…"))
        self.active_button.setAccessibleName(self.active_button.text())

    def set_up(self) -> None:
        """The first people of a new station."""
        # Its steps draw in half the pages: loaded only where they are wanted.
        from broadcaster.gui.first_run.opening import open_first_run

        open_first_run(self.window(), self.shell, "people")

    def _person(self) -> Person | None:
        line: Standing | None = self.table.current_row()
        return line.person if line else None

    def _add(self) -> None:
        allowed, by = signature(self.shell, self.tr("Adding a person needs a signature."))
        if not allowed:
            return
        dialog = PersonDialog(self.window(), self.app.accounts, by)
        if dialog.exec():
            self.shell.notify(self.tr("{name} can sign now.").format(name=dialog.name.text().strip()))
        dialog.deleteLater()
        self.on_shown()

    def _edit(self) -> None:
        person = self._person()
        if person is None:
            return
        allowed, by = signature(self.shell, self.tr("Changing {name} needs a signature.").format(name=person.name))
        if not allowed:
            return
        dialog = PersonDialog(self.window(), self.app.accounts, by, person)
        if dialog.exec():
            self.shell.notify(self.tr("{name} is changed.").format(name=dialog.name.text().strip()))
        dialog.deleteLater()
        self.on_shown()

    def _new_pin(self) -> None:
        person = self._person()
        if person is None:
            return
        dialog = PinChangeDialog(self.window(), self.app.accounts, person)
        if dialog.exec():
            self.shell.notify(self.tr("{name} has a new PIN.").format(name=person.name))
        wants_help = dialog.wants_help
        dialog.deleteLater()
        self.on_shown()
        if wants_help:
            self._forgotten()

    def _forgotten(self) -> None:
        person = self._person()
        dialog = ForgottenDialog(self.window(), self.app, person.name if person else "")
        dialog.exec()
        if dialog.name:
            self.shell.notify(self.tr("{name} has a new PIN.").format(name=dialog.name))
        dialog.deleteLater()
        self.on_shown()

    def _unlock(self) -> None:
        person = self._person()
        if person is not None:
            self._change(person, self.tr("Unlocking {name} needs a signature.").format(name=person.name),
                         self.app.accounts.unlock, self.tr("{name} can sign again.").format(name=person.name))

    def _toggle(self) -> None:
        person = self._person()
        if person is None:
            return
        if person.active and not self.shell.confirm(
                self.tr("Take the rights of {name} away?").format(name=person.name),
                self.tr("{name} can sign nothing any more. What they signed stays, and “Give rights back” undoes it.")
                .format(name=person.name), self.tr("Take rights away")):
            return
        change = self.app.accounts.deactivate if person.active else self.app.accounts.activate
        said = self.tr("{name} may sign no more.") if person.active else self.tr("{name} can sign again.")
        self._change(person, self.tr("Changing the rights of {name} needs a signature.").format(name=person.name),
                     change, said.format(name=person.name))

    def _change(self, person: Person, purpose: str, change: Callable[[str, str], None], said: str) -> None:
        allowed, by = signature(self.shell, purpose)
        if not allowed:
            return

        def done(_: None) -> None:
            self.shell.notify(said)
            self.on_shown()

        Op(lambda: change(person.name, by)).on_success(done).start(self)

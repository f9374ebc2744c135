"""Everything rare about the schedule, in one menu: hours, rules, special days, copying, the sheets on paper."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from broadcaster.gui.hours.profile_dialog import ProfileDialog
from broadcaster.gui.hours.sessions_dialog import SessionsDialog
from broadcaster.gui.ops import Op
from broadcaster.gui.schedule import day_paper
from broadcaster.gui.schedule.copy_sheet import CopySheet
from broadcaster.gui.schedule.header import Entry
from broadcaster.gui.schedule.session_sheet import SessionSheet
from broadcaster.schedule.days import edits as make
from broadcaster.schedule.days.copies import Copied

if TYPE_CHECKING:
    from broadcaster.gui.schedule.page import SchedulePage


class More(QObject):
    """What the menu “…” of the page offers."""

    def __init__(self, page: SchedulePage) -> None:
        super().__init__(page)
        self._page = page

    def entries(self) -> list[Entry]:
        """As they stand in the menu; None is a line between groups."""
        return [
            (self.tr("Session hours…"), self.hours), (self.tr("Broadcast rules…"), self.rules),
            (self.tr("Special days…"), self.periods),
            (self.tr("Relay programmes…"), self.relays), None,
            (self.tr("A session on this day alone…"), self.add_session),
            (self.tr("Copy this day to…"), lambda: self.copy(week=False)),
            (self.tr("Copy this week to…"), lambda: self.copy(week=True)),
            (self.tr("This day back to automatic"), self.clear), None,
            (self.tr("Weekly sheet: submit, approve, print…"), self._page.open_sheet),
            (self.tr("Print the day…\tCtrl+P"), self.print_day), (self.tr("Save the day as PDF…"), self.save_day), None,
            (self.tr("Take the schedule out…"), self.take_out), (self.tr("Take a schedule over…"), self.take_over),
            None,
            (self.tr("Keys of this page\tCtrl+F1"), self._page.show_keys),
        ]

    # Windows of others

    def hours(self) -> None:
        dialog = SessionsDialog(self._page.window(), self._page.app, self._page.shell)
        dialog.exec()
        if dialog.changed:
            self._page.shell.notify(self.tr("The new hours hold from the next session on."))
        self._close(dialog)

    def rules(self) -> None:
        dialog = ProfileDialog(self._page.window(), self._page.app, self._page.shell)
        dialog.exec()
        self._close(dialog)

    def periods(self) -> None:
        from broadcaster.gui.calendar.periods_dialog import PeriodsDialog
        dialog = PeriodsDialog(self._page.window(), self._page.app, self._page.shell)
        dialog.exec()
        self._close(dialog)

    def relays(self) -> None:
        from broadcaster.gui.relays.sources_dialog import RelaySourcesDialog
        dialog = RelaySourcesDialog(self._page.window(), self._page.app, self._page.shell)
        dialog.exec()
        self._close(dialog)

    def take_out(self) -> None:
        from broadcaster.gui.exchange.export_dialog import ExportDialog
        page = self._page
        dialog = ExportDialog(page.window(), page.app, page.shell)
        monday = page.day - timedelta(page.day.weekday())
        dialog.first.set_value(monday)
        dialog.last.set_value(monday + timedelta(6))
        dialog.exec()
        dialog.deleteLater()

    def take_over(self) -> None:
        from broadcaster.gui.exchange.import_dialog import ImportDialog
        dialog = ImportDialog(self._page.window(), self._page.app, self._page.shell)
        dialog.exec()
        self._close(dialog)

    def _close(self, dialog: QDialog) -> None:
        dialog.deleteLater()
        self._page.reload()

    # Days

    def add_session(self) -> None:
        """Held on the day that is shown, and on no other."""
        page = self._page
        dialog = SessionSheet(page.window(), page.day, page.app.settings.zones)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        name, starts, minutes, zones = dialog.values()
        dialog.deleteLater()
        if not accepted:
            return
        day, app = page.day, page.app
        words = self.tr("{session} on {day}: {start}, {minutes} minutes").format(
            session=name, day=f"{day:%d/%m/%Y}", start=f"{starts:%H:%M}", minutes=minutes)
        page.hand.change(words, lambda: make.added_session(app.days.state(day), name, starts, minutes, zones))

    def clear(self) -> None:
        """Nothing decided by hand is left on this day; it can be undone."""
        page, day = self._page, self._page.day
        words = self.tr("{day} back to automatic").format(day=f"{day:%d/%m/%Y}")
        app = page.app

        def edits() -> make.Edits:
            state = app.days.state(day)
            return tuple(edit for name in state.edits if not state.begun(name) for edit in make.restored(state, name))
        page.hand.change(words, edits)

    def copy(self, *, week: bool) -> None:
        """Ask for the target, show what comes along and what stays behind, store it."""
        page = self._page
        source = page.day - timedelta(page.day.weekday()) if week else page.day
        dialog = CopySheet(page.window(), page.app, source, week=week)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        copied, target = dialog.copied, dialog.target
        dialog.deleteLater()
        if accepted and copied is not None:
            self._store_copy(copied, source, target, week=week)

    def _store_copy(self, copied: Copied, source: date, target: date, *, week: bool) -> None:
        words = self.tr("Week from {source} copied to {target}") if week else self.tr("{source} copied to {target}")
        page = self._page
        page.hand.change(words.format(source=f"{source:%d/%m/%Y}", target=f"{target:%d/%m/%Y}"), lambda: copied.edits,
                         then=lambda: page.show_day(target))

    # Paper

    def print_day(self) -> None:
        page, app, day = self._page, self._page.app, self._page.day
        Op(lambda: day_paper.drawn(app, day)).on_success(
            lambda pdf: day_paper.print_it(page, page.shell, pdf)).start(page)

    def save_day(self) -> None:
        page, app, day = self._page, self._page.app, self._page.day
        path = day_paper.ask_file(page, page.shell, day)
        if path is not None:
            Op(lambda: day_paper.written(app, day, path), lane="slow").on_success(
                lambda done: page.shell.notify(self.tr("Saved: {path}").format(path=done))).start(page)

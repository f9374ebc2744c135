"""“Dọn kho âm thanh”: what the retention rule would remove and why, before it does; and what can be brought back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractItemView, QTabWidget, QVBoxLayout, QWidget

from broadcaster.accounts.model import Right
from broadcaster.base.frames import clock_text
from broadcaster.gui.i18n import number_text
from broadcaster.gui.library.model import day_words
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, danger_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.reason import ask_reason
from broadcaster.gui.widgets.table import Table
from broadcaster.library.model import Removal
from broadcaster.wiring import App

KEPT_DAYS = 30
"""How long what was removed can be brought back."""


def why_words(why: str) -> str:
    """Why a sound is no longer needed."""
    translate = QCoreApplication.translate
    return {
        "archived": translate("Library", "its item is archived"), "withdrawn": translate("Library", "it was withdrawn"),
        "superseded": translate("Library", "another item took its place"),
        "orphan": translate("Library", "no item has it any more"),
    }.get(why, why)


def room_words(size: int) -> str:
    """12,3 MB."""
    if size >= 1_000_000_000:
        return f"{number_text(size / 1e9, 1)} GB"
    return f"{number_text(size / 1e6, 1)} MB"


class RetentionDialog(Sheet):
    """Reads the plan off the window's thread; `changed` tells whether anything was moved."""

    def __init__(self, parent: QWidget | None, app: App, shell: Shell) -> None:
        title = QCoreApplication.translate("RetentionDialog", "Tidy the sound store")
        super().__init__(parent, title, 840)
        self._app, self._shell = app, shell
        self._plan: Sequence[Removal] = ()
        self.changed = False
        self.body.addWidget(label(title, "title"))
        self.rule = label("", "soft", wrap=True)
        self.body.addWidget(self.rule)
        self.tabs = QTabWidget()
        self.tabs.addTab(self._plan_tab(), self.tr("No longer needed"))
        self.tabs.addTab(self._back_tab(), self.tr("Can be brought back"))
        self.tabs.setMinimumHeight(290)
        self.body.addWidget(self.tabs, 1)
        self.buttons(button(self.tr("Close"), "", self.accept))
        self._show_rule()
        self.reload()

    def reload(self) -> None:
        """The plan and what lies aside."""
        retention = self._app.retention
        Op(lambda: (retention.plan(), retention.removed())).on_success(
            lambda found: self._show(*found)).on_failure(self._failed).start(self)

    def _show_rule(self) -> None:
        months = self._app.settings.library.retention_months
        if months:
            text = self.tr("Rule: sounds out of use that have not aired for {months} months may go. Only the sound "
                           "file goes: title, length, hash, approvals and the airing log stay for ever.")
            self.rule.setText(text.format(months=months))
        else:
            self.rule.setText(self.tr("Rule: everything is kept for ever. It can be changed in the settings."))

    def _plan_tab(self) -> QWidget:
        self.table = Table("library.retention", [
            Column(self.tr("Title"), lambda item: item.title or item.sha256[:12], 0),
            Column(self.tr("Length"), lambda item: clock_text(item.seconds), 108, digits=True),
            Column(self.tr("Last used"), lambda item: day_words(item.last_day), 138, digits=True),
            Column(self.tr("Why"), lambda item: why_words(item.why), 210),
            Column(self.tr("Size"), lambda item: room_words(item.bytes), 112, digits=True),
        ], accessible=self.tr("What would be removed"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.set_empty("circle-check", self.tr("Looking…"))
        self.total = label("", "strong", wrap=True)
        self.remove_button = danger_button("", "archive", self._remove)
        self.remove_button.hide()
        place = QWidget()
        box = QVBoxLayout(place)
        box.addWidget(self.table, 1)
        line = row(self.total, self.remove_button)
        line.setStretch(0, 1)
        box.addLayout(line)
        return place

    def _back_tab(self) -> QWidget:
        self.aside = Table("library.removed", [
            Column(self.tr("Title"), lambda item: item.title or item.sha256[:12], 0),
            Column(self.tr("Length"), lambda item: clock_text(item.seconds), 108, digits=True),
            Column(self.tr("Last used"), lambda item: day_words(item.last_day), 138, digits=True),
            Column(self.tr("Size"), lambda item: room_words(item.bytes), 112, digits=True),
        ], accessible=self.tr("What can be brought back"))
        self.aside.set_empty("archive", self.tr("Nothing was removed in the last {days} days.").format(days=KEPT_DAYS))
        self.back_button = button(self.tr("Bring back"), "rotate-ccw", self._bring_back)
        self.back_button.setEnabled(False)
        self.aside.picked.connect(lambda row: self.back_button.setEnabled(row is not None))
        place = QWidget()
        box = QVBoxLayout(place)
        words = self.tr("For {days} days a removed sound can be brought back here; then its file is deleted.")
        box.addWidget(Banner(words.format(days=KEPT_DAYS), "info", "info"))
        box.addWidget(self.aside, 1)
        box.addLayout(row(None, self.back_button))
        return place

    def _show(self, plan: Sequence[Removal], aside: Sequence[Removal]) -> None:
        self._plan = plan
        self.table.set_empty("circle-check", self.tr("Nothing has to go: every sound is in use or still young enough."))
        self.table.show_rows(plan, key=lambda item: item.sha256)
        self.aside.show_rows(aside, key=lambda item: item.sha256)
        self.tabs.setTabText(1, self.tr("Can be brought back ({count})").format(count=number_text(len(aside)))
                             if aside else self.tr("Can be brought back"))
        room = room_words(sum(item.bytes for item in plan))
        self.total.setText(self.tr("{count} sounds, {room} would become free.").format(
            count=number_text(len(plan)), room=room) if plan else "")
        self.remove_button.setVisible(bool(plan))
        self.remove_button.setEnabled(bool(plan))
        self.remove_button.setText(self.tr("Remove {count} sounds…").format(count=number_text(len(plan))))
        self.remove_button.setAccessibleName(self.remove_button.text())
        self.back_button.setEnabled(self.aside.current_row() is not None)

    def _remove(self) -> None:
        plan = list(self._plan)
        text = self.tr("{count} sound files go ({room}). They can be brought back for {days} days; titles, approvals "
                       "and the airing log stay for ever.").format(
            count=number_text(len(plan)), room=room_words(sum(item.bytes for item in plan)), days=KEPT_DAYS)
        reason = ask_reason(self, self.tr("Remove these sounds?"), text, self.tr("Remove"), danger=True)
        purpose = self.tr("Remove sounds that are no longer needed.")
        person = self._shell.ask_pin(Right.RETENTION, purpose) if reason else None
        if person is None:
            return
        self.remove_button.setEnabled(False)

        def done(gone: Sequence[Removal]) -> None:
            self.changed = True
            left = len(plan) - len(gone)
            words = self.tr("{count} sounds were removed.").format(count=number_text(len(gone)))
            kept = self.tr("{count} came into use meanwhile and stay.").format(count=number_text(left)) if left else ""
            self._shell.notify(f"{words} {kept}".strip())
            self.reload()
        Op(lambda: self._app.retention.remove(plan, person.name, reason), lane="slow").on_success(done).on_failure(
            self._failed).start(self)

    def _bring_back(self) -> None:
        item = self.aside.current_row()
        if item is None:
            return
        person = self._shell.ask_pin(Right.RETENTION, self.tr("Bring back “{title}”.").format(title=item.title))
        if person is None:
            return

        def done(_: object) -> None:
            self.changed = True
            self._shell.notify(self.tr("The sound is back in its place."))
            self.reload()
        Op(lambda: self._app.retention.bring_back(item.sha256, person.name)).on_success(done).on_failure(
            self._failed).start(self)

    def _failed(self, error: Exception) -> None:
        self.remove_button.setEnabled(bool(self._plan))
        self._shell.error(error)

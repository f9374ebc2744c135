"""Taking a schedule over: what would come is read back first, what cannot come says why; then a person decides."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTabWidget, QWidget

from broadcaster.accounts.model import Role
from broadcaster.gui.errors import reason_text
from broadcaster.gui.exchange import actions
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import ElidedLabel, column, label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.reason import ask_reason
from broadcaster.gui.widgets.table import Table
from broadcaster.schedule.exchange.model import Entry, Incoming, Refusal
from broadcaster.schedule.exchange.service import Accepted
from broadcaster.schedule.exchange.table import CAMPAIGN_HEADS
from broadcaster.schedule.exchange.words import said
from broadcaster.schedule.model import SessionTemplate, unusual_start
from broadcaster.wiring import App

_PLACE = Qt.ItemDataRole.UserRole


class ImportDialog(Sheet):
    """`changed` tells whether anything was made."""

    def __init__(self, parent: QWidget | None, app: App, shell: Shell) -> None:
        title = QCoreApplication.translate("ImportDialog", "Take a schedule over")
        super().__init__(parent, title, 780)
        self._app = app
        self._shell = shell
        self.changed = False
        self.incoming: Incoming | None = None
        self._made: Accepted | None = None
        self._by = ""
        self.body.addWidget(label(title, "title"))
        self.file = ElidedLabel("")
        self.choose_button = button(self.tr("Choose a file…"), "folder-open", self.choose)
        line = row(self.choose_button, self.file)
        line.setStretch(1, 1)
        self.body.addLayout(line)
        self.help = self._help()
        self.body.addWidget(self.help, 1)
        self.tabs = QTabWidget()
        self.tabs.addTab(self._coming_tab(), "")
        self.tabs.addTab(self._refused_tab(), "")
        self.body.addWidget(self.tabs, 1)
        self.words = label("", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setMinimumHeight(58)
        self.body.addWidget(self.words)
        self.tabs.currentChanged.connect(lambda _: self._read_back())
        self.told = Banner()
        self.body.addWidget(self.told)
        self.undo_button = button(self.tr("Take it back"), "undo-2", self.take_back)
        self.undo_button.hide()
        self.take_button = primary_button(self.tr("Take over"), "check", self.take)
        self.buttons(self.undo_button, button(self.tr("Close"), "", self.reject), self.take_button)
        self.resize(860, 600)
        self._show(None)

    def choose(self) -> None:
        """Ask for a file and read it."""
        path = actions.ask_source(self, self._shell)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Show what the file would bring."""
        self.choose_button.setEnabled(False)
        Op(lambda: self._app.exchange.read(path), lane="slow").on_success(self._show).on_failure(
            self._failed).start(self)

    def take(self) -> None:
        """Make what is ticked, signed by whoever sits here."""
        chosen = self._chosen()
        incoming = self.incoming
        if incoming is None or not chosen:
            return
        reason = self._reason(chosen)
        if reason is None:
            return
        person = self._shell.ask_pin(Role.OPERATOR, self.tr("Take over {count} entries of “{name}”.").format(
            count=len(chosen), name=incoming.file))
        if person is None:
            return
        self._by = person.name
        self.take_button.setEnabled(False)
        places = {entry.place for entry in chosen}
        Op(lambda: actions.take_over(self._app, incoming, places, person.name, reason)).on_success(
            self._taken).on_failure(self._failed).start(self)

    def take_back(self) -> None:
        """Undo what was just taken over."""
        made, self._made = self._made, None
        self.undo_button.hide()
        if made is not None:
            Op(lambda: actions.take_back(self._app, made, self._by)).on_success(self._taken_back).start(self)

    def _taken(self, made: Accepted) -> None:
        self.changed, self._made = True, made
        self._shell.air.command("reload").on_failure(lambda _: None).start(self)
        count = len(made.campaigns) + len(made.sessions) + len(made.periods)
        self._show(None)
        self.told.show_text(self.tr("Taken over: {count}.").format(count=count), "good", "circle-check")
        self.undo_button.show()

    def _taken_back(self, _: None) -> None:
        self.told.show_text(self.tr("Taken back."), "good", "circle-check")

    def _reason(self, chosen: list[Entry]) -> str | None:
        """Why a session is at an unusual hour; None when the person turned away."""
        odd = [entry.what for entry in chosen if isinstance(entry.what, SessionTemplate)
               and unusual_start(entry.what.starts)]
        if not odd:
            return ""
        hours = ", ".join(f"“{item.name}” {item.starts:%H:%M}" for item in odd[:3])
        return ask_reason(self, self.tr("Sessions at an unusual hour"), self.tr(
            "{sessions}: before 5 in the morning or after 7 in the evening. Why?").format(sessions=hours),
            self.tr("It is right so")) or None

    def _failed(self, error: Exception) -> None:
        self.choose_button.setEnabled(True)
        self._dress()
        self._shell.error(error)

    # Showing

    def _help(self) -> QWidget:
        """What may be in a file, while none is chosen."""
        box = column(
            label(self.tr("Nothing that is there is changed, and nothing comes before you have read it."), wrap=True),
            label(self.tr("A table of campaigns (CSV), its first line naming the columns:"), "strong", wrap=True),
            label(f"{' · '.join(CAMPAIGN_HEADS)}", "soft", wrap=True),
            label(self.tr("Mục, Số lần and Đến ngày are needed. The item is named as in the library."), "soft",
                  wrap=True),
            label(self.tr("A calendar (ICS): sessions that come back every week, and special days."), "strong",
                  wrap=True),
            label(self.tr("Programmes of other loudspeaker software (JSON)."), "strong", wrap=True), spacing=8)
        box.setContentsMargins(0, 8, 0, 0)
        box.addStretch(1)
        part = QWidget()
        part.setLayout(box)
        return part

    def _coming_tab(self) -> QWidget:
        self.coming = QListWidget()
        self.coming.setAccessibleName(self.tr("What would come"))
        self.coming.itemChanged.connect(lambda _: self._dress())
        self.coming.currentRowChanged.connect(lambda _: self._read_back())
        return _tab(self.coming)

    def _refused_tab(self) -> QWidget:
        self.refused = Table("exchange.refused", [
            Column(self.tr("Place"), lambda item: item.place, 64, digits=True),
            Column(self.tr("Name"), lambda item: item.name, 170, tip=lambda item: item.name),
            Column(self.tr("Why not"), _why, 0, tip=_why),
        ], accessible=self.tr("Cannot be taken over"))
        self.refused.picked.connect(lambda _: self._read_back())
        self.refused.set_empty("circle-check", self.tr("Nothing had to be left out."))
        return _tab(self.refused)

    def _show(self, incoming: Incoming | None) -> None:
        self.incoming = incoming
        entries, refused = (incoming.entries, incoming.refused) if incoming else ((), ())
        self.choose_button.setEnabled(True)
        self.file.setText(incoming.file if incoming else self.tr("No file is chosen yet."))
        for part in (self.tabs, self.words):
            part.setVisible(incoming is not None)
        self.help.setVisible(incoming is None)
        self.coming.blockSignals(True)
        self.coming.clear()
        for entry in entries:
            item = QListWidgetItem(f"{self._kind(entry)}: {entry.name}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(_PLACE, entry.place)
            item.setSizeHint(QSize(0, 34))
            item.setToolTip(entry.name)
            self.coming.addItem(item)
        self.coming.blockSignals(False)
        self.refused.show_rows(refused, key=lambda item: item.place)
        self.tabs.setTabText(0, self.tr("Would come ({count})").format(count=len(entries)))
        self.tabs.setTabText(1, self.tr("Cannot be taken over ({count})").format(count=len(refused)))
        self.tabs.setCurrentIndex(1 if refused and not entries else 0)
        there = incoming.there if incoming else 0
        self.told.show_text(self.tr("{count} more entries are just so already.").format(count=there) if there else "",
                            "info", "info")
        self.undo_button.hide()
        self.coming.setCurrentRow(0 if entries else -1)
        self._read_back()
        self._dress()

    def _read_back(self) -> None:
        """The chosen entry in whole sentences; of one that cannot come, why."""
        number, refused = self.coming.currentRow(), self.refused.current_row()
        entries = self.incoming.entries if self.incoming else ()
        if self.tabs.currentIndex() == 1:
            self.words.setText(_why(refused) if refused is not None else "")
        else:
            self.words.setText(" ".join(said(entries[number])) if 0 <= number < len(entries) else "")

    def _dress(self) -> None:
        count = len(self._chosen())
        self.take_button.setEnabled(count > 0)
        self.take_button.setText(self.tr("Take over ({count})").format(count=count) if count else self.tr("Take over"))

    def _chosen(self) -> list[Entry]:
        items = [self.coming.item(number) for number in range(self.coming.count())]
        ticked = {item.data(_PLACE) for item in items if item.checkState() == Qt.CheckState.Checked}
        return [entry for entry in self.incoming.entries if entry.place in ticked] if self.incoming else []

    def _kind(self, entry: Entry) -> str:
        return {"campaign": self.tr("Campaign"), "session": self.tr("Session"),
                "period": self.tr("Special days")}[entry.kind]


def _tab(*items: QWidget) -> QWidget:
    tab = QWidget()
    box = column(*items, spacing=8)
    box.setContentsMargins(0, 8, 0, 0)
    box.setStretch(0, 1)
    tab.setLayout(box)
    return tab


def _why(item: Refusal) -> str:
    return reason_text(item.code, **item.facts)

"""What came in: keys to be confirmed, disputes to be decided, packages and why some were refused; our own key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from broadcaster.accounts.model import Right
from broadcaster.aggregation.office.model import Key, PackageLine, PackageState, Station
from broadcaster.gui.office import model
from broadcaster.gui.office.actions import InboxLook
from broadcaster.gui.people.tray import tray
from broadcaster.gui.rights import needs
from broadcaster.gui.upward.key_view import Digits, SquareCode
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.layout import Card, column, label, row, scrolled
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import ROW_HEIGHT, Table

_SIDE, _NARROW = 300, 1000


@dataclass(frozen=True)
class Acts:
    """What the buttons call."""

    compare: Callable[[Key], object]
    refuse: Callable[[Key], object]
    keep: Callable[[Station], object]
    go_on: Callable[[Station, PackageLine], object]
    take: Callable[[], object]
    fetch: Callable[[], object]


class InboxTab(QWidget):
    """Cards that have nothing to say are hidden."""

    def __init__(self, acts: Acts, station: str, fingerprint: str, key: str) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._rows: list[PackageLine] = []
        self.keys = KeysCard(acts)
        self.forks = ForksCard(acts)
        self.packages = PackagesCard(acts)
        self.own = OwnKeyCard(station, fingerprint, key)
        self.own.setFixedWidth(_SIDE)
        content = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._both.setContentsMargins(0, 0, 6, 0)
        self._both.setSpacing(14)
        cards = column(self.keys, self.forks, self.packages, spacing=14)
        cards.setStretch(2, 1)
        self._both.addLayout(cards, 1)
        self._both.addWidget(self.own, 0, Qt.AlignmentFlag.AlignTop)
        box = row(scrolled(content))
        box.setContentsMargins(0, 12, 0, 0)
        self.setLayout(box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Our own key goes below where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def show_look(self, found: InboxLook) -> None:
        self.keys.show_keys(found.keys)
        self.forks.show_forks(found.forks)
        self.packages.show_packages(found.packages)


class KeysCard(Card):
    """Stations nobody has confirmed yet."""

    def __init__(self, acts: Acts) -> None:
        super().__init__(self.tr("Keys to be confirmed"))
        self.hint = label(self.tr(
            "Each station signs with its own key. Telephone the commune on a number you know, let them read out the "
            "fingerprint from their page “Send up”, and compare. Nothing of a station counts before."), "soft",
            wrap=True)
        self.table = Table("office.keys", [
            Column(self.tr("Station"), lambda key: key.name or key.sender_id, 0,
                   tip=lambda key: f"{key.name}\n{key.commune}\n{key.sender_id}"),
            Column(self.tr("State"), model.key_words, 220, tone=model.key_tone),
            Column(self.tr("Fingerprint"), lambda key: model.masked(key.fingerprint), 236, digits=True),
            Column(self.tr("Packages"), lambda key: str(key.packages), 72, right=True, digits=True),
        ], accessible=self.tr("Keys to be confirmed"))
        self.compare = needs(primary_button(self.tr("Compare…"), "key-round", lambda: self._with(acts.compare)),
                             Right.PEOPLE)
        self.refuse = needs(button(self.tr("Refuse this key…"), "x", lambda: self._with(acts.refuse)), Right.PEOPLE)
        self.table.opened.connect(lambda _: self._with(acts.compare))
        self.table.picked.connect(lambda _: self._enable())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.add(self.hint, self.table, row(self.compare, self.refuse, None))

    def show_keys(self, keys: Sequence[Key]) -> None:
        self.setVisible(bool(keys))
        self.table.show_rows(keys, lambda key: key.key)
        self.table.setFixedHeight(ROW_HEIGHT * (min(len(keys), 5) + 1) + 4)
        if keys and self.table.current_row() is None:
            self.table.selectRow(0)
        self._enable()

    def _enable(self) -> None:
        chosen = self.table.current_row() is not None
        self.compare.setEnabled(chosen)
        self.refuse.setEnabled(chosen)

    def _with(self, act: Callable[[Key], object]) -> None:
        key = self.table.current_row()
        if key is not None:
            act(key)


class ForksCard(Card):
    """Logs that came in two courses; a person decides which one holds."""

    def __init__(self, acts: Acts) -> None:
        super().__init__(self.tr("Two courses of a log"))
        self.hint = label(self.tr(
            "The station sent a package that does not go on from what is here: mostly after a restored backup. Ask "
            "what happened. “Keep ours” refuses the new course; “Go on with theirs” sets ours aside from that package "
            "on. Both stay here to be looked at."), "soft", wrap=True)
        self.table = Table("office.forks", [
            Column(self.tr("Station"), lambda pair: pair[0].name, 0),
            Column(self.tr("Here up to"), lambda pair: self.tr("No. {number}, {day}").format(
                number=pair[0].number, day=model.plain_day(pair[0].last_day)), 190, digits=True),
            Column(self.tr("Theirs"), lambda pair: _theirs(pair[1]), 230, digits=True),
        ], accessible=self.tr("Two courses of a log"))
        self.keep = needs(button(self.tr("Keep ours…"), "shield-check", lambda: self._keep(acts)), Right.PEOPLE)
        self.go_on = needs(button(self.tr("Go on with theirs…"), "skip-forward", lambda: self._go_on(acts)),
                           Right.PEOPLE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.add(self.hint, self.table, row(self.keep, self.go_on, None))

    def show_forks(self, forks: Sequence[tuple[Station, list[PackageLine]]]) -> None:
        self.setVisible(bool(forks))
        self.table.show_rows(forks, lambda pair: pair[0].ref)
        self.table.setFixedHeight(ROW_HEIGHT * (min(len(forks), 4) + 1) + 4)
        if forks and self.table.current_row() is None:
            self.table.selectRow(0)

    def _keep(self, acts: Acts) -> None:
        pair = self.table.current_row()
        if pair is not None:
            acts.keep(pair[0])

    def _go_on(self, acts: Acts) -> None:
        pair = self.table.current_row()
        if pair is not None and pair[1]:
            acts.go_on(pair[0], pair[1][0])


def _theirs(lines: Sequence[PackageLine]) -> str:
    return ", ".join(f"{line.number} ({model.package_days(line)})" for line in lines)


class PackagesCard(Card):
    """The newest thousand, and why some were refused."""

    def __init__(self, acts: Acts) -> None:
        super().__init__(self.tr("Packages"))
        self._rows: list[PackageLine] = []
        self.table = Table("office.packages", [
            Column(self.tr("Came"), lambda line: model.short_moment(line.received_at), 108, digits=True,
                   tip=lambda line: model.moment(line.received_at)),
            Column(self.tr("Number, station"), model.package_name, 150, tip=model.package_name),
            Column(self.tr("Days"), model.package_days, 176, digits=True),
            Column(self.tr("State"), model.package_state_words, 124, tone=model.package_tone),
            Column(self.tr("What is known"), model.package_note, 0),
        ], accessible=self.tr("Packages"))
        self.table.set_empty("inbox", self.tr(
            "No package has come yet. Drag packages (.dxgoi) onto this page, or let the stations send them into the "
            "inbox."))
        self.table.setMinimumHeight(ROW_HEIGHT * 6)
        self.table.picked.connect(self._show_row)
        self.note = Banner("", "plain", "info")
        self.trouble = chip(self.tr("Only with trouble"), "bad")
        self.trouble.clicked.connect(lambda _: self._filter())
        self.take = button(self.tr("Take files in…"), "folder-open", acts.take)
        self.fetch = button(self.tr("Empty the inbox now"), "inbox", acts.fetch)
        place, flow = tray()
        for widget in (self.take, self.fetch, self.trouble):
            flow.addWidget(widget)
        self.add(place)
        self.add(self.table, stretch=1)
        self.add(self.note)

    def show_packages(self, rows: Sequence[PackageLine]) -> None:
        self._rows = list(rows)
        bad = sum(row.state not in {PackageState.RECEIVED, PackageState.SET_ASIDE} for row in rows)
        self.trouble.setText(self.tr("Only with trouble: {count}").format(count=bad))
        self._filter()

    def _filter(self) -> None:
        only = self.trouble.isChecked()
        self.table.show_rows([row for row in self._rows if not only or row.state not in {
            PackageState.RECEIVED, PackageState.SET_ASIDE}], lambda line: line.ref)
        self._show_row(self.table.current_row())

    def _show_row(self, line: PackageLine | None) -> None:
        said = " ".join(filter(None, (model.told(line.code, line.facts), model.advice(line)))) if line else ""
        tone = "bad" if line is not None and line.state is PackageState.REFUSED else "wait"
        self.note.show_text(said, tone, "info")


class OwnKeyCard(Card):
    """Stations compare it before they believe our letters and receipts."""

    def __init__(self, station: str, fingerprint: str, key: str) -> None:
        super().__init__(self.tr("This office's fingerprint"))
        self.digits = Digits(fingerprint, 22)
        self.code = SquareCode(self.tr("This office's key as a square code"))
        self.code.show_text(f"{station}\n{fingerprint}\n{key}")
        self.add(label(self.tr("Read it out when a station calls to compare. It confirms our receipts and letters with "
                               "it, once."), "soft", wrap=True), self.digits)
        self.body.addWidget(self.code, 0, Qt.AlignmentFlag.AlignLeft)

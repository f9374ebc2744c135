"""The chosen item: why it stands here, for whom it airs, how far its campaign has come, who approved it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from broadcaster.accounts.model import Right
from broadcaster.base.clock import parse_time
from broadcaster.base.errors import Refused
from broadcaster.base.frames import clock_text
from broadcaster.gui.campaigns.words import covered_words, span_words
from broadcaster.gui.errors import explain
from broadcaster.gui.i18n import moment_text
from broadcaster.gui.library.model import kind_words
from broadcaster.gui.preview import PreviewPlayer
from broadcaster.gui.rights import needs
from broadcaster.gui.schedule.day import Day, Item
from broadcaster.gui.schedule.why import why_words
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.facts import Facts
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.layout import label
from broadcaster.wiring import App


class ItemPart(QWidget):
    """`deed(name, Item)`: up, down, remove, open, campaign, move:<session>."""

    deed = Signal(str, object)

    def __init__(self, app: App) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._app = app
        self._item: Item | None = None
        self._day: Day | None = None
        self.name = label("", "strong", wrap=True)
        self.why = Banner("", "info", "info")
        self.wrong = Banner("", "bad", "circle-alert")
        self.facts = Facts()
        self.player = PreviewPlayer(self)
        self.player.state_changed.connect(lambda _: self._name_listen())
        self.player.failed.connect(self._failed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 4, 0)
        box.setSpacing(9)
        for part in (self.name, self.wrong, self.why, self.facts, self._make_buttons()):
            box.addWidget(part)
        box.addStretch(1)

    def _make_buttons(self) -> QWidget:
        parts = QWidget()
        parts.setObjectName("plain")
        flow = FlowLayout(parts, spacing=8)
        self.listen_button = button(self.tr("Listen"), "play", self._listen)
        self.up_button = self._act("up", self.tr("Earlier"), "arrow-up", self.tr("Earlier (Alt+Up)"))
        self.down_button = self._act("down", self.tr("Later"), "arrow-down", self.tr("Later (Alt+Down)"))
        self.move_button = button(self.tr("Move to…"), "repeat", self._menu)
        self.remove_button = self._act("remove", self.tr("Take out"), "trash-2", self.tr("Take out (Delete)"))
        self.open_button = self._act("open", self.tr("In the library"), "music",
                                     self.tr("Show it in the library (Enter)"))
        self._changing = (self.up_button, self.down_button, self.move_button, self.remove_button)
        for part in (self.listen_button, *self._changing, self.open_button):
            flow.addWidget(part)
        for part in self._changing:
            needs(part, Right.WRITE)
        return parts

    def _act(self, name: str, words: str, picture: str, tip: str) -> QPushButton:
        part = button(words, picture, lambda: self.deed.emit(name, self._item))
        part.setToolTip(tip)
        return part

    def show_item(self, day: Day, item: Item) -> None:
        """All that is known of it."""
        if self._item is None or self._item.id != item.id:
            self.player.stop()
        self._item, self._day = item, day
        self.name.setText(item.title)
        why = why_words(day.choice_of(item.id))
        self.why.show_text(self.tr("Why here? {why}").format(why=why) if why else "", "info", "info")
        waits = self.tr("It was put here by hand and does not air now; it can be taken out or put elsewhere.")
        self.wrong.show_text(" ".join(filter(None, (item.reason, waits if item.role == "out" else ""))), "bad",
                             "circle-alert")
        self.facts.show_facts(self._facts(day, item))
        changeable = item.place >= 0 and day.state is not None and not day.state.begun(item.session)
        last = len(day.programme_of(item.session)) - 1
        for part, shown in zip(self._changing, (item.place > 0, item.place < last, True, True), strict=True):
            part.setVisible(changeable and shown)
        self.listen_button.setVisible(item.event is not None and item.event.relay is None)
        self.open_button.setVisible(bool(item.cart))

    def _facts(self, day: Day, item: Item) -> list[tuple[str, str]]:
        campaign = next((one for one, _ in day.campaigns if one.id == item.campaign), None)
        covered = day.coverage.get(item.campaign)
        event, cart = item.event, day.titles.get(item.cart)
        letter = event.directive if event else None
        approval = event.approval if event else None
        until = cart.valid_until if cart else ""
        return [
            (self.tr("Starts"), item.clock),
            (self.tr("Length"), clock_text(item.length) if item.length else ""),
            (self.tr("Kind"), kind_words(item.kind) if item.kind else ""),
            (self.tr("Campaign"), span_words(campaign) if campaign else
             self.tr("none: put in by hand") if item.role == "own" and item.place >= 0 else ""),
            (self.tr("So far"), covered_words(covered) if campaign and covered else ""),
            (self.tr("Letter"), letter.number if letter else ""),
            (self.tr("Valid until"), _day(until)),
            (self.tr("Approved"), f"{approval.approver}, {moment_text(parse_time(approval.approved_at))}"
             if approval and approval.approver else ""),
        ]

    def _menu(self) -> None:
        item, day = self._item, self._day
        if item is None or day is None:
            return
        menu = QMenu(self)
        for session in day.open_sessions():
            if session.id != item.session:
                menu.addAction(f"{session.starts_at:%H:%M} {session.name}".replace("&", "&&"),
                               partial(self.deed.emit, f"move:{session.id}", item))
        if menu.isEmpty():
            menu.addAction(self.tr("No other session of this day can be changed.")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("To another day: Ctrl+X here, Ctrl+V there")).setEnabled(False)
        menu.exec(self.move_button.mapToGlobal(self.move_button.rect().bottomLeft()))
        menu.deleteLater()

    def _listen(self) -> None:
        if self._item is None or self._item.event is None:
            return
        if self.player.state == "playing":
            self.player.stop()
        else:
            self.wrong.show_text("", "bad", "circle-alert")
            self.player.play(self._app.home.audio(self._item.event.cut.sha256))

    def _name_listen(self) -> None:
        self.listen_button.setText(self.tr("Stop listening") if self.player.state == "playing" else self.tr("Listen"))

    def _failed(self, refusal: Refused) -> None:
        self.wrong.show_text(explain(refusal).text, "bad", "circle-alert")

    def hideEvent(self, event: object) -> None:
        self.player.stop()


def _day(iso: str) -> str:
    return f"{iso[8:10]}/{iso[5:7]}/{iso[:4]}" if len(iso) >= 10 else iso

"""Duyệt: what waits for an approver, everything needed to judge it, and the signature."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QWidget

from broadcaster.accounts.model import Person, Role
from broadcaster.bulletins.desk import Pile
from broadcaster.bulletins.sign_off import FirstYes
from broadcaster.gui.approvals import actions
from broadcaster.gui.approvals.actions import Listing
from broadcaster.gui.approvals.detail import ApprovalDetail
from broadcaster.gui.approvals.ledger_notice import LedgerNotice
from broadcaster.gui.approvals.model import Row, empty_words, pile_words, since_tone, since_words
from broadcaster.gui.approvals.sign_dialog import SignDialog
from broadcaster.gui.approvals.slip_dialog import CheckDialog, SlipDialog
from broadcaster.gui.approvals.stack import StackDesk
from broadcaster.gui.bulletins.back_reasons import back_reasons
from broadcaster.gui.bulletins.own_work import own_reason
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Page
from broadcaster.gui.widgets.buttons import button, flat_button
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.layout import Card
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.reason import ask_reason
from broadcaster.gui.widgets.search import SearchField
from broadcaster.gui.widgets.table import Table
from broadcaster.gui.widgets.two_panes import TwoPanes
from broadcaster.library.model import State

_SPLIT = "approvals/splitter"
_NARROW = 900
_TELLING_MS = 60_000
_WHOLE_ROW = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
_KINDS = {"bulletin", "cart", "approval", "first_yes", "comment", "schedule_sheet", "channel_text", "cut", "*"}


class ApprovalsPage(Page):
    """Piles at the left, one thing at the right."""

    def build(self) -> None:
        self._pile = Pile.WAITING
        self._asked = 0
        self._wanted = ""
        self._letters: actions.Letters = {}
        self.check_button = button(self.tr("Check a slip…"), "shield-check", self._check_slip)
        self.back_button = flat_button(self.tr("All that waits"), "chevron-left", lambda: self.panes.show_list())
        self.back_button.hide()
        self.body.addLayout(self.header(self.tr("Approvals"), self.back_button, self.check_button))
        self.ledger = LedgerNotice(self.shell)
        self.body.addWidget(self.ledger)
        self.detail = ApprovalDetail(self.shell, {
            "approve": self._approve, "give_back": self._give_back, "withdraw": self._withdraw, "slip": self._slip,
            "open": self._open})
        self.stack = StackDesk(self, self.shell, self._stack_done)
        self.panes = TwoPanes(self.shell.memory, _SPLIT, self._list(), self.detail, [415, 705], _NARROW)
        self.panes.alone.connect(self.back_button.setVisible)
        self.body.addWidget(self.panes, 1)
        self._keys()
        self._clock = QTimer(self)  # "3 days" grows by itself
        self._clock.timeout.connect(lambda: self.table.viewport().update())
        self._clock.start(_TELLING_MS)

    def on_shown(self, item: str = "") -> None:
        """`item`: a subject to show, on whichever pile it lies; or the name of a pile."""
        if item in set(Pile):
            self._choose(Pile(item))
        elif item:
            self._wanted = item
        self._letters = {}
        self.ledger.look()
        self.reload()

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & {"directive", "*"}:
            self._letters = {}
        if kinds & _KINDS:
            self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.detail.silence()

    def reload(self) -> None:
        """Ask again; only the newest answer is shown."""
        words = self.search.text().strip() if self.search else ""
        self._asked += 1
        asked, pile = self._asked, self._pile
        Op(partial(actions.listing, self.app, pile, words, self._letters)).on_success(
            lambda found: self._show(found, bool(words)) if asked == self._asked else None).start(self)

    # Building

    def _list(self) -> QWidget:
        self.search = SearchField(self.tr("Search by title or author (accents may be left out)…"))
        self.search.searched.connect(lambda _: self.reload())
        piles = QWidget()
        flow = FlowLayout(piles, 6)
        group = QButtonGroup(piles)
        self.chips = {pile: chip(pile_words(pile)) for pile in Pile}
        for pile, part in self.chips.items():
            group.addButton(part)
            flow.addWidget(part)
            part.clicked.connect(partial(self._on_chip, pile))
        self.chips[self._pile].setChecked(True)
        self.table = Table("approvals.list", [
            Column(self.tr("Title"), lambda item: item.title, 0, tip=lambda item: f"{item.title}\n{item.kind}"),
            Column(self.tr("Since"), lambda item: since_words(item, self.app.clock.now(), self._pile), 128,
                   tone=lambda item: since_tone(item, self.app.clock.now(), self._pile))],
            accessible=self.tr("Approvals"))
        self.table.picked.connect(self._pick)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chose_several())
        self.table.opened.connect(lambda _: self.detail.tabs.setFocus())
        self.table.set_empty("shield-check", empty_words(self._pile))
        made = Card()
        made.add(piles, self.search)
        made.add(self.table, stretch=1)
        made.setMinimumWidth(330)
        return made

    def _keys(self) -> None:
        keys: list[tuple[str, Callable[[], object], QWidget]] = [
            ("Ctrl+Return", lambda: self._click(self.detail.approve), self),
            ("Ctrl+Enter", lambda: self._click(self.detail.approve), self),
            ("Ctrl+Backspace", lambda: self._click(self.detail.give_back), self),
            ("Ctrl+P", lambda: self._click(self.detail.slip), self),
            ("Space", self.detail.toggle_sound, self.table)]
        for key, act, owner in keys:
            shortcut = QShortcut(QKeySequence(key), owner)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut if owner is self.table
                                else Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    @staticmethod
    def _click(part: QWidget) -> None:
        if part.isVisible() and part.isEnabled():
            part.click()  # type: ignore[attr-defined]

    # Showing

    def _on_chip(self, pile: Pile, _checked: bool = True) -> None:
        self._choose(pile)
        self.reload()

    def _choose(self, pile: Pile) -> None:
        self._pile = pile
        self.chips[pile].setChecked(True)

    def _show(self, found: Listing, filtered: bool) -> None:
        for pile, part in self.chips.items():
            count = found.counts.get(pile, 0)
            part.setText(f"{pile_words(pile)} {count}" if count else pile_words(pile))
            part.setAccessibleName(part.text())
        if filtered:
            self.table.set_empty("search", self.tr("Nothing matches."), self.tr("Show all"),
                                 lambda: self.search.clear() if self.search else None)
        elif self._pile is Pile.WAITING:
            self.table.set_empty("shield-check", empty_words(self._pile), self.tr("Open the bulletins"),
                                 lambda: self.shell.go("bulletins"))
        else:
            self.table.set_empty("shield-check", empty_words(self._pile))
        several = {chosen.subject for chosen in self._several()}
        self.table.show_rows(found.rows)
        self._select(found)
        self._choose_again(several)

    def _select(self, found: Listing) -> None:
        wanted, self._wanted = self._wanted, ""
        if wanted and not self.table.select_id(wanted):
            self._read(wanted)
            return
        chosen = self.table.current_row()
        if chosen is None and found.rows and not self.panes.is_narrow:
            self.table.selectRow(0)
        elif chosen is not None:
            self._pick(chosen, again=True)
        elif not found.rows:
            self.detail.clear(choice=False)

    def _pick(self, chosen: Row | None, *, again: bool = False) -> None:
        if chosen is None:
            return
        self.detail.show_row(chosen, self.app.clock.now())
        if not again:
            self._to_item(self.detail.tabs)
        subject = chosen.subject
        if chosen.is_sheet:
            Op(partial(actions.sheet, self.app, subject)).on_success(
                lambda found: self.detail.show_sheet(found) if found and self._is(subject) else None).start(self)
        else:
            Op(partial(actions.material, self.app, subject)).on_success(
                lambda found: self.detail.show_material(found) if self._is(subject) else None).start(self)

    def _several(self) -> list[Row]:
        """The bulletins and sounds chosen together where something can be signed; a week's sheet is read alone."""
        rows = [chosen for chosen in self.table.selected_rows() if not chosen.is_sheet]
        return rows if len(rows) > 1 and self._pile in {Pile.WAITING, Pile.SECOND} else []

    def _to_item(self, part: QWidget) -> None:
        """Where the list gives way to it, the cursor goes along: else it falls to the bar and no key works here."""
        at_list = self.table.hasFocus()
        self.panes.show_item()
        if at_list and not self.table.isVisible():
            part.setFocus()

    def _choose_again(self, subjects: set[str]) -> None:
        """Somebody else wrote something: what was chosen together stays so."""
        model, chosen = self.table.rows, self.table.selectionModel()
        numbers = [number for number, key in enumerate(model.ids) if key in subjects]
        if len(numbers) > 1:
            for number in numbers:
                chosen.select(model.index(number, 0), _WHOLE_ROW)
            self.detail.show_pile(self._several())

    def _chose_several(self) -> None:
        if rows := self._several():
            self.detail.show_pile(rows)
            self._to_item(self.detail.approve)
        elif self.detail.row is None:
            self._pick(self.table.current_row(), again=True)

    def _read(self, subject: str) -> None:
        """A thing that lies on another pile: go there."""
        def show(pile: Pile | None) -> None:
            if pile is not None and pile is not self._pile:
                self._wanted = subject
                self._choose(pile)
                self.reload()
        Op(partial(actions.pile_of, self.app, subject)).on_success(show).on_failure(lambda _: None).start(self)

    def _is(self, subject: str) -> bool:
        return self.detail.row is not None and self.detail.row.subject == subject

    # What the buttons do

    def _sign(self, role: Role, purpose: str) -> Person | None:
        chosen = self.detail.row
        return self.shell.ask_pin(role, purpose.format(title=chosen.title if chosen else ""))

    def _approve(self) -> None:
        chosen, shown, sheet = self.detail.row, self.detail.shown, self.detail.shown_sheet
        self.detail.silence()
        if several := self._several():
            self.stack.approve([one.subject for one in several])
        if chosen is None or several:
            return
        if sheet is not None:
            person = self._sign(Role.APPROVER, self.tr("I approve the schedule “{title}” as shown."))
            why = own_reason(self.shell, person, {sheet.sheet.submitted_by.casefold()}) if person else None
            if person and why is not None:
                self._do(partial(actions.approve_sheet, self.app, sheet, person, why),
                         self.tr("“{title}” is approved."))
        elif shown is not None:
            dialog = SignDialog(self.window(), self.shell, chosen, shown, self.detail.sound.heard)
            wanted = dialog.exec() == SignDialog.DialogCode.Accepted
            days = dialog.terms.first, dialog.terms.last
            dialog.deleteLater()
            person = self._sign(Role.APPROVER, self.tr("I approve “{title}”, the text and the sound as shown.")) \
                if wanted else None
            why = own_reason(self.shell, person, shown.authors) if person else None
            if person and why is not None:
                self._do(partial(actions.approve, self.app, shown, person, *days, why),
                         self.tr("“{title}” is approved."))

    def _give_back(self) -> None:
        if several := self._several():
            self.stack.give_back([one.subject for one in several])
            return
        chosen = self.detail.row
        reason = ask_reason(self.window(), self.tr("Give back"), self.tr(
            "The author reads the reason and can submit again."), self.tr("Give back"),
            offered=back_reasons()) if chosen else ""
        person = self._sign(Role.APPROVER, self.tr("Give “{title}” back.")) if reason else None
        if chosen and person:
            self._do(partial(actions.give_back, self.app, chosen.subject, person, reason),
                     self.tr("“{title}” was given back."))

    def _withdraw(self) -> None:
        chosen = self.detail.row
        reason = ask_reason(self.window(), self.tr("Withdraw"), self.tr(
            "It is left out of every session to come. What was broadcast stays in the log."), self.tr("Withdraw"),
            danger=True) if chosen else ""
        person = self._sign(Role.APPROVER, self.tr("Withdraw “{title}”.")) if reason else None
        if chosen and person:
            self._do(partial(actions.withdraw, self.app, chosen.subject, person, reason),
                     self.tr("“{title}” was withdrawn."))

    def _do(self, work: Callable[[], object], words: str) -> None:
        chosen = self.detail.row
        if chosen is None:
            return
        # The button goes with what it was for: else the cursor falls to the first button of the bar.
        self.table.setFocus()

        def done(result: object) -> None:
            text = self.tr("“{title}” waits for the second approver now.") if isinstance(result, FirstYes) else words
            self.shell.notify(text.format(title=chosen.title))
            self.reload()

        Op(work).on_success(done).start(self)

    def _stack_done(self) -> None:
        self.table.setFocus()
        self.reload()

    def _slip(self) -> None:
        chosen = self.detail.row
        if chosen is not None:
            approved = chosen.state is State.APPROVED
            dialog = SlipDialog(self.window(), self.shell, chosen.subject, chosen.title, approved=approved)
            dialog.exec()
            dialog.deleteLater()

    def _check_slip(self) -> None:
        dialog = CheckDialog(self.window(), self.shell)
        dialog.exec()
        dialog.deleteLater()

    def _open(self) -> None:
        chosen = self.detail.row
        if chosen is not None:
            kind, _, key = chosen.subject.partition(":")
            self.shell.go({"bulletin": "bulletins", "cart": "library"}.get(kind, "schedule"),
                          chosen.subject if kind == "sheet" else key)


PAGE = ApprovalsPage

"""Thư viện: every sound that can be scheduled, and its way to approval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QSplitter

from broadcaster.base.frames import clock_text
from broadcaster.gui.library import actions
from broadcaster.gui.library.detail import CartDetail
from broadcaster.gui.library.emergency_dialog import EmergencyDialog
from broadcaster.gui.library.import_dialog import ImportDialog
from broadcaster.gui.library.model import (
    SOUND_SUFFIXES,
    STATE_TONES,
    CartRow,
    Filter,
    count_text,
    kind_words,
    kinds,
    loudness_text,
    state_words,
    updated_text,
)
from broadcaster.gui.library.rename_dialog import RenameDialog
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Page
from broadcaster.gui.schedule.campaign_dialog import make_campaign
from broadcaster.gui.widgets.buttons import primary_button
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import Card, label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.reason import ask_reason
from broadcaster.gui.widgets.search import SearchField
from broadcaster.gui.widgets.table import Table
from broadcaster.library.model import Cart, CartKind, State

_SPLIT = "library/splitter"
_FOLDER = "library/folder"
_NARROW = 860
_LOUDNESS, _DIRECTIVE = 3, 5
Undo = tuple[str, Callable[[], object]]


class LibraryPage(Page):
    """A list with search and filters, the chosen item beside it; sound files may be dropped anywhere."""

    def build(self) -> None:
        self._asked = 0
        self._wanted = ""
        self._numbers: dict[str, str] | None = None
        self._undo: Undo | None = None
        self.setAcceptDrops(True)
        self.add_button = primary_button(self.tr("Add sound files…"), "download", self.choose_files)
        self.add_button.setToolTip(self.tr("Ctrl+O, or drop files and folders here"))
        self.body.addLayout(self.header(self.tr("Library"), self.add_button))
        self._make_table()
        self._make_detail()
        list_card = Card()
        list_card.add(self._filters())
        list_card.add(self.table, stretch=1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(14)
        self.splitter.addWidget(list_card)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([790, 326])
        if state := self.shell.memory.value(_SPLIT):
            self.splitter.restoreState(state)
        self.splitter.splitterMoved.connect(lambda *_: self._splitter_moved())
        self.body.addWidget(self.splitter, 1)
        self._keys()

    def on_shown(self, item: str = "") -> None:
        """`item`: a cart to show, whatever the filters say."""
        self._numbers = None
        if item:
            self._wanted = item
            self.search.clear() if self.search else None
            self.kind.setCurrentIndex(0)
            self.state.setCurrentIndex(0)
        self.reload()

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & {"directive", "*"}:
            self._numbers = None
        if kinds & {"cart", "cut", "directive", "approval", "campaign", "*"}:
            self.reload()

    def hideEvent(self, event: QEvent) -> None:
        self.detail.silence()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def reload(self) -> None:
        """Ask again with what the filters now say; only the newest answer is shown."""
        chosen_kind, chosen_state = self.kind.currentData(), self.state.currentData()
        asked = Filter(self.search.text().strip() if self.search else "",
                       (CartKind(chosen_kind),) if chosen_kind else (), (State(chosen_state),) if chosen_state else ())
        self._asked += 1
        number, numbers = self._asked, self._numbers
        Op(lambda: actions.listing(self.app, asked, numbers)).on_success(
            lambda found: self._show(found) if number == self._asked else None).start(self)

    # Files

    def choose_files(self) -> None:
        """Ask for sound files; the folder is remembered."""
        music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        folder = str(self.shell.memory.value(_FOLDER, music))
        sounds = " ".join(f"*{suffix}" for suffix in sorted(SOUND_SUFFIXES))
        kinds_ = "{sounds} ({patterns});;{all} (*)".format(
            sounds=self.tr("Sound files"), patterns=sounds, all=self.tr("All files"))
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add sound files"), folder, kinds_)
        if names:
            self.shell.memory.setValue(_FOLDER, str(Path(names[0]).parent))
            self.import_files([Path(name) for name in names])

    def import_files(self, paths: Sequence[Path]) -> None:
        """Open the import for files and folders."""
        dialog = ImportDialog(self.window(), self.app, paths)
        dialog.exec()
        taken = [verdict.cart_id for verdict in dialog.verdicts() if verdict.cart_id]
        dialog.deleteLater()
        if taken:
            self._wanted = taken[-1]
        self.reload()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths:
            self.import_files(paths)

    # Building

    def _make_table(self) -> None:
        self.table = Table("library.carts", [
            Column(self.tr("Title"), lambda item: item.cart.title, 0),
            Column(self.tr("Kind"), lambda item: kind_words(str(item.cart.kind)), 112),
            Column(self.tr("Length"), lambda item: clock_text(item.cart.cut.seconds), 100, digits=True),
            Column(self.tr("Loudness"), lambda item: loudness_text(item.cart), 116, digits=True),
            Column(self.tr("State"), lambda item: state_words(item.cart.state), 116,
                   tone=lambda item: STATE_TONES[item.cart.state]),
            Column(self.tr("Directive"), lambda item: item.number, 164),
            Column(self.tr("Changed"), lambda item: updated_text(item.cart), 120, digits=True),
        ], accessible=self.tr("Library"))
        self.table.picked.connect(self._pick)
        self.table.opened.connect(lambda _: self.detail.play_button.click())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._context_menu)

    def _make_detail(self) -> None:
        self.detail = CartDetail(self.app, {
            "submit": self._submit, "approve": self._approve, "give_back": self._give_back,
            "withdraw": self._withdraw, "restore": self._restore, "rename": self._rename, "kind": self._set_kind,
            "campaign": self._campaign, "emergency": self._emergency, "bulletin": self._open_bulletin,
            "close": self._close_detail,
        }, self.shell.error)
        self.detail.hide()

    def _filters(self) -> QHBoxLayout:
        self.search = SearchField(self.tr("Search by title or file name (accents may be left out)…"))
        self.search.searched.connect(lambda _: self.reload())
        self.kind = choice([("", self.tr("All kinds")), *kinds()])
        self.kind.setAccessibleName(self.tr("Kind"))
        self.state = choice([("", self.tr("Every state")), *((str(state), state_words(state)) for state in State)])
        self.state.setAccessibleName(self.tr("State"))
        for box in (self.kind, self.state):
            box.currentIndexChanged.connect(lambda _: self.reload())
        self.count = label("", "soft")
        line = row(self.search, self.kind, self.state, self.count)
        line.setStretch(0, 1)
        return line

    def _keys(self) -> None:
        for keys, act in (("Ctrl+O", self.choose_files), ("F2", self._rename), ("Delete", self._withdraw),
                          ("Ctrl+Z", self._take_back)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        space = QShortcut(QKeySequence("Space"), self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(lambda: self.detail.play_button.click() if self.detail.isVisible() else None)

    # Showing

    def _show(self, found: actions.Listing) -> None:
        self._numbers = found.numbers
        self.table.show_ids(found.ids, actions.fetcher(self.app, found.numbers))
        self.count.setText(count_text(len(found.ids)))
        asked = found.asked
        if asked.words or asked.kinds or asked.states:
            self.table.set_empty("search", self.tr("Nothing matches. Try other words or another filter."),
                                 self.tr("Show everything"), self._clear_filters)
        else:
            self.table.set_empty("music", self.tr(
                "No sounds yet. Add recordings from this computer or a USB stick, or voice a bulletin."),
                self.tr("Add sound files…"), self.choose_files)
        if self._wanted and self.table.select_id(self._wanted):
            self._wanted = ""
        shown = self.detail.shown
        if shown and self.detail.isVisible():
            self._refresh(shown.id)

    def _clear_filters(self) -> None:
        if self.search:
            self.search.clear()
        self.kind.setCurrentIndex(0)
        self.state.setCurrentIndex(0)
        self.reload()

    def _pick(self, chosen: CartRow | None) -> None:
        if chosen is None:
            return
        self.detail.show_cart(chosen)
        self.detail.show()
        self._fit_columns()
        self._read_used(chosen.id)

    def _read_used(self, cart_id: str) -> None:
        Op(lambda: actions.where_used(self.app, cart_id)).on_success(
            lambda used: self.detail.show_used(used) if self._cart_id() == cart_id else None).start(self)

    def _refresh(self, cart_id: str) -> None:
        """The shown item as it is now; a withdrawn one stays in sight, although the list leaves it out."""
        def read() -> CartRow:
            cart = self.app.library.get(cart_id)
            return CartRow(cart, (self._numbers or {}).get(cart.directive_id, ""))

        def show(found: CartRow) -> None:
            if self._cart_id() == cart_id:
                self.detail.show_cart(found)
        Op(read).on_success(show).on_failure(lambda _: self._close_detail()).start(self)
        self._read_used(cart_id)

    def _close_detail(self) -> None:
        self.detail.silence()
        self.detail.hide()
        self.table.clearSelection()
        self._fit_columns()
        self.table.setFocus()

    def _splitter_moved(self) -> None:
        self.shell.memory.setValue(_SPLIT, self.splitter.saveState())
        self._fit_columns()

    def _fit_columns(self) -> None:
        """With an item beside it the list has no room for everything; the item itself tells the rest."""
        narrow = self.detail.isVisibleTo(self) and self.width() - self.detail.width() < _NARROW
        for column in (_LOUDNESS, _DIRECTIVE):
            self.table.setColumnHidden(column, narrow)

    def _context_menu(self, place: QPoint) -> None:
        if self._cart() is None:
            return
        menu = QMenu(self)
        for part in (self.detail.submit_button, self.detail.approve_button, self.detail.return_button,
                     self.detail.campaign_button, self.detail.emergency_button, self.detail.restore_button,
                     self.detail.withdraw_button):
            if part.isVisibleTo(self.detail):
                menu.addAction(part.text(), part.click)
        menu.addAction(self.tr("Rename…"), self._rename)
        menu.exec(self.table.viewport().mapToGlobal(place))
        menu.deleteLater()

    # What the buttons do

    def _cart(self) -> Cart | None:
        return self.detail.shown.cart if self.detail.shown and self.detail.isVisible() else None

    def _cart_id(self) -> str:
        cart = self._cart()
        return cart.id if cart else ""

    def _change(self, work: Callable[[], Cart], done: str, undo: Undo | None = None) -> None:
        def show(cart: Cart) -> None:
            self._undo = undo
            text = done.format(title=cart.title)
            self.shell.notify(" ".join((text, self.tr("Ctrl+Z takes it back."))) if undo else text)
            self._refresh(cart.id)
        Op(work).on_success(show).start(self)

    def _submit(self) -> None:
        cart = self._cart()
        person = cart and actions.writer(self.shell, self.tr("Submit “{title}” for approval.").format(title=cart.title))
        if cart and person:
            self._change(lambda: actions.submit(self.app, cart, person), self.tr("“{title}” waits for approval now."))

    def _approve(self) -> None:
        cart = self._cart()
        person = cart and actions.approver(self.shell, actions.approval_words(cart, clock_text(cart.cut.seconds)))
        if cart and person:
            self._change(lambda: actions.approve(self.app, cart, person), self.tr("“{title}” is approved."))

    def _give_back(self) -> None:
        cart = self._cart()
        if cart is None:
            return
        reason = ask_reason(self.window(), self.tr("Give it back?"), self.tr(
            "“{title}” goes back to whoever made it, with your reason.").format(title=cart.title), self.tr("Give back"))
        person = reason and actions.approver(self.shell, self.tr("Give back “{title}”.").format(title=cart.title))
        if reason and person:
            self._change(lambda: actions.give_back(self.app, cart, person, reason),
                         self.tr("“{title}” was given back."))

    def _withdraw(self) -> None:
        cart = self._cart()
        if cart is None or cart.state is State.WITHDRAWN:
            return
        reason = ask_reason(self.window(), self.tr("Withdraw this item?"), self.tr(
            "“{title}” airs no more from now on and needs a new approval if it is put back. What has aired stays in "
            "the log.").format(title=cart.title), self.tr("Withdraw"), danger=True)
        person = reason and actions.writer(self.shell, self.tr("Withdraw “{title}”.").format(title=cart.title))
        if reason and person:
            self._change(lambda: actions.withdraw(self.app, cart, person, reason), self.tr("“{title}” was withdrawn."),
                         (cart.id, lambda: actions.restore(self.app, cart, person.name)))

    def _restore(self) -> None:
        cart = self._cart()
        if cart:
            self._change(lambda: actions.restore(self.app, cart), self.tr("“{title}” is a draft again."))

    def _rename(self) -> None:
        cart = self._cart()
        if cart is None:
            return
        dialog = RenameDialog(self.window(), cart.title)
        accepted, title = dialog.exec() == RenameDialog.DialogCode.Accepted, dialog.title
        dialog.deleteLater()
        if accepted and title != cart.title:
            self._change(lambda: actions.rename(self.app, cart, title), self.tr("It is called “{title}” now."),
                         (cart.id, lambda: actions.rename(self.app, cart, cart.title)))

    def _set_kind(self) -> None:
        cart, kind = self._cart(), CartKind(self.detail.kind.currentData())
        if cart and kind is not cart.kind:
            self._change(lambda: actions.set_kind(self.app, cart, kind), self.tr("The kind of “{title}” was changed."),
                         (cart.id, lambda: actions.set_kind(self.app, cart, cart.kind)))

    def _open_bulletin(self) -> None:
        cart = self._cart()
        if cart:
            self.shell.go("bulletins", cart.bulletin_id)

    def _campaign(self) -> None:
        cart = self._cart()
        if cart:
            make_campaign(self.app, self.shell, self, cart)

    def _emergency(self) -> None:
        cart = self._cart()
        if cart is None:
            return
        known = actions.emergency_of(self.app, cart)
        dialog = EmergencyDialog(self.window(), cart, self.app.emergency.messages(), known)
        accepted, habits = dialog.exec() == EmergencyDialog.DialogCode.Accepted, dialog.habits
        dialog.deleteLater()
        purpose = self.tr("“{title}” for emergencies.").format(title=cart.title)
        person = actions.writer(self.shell, purpose) if accepted else None
        if person is None:
            return
        done = self.tr("“{title}” is no longer kept ready.") if habits.take_off else \
            self.tr("“{title}” is kept ready for emergencies.")
        self._change(lambda: actions.keep_ready(self.app, cart, habits, person.name), done)

    def _take_back(self) -> None:
        if self._undo is None:
            return
        (cart_id, work), self._undo = self._undo, None

        def show(_: object) -> None:
            self.shell.notify(self.tr("Taken back."))
            self._wanted = cart_id
            self.reload()
        Op(work).on_success(show).start(self)


PAGE = LibraryPage

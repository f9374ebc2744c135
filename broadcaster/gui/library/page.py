"""Thư viện: every sound that can be scheduled, what is known of it, and its way to approval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter

from broadcaster.accounts.model import Right
from broadcaster.gui.library import actions, files, filters
from broadcaster.gui.library.bulk_panel import BulkPanel
from broadcaster.gui.library.cart_table import CartTable
from broadcaster.gui.library.columns import Words, cart_columns
from broadcaster.gui.library.deeds import Deeds
from broadcaster.gui.library.detail import FIELDS, CartDetail
from broadcaster.gui.library.editing import Editing
from broadcaster.gui.library.filter_bar import FilterBar
from broadcaster.gui.library.import_dialog_bar import ImportBar
from broadcaster.gui.library.model import CartRow
from broadcaster.gui.library.page_menus import page_menu, row_menu
from broadcaster.gui.library.retention_dialog import RetentionDialog
from broadcaster.gui.library.side import Side
from broadcaster.gui.library.vocabulary import Vocabulary
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Page
from broadcaster.gui.rights import needs
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.layout import Card
from broadcaster.library.model import Cart, Filter

_SPLIT = "library/panes"
_CHANGES_MS = 250
"""Changes of other programs come in bursts, an import's above all: the list is read once for many."""
_MANY = ("submit", "withdraw", "restore", "archive", "unarchive", "campaign")
_ONE = ("approve", "give_back", "supersede", "emergency", "replace")
_TABLES = frozenset({"cart", "cut", "directive", "approval", "campaign", "airing", "cart_version", "*"})


class LibraryPage(Page):
    """A list with search and filters, the chosen items beside it; sound files may be dropped anywhere."""

    def build(self) -> None:
        self._asked = self._shown_number = 0
        self._looking = False
        self._wanted = ""
        self._station: actions.Station | None = None
        self._words = Words(Vocabulary())
        self.setAcceptDrops(True)
        self.add_button = needs(primary_button(self.tr("Add sound files…"), "download", self.choose_files), Right.WRITE)
        self.add_button.setToolTip(self.tr("Ctrl+O, or drop files and folders here"))
        self.more_button = button(self.tr("More"), "ellipsis", self._open_menu)
        self.body.addLayout(self.header(self.tr("Library"), self.more_button, self.add_button))
        self.import_bar = ImportBar(self.app, self.reload)
        self.body.addWidget(self.import_bar)
        self.bar = FilterBar(self.shell.memory, lambda asked: actions.counts(self.app, asked))
        self.bar.changed.connect(self.reload)
        self.search = self.bar.search
        self.editing = Editing(self.app, self.shell, self)
        self.editing.changed.connect(self._after_change)
        self.editing.failed.connect(lambda _: self._show_again())
        self.deeds = Deeds(self.app, self.shell, self, self.editing)
        self._make_table()
        self._make_side()
        self._lay_out()
        self._timers()
        self._keys()

    def on_shown(self, item: str = "") -> None:
        """`item`: a cart to show, whatever the filters say."""
        self._station = None
        if item:
            self._wanted = item
            self.bar.clear()
        self.reload()

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & {"directive", "*"}:
            self._station = None
        if kinds & _TABLES and not self._changes.isActive():
            self._changes.start()

    def unsaved(self) -> str:
        return self.detail.unsaved()

    def hideEvent(self, event: QEvent) -> None:
        self.detail.silence()
        self.editing.forget_signer()

    def reload(self) -> None:
        """Ask again with what the filters now say; while an answer is on its way, further wishes become one."""
        self._asked += 1
        if not self._looking:
            self._look()

    def _look(self) -> None:
        asked, station, number = self.bar.filter, self._station, self._asked
        self._looking = True

        def finish(show: Callable[[], object]) -> None:
            self._looking = False
            if number == self._asked:
                self._shown_number = number
                show()
            else:
                self._look()
        Op(lambda: actions.listing(self.app, asked, station)).on_success(
            lambda found: finish(lambda: self._show(found))).on_failure(
            lambda error: finish(lambda: self.shell.error(error))).start(self)

    # Files

    def choose_files(self) -> None:
        """Ask for sound files; the folder is remembered."""
        paths = files.ask_for_sounds(self, self.shell.memory)
        if paths:
            self.import_files(paths)

    def choose_folder(self) -> None:
        """Ask for a folder or a stick."""
        paths = files.ask_for_folder(self, self.shell.memory)
        if paths:
            self.import_files(paths)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Open the import for files and folders."""
        taken = files.import_files(self, self.app, paths)
        if taken:
            self._wanted = taken[-1]
        self.import_bar.look()
        self.reload()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files.dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = files.dropped(event.mimeData())
        event.acceptProposedAction()
        if paths:
            self.import_files(paths)

    # Building

    def _make_table(self) -> None:
        self.table = CartTable(cart_columns(self._words), self.tr("Library"))
        self.table.show_order(self.bar.filter.sort, self.bar.filter.descending)
        self.table.order_asked.connect(self.bar.set_order)
        self.table.selection_changed.connect(self._selected)
        self.table.opened.connect(lambda _: self._open_fields())
        self.table.space_pressed.connect(self._space)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._context_menu)

    def _make_side(self) -> None:
        one: dict[str, Callable[[], object]] = {
            **{name: partial(self._with_chosen, getattr(self.deeds, name)) for name in _MANY},
            **{name: partial(self._with_one, getattr(self.deeds, name)) for name in _ONE}}
        self.detail = CartDetail(self.app, self.shell, {
            **one, "bulletin": self._open_bulletin, "rename": self._open_fields, "close": self._close_detail})
        self.detail.fields.edited.connect(self._edited, Qt.ConnectionType.QueuedConnection)
        self.detail.fields.directive_asked.connect(partial(self._with_one, self.deeds.choose_letter))
        self.detail.fields.directive_opened.connect(self._open_letter)
        self.detail.sound.version_chosen.connect(self._use_version)
        self.bulk = BulkPanel({**one, "edit": self._edit_many, "close": self._close_detail})
        self.side = Side(self.app, self.detail, self.bulk, self.table)

    def _lay_out(self) -> None:
        list_card = Card()
        list_card.add(self.bar)
        list_card.add(self.table, stretch=1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(12)
        self.splitter.addWidget(list_card)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([700, 406])
        if state := self.shell.memory.value(_SPLIT):
            self.splitter.restoreState(state)
        self.splitter.splitterMoved.connect(
            lambda *_: self.shell.memory.setValue(_SPLIT, self.splitter.saveState()))
        self.body.addWidget(self.splitter, 1)

    def _timers(self) -> None:
        self._changes = QTimer(self)
        self._changes.setSingleShot(True)
        self._changes.setInterval(_CHANGES_MS)
        self._changes.timeout.connect(self.reload)

    def _keys(self) -> None:
        for keys, act in (("Ctrl+O", self.choose_files), ("F2", self._open_fields),
                          ("Delete", partial(self._with_chosen, self.deeds.withdraw)),
                          ("Ctrl+Z", self.editing.take_back)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # Showing

    def _show(self, found: actions.Listing) -> None:
        if found.station is not self._station:
            self._station = found.station
            self._words.vocabulary = found.station.vocabulary
            self.bar.use_words(found.station.vocabulary)
            self.detail.use_words(found.station.vocabulary)
        self._words.today = self.app.clock.now().date().isoformat()
        self.table.show_order(found.asked.sort, found.asked.descending)
        self.table.show_found(found.ids, self._rows)
        self.bar.show_count(len(found.ids))
        self._say_why_empty(found.asked)
        wanted, self._wanted = self._wanted, ""
        found_it = bool(wanted) and self.table.select_id(wanted)
        # Withdrawn or archived ones stay in sight, although the list leaves them out.
        beside = self.side.cart_id() if found_it or not wanted else wanted
        if beside:
            self.side.refresh(beside, found.station.numbers, self._close_detail)

    def _rows(self, ids: Sequence[str]) -> list[CartRow | None]:
        return actions.rows(self.app, self._station.numbers if self._station else {}, ids)

    def _say_why_empty(self, asked: Filter) -> None:
        if asked.words or filters.narrowed(asked):
            self.table.set_empty("search", self.tr("Nothing matches. Try other words or another filter."),
                                 self.tr("Show everything"), self.bar.clear)
        else:
            self.table.set_empty("music", self.tr(
                "No sounds yet. Add recordings from this computer or a USB stick, or voice a bulletin."),
                self.tr("Add sound files…"), self.choose_files)

    def _selected(self) -> None:
        count = self.table.selected_count()
        row = self.table.only_selected() if count == 1 else None
        if isinstance(row, CartRow):
            self.side.show_one(row)
        elif count > 1:
            self.side.show_many(count)

    def _show_again(self) -> None:
        self.side.show_again()

    def _after_change(self, _ids: object) -> None:
        self._changes.stop()
        self.reload()

    def _close_detail(self) -> None:
        self.side.close_all()
        self.table.clearSelection()
        self.table.setFocus()

    # Menus and keys

    def _context_menu(self, place: QPoint) -> None:
        one = self.detail if self.side.cart() else None
        row_menu(self.table, place, self.bulk if self.side.many else one)

    def _open_menu(self) -> None:
        page_menu(self.more_button, self.table, self.editing, self.choose_folder, self.tidy)

    def tidy(self) -> None:
        """What the retention rule would remove."""
        dialog = RetentionDialog(self.window(), self.app, self.shell)
        dialog.exec()
        dialog.deleteLater()
        if dialog.changed:
            self.reload()

    def _space(self) -> None:
        if self.side.cart():
            self.detail.toggle()

    # What is chosen

    def _with_chosen(self, act: Callable[[Sequence[Cart]], object]) -> None:
        """The item shown, or all that are selected, read first."""
        cart = self.side.cart()
        if cart:
            act([cart])
        elif self.table.selected_count() > 1:
            ids = self.table.selected_ids()
            # The button goes once it is done; its neighbour (“Withdraw…”) must not inherit the cursor.
            self.table.setFocus()
            Op(lambda: self.app.library.rows(ids)).on_success(act).start(self)

    def _with_one(self, act: Callable[[Cart], object]) -> None:
        cart = self.side.cart()
        if cart:
            act(cart)

    def _edit_many(self) -> None:
        ids = self.table.selected_ids()
        if ids and self._station:
            self.deeds.edit_many(ids, self._station.vocabulary)

    def _edited(self, cart_id: str, name: str, value: object) -> None:
        self.editing.edit([cart_id], {name: value}, self.tr("Saved."))

    def _use_version(self, number: int) -> None:
        self._with_one(lambda cart: self.deeds.use_version(cart, number))

    def _open_fields(self) -> None:
        if self.side.cart():
            self.detail.show_tab(FIELDS)
            self.detail.fields.focus_title()

    def _open_bulletin(self) -> None:
        cart = self.side.cart()
        if cart:
            self.shell.go("bulletins", cart.bulletin_id)

    def _open_letter(self) -> None:
        cart = self.side.cart()
        if cart and cart.directive_id:
            self.shell.go("directives", cart.directive_id)


PAGE = LibraryPage

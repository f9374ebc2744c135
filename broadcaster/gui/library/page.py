"""Thư viện: every sound that can be scheduled, what is known of it, and its way to approval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget

from broadcaster.gui.library import actions, files, filters
from broadcaster.gui.library.bulk_panel import COUNTED, BulkPanel
from broadcaster.gui.library.cart_table import CartTable
from broadcaster.gui.library.columns import Words, cart_columns
from broadcaster.gui.library.deeds import Deeds
from broadcaster.gui.library.detail import FIELDS, CartDetail
from broadcaster.gui.library.editing import Editing
from broadcaster.gui.library.filter_bar import FilterBar
from broadcaster.gui.library.import_dialog_bar import ImportBar
from broadcaster.gui.library.model import CartRow
from broadcaster.gui.library.retention_dialog import RetentionDialog
from broadcaster.gui.library.vocabulary import Vocabulary
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Page
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.layout import Card
from broadcaster.library.model import Cart, Filter

_SPLIT = "library/panes"
_CHANGES_MS = 250
"""Changes of other programs come in bursts, an import's above all: the list is read once for many."""
_LEARN_MS = 120
"""Whoever runs through the list with the arrow keys does not stop at every item."""
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
        self.add_button = primary_button(self.tr("Add sound files…"), "download", self.choose_files)
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
        self.side = QStackedWidget()
        self.side.addWidget(self.detail)
        self.side.addWidget(self.bulk)
        self.side.hide()

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
        self._learning = QTimer(self)
        self._learning.setSingleShot(True)
        self._learning.setInterval(_LEARN_MS)
        self._learning.timeout.connect(self._learn)

    def _keys(self) -> None:
        for keys, act in (("Ctrl+O", self.choose_files), ("F2", self._open_fields),
                          ("Delete", partial(self._with_chosen, self.deeds.withdraw)),
                          ("Ctrl+Z", self.editing.take_back), ("Shift+F10", self._menu_at_row)):
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
        if wanted and not self.table.select_id(wanted):
            self._refresh(wanted)  # withdrawn or archived: it stays in sight, although the list leaves it out
        elif self._cart_id():
            self._refresh(self._cart_id())

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
        if count == 1:
            self._pick(cast("CartRow | None", self.table.only_selected()))
        elif count > 1:
            self.detail.silence()
            self.bulk.show_selection(count)
            self._show_side(self.bulk)
            self._learning.start()

    def _pick(self, chosen: CartRow | None) -> None:
        if chosen is None:
            return
        before, playing = self._cart_id(), self.detail.player.state == "playing"
        self.detail.show_cart(chosen)
        self._show_side(self.detail)
        if before != chosen.id:
            self.detail.play_on() if playing else self.detail.silence()
        self._learning.start()

    def _show_side(self, part: CartDetail | BulkPanel) -> None:
        self.side.setCurrentWidget(part)
        self.side.show()

    def _learn(self) -> None:
        """What has to be looked up about what is selected."""
        if self.side.currentWidget() is self.bulk and self.side.isVisible():
            ids = self.table.selected_ids()
            if 1 < len(ids) <= COUNTED:
                Op(lambda: self.app.library.rows(ids)).on_success(
                    lambda carts: self.bulk.show_carts(carts) if self.table.selected_count() == len(ids) else None
                ).start(self)
            return
        cart = self._cart()
        if cart:
            Op(lambda: actions.learn(self.app, cart)).on_success(
                lambda learned: self.detail.show_learned(learned) if self._cart_id() == cart.id else None).start(self)

    def _refresh(self, cart_id: str) -> None:
        """The item as it is now, beside the list."""
        def show(cart: Cart) -> None:
            if self.table.selected_count() <= 1:
                number = self._station.numbers.get(cart.directive_id, "") if self._station else ""
                self.detail.show_cart(CartRow(cart, number))
                self._show_side(self.detail)
                self._learning.start()
        Op(lambda: self.app.library.get(cart_id)).on_success(show).on_failure(
            lambda _: self._close_detail()).start(self)

    def _after_change(self, _ids: object) -> None:
        self._changes.stop()
        self.reload()

    def _show_again(self) -> None:
        """Nothing was changed: the fields say again what is stored."""
        if self.detail.shown:
            self.detail.show_cart(self.detail.shown)

    def _close_detail(self) -> None:
        self.detail.silence()
        self.side.hide()
        self.table.clearSelection()
        self.table.setFocus()

    # Menus and keys

    def _context_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        if self.side.currentWidget() is self.bulk and self.side.isVisible():
            menu.addAction(self.bulk.edit_button.text(), self._edit_many)
            for part in self.bulk.buttons.values():
                if not part.isHidden():
                    menu.addAction(part.text(), part.click)
        elif self._cart():
            self.detail.fill_menu(menu, everything=True)
        if not menu.isEmpty():
            menu.exec(self.table.viewport().mapToGlobal(place))
        menu.deleteLater()

    def _menu_at_row(self) -> None:
        rect = self.table.visualRect(self.table.currentIndex())
        self._context_menu(rect.center() if rect.isValid() else QPoint(40, 40))

    def _open_menu(self) -> None:
        menu = QMenu(self)
        self.table.columns_menu(menu.addMenu(self.tr("Columns")))
        menu.addAction(self.tr("Select all (Ctrl+A)"), self.table.selectAll)
        undo = menu.addAction(self.tr("Take back the last change (Ctrl+Z)"), self.editing.take_back)
        undo.setEnabled(self.editing.steps > 0)
        menu.addSeparator()
        menu.addAction(self.tr("Tidy the sound store…"), self.tidy)
        menu.exec(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))
        menu.deleteLater()

    def tidy(self) -> None:
        """What the retention rule would remove."""
        dialog = RetentionDialog(self.window(), self.app, self.shell)
        dialog.exec()
        dialog.deleteLater()
        if dialog.changed:
            self.reload()

    def _space(self) -> None:
        if self._cart():
            self.detail.toggle()

    # What is chosen

    def _cart(self) -> Cart | None:
        """The item shown beside the list."""
        beside = self.side.isVisible() and self.side.currentWidget() is self.detail
        return self.detail.shown.cart if beside and self.detail.shown else None

    def _cart_id(self) -> str:
        cart = self._cart()
        return cart.id if cart else ""

    def _with_chosen(self, act: Callable[[Sequence[Cart]], object]) -> None:
        """The item shown, or all that are selected, read first."""
        cart = self._cart()
        if cart:
            act([cart])
        elif self.table.selected_count() > 1:
            ids = self.table.selected_ids()
            Op(lambda: self.app.library.rows(ids)).on_success(act).start(self)

    def _with_one(self, act: Callable[[Cart], object]) -> None:
        cart = self._cart()
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
        if self._cart():
            self.detail.show_tab(FIELDS)
            self.detail.fields.focus_title()

    def _open_bulletin(self) -> None:
        cart = self._cart()
        if cart:
            self.shell.go("bulletins", cart.bulletin_id)

    def _open_letter(self) -> None:
        cart = self._cart()
        if cart and cart.directive_id:
            self.shell.go("directives", cart.directive_id)


PAGE = LibraryPage

"""What stands beside the list: one item in full, or what can be done with several; it looks up what the rows lack."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from broadcaster.gui.library import actions
from broadcaster.gui.library.bulk_panel import COUNTED, BulkPanel
from broadcaster.gui.library.cart_table import CartTable
from broadcaster.gui.library.detail import CartDetail
from broadcaster.gui.library.model import CartRow
from broadcaster.gui.ops import Op
from broadcaster.library.model import Cart
from broadcaster.wiring import App

_LEARN_MS = 120
"""Whoever runs through the list with the arrow keys does not stop at every item."""


class Side(QStackedWidget):
    """Follows what is selected in the list."""

    def __init__(self, app: App, detail: CartDetail, bulk: BulkPanel, table: CartTable) -> None:
        super().__init__()
        self._app, self._table = app, table
        self.detail, self.bulk = detail, bulk
        self.addWidget(detail)
        self.addWidget(bulk)
        self._learning = QTimer(self)
        self._learning.setSingleShot(True)
        self._learning.setInterval(_LEARN_MS)
        self._learning.timeout.connect(self._learn)
        self.hide()

    def cart(self) -> Cart | None:
        """The item shown; None while several are selected, or nothing."""
        beside = self.isVisible() and self.currentWidget() is self.detail
        return self.detail.shown.cart if beside and self.detail.shown else None

    def cart_id(self) -> str:
        cart = self.cart()
        return cart.id if cart else ""

    @property
    def many(self) -> bool:
        """Several are selected."""
        return self.isVisible() and self.currentWidget() is self.bulk

    def show_one(self, row: CartRow) -> None:
        """Another item, or the same anew; who listens goes on listening with the new one."""
        before, playing = self.cart_id(), self.detail.player.state == "playing"
        self.detail.show_cart(row)
        self._front(self.detail)
        if before != row.id:
            self.detail.play_on() if playing else self.detail.silence()

    def show_many(self, count: int) -> None:
        """So many are selected."""
        self.detail.silence()
        self.bulk.show_selection(count)
        self._front(self.bulk)

    def show_again(self) -> None:
        """Nothing was changed: the fields say again what is stored."""
        if self.detail.shown:
            self.detail.show_cart(self.detail.shown)

    def refresh(self, cart_id: str, numbers: dict[str, str], gone: Callable[[], object]) -> None:
        """An item as it is now, whether the list holds it or not."""
        def show(cart: Cart) -> None:
            if self._table.selected_count() <= 1:
                self.detail.show_cart(CartRow(cart, numbers.get(cart.directive_id, "")))
                self._front(self.detail)
        Op(lambda: self._app.library.get(cart_id)).on_success(show).on_failure(lambda _: gone()).start(self)

    def close_all(self) -> None:
        """Nothing beside the list."""
        self.detail.silence()
        self.hide()

    def _front(self, part: CartDetail | BulkPanel) -> None:
        self.setCurrentWidget(part)
        self.show()
        self._learning.start()

    def _learn(self) -> None:
        cart = self.cart()
        if self.many:
            self._learn_many(self._table.selected_count())
        elif cart:
            Op(lambda: actions.learn(self._app, cart)).on_success(
                lambda learned: self.detail.show_learned(learned) if self.cart_id() == cart.id else None).start(self)

    def _learn_many(self, count: int) -> None:
        if 1 < count <= COUNTED:
            ids = self._table.selected_ids()
            Op(lambda: self._app.library.rows(ids)).on_success(
                lambda carts: self.bulk.show_carts(carts) if self._table.selected_count() == count else None
            ).start(self)

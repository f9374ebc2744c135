"""How many things wait for a person, beside the names of pages in the bar."""

from __future__ import annotations

from PySide6.QtCore import QObject

from broadcaster.gui.change_watch import ChangeWatch
from broadcaster.gui.ops import Op
from broadcaster.gui.sidebar import Sidebar
from broadcaster.wiring import App

_KINDS = frozenset({"bulletin", "cart", "schedule_sheet", "*"})
_UPWARD = frozenset({"delivery", "received", "*"})


class WaitingCount(QObject):
    """Lives as long as the watch; counts at the start and after each change."""

    def __init__(self, side: Sidebar, app: App, watch: ChangeWatch) -> None:
        super().__init__(watch)
        self._side = side
        self._app = app
        watch.changed.connect(self._on_changes)
        self._count()
        self._count_upward()

    def _on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self._count()
        if kinds & _UPWARD:
            self._count_upward()

    def _count(self) -> None:
        # A number that cannot be read is no reason for a message.
        Op(self._waiting).on_success(lambda found: self._side.show_count("approvals", found)).on_failure(
            lambda _: None).start(self)

    def _count_upward(self) -> None:
        Op(self._to_decide).on_success(lambda found: self._side.show_count("upward", found)).on_failure(
            lambda _: None).start(self)

    def _to_decide(self) -> int:
        """Refused by the office, or waiting for a key to be compared."""
        up, down = self._app.upward.queue(), self._app.downward.received()
        return sum(row.state == "refused" for row in up) + sum(row.state == "waiting" for row in down)

    def _waiting(self) -> int:
        from broadcaster.bulletins.desk import ApprovalDesk, Pile

        counts = ApprovalDesk(self._app.database, self._app.clock).counts()
        return counts[Pile.WAITING] + counts[Pile.SECOND] + len(self._app.sheets.pending())

"""The sheets and the wall display that belong to the on-air page: one sheet at a time, on top of whatever is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from broadcaster.accounts.model import Right
from broadcaster.base.errors import Refused
from broadcaster.gui.help.key_sheet import KeySheet
from broadcaster.gui.on_air import reasons
from broadcaster.gui.on_air.break_in_dialog import BreakInDialog
from broadcaster.gui.on_air.live_dialog import LiveDialog
from broadcaster.gui.on_air.reasons import Owed, WhySheet
from broadcaster.gui.on_air.relay_dialog import RelayDialog
from broadcaster.gui.on_air.wall import Wall
from broadcaster.gui.page import Page
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.protocol.messages import Insert, Status
from broadcaster.protocol.rundown import QuietHours


class Sheets(QObject):
    """`status()` is the player's last word: what cannot be ordered now is said instead of opened."""

    def __init__(self, page: Page, quiet: QuietHours, status: Callable[[], Status | None],
                 changed: Callable[[], object]) -> None:
        """`changed` is called when a sheet was closed."""
        super().__init__(page)
        self._page = page
        self._shell = page.shell
        self._quiet = quiet
        self._status = status
        self._changed = changed
        self.shown: Sheet | None = None
        self.wall: Wall | None = None

    def break_in(self, *, by_key: bool = False) -> None:
        """The prepared messages; nothing sounds yet. `by_key`: F9 was pressed, and may still be down."""
        self._open(lambda above: BreakInDialog(above, self._shell, self._quiet, by_key=by_key))

    def live(self) -> None:
        """The microphone; still closed."""
        if self._free():
            self._open(lambda above: LiveDialog(above, self._shell, self._quiet))

    def relay(self) -> None:
        """Another station; not taken over yet."""
        if self._free():
            self._open(lambda above: RelayDialog(above, self._shell, self._quiet))

    def keys(self) -> None:
        """Every key."""
        self._open(lambda above: KeySheet(above, "on_air", self._shell.app.settings.office.role))

    def why(self, due: Owed | None = None) -> None:
        """A reason that is owed: this one, else the oldest."""
        due = due or next(iter(reasons.owed(self._shell)), None)
        if due is not None:
            self._open(lambda above: WhySheet(above, self._shell, due))

    def ended(self, insert: Insert) -> None:
        """An emergency was silenced: why, is asked now."""
        self.why(reasons.owe(self._shell, insert.id, insert.title, "end", self._page.app.clock.now().date()))

    def turn_wall(self, acts: Mapping[str, Callable[[], object]]) -> None:
        """The wall display, and back."""
        if self.wall is not None:
            self.wall.close()
            return
        app = self._page.app
        self.wall = Wall(self._page.window(), app.clock, app.settings.station.clusters, acts, self._wall_closed)

    def close(self) -> None:
        """Neither the wall display nor an open microphone test outlives the window."""
        if self.shown is not None:
            self.shown.reject()
        if self.wall is not None:
            self.wall.close()

    def _free(self) -> bool:
        status = self._status()
        if not self._shell.allows(Right.AIR_LIVE):
            self._shell.refuse(Right.AIR_LIVE)
        elif status is None:
            self._shell.error(Refused("link.down", "the player does not answer", process="air"))
        elif status.insert is not None and status.insert.state == "on_air":
            self._shell.error(Refused("air.insert_active", "something is on", title=status.insert.title))
        else:
            return True
        return False

    def _open(self, make: Callable[[QWidget], Sheet]) -> None:
        if self.shown is not None:
            self.shown.raise_()
            return
        sheet = self.shown = make(self._above())
        sheet.finished.connect(lambda _: self._closed(sheet))
        sheet.open()

    def _above(self) -> QWidget:
        """A dialog of this window that is open, else the wall display, else the window."""
        window, modal = self._page.window(), QApplication.activeModalWidget()
        owner: QObject | None = modal
        while owner is not None and owner is not window:
            owner = owner.parent()
        return modal if modal is not None and owner is not None else self.wall or window

    def _closed(self, sheet: Sheet) -> None:
        self.shown = None
        sheet.deleteLater()
        if isinstance(sheet, BreakInDialog) and sheet.owed is not None:
            self.why(sheet.owed)
        self._changed()

    def _wall_closed(self) -> None:
        wall, self.wall = self.wall, None
        if wall is not None:
            wall.deleteLater()

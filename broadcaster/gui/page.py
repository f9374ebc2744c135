"""How a page is made.

A page is a folder `broadcaster/gui/<name>/` with three small files: `page.py` (widgets only), `model.py` (plain
rows and words for the screen), `actions.py` (what the buttons do). The window imports `page.py` on the first visit
and takes its `PAGE`:

    class LibraryPage(Page):
        def build(self) -> None:
            self.add_button = primary_button(self.tr("Add sound files…"), "plus", self._add)
            self.body.addLayout(self.header(self.tr("Library"), self.add_button))
            self.search = SearchField(self.tr("Search by title (accents may be left out)…"))
            self.search.searched.connect(self._reload)
            self.table = Table("library.carts", COLUMNS)
            self.table.set_empty("music", self.tr("No sounds yet."), self.tr("Add sound files…"), self._add)
            self.body.addWidget(card(self.search, self.table), 1)

        def on_shown(self, item: str = "") -> None:
            self._reload()

        def on_changes(self, kinds: frozenset[str]) -> None:
            if "carts" in kinds:
                self._reload()

        def _reload(self) -> None:
            words = self.search.text()
            Op(lambda: self.app.library.find(words)).on_success(self.table.show_rows).start(self)

    PAGE = LibraryPage

Rules: work that may take more than a few milliseconds goes through `Op` (gui/ops.py); errors go to `shell.error`
(an Op's own failure does so by itself); every control has an accessible name (the widgets in gui/widgets set it from
their text); strings are `self.tr("plain English literal")`, translated in resources/translations/<name>_vi.ts by
`python tools/translations.py`. `self.search` gets Ctrl+F if the page has one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from broadcaster.accounts.model import Person, Right, Role
from broadcaster.gui.widgets.buttons import show_pictures
from broadcaster.gui.widgets.layout import title_label
from broadcaster.gui.widgets.search import SearchField

if TYPE_CHECKING:
    from broadcaster.gui.air_link import AirLink
    from broadcaster.gui.keeper_look import KeeperLook
    from broadcaster.wiring import App


_HEADER = 36
TIGHT = 720
"""Pixels beside the bar: a 1366 × 768 laptop at 200 % leaves 611."""


class Shell(Protocol):
    """What a page may ask of the window around it."""

    @property
    def app(self) -> App:
        """The services, as now configured."""
        ...

    @property
    def air(self) -> AirLink:
        """Live status of the playing process, and commands to it."""
        ...

    @property
    def keeper(self) -> KeeperLook:
        """The alarms of the resident helper."""
        ...

    @property
    def memory(self) -> QSettings:
        """Where the window remembers sizes and choices; never station data."""
        ...

    def notify(self, text: str) -> None:
        """A short good message that leaves by itself."""
        ...

    def error(self, error: Exception) -> None:
        """Say in plain words what happened, what was not lost and what to do."""
        ...

    def confirm(self, title: str, text: str, action: str, *, danger: bool = False) -> bool:
        """Ask before something hard to take back; `action` is the button's verb. Enter means no."""
        ...

    @property
    def signed_in(self) -> Person | None:
        """Who is signed in at this window; None where nobody signs in."""
        ...

    def allows(self, right: Right) -> bool:
        """Whether whoever sits here may do this; always where nobody signs in."""
        ...

    def refuse(self, right: Right) -> None:
        """Say why whoever sits here may not."""
        ...

    def ask_pin(self, role: Role | Right | None, purpose: str) -> Person | None:
        """Let a person with this role or right sign with their PIN; None when they turned away.

        `role` APPROVER admits approvers and administrators, OPERATOR everyone who may write, ADMIN administrators.
        Whoever is signed in is taken at once, but for approvals, retention, restoring and people: those are always
        signed with the PIN.
        """
        ...

    def go(self, page: str, item: str = "") -> None:
        """Open another page, at one item."""
        ...

    def dress(self, theme: str) -> bool:
        """Show another theme (gui.appearance.THEMES) at once and remember it; False when the person went back."""
        ...

    def reopen(self) -> None:
        """Close the window and open it again, for what shows only then."""
        ...

    def rebuild(self) -> None:
        """Settings were saved: open the station anew and build the pages again."""
        ...


class Page(QWidget):
    """Base of all pages: a column of widgets with room around it."""

    widest = 0
    """Device-independent pixels a page makes use of; 0: as many as there are (lists, plans)."""
    narrowest = 820
    """Below this it scrolls sideways rather than squeeze: what a small laptop at 150 % leaves beside the bar."""

    def __init__(self, app: App, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.app = app
        self.shell = shell
        self.search: SearchField | None = None
        self.tight = False
        """The window leaves little room: see `fit`."""
        self._heads: tuple[QLabel, tuple[QWidget, ...]] | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(22, 18, 22, 18)
        self.body.setSpacing(14)
        self.build()

    def minimumSizeHint(self) -> QSize:
        wanted = super().minimumSizeHint()
        return QSize(min(wanted.width(), self.narrowest), wanted.height())

    def build(self) -> None:
        """Make the widgets; called once, before the page is shown."""

    def fit(self, room: int) -> None:
        """`room`: pixels of width the window leaves; the page itself may be wider and be scrolled to."""
        tight = room < TIGHT
        if tight == self.tight:
            return
        self.tight = tight
        if self._heads:
            name, buttons = self._heads
            name.setWordWrap(tight)
            show_pictures(buttons, not tight)
        self.on_tight()

    def on_tight(self) -> None:
        """`tight` changed: stand things below one another, or beside one another again."""

    def on_shown(self, item: str = "") -> None:
        """The page comes to the front; `item` is what `shell.go(page, item)` asked for."""

    def on_changes(self, kinds: frozenset[str]) -> None:
        """Rows of these tables changed, here or in another process ("*" = any); called while the page is visible,
        otherwise on_shown will come first."""

    def unsaved(self) -> str:
        """What would be lost if the window closed now, in a few words; empty when nothing."""
        return ""

    def on_close(self) -> None:
        """The window closes, or this page is about to be made anew."""

    def header(self, title: str, *buttons: QWidget) -> QHBoxLayout:
        """The page's title, and its buttons at the right."""
        row = QHBoxLayout()
        row.setSpacing(10)
        name = title_label(title)
        # As high as a button: titles stand at the same height on every page.
        name.setMinimumHeight(_HEADER)
        row.addWidget(name, 1)
        for button in buttons:
            row.addWidget(button)
        self._heads = name, buttons
        return row

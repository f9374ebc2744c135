"""The window: side bar, pages built on the first visit, status line, messages. It is the `Shell` the pages talk to."""

from __future__ import annotations

import importlib
import importlib.util
import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from broadcaster.accounts.model import Person, Right, Role
from broadcaster.base.errors import Refused
from broadcaster.gui.air_link import AirLink
from broadcaster.gui.change_watch import ChangeWatch
from broadcaster.gui.errors import explain
from broadcaster.gui.first_run.demo_strip import DemoStrip
from broadcaster.gui.focus_home import FocusHome
from broadcaster.gui.help.alarm_button import HelpCorner
from broadcaster.gui.help.openings import close_guide, open_guide_for, show_keys
from broadcaster.gui.icons import icon
from broadcaster.gui.keeper_look import KeeperLook
from broadcaster.gui.key_paths import forget_key_paths, install_key_paths
from broadcaster.gui.listening import listening
from broadcaster.gui.look import Look
from broadcaster.gui.missing import Missing
from broadcaster.gui.on_air.actions import WHO_KEY
from broadcaster.gui.ops import Op, desk
from broadcaster.gui.page import Page
from broadcaster.gui.page_holder import PageHolder
from broadcaster.gui.pin_dialog import ASK_AGAIN, PinDialog, may, right_of, usual_signer
from broadcaster.gui.rights import RightsKeeper
from broadcaster.gui.sidebar import Sidebar, key_of
from broadcaster.gui.sign_in import SignIn
from broadcaster.gui.sign_in_state import SignInState
from broadcaster.gui.status_bar import StatusBar
from broadcaster.gui.tab_order import step
from broadcaster.gui.theme import colors
from broadcaster.gui.waiting_count import WaitingCount
from broadcaster.gui.widgets.buttons import redress
from broadcaster.gui.widgets.dialogs import confirm
from broadcaster.gui.widgets.table import Table
from broadcaster.gui.widgets.toast import ToastBar
from broadcaster.gui.window_memory import WindowMemory
from broadcaster.gui.window_place import SMALLEST, WANTED
from broadcaster.wiring import App

log = logging.getLogger(__name__)

Reopen = Callable[[], App]
NARROW = 1100
"""Below this width, in pixels, the bar at the left shows pictures alone."""


class MainWindow(QMainWindow):
    """One per station home. `reopen` builds the services anew after settings were saved."""

    def __init__(self, app: App, reopen: Reopen | None = None) -> None:
        super().__init__()
        self._app = app
        self._reopen = reopen
        self._memory = WindowMemory(app.home)
        self._pages: dict[str, Page] = {}
        self._holders: dict[str, PageHolder] = {}
        self._current = ""
        self._page_keys: list[QShortcut] = []
        self._last_signer: dict[Right | None, str] = {}
        self._air = AirLink(app.home, self)
        self._keeper = KeeperLook(app.home, app.clock, self)
        self._state = SignInState(app, self)
        self._rights = RightsKeeper(self._state, self)
        self._build()
        self._watch = self._make_watch()
        self._look = Look(self, self._unsaved, lambda: self._renew(look=True))
        self._air.status_changed.connect(self._status.show_status)
        desk().failed.connect(self._on_op_failed)
        desk().busy_changed.connect(self._status.show_busy)
        listening().set_up(app.settings)
        listening().told.connect(self._on_told)
        self._shortcuts()
        FocusHome(lambda: self._pages[self._current], self._side)
        self._restore()
        self._air.start()
        self._sign_in = SignIn(self, self._state)
        self._sign_in.begin()

    # What pages may ask (gui.page.Shell)

    @property
    def app(self) -> App:
        return self._app

    @property
    def air(self) -> AirLink:
        return self._air

    @property
    def keeper(self) -> KeeperLook:
        return self._keeper

    @property
    def memory(self) -> QSettings:
        return self._memory

    def notify(self, text: str) -> None:
        self._toast.show_good(text)

    def error(self, error: Exception) -> None:
        explained = explain(error)
        self._toast.show_bad(explained.text, explained.details)
        if self._state.locked:
            self._sign_in.tell(explained.text)

    def confirm(self, title: str, text: str, action: str, *, danger: bool = False) -> bool:
        return confirm(self, title, text, action, danger=danger)

    @property
    def signed_in(self) -> Person | None:
        return self._state.person

    def allows(self, right: Right) -> bool:
        return self._state.allows(right)

    def ask_pin(self, role: Role | Right | None, purpose: str) -> Person | None:
        here, right = self._state.person, right_of(role)
        if self._state.wanted and not self._state.allows(Right.LOOK if right is Right.LOOK else Right.WRITE):
            self.error(self._refusal(Right.WRITE))
            return None
        everybody = self._app.accounts.people()
        if here is not None and right is not None and right not in ASK_AGAIN and may(here, role, everybody):
            return here
        people = [person for person in everybody if may(person, role, everybody)]
        if not people:
            self.error(Refused("pin.nobody", "nobody here may sign this", role=str(role or "")))
            return None
        # The officer and the vice chairman share one computer: each kind of act offers who did it last.
        usual = here.name if here else usual_signer(people, right, self._last_signer)
        # Over the dialog that asks: one whose window is blocked would leave the keys with nobody when it closes.
        above = QApplication.activeModalWidget() or self
        dialog = PinDialog(above, self._app.accounts, people, purpose, usual)
        dialog.exec()
        person = dialog.person
        dialog.deleteLater()
        if person:
            self._last_signer[right] = person.name
        return person

    def waits(self, page: str) -> bool:
        """Whether something on that page waits for a person."""
        return self._side.waits(page)

    def go(self, page: str, item: str = "") -> None:
        self._visit(page)
        self._remember_tables(self._current, save=True)
        self._current = page
        self._stack.setCurrentWidget(self._holders[page])
        self._side.mark(page)
        # A page that is new in the stack lies on top of the message bar.
        self._toast.raise_()
        # Else the first button of the bar takes the focus and its ring.
        self._pages[page].setFocus()
        self._guard(lambda: self._pages[page].on_shown(item))
        self._rights.dress(self._pages[page])

    def refuse(self, right: Right) -> None:
        """Say why whoever sits here may not."""
        self.error(self._refusal(right))

    def lock(self, *, why: str = "asked") -> None:
        """Nobody sits here any more; without sign-in nothing happens."""
        self._state.lock(why=why)

    def hide_content(self, hidden: bool) -> None:
        """Below the lock nothing takes a key."""
        self._content.setEnabled(not hidden)

    def greet(self, person: Person | None) -> None:
        """The lock is gone."""
        if person is not None:
            self._memory.setValue(WHO_KEY, person.name)
        self.go(self._current)

    def set_up(self) -> None:
        """A new station: lead through the first steps, once; the list on the page On air and the settings offer it."""
        # Its steps draw in half the pages: loaded only where they are wanted.
        from broadcaster.gui.first_run.opening import begin

        self._guard(lambda: begin(self, self))

    def rebuild(self) -> None:
        if self._reopen:
            reopen = self._reopen
            Op(reopen, label=self.tr("Opening the station…")).on_success(self._use).start(self)

    def dress(self, theme: str) -> bool:
        """Another theme, at once; False when the person went back."""
        return self._look.choose(theme)

    def reopen(self) -> None:
        """Close the window and open it again."""
        self._look.reopen()

    # The rest

    def _unsaved(self) -> list[str]:
        return [words for page in self._pages.values() if (words := page.unsaved())]

    def _visit(self, name: str) -> Page:
        """A page, made if it was never visited."""
        if name not in self._pages:
            self._pages[name] = self._make_page(name)
            self._holders[name] = PageHolder(self._pages[name])
            self._stack.addWidget(self._holders[name])
            self._remember_tables(name, save=False)
        return self._pages[name]

    def page(self, name: str) -> Page | None:
        """A page that has been visited."""
        return self._pages.get(name)

    @property
    def toast(self) -> ToastBar:
        return self._toast

    def come_forward(self) -> None:
        """Another start of the program asked for this window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        unsaved = self._unsaved()
        if unsaved and self._state.locked:
            self.error(self._refusal(Right.WRITE))
            event.ignore()
            return
        if unsaved and not self.confirm(
                self.tr("Close without saving?"),
                self.tr("Not saved yet: {what}. The broadcast goes on either way.").format(what="; ".join(unsaved)),
                self.tr("Close and discard"), danger=True):
            event.ignore()
            return
        for page in self._pages.values():
            self._guard(page.on_close)
        self._remember_tables(self._current, save=True)
        self._memory.setValue("window/geometry", self.saveGeometry())
        self._memory.setValue("window/page", self._current)
        self._memory.sync()
        forget_key_paths()
        close_guide()
        self._sign_in.close()
        self._watch.close()
        self._air.close()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.show_narrow(self.width() < NARROW)
        self._toast.place()

    def _build(self) -> None:
        self.setWindowIcon(icon("radio-tower", colors.accent))
        self._side = Sidebar(self.go, self._app.settings.office.role)
        self._stack = QStackedWidget()
        self._stack.setObjectName("ground")
        self._status = StatusBar(self._app.home)
        self._status.show_player(self._app.settings.office.role != "office")
        self._status.add(HelpCorner(self, lambda: not self._state.locked, self._help))
        centre = QWidget()
        outer = QVBoxLayout(centre)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._content = QWidget()
        middle = QHBoxLayout(self._content)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._side)
        middle.addWidget(self._stack, 1)
        self._demo = DemoStrip(self)
        outer.addWidget(self._demo)
        outer.addWidget(self._content, 1)
        outer.addWidget(self._status)
        self.setCentralWidget(centre)
        self._toast = ToastBar(self._stack)
        self._stack.installEventFilter(self)
        self.setMinimumSize(SMALLEST)
        self._show_name()
        self._state.changed.connect(self._show_person)
        self._show_person()

    def focusNextPrevChild(self, next: bool) -> bool:
        return step(self, next) or super().focusNextPrevChild(next)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._stack and event.type() == QEvent.Type.Resize:
            self._toast.place()
        return False

    def _show_name(self) -> None:
        name = self._app.settings.station.name
        demo = self._app.home.demo_note.exists()
        self.setWindowTitle(self.tr("{name} (demo)").format(name=name) if demo else name)
        self._demo.show_station(demo, self._app.settings)
        self._side.show_station(name)

    def _show_person(self) -> None:
        person = None if self._state.locked else self._state.person
        self._status.show_person(person.name if person else "", lambda: self.lock(),
                                 lambda: self.lock(why="change"))

    def _refusal(self, right: Right) -> Refused:
        """Why whoever sits here may not."""
        person = self._state.person
        if person is None or self._state.locked:
            return Refused("right.signed_out", "nobody is signed in at this window")
        return Refused("right.missing", f"{person.name} may not do this ({right.value})", name=person.name,
                       right=right.value)

    def _make_watch(self) -> ChangeWatch:
        watch = ChangeWatch(self._app.database, str(self._app.home.database), self)
        watch.changed.connect(self._on_changes)
        WaitingCount(self._side, self._app, watch)
        return watch

    def _make_page(self, name: str) -> Page:
        module = f"broadcaster.gui.{name}.page"
        try:
            if importlib.util.find_spec(module) is not None:
                return importlib.import_module(module).PAGE(self._app, self)
            log.warning("no such page: %s", name)
        except ModuleNotFoundError as error:
            if error.name and not module.startswith(error.name):
                self.error(error)
        except Exception as error:
            self.error(error)
        return Missing(self._app, self)

    def _shortcuts(self) -> None:
        self._page_shortcuts()
        self._shortcut("Ctrl+F", self._focus_search)
        self._shortcut("F5", lambda: self.go(self._current))
        self._shortcut("F1", self._help)
        self._shortcut("Ctrl+F1", lambda: show_keys(self, self._current, self._app.settings.office.role))
        self._shortcut("Esc", self._toast.hide)
        self._shortcut("Ctrl+Shift+L", self.lock)
        install_key_paths(self)

    def _page_shortcuts(self) -> None:
        for shortcut in self._page_keys:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._page_keys = [self._shortcut(key_of(number), partial(self.go, name))
                           for number, name in enumerate(self._side.buttons, start=1)]

    def _shortcut(self, keys: str, action: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(lambda: None if self._state.locked else action())
        return shortcut

    def _focus_search(self) -> None:
        page = self._pages.get(self._current)
        if page and page.search:
            page.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            page.search.selectAll()

    def _help(self) -> None:
        open_guide_for(self, self._current)

    def _restore(self) -> None:
        geometry = self._memory.value("window/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(WANTED)
        known = list(self._side.buttons)
        last = str(self._memory.value("window/page", known[0]))
        self.go(last if last in known else known[0])

    def _remember_tables(self, name: str, *, save: bool) -> None:
        page = self._pages.get(name)
        for table in page.findChildren(Table) if page else []:
            table.remember(self._memory, save=save)

    def _use(self, app: App) -> None:
        """Go on with newly built services: pages are made again, so that none holds an old one."""
        old, self._app = self._app, app
        listening().set_up(app.settings)
        self._state.use(app)
        self._renew()
        Op(old.close, lane="slow").start(self)

    def _renew(self, *, look: bool = False) -> None:
        """Everything that holds old services or an old look."""
        self._renew_side(look=look)
        self._watch.close()
        self._watch = self._make_watch()
        for name, page in self._pages.items():
            self._guard(page.on_close)
            self._stack.removeWidget(self._holders[name])
            self._holders[name].deleteLater()
        self._pages.clear()
        self._holders.clear()
        self._show_name()
        self.go(self._current)

    def _renew_side(self, *, look: bool) -> None:
        """A station became an office, or the other way round: other pages, under other keys. Or another look."""
        role, place, content = self._app.settings.office.role, self._side, self._content.layout()
        if (role == place.role and not look) or content is None:
            return
        redress(self._status)
        self._status.show_player(role != "office")
        self._side = Sidebar(self.go, role)
        self._side.show_narrow(self.width() < NARROW)
        content.replaceWidget(place, self._side)
        place.hide()
        place.deleteLater()
        self._page_shortcuts()

    def _on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & {"person", "*"}:
            self._state.refresh()
        page = self._pages.get(self._current)
        if page:
            self._guard(lambda: page.on_changes(kinds))

    def _on_op_failed(self, _owner: object, error: Exception) -> None:
        self.error(error)

    def _on_told(self, refusal: Refused) -> None:
        """What is listened to comes out of another device than the settings say; only a missing one needs doing."""
        if refusal.code == "preview.device_gone":
            self.error(refusal)
        else:
            self.notify(explain(refusal).text)

    def _guard(self, action: Callable[[], object]) -> None:
        """A page that stumbles must not take the window along."""
        try:
            action()
        except Exception as error:
            self.error(error)

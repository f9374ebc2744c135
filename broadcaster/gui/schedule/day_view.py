"""The day: strip of 24 hours, the lines to read and change, and beside them what is chosen and the library."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from broadcaster.gui.on_air.day import day_blocks
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.schedule.day import Day, Head, Item
from broadcaster.gui.schedule.day_deeds import DayDeeds
from broadcaster.gui.schedule.day_menu import fill_menu
from broadcaster.gui.schedule.hand import Hand
from broadcaster.gui.schedule.inspector import Inspector
from broadcaster.gui.schedule.lines import entries
from broadcaster.gui.schedule.model import quiet_stretches
from broadcaster.gui.schedule.panel import Panel
from broadcaster.gui.schedule.relay_sheet import RelaySheet
from broadcaster.gui.schedule.shelf import Shelf
from broadcaster.gui.schedule.side import SideBar
from broadcaster.gui.schedule.timeline import Timeline
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.day_strip import DayStrip
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.layout import card, label, scrolled
from broadcaster.gui.widgets.strip_windows import DAY_S, Window
from broadcaster.protocol.messages import Status
from broadcaster.protocol.rundown import Rundown
from broadcaster.schedule.model import PlanWarning, RelaySource
from broadcaster.wiring import App

_SPLIT = "schedule/splitter"
_TWO = 560
"""Pixels of height for the day and what belongs to it, one below the other."""


class DayView(QWidget):
    """`show_day(Day)`; what is done in it goes through its `deeds`."""

    item_opened = Signal(object)
    next_wanted = Signal(object)

    def __init__(self, app: App, shell: Shell, hand: Hand, side: SideBar) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._app = app
        self._shell = shell
        self.shown: Day | None = None
        self.side = side
        self.strip = DayStrip(self.tr("The day on 24 hours"))
        self.timeline = Timeline(self.tr("Programme of the day"))
        self.inspector = Inspector(app)
        self.shelf = Shelf(app)
        self.shelf.library_asked.connect(lambda: shell.go("library"))
        self.panel = Panel(side, self.inspector, self.shelf)
        self.deeds = DayDeeds(hand, self.timeline)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(14)
        box.addWidget(card(self.strip))
        box.addWidget(self._split(), 1)
        self._connect()

    def _split(self) -> QSplitter:
        self.empty = label("", "soft", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.hide()
        self.marks = QWidget()
        self.marks.setObjectName("plain")
        self._marks = FlowLayout(self.marks, spacing=8)
        self.marks.hide()
        memory = self._shell.memory
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(14)
        self.splitter.addWidget(card(self.marks, self.empty, scrolled(self.timeline)))
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([740, 360])
        if state := memory.value(_SPLIT):
            self.splitter.restoreState(state)
        self.splitter.splitterMoved.connect(lambda *_: self._keep_sizes())
        return self.splitter

    def show_tight(self, tight: bool) -> None:
        """Little room: what belongs to the day stands below it, and the page scrolls."""
        self.splitter.setOrientation(Qt.Orientation.Vertical if tight else Qt.Orientation.Horizontal)
        self.splitter.setMinimumHeight(_TWO if tight else 0)
        if tight:
            self.splitter.setSizes([_TWO // 2, _TWO // 2])
        elif state := self._shell.memory.value(_SPLIT):
            self.splitter.restoreState(state)

    def _keep_sizes(self) -> None:
        if self.splitter.orientation() == Qt.Orientation.Horizontal:
            self._shell.memory.setValue(_SPLIT, self.splitter.saveState())

    def _connect(self) -> None:
        deeds, timeline = self.deeds, self.timeline
        timeline.picked.connect(self._picked)
        timeline.opened.connect(self._open)
        timeline.deed.connect(deeds.do)
        timeline.menu_wanted.connect(self._menu)
        timeline.carrying.put.connect(deeds.put)
        timeline.carrying.hovered.connect(deeds.hover)
        deeds.opened.connect(self._open)
        deeds.shelf_wanted.connect(self.panel.open_shelf)
        deeds.next_wanted.connect(self.next_wanted)
        deeds.relays_wanted.connect(self._relays)
        self.inspector.deed.connect(deeds.do)
        self.inspector.resized.connect(deeds.resize)
        self.inspector.considered.connect(self._consider)
        self.shelf.wanted.connect(deeds.put_new)
        self.side.chosen.connect(timeline.highlight)
        self.strip.window_pressed.connect(lambda session: timeline.choose(f"head:{session}"))
        self.strip.window_resized.connect(self._pulled)

    # Showing

    def show_day(self, day: Day, empty_words: str) -> None:
        """A day as it is now; `empty_words` where no session is held."""
        another = self.shown is None or self.shown.day != day.day
        self.shown = day
        lines = entries(day)
        self.deeds.show_day(day)
        self.timeline.show_entries(lines)
        if another:
            self.deeds.follow = None
            self.timeline.choose("")
            QTimer.singleShot(0, self.timeline, self.timeline.show_next)
        self._follow()
        any_session = any(isinstance(entry, Head) for entry in lines)
        self.empty.setText("" if any_session else empty_words)
        self.empty.setVisible(not any_session)
        self._show_marks(day)
        past = day.day < self._app.clock.now().date()
        self.side.show_day(_told_beside(day), day.campaigns, past, day.proposals, day.coverage)
        self.inspector.show_entry(day, self.timeline.chosen())
        self.shelf.show_day(day.day)
        self._show_strip(day)

    def show_live(self, status: Status | None) -> None:
        """What the player says, where the day is today."""
        self.timeline.show_live(status.on_air if status else None)

    def point_at(self, campaign: str) -> None:
        """Show where a campaign airs."""
        self.side.mark(campaign)
        self.timeline.highlight(campaign)

    def _show_strip(self, day: Day) -> None:
        rundown = Rundown("", "", day.day, 0, self._app.clock.now(), day.quiet, day.sessions)
        blocks, sessions = day_blocks(rundown, day.airings)
        self.strip.show_blocks(blocks, sessions)
        self.strip.show_quiet(quiet_stretches(day.quiet))
        self._show_windows()

    def _show_windows(self) -> None:
        day, chosen = self.shown, self.timeline.chosen()
        if day is None:
            return
        windows = [Window(session.id, session.name, _seconds(session.starts_at, day.day),
                          min(float(DAY_S), _seconds(session.hard_end, day.day)), day.state_of(session) == "open")
                   for session in day.sessions]
        self.strip.show_windows(windows, chosen.session if chosen else "")

    def _show_marks(self, day: Day) -> None:
        while (item := self._marks.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for text, tone in day.marks:
            self._marks.addWidget(Badge(text, tone))
        self.marks.setVisible(bool(day.marks))

    def _follow(self) -> None:
        """What was moved is chosen again where it stands now."""
        follow, self.deeds.follow = self.deeds.follow, None
        if follow is not None:
            session, place = follow
            found = next((item for item in self.timeline.items() if (item.session, item.place) == (session, place)),
                         None)
            if found is not None:
                self.timeline.choose(found.id)

    # Choosing

    def _picked(self, entry: Head | Item | None) -> None:
        if self.shown is None:
            return
        self.inspector.show_entry(self.shown, entry)
        self.panel.show_chosen(entry is not None)
        self.side.mark(entry.campaign if isinstance(entry, Item) else "")
        self.timeline.highlight("")
        self._show_windows()

    def _open(self, entry: Head | Item | None) -> None:
        if isinstance(entry, Head):
            self.panel.show_chosen(True)
            self.inspector.session.starts.setFocus()
        elif isinstance(entry, Item):
            self.item_opened.emit(entry)

    def _menu(self, entry: Head | Item, place: QPoint) -> None:
        if self.shown is None:
            return
        menu = QMenu(self)
        fill_menu(menu, self.shown, entry, self.deeds.do)
        if not menu.isEmpty():
            menu.exec(place)
        menu.deleteLater()

    # Relays and hours

    def _relays(self, head: Head) -> None:
        """Ask which programmes are taken over in this session today."""
        app, day = self._app, self.shown
        if day is None or day.state is None:
            return
        state, edit = day.state, day.edit_of(head.session)
        template = state.templates.get(state.name_of(head.session))
        now = edit.relays if edit is not None and edit.relays is not None else template.relays if template else ()

        def ask(sources: list[RelaySource]) -> None:
            sheet = RelaySheet(self.window(), day, head, {source.id: source.name for source in sources}, now)
            accepted = sheet.exec() == RelaySheet.DialogCode.Accepted
            slots = sheet.slots()
            sheet.deleteLater()
            if accepted:
                self.deeds.set_relays(head, slots)
        Op(app.relays.sources).on_success(ask).start(self)

    def _pulled(self, session: str, start: float, end: float) -> None:
        """Pulled on the strip: shown in the inspector and read back; kept by its button."""
        self.timeline.choose(f"head:{session}")
        self.panel.show_chosen(True)
        whole = round(start / 60)
        self.inspector.session.show_hours(time(whole // 60 % 24, whole % 60), round((end - start) / 60))

    def _consider(self, head: Head, starts: time, minutes: int) -> None:
        self.deeds.consider(head, starts, minutes, self.inspector.session.show_verdict)


def _told_beside(day: Day) -> list[PlanWarning]:
    """What belongs to no session that is shown: it has no heading to stand below."""
    here = {session.id for session in day.sessions}
    return [replace(item, session_id="") for item in day.warnings if item.session_id not in here]


def _seconds(moment: datetime, day: date) -> float:
    return (moment - moment.replace(year=day.year, month=day.month, day=day.day, hour=0, minute=0, second=0,
                                    microsecond=0)).total_seconds()

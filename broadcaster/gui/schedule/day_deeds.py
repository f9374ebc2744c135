"""What is done to the day with mouse, keys and buttons, as one table of deeds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from broadcaster.gui.schedule.cargo import Cargo, keep, kept
from broadcaster.gui.schedule.day import Day, Head, Item
from broadcaster.gui.schedule.hand import Hand
from broadcaster.schedule.days import edits as make
from broadcaster.schedule.days.state import DayState
from broadcaster.schedule.model import RelaySlot

if TYPE_CHECKING:
    from broadcaster.gui.schedule.timeline import Timeline

Entry = Head | Item
_END = make.LAST


class DayDeeds(QObject):
    """`do(name, entry)`; names are those of the timeline's keys, the inspector's buttons and the menus."""

    opened = Signal(object)
    shelf_wanted = Signal()
    relays_wanted = Signal(object)
    """The Head of the session whose relays are to be changed."""
    next_wanted = Signal(object)
    """A Cargo to be played next in the session that runs."""

    def __init__(self, hand: Hand, timeline: Timeline) -> None:
        super().__init__(timeline)
        self._hand = hand
        self._timeline = timeline
        self._day: Day | None = None
        self.follow: tuple[str, int] | None = None
        """Session and place of what was moved, to be chosen again once the day is read anew."""
        self._of_items: dict[str, Callable[[DayState, Item], object]] = {
            "up": lambda state, item: self._shift(state, item, -1),
            "down": lambda state, item: self._shift(state, item, 1),
            "remove": self._remove, "cut": lambda _, item: self._take(item, cut=True),
        }
        self._of_sessions: dict[str, Callable[[DayState, str, str], object]] = {
            "lock": self._lock, "release": self._release, "drop": self._drop, "hold": self._hold,
            "restore": self._restore,
        }

    def show_day(self, day: Day) -> None:
        self._day = day

    def do(self, name: str, entry: Entry | None) -> None:
        """One deed. What cannot be changed any more is left alone: the page shows why."""
        state = self._day.state if self._day else None
        if name in {"open", "insert"}:
            (self.shelf_wanted.emit() if name == "insert" else self.opened.emit(entry))
        elif name == "paste":
            self._paste(entry)
        elif name == "copy" and isinstance(entry, Item) and entry.cart:
            self._take(entry, cut=False)
        elif state is None or entry is None:
            return
        elif name.startswith("move:") and isinstance(entry, Item):
            self.put(self._timeline.cargo_of(entry), name[5:], _END)
        elif name in self._of_items and isinstance(entry, Item):
            if entry.place >= 0 and not state.begun(entry.session):
                self._of_items[name](state, entry)
        elif name == "relays" and isinstance(entry, Head):
            self.relays_wanted.emit(entry)
        elif name in self._of_sessions and entry.session:
            self._of_sessions[name](state, entry.session, self._name_of(entry.session))

    def put(self, cargo: Cargo, session: str, place: int) -> None:
        """Something dropped, pasted or chosen in the library."""
        state = self._day.state if self._day else None
        if state is None:
            return
        head = self._head(session)
        if head is not None and head.state == "running":
            self.next_wanted.emit(cargo)
            return
        here = cargo.day == state.day.isoformat() and session.endswith(f"/{cargo.session}")
        last = len(state.listed(session))
        place = min(place, last)
        if not cargo.is_new and here and place in {cargo.place, cargo.place + 1}:
            return
        self.follow = (session, place - 1 if not cargo.is_new and here and place > cargo.place else place)
        words = self.tr("Put “{title}” into {session}") if cargo.is_new else self.tr(
            "Another order in {session}") if here else self.tr("Move “{title}” to {session}")
        self._hand.put(cargo, state, session, place, words.format(title=cargo.title, session=self._name_of(session)))
        self._forget_cut()

    def put_new(self, cargo: Cargo) -> None:
        """From the library: after what is chosen in the day, else at the end of the next session."""
        place = self._place(self._timeline.chosen())
        if place is not None:
            self.put(cargo, *place)

    def resize(self, head: Head, starts: time, minutes: int) -> None:
        """Other hours for a session, on this day only."""
        if self._day is not None and self._day.state is not None:
            words = self.tr("Other hours for {session}: {start}, {minutes} minutes")
            self._hand.resize(self._day.state, head.session, starts, minutes, words.format(
                session=head.name, start=f"{starts:%H:%M}", minutes=minutes))

    def set_relays(self, head: Head, slots: Sequence[RelaySlot]) -> None:
        """Other relays in a session, on this day only."""
        state = self._day.state if self._day else None
        if state is not None:
            self._change(self.tr("Relays of {session}").format(session=head.name),
                         lambda: make.relays_set(state, head.session, slots), state)

    def consider(self, head: Head, starts: time, minutes: int, answer: Callable[[str, str], object]) -> None:
        """What other hours would bring."""
        state = self._day.state if self._day else None
        if state is not None:
            self._hand.consider(lambda: make.resized(state, head.session, starts, minutes), state, head.session, answer)

    def hover(self, cargo: Cargo | None, session: str, place: int) -> None:
        """An item is held over a place: say what the planner thinks of it."""
        state = self._day.state if self._day else None
        head = self._head(session)
        if cargo is None or state is None or head is None:
            self._hand.forget_previews()
        elif head.state == "running":
            self._timeline.carrying.show_verdict(session, place, self.tr(
                "On the air now: it is played right after the item that sounds."), "info")
        else:
            self._hand.preview(cargo, state, session, place, lambda words, tone:
                               self._timeline.carrying.show_verdict(session, place, words, tone))

    # Items

    def _shift(self, state: DayState, item: Item, step: int) -> None:
        place, last = item.place + step, len(state.listed(item.session)) - 1
        cargo = self._timeline.cargo_of(item)
        if 0 <= place <= last:
            self.put(cargo, item.session, place if step < 0 else place + 1)
            return
        names = [session.id for session in self._day.open_sessions()] if self._day else []
        number = names.index(item.session) + step if item.session in names else -1
        if 0 <= number < len(names):
            self.put(cargo, names[number], _END if step < 0 else 0)

    def _remove(self, state: DayState, item: Item) -> None:
        self.follow = (item.session, max(0, min(item.place, len(state.listed(item.session)) - 2)))
        self._hand.remove(state, item.session, item.place, self.tr("Take “{title}” out of {session}").format(
            title=item.title, session=self._name_of(item.session)))

    def _take(self, item: Item, *, cut: bool) -> None:
        cargo = self._timeline.cargo_of(item)
        if not cut:
            cargo = replace(cargo, day="", session="", place=-1)
        keep(cargo)
        self._timeline.show_waiting(item.id if cut else "")

    def _paste(self, entry: Entry | None) -> None:
        cargo = kept()
        place = self._place(entry)
        if cargo is not None and place is not None:
            self.put(cargo, *place)

    def _forget_cut(self) -> None:
        """What was cut is put down now; pasted again it is one more."""
        cargo = kept()
        if cargo is not None and not cargo.is_new:
            keep(replace(cargo, day="", session="", place=-1))
        self._timeline.show_waiting("")

    def _place(self, entry: Entry | None) -> tuple[str, int] | None:
        """Where something new goes when this is chosen."""
        if isinstance(entry, Item) and entry.session:
            return entry.session, entry.place + 1 if entry.place >= 0 else _END
        if isinstance(entry, Head) and entry.session:
            return entry.session, _END
        sessions = self._day.open_sessions() if self._day else []
        return (sessions[0].id, _END) if sessions else None

    # Sessions

    def _lock(self, state: DayState, session: str, name: str) -> None:
        if not state.begun(session) and not state.by_hand(session):
            self._change(self.tr("Lock {session}").format(session=name), lambda: make.locked(state, session), state)

    def _release(self, state: DayState, session: str, name: str) -> None:
        self._change(self.tr("{session} back to automatic").format(session=name),
                     lambda: make.released(state, session), state)

    def _drop(self, state: DayState, session: str, name: str) -> None:
        self._change(self.tr("{session} not held on {day}").format(session=name, day=_day(state.day)),
                     lambda: make.dropped(state, session), state)

    def _hold(self, state: DayState, session: str, name: str) -> None:
        self._change(self.tr("{session} held on {day}").format(session=name, day=_day(state.day)),
                     lambda: make.held(state, session), state)

    def _restore(self, state: DayState, session: str, name: str) -> None:
        self._change(self.tr("{session} as in the template").format(session=name),
                     lambda: make.restored(state, session), state)

    def _change(self, words: str, edits: Callable[[], make.Edits], state: DayState) -> None:
        self._hand.change(words, edits, [state])

    def _head(self, session: str) -> Head | None:
        return next((entry for entry in self._timeline.entries()
                     if isinstance(entry, Head) and entry.session == session), None)

    def _name_of(self, session: str) -> str:
        head = self._head(session)
        return head.name if head else session


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"

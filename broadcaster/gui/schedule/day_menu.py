"""The menu of one session or item: the same deeds as the keys and the inspector."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from broadcaster.gui.schedule.cargo import kept
from broadcaster.gui.schedule.day import Day, Head, Item

Do = Callable[[str, Head | Item | None], object]


def fill_menu(menu: QMenu, day: Day, entry: Head | Item, do: Do) -> None:
    """What may be done with it now."""
    if isinstance(entry, Head):
        _of_session(menu, day, entry, do)
    else:
        _of_item(menu, day, entry, do)


def _of_item(menu: QMenu, day: Day, item: Item, do: Do) -> None:
    translate = QCoreApplication.translate

    def add(name: str, words: str, keys: str = "") -> None:
        menu.addAction(f"{words}\t{keys}" if keys else words, lambda: do(name, item))
    if item.cart:
        add("open", translate("DayMenu", "Show in the library"), translate("DayMenu", "Enter"))
        add("copy", translate("DayMenu", "Copy"), "Ctrl+C")
    if item.place < 0 or day.state is None or day.state.begun(item.session):
        return
    add("cut", translate("DayMenu", "Cut, to put it elsewhere"), "Ctrl+X")
    _paste(menu, item, do)
    menu.addSeparator()
    add("up", translate("DayMenu", "Earlier"), "Alt+↑")
    add("down", translate("DayMenu", "Later"), "Alt+↓")
    others = [session for session in day.open_sessions() if session.id != item.session]
    if others:
        inner = menu.addMenu(translate("DayMenu", "Move to"))
        for session in others:
            inner.addAction(f"{session.starts_at:%H:%M} {session.name}".replace("&", "&&"),
                            partial(do, f"move:{session.id}", item))
    menu.addSeparator()
    add("remove", translate("DayMenu", "Take out"), "Delete")


def _of_session(menu: QMenu, day: Day, head: Head, do: Do) -> None:
    translate = QCoreApplication.translate

    def add(name: str, words: str, keys: str = "") -> None:
        menu.addAction(f"{words}\t{keys}" if keys else words, lambda: do(name, head))
    if head.state not in {"open", "running"} or day.state is None:
        return
    if head.held:
        add("insert", translate("DayMenu", "Put in from the library…"), "Insert")
        _paste(menu, head, do)
    if head.state != "open":
        return
    menu.addSeparator()
    if not head.held:
        add("hold", translate("DayMenu", "Hold it after all"))
    elif head.by_hand:
        add("release", translate("DayMenu", "Back to automatic"))
    else:
        add("lock", translate("DayMenu", "Lock the programme as it is"), "Ctrl+L")
    if head.held:
        add("relays", translate("DayMenu", "Relays…"))
        add("drop", translate("DayMenu", "Not held on this day"))
    if day.edit_of(head.session) is not None:
        add("restore", translate("DayMenu", "As in the template"))


def _paste(menu: QMenu, entry: Head | Item, do: Do) -> None:
    cargo = kept()
    if cargo is not None:
        words = QCoreApplication.translate("DayMenu", "Put in “{title}”").format(title=cargo.title[:40])
        menu.addAction(f"{words.replace('&', '&&')}\tCtrl+V", lambda: do("paste", entry))

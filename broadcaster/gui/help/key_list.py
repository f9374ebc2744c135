"""Every key of the program, by place. tests/rules/test_key_list.py holds it against the sources, both ways."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from broadcaster.gui.sidebar import key_of, places


@dataclass(frozen=True)
class Keys:
    """The keys of one place: of everywhere, of a page, of a kind of window."""

    place: str
    """Folder under broadcaster/gui; "" is everywhere."""
    words: str
    rows: tuple[tuple[str, str], ...]
    """Keys as they are printed on them, several with blanks or “…” between; and what they do."""


def key_list(role: str = "station") -> list[Keys]:
    """What must be found first stands first."""
    return [_everywhere(role), _on_air(), _writing(), _library(), _approvals(), _schedule(), _papers(), _tables()]


def _everywhere(role: str) -> Keys:
    translate = QCoreApplication.translate
    pages = tuple((key_of(number), place.words) for number, place in enumerate(places(role), start=1))
    return Keys("", translate("KeyList", "Everywhere"), (
        ("Ctrl+Shift+S", translate("KeyList", "STOP ALL: every loudspeaker silent at once")),
        ("F9", translate("KeyList", "Emergency message")),
        ("F7", translate("KeyList", "Speak through the microphone")),
        ("F8", translate("KeyList", "Relay another station")),
        ("F10", translate("KeyList", "End the emergency, the microphone or the relay")),
        ("F11", translate("KeyList", "Wall display, and back")),
        ("F1", translate("KeyList", "The guide, at the part about this page")),
        ("Ctrl+F1", translate("KeyList", "This list")),
        *pages,
        ("Ctrl+F", translate("KeyList", "Search on this page")),
        ("F5", translate("KeyList", "Read this page again")),
        ("Ctrl+Shift+L", translate("KeyList", "Lock the window")),
        ("Tab  Shift+Tab  Space", translate("KeyList", "From control to control, and press it")),
        ("Esc", translate("KeyList", "Close a message or a window; never touches the broadcast")),
    ))


def _on_air() -> Keys:
    translate = QCoreApplication.translate
    return Keys("on_air", translate("KeyList", "On air"), (
        ("?", translate("KeyList", "This list")),
        ("1 … 9", translate("KeyList", "Emergency window: choose a message")),
        ("Enter  F9", translate("KeyList", "Emergency window: hold for one second and it is on the air")),
        ("Ctrl+Enter", translate("KeyList", "Microphone and relay window: begin")),
    ))


def _writing() -> Keys:
    translate = QCoreApplication.translate
    return Keys("bulletins", translate("KeyList", "Directives and bulletins"), (
        ("Ctrl+N", translate("KeyList", "Add a letter, write a bulletin")),
        ("Ctrl+V", translate("KeyList", "Letters: put in what was copied")),
        ("Alt+←", translate("KeyList", "Letters: back to the list")),
        ("Ctrl+S", translate("KeyList", "Save now; what is typed also saves itself")),
        ("Ctrl+R", translate("KeyList", "Read the bulletin aloud")),
        ("Ctrl+L", translate("KeyList", "The whole text as it will be read")),
        ("F3  Shift+F3", translate("KeyList", "The next place to look at, and the one before")),
        ("Alt+Enter", translate("KeyList", "How the word at the cursor is read")),
        ("Space  ↑  ↓", translate("KeyList", "Recording: begin and pause; from sentence to sentence")),
    ))


def _library() -> Keys:
    translate = QCoreApplication.translate
    return Keys("library", translate("KeyList", "Library"), (
        ("Space", translate("KeyList", "listen, pause")),
        ("↑  ↓", translate("KeyList", "another item; who is listening hears that one next")),
        ("Enter  F2", translate("KeyList", "change the title and the other fields")),
        ("Ctrl+A  Shift+↑  Shift+↓", translate("KeyList", "select all, or several, to change them together")),
        ("Delete", translate("KeyList", "withdraw, with a reason")),
        ("Ctrl+Z", translate("KeyList", "take the last change back; several times: those before it")),
        ("Ctrl+Y", translate("KeyList", "Sound: do again what was taken back")),
        ("Shift+F10", translate("KeyList", "everything that can be done with the item")),
        ("Ctrl+O", translate("KeyList", "add sound files")),
        ("I  O  C", translate("KeyList", "Sound: begin here, end here, listen from here")),
        ("L", translate("KeyList", "Sound: again and again")),
        ("←  →", translate("KeyList", "Sound: five seconds back, on")),
    ))


def _approvals() -> Keys:
    translate = QCoreApplication.translate
    return Keys("approvals", translate("KeyList", "Approvals"), (
        ("Space", translate("KeyList", "listen, pause")),
        ("X", translate("KeyList", "Comparing two sounds: the other one")),
        ("N", translate("KeyList", "Comparing two sounds: the next difference")),
        ("Ctrl+Enter", translate("KeyList", "approve")),
        ("Ctrl+Backspace", translate("KeyList", "give back")),
        ("Ctrl+P", translate("KeyList", "the slip")),
    ))


def _schedule() -> Keys:
    translate = QCoreApplication.translate
    return Keys("schedule", translate("KeyList", "Schedule"), (
        ("↑  ↓", translate("KeyList", "choose a session or an item")),
        ("Enter", translate("KeyList", "show it, or its hours")),
        ("Alt+↑  Alt+↓", translate("KeyList", "move an item earlier or later, also into the next session")),
        ("Insert", translate("KeyList", "take from the library")),
        ("Delete", translate("KeyList", "take an item out, stop a campaign")),
        ("F2", translate("KeyList", "change a campaign")),
        ("Ctrl+X  Ctrl+C  Ctrl+V", translate("KeyList", "cut, copy, put in: also on another day")),
        ("Ctrl+L", translate("KeyList", "lock a session as it is")),
        ("Ctrl+Z  Ctrl+Y  Ctrl+Shift+Z", translate("KeyList", "undo, redo")),
        ("Alt+←  Alt+→", translate("KeyList", "day, week or month before or after")),
        ("Ctrl+Home", translate("KeyList", "today")),
        ("Ctrl+1  Ctrl+2  Ctrl+3  Ctrl+4", translate("KeyList", "day, week, month, forecast")),
        ("Ctrl+W", translate("KeyList", "the week")),
        ("Ctrl+N", translate("KeyList", "a new campaign")),
        ("Ctrl+P", translate("KeyList", "print the day")),
        ("Ctrl+Shift+W", translate("KeyList", "the weekly sheet")),
    ))


def _papers() -> Keys:
    translate = QCoreApplication.translate
    return Keys("reports", translate("KeyList", "Reports and guide"), (
        ("PageUp  PageDown  Home  End", translate("KeyList", "from page to page; the first, the last")),
        ("Ctrl++  Ctrl+-  Ctrl+0", translate("KeyList", "larger, smaller, as it was")),
        ("Alt+←  Alt+→", translate("KeyList", "Guide: back, forward")),
        ("F3  Shift+F3", translate("KeyList", "Guide: the next place found, and the one before")),
        ("Ctrl+P", translate("KeyList", "Guide: print")),
    ))


def _tables() -> Keys:
    translate = QCoreApplication.translate
    return Keys("tables", translate("KeyList", "Lists and windows"), (
        ("Enter", translate("KeyList", "open the row; press the button that has the ring")),
        ("Ctrl+Z", translate("KeyList", "Hours, rules, special days, lexicon: take back")),
        ("Insert  F2  Delete", translate("KeyList", "Lexicon: add, change, take out")),
        ("Space  Ctrl+S", translate("KeyList", "Bringing in sounds: listen, save the list")),
        ("1 … 9", translate("KeyList", "Comparing voices: hear one")),
    ))

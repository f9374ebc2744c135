"""What the tab asks of the installation; everything that reads a stick or writes runs off the window's thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from broadcaster.base.clock import SystemClock
from broadcaster.base.program import own_command
from broadcaster.care.installed import installed
from broadcaster.care.updates.model import Record
from broadcaster.care.updates.service import Updates
from broadcaster.care.updates.station import Station, start_version
from broadcaster.care.updates.sticks import Found, updates_on
from broadcaster.gui.library.import_dialog_sticks import volumes
from broadcaster.wiring import App

LEAVE = "leave"
"""Property of the application: the window closes for good, whatever was chosen about the tray."""


def updates_of(app: App) -> Updates | None:
    """None where the program runs from its sources."""
    place = installed()
    clock = SystemClock()  # of files and processes, not of the broadcast
    return None if place is None else Updates(place, Station(app.home, clock), clock)


def look(updates: Updates) -> list[Found]:
    """What the sticks that are plugged in now hold."""
    return updates_on([volume.root for volume in volumes() if volume.removable], updates)


def check(updates: Updates, path: Path) -> Found:
    """One file a person chose."""
    return Found(path, updates.check(path))


def stage(updates: Updates, found: Found, when: str, by: str) -> Record:
    """Unpack and try it; the station plays on."""
    return updates.stage(found.path, when, by)


def carry_out(app: App, updates: Updates, window: QWidget) -> None:
    """A process of its own puts it in use; it waits until this window has closed, and opens it again."""
    start_version(own_command("--home", str(app.home.root), "update", "carry-out",
                              "--root", str(updates.place.root)))
    leave(window)


def leave(window: QWidget) -> None:
    """Close the window for good."""
    application = QApplication.instance()
    assert application is not None
    application.setProperty(LEAVE, True)
    if window.close():
        application.exit(0)
    else:
        application.setProperty(LEAVE, False)

"""The sentences about bringing in many files, and about the watched folder (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

IMPORT: dict[str, Any] = {
    "alarm.watch_failed": QT_TRANSLATE_NOOP(
        "Errors",
        "The watched folder cannot be looked after now ({detail}). It is tried again by itself."),
    "alarm.watch_gone": QT_TRANSLATE_NOOP(
        "Errors",
        "The watched folder {path} is not there: new files in it do not come into the library. Check the disk or the "
        "network, or choose another folder in the settings."),
    "alarm.watch_refused": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} files of the watched folder could not be taken into the library, the last one {name}: {detail}"),
    "import.nothing": QT_TRANSLATE_NOOP("Errors", "There is no sound file in what was chosen."),
    "import.running": QT_TRANSLATE_NOOP(
        "Errors",
        "Another window or program works on this import already. Wait until it is done."),
    "import.source_gone": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} is no longer there: was the stick pulled out? {left} files wait; what came in is safe. Plug it in "
        "again and press “Go on”."),
    "import.unknown": QT_TRANSLATE_NOOP("Errors", "This import is not known any more."),
    "sound.breaks_reader": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} is so damaged that it cannot be read; it was left out. Ask for the file again."),
    "sound.slow": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} could not be read within {minutes} minutes and was left out. Ask for the file in another format."),
    "watch.own_home": QT_TRANSLATE_NOOP(
        "Errors",
        "The watched folder {path} holds the station's own data. Choose another folder in the settings."),
}

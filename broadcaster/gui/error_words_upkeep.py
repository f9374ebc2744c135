"""The sentences about updates, starting by itself and the default output (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

UPKEEP: dict[str, Any] = {
    "alarm.default_device_moved": QT_TRANSLATE_NOOP(
        "Errors",
        "The computer now sends its sound to “{now}”; the station used to play on “{before}”. If the horns are silent, "
        "choose their output in Settings."),
    "alarm.home_shared": QT_TRANSLATE_NOOP(
        "Errors",
        "The station's folder is also open on the computer “{host}” (last seen {at}). Two computers on one folder "
        "spoil the log: close the program there."),
    "alarm.output_doubtful": QT_TRANSLATE_NOOP(
        "Errors",
        "The station plays on “{now}”, which sounds like a screen or a headset and not like an amplifier. Choose the "
        "output in Settings."),
    "autostart.failed": QT_TRANSLATE_NOOP(
        "Errors", "The system did not take it: {detail}. The station runs now, but does not start by itself."),
    "autostart.no_way": QT_TRANSLATE_NOOP("Errors", "This system offers no way to start programs by themselves."),
    "update.busy": QT_TRANSLATE_NOOP("Errors", "An update is under way already."),
    "update.damaged": QT_TRANSLATE_NOOP(
        "Errors",
        "The update file is damaged ({detail}). Nothing was changed. Copy it onto the stick once more."),
    "update.did_not_come_up": QT_TRANSLATE_NOOP(
        "Errors", "The new version did not start, so the earlier one was taken back by itself. The station plays on."),
    "update.did_not_stay_up": QT_TRANSLATE_NOOP(
        "Errors",
        "The new version ended in its first minute, so the earlier one was taken back by itself. The station "
        "plays on."),
    "update.failed": QT_TRANSLATE_NOOP("Errors", "The update did not work: {detail}. The version before plays on."),
    "update.failed_start": QT_TRANSLATE_NOOP(
        "Errors", "The new version could not be started again and again, so the earlier one was taken back."),
    "update.interrupted": QT_TRANSLATE_NOOP(
        "Errors", "The update was interrupted (power, or the computer was shut down). The version before is in use; "
                  "update again when it suits you."),
    "update.no_key": QT_TRANSLATE_NOOP(
        "Errors",
        "This copy of the program takes no updates from a stick, because it cannot check whose they are. Get the newer "
        "version from whoever installed the program."),
    "update.no_previous": QT_TRANSLATE_NOOP("Errors", "There is no earlier version on this computer to go back to."),
    "update.no_room": QT_TRANSLATE_NOOP(
        "Errors", "The update needs {needed_mb} MB, {free_mb} MB are free. Free some room first."),
    "update.none_ready": QT_TRANSLATE_NOOP("Errors", "No update is ready to be put in."),
    "update.not_installed": QT_TRANSLATE_NOOP(
        "Errors", "This program runs from its sources and is updated with them, not from a stick."),
    "update.not_newer": QT_TRANSLATE_NOOP(
        "Errors", "The file holds version {version}; version {current} is in use and is not older."),
    "update.not_now": QT_TRANSLATE_NOOP(
        "Errors", "Not now: a session is on, or begins within half an hour, or the window is open."),
    "update.not_writable": QT_TRANSLATE_NOOP(
        "Errors",
        "The program in {path} belongs to the computer's administrator. Ask them to install the new version."),
    "update.platform": QT_TRANSLATE_NOOP("Errors", "{name} is for another kind of computer ({platform})."),
    "update.rollback_would_lose": QT_TRANSLATE_NOOP(
        "Errors",
        "Since the update of {at}, things were aired or done that the earlier version cannot read. Going back sets "
        "them aside."),
    "update.self_test": QT_TRANSLATE_NOOP(
        "Errors", "The new version does not run on this computer ({detail}). Nothing was changed."),
    "update.still_runs": QT_TRANSLATE_NOOP(
        "Errors", "The station could not be ended for the update, so nothing was changed. Restart the computer and try "
                  "again."),
    "update.too_big": QT_TRANSLATE_NOOP(
        "Errors", "The update file claims {megabytes} MB, which no version of this program has. It is not used."),
    "update.unreadable": QT_TRANSLATE_NOOP("Errors", "{name} cannot be read. Is the stick still plugged in?"),
    "update.unsigned": QT_TRANSLATE_NOOP(
        "Errors", "{name} does not come from the makers of this program, or was altered. It is not used."),
    "update.waits": QT_TRANSLATE_NOOP("Errors", "The update waits for a quiet moment."),
}

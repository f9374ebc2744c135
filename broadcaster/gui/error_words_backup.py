"""The sentences about backups and stations brought back from one (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

BACKUP: dict[str, Any] = {
    "alarm.backup_failed": QT_TRANSLATE_NOOP(
        "Errors",
        "The backup of the night could not be made: {detail}. The earlier ones are whole; it is tried again."),
    "alarm.backup_old": QT_TRANSLATE_NOOP(
        "Errors", "The newest backup is {days} days old. Plug in the backup disk, or press Back up now."),
    "alarm.backup_place_missing": QT_TRANSLATE_NOOP(
        "Errors", "The backup disk is not there ({path}). Plug it in; the backup is then made by itself."),
    "alarm.backup_small": QT_TRANSLATE_NOOP(
        "Errors",
        "The backup of {day} is much smaller than the one before: look whether something of the station is missing. No "
        "older backup is deleted until you have looked."),
    "alarm.drill_failed": QT_TRANSLATE_NOOP(
        "Errors", "The backup of {day} was tried and is not good ({detail}). Make another one; if that is not good "
                  "either, the disk is worn out."),
    "alarm.restored_waits": QT_TRANSLATE_NOOP(
        "Errors",
        "This station was brought back from the backup of {made}. Nothing sounds until you say that the old computer "
        "is switched off: Care of this computer, Backups."),
    "backup.damaged": QT_TRANSLATE_NOOP(
        "Errors", "This backup is damaged and cannot be used. Nothing was changed; choose another one."),
    "backup.home_in_use": QT_TRANSLATE_NOOP(
        "Errors",
        "The station folder {path} is still in use, so the restored one could not take its place; it lies whole in "
        "{restored}. Close the program, wait a minute and open it again."),
    "backup.inside": QT_TRANSLATE_NOOP(
        "Errors", "{path} lies inside of the station itself. Choose a folder on another disk or a stick."),
    "backup.key_unreadable": QT_TRANSLATE_NOOP(
        "Errors", "The key for encrypted backups cannot be read ({path}). Turn encryption on again and print the new "
                  "phrase."),
    "backup.last": QT_TRANSLATE_NOOP("Errors", "This is the only backup there is. It is not deleted."),
    "backup.list_bad": QT_TRANSLATE_NOOP(
        "Errors", "This backup names a file no station has ({path}). It was altered; nothing was restored."),
    "backup.no_home": QT_TRANSLATE_NOOP("Errors", "There is no station in {path}."),
    "backup.no_phrase": QT_TRANSLATE_NOOP(
        "Errors", "This backup is encrypted. Type the phrase from the printed sheet."),
    "backup.no_room": QT_TRANSLATE_NOOP(
        "Errors", "{path} has only {free_mb} MB free, {needed_mb} MB are needed. Earlier backups are whole. Make room, "
                  "or choose a larger disk."),
    "backup.none_there": QT_TRANSLATE_NOOP("Errors", "There is no backup in {path}."),
    "backup.phrase_group": QT_TRANSLATE_NOOP(
        "Errors", "Group {group} ({digits}) is not as printed. Compare it with the sheet."),
    "backup.phrase_length": QT_TRANSLATE_NOOP(
        "Errors", "The phrase has {wanted} digits in eight groups; you typed {digits}."),
    "backup.phrase_wrong": QT_TRANSLATE_NOOP(
        "Errors", "This phrase is right in itself, but of another sheet: it does not open this backup."),
    "backup.place_lost": QT_TRANSLATE_NOOP(
        "Errors", "The backup disk went away meanwhile ({path}). Earlier backups are whole; plug it in and try again."),
    "backup.place_missing": QT_TRANSLATE_NOOP("Errors", "The backup disk is not there ({path}). Plug it in."),
    "backup.present_newer": QT_TRANSLATE_NOOP(
        "Errors", "The station on this computer is newer than the backup (last entry {at}). Nothing was changed."),
    "backup.proof_failed": QT_TRANSLATE_NOOP(
        "Errors", "The restored copy does not hold ({detail}). Nothing was changed; choose an earlier backup."),
    "backup.several": QT_TRANSLATE_NOOP("Errors", "{path} holds the backups of several stations: {stations}."),
    "backup.unknown": QT_TRANSLATE_NOOP("Errors", "That backup is not there any more."),
    "restored.none": QT_TRANSLATE_NOOP("Errors", "This station was not brought back from a backup."),
    "restored.waits": QT_TRANSLATE_NOOP(
        "Errors", "This station was brought back from a backup. Say first that the old computer is switched off."),
}

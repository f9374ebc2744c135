"""The sentences about packages for the office above and the source system (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

PACKAGES: dict[str, Any] = {
    "package.after": QT_TRANSLATE_NOOP(
        "Errors", "“{value}” is not a package number and mark as the office shows them. Copy both from the office."),
    "package.busy": QT_TRANSLATE_NOOP(
        "Errors", "Another package was made just now, and nothing was made twice. Try again in a moment."),
    "package.chain": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} was refused: the journal inside does not hold together ({place}). Nothing of it was taken in. Ask the "
        "station for a new package of everything."),
    "package.contents": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} was refused: it does not hold what its list of contents says ({entry}). Nothing of it was taken in."),
    "package.damaged": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} was damaged on the way ({entry}). Nothing of it was taken in. Copy it again from where it came."),
    "package.date": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} was refused: it is dated {day}, and today is {today}. Check the clock of this computer and of the "
        "station."),
    "package.entry_name": QT_TRANSLATE_NOOP(
        "Errors", "{name} was refused: it holds something that is not allowed in a package ({entry})."),
    "package.history_lost": QT_TRANSLATE_NOOP(
        "Errors",
        "Package {number} was made before, but nothing on this computer says where it ended. Make one package of "
        "everything: nothing gets lost or counted twice."),
    "package.journal_gap": QT_TRANSLATE_NOOP(
        "Errors",
        "The journal no longer holds line {seq}, up to which packages were made; it was perhaps put back from an old "
        "backup. Make one package of everything and tell the office above why."),
    "package.kind": QT_TRANSLATE_NOOP("Errors", "{name} goes the other way: it is not meant for this place."),
    "package.manifest": QT_TRANSLATE_NOOP(
        "Errors", "{name} was refused: its list of contents cannot be used ({problem}). Nothing of it was taken in."),
    "package.not_one": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} is no package, or was cut off or repacked on the way. Copy the file again; do not open and save it "
        "with another program."),
    "package.nothing": QT_TRANSLATE_NOOP("Errors", "Nothing happened since the last package, so none was made."),
    "package.number_given": QT_TRANSLATE_NOOP(
        "Errors", "This station has made package {number} already, so it cannot go on from an earlier one."),
    "package.period": QT_TRANSLATE_NOOP("Errors", "The last day ({last}) is before the first ({first})."),
    "package.record": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} was refused: line {row} of {entry} is not as it must be ({problem}). Nothing of it was taken in."),
    "package.report": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} cannot go into a package: only Word, Excel, PDF, CSV and text files can, each name once."),
    "package.rows": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} was refused: airing {row} does not rest on the journal inside ({problem}). Nothing of it was taken "
        "in."),
    "package.signature": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} was refused: its signature does not hold, so somebody changed it. Nothing of it was taken in."),
    "package.swollen": QT_TRANSLATE_NOOP(
        "Errors", "{name} was refused: {entry} inside unpacks to far more than a station can have written."),
    "package.too_large": QT_TRANSLATE_NOOP(
        "Errors", "{name} is larger than a package may be. Leave the sound out, or send fewer days at once."),
    "package.unreadable": QT_TRANSLATE_NOOP(
        "Errors", "{name} cannot be read. Check that the stick or the folder is still there."),
    "source.none": QT_TRANSLATE_NOOP(
        "Errors", "No connection to the source information system is chosen. Choose one in the settings first."),
    "source.unknown": QT_TRANSLATE_NOOP(
        "Errors", "There is no connection called “{name}” in this program. Known: {known}."),
    "source.broken": QT_TRANSLATE_NOOP(
        "Errors", "The connection “{name}” failed: {problem}. Nothing was changed. Ask whoever made it."),
    "source.unreadable": QT_TRANSLATE_NOOP(
        "Errors", "{name} holds no bulletins of the source system: {problem}. Nothing was taken in."),
    "source.too_large": QT_TRANSLATE_NOOP("Errors", "{name} is larger than bulletins can be. Nothing was taken in."),
}

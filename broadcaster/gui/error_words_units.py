"""The sentences about units and old records (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

UNITS: dict[str, Any] = {
    "records.damaged": QT_TRANSLATE_NOOP(
        "Errors", "{name} cannot be read: it is damaged or is no table. Nothing was taken in."),
    "records.kind": QT_TRANSLATE_NOOP(
        "Errors", "{name}: only Excel (.xlsx) and CSV can be read. Open it in Excel and save it as .xlsx."),
    "records.known": QT_TRANSLATE_NOOP("Errors", "{name} was taken in before; nothing was taken in twice."),
    "records.no_heading": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} has no row of headings with a day and a content (“Ngày”, “Nội dung”). Write them above the columns."),
    "records.none": QT_TRANSLATE_NOOP("Errors", "No line of {name} can be read as a record. Nothing was taken in."),
    "records.too_large": QT_TRANSLATE_NOOP("Errors", "{name} is too large. Split it by year, for example."),
    "unit.alone": QT_TRANSLATE_NOOP("Errors", "Enter at least one former unit that was merged."),
    "unit.changed": QT_TRANSLATE_NOOP(
        "Errors", "The units were changed again since, so this cannot be undone any more. Nothing was changed."),
    "unit.date": QT_TRANSLATE_NOOP("Errors", "{value} is not a date."),
    "unit.level": QT_TRANSLATE_NOOP("Errors", "There is no level “{value}”."),
    "unit.name": QT_TRANSLATE_NOOP("Errors", "Write the unit's name."),
    "unit.parent": QT_TRANSLATE_NOOP("Errors", "{name} cannot stand below a unit that stands below it."),
    "unit.unknown": QT_TRANSLATE_NOOP("Errors", "That unit is not there any more."),
    "unit.used": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} cannot be removed: {below} units stand below it and {records} old records belong to it. Give it a last "
        "day instead."),
    "unit.zone": QT_TRANSLATE_NOOP("Errors", "The station has no zone “{value}”. Add it in Settings first."),
}

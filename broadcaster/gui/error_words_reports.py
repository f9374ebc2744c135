"""The sentences about reports, their addressees and their wording (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

REPORTS: dict[str, Any] = {
    "logbook.long": QT_TRANSLATE_NOOP(
        "Errors", "A Word logbook holds at most {most} days, {days} were asked for. Save it as PDF or Excel, or a "
        "month at a time."),
    "logbook.whole": QT_TRANSLATE_NOOP(
        "Errors", "The logbook holds whole days. Take the filters away, or save the list as Excel or CSV."),
    "report.file_broken": QT_TRANSLATE_NOOP("Errors", "The file {file} cannot be read: {detail}."),
    "report.file_fact": QT_TRANSLATE_NOOP(
        "Errors", "{file}, line {line}, “{word}”: {fact} cannot be filled in here. What can be: {known}."),
    "report.file_value": QT_TRANSLATE_NOOP(
        "Errors", "{file}, line {line}: “{value}” cannot stand at “{word}” (wanted: {wanted})."),
    "report.file_word": QT_TRANSLATE_NOOP("Errors", "{file}, line {line}: there is no word “{word}”."),
    "report.half": QT_TRANSLATE_NOOP("Errors", "“{value}” is not half a year. Write 2026-H1 or 2026-H2."),
    "report.kind": QT_TRANSLATE_NOOP("Errors", "There is no kind of items “{value}”."),
    "report.nothing": QT_TRANSLATE_NOOP("Errors", "Choose a period, a letter or a campaign to report on."),
    "report.nowhere": QT_TRANSLATE_NOOP("Errors", "Say which file the report is to be written to."),
    "report.profile": QT_TRANSLATE_NOOP("Errors", "There is no addressee “{name}” for reports."),
    "report.quarter": QT_TRANSLATE_NOOP("Errors", "“{value}” is not a quarter. Write 2026-Q1 to 2026-Q4."),
    "report.year": QT_TRANSLATE_NOOP("Errors", "“{value}” is not a year."),
    "report.zone": QT_TRANSLATE_NOOP(
        "Errors", "There is no zone “{value}” in the settings, and nothing of it in the log of that time."),
}

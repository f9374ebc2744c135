"""The sentences about schedules of other programs (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

EXCHANGE: dict[str, Any] = {
    "exchange.broken": QT_TRANSLATE_NOOP(
        "Errors", "{name} is damaged or is no schedule. Nothing was taken over. Let it be saved again as CSV, ICS or "
        "JSON."),
    "exchange.day": QT_TRANSLATE_NOOP(
        "Errors", "{name}: “{value}” is no day. Write it like 21/11/2026, the year in full."),
    "exchange.encoding": QT_TRANSLATE_NOOP(
        "Errors", "The letters of {name} cannot be read. Nothing was taken over. Save it again as “CSV UTF-8”."),
    "exchange.ends": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” ends on a certain day, a session goes on every week. Enter it by hand as a special day."),
    "exchange.exceptions": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” leaves out single days, or adds some. Enter the session by hand and take out these days."),
    "exchange.form": QT_TRANSLATE_NOOP("Errors", "This cannot be written as {form}. Choose another kind of file."),
    "exchange.heads": QT_TRANSLATE_NOOP(
        "Errors", "{name} has no column {heads}. Nothing was taken over. The first line must name the columns: Mục, "
        "Số lần, Đến ngày."),
    "exchange.item_unlike": QT_TRANSLATE_NOOP(
        "Errors", "No item is called “{name}”. Is “{nearest}” meant? Write the name as it stands in the library."),
    "exchange.length": QT_TRANSLATE_NOOP(
        "Errors", "The length of “{name}” is missing or not between one minute and a day."),
    "exchange.newer": QT_TRANSLATE_NOOP(
        "Errors", "{name} was written by a newer program (version {version}). Nothing was taken over."),
    "exchange.no_item": QT_TRANSLATE_NOOP(
        "Errors", "No item is called “{name}”. Import the sound or write the bulletin first."),
    "exchange.no_name": QT_TRANSLATE_NOOP("Errors", "The name is missing."),
    "exchange.nothing": QT_TRANSLATE_NOOP("Errors", "Nothing of {name} was chosen, so nothing was taken over."),
    "exchange.now": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” is to be aired at once: that is done on the page On air, by a person."),
    "exchange.relay": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” takes over another station's programme: enter it under relays, with its approval."),
    "exchange.rule": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” comes back in a way no session does. Only every day, or some weekdays of every week, can "
        "be taken over."),
    "exchange.session_there": QT_TRANSLATE_NOOP(
        "Errors", "There is a session with the short name of “{name}” by now. Nothing was taken over. Read the file "
        "again."),
    "exchange.several": QT_TRANSLATE_NOOP(
        "Errors", "{count} items are called “{name}”. Give them different names in the library."),
    "exchange.single": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” is held once only. Add it to its day by hand."),
    "exchange.span": QT_TRANSLATE_NOOP(
        "Errors", "{days} days cannot be written: at least one, at most {most}. Choose other days."),
    "exchange.too_large": QT_TRANSLATE_NOOP(
        "Errors", "{name} is larger than {limit_mb} MB, too large for a schedule. Nothing was taken over."),
    "exchange.too_many": QT_TRANSLATE_NOOP(
        "Errors", "{name} holds more than {most} entries. Nothing was taken over. Divide it into several files."),
    "exchange.value": QT_TRANSLATE_NOOP("Errors", "{name}: “{value}” cannot be used."),
    "exchange.yearly": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” comes back every year. Holidays are entered year by year under special days."),
    "exchange.zone": QT_TRANSLATE_NOOP(
        "Errors", "The time zone {zone} of “{name}” is unknown or changes between summer and winter. Save the calendar "
        "in Vietnamese time."),
}

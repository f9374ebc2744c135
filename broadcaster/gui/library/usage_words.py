"""Versions, uses and airings of an item in words, and the pages they lead to. No widgets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from broadcaster.gui.i18n import length_text
from broadcaster.gui.library.model import day_words
from broadcaster.library.model import Aired, Use, Version


def version_words(version: Version) -> str:
    """Version 3: trimmed."""
    translate = QCoreApplication.translate
    why = {
        "import": translate("Library", "imported"), "replace": translate("Library", "sound replaced"),
        "trim": translate("Library", "trimmed"), "bulletin": translate("Library", "approved bulletin"),
        "restore": translate("Library", "earlier sound used again"),
    }.get(version.why, version.why)
    return translate("Library", "Version {number}: {why}").format(number=version.number, why=why)


def use_words(use: Use) -> tuple[str, str]:
    """(title, where and when)."""
    translate = QCoreApplication.translate
    where = {
        "campaign": translate("Library", "campaign"), "session": translate("Library", "frame of a session"),
        "emergency": translate("Library", "kept ready for emergencies"),
        "production": translate("Library", "part of a bulletin"),
        "attachment": translate("Library", "came with a letter"),
        "rundown": translate("Library", "published plan"),
    }.get(use.where, use.where)
    parts = [where]
    if use.first_day and use.last_day and use.first_day != use.last_day:
        parts.append(f"{day_words(use.first_day)} – {day_words(use.last_day)}")
    elif use.first_day:
        parts.append(day_words(use.first_day))
    if use.where == "rundown" and use.detail:
        parts.append(use.detail[:5])
    if use.where == "production" and use.detail:
        parts.append(_part_words(use.detail))
    if not use.active:
        parts.append(translate("Library", "over"))
    return use.title, " · ".join(parts)


def _part_words(part: str) -> str:
    translate = QCoreApplication.translate
    return {"chime": translate("Library", "chime"), "ident": translate("Library", "station ident"),
            "bed": translate("Library", "music below the words"), "closing": translate("Library", "closing"),
            }.get(part, part)


def use_page(use: Use) -> tuple[str, str] | None:
    """(page, item) where it can be seen; None where there is no page for it."""
    if use.where == "campaign":
        return "schedule", use.ref
    if use.where == "rundown":
        return "schedule", use.first_day
    return {"session": ("schedule", ""), "emergency": ("on_air", ""), "production": ("bulletins", use.ref),
            "attachment": ("directives", use.ref)}.get(use.where)


def aired_words(item: Aired) -> tuple[str, str]:
    """(day and time, what became of it)."""
    translate = QCoreApplication.translate
    outcome = {
        "aired": translate("Library", "aired whole"), "partial": translate("Library", "aired in part"),
        "missed": translate("Library", "not aired"), "made_up": translate("Library", "made up later"),
        "unscheduled": translate("Library", "aired, not planned"), "pending": translate("Library", "still to come"),
    }.get(item.outcome, item.outcome)
    parts = [item.session, outcome, length_text(item.seconds) if item.seconds else "",
             ", ".join(zone for zone in item.zones if zone != "all")]
    if item.version:
        parts.append(translate("Library", "version {number}").format(number=item.version))
    return f"{day_words(item.day)}  {item.time[:5]}", " · ".join(part for part in parts if part)

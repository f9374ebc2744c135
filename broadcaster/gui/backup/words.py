"""How backups read on the screen. No widgets."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from broadcaster.base.clock import parse_time
from broadcaster.care.backup.model import Drill
from broadcaster.care.backup.service import Line, Where
from broadcaster.gui.library.import_dialog_words import size_words

_WEEKDAYS = 7


def when_words(moment: datetime, now: datetime) -> str:
    """today 23:00 · yesterday 23:00 · 21/11/2026 23:00."""
    translate = QCoreApplication.translate
    days = (now.date() - moment.date()).days
    if days == 0:
        return translate("Backup", "today {time}").format(time=f"{moment:%H:%M}")
    if days == 1:
        return translate("Backup", "yesterday {time}").format(time=f"{moment:%H:%M}")
    return f"{moment:%d/%m/%Y %H:%M}"


def made_at(line: Line) -> datetime | None:
    return parse_time(line.backup.made_at) if line.backup else None


def date_words(line: Line, now: datetime) -> str:
    """When a backup was made; one that cannot be read by its name."""
    made = made_at(line)
    return when_words(made, now) if made else line.name.replace("T", " ")


def age_words(line: Line, now: datetime) -> str:
    """How long ago, in days."""
    translate = QCoreApplication.translate
    made = made_at(line)
    days = (now - made).days if made else 0
    if made is None:
        return ""
    return translate("Backup", "{days} days").format(days=days) if days else translate("Backup", "under a day")


def state_of(line: Line) -> tuple[str, str]:
    """What is known of a backup, and its tone."""
    translate = QCoreApplication.translate
    if line.backup is None:
        return translate("Backup", "cannot be read"), "bad"
    if line.drill is not None and not line.drill.good:
        return translate("Backup", "tried: not good"), "bad"
    if line.backup.small and not line.accepted:
        return translate("Backup", "far smaller than before"), "wait"
    if line.drill is None:
        return translate("Backup", "not tried yet"), "wait"
    return translate("Backup", "tried: good"), "good"


def sizes(line: Line) -> tuple[str, str]:
    """All of it, and what was written for it."""
    return (size_words(line.backup.bytes), size_words(line.backup.new_bytes)) if line.backup else ("", "")


def kind_words(line: Line) -> str:
    translate = QCoreApplication.translate
    if line.backup is None:
        return ""
    return translate("Backup", "yes") if line.backup.encrypted else translate("Backup", "no")


def headline(newest: Line | None, now: datetime) -> tuple[str, str, str]:
    """The one sentence on top, what stands below it, and the lamp: good, wait, bad."""
    translate = QCoreApplication.translate
    if newest is None:
        return (translate("Backup", "There is no backup yet"),
                translate("Backup", "Should this computer break, everything would be gone: sounds, letters, log."),
                "bad")
    made, days = made_at(newest), 0
    days = (now - made).days if made else 0
    said = translate("Backup", "Last backup: {when}").format(when=date_words(newest, now))
    tone = "wait" if days >= 2 else state_of(newest)[1]
    return said, drill_words(newest.drill), "bad" if days >= 7 else tone


def drill_words(drill: Drill | None) -> str:
    """What came of trying it, in a sentence."""
    translate = QCoreApplication.translate
    if drill is None:
        return translate("Backup", "It was not tried yet; that happens by itself after each backup.")
    at = f"{parse_time(drill.at):%H:%M %d/%m/%Y}"
    if not drill.good:
        return translate("Backup", "Tried at {at}: it is not good. Make another one.").format(at=at)
    text = (translate("Backup", "Tried at {at}: every byte was read back, the station opened from it and could plan "
                                "tomorrow.") if drill.full else
            translate("Backup", "Tried at {at}: the station opened from it and could plan tomorrow."))
    return text.format(at=at)


def place_words(where: Where) -> str:
    """Where backups go, and what room is left there."""
    translate = QCoreApplication.translate
    if not where.chosen:
        return translate("Backup", "On this computer only ({folder})").format(folder=where.folder)
    if not where.there:
        return translate("Backup", "{folder} – not plugged in now").format(folder=where.folder)
    return translate("Backup", "{folder} – {free} free").format(folder=where.folder, free=size_words(where.free))


def warning(where: Where, elsewhere: bool = False) -> str:
    """What is unwise about the place, and what no backup holds; empty: nothing. `elsewhere`: see actions.Look."""
    server = QCoreApplication.translate(
        "Backup", "The figures of this office lie in a PostgreSQL database, which is not in these backups: whoever "
                  "looks after that server backs it up. The stations' packages are in them.") if elsewhere else ""
    return " ".join(words for words in (_place_warning(where), server) if words)


def _place_warning(where: Where) -> str:
    translate = QCoreApplication.translate
    if not where.chosen:
        return translate("Backup", "The backups lie on the same disk as the station: should the disk break, both are "
                                   "gone. Plug in a stick or a second disk and choose it here.")
    if not where.there:
        return translate("Backup", "The backup disk is not plugged in. Plug it in; the backup is then made by itself.")
    if where.same_disk:
        return translate("Backup", "This place is on the same disk as the station: should the disk break, both are "
                                   "gone. Choose a stick or a second disk.")
    return ""


def step_words(path: str) -> str:
    """What is being read or written, for the progress line."""
    translate = QCoreApplication.translate
    top = path.split("/")[0]
    return {
        "audio": translate("Backup", "Sounds"), "recordings": translate("Backup", "Recordings"),
        "asrun": translate("Backup", "Airing log"), "directives": translate("Backup", "Letters"),
        "station.db": translate("Backup", "Database"), "voices": translate("Backup", "Voices"),
        "rundowns": translate("Backup", "Plans"),
    }.get(top, translate("Backup", "Settings and papers"))

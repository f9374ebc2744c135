"""English in the source, Vietnamese in resources/translations/<area>_vi.ts; every compiled .qm is loaded at the start.

`self.tr("…")` and `QCoreApplication.translate("Context", "…")` take plain literals only: an f-string is extracted
as it stands and never found again. Values go in afterwards: `self.tr("{count} items").format(count=…)`.
"""

from __future__ import annotations

import logging
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QTranslator

from broadcaster.base.errors import Refused
from broadcaster.base.paths import shipped

log = logging.getLogger(__name__)

LANGUAGES = ("vi", "en")


def load_translations(application: QCoreApplication, language: str = "vi") -> int:
    """Install every catalogue of `language`; returns how many. English needs none."""
    if language == "en":
        return 0
    try:
        folder = shipped("resources", "translations")
    except Refused:
        log.error("no translations are installed: the window speaks English")
        return 0
    count = 0
    for path in sorted(folder.glob(f"*_{language}.qm")):
        translator = QTranslator(application)
        if translator.load(str(path)) and application.installTranslator(translator):
            count += 1
        else:
            log.error("translation cannot be loaded: %s", path.name)
    return count


def day_text(day: date) -> str:
    """Thứ Bảy, 21/11/2026."""
    return f"{weekday_text(day)}, {day:%d/%m/%Y}"


def long_day_text(day: date) -> str:
    """Thứ Bảy, 21 tháng 11 năm 2026."""
    text = QCoreApplication.translate("Dates", "{weekday}, {month}/{day}/{year}")
    return text.format(weekday=weekday_text(day), day=day.day, month=day.month, year=day.year)


def weekday_text(day: date) -> str:
    """The day of the week in the window's language."""
    translate = QCoreApplication.translate
    return (
        translate("Dates", "Monday"), translate("Dates", "Tuesday"), translate("Dates", "Wednesday"),
        translate("Dates", "Thursday"), translate("Dates", "Friday"), translate("Dates", "Saturday"),
        translate("Dates", "Sunday"),
    )[day.weekday()]


def moment_text(moment: datetime) -> str:
    """21/11/2026 05:17."""
    return f"{moment:%d/%m/%Y %H:%M}"


def number_text(value: float, decimals: int = 0) -> str:
    """1.234,5: the point groups, the comma divides."""
    text = f"{value:,.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,"))


def length_text(seconds: float) -> str:
    """5 giờ 12 phút · 12 phút · 40 giây: for people, not for sorting."""
    whole = max(0, round(seconds))
    hours, minutes = divmod((whole + 30) // 60 if whole >= 60 else 0, 60)
    translate = QCoreApplication.translate
    if hours and minutes:
        return translate("Dates", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    if hours:
        return translate("Dates", "{hours} h").format(hours=hours)
    if minutes:
        return translate("Dates", "{minutes} min").format(minutes=minutes)
    return translate("Dates", "{seconds} s").format(seconds=whole)

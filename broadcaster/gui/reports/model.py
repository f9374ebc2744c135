"""The words and figures of the report page. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from broadcaster.base.vietnamese import fold
from broadcaster.gui.i18n import number_text
from broadcaster.reports import other_channels, wording
from broadcaster.reports.model import Report, Row

MONTH, LETTER, PERIOD = "month", "letter", "period"
_MONTHS_BACK = 18
_LONGEST_NAME = 80


@dataclass(frozen=True)
class Asked:
    """What a report is wanted on; `value` is a month YYYY-MM or the id of a letter."""

    subject: str
    value: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Figure:
    """One headline figure."""

    value: str
    words: str
    tone: str = "plain"


@dataclass(frozen=True)
class Line:
    """One row of the table, with the number it has on paper."""

    id: int
    row: Row


def subjects() -> list[tuple[str, str]]:
    """(value, words) of what a report may be on."""
    translate = QCoreApplication.translate
    return [(MONTH, translate("Reports", "One month")), (LETTER, translate("Reports", "One letter")),
            (PERIOD, translate("Reports", "From … to …"))]


def months(today: date) -> list[tuple[str, str]]:
    """(YYYY-MM, words), the present month first."""
    found, year, month = [], today.year, today.month
    for _ in range(_MONTHS_BACK):
        words = QCoreApplication.translate("Reports", "{month}/{year}").format(month=f"{month:02}", year=year)
        found.append((f"{year}-{month:02}", words))
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return found


def figures(report: Report) -> list[Figure]:
    """Items, airings, minutes, and what was not aired."""
    translate, sums = QCoreApplication.translate, report.totals
    others = sum(count for kind, count in sums.items.items() if kind not in {"tin", "bai"})
    return [
        Figure(number_text(sums.items.get("tin", 0)), translate("Reports", "news items")),
        Figure(number_text(sums.items.get("bai", 0)), translate("Reports", "features")),
        Figure(number_text(others), translate("Reports", "notices and others")),
        Figure(number_text(sums.airings), translate("Reports", "airings"), "accent"),
        Figure(number_text(sums.seconds / 60, 1), translate("Reports", "minutes"), "accent"),
        Figure(number_text(sums.missed), translate("Reports", "not aired"), "bad" if sums.missed else "plain"),
    ]


def notes(report: Report) -> str:
    """Why some did not air, how the plan was kept, what was told on other ways."""
    return "\n".join(line for line in (_plan_kept(report), _beside(report)) if line)


def _beside(report: Report) -> str:
    """What was handed out or posted, and what the letter still waits for."""
    translate = QCoreApplication.translate
    parts = []
    if report.hand_outs:
        parts.append(translate("Reports", "Other channels: {totals}").format(
            totals=other_channels.totals(report.hand_outs)))
    if missing := [item.words for item in report.asked if not item.done]:
        parts.append(translate("Reports", "the letter also asks for: {list}").format(list=", ".join(missing)))
    text = " · ".join(parts)
    return text[:1].upper() + text[1:]


def _plan_kept(report: Report) -> str:
    translate, sums = QCoreApplication.translate, report.totals
    if not sums.planned:
        return ""
    aired = sum(day.aired for day in report.coverage)
    text = translate("Reports", "{aired} of {planned} planned airings went out ({percent} %)").format(
        aired=number_text(aired), planned=number_text(sums.planned), percent=number_text(100 * aired / sums.planned, 1))
    reasons = wording.reasons(sums.missed_by_reason).strip(" ()")
    return f"{text} · {reasons}" if reasons else text


def days_words(row: Row) -> str:
    """01/11 – 21/11/2026."""
    if row.first is None or row.last is None:
        return ""
    if row.first == row.last:
        return f"{row.first:%d/%m/%Y}"
    return f"{row.first:%d/%m} – {row.last:%d/%m/%Y}"


def file_name(report: Report, asked: Asked) -> str:
    """A name every system takes, without the ending: bao-cao-thang-2026-11."""
    if report.letter is not None:
        words = f"bao cao van ban {report.letter.number or report.letter.subject}"
    elif asked.subject == MONTH:
        words = f"bao cao thang {asked.value}"
    else:
        words = f"bao cao {report.first:%Y-%m-%d} den {report.last:%Y-%m-%d}"
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in fold(words))
    return "-".join(part for part in plain.split("-") if part)[:_LONGEST_NAME].rstrip("-")


def with_ending(chosen: str, fmt: str) -> Path:
    """What was typed, with the ending its program looks for."""
    path = Path(chosen)
    return path if path.suffix.lower() == f".{fmt}" else path.with_name(f"{path.name}.{fmt}")

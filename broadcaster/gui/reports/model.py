"""The words and figures of the report page. No widgets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from broadcaster.base.vietnamese import fold
from broadcaster.gui.i18n import number_text
from broadcaster.reports import other_channels, periods, wording
from broadcaster.reports.model import Report
from broadcaster.reports.periods import Span
from broadcaster.reports.profiles import LETTER_DEFAULT, PERIOD_DEFAULT, KnownProfile

LETTER, CAMPAIGN = "letter", "campaign"
MONTH, QUARTER, HALF, YEAR, PERIOD = (str(span) for span in Span)
SPANS = (MONTH, QUARTER, HALF, YEAR)
_BACK = {MONTH: 24, QUARTER: 12, HALF: 8, YEAR: 6}
"""How many periods of each length can be chosen."""
_LONGEST_NAME = 80


@dataclass(frozen=True)
class Asked:
    """What a report is wanted on; `value` is a period's key (2026-11, 2026-Q4 …) or the id of a letter or campaign."""

    subject: str
    value: str = ""
    first: date | None = None
    last: date | None = None
    profile: str = ""

    @property
    def known(self) -> bool:
        """Whether there is anything to report on."""
        return self.subject == PERIOD or bool(self.value)


@dataclass(frozen=True)
class Figure:
    """One headline figure."""

    value: str
    words: str
    tone: str = "plain"


def subjects() -> list[tuple[str, str]]:
    """(value, words) of what a report may be on."""
    translate = QCoreApplication.translate
    return [(MONTH, translate("Reports", "One month")), (QUARTER, translate("Reports", "One quarter")),
            (HALF, translate("Reports", "Half a year")), (YEAR, translate("Reports", "One year")),
            (LETTER, translate("Reports", "One letter")), (CAMPAIGN, translate("Reports", "One campaign")),
            (PERIOD, translate("Reports", "From … to …"))]


def choices(subject: str, today: date, month_from: int = 1) -> list[tuple[str, str]]:
    """(key, words) of the periods of one length, the present one first."""
    period, found = periods.current(Span(subject), today, month_from), []
    for _ in range(_BACK[subject]):
        found.append((period.key, period.name[:1].upper() + period.name[1:]))
        period = periods.before(period, month_from)
    return found


def addressees(known: Iterable[KnownProfile], subject: str) -> list[tuple[str, str]]:
    """(id, name) of those a report on `subject` may go to; a damaged file is not offered."""
    about = subject if subject in {LETTER, CAMPAIGN} else "period"
    wanted = "directive" if about == LETTER else about
    return [(item.profile.id, item.profile.name) for item in known if item.fault is None
            and wanted in item.profile.about]


def default_addressee(subject: str) -> str:
    return LETTER_DEFAULT if subject == LETTER else PERIOD_DEFAULT


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


def explanations() -> list[tuple[str, str]]:
    """(word, what it means) of what is counted: the two counts people mix up."""
    translate = QCoreApplication.translate
    return [
        (translate("Reports", "News items, features"), translate(
            "Reports", "How many different contents went out. A news item aired ten times is one.")),
        (translate("Reports", "Airings"), translate(
            "Reports", "How many times contents went out. A news item aired ten times is ten airings.")),
        (translate("Reports", "Not counted"), translate(
            "Reports", "Tunes, greetings, music; what was planned and did not sound.")),
    ]


def notes(report: Report) -> list[str]:
    """Why some did not air, how the plan was kept, what people corrected, what was told on other ways."""
    translate, sums, found = QCoreApplication.translate, report.totals, [_plan_kept(report)]
    if sums.repeats:
        found.append(translate("Reports", "{new} new airings, {repeats} repeats").format(
            new=number_text(sums.new_airings), repeats=number_text(sums.repeats)))
    if sums.relay_seconds:
        found.append(translate("Reports", "{own} minutes own, {relay} minutes relayed").format(
            own=number_text((sums.seconds - sums.relay_seconds) / 60, 1),
            relay=number_text(sums.relay_seconds / 60, 1)))
    if sums.corrected:
        found.append(translate("Reports", "{count} airings were corrected by a person and count as corrected.").format(
            count=number_text(sums.corrected)))
    if missing := sum(item.missing for item in report.requirements):
        found.append(translate("Reports", "{count} airings asked for by letters or campaigns are missing.").format(
            count=number_text(missing)))
    return [line for line in (*found, _beside(report)) if line]


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


def file_name(report: Report, asked: Asked) -> str:
    """A name every system takes, without the ending: bao-cao-thang-2026-11."""
    kinds = {MONTH: "thang", QUARTER: "quy", HALF: "6 thang", YEAR: "nam"}
    if report.letter is not None:
        words = f"bao cao van ban {report.letter.number or report.letter.subject}"
    elif report.campaign:
        words = f"bao cao dot tuyen truyen {report.campaign}"
    elif asked.subject in kinds:
        words = f"bao cao {kinds[asked.subject]} {asked.value.lower()}"
    else:
        words = f"bao cao {report.first:%Y-%m-%d} den {report.last:%Y-%m-%d}"
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in fold(words))
    return "-".join(part for part in plain.split("-") if part)[:_LONGEST_NAME].rstrip("-")


def with_ending(chosen: str, fmt: str) -> Path:
    """What was typed, with the ending its program looks for."""
    path = Path(chosen)
    return path if path.suffix.lower() == f".{fmt}" else path.with_name(f"{path.name}.{fmt}")

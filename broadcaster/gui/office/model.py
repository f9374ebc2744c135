"""Stations, units, letters, keys and packages in words for the screen. No widgets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from broadcaster.aggregation.office.figures import (
    STOPPED,
    Cell,
    Figures,
    LetterLine,
    OfficeQuery,
    Reporting,
    StationLine,
)
from broadcaster.aggregation.office.model import Key, KeyState, PackageLine, PackageState
from broadcaster.base.clock import STATION_ZONE, parse_time
from broadcaster.gui.errors import reason_text
from broadcaster.gui.i18n import moment_text, number_text

WORST_FIRST = {state: place for place, state in enumerate(reversed(Reporting))}
TONES = {Reporting.CURRENT: "good", Reporting.LATE: "wait", Reporting.SILENT: "bad", Reporting.NEVER: "bad",
         Reporting.FORK: "info"}
_PLACE = re.compile(r"\b(xã|phường|đặc khu|thị trấn)\b.+", re.IGNORECASE)
CALL = frozenset(STOPPED)
"""Somebody should telephone."""
GOOD_SHARE, POOR_SHARE = 0.95, 0.6
"""Done of planned: from here on all is well; below, something is wrong."""


def periods() -> list[tuple[str, str]]:
    """(value, words) of the stretches of time one asks for most."""
    translate = QCoreApplication.translate
    return [("7", translate("Office", "Last 7 days")), ("30", translate("Office", "Last 30 days")),
            ("month", translate("Office", "This month")), ("last_month", translate("Office", "Last month")),
            ("90", translate("Office", "Last 90 days")), ("year", translate("Office", "This year"))]


def period_of(value: str, today: date) -> tuple[date, date]:
    """First and last day, both inclusive; the running day has not been stated by anybody yet."""
    yesterday = today - timedelta(days=1)
    if value == "month":
        return yesterday.replace(day=1), yesterday
    if value == "last_month":
        last = today.replace(day=1) - timedelta(days=1)
        return last.replace(day=1), last
    if value == "year":
        return yesterday.replace(month=1, day=1), yesterday
    return yesterday - timedelta(days=int(value) - 1), yesterday


def short_name(name: str) -> str:
    """Without what all of them are called: "Đài truyền thanh xã Mẫu" -> "Xã Mẫu"."""
    found = _PLACE.search(name)
    place = found.group().strip() if found else name
    return place[:1].upper() + place[1:]


def masked(fingerprint: str) -> str:
    """Without the end, which is typed as the station reads it out."""
    return " ".join([*fingerprint.split()[:-1], "• • • •"])


def state_words(state: Reporting) -> str:
    translate = QCoreApplication.translate
    return {Reporting.CURRENT: translate("Office", "Reports in full"), Reporting.LATE: translate("Office", "Late"),
            Reporting.SILENT: translate("Office", "Stopped reporting"),
            Reporting.NEVER: translate("Office", "Never reported"),
            Reporting.FORK: translate("Office", "In doubt")}[state]


def state_text(line: StationLine) -> str:
    """With the day since when."""
    translate = QCoreApplication.translate
    since = plain_day(line.last_day, short=True)
    if line.reporting is Reporting.SILENT and since:
        return translate("Office", "Stopped, last {day}").format(day=since)
    if line.reporting is Reporting.LATE and since:
        return translate("Office", "Late, up to {day}").format(day=since)
    return state_words(line.reporting)


def state_tone(line: StationLine) -> str:
    return TONES[line.reporting]


def plain_day(text: str, *, short: bool = False) -> str:
    """20/11/2026, or 20/11; empty stays empty."""
    if not text:
        return ""
    day = date.fromisoformat(text)
    return f"{day:%d/%m}" if short else f"{day:%d/%m/%Y}"


def moment(text: str) -> str:
    return moment_text(parse_time(text).astimezone(STATION_ZONE)) if text else ""


def short_moment(text: str) -> str:
    """21/11 05:12, where the year is told beside it."""
    return f"{parse_time(text).astimezone(STATION_ZONE):%d/%m %H:%M}" if text else ""


def share_text(figures: Figures) -> str:
    """96% · 1.203/1.250."""
    if figures.share is None:
        return "–"
    return f"{percent(figures.share)} · {number_text(figures.done)}/{number_text(figures.planned)}"


def percent(share: float) -> str:
    """Never 100 % while something is missing."""
    whole = round(share * 100)
    return f"{99 if whole == 100 and share < 1 else whole}%"


def heard_text(figures: Figures) -> str:
    """Of what sounded, heard by the monitor; nothing where nobody listened."""
    heard = figures.verified + figures.not_heard
    return f"{number_text(figures.verified)}/{number_text(figures.sounded)}" if heard else "–"


def sorted_lines(lines: Sequence[StationLine], order: str) -> list[StationLine]:
    """`lines` stand by name already."""
    if order == "worst":
        return sorted(lines, key=lambda line: (WORST_FIRST[line.reporting], -line.quiet_days,
                                               2.0 if line.figures.share is None else line.figures.share))
    if order == "share":
        return sorted(lines, key=lambda line: 2.0 if line.figures.share is None else line.figures.share)
    if order == "unit":
        return sorted(lines, key=lambda line: line.unit_name)
    return list(lines)


@dataclass(frozen=True)
class CellLook:
    """How one letter at one station looks: words first, the tone and the hatching only help."""

    words: str
    tone: str
    share: float
    hatched: bool = False


def cell_look(cell: Cell | None, line: StationLine) -> CellLook:
    """`due` counts stated days alone: of a station that is silent nobody knows."""
    translate = QCoreApplication.translate
    if cell is None:
        return CellLook(translate("Office", "not asked"), "", 0)
    if not cell.required:
        return CellLook(translate("Office", "{count} times").format(count=cell.aired), "plain", 0)
    words = f"{number_text(cell.aired)}/{number_text(cell.required)}"
    if cell.aired >= cell.required:
        return CellLook(f"{words} ✓", "good", 1)
    if line.reporting in CALL and not cell.open:
        return CellLook(translate("Office", "{words} · not told").format(words=words), "plain", 0, hatched=True)
    if not cell.due:
        return CellLook(translate("Office", "{words} · not due").format(words=words), "plain", 0)
    if cell.open:
        tone = "wait" if cell.aired else "bad"
        missing = translate("Office", "{words} · short {open}").format(words=words, open=number_text(cell.open))
        return CellLook(missing, tone, cell.share or 0, hatched=not cell.aired)
    return CellLook(translate("Office", "{words} · on time").format(words=words), "good", cell.share or 0)


def cell_tip(letter: LetterLine, line: StationLine, cell: Cell | None) -> str:
    translate = QCoreApplication.translate
    head = f"{line.name} · {letter.number}\n{letter.subject}"
    if cell is None:
        return f"{head}\n" + translate("Office", "This letter was not asked of this station.")
    return f"{head}\n" + translate(
        "Office", "Asked for {required}, due by now {due}, aired {aired}, heard by the monitor {verified}.").format(
            required=cell.required, due=cell.due, aired=cell.aired, verified=cell.verified) + (
        "\n" + translate("Office", "Last aired {day}.").format(day=plain_day(cell.last_day)) if cell.last_day else "")


def letter_head(letter: LetterLine) -> str:
    """Above its column: number, and how many stations did all."""
    done = QCoreApplication.translate("Office", "{done}/{all} stations did all")
    return f"{letter.number}\n" + done.format(done=number_text(letter.fulfilled), all=number_text(letter.stations))


def letter_tip(letter: LetterLine) -> str:
    return "\n".join(filter(None, (letter.number, letter.issuer, letter.subject, plain_day(letter.issued_date))))


def key_words(key: Key) -> str:
    translate = QCoreApplication.translate
    if key.state is KeyState.CHANGED:
        return translate("Office", "New key of a known station")
    return translate("Office", "New station")


def key_tone(key: Key) -> str:
    return "bad" if key.state is KeyState.CHANGED else "wait"


def package_state_words(row: PackageLine) -> str:
    translate = QCoreApplication.translate
    return {PackageState.RECEIVED: translate("Office", "Merged"),
            PackageState.WAITING: translate("Office", "Key waits"),
            PackageState.EARLY: translate("Office", "One is missing"),
            PackageState.FORK: translate("Office", "In doubt"),
            PackageState.REFUSED: translate("Office", "Refused"),
            PackageState.SET_ASIDE: translate("Office", "Set aside")}[row.state]


def package_tone(row: PackageLine) -> str:
    return {PackageState.RECEIVED: "good", PackageState.WAITING: "wait", PackageState.EARLY: "wait",
            PackageState.FORK: "info", PackageState.REFUSED: "bad", PackageState.SET_ASIDE: "plain"}[row.state]


def package_name(row: PackageLine) -> str:
    return f"{row.number} · {row.sender_id}" if row.number else str(row.facts.get("name", row.sender_id))


def package_days(row: PackageLine) -> str:
    if not row.first_day:
        return ""
    if row.first_day == row.last_day:
        return plain_day(row.first_day)
    return f"{plain_day(row.first_day, short=True)} – {plain_day(row.last_day)}"


def told(code: str, facts: dict[str, Any]) -> str:
    """The sentence of a code; facts come from outside, whatever they are called."""
    return reason_text(code, **{name: value for name, value in facts.items() if name != "code"}) if code else ""


def package_note(row: PackageLine) -> str:
    """What happened, or how much came."""
    said = told(row.code, row.facts)
    if said or row.state is not PackageState.RECEIVED:
        return said
    return QCoreApplication.translate("Office", "{count} airings").format(count=number_text(row.airings))


def advice(row: PackageLine) -> str:
    """What to tell the station."""
    translate = QCoreApplication.translate
    if row.state is PackageState.REFUSED and row.code.startswith(("package.", "office.", "merge.unproven")):
        return translate("Office", "Tell the station: the file did not arrive whole, or was altered on the way. On its "
                         "page “Send up” choose this package and press “Send again”; if it is refused again, "
                         "“Package of everything…”.")
    if row.state is PackageState.EARLY:
        return translate("Office", "Tell the station: send the missing packages again, on its page “Send up”. What is "
                         "here already is kept and merged by itself.")
    if row.state is PackageState.WAITING:
        return translate("Office", "Telephone the station and compare the fingerprint; then everything that waits is "
                         "merged at once.")
    if row.state is PackageState.FORK and row.facts.get("restored"):
        return translate("Office", "The station's log says that it was brought back from the backup of {when}. What it "
                         "aired after that is only in our copy. “Go on with theirs” keeps both and goes on with the "
                         "station as it is now.").format(when=moment(str(row.facts["restored"])))
    if row.state is PackageState.FORK:
        return translate("Office", "Ask the station whether it was restored from a backup or set up on another "
                         "computer; then decide above.")
    return ""


def span_text(query: OfficeQuery) -> str:
    return f"{query.first:%d/%m/%Y} – {query.last:%d/%m/%Y}"

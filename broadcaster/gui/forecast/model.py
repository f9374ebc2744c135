"""The answer of a forecast as rows for the screen. No widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from broadcaster.asrun.model import Outcome
from broadcaster.base.frames import clock_text
from broadcaster.gui.i18n import length_text
from broadcaster.gui.log.model import reason_words
from broadcaster.gui.widgets.day_strip import Block

_TONES = {"aired": "good", "made_up": "good", "partial": "wait", "missed": "bad", "unscheduled": "info"}
_MIDNIGHT = 86_400


@dataclass(frozen=True)
class AiringRow:
    """One predicted airing."""

    id: str
    planned: str
    started: str
    title: str
    length: str
    outcome: str
    """With its reason."""
    tone: str


@dataclass(frozen=True)
class LetterRow:
    """What one letter would get."""

    id: str
    number: str
    subject: str
    airings: str
    length: str


@dataclass(frozen=True)
class DayRow:
    """One day on its strip."""

    day: date
    blocks: tuple[Block, ...]
    sessions: tuple[tuple[float, float], ...]
    words: str
    tone: str


def session_names(answer: Mapping[str, Any]) -> dict[str, str]:
    """Session id -> its name, over all days."""
    return {session["id"]: session["name"] for day in answer["days"] for session in day["sessions"]}


def airing_rows(day: Mapping[str, Any]) -> list[AiringRow]:
    """In order of their planned start."""
    return [AiringRow(f"{number}", item["planned_start"][11:19], item["started_at"][11:19] or "–", item["title"],
                      clock_text(item["aired_seconds"]) if item["aired_seconds"] else "–",
                      outcome_text(item), _TONES.get(item["outcome"], "plain"))
            for number, item in enumerate(day["airings"])]


def outcome_words(outcome: Outcome) -> str:
    """As the log says it, but of what has not happened: nobody may take a trial for a proof."""
    translate = QCoreApplication.translate
    return {
        Outcome.AIRED: translate("Forecast", "will air"), Outcome.PARTIAL: translate("Forecast", "will air in part"),
        Outcome.MISSED: translate("Forecast", "will not air"),
        Outcome.MADE_UP: translate("Forecast", "will be made up"),
        Outcome.UNSCHEDULED: translate("Forecast", "unscheduled"), Outcome.PENDING: translate("Forecast", "to come"),
    }[outcome]


def outcome_text(item: Mapping[str, Any]) -> str:
    """What would become of it, and why."""
    return ": ".join(filter(None, (outcome_words(Outcome(item["outcome"])), reason_words(item["reason"]))))


def letter_rows(answer: Mapping[str, Any]) -> list[LetterRow]:
    return [LetterRow(str(number), item["number"], item["subject"], str(item["airings"]), length_text(item["seconds"]))
            for number, item in enumerate(answer["directives"])]


def day_rows(answer: Mapping[str, Any]) -> list[DayRow]:
    """Every day, with what became of it in a few words."""
    findings = answer["findings"]
    return [_day_row(day, [each for each in findings if each["day"] == day["day"] or
                           day["day"] in each["facts"].get("days", ())]) for day in answer["days"]]


def _day_row(day: Mapping[str, Any], findings: Sequence[Mapping[str, Any]]) -> DayRow:
    levels = {each["level"] for each in findings}
    tone = "bad" if "break" in levels else "wait" if "loss" in levels else "good"
    held = [session for session in day["sessions"] if session["first_sound"]]
    aired = sum(item["outcome"] in {"aired", "made_up"} for item in day["airings"])
    words = QCoreApplication.translate("Forecast", "{sessions} sessions, {aired}/{planned} items").format(
        sessions=len(held), aired=aired, planned=len(day["airings"]))
    sessions = tuple((_seconds(each["starts_at"]), _seconds(each["hard_end"])) for each in day["sessions"])
    return DayRow(date.fromisoformat(day["day"]), tuple(_blocks(day)), sessions, words, tone)


def _blocks(day: Mapping[str, Any]) -> list[Block]:
    found = []
    for item in day["airings"]:
        begins = item["started_at"] or item["planned_start"]
        start = _seconds(begins)
        length = item["aired_seconds"] or item["planned_seconds"]
        end = _seconds(item["ended_at"]) if item["ended_at"] else start + length
        words = f"{begins[11:16]} {item['title']} · {outcome_words(Outcome(item['outcome']))}"
        found.append(Block(start, max(end, start + 1), _TONES.get(item["outcome"], "plain"), words))
    silence = QCoreApplication.translate("Forecast", "silence")
    found += [Block(_seconds(gap["starts_at"]), _seconds(gap["ends_at"]), "bad",
                    f"{gap['starts_at'][11:16]}–{gap['ends_at'][11:16]} {silence}")
              for gap in day["gaps"] if not gap["planned"]]
    return found


def _seconds(text: str) -> float:
    """Seconds of the day; what ends at midnight ends with the day."""
    moment = datetime.fromisoformat(text)
    return min(_MIDNIGHT, moment.hour * 3600 + moment.minute * 60 + moment.second + moment.microsecond / 1e6)

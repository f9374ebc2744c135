"""Findings, faults and lengths in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from broadcaster.gui.i18n import length_text
from broadcaster.gui.log.model import reason_words
from broadcaster.gui.schedule.warnings import warning_words
from broadcaster.schedule.model import PlanWarning

TONES = {"break": "bad", "loss": "wait", "note": "info"}


def level_words(level: str) -> str:
    """One or two words for the pill."""
    translate = QCoreApplication.translate
    return {"break": translate("Forecast", "against the rules"), "loss": translate("Forecast", "would be lost"),
            "note": translate("Forecast", "to know")}.get(level, level)


def finding_words(finding: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """One sentence, without its day; `names`: session id -> its name."""
    facts = _facts(finding, names)
    if finding["code"] == "plan":
        shown = {name: value for name, value in finding["facts"].items() if name not in {"warning", "days"}}
        return warning_words(PlanWarning(str(finding["facts"]["warning"]), str(finding["session"]), shown))
    sentence = (_rules() | _losses() | _notes()).get(str(finding["code"]), str(finding["code"]))
    try:
        text = sentence.format(**facts)
    except (KeyError, IndexError):
        text = sentence
    reason = reason_words(str(facts.get("reason", ""))) if facts.get("reason") else ""
    return f"{text} ({reason})" if reason else text


def _rules() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "quiet_hours": translate("Forecast", "“{title}” would sound in the quiet hours, {at}–{until}."),
        "past_end": translate("Forecast", "“{title}” would sound past the end of “{name}”, until {until}."),
        "session_long": translate("Forecast", "“{name}” would last {minutes} minutes; the rules allow {limit}."),
        "sessions_many": translate("Forecast", "{count} sessions would be held; the rules allow {limit}."),
        "not_approved": translate("Forecast", "“{title}” would sound at {at} without an approval in force."),
        "expired": translate("Forecast", "“{title}” would sound at {at} though its approval is over."),
        "overlap": translate("Forecast", "“{title}” and “{other}” would sound at once at {at}."),
    }


def _losses() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "not_aired": translate("Forecast", "“{title}” at {at} would not be aired."),
        "cut_short": translate("Forecast", "“{title}” at {at} would be aired in part only: {aired} of {planned}."),
        "late": translate("Forecast", "“{name}”: {items} items would begin up to {length} late."),
        "gap": translate("Forecast", "“{name}”: silence from {at} to {until}, {length}."),
        "silence": translate("Forecast", "“{title}” would be on air without any sound, from {at}."),
        "relay_lost": translate("Forecast", "“{title}” at {at} cannot be taken over, and nothing replaces it."),
        "session_silent": translate("Forecast", "Nothing of “{name}” ({at}) would be heard."),
        "no_plan": translate("Forecast", "No plan of this day would lie ready: nothing of {items} items is aired."),
        "campaign_short": translate("Forecast", "“{title}” lacks {lacking} of {asked} airings."),
        "clock_off": translate("Forecast", "“{name}” would sound {length} off: its items begin at {at} true time."),
    }


def _notes() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "tune_missing": translate("Forecast", "“{title}” of “{name}” would be missing."),
        "made_up": translate("Forecast", "“{title}” would be made up later, at {started}."),
        "relay_fallback": translate("Forecast", "“{title}” cannot be taken over: its replacement sounds instead."),
        "plan_gap": translate("Forecast", "“{name}”: nothing is planned from {at} to {until}."),
    }


def _facts(finding: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    facts = {name: _shown(value) for name, value in finding["facts"].items()}
    raw = finding["facts"]
    facts.setdefault("name", names.get(str(finding["session"]), ""))
    facts["length"] = length_text(abs(float(raw.get("seconds") or 0)))
    facts["aired"], facts["planned"] = (length_text(float(raw.get(name) or 0)) for name in (
        "aired_seconds", "planned_seconds"))
    return facts


def _shown(value: Any) -> Any:
    """Times as HH:MM:SS, everything else as it is."""
    if isinstance(value, str) and len(value) > 18 and value[10:11] == "T":
        try:
            return f"{datetime.fromisoformat(value):%H:%M:%S}"
        except ValueError:
            return value
    return value


def fault_words(text: str, day: date) -> str:
    """A supposed fault, as written for the command line, in words."""
    translate = QCoreApplication.translate
    kind, _, value = text.rpartition("@")[0].partition(":") if "@" in text else text.partition(":")
    at, _, length = value.partition("+")
    sentence = {
        "power": translate("Forecast", "Power cut at {at} for {minutes} minutes"),
        "missing": translate("Forecast", "The sound file of “{what}” is missing"),
        "relay-silent": translate("Forecast", "The relayed programme is silent"),
        "relay-lost": translate("Forecast", "The relayed programme is lost"),
        "keeper": translate("Forecast", "The helper publishes nothing from this day on"),
    }.get(kind)
    if kind == "clock":
        back = "-" in value
        at, _, length = value.partition("-" if back else "+")
        sentence = translate("Forecast", "The clock goes back {minutes} minutes at {at}") if back else \
            translate("Forecast", "The clock goes ahead {minutes} minutes at {at}")
    words = (sentence or text).format(at=at, minutes=length.rstrip("m"), what=value)
    return f"{words} · {day:%d/%m}"


def count_words(findings: list[dict[str, Any]]) -> str:
    """What the banner says of them all."""
    translate = QCoreApplication.translate
    rules = sum(each["level"] == "break" for each in findings)
    losses = sum(each["level"] == "loss" for each in findings)
    if rules:
        return translate("Forecast", "{rules} times against the rules, {losses} losses.").format(
            rules=rules, losses=losses)
    if losses:
        return translate("Forecast", "No rule would be broken, but {losses} things would be lost.").format(
            losses=losses)
    return translate("Forecast", "Nothing to worry about: everything planned would be aired.")

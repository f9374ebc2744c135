"""Alarms the window finds by itself: a prepared message that would not sound, an item that was not heard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from broadcaster.protocol.messages import Alarm
from broadcaster.schedule.shelf_check import ShelfProblem

_VERDICTS = {"not_heard": "not_heard", "silent": "heard_silence", "other": "heard_other"}


def shelf_alarms(problems: Sequence[ShelfProblem], since: str) -> list[Alarm]:
    """One for each message, the worst of its problems: what will not sound on the day must be known before."""
    found: dict[str, Alarm] = {}
    for problem in sorted(problems, key=lambda each: not each.serious):
        title = str(problem.facts.get("title") or problem.facts.get("name") or problem.slug)
        code = "emergency_message" if problem.serious else "emergency_soon"
        found.setdefault(problem.slug, Alarm(code, since, {"title": title, "why": _why(problem)}))
    return list(found.values())


def verdict_alarm(verdict: dict[str, Any]) -> Alarm | None:
    """What the sentinel heard, when it was not what was sent."""
    code = _VERDICTS.get(str(verdict.get("verdict", "")))
    if code is None or not verdict.get("at"):
        return None
    return Alarm(code, str(verdict["at"]), {"title": verdict.get("title", ""), "zone": verdict.get("zone", "")})


def _why(problem: ShelfProblem) -> str:
    translate = QCoreApplication.translate
    until = "/".join(reversed(str(problem.facts.get("until", "")).split("-")))
    return {
        "altered": translate("BreakIn", "its file was altered"),
        "unreadable": translate("BreakIn", "its file cannot be read"),
        "newer_format": translate("BreakIn", "it was made by a newer version of this program"),
        "cut_missing": translate("BreakIn", "its sound file is missing"),
        "cut_altered": translate("BreakIn", "its sound file was altered"),
        "chime_missing": translate("BreakIn", "its chime is missing, it sounds without one"),
        "approval_broken": translate("BreakIn", "its approval is not valid"),
        "expired": translate("BreakIn", "its approval ended on {day}").format(day=until),
        "expiring": translate("BreakIn", "its approval ends on {day}").format(day=until),
        "withdrawn": translate("BreakIn", "its approval was withdrawn"),
        "outdated": translate("BreakIn", "a newer version of it was approved"),
    }.get(problem.code, problem.code)

"""“Vì sao ở đây?”: the planner's choice of a place, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from broadcaster.base.vietnamese import one_line
from broadcaster.schedule.model import Choice


def why_words(choice: Choice | None) -> str:
    """Empty when nothing is known."""
    if choice is None:
        return ""
    translate = QCoreApplication.translate
    sentence = {
        "by_hand": translate("Schedule", "Somebody put it here by hand."),
        "on_sheet": translate("Schedule", "It stands here on the approved weekly schedule."),
        "only_session": translate("Schedule", "Its hours or zones leave no other session on this day."),
        "emptiest": translate("Schedule", "This session had the most room when it was placed."),
        "turn": translate("Schedule", "Another session of the day has one of its airings already."),
        "spacing": translate("Schedule", "Here it keeps its distance from its other airings of the day."),
        "home_full": translate("Schedule", "The session it would be in first had no room left."),
        "relay": translate("Schedule", "A relay begins on the clock, whatever else is planned."),
        "furniture": translate("Schedule", "It belongs to the frame of every session: tune, words, closing."),
        "filler": translate("Schedule", "It fills what is left before something that begins on the clock."),
        "made_up": translate("Schedule", "It makes up for an airing that was missed."),
    }.get(choice.code)
    return sentence.format_map(_Facts({key: one_line(str(value), 60) for key, value in choice.facts.items()})) \
        if sentence else ""


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"

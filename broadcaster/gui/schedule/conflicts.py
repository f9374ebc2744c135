"""What a change would bring about, in a line short enough to read while the mouse is still moving."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from broadcaster.gui.i18n import length_text
from broadcaster.gui.schedule.warnings import warning_tone, warning_words
from broadcaster.schedule.model import DayPlan, PlanWarning

_MOST = 2


def verdict(before: DayPlan, after: DayPlan, session: str) -> tuple[str, str]:
    """What is new to be warned of, else how full the session becomes; and the tone of it."""
    new = new_warnings(before, after)
    # A session too long says so in one figure: that single items are left out follows from it.
    if any(warning.code == "session_over" for warning in new):
        new = [warning for warning in new if warning.code not in {"item_left_out", "hand_left_out"}]
    if new:
        new.sort(key=lambda warning: (warning_tone(warning) != "bad", warning.session_id != session))
        words = " ".join(warning_words(warning) for warning in new[:_MOST])
        return words, warning_tone(new[0])
    return _room(after, session), "good"


def new_warnings(before: DayPlan, after: DayPlan) -> list[PlanWarning]:
    """Those of the plan after that were not there before, or say another figure."""
    known = [(warning.code, warning.session_id, warning.facts) for warning in before.warnings]
    return [warning for warning in after.warnings
            if (warning.code, warning.session_id, warning.facts) not in known and warning.code != "session_thin"]


def _room(plan: DayPlan, session: str) -> str:
    translate = QCoreApplication.translate
    fill = next((fill for fill in plan.fills if fill.session_id == session), None)
    if fill is None:
        return ""
    if fill.over_seconds >= -30:
        return translate("Schedule", "It fits; “{name}” is full then.").format(name=fill.name)
    return translate("Schedule", "It fits; {length} of “{name}” stay free.").format(
        length=length_text(-fill.over_seconds), name=fill.name)

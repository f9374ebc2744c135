"""The planner's warnings in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from broadcaster.base.vietnamese import one_line
from broadcaster.gui.i18n import length_text
from broadcaster.gui.library.model import kind_words
from broadcaster.schedule.model import PlanWarning


def merged(warnings: Sequence[PlanWarning]) -> list[PlanWarning]:
    """The warnings of the whole day; missing tunes and words are one warning, not four."""
    loose = [item for item in warnings if not item.session_id]
    missing = [item for item in loose if item.code == "furniture_missing"]
    if len(missing) < 2:
        return loose
    kinds = "”, “".join(kind_words(str(item.facts.get("kind", ""))) for item in missing)
    return [item for item in loose if item not in missing] + [
        PlanWarning("furniture_missing", "", {"kind": kinds})]


_GRAVE = {"zone_unknown", "session_over", "session_overlap", "quiet_hours", "item_left_out", "approval_broken",
          "week_not_approved", "session_not_on_sheet", "hand_left_out", "relay_unknown", "relay_not_approved",
          "relay_outside", "sessions_many", "unreadable", "session_gone", "period_session_gone"}


def warning_tone(warning: PlanWarning) -> str:
    return "bad" if warning.code in _GRAVE else "wait"


def warning_words(warning: PlanWarning) -> str:
    """A planner's warning in plain words; the code itself when unknown."""
    translate = QCoreApplication.translate
    facts = _facts(warning)
    sentence = {
        "session_empty": translate("Schedule", "Nothing airs in “{name}”: add a campaign."),
        "session_thin": translate("Schedule", "“{name}” is filled only in part."),
        "session_over": translate("Schedule", "“{name}” is {over} too long: what does not fit is left out."),
        "session_shortened": translate("Schedule", "“{name}” ends {seconds} earlier, because the next session begins."),
        "session_overlap": translate("Schedule", "“{name}” is not held: another session runs at that time."),
        "session_begun": translate("Schedule", "“{name}” has begun: changes hold from the next session on."),
        "session_long": translate("Schedule", "“{name}” is planned for {minutes} minutes; the rules allow {limit}: it "
                                              "ends then."),
        "sessions_many": translate("Schedule", "“{name}” is not held: it would be one of {count} sessions, the rules "
                                               "allow {limit} a day."),
        "weekday": translate("Schedule", "Nothing is held: the rules foresee no sessions on this day of the week."),
        "quiet_hours": translate("Schedule", "“{name}” is not held: it lies in quiet hours ({quiet_from}–{quiet_to})."),
        "item_left_out": translate("Schedule", "“{title}” is left out {times} times: there is no room for it."),
        "furniture_missing": translate("Schedule", "No approved “{kind}” in the library: sessions go without it."),
        "not_approved": translate("Schedule", "“{title}” does not air: it is not approved yet."),
        "expired": translate("Schedule", "“{title}” does not air: its time is over."),
        "not_yet": translate("Schedule", "“{title}” does not air yet: its first day has not come."),
        "superseded": translate("Schedule", "“{title}” does not air: another item took its place."),
        "archived": translate("Schedule", "“{title}” does not air: it was archived."),
        "daypart_limit": translate("Schedule", "“{title}” does not air: no session is held at its time of day."),
        "zone_limit": translate("Schedule", "“{title}” does not air: every session also reaches zones it is not for."),
        "withdrawn": translate("Schedule", "“{title}” does not air: it was withdrawn."),
        "approval_broken": translate("Schedule", "“{title}” does not air: its sound is not the approved one."),
        "zone_unknown": translate("Schedule", "“{name}” is for the zone “{zone}”, which the station does not have."),
        "make_up_missing": translate("Schedule", "“{title}” cannot be made up: the session “{name}” is not held on "
                                                 "this day."),
        "week_not_approved": translate("Schedule", "This week's schedule is not approved: nothing planned airs."),
        "session_not_on_sheet": translate("Schedule", "“{name}” is not held: it is not on the approved weekly "
                                                      "schedule like this."),
        "not_on_sheet": translate("Schedule", "“{title}” waits ({times} airings): it is not on the approved weekly "
                                              "schedule."),
        **_by_hand_and_relays(),
    }.get(warning.code)
    return sentence.format_map(facts) if sentence else warning.code


def _by_hand_and_relays() -> dict[str, str]:
    """About what people decided for single days, and other stations' programmes."""
    translate = QCoreApplication.translate
    return {
        "relay_unknown": translate("Schedule", "The relay at {starts} is left out: there is no source “{source}”."),
        "relay_not_approved": translate("Schedule", "The relay of “{source}” at {starts} is left out: it is not "
                                                    "approved for this day."),
        "relay_outside": translate("Schedule", "The relay of “{source}” at {starts} is left out: it does not lie in "
                                               "the session, or another relay runs then."),
        "relay_cut_short": translate("Schedule", "The relay of “{source}” ends {seconds} early, with the session."),
        "gap_before_relay": translate("Schedule", "{seconds} of silence before what begins at {starts}."),
        "hand_left_out": translate("Schedule", "“{title}” does not fit any more and is left out."),
        "hand_unknown": translate("Schedule", "An item put in by hand is gone from the library and is left out."),
        "music_off": translate("Schedule", "“{title}” does not air in this special period."),
        "unreadable": translate("Schedule", "“{name}” is damaged: it is left out, or holds as it last was."),
        "period": translate("Schedule", "Special period: {name}."),
        "held_in_period": translate("Schedule", "“{name}” is held because it was changed by hand for this day; "
                                                "“{period}” foresees no such session."),
        "period_session_gone": translate("Schedule", "“{period}” holds the session “{name}”, which no longer exists: "
                                                     "look at the special day again."),
        "session_gone": translate("Schedule", "What was put by hand into “{name}” does not air: there is no such "
                                              "session any more."),
    }


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _facts(warning: PlanWarning) -> _Facts:
    facts = _Facts({key: one_line(str(value), 60) for key, value in warning.facts.items()})
    for key in ("over", "seconds"):
        if key in facts:
            facts[key] = length_text(float(facts[key]))
    if "kind" in facts:
        facts["kind"] = kind_words(facts["kind"])
    return facts

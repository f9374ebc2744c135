"""The sentences about what could go wrong today (see model.risk_words); facts stand in {braces}."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

RISKS: dict[str, Any] = {
    "keeper_down": QT_TRANSLATE_NOOP(
        "Morning",
        "The resident helper does not run: plans are not published and the log is not filed. It starts with "
        "this window; if this stays for a minute, restart the computer."),
    "air_down": QT_TRANSLATE_NOOP(
        "Morning",
        "The player does not answer: nothing would sound now. It is being started; if this stays for a "
        "minute, restart the computer."),
    "no_session": QT_TRANSLATE_NOOP(
        "Morning",
        "No session is planned for today. If one is to be held, set it up in the schedule."),
    "session_empty": QT_TRANSLATE_NOOP(
        "Morning",
        "Nothing is planned for {sessions}: the loudspeakers will be silent. Plan something now."),
    "session_thin": QT_TRANSLATE_NOOP(
        "Morning",
        "Very little is planned for {sessions}. Add an item or let it be short."),
    "not_approved": QT_TRANSLATE_NOOP(
        "Morning",
        "Planned for today but not approved, so it will not air: {items}. Have it approved."),
    "expired": QT_TRANSLATE_NOOP(
        "Morning",
        "Planned for today but out of its days, so it will not air: {items}. Have it approved for longer or "
        "plan something else."),
    "withdrawn": QT_TRANSLATE_NOOP(
        "Morning",
        "Planned for today but withdrawn or replaced, so it will not air: {items}. Plan something else."),
    "relay": QT_TRANSLATE_NOOP(
        "Morning",
        "The relay has no standing approval today, so it will not be taken over: {items}. Have it approved."),
    "left_out": QT_TRANSLATE_NOOP(
        "Morning",
        "No room was found today for {items}. Move something or lengthen the session."),
    "unreadable": QT_TRANSLATE_NOOP(
        "Morning",
        "Parts of today's plan cannot be read: {items}. Open the schedule, it offers the way back."),
    "week": QT_TRANSLATE_NOOP(
        "Morning",
        "The schedule of this week is not approved: nothing airs by it. Submit the sheet and have it "
        "approved."),
    "not_on_sheet": QT_TRANSLATE_NOOP(
        "Morning",
        "Not on this week's approved sheet, so it waits: {items}. Submit the sheet anew."),
    "over": QT_TRANSLATE_NOOP(
        "Morning",
        "More is planned than fits into {items}: the end would be cut. Move something."),
    "soon_expired": QT_TRANSLATE_NOOP(
        "Morning",
        "Runs out within the week and then will not air: {items}. Have it approved for longer while there is "
        "time."),
    "soon_withdrawn": QT_TRANSLATE_NOOP("Morning", "Planned in the coming days but withdrawn or replaced: {items}."),
    "soon_not_approved": QT_TRANSLATE_NOOP("Morning", "Planned in the coming days and not approved yet: {items}."),
    "report_due": QT_TRANSLATE_NOOP("Morning", "Reports that are due within a week: {letters}."),
    "backup_never": QT_TRANSLATE_NOOP(
        "Morning",
        "There has never been a backup. Copy the whole station folder to a USB stick and keep it in another "
        "room."),
    "backup_old": QT_TRANSLATE_NOOP("Morning", "The newest backup is {days} days old. Make another one."),
    "plan_failed": QT_TRANSLATE_NOOP("Morning", "Today's plan cannot be made: {detail}"),
    "unsealed": QT_TRANSLATE_NOOP(
        "Morning",
        "The journal of {days} is not sealed yet. The resident helper does it within minutes; if it stays, "
        "look at the airing log."),
    "seals_broken": QT_TRANSLATE_NOOP(
        "Morning",
        "The seals over the journal do not hold together in {count} places. Open the airing log and press "
        "“Check the journal”."),
    "unsent": QT_TRANSLATE_NOOP(
        "Morning",
        "{count} packages wait to be sent up, the oldest since {since}. Nothing is lost; look at what stands "
        "in the way."),
}

"""The sentences about what could go wrong today, for the morning page (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

RISKS: dict[str, Any] = {
    "risk.keeper_down": QT_TRANSLATE_NOOP(
        "Errors",
        "The resident helper does not run: plans are not published and the log is not filed. It starts with "
        "this window; if this stays for a minute, restart the computer."),
    "risk.air_down": QT_TRANSLATE_NOOP(
        "Errors",
        "The player does not answer: nothing would sound now. It is being started; if this stays for a "
        "minute, restart the computer."),
    "risk.no_session": QT_TRANSLATE_NOOP(
        "Errors",
        "No session is planned for today. If one is to be held, set it up in the schedule."),
    "risk.session_empty": QT_TRANSLATE_NOOP(
        "Errors",
        "Nothing is planned for {sessions}: the loudspeakers will be silent. Plan something now."),
    "risk.session_thin": QT_TRANSLATE_NOOP(
        "Errors",
        "Very little is planned for {sessions}. Add an item or let it be short."),
    "risk.not_approved": QT_TRANSLATE_NOOP(
        "Errors",
        "Planned for today but not approved, so it will not air: {items}. Have it approved."),
    "risk.expired": QT_TRANSLATE_NOOP(
        "Errors",
        "Planned for today but out of its days, so it will not air: {items}. Have it approved for longer or "
        "plan something else."),
    "risk.withdrawn": QT_TRANSLATE_NOOP(
        "Errors",
        "Planned for today but withdrawn or replaced, so it will not air: {items}. Plan something else."),
    "risk.relay": QT_TRANSLATE_NOOP(
        "Errors",
        "The relay has no standing approval today, so it will not be taken over: {items}. Have it approved."),
    "risk.left_out": QT_TRANSLATE_NOOP(
        "Errors",
        "No room was found today for {items}. Move something or lengthen the session."),
    "risk.unreadable": QT_TRANSLATE_NOOP(
        "Errors",
        "Parts of today's plan cannot be read: {items}. Open the schedule, it offers the way back."),
    "risk.week": QT_TRANSLATE_NOOP(
        "Errors",
        "The schedule of this week is not approved: nothing airs by it. Submit the sheet and have it "
        "approved."),
    "risk.not_on_sheet": QT_TRANSLATE_NOOP(
        "Errors",
        "Not on this week's approved sheet, so it waits: {items}. Submit the sheet anew."),
    "risk.over": QT_TRANSLATE_NOOP(
        "Errors",
        "More is planned than fits into {items}: the end would be cut. Move something."),
    "risk.soon_expired": QT_TRANSLATE_NOOP(
        "Errors",
        "Runs out within the week and then will not air: {items}. Have it approved for longer while there is "
        "time."),
    "risk.soon_withdrawn": QT_TRANSLATE_NOOP(
        "Errors", "Planned in the coming days but withdrawn or replaced: {items}."),
    "risk.soon_not_approved": QT_TRANSLATE_NOOP("Errors", "Planned in the coming days and not approved yet: {items}."),
    "risk.report_due": QT_TRANSLATE_NOOP("Errors", "Reports that are due within a week: {letters}."),
    "risk.backup_never": QT_TRANSLATE_NOOP(
        "Errors",
        "There has never been a backup. Plug in a stick or a second disk, choose it under Care of this computer and "
        "keep it in another room."),
    "risk.backup_old": QT_TRANSLATE_NOOP("Errors", "The newest backup is {days} days old. Make another one."),
    "risk.plan_failed": QT_TRANSLATE_NOOP("Errors", "Today's plan cannot be made: {detail}"),
    "risk.unsealed": QT_TRANSLATE_NOOP(
        "Errors",
        "The journal of {days} is not sealed yet. The resident helper does it within minutes; if it stays, "
        "look at the airing log."),
    "risk.refused": QT_TRANSLATE_NOOP(
        "Errors", "The office above refused {count} packages. Look at the reason; nothing of the log is lost."),
    "risk.unsent": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} packages wait to be sent up, the oldest since {since}. Nothing is lost; look at what stands "
        "in the way."),
}

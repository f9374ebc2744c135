"""Roles, rights and states of people in words. No widgets."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from broadcaster.accounts.model import RecoverySheet, Right, Role, Standing
from broadcaster.base.clock import parse_time

ROLES = (Role.OPERATOR, Role.APPROVER, Role.ADMIN, Role.VIEWER)
"""In the order they are offered."""
FEW_CODES = 3


def role_words(role: Role) -> str:
    """What a role is called."""
    translate = QCoreApplication.translate
    return {
        Role.OPERATOR: translate("People", "Writes and plans"),
        Role.APPROVER: translate("People", "Approves"),
        Role.VIEWER: translate("People", "Looks only"),
        Role.ADMIN: translate("People", "Administers and approves"),
    }[role]


def short_role(role: Role) -> str:
    """The head of a narrow column."""
    translate = QCoreApplication.translate
    return {
        Role.OPERATOR: translate("People", "Writes"),
        Role.APPROVER: translate("People", "Approves"),
        Role.VIEWER: translate("People", "Looks"),
        Role.ADMIN: translate("People", "Administers"),
    }[role]


def right_lines() -> list[tuple[Right, str]]:
    """The rows of the table of rights."""
    translate = QCoreApplication.translate
    return [
        (Right.LOOK, translate("People", "Look, listen, print, export")),
        (Right.WRITE, translate("People", "Take letters in, write, bring sounds in, plan, submit")),
        (Right.AIR_LIVE, translate("People", "Speak live, relay, skip an item")),
        (Right.SETTINGS, translate("People", "Change the station's settings")),
        (Right.APPROVE, translate("People", "Approve, give back, withdraw; keep messages ready for emergencies")),
        (Right.RETENTION, translate("People", "Let old sounds go")),
        (Right.RESTORE, translate("People", "Bring a backup back, update the program, choose where backups go")),
        (Right.PEOPLE, translate("People", "People, the approval rule, the recovery sheet")),
    ]


def state_words(standing: Standing) -> tuple[str, str]:
    """State and tone of one line."""
    translate = QCoreApplication.translate
    if not standing.person.active:
        return translate("People", "left"), "plain"
    if standing.locked_until:
        until = parse_time(standing.locked_until)
        return translate("People", "locked until {time}").format(time=f"{until:%H:%M}"), "bad"
    if standing.person.must_change:
        return translate("People", "one-time PIN"), "wait"
    return translate("People", "active"), "good"


def last_words(standing: Standing) -> str:
    """When they last did anything."""
    if not standing.last_signed:
        return QCoreApplication.translate("People", "never yet")
    return f"{parse_time(standing.last_signed):%d/%m/%Y %H:%M}"


def sheet_words(sheet: RecoverySheet) -> tuple[str, str]:
    """What holds of the recovery sheet, and its tone."""
    translate = QCoreApplication.translate
    if not sheet.printed_at:
        return translate("People", "No recovery sheet was printed yet. If the only administrator forgets the PIN, "
                                   "nobody can let them in again."), "wait"
    printed: datetime = parse_time(sheet.printed_at)
    words = translate("People", "Printed at {time} on {day}. Codes left: {left}.").format(
        time=f"{printed:%H:%M}", day=f"{printed:%d/%m/%Y}", left=sheet.left)
    if sheet.left < FEW_CODES:
        return words + " " + translate("People", "Print a new sheet soon."), "wait"
    return words, "good"

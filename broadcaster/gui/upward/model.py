"""Packages, answers and letters in words for the screen. No widgets."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from broadcaster.aggregation.answers import CHANGED, UNKNOWN
from broadcaster.aggregation.deliveries import QUEUED, RECEIVED, REFUSED, SENT, SETTLED_BY_HAND, WAITS_ABOVE, Delivery
from broadcaster.aggregation.received import ASIDE, TAKEN, WAITING, Received
from broadcaster.base.clock import parse_time
from broadcaster.gui.errors import SENTENCES, reason_text
from broadcaster.gui.i18n import moment_text

KEYS = (UNKNOWN, CHANGED)
"""A person must compare a fingerprint."""


def told(code: str, facts: dict[str, Any]) -> str:
    """The sentence; facts may come from another office, whatever they are called."""
    return reason_text(code, **{name: value for name, value in facts.items() if name != "code"}) if code else ""


def days_text(row: Delivery) -> str:
    """20/11/2026 · 16/11 – 20/11/2026."""
    first, last = date.fromisoformat(row.first_day), date.fromisoformat(row.last_day)
    if first == last:
        return f"{last:%d/%m/%Y}"
    return f"{first:%d/%m} – {last:%d/%m/%Y}" if first.year == last.year else f"{first:%d/%m/%Y} – {last:%d/%m/%Y}"


def state_text(row: Delivery) -> str:
    translate = QCoreApplication.translate
    if row.state == RECEIVED and row.code == SETTLED_BY_HAND:
        return translate("Upward", "Handed over")
    if row.state == SENT and row.code == WAITS_ABOVE:
        return translate("Upward", "Waits above")
    known = {QUEUED: translate("Upward", "Waiting to go"), SENT: translate("Upward", "Sent"),
             RECEIVED: translate("Upward", "Received"), REFUSED: translate("Upward", "Refused")}
    return known.get(row.state, row.state)


def state_tone(row: Delivery) -> str:
    if row.state == QUEUED and row.code:
        return "wait"
    return {QUEUED: "plain", SENT: "info", RECEIVED: "good", REFUSED: "bad"}.get(row.state, "plain")


def note_text(row: Delivery, now: datetime, *, has_place: bool) -> str:
    """What happened and what happens next, in one or two sentences."""
    translate = QCoreApplication.translate
    said = told(row.code, row.facts)
    if row.code == WAITS_ABOVE and str(row.facts.get("code")) in SENTENCES:
        said = told(str(row.facts["code"]), row.facts)
    if row.state == QUEUED and row.next_try:
        then = parse_time(row.next_try)
        if then > now:
            again = translate("Upward", "Tried again at {time}.").format(time=_short(then, now))
            return f"{said} {again}".strip()
    if row.state == QUEUED and not said:
        return translate("Upward", "Goes with the next round.") if has_place else \
            translate("Upward", "Copy it to a stick or save it for e-mail.")
    if row.state == SENT and not said:
        return translate("Upward", "The office has not answered yet.")
    if row.state == RECEIVED and not said and row.answered_at:
        return translate("Upward", "Acknowledged at {time}.").format(time=_short(parse_time(row.answered_at), now))
    if row.state == REFUSED:
        advice = translate("Upward", "Send it again, or make a package of everything.")
        return translate("Upward", "The office says: {said} {advice}").format(said=said, advice=advice)
    return said


def _short(moment: datetime, now: datetime) -> str:
    return f"{moment:%H:%M}" if moment.date() == now.date() else f"{moment:%H:%M %d/%m/%Y}"


def down_state_text(row: Received) -> str:
    translate = QCoreApplication.translate
    if row.state == TAKEN and any("code" in item for item in row.made):
        return translate("Upward", "Taken in part")
    return {TAKEN: translate("Upward", "Taken in"), WAITING: translate("Upward", "Waiting for you"),
            ASIDE: translate("Upward", "For others")}.get(row.state, translate("Upward", "Not taken in"))


def down_tone(row: Received) -> str:
    if row.state == TAKEN:
        return "wait" if any("code" in item for item in row.made) else "good"
    return {WAITING: "wait", ASIDE: "plain"}.get(row.state, "bad")


def down_text(row: Received) -> str:
    """The names of letters and messages, or why there are none."""
    if row.made:
        return ", ".join(str(item.get("name", "")) for item in row.made)
    return told(row.code, row.facts) or row.file_name


def down_tip(row: Received) -> str:
    """Each thing inside with what became of it."""
    translate = QCoreApplication.translate
    lines = [row.file_name]
    for item in row.made:
        facts = item.get("facts", {})
        became = told(str(item["code"]), facts if isinstance(facts, dict) else {}) if "code" in item else \
            translate("Upward", "was here already") if item.get("known") else translate("Upward", "new")
        lines.append(f"{item.get('name', '')}: {became}")
    return "\n".join(lines)


def down_time(row: Received) -> str:
    return moment_text(parse_time(row.at)) if row.at else ""


def place_words(address: str) -> str:
    """Where packages go, for people."""
    translate = QCoreApplication.translate
    if not address.strip():
        return translate("Upward", "By hand: a stick or e-mail")
    kind, separator, rest = address.partition("://")
    if not separator:
        return translate("Upward", "Folder {path}").format(path=address)
    names = {"sftp": "SFTP", "s3": "S3", "webdav+https": "WebDAV", "webdav+http": "WebDAV"}
    return f"{names.get(kind, kind)}: {rest}"


def every_words(every: str) -> str:
    translate = QCoreApplication.translate
    return {"day": translate("Upward", "A package each night"), "week": translate("Upward", "A package each Monday"),
            "hand": translate("Upward", "Only when somebody makes one")}.get(every, every)

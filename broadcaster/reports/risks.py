"""What could go wrong today: asked of the plan, the files, player and resident helper, and of the register of letters.

Nothing here is judged anew that another part of the program judges already: their alarms are taken as they stand.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from broadcaster.base.clock import parse_time
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.base.vietnamese import one_line
from broadcaster.protocol.coming import named
from broadcaster.protocol.link import LinkClient
from broadcaster.protocol.messages import Alarm, Status
from broadcaster.reports.morning_model import BAD, WAIT, Risk, SessionToday
from broadcaster.schedule.model import DayPlan, PlanWarning

STALE_SECONDS = 60.0
"""The resident helper writes its status every five seconds."""
DISK_LOW_MB = 500
BACKUP_DAYS = 7
DUE_DAYS = 7
AHEAD_DAYS = 7
SEAL_DAYS = 7
_PATIENCE = 0.5
_LONGEST = 60
_OUT_OF_DAYS = ("expired", "not_yet")
_WITHDRAWN = ("withdrawn", "superseded", "archived")
_UNAPPROVED = ("not_approved", "approval_broken")
_GROUPS = {"expired": _OUT_OF_DAYS, "withdrawn": _WITHDRAWN, "not_approved": _UNAPPROVED,
           "relay": ("relay_not_approved", "relay_unknown"), "left_out": ("item_left_out", "hand_left_out"),
           "unreadable": ("unreadable",), "week": ("week_not_approved",),
           "not_on_sheet": ("not_on_sheet", "session_not_on_sheet"), "over": ("session_over",)}
_PAGES = {"not_approved": "approvals", "expired": "approvals"}
_GRAVE = {"relay", "unreadable", "week", "not_approved", "expired", "withdrawn"}
_SOON = {code: _GROUPS[code] for code in ("expired", "withdrawn", "not_approved")}

_ALARM_PAGES = {"report_overdue": "directives", "journal_faults": "log", "missed": "log", "no_device": "settings",
                "no_plan": "schedule", "sheet_missing": "schedule", "sheet_behind": "schedule",
                "plan_unreadable": "schedule", "publish_failed": "schedule", "coming_not_approved": "approvals",
                "coming_expired": "approvals", "coming_missing": "library", "coming_altered": "library",
                "sounds_missing": "library", "settings_broken": "settings", "watch_gone": "settings",
                "power_failed": "settings", "approvals_broken": "approvals", "seal_failed": "log",
                "send_failed": "upward", "package_failed": "upward", "disk_low": "care", "disk_getting_full": "care"}
_BACKUP = {"backup_failed", "backup_old", "backup_place_missing", "backup_small", "drill_failed", "restored_waits"}
_ALARM_PAGES |= dict.fromkeys(_BACKUP, "care")
_LATER = {"report_overdue", "disk_getting_full", "sheet_behind", "watch_gone", "watch_refused", "watch_failed",
          *(_BACKUP - {"restored_waits"})}
"""Alarms that have time until the evening."""
_TOLD_HERE = {"session_empty", "next_empty", "next_thin", "next_expired", "next_withdrawn", "next_not_approved"}
"""Told here by the plan itself, of today and of the coming days."""
_SAME = {"alarm.no_plan": {"risk.session_empty", "risk.no_session"}, "alarm.sheet_missing": {"risk.week"},
         "alarm.sheet_behind": {"risk.not_on_sheet"}, "risk.backup_old": {"alarm.backup_old"},
         "alarm.plan_unreadable": {"risk.unreadable"}}
"""Alarms that say in other words what the plan says."""


def of_processes(home: StationHome, now: datetime) -> Iterator[Risk]:
    """Resident helper and player: whether they run, and what they say."""
    status = keeper_status(home)
    written = _written(status)
    alive = written is not None and abs((now - written).total_seconds()) <= STALE_SECONDS
    if not alive:
        yield Risk("risk.keeper_down", "the resident helper does not run: nothing is published, filed or sealed", BAD)
    player = ask_player(home)
    if player is None:
        yield Risk("risk.air_down", "the player does not answer: nothing sounds", BAD, "on_air")
    elif not player.device_ok:
        yield Risk("alarm.no_device", f"no sound device: {player.device}", BAD, "settings", "",
                   {"device": player.device})
    said = (*_alarms(status if alive else {}), *(player.alarms if player else ()))
    alarms = {(alarm.code, str(alarm.facts.get("zone", ""))): alarm for alarm in said}
    yield from (_of_alarm(alarm) for alarm in alarms.values() if alarm.code not in _TOLD_HERE
                and not (alarm.code == "no_device" and player is not None))
    if not alive:
        yield from _disk(home)


def of_plan(plans: Sequence[DayPlan], now: datetime) -> Iterator[Risk]:
    """`plans`: today's and those of the coming days."""
    today = plans[0]
    ahead = [fill for fill in today.fills if fill.held and fill.starts_at > now]
    empty = [f"{fill.name} {fill.starts_at:%H:%M}" for fill in ahead if not fill.planned_seconds]
    thin_ids = {warning.session_id for warning in today.warnings if warning.code == "session_thin"}
    thin = [f"{fill.name} {fill.starts_at:%H:%M}" for fill in ahead if fill.session_id in thin_ids
            and fill.planned_seconds]
    day = today.rundown.day.isoformat()
    if not today.fills:
        yield Risk("risk.no_session", "no session is planned for today", WAIT, "schedule", day)
    if empty:
        yield Risk("risk.session_empty", f"nothing is planned for {', '.join(empty)}", BAD, "schedule", day,
                   {"sessions": ", ".join(empty), "count": len(empty)})
    if thin:
        yield Risk("risk.session_thin", f"very little is planned for {', '.join(thin)}", WAIT, "schedule", day,
                   {"sessions": ", ".join(thin), "count": len(thin)})
    for name, codes in _GROUPS.items():
        yield from _warned(name, [warning for warning in today.warnings if warning.code in codes], day)
    for name, codes in _SOON.items():
        known = {_title(warning) for warning in today.warnings if warning.code in codes}
        coming = [(plan.rundown.day, _title(warning)) for plan in plans[1:] for warning in plan.warnings
                  if warning.code in codes]
        yield from _soon(name, [(when, title) for when, title in coming if title not in known])


def of_sounds(home: StationHome, plan: DayPlan, now: datetime) -> Iterator[Risk]:
    """Files that are gone; whether one was altered is the resident helper's to say, who reads them through."""
    gone = [f"“{one_line(event.title, _LONGEST)}” ({session.name} {session.starts_at:%H:%M})"
            for session in plan.rundown.sessions if session.hard_end > now for event in session.events
            if event.relay is None and not home.audio(event.cut.sha256).exists()]
    if gone:
        gone = list(dict.fromkeys(gone))
        yield Risk("alarm.coming_missing", f"the sound of {named(gone)} is gone", BAD, "library", "",
                   {"items": named(gone), "count": len(gone)})


def of_backup(home: StationHome, now: datetime) -> Iterator[Risk]:
    """How old the newest copy of the station is."""
    newest = _written({"at": _read(home.root / "backup" / "last.json").get("made_at", "")})
    if newest is None:
        yield Risk("risk.backup_never", "there has never been a backup of this station", WAIT, "care", "backup")
    elif (days := (now - newest).days) >= BACKUP_DAYS:
        yield Risk("risk.backup_old", f"the newest backup is {days} days old", WAIT, "care", "backup", {"days": days})


def of_letters(due: Iterable[Any], today: date) -> Iterator[Risk]:
    """`due`: directives.model.Due, of the coming days and overdue."""
    reports = [item for item in due if item.kind == "report"]
    late = [item for item in reports if item.day < today]
    soon = [item for item in reports if item.day >= today]
    if late:
        numbers = ", ".join(item.number or one_line(item.subject, _LONGEST) for item in late[:3])
        yield Risk("alarm.report_overdue", f"{len(late)} reports are overdue: {numbers}", WAIT, "directives",
                   late[0].directive_id if len(late) == 1 else "", {"count": len(late), "letters": numbers})
    if soon:
        numbers = ", ".join(f"{item.number or one_line(item.subject, _LONGEST)} ({item.day:%d/%m})"
                            for item in soon[:3])
        yield Risk("risk.report_due", f"{len(soon)} reports are due: {numbers}", WAIT, "directives",
                   soon[0].directive_id if len(soon) == 1 else "", {"count": len(soon), "letters": numbers})


def of_seals(unsealed: Sequence[date]) -> Iterator[Risk]:
    """Days whose journal could still be written anew without anybody seeing it."""
    if unsealed:
        days = ", ".join(f"{day:%d/%m}" for day in unsealed)
        yield Risk("risk.unsealed", f"not sealed yet: {days}", WAIT, "log", unsealed[0].isoformat(), {"days": days})


def sessions_of(plan: DayPlan, now: datetime) -> tuple[SessionToday, ...]:
    """Today's sessions by time."""
    found = [SessionToday(fill.session_id, fill.name, fill.starts_at, min(fill.planned_seconds, fill.limit_seconds),
                          fill.limit_seconds, _state(fill.held, fill.starts_at, fill.limit_seconds, now))
             for fill in plan.fills]
    return tuple(sorted(found, key=lambda session: session.starts_at))


def worst_first(risks: Iterable[Risk]) -> tuple[Risk, ...]:
    """One of each code and zone, the grave ones first; nothing twice in other words."""
    found: dict[tuple[str, str], Risk] = {}
    for risk in risks:
        found.setdefault((risk.code, str(risk.facts.get("zone", ""))), risk)
    codes = {risk.code for risk in found.values()}
    said = [risk for risk in found.values() if not _SAME.get(risk.code, set()) & codes]
    return tuple(sorted(said, key=lambda risk: risk.level != BAD))


def keeper_status(home: StationHome) -> dict[str, Any]:
    """What the resident helper last wrote; empty when it wrote nothing that can be read."""
    return _read(home.run / "keeper.status.json")


def ask_player(home: StationHome) -> Status | None:
    """The player's status, or None: it does not answer within half a second."""
    try:
        client = LinkClient(home, "air", timeout=_PATIENCE)
    except BroadcasterError:
        return None
    try:
        return Status.from_json(client.ask("ping")["status"])
    except (BroadcasterError, KeyError, TypeError, ValueError):
        return None
    finally:
        client.close()


def _written(status: dict[str, Any]) -> datetime | None:
    try:
        return parse_time(str(status["at"]))
    except (KeyError, ValueError):
        return None


def _alarms(status: dict[str, Any]) -> Iterator[Alarm]:
    entries = status.get("alarms")
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("facts", {}), dict):
            yield Alarm(str(entry.get("code")), str(entry.get("since")), dict(entry.get("facts", {})))


def _of_alarm(alarm: Alarm) -> Risk:
    facts = ", ".join(f"{name}={value}" for name, value in alarm.facts.items())
    return Risk(f"alarm.{alarm.code}", " ".join(filter(None, (alarm.code, facts))),
                WAIT if alarm.code in _LATER else BAD, _ALARM_PAGES.get(alarm.code, ""),
                "backup" if alarm.code in _BACKUP else "", dict(alarm.facts))


def _disk(home: StationHome) -> Iterator[Risk]:
    try:
        free = shutil.disk_usage(home.root).free // 1_000_000
    except OSError:
        return
    if free < DISK_LOW_MB:
        yield Risk("alarm.disk_low", f"the disk is nearly full: {free} MB left", BAD, "", "", {"free_mb": free})


def _warned(name: str, warnings: Sequence[PlanWarning], day: str) -> Iterator[Risk]:
    if not warnings:
        return
    titles = list(dict.fromkeys(_title(warning) for warning in warnings))
    yield Risk(f"risk.{name}", f"{name}: {named(titles)}", BAD if name in _GRAVE else WAIT,
               _PAGES.get(name, "schedule"), "" if name in _PAGES else day,
               {"items": named(titles), "count": len(titles)})


def _soon(name: str, coming: Sequence[tuple[date, str]]) -> Iterator[Risk]:
    first: dict[str, date] = {}
    for day, title in coming:
        first.setdefault(title, day)
    if first:
        titles = [f"{title} ({day:%d/%m})" for title, day in first.items()]
        yield Risk(f"risk.soon_{name}", f"in the coming days {name}: {named(titles)}", WAIT,
                   _PAGES.get(name, "schedule"), "", {"items": named(titles), "count": len(titles)})


def _title(warning: PlanWarning) -> str:
    facts = warning.facts
    name = facts.get("title") or facts.get("source") or facts.get("name") or warning.session_id
    return f"“{one_line(str(name), _LONGEST)}”"


def _state(held: bool, starts_at: datetime, seconds: float, now: datetime) -> str:
    if not held:
        return "not_held"
    if now < starts_at:
        return "to_come"
    return "on_air" if now < starts_at + timedelta(seconds=seconds) else "past"


def _read(path: Path) -> dict[str, Any]:
    """A small file of ours; empty where it cannot be read."""
    try:
        body = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return body if isinstance(body, dict) else {}

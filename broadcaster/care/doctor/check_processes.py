"""Resident helper and player: running, steady, alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from broadcaster.base import crashes
from broadcaster.base.clock import parse_time
from broadcaster.base.errors import BroadcasterError
from broadcaster.care.doctor.model import Case, Finding, Remedy, doubt, wrong
from broadcaster.protocol.journal import Kind, journal_files, read_journal
from broadcaster.reports.risks import STALE_SECONDS, ask_player, keeper_status

OFTEN = 3
"""Ends within a week that are too many."""
STUMBLES = 20
"""Holes in the sound within a day that people hear."""


def running(case: Case) -> Iterator[Finding]:
    """Both answer."""
    fresh, host = _keeper(case)
    here = not host or host == case.probes.host()
    if fresh and not here:
        yield wrong("elsewhere", f"this station is open on another computer ({host}): close it there", host=host)
        return
    office = case.settings.office.role == "office"
    if not fresh and office:
        yield wrong("office_keeper_down", "the resident helper does not run: nobody takes packages in or backs up",
                    remedy=Remedy.START_KEEPER)
    elif not fresh:
        yield wrong("keeper_down", "the resident helper does not run: nothing is published, filed or kept playing",
                    remedy=Remedy.START_KEEPER)
    if office:
        return
    player = ask_player(case.home)
    if player is None:
        yield wrong("air_down", "the player does not answer: nothing sounds", "on_air")
    elif not player.device_ok and player.state == "no_device":
        yield wrong("air_silent", f"the player has no sound output: {player.device}", "settings",
                    device=player.device or "?")


def steady(case: Case) -> Iterator[Finding]:
    """Nothing ended by itself again and again."""
    week = [crash for crash in crashes.crashes(case.home)
            if crash.stopped and timedelta(0) <= case.now - crash.at < timedelta(days=7)]
    if len(week) >= OFTEN:
        yield wrong("stopped_often", f"parts of the program ended by themselves {len(week)} times within a week",
                    count=len(week), last=f"{week[0].at:%d/%m/%Y %H:%M}")


def stumbling(case: Case) -> Iterator[Finding]:
    """The sound had no holes because the computer was too busy."""
    files = journal_files(case.home.asrun)
    if not files:
        return
    since = case.now - timedelta(days=1)
    holes = 0
    try:
        for line in read_journal(files[-1]):
            if line.kind is Kind.END and line.at >= since:
                holes += int(line.data.get("underruns") or 0)
    except (OSError, BroadcasterError, ValueError, TypeError):
        return  # told by the look at the journal
    if holes >= STUMBLES:
        yield doubt("stumbles", f"the sound had {holes} holes within a day: the computer was too busy", count=holes)


def autostart(case: Case) -> Iterator[Finding]:
    """The station plays again after a power cut without anybody coming."""
    from broadcaster.care.doctor.neighbours import autostart_state

    state = autostart_state(case.home)
    if state == "off":
        yield doubt("autostart_off", "the station does not start by itself when the computer is switched on",
                    "care", "doctor", remedy=Remedy.AUTOSTART)
    elif state == "other":
        yield doubt("autostart_other", "what starts with the computer is another copy of the program or another home",
                    "care", "doctor", remedy=Remedy.AUTOSTART)


def _keeper(case: Case) -> tuple[bool, str]:
    """Whether a resident helper wrote lately, and on which computer."""
    status = keeper_status(case.home)
    try:
        age = (case.now - parse_time(str(status["at"]))).total_seconds()
    except (KeyError, ValueError):
        return False, ""
    return abs(age) <= STALE_SECONDS, str(status.get("host", ""))

"""The check-up: every look in turn, each within its time, whatever another brings; and what can be mended at once."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

from broadcaster.base.clock import Clock, SystemClock
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, load_settings
from broadcaster.care.doctor import (
    check_clock,
    check_disk,
    check_processes,
    check_records,
    check_sound,
    check_work,
)
from broadcaster.care.doctor.model import Case, Check, Examination, Finding, Severity, doubt
from broadcaster.care.doctor.probes import Probes

log = logging.getLogger(__name__)

CHECKS: tuple[Check, ...] = (
    Check("sound", check_sound.sound, 16), Check("inputs", check_sound.inputs, 16),
    Check("running", check_processes.running), Check("steady", check_processes.steady),
    Check("stumbling", check_processes.stumbling), Check("clock", check_clock.clock),
    Check("zone", check_clock.zone), Check("settings", check_records.settings), Check("key", check_records.key),
    Check("database", check_records.database, 30, 600), Check("approvals", check_records.approvals),
    Check("journal", check_records.journal, 30, 600), Check("sounds", check_records.sounds, 30, 3600),
    Check("tomorrow", check_work.tomorrow), Check("space", check_disk.space), Check("disk", check_disk.disk, 20),
    Check("rights", check_disk.rights), Check("temporary", check_disk.temporary), Check("memory", check_disk.memory),
    Check("sleeping", check_disk.sleeping, 15), Check("autostart", check_processes.autostart, 20),
    Check("voice", check_work.voice, 45), Check("scans", check_work.scans, 25),
    Check("backup", check_work.backup, 20), Check("upward", check_work.upward, 12),
    Check("program", check_work.program, 60),
)
"""What silences a station first comes first."""

_LOOK_SECONDS = 0.25
Shown = Callable[[int, int, str], object]


def examine(home: StationHome, clock: Clock | None = None, *, deep: bool = False, probes: Probes | None = None,
            shown: Shown = lambda *_: None, cancelled: Callable[[], bool] = lambda: False,
            checks: Sequence[Check] | None = None) -> Examination:
    """Look at everything. Never raises; a look that fails or hangs is a finding. `shown(done, total, name)`."""
    clock, checks = clock or SystemClock(), CHECKS if checks is None else checks
    began = clock.monotonic()
    case = Case(home, clock, probes or Probes(), _settings(home), deep, cancelled)
    found: list[Finding] = []
    looked: list[str] = []
    troubled: set[str] = set()
    for number, check in enumerate(checks):
        if cancelled():
            break
        shown(number, len(checks), check.name)
        seen = _look(case, check)
        if cancelled():
            break
        found += (finding for finding in seen if finding not in found)  # a full disk is met twice
        looked.append(check.name)
        troubled |= {check.name} if seen else set()
    else:
        shown(len(checks), len(checks), "")
    order = {Severity.WRONG: 0, Severity.DOUBT: 1}
    return Examination(clock.now(), tuple(sorted(found, key=lambda finding: order[finding.severity])), tuple(looked),
                       clock.monotonic() - began, len(looked) < len(checks), frozenset(troubled))


def _look(case: Case, check: Check) -> list[Finding]:
    found: list[Finding] = []
    failed: list[Exception] = []

    def work() -> None:
        try:
            found.extend(check.look(case))
        except Exception as error:
            log.exception("the look at %s failed", check.name)
            failed.append(error)

    # A call into the system that never comes back cannot be stopped, only left alone.
    thread = threading.Thread(target=work, name=f"doctor-{check.name}", daemon=True)
    thread.start()
    left = max(check.seconds, check.deep_seconds if case.deep else 0)
    while thread.is_alive() and left > 0 and not case.cancelled():
        thread.join(min(left, _LOOK_SECONDS))
        left -= _LOOK_SECONDS
    if thread.is_alive():
        return [*found, doubt("look_hangs", f"the look at {check.name} does not come to an end", check=check.name)]
    if failed:
        detail = f"{type(failed[0]).__name__}: {failed[0]}"[:200]
        return [*found, doubt("look_failed", f"the look at {check.name} failed: {detail}", check=check.name,
                              detail=detail)]
    return found


def _settings(home: StationHome) -> Settings:
    try:
        return load_settings(home)
    except BroadcasterError:
        return Settings()

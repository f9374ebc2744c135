"""The keeper's part in sealing: every few minutes, after filing; a day that cannot be sealed is said aloud."""

from __future__ import annotations

import logging
from collections.abc import Callable

from broadcaster.base.errors import BroadcasterError
from broadcaster.keeper.alarms import HeldAlarms
from broadcaster.wiring import App

log = logging.getLogger(__name__)


def seal(ready: Callable[[], App], alarms: HeldAlarms) -> int:
    """Seal days that are over, a month at most, as other jobs wait; returns how many.

    `ready` refuses while nothing may be sealed.
    """
    try:
        app = ready()
        days = app.seals.make(some=True)
    except BroadcasterError as error:
        if error.code == "clock_invalid":  # said already; nothing is over by a clock nobody believes
            return 0
        alarms.raise_("seal_failed", code=error.code, detail=error.text)
        return 0
    alarms.clear("seal_failed")
    if days:
        log.info("sealed %s", ", ".join(days))
    return len(days)

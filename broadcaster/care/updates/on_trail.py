"""Who put in another version, on the station's trail: an update changes everything that is said and logged after it."""

from __future__ import annotations

import logging

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.paths import StationHome
from broadcaster.care.updates.model import Record
from broadcaster.db import trail
from broadcaster.db.engine import open_database
from broadcaster.db.migrate import HEAD, current_revision

log = logging.getLogger(__name__)


def write_down(home: StationHome, clock: Clock, by: str, action: str, record: Record) -> None:
    """`action`: update.staged, update.taken_back. Only where this version can write the trail; never stops an update.
    """
    try:
        if current_revision(home.database) != HEAD:
            return
        database = open_database(home.database)
        try:
            with database.write("audit") as c:
                trail.add(c, format_time(clock.now()), by, action, f"update:{record.version}",
                          {"version": record.version, "before": record.before})
        finally:
            database.close()
    except Exception:  # a damaged database may be what the update is to mend
        log.warning("%s to %s is not on the trail", action, record.version, exc_info=True)

"""May this item begin at that moment? Every refusal has a reason from the closed list."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Executor, Future
from datetime import datetime

from broadcaster.air.checks import check_file, check_relay, stamp
from broadcaster.air.quiet import QuietGuard
from broadcaster.air.session_run import Item, SessionRun
from broadcaster.air.sources import Source
from broadcaster.base.clock import STATION_ZONE, unix
from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import Reason
from broadcaster.protocol.permits import Permits
from broadcaster.protocol.rundown import Relay

log = logging.getLogger(__name__)

OpenRelay = Callable[[Relay], Source]

GRACE = 2.0
"""Seconds by which a start may miss its latest sensible moment: sound cards drift."""


class Judge:
    """Looks at files on its executor's thread, at everything else on the caller's."""

    def __init__(self, home: StationHome, key: bytes, executor: Executor, open_relay: OpenRelay) -> None:
        self._home, self._executor, self._open_relay = home, executor, open_relay
        self.permits = Permits(home, key)

    def prepare(self, item: Item, run: SessionRun) -> None:
        """Begin to check the item's file, ahead of time; a relay is called, so that it sounds when its time comes."""
        if item.check is not None:
            return
        event, relay = item.event, item.event.relay
        if relay is not None:
            item.check = self._call(item, relay, run)
        elif item.open_source is not None:
            item.check = _known(Reason.NONE)  # a microphone is no file
        else:
            item.stamp = stamp(self._home, event.cut.sha256)
            item.check = self._executor.submit(check_file, self._home, event.cut.sha256)

    def _call(self, item: Item, relay: Relay, run: SessionRun) -> Future[Reason]:
        """Nobody is called whom nobody approved."""
        refusal = self._permit(run, item)
        if refusal or relay.digest() != item.event.cut.sha256:
            return _known(refusal or Reason.FILE_ALTERED)
        try:
            called = self._open_relay(relay)
        except Exception:
            log.exception("%s cannot be relayed", item.event.title)
            return _known(Reason.RELAY_LOST)
        item.called = called
        item.open_source = lambda: called if not called.ended else self._open_relay(relay)
        return self._executor.submit(check_relay, self._home, relay, item.event.cut.sha256)

    def verdict(self, run: SessionRun, item: Item, due: float, quiet: QuietGuard) -> Reason | None:
        """NONE: go. A reason: it will not air. None: not known yet."""
        refusal = self._by_time(run, item, due, quiet)
        if refusal:
            return refusal
        approval = self._permit(run, item)
        if approval:
            return approval
        self.prepare(item, run)
        if self._changed(item):
            item.check = None  # somebody was at the file since: it is looked at again
            self.prepare(item, run)
        assert item.check is not None
        return item.check.result() if item.check.done() else None

    def _changed(self, item: Item) -> bool:
        return item.stamp is not None and item.stamp != stamp(self._home, item.event.cut.sha256)

    def _permit(self, run: SessionRun, item: Item) -> Reason:
        """A person ordered an insert; all that can be against it is that its approval was taken back since."""
        if run.insert:
            return Reason.NOT_APPROVED if self.permits.ended(item.event.approval) else Reason.NONE
        return self.permits.event(item.event, run.day, run.rundown.ledger)

    def _by_time(self, run: SessionRun, item: Item, due: float, quiet: QuietGuard) -> Reason:
        late = run.late or Reason.OVERRUN
        if quiet.covers(datetime.fromtimestamp(due, STATION_ZONE)):
            return Reason.QUIET_HOURS
        if due >= min(run.end(), item.ends_by) - 0.01:
            return late
        if due > unix(item.event.latest_start) + GRACE and due > item.excused_until:
            return late
        too_long = min(due + item.remaining, item.ends_by) > run.end() + GRACE
        return run.late if too_long and not item.offset else Reason.NONE


def _known(reason: Reason) -> Future[Reason]:
    known: Future[Reason] = Future()
    known.set_result(reason)
    return known

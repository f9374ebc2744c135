"""The way up, by itself: makes the package of the night, sends what waits, reads answers and what came down."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import date, timedelta

from broadcaster.aggregation.answers import CHANGED
from broadcaster.aggregation.deliveries import QUEUED, RECEIVED, REFUSED, Delivery
from broadcaster.aggregation.received import WAITING
from broadcaster.base.clock import Clock, format_time, parse_time
from broadcaster.base.errors import BroadcasterError, NewerFormat, Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import load_settings
from broadcaster.keeper.services import KeptServices
from broadcaster.wiring import App

log = logging.getLogger(__name__)

ASK_EVERY = 15 * 60.0
"""Between two looks for answers and for what came down while nothing is to be sent."""
MAKE_AFTER = timedelta(minutes=30)
"""After midnight: the day is filed and sealed by then."""
SETTLE = 120.0
"""After the start: what was left lying is filed and sealed first, so that the package holds the seal."""
TOLD_AFTER = timedelta(hours=24)
_ALARMS = ("send_failed", "sent_refused", "office_key_changed", "package_failed")

Raise = Callable[..., None]
Clear = Callable[[str], None]


class Sending:
    """`look()` again and again. It has services of its own: a slow line must hold up no other job."""

    def __init__(self, home: StationHome, clock: Clock, raise_alarm: Raise, clear_alarm: Clear) -> None:
        self._home = home
        self._clock = clock
        self._raise_alarm = raise_alarm
        self._clear_alarm = clear_alarm
        self._over = threading.Event()
        self._begun = clock.monotonic()
        self._services = KeptServices(home, clock)
        self._asked_at = -ASK_EVERY
        self._nothing_on: date | None = None
        """The day on which there was nothing to put into a package."""

    def look(self) -> int:
        """One round; returns how many packages went out."""
        try:
            settings = load_settings(self._home)
            if not settings.upward.to.strip() or settings.office.role == "office":
                return self._rest()
            return self._round(self._services.fresh())
        except Refused as refusal:
            if refusal.code != "send.running":  # somebody does it by hand
                log.warning("sending: %s", refusal.text)
        except BroadcasterError as error:
            log.warning("sending: %s", error.text)
        return 0

    def stop(self) -> None:
        """What is on its way is broken off and goes out after the next start."""
        self._over.set()

    def close(self) -> None:
        self._services.close()

    def _rest(self) -> int:
        for code in _ALARMS:
            self._clear_alarm(code)
        self.close()
        return 0

    def _round(self, app: App) -> int:
        self._make(app)
        now = self._clock.monotonic()
        ask = now - self._asked_at >= ASK_EVERY
        sent = app.upward.send_due(ask=ask, cancelled=self._over.is_set)
        if ask and not self._over.is_set():
            self._asked_at = now
            if not sent.waiting:  # else the line is down: it is tried in its own rhythm
                self._take_down(app)
            app.upward.prune()
        self._tell(app)
        if sent.sent:
            log.info("%d packages were sent", len(sent.sent))
        return len(sent.sent)

    def _take_down(self, app: App) -> None:
        try:
            app.downward.take_waiting()
            place = app.upward.place()
            try:
                app.downward.fetch(place)
            finally:
                place.close()
        except (Refused, NewerFormat) as error:  # the line; what is wrong with a package stands in the list
            log.info("nothing was fetched: %s", error.text)

    def _make(self, app: App) -> None:
        """The package of the night or the week, once; no package where nothing happened."""
        now = self._clock.now()
        if now - MAKE_AFTER < now.replace(hour=0, minute=0, second=0, microsecond=0) \
                or self._clock.monotonic() - self._begun < SETTLE:
            return
        rows = app.upward.queue()
        if self._nothing_on == now.date() or not _is_due(app.settings.upward.every, rows, now.date()):
            return
        try:
            path = app.packages.make()
        except Refused as refusal:
            if refusal.code == "package.nothing":
                self._nothing_on = now.date()
                self._clear_alarm("package_failed")
            else:
                self._raise_alarm("package_failed", code=refusal.code, detail=refusal.text)
            return
        self._clear_alarm("package_failed")
        log.info("made %s", path.name)

    def _tell(self, app: App) -> None:
        rows = app.upward.queue()
        long_ago = format_time(self._clock.now() - TOLD_AFTER)
        stuck = [row for row in rows if row.state == QUEUED and row.made_at < long_ago]
        # Only the oldest tries; the others wait behind it.
        if stuck and any(row.tries for row in stuck):
            self._raise_alarm("send_failed", count=len(stuck), place=app.settings.upward.to,
                              day=parse_time(stuck[-1].made_at).strftime("%d/%m/%Y"))
        else:
            self._clear_alarm("send_failed")
        refused = [row for row in rows if row.state == REFUSED]
        if refused:
            self._raise_alarm("sent_refused", count=len(refused), numbers=", ".join(
                str(row.number) for row in refused[:5]))
        else:
            self._clear_alarm("sent_refused")
        strange = [row.facts for row in rows if row.code == CHANGED and row.state != RECEIVED]
        strange += [row.facts for row in app.downward.received() if row.code == CHANGED and row.state == WAITING]
        if strange:
            self._raise_alarm("office_key_changed", fingerprint=str(strange[0].get("fingerprint", "")))
        else:
            self._clear_alarm("office_key_changed")


def _is_due(every: str, rows: list[Delivery], today: date) -> bool:
    """Whether the newest package is of an earlier day, or week."""
    if every == "hand":
        return False
    if not rows:
        return True
    newest = parse_time(rows[0].made_at).date()
    if every == "week":
        return newest.isocalendar()[:2] < today.isocalendar()[:2]
    return newest < today

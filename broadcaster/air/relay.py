"""Tiếp sóng: another station's programme in the place of an item, with a fallback for when it is not there.

After ten seconds without sound the fallback is faded in; after five seconds of unbroken sound the relay is back. Both
are counted in frames that were given to the air, so nothing flaps, whatever the network does.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable

import numpy as np

from broadcaster.air.meter import Block, decibels
from broadcaster.air.relay_feed import Feed, FileFeed, LineFeed, StreamFeed
from broadcaster.air.soundwatch import SoundWatch
from broadcaster.air.sources import Source
from broadcaster.base.clock import Clock
from broadcaster.base.frames import RATE
from broadcaster.protocol.messages import SILENT_DB
from broadcaster.protocol.relay_address import check_kind
from broadcaster.protocol.rundown import Relay

log = logging.getLogger(__name__)

AWAY_SECONDS, BACK_SECONDS = 10.0, 5.0
FADE = RATE // 20
_QUIET_SECONDS = 2.0
_LOOK = 0.1
_RENEW = 1.0
_LEVEL_BLOCKS = 5

_FEEDS: dict[str, Callable[[str, Clock], Feed]] = {"stream": StreamFeed, "line": LineFeed, "file": FileFeed}


class RelaySource:
    """Always gives what is asked for, until `close` (or until a file has ended).

    It begins to listen when it is made: make it some seconds ahead of its time. `fallback` makes what sounds when the
    relay does not; it is played again when it ends. `on_change` is told every new `state`, on a thread of its own.
    A bad address is no error here: the fallback sounds. Raises Refused("relay.kind").
    """

    def __init__(self, relay: Relay, *, clock: Clock, fallback: Callable[[], Source] | None = None,
                 on_change: Callable[[str], None] | None = None) -> None:
        check_kind(relay)
        self.state = "connecting"
        """connecting (nothing comes), sound, silent, fallback."""
        self._feed = _FEEDS[relay.kind](relay.address, clock)
        self._clock, self._make, self._on_change = clock, fallback, on_change
        self._watch = SoundWatch()
        self._peaks: deque[float] = deque(maxlen=_LEVEL_BLOCKS)
        self._changes: deque[str] = deque(maxlen=100)
        self._sounded = self._away = self._ended = self._closed = False
        self._seen = self._dry = self._lost = 0
        self._gain = 0.0
        self._made_at = clock.monotonic()
        self._fallback = self._made()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._attend, name="relay", daemon=True)
        self._thread.start()

    @property
    def ended(self) -> bool:
        return self._closed or self._ended

    @property
    def problem(self) -> str:
        """What is wrong with the relay itself, "" if nothing is.

        unreachable, refused, not_sound, lost (streams); absent, lost, unusable (lines); missing, not_sound (files);
        silent (it is there and has said nothing for ten seconds).
        """
        return self._feed.problem or ("silent" if self._watch.silent_for >= AWAY_SECONDS else "")

    @property
    def level_db(self) -> float:
        """Peak of what came from the relay just now, dBFS, also while the fallback sounds."""
        peaks = list(self._peaks)
        return decibels(max(peaks)) if peaks else SILENT_DB

    @property
    def received_seconds(self) -> float:
        return self._feed.received / RATE

    @property
    def lost_seconds(self) -> float:
        """For how long the air asked and the relay had nothing to give."""
        return self._lost / RATE

    @property
    def reconnects(self) -> int:
        return self._feed.reconnects

    def read(self, count: int) -> Block:
        if self.ended:
            return np.zeros((0, 1), np.float32)
        block = self._feed.take(count)
        given = len(block)
        if given < count:
            if self._feed.over and (self._feed.received or self._make is None):
                self._ended = True
                return block
            self._lost += count - given
            block = np.concatenate([block, np.zeros((count - given, 1), np.float32)])
        self._judge(block, given)
        self._tell(given)
        return self._mixed(block)

    def close(self) -> None:
        """At once, from any thread; what is open is let go in the background."""
        self._closed = True
        self._closing.set()

    def _judge(self, block: Block, given: int) -> None:
        count = len(block)
        self._watch.add(block[:given])
        self._watch.add_nothing(count - given)
        self._peaks.append(float(np.abs(block).max()) if count else 0.0)
        received = self._feed.received
        self._dry = 0 if received != self._seen else self._dry + count
        self._seen = received
        if self._away:
            self._away = self._watch.sounding_for < BACK_SECONDS
        elif self._fallback is not None:
            self._away = (self._watch.silent_for >= AWAY_SECONDS or self._dry >= AWAY_SECONDS * RATE
                          or (self._feed.over and not received))

    def _tell(self, given: int) -> None:
        self._sounded = self._sounded or self._watch.sounding_for > 0
        if self._away:
            state = "fallback"
        elif self._watch.silent_for >= _QUIET_SECONDS and given:
            state = "silent"
        else:
            state = "sound" if self._sounded and given else "connecting"
        if state != self.state:
            self.state = state
            self._changes.append(state)

    def _mixed(self, live: Block) -> Block:
        goal = 1.0 if self._away else 0.0
        if self._gain == goal == 0.0:
            return live
        instead = self._instead(len(live))
        if self._gain == goal:
            return instead
        way = 1.0 if goal > self._gain else -1.0
        ramp = np.clip(self._gain + way * np.arange(1, len(live) + 1) / FADE, 0.0, 1.0).astype(np.float32)[:, None]
        self._gain = float(ramp[-1, 0])
        mixed: Block = live * (1 - ramp) + instead * ramp
        return mixed

    def _instead(self, count: int) -> Block:
        """From the fallback; silence while it is being made anew."""
        source = self._fallback
        block = source.read(count) if source is not None else np.zeros((0, 1), np.float32)
        if len(block) < count:
            block = np.concatenate([block, np.zeros((count - len(block), block.shape[1]), np.float32)])
        return block

    def _made(self) -> Source | None:
        if self._make is None:
            return None
        try:
            return self._make()
        except Exception as error:  # the relay itself may still sound
            log.warning("the relay's fallback cannot be played: %s", error)
            return None

    def _attend(self) -> None:
        """What the audio thread must not do: tell the changes, make a new fallback, let go."""
        while not self._closing.wait(_LOOK):
            self._report()
            old = self._fallback
            now = self._clock.monotonic()
            if self._make is not None and (old is None or old.ended) and now - self._made_at >= _RENEW:
                self._made_at = now
                self._fallback = self._made()
                if old is not None:
                    old.close()
        self._report()
        self._feed.close()
        if self._fallback is not None:
            self._fallback.close()

    def _report(self) -> None:
        while self._changes:
            state = self._changes.popleft()
            if self._on_change is not None:
                try:
                    self._on_change(state)
                except Exception:
                    log.exception("nobody could be told that the relay is in state %s", state)

"""Is it being heard now? A long item must not be over before somebody learns that nobody hears it."""

from __future__ import annotations

from broadcaster.air.sentinel.airing import FIRST_SLOTS, Ears
from broadcaster.air.sentinel.fingerprint import SLOT, TOTAL
from broadcaster.air.sentinel.match import WHOLE_RISE, WINDOW_SLOTS, match

EVERY_SLOTS = 40
_ARRIVED_SLOTS = 8
"""The capture comes in pieces."""
_MARGIN_SLOTS = 10


class LiveEar:
    """Looks at the last four seconds, every two. Speaks only where the monitor has proved once that it hears."""

    def __init__(self, ears: Ears) -> None:
        self._ears = ears
        self._looked = 0
        self._proved = False
        self._since: float | None = None

    def unheard_for(self, now: float) -> float:
        """Seconds for which the bus has sounded and the monitor has not heard it; 0.0 where that is not known."""
        return 0.0 if self._since is None else now - self._since

    def look(self, now: float) -> None:
        """Called often."""
        ears = self._ears
        end = int(ears.sounding.frame_at(now) / SLOT) - ears.delay - _ARRIVED_SLOTS
        if not ears.monitor or 0 <= end - self._looked < EVERY_SLOTS:
            return
        self._looked = end
        first = end - WINDOW_SLOTS
        if first < 0 or not ears.reference.get(first, WINDOW_SLOTS)[:, TOTAL].any():
            self._since = None
            return
        latest = min(ears.longest, max(FIRST_SLOTS, ears.delay + _MARGIN_SLOTS))
        place = round(ears.place(first, WINDOW_SLOTS))
        found = match(ears.reference, ears.captured, [(first, place, WINDOW_SLOTS)], latest)
        if found.lost or (found.matched and found.rise >= WHOLE_RISE):
            self._proved = self._proved or not found.lost
            self._since = None
        elif found.windows and self._proved and self._since is None:
            self._since = now - EVERY_SLOTS * SLOT / 48_000

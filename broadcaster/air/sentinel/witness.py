"""The sentinel as a line asks it: an airing that has ended in, the facts of a VERDICT line out."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Any

from broadcaster.air.sentinel.sentinel import Sentinel
from broadcaster.air.sentinel.verdict import Verdict
from broadcaster.air.session_run import Airing

SELF_TEST_KIND = "nhac_hieu"
"""The opening tune tests the chain."""
UNHEARD_SECONDS = 8.0
"""Of sound sent and not heard: with the four seconds that are looked at, an alarm within twelve."""


class Witness:
    """What `Outlet.sentinel` wants."""

    def __init__(self, sentinel: Sentinel) -> None:
        self._sentinel = sentinel

    @property
    def heard_db(self) -> float | None:
        return self._sentinel.heard_db

    @property
    def unheard_for(self) -> float:
        """Seconds; an alarm from UNHEARD_SECONDS on."""
        return self._sentinel.unheard_for

    def judge(self, airing: Airing, frames: int) -> Future[dict[str, Any]]:
        """`frames` of the airing were heard."""
        voice, event = airing.voice, airing.item.event
        start = voice.start or 0
        facts: Future[dict[str, Any]] = Future()

        def told(done: Future[Verdict]) -> None:
            facts.set_result(done.result().facts())

        self._sentinel.judge(event.id, start, start + voice.starved + frames,
                             self_test=event.kind == SELF_TEST_KIND).add_done_callback(told)
        return facts

"""Whether a message would sound in quiet hours: the player refuses it unconfirmed, so the window has to ask in time."""

from __future__ import annotations

from datetime import datetime

import pytest

from broadcaster.base.clock import STATION_ZONE
from broadcaster.base.frames import RATE
from broadcaster.gui.on_air.orders import falls_into_quiet, length_of
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.emergency import EmergencyMessage
from broadcaster.protocol.rundown import CutRef, QuietHours

QUIET = QuietHours("21:00", "04:30")


@pytest.mark.parametrize(("at", "lasting", "expected"), [
    ("20:59:30", 29.0, False), ("20:59:30", 31.0, True), ("20:00:00", 60.0, False), ("23:00:00", 1.0, True)])
def test_a_message_that_ends_in_the_night_falls_into_it(at: str, lasting: float, expected: bool) -> None:
    start = datetime.fromisoformat(f"2026-11-21T{at}").replace(tzinfo=STATION_ZONE)
    assert falls_into_quiet(start, 0, 0, QUIET, lasting) is expected


def test_a_round_is_its_chime_and_all_readings() -> None:
    message = EmergencyMessage("bao", "Bão", CutRef("a", 10 * RATE), Approval("", "", "", "", "", ""),
                               chime=CutRef("b", RATE))
    assert length_of(message, 3) == 31.0

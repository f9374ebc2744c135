"""A source is tried off the air, in a process of its own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.protocol.rundown import Relay
from broadcaster.schedule.relays.model import Trial
from broadcaster.schedule.relays.trial import try_relay


def sound(path: Path, level: float) -> Relay:
    """0.7 s of a tone."""
    soundfile.write(path, level * np.sin(2 * np.pi * 440 * np.arange(int(0.7 * RATE)) / RATE), RATE)
    return Relay("file", str(path))


def test_what_sounds_is_heard_with_its_level(tmp_path: Path) -> None:
    levels: list[float] = []
    found = try_relay(sound(tmp_path / "a.wav", 0.5), 10, level=levels.append)
    assert (found.outcome, found.problem) == (Trial.HEARD, "")
    assert found.level_db == pytest.approx(-6, abs=0.3)
    assert max(levels) == pytest.approx(-6, abs=0.3)


def test_what_says_nothing_is_silent(tmp_path: Path) -> None:
    assert try_relay(sound(tmp_path / "a.wav", 0.0), 10).outcome is Trial.SILENT


def test_nobody_there_is_no_answer() -> None:
    found = try_relay(Relay("stream", "http://127.0.0.1:9/x"), 1)
    assert (found.outcome, found.problem, found.level_db) == (Trial.NO_ANSWER, "unreachable", -120.0)


def test_a_trial_can_be_called_off_and_starts_nothing_senseless() -> None:
    called = iter([False, True])
    assert try_relay(Relay("stream", "http://127.0.0.1:9/x"), 60, cancelled=lambda: next(called)).problem == "cancelled"
    with pytest.raises(Refused) as refusal:
        try_relay(Relay("stream", "file:///etc/passwd"), 1)
    assert refusal.value.code == "relay.address"

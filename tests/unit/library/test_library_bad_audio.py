"""Hostile sounds through the real reading process, in a program of its own; thousands by hand: tests/chaos."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

RUNNER = Path(__file__).parents[2] / "chaos" / "hostile_audio.py"


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
def test_forged_and_mutated_sounds_are_refused_in_words_or_come_in_whole() -> None:
    done = subprocess.run([sys.executable, str(RUNNER), "120", "7"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    assert figures["wrong"] == []
    assert figures["died"] == []
    assert figures["files"] == sum(figures["outcomes"].values()) == 120
    assert figures["outcomes"]["made"] > 15
    assert figures["outcomes"]["sound.unreadable"] > 20
    assert figures["worst_megabytes"] < 400

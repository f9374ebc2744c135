"""The short run of hostile letters; ten thousand go by hand (hostile_letters.py)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forked workers under limits")
SCRIPT = Path(__file__).with_name("hostile_letters.py")


def test_hostile_letters_end_in_text_or_a_plain_refusal() -> None:
    # A process of its own: the limit on memory counts what is loaded, and a test run has loaded windows and voices.
    said = subprocess.run([sys.executable, str(SCRIPT), "240", "7"], capture_output=True, text=True, timeout=300)
    assert said.returncode == 0, said.stderr
    figures = json.loads(said.stdout)
    found = [figures[key] for key in ("letters", "crashes", "hangs", "wrong", "files_left")]
    assert found == [240, [], [], [], []]
    # Some are whole enough to be read, some are refused: a reader that refuses everything would pass the rest.
    assert figures["outcomes"]["text"] > 60
    assert figures["outcomes"]["letter.damaged"] > 20
    assert "raised" not in figures["outcomes"]

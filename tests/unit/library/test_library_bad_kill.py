"""An import killed at any moment, as a program of its own; a hundred times by hand: tests/chaos.

The suite kills one in test_library_imports.py.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

RUNNER = Path(__file__).parents[2] / "chaos" / "import_killed.py"


@pytest.mark.skipif(not os.environ.get("BROADCASTER_LONG"), reason="long: BROADCASTER_LONG=1 runs it")
@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
def test_killed_imports_lose_nothing_and_bring_nothing_twice() -> None:
    done = subprocess.run([sys.executable, str(RUNNER), "5", "4"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("5 kills;")
    assert done.stdout.splitlines()[1:] == ["no fault"]

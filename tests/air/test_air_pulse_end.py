"""The watch on the sound server ends before the interpreter: later, libpulse would call into nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest
from air_pulse import PulseServer

pytestmark = pytest.mark.pulse

PROGRAM = """
import atexit
from broadcaster.base import pulse

def check():
    print("at work" if watch._thread.is_alive() else "ended")

atexit.register(check)  # registered first: called last
watch = pulse.pulse_watch()
assert watch.look(5) is not None
"""


def test_it_ends_with_the_program(pulse: PulseServer) -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=pulse.env, capture_output=True, text=True, timeout=20)
    assert (done.returncode, done.stdout, done.stderr) == (0, "ended\n", "")

"""One window a home, whatever ended the one before: real processes, kill -9 included."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from broadcaster.base.errors import Refused
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome
from broadcaster.gui.instance import SingleInstance

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from broadcaster.base.paths import StationHome
from broadcaster.gui.instance import SingleInstance

application = QCoreApplication([])
instance = SingleInstance(StationHome(Path(sys.argv[1])))
print(instance.claim(), flush=True)
instance.raised.connect(lambda: print("raised", flush=True))
application.exec()
"""
KEEPER = """
import sys
from pathlib import Path
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome

lock = ProcessLock(StationHome(Path(sys.argv[1])), "keeper")
print("held", flush=True)
input()
"""


def started(code: str, home: StationHome) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code, str(home.root)], stdout=subprocess.PIPE,
                            stdin=subprocess.PIPE, text=True)


def line(child: subprocess.Popen[str]) -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def test_the_first_comes_forward_and_a_dead_one_blocks_nobody(bare_home: StationHome, qtbot: QtBot) -> None:
    with started(WINDOW, bare_home) as first:
        assert line(first) == "True"
        second = SingleInstance(bare_home)
        assert not second.claim()
        assert line(first) == "raised"
        first.kill()
    third = SingleInstance(bare_home)
    assert third.claim(), "kill -9 leaves lock and socket behind; both are taken over"
    third.release()


def test_a_lock_of_another_computer_blocks_nobody(bare_home: StationHome, tmp_path: Path, qtbot: QtBot) -> None:
    """The stick was pulled out of a running PC, or that PC's power went."""
    with started(WINDOW, bare_home) as first:
        assert line(first) == "True"
        lock = bare_home.run / "window.lock"
        words = lock.read_text().splitlines()
        first.kill()
    words[2] = "MAY-CU"
    words[3:] = ["0" * 32] * len(words[3:])
    lock.unlink()
    lock.write_text("\n".join(words) + "\n")
    here = SingleInstance(bare_home)
    assert here.claim()
    here.release()
    assert SingleInstance(bare_home).claim()


def test_two_homes_are_two_windows(bare_home: StationHome, tmp_path: Path, qtbot: QtBot) -> None:
    other = SingleInstance(StationHome(tmp_path / "trạm khác"))
    here = SingleInstance(bare_home)
    assert (here.claim(), other.claim()) == (True, True)
    here.release()
    other.release()


def test_the_resident_ones_lock_ends_with_the_process(bare_home: StationHome) -> None:
    with started(KEEPER, bare_home) as keeper:
        assert line(keeper) == "held"
        with pytest.raises(Refused) as caught:
            ProcessLock(bare_home, "keeper")
        assert caught.value.code == "process.running"
        keeper.kill()
    ProcessLock(bare_home, "keeper").release()

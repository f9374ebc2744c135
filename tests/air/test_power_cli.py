"""`broadcaster power try`: the switch closes and opens, also when something goes wrong in between."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from air_pulse import wait_for

from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, ZoneSection, save_settings
from broadcaster.cli.main import main


def power(told: Path, on: str = "+") -> str:
    script = "import sys; open(sys.argv[1], 'a').write(sys.argv[2])"
    order = f'"{sys.executable}" -I -S -c "{script}" "{told}"'
    return f"command:{order} {on} || {order} -"


def test_a_switch_is_tried_by_its_zone_or_its_text(home: StationHome, tmp_path: Path,
                                                   capsys: pytest.CaptureFixture[str]) -> None:
    told = tmp_path / "orders of the amplifier.txt"
    save_settings(home, Settings(zones=(ZoneSection("Thôn Đông", power=power(told)),)))
    assert main(["--home", str(home.root), "power", "try", "Thôn Đông", "--seconds", "0"]) == 0
    assert told.read_text() == "+-"
    assert main(["--home", str(home.root), "power", "try", power(told), "--seconds", "0.1"]) == 0
    assert told.read_text() == "+-+-"
    assert "off again" in capsys.readouterr().out


@pytest.mark.parametrize("words", [
    ["Thôn Tây"], ["serial:"], ["command:no-such-program || no-such-program", "--seconds", "0"],
    ["serial:/dev/no-such-port lcus1", "--seconds", "0"], ["serial:/dev/no-such-port rts", "--seconds", "0"],
    ["serial:x rts", "--seconds", "nan"], ["serial:x rts", "--seconds", "31"],
])
def test_what_cannot_be_switched_is_one_plain_line(home: StationHome, capsys: pytest.CaptureFixture[str],
                                                   words: list[str]) -> None:
    assert main(["--home", str(home.root), "power", "try", *words]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "Traceback" not in error


def test_ended_early_it_is_switched_off(home: StationHome, tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    child = subprocess.Popen([sys.executable, "-m", "broadcaster", "--home", str(home.root), "power", "try",
                              power(told), "--seconds", "30"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        assert wait_for(told.exists, 20)
        child.send_signal(signal.SIGTERM)
        assert child.wait(20) == 1
    finally:
        child.kill()
        child.wait()
    assert told.read_text() == "+-"

"""What starts with the computer: the files say exactly this program and home, and a desktop can run them."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from datetime import time as clock_time
from pathlib import Path

import pytest

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.care.autostart import service
from broadcaster.care.autostart.model import (
    Entry,
    desktop_entry,
    entry_name,
    systemd_unit,
    task_xml,
    wake_time,
    windows_words,
)
from broadcaster.care.installed import Installed, installed, version_key
from broadcaster.protocol.link import LinkClient

HARD = ('/opt/đài "xã"/broadcaster', "--home", "/nhà/100% $HOME `x` \\ 'một' hai", "keeper")
TASKS = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's own folder on a desktop without systemd."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "cấu hình"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "no-bus"))
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return tmp_path / "cấu hình" / "autostart"


def keeper_there(home: StationHome) -> bool:
    try:
        LinkClient(home, "keeper", timeout=1.0).close()
    except Refused:
        return False
    return True


def wait_until(true: object, seconds: float = 40) -> None:
    end = time.monotonic() + seconds
    while not true():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.1)


def test_on_off_and_what_is_really_there(home: StationHome, desktop: Path) -> None:
    assert not service.state(home).on
    state = service.on(home, window=True)
    assert (state.way, state.on, state.fits, state.window, state.notes) == ("desktop", True, True, True, ())
    assert sorted(path.name for path in desktop.iterdir()) == [
        f"{entry_name(home.root)}-window.desktop", f"{entry_name(home.root)}.desktop"]
    assert not service.on(home).window, "on again without the window takes it back"
    assert not service.state(StationHome(home.root.parent / "khác")).on, "another home has its own"
    file = Path(state.path)
    file.write_text(file.read_text().replace("broadcaster", "another"))
    assert (service.state(home).on, service.state(home).fits) == (True, False)
    file.write_text(file.read_text() + "Hidden=true\n")
    assert not service.state(home).on, "switched off in the desktop's own settings"
    assert not service.off(home).on
    assert list(desktop.iterdir()) == []
    assert not service.off(home).on, "off twice is no fault"


def test_a_folder_cannot_slip_in_a_line_of_its_own(desktop: Path, tmp_path: Path) -> None:
    home = StationHome(tmp_path / "đài\nExecStartPost=touch x")
    with pytest.raises(Refused) as refused:
        service.on(home)
    assert refused.value.code == "autostart.failed"
    assert not desktop.exists() or not list(desktop.iterdir())


def test_something_starts_the_station_at_every_moment(home: StationHome, desktop: Path, tmp_path: Path,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    """Today systemd is there, and its folder is not: the desktop's entry of before stays."""
    before = Path(service.on(home).path)
    monkeypatch.setattr(service, "_systemd_runs", lambda: True)
    (desktop.parent / "systemd").write_text("in the way")
    with pytest.raises(Refused):
        service.on(home)
    assert before.exists()


def test_a_bare_session_is_told(home: StationHome, desktop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "i3")
    assert service.on(home).notes == ("bare_session",)


@pytest.mark.skipif(shutil.which("gio") is None, reason="GLib's launcher is not here")
def test_a_desktop_hands_over_every_word_as_it_was(tmp_path: Path) -> None:
    """GLib, which GNOME, XFCE and the others read these files with, runs the line; the program notes its words."""
    program, noted = tmp_path / 'đài "xã" $x', tmp_path / "noted"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{noted}.new"; mv "{noted}.new" "{noted}"\n')
    program.chmod(0o755)
    entry = tmp_path / "x.desktop"
    entry.write_text(desktop_entry(Entry("x", (str(program), *HARD[1:]))))
    subprocess.run(["gio", "launch", str(entry)], check=True, timeout=20,
                   env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"})
    wait_until(noted.exists)
    assert noted.read_text().splitlines() == list(HARD[1:])


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_finds_no_fault_in_the_unit(tmp_path: Path) -> None:
    program = tmp_path / "đài xã"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    unit = tmp_path / "dai-xa-1.service"
    unit.write_text(systemd_unit(Entry("dai-xa-1", (str(program), *HARD[1:]))))
    (tmp_path / "run").mkdir(mode=0o700)
    done = subprocess.run(["systemd-analyze", "--user", "--man=no", "verify", str(unit)], capture_output=True,
                          text=True, timeout=30, check=False,
                          env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path / "run")})
    assert (done.returncode, [line for line in done.stderr.splitlines() if "dai-xa-1" in line]) == (0, [])


def test_the_unit_doubles_what_systemd_would_read() -> None:
    line = next(line for line in systemd_unit(Entry("x", HARD)).splitlines() if line.startswith("ExecStart="))
    assert line == (r'ExecStart="/opt/đài \"xã\"/broadcaster" "--home" '
                    r'''"/nhà/100%% $$HOME `x` \\ 'một' hai" "keeper"''')


def test_the_windows_task_says_what_was_decided() -> None:
    command = (r"C:\Đài Xã\dai-xa.cmd", "--home", 'D:\\Trạm & "Mẫu"\\', "keeper")
    root = ET.fromstring(task_xml(Entry("dai-xa-1", command, clock_time(4, 50)), "MAY\\canbo").encode("utf-16"))

    def said(path: str) -> str | None:
        return root.findtext("/".join(f"{TASKS}{part}" for part in path.split("/")))

    assert said("Actions/Exec/Command") == command[0]
    assert said("Actions/Exec/Arguments") == r'--home "D:\Trạm & \"Mẫu\"\\" keeper'
    assert said("Triggers/CalendarTrigger/StartBoundary") == "2026-01-01T04:50:00"
    assert said("Triggers/LogonTrigger/UserId") == said("Principals/Principal/UserId") == "MAY\\canbo"
    assert said("Principals/Principal/LogonType") == "InteractiveToken"
    wanted = {"MultipleInstancesPolicy": "IgnoreNew", "DisallowStartIfOnBatteries": "false", "WakeToRun": "true",
              "StopIfGoingOnBatteries": "false", "ExecutionTimeLimit": "PT0S", "Hidden": "true", "Priority": "4",
              "RestartOnFailure/Interval": "PT1M", "StartWhenAvailable": "true"}
    assert {name: said(f"Settings/{name}") for name in wanted} == wanted
    assert int(said("Settings/RestartOnFailure/Count") or 0) <= 255, "an unsigned byte in the schema"
    assert root.find(f"{TASKS}Triggers/{TASKS}BootTrigger") is None, "no loudspeaker before somebody signs in"
    assert "CalendarTrigger" not in task_xml(Entry("x", command), "u")


def test_the_machine_is_woken_before_the_first_session() -> None:
    assert wake_time([clock_time(17), clock_time(5, 0)]) == clock_time(4, 50)
    assert wake_time([clock_time(0, 5)]) == clock_time(0, 0)
    assert wake_time([]) is None


@pytest.mark.parametrize("words", [["a b"], ["", "x"], ['"'], ["a\\"], ["a b\\"], ['a\\\\"b c'], ["đài xã", "100%"]])
def test_windows_takes_the_words_apart_again(words: list[str]) -> None:
    assert windows_split(windows_words(words)) == words


def windows_split(line: str) -> list[str]:
    """CommandLineToArgvW's documented rules."""
    if sys.platform == "win32":
        split = ctypes.windll.shell32.CommandLineToArgvW
        split.restype, count = ctypes.POINTER(ctypes.c_wchar_p), ctypes.c_int()
        found = split("x " + line, ctypes.byref(count))
        return [found[i] for i in range(1, count.value)]
    words, word, inside, begun, slashes = [], "", False, False, 0
    for letter in line + " ":
        if letter == "\\":
            slashes += 1
            continue
        if letter == '"':
            word += "\\" * (slashes // 2)
            begun = True
            if slashes % 2:
                word += '"'
            else:
                inside = not inside
            slashes = 0
            continue
        word += "\\" * slashes
        begun = begun or bool(slashes)
        slashes = 0
        if letter == " " and not inside:
            if begun or word:
                words.append(word)
            word, begun = "", False
        else:
            word += letter
    return words


def test_the_line_brings_keeper_and_player_up_out_of_nothing(home: StationHome, desktop: Path) -> None:
    """As a desktop does: no environment but a home and a path, any folder; then both go down when told."""
    state = service.on(home)
    home.settings.write_text('[audio]\ndevice = "null"\n', encoding="utf-8")
    child = subprocess.Popen(["gio", "launch", state.path] if shutil.which("gio") else list(state.command), cwd="/",
                             env={"HOME": str(desktop.parent), "PATH": "/usr/bin:/bin"}, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    try:
        wait_until(lambda: keeper_there(home))
        wait_until((home.run / "air.json").exists)
        wait_until(lambda: player_there(home))
    finally:
        client = LinkClient(home, "keeper")
        client.ask("shutdown", with_air=True)
        client.close()
        child.wait(30)
    wait_until(lambda: not player_there(home) and not keeper_there(home))


def player_there(home: StationHome) -> bool:
    try:
        client = LinkClient(home, timeout=1.0)
    except Refused:
        return False
    client.close()
    return True


def test_an_installed_program_is_found_by_its_place(tmp_path: Path) -> None:
    program = tmp_path / "versions" / "0.9.0" / "broadcaster"
    assert installed(program) == Installed(tmp_path)
    assert installed(tmp_path / "somewhere" / "broadcaster") is None
    assert installed(tmp_path / "versions" / "..x" / "broadcaster") is None
    place = Installed(tmp_path)
    assert place.current == ""
    place.point_to("0.9.0")
    assert place.current == "0.9.0"
    place.current_file.write_text("../../etc\n")
    assert place.current == "", "a pointer never leads out"


def test_versions_in_their_order() -> None:
    order = ["0.9", "0.10.0rc1", "0.10.0", "0.10.1", "1.0"]
    assert sorted(reversed(order), key=version_key) == order

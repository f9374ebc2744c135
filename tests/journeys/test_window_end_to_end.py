"""From a letter to the report as a person does it: the real window, mouse, keyboard and clipboard, nothing else."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import docx
import pytest
import soundfile
from air_pulse import PulseServer, missing_parts
from screen import Screen, missing_tools
from test_on_a_sound_server import loudest_second_found

from broadcaster.base.clock import SystemClock
from broadcaster.base.paths import StationHome, shipped, write_atomic
from broadcaster.base.settings import NOBODY, changed, load_settings, save_settings
from broadcaster.library.model import CartKind
from broadcaster.protocol.journal import Kind, Line, journal_files, read_journal
from broadcaster.schedule.model import unusual_start
from broadcaster.wiring import build_app

LETTER = Path(__file__).parents[1] / "data" / "letters" / "seed-000.docx"
OPERATOR, OPERATOR_PIN = "Cán bộ truyền thanh", "1357"
APPROVER, APPROVER_PIN = "Phó Chủ tịch", "2468"
TITLE = "Mời bà con đi tiêm vắc xin phòng bệnh"
TEXT = ("Kính thưa bà con và các đồng chí. Sở Thông tin và Truyền thông đề nghị bà con tích cực hưởng ứng chiến dịch "
        "tiêm vắc xin phòng COVID-19. Bà con nhớ thực hiện 5K, đến đúng giờ, mang theo căn cước và sổ tiêm. Ai có "
        "bệnh nền xin báo trước với trạm y tế xã. Ai chưa có lịch tiêm thì gọi cho trưởng thôn để được ghi tên. Xin "
        "cảm ơn bà con đã lắng nghe.")


@dataclass
class Desk:
    """The station, the screen it is worked on, and what the loudspeaker heard."""

    home: StationHome
    screen: Screen
    folder: Path
    sound: PulseServer | None
    window: subprocess.Popen[bytes] | None = None

    def command(self, *words: str, seconds: float = 60) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-m", "broadcaster", "--home", str(self.home.root), *words],
                              env=self.screen.env, capture_output=True, text=True, check=False, timeout=seconds)

    def open(self) -> None:
        with (self.folder / "window.stderr").open("wb") as errors:
            self.window = subprocess.Popen(
                [sys.executable, "-m", "broadcaster", "--home", str(self.home.root), "gui"], env=self.screen.env,
                stdout=errors, stderr=errors)

    def pid(self, process: str) -> int:
        try:
            return int(json.loads((self.home.run / f"{process}.json").read_bytes())["pid"])
        except (OSError, ValueError, KeyError):
            return 0

    def lines(self, kind: Kind, title: str = "") -> list[Line]:
        return [line for path in journal_files(self.home.asrun) for line in read_journal(path)
                if line.kind is kind and (not title or line.data.get("title") == title)]

    def sign(self, pin: str) -> None:
        """The PIN dialog, whoever it offers."""
        screen = self.screen
        screen.wait_part(screen.vi("Sign"))
        screen.digits(pin)
        screen.keys("Return")
        screen.wait(lambda: screen.find(screen.vi("Sign"), enabled=False) is None, "the PIN is taken")

    def leave(self) -> None:
        """Close whatever still runs, by its own id."""
        if self.window and self.window.poll() is None:
            self.window.terminate()
            self.window.wait(20)
        for process in ("keeper", "air"):
            _end(self.pid(process))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    if lacking := missing_tools():
        pytest.skip(f"not installed: {lacking}")
    now = SystemClock().now()
    if (now + timedelta(minutes=8)).date() != now.date():
        pytest.skip("the day is about to end: the session would fall into the next one")
    sound = None if missing_parts() else PulseServer(tmp_path / "pulse")
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    screen = Screen(pictures)
    desk = Desk(StationHome(tmp_path / "trạm"), screen, tmp_path, sound)
    try:
        if sound:
            sound.start()
            screen.env |= {name: sound.env[name] for name in sound.env if name not in os.environ}
        (tmp_path / "home").mkdir()
        screen.env["HOME"] = str(tmp_path / "home")
        _found_station(desk, now)
        yield desk
    finally:
        desk.leave()
        screen.close()
        if sound:
            sound.close()


@pytest.mark.xvfb
@pytest.mark.slow(150)
@pytest.mark.timeout(400)
def test_a_letter_goes_through_the_window_to_the_report(desk: Desk) -> None:
    screen = desk.screen
    recorder = desk.sound.record() if desk.sound else None
    desk.open()
    screen.wait_part(screen.vi("STOP ALL"), seconds=60)
    screen.shot("on-air")
    _no_second_window(desk)
    _letter_comes_in(desk)
    _bulletin_is_written_and_voiced(desk)
    _bulletin_is_approved_and_scheduled(desk)
    _session_is_called_soon(desk)
    _session_survives_a_killed_player(desk)
    _log_shows_what_became_of_it(desk)
    if recorder:
        recorder.stop()
        cut, _ = soundfile.read(desk.home.audio(desk.lines(Kind.START, TITLE)[0].data["cut"]), dtype="int16")
        assert loudest_second_found(recorder.samples(), cut), "the loudspeaker did not say it"
    _report_is_saved(desk)
    screen.keys("alt+F4")
    screen.click(screen.vi("Close the window"))
    assert desk.window is not None
    assert desk.window.wait(20) == 0
    # A machine without a file browser cannot show the report's folder; nothing else may be said.
    said = [line for line in (desk.folder / "window.stderr").read_text().splitlines() if "launcher" not in line]
    assert said == []
    assert _alive(desk.pid("air")), "the broadcast goes on without the window"


def _no_second_window(desk: Desk) -> None:
    second = desk.command("gui")
    assert second.returncode == 0, second.stderr
    assert desk.window is not None
    assert desk.window.poll() is None
    assert [window["kind"] for window in desk.screen.windows()] == ["MainWindow"]


def _letter_comes_in(desk: Desk) -> None:
    screen = desk.screen
    letter = desk.folder / "Công văn tiêm chủng.docx"
    shutil.copy(LETTER, letter)
    screen.page("alt+3", screen.vi("Add letters…"))
    screen.click(screen.vi("Add letters…"))
    screen.wait(lambda: any(window["kind"] == "QFileDialog" for window in screen.windows()), "a file dialog")
    screen.paste(str(letter))
    screen.keys("Return")
    screen.wait_part(screen.vi("Draft a bulletin"), seconds=30)
    screen.wait(lambda: screen.says("STTTT-TTBCXB"), "the letter's number")
    screen.shot("letter")
    assert screen.says("Lạng Sơn")
    assert screen.says("tuyên truyền Chiến dịch tiêm vắc xin") or screen.says("Tuyên truyền Chiến dịch tiêm vắc xin")
    right = screen.wait_part(screen.vi("What the letter asks for").upper())
    dated = False
    for _ in range(12):
        screen.scroll_down(right)
        dated = dated or any("2021" in part["text"] and len(part["text"]) < 16 for part in screen.parts())
    assert dated, "the date, of which the letter names only the month"
    screen.shot("fields")


def _bulletin_is_written_and_voiced(desk: Desk) -> None:
    screen = desk.screen
    screen.click(screen.vi("Draft a bulletin"))
    screen.wait_part(screen.vi("Read aloud"), seconds=30)
    screen.wait(lambda: any("vắc xin" in part["text"] for part in screen.parts() if part["kind"] == "BulletinText"),
                "a drafted text")
    screen.shot("draft")
    _write_into(desk, "BulletinText", "", TEXT)
    _write_into(desk, "QLineEdit", screen.vi("Title", "bulletins"), TITLE)
    screen.wait(lambda: screen.says(screen.vi("Saved at {time}").split("{")[0]), "saved by itself")
    screen.keys("ctrl+r")
    screen.wait_part(screen.vi("Read again"), seconds=60)
    screen.shot("voiced")


def _write_into(desk: Desk, kind: str, name: str, text: str) -> None:
    desk.screen.click(kind=kind, name=name)
    desk.screen.keys("ctrl+a")
    desk.screen.paste(text)
    desk.screen.wait(lambda: any(part["text"] == text for part in desk.screen.parts() if part["kind"] == kind),
                     f"{text!r} is written")


def _bulletin_is_approved_and_scheduled(desk: Desk) -> None:
    screen = desk.screen
    screen.click(screen.vi("Submit for approval…"))
    desk.sign(OPERATOR_PIN)
    screen.click(screen.vi("Approve…"))
    screen.wait_part(screen.vi("Sign with PIN…"))
    screen.shot("approve")
    screen.keys("Return")
    screen.wait_part(screen.vi("Sign"))
    screen.digits("0001")
    screen.keys("Return")
    screen.wait(lambda: screen.says(screen.vi("Wrong PIN. {tries_left} tries left before the name is locked for some "
                                              "minutes.").split("{")[0].strip()), "the wrong PIN is refused")
    desk.sign(APPROVER_PIN)
    screen.click(screen.vi("Plan its airing…"))
    desk.sign(OPERATOR_PIN)
    screen.wait_part(screen.vi("Make the campaign"))
    screen.click(kind="QSpinBox", name=screen.vi("How often", "campaigns"))
    screen.keys("ctrl+a")
    screen.digits("1")
    screen.wait(lambda: screen.says("1 lần/ngày"), "once a day is read back")
    screen.shot("campaign")
    screen.click(screen.vi("Make the campaign"))
    screen.wait(lambda: screen.find(screen.vi("Make the campaign")) is None, "the campaign is made")


def _session_is_called_soon(desk: Desk) -> None:
    screen = desk.screen
    more = screen.vi("More: hours, rules, special days, copying, printing")
    screen.page("alt+7", name=more)
    screen.choose(screen.vi("Session hours…"), more)
    screen.click(screen.vi("Change hours…", "hours"))
    desk.sign(OPERATOR_PIN)
    screen.wait_part(screen.vi("Save"))
    starts = _soon(SystemClock().now())
    screen.digits(f"{starts:%H%M}")
    screen.wait(lambda: screen.says(f"{starts:%H:%M}"), "the new hour is typed")
    screen.keys("Return")
    if unusual_start(starts.time()):  # the journey runs at any hour of the day
        yes = screen.vi("Yes, at {time}").format(time=f"{starts:%H:%M}")
        sure = screen.wait(lambda: next((part for part in screen.parts() if part["text"].startswith(yes)), None), yes)
        screen.digits("2026")  # a reason
        screen.press(sure)
    screen.wait(lambda: screen.find(screen.vi("Save")) is None, "the hour is saved")
    screen.click(screen.vi("Close"))
    screen.wait(lambda: screen.says(TITLE), "the day shows the bulletin")
    screen.shot("schedule")
    screen.keys("alt+1")


def _session_survives_a_killed_player(desk: Desk) -> None:
    screen = desk.screen
    on_air = "●  " + screen.vi("ON AIR")
    screen.wait(lambda: desk.lines(Kind.START, TITLE), "the bulletin starts", 120)
    screen.wait_part(on_air)
    screen.wait(lambda: screen.says(TITLE), "the window says what sounds")
    # The line is written some seconds before the sound.
    time.sleep(9)
    screen.shot("airing")
    first = desk.pid("air")
    os.kill(first, signal.SIGKILL)
    screen.wait(lambda: desk.pid("air") not in {0, first} and len(desk.lines(Kind.START, TITLE)) > 1,
                "another player goes on", 30)
    screen.wait_part(on_air)
    screen.shot("goes-on")
    event = desk.lines(Kind.START, TITLE)[0].data["event_id"]
    screen.wait(lambda: any(line.data["event_id"] == event and not line.data["reason"]
                            for line in desk.lines(Kind.END)), "the bulletin ends", 90)
    resumed = desk.lines(Kind.START, TITLE)[-1].data
    assert resumed.get("offset", 0) > 0, "it goes on in the middle, not from the beginning"


def _log_shows_what_became_of_it(desk: Desk) -> None:
    screen = desk.screen
    screen.keys("alt+8")
    good = {screen.vi("aired"), screen.vi("aired in part")}
    row = screen.wait(lambda: screen.find(TITLE, kind="cell"), "the airing is in the log", 30)
    number = row["name"].split(",")[0]
    screen.wait(lambda: any(part["text"] in good for part in screen.parts()
                            if part["kind"] == "cell" and part["name"].startswith(f"{number},")), "an outcome", 30)
    screen.press(row)
    screen.shot("log")


def _report_is_saved(desk: Desk) -> None:
    screen = desk.screen
    screen.keys("alt+9")
    screen.wait(lambda: screen.says("1/1"), "the bulletin is in the report", 30)
    screen.shot("report")
    screen.click(screen.vi("Word…", "reports"))
    screen.wait(lambda: any(window["kind"] == "QFileDialog" for window in screen.windows()), "a save dialog")
    target = desk.folder / "Báo cáo tháng.docx"
    screen.keys("ctrl+a")
    screen.paste(str(target))
    screen.keys("Return")
    screen.wait(target.exists, "the report is written", 40)
    screen.wait(lambda: screen.says(target.name), "the window says so")
    screen.shot("saved")
    document = docx.Document(str(target))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = [cell.text for table in document.tables for line in table.rows for cell in line.cells]
    everything = words + "\n".join(cells)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in everything
    assert "Độc lập - Tự do - Hạnh phúc" in everything
    assert TITLE in cells
    assert "STTTT-TTBCXB" in everything


def _found_station(desk: Desk, now: datetime) -> None:
    """A new home: two people by the command line, a tune, one session later today."""
    for words in (("init", "--name", "Đài truyền thanh xã Mẫu Một", "--commune", "xã Mẫu Một"),
                  ("people", "add", OPERATOR, "--role", "operator", "--pin", OPERATOR_PIN),
                  ("people", "add", APPROVER, "--role", "approver", "--pin", APPROVER_PIN)):
        done = desk.command(*words)
        assert done.returncode == 0, done.stderr
    quiet = now + timedelta(hours=11)
    settings = changed(load_settings(desk.home), "hours", quiet_from=f"{quiet:%H}:00",
                       quiet_to=f"{quiet + timedelta(hours=2):%H}:00")
    if desk.sound is None:
        settings = changed(settings, "audio", device=NOBODY)
    save_settings(desk.home, settings)
    later = now - timedelta(hours=1) if now.hour > 1 else now + timedelta(hours=2)
    text = (f'id = "thu"\nname = "Buổi thử"\nstarts = "{later:%H:%M}"\nminutes = 10\nweekdays = "1234567"\n'
            'opening = ["nhac_hieu"]\nbridge = ""\nclosing = []\n')
    write_atomic(desk.home.root / "schedules" / "thu.toml", text.encode())
    app = build_app(desk.home)
    try:
        tune = app.library.add_shipped(shipped("resources", "audio", "nhac-cat.flac"), CartKind.SIGNATURE, "Nhạc hiệu")
        app.approvals.submit(f"cart:{tune.id}", OPERATOR)
        app.approvals.approve(f"cart:{tune.id}", app.accounts.by_name(APPROVER))
    finally:
        app.close()


def _soon(now: datetime) -> datetime:
    """A full minute that leaves a slow machine time to save and publish: what begins within 30 s is locked."""
    return (now + timedelta(seconds=110)).replace(second=0, microsecond=0)


def _alive(pid: int) -> bool:
    if not pid:
        return False
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def _end(pid: int) -> None:
    """A process that the window left behind on purpose; it is no child of ours, so it is watched by its id."""
    if not _alive(pid):
        return
    os.kill(pid, signal.SIGTERM)
    for _ in range(100):
        if not _alive(pid):
            return
        time.sleep(0.1)
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)

"""The whole thread as one readable test: five real letters become sound, a log and reports."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import numpy as np
import openpyxl
import pytest
import soundfile
from numpy.typing import NDArray

from broadcaster.base.paths import StationHome
from broadcaster.cli.demo_station import APPROVER, APPROVER_PIN, OPERATOR, OPERATOR_PIN
from broadcaster.cli.main import main
from broadcaster.protocol.journal import Kind, Line, journal_files, read_journal

STAGES = ["station", "letter", "bulletin", "voice", "approval", "library", "plan", "air", "log", "report"]


@dataclass(frozen=True)
class Day:
    """What one demonstration left behind."""

    home: StationHome
    out: Path
    stages: list[dict[str, Any]]

    def of(self, stage: str) -> list[dict[str, Any]]:
        return [item for item in self.stages if item["stage"] == stage]

    def lines(self, kind: Kind) -> list[Line]:
        return [line for path in journal_files(self.home.asrun) for line in read_journal(path) if line.kind is kind]


def command(home: StationHome, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "broadcaster", "--home", str(home.root), *words],
                          capture_output=True, text=True, check=False, timeout=110)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """`demo --headless --sink wav`, once for all tests of this file."""
    folder = tmp_path_factory.mktemp("journey")
    home = StationHome(folder / "trạm mẫu")
    done = command(home, "demo", "--headless", "--sink", "wav", "--out", str(folder / "out"))
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return Day(home, folder / "out", [json.loads(line) for line in done.stdout.splitlines()])


def test_every_stage_is_told_in_order(day: Day) -> None:
    names = [item["stage"] for item in day.stages]
    first_seen = sorted(set(names), key=names.index)
    assert first_seen == STAGES
    assert len(day.of("letter")) == 5
    assert "1349/STTTT-BCXBTT" in {item["number"] for item in day.of("letter")}
    assert day.of("log")[0]["faults"] == []


def test_each_item_aired_whole_and_at_house_loudness(day: Day) -> None:
    ends = {line.data["event_id"]: line.data for line in day.lines(Kind.END)}
    starts = day.lines(Kind.START)
    assert len(starts) >= 2 * (6 + 4), "two sessions, six items each, tune, words, tune"
    for start in starts:
        assert ends[start.data["event_id"]]["frames"] == start.data["frames"]
        assert ends[start.data["event_id"]]["reason"] == ""
    assert day.of("log")[0]["outcomes"] == {"aired": len(starts)}
    for voiced in day.of("voice"):
        assert abs(voiced["lufs"] - -18.0) <= 0.5, voiced


def test_what_sounded_is_the_approved_sound_without_a_gap(day: Day) -> None:
    """Each session in the WAV equals its cuts, butt-joined to the sample, on both channels."""
    sound, rate = soundfile.read(day.of("air")[0]["wav"], dtype="int16")
    assert rate == 48_000
    assert np.array_equal(sound[:, 0], sound[:, 1])
    left = sound[:, 0]
    sessions: dict[str, list[Line]] = {}
    for line in day.lines(Kind.START):
        sessions.setdefault(line.data["session_id"], []).append(line)
    assert len(sessions) == 2
    position = 0
    for lines in sessions.values():
        cuts = [soundfile.read(day.home.audio(line.data["cut"]), dtype="int16")[0] for line in lines]
        position += first_sound(left[position:]) - first_sound(cuts[0])
        for line, cut in zip(lines, cuts, strict=True):
            assert np.array_equal(left[position:position + len(cut)], cut), line.data["title"]
            position += len(cut)


def first_sound(samples: NDArray[np.int16]) -> int:
    return int(np.flatnonzero(samples)[0])


def test_sessions_start_on_the_second_they_were_planned_for(day: Day) -> None:
    planned = {item["starts_at"] for item in day.of("plan")[0]["sessions"]}
    firsts: dict[str, Line] = {}
    for line in day.lines(Kind.END):
        firsts.setdefault(line.data["event_id"].rsplit("/", 1)[0], line)
    assert len(planned) == 2
    for line in firsts.values():
        assert any(line.data["started_at"][:23] == moment.replace(" ", "T")[:19] + ".000" for moment in planned), line


def test_the_report_says_what_aired(day: Day) -> None:
    files = {item["directive"]: item["file"] for item in day.of("report") if item["file"].endswith(".docx")}
    document = docx.Document(files["1349/STTTT-BCXBTT"])
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    for phrase in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BÁO CÁO", "Nơi nhận",
                   "1349/STTTT-BCXBTT", "Sở Văn hóa, Thể thao và Du lịch"):
        assert phrase in text
    book = openpyxl.load_workbook(files["1349/STTTT-BCXBTT"].replace(".docx", ".xlsx"))
    values = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert any("1349/STTTT-BCXBTT" in str(value) for value in values)
    assert 2 in values, "two airings, as a number"
    book.close()


def test_an_altered_line_is_found(day: Day, tmp_path: Path) -> None:
    assert command(day.home, "log", "verify").returncode == 0
    path = tmp_path / journal_files(day.home.asrun)[0].name
    lines = journal_files(day.home.asrun)[0].read_text(encoding="utf-8").splitlines(keepends=True)
    lines[3] = lines[3].replace('"05:', '"06:').replace("T05:", "T06:")
    path.write_text("".join(lines), encoding="utf-8")
    done = command(day.home, "log", "verify", str(path))
    assert done.returncode == 1
    assert ":4 altered" in done.stdout + done.stderr


def test_the_day_is_corrected_signed_sealed_and_checked(day: Day, tmp_path: Path,
                                                        capsys: pytest.CaptureFixture[str]) -> None:
    home = StationHome(tmp_path / "bản sao")
    shutil.copytree(day.home.root, home.root, ignore=shutil.ignore_patterns("audio", "outbox", "voices", "*.wav"))
    officer, leader = ("--as", OPERATOR, "--pin", OPERATOR_PIN), ("--as", APPROVER, "--pin", APPROVER_PIN)

    def run(*words: str, code: int = 0) -> str:
        capsys.readouterr()
        assert main(["--home", str(home.root), *words]) == code, capsys.readouterr()
        told = capsys.readouterr()
        return told.out + told.err

    rows = json.loads(run("log", "list", "--json"))
    item = next(row for row in rows if row["directive_number"] == "1349/STTTT-BCXBTT")
    aired_on, name = item["day"], item["id"]
    run("log", "correct", name, "--outcome", "partial", "--reason", "power", "--note", "Thôn Đông mất điện", *officer)
    assert run("log", "sign", aired_on, *officer).startswith(f"signed by {OPERATOR}")
    assert "signed this already" in run("log", "sign", aired_on, *officer, code=1)
    assert aired_on in run("log", "seal")
    run("log", "verify")
    found = json.loads(run("morning", "--json"))
    assert (found["yesterday"]["day"], found["standing"]["state"]) == (aired_on, "signed")
    assert (found["yesterday"]["totals"]["corrected"], found["yesterday"]["totals"]["partial"]) == (1, 1)
    assert found["not_as_planned"] == [name]
    assert found["seal"].startswith("DAIXA1 ")
    assert not {"risk.unsealed"} & {risk["code"] for risk in found["risks"]}
    # Said afterwards: the name stays, and what came after it is told.
    run("log", "correct", name, "--take-back", "--note", "Điện có lại sau một phút", *leader)
    told = next(each for each in json.loads(run("log", "signatures", "--json")) if each["kind"] == "day")
    assert (told["state"], told["signature"]["person"], told["filed_again"]) == ("changed", OPERATOR, False)
    assert [each["note"] for each in told["corrections"]] == ["Điện có lại sau một phút"]
    assert run("trail", "verify")
    path = home.asrun / f"{aired_on}.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"START"', b'"STAR7"', 1))
    assert "altered" in run("log", "verify", code=1)

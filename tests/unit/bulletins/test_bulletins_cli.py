"""`speech`, `bulletin` and `approve` on the command line, end to end."""

from __future__ import annotations

import io
import json
import sys
import wave
from pathlib import Path
from typing import Any

import pytest

from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main

LETTER = Path(__file__).resolve().parents[2] / "data" / "letters" / "seed-001.txt"
WRITER, CHIEF = "Cán bộ truyền thanh", "Phó Chủ tịch"


class Line:
    """The command line of one station."""

    def __init__(self, home: StationHome, capsys: pytest.CaptureFixture[str]) -> None:
        self._home, self._capsys = home, capsys

    def __call__(self, *words: str) -> str:
        """What is printed by a command that goes well."""
        assert main(["--home", str(self._home.root), *words]) == 0
        return self._capsys.readouterr().out

    def json(self, *words: str) -> Any:
        return json.loads(self(*words, "--json"))

    def refused(self, *words: str) -> str:
        """The one plain line of a command that is refused."""
        assert main(["--home", str(self._home.root), *words]) == 1
        out, err = self._capsys.readouterr()
        assert not out
        assert err.startswith("broadcaster: ")
        assert err.count("\n") == 1
        return err


@pytest.fixture
def line(home: StationHome, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Line:
    monkeypatch.delenv("BROADCASTER_PIN", raising=False)
    return Line(home, capsys)


@pytest.fixture
def staffed(line: Line) -> Line:
    line("people", "add", CHIEF, "--role", "approver", "--pin", "2468")
    line("people", "add", WRITER, "--role", "operator", "--pin", "1357")
    line("directive", "add", str(LETTER))
    return line


def drafted(line: Line) -> str:
    return str(line.json("bulletin", "draft", "1349/STTTT-BCXBTT", "--points", "1", "--by", WRITER)["id"])


def submitted(line: Line) -> str:
    made = drafted(line)
    line("bulletin", "voice", made)
    line("bulletin", "submit", made, "--by", WRITER)
    return made


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def test_normalise_a_line_each(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, "ngày 2/9\n\nV/v tiêm vắc xin./.\r\nTrên 70%".encode())
    assert line("speech", "normalise", "-").splitlines() \
        == ["ngày mùng hai tháng chín", "", "về việc tiêm vắc xin.", "Trên bảy mươi phần trăm"]


def test_normalise_survives_bytes_that_are_no_text(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"\xff\xfe5K\n")
    assert "năm ca" in line("speech", "normalise", "-")


def test_normalise_an_argument(line: Line) -> None:
    assert line("speech", "normalise", "Công điện số 789/CĐ-TTg") == "Công điện số bảy trăm tám mươi chín\n"


def test_say_writes_a_sound(line: Line, tmp_path: Path) -> None:
    out = tmp_path / "lời.wav"
    assert line("speech", "say", "Kính thưa bà con.", "--out", str(out), "--voice", "vi-vn-x-south", "--rate", "150") \
        == f"{out}\n"
    with wave.open(str(out)) as file:
        assert file.getnframes() > 22_050 // 2


@pytest.mark.parametrize("words", [("...", "--voice", "vi"), ("Xin chào", "--voice", "xx")])
def test_say_refused_leaves_no_file(line: Line, tmp_path: Path, words: tuple[str, ...]) -> None:
    line.refused("speech", "say", *words, "--out", str(tmp_path / "a.wav"))
    assert not (tmp_path / "a.wav").exists()


def test_voices(line: Line) -> None:
    rows = line.json("speech", "voices")
    assert {"vi", "vi-vn-x-south"} <= {row["id"] for row in rows}
    assert len(line("speech", "voices").splitlines()) == len(rows)


def test_from_a_letter_to_an_approved_message(staffed: Line) -> None:
    made = drafted(staffed)
    shown = staffed("bulletin", "show", made)
    assert f"{made}  draft  Triển khai Chiến dịch tiêm chủng vắc xin phòng COVID-19\n\nKính thưa" in shown
    assert staffed.json("bulletin", "voice", made[-8:])["seconds"] > 20
    assert staffed.json("bulletin", "submit", made, "--by", WRITER)["state"] == "submitted"
    approval = staffed.json("approve", made, "--as", CHIEF.lower(), "--pin", "2468", "--until", "2999-12-31")
    assert (approval["subject"], approval["approver"], approval["valid_until"], approval["self_approved"]) \
        == (f"bulletin:{made}", CHIEF, "2999-12-31", False)
    (row,) = staffed.json("bulletin", "list", "tiem", "chung")
    assert (row["state"], row["cut"], row["audio_current"]) == ("approved", approval["audio_sha256"], True)
    assert staffed("bulletin", "list").startswith(f"{made}  approved ")
    assert staffed.json("bulletin", "list", "không có") == []
    (cart,) = staffed.json("library", "find", "tiêm chủng")
    assert cart["state"] == "approved"


def test_points_that_are_not_there(staffed: Line) -> None:
    assert "none of these points" in staffed.refused("bulletin", "draft", "1349/STTTT-BCXBTT", "--points", "7,9")
    staffed.refused("bulletin", "draft", "9999/XX")
    staffed.refused("bulletin", "show", "0000")


def test_wrong_pin_does_not_approve(staffed: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    made = submitted(staffed)
    assert "wrong PIN" in staffed.refused("approve", made, "--as", CHIEF, "--pin", "1111")
    monkeypatch.setenv("BROADCASTER_PIN", "2222")
    assert "wrong PIN" in staffed.refused("approve", made, "--as", CHIEF)
    assert staffed.json("bulletin", "show", made)["state"] == "submitted"
    monkeypatch.setenv("BROADCASTER_PIN", "2468")
    assert staffed("approve", made, "--as", CHIEF) == f"approved by {CHIEF}: bulletin:{made}\n"


@pytest.mark.parametrize(("name", "pin", "why"), [(WRITER, "1357", "may not approve"), ("Ai đó", "1111", "nobody")])
def test_who_may_not_approve(staffed: Line, name: str, pin: str, why: str) -> None:
    assert why in staffed.refused("approve", submitted(staffed), "--as", name, "--pin", pin)


def test_own_work_is_not_approved(staffed: Line) -> None:
    made = str(staffed.json("bulletin", "draft", "1349/STTTT-BCXBTT", "--by", CHIEF)["id"])
    staffed("bulletin", "voice", made)
    staffed("bulletin", "submit", made, "--by", WRITER)
    assert "own work" in staffed.refused("approve", made, "--as", CHIEF, "--pin", "2468")


def test_own_work_in_a_station_of_one(staffed: Line, home: StationHome) -> None:
    made = str(staffed.json("bulletin", "draft", "1349/STTTT-BCXBTT", "--by", CHIEF)["id"])
    staffed("bulletin", "voice", made)
    staffed("bulletin", "submit", made, "--by", CHIEF)
    with home.settings.open("a", encoding="utf-8") as file:
        file.write("[approval]\nsingle_person = true\n")
    assert "reason" in staffed.refused("approve", made, "--as", CHIEF, "--pin", "2468")
    given = staffed.json("approve", made, "--as", CHIEF, "--pin", "2468", "--reason", "Một mình")
    assert given["self_approved"] is True


def test_unvoiced_and_unsubmitted_are_refused(staffed: Line) -> None:
    made = drafted(staffed)
    assert "no current sound" in staffed.refused("bulletin", "submit", made)
    assert "is draft" in staffed.refused("approve", made, "--as", CHIEF, "--pin", "2468")
    staffed("bulletin", "voice", made)
    staffed("bulletin", "submit", made, "--by", WRITER)
    for day in ("2020-01-01", "mai", "2026-13-01"):
        staffed.refused("approve", made, "--as", CHIEF, "--pin", "2468", "--until", day)
    staffed.refused("approve", "bulletin:0000", "--as", CHIEF, "--pin", "2468")
    staffed.refused("approve", "0000", "--as", CHIEF, "--pin", "2468")

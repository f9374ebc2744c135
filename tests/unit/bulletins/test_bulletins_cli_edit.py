"""`bulletin edit` and `return` on the command line, and points that a letter does not have."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main

LETTER = Path(__file__).resolve().parents[2] / "data" / "letters" / "seed-001.txt"
NUMBER = "1349/STTTT-BCXBTT"
WRITER, CHIEF = "Cán bộ truyền thanh", "Phó Chủ tịch"
SIGNED = ("--as", CHIEF, "--pin", "2468")


class Desk:
    """The command line of a station with a letter, a writer and an approver."""

    def __init__(self, home: StationHome, capsys: pytest.CaptureFixture[str]) -> None:
        self._home, self._capsys = home, capsys

    def run(self, *words: str) -> tuple[int, str, str]:
        code = main(["--home", str(self._home.root), *words])
        out, err = self._capsys.readouterr()
        return code, out, err

    def __call__(self, *words: str) -> str:
        code, out, err = self.run(*words)
        assert code == 0, err
        return out

    def json(self, *words: str) -> Any:
        return json.loads(self(*words, "--json"))

    def refused(self, *words: str) -> str:
        code, out, err = self.run(*words)
        assert (code, out, err.count("\n")) == (1, "", 1)
        return err

    def submitted(self) -> str:
        made = str(self.json("bulletin", "draft", NUMBER, "--points", "1", "--by", WRITER)["id"])
        self("bulletin", "edit", made, "--text", "-")
        self("bulletin", "voice", made)
        self("bulletin", "submit", made, "--by", WRITER)
        return made


@pytest.fixture
def desk(home: StationHome, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.delenv("BROADCASTER_PIN", raising=False)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Kính thưa bà con.".encode()), encoding="ascii"))
    desk = Desk(home, capsys)
    desk("people", "add", CHIEF, "--role", "approver", "--pin", "2468")
    desk("people", "add", WRITER, "--role", "operator", "--pin", "1357")
    desk("directive", "add", str(LETTER))
    return desk


def test_given_back_with_a_reason(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    made = desk.submitted()
    back = ("bulletin", "return", made, "--reason", "Đọc lại số điện thoại")
    assert "wrong PIN" in desk.refused(*back, "--as", CHIEF, "--pin", "1111")
    assert "may not approve" in desk.refused(*back, "--as", WRITER, "--pin", "1357")
    assert "reason is needed" in desk.refused("bulletin", "return", made, "--reason", " ", *SIGNED)
    assert desk.json("bulletin", "show", made)["state"] == "submitted"
    monkeypatch.setenv("BROADCASTER_PIN", "2468")
    shown = desk.json(*back, "--as", CHIEF)
    assert (shown["state"], shown["returned_reason"]) == ("returned", "Đọc lại số điện thoại")
    assert "is returned" in desk.refused(*back, "--as", CHIEF)


def test_a_return_needs_a_reason(desk: Desk) -> None:
    assert desk.run("bulletin", "return", "0000", *SIGNED)[0] == 2


def test_another_text_voids_the_approval_and_says_so(desk: Desk, tmp_path: Path) -> None:
    made = desk.submitted()
    desk("approve", made, *SIGNED)
    assert "void" not in desk("bulletin", "edit", made, "--title", "Tiêm chủng", "--rate", "140")
    new = tmp_path / "lời mới.txt"
    new.write_text("\ufeffKính thưa bà con. Mời bà con đi tiêm.", encoding="utf-8")
    out = desk("bulletin", "edit", made[-8:], "--text", str(new), "--by", WRITER)
    assert "the approval is void" in out
    shown = desk.json("bulletin", "show", made)
    assert (shown["state"], shown["title"], shown["rate"], shown["text"], shown["audio_current"]) \
        == ("draft", "Tiêm chủng", 140, "Kính thưa bà con. Mời bà con đi tiêm.", False)


def test_json_says_whether_the_approval_was_voided(desk: Desk, tmp_path: Path) -> None:
    made = desk.submitted()
    new = tmp_path / "a.txt"
    new.write_text("Một.", encoding="utf-8")
    assert "no longer submitted" in desk("bulletin", "edit", made, "--text", str(new))
    desk("bulletin", "voice", made)
    desk("bulletin", "submit", made, "--by", WRITER)
    desk("approve", made, *SIGNED)
    assert desk.json("bulletin", "edit", made, "--text", str(new))["approval_voided"] is False
    new.write_text("Hai.", encoding="utf-8")
    assert desk.json("bulletin", "edit", made, "--text", str(new))["approval_voided"] is True


def test_edits_that_cannot_be_made(desk: Desk, tmp_path: Path) -> None:
    made = str(desk.json("bulletin", "draft", NUMBER, "--by", WRITER)["id"])
    before = desk("bulletin", "show", made)
    assert desk.run("bulletin", "edit", made)[0] == 2
    odd = tmp_path / "odd.txt"
    for data, why in ((b"\xff\xfe\x00", "UTF-8"), ("ậ".encode() * 400_000, "at most")):
        odd.write_bytes(data)
        assert why in desk.refused("bulletin", "edit", made, "--text", str(odd))
    assert "cannot read" in desk.refused("bulletin", "edit", made, "--text", str(tmp_path / "none.txt"))
    assert "title" in desk.refused("bulletin", "edit", made, "--title", " ")
    assert desk("bulletin", "show", made) == before


def test_a_point_too_many_is_refused(desk: Desk) -> None:
    error = desk.refused("bulletin", "draft", NUMBER, "--points", "1,9")
    assert error == "broadcaster: the letter has no point to tell of this number: 9\n"
    desk.refused("bulletin", "draft", NUMBER, "--points", "1,mot")
    assert desk.json("bulletin", "list") == []
    letter = desk.json("directive", "show", NUMBER)
    ids = [point["id"] for point in letter["points"] if point["kind"] == "content"]
    made = desk.json("bulletin", "draft", NUMBER, "--points", f"1.,{ids[0]},")
    assert ids[0] in made["points"]

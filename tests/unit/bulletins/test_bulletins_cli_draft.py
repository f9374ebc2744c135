"""`bulletin draft --kind --split`, `compare`, `edit --language` on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main

LETTER = Path(__file__).resolve().parents[2] / "data" / "bulletins" / "letters" / "vneid.txt"


class Line:
    """The command line of a station that holds the letter."""

    def __init__(self, home: StationHome, capsys: pytest.CaptureFixture[str]) -> None:
        self._home, self._capsys = home, capsys
        self("directive", "add", str(LETTER))
        self.letter = str(self.json("directive", "list")[0]["id"])

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


@pytest.fixture
def line(home: StationHome, capsys: pytest.CaptureFixture[str]) -> Line:
    return Line(home, capsys)


def test_kind_and_split(line: Line) -> None:
    assert line.json("bulletin", "draft", line.letter)["kind"] == "tin"
    made = line.json("bulletin", "draft", line.letter, "--kind", "thong_bao", "--split")
    assert [one["title"][-5:] for one in made] == ["(1/2)", "(2/2)"]
    assert {one["kind"] for one in made} == {"thong_bao"}
    printed = line("bulletin", "draft", line.letter, "--split")
    assert printed.count("Đây là Đài truyền thanh xã Mẫu.") == 2
    code, _, err = line.run("bulletin", "draft", line.letter, "--kind", "nhac")
    assert (code, "invalid choice" in err) == (2, True)


def test_compare_says_what_is_not_told(line: Line, tmp_path: Path) -> None:
    made = str(line.json("bulletin", "draft", line.letter)["id"])
    assert line("bulletin", "compare", made) == ""
    assert {part["state"] for part in line.json("bulletin", "compare", made)} == {"told", "shortened", "left_out"}
    text = tmp_path / "a.txt"
    text.write_text("Kính thưa bà con.", encoding="utf-8")
    line("bulletin", "edit", made, "--text", str(text))
    out = line("bulletin", "compare", made)
    assert out.startswith("figures ")
    assert "15/12/2026]" in out
    assert "not told  không truy cập các đường link lạ" in out


def test_language_of_a_recording(line: Line) -> None:
    made = str(line.json("bulletin", "draft", line.letter)["id"])
    line("bulletin", "edit", made, "--language", "hmn", "--kind", "bai")
    shown = line.json("bulletin", "show", made)
    assert (shown["language"], shown["kind"]) == ("hmn", "bai")
    code, _, err = line.run("bulletin", "voice", made)
    assert code == 1
    assert "no voice reads Tiếng Mông" in err
    code, _, err = line.run("bulletin", "edit", made, "--language", "klingon")
    assert (code, err.count("\n")) == (1, 1)

"""A file holds what its name says; a question that cannot be answered is refused before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadcaster.base.errors import Refused
from broadcaster.cli.formats import format_of
from broadcaster.cli.main import main

_KNOWN = ("docx", "pdf")


@pytest.mark.parametrize(("name", "asked", "expected"), [
    ("a.pdf", None, "pdf"), ("a.PDF", None, "pdf"), ("a", None, "docx"), ("a.pdf", "docx", "docx"),
    ("a.odt", "pdf", "pdf")])
def test_the_ending_decides_unless_a_format_is_asked_for(name: str, asked: str | None, expected: str) -> None:
    assert format_of(Path(name), asked, _KNOWN, "docx") == expected


def test_an_ending_nobody_writes_is_refused() -> None:
    with pytest.raises(Refused, match="odt"):
        format_of(Path("a.odt"), None, _KNOWN, "docx")


@pytest.mark.parametrize("words", [
    ["report", "--month", "2026-11"], ["log", "book", "--month", "2026-11"],
    ["log", "export", "--from", "2026-11-21", "--to", "2026-11-20", "--format", "csv"]])
def test_a_refused_command_leaves_no_file(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a.odt"
    assert main(["--home", str(tmp_path / "home"), "init"]) == 0
    assert main(["--home", str(tmp_path / "home"), *words, "--out", str(out)]) == 1
    assert "broadcaster: " in capsys.readouterr().err
    assert not out.exists()


def test_an_office_takes_no_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = ["--home", str(tmp_path / "home"), "aggregate"]
    assert main([*home, "init"]) == 0
    assert main([*home, "take", str(tmp_path / "none.dxgoi")]) == 1
    assert "there is no such file" in capsys.readouterr().err


def test_an_office_without_stations_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = ["--home", str(tmp_path / "home"), "aggregate"]
    for words in (["init"], ["stations"], ["silent"]):
        assert main([*home, *words]) == 0
    said = capsys.readouterr().out
    assert "no station yet" in said
    assert "every station reports" in said
    assert main([*home, "airings", "a", "2026-13-01"]) == 1
    assert "is not a day" in capsys.readouterr().err

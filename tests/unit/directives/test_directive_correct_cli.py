"""`directive correct` on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main

LETTER = Path(__file__).resolve().parents[2] / "data" / "letters" / "seed-001.txt"
NUMBER = "1349/STTTT-BCXBTT"


@pytest.fixture
def root(home: StationHome, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--home", str(home.root), "directive", "add", str(LETTER)]) == 0
    capsys.readouterr()
    return str(home.root)


def shown(root: str, capsys: pytest.CaptureFixture[str]) -> Any:
    assert main(["--home", root, "directive", "show", NUMBER, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(("words", "value"), [
    (("subject", "Tiêm", "chủng"), "Tiêm chủng"),
    (("report_due", "30/11/2026"), "2026-11-30"),
    (("urgency", ""), None),
    (("report_on_request", "yes"), True),
    (("content_items", "3"), 3),
    (("channels", "Đài xã; loa thôn ;", "bảng tin"), ["Đài xã", "loa thôn", "bảng tin"]),
    (("hotlines", ""), []),
])
def test_a_field_is_corrected(root: str, capsys: pytest.CaptureFixture[str], words: tuple[str, ...],
                              value: object) -> None:
    assert main(["--home", root, "directive", "correct", NUMBER, *words, "--by", "Cán bộ truyền thanh", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["value"] == value
    assert shown(root, capsys)[words[0]] == value


def test_it_is_told_in_words(root: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", root, "directive", "correct", NUMBER, "channels", "Đài xã", "loa thôn"]) == 0
    assert capsys.readouterr().out == "channels: Đài xã; loa thôn\n"


@pytest.mark.parametrize("words", [
    (NUMBER, "colour", "red"), (NUMBER, "report_due", "31/02/2026"), (NUMBER, "content_items", "nhiều"),
    ("9999/XX", "subject", "Tiêm chủng"),
])
def test_a_wrong_correction_changes_nothing(root: str, capsys: pytest.CaptureFixture[str],
                                            words: tuple[str, ...]) -> None:
    before = shown(root, capsys)
    assert main(["--home", root, "directive", "correct", *words]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert shown(root, capsys) == before


def test_a_value_is_needed(root: str) -> None:
    assert main(["--home", root, "directive", "correct", NUMBER, "subject"]) == 2

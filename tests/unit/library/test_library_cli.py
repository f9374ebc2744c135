"""`library` and `people` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from library_sounds import babble, encode

from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main


def test_add_goes_on_after_a_refused_file(home: StationHome, tmp_path: Path,
                                          capsys: pytest.CaptureFixture[str]) -> None:
    good = encode(tmp_path / "Thông điệp.mp3", babble(2.0))
    bad = tmp_path / "text.wav"
    bad.write_text("xin chào " * 100, encoding="utf-8")
    assert main(["--home", str(home.root), "library", "add", str(bad), str(good), "--json"]) == 1
    out, err = capsys.readouterr()
    assert [(row["ok"], row.get("code", "")) for row in json.loads(out)] == [(False, "sound.unreadable"), (True, "")]
    assert err.strip() == "broadcaster: text.wav is not a sound file this program can read"
    assert main(["--home", str(home.root), "library", "add", str(good)]) == 0
    assert capsys.readouterr().out.startswith("known ")
    assert main(["--home", str(home.root), "library", "find", "thong", "diep", "--json"]) == 0
    assert [row["title"] for row in json.loads(capsys.readouterr().out)] == ["Thông điệp"]


def test_people(home: StationHome, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--home", str(home.root), "people"]
    assert main([*words, "add", "Cán bộ", "--role", "operator", "--title", "Cán bộ truyền thanh", "--pin", "1357"]) == 0
    assert main([*words, "add", "Cán bộ", "--role", "operator", "--pin", "1357"]) == 1
    assert main([*words, "add", "Người khác", "--role", "viewer", "--pin", "12"]) == 1
    capsys.readouterr()
    assert main([*words, "list", "--json"]) == 0
    assert [(row["name"], row["role"]) for row in json.loads(capsys.readouterr().out)] == [("Cán bộ", "operator")]

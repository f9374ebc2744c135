"""The verbs `session` and `profile`, as a person types them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main

Run = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def run(home: StationHome, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a verb on the home; gives exit code, parsed JSON (or text) and stderr."""

    def once(*words: str) -> tuple[int, Any, str]:
        code = main([*words, "--home", str(home.root)])
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in words and code == 0 else out, err

    return once


def test_sessions_are_added_changed_held_and_removed(run: Run) -> None:
    assert run("session", "add", "noon", "--zones", "all", "--relay", "vov1@11:20+10")[0] == 0
    _, rows, _ = run("session", "list", "--json")
    assert [row["id"] for row in rows] == ["morning", "noon", "afternoon"]
    assert rows[1]["relays"] == [{"source": "vov1", "starts": "11:20", "minutes": 10}]
    code, text, _ = run("session", "edit", "Buổi trưa", "--starts", "11:30", "--relay", "", "--season", "15/04-14/10")
    assert code == 0
    assert "11:30 (11 giờ 30 trưa)" in text
    assert "từ 15/04 đến hết 14/10 hằng năm" in text
    assert run("session", "hold", "noon", "--never")[0] == 0
    assert "noon  11:30  30 min  never  15/04-14/10" in run("session", "list")[1]
    assert run("session", "hold", "noon", "67")[0] == 0
    assert "Phát vào thứ Bảy và Chủ nhật" in run("session", "show", "noon")[1]
    assert run("session", "remove", "noon")[0] == 0
    assert len(run("session", "list", "--json")[1]) == 2


def test_session_words_that_are_wrong_are_refused_in_one_line(run: Run) -> None:
    for words in (("edit", "morning", "--starts", "5:00"), ("edit", "mornin"), ("add", "evening"), ("add", "morning"),
                  ("edit", "morning", "--relay", "vov1@05:30"), ("edit", "morning", "--season", "31/02-01/03"),
                  ("edit", "morning", "--starts", "04:45"), ("edit", "morning", "--starts", "20:30", "--reason", "x")):
        code, _, err = run("session", *words)
        assert (code, err.count("\n")) == (1, 1), words
    assert "did you mean 'morning'" in run("session", "show", "mornin")[2]
    assert run("session", "list", "--examples")[1].count("\n") >= 6


def test_a_profile_is_used_and_what_goes_beyond_it_is_said(run: Run) -> None:
    code, rows, _ = run("profile", "use", "two-by-15-weekdays", "--json")
    assert code == 0
    assert {row["rule"] for row in rows} == {"session_long", "weekday"}
    code, given, _ = run("profile", "override", "session_long", "--session", "morning", "--most", "60", "--reason",
                         "Tuần lễ bầu cử", "--json")
    assert code == 0
    assert "allowed: Tuần lễ bầu cử" in run("profile", "check")[1]
    assert run("profile", "revoke", given["id"][-6:])[0] == 0
    assert "allowed" not in run("profile", "check")[1]
    assert run("profile", "use", "two-by-15-weekdays", "--take-sessions")[1] == "every session keeps to the profile\n"
    assert run("profile", "override", "quiet_hours", "--reason", "x")[0] == 2, "quiet hours are no choice"


def test_a_profile_travels_as_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "khung.toml"
    assert run("profile", "export", "free", str(path))[0] == 0
    path.write_text(path.read_text(encoding="utf-8").replace('"free"', '"ours"'), encoding="utf-8")
    assert run("profile", "import", str(path))[0] == 0
    assert run("profile", "import", str(path))[0] == 1
    assert run("profile", "import", str(path), "--instead")[0] == 0
    assert "own" in run("profile", "list")[1]
    assert 'name = "Không giới hạn"' in run("profile", "show", "ours")[1]
    assert run("profile", "remove", "ours")[0] == 0
    assert run("profile", "remove", "ours")[0] == 1
    assert "* " in run("profile", "list")[1]

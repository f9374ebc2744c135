"""The verb `day`, as a person or a check types it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from schedule_station import Station, sound

from broadcaster.base.clock import SystemClock
from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main
from broadcaster.library.model import CartKind
from broadcaster.protocol.seal import make_key

Run = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def run(home: StationHome, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a verb on the home; gives exit code, parsed JSON (or text) and stderr."""

    def once(*words: str) -> tuple[int, Any, str]:
        code = main([*words, "--home", str(home.root)])
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in words and code == 0 else out, err

    return once


@pytest.fixture
def day(home: StationHome, station: Station, run: Run) -> str:
    """Tomorrow, with two campaigns of two airings and an item without a campaign, all approved with the home's key."""
    key = make_key(home)
    tomorrow = (SystemClock().now().date() + timedelta(days=1)).isoformat()
    for name in ("a", "b", "loose"):
        item = sound(name, 60, CartKind.NOTICE)
        assert item.approval is not None
        station.put(type(item)(item.cart, item.approval.sealed(key)))
    for name in ("a", "b"):
        run("campaign", "add", sound(name).cart.id, "--times", "2", "--from", tomorrow, "--to", tomorrow)
    return tomorrow


def titles(row: dict[str, Any]) -> dict[str, list[str]]:
    return {session["session"]: [item["title"] for item in session["items"]] for session in row["sessions"]}


def test_a_day_is_shown_changed_and_changed_back(run: Run, day: str, tmp_path: Path) -> None:
    code, first, _ = run("day", "show", "--date", day, "--json")
    assert (code, titles(first)) == (0, {"morning": ["Mục a", "Mục b"], "afternoon": ["Mục a", "Mục b"]})
    code, moved, _ = run("day", "move", "buổi sáng", "1", "afternoon", "--at", "2", "--date", day, "--json")
    assert (code, titles(moved["days"][0])) == (0, {
        "morning": ["Mục b"], "afternoon": ["Mục a", "Mục a", "Mục b"]})
    assert [session["by_hand"] for session in moved["days"][0]["sessions"]] == [True, True]
    way_back = tmp_path / "trước.json"
    way_back.write_text(json.dumps(moved), encoding="utf-8")
    assert run("day", "put", str(way_back))[0] == 0
    assert run("day", "show", "--date", day, "--json")[1] == first


def test_every_word_does_what_it_says(run: Run, day: str) -> None:
    def done(*words: str) -> dict[str, list[str]]:
        code, answer, err = run("day", *words, "--date", day, "--json")
        assert code == 0, err
        return titles(answer["days"][0])

    assert done("insert", sound("loose").cart.id, "morning", "--at", "1")["morning"] == ["Mục loose", "Mục a", "Mục b"]
    assert done("remove", "morning", "2")["morning"] == ["Mục loose", "Mục b"]
    assert done("lock", "afternoon")["afternoon"] == ["Mục a", "Mục b", "Mục a"]
    assert "afternoon" not in done("drop", "afternoon")
    assert done("hold", "afternoon")["afternoon"] == ["Mục a", "Mục b", "Mục a"]
    assert done("release", "morning")["morning"] == ["Mục b"]
    done("resize", "morning", "06:00", "30")
    assert "  06:00  " in run("day", "show", "--date", day)[1]
    assert done("restore", "morning")["morning"] == ["Mục b"]
    assert done("clear") == {"morning": ["Mục a", "Mục b"], "afternoon": ["Mục a", "Mục b"]}
    done("drop", "afternoon")
    assert "buoi-trua-1" in done("add", "Buổi trưa", "11:00", "20")


def test_copies_say_what_they_leave_out(run: Run, day: str) -> None:
    later = (date.fromisoformat(day) + timedelta(days=2)).isoformat()
    run("day", "insert", sound("loose").cart.id, "morning", "--date", day)
    code, text, _ = run("day", "copy", day, later, "--dry-run")
    assert (code, text.splitlines()[0]) == (0, "would copy 1 items in 1 sessions")
    assert "left out: Buổi chiều  Mục b  (campaign_over)" in text
    code, copied, _ = run("day", "copy", day, later, "--json")
    assert (code, copied["items"], len(copied["left_out"])) == (0, 1, 5)
    assert titles(run("day", "show", "--date", later, "--json")[1])["morning"] == ["Mục loose"]
    assert run("day", "clear", "--week", "--date", later)[0] == 0
    assert titles(run("day", "show", "--date", later, "--json")[1])["morning"] == []


WRONG = [
    ("lock", "noon"), ("remove", "morning", "9"), ("insert", "nothing", "morning"), ("resize", "morning", "25:00", "9"),
    ("resize", "morning", "06:00", "0"), ("resize", "morning", "23:00", "20"), ("resize", "morning", "19:30", "20"),
    ("add", "Buổi", "17:30", "20"), ("move", "morning", "0", "afternoon"), ("put", "nowhere.json"),
    ("lock", "morning", "--date", "2026-01-01"), ("copy", "2026-01-01", "2026-01-01"), ("next", "nothing")]


def test_wrong_words_are_one_plain_line(run: Run, day: str) -> None:
    for words in WRONG:
        dated = () if words[0] in {"put", "copy", "next"} or "--date" in words else ("--date", day)
        code, out, err = run("day", *words, *dated)
        assert (code, out) == (1, ""), words
        assert err.startswith("broadcaster: ")
        assert err.count("\n") == 1


def test_a_broken_file_changes_nothing(run: Run, day: str, tmp_path: Path) -> None:
    path = tmp_path / "hỏng.json"
    for text in ("", "[", "7", "{}", '[{"day": "x"}]', '{"before": [{"day": 5}]}', "[[]]", '["a"]',
                 f'[{{"day": "{day}", "session": "morning", "reason": "", "items": [{{"x": 1}}]}}]'):
        path.write_text(text, encoding="utf-8")
        code, _, err = run("day", "put", str(path))
        assert code == 1, text
        assert "holds no decisions" in err

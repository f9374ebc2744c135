"""The verbs `campaign` and `plan`, as a person or a check types them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from schedule_station import Station, sound

from broadcaster.base.clock import SystemClock
from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main
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
def cart(home: StationHome, station: Station) -> str:
    """One item, approved with the test's key: to the command line's station it is not approved."""
    make_key(home)
    return station.put(sound("a"))


@pytest.fixture
def today() -> date:
    return SystemClock().now().date()


def test_a_campaign_is_added_listed_stopped_and_resumed(run: Run, cart: str, today: date) -> None:
    last = (today + timedelta(days=3)).isoformat()
    code, (made,), _ = run("campaign", "add", cart, "--times", "2", "--to", last, "--json")
    assert (code, made["times"], made["first_day"], made["last_day"]) == (0, 2, today.isoformat(), last)
    assert run("campaign", "list", "--json")[1] == [made]
    code, (stopped,), _ = run("campaign", "stop", made["id"][-8:], "--reason", "hết hạn", "--json")
    assert (code, stopped["state"]) == (0, "stopped")
    assert run("campaign", "list", "--on", today.isoformat(), "--json")[1] == []
    assert run("campaign", "resume", made["id"])[0] == 0
    code, text, _ = run("campaign", "list")
    assert "2/day" in text
    assert [row["asked"] for row in run("campaign", "coverage", made["id"], "--json")[1]] == [2] * 4


def test_wrong_words_are_one_plain_line(run: Run, cart: str, today: date) -> None:
    for words, code in (
        (("campaign", "add", "nothing", "--times", "2", "--to", "2099-01-01"), 1),
        (("campaign", "add", cart, "nothing", "--times", "2", "--to", "2099-01-01"), 1),
        (("campaign", "add", cart, "--times", "2"), 1),
        (("campaign", "add", cart, "--times", "2", "--to", "2020-01-01"), 1),
        (("campaign", "add", cart, "--times", "0", "--to", "2099-01-01"), 1),
        (("campaign", "add", cart, "--times", "99", "--to", "2099-01-01"), 1),
        (("campaign", "stop", "nothing", "--reason", "x"), 1),
        (("campaign", "add", cart, "--to", "30/2/2026"), 2),
        (("campaign",), 2), (("plan", "--days", "0"), 2), (("plan", "--days", "9999"), 2), (("plan", "--date", "x"), 2),
    ):
        found, _, errors = run(*words)
        assert found == code, words
        assert "Traceback" not in errors
        if code == 1:
            assert errors.startswith("broadcaster: ")
            assert errors.count("\n") == 1
    assert run("campaign", "list", "--json")[1] == []


def test_a_plan_shows_and_publishes(run: Run, cart: str, home: StationHome, station: Station, today: date) -> None:
    # The planner of the command line has the home's key; the one that made these approvals must be the same.
    home.key.write_text(bytes(range(32)).hex(), encoding="ascii")
    tomorrow = today + timedelta(days=1)
    run("campaign", "add", cart, "--times", "2", "--from", str(tomorrow), "--to", str(tomorrow))
    code, (plan,), _ = run("plan", "--date", str(tomorrow), "--dry-run", "--json")
    assert (code, plan["published"]) == (0, None)
    assert list(home.rundowns.iterdir()) == []
    code, (plan,), _ = run("plan", "--date", str(tomorrow), "--json")
    assert (code, plan["published"]) == (0, f"{tomorrow}.r1.json")
    assert [event["seconds"] for session in plan["sessions"] for event in session["events"]] == [60.0, 60.0]
    assert {warning["code"] for warning in plan["warnings"]} == {"furniture_missing", "session_thin"}
    code, plans, _ = run("plan", "--date", str(tomorrow), "--days", "3", "--json")
    assert [plan["published"] for plan in plans] == [None, None, None]
    code, text, _ = run("plan", "--date", str(tomorrow))
    assert "05:00:00" in text
    assert "Buổi sáng" in text
    assert "! session_thin" in text

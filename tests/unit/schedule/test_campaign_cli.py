"""`broadcaster campaign` with all it can say, as a person types it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from schedule_station import Station, sound
from sqlalchemy import insert

from broadcaster.base.clock import SystemClock
from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main
from broadcaster.db.schema import airing
from broadcaster.protocol.seal import make_key

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(home: StationHome, capsys: pytest.CaptureFixture[str]) -> Run:
    """Exit code, and what came out as JSON (or the line of refusal)."""
    make_key(home)

    def once(*words: str) -> tuple[int, Any]:
        code = main(["campaign", *words, "--json", "--home", str(home.root)])
        out, err = capsys.readouterr()
        return code, json.loads(out) if code == 0 else err

    return once


@pytest.fixture
def last() -> str:
    return (SystemClock().now().date() + timedelta(days=20)).isoformat()


def test_added_edited_shown_and_put_in_order(run: Run, station: Station, last: str) -> None:
    one, two = station.put(sound("a")), station.put(sound("b"))
    code, (made,) = run("add", one, "--times", "2", "--per", "week", "--to", last, "--daypart", "morning", "--daypart",
                        "noon", "--spacing", "30")
    assert code == 0
    assert (made["per"], made["dayparts"], made["spacing_minutes"]) == ("week", ["morning", "noon"], 30)
    code, (edited,) = run("edit", made["id"], "--daypart", "any", "--times", "3", "--title", "Tin mới")
    assert (edited["dayparts"], edited["times"], edited["title"], edited["per"]) == ([], 3, "Tin mới", "week")
    (other,) = run("add", two, "--times", "1", "--to", last)[1]
    assert [row["id"] for row in run("order", other["id"], made["id"])[1]] == [other["id"], made["id"]]
    shown = run("show", made["id"][-8:])[1]
    assert (shown["position"], shown["asked"], shown["to_come"], shown["missing"]) == (2, 9, 9, 0)


def test_wrong_words_say_what_is_wrong(run: Run, station: Station, last: str) -> None:
    cart = station.put(sound("a"))
    add = ("add", cart, "--times", "2", "--to", last)
    for more, word in ((("--daypart", "mornin"), "morning"), (("--zone", "Thôn 9"), "Thôn 9"),
                       (("--spacing", "721"), "720"), (("--per", "week", "--times", "169"), "168")):
        code, line = run(*add, *more)
        assert code == 1
        assert word in line
        assert len(line.splitlines()) == 1
    assert run(*add, "--per", "month")[0] == 2
    assert run("why", "nothing")[0] == 1
    assert run("list")[1] == []


def test_why_and_ways_out_of_a_day(run: Run, station: Station, last: str) -> None:
    """The item is not approved for this home, so nothing airs and nothing is explained; nor does it break."""
    (made,) = run("add", station.put(sound("a")), "--times", "2", "--to", last)[1]
    day = (SystemClock().now().date() + timedelta(days=1)).isoformat()
    assert run("why", made["id"], "--on", day) == (0, [])
    assert run("offers", made["id"], "--on", day) == (0, [])
    assert run("offers", made["id"], "--on", day, "--take", "1")[0] == 1
    shut_out = station.put(sound("b"))
    (other,) = run("add", shut_out, "--times", "1", "--to", last, "--daypart", "evening")[1]
    assert run("offers", other["id"], "--on", day)[0] == 0


def test_what_was_missed_is_shown_and_dismissed(run: Run, station: Station, last: str) -> None:
    today = SystemClock().now().date()
    (made,) = run("add", station.put(sound("a")), "--times", "1", "--from", str(today - timedelta(days=3)), "--to",
                  last)[1]
    yesterday = today - timedelta(days=1)
    _log(station, made["id"], yesterday)
    code, (row,) = run("missed")
    assert (code, row["campaign"], row["times"], row["reason"]) == (0, made["id"], 1, "power_loss")
    assert run("make-up", made["id"], "--dismiss", "--reason", "đã đọc trực tiếp", "--by", "Cán bộ")[0] == 0
    assert run("missed")[1] == []
    assert run("make-up", made["id"])[0] == 1


def _log(station: Station, campaign: str, day: date) -> None:
    with station.database.write("airing") as c:
        c.execute(insert(airing).values(
            id="row", day=day.isoformat(), session_id=f"{day}/morning", session_name="Buổi sáng", title="t",
            kind="tin", urgency="routine", planned_start="", planned_frames=1, cut_sha256="x", outcome="missed",
            reason="power_loss", campaign=campaign))

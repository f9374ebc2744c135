"""`library` on the command line: every verb but the bringing in."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from shelf_station import Station

from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main
from broadcaster.library.model import State

Run = Callable[..., Any]


@pytest.fixture
def run(home: StationHome, capsys: pytest.CaptureFixture[str]) -> Run:
    """The JSON a command printed; or, when it was refused, its line."""

    def words(*command: str) -> Any:
        code = main(["--home", str(home.root), "library", *command, *(() if "--text" in command else ("--json",))])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return json.loads(out) if code == 0 else (code, err.strip())

    return words


def test_finding_editing_and_following(run: Run, station: Station) -> None:
    cart, other = station.cart("Rác thải"), station.cart("Nhạc quê hương", category="van_hoa")
    assert [row["id"] for row in run("find", "rac")] == [cart.id]
    assert [row["id"] for row in run("find", "--category", "van_hoa", "--sort", "title", "--no-expired")] == [other.id]
    done = run("edit", cart.id, other.id, "--set", "dayparts=noon,morning", "--set", "note=a=b", "--as", "Cán bộ")
    assert len(done["changes"]) == 4
    shown = run("show", cart.id)
    assert (shown["dayparts"], shown["note"], shown["checks"]) == (["morning", "noon"], "a=b", {"warnings": []})
    assert len(run("find", "--daypart", "morning")) == 2
    assert run("edit", cart.id, "--set", "cue_frames=5")["changes"][0]["after"] == 5
    assert run("edit", cart.id, "--set", "zones=Thôn Bắc")[0] == 1
    assert run("edit", cart.id, "--set", "note") == (1, "broadcaster: 'note' is not NAME=VALUE")
    assert run("show", "x") == (1, "broadcaster: no such item: x")
    assert [row["number"] for row in run("versions", cart.id)] == [1]
    assert (run("used", cart.id), run("aired", cart.id)) == ([], [])
    assert run("words")["rights"][0]["key"] == "own"
    for verb, state in (("withdraw", "withdrawn"), ("restore", "draft"), ("archive", "archived"),
                        ("unarchive", "draft")):
        assert run(verb, cart.id, "--reason", "thử", "--as", "Cán bộ")[0]["state"] == state
    assert run("supersede", cart.id, other.id)[0]["state"] == "superseded"
    assert [row["id"] for row in run("find", "--state", "superseded")] == [cart.id]
    assert run("use", other.id, "1")[0]["id"] == other.id


def test_without_json_everything_is_lines(home: StationHome, station: Station,
                                          capsys: pytest.CaptureFixture[str]) -> None:
    cart = station.cart("Rác thải")
    station.row("airing", id="1", day="2026-11-01", planned_start="2026-11-01T05:00:00.000+07:00",
                cut_sha256=cart.cut.sha256)
    for command in (("find",), ("show", cart.id), ("versions", cart.id), ("aired", cart.id), ("words",),
                    ("edit", cart.id, "--set", "title=Rác thải nhựa"), ("retention",)):
        assert main(["--home", str(home.root), "library", *command]) == 0
        assert capsys.readouterr().out.strip(), command


def test_retention_only_says_until_it_is_told_to_do(run: Run, station: Station, home: StationHome,
                                                    capsys: pytest.CaptureFixture[str]) -> None:
    people = ["--home", str(home.root), "people", "add"]
    assert main([*people, "Phó Chủ tịch", "--role", "approver", "--pin", "135790"]) == 0
    assert main([*people, "Cán bộ", "--role", "operator", "--pin", "135790"]) == 0
    capsys.readouterr()
    cart = station.cart("Cũ", state=State.ARCHIVED, at="2020-01-05T05:00:00.000+07:00")
    (one,) = run("retention")
    assert (one["sha256"], one["why"], home.audio(one["sha256"]).exists()) == (cart.cut.sha256, "archived", True)
    signed = ("--as", "Phó Chủ tịch", "--pin", "135790")
    assert run("retention", "--do", "--reason", "hết hạn")[0] == 2
    assert run("retention", "--do", *signed)[0] == 1
    assert run("retention", "--do", "--reason", "hết hạn", "--as", "Cán bộ", "--pin", "135790")[0] == 1
    assert home.audio(cart.cut.sha256).exists()
    assert run("retention", "--do", "--reason", "hết hạn", *signed) == [one]
    assert not home.audio(cart.cut.sha256).exists()
    assert run("retention", "--removed") == [one]
    assert run("retention", "--bring-back", cart.cut.sha256[:10], *signed) == [one]
    assert home.audio(cart.cut.sha256).exists()

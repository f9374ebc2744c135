"""`broadcaster package send|queue|fetch|take|again|handed|trust|place|down`: the same acts without a window."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from upward_station import STATION, Ends, ends

from broadcaster.aggregation.secrets import Login, Secrets
from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import changed, load_settings, save_settings
from broadcaster.cli.main import main

LETTER = Path(__file__).parents[2] / "data" / "letters" / "01.txt"


@pytest.fixture
def way(home: StationHome, clock: VirtualClock, tmp_path: Path) -> Iterator[Ends]:
    made = ends(home, clock, tmp_path)
    yield made
    made.app.close()


def run(way: Ends, *words: str) -> int:
    return main(["--home", str(way.app.home.root), "package", *words])


def said(way: Ends, capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert run(way, *words, "--json") == 0
    return json.loads(capsys.readouterr().out)


def test_sent_answered_trusted(way: Ends, capsys: pytest.CaptureFixture[str]) -> None:
    rows = way.packages(2)
    told = said(way, capsys, "send")
    assert ([row["number"] for row in told["sent"]], told["waiting"], told["problem"]) == ([1, 2], 0, "")
    way.answer(rows[0])
    way.answer(rows[1], "refused", code="package.damaged")
    assert run(way, "fetch") == 0
    assert run(way, "trust", "1111 2222 3333 4444 5555") == 1
    assert "has shown itself" in capsys.readouterr().err
    assert run(way, "trust", way.office.fingerprint, "--as", "Phó Chủ tịch") == 0
    assert run(way, "fetch") == 0
    capsys.readouterr()
    told = said(way, capsys, "queue")
    assert [(row["number"], row["state"]) for row in told["up"]] == [(2, "refused"), (1, "received")]
    assert run(way, "again", "2") == 0
    assert run(way, "handed", "2", "--as", "Cán bộ truyền thanh") == 0
    assert run(way, "handed", "2") == 1
    assert "acknowledged already" in capsys.readouterr().err
    office = way.app.upward.trust.office()
    assert office is not None
    assert office.by == "Phó Chủ tịch"


def test_a_stick_and_a_line_that_is_down(way: Ends, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    way.packages(1)
    way.folder.rename(tmp_path / "rut-ra")
    assert run(way, "send") == 1
    assert "this folder is not there" in capsys.readouterr().err
    (tmp_path / "usb").mkdir()
    assert run(way, "send", "--to", str(tmp_path / "usb"), "--as", "Cán bộ truyền thanh") == 0
    assert [path.name for path in (tmp_path / "usb").iterdir()] == [f"{STATION}-1.dxgoi"]
    save_settings(way.app.home, changed(load_settings(way.app.home), "upward", to=""))
    assert run(way, "send") == 1
    assert "no place to send to is set" in capsys.readouterr().err


def test_a_password_comes_in_by_standard_input(way: Ends, capsys: pytest.CaptureFixture[str],
                                               monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("rat-bi-mat\n"))
    address = "webdav+http://127.0.0.1:9/x"
    assert run(way, "place", address, "--login", "--user", "xa-mau") == 1
    told = capsys.readouterr()
    assert "cannot be reached" in told.err
    assert "rat-bi-mat" not in told.err + told.out
    assert Secrets(way.app.home).login(address) == Login("xa-mau", "rat-bi-mat")
    assert run(way, "place", str(way.folder)) == 0


def test_an_office_makes_and_a_station_takes(way: Ends, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    told = said(way, capsys, "down", "make", "--letter", str(LETTER), "--to", STATION, "--out", str(tmp_path / "usb"))
    [copy] = (tmp_path / "usb").iterdir()
    assert copy.read_bytes() == Path(told["file"]).read_bytes()
    assert run(way, "take", str(copy)) == 0
    assert "waiting" in capsys.readouterr().out
    assert run(way, "trust", way.app.identity.fingerprint) == 0
    assert [row["state"] for row in said_after_trust(way, capsys)] == ["taken"]
    assert run(way, "take", str(LETTER)) == 1
    assert run(way, "down", "make") == 1
    assert run(way, "down", "make", "--message", "không-có.wav", "--title", "a", "--title", "b") == 1


def said_after_trust(way: Ends, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    return list(said(way, capsys, "queue")["down"])

"""`broadcaster log …` and `report …` on a real station home: exit codes, one line per fault, JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from journal_day import KEY, Station, event, plan

from broadcaster.cli.main import main

FIVE = 5 * 3600


@pytest.fixture
def played(station: Station) -> Station:
    station.home.key.write_text(KEY.hex(), encoding="ascii")
    day = station.publish(plan(event("a", FIVE), event("b", FIVE + 60, kind="bai")))
    for name in ("a", "b"):
        station.play(day, name)
    station.asrun.file()
    return station


def run(station: Station, *words: str) -> int:
    return main(["--home", str(station.home.root), *words])


def test_verify_clean_and_altered(played: Station, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(played, "log", "verify") == 0
    path = played.home.asrun / "2026-11-21.jsonl"
    path.write_bytes(path.read_bytes().replace("Bản tin b".encode(), "Bản tin c".encode()))
    capsys.readouterr()
    assert run(played, "log", "verify") == 1
    assert capsys.readouterr().out == "2026-11-21.jsonl:3 altered\n"
    assert run(played, "log", "verify", str(path)) == 1
    assert run(played, "log", "verify", str(path.with_name("none.jsonl"))) == 1
    assert "cannot read" in capsys.readouterr().err


def test_list_and_export(played: Station, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(played, "log", "list", "--day", "2026-11-21", "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["id"], row["outcome"]) for row in rows] == [("a", "aired"), ("b", "aired")]
    assert run(played, "log", "export", "--format", "csv", "--out", str(tmp_path / "log.csv")) == 0
    assert len((tmp_path / "log.csv").read_text(encoding="utf-8-sig").splitlines()) == 3
    assert run(played, "log", "list", "--from", "21/11/2026") == 1
    assert "YYYY-MM-DD" in capsys.readouterr().err


def test_report(played: Station, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "bao-cao.docx"
    assert run(played, "report", "--month", "2026-11", "--format", "docx", "--out", str(out), "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["items"], told["airings"], told["minutes"]) == ({"tin": 1, "bai": 1}, 2, 2.0)
    assert out.stat().st_size > 10_000
    assert run(played, "report", "--month", "2026-13", "--out", str(out)) == 1
    assert run(played, "report", "--out", str(out)) == 2

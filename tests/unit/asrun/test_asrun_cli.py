"""`broadcaster log …` and `report …` on a real station home: exit codes, one line per fault, JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from journal_day import KEY, Station, event, plan

from broadcaster.base.clock import SystemClock
from broadcaster.cli.main import main
from broadcaster.protocol.journal import JournalWriter, Kind

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
    assert capsys.readouterr().out.startswith("2026-11-21.jsonl:3 altered: the line was changed")
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


def test_zones_and_inserts_are_listed(played: Station, capsys: pytest.CaptureFixture[str]) -> None:
    played.pen.write(Kind.BREAK_IN, insert="insert-1", insert_kind="break_in", state="ordered", by="Cán bộ")
    for zone in ("Thôn Đông", "Thôn Tây"):
        played.pen.write(Kind.START, event_id="insert-1/1", insert="insert-1", session_id="insert-1", day="2026-11-21",
                         kind="khan_cap", title="Cảnh báo lũ", frames=48_000, offset=0, zone=zone)
    for zone in ("Thôn Đông", "Thôn Tây"):
        played.pen.write(Kind.END, event_id="insert-1/1", day="2026-11-21", zone=zone, frames=48_000, reason="")
    assert run(played, "log", "list", "--kind", "khan_cap") == 0
    out = capsys.readouterr().out
    assert "Cảnh báo lũ  (ordered by Cán bộ)" in out
    assert "    Thôn Tây: aired  sent 0:01" in out
    assert run(played, "log", "list", "--zone", "Thôn Tây", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert [each["zone"] for each in row["by_zone"]] == ["Thôn Đông", "Thôn Tây"]
    assert run(played, "log", "verify") == 0


def test_the_opening_tune_as_self_test(played: Station, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(played, "log", "self-test") == 0
    assert "no self-test yet" in capsys.readouterr().out
    recent = SystemClock()
    pen = JournalWriter(played.home.asrun, recent.now)
    for level in (-20.0, -20.5, -19.5):
        pen.write(Kind.VERDICT, event_id="a", zone="Thôn Đông", verdict="heard", score=0.9,
                  self_test={"level_db": level, "delay_ms": 40.0, "score": 0.9, "bands": [level] * 8})
    pen.close()
    assert run(played, "log", "self-test", "--json") == 0
    (zone,) = json.loads(capsys.readouterr().out)
    assert (zone["zone"], zone["heard"], zone["level_db"], zone["judgement"]) == ("Thôn Đông", 3, -20.0, "too_few")
    assert run(played, "log", "self-test") == 0
    assert "Thôn Đông  too_few  heard 3, not heard 0  level -20.0 dB" in capsys.readouterr().out


def test_a_last_day_without_a_first_is_refused(played: Station, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(played, "report", "--month", "2026-11", "--to", "2026-11-05", "--json") == 1
    assert "--to goes together with --from" in capsys.readouterr().err

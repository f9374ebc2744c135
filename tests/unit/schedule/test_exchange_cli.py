"""`broadcaster schedule export|import`, as typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from schedule_station import KEY, Station, sound

from broadcaster.base.clock import SystemClock
from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main


@pytest.fixture
def ready(home: StationHome) -> StationHome:
    home.key.write_text(KEY.hex(), encoding="ascii")
    station = Station(home, SystemClock())  # type: ignore[arg-type]
    station.put(sound("a"))
    station.close()
    return home


def run(home: StationHome, *words: str) -> int:
    return main(["--home", str(home.root), "schedule", *words])


def test_a_table_is_shown_then_made_then_written_again(ready: StationHome, tmp_path: Path,
                                                       capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "a.csv"
    table.write_text("item,times,to\nMục a,2,31/12/2099\nMục b,2,31/12/2099\n", encoding="utf-8")
    assert run(ready, "import", str(table), "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert [entry["name"] for entry in shown["entries"]] == ["Mục a"]
    assert [(item["place"], item["code"]) for item in shown["refused"]] == [(3, "exchange.item_unlike")]
    assert not shown["made"]
    assert run(ready, "import", str(table)) == 0
    assert "nothing was made yet" in capsys.readouterr().out
    assert run(ready, "import", str(table), "--yes", "--only", "2", "--by", "Cán bộ truyền thanh") == 0
    assert run(ready, "export", "campaigns", "--out", str(tmp_path / "b.csv")) == 0
    assert "Mục a,2,ngày" in (tmp_path / "b.csv").read_text(encoding="utf-8-sig")
    assert run(ready, "export", "sessions", "--out", str(tmp_path / "b.ics")) == 0
    assert run(ready, "export", "plan", "--format", "json", "--out", str(tmp_path / "b.txt")) == 0
    assert json.loads((tmp_path / "b.txt").read_text(encoding="utf-8"))["programmes"]


@pytest.mark.parametrize("words", [
    ("export", "plan", "--out", "x.xls"), ("import", "nowhere.csv"), ("import", "a.csv", "--only", "x")])
def test_a_refusal_is_one_line(ready: StationHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                               capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text("item,times,to\n", encoding="utf-8")
    assert run(ready, *words) == 1
    told = capsys.readouterr()
    assert len(told.err.strip().splitlines()) == 1
    assert not Path("x.xls").exists()

"""What follows a letter, on the command line: due, remind, done, reported, no-duty, attach, links."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main

LETTER = Path(__file__).resolve().parents[2] / "data" / "letters" / "seed-001.txt"
NUMBER = "1349/STTTT-BCXBTT"


@pytest.fixture
def call(home: StationHome, capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*words: str, code: int = 0) -> Any:
        assert main(["--home", str(home.root), "directive", *words, "--json"]) == code
        out = capsys.readouterr().out
        return json.loads(out) if out else None

    run("add", str(LETTER))
    return run


def test_reminders_come_and_go(call: Any) -> None:
    call("correct", NUMBER, "report_due", "2020-01-31")
    made = call("remind", NUMBER, "1/2/2020", "Gọi", "lại", "--by", "Cán bộ truyền thanh")
    assert (made["due"], made["text"]) == ("2020-02-01", "Gọi lại")
    found = call("due")
    assert [(item["kind"], item["day"], item["overdue"]) for item in found] == [
        ("report", "2020-01-31", True), ("reminder", "2020-02-01", True)]
    assert call("done", made["id"])["done_at"]
    assert [item["kind"] for item in call("due")] == ["report"]
    assert call("done", made["id"], "--undo")["done_at"] == ""
    call("remind", NUMBER, "31/02/2020", "x", code=1)


def test_a_report_is_noted_and_taken_back(call: Any) -> None:
    call("correct", NUMBER, "report_due", "2020-01-31")
    assert [row["state"] for row in call("list", "--overdue")] == ["new"]
    assert [row["id"] for row in call("list", "--due-within", "3", "1349")]
    assert call("reported", NUMBER, "--note", "gửi thư điện tử", "--day", "2020-01-30")["reported_at"] == "2020-01-30"
    assert call("list", "--overdue") == []
    assert [row["work"] for row in call("list", "--state", "reported")] == ["reported"]
    call("reported", NUMBER, "--undo")
    assert call("no-duty", NUMBER)["work"] == "none"
    assert [row["state"] for row in call("list", "--state", "none", "--state", "aired")] == ["none"]
    call("no-duty", NUMBER, "--undo")
    call("reported", NUMBER, "--day", "2999-01-01", code=1)
    assert call("list", "--state", "reported") == []


def test_files_are_attached(call: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "phụ lục.csv"
    path.write_text("1,2", encoding="utf-8")
    (item,) = call("attach", NUMBER, str(path), "--by", "Cán bộ truyền thanh")
    assert (item["kind"], item["known"], item["file_name"]) == ("other", False, "phụ lục.csv")
    assert call("attach", NUMBER, str(path), str(tmp_path / "không có"), code=1)[0]["known"]
    assert call("list", "phu luc")[0]["attachments"] == 1
    shown = call("show", NUMBER)
    assert [item["file_name"] for item in shown["files"]] == ["phụ lục.csv"]
    assert (shown["state"], shown["work"]["work"], shown["reminders"]) == ("new", "", [])


def test_links_are_listed(call: Any) -> None:
    call("correct", NUMBER, "also_cited", "855/BCĐ-TBTTTT; 7/QĐ-TTg")
    call("add", str(LETTER.with_name("seed-004.txt")))
    links = {item["number"]: item for item in call("links", NUMBER)}
    assert links["7/QĐ-TTg"]["directive_id"] == ""
    assert links["855/BCĐ-TBTTTT"]["role"] == "also_cited"


@pytest.mark.parametrize("name", ["sổ.csv", "sổ.xlsx"])
def test_the_register_is_written_as_a_sheet(call: Any, tmp_path: Path, name: str) -> None:
    call("list", "--out", str(tmp_path / name))
    assert (tmp_path / name).stat().st_size > 100
    call("list", "--out", str(tmp_path / "sổ.pdf"), code=1)
    assert not (tmp_path / "sổ.pdf").exists()

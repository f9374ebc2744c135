"""`broadcaster log book|export` as the paper logbook, and a report as PDF: exit codes, refusals in a line."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from journal_day import KEY, Station, event, plan

from broadcaster.cli.main import main


@pytest.fixture
def played(station: Station) -> Station:
    station.home.key.write_text(KEY.hex(), encoding="ascii")
    day = station.publish(plan(event("a", 5 * 3600), event("b", 5 * 3600 + 60, kind="bai")))
    for name in ("a", "b"):
        station.play(day, name)
    return station


def run(station: Station, *words: str) -> int:
    return main(["--home", str(station.home.root), *words])


def words_of(path: Path) -> str:
    file = pypdfium2.PdfDocument(path.read_bytes())
    try:
        page = file[0]
        text = page.get_textpage()
        said = " ".join(text.get_text_bounded().split())
        text.close()
        page.close()
        return said
    finally:
        file.close()


def test_a_book_of_each_span(played: Station, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spans = {("--day", "2026-11-21"): "Thứ Bảy, ngày 21/11/2026",
             ("--week", "2026-11-21"): "Tuần từ 16/11/2026 đến 22/11/2026", ("--month", "2026-11"): "Tháng 11 năm 2026",
             ("--year", "2026"): "Từ 01/01/2026 đến 31/12/2026"}
    for words, title in spans.items():
        out = tmp_path / "so.pdf"
        assert run(played, "log", "book", *words, "--out", str(out)) == 0
        assert capsys.readouterr().out.startswith("1 days: ")
        assert title in words_of(out)
        assert "Bản tin a" in words_of(out)
    assert run(played, "log", "book", "--from", "2026-11-01", "--to", "2026-11-30", "--format", "xlsx", "--out",
               str(tmp_path / "so.xlsx")) == 0
    book = openpyxl.load_workbook(tmp_path / "so.xlsx")
    book.close()
    assert book["Nhật ký"]["A3"].value == "Tháng 11 năm 2026"


@pytest.mark.parametrize("words", [
    ("book", "--month", "2026-13"), ("book", "--year", "26"), ("book", "--from", "2026-11-02", "--to", "2026-11-01"),
    ("book", "--year", "2026", "--format", "docx"), ("export", "--format", "pdf", "--words", "tin"),
    ("export", "--format", "docx", "--kind", "tin")])
def test_what_cannot_be_is_one_line(played: Station, tmp_path: Path, capsys: pytest.CaptureFixture[str],
                                    words: tuple[str, ...]) -> None:
    before = set(tmp_path.iterdir())
    assert run(played, "log", *words, "--out", str(tmp_path / "so")) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert set(tmp_path.iterdir()) == before


def test_export_and_report_as_pages(played: Station, tmp_path: Path) -> None:
    for fmt in ("pdf", "docx"):
        assert run(played, "log", "export", "--format", fmt, "--out", str(tmp_path / f"so.{fmt}")) == 0
    assert "SỔ NHẬT KÝ PHÁT THANH" in words_of(tmp_path / "so.pdf")
    assert run(played, "report", "--month", "2026-11", "--format", "pdf", "--out", str(tmp_path / "bc.pdf")) == 0
    assert "BÁO CÁO" in words_of(tmp_path / "bc.pdf")

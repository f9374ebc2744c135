"""Emergencies, live speech, relays, zones and verdicts as the office above reads them."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from docx import Document
from reports_office import Office, airing

from broadcaster.asrun.model import Airing, AiringQuery, Outcome, ZoneAiring

DAY = date(2026, 11, 21)
SIX = 6 * 3600


def unplanned(name: str, kind: str, second: float, seconds: float = 60, **more: Any) -> Airing:
    row = airing(name, DAY, second, kind=kind, outcome=Outcome.UNSCHEDULED, seconds=seconds, title=f"Nội dung {name}")
    return replace(row, insert_id="insert-1", session_id="insert-1", ordered_by="Cán bộ truyền thanh",
                   **more)


def log(office: Office) -> None:
    zones = (ZoneAiring("Thôn Đông", Outcome.AIRED), ZoneAiring("Thôn Tây", Outcome.MISSED, reason="device_lost"))
    office.log(
        replace(airing("a", DAY), verification="heard", score=0.92),
        replace(airing("b", DAY, 5 * 3600 + 90, outcome=Outcome.PARTIAL, reason="device_lost"), by_zone=zones,
                note="resumed", verification="silent"),
        replace(airing("c", DAY, 17 * 3600, outcome=Outcome.MADE_UP), note="made_up"),
        unplanned("kc", "khan_cap", SIX, confirmed=True), unplanned("kc2", "khan_cap", SIX + 1800, is_repeat=True),
        unplanned("chuong", "chuong", SIX - 5, 5),
        unplanned("tt", "truc_tiep", SIX + 3600, 300, recording="2026-11-21_070000.flac"),
        unplanned("ts", "tiep_song", 18 * 3600, 1800, is_relay=True),
        replace(unplanned("hong", "khan_cap", 19 * 3600), outcome=Outcome.MISSED, reason="device_lost",
                aired_frames=0, started_at="", verification=""))


def test_what_nobody_planned_counts_as_aired_but_not_against_the_plan(office: Office) -> None:
    log(office)
    report = office.reports.for_month("2026-11")
    sums = report.totals
    assert (sums.airings, sums.planned, sums.missed, sums.made_up) == (7, 3, 0, 1)
    assert sums.unscheduled == {"khan_cap": 2, "truc_tiep": 1, "tiep_song": 1}
    assert (sums.seconds, sums.relay_seconds) == (3 * 90 + 2 * 60 + 300 + 1800, 1800)
    assert [(day.planned, day.aired) for day in report.coverage] == [(3, 3)]
    assert sums.sessions == 2, "an insert is no session"


def test_the_document_says_it_in_words(office: Office, tmp_path: Path) -> None:
    log(office)
    report = office.reports.for_month("2026-11")
    document = Document(str(office.reports.write(report, "docx", tmp_path / "bao-cao.docx")))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)
    for phrase in (
        "Trong đó: chương trình của đài 11,5 phút, tiếp sóng 30,0 phút.",
        "Phát ngoài lịch: thông báo khẩn cấp 2 lượt; lần phát trực tiếp 1 lượt; chương trình tiếp sóng 1 lượt.",
        "Có 1 lượt lỡ giờ đã được phát bù trong buổi khác cùng ngày.",
        "Kết quả nghe kiểm tại đầu ra: đã nghe thấy 1 lượt; đã gửi, không nghe kiểm 5 lượt; im lặng 1 lượt.",
        "Có 1 lượt phát mà bộ phận nghe kiểm không nhận ra đúng nội dung tại đầu ra (im lặng 1 lượt).",
        "02 thông báo khẩn cấp, 01 lần phát trực tiếp, 01 chương trình tiếp sóng",
        "Phát một phần (mất thiết bị âm thanh); im lặng", "Ngoài lịch", "Phát bù",
    ):
        assert phrase in text, phrase
    assert "Nội dung chuong" not in text, "a chime is nobody's message"


def test_an_ordinary_month_says_none_of_it(busy: Office) -> None:
    lines = "\n".join(line for part in busy.reports.says(busy.reports.for_month("2026-11")).content() for line in part)
    assert "tiếp sóng" not in lines
    assert "ngoài lịch" not in lines.lower()
    assert "Kết quả nghe kiểm tại đầu ra: đã gửi, không nghe kiểm 9 lượt." in lines


def test_the_logbook_names_zones_order_and_recording(office: Office, tmp_path: Path) -> None:
    log(office)
    path = tmp_path / "log.csv"
    assert office.reports.write_log(AiringQuery(), "csv", path) == 9
    rows = {row["Nội dung"]: row for row in csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines())}
    assert rows["Tin a"]["Nghe kiểm"] == "Đã nghe thấy (92 %)"
    assert rows["Tin b"]["Ghi chú"] == (
        "bị ngắt, đã phát tiếp; Thôn Đông: đã phát; Thôn Tây: không phát (mất thiết bị âm thanh)")
    assert rows["Nội dung kc"]["Ghi chú"] == "lệnh của Cán bộ truyền thanh; đã xác nhận"
    assert rows["Nội dung tt"]["Ghi chú"] == "lệnh của Cán bộ truyền thanh; bản ghi 2026-11-21_070000.flac"
    assert rows["Nội dung hong"]["Kết quả"] == "Không phát (mất thiết bị âm thanh)"
    assert rows["Nội dung hong"]["Nghe kiểm"] == ""
    only = office.reports.write_log(AiringQuery(kinds=("truc_tiep", "tiep_song")), "xlsx", tmp_path / "log.xlsx")
    book = openpyxl.load_workbook(tmp_path / "log.xlsx")
    assert only == 2 == book["Nhật ký"].max_row - 1
    book.close()

"""The log as csv and xlsx: the fast way says the same as one airing at a time, formulas disarmed, corrections named."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from reports_office import Office, airing

from broadcaster.asrun import correction_store
from broadcaster.asrun.model import AiringQuery, Correction, Outcome, ZoneAiring
from broadcaster.base.errors import Refused
from broadcaster.reports.writers.log_rows import log_heads, log_row, plain

DAY = date(2026, 11, 20)


@pytest.fixture
def told(office: Office) -> Office:
    rows = [
        airing("a", DAY, title='=cmd|"/c calc"!A1', number="12/UBND-VX"),
        replace(airing("b", DAY, 18_100, outcome=Outcome.MISSED, reason="power"), origin="superior", language="tyz"),
        replace(airing("c", DAY, 18_200), verification="heard", score=0.876, zones=("Thôn 1", "Thôn 2"),
                origin="own", by_zone=(ZoneAiring("Thôn 1", Outcome.AIRED), ZoneAiring("Thôn 2", Outcome.MISSED, 0,
                                                                                      "power"))),
        replace(airing("d", DAY, 18_300, kind="truc_tiep"), ordered_by="+84 Phó Chủ tịch", confirmed=True,
                recording="a.flac", second_approver="Trưởng ban", note="resumed;estimated"),
        replace(airing("e", DAY, 18_400, kind="tiep_song"), is_relay=True, self_approved=True, origin="relay"),
    ]
    office.log(*rows)
    with office.database.write("correction") as c:
        for number, outcome in (("1", None), ("2", Outcome.AIRED)):
            correction_store.add(c, Correction(number, "b", DAY.isoformat(), outcome, "", "máy phát điện chạy",
                                               "Cán bộ truyền thanh", f"2026-11-21T07:0{number}:00.000+07:00"))
    return office


def test_csv_says_what_each_airing_says(told: Office, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    assert told.reports.write_log(AiringQuery(), "csv", path) == 5
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfSTT,")
    assert raw.endswith(b"\r\n")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    assert rows[0] == log_heads()
    expected = [[str(number), *(str(plain(value)) for value in log_row(row))]
                for number, row in enumerate(told.asrun.airings(AiringQuery()), start=1)]
    expected[0][5] = "' " + expected[0][5]
    assert rows[1:] == expected


def test_xlsx_says_the_same(told: Office, tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    assert told.reports.write_log(AiringQuery(), "xlsx", path) == 5
    book = openpyxl.load_workbook(path)
    book.close()
    sheet = book["Nhật ký"]
    rows = [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)]
    for row, one in zip(rows, told.asrun.airings(AiringQuery()), strict=True):
        day, session, start, _, *rest = log_row(one)
        assert row[1].date() == day
        assert row[2] == session
        assert (row[3].strftime("%H:%M:%S") if row[3] else None) == (start.strftime("%H:%M:%S") if start else None)
        assert [value or "" for value in row[5:]] == [value or "" for value in rest]
    assert rows[0][5] == '=cmd|"/c calc"!A1'
    assert sheet["F2"].data_type == "s"


def test_the_newest_correction_stands_beside_what_the_journal_says(told: Office, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    told.reports.write_log(AiringQuery(), "csv", path)
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[1]["Kết quả"] == "Không phát (mất điện)"
    assert rows[1]["Đính chính"] == "Đã phát: máy phát điện chạy (Cán bộ truyền thanh, 21/11/2026 07:02)"
    assert rows[1]["Ngôn ngữ"] == "Tiếng Tày"
    assert rows[1]["Nguồn"] == "Cấp trên gửi"
    assert rows[2]["Nghe kiểm"] == "Đã nghe thấy (88 %)"
    assert rows[0]["Đính chính"] == ""


def test_the_same_question_as_the_screen(told: Office, tmp_path: Path) -> None:
    for query in (AiringQuery(outcomes=(Outcome.AIRED,)), AiringQuery(words="phat"), AiringQuery(zone="Thôn 2"),
                  AiringQuery(kinds=("truc_tiep", "tiep_song")), AiringQuery(first_day="2026-11-21"),
                  AiringQuery(last_day="2026-11-20", directive_id="d9")):
        assert told.reports.write_log(query, "csv", tmp_path / "log.csv") == told.asrun.count(query)


def test_a_wrong_format_or_place_leaves_nothing(told: Office, tmp_path: Path) -> None:
    with pytest.raises(Refused) as wrong:
        told.reports.write_log(AiringQuery(), "ods", tmp_path / "log.ods")
    assert wrong.value.code == "report.format"
    (tmp_path / "tệp").write_text("")
    with pytest.raises(Refused) as unwritable:
        told.reports.write_log(AiringQuery(), "csv", tmp_path / "tệp" / "log.csv")
    assert unwritable.value.code.startswith("disk.")
    assert {path.name for path in tmp_path.iterdir()} == {"tệp", "trạm mẫu"}

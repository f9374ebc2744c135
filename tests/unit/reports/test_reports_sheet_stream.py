"""The streamed workbook, read back by openpyxl: what went in comes out, however strange, however long."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.base.clock import STATION_ZONE, at
from broadcaster.reports.writers import sheet_stream
from broadcaster.reports.writers.sheet_parts import sheet_names
from broadcaster.reports.writers.sheet_stream import Column, SheetStream

COLUMNS = [Column("STT", 7, "whole"), Column("Ngày", 12, "day"), Column("Nội dung", 48), Column("Lúc", 10, "moment"),
           Column("Phút", 9, "tenth")]


def written(path: Path, rows: list[tuple[object, ...]], columns: list[Column] = COLUMNS) -> Any:
    with SheetStream(path, "Nhật ký", columns, title="Nhật ký & sổ") as sheet:
        assert sheet.write(rows) == len(rows)
    book = openpyxl.load_workbook(path)
    book.close()
    return book


def test_types_come_back(tmp_path: Path) -> None:
    book = written(tmp_path / "a.xlsx", [
        (1, date(2026, 11, 21), "Tin <&> \"một\"", at(date(2026, 11, 21), 18012.9), 1.25),
        (2, "2026-11-22", "=1+1", "2026-11-22T05:00:12.300+07:00", 3),
        (3, None, None, "", None),
        (4, "không rõ ngày", "dòng một\ndòng hai", "2026-11-21T22:00:12+00:00", float("nan"))])
    sheet = book["Nhật ký"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("STT", "Ngày", "Nội dung", "Lúc", "Phút")
    assert rows[1][:3] == (1, datetime(2026, 11, 21), "Tin <&> \"một\"")  # noqa: DTZ001
    assert [row[3].strftime("%H:%M:%S") for row in (rows[1], rows[2], rows[4])] == ["05:00:12", "05:00:12", "05:00:12"]
    assert rows[1][4] == 1.25
    assert rows[2][2] == "=1+1"
    assert sheet["C3"].data_type == "s"
    assert rows[3] == (3, None, None, None, None)
    assert rows[4][:3] == (4, "không rõ ngày", "dòng một\ndòng hai")
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A2", "A1:E5", "$1:$1")
    assert (sheet["A1"].font.bold, sheet["B2"].number_format, sheet["D2"].number_format) == (
        True, "dd/mm/yyyy", "hh:mm:ss")
    assert sheet.column_dimensions["C"].width == 48
    assert sheet.page_setup.orientation == "landscape"
    assert book.properties.title == "Nhật ký & sổ"


@settings(max_examples=60)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=8))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("any") / "a.xlsx"
    sheet = written(path, [(text,) for text in texts], [Column("Chữ", 20)])["Nhật ký"]
    for number, text in enumerate(texts, start=2):
        kept = "".join(c for c in text if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff"
                                                            and c not in "\ufffe\uffff"))
        assert (sheet.cell(number, 1).value or "") == kept


def test_more_rows_than_a_sheet_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_stream, "ROWS_A_SHEET", 10)
    monkeypatch.setattr(sheet_stream, "_PIECES", 7)
    columns = [Column("STT", 7, "whole"), Column("Chữ", 20)]
    path = tmp_path / "a.xlsx"
    with SheetStream(path, "Nhật ký", columns) as sheet:
        assert sheet.write((number, f"tin {number}") for number in range(13)) == 13
        assert sheet.write((number, f"tin {number}") for number in range(13, 25)) == 12
    book = openpyxl.load_workbook(path)
    book.close()
    assert book.sheetnames == ["Nhật ký", "Nhật ký (2)", "Nhật ký (3)"]
    assert [each.max_row for each in book.worksheets] == [11, 11, 6]
    found = [row[0] for each in book.worksheets for row in each.iter_rows(min_row=2, values_only=True)]
    assert found == list(range(25))


def test_more_texts_than_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_stream, "_KEPT", 5)
    texts = [f"tin {number % 17}" for number in range(60)]
    sheet = written(tmp_path / "a.xlsx", [(text,) for text in texts], [Column("Chữ", 20)])["Nhật ký"]
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == texts


def test_an_empty_log_is_a_workbook_too(tmp_path: Path) -> None:
    assert written(tmp_path / "a.xlsx", [])["Nhật ký"].max_row == 1


def test_every_part_is_well_formed_and_named(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    written(path, [(1, date(2026, 11, 21), "tin", None, 1.5)])
    with zipfile.ZipFile(path) as file:
        assert file.namelist()[0] == "[Content_Types].xml"
        for name in file.namelist():
            ElementTree.fromstring(file.read(name))


def test_a_fault_halfway_closes_the_file(tmp_path: Path) -> None:
    def rows() -> Any:
        yield (1, None, "tin", None, 1.0)
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"), SheetStream(tmp_path / "a.xlsx", "Nhật ký", COLUMNS) as sheet:
        sheet.write(rows())
    (tmp_path / "a.xlsx").unlink()


def test_names_of_sheets() -> None:
    assert sheet_names("[Sổ]/nhật: ký?", 2) == ["Sổ  nhật  ký", "Sổ  nhật  ký (2)"]
    assert len(sheet_names("a" * 60, 2)[1]) <= 31


def test_moments_are_never_a_second_early() -> None:
    stamp = at(date(2026, 11, 21), 0)
    for second in range(0, 86_400, 61):
        moment = stamp + timedelta(seconds=second)
        serial = float(sheet_stream._moment(moment))
        back = openpyxl.utils.datetime.from_excel(serial)
        assert back.replace(microsecond=0, tzinfo=STATION_ZONE) == moment

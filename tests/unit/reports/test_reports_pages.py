"""Pages and sheets under load: long tables, long words, names that are no formulas."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document as open_word
from docx.shared import Mm
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reports_office import Office, airing

from broadcaster.base.errors import Refused
from broadcaster.bulletins.model import HandOut
from broadcaster.reports import periods, profiles
from broadcaster.reports.build import build
from broadcaster.reports.document import Align, Appendix, Column, Document, Foot, Paragraph, Style, Table
from broadcaster.reports.model import AXES, Former, Report, Requirement
from broadcaster.reports.profiles import ReportProfile
from broadcaster.reports.sentences import Sentences
from broadcaster.reports.tables import MANY
from broadcaster.reports.writers.docx import docx_bytes
from broadcaster.reports.writers.report_csv import csv_bytes
from broadcaster.reports.writers.xlsx import xlsx_bytes

DAY = date(2026, 11, 1)
LONG = "Tuyên truyền, phổ biến Luật Bảo đảm trật tự, an toàn giao thông đường bộ và hướng dẫn định danh điện tử "


def many(office: Office, count: int, title: str = "Tin") -> Report:
    office.log(*(airing(str(n), DAY + timedelta(n % 20), 5 * 3600 + n, title=f"{title} {n}", cut=str(n))
                 for n in range(count)))
    return office.reports.for_month("2026-11")


def word(data: bytes) -> Any:
    return open_word(io.BytesIO(data))


def test_two_hundred_contents_are_gathered_by_letter_and_the_sheet_has_each(office: Office, tmp_path: Path) -> None:
    report = many(office, MANY + 80)
    tables = office.reports.document(report).tables()
    assert [row[1] for row in tables[0].rows] == ["Nội dung của đài, không theo văn bản"]
    assert tables[0].total == ("", "Tổng cộng", "", "200", "0", "200", "300,0", "", "", "")
    book = openpyxl.load_workbook(office.reports.write(report, "xlsx", tmp_path / "r.xlsx"))
    assert book["Báo cáo"].max_row >= 4 + MANY + 80
    book.close()


def test_a_long_table_repeats_its_head_and_breaks_no_row(office: Office) -> None:
    document = word(docx_bytes(office.reports.document(many(office, MANY, LONG))))
    long = [table._tbl.tr_lst for table in document.tables if len(table._tbl.tr_lst) > MANY]
    assert [len(rows) for rows in long] == [MANY + 3, MANY + 1], "the contents and the log of the appendix"
    for rows, heads in zip(long, (2, 1), strict=True):
        assert all(row.xpath("./w:trPr/w:cantSplit") for row in rows)
        assert len([row for row in rows if row.xpath("./w:trPr/w:tblHeader")]) == heads
    assert len(document.sections) == 2
    assert [round(section.page_width / Mm(1)) for section in document.sections] == [210, 297]


def test_the_signature_never_stands_alone_on_a_page(busy: Office) -> None:
    built = busy.reports.document(busy.reports.for_month("2026-11"))
    foot = next(number for number, block in enumerate(built.blocks) if isinstance(block, Foot))
    closing = built.blocks[foot - 1]
    assert isinstance(closing, Paragraph)
    assert closing.style is Style.CAPTION
    made = word(docx_bytes(built))
    last = next(paragraph for paragraph in made.paragraphs if paragraph.text == closing.text)
    assert last.paragraph_format.keep_with_next


def test_heads_of_groups_span_the_table() -> None:
    columns = tuple(Column(str(n), f"Cột {n}", 10, Align.LEFT) for n in range(4))
    table = Table(columns, [("Theo thể loại",), ("a", "", "1", "2"), ("b", "x\ny", "3", "4")], ("c", "", "4", "6"))
    made = word(docx_bytes(Document("t", "s", (table, Appendix("PHỤ LỤC", "Trích", "(Kèm theo)", False), table))))
    rows = made.tables[0]._tbl.tr_lst
    assert rows[1].xpath("./w:tc/w:tcPr/w:gridSpan/@w:val") == ["4"]
    assert [len(row.tc_lst) for row in rows] == [4, 1, 4, 4, 4]
    assert made.tables[0].rows[3].cells[1].text == "x\ny"
    assert [round(section.page_width / Mm(1)) for section in made.sections] == [210, 210]


@pytest.mark.parametrize("text", [
    "=1+1", "+84 900", "-HYPERLINK", "@SUM(A1)", "\t=1", "\r=1", " =1", "=cmd|'/c calc'!A0"])
def test_no_name_becomes_a_formula(busy: Office, text: str) -> None:
    busy.log(replace(airing("x", DAY, title=text, kind="bai"), category=text, zones=(text,), language=text,
                     directive_id="d1", directive_number=text))
    report = busy.reports.for_month("2026-11")
    hand_out = HandOut("h", "", "", "poster", DAY, text, 3, text, text, "", "", "2026-11-21T05:00:00.000+07:00")
    report = replace(report, hand_outs=(hand_out,), former=(Former(text, 1, 60, 0, 1),),
                     requirements=(Requirement(text, text, 1, 1, 0, 0, 0, 0, 0, 1, 1),))
    says = busy.reports.says(report)
    cells = [cell for row in csv.reader(io.StringIO(csv_bytes(says).decode("utf-8-sig"), newline="")) for cell in row]
    assert sum(text in cell for cell in cells) >= 8
    assert not [cell for cell in cells if cell.lstrip(" ")[:1] in {"=", "+", "-", "@", "\t", "\r"}]
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(says, busy.reports.log_of(report))))
    formulas = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas
    assert all(str(value).startswith("=SUM(") for value in formulas)
    book.close()


def test_totals_are_formulas_that_know_their_value(office: Office) -> None:
    report = replace(many(office, 7), former=(Former("Đài cũ A", 3, 300, 0, 2), Former("Đài cũ B", 4, 60, 1, 3)))
    data = xlsx_bytes(office.reports.says(report), office.reports.log_of(report))
    formulas, values = (openpyxl.load_workbook(io.BytesIO(data), data_only=known) for known in (False, True))
    found = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                found += 1
                first, last = cell.value.removeprefix("=SUM(").removesuffix(")").split(":")
                known = values[sheet.title]
                added = sum(each[0].value or 0 for each in known[first:last])
                assert known[cell.coordinate].value == pytest.approx(added), (sheet.title, cell.coordinate)
    assert found >= 9
    formulas.close()
    values.close()


def test_own_wording_is_stored_only_when_it_is_right(busy: Office) -> None:
    busy.reports.save_wording('[results]\ntable = "Chi tiết:"\n')
    with pytest.raises(Refused) as refusal:
        busy.reports.save_wording('[results]\ntable = "{tổng}"\n')
    assert refusal.value.facts["line"] == 2
    assert "Chi tiết:" in busy.reports.document(busy.reports.for_month("2026-11")).texts()
    busy.reports.save_wording("")
    assert busy.reports.wording() == ""
    assert "Số liệu chi tiết theo từng nội dung:" in busy.reports.document(busy.reports.for_month("2026-11")).texts()


def test_an_own_profile_can_be_taken_away_again(busy: Office) -> None:
    text = busy.reports.profile_text("ban-tuyen-giao")
    saved = busy.reports.save_profile(text.replace("due_day = 18", "due_day = 31"))
    assert saved.due(periods.month("2026-11", 15)) == date(2026, 11, 30)
    busy.reports.remove_profile("ban-tuyen-giao")
    assert busy.reports.profile("ban-tuyen-giao").due(periods.month("2026-12")) == date(2027, 1, 18)
    for name in ("ban-tuyen-giao", "../station"):
        with pytest.raises(Refused) as refusal:
            busy.reports.remove_profile(name)
        assert refusal.value.code == "report.profile"


@pytest.mark.parametrize("text", ['[sheets]\nreport = "a/b"\n', '[sheets]\nlog = "Báo cáo"\n', '[sheets]\nlog = ""\n',
                                  f'[sheets]\nlog = "{"x" * 32}"\n', "[sheets]\nlog = \"'x\"\n"])
def test_a_sheet_has_a_name_a_spreadsheet_takes(busy: Office, text: str) -> None:
    with pytest.raises(Refused) as refusal:
        busy.reports.save_wording(text)
    assert (refusal.value.code, refusal.value.facts["line"]) == ("report.file_value", 2)


@st.composite
def any_profile(draw: st.DrawFn) -> ReportProfile:
    def some(names: tuple[str, ...], least: int = 0) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(names), unique=True, min_size=least)))

    return ReportProfile(
        "x", "X", sections=some(profiles.SECTIONS), columns=some(profiles.COLUMNS, 1),
        breakdowns=some((*AXES, "verification", "reason")), table=draw(st.sampled_from(profiles.TABLES)),
        appendix=draw(st.sampled_from(profiles.APPENDICES)), signing=draw(st.sampled_from(profiles.SIGNING)),
        landscape=draw(st.booleans()), to=draw(st.sampled_from([(), ("A",), ("A", "B {commune}")])))


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_profile())
def test_whatever_an_addressee_wants_can_be_written(busy: Office, profile: ReportProfile) -> None:
    report = busy.reports.for_month("2026-11")
    says = Sentences(report, profile=profile)
    made = word(docx_bytes(build(says)))
    assert made.sections[0].page_width > Mm(200)
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(says, report.airings)), data_only=True)
    rows = [[cell.value for cell in row] for row in book["Báo cáo"].iter_rows(min_row=4)]
    last = rows[1 + len(report.rows)]
    if "airings" in profile.columns:
        assert last[rows[0].index("Số lượt phát")] == 9
    if "title" in profile.columns:
        assert last[rows[0].index("Nội dung tuyên truyền")] == "Tổng cộng"
    book.close()
    assert csv_bytes(says).startswith(b"\xef\xbb\xbf")

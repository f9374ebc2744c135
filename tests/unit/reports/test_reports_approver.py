"""A report never hides that somebody approved their own work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from docx import Document
from reports_office import Office, airing

from broadcaster.reports import wording
from broadcaster.reports.writers.log_rows import log_row

DAY = date(2026, 11, 21)


def texts(office: Office, tmp_path: Path) -> str:
    document = Document(str(office.reports.write(office.reports.for_month("2026-11"), "docx", tmp_path / "b.docx")))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_a_station_of_one_is_said_in_log_and_report(office: Office, tmp_path: Path) -> None:
    own = replace(airing("a", DAY), self_approved=True)
    office.log(own, airing("b", DAY, 6 * 3600))
    assert office.reports.for_month("2026-11").totals.self_approved == 1
    text = texts(office, tmp_path)
    assert "Có 1 lượt phát nội dung do người soạn tự duyệt" in text
    assert wording.approver(own) == "Phó Chủ tịch (tự soạn, tự duyệt)"
    assert wording.approver(own) in log_row(own)


def test_both_of_two_approvers_are_named(office: Office, tmp_path: Path) -> None:
    both = replace(airing("a", DAY), second_approver="Trưởng ban biên tập")
    assert "Phó Chủ tịch; Trưởng ban biên tập" in log_row(both)
    assert wording.approver(replace(both, self_approved=True)).endswith("(một người tự soạn)")
    office.log(both)
    assert "tự duyệt" not in texts(office, tmp_path)

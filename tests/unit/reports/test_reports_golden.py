"""Whole reports, word for word, as they come out of the Word file: tests/data/reports/*.txt.

A change of wording or layout shows here as the difference a reader would see. To accept it: run with GOLDEN=write.
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.table import Table
from reports_office import LETTER, Office

from broadcaster.reports.model import Fault, Former, Report, Requirement

GOLDEN = Path(__file__).resolve().parents[2] / "data" / "reports"


def shown(path: Path) -> str:
    """Paragraphs and tables in the order of reading; a merged cell once."""
    lines = []
    for part in Document(str(path)).iter_inner_content():
        if isinstance(part, Table):
            lines += [" | ".join(cells(row)) for row in part.rows]
        elif part.text.strip():
            lines.append(part.text)
    return "\n".join(lines) + "\n"


def cells(row: Any) -> list[str]:
    return [" / ".join(text for text in cell.text.split("\n") if text.strip()) for cell in dict.fromkeys(row.cells)]


def full(report: Report) -> Report:
    """With everything a report can have beside its airings."""
    day = date(2026, 11, 3)
    return replace(
        report, faults=(Fault(day, "power", 2), Fault(day, "device", 1)),
        requirements=(Requirement("Phòng, chống đuối nước trẻ em", "1349/STTTT-TTBCXB", 10, 5, 1, 1, 3, 5, 0, 5, 3),
                      Requirement("Đợt của đài", "", 4, 4, 0, 0, 0, 0, 0, 2, 2)),
        former=(Former("Đài truyền thanh xã Mẫu Đông (cũ)", 312, 45000, 12, 150),))


@pytest.mark.parametrize("name", ["cap-tren", "ban-tuyen-giao", "so-chuyen-nganh", "ubnd-xa", "tra-loi-van-ban"])
def test_the_word_file_reads_as_agreed(busy: Office, tmp_path: Path, name: str) -> None:
    busy.clock.advance(15 * 86_400)
    letter = name == "tra-loi-van-ban"
    report = full(busy.reports.for_directive(LETTER) if letter else busy.reports.for_month("2026-11"))
    told = shown(busy.reports.write(report, "docx", tmp_path / "r.docx", name))
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, encoding="utf-8", newline="\n")
    assert told == golden.read_text(encoding="utf-8")

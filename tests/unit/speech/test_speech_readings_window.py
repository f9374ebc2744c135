"""What the window is told of a reading: other choices, what is worth a look, and forms the text explains itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from broadcaster.speech.model import Reading
from broadcaster.speech.normalise import normalise, readings

LETTERS = sorted((Path(__file__).resolve().parents[2] / "data" / "letters").glob("*.txt"))


def of(text: str, written: str) -> Reading:
    return next(reading for reading in readings(text) if reading.written == written)


@pytest.mark.parametrize(("text", "said"), [
    ("Hợp đồng điện tử (KQXZ); KQXZ mới", "Hợp đồng điện tử, ca quy ích dét; ca quy ích dét mới"),
    ("Tổ bảo vệ môi trường xanh (TBVMTX) ra quân; TBVMTX trực", "Tổ bảo vệ môi trường xanh ra quân; "
                                                               "tổ bảo vệ môi trường xanh trực"),
    ("hợp đồng (HĐ) thuê đất; ký HĐ mới", "hợp đồng thuê đất; ký hợp đồng mới"),
    ("kết nạp hai đảng viên, tổng số ĐV là 5", "kết nạp hai đảng viên, tổng số đảng viên là năm"),
])
def test_short_forms_a_text_explains(text: str, said: str) -> None:
    assert normalise(text) == said


@pytest.mark.parametrize(("text", "written", "others"), [
    ("xem 1/5", "1/5", {"một phần năm"}),
    ("giảm 1/2", "1/2", {"ngày mùng một tháng hai"}),
    ("2/3 số hộ", "2/3", {"ngày mùng hai tháng ba"}),
    ("họp T3", "T3", {"thứ ba", "tháng ba"}),
    ("gửi CC", "CC", {"căn cước"}),
    ("đồng chí XYZQ", "XYZQ", {"xyzq"}),
])
def test_doubts_are_marked_or_have_choices(text: str, written: str, others: set[str]) -> None:
    found = of(text, written)
    assert others <= set(found.choices)
    assert found.risky or written == "2/3"


def test_known_words_joined_are_said_and_marked() -> None:
    found = of("cán bộ TTYTX trực", "TTYTX")
    assert (found.spoken, found.risky) == ("trung tâm y tế xã", True)
    assert "tê tê i tê ích" in found.choices


def test_few_words_of_real_letters_are_marked() -> None:
    texts = [letter.read_text(encoding="utf-8") for letter in LETTERS]
    words = sum(len(re.findall(r"\w+", text)) for text in texts)
    marked = sum(len(reading.written.split()) for text in texts for reading in readings(text) if reading.risky)
    assert words > 3_000
    assert 0 < marked < 0.02 * words

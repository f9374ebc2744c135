"""The table of officialese: plainer words, the same facts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.base.errors import Refused
from broadcaster.bulletins.figures import values
from broadcaster.bulletins.officialese import load_officialese, officialese

SHIPPED = load_officialese(Path("no such home"))
NOT = re.compile(r"\b(?:không(?! gian)|chưa|cấm|đừng|trừ)\b", re.I)
FACTS = ("trước ngày 15/12/2026", "lúc 17 giờ 30", "số 0200 123 456", "xã Mẫu", "25.000 đồng", "không thả rông",
         "chưa tiêm", "nghiêm cấm đốt", "70%", "thôn 5", "Trạm Y tế", "0,5 ha", "trong 02 ngày")


def test_table_is_large_and_longest_wins() -> None:
    assert len(SHIPPED.words) >= 150
    assert SHIPPED.shortened("khẩn trương triển khai thực hiện trên địa bàn xã") == "làm ngay trong xã"
    assert SHIPPED.shortened("Nhằm mục đích bảo vệ") == "Để bảo vệ"


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(sorted(SHIPPED.words)), st.sampled_from(FACTS)), min_size=1, max_size=9))
def test_facts_survive(parts: list[str]) -> None:
    text = ", ".join(parts)  # side by side, two figures would be one
    plainer = SHIPPED.shortened(text)
    assert values(plainer) == values(text)
    assert len(NOT.findall(plainer)) == len(NOT.findall(text))
    for fact in set(parts) & set(FACTS):
        assert re.sub(r"\b0(?=\d ngày)", "", fact) in plainer
    for _ in parts:
        plainer = SHIPPED.shortened(plainer)
    assert SHIPPED.shortened(plainer) == plainer, "the table comes to rest"


@pytest.mark.parametrize("text", ["theo “thực hiện công tác tiêm phòng trên địa bàn xã”",
                                  "Ban Chỉ đạo Trên địa bàn xã"])
def test_quotations_and_names_stay(text: str) -> None:
    assert SHIPPED.shortened(text) == text


@pytest.mark.parametrize(("written", "said"), [
    ("từ 7h30 đến 11h00", "từ 7 giờ 30 đến 11 giờ"), ("8h00 - 11h30", "8 giờ đến 11 giờ 30"),
    ("16 giờ 30 ngày 20 tháng 10", "16 giờ 30 ngày 20 tháng 10"), ("số 0200 123 456", "số 0200 123 456"),
    ("ngày 05/09/2026", "ngày 05/09/2026"), ("trong 03 ngày", "trong 3 ngày"), ("UBND xã", "Ủy ban nhân dân xã"),
    ("mã SBHXH", "mã SBHXH"),
    ("số 431/UBND-TH1, BHXH-TT", "số 431/UBND-TH1, BHXH-TT"), ("đạt 0,03%", "đạt 0,03%"), ("25h99", "25h99"),
])
def test_hours_and_abbreviations(written: str, said: str) -> None:
    assert SHIPPED.shortened(written) == said


def test_station_adds_its_own(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "officialese.tsv").write_text("# của đài\nUBND\txã nhà\nngõ ngách\t-\n", encoding="utf-8")
    own = load_officialese(tmp_path)
    assert own.shortened("UBND dọn ngõ ngách") == "xã nhà dọn "
    assert own.shortened("HĐND") == "Hội đồng nhân dân"


@pytest.mark.parametrize("line", ["một cột", "\tchỉ cột hai", "chỉ cột một\t", "không được đốt\tđốt",
                                  "trong 3 ngày\tngay"])
def test_line_that_would_change_facts_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "officialese.tsv").write_text(f"# đầu\n{line}\n", encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        load_officialese(tmp_path)
    assert refusal.value.code == "template.broken"
    assert "officialese.tsv 2" in str(refusal.value.facts["detail"])


def test_empty_table_changes_nothing() -> None:
    assert officialese({}).shortened("trên địa bàn xã") == "trên địa bàn xã"

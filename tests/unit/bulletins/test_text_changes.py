"""What changed since the approval: whole words, figures first, nothing lost, quick for long texts."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.bulletins.changes import FigureChange, TextChange, text_change

BEFORE = ("Mời bà con đưa chó đến trụ sở UBND xã vào 7 giờ 30 ngày 01/12/2026 để tiêm phòng dại.\n"
          "Điện thoại: 0225 3847 111. Theo Công văn số 12/UBND-VX, có hai đợt.")
WORDS = st.sampled_from(["bà con", "ngày 01/12/2026", "7 giờ 30", "0912 345 678", "hai", "thôn Đông", "\n", ".",
                         "15.000 đồng"])


def side(change: TextChange, other: str) -> str:
    return "".join(piece.text for piece in change.pieces if piece.kind != other)


def told(before: str, after: str) -> list[tuple[str, str, str]]:
    return [(item.kind, item.before, item.after) for item in text_change(before, after).figures]


def test_the_same_text_has_no_change() -> None:
    assert not text_change(BEFORE, BEFORE).changed
    assert not text_change(BEFORE, BEFORE.replace("\n", "\r\n")).changed


def test_words_are_told_whole() -> None:
    change = text_change("Mời bà con đến trụ sở.", "Mời bà con đến nhà văn hóa.")
    assert [(piece.kind, piece.text.strip()) for piece in change.pieces] == [
        ("same", "Mời bà con đến"), ("removed", "trụ sở"), ("added", "nhà văn hóa"), ("same", ".")]
    assert change.words == (3, 2)


@pytest.mark.parametrize(("before", "after", "figure"), [
    ("0225 3847 111", "0225 3847 112", ("phone", "0225 3847 111", "0225 3847 112")),
    ("01/12/2026", "02/12/2026", ("date", "01/12/2026", "02/12/2026")),
    ("01/12/2026", "01/12/2027", ("date", "01/12/2026", "01/12/2027")),
    ("7 giờ 30", "8 giờ", ("clock", "7 giờ 30", "8 giờ")),
    ("12/UBND-VX", "13/UBND-VX", ("document", "12/UBND-VX", "13/UBND-VX")),
    ("hai đợt", "ba đợt", ("number", "hai", "ba")),
])
def test_a_changed_figure_is_told(before: str, after: str, figure: tuple[str, str, str]) -> None:
    assert told(BEFORE, BEFORE.replace(before, after)) == [figure]


def test_the_same_date_written_otherwise_is_no_changed_figure() -> None:
    assert told(BEFORE, BEFORE.replace("01/12/2026", "1/12/2026")) == []


def test_two_dates_that_changed_places_are_told() -> None:
    assert told("Thôn Đông ngày 01/12, thôn Đoài ngày 02/12.", "Thôn Đông ngày 02/12, thôn Đoài ngày 01/12.")


def test_a_phone_number_stands_before_a_document_number() -> None:
    change = text_change(BEFORE, BEFORE.replace("12/UBND", "14/UBND").replace("111", "119"))
    assert [item.kind for item in change.figures] == ["phone", "document"]
    assert change.figures[0] == FigureChange("phone", "0225 3847 111", "0225 3847 119", change.figures[0].around)
    assert "Điện thoại: 0225 3847 119" in change.figures[0].around


def test_a_new_and_a_lost_figure() -> None:
    assert told("Mời bà con.", "Mời bà con ngày 05/12.") == [("date", "", "05/12")]
    assert told("Mời bà con ngày 05/12.", "Mời bà con.") == [("date", "05/12", "")]


@pytest.mark.parametrize(("before", "after"), [("", "bà con"), ("bà con", ""), ("", ""), (" \n ", "\n")])
def test_empty_texts(before: str, after: str) -> None:
    change = text_change(before, after)
    assert side(change, "removed") == after.strip()
    assert side(change, "added") == before.strip()


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=30), st.lists(WORDS, max_size=30))
def test_the_pieces_are_both_texts(before: list[str], after: list[str]) -> None:
    old, new = " ".join(before).strip(), " ".join(after).strip()
    change = text_change(old, new)
    assert "".join(side(change, "removed").split()) == "".join(new.split())
    assert "".join(side(change, "added").split()) == "".join(old.split())
    assert change.changed or old.split() == new.split()


def test_a_long_and_a_monotonous_text_are_quick() -> None:
    began = time.monotonic()
    text_change("x " + "dài " * 20_000, "dài " * 20_100 + "y")
    text_change(BEFORE * 400, (BEFORE * 400).replace("hai đợt", "ba đợt", 7))
    assert time.monotonic() - began < 15

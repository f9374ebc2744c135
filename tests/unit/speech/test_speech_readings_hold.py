"""What holds of every reading: the value of each number, nothing unread left over, no text that takes minutes."""

from __future__ import annotations

import re
import time
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.speech.normalise import normalise, readings
from broadcaster.speech.normalise.lexicon import rows, table

_ONES = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
         "tám": 8, "chín": 9, "mười": 10}
_SCALES = {"tỷ": 10**9, "triệu": 10**6, "nghìn": 1000, "ngàn": 1000}
_PROSE = st.lists(st.sampled_from([
    "UBND xã", "ngày", "từ", "đến", "tháng", "năm", "số", "gọi", "TP.", "15/8/2021", "2-3", "1/5", "3.000", "1,5", "tỷ",
    "đồng", "kg/ha", "%", "(", ")", "-", "/", ".", ",", ";", ":", "\n", "I.", "a)", "7h30", "–", "CT", "HĐ", "TT",
    "NN&PTNT", "12/KH-UBND", "Covid-19", "khóa XV", "QL1A", "H5N1", "0905.123.456", "www.abc.vn", "Ea H'leo", "lần",
    "người", "thứ", "báo động", "°C", "37,5", "…", "“", "”", "+", "≥", "&", "Zalo", "marketing"]), max_size=14)


def spoken_value(text: str) -> int:
    """Reads groups of three from the words: hundreds, tens, ones, then the scale."""
    total = group = pending = 0
    for word in text.split():
        if word in _SCALES:
            group += pending
            total = (total + group) * 10**9 if _SCALES[word] == 10**9 else total + group * _SCALES[word]
            group = pending = 0
        elif word in {"trăm", "mươi"}:
            group += pending * {"trăm": 100, "mươi": 10}[word]
            pending = 0
        elif word != "linh":
            group, pending = group + pending, _ONES[word]
    return total + group + pending


@given(st.integers(0, 10**12))
def test_every_number_keeps_its_value(value: int) -> None:
    plain, pointed = str(value), f"{value:,}".replace(",", ".")
    if len(plain) < 9:
        assert spoken_value(normalise(f"có {plain} người")[3:-6]) == value
    assert spoken_value(normalise(f"có {pointed} người")[3:-6]) == value


@given(st.integers(1000, 10**12))
def test_money_keeps_its_value(value: int) -> None:
    said = normalise(f"hỗ trợ {value:,}đ".replace(",", "."))
    assert said.startswith("hỗ trợ ")
    assert said.endswith(" đồng")
    assert spoken_value(said[7:-5]) == value


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(["/", "-", "."]), st.booleans())
def test_dates_keep_day_month_and_year(day: date, mark: str, padded: bool) -> None:
    form = "{:02}{}{:02}{}{}" if padded else "{}{}{}{}{}"
    said = normalise("ngày " + form.format(day.day, mark, day.month, mark, day.year))
    found = re.fullmatch(r"ngày (?:mùng )?(.+) tháng (.+?) năm (.+)", said)
    assert found is not None, said
    assert [spoken_value(part) for part in found.groups()] == [day.day, day.month, day.year]


@given(st.text("0123456789", min_size=8, max_size=8), st.sampled_from(["", ".", " "]))
def test_telephone_numbers_keep_every_digit(rest: str, mark: str) -> None:
    number = "09" + rest
    said = normalise(f"điện thoại {mark.join([number[:4], number[4:7], number[7:]])}")
    assert [_ONES[word] for word in said.split()[2:]] == [int(digit) for digit in number]


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(["{}h{:02}", "{:02}:{:02}", "{} giờ {:02}", "{}g{:02}"]))
def test_times_keep_hour_and_minute(hour: int, minute: int, form: str) -> None:
    said = normalise("lúc " + form.format(hour, minute))
    wanted = rf"lúc (.+) giờ{' (.+) phút' if minute else ''}"
    found = re.fullmatch(wanted, said)
    assert found is not None, said
    assert [spoken_value(part) for part in found.groups()] == [hour, minute][:2 if minute else 1]


@settings(max_examples=300)
@given(_PROSE)
def test_prose_is_read_once_and_for_all(parts: list[str]) -> None:
    said = normalise(" ".join(parts))
    assert normalise(said) == said
    assert not re.search(r"[^\w\s.,;:!?']|_", said), said
    assert not any(unicodedata.category(character).startswith("N") for character in said), said


@settings(max_examples=200)
@given(st.text(max_size=120))
def test_no_text_leaves_figures_or_signs(text: str) -> None:
    said = normalise(text)
    assert not any(unicodedata.category(character) in {"Nd", "No", "Sm", "Sc", "So"} for character in said), said


def test_tables_are_clean() -> None:
    tables = ("abbreviations", "foreign", "units", "papers", "issuers", "parts")
    written = {name: [row[0] for row in rows(name)] for name in tables}
    assert {name: len(set(words)) == len(words) for name, words in written.items()} == dict.fromkeys(tables, True)
    spoken = {said for name in tables for said in table(name).values()} | {row[1] for row in rows("ambiguous")}
    assert sorted(said for said in spoken if normalise(said).lower() != said) == []
    assert len(written["abbreviations"]) > 600
    assert len(written["foreign"]) > 400


@pytest.mark.parametrize(("written", "said", "kind", "risky"), [
    ("1/5", "ngày mùng một tháng năm", "date", True), ("XYZT", "ích i dét tê", "capitals", True),
    ("marketplace", "marketplace", "capitals", True), ("5kg", "năm ki lô gam", "unit", False),
])
def test_readings_say_what_a_stretch_was_taken_for(written: str, said: str, kind: str, risky: bool) -> None:
    [found] = [reading for reading in readings(f"xem {written} nhé") if reading.kind]
    assert (found.written, found.spoken, found.kind, found.risky) == (written, said, kind, risky)
    assert said not in found.choices


def test_short_forms_of_several_meanings_offer_the_others() -> None:
    by_context = {text: next(r for r in readings(text) if r.written == "CT") for text in ("CT số 5", "CT xã",
                                                                                          "CT TNHH")}
    assert [by_context[text].spoken for text in by_context] == ["chỉ thị", "chủ tịch", "công ty"]
    assert [by_context[text].risky for text in by_context] == [False, True, False]
    assert "chỉ thị" in by_context["CT xã"].choices


@pytest.mark.parametrize("part", [
    "1", "1 ", "1-", "A&", "ngày 1, ", "a.", "a@", "(", "I, ", "số ", "UBND-", "x1", "1/", "đồng/", "\n1. ",
    "thứ 2, 3, "])
def test_the_time_grows_with_the_length_only(part: str) -> None:
    def seconds(size: int) -> float:
        text = (part * size)[:size]
        started = time.thread_time()
        normalise(text)
        return time.thread_time() - started

    normalise("xã")
    assert seconds(16_000) < 16 * max(min(seconds(4_000), seconds(4_000)), 0.01)

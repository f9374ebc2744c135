"""Text messages: counted as a telephone network counts them, short enough, readable without accents."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.bulletins.kit.sms import count, unaccented

VIETNAMESE = st.text(st.sampled_from(
    "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐÔƯáàảãạắằẳẵặấầẩẫậéèẻẽẹốồổỗộớờởỡợứừửữự 0123456789.,:-/"))


@pytest.mark.parametrize(("text", "gsm", "units", "segments", "room"), [
    ("", True, 0, 0, 160), ("a", True, 1, 1, 159), ("a" * 160, True, 160, 1, 0), ("a" * 161, True, 161, 2, 145),
    ("a" * 306, True, 306, 2, 0), ("a" * 307, True, 307, 3, 152), ("€" * 80, True, 160, 1, 0),
    ("€" * 81, True, 162, 2, 143), ("{" + "a" * 159, True, 161, 2, 145), ("@\n", True, 2, 1, 158),
    ("ă", False, 1, 1, 69), ("ă" * 70, False, 70, 1, 0), ("ă" * 71, False, 71, 2, 63), ("ă" * 134, False, 134, 2, 0),
    ("ă" * 135, False, 135, 3, 66), ("😀" * 35, False, 70, 1, 0), ("…", False, 1, 1, 69), ("đ", False, 1, 1, 69),
    ("é à", True, 3, 1, 157),
])
def test_segments(text: str, gsm: bool, units: int, segments: int, room: int) -> None:
    found = count(text)
    assert (found.gsm, found.units, found.segments, found.room) == (gsm, units, segments, room)


def test_no_sign_is_parted_between_two_segments() -> None:
    # 152 letters leave one septet of 153: the euro sign needs two and goes into the next segment.
    found = count("a" * 152 + "€" + "b" * 152)
    assert (found.units, found.segments, found.room) == (306, 3, 152)
    assert count("a" * 153 + "€" + "b" * 151).segments == 2
    pairs = count("ă" * 66 + "😀" + "ă" * 66)
    assert (pairs.units, pairs.segments) == (134, 3)


def test_what_costs_is_named() -> None:
    assert count("Xa Mau – thông bào é").foreign == "–ô", "à and é are in the basic table"
    assert count(unicodedata.normalize("NFD", "ằ")).units == 1, "counted as it is sent: composed"


@settings(max_examples=200)
@given(VIETNAMESE)
def test_unaccented_keeps_every_letter_and_digit(text: str) -> None:
    plain = unaccented(text)
    assert plain.isascii()
    assert count(plain).gsm
    letters = "".join(c for c in unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D")) if c.isascii())
    assert plain.split() == letters.split()


@settings(max_examples=200)
@given(st.text())
def test_any_text_becomes_a_plain_message(text: str) -> None:
    plain = unaccented(text)
    assert count(plain).gsm
    assert unaccented(plain) == plain


def test_signs_of_print_become_signs_of_a_telephone() -> None:
    assert unaccented("“Đồng Tâm” – 25°C … 15.000₫ Ⅲ") == '"Dong Tam" - 25 do C ... 15.000d III'

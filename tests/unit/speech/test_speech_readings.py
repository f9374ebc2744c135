"""How written Vietnamese is read aloud; cases in tests/data/speech/*.tsv."""

from __future__ import annotations

import itertools
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcaster.speech.normalise import normalise, readings

TABLES = [table for table in sorted((Path(__file__).resolve().parents[2] / "data" / "speech").glob("*.tsv"))
          if table.name != "prose_held.tsv"]
CASES = [line.split("\t") for table in TABLES for line in table.read_text(encoding="utf-8").splitlines()[1:]
         if line and line[0] != "#"]
_SAME = {"ngàn": "nghìn", "lẻ": "linh", "mồng": "mùng"}


def bare(text: str) -> str:
    """Without case, punctuation and place of the tone mark."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower())
    return " ".join("".join(sorted(unicodedata.normalize("NFD", _SAME.get(word, word)))) for word in words)


def right(written: str, accepted: str) -> bool:
    said = normalise(written)
    if accepted.startswith("re:"):
        return re.search(accepted[3:].replace("\\u007c", "|"), said.lower()) is not None
    return bare(said) in {bare(one) for one in accepted.split("|")}


def test_tables_are_read_right() -> None:
    wrong = [(written, normalise(written)) for written, accepted, _ in CASES if not right(written, accepted)]
    assert len(CASES) > 220
    assert not wrong


def test_spoken_text_stays_as_it_is() -> None:
    spoken = [normalise(written) for written, *_ in CASES]
    assert [said for said in spoken if normalise(said) != said] == []


@given(st.text(max_size=200))
def test_readings_cover_any_text(text: str) -> None:
    normalise(text)
    found = readings(text)
    assert "".join(reading.written for reading in found) == unicodedata.normalize("NFC", text)
    assert all(before.end == after.start for before, after in itertools.pairwise(found))


def test_decomposed_letters_are_composed() -> None:
    assert normalise(unicodedata.normalize("NFD", "Kính thưa bà con")) == "Kính thưa bà con"


def test_preview_names_the_changed_stretch() -> None:
    changed = [(r.written, r.spoken) for r in readings("Trên 70% dân số") if r.changed]
    assert changed == [("70%", "bảy mươi phần trăm")]


@pytest.mark.parametrize("odd", [
    "www.a²b.vn", "A²B 5²", "1" * 5000, "1." * 3000, "a." * 3000 + "vn", "-" * 9000, "XXXX. II", "99/99/9999",
    "(" * 3000, "@" * 3000, "٣٤٥", "1:" * 3000, "0 " * 3000, "a-" * 3000, "1/" * 3000, "A1-" * 3000, "số " * 3000,
    "1-2/3 " * 1000, "gọi 113, " * 1000,
])
def test_odd_text_is_survived(odd: str) -> None:
    normalise(odd)

"""Old Vietnamese letters come back as Unicode; Unicode and other languages stay as they are."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.base.vietnamese import nfc
from broadcaster.directives import readers
from broadcaster.directives.readers import clean, encodings, pasted
from broadcaster.directives.readers.syllables import is_syllable

LETTERS = Path(__file__).parents[2] / "data" / "letters"
NAMES = ["seed-001", "seed-002", "22", "26"]


@cache
def table(name: str) -> dict[str, str]:
    from viparse.normalize.tcvn3 import TCVN3
    from viparse.normalize.vni import VNI

    return {new: old for old, new in (TCVN3 if name == "tcvn3" else VNI).pairs}


def old(text: str, name: str) -> str:
    return "".join(table(name).get(letter, table(name).get(letter.lower(), letter)) for letter in text)


def in_1258(text: str) -> bytes:
    """Base letters with their own mark as one byte, the tone as another."""
    data = b""
    for letter in text:
        spread = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in spread if mark in "\u0300\u0301\u0303\u0309\u0323")
        try:
            data += letter.encode("cp1258")
        except UnicodeEncodeError:
            data += nfc("".join(mark for mark in spread if mark not in tone)).encode("cp1258") + tone.encode("cp1258")
    return data


def words_kept(found: str, wanted: str) -> float:
    pairs = list(zip(found.split(), wanted.split(), strict=False))
    return sum(a.lower() == b.lower() for a, b in pairs) / max(len(found.split()), len(wanted.split()))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "cp1258"])
def test_letters_in_old_encodings(name: str, encoding: str, tmp_path: Path) -> None:
    wanted = (LETTERS / f"{name}.txt").read_text(encoding="utf-8")
    path = tmp_path / "thư.txt"
    path.write_bytes(in_1258(wanted) if encoding == "cp1258" else old(wanted, encoding).encode("cp1252"))
    assert words_kept(readers.read(path), wanted) > 0.99


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig"])
def test_unicode_with_and_without_a_mark(encoding: str, tmp_path: Path) -> None:
    wanted = (LETTERS / "22.txt").read_text(encoding="utf-8")
    path = tmp_path / "thư.txt"
    path.write_bytes(wanted.encode(encoding))
    assert readers.read(path) == clean(wanted)


@pytest.mark.parametrize("path", sorted(LETTERS.glob("*.txt")), ids=lambda path: path.stem)
def test_unicode_letters_are_not_touched(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    assert encodings.repaired(lines) == lines


@pytest.mark.parametrize("text", [
    "Le Comité populaire a décidé: à Genève, après l'été, où ça?", "Größe über Maße für Äpfel, Öl und Süßes",
    "El niño comió mañana; acción y educación", "Temperature 5 °C ± 1 · © 2021 « x »",
])
def test_other_languages_are_not_touched(text: str) -> None:
    assert encodings.repaired([text] * 3) == [text] * 3


def test_mixed_paragraphs_are_judged_one_by_one() -> None:
    found = encodings.repaired(["Kính gửi: Các thôn", old("Thực hiện Kế hoạch tuyên truyền của xã", "tcvn3"),
                                old("Tuyên truyền về chiến dịch tiêm chủng", "vni"), "http://xamau.example"])
    assert found == ["Kính gửi: Các thôn", "Thực hiện Kế hoạch tuyên truyền của xã",
                     "Tuyên truyền về chiến dịch tiêm chủng", "http://xamau.example"]


def test_capitals_of_old_print() -> None:
    lines = ["UBND THµNH PHè", "Sè: 12/UBND", "GI¸M §èC", "uû ban nh©n d©n ®Ò nghÞ thùc hiÖn kÕ ho¹ch"]
    assert encodings.repaired(lines) == ["UBND THÀNH PHỐ", "Số: 12/UBND", "GIÁM ĐỐC",
                                         "Uỷ ban nhân dân đề nghị thực hiện kế hoạch"]


def test_unicode_taken_for_single_letters_is_read_again() -> None:
    sound = "tiêm vắc xin cho trẻ em".encode().decode("latin-1")
    assert encodings.repaired([sound]) == ["tiêm vắc xin cho trẻ em"]


@pytest.mark.parametrize("word", ["nghiêng", "Tuyên", "quyết", "gì", "giêng", "Ủy", "uỷ", "khuya", "ĐỊNH", "thuở"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["dich", "thủt", "hiÖn", "aỵt", "Größe", "ngh", "bcđ", "tèch", "mụi̇", "PHòNG"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_cleaning() -> None:
    text = ("Ki\u0301nh\u200b g\u1eed\u00adi:\u00a0 Ủy\u202e ban\r\n\r\n\r\n\r\nSố:\t12\x00\x07 \n"
            "1.\tMột\f\ue000hai\uf0b7\nUBND XÃ MẪU\tCỘNG HÒA")
    assert clean(text).split("\n") == ["Kính gửi:  Ủy ban", "", "Số: 12", "1. Một", "", "hai-",
                                       "UBND XÃ MẪU    CỘNG HÒA"]


def test_pasted_text_is_read_like_a_file(tmp_path: Path) -> None:
    text = old("Thực hiện Kế hoạch tuyên truyền của xã", "vni") + "\r\n\u200bHết"
    path = tmp_path / "thư.txt"
    path.write_text(text, encoding="utf-8", newline="")
    assert pasted(text) == readers.read(path) == "Thực hiện Kế hoạch tuyên truyền của xã\nHết"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300) | st.text(alphabet="aâđ\u0301\u0323\u200b\u202e \t\n\r\f\ue000\x00.1-", max_size=300))
def test_cleaning_never_raises_and_changes_nothing_twice(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not {"\r", "\t", "\0", "\u200b", "\u202e", "\ue000"} & set(once)
    assert [c for c in once if c.isdigit()] == [c for c in nfc(text) if c.isdigit()]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_bytes_are_text_or_none(data: bytes) -> None:
    found = encodings.decoded(data)
    assert found is None or encodings.score(found) >= 0.8


def test_piles_of_accents_do_not_hang() -> None:
    assert len(clean("a" + "\u0323\u0302" * 300_000)) < 100

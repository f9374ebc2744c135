"""The Vietnamese of the window and of the printed pages: one word for one thing, and the small rules of writing it.

The words are decided in docs/glossary.md ("Words of the window"); no FORBIDDEN variant comes back.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
# What is not to be written → what is.
FORBIDDEN = {
    r"tiến trình (phát|nền|thường trú)": "bộ phát, chương trình thường trực",
    r"phát sóng|lên sóng": "phát, phát thanh",
    r"nhật ký phát(?! (thanh|hiện))": "nhật ký phát thanh",
    r"kiểm chứng|giám sát|đầu nghe (lại|kiểm)|micrô nghe lại": "nghe kiểm, micrô nghe kiểm",
    r"(?<!đài )\bbạn\b": "anh/chị, or no word at all",
    r"bản thảo": "bản nháp",
    r"tiếp âm": "tiếp sóng",
    r"mã băm|mã vuông": "mã kiểm tra, mã QR",
    r"phục hồi": "khôi phục",
    r"vui lòng|xin hãy": "hãy",
    r"thực đơn|trình đơn": "menu",
    r"cổng thu|đường ra(?! loa)": "đầu vào, đầu ra",
    r"cắt gọt": "cắt, chỉnh",
    r"giờ yên tĩnh|giờ im lặng": "giờ yên lặng",
    r"kho lưu|(?<!dọn )kho âm thanh": "lưu trữ, Thư viện",
    r"ngày đặc biệt": "đợt đặc biệt",
    r"rút (bài|quyền)": "thu hồi, thu quyền",
    r"xếp bài": "xếp mục",
    r"bởi(?! vì)": "the one who acts comes first: “{name} trả lại”",
    r"click|\bfile\b|\bfolder\b|\bemail\b": "bấm, tệp, thư mục, thư điện tử",
}
# A letter is a văn bản; công văn is one kind of it, named as such or called so where people speak.
OFFICIAL_LETTER = {"Official letter"}
ENGLISH = re.compile(r"\b(the|and|not|is|are|of|with|from|save|cancel|open|close|item|session|airing|letter|station|"
                     r"library|schedule|settings|approve|player|keeper|journal|rundown|cart|hash)\b", re.I)
PLACE = re.compile(r"\{\w*\}")
FALSE_STOPS = re.compile(r"\.\.\.|[^\s…] [,;?!)](?!\w)|\w [.:](?!\w)|[(“] |”{2}")
LONGEST_BUTTON = 46


@cache
def window() -> dict[tuple[str, str, str], str]:
    """(area, context, English) → Vietnamese."""
    found = {}
    for path in sorted((ROOT / "resources/translations").glob("*_vi.ts")):
        for context in ElementTree.parse(path).getroot().iter("context"):
            for message in context.iter("message"):
                words = message.findtext("translation/numerusform") or message.findtext("translation") or ""
                key = (path.name.removesuffix("_vi.ts"), context.findtext("name", ""), message.findtext("source", ""))
                found[key] = words
    return found


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


@cache
def papers() -> dict[str, list[str]]:
    """What is printed, and what helps: file → its lines."""
    folders = ("help", "people", "reports", "templates")
    files = [path for folder in folders for path in sorted((ROOT / "resources" / folder).glob("*.toml"))]
    return {path.name: list(strings(tomllib.loads(path.read_text("utf-8")))) for path in files}


@cache
def guides() -> list[str]:
    """The guides' lines, without code and addresses."""
    texts = (path.read_text("utf-8") for path in sorted((ROOT / "docs").glob("huong-dan*.md")))
    return [re.sub(r"`[^`]*`|\]\([^)]*\)", "", line) for text in texts for line in text.splitlines()]


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_one_word_for_one_thing(pattern: str) -> None:
    variant = re.compile(pattern, re.I)
    found = [(area, english[:50], words) for (area, _, english), words in window().items()
             if variant.search(PLACE.sub("…", words))]
    found += [(name, "", line) for name, lines in papers().items() for line in lines
              if variant.search(PLACE.sub("…", line)) and name not in {"kit.toml", "bulletin.toml"}]
    found += [("guide", "", line) for line in guides() if variant.search(line)]
    assert found == [], f"say {FORBIDDEN[pattern]}"


def test_a_letter_is_a_van_ban() -> None:
    assert [(area, words) for (area, _, english), words in window().items()
            if re.search("công văn", words, re.I) and english not in OFFICIAL_LETTER] == []


def test_buttons_are_clicked_and_keys_are_pressed() -> None:
    wrong = re.compile(r"\bnhấn (“|nút)|\bbấm (F\d|Ctrl|Alt|phím|Enter|Esc)", re.I)
    assert [words for words in window().values() if wrong.search(words)] == []
    assert [line for lines in papers().values() for line in lines if wrong.search(line)] == []
    assert [line for line in guides() if wrong.search(line.replace("*", ""))] == []


def test_no_english_is_left() -> None:
    assert [(area, words) for (area, _, english), words in window().items()
            if ENGLISH.search(re.sub(r"\{\w*\}|[\w./-]*[_./][\w./-]*", "", words)) and words != english] == []
    same = {english for (area, _, english), words in window().items() if words == english and area != "qtbase"}
    assert [english for english in same if re.search(r"[a-z]{3} [a-z]{3}", english)] == []


def test_signs_of_writing() -> None:
    wrong = [(area, words) for (area, _, english), words in window().items()
             if FALSE_STOPS.search(words.strip(" ") if english != english.strip(" ") else words)]
    assert wrong == []
    assert [line for lines in papers().values() for line in lines if "..." in line.replace("......", "")] == []


def test_words_are_whole_letters() -> None:
    for words in [*window().values(), *(line for lines in papers().values() for line in lines)]:
        assert unicodedata.is_normalized("NFC", words), words


def test_sentences_end_as_they_do_in_english() -> None:
    """A command that opens something keeps its “…”, a question its “?”."""
    assert [(area, english, words) for (area, _, english), words in window().items()
            if re.search(r"\w…$", english) and not words.endswith("…")] == []
    assert [(area, english, words) for (area, _, english), words in window().items()
            if english.endswith("?") and words[-1:] not in "?"] == []


def test_straight_quotes_are_for_keys_and_code() -> None:
    assert [words for (area, _, _), words in window().items() if '"' in words and "=" not in words] == []


def test_capitals_only_where_the_english_has_them() -> None:
    def shouted(words: str) -> bool:
        pair = re.compile(r"[^\W\d]{2,} [^\W\d]{2,}")
        return any(found.group().isupper() for found in pair.finditer(words))

    assert [(english, words) for (_, _, english), words in window().items()
            if shouted(words) and not re.search(r"[A-Z]{3}", english)] == []


def test_buttons_are_short() -> None:
    """An English of three words or fewer that ends in … or is a bare verb stands on a button."""
    long = [(english, words) for (_, _, english), words in window().items()
            if len(english.split()) <= 3 and english.endswith("…") and len(words) > LONGEST_BUTTON]
    assert long == []

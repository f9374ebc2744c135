"""The foot of the page: distribution list, archive line, signature; also how urgent the letter is marked."""

from __future__ import annotations

import re

from broadcaster.base.vietnamese import fold
from broadcaster.directives.form.layout import DISTRIBUTION, Letter, Line, found, is_urgency_mark
from broadcaster.directives.model import Field

_ARCHIVE = re.compile(r"(?:[-–+•]\s*)?L[ưu]u(?:\s*:|(?=\s[A-ZĐ]))\s*")
_TITLE = re.compile(r"(?:KT\.|TM\.|TL\.|TUQ\.|Q\.|QUYỀN|CHỦ TỊCH|PHÓ|GIÁM ĐỐC|TRƯỞNG|CHÁNH|CỤC TRƯỞNG|BỘ TRƯỞNG"
    r"|THỨ TRƯỞNG|BÍ THƯ"
                    r"|ỦY VIÊN|UỶ VIÊN|HIỆU TRƯỞNG|ĐẠI TÁ|THƯỢNG TÁ|SỞ |ỦY BAN|UBND)")
_SKIP = re.compile(r"(?:[a-zA-Z]:\\|https?://|www\.|\((?:đã ký|Đã ký|để|b/c|ký)|Ký bởi|Người ký|\[)", re.IGNORECASE)
_MOST_LINES = 12
_HEAD_LINES = 15


def urgency(letter: Letter) -> Field:
    """Only a mark standing alone counts, in a row or in a column of the letterhead."""
    line = letter.urgency_line
    if line is not None:
        return found(_urgency_code(line.text), line.start, line.end)
    position = 0
    for raw in letter.clean.split("\n", _HEAD_LINES)[:_HEAD_LINES]:
        for cell in re.finditer(r"\S+(?: \S+)*", raw):
            if cell.group() != raw.strip() and is_urgency_mark(cell.group()):
                return found(_urgency_code(cell.group()), position + cell.start(), position + cell.end(), 0.9)
        position += len(raw) + 1
    return Field(None)


def _urgency_code(mark: str) -> str:
    text = fold(mark)
    return "hoa_toc" if "toc" in text.replace(" ", "") else "thuong_khan" if text.startswith("thuong") else "khan"


def archive_line(letter: Letter) -> Field:
    """What stands behind "Lưu:"."""
    for line in letter.lines[letter.distribution_index :]:
        match = _ARCHIVE.match(line.text)
        if match:
            raw = letter.clean[line.start : line.end]
            head = _ARCHIVE.search(raw)
            value_start = head.end() if head else 0
            value = re.split(r" {3,}", raw[value_start:])[0].strip()
            end = line.start + value_start + len(value)
            value = " ".join(value.split()).rstrip(" .;,/")
            return found(value, line.start + value_start, end) if value else Field(None)
    return Field(None)


def signature(letter: Letter) -> Field:
    """Authority, office and name, joined; names of the right column may stand on the lines of the left one."""
    pieces = _beside_list(letter) + _below_list(letter) or _inside_list(letter)
    if not pieces:
        pieces = _without_list(letter)
    if not pieces:
        return Field(None)
    text = " ".join(piece[2] for piece in pieces)
    return found(text, min(p[0] for p in pieces), max(p[1] for p in pieces), 0.9)


def _list_lines(letter: Letter) -> tuple[list[Line], list[Line]]:
    """Lines of the distribution list, and the lines after it."""
    tail = letter.lines[letter.distribution_index :]
    if not tail:
        return [], []
    last = next((i for i, line in enumerate(tail) if _ARCHIVE.match(line.text)), None)
    if last is None:
        last = 0
        for index, line in enumerate(tail[1:40], start=1):
            if line.text[0] in "-–+•" or (last == index - 1 and line.text.endswith((";", ","))):
                last = index
    return tail[: last + 1], tail[last + 1 :]


def _beside_list(letter: Letter) -> list[tuple[int, int, str]]:
    pieces = []
    for line in _list_lines(letter)[0]:
        raw = letter.clean[line.start : line.end]
        first = DISTRIBUTION.match(raw)
        if first:
            rest = re.match(r"[^:\n]{0,20}:\s*", raw[first.end():])
            at = first.end() + rest.end() if rest else len(raw)
        else:
            gap = re.search(r"[;.,)] {3,}(?=\S)|;\s+(?=[A-ZĐ]{2})| {6,}(?=\S)", raw)
            at = gap.end() if gap else len(raw)
        text = " ".join(raw[at:].split())
        if text and (text.isupper() or _is_name(text)):
            pieces.append((line.start + at, line.end, text))
    return pieces


def _inside_list(letter: Letter) -> list[tuple[int, int, str]]:
    """The right column read between the lines of the left one, as where a page ends inside the foot."""
    lines = _list_lines(letter)[0]
    first = next((i for i, line in enumerate(lines) if line.text.isupper() and _TITLE.match(line.text)), None)
    return _signers(lines[first:]) if first else []


def _below_list(letter: Letter) -> list[tuple[int, int, str]]:
    return _signers(_list_lines(letter)[1])


def _is_name(text: str) -> bool:
    """Two to six words, each with a capital: Nguyễn Thị A, ThS. Trần B."""
    words = text.split()
    return 2 <= len(words) <= 6 and all(word[0].isupper() and word.replace(".", "").isalpha() for word in words)


def _signers(lines: list[Line]) -> list[tuple[int, int, str]]:
    pieces: list[tuple[int, int, str]] = []
    for line in lines[:_MOST_LINES]:
        if _SKIP.match(line.text):
            continue
        if re.match(r"PHỤ LỤC|CỘNG H|ĐỀ CƯƠNG|BÀI TUYÊN|NỘI DUNG", line.text):
            break
        if not (line.text.isupper() or _is_name(line.text) or _TITLE.match(line.text)) or len(line.text) > 90:
            break
        pieces.append((line.start, line.end, line.text))
    return pieces


def _without_list(letter: Letter) -> list[tuple[int, int, str]]:
    """No "Nơi nhận", or the signature came before it: an office in capitals near the end, then a name."""
    before = letter.lines[max(letter.header_end, letter.distribution_index - 8) : letter.distribution_index]
    first = next((i for i, line in enumerate(before) if line.text.isupper() and _TITLE.match(line.text)), None)
    return _signers(before[first:]) if first is not None else []

"""Sentences beside a letter's points that speak to the people: a forecast before them, a warning after them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadcaster.base.vietnamese import nfc
from broadcaster.bulletins import for_the_ear
from broadcaster.bulletins.for_the_ear import Kind
from broadcaster.directives.model import Directive

_BLOCK = re.compile(r"\n\s*\n")
_TELLS_OF_NOW = re.compile(r"^(?:Hiện nay|Hiện tại|Theo (?:dự báo|bản tin)|Dự báo|Từ (?:đêm|sáng|chiều|trưa|tối)"
                           r"|Trong thời gian (?:cắt|ngừng|tạm|thi công|diễn ra)|Thời gian gần đây)\b")
_TO_CALL = re.compile(r"^(?:(?:Khi|Nếu|Trường hợp)\b[^.;]{0,80}?\b(?:người dân|nhân dân|bà con|các hộ|quý khách)\b"
                      r"|Mọi (?:chi tiết|thắc mắc|thông tin|vướng mắc|ý kiến)\b[^.;]{0,60}?\bliên hệ\b)")
_MUST = re.compile(r"^(?:\d+[.)]\s*)?(?:(?:các|mọi|mỗi|những)\s+)?(?:công dân|người|hộ|gia đình|chủ)\b"
                   r"[^.;]{0,80}?\b(?:phải|không được|được|bị)\s", re.I)
_OFFICIAL = re.compile(r"đài (?:truyền thanh|phát thanh)|cơ quan, đơn vị|các đơn vị|phối hợp|báo cáo|tuyên truyền"
                       r"|kế hoạch|công văn|công điện|chỉ thị|quyết định|chỉ đạo|triển khai|căn cứ|thông tin cơ sở"
                       r"|yêu cầu:", re.I)
_LIST_OF = re.compile(r"\bthông báo\s+(lịch [^:.;]{5,160}?)(?:\s+như sau)?\s*:$", re.I)
_END = re.compile(r"^\W*(?:Nơi nhận|KT\.|TM\.|TL\.|TUQ\.)", re.M)
_OFFICES_OWN = re.compile(r"truyền thanh|kết quả thực hiện|gửi về|\bUBND\b|Ủy ban|để được hướng dẫn"
                          r"|lần\s*/|mỗi ngày \d", re.I)
_FEWEST = 5
_MOST = 4


def around(letter: Directive) -> tuple[list[str], list[str]]:
    """Before and after the points, as the letter writes them; only what is surely for the people."""
    text = nfc(letter.text)
    if len(text) != len(letter.text):  # spans would lie
        return [], []
    if not letter.points:
        end = _END.search(text)
        return _worth(text[:end.start() if end else len(text)]), []
    first = min(point.start for point in letter.points)
    last = max(point.end for point in letter.points)
    end = _END.search(text, last)
    return _worth(text[:first]), _worth(text[last:end.start() if end else len(text)])


def figures_after(letter: Directive) -> list[str]:
    """Sentences behind the points that name a day, an hour or an amount, whoever they speak to."""
    text = nfc(letter.text)
    if not letter.points or len(text) != len(letter.text):
        return []
    last = max(point.end for point in letter.points)
    end = _END.search(text, last)
    blocks = _BLOCK.split(text[last:end.start() if end else len(text)])
    found = [sentence.strip(" ./-+") for block in blocks for sentence in for_the_ear.sentences(" ".join(block.split()))]
    return [sentence for sentence in found if len(sentence.split()) >= _FEWEST and re.search(r"\d", sentence)
            and not _OFFICIAL.search(sentence) and not _OFFICES_OWN.search(sentence)][:_MOST]


def of_points(points: Sequence[str], found: Sequence[str]) -> list[str]:
    """Those that no point says already."""
    said = " ".join(" ".join(point.split()) for point in points)
    return [sentence for sentence in found if sentence.strip(" .") not in said]


def _worth(text: str) -> list[str]:
    found: list[str] = []
    for block in _BLOCK.split(text):
        paragraph = " ".join(block.split())
        if listed := _LIST_OF.search(paragraph):
            found.append(f"{for_the_ear.capital(listed[1])} như sau.")
            continue
        for sentence in for_the_ear.sentences(paragraph):
            cleaned = sentence.strip(" ./-+")
            if len(cleaned.split()) >= _FEWEST and not _OFFICIAL.search(cleaned) and for_people(cleaned):
                found.append(f"{cleaned}.")
    return found[:_MOST]


def for_people(sentence: str) -> bool:
    """Whether a sentence of an office's letter speaks to the people."""
    if _TELLS_OF_NOW.match(sentence) or _TO_CALL.match(sentence) or _MUST.match(sentence):
        return True
    return any(clause.kind in {Kind.ASK, Kind.CALL, Kind.ALL} for clause in for_the_ear.clauses(sentence, "người dân"))

"""What a page shows and no voice says: brackets, markup, links, numbers of documents."""

from __future__ import annotations

import re

from broadcaster.base.vietnamese import nfc

DOCUMENT = (r"(?:Nghị quyết|Nghị định|Công văn|Công điện|Kế hoạch|Quyết định|Chỉ thị|Thông báo|Thông tư|Phương án"
            r"|Hướng dẫn|Luật|[Vv]ăn bản)\s+số:?\s+\d+")
LINK = r"<?\b(?:https?://|www\.)([^\s<>/,;]+)(/[^\s<>,;]*)?>?"
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{0,300})[)\]]")
_MARKUP = re.compile(r"[*_#]{1,3}(?=\S)|(?<=\S)[*_]{1,3}")
_DATED = r"(?:,?\s+ngày\s+\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4})?"
_CITED = re.compile(rf"({DOCUMENT})[\w/\-&]*{_DATED}")
_ARTICLE = r"(?:(?:điểm|khoản|mục|chương)\s+\w{1,4},?\s+)*điều\s+\d+\w?\s+(?:của\s+)?"
_LAW = (rf"(?:{_ARTICLE})?(?:{DOCUMENT}[\w/\-&]*{_DATED}|(?:Bộ\s+)?luật\s+(?:[^\W\d]+\s?){{1,8}}?(?:năm\s+\d{{4}}"
        r"|số\s+[\w/\-]+)?(?=\s*(?:[,.;:]|$)))(?:\s+của\s+(?:Chính phủ|Thủ tướng Chính phủ|Quốc hội|Bộ [^,.;:]{2,40}?"
        r"|(?:UBND|Ủy ban nhân dân) (?:tỉnh|thành phố|huyện|xã|phường)[^,.;:]{0,30}?)(?=\s*[,.;:]|\s*$|\s+về\s))?")
GROUNDS = re.compile(rf"\b(?:theo|căn cứ(?:\s+vào)?)\s+(?:(?:đúng\s+)?(?:các\s+)?quy định\s+(?:tại|của|trong)\s+)?"
                      rf"{_LAW}", re.I)
_AT_LINK = re.compile(rf"(?:,?\s*(?:theo\s+|xem\s+|tham khảo\s+)?(?:các\s+)?(?:tài liệu[^,.;:]{{0,40}}?\s)?)?"
                      rf"(?:\b(?:tại|theo|qua|trên)\s+)?(?:\b(?:đường\s+)?(?:link|dẫn|địa chỉ)\s*:?\s*)?{LINK}", re.I)
_FOR_THE_FILE = re.compile(r"kèm|sau đây|viết tắt|gọi tắt|gọi là|mục văn bản|b/c|để báo cáo|chi tiết|phụ lục|mẫu số"
                           rf"|có danh sách|{DOCUMENT}|\d/\w+-\w+|https?:|www\.", re.I)
_WORTH_SAYING = re.compile(r"\d|\b(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|nếu có|trừ|không|kể cả|gồm|bao gồm|tầng|gặp"
                           r"|trụ sở|cạnh|gần|đối diện|sau|trước|âm lịch|trực|miễn)\b", re.I)
_MOST_IN_BRACKETS = 25
_MAIL = re.compile(r"[,;]?\s*(?:(?:hoặc|và)\s+)?(?:(?:địa chỉ\s+)?(?:e-?mail|thư điện tử)\s*:?\s*)?"
                   r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+", re.I)
_LIST_MARK = re.compile(r"(?<!\w)([a-h])\)\s+(\S)")
_ONE_IS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám")


def plain(text: str) -> str:
    """Without markup and marks of the page; of what stands in brackets, days, places, numbers and exceptions stay."""
    cleaned = re.sub(r"\b(ông|anh)\s*\((bà|chị)\)", r"\1 \2", nfc(text), flags=re.I)
    cleaned = _MAIL.sub("", cleaned)
    cleaned = _MARKUP.sub("", _BRACKETS.sub(_bracket, _phone_codes(_list_marks(cleaned))))
    cleaned = re.sub(r"\./[.,]?\s*$|\s*(?:\.{2,}|…)", lambda found: "." if found[0].startswith("./") else "", cleaned)
    cleaned = re.sub(r"\s+([,.;:])", r"\1", cleaned)
    cleaned = re.sub(r",+([,.;:])|,+\s*$", lambda found: found[1] or "", cleaned)
    return " ".join(cleaned.split())


def _list_marks(text: str) -> str:
    """ "a) rửa tay; b) vệ sinh" as "một là rửa tay; hai là vệ sinh"."""
    marks = list(_LIST_MARK.finditer(text))
    if [mark[1] for mark in marks] != list("abcdefgh")[:len(marks)] or len(marks) < 2:
        return text
    for mark, word in reversed(list(zip(marks, _ONE_IS, strict=False))):
        text = f"{text[:mark.start()]}{word} là {mark[2].lower()}{text[mark.end():]}"
    return text


def _phone_codes(text: str) -> str:
    return re.sub(r"\((0\d{2,3})\)(?=[ .\-]?\d)", r"\1", text)


def without_citations(text: str) -> str:
    """Grounds that only lawyers need are left out; a document that is the matter itself keeps its number."""
    cleaned = GROUNDS.sub(lambda found: "Theo quy định" if found[0][:1] in "TC" else "theo quy định",
                           _AT_LINK.sub(_site, text))
    return _CITED.sub(r"\1", cleaned)


def long_links(text: str) -> bool:
    """Whether it sends people to an address that nobody can write down by ear."""
    return any((found[2] or "").strip("/.") for found in re.finditer(LINK, nfc(text)))


def _bracket(found: re.Match[str]) -> str:
    inner = found[1].strip(" ,;.:")
    if not inner or _FOR_THE_FILE.search(inner) or not _WORTH_SAYING.search(inner) \
            or len(inner.split()) > _MOST_IN_BRACKETS:
        return ""
    return f", {inner},"


def _site(found: re.Match[str]) -> str:
    """A short address is said; the way to a long one is left out."""
    path = (found[2] or "").strip("/.")
    if path:
        return ""
    lead = found[0][:1] if found[0][:1] in " ," else ""
    return f"{lead or ' '}tại trang {found[1].rstrip('.')}"

"""By which ways the people are to be told: loudspeakers, press, pages, boards, leaflets …"""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadcaster.base.vietnamese import fold
from broadcaster.directives.form.layout import SURE_BASIS, Letter, found, tidy
from broadcaster.directives.form.numbers import references
from broadcaster.directives.form.points import sections
from broadcaster.directives.model import Field

_S = r"\s+"
_STATION = (r"đài\s+truyền\s+thanh(?:\s*[-–]\s*truyền\s+hình)?(?:\s+(?:cơ\s+sở"
    r"|cấp\s+huyện,\s+xã,\s+phường,\s+thị\s+trấn|cấp\s+xã"
            r"|cấp\s+huyện|các\s+xã,\s+phường(?:,\s+thị\s+trấn)?"
            r"|(?:các\s+)?xã(?:,\s+phường)?(?:,\s+thị\s+trấn)?|phường|huyện))?")
_NOUN = re.compile(
    r"\b(?:hệ\s+thống\s+(?:loa\s+)?(?:cơ\s+sở\s+)?(?:đài\s+truyền\s+thanh|loa\s+truyền\s+thanh|truyền\s+thanh"
    r"|phát\s+thanh|thông\s+tin)"
    r"(?:\s*[-–]\s*truyền\s+hình)?(?:\s+địa\s+phương\s+và)?(?:\s+cơ\s+sở|\s+các\s+cấp|\s+cấp\s+(?:xã|huyện)"
    r"|\s+địa\s+phương)?"
    rf"|(?P<station>{_STATION}|tổ\s+truyền\s+thanh(?:\s+(?:xã|phường))?)"
    r"|cụm\s+loa(?:\s+(?:các\s+)?thôn)?"
    r"|đài\s+phát\s+thanh\s*(?:[-–,]|và)\s*truyền\s+hình(?:\s+(?:tỉnh|thành\s+phố|cấp\s+huyện))?"
    r"|loa\s+(?:phát|truyền)\s+thanh(?:\s+cơ\s+sở)?|loa\s+(?:lưu\s+động|kéo)|(?:cơ\s+quan\s+)?báo\s+chí"
    r"|cổng\s+thông\s+tin\s+điện\s+tử(?:\s+(?:của\s+)?(?:tỉnh|thành\s+phố|huyện|xã|[Qq]uận(?:\s\d+)?))?"
    r"|trang\s+thông\s+tin\s+điện\s+tử|phương\s+tiện\s+thông\s+tin\s+đại\s+chúng|đài\s+phát\s+thanh"
    r"|(?:trang\s+)?mạng\s+xã\s+hội|fanpage|facebook|zalo|nhắn\s+tin\s+\(SMS\)|tin\s+nhắn(?:\s+(?:SMS|Zalo))?"
    r"|tờ\s+rơi(?:,\s+tờ\s+gấp)?|tờ\s+gấp|áp\s+phích|pa\s?nô|băng\s?rôn|cổ\s+động\s+trực\s+quan"
    r"|bảng\s+(?:điện\s+tử|tin)(?:\s+(?:công\s+cộng|ngoài\s+trời|điện\s+tử|các\s+thôn|khu\s+phố"
    r"|tổ\s+dân\s+phố|LED))*|màn\s+hình\s+LED"
    r"|xe\s+(?:thông\s+tin|tuyên\s+truyền|loa)\s+lưu\s+động"
    r"|thông\s+tin\s+nội\s+bộ\s+tại\s+[^.;()]{4,80})", re.IGNORECASE)
_BEFORE = re.compile(r"(?:\btrên|\bqua|\blên|\bbằng|hình thức|tài khoản|chỉ đạo|huy động|trang trí|(?<!, )\btreo"
                     r"|\bphát(?: hành)?|\bdán|\bin ấn"
                     r"|[Ss]ử dụng"
                     r"|đặc biệt trên)"
                     r"(?: các| những| (?:các )?trang)?\s*$", re.IGNORECASE)
_OPENS = re.compile(r"\s+(?:đọc|mở chuyên mục|tuyên truyền (?:mỗi|hằng|hàng|ngày|ít nhất|tối thiểu"
                    r"|từ|về|các|rộng)|xây dựng (?:tin|bài)|bố trí)\b", re.IGNORECASE)
_AIRS = re.compile(r"\s+(?:phát|tiếp (?:âm|sóng|thanh)|thông báo|đưa tin"
    r"|tăng (?:cường )?thời lượng)\b", re.IGNORECASE)
_NEXT_IN_LIST = re.compile(r"(?:[^.;:]{0,40}\s)?(?:,|;|và|hoặc|hay)\s*(?:trên|qua|bằng)?\s*(?:các\s*)?(?:trang\s*)?$")
_LISTED = re.compile(r"(?:loại hình|hình thức|kênh"
    r"|phương tiện)\s[^().;]{0,40}\((?P<list>[^()]{5,300})\)", re.IGNORECASE)
_AIRERS = re.compile(r"(?:ưu tiên\s+|tăng cường\s+|tích cực\s+)?(?:đăng tải|đăng,? phát|phát sóng"
    r"|bố trí thời lượng)", re.IGNORECASE)
_POST = re.compile(r"\bdán\s+(?P<what>hướng dẫn|áp phích|thông báo"
    r"|tờ rơi)[^.;]{0,80}?\s+tại\s+(?:khu vực\s+)?(?P<where>[^.;…()]{4,120})")
_FORMS = re.compile(r"(?:Hình thức|Phương thức|Kênh)(?!.*nội dung)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"gửi kèm(?: theo)?\s+(?:trên|qua)|tại địa chỉ:?\s*(?:<|http|www)[^.]*Mục"
    r"|đăng tải trên trang [Tt]hông tin điện tử của Sở")
_ASKED = re.compile(r"đề nghị|yêu cầu|như sau|hướng dẫn|chỉ đạo")
_LETTER = re.compile(r"(?m)^S[ốô] ?:|^C[ỘO]NG H")
_Hit = tuple[int, int, str, bool]


def channels(letter: Letter, subject: Field, recipients: Field) -> Field:
    """Ways named as such ("trên …", "qua …", in a list of forms); an office to be urged counts beside others only."""
    form_sections = [(a, b) for title, a, b in sections(letter)
                     if _FORMS.match(title)]
    hits: list[_Hit] = []
    if form_sections:
        hits = [hit for a, b in form_sections for hit in _all_in(letter, a, b)]
    else:
        if subject.span:
            hits += _in_range(letter, *subject.span)
        listed = letter.to_index is not None and recipients.span is not None
        first = recipients.span[1] if listed and recipients.span else letter.body_span[0]
        for unit in letter.units[:400]:
            if unit.end > first and not _ELSEWHERE.search(unit.text) and not _is_basis(unit.text):
                hits += _in_unit(letter, max(unit.start, first), unit.end)
    return _field(letter, hits)


def _is_basis(text: str) -> bool:
    """A paragraph that only names what the letter rests on: its titles speak of other offices' ways."""
    return bool(SURE_BASIS.match(text)) and not _ASKED.search(text) and bool(references(text[:400]))


def _in_unit(letter: Letter, start: int, end: int) -> list[_Hit]:
    text = letter.flow[start:end]
    hits: list[_Hit] = []
    verb = _AIRERS.search(text[:700])
    if verb and verb.start() < 500 and not re.search(r"[.:]\s", text[4 : verb.start()]):
        hits += _all_in(letter, start, start + verb.start())
    hits += _in_range(letter, start, end)
    for match in _LISTED.finditer(text):
        offset = start + match.start("list")
        hits += [(offset + m.start(), offset + m.end(), tidy(m.group()).strip(" .…"), True)
                 for m in re.finditer(r"[^,;]+", match["list"]) if m.group().strip(" .…\n")]
    hits += [(start + m.start(), start + m.end(), f"dán {m['what']} tại {tidy(m['where'])}", True)
             for m in _POST.finditer(text)]
    return sorted(hits)


def _in_range(letter: Letter, start: int, end: int) -> list[_Hit]:
    hits: list[_Hit] = []
    last_end = -1
    for match in _NOUN.finditer(letter.flow, start, end):
        before = tidy(letter.flow[max(start, match.start() - 60) : match.start()])
        between = letter.flow[last_end : match.start()] if last_end >= 0 else None
        ours = match["station"] and "hình" not in match["station"]
        airs = (match["station"] and _AIRS.match(letter.flow, match.end(), end)) or (
            ours and _OPENS.match(letter.flow, match.end(), end))
        strong = bool(_BEFORE.search(before)) or bool(airs) or (
            between is not None and len(between) < 60 and bool(_NEXT_IN_LIST.fullmatch(tidy(between) + " ")))
        if before.endswith("tài khoản") and "xã" in match.group():
            strong = False
        if strong:
            last_end = match.end()
        # A station of the district is an office to be asked; its own programme is no way of ours.
        if strong or ours:
            hits.append((match.start(), match.end(), _shown(match), strong))
    return hits


def _all_in(letter: Letter, start: int, end: int) -> list[_Hit]:
    return [(m.start(), m.end(), _shown(m), True) for m in _NOUN.finditer(letter.flow, start, end)]


def _shown(match: re.Match[str]) -> str:
    return tidy(match.group()).strip(" .,;…")


def _field(letter: Letter, hits: list[_Hit]) -> Field:
    if not any(strong for *_, strong in hits):
        return Field([], None, 0.75)
    kept = list(_each_once(hits))[:60]
    # An office that is urged beside the ways named may be meant or not.
    sure = 0.75 if all(strong for *_, strong in kept) and letter.to_index is not None else 0.65
    sure = 0.55 if letter.to_index is None and not _LETTER.search(letter.header) else sure
    return found([hit[2] for hit in kept], min(hit[0] for hit in kept), max(hit[1] for hit in kept), sure)


def _each_once(hits: list[_Hit]) -> Iterator[_Hit]:
    seen: list[str] = []
    for hit in hits:
        core = fold(hit[2]).removeprefix("he thong ")
        if not any(core in known for known in seen):
            seen.append(core)
            yield hit

"""Whom to report to, whom to ask: the sentences about the letter itself, near its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadcaster.directives.form.flat import UPPER
from broadcaster.directives.form.layout import DASHED, LETTERED, NUMBERED, ROMAN, Letter, Unit, found, tidy
from broadcaster.directives.model import Field

_MOST_UNITS = 400
_ORG = (r"(?:(?:[Tt]hường trực |[Ll]ãnh đạo |[Cc]ơ quan [Tt]hường trực )?(?:UBND|HĐND|UBMTTQ|[ỦU][yỷ] ban"
        r"|Uỷ ban|Sở|[Pp]hòng|Ban"
        r"|BCĐ|BCH|Bộ|Cục|Hội|Chi cục|Trung tâm|Văn phòng|Công an|Đài|[Tt]rạm|Tiểu [Bb]an|Chủ tịch|Hạt|Huyện ủy"
        r"|Tỉnh ủy"
        r"|Thành ủy|Đảng ủy|Thường trực|Mặt trận|Tổ|Khoa|Đoàn|Liên đoàn|Bảo hiểm|Chi nhánh|Điện lực|Công ty"
        r"|Trường|Bưu điện"
        r"|Thanh tra)\b)")
_STOP = (r"(?:trước|chậm nhất|muộn nhất|vào|khi|để|theo|trong|bằng|định kỳ|kết quả|hằng|hàng|ngày|tình hình"
         r"|những|các nội dung"
         r"|việc|xem xét|tổng hợp|và báo cáo|được|biết|(?<!Ban )(?<!ban )chỉ đạo|giải quyết|qua|về|sau)")
_WHO = (rf"(?P<who>{_ORG}(?:[^(),;.:]|,\s(?=[{UPPER}])){{0,110}}?)(?P<via>\s*\((?:qua|thông qua|gửi qua"
        rf"|Phòng)[^()]{{0,200}}\))?"
        rf"(?=\s*(?:[;.:()]|,(?!\s[{UPPER}])|,\s{_ORG}|$)|\s{_STOP}\b)")
_ADDRESSED = tuple(re.compile(pattern) for pattern in (
    rf"(?:[Bb]áo cáo|[Gg]ửi|[Gg]ởi|[Kk]ết quả)\b[^.;()]{{0,120}}?\s(?:về|cho|tới|đến|gửi)\s+(?:qua\s+)?{_WHO}",
    rf"[Bb]áo cáo\s+(?:(?:kịp thời|ngay|nhanh|kết quả|bằng văn bản|với|lên|kết quả thực hiện)\s+){{0,3}}{_WHO}",
    rf"để\s+{_WHO}",
))
_WORD = re.compile(r"\b[Bb]áo cáo\b(?! viên| số| này| chính trị| của| tại| giữa| đề dẫn| tham luận| thành tích)"
                   r"|(?:[Gg]ửi|gởi) (?:kết quả|báo cáo)|[Kk]ết quả[^.;]{0,60} (?:gửi|gởi|báo) về")
_NOT_ASKED = re.compile(r"(?:theo|nghe|tại|căn cứ|xét|qua|các|trong|từ|bản)\s(?:tổng hợp\s)?[Bb]áo cáo\b"
                        r"|đã báo cáo|[Bb]áo cáo như sau"
                        r"|\((?:để )?(?:báo cáo|b/c)\)|báo cáo (?:tài chính|thuế|viên)")
_TROUBLE = re.compile(r"khó khăn|vướng mắc|phát sinh|đột xuất|bất thường")
_DATED = re.compile(r"trước\s+(?:\d|ngày|hết)|chậm nhất|muộn nhất|hạn cuối|khi (?:có |được )?yêu cầu|định kỳ"
                    r"|(?:hằng|hàng) "
                    r"(?:tháng|tuần|quý|ngày|năm)|sau khi kết thúc|trong vòng")
_OPENING = re.compile(r"(?:[Đđ]ề nghị|[Yy]êu cầu|[Bb]áo cáo|[Kk]ết quả|[Đđ]ịnh kỳ|[Tt]ổng hợp|Nhận được"
                      r"|Trên cơ sở|Trong quá trình"
                      r"|Kết thúc|Sau khi)")
_SENTENCE_END = re.compile(rf"(?:(?<!TP)(?<!Tp)(?<!TX)(?<!v\.v))[.!?…](?=\s+[{UPPER}])|\n(?=\s*\n)")
_REASON = re.compile(r"khó khăn|vướng mắc|thắc mắc|[Cc]hi tiết|[Tt]hông tin thêm|đầu mối|cần (?:biết|trao đổi"
                     r"|hỗ trợ|giải đáp)"
                     r"|[Mm]ọi (?:thông tin|ý kiến|liên hệ)|xin liên hệ|vui lòng|[Đđ]ề nghị liên hệ"
                     r"|[Nn]gười liên hệ|[Ll]iên hệ\s*:"
                     r"|[Cc]án bộ (?:phụ trách|theo dõi)")
_PERSON = (r"(?:ông|bà|[Đđ]ồng chí|đ/c|Đ/c|anh|chị|cán bộ|số|điện thoại|SĐT|ĐT|tổng đài|đường dây nóng|email"
    r"|[Ee]-?mail"
           rf"|địa chỉ|[{UPPER}0-9(])")
_ASK = re.compile(rf"(?:[Ll]iên hệ|liên lạc|xin gọi|[Gg]ọi|trao đổi|phản ánh|thông tin|đầu mối)(?: (?:trực tiếp"
                  rf"|ngay|kịp thời"
                  rf"|điện thoại|công việc))?(?: (?:với|về|qua|tới|đến|cho"
                  rf"|theo))?(?: cơ quan)?\s*:?\s+(?P<who>{_PERSON}.*)$", re.DOTALL)
_TELL = re.compile(rf"(?:khó khăn|vướng mắc|phát sinh)[^.;]{{0,160}}?(?:báo cáo|phản ánh|thông tin|gửi|trao đổi)"
                   rf"(?: kịp thời| ngay)?\s+(?:về|với|tới|cho|đến)\s+(?P<who>{_ORG}[^.;]{{0,200}})")
_PURPOSE = re.compile(r",?\s+(?:để|nhằm)\s(?!b/c|báo cáo\))")


def report(letter: Letter) -> tuple[Field, Field]:
    """The sentence that asks for a report, and to whom; the firmest one where several do."""
    best: tuple[int, int, int, str] | None = None
    for start, end, text in _sentences(letter):
        weight = _weight(letter, start, text)
        if weight >= 3 and (best is None or weight > best[0]):
            best = weight, start, end, text
    if best is None:
        return Field(None, None, 0.8), Field(None, None, 0.8)
    weight, start, end, text = best
    sure = 0.85 if weight >= 6 else 0.7 if weight >= 4 else 0.55
    return found(tidy(text), start, end, sure), _addressee(text, start, sure)


def contact(letter: Letter) -> Field:
    """Whom to ask about the letter, as printed: person, office, telephone, e-mail in one string."""
    for pattern, sure in ((_ASK, 0.8), (_TELL, 0.6)):
        for start, _, text in _sentences(letter):
            reason = _REASON.search(text) if pattern is _ASK else None
            if pattern is _ASK and not reason:
                continue
            for match in pattern.finditer(text, max(0, reason.start() - 40) if reason else 0):
                value = match["who"]
                cut = _PURPOSE.search(value)
                value = (value[: cut.start()] if cut else value).rstrip(" .,;:/)" if value.count("(") < value.count(")")
                                                                       else " .,;:/")
                if 3 < len(value) < 400:
                    at = start + match.start("who")
                    return found(tidy(value), at, at + len(value), sure)
    return Field(None, None, 0.8)


def _sentences(letter: Letter) -> Iterator[tuple[int, int, str]]:
    """Sentences of the body with their raw text, list marks left out."""
    for unit in letter.units[-_MOST_UNITS:]:
        raw = letter.flow[unit.start : unit.end]
        at = _mark_end(unit, raw)
        for match in [*_SENTENCE_END.finditer(raw, at), None]:
            end = match.start() if match else len(raw)
            text = raw[at:end]
            left = len(text) - len(text.lstrip(" \n.;,-–"))
            text = text.strip(" \n.;,-–").rstrip("/. ;,\n")
            if 15 < len(text) < 1500:
                yield unit.start + at + left, unit.start + at + left + len(text), text
            at = match.end() if match else len(raw)


def _mark_end(unit: Unit, raw: str) -> int:
    mark = NUMBERED.match(raw) or DASHED.match(raw) or LETTERED.match(raw) or ROMAN.match(raw)
    return mark.end() if mark else 0


def _weight(letter: Letter, start: int, text: str) -> int:
    """How surely a sentence asks for a report; 3 is the least that counts."""
    if not any(not _NOT_ASKED.search(text, max(0, m.start() - 30), m.end() + 20) for m in _WORD.finditer(text)):
        return 0
    weight = 1 + 2 * bool(re.search(r"kết quả|tình hình", text)) + 2 * bool(_OPENING.match(text))
    weight += 3 * bool(_DATED.search(text)) + any(pattern.search(text) for pattern in _ADDRESSED)
    late = start > letter.body_span[0] + 2 * (letter.body_span[1] - letter.body_span[0]) // 3
    return weight + late - 4 * bool(_TROUBLE.search(text))


def _addressee(text: str, start: int, sure: float) -> Field:
    hits = [(match.start(), match) for pattern in _ADDRESSED for match in pattern.finditer(text)]
    hits = [(at, match) for at, match in hits if len(match["who"]) > 1]
    if not hits:
        return Field(None, None, 0.6)
    first = min(hits, key=lambda hit: hit[1].start("who"))[1]
    end = first.end("via") if first["via"] else first.end("who")
    value = text[first.start("who") : end]
    return found(tidy(value), start + first.start("who"), start + end, min(sure, 0.8))

"""Letters met on web pages: the body alone, or a digest (there the first number is mostly a cited one)."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from broadcaster.base.vietnamese import fold
from broadcaster.directives.form import days
from broadcaster.directives.form.agency import AGENCY
from broadcaster.directives.form.header import raw_offset
from broadcaster.directives.form.layout import BASIS, DASHED, Letter, Line, found, tidy
from broadcaster.directives.form.numbers import OWN, Reference, references
from broadcaster.directives.model import Field

_TYPE = (r"(?:[Cc]ông văn|[Tt]hông báo|[Kk]ế hoạch|[Cc]ông điện|[Hh]ướng dẫn|[Vv]ăn bản|[Cc]hỉ thị)"
         r"(?:\s+(?:khẩn|hỏa tốc|hoả tốc))?")
_SOURCE = re.compile(rf"Nguồn\s*:?[^()\n]{{0,60}}?(?:{_TYPE}\s+)?số\s*:?\s*")
_HEADING = re.compile(rf"(?m)^[ \t]*{_TYPE}\s+số\s*:?\s*")
_MADE = re.compile(rf"(?:ban hành|\bcó|\bra|\bký)\s+{_TYPE}\s+(?:số\s*:?\s*)?")
_ASIDE = re.compile(rf"\(\s*(?:[Tt]heo |[Tt]ại )?{_TYPE}\s+số\s*:?\s*|\bTheo {_TYPE}\s*\(\s*số\s*:?\s*")
_SIGN = re.compile(r"(?m)^[ \t]*(?:Số[ /]*(?:[Kk]ý [Hh]iệu|[Hh]iệu)(?: văn bản)?|Số văn bản)\s*:?\s*")
_SIGN_DAY = re.compile(r"(?m)^[ \t]*Ngày (?:ban hành|ký|văn bản)\s*:?\s*" + days.DAY.format("b"))
_SIGN_WHO = re.compile(r"(?m)^[ \t]*(?:Cơ quan|Đơn vị|Nơi) ban hành\s*:?\s*(?P<who>[^\n]{3,120})$")
_DATE_LINE = re.compile(r"(?P<place>[A-ZĐÂÔƯ][^\W\d_]*(?: [^\W\d_]+){0,4}), ngày " + days.DAY.format("b"))
_DATED = re.compile(r"\s*,?\s*(?:ra\s+)?ngày\s+" + days.DAY.format("b"))
_SAID = re.compile(rf"(?:Đó|Đây) là [^.;\n]{{0,300}}?(?:tại|trong|theo)\s+{_TYPE}\s+số\s*:?\s*")
_THEN_ASKS = re.compile(rf";\s+(?P<who>{AGENCY}[^.;:\n]{{0,100}}?)\s+(?:kính )?(?:đề nghị|yêu cầu)\b")
_MADE_ON = re.compile(r"[Nn]gày\s+" + days.DAY.format("b") + rf"\s*,[^.;\n]{{3,120}}?(?:ban hành|có|ký"
    rf"|ra)\s+{_TYPE}(?!\s+số)")
_ON_DAY = re.compile(r"(?:[Nn]gày|hôm nay,?(?: ngày)?)\s+" + days.DAY.format("b") + r"(?:\s*,|\s+(?:UBND"
    r"|[ỦU][yỷ] ban|Chủ tịch|Sở|Phòng|Ban|Huyện ủy|Tỉnh ủy)\b)")
_PAGE = re.compile(r"(?:Tin |Tin tức|tin tức|Hoạt động của|Xuất bản thông tin|Chi tiết|Ý kiến thăm dò|Liên kết"
    r"|Thống kê"
    r"|Chuyên mục|Thông báo mới|Cỡ chữ|Nguồn|Bài viết|Đọc bài|Lượt|Số lượt|Cập nhật|Đăng ngày|Ngày đăng|Tác giả"
    r"|Tải về|Lượt xem|Thứ |\d{1,2}[/-]\d{1,2}[/-]\d{4}"
    r"|Trang chủ|Văn bản chỉ)")
_WHOLE = re.compile(r"(?:giới thiệu|đăng(?: tải)?)\s+(?:nguyên văn|toàn văn)|toàn văn (?:nội dung )?(?:như sau|:)"
    r"|[Ss]au đây là (?:nội dung|toàn văn|nguyên văn)")
_CALLED = {"thong bao": "thong_bao", "cong dien": "cong_dien"}
_TELLS = re.compile(r"(?:UBND|[ỦU][yỷ] ban nhân dân)[^.;]{0,60}?(?<! về)(?<!hiện) thông báo(?: \d+)?"
                    r"(?:\s*:| (?:tới|đến|lịch|việc|về việc|cho|để|như|toàn)\b)")
_ABOUT_TITLE = re.compile(r"(?:(?:thông báo|công văn|kế hoạch|công điện|hướng dẫn)\s+)?(?:v/v|về việc)\s*:?\s+",
                          re.IGNORECASE)
_BODY = re.compile(rf"{_TYPE}\s+(?:số\s*:?\s*)?\d{{1,5}}[/-]|(?:vừa|đã)\s+(?:ban hành|có)\b|\bcó {_TYPE}\b"
                   r"|^\([A-ZĐ]{2,5}\)|^[A-ZĐ]{2,6}\s*[-–]\s")
_BETWEEN = re.compile(
    rf";\s+|,\s+(?=(?:các (?:sở|cơ quan|đơn vị|hội|tổ chức|thôn|ban|doanh nghiệp|bộ|trường|[A-ZĐ])|trường học"
    rf"|[Pp]hòng"
    rf"|Ban |Báo|Chủ tịch|{AGENCY}))"
    r"|\s+và\s+(?=(?:các (?:sở|cơ quan|đơn vị)|UBND|[ỦU][yỷ] ban|Sở|[Pp]hòng|Trung tâm|Đài|Ban |Báo|Hội|Công an))")
_OF_WHOM = re.compile(rf"(?:,?\s*(?:ra\s+)?ngày\s[\d/."
                      rf" thángnăm-]{{3,30}})?,?\s+của\s+(?P<who>{AGENCY}[^\n,;()]{{0,100}}?)"
                      r"\s*(?:V/v|về\b|yêu cầu|đề nghị|,|\n|$)")
_TITLE_LINES = 14
_SHORTEST, _LONGEST = 12, 260
_ABOUT = re.compile(r"\b(?:V/v|về việc|về)\s+")
_ORDERED = re.compile(rf"(?:^|[.;,]\s)(?:{AGENCY}[^.;:()]{{0,60}}?)\s+(?:chỉ đạo|yêu cầu|đề nghị"
    rf"|hướng dẫn)\s+(?P<what>[^()]{{20,300}}?)\s*$")
_ASK = re.compile(r"(?:đề nghị|yêu cầu|giao|chỉ đạo)\s*:?\s+", re.IGNORECASE)
_SENT_TO = re.compile(rf"{_TYPE}[^.;\n]{{0,80}}?\sgửi\s+(?:tới |đến )?(?P<who>[^.;\n]{{5,250}}?)\s+(?:về"
                      rf"|đề nghị|yêu cầu|để)\b")
_TOLD_ABOUT = re.compile(r"[^.;:\n]{0,40}?(?:\d[/.]\d{1,2}[/.]\d{4})?(?:,? gửi [^.;:\n]{3,250})?,?\s(?:V/v"
    r"|về việc)\s+"
                         r"(?P<what>[^\n;:]{12,300}?)(?=[.;]\s|[.;]?$|\n|, yêu cầu|, trong đó)", re.MULTILINE)
_ACTION = re.compile(r"(?<!các)(?<!những)\s+(?:tiếp tục|tổ chức|chỉ đạo|phối hợp|thực hiện|triển khai"
                     r"|tăng cường|tập trung|đẩy mạnh"
    r"|tuyên truyền|khẩn trương|kiểm tra|đăng|quán triệt|bố trí|báo cáo|vận động|mở|đưa|đình hoãn|hoãn|tạm dừng"
    r"|dừng|nâng cao|xử lý|đảm bảo|bảo đảm|lồng ghép|duy trì|treo|cung cấp|chuẩn bị|theo dõi"
    r"|cập nhật|tham mưu|ban hành|lãnh đạo|vào cuộc|tích cực|nghiêm cấm|thông tin"
                     r"|chủ động|chủ trì|nghiêm túc|căn cứ|quan tâm|tích cực|hướng dẫn|xây dựng|rà soát|phát)\b")
_DASH_OFF = re.compile(r"^[-–+•]\s*")
_OPEN_END = re.compile(r"\s*:$")
_OFFICE = re.compile(rf"(?:[Cc]ác (?:sở|cơ quan|đơn vị|địa phương|ban|phòng|thôn|tổ|hội|doanh nghiệp|trường)|[Pp]hòng"
                     rf"|Ban|Báo|Chủ tịch|Bản tin|Tổ|Thôn|Giám đốc|Thủ trưởng|Bí thư|[Cc]ấp ủy|[Cc]ác bộ"
                     rf"|[Cc]ác [A-ZĐ][^\W\d_]+|{AGENCY})\b")


@dataclass(frozen=True)
class Own:
    """The letter's own number on a web page and how it was told."""

    reference: Reference | None
    way: str
    """source | heading | made | aside | none."""


def form(letter: Letter) -> Field:
    """letter when there is a letterhead, else by how the page tells it."""
    own = OWN.search(letter.header)
    if own:
        return found("letter", own.start(), own.end())
    if letter.to_index is not None:
        line = letter.lines[letter.to_index]
        return found("letter", line.start, line.end, 0.9)
    motto = re.search(r"CỘNG H[ÒO][AÀ] XÃ HỘI|CỘNG HOÀ XÃ HỘI", letter.clean[:5000])
    if motto:
        return found("letter", motto.start(), motto.end(), 0.9)
    told = own_number(letter)
    whole = _WHOLE.search(letter.clean, 0, 3000)
    if whole and any(line.start > whole.start() and BASIS.match(line.text) for line in letter.lines[:20]):
        return found("letter_body_web_copy", whole.start(), whole.end(), 0.7)
    if told.reference and told.way in {"source", "made", "aside"}:
        return found("web_digest", told.reference.start, told.reference.end, 0.8)
    basis = next((line for line in letter.lines[:20] if BASIS.match(line.text)), None)
    made = _MADE_ON.search(letter.clean, 0, 3000)
    if made and not told.reference:
        return found("web_digest", made.start(), made.end(), 0.6)
    if told.reference or basis:
        at = told.reference or basis
        assert at is not None
        return found("letter_body_web_copy", at.start, at.end, 0.7)
    first = letter.lines[0] if letter.lines else None
    return found("web_digest", first.start, first.end, 0.4) if first else Field("web_digest", None, 0.1)


def own_number(letter: Letter) -> Own:
    """Where pages put the own number: source note, heading line, "đã ban hành Công văn số …", brackets in the lead."""
    whole, lead = len(letter.clean), min(len(letter.clean), 3000)
    for pattern, way, end in ((_SAID, "made", lead), (_SOURCE, "source", whole), (_SIGN, "heading", lead),
                              (_HEADING, "heading", lead),
                              (_MADE, "made", lead), (_ASIDE, "aside", lead)):
        for match in pattern.finditer(letter.clean, 0, end):
            named = references(letter.clean[match.end() : match.end() + 60], match.end())
            if named and named[0].start - match.end() < 3 and not (way == "made" and _asked_by_other(letter, named[0])):
                return Own(named[0], way)
    return Own(None, "none")


def _asked_by_other(letter: Letter, reference: Reference) -> bool:
    """"Bộ A có Công văn số …; Sở B đề nghị …": the number is of a letter that B passes on."""
    start = letter.clean.rfind("\n", 0, reference.start) + 1
    end = letter.clean.find("\n", reference.end)
    asks = _THEN_ASKS.search(letter.clean[reference.end : end if end >= 0 else len(letter.clean)][:3000])
    return asks is not None and fold(asks["who"]) not in fold(letter.clean[start : reference.start])


def issued(letter: Letter, own: Own) -> Field:
    """The date behind the own number; dates of the page itself are others."""
    if own.reference is None:
        match = _MADE_ON.search(letter.clean, 0, 3000)
        day = days.iso(*days.parts(match, "b")) if match else None
        return found(day, match.start(), match.end(), 0.7) if match and day else Field(None, None, 0.7)
    match = _DATED.match(letter.clean, own.reference.end) or _SIGN_DAY.search(letter.clean, 0, 3000)
    if not match and own.way == "made":
        before = max(letter.clean.rfind("\n", 0, own.reference.start), own.reference.start - 200, 0)
        match = _ON_DAY.search(letter.clean, before, own.reference.start)
    if not match:
        return Field(None)
    day = days.iso(*days.parts(match, "b"))
    return found(day, match.start(), match.end(), 0.9) if day else Field(None)


def subject(letter: Letter, own: Own) -> Field:
    """What the heading line says after "V/v", what the lead says was ordered, or the page's title."""
    if own.reference and own.way == "heading":
        unit_end = letter.clean.find("\n", own.reference.end)
        end = unit_end if unit_end >= 0 else len(letter.clean)
        about = _ABOUT.search(letter.clean, own.reference.end, end)
        if about:
            return found(tidy(letter.clean[about.end() : end]).rstrip(" ."), about.end(), end, 0.8)
    if own.reference and own.way == "aside":
        start = letter.clean.rfind("\n", 0, own.reference.start) + 1
        opened = letter.clean.rfind("(", start, own.reference.start)
        ordered = _ORDERED.search(letter.clean[start : max(start, opened)][-600:].strip()) if opened > start else None
        if ordered:
            at = letter.clean.find(ordered["what"], start)
            return found(tidy(ordered["what"]), at, at + len(ordered["what"]), 0.7)
    told = _own_about(letter, own)
    if told:
        return told
    line = title(letter)
    if line is None:
        return Field(None)
    value, skipped = _subject_of(line)
    start = line.start + raw_offset(letter.clean[line.start : line.end], skipped)
    return found(value, start, line.end, 0.7)


def _own_about(letter: Letter, own: Own) -> Field | None:
    """"… ban hành Công văn số … ngày … gửi … về việc X": the letter's own words go before the page's headline."""
    if own.reference is None or own.way != "made":
        return None
    match = _TOLD_ABOUT.match(letter.clean, own.reference.end)
    if not match:
        return None
    return found(tidy(match["what"]).rstrip(" .,"), match.start("what"), match.end("what"), 0.7)


def title(letter: Letter) -> Line | None:
    """The page's headline: the longest line above the body that is no furniture of the site."""
    best: Line | None = None
    for line in letter.lines[:_TITLE_LINES]:
        text = line.text
        if _PAGE.match(text) or len(text) <= _SHORTEST:
            continue
        if len(text) > _LONGEST or BASIS.match(text) or _BODY.search(text):
            return best or (line if len(text) <= _LONGEST else None)
        if best is None or len(text) > len(best.text):
            best = line
    return best


def type_by_words(letter: Letter) -> Field | None:
    """"Thông báo lịch tiêm …", "… UBND phường thông báo tới nhân dân": what a page without a number calls itself."""
    line = title(letter)
    if line:
        named = next((code for word, code in _CALLED.items() if fold(_junkless(line.text)).startswith(word)), None)
        if named:
            return found(named, line.start, line.end, 0.7)
    for unit in letter.units[:8]:
        told = _TELLS.search(unit.text[:1500])
        if told:
            return found("thong_bao", unit.start, unit.end, 0.6)
    return None


def _subject_of(line: Line) -> tuple[str, int]:
    """"THÔNG BÁO VỀ VIỆC …", "Về việc …": what stands behind; else the line as it is."""
    about = _ABOUT_TITLE.match(line.text)
    text = _junkless(line.text[about.end():] if about else line.text)
    return text.rstrip(" ."), len(line.text) - len(text)


def _junkless(text: str) -> str:
    return re.sub(r"^null\s+", "", text)


def issuer_of_heading(letter: Letter, own: Own) -> Field | None:
    """"Thông báo số … ngày … của X V/v …"."""
    if own.reference is None:
        return None
    told = _SIGN_WHO.search(letter.clean, 0, 3000)
    if told:
        return found(tidy(told["who"]).rstrip(" ."), told.start("who"), told.end("who"), 0.85)
    match = _OF_WHOM.match(letter.clean, own.reference.end)
    return found(tidy(match["who"]), match.start("who"), match.end("who"), 0.8) if match else None


def recipients(letter: Letter) -> Field:
    """Those who are asked: "đề nghị X, Y thực hiện", or the heads of the numbered points."""
    from broadcaster.directives.form.points import points

    made, count = points(letter)
    heads = [(p.start, _head(p.text)) for p in made if p.number != "-"]
    named = [(at, name) for at, name in heads if name]
    if count.value and len(named) == len(heads) and named:
        return found([name for _, name in named], named[0][0], made[-1].end, 0.5)
    wired = _wired(letter)
    if wired:
        names = [_DASH_OFF.sub("", line.text).strip(" .;,") for line in wired]
        return found(names, wired[0].start, wired[-1].end, 0.6)
    for unit in letter.units[:10]:
        for ask in _ASK.finditer(unit.text[:3000]):
            action = _ACTION.search(unit.text, ask.end(), ask.end() + 260) or _OPEN_END.search(unit.text, ask.end())
            if action and _OFFICE.match(unit.text, ask.end()):
                names = _offices(unit.text[ask.end() : action.start()])
                return found(names, unit.start, unit.end, 0.5)
        sent = _SENT_TO.search(unit.text[:2000])
        if sent:
            return found(_offices(sent["who"]), unit.start, unit.end, 0.5)
    return Field([], None, 0.6)


def _wired(letter: Letter) -> list[Line]:
    """The dashes behind "… điện:", to whom a telegram goes."""
    units = letter.lines[:40]
    opened = next((i for i, unit in enumerate(units) if unit.text.endswith(" điện:")
                   and not unit.text.endswith("công điện:")), None)
    behind = units[opened + 1 :] if opened is not None else []
    return list(itertools.takewhile(lambda line: DASHED.match(line.text), behind))


def date_line(letter: Letter) -> tuple[Field, Field] | None:
    """"Mẫu, ngày 21 tháng 10 năm 2019" alone on a line above the copy of a letter: where and when it was signed."""
    for line in letter.lines[:4]:
        match = _DATE_LINE.fullmatch(line.text)
        day = days.iso(*days.parts(match, "b")) if match else None
        if match and day:
            return found(match["place"], line.start, line.start + len(match["place"]), 0.7), found(
                day, line.start, line.end, 0.8)
    return None


def _head(text: str) -> str | None:
    action = _ACTION.search(text[:200])
    head = text[: action.start()].strip(" ,:") if action else ""
    return head if head and _OFFICE.match(head) and len(head) < 120 else None


def _offices(text: str) -> list[str]:
    """Cut at commas before an office; a tail such as "các huyện, thành phố" belongs to every office before it."""
    parts = _BETWEEN.split(text)
    tail = re.search(r"\s(các (?:huyện|xã|quận)[^;]*)$", parts[-1])
    if tail and len(parts) > 1:
        parts = [part if re.search(r"\b(?:các|tỉnh)\b", part) else f"{part} {tail.group(1)}" for part in parts]
    return [tidy(part).strip(" ,;:") for part in parts if part.strip(" ,;:")]



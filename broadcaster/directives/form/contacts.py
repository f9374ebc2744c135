"""Telephones, links and what came with the letter."""

from __future__ import annotations

import itertools
import re

from broadcaster.base.vietnamese import fold
from broadcaster.directives.form.layout import Letter, found, tidy
from broadcaster.directives.form.numbers import references
from broadcaster.directives.model import Field

_PHONE = re.compile(r"(?<![\w/.,-])(?:\(?(?:\+84|0\d{1,4})\)?(?:[ .\-]{0,2}\d{1,4}){2,5}"
    r"|1[89]00(?:[ .]?\d{1,4}){1,3})"
                    r"(?![\w/]|[.,]\d)")
_SHORT = re.compile(r"(?<![\w/.,%-])(?P<no>11[1-5]|1022|1080|1900|1800)(?![\w%]|\s?[-/–]|[.,]\d|\s+(?:người|ca"
                    r"|trường hợp"
                    r"|hộ|km|tỷ|triệu|nghìn|đồng|ngày|lần|lượt|xã|thôn|năm|tháng|buổi|tin|bài|cụm|loa|đại biểu|điểm"
                    r"|ha"
                    r"|mét|m|tấn|cơ sở|cán bộ|văn bản|đơn vị|hội viên)\b)")
_CALLED = re.compile(r"đường dây nóng|hotline|tổng đài|\bgọi|điện thoại|\bĐT\b|số máy|liên hệ"
                     r"|báo (?:ngay )?(?:cho|số|về|đến)"
                     r"|phản ánh|\bcấp cứu|cứu nạn", re.IGNORECASE)
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.){1,5}"
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]\"“”|]{3,300}"
    rf"|(?<![\w@./-]){_HOST}(?:vn|gov)\b(?:/[^\s<>()\"“”|]{{0,200}})?(?![@\w])"
    rf"|(?<![\w@./-])(?:{_HOST}(?:com|net|org|info|edu)\b|bit\.ly|goo\.gl|t\.me|zalo\.me|youtu\.be|forms\.gle)"
    r"(?:/[^\s<>()\"“”|]{1,200})?(?![@\w])", re.IGNORECASE)
_SOUND = re.compile(r"\.(?:mp3|wav|m4a|wma|ogg|flac|aac)$", re.IGNORECASE)
_FILE = re.compile(r"(?<![\w/.@-])[\w][\w .()–-]{0,80}?\.(?:mp3|wav|m4a|wma|ogg|docx?|pdf|xlsx?|zip|rar"
                   r"|mp4)\b(?![\w/])",
                   re.IGNORECASE)
_WITH = r"(?:[Gg]ửi kèm(?: theo)?|[Kk]èm theo|[Đđ]ính kèm(?: theo)?|[Gg]ởi kèm|[Gg]ửi)"
_BRACKET = re.compile(r"\(([^()]{6,420})\)")
_AFTER = re.compile(rf"(?:[Xx]in )?(?:[Cc]ó )?{_WITH}(?: theo)? ?:? (?P<what>.{{4,300}})")
_BEFORE = re.compile(r"(?P<what>.{4,300}?) (?:được )?(?:gửi )?(?:kèm theo|đính kèm|gửi kèm)(?:[,;:].{0,200}|.{0,40})")
_LOADED = re.compile(r"(?:(?<!đăng )tải(?: về)?|nghe)(?: tại| từ| ở)?"
                     r"(?: địa chỉ| đường (?:dẫn|link)| link)?\s*:?\s*$", re.IGNORECASE)
_THINGS = (r"(?:file|tệp|đĩa|bài|bản|tài liệu|đề cương|khẩu hiệu|danh mục|nội dung|biểu mẫu|(?-i:mẫu)|phụ lục"
           r"|thông điệp|kịch bản"
           r"|clip|video|audio|spot|hướng dẫn|bộ câu hỏi|tờ rơi|infographic|danh sách|lịch|đề án|kế hoạch)")
_THING = re.compile(rf"{_THINGS}\s[^.;:()]{{0,80}}$", re.IGNORECASE)
_PLAIN = (
    re.compile(rf"(?:[Gg]ửi kèm(?: theo)?|[Đđ]ính kèm(?: theo)?|[Kk]èm theo)(?:\s+(?:[Cc]ông văn|văn bản"
               rf"|[Kk]ế hoạch|[Tt]hông báo"
               rf"|[Hh]ướng dẫn)(?: này)?)?\s*:?\s+(?:là\s+|gồm\s+)?(?P<what>{_THINGS}\s[^.;()\n]{{3,160}})"),
    re.compile(rf"(?P<what>{_THINGS}\s[^.;:,()\n]{{3,120}}?),?\s+(?:được\s+)?(?:gửi\s+)?(?:kèm theo|đính kèm|gửi kèm)"
               r"(?:\s+(?:[Cc]ông văn|văn bản|[Kk]ế hoạch|[Tt]hông báo)\s+này)?(?=\s*[.;)/]|\s*$|\n)", re.IGNORECASE),
    re.compile(rf"(?P<what>{_THINGS}\s[^.;:,()\n]{{3,80}}?)\s+tải(?: về)? (?:tại|từ)\b", re.IGNORECASE),
    re.compile(rf"\b(?P<what>{_THINGS}|thông báo)\s+(?:được\s+)?(?:gửi\s+)?(?:kèm theo|đính kèm"
               r"|gửi kèm)\b", re.IGNORECASE),
)
_OF_LETTER = re.compile(r"(?:theo\s+)?(?:Công văn|văn bản|Kế hoạch|Thông báo|Hướng dẫn)(?: này| số)", re.IGNORECASE)
_SENT = re.compile(r"gửi kèm theo\s+(?:qua|trên|văn bản|công văn)|(?:được\s+)?gửi kèm(?: theo)?\s+(?:qua|trên)")
_MOST = 200
_Hit = tuple[int, int, str]


def hotlines(letter: Letter) -> Field:
    """Numbers to call, as printed; only those of the body."""
    hits = [(m.start(), m.end(), tidy(m.group())) for m in itertools.islice(
        _PHONE.finditer(letter.flow, *letter.body_span), 2000) if _is_phone(m.group())]
    taken = {at for start, end, _ in hits for at in range(start, end)}
    for match in itertools.islice(_SHORT.finditer(letter.flow, *letter.body_span), 2000):
        before = letter.flow[max(0, match.start() - 90) : match.start()]
        if match.start() not in taken and _CALLED.search(re.split(r"[.]\s", before)[-1]) and len(hits) < _MOST:
            hits.append((match.start("no"), match.end("no"), match["no"]))
    return _list(sorted(hits), 0.9)


def _is_phone(text: str) -> bool:
    count = sum(c.isdigit() for c in text)
    if text.lstrip("(").startswith(("18", "19")):
        # "1900 - 2000": a hotline has eight digits (or six in its oldest form).
        return count in {8, 10} or (count == 6 and " " not in text)
    return 9 <= count <= 12 and not re.fullmatch(r"0\d[ .-]\d\d[ .-](?:19|20)\d\d", text)


def links(letter: Letter) -> Field:
    """Addresses on the web, each once."""
    hits = [(m.start(), m.start() + len(m.group().rstrip(".,;:…/)")), m.group().rstrip(".,;:…"))
            for m in _LINK.finditer(letter.flow)]
    return _list(hits, 0.9)


def attachments(letter: Letter) -> Field:
    """What the brackets say came with the letter; else the documents and things said to be "gửi kèm theo"; file names
    and links to sound in any case."""
    hits = _bracketed(letter)
    sure = 0.85
    if not hits:
        hits, sure = _referred(letter), 0.8
    if not hits:
        hits, sure = _plainly(letter), 0.6
    sounds = [(m.start(), m.end(), m.group().rstrip(".,;:…")) for m in _LINK.finditer(letter.flow)
              if _SOUND.search(m.group().rstrip(".,;:…"))
              or _LOADED.search(letter.flow, max(0, m.start() - 60), m.start())]
    spans = [(m.start(), m.end()) for m in _LINK.finditer(letter.flow)]
    files = [(m.start(), m.end(), tidy(m.group())) for m in _FILE.finditer(letter.flow)
             if not any(a <= m.start() < b for a, b in spans[:_MOST])][:_MOST]
    return _list(hits + sounds + [f for f in files if not any(f[2] in hit[2] for hit in hits)], sure)


def _bracketed(letter: Letter) -> list[_Hit]:
    start, end = letter.body_span
    hits: list[_Hit] = []
    for bracket in itertools.islice(_BRACKET.finditer(letter.flow, start, end), 2000):
        inner = tidy(bracket.group(1)).strip(" .;*")
        match = _AFTER.fullmatch(inner) or _BEFORE.fullmatch(inner)
        if not match:
            continue
        value = re.sub(r"^(?:Có|có|xin gửi)\s+", "", match["what"].strip(" .,;:"))
        if _OF_LETTER.match(value) or fold(value) == "noi dung":
            named = references(bracket.group(1), bracket.start(1))
            thing = _THING.search(letter.flow[max(start, bracket.start() - 120) : bracket.start()].rstrip())
            if named:
                hits += [(item.start, item.end, item.number) for item in named]
            elif thing:
                offset = max(start, bracket.start() - 120)
                hits.append((offset + thing.start(), offset + thing.end(), tidy(thing.group())))
        elif value:
            hits.append((bracket.start(1), bracket.end(1), value))
    return hits


def _referred(letter: Letter) -> list[_Hit]:
    hits: list[_Hit] = []
    for unit in letter.units:
        if _SENT.search(unit.text):
            named = references(letter.flow[unit.start : unit.end], unit.start)
            hits += [(item.start, item.end, item.number.replace("/CD-", "/CĐ-")) for item in named]
    return hits


def _plainly(letter: Letter) -> list[_Hit]:
    """"gửi kèm theo Công văn này bài tuyên truyền …", "… đề cương đính kèm" without brackets."""
    hits: list[_Hit] = []
    for pattern in _PLAIN:
        for match in pattern.finditer(letter.flow, *letter.body_span):
            what = match["what"].rstrip(" .,;:/")
            if len(hits) < 20 and not any(a <= match.start("what") < b for a, b, _ in hits):
                hits.append((match.start("what"), match.start("what") + len(what), tidy(what)))
    return sorted(hits)


def _list(hits: list[_Hit], sure: float) -> Field:
    values: list[str] = []
    for _, _, value in hits:
        if value and value not in values and len(values) < _MOST:
            values.append(value)
    if not values:
        return Field([], None, 0.85)
    return found(values, min(hit[0] for hit in hits), max(hit[1] for hit in hits), sure)

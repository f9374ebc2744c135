"""Telephones, links and what came with the letter."""

from __future__ import annotations

import re

from broadcaster.directives.form.layout import Letter, found, tidy
from broadcaster.directives.form.numbers import references
from broadcaster.directives.model import Field

_PHONE = re.compile(r"(?<![\w/.-])(?:\(?(?:\+84|0\d{1,4})\)?(?:[ .\-]?\d{2,4}){2,4}"
    r"|1[89]00(?:[ .]?\d{2,4}){1,3})(?![\w/])")
_SHORT = re.compile(r"(?:đường dây nóng|hotline|tổng đài|số)\s*:?\s*(?P<no>11[1-5])\b", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"“”]{3,300}|(?<![\w@./-])(?:[a-z0-9-]{2,40}\.){1,4}(?:gov|com"
    r"|org|edu)\.vn"
                   r"(?:/[^\s<>()\"]{0,200})?", re.IGNORECASE)
_IN_BRACKETS = re.compile(
    r"\(\s*(?:(?:[Xx]in\s+)?(?:[Cc]ó\s+)?(?:[Gg]ửi kèm|[Kk]èm theo|[Đđ]ính kèm"
    r"|[Gg]ửi)(?: theo)?\s*:?\s+(?P<after>[^()]{4,300}?)"
    r"|(?P<before>[^()]{4,300}?)\s+(?:được\s+)?(?:gửi\s+)?(?:kèm theo|đính kèm|gửi kèm)[^()]{0,40})\s*[.;]?\s*\)")
_THING = re.compile(r"(?:bài|bản|tài liệu|đề cương|file|tệp|đĩa|khẩu hiệu|danh mục|nội dung bài|biểu mẫu"
    r"|phụ lục)\s[^.;:()]{0,80}$",
                    re.IGNORECASE)
_SENT = re.compile(r"gửi kèm theo\s+(?:qua|trên|văn bản|công văn)|(?:được\s+)?gửi kèm(?: theo)?\s+(?:qua|trên)")


def hotlines(letter: Letter) -> Field:
    """Numbers to call, as printed; only those of the body."""
    hits = [(m.start(), m.end(), tidy(m.group())) for m in _PHONE.finditer(letter.clean, *letter.body_span)
            if 8 <= sum(c.isdigit() for c in m.group()) <= 12]
    hits += [(m.start("no"), m.end("no"), m["no"]) for m in _SHORT.finditer(letter.clean, *letter.body_span)]
    return _list(sorted(hits))


def links(letter: Letter) -> Field:
    """Addresses on the web, each once."""
    hits = [(m.start(), m.end(), m.group().rstrip(".,;:…")) for m in _LINK.finditer(letter.clean)]
    return _list(hits)


def attachments(letter: Letter) -> Field:
    """What the brackets say came with the letter; without such brackets, the documents "gửi kèm theo"."""
    start, end = letter.body_span
    hits: list[tuple[int, int, str]] = []
    for match in _IN_BRACKETS.finditer(letter.clean, start, end):
        group = "after" if match["after"] else "before"
        value, at = tidy(match[group]).strip(" .,;:"), match.start(group)
        value = re.sub(r"^(?:Có|có|xin gửi)\s+", "", value)
        if re.match(r"(?:theo\s+)?(?:Công văn|văn bản|Kế hoạch|Thông báo)(?: này| số)", value, re.IGNORECASE):
            named = references(letter.clean[at : match.end(group)], at)
            thing = _THING.search(letter.clean[max(start, match.start() - 120) : match.start()].rstrip())
            if named:
                hits += [(item.start, item.end, item.number) for item in named]
            elif thing:
                offset = max(start, match.start() - 120)
                hits.append((offset + thing.start(), offset + thing.end(), tidy(thing.group())))
            continue
        hits.append((at, match.end(group), value))
    if not hits:
        for unit in letter.units:
            if _SENT.search(unit.text):
                named = references(letter.clean[unit.start : unit.end], unit.start)
                hits += [(item.start, item.end, item.number.replace("/CD-", "/CĐ-")) for item in named]
    return _list(hits)


def _list(hits: list[tuple[int, int, str]]) -> Field:
    values: list[str] = []
    for _, _, value in hits:
        if value and value not in values and len(values) < 200:
            values.append(value)
    if not values:
        return Field([])
    return found(values, min(hit[0] for hit in hits), max(hit[1] for hit in hits), 0.9)

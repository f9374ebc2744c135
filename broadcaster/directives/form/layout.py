"""A letter as lines, zones and units. Masking never changes a length, so every position is one in the letter's text."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from broadcaster.base.vietnamese import fold, nfc
from broadcaster.directives.form.flat import rewrapped, unflattened
from broadcaster.directives.form.positions import within
from broadcaster.directives.model import Field

_BLANKS = "\u00a0\u200b\u200c\u200d\u2060\ufeff\u00ad\u2002\u2003\u2009\u202f\t\v\f*#<>|\r\x85\u2028\u2029"
_MASK = {ord(c): " " for c in _BLANKS} | {code: " " for code in range(32) if code != 10}
# A common slip of scanners: Õ for Ò in one word that titles hold.
_OCR = (("PHÕNG", "PHÒNG"), ("Phõng", "Phòng"), ("phõng", "phòng"))
HEADER_LINES = 150
_LONG_LINE = 120
_FLAT_PAGE = 1500
BASIS = re.compile(
    r"(?:[-–]\s*)?(?:Thực hiện|Căn cứ|Theo(?! đó)(?!\s*:)|Xét"
    r"|Triển khai|Tiếp theo|Tiếp tục thực hiện|Trên cơ sở|Nhằm|Để "
    r"|Phúc đáp"
    r"|Trong thời gian|Ngày \d|Sau khi|Hưởng ứng|Vừa qua|Hiện nay|Qua |Tại )")
TO = re.compile(r"(?:K[íi]nh g[ửởuiữ]i|KÍNH GỬI|KINH GUI|KÍNH GỞI|(?:[^\W\d_a-z]+\s+){0,14}ĐIỆN\s*:|Gửi\s*:)\s*:?")
DISTRIBUTION = re.compile(r"(?:Nơi nh[ậâa]n|NƠI NHẬN|Nơi gửi)\b")
NUMBERED = re.compile(r"(\d{1,3})\s?(?:[.)](?!\d)\s*[-–]?\s*(?=\S)|(?<!\s)[-–]\s+(?=[^\W\d_])"
                      r"|/\s*[-–]?\s*(?=[^\W\d_])"
                      r"(?![A-ZĐ][\w&.]*\s?[-/]))")
BARE_NUMBER = re.compile(r"(\d{1,2})\s+(?=[^\W\d_])")
DASHED = re.compile(r"[-–+•−]\s*(?=[^\W\d_“\"(])|[-–•]\s+(?=\S)")
ROMAN = re.compile(r"([IVX]{1,5})\s?[.\-/)]\s*(?=\S)")
CAPITAL = re.compile(r"([A-HĐ])\s?[.\-/)]\s*(?=[^\W\da-z_][^\W\da-z_])")
LETTERED = re.compile(r"([a-hđ])\s?[)./]\s*[-–]?\s*(?=\S)")
SURE_BASIS = re.compile(r"(?:[-–]\s*)?(?:Thực hiện|Căn cứ|Xét|Triển khai|Tiếp theo|Trên cơ sở|Phúc đáp)\b")
_HEAD_MARK = re.compile(r"cong h[oi]a ?xa hoi|dang cong san viet nam$|so ?: ?\d{0,5} ?[/-]"
                        r"|(?:ke hoach|thong bao|huong dan|cong dien)$")
WORDED = re.compile(r"(Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là\s*[,:]?\s*"
                    r"|Thứ (nhất|hai|ba|tư|năm|sáu|bảy|tám)\s*[,:]\s*")
# A star before words is a bullet; stars that enclose words are marks of the copy.
_STAR = re.compile(r"(?m)^([ \t]*)\*(?=[ \t]+[^\W\d_])")
_STARTS_UNIT = re.compile(r"(?:Báo cáo (?:bằng|kết quả|nhanh)"
                          r"|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám) là[ ,:]|Thứ (?:nhất|hai|ba|tư|năm)[,:]|"
                          r"Yêu cầu|Đề nghị|Trên đây|Trong quá trình|Nhận được|Trân trọng|Giao |Kinh phí "
                          r"|Thông tin (?:liên hệ|chi tiết)|Mọi (?:chi|thắc)|Chi tiết|Tài liệu|Rất mong"
                          r"|Kính (?:đề nghị|mong)|\()")


@dataclass(frozen=True)
class Line:
    """A line that is not blank; `text` has single blanks."""

    start: int
    end: int
    text: str
    gap: bool
    """A blank line stands before it."""


@dataclass(frozen=True)
class Unit:
    """A paragraph or list entry of the body, its wraps joined."""

    start: int
    end: int
    text: str


class Letter:
    """The text and its zones: header, recipients, body, distribution list and signature."""

    def __init__(self, text: str) -> None:
        self.text = nfc(text)
        clean = _STAR.sub(r"\1•", self.text).translate(_MASK)
        for wrong, right in _OCR:
            clean = clean.replace(wrong, right)
        clean = re.sub(r"_{3,}|={3,}|-{4,}|\.{6,}", lambda m: " " * len(m.group()), clean)
        self._squeezed_lines = clean.split("\n", 400)[:400]
        self.clean = unflattened(rewrapped(clean))

    @cached_property
    def flat(self) -> bool:
        """The copy lost its line ends: what was cut by guess is shown to a person."""
        return max(map(len, self._squeezed_lines), default=0) > _FLAT_PAGE

    @cached_property
    def lines(self) -> list[Line]:
        """All lines with words, the urgency mark (it floats anywhere) and page numbers left out."""
        return [line for line in self._all_lines if not is_urgency_mark(line.text)]

    @cached_property
    def urgency_line(self) -> Line | None:
        return next((line for line in self._all_lines if is_urgency_mark(line.text)), None)

    @cached_property
    def _all_lines(self) -> list[Line]:
        found: list[Line] = []
        position, gap = 0, True
        for raw in self.clean.split("\n"):
            text = " ".join(raw.split())
            if text:
                start = position + len(raw) - len(raw.lstrip())
                found.append(Line(start, position + len(raw.rstrip()), text, gap))
            gap = not text
            position += len(raw) + 1
        return found

    @cached_property
    def to_index(self) -> int | None:
        """The line that says whom the letter is to."""
        return next((i for i, line in enumerate(self.lines[:HEADER_LINES]) if TO.match(line.text)), None)

    @cached_property
    def header_end(self) -> int:
        """Index of the first line behind the letterhead, number, date and subject."""
        if self.to_index is not None:
            return self.to_index
        head = self.lines[:HEADER_LINES]
        # What a page shows above its letterhead is no body, however long its lines are.
        sure = next((i for i, line in enumerate(head) if SURE_BASIS.match(line.text)), 60)
        marked = max((i for i, line in enumerate(head[:sure]) if _HEAD_MARK.match(fold(line.text))), default=0)
        basis = (i for i, line in enumerate(head) if i > marked and BASIS.match(line.text) and not line.text.isupper())
        long = (i for i, line in enumerate(head) if i > marked and len(line.text) > _LONG_LINE)
        return next(basis, next(long, max(marked, min(len(self.lines) // 2, 12))))

    @cached_property
    def distribution_index(self) -> int:
        """Index of "Nơi nhận", or of the end."""
        return next((i for i, line in enumerate(self.lines) if i >= self.header_end and DISTRIBUTION.match(line.text)),
                    len(self.lines))

    @cached_property
    def header_span(self) -> tuple[int, int]:
        end = self.lines[self.header_end].start if self.header_end < len(self.lines) else len(self.text)
        return 0, end

    @cached_property
    def body_span(self) -> tuple[int, int]:
        """From behind the header (recipients included) to the distribution list."""
        end = self.lines[self.distribution_index].start if self.distribution_index < len(self.lines) else len(self.text)
        return self.header_span[1], end

    @cached_property
    def header(self) -> str:
        return self.clean[: self.header_span[1]]

    @cached_property
    def body_lines(self) -> list[Line]:
        return self.lines[self.header_end : self.distribution_index]

    @cached_property
    def units(self) -> list[Unit]:
        """Paragraphs and list entries from the header's end to the distribution list."""
        groups: list[list[Line]] = []
        expected = 1
        torn = self.urgency_line.start if self.urgency_line else -1
        for line in self.body_lines:
            bare = BARE_NUMBER.match(line.text)
            number = NUMBERED.match(line.text) or (bare if bare and _is_next(bare, line.text, expected) else None)
            if number:
                expected = int(number.group(1)) + 1
            before = groups[-1][-1] if groups else None
            if before is not None and not number and _goes_on(before, line, torn):
                groups[-1].append(line)
            else:
                groups.append([line])
        return [Unit(g[0].start, g[-1].end, " ".join(line.text for line in g)) for g in groups]

    @cached_property
    def flow(self) -> str:
        """`clean` with the wraps inside paragraphs as blanks: what a sentence is searched in."""
        return within(self.clean, [(unit.start, unit.end) for unit in self.units])

    @cached_property
    def _unit_starts(self) -> list[int]:
        return [unit.start for unit in self.units]

    def units_between(self, start: int, end: int) -> list[Unit]:
        """The units that begin in a range."""
        starts = self._unit_starts
        return self.units[bisect_left(starts, start) : bisect_left(starts, end)]

    def unit_at(self, position: int) -> Unit | None:
        """The unit that holds a position."""
        index = bisect_left(self._unit_starts, position + 1) - 1
        if index < 0 or self.units[index].end < position:
            return None
        return self.units[index]


def is_urgency_mark(line: str) -> bool:
    """Only a line that is the mark and nothing else: the same words inside sentences mean nothing."""
    return len(line) < 24 and line.isupper() and bool(re.fullmatch(
        r"h\s?o\s?a t\s?o\s?c(?: hen gio)?|thuong khan|khan(?: cap)?", fold(line).strip(" .:!")))


def found(value: object, start: int, end: int, confidence: float = 1.0) -> Field:
    """A value with its place."""
    return Field(value, (start, end), confidence)


def tidy(text: str) -> str:
    """One line, single blanks."""
    return " ".join(text.split())


def _is_next(match: re.Match[str], text: str, expected: int) -> bool:
    # "2 Thời gian": a number without a dot opens a point only when it is the next one and a capital follows.
    return int(match.group(1)) == expected and text[match.end()].isupper()


def _goes_on(before: Line, line: Line, torn: int) -> bool:
    if CAPITAL.match(line.text) or DASHED.match(line.text) or ROMAN.match(line.text) or LETTERED.match(line.text):
        return False
    open_end = not before.text.endswith((".", ";", ":", "!", "?", "./", ".,", "…"))
    if line.gap:
        # A page break in the middle of a sentence leaves a small letter behind (or the urgency mark between).
        return open_end and (line.text[0].islower() or before.end < torn < line.start)
    if _STARTS_UNIT.match(line.text) or BASIS.match(line.text):
        return open_end and (before.text.endswith(",") or line.text[0] == "(")
    return True

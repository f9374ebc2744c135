"""The numbered (in a plan: dashed) points of the body: what to tell the people, and what offices are to do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from broadcaster.directives.form.layout import (
    BARE_NUMBER,
    CAPITAL,
    DASHED,
    LETTERED,
    NUMBERED,
    ROMAN,
    WORDED,
    Letter,
    Unit,
    found,
)
from broadcaster.directives.model import Field, Point

_TELL = re.compile(
    r"(?:[^\w]*(?:Nội dung(?: tuyên truyền)?\s*:|(?:Tiếp tục|Tập trung|Tăng cường|Đẩy mạnh|Tổ chức|Chủ động"
    r"|Tích cực|Thực hiện"
    r"|Phát hiện)?[,\s]*(?:công tác )?(?:tuyên truyền|truyền thông|thông tin|phổ biến|khuyến cáo|vận động|nêu gương"
    r"|giới thiệu|cảnh báo|chủ trương|thông điệp)))", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:Đề nghị|Yêu cầu|Giao|Các (?:sở|cơ quan|đơn vị|phòng|ban|doanh nghiệp|địa phương|tổ chức|thôn|tổ|trường"
    r"|chi bộ|khu phố|bản|xã|phường|huyện)\b|UBND|Ủy ban"
    r"|Uỷ ban|Sở|Phòng(?!,| (?:chống|bệnh|ngừa|tránh|cháy))|Tổng hợp|Cử|Gửi|Bản tin|Trạm|Thôn|Trưởng|Cán bộ"
    r"|Văn phòng|Hạt|Sử dụng (?:xe|hệ thống|loa)|Thường xuyên cập nhật"
    r"|Phát (?:bài|thanh|thông điệp|sóng|trên)|Treo|Cắm|Đăng|Lập|Kẻ vẽ|Lồng ghép|Tăng thời lượng|Tổ chức treo"
    r"|Ban|Trung tâm|Đài|Báo(?! ngay| cho)|Công an|Hội(?! (?:xuân|thi|nghị|chợ|diễn|làng))|Mặt trận|Chủ tịch"
    r"|Giám đốc|Đôn đốc|Chủ trì|Phối hợp|Huy động|Xây dựng|Chỉ đạo"
    r"|Hướng dẫn(?! (?:người|nhân|bà con))|Tổ chức biên tập|Tăng cường chỉ đạo|Hình thức"
    r"|Thời gian(?=\s*:(?![^.]*\d\s?(?:h|giờ))|[^.]*(?:tuyên truyền|phát|thực hiện|đăng))|Thời lượng|Tần suất"
    r"|Báo cáo|Thống nhất"
    r"|Bố trí|Rà soát)\b",
    re.IGNORECASE)
_PASSED_ON = re.compile(
    r"(?:(?:Các )?(?:trưởng )?(?:thôn|tổ|khu phố|bản)|Trưởng|Cán bộ)\b[^.;:]{0,60}\b(?:thông báo|phổ biến|nhắc|vận động"
    r"|tuyên truyền|khuyến cáo)[^.;:]{0,24}\b(?:nhân dân|người dân|bà con|các hộ|hộ dân|hộ gia đình)\b", re.IGNORECASE)
"""Whoever carries it from house to house: the words are for the people all the same."""
_DUTY_SECTION = re.compile(r"(?:tổ chức thực hiện|phân công|trách nhiệm|kinh phí|hình thức|thời gian|thời lượng"
    r"|mục đích|yêu cầu)",
                           re.IGNORECASE)
_PURPOSE = re.compile(r"(?:mục đích|yêu cầu|mục tiêu|căn cứ)", re.IGNORECASE)
_CLOSING = re.compile(r"(?:Mọi (?:chi tiết|thắc mắc|thông tin|ý kiến)|Đề nghị (?:Quý|các|UBND|quý)|Trên đây"
                      r"|Trong quá trình|Trân trọng|Yêu cầu (?:các|Thủ|cán bộ)"
    r"|Nhận được"
                      r"|Công (?:văn|điện) số"
    r"|Kết quả[^.;:]{0,60} (?:báo cáo|gửi|gởi) |Báo cáo (?:nhanh |bằng văn bản |kết quả )"
    r"|Đề nghị [^.:;]{3,60} quan tâm|Rất mong|Kính (?:đề nghị|mong)|Kinh phí|Chi tiết|Thông tin (?:chi tiết"
    r"|liên hệ)|[^.;:]{3,80} (?:đăng tải tại"
    r"|tải (?:về )?tại)"
    r"|\((?:Tài liệu|Nguồn|Kèm|Gửi|Đính|Có|Chi tiết)|[^.]{4,80}(?:đề nghị|yêu cầu) "
                      r"(?:các|Quý|Thủ trưởng)|Để (?:góp phần|thực hiện|công tác))")
_MOST_POINTS = 500
_RUN_IN = re.compile(r"(?<![\w)])\((\d{1,2})\)\s*")
_FULL_STOP = re.compile(r"[.!](?=\s|$|/)")
_STEM = re.compile(r"(?:Nội dung|NỘI DUNG)")


@dataclass
class _Node:
    """A numbered unit with the units below it."""

    number: str
    unit: Unit
    mark_end: int
    below: list[Unit] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.unit.text[self.mark_end:]


def points(letter: Letter) -> tuple[tuple[Point, ...], Field]:
    """All points, and how many top-level content points there are."""
    units = letter.units
    romans = _romans(units)
    if romans:
        return _of_sections(letter, romans)
    nodes = _numbered(units)
    if nodes:
        made = [point for node in nodes for point in _points_of(letter, node)]
        return _with_ids(made), found(len(nodes), nodes[0].unit.start, nodes[-1].unit.end)
    made = _unnumbered(letter)
    return _with_ids(made), found(len(made), made[0].start, made[-1].end, 0.6) if made else Field(0, None, 0.8)


def _unnumbered(letter: Letter) -> list[Point]:
    """"Một là, … Hai là, …", dashes or letters after "các nội dung sau:", "(1) … (2) …" inside a paragraph."""
    worded = [unit for unit in letter.units if WORDED.match(unit.text)]
    if len(worded) > 1:
        return [_point(letter, str(index), unit.start, unit.end, _kind(_bare(unit.text)))
                for index, unit in enumerate(worded, start=1)]
    dashes = _marked_after_colon(letter, DASHED)
    if dashes:
        return [_point(letter, "-", unit.start, unit.end, _kind(_bare(unit.text))) for unit in dashes]
    run_in = _run_in(letter)
    if run_in:
        return run_in
    return [_point(letter, unit.text[0], unit.start, unit.end, _kind(_bare(unit.text)))
            for unit in _marked_after_colon(letter, LETTERED)]


def _run_in(letter: Letter) -> list[Point]:
    """The points of the first paragraph that counts (1), (2), (3) in strict order."""
    for unit in letter.units:
        text = letter.flow[unit.start : unit.end]
        marks: list[re.Match[str]] = []
        for match in _RUN_IN.finditer(text):
            if int(match.group(1)) == len(marks) + 1:
                marks.append(match)
        if len(marks) < 2:
            continue
        close = _FULL_STOP.search(text, marks[-1].end())
        ends = [*(mark.start() for mark in marks[1:]), close.start() if close else len(text)]
        made = []
        for mark, end in zip(marks, ends, strict=True):
            words = text[mark.end() : end].rstrip(" ;,.:/\n")
            kind = _kind(words)
            made.append(Point("", mark.group(1), " ".join(words.split()), kind, unit.start + mark.end(),
                              unit.start + mark.end() + len(words)))
        return made
    return []


def sections(letter: Letter) -> list[tuple[str, int, int]]:
    """Headings with the range of what stands under them: roman sections and the numbered parts inside."""
    found_sections: list[tuple[str, int, int]] = []
    for roman in _romans(letter.units) or [_Node("", Unit(0, 0, ""), 0, list(letter.units))]:
        last = roman.below[-1].end if roman.below else roman.unit.end
        if roman.number:
            found_sections.append((roman.title, roman.unit.start, last))
        for node in _numbered(roman.below):
            end = node.below[-1].end if node.below else node.unit.end
            found_sections.append((node.title, node.unit.start, end))
    return found_sections


def _romans(units: list[Unit]) -> list[_Node]:
    order: tuple[str, ...] = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
    nodes: list[_Node] = []
    for unit in units:
        match = ROMAN.match(unit.text) or CAPITAL.match(unit.text)
        if match and not nodes and match.group(1) == "A":
            order = tuple("ABCDEFGH")
        if match and len(nodes) < len(order) and match.group(1) == order[len(nodes)]:
            nodes.append(_Node(match.group(1), unit, match.end()))
        elif nodes:
            nodes[-1].below.append(unit)
    # A plan cut short by its source shows its first section alone, the purpose.
    return nodes if len(nodes) >= 2 or (nodes and _PURPOSE.match(nodes[0].title)) else []


def _numbered(units: list[Unit]) -> list[_Node]:
    """Points 1, 2, 3 … in strict order; a number that restarts belongs to something else."""
    nodes: list[_Node] = []
    closed = False
    for unit in units:
        match = NUMBERED.match(unit.text) or BARE_NUMBER.match(unit.text)
        number = int(match.group(1)) if match else 0
        if match and number == len(nodes) + 1 and (number == 1 or not closed or _near(nodes[-1], unit)):
            nodes.append(_Node(match.group(1), unit, match.end()))
            closed = False
        elif match and NUMBERED.match(unit.text) and nodes and number <= len(nodes):
            closed = True
        elif nodes and not closed:
            marked = DASHED.match(unit.text) or LETTERED.match(unit.text)
            closed = not marked and bool(_CLOSING.match(unit.text))
            if not closed:
                nodes[-1].below.append(unit)
    return nodes


def _near(node: _Node, unit: Unit) -> bool:
    last = node.below[-1].end if node.below else node.unit.end
    return unit.start - last < 1500


def _points_of(letter: Letter, node: _Node, known: str = "") -> list[Point]:
    """A point, then each dash below it as a point of its own."""
    plain: list[Unit] = []
    dashes: list[Unit] = []
    for unit in node.below:
        if DASHED.match(unit.text) or LETTERED.match(unit.text) or dashes:
            dashes.append(unit)
        else:
            plain.append(unit)
    end = plain[-1].end if plain else node.unit.end
    kind = known or _kind(node.title)
    made = [_point(letter, node.number, node.unit.start, end, kind)]
    for unit in dashes:
        lettered = LETTERED.match(unit.text)
        if not DASHED.match(unit.text) and not lettered:
            last = made[-1]
            made[-1] = _point(letter, last.number, last.start, unit.end, last.kind)
            continue
        text = _bare(unit.text)
        inherited = "content" if kind == "content" or node.unit.text.endswith(":") else "task"
        made.append(_point(letter, lettered.group(1) if lettered else "-", unit.start, unit.end,
                           known or _kind(text, inherited)))
    return made


def _of_sections(letter: Letter, romans: list[_Node]) -> tuple[tuple[Point, ...], Field]:
    """A plan: the content is what stands under the heading "Nội dung"; the rest is work for offices."""
    made: list[Point] = []
    counted: list[Unit] = []
    for roman in romans:
        if _PURPOSE.match(roman.title) and not _STEM.search(roman.title):
            continue
        parts = _numbered(roman.below)
        has_content = any(_STEM.match(part.title) for part in parts)
        if _STEM.search(roman.title) and not has_content:
            counted += [part.unit for part in parts] or [u for u in roman.below if DASHED.match(u.text)]
            made += _section_points(letter, roman, parts, "content")
            continue
        for part in parts:
            kind = "content" if _STEM.match(part.title) else "task"
            dashes = [unit for unit in part.below if DASHED.match(unit.text)]
            if kind == "content":
                counted += dashes or [part.unit]
            made += [_point(letter, "-", u.start, u.end, kind) for u in dashes] or [
                _point(letter, part.number, part.unit.start, _end(part), kind)]
        if not parts:
            made += _section_points(letter, roman, parts, "task")
    if not counted:
        return _with_ids(made), Field(0, None, 0.4)
    return _with_ids(made), found(len(counted), counted[0].start, counted[-1].end, 0.9)


def _section_points(letter: Letter, roman: _Node, parts: list[_Node], kind: str) -> list[Point]:
    if parts:
        return [point for part in parts for point in _points_of(
            letter, part, "task" if kind == "task" or _DUTY_SECTION.match(part.title) else "content")]
    return [_point(letter, "-", u.start, u.end, kind) for u in roman.below if DASHED.match(u.text)]


def _end(node: _Node) -> int:
    return node.below[-1].end if node.below else node.unit.end


def _marked_after_colon(letter: Letter, mark: re.Pattern[str]) -> list[Unit]:
    """Letters without numbers: dashes (or a, b, c) after "các nội dung sau:" behind the recipients."""
    dashes: list[Unit] = []
    first = letter.units[0].text if letter.units else ""
    opened = letter.to_index is None and first.endswith(":") and len(first) > 40
    for unit in letter.units[1:]:
        if mark.match(unit.text):
            if opened:
                dashes.append(unit)
        elif dashes and _CLOSING.match(unit.text):
            break
        elif unit.text.endswith(":") and len(unit.text) > 40:
            opened = True
    return dashes


def _kind(text: str, default: str = "") -> str:
    if _TELL.match(text) or _PASSED_ON.match(text):
        return "content"
    if _OFFICE.match(text):
        return "task"
    return default or "content"


def _bare(text: str) -> str:
    mark = NUMBERED.match(text) or BARE_NUMBER.match(text) or DASHED.match(text) or LETTERED.match(text) or (
        WORDED.match(text))
    return text[mark.end():] if mark else text


def _point(letter: Letter, number: str, start: int, end: int, kind: str) -> Point:
    text = " ".join(unit.text for unit in letter.units_between(start, end))
    return Point("", number, _bare(text), kind, start, end)


def _with_ids(made: list[Point]) -> tuple[Point, ...]:
    return tuple(Point(f"p{index}", p.number, p.text, p.kind, p.start, p.end)
                 for index, p in enumerate(made[:_MOST_POINTS], start=1))

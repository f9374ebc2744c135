"""Cuts lines that a copy ran together (two columns, a whole page on one line): a blank becomes a line end, so that
every position stays what it was."""

from __future__ import annotations

import itertools
import re

HEAD = 4000
_LONG = 150
_FLAT = 500
# Capitals and small letters alternate in this part of Unicode, so a range would hold both.
UPPER = "A-ZĐÀ-ÖØ-ÝĂĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
_MOTTO = r"C[ỘO]NG H[ÒOÓ][ÀA]? ?X[ÃA] H[ỘO]I CH[ỦU]"
_DAY = r"ng[àa]y[\s\d.…OIl]{0,12}th[áa]ng[\s\d.…OIl]{0,12}n[ăa]m\s?(?:19|20)\d\d"
# Each cuts at its first blank only; the head of a page has every part once.
_HEAD_CUTS = tuple(re.compile(pattern) for pattern in (
    rf"(?<=\S)( )(?={_MOTTO})",
    rf"CH[ỦU] NGH[ĨI]A VI[ỆE]T NAM {{0,40}}( )(?=[{UPPER}Đ])",
    r"(?<=[\w|])( )(?=Đ[ộo]c [Ll][ậa]p ?[-–])",
    r"H[ạa]nh [Pp]h[úu]c {0,40}( )(?=\S)",
    r"(?<=[^\s|])( )(?=ĐẢNG CỘNG SẢN VIỆT NAM)",
    rf"CỘNG SẢN VIỆT NAM {{0,40}}( )(?=[{UPPER}])",
    rf"V/v[^\n]{{5,300}}?[^\n{UPPER}]( )(?=(?:[{UPPER}]\w+[ -]{{1,3}}){{0,3}}[{UPPER}]\w+, ?{_DAY})",
    rf"(?<=[\w.,;])( )(?=V/v:? [^\n]{{0,200}}{_DAY})",
    rf"{_DAY} {{0,40}}( )(?=\S)",
    r"(?<=[^\s:])( )(?=K[ií]nh g[ửởui]i ?:)",
))
_OWN_LINE = re.compile(rf"(?<=[{UPPER}])( )(?=S[ốô] ?: ?\d{{0,5}} ?/)")
_TO = re.compile(r"K[ií]nh g[ửở]i ?:")
_TAIL = re.compile(r"(?<=\S)( )(?=N[ơo]i nh[ậa]n ?:)")
_TAIL_LINE = re.compile(r"\s*N[ơo]i nh[ậaâ]n ?:")
_SIGNED = re.compile(r"(?<=\S)( )(?=(?:KT|TM|TL|TUQ|Q)\. ?[A-ZĐ]|GIÁM ĐỐC|CHỦ TỊCH|TRƯỞNG|PHÓ |CHÁNH )")
_DASH = re.compile(rf"(?<=[;:.,])( ) {{0,40}}(?=[-–+•] ?[{UPPER}“\"])")
_SENTENCE = re.compile(rf"(?<!TP\.)(?<!TX\.)(?<! Q\.)(?<! P\.)(?<=\.)( ) {{0,40}}(?=[{UPPER}])")
_NUMBER = re.compile(rf"(?m)(?:(?<=[.;:!?”\"] )|^)(?P<no>\d{{1,2}})\s?[.)/](?!\d)\s?(?=[{UPPER}“\"])")
_PAGE = 900
_PAGE_CUTS = (
    re.compile(r"(?<=[^\s;])( )(?=(?:Thực hiện|Căn cứ|Triển khai thực hiện|Xét) (?:[CKCQTĐH]|công|chỉ đạo|các))"),
    re.compile(r"(?<=[;])( )(?=(?:Căn cứ|Thực hiện|Theo|Xét|Sở|Phòng|UBND|Trung tâm|[ỦU][yỷ] ban)\b)"),
    re.compile(rf"(?<=\d)( )(?=(?:HỎA TỐC |THƯỢNG KHẨN |KHẨN )?(?:KẾ HOẠCH|CÔNG ĐIỆN|HƯỚNG DẪN"
    rf"|THÔNG BÁO) [{UPPER}])"),
    re.compile(rf"(?:KẾ HOẠCH|CÔNG ĐIỆN|HƯỚNG DẪN|THÔNG BÁO)( )(?=[{UPPER}][^\W\d_A-Z])"),
    re.compile(r"(?<=\S)( )(?=(?:HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN) )"),
    re.compile(r"(?:HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)( )(?=\S)"),
    re.compile(r"(?<=\S)( )(?=CHỦ TỊCH [ỦU][YỶ] BAN NHÂN DÂN [^.;:]{2,30} ĐIỆN ?:)"),
    re.compile(r"(?<=\S)( )(?=(?:Trên đây là|Trong quá trình|Đề nghị (?:Quý|các|UBND)|Nhận được) )"),
)
_MOST_NUMBERS = 5000
_LETTERHEAD = re.compile(rf"(?m){_MOTTO}|^K[íi]nh g[ửở]i|^S[ốô] ?: ?\d{{0,5}} ?/|^(?:KẾ HOẠCH|THÔNG BÁO"
                         rf"|HƯỚNG DẪN|CÔNG ĐIỆN)$")
_MARK = re.compile(r"\d{1,3}\s?[.)/]|[-–+•]|[IVX]{1,4}\.|[a-hđ]\)|\(")
_ROMAN = re.compile(rf"(?<=[.;:,])( ) {{0,40}}(?=[IVX]{{1,4}}\. ?[{UPPER}]{{2}})")


def unflattened(clean: str) -> str:
    """The text with line ends where the page had them; the same length."""
    cuts: set[int] = set()
    head = clean[:HEAD]
    cuts |= _head_cuts(head) | _numbered_cuts(clean)
    start = 0
    for line in clean.split("\n"):
        if len(line) > _LONG or (_TAIL_LINE.match(line) and "Lưu" in line):
            cuts |= {start + at for at in _cuts_in(line)}
        start += len(line) + 1
    if not cuts:
        return clean
    characters = list(clean)
    for at in cuts:
        characters[at] = "\n"
    return "".join(characters)


def _head_cuts(head: str) -> set[int]:
    cuts = set()
    for pattern in _HEAD_CUTS:
        match = pattern.search(head)
        if match and "\n" not in match.group():
            cuts.add(match.start(1))
    match = _OWN_LINE.search(head)
    if match:
        cuts.add(match.start(1))
    to = _TO.search(head)
    if to:
        line_end = head.find("\n", to.end())
        line_end = len(head) if line_end < 0 else line_end
        if line_end - to.end() > _LONG:
            cuts |= _list_cuts(head, to.end(), line_end)
    return cuts


def _list_cuts(text: str, start: int, end: int) -> set[int]:
    """"Kính gửi: - A; - B. Thực hiện …" on one line."""
    close = _SENTENCE.search(text, start, end)
    last = close.start(1) if close else start
    cuts = {match.start(1) for match in _DASH.finditer(text, start, last)}
    return cuts | ({last} if close else set())


def _cuts_in(line: str) -> set[int]:
    cuts: set[int] = set()
    dashes = [match.start(1) for match in _DASH.finditer(line)]
    if len(dashes) > 1:
        cuts |= set(dashes)
    if len(line) > _FLAT:
        cuts |= {match.start(1) for match in _ROMAN.finditer(line)}
    tail = _TAIL.search(line)
    if tail or _TAIL_LINE.match(line):
        opened = tail.end() if tail else 0
        cuts |= {tail.start(1)} if tail else set()
        cuts |= {match.start(1) for match in _DASH.finditer(line, opened)}
        kept = line.find("Lưu", opened)
        signed = _SIGNED.search(line, kept if kept >= 0 else opened)
        cuts |= {signed.start(1)} if signed else set()
    if len(line) > _PAGE:
        cuts |= {at for pattern in _PAGE_CUTS for match in pattern.finditer(line) for at in match.regs[1][:1]}
    return cuts


def _numbered_cuts(clean: str) -> set[int]:
    """Points 1, 2, 3 … that run on inside a paragraph; only a strict sequence counts."""
    found = list(itertools.islice(_NUMBER.finditer(clean), _MOST_NUMBERS))
    numbers = [int(match["no"]) for match in found]
    cuts: set[int] = set()
    last = 0
    for index, (match, number) in enumerate(zip(found, numbers, strict=True)):
        opens = number == 1 and index + 1 < len(found) and numbers[index + 1] == 2
        at_start = match.start() == 0 or clean[match.start() - 1] == "\n"
        if at_start or opens or (number == last + 1 and number > 1):
            last = number
            if not at_start:
                cuts.add(match.start() - 1)
    return cuts


def rewrapped(clean: str) -> str:
    """The paragraphs of a page without letterhead that was cut at a fixed width, in one piece again."""
    lines = clean.split("\n")
    lengths = [len(line) for line in lines if line.strip()]
    width = max(lengths, default=0)
    full = sum(length > 0.8 * width for length in lengths)
    if not 50 <= width <= 135 or full < 3 or full < 0.3 * len(lengths) or _LETTERHEAD.search(clean, 0, HEAD):
        return clean
    pieces = [lines[0]]
    for before, line in itertools.pairwise(lines):
        joins = (before.strip() and line.strip() and len(before) > 0.75 * width - len(line.split(maxsplit=1)[0])
                 and not _MARK.match(line) and not before.rstrip().endswith((".", ":", ";", "./.")))
        joins = joins or bool(before.strip() and line[:1].islower() and len(before) > 0.6 * width)
        pieces += [" " if joins else "\n", line]
    return "".join(pieces)

"""Cuts lines that a copy ran together (two columns, a whole page on one line): a blank becomes a line end, so that
every position stays what it was."""

from __future__ import annotations

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
    rf"(?<=[\w.,;])( )(?=V/v:? [^\n]{{0,200}}{_DAY})",
    rf"{_DAY} {{0,40}}( )(?=\S)",
    r"(?<=[^\s:])( )(?=K[ií]nh g[ửởui]i ?:)",
))
_OWN_LINE = re.compile(rf"(?<=[{UPPER}])( )(?=S[ốô] ?: ?\d{{0,5}} ?/)")
_TO = re.compile(r"K[ií]nh g[ửở]i ?:")
_TAIL = re.compile(r"(?<=\S)( )(?=N[ơo]i nh[ậa]n ?:)")
_SIGNED = re.compile(r"\.( )(?=(?:KT|TM|TL|TUQ|Q)\. ?[A-ZĐ]|GIÁM ĐỐC|CHỦ TỊCH|TRƯỞNG|PHÓ |CHÁNH )")
_DASH = re.compile(rf"(?<=[;:.,])( ) {{0,40}}(?=[-–+•] ?[{UPPER}“\"])")
_SENTENCE = re.compile(rf"(?<=\.)( ) {{0,40}}(?=[{UPPER}])")
_NUMBER = re.compile(rf"(?:(?<=[.;:,!?”\"] )|(?<=\./\. )|^)(?P<no>\d{{1,2}})\s?[.)/](?!\d)\s?(?=[{UPPER}“\"])")
_ROMAN = re.compile(rf"(?<=[.;:,])( ) {{0,40}}(?=[IVX]{{1,4}}\. ?[{UPPER}]{{2}})")


def unflattened(clean: str) -> str:
    """The text with line ends where the page had them; the same length."""
    cuts: set[int] = set()
    head = clean[:HEAD]
    cuts |= _head_cuts(head)
    start = 0
    for line in clean.split("\n"):
        if len(line) > _LONG:
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
        if line_end - to.end() > _FLAT:
            cuts |= _list_cuts(head, to.end(), line_end)
    return cuts


def _list_cuts(text: str, start: int, end: int) -> set[int]:
    """"Kính gửi: - A; - B. Thực hiện …" on one line."""
    close = _SENTENCE.search(text, start, end)
    last = close.start(1) if close else start
    cuts = {match.start(1) for match in _DASH.finditer(text, start, last)}
    return cuts | ({last} if close else set())


def _cuts_in(line: str) -> set[int]:
    cuts = _numbered_cuts(line)
    dashes = [match.start(1) for match in _DASH.finditer(line)]
    if len(dashes) > 1:
        cuts |= set(dashes)
    if len(line) > _FLAT:
        cuts |= {match.start(1) for match in _ROMAN.finditer(line)}
    tail = _TAIL.search(line)
    if tail:
        cuts.add(tail.start(1))
        cuts |= {match.start(1) for match in _DASH.finditer(line, tail.end())}
        cuts |= {match.start(1) for match in _SIGNED.finditer(line, tail.end())}
    return cuts


def _numbered_cuts(line: str) -> set[int]:
    """Points 1, 2, 3 … that run on inside one paragraph; only a strict sequence counts."""
    expected, cuts, seen = 0, [], 0
    for match in _NUMBER.finditer(line):
        number = int(match["no"])
        if number not in {1, expected} and seen:
            continue
        if not seen and number != 1 and match.start() > 0:
            continue
        if number == 1 and seen:
            continue
        seen, expected = seen + 1, number + 1
        if match.start() > 0:
            cuts.append(match.start() - 1)
    return set(cuts) if seen > 1 else set()

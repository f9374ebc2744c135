"""The head of the page: number, place and date, type of document, subject."""

from __future__ import annotations

import re

from broadcaster.base.vietnamese import fold
from broadcaster.directives.form.days import partial
from broadcaster.directives.form.layout import BASIS, DISTRIBUTION, TO, Letter, Line, found, tidy
from broadcaster.directives.form.numbers import OWN, digits, reference, type_of
from broadcaster.directives.form.places import PROVINCES
from broadcaster.directives.model import Field

_TITLES = {"ke hoach": "ke_hoach", "thong bao": "thong_bao", "huong dan": "huong_dan", "cong dien": "cong_dien",
           "cong dien khan": "cong_dien", "cong dien hoa toc": "cong_dien", "thong bao khan": "thong_bao"}
_NAME = r"[^\W\d_][\w.'’]*"
_DATE = re.compile(
    rf"(?P<place>(?:{_NAME}[ -]{{1,3}}){{0,5}}{_NAME})\s?,?\s?"
    rf"(?:(?:lúc\s)?\d{{1,2}}\s?(?:giờ|h|g)\s?\d{{0,2}}(?:\s?phút)?\s?,?\s?)?"
    rf"[Nn]g[àa]y\s*(?P<d>[\dOIl]{{1,2}})?[\s.…]{{0,20}}"
    r"(?:/\s?(?P<ms>\d{1,2})\s?/|[Tt]h[áa]ng\s*(?P<m>[\dOIl]{1,2})?[\s.…]{0,20}n[ăa]m)\s*(?P<y>(?:19|20)\d\d)?")
_SUBJECT = re.compile(r"[\"“]?(?:V/\s?[vV]|[vV]/v|VV|V\.v|Về việc|VỀ VIỆC)\s*[:.]?\s*")
_STOP = re.compile(r"cong h[oi]a? ?xa|doc lap ?[-–]|so ?:|dang cong san viet nam$")
_RULE = re.compile(r"[-–—_=*. ]+")
_SUBJECT_LINES = 12


def number(letter: Letter) -> tuple[Field, Field]:
    """Number as printed (None while it is blank) and symbol."""
    match = OWN.search(letter.header)
    if match is None:
        return Field(None), Field(None)
    own = reference(match)
    symbol_start = match.start("sym")
    symbol = found(own.symbol, symbol_start, own.end)
    # A digit that was read as a letter is put right, but a person should look.
    sure = 1.0 if (match["no"] or "") == digits(match["no"] or "") else 0.5
    return (found(own.number, own.start, own.end, sure) if own.number else Field(None, None, 0.9)), symbol


def place_and_date(letter: Letter) -> tuple[Field, Field]:
    """Where and when it was signed; a blank day leaves year and month."""
    own = OWN.search(letter.header)
    best = None
    for match in _DATE.finditer(letter.header):
        if match["place"][0].isupper() and (match["y"] or match["d"]):
            best = match
            break
    if best is None:
        return Field(None, None, 0.5), Field(None, None, 0.5)
    start = best.start("place")
    if own and own.start() < start < own.end():
        start = own.end()
    # Flattened columns: only the capitalised words right before the date are the place.
    words = re.search(rf"(?:(?:(?:TP|Tp|TX|Tx|thành phố|thị xã|huyện)\.?\s+)?(?:{_NAME}[ -]{{1,3}}){{0,5}}{_NAME})$",
                      letter.header[start:best.end("place")].split("\n")[-1])
    place = words.group() if words else best["place"]
    place_start = _wrapped_place(letter.header, best.end("place") - len(place), place)
    place = letter.header[place_start : best.end("place")]
    read = {g: digits(best[g] or "") for g in ("d", "m", "ms", "y")}
    month = read["m"] or read["ms"]
    day = partial(*(int(x) if x.isdigit() else None for x in (read["d"], month, read["y"])))
    sure = 1.0 if read["d"] == (best["d"] or "") and read["m"] == (best["m"] or "") else 0.5
    return (found(tidy(place), place_start, best.end("place")),
            found(day, best.end("place"), best.end(), sure) if day else Field(None))


def _wrapped_place(header: str, start: int, place: str) -> int:
    """"Bà Rịa - Vũng / Tàu, ngày …": the name of a province begun on the line before."""
    before = header[:start].rstrip()
    if "\n" not in header[len(before) : start]:
        return start
    line_start = before.rfind("\n") + 1
    opening = header[line_start : len(before)]
    known = {fold(name) for name in PROVINCES}
    if fold(tidy(f"{opening.strip()} {place}")) in known and fold(place) not in known:
        return line_start + len(opening) - len(opening.lstrip())
    return start


def title_line(letter: Letter) -> tuple[int, str] | None:
    """Index of the line that names the document's type, and the type's code."""
    for index, line in enumerate(letter.lines[: letter.header_end + 1]):
        if len(line.text) < 30 and line.text.isupper():
            code = _TITLES.get(fold(line.text).strip(" .:*-"))
            if code:
                return index, code
    return None


def doc_type(letter: Letter, symbol: Field) -> Field:
    """By the title, else by the code in the symbol, else an official letter."""
    title = title_line(letter)
    if title:
        line = letter.lines[title[0]]
        return found(title[1], line.start, line.end)
    if symbol.value and symbol.span:
        code, confidence = type_of(str(symbol.value))
        return Field(code, symbol.span, confidence)
    return Field("cong_van", None, 0.5)


def subject(letter: Letter) -> Field:
    """What stands behind "V/v", or under the title of a plan, notice, guidance."""
    header = letter.lines[: letter.header_end]
    for index, line in enumerate(header):
        match = _SUBJECT.match(line.text) or re.search(r"\sV/v\s*:?\s*", line.text)
        if match:
            inner = match.end() if line.text[match.end():] else 0
            first = index if inner else index + 1
            return _joined(letter, header[first : first + _SUBJECT_LINES], inner)
    title = title_line(letter)
    if title:
        return _joined(letter, header[title[0] + 1 : title[0] + 1 + _SUBJECT_LINES], 0)
    return Field(None, None, 0.4)


def _joined(letter: Letter, lines: list[Line], skip: int) -> Field:
    taken: list[Line] = []
    sure = 1.0
    for line in lines:
        if taken and line.gap and not _unfinished(taken[-1].text) and not line.text[0].islower():
            sure = 0.55 if _may_go_on(taken[-1].text, line.text) else sure
            break
        if _STOP.match(fold(line.text)) or TO.match(line.text) or DISTRIBUTION.match(line.text):
            break
        if taken and (BASIS.match(line.text) or _letterhead(line.text, taken[0].text)):
            break
        if not _RULE.fullmatch(line.text):
            taken.append(line)
        if _DATE.search(line.text) and "tháng" in line.text:
            break
    if not taken:
        return Field(None)
    first = taken[0]
    raw_skip = raw_offset(letter.clean[first.start : first.end], skip)
    start, end = first.start + raw_skip, taken[-1].end
    date = next((m for m in _DATE.finditer(letter.clean, start, end) if "\n" not in m["place"]), None)
    if date and date["place"][0].isupper():
        # The date of the right column fell onto the last line of the subject.
        start, end = _without_date(taken, start, date.start("place"), letter)
    match = _SUBJECT.match(letter.clean, start, end)
    start = match.end() if match else start
    value = tidy(letter.clean[start:end]).rstrip(" .;,/")
    return found(value, start, end, sure) if value else Field(None, None, 0.4)


def _may_go_on(before: str, text: str) -> bool:
    """A blank line stands between, yet the line before is no end."""
    return not (before.endswith((".", ";")) or text.isupper() or TO.match(text) or _STOP.match(fold(text))
                or _DATE.search(text) or _RULE.fullmatch(text) or BASIS.match(text))


def _without_date(taken: list[Line], start: int, date_start: int, letter: Letter) -> tuple[int, int]:
    line = next((item for item in taken if item.start <= date_start <= item.end), taken[-1])
    end = line.start if date_start - line.start < 3 else date_start
    # A place of two words before ", ngày": the date's pattern is greedy, so keep what a wide blank separates.
    raw = letter.clean[line.start : line.end]
    wide = [m.start() for m in re.finditer(r" {3,}", raw[: max(raw.rfind("ngày"), 0)])]
    if wide:
        end = line.start + wide[-1]
    return start, max(end, start)


def _unfinished(text: str) -> bool:
    return text.endswith((",", " -", " –", " và", " của", " về", " các", " trên", " phòng"))


def _letterhead(text: str, first: str) -> bool:
    return text.isupper() and len(text) > 3 and not first.isupper()


def raw_offset(raw: str, skip: int) -> int:
    """Where character `skip` of the single-blank form stands in the raw line."""
    seen, blank = 0, False
    for position, character in enumerate(raw):
        if seen >= skip and not character.isspace():
            return position
        if character.isspace():
            seen += 0 if blank else 1
            blank = True
        else:
            seen += 1
            blank = False
    return len(raw)

"""Numbers of documents: the letter's own and the ones it cites, in state style and in party style."""

from __future__ import annotations

import re
from dataclasses import dataclass

from broadcaster.base.vietnamese import fold
from broadcaster.directives.form.flat import UPPER

_PIECE = rf"[{UPPER}][\w&.]*"
SYMBOL = rf"(?:[{UPPER}]{{2}}[\w&.]*|[{UPPER}]{{1,2}}\w*(?=\s?[-/]))(?:\s?[-–/&]\s?{_PIECE}){{0,6}}"
# Scanners read O for 0, l and I for 1; a number has one true digit at least.
_NO = r"(?:[OIl]{1,2}\d[\dOIl]{0,3}|\d[\dOIl]{0,4}[a-z]?)"
OWN = re.compile(rf"(?<!\w)(?:S[ốôo]|SỐ|SO)\s*:?\s*(?P<no>{_NO})?[\s.…_]{{0,30}}(?P<sep>[/-])\s*"
                 rf"(?:(?P<year>(?:19|20)\d\d)/)?(?P<sym>{SYMBOL})")
_CITED = re.compile(rf"(?<![\w/.-])(?P<no>{_NO})\s{{0,4}}(?P<sep>[/-])\s{{0,3}}(?:(?P<year>(?:19|20)\d\d)/)?"
                    rf"(?P<sym>{SYMBOL})")
_SCANNED = str.maketrans({"O": "0", "I": "1", "l": "1"})
_BARE = re.compile(r"(?:[Cc]ông văn|[Vv]ăn bản|[Kk]ế hoạch|[Tt]hông báo|[Cc]hỉ thị"
    r"|[Hh]ướng dẫn)\s+số\s*:?\s*(?P<no>\d{1,5})"
                   r",?\s+ngày")
_TYPES = {"KH": "ke_hoach", "TB": "thong_bao", "HD": "huong_dan", "CĐ": "cong_dien", "CD": "cong_dien"}
_OTHER_TYPES = {"NQ", "QĐ", "CT", "BC", "TTr", "CTr", "ĐA", "PA", "GM", "TC"}


@dataclass(frozen=True)
class Reference:
    """A document's number with its place in the text."""

    number: str
    symbol: str
    start: int
    end: int


def reference(match: re.Match[str], offset: int = 0) -> Reference:
    """Blanks inside a number are slips of the pen."""
    groups = match.groupdict()
    symbol = re.sub(r"\s+", "", groups.get("sym") or "").replace("–", "-").rstrip(".,;:-/&")
    year = f"{groups['year']}/" if groups.get("year") else ""
    no = digits(groups.get("no") or "")
    number = f"{no}{groups.get('sep') or '/'}{year}{symbol}" if no else ""
    end = match.end()
    while end > match.start() and match.string[end - 1] in ".,;:-/& \n":
        end -= 1
    return Reference(number if symbol else no, symbol, offset + match.start(), offset + end)


def digits(read: str) -> str:
    """A number as a scanner read it: 6l2 is 612, 1O is 10."""
    return read.translate(_SCANNED) if re.search(r"\d", read) else read


def references(text: str, offset: int = 0) -> list[Reference]:
    """All documents named in `text`, in order."""
    found = [reference(match, offset) for match in _CITED.finditer(text)]
    found += [Reference(m["no"], "", offset + m.start("no"), offset + m.end("no")) for m in _BARE.finditer(text)]
    return sorted((item for item in found if _plausible(item)), key=lambda item: item.start)


def same(one: str, other: str) -> bool:
    """01/CD-UBND is 01/CĐ-UBND as a scanner reads it."""
    return key(one) == key(other)


def key(number: str) -> str:
    return fold(number).replace(" ", "")


def type_of(symbol: str) -> tuple[str, float]:
    """Document type by the code in the symbol; a symbol without a code is an official letter (công văn)."""
    first = re.split(r"[-/.]", symbol)[0]
    if first in _TYPES:
        return _TYPES[first], 0.95
    return "cong_van", 0.4 if first in _OTHER_TYPES else 0.9


def _plausible(item: Reference) -> bool:
    # "2021-COVID", "19-TP": years and ranges beside capitals are no document numbers.
    number = re.match(r"\d+", item.number)
    is_year = number is not None and len(number.group()) == 4 and number.group()[:2] in {"19", "20"}
    return not (is_year and "-" in item.number[4:5]) and not key(item.symbol).startswith(("covid", "tp.", "sars"))

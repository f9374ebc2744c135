"""What is printed on a page beside the letter itself: page numbers, running titles, stamps, boxes of signatures."""

from __future__ import annotations

import re
from collections import Counter

from broadcaster.directives.readers.unsure import without_marks

_NUMBER = re.compile(
    r"\W{0,3}(?:(?:trang|page|tr\.?)\s*:?\s*)?\d{1,3}\W{0,3}(?:(?:/|of|trên)\s*\d{1,3}\W{0,2})?", re.IGNORECASE)
_EDGE = 2
"""Page numbers and running titles stand among this many lines at the head or foot."""
_SIGNED = re.compile(
    r"\W{0,3}(?:người ký|ký bởi|được ký bởi|ký số bởi|chữ ký số|digitally signed by|signed by|signature (?:not )?v"
    r"|văn bản (?:này )?(?:đã )?được ký số|văn bản ký số)\b", re.IGNORECASE)
_OF_SIGNING = re.compile(
    r"\W{0,3}(?:e-?mail|cơ quan|tổ chức|(?:thời gian|ngày|ngày giờ|giờ) ký|date|reason|location|lý do|địa điểm)\s*:",
    re.IGNORECASE)
_ARRIVED = re.compile(r"[^\n]{0,60}\b(?:CÔNG VĂN|VĂN BẢN)\s+ĐẾN\s*(?:\W.*)?$|\W*ĐẾN\W*(?:Số|Ngày|Giờ)?\W*[\d/. ]*$")
_OF_ARRIVAL = re.compile(
    r"\W{0,3}(?:ĐẾN\W{0,3})?(?:(?:số|ngày|giờ)(?: đến)?\s*:?\s*[\d .:/hg-]*|(?:kính )?chuyển\s*:.{0,60}"
    r"|lưu (?:hồ sơ|h/s)\b.{0,40}|số và ký hiệu h.{0,40})", re.IGNORECASE)
_FOLLOWING = 4
_FEWEST_PAGES = 3


def without_furniture(pages: list[list[str]]) -> list[str]:
    """The lines of the letter, one page after the other. A running title stays where it stands first."""
    repeated = _repeated(pages)
    seen: set[str] = set()
    kept: list[str] = []
    for page in pages:
        lines = [line for line in page if line.strip()]
        for index, line in enumerate(lines):
            if _is_edge(index, len(lines)):
                shape = _shape(line)
                goes_on = bool(kept) and without_marks(kept[-1]).rstrip().endswith("-")
                if (_NUMBER.fullmatch(without_marks(line).strip()) and not goes_on) or shape in repeated & seen:
                    continue
                seen.add(shape)
            kept.append(line)
    return _without_stamps(kept)


def _is_edge(index: int, count: int) -> bool:
    return index < _EDGE or index >= count - _EDGE


def _repeated(pages: list[list[str]]) -> set[str]:
    """What stands at the head or foot of most pages, whatever figures it holds."""
    if len(pages) < _FEWEST_PAGES:
        return set()
    shapes: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page if line.strip()]
        shapes.update({_shape(line) for index, line in enumerate(lines) if _is_edge(index, len(lines))})
    return {shape for shape, count in shapes.items() if count >= max(_FEWEST_PAGES, 0.6 * len(pages)) and shape}


def _shape(line: str) -> str:
    return re.sub(r"[\d\s]+", " ", without_marks(line)).strip().casefold()


def _without_stamps(lines: list[str]) -> list[str]:
    """Boxes begin with a line of their own kind; the lines that belong to it come within the next few."""
    kept: list[str] = []
    signed = arrived = 0
    for line in lines:
        inner: list[str] = []
        for part in line.split("\n"):
            shown = without_marks(part).strip()
            if _SIGNED.match(shown):
                signed, drop = _FOLLOWING, True
            elif _ARRIVED.match(shown) and len(shown) < 100:
                arrived, drop = _FOLLOWING, True
            else:
                drop = bool((signed > 0 and _OF_SIGNING.match(shown))
                            or (arrived > 0 and shown and _OF_ARRIVAL.fullmatch(shown)))
                signed, arrived = signed - 1, arrived - 1
            if not drop:
                inner.append(part)
        if any(part.strip() for part in inner):
            kept.append("\n".join(inner))
    return kept

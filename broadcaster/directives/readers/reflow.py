"""Lines of a printed page back into paragraphs."""

from __future__ import annotations

import re
import unicodedata

from broadcaster.directives.readers.furniture import without_furniture
from broadcaster.directives.readers.unsure import without_marks

_MARK = re.compile(
    r"(?:[-–+*•]\s|\d{1,2}[.)]\s?\D|[a-zđ]\)\s|[IVX]{1,5}\.\s|Kính gửi|Nơi nhận|Số\s*:|V/v|Căn cứ|Thực hiện"
    r"|CỘNG H|Độc lập"
    r"|[^\n]{2,40}, ngày\s|H(?:ỎA|OẢ) TỐC|(?:THƯỢNG )?KHẨN$|KT\.|TL\.|TM\.)")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?[aeiouyăâêôơư]{1,3}(?:ng|nh|ch|[cmnpt])?", re.IGNORECASE)
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_WORD = re.compile(r"[^\W\d_]{2,}")
_BROKEN_OFF_INSIDE = re.compile(r"(?<=[^\W_])-[ \ue000]*\n(?=[^\W_])")
_BROKEN_OFF = re.compile(r"[^\W_]-$")
"""A hyphen at the end of a line: Vietnamese does not divide words, so it belongs to a number or a name."""


def pages_to_text(pages: list[list[str]]) -> str:
    """The lines of all pages as paragraphs, without what stands on a page only because it is a page."""
    return reflow(without_furniture(pages))


def share_of_vietnamese(text: str) -> float:
    """How many of the words have the form of a Vietnamese syllable, 0…1."""
    words = _WORD.findall(text)
    return sum(bool(_SYLLABLE.fullmatch(_toneless(word))) for word in words) / len(words) if words else 1.0


def reflow(lines: list[str]) -> str:
    """Paragraphs separated by blank lines: a full line that does not end a sentence goes on in the next one.

    An entry that holds line breaks is a column of the letterhead and stays as it is.
    """
    cleaned = [_column(line) if "\n" in line else " ".join(line.split()) for line in lines]
    widths = sorted(len(line) for line in cleaned if line)
    full = 0.6 * widths[int(len(widths) * 0.9)] if widths else 0
    paragraphs: list[list[str]] = []
    before = ""
    for line in cleaned:
        if not line:
            before = ""
            continue
        shown = without_marks(line)
        if before and "\n" not in before + line and _is_broken_off(before, shown):
            rest = _joined(paragraphs[-1], line)
            paragraphs[-1] += [rest] if rest else []
        elif before and "\n" not in before + line and _goes_on(before, shown, full):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        before = shown
    return "\n\n".join("\n".join(paragraph) for paragraph in paragraphs)


def _column(entry: str) -> str:
    return _BROKEN_OFF_INSIDE.sub("-", entry.strip("\n"))


def _is_broken_off(before: str, line: str) -> bool:
    return bool(_BROKEN_OFF.search(before)) and line[:1].isalnum()


def _joined(paragraph: list[str], line: str) -> str:
    """The first word of the line goes up to what it was broken off from ("184/UBND-" + "KGVX"); the rest is given."""
    first, _, rest = line.partition(" ")
    paragraph[-1] += first
    return rest


def _goes_on(before: str, line: str, full: float) -> bool:
    if _MARK.match(line):
        return False
    if line[0].islower():
        return True
    if before.isupper() or line.isupper():
        return before.isupper() and line.isupper()
    return len(before) >= full and not before.endswith((".", ";", ":", "!", "?", "./", ".,"))


def _toneless(word: str) -> str:
    plain = unicodedata.normalize("NFD", word).translate(_TONES)
    return unicodedata.normalize("NFC", plain)

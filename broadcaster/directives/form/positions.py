"""The text without doubled blanks, indents and invisible characters, and the way back to the letter's own positions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

# Other blanks become the plain one, other slants the plain slash.
_BLANKS = {code: " " for code in range(32) if code not in {9, 10, 13}}
_BLANKS |= {ord(c): " " for c in "\u00a0\u2002\u2003\u2009\u202f\u3000"}
_BLANKS |= {ord(c): "/" for c in "\u2044\u2215\uff0f"}
_GONE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
                   r"|\r(?=\n)|(?m:^[ \t]++)|(?<![ \t])[ \t]++(?m:$)|(?<=[^ \t\n]) (?= [^ \t\n])")


class Squeezed:
    """`text` to read, `original` to point into."""

    def __init__(self, original: str) -> None:
        self.original = original
        plain = original.translate(_BLANKS)
        pieces: list[str] = []
        self._starts: list[int] = [0]
        self._shifts: list[int] = [0]
        kept = last = 0
        for match in _GONE.finditer(plain):
            pieces.append(plain[last : match.start()])
            kept += match.start() - last
            last = match.end()
            self._starts.append(kept)
            self._shifts.append(last - kept)
        pieces.append(plain[last:])
        self.text = "".join(pieces)

    def back(self, span: tuple[int, int] | None) -> tuple[int, int] | None:
        """A range of `text` as one of the original."""
        if span is None:
            return None
        start, end = span
        return self._at(start), self._at(end - 1) + 1 if end > start else self._at(start)

    def _at(self, position: int) -> int:
        return position + self._shifts[bisect_right(self._starts, position) - 1]


def within(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with blanks for line ends inside the ranges given: wrapped sentences in one piece, nothing moved."""
    pieces: list[str] = []
    last = 0
    for start, end in spans:
        pieces += [text[last:start], text[start:end].replace("\n", " ")]
        last = max(end, last)
    return "".join([*pieces, text[last:]])

"""What a reader hands back: the text, and which parts of it the eye of the machine was unsure of."""

from __future__ import annotations

from dataclasses import dataclass

UNSURE_FROM = "\ue000"
UNSURE_TO = "\ue001"
"""Put around doubtful words by scan readers: private characters survive joining and cleaning, offsets do not."""


@dataclass(frozen=True)
class Reading:
    """A letter's text; `unsure` are ranges of it that were hard to recognise (scans), in order."""

    text: str
    unsure: tuple[tuple[int, int], ...] = ()
    scanned: bool = False
    """Read from a picture, wholly or in part: numbers and dates want a second look."""


def from_marked(text: str, *, scanned: bool = False) -> Reading:
    """Take the marks out of a text and keep where they stood."""
    plain: list[str] = []
    unsure: list[tuple[int, int]] = []
    length = 0
    start = -1
    for piece in _pieces(text):
        if piece == UNSURE_FROM:
            start = length if start < 0 else start
        elif piece == UNSURE_TO:
            if 0 <= start < length:
                unsure.append((start, length))
            start = -1
        else:
            plain.append(piece)
            length += len(piece)
    if 0 <= start < length:
        unsure.append((start, length))
    return Reading("".join(plain), tuple(unsure), scanned or bool(unsure))


def _pieces(text: str) -> list[str]:
    spaced = text.replace(UNSURE_FROM, f"\0{UNSURE_FROM}\0").replace(UNSURE_TO, f"\0{UNSURE_TO}\0")
    return spaced.split("\0")

"""What a reader could not read well travels inside its text, as marks no letter has, and is taken out at the end.

Marks instead of ranges: lines are joined, moved and dropped between the recogniser and the finished text.
"""

from __future__ import annotations

from dataclasses import dataclass

WORD = "\ue000"
"""Stands after a word that may be wrong."""
SCAN = "\ue001"
"""Stands anywhere in a text that comes from a picture."""


@dataclass(frozen=True)
class Reading:
    """A letter's text and how far it can be believed."""

    text: str
    unsure: tuple[tuple[int, int], ...] = ()
    """Character ranges of words that may be wrong."""
    scanned: bool = False
    """Some of it was read from a picture: figures are to be compared with the paper."""


def without_marks(text: str) -> str:
    """The text as a person sees it."""
    return text.replace(WORD, "").replace(SCAN, "")


def split(marked: str) -> Reading:
    """The finished text, and where the words that were marked stand in it."""
    parts = marked.replace(SCAN, "").split(WORD)
    ranges: list[tuple[int, int]] = []
    end = 0
    for part in parts[:-1]:
        end += len(part)
        length = len((part.split() or [""])[-1])
        if length:
            ranges.append((end - length, end))
    return Reading("".join(parts), tuple(ranges), SCAN in marked)

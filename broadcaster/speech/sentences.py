"""Spoken text in pieces a voice can say in one breath, each with the pause after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

SENTENCE_MS, ITEM_MS, PART_MS, REPEAT_MS, FORCED_MS = 450, 900, 1500, 2500, 150
_LONGEST = 220
_END = re.compile(r"(?<=[.!?;…])\s+")
_REPEAT = re.compile(r"(?:\w+ ){0,3}xin (?:được )?nhắc lại\b", re.IGNORECASE)
"""How the part begins that says the main things again."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Piece:
    """One utterance."""

    text: str
    pause_ms: int


def pieces(spoken: str) -> list[Piece]:
    """Lines are items, an empty line parts the text; long sentences are split at a comma.

    Before a line that says the main things again there is time to sit up and listen.
    """
    found: list[Piece] = []
    for line in spoken.split("\n"):
        stripped = line.strip()
        if not stripped:
            if found:
                found[-1] = Piece(found[-1].text, PART_MS)
            continue
        if found and _REPEAT.match(stripped):
            found[-1] = Piece(found[-1].text, REPEAT_MS)
        for sentence in _END.split(stripped):
            found += _short(sentence)
        if found:
            found[-1] = Piece(found[-1].text, ITEM_MS)
    return found


def syllables(text: str) -> int:
    """Vietnamese writes one syllable a word."""
    return len(_WORD.findall(text))


def _short(sentence: str) -> list[Piece]:
    parts: list[Piece] = []
    rest = sentence
    while len(rest) > _LONGEST:
        cut = rest.rfind(", ", 60, _LONGEST)
        if cut < 0:
            cut = rest.rfind(" ", 60, _LONGEST)
        if cut < 0:
            cut = _LONGEST
        parts.append(Piece(rest[:cut + 1].strip(), FORCED_MS))
        rest = rest[cut + 1:].strip()
    if _WORD.search(rest):
        parts.append(Piece(rest, SENTENCE_MS))
    return [part for part in parts if _WORD.search(part.text)]

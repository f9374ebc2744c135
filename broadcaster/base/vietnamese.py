"""Vietnamese text as data: one Unicode form, and a form without accents for searching."""

from __future__ import annotations

import re
import unicodedata

_PILE = re.compile(r"[^\w\s\x00-\x7f]{30,}")


def nfc(text: str) -> str:
    """Composed Unicode: the only form the program stores, speaks or compares."""
    return text if text.isascii() else unicodedata.normalize("NFC", _PILE.sub(_low_pile, text))


def fold(text: str) -> str:
    """Lower case without accents, đ as d: what people type when they search."""
    plain = unicodedata.normalize("NFD", _PILE.sub(_low_pile, text.replace("đ", "d").replace("Đ", "D")))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


_TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are blank, whatever Unicode calls them."""


def _shows(character: str) -> bool:
    """Half a character (Cs) shows nothing, but is no blank: whoever reads it has to refuse it."""
    category = unicodedata.category(character)
    return (category[0] in "LNPS" and character not in _UNSEEN) or category == "Cs"


def one_line(text: str, limit: int = 300) -> str:
    """A title: composed, control characters and runs of blanks become one blank, cut with an ellipsis.

    Marks that turn the direction of writing go: a name would show its ending where it is not. What shows nothing at
    all is nothing: it would pass for a reason.
    """
    cleaned = "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in nfc(text)
                      if c not in _TURNING)
    cleaned = " ".join(cleaned.split())
    if not any(_shows(c) for c in cleaned):
        return ""
    return cleaned if len(cleaned) <= limit else cleaned[: limit - 1].rstrip() + "…"


def _low_pile(found: re.Match[str]) -> str:
    """Accents piled on one letter without end are no writing, and sorting them takes hours."""
    return "".join(c for place, c in enumerate(found.group()) if place < 30 or not unicodedata.combining(c))


_DIGITS = re.compile(r"\d+")
_LETTERS = {"\u0306": "~", "\u0302": "~~", "\u031b": "~~~"}
"""Breve, circumflex and horn make letters of their own, after the plain one and in this order."""
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


def sort_key(text: str) -> str:
    """Orders by plain comparison as a Vietnamese dictionary does: a ă â … d đ, tones last, 2 before 10."""
    low = _DIGITS.sub(lambda found: found.group().zfill(6), nfc(text)[:120].lower())
    letters, tones = [], []
    for character in low.replace("đ", "d~"):
        base, *marks = list(unicodedata.normalize("NFD", character))
        letters.append(base + "".join(_LETTERS.get(mark, "") for mark in marks))
        tones.append(next((_TONES[mark] for mark in marks if mark in _TONES), "0"))
    return f"{''.join(letters)}\x01{''.join(tones)}"

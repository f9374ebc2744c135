"""Short forms a text explains itself: "Tổ công nghệ số cộng đồng (TCNS)" says what TCNS stands for from there on."""

from __future__ import annotations

import functools
import re
import unicodedata

from broadcaster.speech.normalise import lexicon
from broadcaster.speech.normalise.forms import CAPITAL, Answer, Match, Rule, Said, in_context
from broadcaster.speech.normalise.numbers import letters

_EXPLAINED = re.compile(rf"([^.;:()\n]{{4,120}}?)[ \t]*\(([{CAPITAL}][{CAPITAL}&-]{{1,11}})\)")
_SMALL = {"và", "của", "về", "cho", "các", "tại", "với", "trong", "ở", "bằng", "từ", "do", "theo", "những"}
"""Words that short forms leave out."""
_MOST = 100
"""Explained forms that are looked for in one text."""


def explained(text: str) -> tuple[tuple[str, str], ...]:
    """Short form and long form, as far as the initials agree and the tables do not say the same."""
    found: dict[str, str] = {}
    for match in _EXPLAINED.finditer(text):
        said = _long_form(match[1].split(), match[2])
        if said and len(found) < _MOST and lexicon.table("abbreviations").get(match[2]) != said:
            found.setdefault(match[2], said)
    return tuple(sorted(found.items()))


@functools.lru_cache(maxsize=8)
def rules(forms: tuple[tuple[str, str], ...]) -> tuple[Rule, ...]:
    """The explanation itself is heard once; afterwards the long form is said."""
    if not forms:
        return ()
    said = dict(forms)
    one = lexicon.one_of(said)
    return (in_context(rf"[ \t]?\(({one})\)", lambda m, text: _itself(m, text, said), kind="abbreviation"),
            in_context(rf"(?<![\w&/-])(?:{one})(?![\w&/-])",
                       lambda m, text: Said(said[m[0]], (letters(m[0]),)), kind="abbreviation"))


def _itself(m: Match, text: str, said: dict[str, str]) -> Answer:
    behind = " ".join(text[max(0, m.start() - 160):m.start()].lower().split())
    return Said("", (f", {letters(m[1])},",)) if behind.endswith(said[m[1]]) else None


def _long_form(words: list[str], short: str) -> str:
    """The last words whose initials are the short form; of a long one the end may be left out (… ở cơ sở)."""
    wanted = re.sub(r"[&-]", "", short)
    ends = range(len(words), len(words) - (4 if len(wanted) > 3 else 1), -1)
    return next((said for end in ends if (said := _ending_at(words, end, wanted))), "")


def _ending_at(words: list[str], end: int, wanted: str) -> str:
    place = end
    for letter in reversed(wanted):
        place -= 1
        while place >= 0 and _initial(words[place]) != letter and words[place].lower().strip(",") in _SMALL:
            place -= 1
        if place < 0 or _initial(words[place]) != letter:
            return ""
    return " ".join(words[place:]).lower()


def _initial(word: str) -> str:
    """The capital a word is shortened to: Ủ → U, Ứ → Ư, đ → Đ."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word[:1].upper()) if c not in _TONES)
    return unicodedata.normalize("NFC", plain)


_TONES = "\u0300\u0301\u0303\u0309\u0323"

"""The rules, in the order they claim stretches of the text: special forms first, plain numbers last."""

from __future__ import annotations

import functools
import re

from broadcaster.speech.normalise import amounts, calendar, codes, lexicon
from broadcaster.speech.normalise.forms import NUMBER, TAKEN, VOWELS, Match, Rule, rule
from broadcaster.speech.normalise.numbers import letters, number, roman, written_number

_SYLLABLE = re.compile(
    rf"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[{VOWELS}]{{1,3}}(?:ch|ng|nh|[cmnpt])?\Z", re.I)
_CAPITAL = "A-ZĐƯƠÂĂÊÔ"


@functools.cache
def rules() -> tuple[Rule, ...]:
    """Built once: the tables are read then."""
    return (*_marks(), *codes.rules(), *calendar.rules(), *amounts.rules(), *_words(), *_rest())


def _marks() -> list[Rule]:
    return [
        rule(r"[\u200b-\u200f\u2060\ufeff\u00ad*_#`]+", ""),
        rule(r"\u00a0", " "),
        rule(r"\./[.,]?(?!\w)", "."),
        rule(r"(?m)^[ \t]*[-–+•→][ \t]+", ""),
        rule(r"(?m)^[ \t]*([IVX]+)[./][ \t]+", lambda m: f"phần {number(roman(m[1]))}, " if roman(m[1]) else m[0]),
        rule(r"(?m)^[ \t]*\(?(\d{1,2})[.)][ \t]+(?=\D)", lambda m: f"{number(int(m[1]))}, "),
        rule(rf"(?m)^[ \t]*(\d{{1,2}})[.)](?=[{_CAPITAL}])", lambda m: f"{number(int(m[1]))}, "),
        rule(r"(?m)^[ \t]*([a-zđ])\)[ \t]+", lambda m: f"ý {m[1]}, "),
    ]


def _words() -> list[Rule]:
    foreign = {word.lower(): spoken for word, spoken in lexicon.table("foreign").items()}
    return [
        rule(rf"(?<![\w&])(?:{lexicon.alternatives('abbreviations')})(?![\w&])",
             lambda m: lexicon.table("abbreviations")[m[0]] + (" " if m[0].endswith(".") else "")),
        rule(rf"(?<!\w)(?:{lexicon.alternatives('foreign')})(?!\w)", lambda m: foreign[m[0].lower()], re.I),
        rule(rf"(?<!\w)[{_CAPITAL}]{{2,}}(?:&[{_CAPITAL}]{{2,}})+(?!\w)",
             lambda m: " và ".join(_short(part) for part in m[0].split("&"))),
        rule(rf"(?<!\w)[{_CAPITAL}]{{2,}}(?!\w)", _capitals),
        rule(r"(?<!\w)[^\W\d_]{2,}(?!\w)", lambda m: m[0].lower() if m[0].isupper() else m[0]),
    ]


def _short(part: str) -> str:
    return lexicon.table("abbreviations").get(part) or letters(part)


def _capitals(m: Match) -> str:
    return m[0].lower() if _SYLLABLE.match(m[0]) else letters(m[0])


def _rest() -> list[Rule]:
    return [
        rule(NUMBER, lambda m: f" {written_number(m[0])} " if _touches(m) else written_number(m[0])),
        rule(r"\s?&\s?", " và "),
        rule(r"\s?\+\s?", " cộng "),
        rule(rf"(?<=[\w{TAKEN}])\s?/\s?(?=[\w{TAKEN}])", " hoặc "),
        rule(r"[“”\"«»‘’<>|\\^~=@/→§]+", " "),
        rule(r"[ \t]?[(\[{]", ", "),
        rule(r"[)\]}]", ","),
        rule(r"[ \t][-–—]{1,3}[ \t]", ", "),
        rule(rf"(?<=[ \t])[-–—](?=[\w{TAKEN}])", ", "),
        rule(rf"(?<=[\w{TAKEN}])-(?=[\w{TAKEN}])", " "),
        rule(r"[–—]", " "),
        rule(r"\.{2,}|…", "."),
    ]


def _touches(m: Match) -> bool:
    around = m.string[max(0, m.start() - 1):m.start()] + m.string[m.end():m.end() + 1]
    return any(character.isalpha() for character in around)

"""Old Vietnamese letters (TCVN3/ABC, VNI, code page 1258) back into Unicode, decided by what then reads as Vietnamese.

Never by hope: a text is converted only when clearly more of its accented words become Vietnamese syllables.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from broadcaster.base.vietnamese import nfc
from broadcaster.directives.readers.syllables import is_syllable

CAPS_FROM, CAPS_TO = "\ue010", "\ue011"
"""Around words that a font or a format shows in capitals though they are stored small (.VnTimeH)."""

_SURE = 0.8
_LEAD = 0.25
_LEAST_WORDS = 3
_SAMPLE = 4000
_LOOKED_AT = 1000
_OWN = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300-\u0303\u0309\u0323]")
_TOKEN = re.compile(r"[^\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e“”‘’–—…•]+")
_CAPS = re.compile(f"{CAPS_FROM}([^{CAPS_TO}]*){CAPS_TO}?")
_ASCII = re.compile(r"[A-Za-z]")
_FIRST = re.compile(r"(?:^|\n\n)[-–+•\s\d.)]*[ăâđêôơưà-ỹ]|(?<=[.!?]\s)[ăâđêôơưà-ỹ]")
_ACRONYM = re.compile(r"[BCDĐGHKLMNPQRSTVX]{2,12}")
_FIGURE = re.compile(r"[/\d]")
_COMMITTEE = re.compile(r"\b(?:ủy|uỷ) ban\b")


def repaired(paragraphs: list[str]) -> list[str]:
    """Paragraphs in Unicode; each is judged for itself, one with few words like the document around it."""
    # Unicode letters are known by their first hundreds of lines: nothing there is in old letters.
    doubtful = [paragraph for paragraph in paragraphs if not paragraph.isascii() and not _OWN.search(paragraph)]
    if not any(_verdict(paragraph)[0] for paragraph in doubtful[:_LOOKED_AT]):
        return [_with_capitals(paragraph) for paragraph in paragraphs]
    verdicts = [_verdict(paragraph) for paragraph in paragraphs]
    votes: dict[str, int] = {}
    for name, words in verdicts:
        if name:
            votes[name] = votes.get(name, 0) + words
    common = max(votes, key=lambda name: votes[name], default="")
    if votes.get(common, 0) < _LEAST_WORDS:
        return [_with_capitals(paragraph) for paragraph in paragraphs]
    around = _around(paragraphs, verdicts)
    return [_with_capitals(_converted(paragraph, name, words, common, alone=not near))
            for paragraph, (name, words), near in zip(paragraphs, verdicts, around, strict=True)]


def _around(paragraphs: list[str], verdicts: list[tuple[str, int]]) -> list[bool]:
    """Whether the nearest paragraphs that can be told are in old letters, for those that cannot."""
    states = [True if name else False if _OWN.search(paragraph) else None
              for paragraph, (name, _) in zip(paragraphs, verdicts, strict=True)]
    before: list[bool | None] = []
    for state in states:
        before.append(state if state is not None or not before else before[-1])
    after: list[bool | None] = []
    for state in reversed(states):
        after.append(state if state is not None or not after else after[-1])
    return [left is not False and right is not False for left, right in zip(before, reversed(after), strict=True)]


def decoded(data: bytes) -> str | None:
    """The text of bytes that are no Unicode, or None when no reading of them is clearly Vietnamese."""
    text = _single_bytes(data)
    scores = {name: score(convert(text[:50 * _SAMPLE])) for name, convert in _converters().items()}
    best = max(scores, key=lambda name: scores[name])
    others = max(value for name, value in scores.items() if name != best)
    if scores[best] < _SURE or scores[best] - others < 0.1:
        return None
    return _converters()[best](text)


def score(text: str) -> float:
    """How many of the words with other than plain letters are Vietnamese syllables, 0…1."""
    words = _accented(text)
    return sum(is_syllable(word) or bool(_ACRONYM.fullmatch(word)) for word in words) / len(words) if words else 0.0


def _accented(text: str) -> list[str]:
    return [word for word in _TOKEN.findall(nfc(text)) if not word.isascii() and len(word) < 20]


def _verdict(paragraph: str) -> tuple[str, int]:
    """The encoding a paragraph is in ("" = Unicode or no telling), and how many words say so."""
    if paragraph.isascii() or _OWN.search(paragraph):
        return "", 0
    sample = paragraph[:_SAMPLE].replace(CAPS_FROM, "").replace(CAPS_TO, "")
    words = len(_accented(sample))
    if not words:
        return "", 0
    now = score(sample)
    scores = {name: score(convert(sample)) for name, convert in _converters().items()}
    best = max(scores, key=lambda name: scores[name])
    return (best, words) if scores[best] >= _SURE and scores[best] - now >= _LEAD else ("", 0)


def _converted(paragraph: str, name: str, words: int, common: str, *, alone: bool) -> str:
    """`alone` is a paragraph among Unicode ones: there a word that is one either way ("Sè", "Số") stays."""
    if paragraph.isascii() or _OWN.search(paragraph):
        return paragraph
    changed = _converters()[name if words >= _LEAST_WORDS else common](paragraph)
    gain = score(changed) - score(paragraph)
    return paragraph if not name and (gain < 0 or (alone and gain == 0)) else changed


def _with_capitals(paragraph: str) -> str:
    if CAPS_FROM not in paragraph:
        return paragraph
    return _CAPS.sub(lambda found: found.group(1).upper(), paragraph).replace(CAPS_TO, "")


def _capitals_of_print(text: str) -> str:
    """TCVN3 has no accented capitals: a line whose plain letters are all capitals was printed in capitals."""
    text = "\n".join(_line_of_print(line) for line in text.split("\n"))
    return _FIRST.sub(lambda found: found.group().upper(), text)


def _line_of_print(line: str) -> str:
    def is_capital(word: str) -> bool:
        plain = _ASCII.findall(word)
        return len(plain) >= 2 and "".join(plain).isupper()

    capitals = sum(map(is_capital, line.split()))
    # The line of the number ("Sè: 12/UBND") is no line of capitals.
    if capitals >= (2 if _FIGURE.search(line) else 1) and "".join(_ASCII.findall(line)).isupper():
        return line.upper()
    line = _TOKEN.sub(lambda found: found.group().upper() if is_capital(found.group()) else found.group(), line)
    return _COMMITTEE.sub(lambda found: found.group().capitalize(), line)


@cache
def _converters() -> dict[str, Callable[[str], str]]:
    from viparse.normalize.tcvn3 import TCVN3
    from viparse.normalize.vni import VNI

    # The letter Ẳ was not in the papers that table was made from.
    vni = [*VNI.pairs, ("aú", "ẳ"), ("AÚ", "Ẳ")]
    tcvn3 = _by_table(list(TCVN3.pairs))
    return {"tcvn3": lambda text: _capitals_of_print(tcvn3(text)), "vni": _by_table(vni), "cp1258": _as_1258,
            "utf-8": _as_utf8}


def _by_table(pairs: list[tuple[str, str]]) -> Callable[[str], str]:
    table = dict(pairs)
    pattern = re.compile("|".join(re.escape(key) for key in sorted(table, key=len, reverse=True)))
    return lambda text: nfc(pattern.sub(lambda found: table[found.group()], text))


def _as_1258(text: str) -> str:
    return nfc("".join(_of_1258(character) for character in text))


@cache
def _of_1258(character: str) -> str:
    try:
        return character.encode("cp1252").decode("cp1258")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return character


def _as_utf8(text: str) -> str:
    """Unicode whose bytes were taken for single letters on the way."""
    data = bytearray()
    for character in text:
        try:
            data += character.encode("cp1252")
        except UnicodeEncodeError:
            if ord(character) > 255:
                return text
            data.append(ord(character))
    try:
        return nfc(data.decode("utf-8"))
    except UnicodeDecodeError:
        return text


def _single_bytes(data: bytes) -> str:
    """Code page 1252, and the five bytes it leaves open as they are."""
    return "".join(_of_byte(byte) for byte in data) if not data.isascii() else data.decode("ascii")


@cache
def _of_byte(byte: int) -> str:
    one = bytes([byte])
    try:
        return one.decode("cp1252")
    except UnicodeDecodeError:
        return one.decode("latin-1")


def is_text(text: str) -> bool:
    """No more than a trace of it is control characters."""
    strange = sum(unicodedata.category(character) in {"Cc", "Cn", "Cs"} and character not in "\t\n\r\f\v"
                  for character in text[:100_000])
    return strange * 50 <= min(len(text), 100_000)

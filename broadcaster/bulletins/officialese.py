"""Officialese shortened by a table a person can read and add to: resources/templates/officialese.tsv."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.base.paths import shipped
from broadcaster.base.vietnamese import nfc

_NAME = "officialese.tsv"
_QUOTED = re.compile(r"(“[^”]*”|\"[^\"]*\")")
_NEGATIONS = re.compile(r"\b(?:không(?! gian| khí| quân| trung)|chưa|cấm|đừng|chớ|trừ|tránh)\b", re.I)
# Not within the symbol of a document, "431/UBND-TH1".
_ALONE, _ENDED = r"(?<![\w/])(?<!\w-)", r"(?![\w/]|-[A-ZĐ])"
_CLOCK = re.compile(r"\b(\d{1,2})\s?(?:h|giờ|g)\s?(\d{2})(?:\s?(?:phút|’|'))?(?![\w%/]|[.,]\d|\s*\d)|\b(\d{1,2})h\b")
_CLOCKS = re.compile(r"(\bgiờ(?: \d\d)?)\s*[-–]\s*(?=\d{1,2} giờ)")
_ZERO = re.compile(r"(?<![\d.,/:\-])\b(?<!\d )0([1-9])(?=\s+[^\W\d])(?!\s+(?:giờ|phút)\s\d)")


@dataclass(frozen=True)
class Officialese:
    """Shortens a sentence without changing its facts: every line of the table was checked for that."""

    words: Mapping[str, str]
    """What is written, in small letters (abbreviations as they are), to what is said."""
    pattern: re.Pattern[str]

    def shortened(self, text: str) -> str:
        """`text` in plainer words, its quotations as they are; times of day written as they are said."""
        parts = _QUOTED.split(text)
        parts[::2] = [self._plainer(part) for part in parts[::2]]
        return "".join(parts)

    def _plainer(self, text: str) -> str:
        found = self.pattern.sub(self._said, text)
        found = _CLOCKS.sub(r"\1 đến ", _ZERO.sub(r"\1", _CLOCK.sub(_clock, found)))
        return re.sub(r"[ \t]{2,}", " ", found)

    def _said(self, found: re.Match[str]) -> str:
        written = found[0]
        if written in self.words:
            return self.words[written]
        # A capital begins a sentence, or a name: only the first is ours to change.
        before = found.string[:found.start()].rstrip()
        if before and before[-1] not in ".!?:“\"":
            return written
        said = self.words[written[0].lower() + written[1:]]
        return said[:1].upper() + said[1:]


def load_officialese(home: Path) -> Officialese:
    """The shipped table with the station's own templates/officialese.tsv over it. Raises Refused("template.broken")."""
    words = _read(shipped("resources", "templates", _NAME))
    own = home / "templates" / _NAME
    if own.is_file():
        words |= _read(own)
    return officialese(words)


def officialese(words: Mapping[str, str]) -> Officialese:
    """From a checked table; longest first."""
    longest = sorted(words, key=len, reverse=True)
    first = [f"[{re.escape(word[0].lower() + word[0].upper())}]{re.escape(word[1:])}" for word in longest]
    return Officialese(words, re.compile(rf"{_ALONE}(?:{'|'.join(first)}){_ENDED}" if first else r"(?!)"))


def changes_facts(written: str, said: str) -> bool:
    """Whether a line would lose or add a number or a negation."""
    return (re.findall(r"\d+", written) != re.findall(r"\d+", said)
            or len(_NEGATIONS.findall(written)) != len(_NEGATIONS.findall(said)))


def _read(path: Path) -> dict[str, str]:
    try:
        lines = nfc(path.read_text(encoding="utf-8-sig")).splitlines()
    except (OSError, ValueError) as error:
        raise _broken(f"{path}: {error}") from error
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        written, _, told = (part.strip() for part in line.partition("\t"))
        if not written or not told:
            raise _broken(f"{path.name} {number}: two columns are needed")
        said = "" if told == "-" else told
        if changes_facts(written, said):
            raise _broken(f"{path.name} {number}: {written}: a number or a negation would change")
        found[written] = said
    return found


def _broken(detail: str) -> Refused:
    return Refused("template.broken", f"the table of officialese is wrong: {detail}", detail=detail)


def _clock(found: re.Match[str]) -> str:
    hour, minute = int(found[1] or found[3]), int(found[2] or 0)
    if hour > 24 or minute > 59:
        return found[0]
    return f"{hour} giờ {minute:02d}" if minute else f"{hour} giờ"

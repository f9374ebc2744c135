"""Written Vietnamese into words to be read aloud.

Each rule claims stretches of the text that no earlier rule has claimed; what nobody claims is read as it stands.
The station's own lexicon comes before every rule.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping

from broadcaster.base.vietnamese import nfc
from broadcaster.speech.model import Reading
from broadcaster.speech.normalise import defined
from broadcaster.speech.normalise.forms import TAKEN as _TAKEN
from broadcaster.speech.normalise.forms import Match, Rule, Said, rule
from broadcaster.speech.normalise.lexicon import one_of as _one_of
from broadcaster.speech.normalise.rules import rules

_MOST_FIGURES = 5_000
"""Numbers in a text that is still prose; in a longer table each is read plainly, so that nothing waits for minutes."""
# One sign for one: other dashes, quotes, blanks, full-width and foreign digits are read like the common ones.
_ALIKE = {0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2212: "-", 0xFE63: "-", 0x2015: "–", 0x00A0: " ", 0x202F: " ",
          0x2009: " ",
          0x2002: " ", 0x2003: " ", 0x2007: " ", 0x3000: " ", 0x2044: "/", 0x2215: "/", 0x01C0: "|", 0x0130: "I",
          ord(_TAKEN): " ",
          **{0xFF01 + offset: chr(0x21 + offset) for offset in range(94)}}


class _Readable(dict[int, int]):
    """Letters, marks and punctuation stay; figures of other scripts, signs and control characters become blanks."""

    def __missing__(self, code: int) -> int:
        character = chr(code)
        keeps = character in "\n\t" or unicodedata.category(character)[0] in "LMPZ"
        self[code] = code if keeps and character not in "\u2028\u2029_" else 0x20
        return self[code]


_READABLE = _Readable()
_LINE_MARK = re.compile(r"(?m)^(?:[IVX]+[.)/]|[a-zđA-EĐ][.)/]|[-+*•])")

_UNREAD = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]*[A-ZĐ]{2}|[B-DF-HJ-NP-TV-XZĐ](?![\w'’])|"
                     r"(?i:[b-df-hj-np-tv-xzđ]{2,})(?![\w'’])|[^\W\d_]*[a-zà-ỹđ][A-ZĐ])")


def readings(text: str, lexicon: Mapping[str, str] | None = None) -> list[Reading]:
    """Aligned stretches that cover the (composed) text, in order, each with its spoken form.

    `lexicon`: the station's own words, written form → spoken form; they are laid over everything else.
    """
    composed = nfc(text)
    masked = _alike(composed)
    claims: list[Reading] = []
    for one in _own(tuple(sorted((lexicon or {}).items()))):
        masked = _claim(one, composed, masked, claims, one.pattern.finditer(masked))
    for one in defined.rules(defined.explained(masked)):
        masked = _claim(one, composed, masked, claims, one.pattern.finditer(masked))
    figures = [match.start() for match in re.finditer(r"\d+", masked)]
    prose = len(figures) <= _MOST_FIGURES
    for one, at_figures in _ordered():
        if at_figures and not prose and one.kind != "plain":
            continue
        found = _at(one.pattern, masked, figures) if at_figures else one.pattern.finditer(masked)
        masked = _claim(one, composed, masked, claims, found)
    return _covering(composed, sorted(claims, key=lambda claim: claim.start))


def normalise(text: str, lexicon: Mapping[str, str] | None = None) -> str:
    """The text as it will be read aloud: one line a line, plain words and punctuation. Never raises."""
    said = _once(text, lexicon)
    # A mark of a list that stood behind a bracket or a comma stands at the beginning of its line only now;
    # letters that were glued to figures stand alone only now.
    return _once(said, lexicon) if _LINE_MARK.search(said) or _UNREAD.search(said) else said


def _once(text: str, lexicon: Mapping[str, str] | None) -> str:
    spoken = "".join(reading.spoken for reading in readings(text, lexicon))
    spoken = spoken.translate(_READABLE)
    lines = [_tidy(line) for line in spoken.split("\n")]
    return "\n".join(lines).strip("\n")


@functools.cache
def _ordered() -> tuple[tuple[Rule, bool], ...]:
    return tuple((one, one.begins_with_figure) for one in rules())


def _at(pattern: re.Pattern[str], text: str, places: list[int]) -> Iterator[Match]:
    """Like finditer, for a pattern that can only match at these places."""
    last = 0
    for place in places:
        if place >= last and (match := pattern.match(text, place)):
            last = match.end()
            yield match


def _claim(one: Rule, composed: str, masked: str, claims: list[Reading], found: Iterator[Match]) -> str:
    """The text with what this rule took masked."""
    pieces, last = [], 0
    for match in found:
        written = match[0]
        if not written or _TAKEN in written:
            continue
        answer = one.say(match, composed)
        if answer is None:
            continue
        said = answer if isinstance(answer, Said) else Said(answer)
        if said.text == written and not said.risky:
            continue
        start, end = match.span()
        choices = tuple(choice for choice in said.choices if choice != said.text)
        claims.append(Reading(composed[start:end], said.text, start, end, one.kind, choices, said.risky))
        pieces += [masked[last:start], _TAKEN * (end - start)]
        last = end
    return "".join([*pieces, masked[last:]]) if pieces else masked


@functools.lru_cache(maxsize=8)
def _own(entries: tuple[tuple[str, str], ...]) -> tuple[Rule, ...]:
    """The station's lexicon as rules: a form in small letters in any case, others as they are written."""
    found = []
    for any_case in (False, True):
        words = {nfc(written): spoken for written,
                 spoken in entries if written and (nfc(written).islower() == any_case)}
        if words:
            def say(match: Match, words: dict[str, str] = words, any_case: bool = any_case) -> Said:
                return Said(_said(words[match[0].lower() if any_case else match[0]]), (match[0],))
            found.append(rule(rf"(?<!\w)(?:{_one_of(words)})(?!\w)", say, re.I if any_case else 0, "lexicon"))
    return tuple(found)


@functools.lru_cache(maxsize=4096)
def _said(spoken: str) -> str:
    """The station's reading, itself read out: it may hold figures."""
    return normalise(spoken)


def _alike(text: str) -> str:
    plain = text.translate(_ALIKE)
    if plain.isascii() or not any(character.isdecimal() and character > "9" for character in plain):
        return plain
    return "".join(str(unicodedata.decimal(c)) if c > "9" and c.isdecimal() else c for c in plain)


def _tidy(line: str) -> str:
    line = re.sub(r"[ \t\u3000]+", " ", line).strip()
    line = re.sub(r" +([,.;:!?])", r"\1", line)
    line = re.sub(r",(?:\s*,)+", ",", line)
    line = re.sub(r",\s*([.;:!?])", r"\1", line)
    line = re.sub(r"([.;:!?])\s*,", r"\1", line)
    line = re.sub(r"([.;:!?])(?:\s*[.;:])+", r"\1", line)
    return line.lstrip(",.;: ").rstrip(", ")


def _covering(text: str, claims: list[Reading]) -> list[Reading]:
    found: list[Reading] = []
    last = 0
    for claim in claims:
        if claim.start > last:
            found.append(Reading(text[last:claim.start], text[last:claim.start], last, claim.start))
        found.append(claim)
        last = claim.end
    if last < len(text):
        found.append(Reading(text[last:], text[last:], last, len(text)))
    return found

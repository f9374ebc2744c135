"""Abbreviations, foreign words and what is written in capitals."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from broadcaster.speech.normalise import lexicon
from broadcaster.speech.normalise.forms import (
    CAPITAL,
    VOWELS,
    Answer,
    Match,
    Rule,
    Said,
    in_context,
    of_kind,
    rule,
)
from broadcaster.speech.normalise.numbers import letters, number, roman

_SYLLABLE = re.compile(
    rf"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[{VOWELS}]{{1,3}}(?:ch|ng|nh|[cmnpt])?\Z", re.I)
_TONELESS_STOP = re.compile(r"[AEIOUYĂÂÊÔƠƯ](?:CH|C|P|T)\Z")
"""A syllable that ends in a stop has a tone mark: EC, AT, UP are none."""
_VOWEL_RICH = re.compile(r"(?:[BCDFGHJKLMNPQRSTVWXZ]{0,2}[AEIOUY]{1,2}){2,}[BCDFGHJKLMNPQRSTVWXZ]{0,2}")
_WIDE = 60
"""Characters of context that decide between two expansions."""

_FAR = 1_000
"""Characters in which the long form of a short form is looked for."""


def early() -> list[Rule]:
    """Short forms with a digit or a stroke (v/v, BĐ3, PM2.5), before their parts are taken for something else."""
    abbreviations, foreign = ({word: said for word, said in lexicon.table(name).items() if re.search(r"[\d/]", word)}
                              for name in ("abbreviations", "foreign"))
    return [in_context(rf"(?<!\w)[{CAPITAL}]{{2,}}(?!\w)", _typed, kind="capitals"),
            rule(r"(?:(?<=gặp )|(?<=liên hệ )|(?<=hỏi ))[ac]\.(?=\s?[A-ZĐ])",
                 lambda m: "anh " if "a" in m[0] else "chị ", kind="abbreviation"),
            _exact(abbreviations, "abbreviation"), _exact(foreign, "foreign")]


_TO_TYPE = re.compile(r"(?:soạn|cú pháp|nhắn)(?: tin| tin nhắn)?(?: theo cú pháp)?[\s:“”\"(<\[]*"
                      r"(?:[\w<>\[\]]+\s+){0,4}\Z", re.I)


def _typed(m: Match, text: str) -> Answer:
    """Soạn tin: TN QG gửi 1407: what people shall type is spelled."""
    behind, ahead = text[max(0, m.start() - _WIDE):m.start()], text[m.end():m.end() + _WIDE]
    return letters(m[0]) if _TO_TYPE.search(behind) and re.match(r"[^.;\n]*\bgửi\b", ahead) else None


def _exact(words: dict[str, str], kind: str) -> Rule:
    return rule(rf"(?<![\w&/]){lexicon.one_of(words)}(?![\w&/]|[.,]\d)",
                lambda m: Said(words[m[0]], (letters(m[0]),)), kind=kind)


def rules() -> list[Rule]:
    ambiguous = lexicon.one_of(_meanings())
    return of_kind("abbreviation", [
        in_context(rf"[ \t]?\(({lexicon.alternatives('abbreviations')}|{ambiguous})\)", _explained),
        in_context(rf"(?<![\w&])(?<![{CAPITAL}]-)(?:{lexicon.alternatives('abbreviations')})(?![\w&]|-[{CAPITAL}])",
                   _known),
        rule(rf"(?<!\w)(?:{lexicon.one_of(_foreign_words())})(?!\w)", _foreign, re.I, "foreign"),
        in_context(rf"(?<![\w&])(?<![{CAPITAL}]-)(?:{ambiguous})(?![\w&]|-[{CAPITAL}])", _ambiguous),
        rule(rf"(?<!\w)([{CAPITAL}])\s?[-–]\s?([{CAPITAL}])(?![\w&-])",
             lambda m: Said(f"{letters(m[1])} đến {letters(m[2])}", (letters(m[0]),)) if m[1] < m[2] else None),
        in_context(rf"(?<!\w)[{CAPITAL}]{{1,8}}(?:\s?[&-]\s?[{CAPITAL}]{{2,8}}|"
                   rf"[&-][{CAPITAL}](?![{CAPITAL}\w])){{1,6}}(?![\w&])", _compound),
        *of_kind("capitals", [
            in_context(rf"(?<!\w)[{CAPITAL}]{{2,}}(?!\w)", _capitals),
            rule(r"(?<!\w)[^\W\d_]{2,}(?!\w)", _word),
            in_context(rf"(?<![\w'’])[BCĐFGHKLMNPQRSTVXZDJW](?![\w'’]|\.[{CAPITAL}])", lambda m, text: letters(m[0])),
        ]),
    ])


@dataclass(frozen=True, slots=True)
class _Meaning:
    spoken: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


@functools.cache
def _meanings() -> dict[str, tuple[_Meaning, ...]]:
    """Abbreviation → its meanings in the order they are tried; the last one of a kind has no context."""
    found: dict[str, tuple[_Meaning, ...]] = {}
    for row in lexicon.rows("ambiguous"):
        written, spoken, before, after = (*row, "", "")[:4]
        found[written] = (*found.get(written, ()), _Meaning(
            spoken, re.compile(rf"(?i:(?:^|[\W_])(?:{before})\W*$)") if before else None,
            re.compile(rf"[\s:]*(?:{_after(after)})") if after else None))
    return found


def _after(words: str) -> str:
    """Small words in either case; `Xx` stands for a name, `#` for a number, `$` for the end of the phrase."""
    signs = {"Xx": f"[{CAPITAL}ÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ][^\\W\\d_]*[a-zà-ỹ]",
             "#": r"\d|số\s", "$": r"[,.;)]|\Z"}
    return "|".join(signs.get(word) or f"(?i:{word})(?!\\w)" for word in words.split("|"))


def meaning(written: str, before: str, after: str) -> Said:
    """What an abbreviation of several meanings stands for between these words."""
    all_meanings = _meanings()[written]
    chosen = next((one for one in all_meanings if (one.before or one.after) and _fits(one, before, after)), None)
    sure = chosen is not None or len(all_meanings) == 1
    chosen = chosen or next((one for one in all_meanings if not (one.before or one.after)), all_meanings[0])
    others = dict.fromkeys([*(one.spoken for one in all_meanings), letters(written)])
    return Said(chosen.spoken, tuple(other for other in others if other != chosen.spoken), risky=not sure)


def _fits(one: _Meaning, before: str, after: str) -> bool:
    return bool((one.before and one.before.search(before)) or (one.after and one.after.match(after)))


def _sides(m: Match, text: str) -> tuple[str, str]:
    return text[max(0, m.start() - _WIDE):m.start()], text[m.end():m.end() + _WIDE]


def _in_heading(m: Match, text: str) -> bool:
    """Is the line written in capitals throughout, so that a short word need not be an abbreviation?"""
    before, after = _sides(m, text)
    around = [*re.findall(r"[^\W\d_]{2,}", before.split("\n")[-1])[-4:],
              *re.findall(r"[^\W\d_]{2,}", after.split("\n")[0])[:4]]
    if not around:
        return False
    return 2 * len([word for word in around if word.isupper() and not word.isascii()]) > len(around)


def _ambiguous(m: Match, text: str) -> Answer:
    found = meaning(m[0], *_sides(m, text))
    if _SYLLABLE.match(m[0]) and (found.risky or len(_meanings()[m[0]]) == 1) and _in_heading(m, text):
        return m[0].lower()
    return _mentioned(m, text, found) if found.risky else found


def _mentioned(m: Match, text: str, found: Said) -> Said:
    """Without context, the meaning that was written out before: "kết nạp đảng viên … tổng số ĐV"."""
    behind = text[max(0, m.start() - _FAR):m.start()].lower()
    places = {said: behind.rfind(said) for said in dict.fromkeys(one.spoken for one in _meanings()[m[0]])}
    written = sorted((said for said in places if places[said] >= 0), key=lambda said: -places[said])
    if not written:
        return found
    everything = dict.fromkeys([*written, found.text, *found.choices])
    return Said(written[0], tuple(everything)[1:], risky=len(written) > 1)


def _known(m: Match, text: str) -> Answer:
    written = m[0]
    if _SYLLABLE.match(written) and _in_heading(m, text):
        return written.lower()
    spoken = _not_twice(lexicon.table("abbreviations")[written], text[max(0, m.start() - 24):m.start()])
    return Said(spoken + (" " if written.endswith(".") else ""), (letters(written),) if written.isupper() else ())


def _not_twice(spoken: str, before: str) -> str:
    """Tổ chức WHO, Bộ BYT: what stands before the short form is not said again."""
    words = spoken.split(" ")
    said = re.sub(r"\W+", " ", before).lower().rstrip()
    for count in (3, 2, 1):
        lead = " ".join(words[:count])
        if len(words) > count and (count > 1 or lead in {"ban", "bộ",
                                                         "sở"}) and re.search(rf"(?:^| ){re.escape(lead)}$", said):
            return " ".join(words[count:])
    return spoken


def _explained(m: Match, text: str) -> Answer:
    """Hợp tác xã (HTX): the short form after its own long form is not read again."""
    single = lexicon.table("abbreviations").get(m[1])
    for long in [single] if single else [one.spoken for one in _meanings()[m[1]]]:
        before = re.sub(r"\W+", " ", text[max(0, m.start() - len(long) - 12):m.start()].lower()).rstrip()
        if before.endswith(re.sub(r"\W+", " ", long)):
            return Said("", (f", {letters(m[1])},", f", {long},"))
    return None


def _foreign(m: Match) -> Answer:
    spoken = _foreign_words()[m[0].lower()]
    return Said(spoken, (m[0].lower(),) if spoken != m[0].lower() else (), risky=False)


@functools.cache
def _foreign_words() -> dict[str, str]:
    return {word.lower(): spoken for word, spoken in lexicon.table("foreign").items()}


def _compound(m: Match, text: str) -> Answer:
    """TN&MT, KT-XH: each part by the tables."""
    if "&" not in m[0] and " " in m[0]:
        return None
    parts = re.split(r"\s?([&-])\s?", m[0])
    if "-" in m[0] and all(_SYLLABLE.match(part) for part in parts[::2]) and _in_heading(m, text):
        return None
    spoken = []
    unknown = False
    for part in parts:
        if part in "&-":
            spoken.append("và" if part == "&" else "")
            continue
        said, sure = _part(part)
        unknown = unknown or not sure
        spoken.append(said)
    text_said = " ".join(word for word in spoken if word)
    return Said(text_said, (letters(m[0]),), risky=unknown)


def _part(part: str) -> tuple[str, bool]:
    known = lexicon.table("abbreviations").get(part)
    if known:
        return known, True
    within = lexicon.table("parts").get(part)
    if within:
        return within, True
    if part in _meanings():
        return meaning(part, "", "").text, False
    if roman(part) and (len(part) > 1 or part in "IVX"):
        return number(roman(part)), True
    return (part.lower(), True) if _SYLLABLE.match(part) and len(part) > 2 else (letters(part), False)


def _capitals(m: Match, text: str) -> Answer:
    if _SYLLABLE.match(m[0]) and (not _TONELESS_STOP.search(m[0]) or _in_heading(m, text)):
        return m[0].lower()
    if len(m[0]) > 4 and m[0].isascii() and _VOWEL_RICH.fullmatch(m[0]):
        return Said(m[0].lower(), (letters(m[0]),), risky=True)
    joined = _joined(m[0])
    if joined:
        return Said(joined, (letters(m[0]),), risky=True)
    return Said(letters(m[0]), (m[0].lower(),), risky=True)


def _joined(written: str) -> str:
    """LĐLĐVN, BVCSSK, TTYTX: a short form of no table made of known ones, one of them of three letters or more."""
    known = lexicon.table("abbreviations")
    for cut in range(len(written) - 1, 2, -1):
        head, tail = written[:cut], written[cut:]
        rest = _ENDS.get(tail) or (len(tail) > 2 and known.get(tail))
        if head in known and rest and (len(tail) > 1 or _OFFICE.match(known[head])):
            return f"{known[head]} {rest}"
    for cut in range(2, len(written) - 2):
        lead, rest = lexicon.table("parts").get(written[:cut]), known.get(written[cut:])
        if lead and rest:
            return f"{lead} {rest}"
    return ""


_OFFICE = re.compile(r"(?:ủy ban|hội|trung tâm|công an|ban|đài|đảng ủy|đoàn|trạm|phòng|chi cục|mặt trận|quỹ|tổ|"
                     r"thường trực|văn phòng|bí thư|chủ tịch|phó)\b")
_ENDS = {"VN": "việt nam", "TW": "trung ương", "TƯ": "trung ương", "X": "xã", "H": "huyện", "T": "tỉnh",
         "TP": "thành phố", "TX": "thị xã", "NN": "nông nghiệp", "ND": "nhân dân", "XH": "xã hội"}


def _word(m: Match) -> Answer:
    word = m[0]
    if word.isupper():
        return word.lower()
    if re.search(rf"[a-zà-ỹđ][{CAPITAL}]", word) and not _SYLLABLE.match(word):
        return Said(_mixed(word), (word.lower(),), risky=True)
    if word.isascii() and not _SYLLABLE.match(word) and word.lower() not in _names():
        if not any(letter in VOWELS for letter in word.lower()):
            return Said(letters(word), (word,), risky=True)
        return Said(word, (letters(word),), risky=True)
    return None


def _mixed(word: str) -> str:
    """ThS, QTg of no table: capitals by name; a word in mixed case that can be said, as a word."""
    if sum(letter in VOWELS for letter in word.lower()) * 3 >= len(word) and len(word) > 4:
        return word
    return letters(word)


@functools.cache
def _names() -> frozenset[str]:
    return frozenset(part for name in lexicon.table("names") for part in name.lower().split())

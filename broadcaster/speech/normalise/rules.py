"""The rules, in the order they claim stretches of the text: special forms first, plain numbers last."""

from __future__ import annotations

import functools
import unicodedata

from broadcaster.speech.normalise import addresses, amounts, calendar, marks, papers, phones, places, times, words
from broadcaster.speech.normalise.forms import NUMBER, TAKEN, Match, Rule, Said, of_kind, rule
from broadcaster.speech.normalise.numbers import written_number


@functools.cache
def rules() -> tuple[Rule, ...]:
    """Built once: the tables are read then."""
    return (*marks.rules(), *addresses.rules(), *phones.rules(), *papers.rules(), *places.rules(), *words.early(),
            *times.rules(),
            *calendar.rules(), *amounts.rules(), *words.rules(), *_rest())


def _rest() -> list[Rule]:
    return [
        *of_kind("plain", [rule(NUMBER, _plain)]),
        *of_kind("sign", [
            rule(r"\s?&\s?", " và "),
            rule(rf"(?<=[\w{TAKEN}”\")])\s?\+\s?(?=[\w{TAKEN}])", " cộng "),
            rule(rf"(?<=[\w{TAKEN}])\s?/\s?(?=[\w{TAKEN}])", lambda m: Said(" hoặc ", (", ", " "))),
            rule(r"%", " phần trăm "),
            rule(r"[“”\"«»‘’<>|\\^~=@/+§]+", " "),
            rule(r"[ \t]?[(\[{]", ", "),
            rule(r"[)\]}]", ","),
            rule(r"[ \t][-–—]{1,3}[ \t]", ", "),
            rule(rf"(?<=[ \t])[-–—](?=[\w{TAKEN}])", ", "),
            rule(rf"(?<=[\w{TAKEN}])[-–](?=[\w{TAKEN}])", " "),
            rule(r"[-–—]+", " "),
            rule(r"[ \t]?(?:\.{2,}|…)(?=[ \t]+[a-zà-ỹ])", ","),
            rule(r"\.{2,}|…", "."),
            rule(r"[^\w\s.,;:!?']", _sign),
            rule(r"[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209c\u2150-\u218b\u2460-\u24ff\u2776-\u2793]", ""),
        ]),
    ]


def _plain(m: Match) -> str:
    around = m.string[max(0, m.start() - 1):m.start()] + m.string[m.end():m.end() + 1]
    touches = any(character.isalpha() for character in around)
    return f" {written_number(m[0])} " if touches else written_number(m[0])


def _sign(m: Match) -> str | None:
    return None if m[0] == TAKEN or unicodedata.category(m[0])[0] == "M" else " "

"""Marks of the page: list numbers and dashes at the beginning of a line, the end mark, invisible characters."""

from __future__ import annotations

import re

from broadcaster.speech.normalise.forms import CAPITAL, Rule, of_kind, rule
from broadcaster.speech.normalise.numbers import letters, number, roman

_BULLETS = "-–—+•·∙▪◦●○■□➢➤►▶✓✔✦❖→⇒*¤"


def rules() -> list[Rule]:
    return of_kind("mark", [
        rule(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad*_#`]+", ""),
        rule(r"\./[.,;]?(?!\w)", "."),
        rule(r"(?<=[^\W\d_])/\.(?!\w)", "."),
        rule(rf"(?m)^[ \t]*[{re.escape(_BULLETS)}][ \t]+", ""),
        rule(rf"(?m)^[ \t]*[{re.escape(_BULLETS)}](?=[{CAPITAL}][^\W\d_]*[a-zà-ỹ])", ""),
        *_numbered(),
    ])


def _numbered() -> list[Rule]:
    dotted = r"(\d{1,2}(?:\.\d{1,2}){1,3})"
    return [
        rule(r"(?m)^[ \t]*([IVX]+)(?:[.)][ \t]*(?!v\b|[A-Z]\.)|/[ \t]+)(?=[^\W\d_])",
             lambda m: f"phần {number(roman(m[1]))}, " if roman(m[1]) else None),
        rule(rf"(?m)^[ \t]*([IVX]+)[ \t]*[-–:][ \t]*(?=[{CAPITAL}][^\W\d_])",
             lambda m: f"phần {number(roman(m[1]))}, " if roman(m[1]) else None),
        rule(rf"(?m)^[ \t]*([IVX]+)\.{dotted}[./)]?[ \t]+(?=\D)",
             lambda m: f"{number(roman(m[1]))} chấm {_dotted(m[2])}, " if roman(m[1]) else None),
        rule(rf"(?m)^[ \t]*{dotted}(?:[./)][ \t]*(?=[^\W\d_])|[ \t]+(?=[{CAPITAL}]))", lambda m: f"{_dotted(m[1])}, "),
        rule(r"(?m)^[ \t]*\(?(\d{1,2})[.)/][ \t]+(?=\D)", lambda m: f"{number(int(m[1]))}, "),
        rule(rf"(?m)^[ \t]*\(?(\d{{1,2}})[.)/](?=[{CAPITAL}])", lambda m: f"{number(int(m[1]))}, "),
        rule(r"(?m)^[ \t]*\(?([a-zđ])\)[ \t]*(?=[^\W\d_])", lambda m: f"ý {letters(m[1])}, "),
        rule(rf"(?m)^[ \t]*([a-zđ])/[ \t]*(?=[{CAPITAL}][^\W\d_])", lambda m: f"ý {letters(m[1])}, "),
        rule(r"(?m)^[ \t]*([a-zđ])\.[ \t]+(?=[^\W\d_])", lambda m: f"ý {letters(m[1])}, "),
        rule(r"(?m)^[ \t]*([A-EĐ])[./)][ \t]+(?=[^\W\d_]{2})", lambda m: f"phần {m[1].lower()}, "),
    ]


def _dotted(text: str) -> str:
    return " chấm ".join(number(int(part)) for part in text.split("."))

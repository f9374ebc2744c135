"""Web and mail addresses, files and the names of the epidemic: told apart by their form alone."""

from __future__ import annotations

import functools
import re

from broadcaster.speech.normalise import lexicon
from broadcaster.speech.normalise.forms import VOWELS, Answer, Rule, Said, of_kind, rule
from broadcaster.speech.normalise.numbers import letters, written_number

_LONGEST_PATH = 30
"""Characters of an address after its site that anyone would write down by ear."""
_ENDINGS = "vn|com|net|org|gov|edu|info|io|me|app|ly|gl|asia|biz|html?|aspx?|php"
_FILES = "pdf|docx?|xlsx?|pptx?|mp3|mp4|wav|rar|zip|jpe?g|png|txt"
LINK = "đường dẫn đăng trên trang của xã"
"""What may be said in place of an address nobody can write down."""


def rules() -> list[Rule]:
    site = (r"<?(?:https?://|www\.)[^\s<>,;()]*[\w/]>?"
            rf"|(?<![\w.@-])[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,8}}\.(?:{_ENDINGS})\b(?:/[\w\-/?=&.%+]*[\w/])?(?!\w)")
    return of_kind("address", [
        rule(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}",
             lambda m: Said(_address(m[0]), risky=True)),
        rule(r"(?<![\w./])\.(pdf|docx?|xlsx?|pptx?|mp3|mp4|wav|jpe?g|png|zip|rar|txt)(?!\w)",
             lambda m: "chấm " + _label(m[1])),
        rule(rf"(?<![\w.])[\w-][\w.\-]{{0,80}}\.(?:{_FILES})(?!\w)", "tệp kèm theo", re.I),
        rule(site, lambda m: _site(m[0])),
        rule(r"\bsars[-\s]?cov[-\s]?2(?!\w)", "xa cô vi hai", re.I, "epidemic"),
        rule(r"\bcovid\s?[-–]?\s?19(?!\d)", "cô vít mười chín", re.I, "epidemic"),
    ])


def _site(text: str) -> Answer:
    spoken = _address(text)
    return Said(spoken, tuple(dict.fromkeys([LINK, _address(text, whole=True)])), risky=True)


def _address(text: str, whole: bool = False) -> str:
    """A web or mail address label by label; of a long one the site alone."""
    plain = re.sub(r"^(?:https?://)?(?:www\.)?|/$", "", text.strip("<>"), flags=re.I)
    site, _, path = plain.partition("/")
    if len(path) > _LONGEST_PATH and not whole:
        plain = site
    spoken = []
    for part in re.findall(r"covid|(?:(?!covid)[^\W\d_])+|\d+|[.@/_-]", plain, re.I):
        spoken.append(_SIGNS.get(part) or _label(part))
    return " ".join(spoken)


_SPLIT_FROM, _SPLIT_TO = 5, 40
"""Letters: shorter labels may be names of their own."""
_TONELESS = re.compile(
    r"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnprstvx])?"
    r"(?:(?:a|e|o|u|i|oa|oe|uy|ua|ie|uo|ye|uye|oo)(?:ch|ng|nh|[cmnpt])"
    r"|a|e|o|u|i|y|ai|ao|au|ay|eo|eu|ia|iu|oa|oe|oi|ua|ue|ui|uy|oai|oay|uay|ieu|yeu|uoi|uou|uya)")
_SIGNS = {".": "chấm", "@": "a còng", "/": "gạch chéo", "-": "gạch ngang", "_": "gạch dưới"}


def _label(part: str) -> str:
    if part.isdecimal():
        return written_number(part)
    known = _known().get(part.lower())
    if known:
        return known
    label = part.lower()
    if label in _short_forms():
        return letters(label)
    if _SPLIT_FROM <= len(label) <= _SPLIT_TO and label.isascii():
        if parted := _syllables(label):
            return parted
        lead = next((short for short in _short_forms() if label.startswith(short)), "")
        if lead and (parted := _syllables(label[len(lead):])):
            return f"{letters(lead)} {parted}"
    return part.lower() if any(letter in VOWELS for letter in part.lower()) else letters(part)


def _syllables(label: str) -> str:
    """vanphong → van phong: no voice can say them as one word."""
    best: list[tuple[int, str] | None] = [(0, ""), *[None] * len(label)]
    for end in range(1, len(best)):
        for start in range(max(0, end - 6), end):
            before, piece = best[start], label[start:end]
            if before and _TONELESS.fullmatch(piece):
                cost = before[0] + (2 if piece[0] not in "aeiouy" else 3)
                if best[end] is None or cost < (best[end] or before)[0]:
                    best[end] = (cost, f"{before[1]} {piece}")
    found = best[-1]
    return found[1].strip() if found else ""


@functools.cache
def _short_forms() -> tuple[str, ...]:
    """Short forms as they stand in addresses: small, without accents, the longest first."""
    forms = {word.lower().replace("đ", "d") for word in lexicon.table("abbreviations")
             if len(word) > 2 and word.isupper() and word.isalpha()}
    plain = {form for form in forms if form.isascii() and not any(letter in "aeiou" for letter in form[1:-1])}
    return tuple(sorted(plain, key=lambda form: (-len(form), form)))


@functools.cache
def _known() -> dict[str, str]:
    return {word.lower(): spoken for word, spoken in lexicon.table("foreign").items()}

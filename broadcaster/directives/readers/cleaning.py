"""One form of text for every reader: composed letters, plain spaces, no marks that cannot be seen."""

from __future__ import annotations

import re
import unicodedata

from broadcaster.base.vietnamese import nfc
from broadcaster.directives.readers.unsure import SCAN, WORD

_BREAKS = str.maketrans({"\r": "\n", "\x0b": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n\n", "\x0c": "\n\n"})
_BULLETS = dict.fromkeys(map(chr, (0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0xF076, 0xF06C, 0xF0E8, 0xF02B)), "-") | {
    "\uf02d": "-", "\uf0e0": "→"}
_HYPHENS = {"\u2010": "-", "\u2011": "-"}
_MARKS = {SCAN, WORD}
_LABEL_TAB = re.compile(r"(?m)^( {0,8}[^ \t\n]{1,6})\t")
_TABS = re.compile(r"\t+")
_END_OF_LINE = re.compile(r" +(?=\n)")
_BLANK_LINES = re.compile(r"\n{3,}")


def clean(text: str, *, marked: bool = False) -> str:
    """Composed Unicode with plain breaks and spaces; a blank line separates paragraphs. Cleaning twice changes nothing.

    Wide gaps stay: they part columns, as tabs do unless they stand behind the mark of a list.
    Direction marks, zero-width and soft marks, control and private characters go: they hide words from searching
    and make two equal texts differ. With `marked`, the marks around unsure words stay.
    """
    text = text.replace("\r\n", "\n").translate(_BREAKS)
    # Characters are judged once each, not at every place: a letter has few different ones.
    kept = _MARKS if marked else set()
    text = nfc(text.translate({ord(character): _instead(character) for character in set(text) - kept}))
    text = _TABS.sub("    ", _LABEL_TAB.sub(r"\1 ", text))
    return _BLANK_LINES.sub("\n\n", _END_OF_LINE.sub("", text + "\n")).strip("\n").strip(" ")


def _instead(character: str) -> str:
    if character in "\n\t":
        return character
    if character in _BULLETS:
        return _BULLETS[character]
    if character in _HYPHENS:
        return _HYPHENS[character]
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category == "Cs":
        # Half a letter: the hole shows.
        return "?"
    return "" if category in {"Cc", "Cf", "Co", "Cn"} else character

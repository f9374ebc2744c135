"""The numbers Word shows before list paragraphs but does not store in their text."""

from __future__ import annotations

import re
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Numbering:
    """Counts list paragraphs in document order."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[tuple[str, str], tuple[str, str, int]] = {}
        self._counts: dict[tuple[str, int], int] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        abstract = {node.get(f"{_W}abstractNumId"): node for node in root.iter(f"{_W}abstractNum")}
        for number in root.iter(f"{_W}num"):
            link = number.find(f"{_W}abstractNumId")
            node = abstract.get(link.get(f"{_W}val")) if link is not None else None
            for level in node.iter(f"{_W}lvl") if node is not None else ():
                key = (str(number.get(f"{_W}numId")), str(level.get(f"{_W}ilvl")))
                self._levels[key] = (_value(level, "numFmt", "decimal"), _value(level, "lvlText", ""),
                                     _start(level))

    def label(self, paragraph: Any) -> str:
        """What Word prints before this paragraph: "1. ", "- ", or nothing."""
        properties = paragraph.find(f"{_W}pPr/{_W}numPr")
        if properties is None:
            return ""
        number, level = _value(properties, "numId", "0"), _value(properties, "ilvl", "0")
        if (number, level) not in self._levels or not level.isdigit():
            return ""
        kind, template, start = self._levels[number, level]
        if kind == "bullet":
            return "- "
        depth = int(level)
        self._counts[number, depth] = self._counts.get((number, depth), start - 1) + 1
        for deeper in range(depth + 1, 9):
            self._counts.pop((number, deeper), None)
        return self._fill(template, number) + " "

    def _fill(self, template: str, number: str) -> str:
        def shown(match: re.Match[str]) -> str:
            depth = int(match.group(1)) - 1
            kind = self._levels.get((number, str(depth)), ("decimal", "", 1))[0]
            return _numeral(self._counts.get((number, depth), 1), kind)

        return re.sub(r"%([1-9])", shown, template)


def _numeral(count: int, kind: str) -> str:
    if kind in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in {"upperRoman", "lowerRoman"}:
        text, rest = "", count
        for value, sign in _ROMAN:
            text, rest = text + sign * (rest // value), rest % value
        return text if kind == "upperRoman" else text.lower()
    return str(count)


def _value(node: Any, name: str, default: str) -> str:
    found = node.find(f"{_W}{name}")
    return str(found.get(f"{_W}val")) if found is not None else default


def _start(level: Any) -> int:
    text = _value(level, "start", "1")
    return int(text) if text.isdigit() else 1

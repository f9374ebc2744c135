"""The numbers Word shows before list paragraphs but does not store in their text."""

from __future__ import annotations

import re
from typing import Any

from broadcaster.directives.readers.archive import attribute, local
from broadcaster.directives.readers.word_styles import Styles

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LEVELS = 9
_LARGEST = 9999


class Numbering:
    """Counts list paragraphs in document order."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[tuple[str, str], tuple[str, str, int]] = {}
        self._counts: dict[tuple[str, int], int] = {}
        nodes = list(root) if root is not None else []
        abstract = {attribute(node, "abstractNumId"): node for node in nodes if local(node) == "abstractNum"}
        for number in nodes:
            if local(number) == "num":
                self._learn(number, abstract)

    def _learn(self, number: Any, abstract: dict[str, Any]) -> None:
        link = _child(number, "abstractNumId")
        node = abstract.get(attribute(link, "val")) if link is not None else None
        number_id = attribute(number, "numId")
        for level in node if node is not None else ():
            if local(level) == "lvl":
                self._levels[number_id, attribute(level, "ilvl")] = _level(level)
        for override in number:
            if local(override) != "lvlOverride":
                continue
            key = (number_id, attribute(override, "ilvl"))
            level = _child(override, "lvl")
            if level is not None:
                self._levels[key] = _level(level)
            start = _value(override, "startOverride", "")
            if start.isdigit() and key in self._levels:
                self._levels[key] = (*self._levels[key][:2], int(start[:4]))

    def label(self, paragraph: Any) -> str:
        """What Word prints before this paragraph: "1. ", "- ", or nothing."""
        own = _child(paragraph, "pPr")
        properties = _child(own, "numPr") if own is not None else None
        from_style = self._styles.list_of(self._styles.style_of(paragraph))
        number = _value(properties, "numId", "") or _value(from_style, "numId", "")
        level = _value(properties, "ilvl", "") or _value(from_style, "ilvl", "0")
        if (number, level) not in self._levels or level not in set("012345678"):
            return ""
        kind, template, start = self._levels[number, level]
        if kind == "bullet":
            return "- "
        depth = int(level)
        self._counts[number, depth] = self._counts.get((number, depth), start - 1) + 1
        for deeper in range(depth + 1, _LEVELS):
            self._counts.pop((number, deeper), None)
        label = self._fill(template, number) if kind != "none" else re.sub(r"%[1-9]", "", template)
        return label.strip() + " " if label.strip() else ""

    def _fill(self, template: str, number: str) -> str:
        def shown(match: re.Match[str]) -> str:
            depth = int(match.group(1)) - 1
            kind, _, start = self._levels.get((number, str(depth)), ("decimal", "", 1))
            return numeral(self._counts.get((number, depth), start), kind)

        return re.sub(r"%([1-9])", shown, template[:40])


def numeral(count: int, kind: str) -> str:
    """A counter as Word writes it in this number format."""
    count = min(max(count, 0), _LARGEST)
    if kind in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in {"upperRoman", "lowerRoman"}:
        text, rest = "", count
        for value, sign in _ROMAN:
            text, rest = text + sign * (rest // value), rest % value
        return text if kind == "upperRoman" else text.lower()
    return f"{count:02d}" if kind == "decimalZero" else str(count)


def _level(level: Any) -> tuple[str, str, int]:
    start = _value(level, "start", "1")
    return (_value(level, "numFmt", "decimal"), _value(level, "lvlText", ""),
            int(start[:4]) if start.isdigit() and start.isascii() else 1)


def _child(node: Any, name: str) -> Any:
    return next((child for child in node if local(child) == name), None)


def _value(node: Any, name: str, default: str) -> str:
    found = _child(node, name) if node is not None else None
    return attribute(found, "val") if found is not None else default

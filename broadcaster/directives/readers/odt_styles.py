"""What the styles of an OpenDocument text say: hidden or capital letters, and the labels of lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from broadcaster.directives.readers.archive import attribute, local
from broadcaster.directives.readers.numbering import numeral
from broadcaster.directives.readers.word_styles import Look, is_capital_font

_DEEPEST = 12
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(frozen=True)
class _Level:
    kind: str
    prefix: str
    suffix: str
    start: int
    shown: int
    """How many levels the label shows: 2 makes "1.2"."""


class Styles:
    """Looks and list levels by style name, from the document and its common styles."""

    def __init__(self, *roots: Any) -> None:
        self._styles: dict[str, tuple[str, Any]] = {}
        self._lists: dict[str, dict[int, _Level]] = {}
        self._known: dict[str, Look] = {"": Look()}
        for root in roots:
            for node in root.iter() if root is not None else ():
                if local(node) == "style":
                    properties = next((part for part in node if local(part) == "text-properties"), None)
                    self._styles[attribute(node, "name")] = (attribute(node, "parent-style-name"), properties)
                elif local(node) == "list-style":
                    self._lists[attribute(node, "name")] = _levels(node)

    def look(self, name: str) -> Look:
        """How text of this style appears."""
        if name not in self._known:
            chain: list[Any] = []
            current = name
            while current and len(chain) < _DEEPEST:
                current, properties = self._styles.get(current, ("", None))
                chain.append(properties)
            self._known[name] = _look([node for node in reversed(chain) if node is not None])
        return self._known[name]

    def level(self, style: str, depth: int) -> _Level:
        found = self._lists.get(style, {}).get(depth)
        return found or _Level("bullet" if style not in self._lists else "", "", "", 1, 1)


class ListCounter:
    """Counts list items in document order; a list goes on where it says so."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._open: list[str] = []
        self._counts: dict[tuple[str, int], int] = {}

    def enter(self, node: Any) -> None:
        style = attribute(node, "style-name") or (self._open[-1] if self._open else "")
        self._open.append(style)
        depth = len(self._open)
        goes_on = attribute(node, "continue-numbering") == "true" or attribute(node, "continue-list")
        if not goes_on:
            self._counts.pop((style, depth), None)

    def leave(self) -> None:
        self._open.pop()

    def label(self, item: Any) -> str:
        """"1. ", "a) ", "- " or nothing; an item that only holds a deeper list counts for nothing."""
        style, depth = self._open[-1], len(self._open)
        first = next((local(node) for node in item), "")
        if first not in {"p", "h"}:
            return ""
        level = self._styles.level(style, depth)
        if level.kind == "bullet":
            return "- "
        start = attribute(item, "start-value")
        before = int(start[:4]) - 1 if start.isdigit() and start.isascii() else self._counts.get(
            (style, depth), level.start - 1)
        self._counts[style, depth] = before + 1
        if not level.kind:
            return ""
        numbers = [numeral(self._counts.get((style, each), 1), self._styles.level(style, each).kind)
                   for each in range(max(1, depth - level.shown + 1), depth + 1)]
        return f"{level.prefix}{'.'.join(numbers)}{level.suffix} "


def _levels(node: Any) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for part in node:
        number = attribute(part, "level")
        if not number.isdigit() or len(number) > 2:
            continue
        if local(part) == "list-level-style-number":
            start, shown = attribute(part, "start-value"), attribute(part, "display-levels")
            levels[int(number)] = _Level(
                _FORMATS.get(attribute(part, "num-format"), ""), attribute(part, "num-prefix")[:10],
                attribute(part, "num-suffix")[:10], int(start) if start.isdigit() and len(start) < 5 else 1,
                int(shown) if shown.isdigit() and len(shown) < 2 else 1)
        elif local(part) == "list-level-style-bullet":
            levels[int(number)] = _Level("bullet", "", "", 1, 1)
    return levels


def _look(chain: list[Any]) -> Look:
    capitals = hidden = font = False
    for properties in chain:
        if transform := attribute(properties, "text-transform"):
            capitals = transform == "uppercase"
        if display := attribute(properties, "display"):
            hidden = display == "none"
        if name := attribute(properties, "font-name") or attribute(properties, "font-family").strip("'"):
            font = is_capital_font(name)
    return Look(capitals or font, hidden, font)

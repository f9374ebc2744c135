"""The guides' own small Markdown as the HTML a text browser draws: headings with anchors, lists, tables, pictures.

Only what docs/huong-dan*.md use; GitHub shows the same files. No Qt.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_HEADING = re.compile(r"(#{1,4}) (.+)")
_ITEM = re.compile(r"( *)(?:([-*])|(\d+)\.) +(.+)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_STRONG = re.compile(r"\*\*(.+?)\*\*")
_SLANTED = re.compile(r"(?<![\w*])\*([^*\s][^*]*?)\*(?![\w*])")
_CODE = re.compile(r"`([^`]+)`")
_RULE = re.compile(r"\|?[\s:|-]+\|?")


@dataclass(frozen=True)
class Part:
    """One heading of a guide."""

    level: int
    title: str
    anchor: str
    line: int


@dataclass(frozen=True)
class Look:
    """The colours the page is drawn with, and how large its pictures are."""

    ink: str
    soft: str
    accent: str
    line: str
    raised: str
    card: str
    picture_size: Callable[[str], tuple[int, int]]
    """File -> width and height in pixels; known beforehand, a picture is read only when it comes into sight."""


def slug(title: str) -> str:
    """The anchor GitHub gives a heading."""
    plain = re.sub(r"[*`]", "", unicodedata.normalize("NFC", title)).lower()
    return "".join("-" if c == " " else c for c in plain if c in " -_" or unicodedata.category(c)[0] in "LN")


def parts(text: str) -> list[Part]:
    """Every heading, in order."""
    found = ((number, _HEADING.fullmatch(line)) for number, line in enumerate(text.splitlines()))
    return [Part(len(match[1]), match[2].strip(), slug(match[2].strip()), number) for number, match in found if match]


def part_text(text: str, anchor: str) -> str:
    """One part with what lies below it; everything without an anchor, or with one nobody knows."""
    lines, found = text.splitlines(), parts(text)
    for number, part in enumerate(found):
        if part.anchor == anchor:
            end = next((other.line for other in found[number + 1:] if other.level <= part.level), len(lines))
            return "\n".join(lines[part.line:end])
    return text


def links(text: str) -> list[str]:
    """Where its links lead."""
    return [found[2] for found in _LINK.finditer(_PICTURE.sub("", text))]


def pictures(text: str) -> list[str]:
    """The files of its pictures."""
    return [found[2] for found in _PICTURE.finditer(text)]


def to_html(text: str, look: Look) -> str:
    """The whole guide as one page."""
    body = "".join(_Blocks(text.splitlines(), look).all())
    return (f'<html><head><style>body {{ color: {look.ink}; }} a {{ color: {look.accent}; text-decoration: none; }} '
            f'code {{ background: {look.raised}; }}</style></head><body>{body}</body></html>')


class _Blocks:
    """Takes block after block from the lines."""

    def __init__(self, lines: list[str], look: Look) -> None:
        self._lines = lines
        self._look = look
        self._at = 0

    def all(self) -> Iterator[str]:
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.strip():
                self._at += 1
            elif heading := _HEADING.fullmatch(line):
                self._at += 1
                yield self._heading(len(heading[1]), heading[2].strip())
            elif line.startswith("|"):
                yield self._table()
            elif _ITEM.fullmatch(line):
                yield self._list(0)
            elif line.startswith("    "):
                yield self._code()
            else:
                yield self._paragraph()

    def _take(self, goes_on: Callable[[str], bool]) -> list[str]:
        begin = self._at
        while self._at < len(self._lines) and goes_on(self._lines[self._at]):
            self._at += 1
        return self._lines[begin:self._at]

    def _heading(self, level: int, title: str) -> str:
        size, above = {1: ("170%", 6), 2: ("150%", 34), 3: ("122%", 24)}.get(level, ("108%", 14))
        rule = f'<hr style="background: {self._look.line};" width="100%">' if level == 2 else ""
        ink = self._look.accent if level == 2 else self._look.ink
        return (f'{rule}<h{level} style="margin-top: {above}px; margin-bottom: 8px; font-size: {size}; '
                f'color: {ink};"><a name="{slug(title)}"></a>{self._inline(title)}</h{level}>')

    def _paragraph(self) -> str:
        lines = self._take(lambda line: bool(line.strip()) and not line.startswith(("|", "#"))
                           and not _ITEM.fullmatch(line))
        text = " ".join(line.strip() for line in lines)
        if _PICTURE.fullmatch(text):  # a line as high as a picture needs no air around it
            return f'<p style="margin-top: 8px; margin-bottom: 12px;">{self._inline(text)}</p>'
        return f'<p style="margin-top: 6px; margin-bottom: 8px; line-height: 135%;">{self._inline(text)}</p>'

    def _code(self) -> str:
        lines = self._take(lambda line: line.startswith("    "))
        text = html.escape("\n".join(line[4:] for line in lines))
        return f'<pre style="background: {self._look.raised}; margin: 8px 0 8px 20px;">{text}</pre>'

    def _list(self, depth: int) -> str:
        """Items of one depth; what is indented further belongs to the item above it."""
        ordered = False
        entries: list[str] = []
        while self._at < len(self._lines):
            found = _ITEM.fullmatch(self._lines[self._at])
            if not found or len(found[1]) < depth:
                break
            if len(found[1]) > depth + 1 and entries:
                entries[-1] += self._list(len(found[1]))
                continue
            ordered = ordered or bool(found[3])
            self._at += 1
            more = self._take(lambda line: line.startswith(" " * (depth + 2)) and not _ITEM.fullmatch(line))
            entries.append(self._inline(" ".join([found[4], *(line.strip() for line in more)])))
        tag = "ol" if ordered else "ul"
        items = "".join(f'<li style="margin-top: 3px; margin-bottom: 5px; line-height: 130%;">{entry}</li>'
                        for entry in entries)
        return f'<{tag} style="margin-top: 4px; margin-bottom: 10px;">{items}</{tag}>'

    def _table(self) -> str:
        rows = [[cell.strip() for cell in line.strip().strip("|").split("|")]
                for line in self._take(lambda line: line.startswith("|")) if not _RULE.fullmatch(line)]
        line = self._look.line
        made = []
        for number, cells in enumerate(rows):
            tag = "th" if number == 0 else "td"
            ground = f' bgcolor="{self._look.raised}"' if number == 0 else ""
            made.append(f"<tr{ground}>" + "".join(f'<{tag} align="left">{self._inline(cell)}</{tag}>'
                                                  for cell in cells) + "</tr>")
        return (f'<table border="1" cellspacing="0" cellpadding="7" style="border-color: {line}; '
                f'border-collapse: collapse; margin-top: 8px; margin-bottom: 12px;">{"".join(made)}</table>')

    def _drawn(self, found: re.Match[str]) -> str:
        width, height = self._look.picture_size(found[2])
        return (f'<a href="picture:{found[2]}"><img src="{found[2]}" width="{width}" height="{height}" '
                f'alt="{html.escape(found[1])}"></a>')

    def _inline(self, text: str) -> str:
        plain = html.escape(text, quote=False)
        plain = _PICTURE.sub(self._drawn, plain)
        plain = _LINK.sub(lambda found: f'<a href="{found[2]}">{found[1]}</a>', plain)
        plain = _STRONG.sub(r"<b>\1</b>", plain)
        plain = _SLANTED.sub(r"<i>\1</i>", plain)
        return _CODE.sub(r"<code>&nbsp;\1&nbsp;</code>", plain)

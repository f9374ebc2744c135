"""Pages saved from a browser or a mail: what a person saw, tables by their columns, nothing hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.directives.readers import layout
from broadcaster.directives.readers.damage import damaged
from broadcaster.directives.readers.encodings import CAPS_FROM, CAPS_TO
from broadcaster.directives.readers.layout import Block, Table
from broadcaster.directives.readers.numbering import numeral
from broadcaster.directives.readers.txt import decode
from broadcaster.directives.readers.word_styles import is_capital_font

MAX_BYTES = 20_000_000
_DEEPEST = 200
_WITHOUT_WORDS = """
script style noscript template nav head title svg math iframe object embed select button input textarea audio video
canvas del s strike datalist dialog rt rp
"""
_DROPPED = frozenset(_WITHOUT_WORDS.split())
_STANDING_ALONE = """
p div h1 h2 h3 h4 h5 h6 blockquote section article header main footer aside center address dl dt dd form fieldset figure
figcaption ul ol li pre body html hr details summary caption
"""
_BLOCKS = frozenset(_STANDING_ALONE.split())
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0+(?:px|pt|em)?\s*(?:;|$)")
_CAPITALS = re.compile(r"text-transform\s*:\s*uppercase")
_FONT = re.compile(r"font-family\s*:\s*[\"']?([^;,\"']+)")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_ORDER = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def read(path: Path, progress: object = None) -> str:
    """Paragraphs separated by blank lines. Raises Refused: letter.damaged, encoding, no_text, too_large."""
    data = path.read_bytes()
    if len(data) > MAX_BYTES:
        raise Refused("letter.too_large", f"{path.name} has {len(data)} bytes, a page at most {MAX_BYTES}",
                      name=path.name, size=len(data), limit=MAX_BYTES)
    text = text_of(data, path)
    if not text.strip():
        raise Refused("letter.no_text", f"{path.name} holds no text, only pictures", name=path.name, pages=0)
    return text


def text_of(data: bytes, path: Path, charset: str = "") -> str:
    """The text of a page; `charset` is what the mail around it says."""
    from lxml import etree
    from lxml import html as lxml_html

    said = _CHARSET.search(data[:8192])
    source = decode(data, path, charset or (said.group(1).decode("ascii") if said else ""))
    parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = lxml_html.document_fromstring(_DECLARED.sub("", source).replace("\0", ""), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        if not re.sub(r"<[^>]*>|&\w+;", " ", source).strip():
            return ""
        raise damaged(path, "html", "broken page") from error
    # The library leaves out what lies too deep, without an error.
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise damaged(path, "html", "nested too deep")
    return layout.text_of(_Walker().blocks(root))


@dataclass(frozen=True)
class _Look:
    capitals: bool = False
    plain: bool = False
    """Blanks and breaks stand as written (<pre>)."""


class _Walker:
    """Text gathers until a block ends."""

    def __init__(self, tables: int = 0) -> None:
        self._tables = tables
        self._blocks: list[Block] = []
        self._text: list[str] = []
        self._label = ""

    def blocks(self, node: Any) -> list[Block]:
        self._walk(node, _Look(), 0)
        self._end()
        return self._blocks

    def _end(self) -> None:
        lines = [line.strip(" ") for line in "".join(self._text).split("\n")]
        self._text = []
        # Two breaks in a row part paragraphs, as a blank line does.
        for paragraph in re.split(r"\n{2,}", "\n".join(lines).strip("\n")):
            if paragraph.strip():
                self._blocks.append(self._label + paragraph)
                self._label = ""

    def _put(self, text: str | None, look: _Look) -> None:
        if not text:
            return
        if not look.plain:
            text = _BLANKS.sub(" ", text)
            if text.startswith(" ") and (not self._text or self._text[-1].endswith((" ", "\n"))):
                text = text[1:]
        if text:
            self._text.append(f"{CAPS_FROM}{text}{CAPS_TO}" if look.capitals and text.strip() else text)

    def _walk(self, node: Any, look: _Look, depth: int) -> None:
        if depth > _DEEPEST:
            self._put(" ".join(node.itertext()), look)
            return
        look = _look(node, look)
        self._put(node.text, look)
        items = _labels(node)
        for child in node:
            self._child(child, look, depth, next(items) if child.tag == "li" else "")
            self._put(child.tail, look)

    def _child(self, child: Any, look: _Look, depth: int, label: str) -> None:
        tag = child.tag
        if not isinstance(tag, str) or tag in _DROPPED or _is_hidden(child):
            return
        if tag == "br":
            self._text.append("\n")
        elif tag == "table" and self._tables < layout.MAX_DEPTH:
            self._end()
            self._blocks.append(self._table(child))
        elif tag in _BLOCKS or tag in {"table", "tr", "td", "th"}:
            self._end()
            # The mark of a list stands before the first words of its entry, in whatever block they are.
            self._label = label or self._label
            self._walk(child, look, depth + 1)
            self._end()
            self._label = "" if label else self._label
        else:
            self._walk(child, look, depth + 1)

    def _table(self, table: Any) -> Table:
        rows: Table = []
        for row in _rows(table):
            cells: list[list[Block]] = []
            for cell in row:
                if cell.tag in {"td", "th"} and not _is_hidden(cell):
                    cells.append(_Walker(self._tables + 1).blocks(cell))
            rows.append(cells)
        return rows


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr" and not _is_hidden(child):
            yield child
        elif child.tag in {"tbody", "thead", "tfoot"}:
            yield from _rows(child)


def _labels(node: Any) -> Iterator[str]:
    """What stands before each <li>: a number counts on, anything else is a dash."""
    start = str(node.get("start") or "1")
    count = int(start) if start.isascii() and start.isdigit() and len(start) < 5 else 1
    kind = _ORDER.get(node.get("type") or "", "decimal")
    while True:
        yield f"{numeral(count, kind)}. " if node.tag == "ol" else "- "
        count += 1


def _is_hidden(node: Any) -> bool:
    style = str(node.get("style") or "").lower()
    # An office program marks what it prints on every page.
    if node.tag == "div" and node.get("title") in {"header", "footer"}:
        return True
    return node.get("hidden") is not None or node.get("aria-hidden") == "true" or bool(_HIDDEN.search(style))


def _look(node: Any, look: _Look) -> _Look:
    style = str(node.get("style") or "")
    font = _FONT.search(style)
    name = font.group(1) if font else str(node.get("face") or "") if node.tag == "font" else ""
    if name:
        look = replace(look, capitals=is_capital_font(name.strip()))
    if _CAPITALS.search(style.lower()):
        look = replace(look, capitals=True)
    return replace(look, plain=True) if node.tag == "pre" else look

"""OpenDocument text (.odt, .ott): paragraphs, lists, tables, frames and notes in reading order, within safe limits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.directives.readers import layout
from broadcaster.directives.readers.archive import Archive, attribute, local, other_kind
from broadcaster.directives.readers.damage import damaged
from broadcaster.directives.readers.encodings import CAPS_FROM, CAPS_TO
from broadcaster.directives.readers.layout import Block, Table
from broadcaster.directives.readers.odt_styles import ListCounter, Styles
from broadcaster.directives.readers.rtf_blocks import boxed

_WRAPPERS = {"frame", "text-box", "section", "index-body", "index-title", "list-header", "numbered-paragraph",
             "table-of-content", "bibliography", "shape", "custom-shape", "g", "change-start", "change-end"}
_SKIPPED = {"annotation", "annotation-end", "tracked-changes", "hidden-text", "hidden-paragraph", "script", "ruby-text",
            "forms", "sequence-decls", "variable-decls", "user-field-decls", "page-number", "page-count",
            "note-citation", "image", "object", "object-ole", "title", "desc", "binary-data"}
_MOST_BLANKS = 60


def read(path: Path, progress: object = None) -> str:
    """Paragraphs separated by blank lines. Raises Refused: letter.bomb, damaged, no_text, password, unsupported."""
    with Archive(path, "odt") as archive:
        mimetype = archive.part("mimetype")[:200].decode("ascii", "replace")
        if (mimetype and "opendocument.text" not in mimetype) or "content.xml" not in archive.names:
            raise other_kind(path, archive.names, mimetype)
        if b"encryption-data" in archive.part("META-INF/manifest.xml"):
            raise Refused("letter.password", f"{path.name} is protected by a password", name=path.name)
        root = archive.tree("content.xml")
        bodies = [node for node in root.iter() if local(node) == "text" and local(node.getparent()) == "body"]
        if not bodies:
            raise damaged(path, "odt", "no body")
        text = _Reader(Styles(archive.tree("styles.xml"), root)).text(bodies[0])
    if not text.strip():
        raise Refused("letter.no_text", f"{path.name} holds no text, only pictures", name=path.name, pages=0)
    return text


class _Reader:
    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._lists = ListCounter(styles)
        self._notes: list[list[Block]] = []

    def text(self, body: Any) -> str:
        text = layout.text_of(list(self._blocks(body, 0)))
        notes = [f"[{number}] {layout.text_of(note)}" for number, note in enumerate(self._notes, 1)]
        return "\n\n".join([text, *notes])

    def _blocks(self, parent: Any, depth: int, label: str = "") -> Iterator[Block]:
        for child in parent:
            name = local(child)
            if name in {"p", "h"}:
                yield from self._paragraph(child, depth, label)
                label = ""
            elif name == "list":
                yield from self._list(child, depth)
            elif name == "table":
                yield from self._table(child, depth)
            elif name in _WRAPPERS and attribute(child, "display") != "none":
                yield from self._blocks(child, depth)

    def _list(self, node: Any, depth: int) -> Iterator[Block]:
        self._lists.enter(node)
        for item in node:
            if local(item) == "list-item":
                yield from self._blocks(item, depth, self._lists.label(item))
            elif local(item) == "list-header":
                yield from self._blocks(item, depth)
        self._lists.leave()

    def _table(self, table: Any, depth: int) -> Iterator[Block]:
        if depth >= layout.MAX_DEPTH:
            yield " ".join(text.strip() for text in table.itertext() if text.strip())
            return
        rows: Table = []
        for row in _rows(table):
            cells = [cell for cell in row if local(cell) in {"table-cell", "covered-table-cell"}]
            rows.append([list(self._blocks(cell, depth + 1)) for cell in cells])
        yield rows

    def _paragraph(self, paragraph: Any, depth: int, label: str) -> Iterator[Block]:
        boxes: list[Block] = []
        text = "".join(self._pieces(paragraph, boxes, depth))
        yield from boxes
        if text.strip():
            yield label + text.strip(" \n")

    def _pieces(self, node: Any, boxes: list[Block], depth: int) -> Iterator[str]:
        look = self._styles.look(attribute(node, "style-name")) if local(node) in {"span", "p", "h"} else None
        if look is not None and look.hidden:
            return
        inner = (node.text or "") + "".join(self._inner(node, boxes, depth))
        yield f"{CAPS_FROM}{inner}{CAPS_TO}" if look is not None and look.capitals and inner.strip() else inner

    def _inner(self, node: Any, boxes: list[Block], depth: int) -> Iterator[str]:
        for child in node:
            name = local(child)
            if name == "s":
                count = attribute(child, "c")
                yield " " * min(int(count) if count.isdigit() and len(count) < 6 else 1, _MOST_BLANKS)
            elif name == "tab":
                yield "\t"
            elif name == "line-break":
                yield "\n"
            elif name == "note":
                body = next((part for part in child if local(part) == "note-body"), None)
                if body is not None and depth < layout.MAX_DEPTH:
                    self._notes.append(list(self._blocks(body, depth + 1)))
            elif name in {"frame", "text-box", "custom-shape", "g"}:
                if depth < layout.MAX_DEPTH:
                    boxes.extend(boxed(list(self._blocks([child] if name != "text-box" else child, depth + 1))))
            elif name and name not in _SKIPPED:
                yield from self._pieces(child, boxes, depth)
            yield child.tail or ""


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if local(child) == "table-row":
            yield child
        elif local(child) in {"table-header-rows", "table-rows", "table-row-group"}:
            yield from _rows(child)

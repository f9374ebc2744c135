"""Word documents: everything in reading order (paragraphs, tables, text boxes, notes), within safe limits.

Read by local names, so that documents of the strict kind, and those other programs write, are the same to us. Macros,
pictures, headers and comments are never opened.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import fold
from broadcaster.directives.readers import layout
from broadcaster.directives.readers.archive import Archive, attribute, local, other_kind
from broadcaster.directives.readers.damage import damaged
from broadcaster.directives.readers.encodings import CAPS_FROM, CAPS_TO
from broadcaster.directives.readers.layout import Block, Table
from broadcaster.directives.readers.numbering import Numbering
from broadcaster.directives.readers.rtf_blocks import boxed
from broadcaster.directives.readers.word_styles import Look, Styles

_TEXTS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "softHyphen": "\xad"}
_WRAPPERS = {"sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "AlternateContent", "Choice"}
_SKIPPED = {"del", "moveFrom", "pPr", "rPr", "Fallback", "instrText", "delText", "sdtPr", "sdtEndPr", "rt", "binData",
            "tblPr", "tblGrid"}
_SYMBOLS = {"F0B7": "-", "F0A7": "-", "F02D": "-", "F0D8": "-", "F0FC": "-", "F0E0": "→"}
_MOTTO = "cong hoa xa hoi"
_HEAD = 4000
"""Characters that can hold the letterhead."""


def read(path: Path, progress: object = None) -> str:
    """Paragraphs separated by blank lines. Raises Refused: letter.bomb, damaged, no_text, password, unsupported."""
    with Archive(path, "docx") as archive:
        mimetype = archive.part("mimetype")[:200].decode("ascii", "replace")
        name = _main_part(archive)
        if not name:
            raise other_kind(path, archive.names, mimetype)
        root = archive.tree(name)
        body = next((node for node in root if local(node) == "body"), None) if root is not None else None
        if body is None:
            raise damaged(path, "docx", "no body")
        text = _Reader(archive, posixpath.dirname(name)).text(body)
    if not text.strip():
        raise Refused("letter.no_text", f"{path.name} holds no text, only pictures", name=path.name, pages=0)
    return text


def _main_part(archive: Archive) -> str:
    relations = archive.tree("_rels/.rels")
    for relation in relations if relations is not None else ():
        target = attribute(relation, "Target").lstrip("/")
        if attribute(relation, "Type").endswith("/officeDocument") and target in archive.names:
            return target if not target.startswith(("xl/", "ppt/")) else ""
    return "word/document.xml" if "word/document.xml" in archive.names else ""


class _Reader:
    def __init__(self, archive: Archive, folder: str) -> None:
        self._archive = archive
        self._folder = folder
        self._styles = Styles(archive.tree(f"{folder}/styles.xml"))
        self._numbering = Numbering(archive.tree(f"{folder}/numbering.xml"), self._styles)

    def text(self, body: Any) -> str:
        blocks = list(self._blocks(body, 0))
        text = layout.text_of(blocks)
        if _MOTTO not in fold(text[:_HEAD]):
            # Some templates keep the letterhead in the header of the first page.
            heads = [list(self._blocks(root, 0)) for root in self._parts("header")]
            head = next((head for head in heads if _MOTTO in fold(layout.text_of(head)[:_HEAD])), None)
            text = layout.text_of([*head, *blocks]) if head else text
        return "\n\n".join([text, *self._notes("footnotes"), *self._notes("endnotes")])

    def _notes(self, kind: str) -> Iterator[str]:
        for root in self._parts(kind):
            for note in root:
                if words := layout.text_of(list(self._blocks(note, 0))).strip():
                    yield f"[{attribute(note, 'id')}] {words}"

    def _parts(self, kind: str) -> Iterator[Any]:
        for name in sorted(self._archive.names):
            if name.startswith(f"{self._folder}/{kind}") and name.endswith(".xml"):
                root = self._archive.tree(name)
                if root is not None:
                    yield root

    def _blocks(self, parent: Any, depth: int) -> Iterator[Block]:
        for child in parent:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child, depth)
            elif name == "tbl":
                yield from self._table(child, depth)
            elif name in _WRAPPERS:
                yield from self._blocks(child, depth)

    def _table(self, table: Any, depth: int) -> Iterator[Block]:
        if depth >= layout.MAX_DEPTH:
            yield " ".join(self._plain(table))
            return
        rows: Table = []
        for row in _inside(table, "tr"):
            if any(local(node) in {"del", "vanish"} for mark in row if local(mark) == "trPr" for node in mark):
                continue
            rows.append([list(self._blocks(cell, depth + 1)) for cell in _inside(row, "tc")])
        yield rows

    def _plain(self, node: Any) -> Iterator[str]:
        for part in node.iter():
            if local(part) == "t" and part.text:
                yield part.text

    def _paragraph(self, paragraph: Any, depth: int) -> Iterator[Block]:
        boxes: list[Block] = []
        look = self._styles.of_paragraph(paragraph)
        text = "".join(self._runs(paragraph, look, boxes, depth))
        yield from boxes
        # An empty paragraph of a list counts too.
        label = self._numbering.label(paragraph)
        if text.strip():
            yield label + text.strip(" \n")

    def _runs(self, parent: Any, look: Look, boxes: list[Block], depth: int) -> Iterator[str]:
        for child in parent:
            name = local(child)
            if name == "r":
                own = self._styles.of_run(child, look)
                text = "" if own.hidden else "".join(self._runs(child, own, boxes, depth))
                yield f"{CAPS_FROM}{text}{CAPS_TO}" if own.capitals and text.strip() else text
            elif name == "t":
                yield child.text or ""
            elif name in _TEXTS:
                yield _TEXTS[name]
            elif name == "sym":
                yield _SYMBOLS.get(attribute(child, "char").upper(), "")
            elif name == "txbxContent":
                if depth < layout.MAX_DEPTH:
                    boxes.extend(boxed(list(self._blocks(child, depth + 1))))
            elif name and name not in _SKIPPED:
                yield from self._runs(child, look, boxes, depth)


def _inside(parent: Any, wanted: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also those inside content controls and insertions."""
    for child in parent:
        if local(child) == wanted:
            yield child
        elif local(child) in _WRAPPERS:
            yield from _inside(child, wanted)


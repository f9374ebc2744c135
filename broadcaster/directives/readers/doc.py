"""Word 97-2003 documents (.doc): text by the piece table, cells, hidden and deleted words by the formatting pages.

After the published format [MS-DOC]; only what a letter's text needs. Macros and objects are never looked at.
"""

from __future__ import annotations

import struct
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.directives.readers import layout
from broadcaster.directives.readers.damage import damaged
from broadcaster.directives.readers.doc_file import DocFile, open_doc
from broadcaster.directives.readers.doc_formats import ParagraphFormat, paragraphs_of, runs_of
from broadcaster.directives.readers.doc_lists import ListNumbers
from broadcaster.directives.readers.encodings import CAPS_FROM, CAPS_TO
from broadcaster.directives.readers.layout import Block
from broadcaster.directives.readers.rtf_blocks import Blocks, boxed

_CELL, _BREAKS = "\x07", "\r\x0c"
_FIELD_BEGIN, _FIELD_RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_SIGNS = {"\x0b": "\n", "\x1e": "-", "\x1f": "\xad", "\t": "\t", "\x0e": "\n"}


def read(path: Path, progress: object = None) -> str:
    """Paragraphs separated by blank lines. Raises Refused: letter.damaged, no_text, password, unsupported."""
    document = open_doc(path)
    try:
        text = layout.text_of(_Reader(document).blocks())
    except (struct.error, IndexError, ValueError, UnicodeDecodeError) as error:
        raise damaged(path, "doc", type(error).__name__) from error
    if not text.strip():
        raise Refused("letter.no_text", f"{path.name} holds no text, only pictures", name=path.name, pages=0)
    return text


class _Reader:
    def __init__(self, document: DocFile) -> None:
        self._document = document
        self._paragraphs = paragraphs_of(document)
        self._runs = runs_of(document)
        self._lists = ListNumbers(document)

    def blocks(self) -> list[Block]:
        """The body; text boxes in front of it (they hold letterheads), notes behind it."""
        spans = self._document.spans()
        boxes = [block for span in self._document.boxes() for block in boxed(self._story(*span))]
        body = self._story(*spans["body"])
        notes = [block for name in ("footnotes", "endnotes") for block in self._story(*spans[name])]
        return [*boxes, *body, *notes]

    def _story(self, start: int, end: int) -> list[Block]:
        blocks = Blocks()
        codes = 0
        waiting: list[bool] = []
        for character, offset in self._document.characters(start, end):
            if character == _FIELD_BEGIN:
                waiting.append(True)
                codes += 1
            elif character in {_FIELD_RESULT, _FIELD_END}:
                if waiting and waiting[-1]:
                    codes -= 1
                    waiting[-1] = False
                if character == _FIELD_END and waiting:
                    waiting.pop()
            elif not codes:
                self._take(blocks, character, offset)
        return blocks.finished()

    def _take(self, blocks: Blocks, character: str, offset: int) -> None:
        if character == _CELL or character in _BREAKS:
            self._end(blocks, character, self._paragraphs.at(offset))
            return
        run = self._runs.at(offset)
        if run.hidden:
            return
        text = _SIGNS.get(character, character if character >= " " else "")
        blocks.put(f"{CAPS_FROM}{text}{CAPS_TO}" if run.capitals and text else text)

    def _end(self, blocks: Blocks, character: str, form: ParagraphFormat) -> None:
        if form.row_end and character == _CELL:
            blocks.end("row")
            return
        blocks.label(self._lists.label(form))
        if character == _CELL:
            blocks.end("cell")
        else:
            blocks.in_table = form.in_table
            blocks.end("par")


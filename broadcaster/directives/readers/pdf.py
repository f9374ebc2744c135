"""PDF with text: read by position, or in pdfium's own order where positions break words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2

from broadcaster.base.errors import Refused
from broadcaster.directives.readers import pdf_position
from broadcaster.directives.readers.damage import damaged
from broadcaster.directives.readers.reflow import drop_page_numbers, reflow, share_of_vietnamese

MAX_PAGES = 300
_TOLERANCE = 0.02
"""Reading by position is right about columns; it is given up only where it breaks this share more words."""
_LEAST_LETTERS = 40


def read(path: Path, progress: object = None) -> str:
    """Reflowed text of all pages. Raises Refused: letter.password, letter.damaged, letter.no_text, letter.bomb."""
    try:
        document = pypdfium2.PdfDocument(str(path))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused("letter.password", f"{path.name} is protected by a password", name=path.name) from error
        raise damaged(path, "pdf", "cannot be opened") from error
    try:
        pages = len(document)
        if pages > MAX_PAGES:
            raise Refused("letter.bomb", f"{path.name} has {pages} pages: refused", name=path.name, size=pages,
                          entries=pages)
        lines = _lines(document)
    except pypdfium2.PdfiumError as error:
        raise damaged(path, "pdf", "a page cannot be read") from error
    finally:
        document.close()
    text = reflow(lines)
    if sum(character.isalpha() for character in text) < _LEAST_LETTERS:
        raise Refused("letter.no_text", f"{path.name} is a scan: its {pages} pages are pictures without text",
                      name=path.name, pages=pages)
    return text


def _lines(document: Any) -> list[str]:
    plain = [line for page in document for line in drop_page_numbers(_page_lines(page, by_position=False))]
    placed = [line for page in document for line in drop_page_numbers(_page_lines(page, by_position=True))]
    whole = share_of_vietnamese("\n".join(placed)) + _TOLERANCE >= share_of_vietnamese("\n".join(plain))
    return placed if whole else plain


def _page_lines(page: Any, *, by_position: bool) -> list[str]:
    textpage = page.get_textpage()
    try:
        if by_position:
            return pdf_position.lines(textpage, page.get_width())
        text = str(textpage.get_text_bounded())
    finally:
        textpage.close()
    # pdfium writes U+0002 for a hyphen at the end of a line.
    return text.replace("\x02", "-").replace("\ufffe", "-").replace("\r\n", "\n").replace("\r", "\n").split("\n")

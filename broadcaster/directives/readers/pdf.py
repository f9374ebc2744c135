"""PDF page by page: its text by position, in pdfium's own order where positions break words, or by the recogniser.

A page is recognised as a picture when it has no text to speak of, or text that is no Vietnamese.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from broadcaster.base.errors import Refused
from broadcaster.directives.readers import pdf_position, unsure
from broadcaster.directives.readers.damage import damaged
from broadcaster.directives.readers.reflow import pages_to_text, share_of_vietnamese

MAX_PAGES = 300
_TOLERANCE = 0.02
"""Reading by position is right about columns; it is given up only where it breaks this share more words."""
_LEAST_LETTERS = 40
_GOOD_SHARE = 0.85
"""Fewer words than this in the form of Vietnamese syllables: letters of an old encoding, or of a bad text layer."""
_WHOLE_PAGE, _LAYER_LETTERS = 0.5, 300
"""A picture over half the page with less text than this is a scan with a stamp or a signature's box on it."""
_DPI = 200
_MOST_PIXELS = 14_000_000

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class _Page:
    lines: list[str]
    letters: int
    share: float
    pictured: float
    """The share of the page that pictures cover."""

    @property
    def readable(self) -> bool:
        if self.pictured >= _WHOLE_PAGE and self.letters < _LAYER_LETTERS:
            return False
        if self.letters < _LEAST_LETTERS:
            return self.pictured < 0.02
        return self.share >= _GOOD_SHARE or (self.pictured < 0.1 and self.share >= 0.7)


def read(path: Path, progress: Progress = lambda done, total: None) -> str:
    """Reflowed text of all pages, marked where it was recognised.

    Raises Refused: letter.password, letter.damaged, letter.no_text, letter.bomb, letter.no_ocr, letter.slow,
    letter.too_many_pages.
    """
    document = _opened(path)
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise Refused("letter.bomb", f"{path.name} has {count} pages: refused", name=path.name, size=count,
                          entries=count)
        pages = [_page(document, number) for number in range(count)]
        scans = [number for number, page in enumerate(pages) if not page.readable]
        texts = _recognised(document, scans, pages, path, progress)
    except pypdfium2.PdfiumError as error:
        raise damaged(path, "pdf", "a page cannot be read") from error
    finally:
        document.close()
    if texts and len(texts) == count:
        from broadcaster.directives.readers import scan

        scan.refuse_illegible("\n".join(line for lines in texts.values() for line in lines), path.name, count)
    text = pages_to_text([texts.get(number, page.lines) for number, page in enumerate(pages)])
    if sum(character.isalpha() for character in text) < _LEAST_LETTERS:
        raise Refused("letter.no_text", f"{path.name} is a scan: its {count} pages are pictures without words",
                      name=path.name, pages=count)
    return (unsure.SCAN if texts else "") + text


def _opened(path: Path) -> Any:
    try:
        return pypdfium2.PdfDocument(str(path))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused("letter.password", f"{path.name} is protected by a password", name=path.name) from error
        raise damaged(path, "pdf", "cannot be opened") from error


def _recognised(document: Any, scans: list[int], pages: list[_Page], path: Path,
                progress: Progress) -> dict[int, list[str]]:
    """The lines of the pages that are pictures, by page."""
    if not scans:
        return {}
    from broadcaster.directives.readers import ocr, scan

    scan.refuse_too_many(path.name, len(scans))
    try:
        ocr.require(path.name)
    except Refused:
        # Better a page in odd letters than none; the share of good words has put it here.
        if all(pages[number].letters >= _LEAST_LETTERS for number in scans):
            return {}
        raise
    found: dict[int, list[str]] = {}
    progress(0, len(scans))
    for done, number in enumerate(scans, 1):
        found[number] = scan.lines(_rendered(document, number), path.name)
        progress(done, len(scans))
    return found


def _rendered(document: Any, number: int) -> Any:
    page = document[number]
    try:
        size = max(page.get_width() * page.get_height(), 1.0)
        scale = min(_DPI / 72, (_MOST_PIXELS / size) ** 0.5)
        return page.render(scale=scale, grayscale=True, may_draw_forms=True).to_pil()
    finally:
        page.close()


def _page(document: Any, number: int) -> _Page:
    page = document[number]
    try:
        page = _with_forms(document, page, number)
        placed, plain = _lines(page, by_position=True), _lines(page, by_position=False)
        whole = share_of_vietnamese("\n".join(placed)) + _TOLERANCE >= share_of_vietnamese("\n".join(plain))
        lines = _repaired(placed if whole else plain)
        text = "\n".join(lines)
        letters = sum(character.isalpha() for character in text)
        return _Page(lines, letters, share_of_vietnamese(text), _pictured(page))
    finally:
        page.close()


def _with_forms(document: Any, page: Any, number: int) -> Any:
    """What is filled into a form stands beside the page's text; put into it here, in memory only."""
    if not pdfium.FPDFPage_GetAnnotCount(page) or document.get_formtype() == pdfium.FORMTYPE_NONE:
        return page
    with suppress(pypdfium2.PdfiumError):
        if pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS:
            page.close()
            return document[number]
    return page


def _lines(page: Any, *, by_position: bool) -> list[str]:
    textpage = page.get_textpage()
    try:
        if by_position:
            return pdf_position.lines(textpage, page.get_width(), page.get_height(), page.get_rotation())
        text = str(textpage.get_text_bounded())
    finally:
        textpage.close()
    # pdfium writes U+0002 for a hyphen at the end of a line.
    return text.replace("\x02", "-").replace("\ufffe", "-").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _repaired(lines: list[str]) -> list[str]:
    """Letters of an old font (TCVN3, VNI) as Unicode, if that makes words of them."""
    text = "\n".join(lines)
    share = share_of_vietnamese(text)
    if share >= _GOOD_SHARE or not text.strip():
        return lines
    import viparse

    fixed = [viparse.fix(text)] + [viparse.fix(text, encoding=name) for name in ("tcvn3", "vni")]
    best = max(fixed, key=share_of_vietnamese)
    if share_of_vietnamese(best) < max(_GOOD_SHARE, share + 0.1) or best.count("\n") != text.count("\n"):
        return lines
    position, repaired = 0, best.split("\n")
    result: list[str] = []
    for line in lines:
        # A column is one entry of several lines.
        count = line.count("\n") + 1
        result.append("\n".join(repaired[position:position + count]))
        position += count
    return result


def _pictured(page: Any) -> float:
    """The share of the page that its pictures cover, 0…1."""
    whole = max(page.get_width() * page.get_height(), 1.0)
    covered = 0.0
    for thing in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        with suppress(pypdfium2.PdfiumError):
            left, bottom, right, top = thing.get_bounds()
            covered += max(right - left, 0.0) * max(top - bottom, 0.0)
    return float(min(covered / whole, 1.0))

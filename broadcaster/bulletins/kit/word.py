"""Articles and scripts as Word documents, to be worked on further."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from broadcaster.bulletins.kit.blocks import Block, Sheet

_FONT = "Times New Roman"
_RED = RGBColor(0xA6, 0x1F, 0x1A)
_WRITE_ON = 8


def docx_bytes(sheet: Sheet) -> bytes:
    """The sheet on A4; what nobody approved says so in its first line and at the head of every page."""
    document = Document()
    _set_page(document)
    _set_font(document)
    core = document.core_properties
    core.title = next((_clean(block.text) for block in sheet.blocks if block.kind == "title"), "")[:250]
    core.author, core.language, core.comments = _clean(" ".join(sheet.head))[:250], "vi-VN", ""
    if sheet.draft:
        _write(document.sections[0].header.paragraphs[0], sheet.draft, 12, bold=True, color=_RED, centre=True)
        _write(document.add_paragraph(), sheet.draft, 14, bold=True, color=_RED, centre=True)
    for line in sheet.head:
        _write(document.add_paragraph(), line, 13, bold=True, centre=True, after=0)
    for block in sheet.blocks:
        _block(document, block)
    if sheet.lines:
        _write(document.add_paragraph(), sheet.lines, 13, bold=True, before=14)
        for _ in range(_WRITE_ON):
            _write(document.add_paragraph(), "." * 88, 12)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _block(document: Any, block: Block) -> None:
    looks: dict[str, dict[str, Any]] = {
        "title": {"size": 18, "bold": True, "centre": True, "before": 12, "after": 12},
        "lead": {"size": 14, "bold": True, "justify": True}, "text": {"size": 14, "justify": True},
        "heading": {"size": 16, "bold": True, "before": 18}, "question": {"size": 15, "bold": True, "before": 8},
        "answer": {"size": 15}, "hint": {"size": 13, "italic": True, "indent": 9}, "small": {"size": 11},
        "phone": {"size": 16, "bold": True}, "sentence": {"size": 18, "before": 6, "indent": 9},
        "point": {"size": 14, "justify": True},
    }
    mark = f"{block.number}. " if block.number else "- " if block.kind == "point" else ""
    _write(document.add_paragraph(), mark + block.text, **looks[block.kind])


def _write(paragraph: Any, text: str, size: float, *, bold: bool = False, italic: bool = False, centre: bool = False,
           justify: bool = False, before: float = 0, after: float = 6, indent: float = 0,
           color: RGBColor | None = None) -> None:
    run = paragraph.add_run(_clean(text))
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    if color is not None:
        run.font.color.rgb = color
    layout = paragraph.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), 1.2
    if indent:
        layout.left_indent, layout.first_line_indent = Mm(indent), Mm(-indent if text[:1].isdigit() else 0)
    paragraph.alignment = (WD_ALIGN_PARAGRAPH.CENTER if centre else WD_ALIGN_PARAGRAPH.JUSTIFY if justify
                           else WD_ALIGN_PARAGRAPH.LEFT)


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)


def _set_font(document: Any) -> None:
    style = document.styles["Normal"]
    style.font.name = _FONT
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), _FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    properties.append(language)


def _clean(text: str) -> str:
    """Without the characters XML cannot carry."""
    return "".join(c for c in text if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")

"""Paragraphs, tables and page furniture of an administrative document, on top of python-docx."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Emu, Mm, Pt

FONT = "Times New Roman"
BODY = 14.0
TABLE = 11.0


def set_page(section: Any) -> None:
    """A4; 20 mm above and below, 30 mm left, 15 mm right; the page number centred above from the second page on."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    run.font.size = Pt(13)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)


def set_font(document: Any) -> None:
    """Times New Roman for every script, Vietnamese for the spelling checker, no theme fonts."""
    for name in ("Normal", "Header"):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(BODY)
        properties = style.element.get_or_add_rPr()
        fonts = properties.get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), FONT)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "vi-VN")
        properties.append(language)


def write(paragraph: Any, text: str, *, size: float = BODY, bold: bool = False, italic: bool = False,
          align: Any = None, before: float = 0, after: float = 6, indent: bool = False, justify: bool = False) -> None:
    """Put `text` into an empty paragraph; lengths in points."""
    run = paragraph.add_run(clean(text))
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    layout = paragraph.paragraph_format
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
    if indent:
        layout.first_line_indent = Cm(1.27)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if justify else align


def rule(paragraph: Any, *, width_mm: float, column_mm: float) -> None:
    """A thin centred line: an empty paragraph of one point with a border above, drawn in from both sides."""
    layout = paragraph.paragraph_format
    layout.left_indent = layout.right_indent = Mm((column_mm - width_mm) / 2)
    layout.space_before, layout.space_after = Pt(4), Pt(2)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(2)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr")


def bare_table(document: Any, rows: int, widths: Sequence[float], *, keep: bool = False) -> Any:
    """A table without lines, to stand texts side by side; `widths` in mm."""
    table = document.add_table(rows=rows, cols=len(widths))
    _fix(table, widths)
    for row in table.rows:
        _never_split(row)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
            cell.paragraphs[0].paragraph_format.keep_with_next = keep
    return table


def grid(document: Any, heads: Sequence[str], widths: Sequence[float], *, numbered: bool = True) -> Any:
    """A ruled table; its bold head (and the row (1) (2) (3) below it) is repeated on every page."""
    table = document.add_table(rows=0, cols=len(heads))
    table.style = "Table Grid"
    _fix(table, widths)
    centre = [WD_ALIGN_PARAGRAPH.CENTER] * len(heads)
    rows = [add_row(table, heads, centre, bold=True)]
    if numbered:
        rows.append(add_row(table, [f"({index})" for index in range(1, len(heads) + 1)], centre))
    for row in rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell in row.cells:
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    return table


def add_row(table: Any, texts: Sequence[str], aligns: Sequence[Any], *, bold: bool = False) -> Any:
    """One row of a grid."""
    row = table.add_row()
    _never_split(row)
    for cell, column, text, align in zip(row.cells, table.columns, texts, aligns, strict=True):
        cell.width = Emu(column.width)
        write(cell.paragraphs[0], text, size=TABLE, bold=bold, align=align, before=1, after=1)
    return row


def add_rows(table: Any, rows: Iterable[Sequence[str]], aligns: Sequence[str], *, bold: bool = False,
             size: float = TABLE) -> None:
    """Many rows of a grid at once, `aligns` "left", "center", "right"; a row of one text spans the table, bold.

    Written as XML, because a row made cell by cell takes longer the more rows there are already.
    """
    widths = [round(column.width / 635) for column in table.columns]  # EMU to twentieths of a point
    for texts in rows:
        if len(texts) == 1 < len(widths):
            cells = _cell(texts[0], sum(widths), "left", bold=True, size=size, span=len(widths), keep=True)
        else:
            cells = "".join(_cell(text, width, align, bold=bold, size=size)
                            for text, width, align in zip(texts, widths, aligns, strict=True))
        table._tbl.append(parse_xml(f'<w:tr {_SPACE}><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>'))


_SPACE = nsdecls("w")


def _cell(text: str, width: int, align: str, *, bold: bool, size: float, span: int = 1, keep: bool = False) -> str:
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in clean(text).split("\n"))
    look = f"<w:rPr>{'<w:b/>' if bold else ''}<w:sz w:val=\"{round(2 * size)}\"/></w:rPr>"
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merged}</w:tcPr><w:p><w:pPr>'
            f'{"<w:keepNext/>" if keep else ""}<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>'
            f'<w:jc w:val="{align}"/>{look}</w:pPr><w:r>{look}{lines}</w:r></w:p></w:tc>')


def clean(text: str) -> str:
    """Without the control characters that XML cannot carry."""
    return "".join(c for c in text if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff"
                                                      and c not in "\ufffe\uffff"))


def _fix(table: Any, widths: Sequence[float]) -> None:
    """Fixed columns, centred, with narrow cell margins: nothing moves in another program."""
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "57")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        look.addprevious(margins)
    else:
        properties.append(margins)


def _never_split(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))

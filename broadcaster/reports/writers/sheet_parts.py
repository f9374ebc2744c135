"""The XML around the rows of a streamed workbook: heads and feet of sheets, styles, relations (ECMA-376, part 1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol
from xml.sax.saxutils import escape, quoteattr

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_SPOILT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")

STYLE_OF = {"text": 1, "day": 2, "moment": 3, "whole": 4, "tenth": 5}
_HEAD = 6

# Sheets come by the default for .xml: they are written before anybody knows how many there will be.
CONTENT_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="'
    'application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Default Extension="xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>'
    f'<Override PartName="/docProps/core.xml" ContentType="{_CORE}"/></Types>')

ROOT_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    '</Relationships>')

TEXTS_HEAD = f'{_XML}<sst xmlns="{_MAIN}">'

_FONT = '<sz val="11"/><name val="Times New Roman"/><family val="1"/>'
_NO_LINE = "<border><left/><right/><top/><bottom/><diagonal/></border>"


def _fill(pattern: str, colours: str = "") -> str:
    return f'<fill><patternFill patternType="{pattern}">{colours}</patternFill></fill>'


_TOP, _CENTRE = '<alignment vertical="top"/>', '<alignment horizontal="center" vertical="top"/>'


def _form(number: int, alignment: str, font: int = 0, fill: int = 0, border: int = 0) -> str:
    return (f'<xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" '
            f'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">{alignment}</xf>')


_FORMS = (
    _form(0, _TOP), _form(0, _TOP), _form(164, _CENTRE), _form(165, _CENTRE),
    _form(3, _CENTRE), _form(166, _TOP),
    _form(0, '<alignment horizontal="center" vertical="center" wrapText="1"/>', font=1, fill=2, border=1))

STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>'
    '<numFmt numFmtId="165" formatCode="hh:mm:ss"/><numFmt numFmtId="166" formatCode="#,##0.0"/></numFmts>'
    f'<fonts count="2"><font>{_FONT}</font><font><b/>{_FONT}</font></fonts>'
    f'<fills count="3">{_fill("none")}{_fill("gray125")}'
    f'{_fill("solid", """<fgColor rgb="FFE7ECEF"/><bgColor indexed="64"/>""")}</fills>'
    f'<borders count="2">{_NO_LINE}<border><left style="thin"/><right style="thin"/><top style="thin"/>'
    '<bottom style="medium"/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    f'<cellXfs count="{len(_FORMS)}">{"".join(_FORMS)}</cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>')


class Headed(Protocol):
    """What a sheet's head needs of a column."""

    @property
    def head(self) -> str: ...

    @property
    def width(self) -> float: ...

    @property
    def form(self) -> str: ...


def letters(number: int) -> str:
    """0 -> A, 26 -> AA."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def text(value: str) -> str:
    """A text element: no character XML cannot carry, nothing read as an escape that was not meant as one."""
    clean = escape(_ESCAPED.sub("_x005F_", _SPOILT.sub("", value))).replace("\r", "&#13;")
    return f'<t xml:space="preserve">{clean}</t>' if clean != clean.strip() or "\n" in clean else f"<t>{clean}</t>"


def sheet_head(columns: Sequence[Headed], *, selected: bool) -> str:
    """Everything before the first row, and the head row."""
    widths = "".join(f'<col min="{number}" max="{number}" width="{column.width}" style="{STYLE_OF[column.form]}" '
                     'customWidth="1"/>' for number, column in enumerate(columns, start=1))
    heads = "".join(f'<c r="{letters(number)}1" s="{_HEAD}" t="inlineStr"><is>{text(column.head)}</is></c>'
                    for number, column in enumerate(columns))
    chosen = ' tabSelected="1"' if selected else ""
    return (f'{_XML}<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            f'<sheetViews><sheetView workbookViewId="0"{chosen}>'
            '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
            '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
            f'<sheetFormatPr defaultRowHeight="15"/><cols>{widths}</cols>'
            f'<sheetData><row r="1" ht="33" customHeight="1">{heads}</row>')


def sheet_foot(last_letter: str, last_row: int, title: str) -> str:
    """Everything after the last row: the filter, and how it is printed (A4 across, one page wide)."""
    header = f"<oddHeader>{escape('&C' + title.replace('&', '&&')[:200])}</oddHeader>" if title else ""
    return (f'</sheetData><autoFilter ref="A1:{last_letter}{last_row}"/>'
            '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
            '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
            f'<headerFooter>{header}<oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>')


def workbook(name: str, rows: Sequence[int], last_letter: str) -> str:
    """The list of sheets; each prints its head row on every page. `rows`: how many each holds below its head."""
    names = sheet_names(name, len(rows))
    sheets = "".join(f'<sheet name={quoteattr(each)} sheetId="{number}" r:id="rId{number}"/>'
                     for number, each in enumerate(names, start=1))
    quoted = [escape("'" + each.replace("'", "''") + "'") for each in names]
    filters = "".join(f'<definedName name="_xlnm._FilterDatabase" localSheetId="{number}" hidden="1">'
                      f'{quoted[number]}!$A$1:${last_letter}${count + 1}</definedName>'
                      for number, count in enumerate(rows))
    titles = "".join(f'<definedName name="_xlnm.Print_Titles" localSheetId="{number}">{each}!$1:$1</definedName>'
                     for number, each in enumerate(quoted))
    return (f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews>'
            f'<sheets>{sheets}</sheets><definedNames>{filters}{titles}</definedNames></workbook>')


def sheet_names(name: str, count: int) -> list[str]:
    """Nhật ký, Nhật ký (2) …: at most 31 letters, none that Excel refuses."""
    clean = re.sub(r"[\[\]:*?/\\]", " ", name)[:26].strip() or "1"
    return [clean if number == 1 else f"{clean} ({number})" for number in range(1, count + 1)]


def workbook_relations(sheets: int) -> str:
    links = [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, sheets + 1)]
    links += [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">' + "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, start=1)) + "</Relationships>"


def properties(title: str) -> str:
    return (f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f'<dc:title>{escape(_SPOILT.sub("", title))}</dc:title><dc:language>vi-VN</dc:language>'
            "</cp:coreProperties>")

"""Word documents: everything in reading order (paragraphs, tables, content controls), within safe limits."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.directives.readers.damage import damaged
from broadcaster.directives.readers.numbering import Numbering

MAX_UNPACKED_BYTES = 100_000_000
MAX_ENTRIES = 2_000
_MAX_RATIO = 200
_RATIO_MATTERS_ABOVE = 10_000_000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, MemoryError)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}
_WRAPPERS = {f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "smartTag", "customXml")}
_SKIPPED = {f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr",
            "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}


def read(path: Path, progress: object = None) -> str:
    """Paragraphs separated by blank lines; a layout table column by column, lines of a cell kept apart.

    Raises Refused: letter.bomb, letter.damaged, letter.no_text, letter.unsupported.
    """
    _check_archive(path)
    try:
        import docx

        document = docx.Document(str(path))
        numbering = Numbering(document)
        text = "\n\n".join(_blocks(document.element.body, numbering))
    except Exception as error:
        # Whatever stumbles inside the library means the same to a person.
        raise damaged(path, "docx", type(error).__name__) from error
    if not text.strip():
        raise Refused("letter.no_text", f"{path.name} holds no text, only pictures", name=path.name, pages=0)
    return text


def _check_archive(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _refuse_other_kinds(path, entries)
            _refuse_bomb(path, entries)
            _refuse_false_sizes(archive, entries)
    except _BROKEN as error:
        raise damaged(path, "docx", "broken archive") from error


def _refuse_other_kinds(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    names = {entry.filename for entry in entries}
    if not any(name.startswith("word/") for name in names):
        found = "odt" if "content.xml" in names else "xlsx" if "xl/workbook.xml" in names else "zip"
        raise Refused("letter.unsupported", f"{path.name} is a {found} file, not a Word document", name=path.name,
                      found=found)


def _refuse_bomb(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    swollen = any(entry.file_size > _RATIO_MATTERS_ABOVE and entry.file_size > _MAX_RATIO * entry.compress_size
                  for entry in entries)
    if unpacked > MAX_UNPACKED_BYTES or len(entries) > MAX_ENTRIES or swollen:
        raise Refused("letter.bomb", f"{path.name} would unpack to {unpacked} bytes in {len(entries)} parts: refused",
                      name=path.name, size=unpacked, entries=len(entries))


def _refuse_false_sizes(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Read in small pieces, an entry that unpacks to more than it says fails here; read whole, it fills the memory."""
    for entry in entries:
        with archive.open(entry) as file:
            while file.read(1 << 16):
                continue


def _blocks(parent: Any, numbering: Numbering) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{_W}p":
            text = numbering.label(child) + _text(child)
            if text.strip():
                yield text.strip()
        elif child.tag == f"{_W}tbl":
            yield from _table(child, numbering)
        elif child.tag in _WRAPPERS:
            yield from _blocks(child, numbering)


def _table(table: Any, numbering: Numbering) -> Iterator[str]:
    rows = [[_cell(cell, numbering) for cell in row.findall(f"{_W}tc")] for row in table.findall(f"{_W}tr")]
    rows = [row for row in rows if any(row)]
    widest = max((len(row) for row in rows), default=0)
    if widest == 2 and len(rows) <= 4:
        # The letterhead (who and number | motto and date) and the foot (Nơi nhận | signature) are two columns.
        for column in range(2):
            text = "\n".join(row[column] for row in rows if column < len(row) and row[column])
            if text:
                yield text
    else:
        for row in rows:
            yield " | ".join(cell.replace("\n", " ") for cell in row)


def _cell(cell: Any, numbering: Numbering) -> str:
    return "\n".join(_blocks(cell, numbering))


def _text(node: Any) -> str:
    parts: list[str] = []
    for child in node:
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in _BREAKS:
            parts.append(_BREAKS[child.tag])
        elif child.tag == f"{_W}txbxContent":
            parts.append("\n" + "\n".join(_text(p) for p in child if p.tag == f"{_W}p") + "\n")
        elif child.tag not in _SKIPPED:
            parts.append(_text(child))
    return "".join(parts)

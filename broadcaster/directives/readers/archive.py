"""Documents that are zip archives: opened within limits, nothing unpacked to disk."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.directives.readers.damage import damaged
from broadcaster.directives.readers.kinds import unsupported

MAX_UNPACKED_BYTES = 100_000_000
MAX_PART_BYTES = 40_000_000
MAX_ENTRIES = 2_000
_MAX_RATIO = 200
_RATIO_MATTERS_ABOVE = 10_000_000
_PIECE = 1 << 16
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError, IndexError,
           KeyError)


class Archive:
    """The parts of one document, by name. Use as a context manager."""

    def __init__(self, path: Path, kind: str) -> None:
        self._path = path
        self._kind = kind
        try:
            self._zip = zipfile.ZipFile(path)
        except _BROKEN as error:
            raise damaged(path, kind, "broken archive") from error
        entries = self._zip.infolist()
        self.names = {entry.filename for entry in entries}
        self._refuse_bomb(entries)
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise Refused("letter.password", f"{path.name} is protected by a password", name=path.name)

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def part(self, name: str) -> bytes:
        """The bytes of one part; b"" when there is none. Raises Refused: letter.bomb, letter.damaged."""
        if name not in self.names:
            return b""
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(name) as file:
                # In pieces: read whole, a part that says less than it holds fills the memory first.
                while piece := file.read(_PIECE):
                    size += len(piece)
                    if size > MAX_PART_BYTES:
                        raise self._bomb(size, 1)
                    pieces.append(piece)
        except _BROKEN as error:
            raise damaged(self._path, self._kind, f"broken part {name}") from error
        return b"".join(pieces)

    def tree(self, name: str) -> Any:
        """The root element of an XML part; None when there is no such part."""
        data = self.part(name)
        return tree(data, self._path, self._kind) if data else None

    def _refuse_bomb(self, entries: list[zipfile.ZipInfo]) -> None:
        unpacked = sum(entry.file_size for entry in entries)
        swollen = any(entry.file_size > _RATIO_MATTERS_ABOVE and entry.file_size > _MAX_RATIO * entry.compress_size
                      for entry in entries)
        if unpacked > MAX_UNPACKED_BYTES or len(entries) > MAX_ENTRIES or swollen:
            raise self._bomb(unpacked, len(entries))

    def _bomb(self, size: int, entries: int) -> Refused:
        self._zip.close()
        name = self._path.name
        return Refused("letter.bomb", f"{name} would unpack to {size} bytes in {entries} parts: refused", name=name,
                       size=size, entries=entries)


def tree(data: bytes, path: Path, kind: str) -> Any:
    """XML without entities, DTD or network. Raises Refused: letter.damaged."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
                             remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(path, kind, "broken XML") from error


def local(node: Any) -> str:
    """A tag without its namespace (documents of the strict kind have others); "" for what is no element."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def attribute(node: Any, name: str) -> str:
    """An attribute by its name without namespace; "" when there is none."""
    for key, value in node.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def other_kind(path: Path, names: set[str], mimetype: str) -> Refused:
    """An archive that holds no letter; says what it is."""
    found = ("xlsx" if "xl/workbook.xml" in names or "spreadsheet" in mimetype else
             "pptx" if "ppt/presentation.xml" in names or "presentation" in mimetype else
             "epub" if "epub" in mimetype else mimetype.rpartition(".")[2] or "zip")
    return unsupported(path, found)

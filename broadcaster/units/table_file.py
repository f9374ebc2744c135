"""Rows out of the files old logbooks come in: CSV in any encoding, Excel (.xlsx)."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.directives.readers.txt import decode

MOST_BYTES = 20_000_000
MOST_UNPACKED = 300_000_000
MOST_ROWS = 200_000
MOST_CELLS = 60


def rows_of(path: Path) -> Iterator[list[object]]:
    """Every row of the first sheet that has any, as the file orders them.

    Raises Refused: file.missing, file.unreadable, records.kind, records.too_large, records.damaged.
    """
    try:
        data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
    except FileNotFoundError as error:
        raise Refused("file.missing", f"there is no file {path.name}", name=path.name) from error
    except OSError as error:
        raise Refused("file.unreadable", f"{path.name} cannot be read: {error}", name=path.name,
                      detail=str(error)) from error
    if data is None:
        raise _too_large(path)
    if data[:2] == b"PK":
        yield from _excel(data, path)
    elif data[:4] == b"\xd0\xcf\x11\xe0" or data[:4] == b"%PDF" or path.suffix.lower() in {".xls", ".doc", ".docx"}:
        raise Refused("records.kind", f"{path.name}: only .xlsx and .csv can be read", name=path.name)
    else:
        yield from _csv(data, path)


def _csv(data: bytes, path: Path) -> Iterator[list[object]]:
    try:
        text = decode(data, path)
    except Refused as error:
        raise Refused("records.damaged", f"{path.name}: {error.text}", name=path.name) from error
    head = text[:8000]
    mark = max(",;\t", key=head.count)
    csv.field_size_limit(1_000_000)
    try:
        for row in islice(csv.reader(io.StringIO(text), delimiter=mark), MOST_ROWS + 1):
            yield list(row[:MOST_CELLS])
    except csv.Error as error:
        raise Refused("records.damaged", f"{path.name}: {error}", name=path.name) from error


def _excel(data: bytes, path: Path) -> Iterator[list[object]]:
    # A fifth of a second to import, needed once in a station's life.
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(item.file_size for item in packed.infolist()) > MOST_UNPACKED:
                raise _too_large(path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions it does not know
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            try:
                for sheet in book.worksheets:
                    sheet.reset_dimensions()  # some programs write a wrong one
                    rows = [list(row[:MOST_CELLS]) for row in islice(sheet.iter_rows(values_only=True), MOST_ROWS + 1)]
                    if any(value is not None for row in rows for value in row):
                        yield from rows
                        return
            finally:
                book.close()
    except Refused:
        raise
    except Exception as error:
        # Whatever stumbles inside the library means the same to a person.
        raise Refused("records.damaged", f"{path.name} is damaged: {type(error).__name__}", name=path.name) from error


def _too_large(path: Path) -> Refused:
    return Refused("records.too_large", f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB", name=path.name,
                   limit_mb=MOST_BYTES // 1_000_000)

"""The trail as a file: csv and xlsx to read, jsonl to check."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from broadcaster.accounts import trail_words
from broadcaster.base.csv_text import write_rows
from broadcaster.base.paths import sync_folder, unwritable
from broadcaster.protocol.verifier import canonical

if TYPE_CHECKING:
    from broadcaster.accounts.trail_service import Entry

_WIDTHS = (8, 18, 24, 16, 40, 52, 32, 60)


def write_lines(path: Path, lines: Iterable[dict[str, Any]]) -> int:
    """A chained row a line, in the one form its hash was made of."""
    count = 0
    with _whole(path) as draft, draft.open("wb") as out:
        for line in lines:
            out.write(canonical(line) + b"\n")
            count += 1
    return count


def write_table(path: Path, fmt: str, entries: Iterable[Entry]) -> int:
    """csv (UTF-8 with BOM) or xlsx."""
    heads = [str(text) for text in trail_words.table()["columns"]]
    rows = (_row(entry) for entry in entries)
    with _whole(path) as draft:
        if fmt == "xlsx":
            return _write_xlsx(draft, heads, rows)
        with draft.open("w", encoding="utf-8-sig", newline="") as out:
            return write_rows(out, heads, rows)


def _row(entry: Entry) -> tuple[object, ...]:
    names = {group.key: group.words for group in trail_words.groups()}
    details = "; ".join(f"{fact.name}: {fact.value}" if fact.before is None else
                        f"{fact.name}: {fact.before} → {fact.value}" for fact in entry.facts)
    return (entry.id, f"{entry.at:%d/%m/%Y %H:%M:%S}", entry.who, names[entry.group], entry.title, entry.deed,
            entry.reason, details)


def _write_xlsx(path: Path, heads: list[str], rows: Iterable[tuple[object, ...]]) -> int:
    # A third of a second to import, paid by whoever exports.
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {
        "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    font = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "border": 1, "text_wrap": True}
    head, text = book.add_format({**font, "bold": True, "align": "center"}), book.add_format(font)
    sheet = book.add_worksheet(str(trail_words.table()["sheet"]))
    for column, (name, width) in enumerate(zip(heads, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, head)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    count = 0
    for count, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(count, column, value, text)
            else:
                sheet.write_string(count, column, str(value)[:32_767], text)
    sheet.autofilter(0, 0, count, len(heads) - 1)
    book.close()
    return count


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A draft beside the file, put in its place when all of it is written. Raises Refused: disk.*."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".trail-") as folder:
            draft = Path(folder) / path.name
            yield draft
            draft.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise unwritable(path, error) from error

"""Comma-separated text that Vietnamese Excel opens right: UTF-8 with BOM, no `sep=` line, formulas disarmed."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_rows(out: TextIO, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Write head and rows to a text file opened with encoding utf-8-sig and newline=""; returns how many rows."""
    writer = csv.writer(out)
    writer.writerow(heads)
    count = 0
    for row in rows:
        writer.writerow([disarmed(value) for value in row])
        count += 1
    return count


def disarmed(value: object) -> object:
    """A text a spreadsheet would run as a formula gets an apostrophe and a blank before it; numbers stay."""
    if isinstance(value, str) and value.lstrip(" ").startswith(_ACTIVE):
        return "' " + value
    return value

"""The hash chain of the journal: each line carries the hash of the line before it.

line = JSON object; its `hash` is sha256 over `prev` (hex text) and the canonical JSON of all other fields.
The first line of a day's file continues from the last line of the file before it; the very first from GENESIS.
Standard library only, so that the office above can check a station with nothing but Python.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GENESIS = "0" * 64


@dataclass(frozen=True)
class Fault:
    """One place where a journal does not hold together."""

    file: str
    line: int
    """1-based; 0 when the file as a whole is meant."""
    problem: str
    """altered, unreadable, broken_link, out_of_order, torn; against what was filed before: missing, rewritten."""


def canonical(data: Any) -> bytes:
    """One byte form for equal data."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("utf-8")


def link(entry: dict[str, Any], prev: str) -> dict[str, Any]:
    """`entry` with its `prev` and `hash`."""
    body = {**entry, "prev": prev}
    return {**body, "hash": _hash(body)}


def intact(line: dict[str, Any]) -> bool:
    """Whether the line's own hash is right."""
    body = {key: value for key, value in line.items() if key != "hash"}
    return line.get("hash") == _hash(body)


@dataclass(frozen=True)
class Checked:
    """One line as it stands in a file, with what the check says of it."""

    file: str
    number: int
    """1-based."""
    line: dict[str, Any] | None
    """None when it is no JSON object at all."""
    problem: str
    """Empty, or as in Fault."""


def walk(paths: Iterable[Path], start: str | None = None) -> Iterator[Checked]:
    """Every line of the given journal files, which must be whole and in order of day, checked against the one before.

    `start` is the hash the first line must continue from; None accepts whatever it names, for an extract.
    """
    prev, seq = start, None
    for path in paths:
        for number, raw in enumerate(path.read_bytes().splitlines(keepends=True), start=1):
            problem, line = _check(raw, prev, seq)
            yield Checked(path.name, number, line, problem)
            if line is None:
                # The writer counts a line it cannot read and links past it: see JournalWriter.
                seq = seq + 1 if seq is not None else None
                continue
            prev = str(line.get("hash"))
            seq = line["seq"] if isinstance(line.get("seq"), int) else None


def verify(paths: Iterable[Path], start: str | None = None) -> Iterator[Fault]:
    """Every fault in the given journal files; see `walk`."""
    for found in walk(paths, start):
        if found.problem:
            yield Fault(found.file, found.number, found.problem)


def _check(raw: bytes, prev: str | None, seq: int | None) -> tuple[str, dict[str, Any] | None]:
    try:
        line = json.loads(raw)
        whole = isinstance(line, dict) and intact(line) and raw == canonical(line) + b"\n"
    except (ValueError, RecursionError):
        # NaN and lone surrogates parse but have no canonical form: such a line was not written by the journal.
        line, whole = None, False
    if not raw.endswith(b"\n"):
        return "torn", line if isinstance(line, dict) else None
    if not isinstance(line, dict):
        return "unreadable", None
    if not whole:
        return "altered", line
    if prev is not None and line.get("prev") != prev:
        return "broken_link", line
    if seq is not None and line.get("seq") != seq + 1:
        return "out_of_order", line
    return "", line


def _hash(body: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(body)).hexdigest()

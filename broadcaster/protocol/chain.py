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

from broadcaster.protocol.seal import canonical

GENESIS = "0" * 64


@dataclass(frozen=True)
class Fault:
    """One place where a journal does not hold together."""

    file: str
    line: int
    """1-based; 0 when the file as a whole is meant."""
    problem: str
    """altered, unreadable, broken_link, out_of_order, torn."""


def link(entry: dict[str, Any], prev: str) -> dict[str, Any]:
    """`entry` with its `prev` and `hash`."""
    body = {**entry, "prev": prev}
    return {**body, "hash": _hash(body)}


def intact(line: dict[str, Any]) -> bool:
    """Whether the line's own hash is right."""
    body = {key: value for key, value in line.items() if key != "hash"}
    return line.get("hash") == _hash(body)


def verify(paths: Iterable[Path], start: str | None = None) -> Iterator[Fault]:
    """Every fault in the given journal files, which must be whole and in order of day.

    `start` is the hash the first line must continue from; None accepts whatever it names, for an extract.
    """
    prev, seq = start, None
    for path in paths:
        for number, raw in enumerate(_lines(path), start=1):
            fault, line = _check(raw, prev, seq)
            if fault:
                yield Fault(path.name, number, fault)
            if line is not None:
                prev, seq = str(line.get("hash")), line.get("seq")


def _lines(path: Path) -> list[bytes]:
    data = path.read_bytes()
    return data.splitlines(keepends=True) if data else []


def _check(raw: bytes, prev: str | None, seq: Any) -> tuple[str, dict[str, Any] | None]:
    try:
        line = json.loads(raw)
    except (ValueError, RecursionError):
        line = None
    if not isinstance(line, dict):
        return ("unreadable" if raw.endswith(b"\n") else "torn"), None
    if not raw.endswith(b"\n"):
        return "torn", line
    if not intact(line) or raw.rstrip(b"\r\n") != canonical(line):
        return "altered", line
    if prev is not None and line.get("prev") != prev:
        return "broken_link", line
    if isinstance(seq, int) and line.get("seq") != seq + 1:
        return "out_of_order", line
    return "", line


def _hash(body: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(body)).hexdigest()

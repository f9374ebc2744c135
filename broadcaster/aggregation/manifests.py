"""The manifest of a package as bytes: canonical JSON, signed as it stands, read with suspicion. No I/O."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

from broadcaster.aggregation.model import DOWN, FORMAT, UP, VERSION, Entry, Manifest, Sender
from broadcaster.aggregation.names import entry_allowed
from broadcaster.base.clock import parse_time
from broadcaster.base.errors import NewerFormat, Refused
from broadcaster.protocol.verifier import GENESIS, canonical

FIRST_YEAR = 2020
AHEAD = timedelta(days=1)
"""So far a station's clock may run ahead of ours."""
_HEX = re.compile(r"[0-9a-f]{64}")
_MOST_TEXT = 400
_MOST_PATH = 20
_MOST_DAYS = 40_000
_MOST_FAULTS = 1_000
_LARGEST = 1 << 62


def manifest_bytes(manifest: Manifest) -> bytes:
    """What is signed."""
    return canonical({"format": FORMAT, "version": VERSION, **asdict(manifest)})


def manifest_sha256(raw: bytes) -> str:
    """The name of a package for the one after it, and for receipts."""
    return hashlib.sha256(raw).hexdigest()


def manifest_from(raw: bytes, name: str, now: datetime) -> Manifest:
    """Read and check everything a manifest can say by itself; `name` is the file's, for the sentence.

    Raises Refused: package.manifest, package.date, package.entry_name; NewerFormat.
    """
    body = _body(raw, name)
    try:
        manifest = _manifest(body, name)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _wrong(name, str(error)) from error
    if manifest_bytes(manifest) != raw:
        raise _wrong(name, "it is not in the one form a manifest has")
    _check_dates(manifest, name, now)
    return manifest


def _body(raw: bytes, name: str) -> dict[str, Any]:
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise _wrong(name, "it is no JSON") from error
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise _wrong(name, f"it is not a {FORMAT}")
    version = body.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise NewerFormat(name, version, VERSION)
    if version != VERSION or isinstance(version, bool):
        raise _wrong(name, "unknown version")
    return {key: value for key, value in body.items() if key not in {"format", "version"}}


def _manifest(body: dict[str, Any], name: str) -> Manifest:
    sender = dict(body["sender"])
    made = Manifest(**{
        **body, "sender": Sender(**{**sender, "path": _texts(sender["path"], _MOST_PATH)}),
        "days": _texts(body["days"], _MOST_DAYS), "addressees": _texts(body["addressees"], _MOST_DAYS),
        "faults": _texts(body["faults"], _MOST_FAULTS),
        "entries": tuple(Entry(**entry) for entry in body["entries"]),
    })
    for each in (made.kind, made.program, made.made_at, *asdict(made.sender).values()):
        if not isinstance(each, tuple):
            _text(each)
    for each in (made.key, made.previous, made.prev_head, made.head):
        if not isinstance(each, str) or not _HEX.fullmatch(each):
            raise ValueError("a hash is not one")
    if made.kind not in {UP, DOWN} or not made.sender.id:
        raise ValueError("it says neither who sends it nor where to")
    _check_numbers(made)
    _check_entries(made, name)
    return made


def _check_numbers(made: Manifest) -> None:
    for value in (made.number, made.first_seq, made.last_seq):
        _count(value)
    if made.number < 1 or (made.number == 1) is not (made.previous == GENESIS):
        raise ValueError("its number and the package it follows do not agree")
    lines = made.last_seq - made.first_seq + 1 if made.last_seq else 0
    if lines < 0 or (made.last_seq == 0) is not (made.first_seq == 0) or (not lines and made.head != made.prev_head):
        raise ValueError("the numbers of its journal lines do not agree")
    if (made.first_seq == 1) is not (made.last_seq > 0 and made.prev_head == GENESIS):
        raise ValueError("the journal begins in the middle")


def _check_entries(made: Manifest, name: str) -> None:
    seen: set[str] = set()
    for entry in made.entries:
        _count(entry.size)
        if not isinstance(entry.sha256, str) or not _HEX.fullmatch(entry.sha256):
            raise ValueError("a hash is not one")
        if not isinstance(entry.name, str) or not entry_allowed(entry.name, made.kind) or entry.name in seen:
            raise Refused("package.entry_name", f"{name}: nothing may be called {entry.name!r} inside",
                          name=name, entry=str(entry.name)[:80])
        seen.add(entry.name)
    journal = [entry.name for entry in made.entries if entry.name.startswith("journal/")]
    if journal != sorted(journal) or bool(journal) is not bool(made.last_seq):
        raise ValueError("its journal files and its journal lines do not agree")


def _check_dates(made: Manifest, name: str, now: datetime) -> None:
    try:
        moment = parse_time(made.made_at)
        days = [date.fromisoformat(day) for day in made.days]
    except ValueError as error:
        raise _wrong(name, "a date is not one") from error
    if [day.isoformat() for day in days] != list(made.days) or days != sorted(set(days)):
        raise _wrong(name, "its days are not in order")
    latest = max([moment.date(), *days])
    if moment > now + AHEAD or latest > (now + AHEAD).date() or min([moment.date(), *days]).year < FIRST_YEAR \
            or (days and days[-1] > (moment + AHEAD).date()):
        raise Refused("package.date", f"{name}: it is dated {latest}; today is {now.date()}", name=name,
                      day=latest.isoformat(), today=now.date().isoformat())


def _texts(value: object, most: int) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > most:
        raise ValueError("a list is not one")
    return tuple(_text(each) for each in value)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _MOST_TEXT or any(letter < " " for letter in value):
        raise ValueError("a text is not one")
    value.encode("utf-8")
    return value


def _count(value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _LARGEST:
        raise ValueError("a number is not one")


def _wrong(name: str, problem: str) -> Refused:
    return Refused("package.manifest", f"{name}: its list of contents cannot be used: {problem[:200]}", name=name,
                   problem=problem[:200])

"""From a file to a verified statement; runs in a process of its own where many packages come at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from broadcaster.aggregation.model import Resting
from broadcaster.aggregation.office.model import Statement
from broadcaster.aggregation.office.rows import day_statements, letters_of, named_letters, plain
from broadcaster.aggregation.opened import Opened, open_package
from broadcaster.asrun.identity import signature_holds
from broadcaster.asrun.model import Airing
from broadcaster.base.errors import Refused
from broadcaster.protocol.verifier import read_seal

_MOST_SIGNATURES = 5_000


def read_statement(path: Path, now: datetime, name: str = "") -> Statement:
    """Open, verify, make ready. Raises as open_package, office.seal, office.too_many_airings; nothing was changed then.

    `name`: what people call the file, where it was moved already.
    """
    with open_package(path, now) as opened:
        return statement_of(opened, name or path.name)


def statement_of(opened: Opened, name: str) -> Statement:
    """What a verified package states."""
    manifest = opened.manifest
    rows = list(opened.airings())
    corrections = list(opened.corrections())
    faults = Counter(fault[:10] for fault in manifest.faults)
    letters = named_letters(rows, letters_of(opened.letters()))
    days = day_statements(manifest.days, rows, corrections, faults, name)
    sender = replace(manifest.sender, name=plain(manifest.sender.name), commune=plain(manifest.sender.commune),
                     province=plain(manifest.sender.province),
                     path=tuple(filter(None, (plain(part) for part in manifest.sender.path))))
    return Statement(
        replace(manifest, sender=sender), opened.sha256, opened.size, days, letters,
        tuple(_seal(day, raw) for day, raw in opened.seals()),
        tuple(_signature(each) for _, each in zip(range(_MOST_SIGNATURES), opened.signatures(), strict=False)),
        tuple((plain(each.id, 80), plain(each.airing_id, 200), each.day, str(each.outcome or ""),
               plain(each.reason, 40), plain(each.note), plain(each.by, 120), each.at) for each in corrections),
        _resting(opened.resting, rows))


def _resting(resting: tuple[Resting, ...], rows: list[Airing]) -> tuple[tuple[Resting, Airing], ...]:
    if not resting:
        return ()
    by_id = {row.id: row for row in rows}
    return tuple((each, by_id[each.airing_id]) for each in resting)


def _signature(each: Any) -> tuple[Any, ...]:
    return (plain(each.id, 80), plain(each.kind, 20), each.first_day, each.last_day, plain(each.head, 64),
            plain(each.rows_sha256, 64), plain(each.person, 120), plain(each.role, 120), each.at, plain(each.note))


def _seal(day: str, raw: bytes) -> tuple[Any, ...]:
    """Day, first and last line, head, sha256: what the table keeps."""
    seal, problem = read_seal(f"{day}.json", raw, signature_holds)
    if seal is None or problem:
        raise Refused("office.seal", f"the seal of {day} does not hold: {problem}", day=day, problem=problem)
    return day, seal.first_seq, seal.last_seq, seal.head, seal.sha256

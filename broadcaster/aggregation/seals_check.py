"""Everything that is wrong with the journal lines and the seals of a package, said the same way by maker and reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from broadcaster.aggregation.journal_check import JournalCheck, Seen
from broadcaster.asrun.identity import signature_holds
from broadcaster.protocol.verifier import Checked, Fault, Seal, fit, read_seal, thread, thread_faults

LARGEST_SEAL = 1 << 16
_NOTE = "key_changed"
"""Worth knowing, but no fault."""


def faults_inside(journal: JournalCheck, files: Iterable[tuple[str, Iterable[bytes]]],
                  seals: Iterable[tuple[str, bytes]], station: str) -> tuple[str, ...]:
    """Follow all journal `files`, each with its lines, under these `seals` (file name, bytes).

    "2026-11-21.jsonl:17 altered", "2026-11-21.json:0 sealed_changed"; what a seal says of lines of an earlier package
    is for whoever has those.
    """
    whole = journal.seq == 0
    found, odd = _read(seals, station)
    odd += [fault for fault in thread_faults(found, whole) if fault.problem != _NOTE]
    lines = cast(Iterator[Checked], _lines(journal, files))
    odd += [fault for fault in fit(lines, found, whole) if fault.file.endswith(".json")]
    if not whole:
        odd += [Fault(seal.file, 0, "sealed_missing") for seal in found if seal.last_seq > journal.seq]
    return (*journal.faults, *dict.fromkeys(f"{fault.file}:0 {fault.problem}" for fault in odd))


def _lines(journal: JournalCheck, files: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[Seen]:
    for name, lines in files:
        yield from journal.follow(name, lines)


def _read(seals: Iterable[tuple[str, bytes]], station: str) -> tuple[list[Seal], list[Fault]]:
    good: list[Seal] = []
    odd: list[Fault] = []
    for name, raw in seals:
        seal, problem = read_seal(name, raw, signature_holds) if len(raw) <= LARGEST_SEAL else (None, "seal_unreadable")
        if seal is not None and not problem and seal.station not in {station, ""}:
            problem = "seal_station"
        good += [seal] if seal is not None else []
        odd += [Fault(name, 0, problem)] if problem else []
    return thread(good), odd

"""Packages opened: everything inside is checked before anything of it is handed out (docs/formats.md "The package")."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from broadcaster.aggregation.archive import Archive
from broadcaster.aggregation.journal_check import LONGEST_LINE, JournalCheck
from broadcaster.aggregation.manifests import AHEAD
from broadcaster.aggregation.model import DOWN, UP, LetterState, Manifest, Resting, StationFacts
from broadcaster.aggregation.records import check_day, check_time, decoder
from broadcaster.aggregation.rows_check import Hidden, RowsCheck
from broadcaster.aggregation.seals_check import LARGEST_SEAL, faults_inside
from broadcaster.asrun.model import Airing, Correction, Signature
from broadcaster.base.errors import Refused

AIRINGS, CORRECTIONS, SIGNATURES = "airings.jsonl", "corrections.jsonl", "signatures.jsonl"
LETTERS, STATION = "directives.jsonl", "station.json"
Made = TypeVar("Made")
_READ_WHOLE = 16 << 20


class Opened:
    """A package that holds together. Close it, or use it in a `with`.

    That its sender is who they say, and that it follows the package before, is for whoever merges it.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.manifest: Manifest = archive.manifest
        self.sha256 = archive.sha256
        """Of the manifest: the name of the package."""
        self.name, self.size = archive.name, archive.size
        self.resting: tuple[Resting, ...] = ()
        """Airings whose START must lie in an earlier package."""
        self.starts: dict[str, list[int]] = {}
        """Event id -> numbers of its START lines inside."""

    def __enter__(self) -> Opened:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._archive.close()

    def airings(self) -> Iterator[Airing]:
        """The rows of all `days`, without their corrections."""
        return self._records(AIRINGS, Airing)

    def airing_rows(self) -> Iterator[dict[str, Any]]:
        """The same as plain JSON objects, for whoever only passes them on."""
        return (json.loads(raw) for raw in self.lines(AIRINGS))

    def corrections(self) -> Iterator[Correction]:
        return self._records(CORRECTIONS, Correction)

    def signatures(self) -> Iterator[Signature]:
        return self._records(SIGNATURES, Signature)

    def letters(self) -> Iterator[LetterState]:
        return self._records(LETTERS, LetterState)

    def station(self) -> StationFacts:
        return decoder(StationFacts)(json.loads(self._archive.read(STATION)))

    def journal(self) -> Iterator[tuple[str, bytes]]:
        """(File name, line with its end) of every journal line, in order."""
        for name in self.names("journal/"):
            for raw in self.lines(name):
                yield name.removeprefix("journal/"), raw

    def seals(self) -> Iterator[tuple[str, bytes]]:
        """(ISO day, file) of every seal."""
        for name in self.names("seals/"):
            yield name.removeprefix("seals/").removesuffix(".json"), self._archive.read(name)

    def names(self, folder: str = "") -> list[str]:
        """Entries below a folder ("reports/"), in order."""
        return [entry.name for entry in self.manifest.entries if entry.name.startswith(folder)]

    def has(self, name: str) -> bool:
        return self._archive.has(name)

    def lines(self, name: str) -> Iterator[bytes]:
        """Lines of an entry; none if it is not there."""
        return self._archive.lines(name, LONGEST_LINE) if self._archive.has(name) else iter(())

    def read(self, name: str) -> bytes:
        """A small entry (16 MiB) whole. Raises Refused("package.too_large")."""
        return self._archive.read(name, _READ_WHOLE)

    def blocks(self, name: str) -> Iterator[bytes]:
        """An entry of any size, piece by piece."""
        return self._archive.blocks(name)

    def _records(self, name: str, kind: type[Made]) -> Iterator[Made]:
        read = decoder(kind)
        return (read(json.loads(raw)) for raw in self.lines(name))


def open_package(path: Path, now: datetime, kind: str = UP) -> Opened:
    """Open and check one. Nothing is believed that was not checked; on a refusal nothing is left open.

    Raises Refused: package.unreadable, .not_one, .too_large, .swollen, .manifest, .signature, .contents, .damaged,
    .entry_name, .date, .kind, .chain, .rows, .record; NewerFormat.
    """
    opened = Opened(Archive(path, now))
    try:
        if opened.manifest.kind != kind:
            raise Refused("package.kind", f"{path.name} goes {opened.manifest.kind}, not {kind}", name=path.name,
                          kind=opened.manifest.kind)
        if kind == DOWN:
            for name in opened.names():
                _read_through(opened, name)
        else:
            _check(opened, now)
    except BaseException:
        opened.close()
        raise
    return opened


def _check(opened: Opened, now: datetime) -> None:
    manifest = opened.manifest
    journal = JournalCheck(manifest.prev_head, max(0, manifest.first_seq - 1))
    _check_journal(opened, journal)
    latest = (now + AHEAD).date().isoformat()
    rows = RowsCheck(journal, manifest.first_seq, manifest.last_seq, manifest.days, latest)
    _each(opened, AIRINGS, Airing, rows.check, "package.rows", rows.finish)
    _each(opened, CORRECTIONS, Correction, lambda item: _check_correction(item, manifest, latest))
    _each(opened, SIGNATURES, Signature, lambda item: _check_signature(item, latest))
    _each(opened, LETTERS, LetterState, _check_letter)
    if opened.has(STATION):
        _parse(opened, STATION, 1, decoder(StationFacts), opened.read(STATION))
    for name in opened.names():
        if name.startswith(("reports/", "audio/")):
            _check_sound(opened, name)
    opened.resting = tuple(rows.resting)
    opened.starts = {event: [number for number, _ in lines] for event, lines in journal.starts.items()}


def _check_journal(opened: Opened, journal: JournalCheck) -> None:
    """Exactly the damage the station itself told of, and exactly the lines it names."""
    manifest = opened.manifest
    files = ((name.removeprefix("journal/"), opened.lines(name)) for name in opened.names("journal/"))
    seals = ((name.removeprefix("seals/"), _seal(opened, name)) for name in opened.names("seals/"))
    found = faults_inside(journal, files, seals, manifest.sender.id)
    if found != manifest.faults:
        odd = next(iter({*found} ^ {*manifest.faults}), "")
        raise Refused("package.chain", f"{opened.name}: its journal does not hold together: {odd}", name=opened.name,
                      place=odd)
    if manifest.last_seq and (journal.seq, journal.prev) != (manifest.last_seq, manifest.head):
        raise Refused("package.chain", f"{opened.name}: its journal ends at line {journal.seq}, not where it says",
                      name=opened.name, place=f"{journal.seq}")


def _seal(opened: Opened, name: str) -> bytes:
    """One that is no seal by its size alone is as good as empty."""
    entry = next(entry for entry in opened.manifest.entries if entry.name == name)
    return opened.read(name) if entry.size <= LARGEST_SEAL else b""


def _check_correction(item: Correction, manifest: Manifest, latest: str) -> None:
    if item.day not in manifest.days or not item.id:
        raise ValueError(f"its day {item.day[:20]!r} is not one the package states")
    check_time(item.at, latest)


def _check_signature(item: Signature, latest: str) -> None:
    check_day(item.first_day)
    check_day(item.last_day)
    if not item.id or not item.first_day <= item.last_day <= latest:
        raise ValueError("its days are not in order")
    check_time(item.at, latest)


def _check_letter(item: LetterState) -> None:
    if not item.id:
        raise ValueError("a letter without a name")
    for campaign in item.campaigns:
        check_day(campaign.first_day)
        check_day(campaign.last_day)
        for day in campaign.asked:
            check_day(day)


def _read_through(opened: Opened, name: str) -> None:
    """Raises Refused("package.damaged") if the entry is not what was signed."""
    for _ in opened.blocks(name):
        pass


def _check_sound(opened: Opened, name: str) -> None:
    _read_through(opened, name)
    entry = next(entry for entry in opened.manifest.entries if entry.name == name)
    if name.startswith("audio/") and f"audio/{entry.sha256}.flac" != name:
        raise Refused("package.damaged", f"{opened.name}: {name} is another sound", name=opened.name, entry=name)


def _each(opened: Opened, name: str, kind: type[Made], check: Callable[[Made], None],
          code: str = "package.record", finish: Callable[[], None] = lambda: None) -> None:
    read, place = decoder(kind), 0
    try:
        for place, raw in enumerate(opened.lines(name), start=1):
            check(_parse(opened, name, place, read, raw))
        finish()
    except ValueError as error:
        problem = str(error)[:200]
        if opened.has(name):
            _read_through(opened, name)
        if code == "package.rows":
            hidden = {"day": error.day} if isinstance(error, Hidden) else {}
            raise Refused("package.rows", f"{opened.name}: {name}:{place}: {problem}", name=opened.name,
                          row=place, problem=problem, **hidden) from error
        raise _bad_record(opened, name, place, problem) from error


def _parse(opened: Opened, name: str, place: int, read: Callable[[object], Made], raw: bytes) -> Made:
    try:
        return read(json.loads(raw))
    except (ValueError, RecursionError) as error:
        _read_through(opened, name)
        raise _bad_record(opened, name, place, str(error)[:200]) from error


def _bad_record(opened: Opened, name: str, place: int, problem: str) -> Refused:
    return Refused("package.record", f"{opened.name}: {name}:{place}: {problem}", name=opened.name, entry=name,
                   row=place, problem=problem)

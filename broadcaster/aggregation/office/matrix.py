"""Letter × station: cells, heads and the order of the matrix, from sums already fetched. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from broadcaster.aggregation.office.figures import Cell, LetterLine, MatrixLine, OfficeQuery, StationLine
from broadcaster.base.vietnamese import fold, sort_key

by_name = lru_cache(maxsize=16_384)(sort_key)
"""The same thousands of names again with every question."""
Raw = tuple[int, int, int, int, int, str]
"""The values of a Cell, before anybody looks at it."""


@dataclass(frozen=True)
class Row:
    """One station across all letters of the page."""

    station: StationLine
    cells: dict[int, Raw]
    total: Cell


def is_asked(query: OfficeQuery, row: Any) -> bool:
    if query.letters:
        return row.ref in query.letters
    words = fold(query.letter_words).split()
    return all(word in fold(f"{row.number} {row.issuer} {row.subject}") for word in words)


def cells_of(rows: Iterable[Any]) -> dict[int, dict[int, Raw]]:
    """Station -> letter -> the values of a Cell; rows as figure_store.letter_cells gives them."""
    found: dict[int, dict[int, Raw]] = {}
    for letter, place, required, due, aired, verified, seconds, newest in rows:
        found.setdefault(place, {})[letter] = (required, due, aired, verified, seconds, newest or "")
    return found


def rows_of(cells: Mapping[int, dict[int, Raw]], stations: Mapping[int, StationLine]) -> list[Row]:
    """One for each of `stations` that has a cell."""
    return [Row(stations[ref], found, _total(found.values())) for ref, found in cells.items() if ref in stations]


def line_of(row: Row) -> MatrixLine:
    """As it is shown: made for the stations of the page alone, there are too many cells for all."""
    return MatrixLine(row.station, {letter: Cell(*values) for letter, values in row.cells.items()}, row.total)


def _total(cells: Iterable[Raw]) -> Cell:
    required, due, aired, verified, seconds, newest = zip(*cells, strict=True)
    return Cell(sum(required), sum(due), sum(aired), sum(verified), sum(seconds), max(newest))


def letter_line(named: Any, rows: Sequence[Row]) -> LetterLine:
    """A letter's head: sums over the stations asked for, on all pages."""
    cells = [row.cells[named.ref] for row in rows if named.ref in row.cells]
    required, due, aired, verified, *_ = zip(*cells, strict=True) if cells else ((), (), (), ())
    return LetterLine(
        named.ref, named.number, named.issuer, named.subject, named.issued_date, str(named.first or ""),
        str(named.last or ""), len(cells), sum(required), sum(due), sum(aired), sum(verified),
        sum(done >= asked > 0 for asked, done in zip(required, aired, strict=True)))


def matrix_order(query: OfficeQuery, by_station: Callable[[StationLine], Any]) -> Callable[[Row], Any]:
    """Ties stand by name."""
    if query.sort.startswith("letter:"):
        ref = int(query.sort[7:]) if query.sort[7:].isdecimal() else 0
        return lambda row: (_share(Cell(*row.cells[ref]) if ref in row.cells else None), by_name(row.station.name),
                            row.station.ref)
    of_cells: dict[str, Callable[[Cell], Any]] = {
        "share": _share, "planned": lambda cell: cell.required, "done": lambda cell: cell.aired,
        "missed": lambda cell: cell.open, "verified": lambda cell: cell.verified, "minutes": lambda cell: cell.seconds}
    if query.sort in of_cells:
        chosen = of_cells[query.sort]
        return lambda row: (chosen(row.total), by_name(row.station.name), row.station.ref)
    return lambda row: by_station(row.station)


def _share(cell: Cell | None) -> float:
    """For sorting: not asked comes before nothing done."""
    if cell is None:
        return -2.0
    return -1.0 if cell.share is None else cell.share

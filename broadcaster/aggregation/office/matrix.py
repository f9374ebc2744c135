"""Letter × station: cells, heads and the order of the matrix, from sums already fetched. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from broadcaster.aggregation.office.figures import Cell, LetterLine, MatrixLine, OfficeQuery, StationLine
from broadcaster.base.vietnamese import fold, sort_key


def is_asked(query: OfficeQuery, row: Any) -> bool:
    if query.letters:
        return row.ref in query.letters
    words = fold(query.letter_words).split()
    return all(word in fold(f"{row.number} {row.issuer} {row.subject}") for word in words)


def cells_of(duties: Iterable[Any], sums: Iterable[Any]) -> dict[int, dict[int, Cell]]:
    """Station -> letter -> cell; rows as figure_store.duties and figure_store.letter_sums give them."""
    found: dict[int, dict[int, Cell]] = {}
    required = {(row.directive, row.station): row.required for row in duties}
    for letter, place, due, aired, verified, seconds, newest in sums:
        asked = required.pop((letter, place), 0)
        found.setdefault(place, {})[letter] = Cell(asked, int(due), int(aired), int(verified), int(seconds),
                                                   str(newest or ""))
    for (letter, place), asked in required.items():
        found.setdefault(place, {})[letter] = Cell(asked, 0, 0, 0, 0, "")
    return found


def cell_sum(cells: Iterable[Cell]) -> Cell:
    found = list(cells)
    return Cell(sum(cell.required for cell in found), sum(cell.due for cell in found),
                sum(cell.aired for cell in found), sum(cell.verified for cell in found),
                sum(cell.seconds for cell in found), max((cell.last_day for cell in found), default=""))


def letter_line(row: Any, lines: Sequence[MatrixLine]) -> LetterLine:
    cells = [line.cells[row.ref] for line in lines if row.ref in line.cells]
    return LetterLine(
        row.ref, row.number, row.issuer, row.subject, row.issued_date, str(row.first or ""), str(row.last or ""),
        len(cells), sum(cell.required for cell in cells), sum(cell.due for cell in cells),
        sum(cell.aired for cell in cells), sum(cell.verified for cell in cells),
        sum(cell.required > 0 and cell.aired >= cell.required for cell in cells))


def matrix_order(query: OfficeQuery, by_station: Callable[[StationLine], Any]) -> Callable[[MatrixLine], Any]:
    if query.sort.startswith("letter:"):
        ref = int(query.sort[7:]) if query.sort[7:].isdecimal() else 0
        return lambda line: (_share(line.cells.get(ref)), sort_key(line.station.name), line.station.ref)
    of_cells: dict[str, Callable[[Cell], Any]] = {
        "share": _share, "planned": lambda cell: cell.required, "done": lambda cell: cell.aired,
        "missed": lambda cell: cell.open, "verified": lambda cell: cell.verified, "minutes": lambda cell: cell.seconds}
    if query.sort in of_cells:
        chosen = of_cells[query.sort]
        return lambda line: (chosen(line.total), sort_key(line.station.name), line.station.ref)
    return lambda line: by_station(line.station)


def _share(cell: Cell | None) -> float:
    """For sorting: not asked comes before nothing done."""
    if cell is None:
        return -2.0
    return -1.0 if cell.share is None else cell.share

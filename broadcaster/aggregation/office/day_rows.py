"""Days of many packages gathered, then written at once: airings, figures, reasons, letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select, update

from broadcaster.aggregation.office import letter_totals, store
from broadcaster.aggregation.office.bulk import add_lines, add_missing, add_rows, put_rows
from broadcaster.aggregation.office.model import DayStatement, Letter, Statement
from broadcaster.aggregation.office.rows import LetterKey
from broadcaster.db.office import make_partitions
from broadcaster.db.office_schema import (
    airing,
    day_figures,
    day_reasons,
    directive,
    directive_figures,
    duty,
    stale_month,
)

_DUTIES = select(duty.c.directive, duty.c.station, duty.c.package, duty.c.required,
                 store.day_text(duty.c.first_day), store.day_text(duty.c.last_day))


class DayRows:
    """What a batch states; of a day stated twice the later package's word holds."""

    def __init__(self, c: Connection) -> None:
        self._c = c
        self._late: dict[tuple[int, str], int] = {}
        """Days from the one after a day until it was first told."""
        self._days: dict[tuple[int, str], tuple[DayStatement, Statement, int]] = {}
        self._letters: dict[int, dict[LetterKey, tuple[Letter, int]]] = {}
        """Station -> letter -> as the newest package says it, and that package."""
        self._taken_out: set[int] = set()
        """Letters of days that were stated before."""

    def add(self, statement: Statement, station: int, package: int, received_at: str) -> None:
        received = date.fromisoformat(received_at[:10])
        for day in statement.days:
            self._days[station, day.day] = (day, statement, package)
            late = max(0, (received - date.fromisoformat(day.day)).days - 1)
            self._late[station, day.day] = min(late, self._late.get((station, day.day), late))
        known = self._letters.setdefault(station, {})
        known |= {key: (letter, package) for key, letter in statement.letters.items()}

    def write(self) -> None:
        if not self._days and not self._letters:
            return
        refs = self._letter_refs()
        late = self._forget_stated()
        rows: dict[Table, list[tuple[Any, ...]]] = {day_figures: [], day_reasons: [], directive_figures: []}
        lines: list[str] = []
        for place, (day, statement, package) in sorted(self._days.items(), key=_by_day):
            _append(rows, place[0], package, day, statement.letters, refs,
                    # What was told in time stays told in time, however often it is told again.
                    min(self._late[place], late.get(place, self._late[place])))
            lines += _lines(place[0], package, day, refs)
        make_partitions(self._c, {day[:7] for _, day in self._days})
        add_lines(self._c, airing, lines)
        add_rows(self._c, day_figures, rows[day_figures])
        add_rows(self._c, day_reasons, rows[day_reasons])
        # A letter's coming days stand there before anything was stated of them.
        put_rows(self._c, directive_figures, rows[directive_figures])
        changed = self._write_duties(refs)
        letters = {row[0] for row in rows[directive_figures]} | changed | self._taken_out
        letter_totals.make_totals(self._c, {ref for ref, _ in self._days} | self._letters.keys(), letters,
                                  taken_out=bool(self._taken_out))
        add_missing(self._c, stale_month, [
            {"station": station, "month": month} for station, month in {(ref, day[:7]) for ref, day in self._days}])

    def _forget_stated(self) -> dict[tuple[int, str], int]:
        """Take out the days that were stated before; gives how late each came at first."""
        if not self._days:
            return {}
        first, last = min(day for _, day in self._days), max(day for _, day in self._days)
        known: dict[tuple[int, str], int] = {}
        for part in store.pieces({ref for ref, _ in self._days}):
            found = self._c.execute(select(day_figures.c.station, day_figures.c.day, day_figures.c.late_days).where(
                store.among(self._c, day_figures.c.station, part), day_figures.c.day.between(first, last)))
            known |= {(row.station, row.day): row.late_days for row in found if (row.station, row.day) in self._days}
        if known:
            self._taken_out = letter_totals.letters_of_days(self._c, {ref for ref, _ in known}, first, last)
            places = [{"s": ref, "d": day} for ref, day in known]
            for table in (airing, day_figures, day_reasons, directive_figures):
                self._c.execute(delete(table).where(
                    table.c.station == bindparam("s"), table.c.day == bindparam("d")), places)
        return known

    def _letter_refs(self) -> dict[LetterKey, int]:
        """The office's number of each letter that is named; new ones get theirs."""
        wanted = {key: letter for known in self._letters.values() for key, (letter, _) in known.items()}
        found: dict[LetterKey, int] = {}
        bare: set[LetterKey] = set()
        for part in store.pieces({key[0] for key in wanted}):
            for row in self._c.execute(select(directive).where(store.among(self._c, directive.c.number_key, part))):
                key = (row.number_key, row.issuer_key)
                found[key] = row.ref
                if key in wanted and not row.issued_date and wanted[key].issued_date:
                    bare.add(key)
        for key in bare:  # an airing named it before the letter itself came
            letter = wanted[key]
            self._c.execute(update(directive).where(directive.c.ref == found[key]).values(
                subject=letter.subject, issuer=letter.issuer, number=letter.number, issued_date=letter.issued_date))
        new = [key for key in sorted(wanted) if key not in found]
        first = store.next_ref(self._c, directive)
        found |= {key: first + place for place, key in enumerate(new)}
        if new:
            self._c.execute(directive.insert(), [
                {"ref": found[key], "number_key": key[0], "issuer_key": key[1], "number": wanted[key].number,
                 "issuer": wanted[key].issuer, "subject": wanted[key].subject,
                 "issued_date": wanted[key].issued_date} for key in new])
        return found

    def _write_duties(self, refs: Mapping[LetterKey, int]) -> set[int]:
        """What a station took upon itself, where it changed; with the days asked for that no package states anew.

        Gives the letters of which anything changed.
        """
        said = {(refs[key], station): (letter, package) for station, known in self._letters.items()
                for key, (letter, package) in known.items() if letter.first_day}
        before: dict[tuple[int, int], list[Any] | None] = {}
        letters = {ref for ref, _ in said}
        for part in store.pieces({station for _, station in said}):
            before |= {(ref, station): told if package else None
                       for ref, station, package, *told in self._c.execute(_DUTIES.where(
                           store.among(self._c, duty.c.station, part),
                           store.among(self._c, duty.c.directive, letters)))}
        changed = {place: told for place, told in said.items()
                   if before.get(place) != [told[0].required, told[0].first_day, told[0].last_day]}
        if not changed:
            return set()
        gone = [{"di": ref, "st": station} for ref, station in changed if (ref, station) in before]
        if gone:
            self._c.execute(delete(duty).where(
                duty.c.directive == bindparam("di"), duty.c.station == bindparam("st")), gone)
        add_rows(self._c, duty, [
            (ref, station, letter.required, letter.first_day, letter.last_day, package, 0, 0, 0, 0, None, None)
            for (ref, station), (letter, package) in changed.items()])
        self._ask_anew({place: letter for place, (letter, _) in changed.items()})
        return {ref for ref, _ in changed}

    def _ask_anew(self, changed: Mapping[tuple[int, int], Letter]) -> None:
        """Days before this package's on which more or less is asked for now than was said then."""
        new: list[tuple[Any, ...]] = []
        differs: list[dict[str, Any]] = []
        for (ref, station), letter in changed.items():
            known = {row.day: row.required for row in self._c.execute(
                select(directive_figures.c.day, directive_figures.c.required).where(
                    directive_figures.c.directive == ref, directive_figures.c.station == station))}
            differs += [{"di": ref, "st": station, "da": day, "count": letter.asked.get(day, 0)}
                        for day, count in known.items() if count != letter.asked.get(day, 0)]
            new += [(ref, station, day, count, 0, 0, 0) for day, count in letter.asked.items()
                    if count and day not in known]
        if differs:
            table = directive_figures
            self._c.execute(update(table).where(
                table.c.directive == bindparam("di"), table.c.station == bindparam("st"),
                table.c.day == bindparam("da")).values(required=bindparam("count")), differs)
        add_rows(self._c, directive_figures, new)


def _by_day(item: tuple[tuple[int, str], Any]) -> tuple[str, int]:
    (station, day), _ = item
    return day, station


def _append(rows: dict[Table, list[tuple[Any, ...]]], station: int, package: int, day: DayStatement,
            letters: Mapping[LetterKey, Letter], refs: Mapping[LetterKey, int], late: int) -> None:
    rows[day_figures].append((station, day.day, *day.figures, late, package))
    rows[day_reasons] += [(station, day.day, reason, count) for reason, count in day.reasons.items()]
    for key in _named(day, letters):
        asked = letters[key].asked.get(day.day, 0)
        rows[directive_figures].append((refs[key], station, day.day, asked, *day.letters.get(key, (0, 0, 0))))


def _lines(station: int, package: int, day: DayStatement, refs: Mapping[LetterKey, int]) -> list[str]:
    """The day's rows of table airing."""
    head = f"{station}\t{day.day}\t"
    return [f"{head}{position}\t{package}\t{before}\t{refs[key] if key else 0}\t{after}"
            for position, (before, key, after) in enumerate(day.airings)]


def _named(day: DayStatement, letters: Mapping[LetterKey, Letter]) -> Iterable[LetterKey]:
    """Letters aired on a day, or asked for."""
    return sorted({*day.letters, *(key for key, letter in letters.items() if letter.asked.get(day.day))})

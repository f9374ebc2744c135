"""The running totals of a letter at a station are the sums of its days, whatever came and went, on both databases."""

from __future__ import annotations

import random
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from office_above import Office
from office_sender import Station
from sqlalchemy import delete, insert, select

from broadcaster.aggregation.office.day_rows import DayRows
from broadcaster.aggregation.office.figure_store import letter_cells
from broadcaster.aggregation.office.letter_totals import make_totals
from broadcaster.aggregation.office.model import DayStatement, Letter, Statement
from broadcaster.db import office_schema as tables

_DAYS = [f"2026-11-{day:02d}" for day in range(14, 24)]
_KEYS = [(f"{number}/SVH", "so") for number in (1, 2, 3)]
_FIGURES = (0,) * len(tables.FIGURES)


def _rows(office: Office, table: Any) -> list[Any]:
    with office.service.database.read() as c:
        return list(c.execute(select(table)))


def _by_hand(office: Office, last: str) -> dict[tuple[int, int], tuple[Any, ...]]:
    """What letter_cells must give: day by day."""
    found: dict[tuple[int, int], list[Any]] = {}
    for row in _rows(office, tables.duty):
        if row.package:
            found[row.directive, row.station] = [row.required, 0, 0, 0, 0, None]
    for row in sorted(_rows(office, tables.directive_figures), key=lambda each: each.day):
        if row.day > last:
            continue
        cell = found.setdefault((row.directive, row.station), [0, 0, 0, 0, 0, None])
        for place, name in enumerate(("required", "aired", "verified", "seconds"), 1):
            cell[place] += getattr(row, name)
        cell[5] = row.day if row.aired else cell[5]
    return {place: tuple(cell) for place, cell in found.items()}


def _hold(office: Office, days: Collection[str] = _DAYS) -> None:
    refs = [row.ref for row in _rows(office, tables.directive)]
    for day in days:
        with office.service.database.read() as c:
            cells = [tuple(row) for row in letter_cells(c, refs, date.fromisoformat(day))]
        assert len({cell[:2] for cell in cells}) == len(cells)
        assert {cell[:2]: cell[2:] for cell in cells} == _by_hand(office, day)


def _statement(chance: random.Random) -> Statement:
    """Some days, some letters: taken on or only named, asked for on days that are not told; airings of some."""
    days = chance.sample(_DAYS, chance.randint(1, 3))
    letters = {}
    for key in chance.sample(_KEYS, chance.randint(0, 3)):
        asked = {day: chance.randint(0, 3) for day in chance.sample(_DAYS, 5)} if chance.random() < 0.5 else {}
        letters[key] = Letter(*key, key[0], "Sở", "", "", sum(asked.values()), min(asked, default=""),
                              max(asked, default=""), asked)
    told = tuple(DayStatement(day, [], _FIGURES, {}, {
        key: (chance.randint(0, 4), chance.randint(0, 2), chance.randint(0, 90)) for key in letters
        if chance.random() < 0.6}) for day in sorted(days))
    return Statement(None, "", 0, told, letters, (), (), ())  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(4))
def test_totals_are_the_days_whatever_is_stated_again(office: Office, seed: int) -> None:
    chance, named = random.Random(seed), 0
    for package in range(1, 13):
        with office.service.database.write() as c:
            rows = DayRows(c)
            for station in chance.sample(range(1, 5), chance.randint(1, 3)):
                rows.add(_statement(chance), station, package, "2026-11-30T01:00:00+07:00")
            rows.write()
        _hold(office, chance.sample(_DAYS, 3) + _DAYS[-1:])
        named += sum(bool(row.known_to and not row.package) for row in _rows(office, tables.duty))
    assert named, "some letters were never taken on"
    assert any(row.aired for row in _rows(office, tables.duty))


def test_real_packages_with_days_told_again_and_a_log_that_forked(office: Office, tmp_path: Path) -> None:
    station = Station(tmp_path / "đài")
    office.take(station.package("2026-11-16", "2026-11-17", airings=5))
    office.trust("xa-mau")
    backup = station.backup()
    office.take(station.package("2026-11-18", airings=4))
    _hold(office)
    before = _rows(office, tables.duty)
    station.restore(*backup)
    assert office.take(station.package("2026-11-18", airings=2, title="Khác", note="khác"))[0].startswith("fork")
    assert _rows(office, tables.duty) == before, "a fork waits for a person and changes no total"
    office.service.take_theirs("xa-mau", "Cán bộ Sở")
    _hold(office)
    assert _rows(office, tables.duty) != before


def test_a_pair_of_which_nothing_is_left_is_nothing(office: Office) -> None:
    row = {"directive": 1, "station": 1, "day": "2026-11-16", "required": 2, "aired": 1, "verified": 1, "seconds": 9}
    with office.service.database.write() as c:
        c.execute(insert(tables.directive_figures), [row])
        make_totals(c, [1], [1], taken_out=False)
        assert list(letter_cells(c, [1], date(2026, 11, 16))) == [(1, 1, 0, 2, 1, 1, 9, "2026-11-16")]
        assert list(letter_cells(c, [1], date(2026, 11, 15))) == []
        c.execute(delete(tables.directive_figures))
        make_totals(c, [1], [1], taken_out=True)
        assert list(letter_cells(c, [1], date(2026, 11, 16))) == []

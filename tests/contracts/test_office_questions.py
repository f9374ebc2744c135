"""What the office asks of its figures, on SQLite and PostgreSQL alike, held against sums made by hand."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from pypdfium2 import PdfDocument
from sqlalchemy import insert

from broadcaster.aggregation.office.bulk import add_lines, put_rows
from broadcaster.aggregation.office.consolidated import FORMATS, file_bytes, words
from broadcaster.aggregation.office.figure_store import cut
from broadcaster.aggregation.office.figures import FIGURE_NAMES, Figures, OfficeQuery, Reporting, add_up
from broadcaster.aggregation.office.letter_totals import make_totals
from broadcaster.aggregation.office.month_sums import refresh_months
from broadcaster.base.errors import Refused
from broadcaster.cli.main import main
from broadcaster.db import office_schema as tables
from broadcaster.db.office import make_partitions
from broadcaster.reports import periods

FIRST, LAST = date(2026, 8, 20), date(2026, 11, 20)
_STATIONS = (  # name, unit, state, last day, last package
    ("Xã Mẫu 2", 2, "active", "2026-11-20", "2026-11-21T01:00:00+07:00"),
    ("Xã Mẫu 10", 2, "active", "2026-11-18", "2026-11-19T01:00:00+07:00"),
    ("Xã Đông", 3, "active", "2026-11-01", "2026-11-02T01:00:00+07:00"),
    ("Xã Ấp", 3, "fork", "2026-11-20", "2026-11-21T01:00:00+07:00"),
    ("Xã Chưa", 3, "active", None, ""))


class World:
    """Figures of some stations, in the database and by hand."""

    def __init__(self, database: Any, seed: int = 7) -> None:
        self.rows: list[dict[str, Any]] = []
        self.letters: list[dict[str, Any]] = []
        chance = random.Random(seed)
        for ref in (1, 2, 3, 4):
            for offset in range((LAST - FIRST).days + 1):
                if chance.random() < 0.8:
                    self.rows.append(_day(ref, (FIRST + timedelta(days=offset)).isoformat(), chance))
        for ref in (1, 2, 3):
            for day in range(1, 8):
                self.letters.append({"directive": 1, "station": ref, "day": f"2026-11-{day:02d}", "required": 2,
                                     "aired": min(ref, 2) * (day < 6), "verified": day % 2, "seconds": 30})
        with database.write() as c:
            c.execute(insert(tables.unit), [
                {"ref": 1, "parent": 0, "name": "Tỉnh Mẫu", "depth": 0, "path": "/1/"},
                {"ref": 2, "parent": 1, "name": "Khu vực Bắc", "depth": 1, "path": "/1/2/"},
                {"ref": 3, "parent": 1, "name": "Khu vực Đông", "depth": 1, "path": "/1/3/"}])
            c.execute(insert(tables.station), [
                {"ref": ref, "id": f"dai-{ref}", "name": name, "commune": name, "unit": unit, "state": state,
                 "last_day": last, "last_received_at": came, "trusted_at": "2026-08-01T08:00:00+07:00"}
                for ref, (name, unit, state, last, came) in enumerate(_STATIONS, 1)])
            c.execute(insert(tables.day_figures), self.rows)
            c.execute(insert(tables.day_reasons), [
                {"station": row["station"], "day": row["day"], "reason": "power", "count": row["missed"]}
                for row in self.rows if row["missed"]])
            c.execute(insert(tables.directive), [
                {"ref": 1, "number_key": "1/SVH", "issuer_key": "so", "number": "1/SVH", "issuer": "Sở Mẫu",
                 "subject": "phòng, chống bão", "issued_date": "2026-10-30"},
                {"ref": 2, "number_key": "2/UBND", "issuer_key": "xa", "number": "2/UBND", "issuer": "UBND xã",
                 "subject": "=1+1", "issued_date": "2026-11-01"}])
            c.execute(insert(tables.duty), [
                {"directive": 1, "station": ref, "required": 14, "first_day": "2026-11-01", "last_day": "2026-11-07",
                 "package": 1} for ref in (1, 2, 3, 5)] + [
                {"directive": 2, "station": 1, "required": 0, "first_day": "2026-11-02", "last_day": "2026-11-02",
                 "package": 1}])
            c.execute(insert(tables.directive_figures), self.letters)
            make_totals(c, range(1, 6), (1, 2), taken_out=False)
            c.execute(insert(tables.stale_month), [dict(pair) for pair in {
                (("station", row["station"]), ("month", row["day"][:7])) for row in self.rows}])

    def sums(self, first: date, last: date, stations: Iterable[int] = (1, 2, 3, 4)) -> Figures:
        return add_up(Figures(*(row[name] for name in FIGURE_NAMES)) for row in self.rows
                      if row["station"] in set(stations) and first.isoformat() <= row["day"] <= last.isoformat())


def _day(ref: int, day: str, chance: random.Random) -> dict[str, Any]:
    row = {name: chance.randrange(4) for name in FIGURE_NAMES}
    row |= {"planned": 30, "aired": 20 + row["aired"], "seconds": 5000 + ref, "relay_seconds": 2000}
    return row | {"station": ref, "day": day, "late_days": chance.randrange(5), "package": 1}


@pytest.fixture
def world(office: Any) -> World:
    return World(office.service.database)


def _spans() -> list[tuple[date, date]]:
    chance = random.Random(3)
    days = [sorted(FIRST + timedelta(days=chance.randrange(92)) for _ in range(2)) for _ in range(12)]
    return [(first, last) for first, last in days] + [(date(2026, 9, 1), date(2026, 10, 31)), (FIRST, LAST)]


def test_a_period_is_cut_into_months_and_days_without_a_day_twice() -> None:
    for first, last in _spans():
        months, edges = cut(first, last)
        days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
        found = [day for day in days if day.isoformat()[:7] in months or any(a <= day <= b for a, b in edges)]
        assert found == days
        assert not any(a.isoformat()[:7] in months for a, _ in edges)


@pytest.mark.parametrize("refreshed", [False, True])
def test_sums_are_those_of_the_days_whether_months_are_made_or_stale(office: Any, world: World,
                                                                     refreshed: bool) -> None:
    if refreshed:
        refresh_months(office.service.database)
    for first, last in _spans():
        found = office.service.overview.overview(OfficeQuery(first, last))
        assert found.total.figures == world.sums(first, last)
        assert {unit.name: unit.figures for unit in found.units} == {
            "Tỉnh Mẫu": world.sums(first, last), "Khu vực Bắc": world.sums(first, last, (1, 2)),
            "Khu vực Đông": world.sums(first, last, (3, 4))}
        weeks = office.service.overview.trend(OfficeQuery(first, last, unit=3))
        assert add_up(week.figures for week in weeks) == world.sums(first, last, (3, 4))
        assert sum(week.days for week in weeks) == (last - first).days + 1
        assert all(week.monday.weekday() == 0 for week in weeks)


def test_a_month_that_is_stale_again_is_read_from_its_days(office: Any, world: World) -> None:
    refresh_months(office.service.database)
    with office.service.database.write() as c:
        c.execute(tables.month_figures.update().values(planned=999_999))
        c.execute(insert(tables.stale_month), [{"station": ref, "month": month} for ref in (1, 2, 3, 4)
                                               for month in ("2026-09", "2026-10")])
    found = office.service.overview.overview(OfficeQuery(date(2026, 9, 1), date(2026, 10, 31)))
    assert found.total.figures == world.sums(date(2026, 9, 1), date(2026, 10, 31))


def test_who_reports_who_is_late_who_fell_silent(office: Any, world: World) -> None:
    service = office.service.overview
    lines = {line.name: line for line in service.overview(OfficeQuery(FIRST, LAST)).stations}
    assert {name: line.reporting for name, line in lines.items()} == {
        "Xã Mẫu 2": Reporting.CURRENT, "Xã Mẫu 10": Reporting.LATE, "Xã Đông": Reporting.SILENT,
        "Xã Ấp": Reporting.FORK, "Xã Chưa": Reporting.NEVER}
    assert lines["Xã Đông"].quiet_days == 19
    assert [line.name for line in service.stopped(OfficeQuery(FIRST, LAST))] == ["Xã Chưa", "Xã Đông", "Xã Ấp"]
    only = service.overview(OfficeQuery(FIRST, LAST, unit=3, reporting=(Reporting.SILENT,)))
    assert ([line.name for line in only.stations], only.total.stations) == (["Xã Đông"], 3)


def test_stations_are_sorted_found_and_paged(office: Any, world: World) -> None:
    service = office.service.overview

    def names(**asked: Any) -> list[str]:
        return [line.name for line in service.overview(OfficeQuery(FIRST, LAST, **asked)).stations]

    assert names() == ["Xã Ấp", "Xã Chưa", "Xã Đông", "Xã Mẫu 2", "Xã Mẫu 10"]
    assert names(words="mau") == ["Xã Mẫu 2", "Xã Mẫu 10"]
    assert names(words="dong dai-3") == ["Xã Đông"]
    assert names(offset=1, limit=2) == ["Xã Chưa", "Xã Đông"]
    assert service.overview(OfficeQuery(FIRST, LAST, limit=2)).count == 5
    by_time = [line.figures.seconds for line in service.overview(OfficeQuery(
        FIRST, LAST, sort="minutes", descending=True)).stations]
    assert by_time == sorted(by_time, reverse=True)


def test_the_matrix_tells_what_was_asked_due_aired_and_heard(office: Any, world: World) -> None:
    found = office.service.overview.matrix(OfficeQuery(date(2026, 11, 1), date(2026, 11, 4)))
    assert [letter.number for letter in found.letters] == ["2/UBND", "1/SVH"]
    cells = {line.station.name: line.cells.get(1) for line in found.lines}
    first, second, nothing = cells["Xã Mẫu 2"], cells["Xã Mẫu 10"], cells["Xã Chưa"]
    assert first is not None
    assert second is not None
    assert nothing is not None
    assert (first.required, first.due, first.aired, first.open, first.verified) == (14, 8, 4, 4, 2)
    assert (second.due, second.aired, second.share, second.last_day) == (8, 8, 1.0, "2026-11-04")
    assert (nothing.required, nothing.due, nothing.share, nothing.last_day) == (14, 0, None, "")
    late = office.service.overview.matrix(OfficeQuery(date(2026, 11, 1), LAST, letters=(1,)))
    letter = late.letters[0]
    assert (letter.stations, letter.required, letter.due, letter.aired, letter.fulfilled) == (4, 56, 42, 25, 0)
    shared = office.service.overview.matrix(OfficeQuery(FIRST, LAST, least_stations=2, letter_words="bao"))
    assert [each.ref for each in shared.letters] == [1]
    order = office.service.overview.matrix(OfficeQuery(FIRST, LAST, sort="letter:1", descending=True)).lines
    assert [line.station.name for line in order] == ["Xã Mẫu 10", "Xã Đông", "Xã Mẫu 2", "Xã Chưa"]
    assert office.service.overview.matrix(OfficeQuery(date(2026, 9, 1), date(2026, 9, 2))).letters == ()


def test_one_station_day_by_day_down_to_its_log(office: Any, world: World) -> None:
    lines = office.service.overview.days(3, FIRST, LAST)
    assert [line.day for line in lines] == [FIRST + timedelta(days=offset) for offset in range(len(lines))]
    assert add_up(line.figures for line in lines) == world.sums(FIRST, LAST, (3,))
    assert {line.day.isoformat() for line in lines if line.is_stated} == {
        row["day"] for row in world.rows if row["station"] == 3}
    assert office.service.overview.station(3, OfficeQuery(FIRST, LAST)).name == "Xã Đông"
    with office.service.database.write() as c:
        make_partitions(c, {"2026-11"})
        add_lines(c, tables.airing, [
            f"3\t2026-11-0{day}\t{place}\t1\te{place}\tsang\ttên \\ {place}\ttin\tthuong\town\tvi\t\t{place}\t17\t"
            f"18000\t60000\t18000\t60000\taired\t\theard\t0\t1\t0" for day in (1, 2) for place in (0, 1)])
    found = office.service.overview.airings(3, date(2026, 11, 2))
    assert [(line.day, line.position, line.title, line.is_relay, line.is_repeat) for line in found] == [
        ("2026-11-02", 0, "tên \\ 0", True, False), ("2026-11-02", 1, "tên \\ 1", True, False)]
    assert [line.id for line in office.service.overview.airings(3, date(2026, 11, 2), letter=1)] == ["e1"]


@pytest.mark.parametrize("refreshed", [False, True])
def test_reasons_of_any_span(office: Any, world: World, refreshed: bool) -> None:
    if refreshed:
        refresh_months(office.service.database)
    for first, last in _spans():
        asked = OfficeQuery(first, last)
        assert sum(office.service.overview.reasons(asked).values()) == world.sums(first, last).missed


def test_what_is_put_anew_gives_way(office: Any) -> None:
    rows = [(1, ref, "2026-11-01", 2, 0, 0, 0) for ref in range(40)]
    with office.service.database.write() as c:
        put_rows(c, tables.directive_figures, rows)
        put_rows(c, tables.directive_figures, [(1, 5, "2026-11-01", 2, 2, 1, 60), (1, 99, "2026-11-01", 1, 1, 1, 9)])
    with office.service.database.read() as c:
        found = {row.station: row.aired for row in c.execute(tables.directive_figures.select())}
    assert (len(found), found[5], found[99], found[6]) == (41, 2, 1, 0)


def test_questions_that_make_no_sense_are_refused(office: Any, world: World) -> None:
    service = office.service.overview
    for code, ask in (
            ("office.period", lambda: service.overview(OfficeQuery(LAST, FIRST))),
            ("office.unit_unknown", lambda: service.overview(OfficeQuery(FIRST, LAST, unit=77))),
            ("office.sort", lambda: service.overview(OfficeQuery(FIRST, LAST, sort="; drop"))),
            ("office.station_unknown", lambda: service.station(77, OfficeQuery(FIRST, LAST)))):
        with pytest.raises(Refused) as refused:
            ask()
        assert refused.value.code == code


def test_the_consolidated_report_in_every_format(office: Any, world: World, tmp_path: Path) -> None:
    refresh_months(office.service.database)
    reports = office.service.consolidated
    made = reports.compile(periods.month("2026-11"), OfficeQuery(FIRST, LAST))
    total = world.sums(date(2026, 11, 1), LAST)
    assert made.overview.total.figures == total
    assert made.is_unfinished
    files = {fmt: reports.write(made, fmt, tmp_path / f"báo cáo.{fmt}").read_bytes() for fmt in FORMATS}
    text = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(files["docx"])).paragraphs)
    assert f"Lượt phát theo lịch: {total.planned:,}".replace(",", ".") in text
    assert "tháng 11 năm 2026" in text
    assert "mất điện" in text
    with PdfDocument(files["pdf"]) as pdf:
        page = pdf[0].get_textpage()
        assert "BÁO CÁO" in page.get_text_range()
        page.close()
    book = openpyxl.load_workbook(io.BytesIO(files["xlsx"]), data_only=True)
    rows = list(book["Từng đài"].values)
    done = next(place for place, head in enumerate(rows[2]) if head == words()["columns"]["done"])
    assert sum(row[done] for row in rows[3:]) == total.done
    assert next(row[2] for row in book["Theo văn bản"].values if row[1] == "2/UBND") == "=1+1"
    assert ",=1+1" not in files["csv"].decode("utf-8-sig")
    assert files["csv"].startswith(b"\xef\xbb\xbf")
    with pytest.raises(Refused, match="no such report format"):
        reports.write(made, "odt", tmp_path / "x.odt")


def test_a_report_on_an_office_without_anything(office: Any) -> None:
    made = office.service.consolidated.compile(periods.month("2026-10"), OfficeQuery(FIRST, LAST))
    for fmt in FORMATS:
        assert len(file_bytes(made, fmt)) > 50
    assert "chưa có đài nào" in "\n".join(
        paragraph.text for paragraph in Document(io.BytesIO(file_bytes(made, "docx"))).paragraphs)


def test_the_commands_say_the_same(office: Any, world: World, tmp_path: Path,
                                   capsys: pytest.CaptureFixture[str]) -> None:
    def said(*words: str) -> tuple[int, str]:
        code = main(["--home", str(office.home.root), "aggregate", *words])
        out, err = capsys.readouterr()
        return code, out + err

    code, text = said("overview", "--period", "2026-10", "--unit", "khu vuc dong", "--json")
    found = json.loads(text)
    expected = world.sums(date(2026, 10, 1), date(2026, 10, 31), (3, 4))
    assert (code, found["total"]["figures"]["planned"], found["count"]) == (0, expected.planned, 3)
    code, text = said("matrix", "--from", "2026-11-01", "--to", "2026-11-04", "--json")
    cells = {line["name"]: line["cells"] for line in json.loads(text)["stations"]}
    assert (code, cells["Xã Mẫu 10"]["1"]["aired"]) == (0, 8)
    assert said("overview", "--limit", "2")[1].count("\n") == 6
    assert "[1] 1/SVH" in said("matrix", "--period", "2026-11")[1]
    assert "Xã Chưa (dai-5)" in said("silent")[1]
    assert said("report", "--period", "2026-11", "--format", "csv", "--out", str(tmp_path / "x.csv"))[0] == 0
    assert (tmp_path / "x.csv").stat().st_size > 200
    for asked in (("overview", "--period", "2026-13"), ("overview", "--unit", "Không có"),
                  ("overview", "--sort", "x"), ("overview", "--from", "2026-11-09", "--to", "2026-11-01")):
        code, text = said(*asked)
        assert (code, text.count("\n")) == (1, 1), text
    assert said("overview", "--limit", "-1")[0] == 2

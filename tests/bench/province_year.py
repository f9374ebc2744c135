"""A province-year at the office above: packages verified, nights merged beside bare COPY, questions asked, a plot.

Run by hand: .venv/bin/python tests/bench/province_year.py [--nights 37] [--stations 3321] [--svg FILE] [--json FILE]
Starts a PostgreSQL server of its own and ends it again (Debian: apt-get install postgresql). 37 nights are a tenth of a
year: 5 million log rows. Needs 6 GB of disk in --folder; takes about 20 minutes on two cores. `--nights 365` is all of
it: 50 million rows, 25 GB, 3 hours.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from province_fill import analyse, fill
from province_ingest import Spent, ingest, now_after, trust_all
from province_packages import send
from province_plot import draw
from province_server import SETTINGS, server, size_of
from province_world import World, make_world

from broadcaster.aggregation.office.figures import OfficeQuery
from broadcaster.aggregation.office.month_sums import refresh_months
from broadcaster.aggregation.office.overview import OverviewService
from broadcaster.aggregation.office.statements import read_statement
from broadcaster.base.clock import VirtualClock
from broadcaster.db.office import OfficeDatabase, open_office

KINDS = ("sqlite", "postgresql")
GROWTH = (10, 100, 1000, 3321)
_TRIES = 5


def main() -> None:
    args = _arguments()
    found: dict[str, Any] = {"stations": args.stations, "nights": args.nights, "server": SETTINGS}
    with tempfile.TemporaryDirectory(dir=args.folder) as name:
        folder = Path(name)
        steps: list[tuple[str, Callable[[], Any]]] = [
            ("verify", lambda: verify(folder, args.packages)),
            ("merge", lambda: {f"{kind}, packages of {each} days": nights(folder, kind, args.stations, count, each)
                               for kind, each, count in (("postgresql", 1, args.nights),
                                                         ("postgresql", 7, max(args.nights // 2, 7)),
                                                         ("sqlite", 1, min(args.nights, 10)))}),
            ("growth", lambda: {kind: [growth(folder, kind, count) for count in GROWTH if count <= args.stations]
                                for kind in KINDS})]
        for step, perform in steps:
            if step not in args.skip:
                found[step] = perform()
                print(json.dumps({step: found[step]}, indent=1))
    found["load"] = round(os.getloadavg()[0], 1)
    if args.json:
        args.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    if args.svg and "growth" in found:
        args.svg.write_text(draw(found["growth"]), encoding="utf-8")


def verify(folder: Path, count: int) -> dict[str, float]:
    """Real packages of three nights opened, checked to the last line and made ready to merge; on one core."""
    world = make_world(max(count // 3, 1), 30)
    made = send(folder, world, len(world.stations), 3)
    now, begun, wall = now_after(world), process_time(), perf_counter()
    statements = [read_statement(path, now) for path, _ in made]
    spent, wall = process_time() - begun, perf_counter() - wall
    size = sum(path.stat().st_size for path, _ in made)
    return {"packages": len(made), "kB each": round(size / len(made) / 1e3),
            "journal lines each": round(sum(each.manifest.last_seq - each.manifest.first_seq + 1
                                            for each in statements) / len(made)),
            "ms of a core each": round(1000 * spent / len(made), 1), "packages/s": round(len(made) / wall, 1),
            "packages/s of a core": round(len(made) / spent, 1)}


def nights(folder: Path, kind: str, stations: int, count: int, each: int) -> dict[str, float]:
    """One package a station and `each` days; on the server beside COPY of the same rows in the same run."""
    world = make_world(stations)
    with office(folder, kind) as (database, place):
        trust_all(database, world)
        spent = ingest(database, world, range(count), beside=kind == "postgresql", each=each)
        begun = perf_counter()
        months = refresh_months(database)
        refresh = perf_counter() - begun
        return _spent(spent) | {"station-months summed": months, "s for the sums": round(refresh, 1),
                                "MB": round(size_of(place) / 1e6)}


def _spent(spent: Spent) -> dict[str, float]:
    found = {"rows": spent.rows, "packages": spent.packages, "rows/s": round(spent.rows / spent.merge),
             "packages/s": round(spent.packages / spent.merge), "s a night": round(median(spent.nights), 2)}
    if spent.bare:
        found |= {"bare COPY rows/s": round(spent.rows / spent.bare), "of bare COPY": _part(spent.bare, spent.merge),
                  "COPY into the same keys rows/s": round(spent.rows / spent.keyed),
                  "of COPY into the same keys": _part(spent.keyed, spent.merge),
                  "of bare COPY, processor time": _part(spent.processor["bare"], spent.processor["merge"]),
                  "of COPY into the same keys, processor time": _part(spent.processor["keyed"],
                                                                      spent.processor["merge"])}
    return found


def growth(folder: Path, kind: str, stations: int) -> dict[str, Any]:
    """A year of figures, a tenth of the log: seconds a night, milliseconds a question, MB of the year."""
    world = make_world(stations)
    with office(folder, kind) as (database, _):
        trust_all(database, world)
        night = median(ingest(database, world, range(3), beside=False).nights)
    with office(folder, kind) as (database, place):
        rows = fill(database, world, lambda index: index % 10 == 0)
        analyse(database)
        asked = questions(database, world)
        size = size_of(place) / 1e6
    return {"stations": stations, "log rows": rows, "s a night": round(night, 2), "ms": asked,
            "MB with a tenth of the log": round(size)}


def questions(database: OfficeDatabase, world: World) -> dict[str, int]:
    """Milliseconds of each question of the pages, the median of some tries."""
    service = OverviewService(database, VirtualClock(now_after(world)), 3)
    year = OfficeQuery(world.day(0), world.day(world.days - 1))
    quarter = replace(year, first=year.last - timedelta(days=100), last=year.last - timedelta(days=9))
    page = {"letter_limit": 20, "limit": 50, "sort": "share"}
    asked: dict[str, Callable[[], Any]] = {
        "overview, year": lambda: service.overview(year),
        "overview, 92 days": lambda: service.overview(quarter),
        "matrix, 20 letters, year": lambda: service.matrix(replace(year, **page)),  # type: ignore[arg-type]
        "matrix, all letters, 92 days": lambda: service.matrix(quarter),
        "weeks, year": lambda: service.trend(year),
        "weeks of one unit, year": lambda: service.trend(replace(year, unit=5)),
        "reasons, 92 days": lambda: service.reasons(quarter),
        "one station, every day of the year": lambda: service.days(1, year.first, year.last),
        "one day of one station, its log": lambda: service.airings(1, world.day(10)),
    }
    return {name: round(1000 * median(_time(ask) for _ in range(_TRIES))) for name, ask in asked.items()}


@contextmanager
def office(folder: Path, kind: str) -> Iterator[tuple[OfficeDatabase, Path]]:
    """An empty office on one kind of database, and the folder its bytes lie in."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        place = Path(name)
        if kind == "sqlite":
            database = open_office(place / "office.db")
            try:
                yield database, place
            finally:
                database.close()
            return
        with server(place) as address:
            database = open_office(place, address)
            try:
                yield database, next(place.glob("pg-*/data/base"))
            finally:
                database.close()


def _time(ask: Callable[[], Any]) -> float:
    begun = perf_counter()
    ask()
    return perf_counter() - begun


def _part(bare: float, merge: float) -> float:
    return round(bare / merge, 2)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nights", type=int, default=37)
    parser.add_argument("--stations", type=int, default=3321)
    parser.add_argument("--packages", type=int, default=120, help="real packages to verify")
    parser.add_argument("--skip", action="append", default=[], choices=["verify", "merge", "growth"])
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--json", type=Path)
    parser.add_argument("--svg", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()

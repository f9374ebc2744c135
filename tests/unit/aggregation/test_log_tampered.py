"""Whoever has the key, the files and the database can write the log anew, but not what was sent already."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

import pytest
from package_station import DAY, PackageStation

from broadcaster.aggregation.sent_check import sent_faults
from broadcaster.protocol import verifier
from broadcaster.protocol.verifier import canonical, link

LAST = DAY + timedelta(days=1)


def in_database(station: PackageStation, *statements: str) -> None:
    with closing(sqlite3.connect(station.home.database)) as database, database:
        for statement in statements:
            database.execute(statement)


def shown(station: PackageStation) -> set[str]:
    sources = [verifier.check(each) for each in verifier.gather([station.home.root], verifier.signature_holds)]
    verifier.hold_together(sources)
    return {fault.problem for each in sources for fault in each.faults}


def told(station: PackageStation) -> set[str]:
    faults = [*station.app.seals.verify(), *sent_faults(station.app.database, station.home.outbox)]
    return {fault.problem for fault in faults} - verifier.NOTES


def cut_off(station: PackageStation) -> None:
    """The last day never was, neither in files nor in tables."""
    (station.home.asrun / f"{LAST}.jsonl").unlink()
    (station.home.seals / f"{LAST}.json").unlink()
    in_database(station, f"delete from journal_line where file = '{LAST}.jsonl'",
                f"delete from seal where day = '{LAST}'")


def written_anew(station: PackageStation) -> None:
    """What was missed aired instead, chained and sealed again with the station's own key."""
    path = station.home.asrun / f"{LAST}.jsonl"
    made, prev = [], ""
    for raw in path.read_bytes().splitlines():
        line = json.loads(raw)
        del line["hash"]
        if line["kind"] == "MISSED":
            line["data"]["reason"] = "power"
        made.append(link(line, prev or line.pop("prev")))
        prev = made[-1]["hash"]
    cut_off(station)
    path.write_bytes(b"".join(canonical(line) + b"\n" for line in made))
    station.app.asrun.file()
    station.app.seals.make()


@pytest.mark.parametrize(("attack", "problem"), [(cut_off, "sent_missing"), (written_anew, "fork")])
def test_what_was_sent_contradicts(aired: PackageStation, attack: Callable[[PackageStation], None],
                                   problem: str) -> None:
    aired.app.seals.make()
    aired.app.packages.make()
    assert (told(aired), shown(aired) - verifier.NOTES) == (set(), set())
    aired.pen.close()
    attack(aired)
    assert told(aired) == {problem}
    assert shown(aired) - verifier.NOTES == {problem}


@pytest.mark.parametrize("statement", [
    "update journal_line set data = replace(data, 'file_missing', 'power') where kind = 'MISSED'",
    "update journal_line set kind = 'OPERATOR' where kind = 'MISSED'",
    "update journal_line set data = '{' where kind = 'MISSED'",
    "delete from journal_line where kind = 'MISSED'",
])
def test_the_filed_copy_says_what_the_file_says(aired: PackageStation, statement: str) -> None:
    in_database(aired, statement)
    assert told(aired) == {"filed_altered"}
    aired.app.asrun.refile()
    assert told(aired) == set()


@pytest.mark.parametrize("statement", [
    "update airing set outcome = 'aired', reason = '', aired_frames = 480000 where outcome = 'missed'",
    "update airing set aired_frames = aired_frames * 2 where outcome = 'aired'",
    "delete from airing where outcome = 'missed'",
    "update airing set verification = 'heard' where outcome = 'aired'",
])
def test_rows_are_those_that_plan_and_journal_give(aired: PackageStation, statement: str) -> None:
    assert list(aired.app.asrun.altered()) == []
    in_database(aired, statement)
    assert [(fault.file, fault.problem) for fault in aired.app.asrun.altered()] == [
        (str(DAY), "airing_altered"), (str(LAST), "airing_altered")]
    aired.app.asrun.reconcile(DAY)
    assert [fault.file for fault in aired.app.asrun.altered()] == [str(LAST)]

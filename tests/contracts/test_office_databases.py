"""The office on SQLite and on a real PostgreSQL: the same packages give the same answers."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from office_above import Office
from office_sender import Station
from sqlalchemy import inspect, text

from broadcaster.aggregation.office.moving import move
from broadcaster.aggregation.office.rows import _FIGURES
from broadcaster.base.errors import NewerFormat, Refused
from broadcaster.db import office as office_db
from broadcaster.db.office import HEAD, current_revision, is_partition, open_office, upgrade
from broadcaster.db.office_schema import AIRING_INDEX, FIGURES, metadata

D1, D2, D3, D4 = "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19"
WAITS, EARLY = "waiting merge.key_waiting", "early merge.missing"


@pytest.fixture
def station(tmp_path: Path) -> Station:
    return Station(tmp_path / "đài")


def test_the_migrations_make_exactly_the_models(office: Office) -> None:
    with office.service.database.read() as c:
        context = MigrationContext.configure(c, opts={
            "include_object": lambda _object, name, kind, *_: name != AIRING_INDEX and not (
                kind == "table" and is_partition(str(name)))})
        assert compare_metadata(context, metadata) == []
    versions = Path(office_db.__file__).parent / "office_migrations" / "versions"
    assert max(path.name[:4] for path in versions.glob("[0-9]*.py")) == HEAD
    assert _FIGURES == FIGURES


def test_up_down_and_up_again(office: Office) -> None:
    database = office.service.database
    upgrade(database, "base")
    assert current_revision(database) == ""
    with database.engine.connect() as c:
        assert set(inspect(c).get_table_names()) <= {"alembic_version"}
    upgrade(database, HEAD)
    assert current_revision(database) == HEAD


def test_a_newer_database_is_refused_untouched(office: Office) -> None:
    with office.service.database.write() as c:
        c.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    office.again()
    with pytest.raises(NewerFormat):
        office.service.stations()


def test_a_key_is_trusted_once_its_fingerprint_was_compared(office: Office, station: Station) -> None:
    first, second = station.package(D1), station.package(D2)
    assert office.take(second, first) == [WAITS, WAITS]
    assert office.content()["airing"] == []
    (key,) = office.service.waiting()
    assert (key.fingerprint, key.packages) == (station.identity.fingerprint, 2)
    with pytest.raises(Refused) as refusal:
        office.service.trust("xa-mau", "0000 0000 0000 0000 0000", "Cán bộ")
    assert refusal.value.code == "office.fingerprint_differs"
    assert office.trust("xa-mau") == ["received", "received"]
    (known,) = office.service.stations()
    assert (known.id, known.number, known.first_day, known.last_day) == ("xa-mau", 2, D1, D2)
    assert (known.head, known.last_seq) == (station.stand.head, station.stand.seq)
    assert office.service.waiting() == []
    assert [each["act"] for each in office.service.decisions()] == ["trust"]
    with office.trail.read() as c:
        assert c.execute(text("SELECT person, action, subject FROM audit")).all() == [
            ("Cán bộ Sở", "station.trust", "station:xa-mau")]


def test_the_figures_of_a_day(office: Office, station: Station) -> None:
    office.take(station.package(D3, airings=4, corrected=True))
    office.trust("xa-mau")
    content = office.content()
    names = ("planned", "aired", "partial", "missed", "made_up", "unscheduled", "verified", "not_heard", "repeats",
             "corrected", "seconds", "relay_seconds", "faults")
    assert dict(zip(names, content["day_figures"][0][2:], strict=False)) == {
        "planned": 4, "aired": 4, "partial": 0, "missed": 0, "made_up": 0, "unscheduled": 0, "verified": 1,
        "not_heard": 0, "repeats": 3, "corrected": 1, "seconds": 240, "relay_seconds": 0, "faults": 0}
    assert content["day_figures"][0][-1] == 2, "a package of the 18th that comes on the 21st is two days late"
    assert content["directive_figures"] == [("12/KH-UBND", "xa-mau", D3, 2, 4, 1, 240)]
    assert content["duty"] == [("12/KH-UBND", "xa-mau", 56, "2026-11-01", "2026-11-28", 2, 4, 1, 240, D3, D3)]
    assert content["month_figures"][0][:5] == ("xa-mau", "2026-11", 1, 4, 4)
    assert ("xa-mau", "2026-11", "kind", "tin", 4, 3, 4, 240) in content["month_facets"]
    assert len(content["signature"]) == len(content["correction"]) == 1


def test_the_same_package_twice_changes_nothing(office: Office, station: Station) -> None:
    first, second = station.package(D1), station.package(D2)
    office.take(first)
    office.trust("xa-mau")
    assert office.take(second, second, first) == ["received", "received known", "received known"]
    before = office.content()
    office.again()
    assert office.take(first, second) == ["received known"] * 2
    assert office.content() == before


def test_whatever_the_order_the_result_is_the_same(new_office: Callable[[], Office], tmp_path: Path) -> None:
    station = Station(tmp_path / "đài")
    packages = [station.package(D1), station.package(D1, D2, corrected=True), station.package(D3),
                station.package(D2, D4, title="Nói lại")]
    straight = new_office()
    straight.take(packages[0])
    straight.trust("xa-mau")
    straight.take(*packages[1:])
    for order in random.Random(5).sample(list(itertools.permutations(packages[1:])), 2):
        other = new_office()
        other.take(packages[0])
        other.trust("xa-mau")
        for package in order:
            other.take(package)
        assert other.content() == straight.content()
        assert [line.state for line in other.service.packages("xa-mau")] == ["received"] * 4


def test_a_missing_package_is_named_and_waited_for(office: Office, station: Station) -> None:
    first, second, third = station.package(D1), station.package(D2), station.package(D3)
    office.take(first)
    office.trust("xa-mau")
    (result,) = office.service.take([third])
    assert (result.state, result.code, result.facts["first"], result.facts["last"]) == ("early", "merge.missing", 2, 2)
    assert "2 to 2 have not come" in result.text
    assert [str(each.state) for each in office.service.take([second])] == ["received", "received"]
    assert office.service.station("xa-mau").number == 3


def test_a_day_stated_again_is_replaced(office: Office, station: Station) -> None:
    office.take(station.package(D3, airings=5))
    office.trust("xa-mau")
    first = office.content()
    office.clock.advance(10 * 86400)
    assert office.take(station.package(D3, airings=2, title="Nói lại")) == ["received"]
    again = office.content()
    assert len(first["airing"]) == 5
    assert {row[5] for row in again["airing"]} == {"Nói lại"}
    assert len(again["airing"]) == 2
    assert again["day_figures"][0][-1] == first["day_figures"][0][-1], "told in time stays told in time"
    assert again["month_figures"][0][3] == 2


def test_texts_from_outside_come_through_as_they_are(office: Office, station: Station) -> None:
    title = "Bản tin\t'\"\\N \\. %s {} ; DROP TABLE airing; -- 🎙 đường"
    office.take(station.package(D1, title=title))
    office.trust("xa-mau")
    assert {row["title"] for row in office.service.airings("xa-mau", D1)} == {title.replace("\t", " ")}


def test_a_proof_reaches_from_the_table_to_the_journal(office: Office, station: Station) -> None:
    office.take(station.package(D1), station.package(D2, corrected=True))
    office.trust("xa-mau")
    found = office.service.proof("xa-mau", D2, f"{D2}/0")
    assert [line["kind"] for _, line in found.lines] == ["START", "END", "VERDICT"]
    assert found.seal is not None
    assert (found.seal.holds, found.seal.day, found.seal.fingerprint) == (True, D2, station.identity.fingerprint)
    assert [each["person"] for each in found.signatures] == ["Cán bộ"]
    assert found.airing.outcome == "aired"
    with pytest.raises(Refused) as refusal:
        office.service.proof("xa-mau", D2, "nothing")
    assert refusal.value.code == "office.no_such_airing"
    path = office.home.root / "office" / found.package.file
    path.write_bytes(path.read_bytes()[:-7])
    with pytest.raises(Refused) as refusal:
        office.service.proof("xa-mau", D2, f"{D2}/0")
    assert refusal.value.code == "office.archive_damaged"


def test_months_are_parts_of_their_own(office: Office, station: Station) -> None:
    office.take(station.package("2026-09-30"), station.package("2026-10-01"), station.package(D1))
    office.trust("xa-mau")
    with office.service.database.read() as c:
        parts = sorted(name for name in inspect(c).get_table_names() if is_partition(name))
    expected = ["airing_2026_09", "airing_2026_10", "airing_2026_11"]
    assert set(parts) >= set(expected) if office.service.database.is_server else not parts
    assert len(office.content()["airing"]) == 9


def test_many_stations_at_once(office: Office, tmp_path: Path) -> None:
    stations = [Station(tmp_path / f"đài {number}", f"xa-{number:02d}", ("Tỉnh Mẫu", f"Vùng {number % 3}"))
                for number in range(6)]
    office.take(*(each.package(D1) for each in stations))
    for each in stations:
        office.trust(each.sender.id)
    assert office.take(*(each.package(D2) for each in stations)) == ["received"] * 6
    assert [each.number for each in office.service.stations()] == [2] * 6
    with office.service.database.read() as c:
        assert c.execute(text("SELECT count(*), count(DISTINCT path) FROM unit")).one() == (4, 4)


def test_everything_moves_into_another_database(new_office: Callable[[], Office], station: Station) -> None:
    old, new = new_office(), new_office()
    old.take(station.package("2026-10-31", corrected=True), station.package(D1))
    old.trust("xa-mau")
    source, target = old.service.database, new.service.database
    assert move(source, target, lambda _table, _rows: None)["airing"] == 6
    assert new.content() == old.content()
    assert new.service.decisions() == old.service.decisions()
    with pytest.raises(Refused) as refusal:
        move(source, target, lambda _table, _rows: None)
    assert refusal.value.code == "office.target_not_empty"


def test_an_address_with_a_password_is_refused_and_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        open_office(tmp_path / "office.db", "postgresql://office:bimat123@127.0.0.1/office")
    assert refusal.value.code == "office.password_in_settings"
    assert "bimat123" not in refusal.value.text


@pytest.mark.parametrize(("address", "code"), [
    ("mysql://office@host/office", "office.address"), ("postgresql://office@host", "office.address"),
    ("nonsense", "office.address"), ("postgresql://office@127.0.0.1:1/office", "office.unreachable")])
def test_a_server_that_is_none_is_said_to_be_none(tmp_path: Path, address: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        open_office(tmp_path / "office.db", address, "bimat123")
    assert refusal.value.code == code
    assert "bimat123" not in refusal.value.text

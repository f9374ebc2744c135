"""Days are sealed once they are over; whatever is done to journal or seals afterwards no longer fits."""

from __future__ import annotations

import json
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from journal_day import Station

from broadcaster.asrun.identity import Identity
from broadcaster.asrun.seals import SealService
from broadcaster.base.lock import ProcessLock
from broadcaster.base.settings import Settings
from broadcaster.protocol import verifier
from broadcaster.protocol.journal import JournalWriter, Kind
from broadcaster.protocol.verifier import GENESIS, canonical, link


class Sealed(Station):
    """A station that seals."""

    @property
    def seals(self) -> SealService:
        return SealService(self.database, self.home, Settings(), self.clock, Identity(self.home))

    def day(self, lines: int = 5) -> None:
        """Some lines, and on to the next day's morning."""
        for number in range(lines):
            self.pen.write(Kind.START, event_id=f"e{number}", title=f"Tin số {number}")
            self.clock.advance(60)
        self.clock.advance(24 * 3600 - lines * 60)

    def days(self, count: int) -> list[str]:
        for _ in range(count):
            self.day()
        self.asrun.file()
        return list(self.seals.make())

    def problems(self) -> set[tuple[str, str]]:
        return {(fault.file, fault.problem) for fault in self.seals.verify()}

    def shown(self) -> set[str]:
        """What the file that is shipped says of the folder."""
        found = [verifier.check(each) for each in verifier.gather([self.home.root], verifier.signature_holds)]
        return {fault.problem for each in found for fault in each.faults} - verifier.NOTES

    def reopen(self) -> None:
        self.pen.close()
        self.pen = JournalWriter(self.home.asrun, self.clock.now)


@pytest.fixture
def sealed(station: Station) -> Sealed:
    station.__class__ = Sealed
    return station  # type: ignore[return-value]


def test_a_day_is_sealed_once_it_is_over(sealed: Sealed) -> None:
    sealed.pen.write(Kind.BOOT)
    assert list(sealed.seals.make()) == []
    sealed.clock.advance(20 * 3600 + 9 * 60)
    assert list(sealed.seals.make()) == [], "a few minutes after midnight something may still be written"
    sealed.clock.advance(2 * 60)
    assert list(sealed.seals.make()) == ["2026-11-21"]
    assert list(sealed.seals.make()) == []
    seal = sealed.seals.of("2026-11-21")
    assert seal is not None
    assert (seal.first_seq, seal.last_seq, seal.previous) == (1, 1, GENESIS)
    assert sealed.seals.text("2026-11-21").startswith(f"DAIXA1 - 2026-11-21 {seal.sha256[:32]} ")
    assert sealed.seals.text("2026-11-20") == ""


def test_a_later_line_ends_a_day_at_once(sealed: Sealed) -> None:
    sealed.pen.write(Kind.BOOT)
    sealed.clock.advance(20 * 3600 + 60)
    sealed.pen.write(Kind.BOOT)
    assert list(sealed.seals.make()) == ["2026-11-21"]


def test_years_of_days_are_sealed_in_one_go_and_hold(sealed: Sealed) -> None:
    made = sealed.days(12)
    assert made == sorted(made)
    assert len(made) == 12
    seals = sealed.seals.list()
    assert [seal.day for seal in seals] == made
    assert all(after.first_seq == before.last_seq + 1 and after.prev_head == before.head
               for before, after in pairwise(seals))
    assert sealed.problems() == set() == sealed.shown()
    assert [seal.day for seal in sealed.seals.list("2026-11-23", "2026-11-25")] == made[2:5]


def test_some_at_a_time(sealed: Sealed) -> None:
    for _ in range(34):
        sealed.day(1)
    assert [len(sealed.seals.make(some=True)) for _ in range(3)] == [32, 2, 0]
    assert sealed.shown() == set()


def test_a_day_without_lines_has_no_seal(sealed: Sealed) -> None:
    sealed.day()
    sealed.clock.advance(5 * 24 * 3600)
    sealed.day()
    assert list(sealed.seals.make()) == ["2026-11-21", "2026-11-27"]
    assert sealed.problems() == set()


def test_what_is_written_for_a_sealed_day_comes_under_the_next_seal(sealed: Sealed) -> None:
    sealed.days(2)
    sealed.clock.step_wall(-30 * 3600)
    sealed.pen.write(Kind.CLOCK, valid=False)
    sealed.clock.step_wall(30 * 3600)
    assert sealed.days(1) == ["2026-11-23"]
    last = sealed.seals.of("2026-11-23")
    assert last is not None
    assert (last.first_seq, last.last_seq) == (11, 16)
    assert sealed.problems() == set() == sealed.shown()


def test_a_clock_that_ran_a_month_ahead(sealed: Sealed) -> None:
    sealed.days(1)
    sealed.clock.step_wall(30 * 86400)
    sealed.pen.write(Kind.BOOT)
    assert list(sealed.seals.make()) == []
    sealed.clock.step_wall(-30 * 86400)
    assert sealed.days(3) == ["2026-11-22", "2026-11-23", "2026-11-24"]
    sealed.clock.advance(28 * 86400)
    assert sealed.days(1) == ["2026-12-23"]
    assert sealed.problems() == set() == sealed.shown()


def test_sealed_while_the_clock_ran_ahead(sealed: Sealed) -> None:
    sealed.day()
    sealed.clock.step_wall(10 * 86400)
    sealed.pen.write(Kind.BOOT)
    sealed.clock.advance(2 * 86400)
    assert list(sealed.seals.make()) == ["2026-11-21", "2026-12-02"]
    sealed.clock.step_wall(-12 * 86400)
    made = sealed.days(14)
    assert "2026-12-02" not in made
    assert len(made) == 13
    assert sealed.problems() == set() == sealed.shown()


def test_damage_is_sealed_by_name_and_must_not_grow(sealed: Sealed) -> None:
    sealed.day()
    path = sealed.home.asrun / "2026-11-21.jsonl"
    raw = path.read_bytes()
    path.write_bytes(raw.replace("Tin số 2".encode(), "Tin số 9".encode()))
    assert sealed.days(1) == ["2026-11-21", "2026-11-22"]
    seal = sealed.seals.of("2026-11-21")
    assert seal is not None
    assert (seal.faults, seal.fault_count) == (("2026-11-21.jsonl:3 altered",), 1)
    assert sealed.problems() == {("2026-11-21.jsonl", "altered")}
    path.write_bytes(path.read_bytes().replace("Tin số 9".encode(), "Tin số 8".encode()))
    assert ("2026-11-21.json", "sealed_changed") in sealed.problems()
    assert "sealed_changed" in sealed.shown()


def test_a_seal_that_keeps_quiet_about_damage(sealed: Sealed) -> None:
    sealed.day()
    path = sealed.home.asrun / "2026-11-21.jsonl"
    path.write_bytes(path.read_bytes().replace("Tin số 2".encode(), "Tin số 9".encode()))
    sealed.days(1)
    target = sealed.home.seals / "2026-11-21.json"
    body = {**json.loads(target.read_bytes()), "faults": [], "fault_count": 0}
    del body["signature"]
    target.write_bytes(canonical({**body, "signature": Identity(sealed.home).sign(canonical(body))}) + b"\n")
    assert {"seal_silent", "altered", "seal_missing"} <= sealed.shown()
    assert ("2026-11-21.json", "seal_removed") in sealed.problems()


def test_a_seal_removed_altered_or_exchanged(sealed: Sealed) -> None:
    days = sealed.days(4)
    files = [sealed.home.seals / f"{day}.json" for day in days]
    raws = [path.read_bytes() for path in files]
    for index, path in enumerate(files):
        path.unlink()
        assert (path.name, "seal_removed") in sealed.problems()
        assert "seal_missing" in sealed.shown() or index == 3
        path.write_bytes(raws[index].replace(b"first_seq", b"first_sec"))
        assert (path.name, "seal_unreadable") in sealed.problems()
        path.write_bytes(raws[index].replace(b'"made_at":"2', b'"made_at":"3'))
        assert (path.name, "seal_altered") in sealed.problems()
        path.write_bytes(raws[index - 1])
        assert (path.name, "seal_misnamed") in sealed.problems()
        path.write_bytes(raws[index])
    assert sealed.problems() == set() == sealed.shown()


def test_the_whole_folder_of_seals_rolled_back(sealed: Sealed, tmp_path: Path) -> None:
    sealed.days(2)
    shutil.copytree(sealed.home.seals, tmp_path / "old")
    sealed.days(2)
    shutil.rmtree(sealed.home.seals)
    shutil.copytree(tmp_path / "old", sealed.home.seals)
    assert sealed.problems() == {("2026-11-23.json", "seal_removed"), ("2026-11-24.json", "seal_removed")}
    assert sealed.days(1) == ["2026-11-25"], "it goes on from the seal that is known to have been there"
    assert ("2026-11-25.json", "seal_missing") in sealed.problems()
    assert "seal_missing" in sealed.shown()


def test_a_restored_database_takes_the_seals_up_again(sealed: Sealed) -> None:
    sealed.days(3)
    with sealed.database.write("seal") as c:
        c.exec_driver_sql("DELETE FROM seal WHERE day > '2026-11-21'")
    assert sealed.days(1) == ["2026-11-24"]
    assert sealed.problems() == set() == sealed.shown()


def test_a_journal_written_anew_no_longer_fits(sealed: Sealed) -> None:
    sealed.days(3)
    prev = GENESIS
    for path in sorted(sealed.home.asrun.glob("*.jsonl")):
        made = []
        for raw in path.read_bytes().splitlines():
            body = {key: value for key, value in json.loads(raw).items() if key not in {"hash", "prev"}}
            if body["seq"] == 7:
                body["data"]["title"] = "Một tin khác"
            linked = link(body, prev)
            prev = linked["hash"]
            made.append(canonical(linked) + b"\n")
        path.write_bytes(b"".join(made))
    assert {("2026-11-22.json", "fork"), ("2026-11-22.jsonl", "rewritten")} <= sealed.problems()
    assert sealed.shown() == {"fork"}


def test_lines_that_were_sealed_are_gone(sealed: Sealed) -> None:
    sealed.days(3)
    (sealed.home.asrun / "2026-11-23.jsonl").unlink()
    assert sealed.shown() == {"sealed_missing"}
    path = sealed.home.asrun / "2026-11-22.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-2]))
    assert sealed.shown() == {"sealed_missing"}


def test_the_journal_of_an_old_copy_goes_on(sealed: Sealed, tmp_path: Path) -> None:
    """Journal restored from an old copy while seals and database are the newer ones: two histories, named once."""
    sealed.days(2)
    shutil.copytree(sealed.home.asrun, tmp_path / "old")
    sealed.days(2)
    sealed.pen.close()
    shutil.rmtree(sealed.home.asrun)
    shutil.copytree(tmp_path / "old", sealed.home.asrun)
    sealed.reopen()
    sealed.pen.write(Kind.BOOT)
    filed = sealed.asrun.file()
    assert sorted(fault.rpartition(" ")[2] for fault in filed.faults) == ["fork", "missing"]
    assert sealed.days(1) == ["2026-11-25"]
    seal = sealed.seals.of("2026-11-25")
    assert seal is not None
    assert (seal.faults[0], seal.first_seq) == ("2026-11-24.json:0 fork", 11)
    assert ("2026-11-25.json", "fork") in sealed.problems()
    assert "fork" in sealed.shown()
    assert sealed.days(1) == ["2026-11-26"], "and on it goes"
    assert {file for file, problem in sealed.problems() if problem == "fork"} >= {"2026-11-25.json"}


def test_a_whole_home_of_an_old_copy_is_found_beside_what_was_sent(sealed: Sealed, tmp_path: Path) -> None:
    sealed.day(60)
    sealed.days(1)
    sealed.pen.close()
    old = tmp_path / "old"
    shutil.copytree(sealed.home.root, old)
    sealed.reopen()
    sealed.day(80)
    sealed.seals.make()
    sent = tmp_path / "sent"
    shutil.copytree(sealed.home.root, sent)
    restored = Sealed(type(sealed.home)(old), sealed.clock.now())
    restored.pen.write(Kind.BOOT)
    restored.day(80)
    restored.days(1)
    assert restored.problems() == set() == restored.shown(), "nothing at hand can tell"
    restored.close()
    both = [verifier.check(each) for each in verifier.gather([sent, old], verifier.signature_holds)]
    verifier.hold_together(both)
    assert [fault.problem for each in both for fault in each.faults if fault.problem not in verifier.NOTES] == ["fork"]


def test_a_key_that_was_lost(sealed: Sealed) -> None:
    sealed.days(1)
    sealed.home.signing_key.unlink()
    assert sealed.days(2) == ["2026-11-22", "2026-11-23"]
    assert sealed.problems() == {("2026-11-22.json", "key_changed")}
    assert verifier.main([str(sealed.home.root)]) == 1, "anybody could have put a new key there"
    assert verifier.main([str(sealed.home.root), "--key", Identity(sealed.home).fingerprint]) == 0, "somebody asked"
    path = sealed.home.seals / "2026-11-23.json"
    body = {**json.loads(path.read_bytes()), "key": "ab" * 32}
    path.write_bytes(canonical(body) + b"\n")
    assert (path.name, "seal_altered") in sealed.problems()


def test_a_strange_file_in_the_way_is_set_aside(sealed: Sealed) -> None:
    strange = sealed.home.seals / "2026-11-21.json"
    strange.write_bytes(b"{}")
    assert sealed.days(1) == ["2026-11-21"]
    assert [path.read_bytes() for path in sealed.home.seals.glob("*.set-aside-*")] == [b"{}"]
    assert sealed.problems() == set()


def test_a_forged_seal_of_a_foreign_key_does_not_lead_the_chain(sealed: Sealed, tmp_path: Path) -> None:
    sealed.days(2)
    other = Identity(type(sealed.home)(tmp_path))
    body = json.loads((sealed.home.seals / "2026-11-22.json").read_bytes())
    newest = sealed.seals.of("2026-11-22")
    assert newest is not None
    body |= {"key": other.public, "day": "2026-11-23", "previous": newest.sha256, "first_seq": 11, "last_seq": 999}
    del body["signature"]
    forged = canonical({**body, "signature": other.sign(canonical(body))}) + b"\n"
    (sealed.home.seals / "2026-11-23.json").write_bytes(forged)
    assert {("2026-11-23.json", "seal_key"), ("2026-11-23.json", "sealed_missing")} <= sealed.problems()
    assert sealed.days(1) == ["2026-11-23"]
    seal = sealed.seals.of("2026-11-23")
    assert seal is not None
    assert seal.previous == newest.sha256
    assert sealed.problems() == set()


def test_an_interrupted_sealing_is_taken_up(sealed: Sealed) -> None:
    sealed.days(1)
    sealed.day()
    sealed.seals.make()
    with sealed.database.write("seal") as c:  # the file was written, the row was not
        c.exec_driver_sql("DELETE FROM seal WHERE day = '2026-11-22'")
    assert list(sealed.seals.make()) == []
    assert sealed.problems() == set()


def test_two_processes_never_seal_at_once(sealed: Sealed) -> None:
    sealed.day()
    sealed.asrun.file()
    other = ProcessLock(sealed.home, "seal")
    try:
        assert (list(sealed.seals.make()), list(sealed.home.seals.glob("*"))) == ([], [])
    finally:
        other.release()
    assert len(sealed.seals.make()) == 1

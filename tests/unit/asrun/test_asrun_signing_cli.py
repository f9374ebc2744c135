"""`broadcaster log correct|sign|signatures` and `broadcaster morning`: exit codes, plain lines, JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from journal_day import KEY, Station, event, plan

from broadcaster.accounts.model import Role
from broadcaster.accounts.service import AccountService
from broadcaster.base.clock import SystemClock
from broadcaster.cli.main import main
from broadcaster.protocol.journal import Kind

FIVE = 5 * 3600
OFFICER, LEADER = ("--as", "Cán bộ truyền thanh", "--pin", "1357"), ("--as", "Phó Chủ tịch", "--pin", "2468")
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(station: Station, capsys: pytest.CaptureFixture[str]) -> Run:
    """A day of last week: one item aired, one did not; and two people."""
    station.home.key.write_text(KEY.hex(), encoding="ascii")
    rundown = station.publish(plan(event("a", FIVE), event("b", FIVE + 60)))
    station.play(rundown, "a")
    station.clock.advance(86_400)
    station.pen.write(Kind.BOOT)
    station.asrun.file()
    people = AccountService(station.database, station.clock)
    people.add("Cán bộ truyền thanh", "Công chức", Role.OPERATOR, "1357")
    people.add("Phó Chủ tịch", "Phó Chủ tịch UBND xã", Role.APPROVER, "2468")

    def call(*words: str) -> tuple[int, str]:
        capsys.readouterr()
        code = main(["--home", str(station.home.root), *words])
        told = capsys.readouterr()
        return code, told.out + told.err

    return call


def data(told: tuple[int, str]) -> Any:
    code, text = told
    assert code == 0, text
    return json.loads(text)


@pytest.fixture(autouse=True)
def _after(monkeypatch: pytest.MonkeyPatch, station: Station) -> None:
    """The command line asks the machine's clock; here it is three days after the broadcast."""
    monkeypatch.setattr(SystemClock, "now", lambda _: station.clock.now() + timedelta(days=2))


def test_correct_sign_and_look(run: Run) -> None:
    code, text = run("log", "correct", "b", "--outcome", "aired", "--note", "Phát bằng máy dự phòng", *OFFICER)
    assert (code, "the journal says missed, counted as aired" in text) == (0, True)
    assert "counted as aired: Phát bằng máy dự phòng" in run("log", "list", "--day", "2026-11-21")[1]
    made = data(run("log", "sign", "2026-11-21", "--json", *OFFICER))
    assert [(each["kind"], each["first_day"], each["person"]) for each in made] == [
        ("day", "2026-11-21", "Cán bộ truyền thanh")]
    days = data(run("log", "signatures", "--from", "2026-11-16", "--to", "2026-11-22", "--json"))
    assert [(each["kind"], each["state"]) for each in days] == [("day", "signed"), ("week", "unsigned")]
    code, text = run("log", "sign", "2026-11-21", "--week", *LEADER)
    assert (code, text.startswith("signed by Phó Chủ tịch: 2026-11-16 to 2026-11-22")) == (0, True)
    assert run("log", "correct", "b", "--take-back", "--note", "Ghi nhầm dòng", *OFFICER)[0] == 0
    code, text = run("log", "signatures", "--from", "2026-11-21", "--to", "2026-11-22")
    assert (code, "changed since: b noted (Ghi nhầm dòng; Cán bộ truyền thanh)" in text) == (0, True)


_REFUSED = [
    (("log", "correct", "x", "--note", "n", *OFFICER), "no airing"),
    (("log", "correct", "a", "--outcome", "missed", "--note", "n", *OFFICER), "none of the reasons"),
    (("log", "correct", "a", "--note", " ", *OFFICER), "says what it is about"),
    (("log", "sign", "2026-11-20", *OFFICER), "nothing was planned"),
    (("log", "sign", "2026-11-24", *OFFICER), "not over"),
    (("log", "sign", "21/11/2026", *OFFICER), "YYYY-MM-DD"),
    (("log", "sign", "2026-11-21", "--week", *OFFICER), "may not do this"),
    (("log", "sign", "2026-11-21", "--week", *LEADER), "bear no name yet"),
    (("log", "sign", "2026-11-21", "--as", "Cán bộ truyền thanh", "--pin", "0000"), "wrong PIN"),
]


def test_refusals_are_one_line(run: Run) -> None:
    for words, told in _REFUSED:
        code, text = run(*words)
        assert (code, len(text.splitlines())) == (1, 1), words
        assert told in text


def test_the_morning(run: Run) -> None:
    found = data(run("morning", "--day", "2026-11-22", "--json"))
    assert (found["yesterday"]["day"], found["not_as_planned"]) == ("2026-11-21", ["b"])
    assert (found["standing"]["state"], found["yesterday"]["totals"]["missed"]) == ("unsigned", 1)
    assert {"risk.keeper_down", "risk.air_down", "risk.backup_never", "risk.unsealed"} <= {
        risk["code"] for risk in found["risks"]}
    code, text = run("morning", "--day", "2026-11-22")
    assert code == 0
    assert text.startswith("2026-11-21: planned 2, aired 1")
    assert "not signed: 2026-11-2" not in text
    assert "signed: unsigned" in text
    assert "not signed: 2026-11-21" in run("morning", "--day", "2026-11-24")[1]

"""The office from the command line, as a nightly job and a person use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from office_sender import Station

from broadcaster.base.clock import SystemClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import load_settings
from broadcaster.cli.main import main

BY, PIN = "Cán bộ Sở", "482159"


@pytest.fixture
def ran(home: StationHome, capsys: pytest.CaptureFixture[str]) -> object:
    """Runs one command; gives exit code, output, errors."""
    def run(*words: object) -> tuple[int, str, str]:
        code = main(["--home", str(home.root), *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    assert run("people", "add", BY, "--role", "approver", "--pin", PIN)[0] == 0
    return run


def test_from_nothing_to_the_proof(home: StationHome, tmp_path: Path, ran) -> None:  # type: ignore[no-untyped-def]
    today = SystemClock().now().date().isoformat()
    station = Station(tmp_path / "đài")
    first, second = station.package(today, seals=False), station.package(today)
    code, _, said = ran("aggregate", "stations")
    assert (code, "office.role" in said) == (1, True)
    assert ran("aggregate", "init", "--json")[0] == 0
    assert load_settings(home).office.role == "office"

    code, out, _ = ran("aggregate", "take", first)
    assert (code, "waiting" in out, station.identity.fingerprint in out) == (3, True, True)
    code, out, _ = ran("aggregate", "waiting", "--json")
    (key,) = json.loads(out)["keys"]
    sign = ("--as", BY, "--pin", PIN)
    assert ran("aggregate", "trust", "xa-mau", "--fingerprint", "1" * 20, *sign)[0] == 1
    trust = ("aggregate", "trust", "xa-mau", "--fingerprint", key["fingerprint"])
    code, _, said = ran(*trust, "--as", BY, "--pin", "999999")
    assert (code, "PIN" in said) == (1, True)
    assert ran(*trust, *sign)[0] == 0

    (home.inbox / second.name).write_bytes(second.read_bytes())
    (home.inbox / "rác.dxgoi").write_bytes(b"rac")
    code, out, _ = ran("aggregate", "inbox", "--json", "--workers", 2)
    assert (code, sorted(each["state"] for each in json.loads(out))) == (1, ["received", "refused"])
    assert ran("aggregate", "inbox", "--quiet")[:2] == (0, "")
    assert json.loads(ran("aggregate", "stations", "--json")[1])[0]["number"] == 2
    assert len(json.loads(ran("aggregate", "packages", "--json")[1])) == 3
    assert len(json.loads(ran("aggregate", "airings", "xa-mau", today, "--json")[1])) == 3
    code, out, _ = ran("aggregate", "proof", "xa-mau", today, f"{today}/0")
    assert (code, '"kind":"START"' in out, "holds" in out) == (0, True, True)
    assert ran("aggregate", "proof", "xa-mau", today, "none")[0] == 1
    assert json.loads(ran("aggregate", "decisions", "--json")[1])[0]["by"] == BY


def test_a_log_in_two_courses_is_resolved(tmp_path: Path, ran) -> None:  # type: ignore[no-untyped-def]
    station, sign = Station(tmp_path / "đài"), ("--as", BY, "--pin", PIN)
    ran("aggregate", "init")
    backup = station.backup()
    ours = station.package("2024-01-05")
    station.restore(*backup)
    other = station.package("2024-01-06", note="restored")
    ran("aggregate", "take", ours)
    ran("aggregate", "trust", "xa-mau", "--fingerprint", station.identity.fingerprint, *sign)
    assert ran("aggregate", "take", other)[0] == 3
    assert "fork     xa-mau" in ran("aggregate", "waiting")[1]
    assert ran("aggregate", "resolve", "xa-mau", "--keep", "--go-on", 1, *sign)[0] == 2
    code, out, _ = ran("aggregate", "resolve", "xa-mau", "--go-on", 1, *sign)
    assert (code, out.startswith("received")) == (0, True)
    assert "set_aside" in ran("aggregate", "packages", "xa-mau")[1]


def test_an_office_that_cannot_be_stays_a_station(home: StationHome, ran) -> None:  # type: ignore[no-untyped-def]
    before = home.settings.read_bytes() if home.settings.exists() else b""
    code, _, said = ran("aggregate", "init", "--database", "postgresql://office@127.0.0.1:1/office")
    assert (code, "does not answer" in said) == (1, True)
    assert (home.settings.read_bytes() if home.settings.exists() else b"") == before

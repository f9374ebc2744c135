"""`log verify|seal|verifier` by command: this station, what lies elsewhere, the check that leaves the house."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from journal_day import Station

from broadcaster.cli.main import main
from broadcaster.protocol.journal import Kind


@pytest.fixture
def written(station: Station) -> Station:
    """Two days of journal, long ago: over by any clock."""
    station.clock.step_wall(-2000 * 86_400)
    for _ in range(2):
        station.pen.write(Kind.BOOT)
        station.pen.write(Kind.OPERATOR, action="stop_all")
        station.clock.advance(86_400)
    return station


def run(station: Station, *words: str) -> int:
    return main(["--home", str(station.home.root), *words])


def test_seal_then_verify(written: Station, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(written, "log", "seal", "--json") == 0
    made = json.loads(capsys.readouterr().out)
    assert [(seal["first_seq"], seal["last_seq"]) for seal in made] == [(1, 2), (3, 4)]
    assert made[0]["text"].split(" ")[0] == "DAIXA1"
    assert run(written, "log", "seal") == 0
    assert "no day to seal" in capsys.readouterr().out
    assert run(written, "log", "verify") == 0
    assert f"2 seals until {made[1]['day']}" in capsys.readouterr().out
    assert run(written, "log", "verify", str(written.home.root), "--vi") == 0
    assert "tất cả khớp" in capsys.readouterr().out


def test_what_does_not_hold_is_said_in_words(written: Station, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(written, "log", "seal") == 0
    sorted(written.home.seals.glob("*.json"))[0].unlink()
    capsys.readouterr()
    assert run(written, "log", "verify", "--json", "--vi") == 1
    faults = json.loads(capsys.readouterr().out)["faults"]
    assert {fault["problem"] for fault in faults} == {"seal_removed", "seal_missing"}
    assert "thiếu niêm phong đứng trước niêm phong này" in {fault["words"] for fault in faults}
    assert run(written, "log", "verify", str(written.home.root)) == 1
    assert "PLACES DO NOT HOLD" in capsys.readouterr().out


def test_the_verifier_leaves_the_house(written: Station, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "cho cấp trên" / "verifier.py"
    assert run(written, "log", "seal") == 0
    assert run(written, "log", "verifier", "--out", str(out)) == 0
    capsys.readouterr()
    done = subprocess.run([sys.executable, "-I", "-S", str(out), "--vi", str(written.home.root)], capture_output=True,
                          encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "tất cả khớp" in done.stdout
    assert run(written, "log", "verifier", "--out", str(written.home.root)) == 1
    assert "cannot write" in capsys.readouterr().err

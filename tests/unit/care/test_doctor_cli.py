"""`broadcaster doctor`: plain lines, JSON, exit codes; what can be mended at once."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from doctor_patient import NOW, codes, healthy, look, machine

from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.care.doctor import check_disk, remedies, service
from broadcaster.care.doctor.model import Check, Finding, Remedy, Severity
from broadcaster.care.first_aid import everything
from broadcaster.cli.main import main

CHECKS = Path(service.__file__).parent


def written_codes() -> set[str]:
    """Every code a look can tell, from the sources."""
    return {f"doctor.{code}" for path in CHECKS.glob("*.py")
            for code in re.findall(r'\b(?:wrong|doubt)\(\s*"([a-z_]+)"', path.read_text(encoding="utf-8"))}


def test_every_finding_has_first_steps_and_none_is_left_over() -> None:
    steps = {code for code in everything() if code.startswith("doctor.")}
    assert len(written_codes()) > 50
    assert steps == written_codes()


def test_plain_lines_and_exit_codes(home: StationHome, capsys: pytest.CaptureFixture[str],
                                    monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "CHECKS", (Check("temporary", check_disk.temporary),))
    words = ["--home", str(home.root), "doctor"]
    assert main(words) == 0
    assert capsys.readouterr().out == "all 1 looks found everything in order\n"
    home.key.unlink(missing_ok=True)
    monkeypatch.setenv("TMPDIR", str(home.root / "none"))
    monkeypatch.setattr("tempfile.tempdir", str(home.root / "none"))
    assert main([*words, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["lamp"], told["findings"][0]["code"]) == ("bad", "doctor.temporary_closed")
    assert main(["--home", str(home.root / "none"), "doctor"]) == 1
    assert capsys.readouterr().err.startswith("broadcaster: there is no station")


def mended(home: StationHome, finding: Finding) -> dict[str, object]:
    return remedies.apply(finding, home, VirtualClock(NOW))


def test_room_is_made_of_what_comes_back_by_itself(home: StationHome) -> None:
    spoken = home.root / "voices" / "cache" / "ab.pcm"
    spoken.parent.mkdir(parents=True)
    spoken.write_bytes(b"x" * 3_000_000)
    kept = home.audio("ab" * 32)
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"sound")
    healthy(home)
    (finding,) = look(home, machine(free=lambda _: 1), "space").findings
    assert mended(home, finding) == {"freed_mb": 3}
    assert kept.read_bytes() == b"sound"
    assert not spoken.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_keys_are_closed_again(home: StationHome) -> None:
    healthy(home).key.chmod(0o644)
    (finding,) = look(home, machine(), "key").findings
    assert finding.remedy is Remedy.RIGHTS
    mended(home, finding)
    assert codes(look(home, machine(), "key")) == []


def test_an_unknown_remedy_is_refused(home: StationHome) -> None:
    with pytest.raises(Refused) as refused:
        mended(home, Finding("doctor.x", Severity.WRONG, ""))
    assert refused.value.code == "doctor.remedy_unknown"

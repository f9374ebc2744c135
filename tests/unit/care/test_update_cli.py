"""`broadcaster update …`, and the keeper that takes up what was left."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pytest
import update_ground as ground
from update_ground import NEW, OLD

from broadcaster.base.paths import StationHome
from broadcaster.care.installed import Installed
from broadcaster.care.updates.model import Record, Step, record_from
from broadcaster.care.updates.package import release_keys
from broadcaster.cli.main import main
from broadcaster.keeper.updating import Updating

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in programs are shell scripts")


@pytest.fixture
def place(tmp_path: Path) -> Installed:
    return ground.installation(tmp_path / "cài đặt")

_STRANGER = "is not signed by the makers" if release_keys() else "takes none"


def note(place: Installed, record: Record) -> None:
    (place.root / "update.json").write_bytes(record.to_json())


def test_what_is_told(place: Installed, bare_home: StationHome, capsys: pytest.CaptureFixture[str]) -> None:
    note(place, Record(NEW, OLD, Step.ROLLED_BACK, code="update.did_not_come_up"))
    words = ["--home", str(bare_home.root), "update", "show", "--root", str(place.root)]
    assert main([*words, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["current"], told["previous"], told["update"]["step"]) == (OLD, "", "rolled_back")
    assert main(words) == 0
    assert "0.1.0 -> 0.2.0: rolled_back update.did_not_come_up" in capsys.readouterr().out


def test_refusals_in_one_line(place: Installed, bare_home: StationHome, tmp_path: Path,
                              capsys: pytest.CaptureFixture[str]) -> None:
    words, root = ["--home", str(bare_home.root), "update"], ["--root", str(place.root)]
    strange = ground.update(tmp_path)
    for given, code, line in (
            (["check", str(strange)], 1, "runs from its sources"),
            (["check", str(strange), *root], 1, _STRANGER),
            (["apply", str(strange), *root], 1, _STRANGER),
            (["check", *root], 2, "which file?"),
            (["rollback", *root], 1, "no earlier version"),
            (["carry-out", *root], 1, "no update is ready")):
        assert main([*words, *given]) == code
        told = capsys.readouterr().err.strip().splitlines()
        assert line in told[-1], given
    assert place.current == OLD


def test_the_keeper_takes_up_what_was_left(place: Installed, home: StationHome) -> None:
    """A power cut while the stick was being copied: called off, in a process of its own, by the true program."""
    (place.root / "versions" / f".{NEW}").mkdir()
    note(place, Record(NEW, OLD, Step.UNPACKING, str(home.root)))
    keeper = Updating(home, place)
    assert keeper.look() == "resume"
    end = time.monotonic() + 60
    while (record := record_from((place.root / "update.json").read_bytes())) is None or record.step is not Step.FAILED:
        assert time.monotonic() < end
        time.sleep(0.1)
    assert (record.code, [each.name for each in (place.root / "versions").iterdir()]) == ("update.interrupted", [OLD])
    while keeper._child is not None and keeper._child.poll() is None:
        time.sleep(0.05)
    assert keeper.look() == ""


@pytest.mark.parametrize(("step", "when", "verb"), [
    (Step.READY, "now", ""), (Step.DONE, "tonight", ""), (Step.FAILED, "now", "")], ids=str)
def test_what_is_no_business_of_the_keepers(place: Installed, home: StationHome, step: Step, when: str,
                                            verb: str) -> None:
    note(place, Record(NEW, OLD, step, str(home.root), when=when))
    assert Updating(home, place).look() == verb
    note(place, Record(NEW, OLD, Step.TRIAL, str(home.root.parent / "khác")))
    assert Updating(home, place).look() == "", "another station's update"
    assert Updating(home).look() == "", "sources are not updated"

"""The self-test: one failure does not hide the others, and what it tries it really tries."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.care import build_facts, self_test_parts
from broadcaster.care.build_facts import altered_files
from broadcaster.care.self_test import Ground, Trial, must, run_trials
from broadcaster.cli.main import main


def good(_: Ground) -> str:
    return "seen"


def wrong(_: Ground) -> str:
    must(False, "the voice is silent")
    return ""


def refused(_: Ground) -> str:
    raise Refused("install.incomplete", "a part of the program is missing: fonts", part="fonts")


def broken(_: Ground) -> str:
    raise ImportError("libglib-2.0.so.0: cannot open shared object file")


def test_a_failure_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    trials = [Trial("a", wrong), Trial("b", refused), Trial("c", broken), Trial("d", good)]
    told = [(each.name, each.ok, each.detail) for each in run_trials(trials, tmp_path)]
    assert told == [("a", False, "the voice is silent"), ("b", False, "a part of the program is missing: fonts"),
                    ("c", False, "ImportError: libglib-2.0.so.0: cannot open shared object file"), ("d", True, "seen")]


def test_the_quick_trials_pass_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ["time zone", "fonts", "icons", "QR code", "signature", "database", "player", "journal", "verifier"]
    code = main(["self-test", "--json", *(word for name in names for word in ("--only", name))])
    told = json.loads(capsys.readouterr().out)
    assert [check["name"] for check in told["checks"] if check["ok"]] == [
        "time zone", "fonts", "icons", "database", "signature", "QR code", "player", "journal", "verifier"]
    assert (code, told["ok"]) == (0, True)


def test_an_unknown_trial_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["self-test", "--only", "everything"]) == 2
    assert "everything" in capsys.readouterr().err


def test_no_station_is_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                               capsys: pytest.CaptureFixture[str]) -> None:
    home = StationHome(tmp_path / "đài thật")
    monkeypatch.setenv("BROADCASTER_HOME", str(home.root))
    assert main(["--home", str(home.root), "self-test", "--only", "database"]) == 0
    assert not home.root.exists()
    assert "revision" in capsys.readouterr().out


def test_every_vietnamese_letter_is_asked_for() -> None:
    letters = self_test_parts.vietnamese_letters()
    assert len(letters) == len(set(letters)) == 2 * (12 * 6 + 1)
    assert set("ẵỷĐợỂũ") <= set(letters)


def test_a_taken_and_a_changed_file_are_named(tmp_path: Path) -> None:
    (tmp_path / "_internal").mkdir()
    for name in ("a.so", "b.so", "c.so"):
        (tmp_path / "_internal" / name).write_text(name)
    listed = {f"_internal/{name}": hashlib.sha256(name.encode()).hexdigest() for name in ("a.so", "b.so", "c.so")}
    (tmp_path / build_facts.NAME).write_text(json.dumps({"version": "9.9", "files": listed}))
    assert list(altered_files(tmp_path)) == []
    (tmp_path / "_internal/a.so").unlink()
    (tmp_path / "_internal/b.so").write_text("virus")
    assert list(altered_files(tmp_path)) == ["_internal/a.so: No such file or directory", "_internal/b.so: changed"]


def test_the_sources_know_their_version() -> None:
    facts = build_facts.build_facts()
    assert facts.version
    assert (facts.commit, facts.files) == ("", 0)

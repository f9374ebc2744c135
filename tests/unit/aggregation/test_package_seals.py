from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from package_station import DAY, Contents, PackageStation, contents, remade

from broadcaster.aggregation.opened import open_package
from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main
from broadcaster.protocol import verifier
from broadcaster.protocol.verifier import GENESIS, canonical, link


def test_seals_go_up_and_hold(aired: PackageStation, capsys: pytest.CaptureFixture[str]) -> None:
    aired.app.seals.make()
    path = aired.app.packages.make()
    with aired.app.packages.open(path) as opened:
        assert [day for day, _ in opened.seals()] == [str(DAY), str(DAY + timedelta(days=1))]
        assert opened.manifest.faults == ()
    assert verifier.main([str(path)]) == 0
    assert "all of it holds together" in capsys.readouterr().out
    aired.air(DAY + timedelta(days=2))
    aired.app.seals.make()
    with aired.app.packages.open(aired.app.packages.make()) as opened:
        assert [day for day, _ in opened.seals()] == [str(DAY + timedelta(days=2))]


def test_a_seal_over_lines_still_to_come_waits_for_them(aired: PackageStation) -> None:
    aired.app.seals.make()
    with aired.app.packages.open(aired.app.packages.make(last=DAY)) as opened:
        assert [day for day, _ in opened.seals()] == [str(DAY)]
    with aired.app.packages.open(aired.app.packages.make()) as opened:
        assert [day for day, _ in opened.seals()] == [str(DAY + timedelta(days=1))]


def test_a_seal_that_comes_after_its_lines_is_no_fault(aired: PackageStation) -> None:
    aired.app.packages.make()
    aired.air(DAY + timedelta(days=2))
    aired.app.asrun.file()
    aired.app.seals.make()
    path = aired.app.packages.make()
    with aired.app.packages.open(path) as opened:
        assert (len(opened.names("seals/")), opened.manifest.faults) == (3, ())
    assert verifier.check(verifier.open_package(path, verifier.signature_holds)).faults == []


def test_a_journal_written_anew_no_longer_fits_under_its_seals(aired: PackageStation, tmp_path: Path) -> None:
    aired.app.seals.make()
    path = aired.app.packages.make()
    _, honest = contents(path, aired.clock.now())
    heads: list[str] = []

    def rewrite(inside: Contents) -> None:
        prev = GENESIS
        for name in [name for name in inside if name.startswith("journal/")]:
            out = b""
            for raw in inside[name].splitlines():
                line = {key: value for key, value in json.loads(raw).items() if key not in {"prev", "hash"}}
                if line["kind"] == "END":
                    line["data"]["peak_db"] = -3.0
                made = link(line, prev)
                prev = str(made["hash"])
                out += canonical(made) + b"\n"
            inside[name] = out
        heads.append(prev)

    rewrite(dict(honest))
    liar = aired.app.identity  # the station itself, with its own key
    made = remade(path, tmp_path / "x.dxgoi", liar, aired.clock.now(), rewrite, head=heads[0])
    with pytest.raises(Refused) as refused:
        open_package(made, aired.clock.now())
    assert refused.value.code == "package.chain"
    assert refused.value.facts["place"] in {f"{DAY}.json:0 fork", f"{DAY + timedelta(days=1)}.json:0 fork"}


@pytest.mark.parametrize("change", [
    lambda raw: raw.replace(b'"last_seq":', b'"last_seq":1'),
    lambda raw: raw.replace(b"xa-mau", b"xa-khac"),
    lambda raw: b"{}",
    lambda raw: b"x" * 100_000,
])
def test_a_seal_that_was_touched(aired: PackageStation, tmp_path: Path, change) -> None:  # type: ignore[no-untyped-def]
    aired.app.seals.make()

    def touched(inside: Contents) -> None:
        inside[f"seals/{DAY}.json"] = change(inside[f"seals/{DAY}.json"])
    made = remade(aired.app.packages.make(), tmp_path / "x.dxgoi", aired.app.identity, aired.clock.now(), touched)
    with pytest.raises(Refused) as refused:
        open_package(made, aired.clock.now())
    assert refused.value.code == "package.chain"


def test_damage_under_a_seal_is_said(aired: PackageStation) -> None:
    aired.app.asrun.file()
    aired.app.seals.make()
    path = aired.home.asrun / f"{DAY}.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"frames":96000', b'"frames":96001', 1))
    with aired.app.packages.open(aired.app.packages.make()) as opened:
        assert opened.manifest.faults == (f"{DAY}.jsonl:3 altered", f"{DAY}.json:0 sealed_changed")


def test_the_command_line(home: StationHome, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    # It asks this machine what day it is.
    station = PackageStation(home, SystemClock().now().date() - timedelta(days=2))
    station.air(station.clock.now().date())
    station.close()

    def run(*words: str) -> tuple[int, str]:
        code = main(["--home", str(home.root), "package", *words])
        out = capsys.readouterr()
        return code, out.out + out.err

    code, text = run("make", "--json", "--as", "Cán bộ truyền thanh")
    made = json.loads(text)
    assert (code, made["number"], made["airings"], made["station_id"]) == (0, 1, 4, "xa-mau")
    assert run("make") == (1, "broadcaster: nothing happened since the package before\n")
    code, text = run("show", made["file"], "--json")
    assert json.loads(text)["outcomes"] == {"aired": 3, "missed": 1}
    assert run("show", made["file"])[0] == 0
    (tmp_path / "x.dxgoi").write_bytes(b"PK")
    code, text = run("verify", made["file"], str(tmp_path / "x.dxgoi"), "--json")
    assert (code, [each.get("code", "") for each in json.loads(text)]) == (1, ["", "package.not_one"])
    assert run("verify", made["file"])[0] == 0
    assert run("make", "--all", "--after", "x", "y")[0] == 1
    assert run("source", "list") == (0, "neutral\n")

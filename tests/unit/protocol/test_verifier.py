"""The file that leaves the house: its Ed25519 (RFC 8032), what it says of packages; nothing makes it fall."""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.asrun.identity import fingerprint as known_fingerprint
from broadcaster.asrun.identity import signature_holds as known_holds
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.protocol import verifier
from broadcaster.protocol.journal import JournalWriter, Kind
from broadcaster.protocol.verifier import GENESIS, NOTES, WORDS, canonical, signature_holds

ORDER = 2**252 + 27742317777372353535851937790883648493
RFC_8032 = [  # 7.1: public key, message, signature
    ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24"
     "655141438e7a100b"),
    ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aee"
     "b00d291612bb0c00"),
    ("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28d"
     "c027beceea1ec40a"),
]


@pytest.mark.parametrize(("public", "message", "signature"), RFC_8032)
def test_the_vectors_of_the_rfc(public: str, message: str, signature: str) -> None:
    assert signature_holds(bytes.fromhex(message), signature, public)
    assert not signature_holds(bytes.fromhex(message) + b"x", signature, public)


def test_it_agrees_with_the_library_on_good_and_spoilt_signatures() -> None:
    dice = random.Random(8032)
    for turn in range(60):
        key = Ed25519PrivateKey.from_private_bytes(dice.randbytes(32))
        public, message = key.public_key().public_bytes_raw(), dice.randbytes(turn)
        mark = key.sign(message)
        s = int.from_bytes(mark[32:], "little")
        flipped = bytearray(mark)
        flipped[dice.randrange(64)] ^= 1 << dice.randrange(8)
        other = bytearray(public)
        other[dice.randrange(32)] ^= 1 << dice.randrange(8)
        for data, signature, of in (
                (message, mark, public), (message + b"!", mark, public), (message, bytes(flipped), public),
                (message, mark, bytes(other)), (message, mark[:32] + (s + ORDER).to_bytes(32, "little"), public),
                (message, mark[:63], public), (message, b"", public), (message, mark, public[:31]),
                (message, (2**255 - 1).to_bytes(32, "little") + mark[32:], public), (message, bytes(64), public)):
            assert signature_holds(data, signature.hex(), of.hex()) is known_holds(data, signature.hex(), of.hex())


@pytest.mark.parametrize("public", [
    "01" + "00" * 31, "00" * 32, "ec" + "ff" * 30 + "7f", "01" + "00" * 30 + "80", "ee" + "ff" * 30 + "7f", "ff" * 32])
def test_a_strange_key_is_never_taken_where_the_library_does_not(public: str) -> None:
    for mark in (bytes(64), bytes.fromhex("01" + "00" * 63), bytes.fromhex(public) + bytes(32)):
        assert not signature_holds(b"x", mark.hex(), public) or known_holds(b"x", mark.hex(), public)


@pytest.mark.parametrize("junk", ["", "zz", "ab", "ab" * 65, "é"])
def test_what_is_no_hex_is_no_signature(junk: str) -> None:
    assert not signature_holds(b"", junk, RFC_8032[0][0])
    assert not signature_holds(b"", RFC_8032[0][2], junk)


def test_a_signature_has_one_form_only() -> None:
    public, _, signature = RFC_8032[0]
    for other in (signature.upper(), f"{signature[:2]} {signature[2:]}"):
        assert not signature_holds(b"", other, public)
        assert not known_holds(b"", other, public)


def test_both_know_the_same_fingerprint() -> None:
    assert all(verifier.fingerprint(public) == known_fingerprint(public) for public, _, _ in RFC_8032)


def test_every_problem_has_both_languages() -> None:
    text = Path(verifier.__file__).read_text(encoding="utf-8")
    for problem, (english, vietnamese) in WORDS.items():
        assert text.count(f'"{problem}"') > 1 or problem in {
            "missing", "rewritten", "seal_removed", "filed_altered", "airing_altered"}, problem
        assert english.count("{}") == vietnamese.count("{}") <= 1
    assert set(WORDS) >= NOTES


class Maker:
    """A package put together by hand, as the format says."""

    def __init__(self, folder: Path, clock: VirtualClock, lines: int = 5) -> None:
        self.key = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
        writer = JournalWriter(folder / "asrun", clock.now, durable=False)
        for number in range(lines):
            writer.write(Kind.START, event_id=f"e{number}", title=f"Tin số {number}")
        writer.close()
        path = next((folder / "asrun").glob("*.jsonl"))
        self.path = folder / "goi.dxgoi"
        self.entries = {f"journal/{path.name}": path.read_bytes(), "airings.jsonl": b"{}\n"}
        assert writer.last is not None
        self.manifest: dict[str, Any] = {
            "format": "dai-xa.package", "version": 1, "kind": "up", "sender": {"id": "xa-mau"}, "number": 1,
            "key": self.key.public_key().public_bytes_raw().hex(), "previous": GENESIS, "first_seq": 1,
            "last_seq": lines, "prev_head": GENESIS, "head": writer.last.hash}

    def named(self) -> list[dict[str, Any]]:
        return [{"name": name, "size": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}
                for name, raw in self.entries.items()]

    def write(self, extra: dict[str, bytes] | None = None, **changes: Any) -> Path:
        raw = canonical({**self.manifest, "entries": self.named(), **changes})
        with zipfile.ZipFile(self.path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("manifest.json", raw)
            archive.writestr("manifest.sig", self.key.sign(raw).hex())
            for name, content in {**self.entries, **(extra or {})}.items():
                archive.writestr(name, content)
        return self.path


def problems(*paths: Path) -> list[str]:
    found = [verifier.check(each) for each in verifier.gather(paths, signature_holds)]
    return [fault.problem for each in found for fault in each.faults if fault.problem not in NOTES]


@pytest.fixture
def maker(tmp_path: Path, clock: VirtualClock) -> Maker:
    return Maker(tmp_path, clock)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One good package for many tests."""
    folder = tmp_path_factory.mktemp("goi")
    return Maker(folder, VirtualClock(datetime(2026, 11, 21, 5, 0, tzinfo=STATION_ZONE))).write()


def test_a_good_package(maker: Maker, capsys: pytest.CaptureFixture[str]) -> None:
    assert problems(maker.write()) == []
    assert verifier.main([str(maker.path), "--vi"]) == 0
    assert "tất cả khớp" in capsys.readouterr().out
    number = verifier.fingerprint(maker.manifest["key"])
    assert verifier.main([str(maker.path), "--key", number]) == 0
    assert verifier.main([str(maker.path), "--key", "1234 5678 9012 3456 7890"]) == 1
    assert "key_unknown" in capsys.readouterr().out


def test_what_is_inside_must_be_what_was_signed(maker: Maker) -> None:
    assert problems(maker.write({"airings.jsonl": b"[]\n"})) == ["package_entry"]
    assert problems(maker.write({"more.txt": b""})) == ["package_entry"]
    assert problems(maker.write({"../../evil.txt": b"x"})) == ["package_entry"]
    assert problems(maker.write(head="0" * 64)) == ["package_journal"]
    assert problems(maker.write(last_seq=7)) == ["package_journal"]
    assert problems(maker.write(first_seq=2)) == ["package_journal"]
    assert "broken_link" in problems(maker.write(prev_head="1" * 64))
    assert problems(maker.write(key="11" * 32)) == ["package_signature"]
    named = maker.named()
    del maker.entries["airings.jsonl"]
    assert problems(maker.write(entries=named)) == ["package_entry"]


@pytest.mark.parametrize("changes", [
    {"entries": None}, {"entries": [1]}, {"sender": "x"}, {"key": None}, {"key": 5}, {"entries": [{"name": []}]},
    {"prev_head": None}, {"first_seq": "x", "last_seq": {}, "head": []}, {"entries": []}])
def test_a_signed_manifest_of_nonsense(maker: Maker, changes: dict[str, Any]) -> None:
    maker.write(**changes)
    assert verifier.main([str(maker.path)]) == 1
    assert verifier.main([str(maker.path), "--json"]) == 1
    maker.write(sender={"id": ["a"]})
    assert verifier.main([str(maker.path)]) == 0, "whatever it is called"


def test_no_package_at_all(maker: Maker, tmp_path: Path) -> None:
    maker.write()
    raw = maker.path.read_bytes()
    for spoilt in (b"", b"PK\5\6" + bytes(18), raw[:-1], raw + b"\0", raw[:200] + raw[210:], bytes(100_000), raw[22:]):
        maker.path.write_bytes(spoilt)
        assert problems(maker.path) in (["package_unreadable"], ["package_entry"], ["package_signature"])
    assert problems(tmp_path / "none.dxgoi") == ["package_unreadable"]
    assert problems(tmp_path / "none.jsonl") == ["no_file"]
    assert problems(tmp_path / "none.json") == ["no_file"]


def test_a_bomb_is_not_unpacked(maker: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifier, "LARGEST_WHOLE", 1 << 20)
    maker.entries["audio/bomb.flac"] = bytes(2 << 20)
    assert problems(maker.write()) == ["package_unreadable"]


@settings(max_examples=100)
@given(st.data())
def test_any_damage_is_found_and_nothing_falls(whole: Path, data: st.DataObject) -> None:
    raw = whole.read_bytes()
    place = data.draw(st.integers(0, len(raw) - 1))
    spoilt = raw[:place] + data.draw(st.binary(max_size=40)) + raw[place + data.draw(st.integers(0, 40)):]
    path = whole.with_name("x.dxgoi")
    path.write_bytes(spoilt)
    assert problems(path) or contents(path) == contents(whole)


def contents(path: Path) -> dict[str, bytes]:
    """Fields of a ZIP that say nothing, as a date, may change: what is inside may not."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("line", [
    b"[" * 100_000, b"9" * 5000, b'{"seq":true}', b"\xff\xfe", b'{"a":NaN}', b'"\\ud800"', b'{"hash":{}}', b"null",
    b"x" * ((4 << 20) + 10), b'{"seq":' + b"9" * 4000 + b"}", b""])
def test_hostile_lines(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "2026-11-21.jsonl"
    path.write_bytes(line + b"\n" + line)
    found = list(verifier.walk([path], GENESIS))
    assert all(each.problem for each in found)
    assert sum(len(each.raw) for each in found) < 9 << 20
    seal = tmp_path / "2026-11-21.json"
    seal.write_bytes(line)
    assert verifier.main([str(path), str(seal), "--json"]) == 1


def test_it_runs_alone(tmp_path: Path, maker: Maker) -> None:
    """With nothing but the interpreter: no package, no site, another folder."""
    alone = tmp_path / "kiem-tra" / "verifier.py"
    alone.parent.mkdir()
    alone.write_bytes(Path(verifier.__file__).read_bytes())
    maker.write()

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-I", "-S", str(alone), *words], capture_output=True, encoding="utf-8",
                              cwd=alone.parent, check=False)
    good = run(str(maker.path), "--json")
    assert (good.returncode, json.loads(good.stdout)["lines"], good.stderr) == (0, 5, "")
    maker.write(head="0" * 64)
    assert (run(str(maker.path)).returncode, run("/nothing/here").returncode, run().returncode) == (1, 1, 2)
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run(str(empty)).returncode == 2

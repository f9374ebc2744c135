"""Packages as somebody who means ill, or a bad stick, would hand them in."""

from __future__ import annotations

import json
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from package_station import DAY, Contents, PackageStation, Sent, contents, remade

from broadcaster.aggregation.archive_format import Place, central_header, end_record, local_header
from broadcaster.aggregation.archive_write import member, write_package
from broadcaster.aggregation.model import DOWN
from broadcaster.aggregation.names import entry_allowed, entry_name
from broadcaster.aggregation.opened import Opened, open_package
from broadcaster.asrun.identity import Identity
from broadcaster.base.errors import BroadcasterError, NewerFormat, Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import Kind
from broadcaster.protocol.verifier import canonical, link


@pytest.fixture
def liar(tmp_path: Path) -> Identity:
    """A key of one's own, to sign what one likes."""
    home = StationHome(tmp_path / "kẻ mạo danh")
    home.create()
    return Identity(home)


def refusal(path: Path, station: Sent) -> str:
    with pytest.raises(BroadcasterError) as refused:
        open_package(path, station.now)
    assert refused.value.text
    return refused.value.code


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def everything(opened: Opened) -> tuple[object, ...]:
    return (opened.sha256, list(opened.journal()), list(opened.airings()), list(opened.corrections()),
            list(opened.letters()), opened.station())


def test_random_damage_is_refused_or_changes_nothing(sent: Sent, tmp_path: Path) -> None:
    good = sent.path.read_bytes()
    with open_package(sent.path, sent.now) as opened:
        meant = everything(opened)
    dice = random.Random(7)
    codes = []
    for _ in range(300):
        path = written(tmp_path / "x.dxgoi", damaged(good, dice))
        try:
            with open_package(path, sent.now) as opened:
                assert everything(opened) == meant
        except BroadcasterError as error:
            codes.append(error.code)
    assert all(code.startswith("package.") for code in codes)
    assert len(codes) > 290  # a bit of padding behind a deflate stream means nothing


def damaged(good: bytes, dice: random.Random) -> bytes:
    data, place = bytearray(good), dice.randrange(len(good))
    kind = dice.randrange(6)
    if kind == 0:
        data[place] ^= 1 << dice.randrange(8)
    elif kind == 1:
        del data[place:place + dice.randrange(1, 400)]
    elif kind == 2:
        data[place:place] = dice.randbytes(dice.randrange(1, 400))
    elif kind == 3:
        del data[place:]
    elif kind == 4:
        size, other = dice.randrange(1, 400), dice.randrange(len(good))
        data[place:place + size], data[other:other + size] = data[other:other + size], data[place:place + size]
    else:
        data[place:place + 64] = bytes(64)
    return bytes(data) if bytes(data) != good else bytes(data) + b"\0"


@pytest.mark.parametrize(("change", "code"), [
    (lambda data: b"", "package.not_one"),
    (lambda data: b"PK\3\4", "package.not_one"),
    (lambda data: data[:-1], "package.not_one"),
    (lambda data: data + b"\0", "package.not_one"),
    (lambda data: b"\0" + data, "package.not_one"),
    (lambda data: data[:6] + b"\1" + data[7:], "package.not_one"),  # "encrypted"
    (lambda data: data[:-4] + b"\0\0\2\0ab"[:4], "package.not_one"),
    (lambda data: data.replace(b"airings.jsonl", b"../../a.jsonl"), "package.contents"),
    (lambda data: data.replace(b"station.json", b"airings.json"), "package.contents"),
])
def test_no_other_zip_than_ours(sent: Sent, tmp_path: Path,
                                change: Callable[[bytes], bytes], code: str) -> None:
    assert refusal(written(tmp_path / "x.dxgoi", change(sent.path.read_bytes())), sent) == code


def test_a_folder_a_missing_file_and_a_foreign_zip(sent: Sent, tmp_path: Path) -> None:
    assert refusal(tmp_path, sent) == refusal(tmp_path / "không có.dxgoi", sent) == "package.unreadable"
    with zipfile.ZipFile(tmp_path / "x.dxgoi", "w") as file:
        file.writestr("manifest.json", "{}")
        file.writestr("manifest.sig", "00")
    assert refusal(tmp_path / "x.dxgoi", sent) == "package.not_one"


@pytest.mark.parametrize("name", [
    "../airings.jsonl", "/etc/passwd", "C:\\x.txt", "reports\\x.pdf", "reports/../x.pdf", "reports/con.pdf", "x.exe",
    "reports/X.pdf", "reports/.pdf", "reports/a/b.pdf", "audio/" + "g" * 64 + ".flac", "journal/2026-11-18.jsonl.exe",
    "airings.jsonl ", "journal/٢٠٢٦-11-18.jsonl", "reports/x.pdf\n", "station.key", "reports/aux.tar.docx",
])
def test_names_lead_nowhere(sent: Sent, tmp_path: Path, liar: Identity, name: str) -> None:
    assert not entry_allowed(name, "up")
    assert not entry_allowed(name, "down")
    if not name.isascii():
        return

    def add(inside: Contents) -> None:
        inside[name] = b"x"
    path = remade(sent.path, tmp_path / "x.dxgoi", liar, sent.now, add)
    assert refusal(path, sent) == "package.entry_name"


def test_a_persons_file_gets_a_plain_name() -> None:
    assert entry_name("reports", "Báo cáo quý IV/2026 (sửa).DOCX") == "reports/bao-cao-quy-iv-2026-sua.docx"
    assert entry_allowed(entry_name("reports", "CON.pdf"), "up")
    assert entry_allowed(entry_name("reports", "***.pdf"), "up")


def test_another_signature_or_key_is_found(sent: Sent, tmp_path: Path,
                                           liar: Identity) -> None:
    manifest, inside = contents(sent.path, sent.now)
    forged = written(tmp_path / "x.dxgoi", with_manifest(sent.path.read_bytes(), lambda raw: raw.replace(
        manifest.key.encode(), liar.public.encode())))
    assert refusal(forged, sent) == "package.signature"
    louder = with_manifest(sent.path.read_bytes(), lambda raw: raw.replace(b'"number":1,', b'"number":7,'))
    assert refusal(written(forged, louder), sent) in {"package.signature", "package.manifest"}
    # Signed anew with one's own key it is whole, but another's: whoever trusts keys sees it.
    with open_package(remade(sent.path, forged, liar, sent.now), sent.now) as opened:
        assert opened.manifest.key == liar.public != manifest.key
    assert inside


def with_manifest(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The same file around another manifest, every size and check sum put right; the signature stays."""
    names, at, entries = [], 0, []
    while data[at:at + 4] == b"PK\3\4":
        fields = struct.unpack_from("<4s5H3I2H", data, at)
        begin = at + 30 + fields[9]
        names.append(data[at + 30:begin])
        entries.append((fields[3], data[begin:begin + fields[7]]))
        at = begin + fields[7]
    out, places = b"", []
    for name, (method, packed) in zip(names, entries, strict=True):
        raw = zlib.decompress(packed, -15) if method == 8 else packed
        if name == b"manifest.json":
            raw = change(raw)
            packer = zlib.compressobj(6, zlib.DEFLATED, -15)
            packed = packer.compress(raw) + packer.flush()
        place = Place(name.decode(), method, zlib.crc32(raw), len(packed), len(raw), len(out))
        places.append(place)
        out += local_header(place) + packed
    directory = b"".join(map(central_header, places))
    return out + directory + end_record(len(places), len(directory), len(out))


@pytest.mark.parametrize(("said", "code"), [
    ({"made_at": "2026-11-25T00:00:00.000+07:00"}, "package.date"),
    ({"made_at": "2019-12-31T00:00:00.000+07:00"}, "package.date"),
    ({"made_at": "2026-11-20"}, "package.manifest"),
    ({"days": ("2026-11-18", "2026-12-19")}, "package.date"),
    ({"days": ("1999-01-01", "2026-11-18")}, "package.date"),
    ({"days": ("2026-11-19", "2026-11-18")}, "package.manifest"),
    ({"days": ("2026-11-18", "2026-11-18")}, "package.manifest"),
    ({"days": ("18/11/2026",)}, "package.manifest"),
    ({"days": ("2026-11-18",)}, "package.rows"),
    ({"number": 0}, "package.manifest"),
    ({"number": 2}, "package.manifest"),
    ({"number": -1}, "package.manifest"),
    ({"number": True}, "package.manifest"),
    ({"number": 1 << 70}, "package.manifest"),
    ({"first_seq": 2}, "package.manifest"),
    ({"last_seq": 3}, "package.chain"),
    ({"head": "0" * 63}, "package.manifest"),
    ({"head": "a" * 64}, "package.chain"),
    ({"prev_head": "a" * 64}, "package.manifest"),
    ({"prev_head": "a" * 64, "first_seq": 5, "last_seq": 30}, "package.chain"),
    ({"kind": DOWN}, "package.entry_name"),
    ({"kind": "sideways"}, "package.manifest"),
    ({"faults": ("2026-11-18.jsonl:2 altered",)}, "package.chain"),
    ({"program": "x" * 5_000}, "package.manifest"),
])
def test_a_manifest_that_cannot_be_true(sent: Sent, tmp_path: Path, liar: Identity,
                                        said: dict[str, object], code: str) -> None:
    assert refusal(remade(sent.path, tmp_path / "x.dxgoi", liar, sent.now, **said), sent) == code


def test_a_newer_form_is_left_alone(sent: Sent, tmp_path: Path) -> None:
    newer = with_manifest(sent.path.read_bytes(), lambda raw: raw.replace(b'"version":1}', b'"version":2}'))
    with pytest.raises(NewerFormat):
        open_package(written(tmp_path / "x.dxgoi", newer), sent.now)


def test_a_manifest_with_half_a_letter(sent: Sent, tmp_path: Path) -> None:
    spoilt = with_manifest(sent.path.read_bytes(), lambda raw: raw.replace("xã Mẫu".encode(), b"\\ud800", 1))
    assert refusal(written(tmp_path / "x.dxgoi", spoilt), sent) == "package.manifest"


def lines(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True)


def journal_change(change: Callable[[list[bytes]], list[bytes]]) -> Callable[[Contents], None]:
    def made(inside: Contents) -> None:
        name = f"journal/{DAY}.jsonl"
        inside[name] = b"".join(change(lines(inside[name])))
    return made


def relinked(every: list[bytes], at: int, change: Callable[[dict[str, object]], None]) -> list[bytes]:
    """A line changed, and its own hash put right."""
    line = json.loads(every[at])
    prev = line.pop("prev")
    line.pop("hash")
    change(line)
    return [*every[:at], canonical(link(line, prev)) + b"\n", *every[at + 1:]]


@pytest.mark.parametrize("change", [
    lambda every: every[:4] + every[5:],
    lambda every: [*every[:4], every[5], every[4], *every[6:]],
    lambda every: every[:4] + every[4:5] * 2 + every[5:],
    lambda every: [every[0], every[1].replace(b"sang/0", b"sang/9"), *every[2:]],
    lambda every: [*every[:2], every[2].replace(b'"position":96000', b'"position":96001'), *every[3:]],
    lambda every: [*every[:2], every[2].replace(b'{"at"', b'{ "at"'), *every[3:]],
    lambda every: [*every[:2], every[2].replace(b'"frames":96000', b'"frames":096000'), *every[3:]],
    lambda every: [*every[:-1], every[-1][:-1]],
    lambda every: [*every[:3], b"\n", *every[3:]],
    lambda every: [*every[:3], b"[" * 100_000 + b"\n", *every[3:]],
    lambda every: [*every[:3], b'{"seq":NaN}\n', *every[3:]],
    lambda every: relinked(every, 3, lambda line: line.update(seq=40)),
    lambda every: relinked(every, 1, lambda line: line["data"].update(title="Bản tin khác")),
])
def test_a_journal_that_was_touched(sent: Sent, tmp_path: Path, liar: Identity,
                                    change: Callable[[list[bytes]], list[bytes]]) -> None:
    path = remade(sent.path, tmp_path / "x.dxgoi", liar, sent.now, journal_change(change))
    assert refusal(path, sent) == "package.chain"


def row_change(change: Callable[[list[dict[str, object]]], object]) -> Callable[[Contents], None]:
    def made(inside: Contents) -> None:
        every = [json.loads(raw) for raw in lines(inside["airings.jsonl"])]
        change(every)
        inside["airings.jsonl"] = b"".join(json.dumps(row).encode() + b"\n" for row in every)
    return made


@pytest.mark.parametrize(("change", "code"), [
    (lambda rows: rows[3].update(outcome="aired"), "package.rows"),  # it was missed
    (lambda rows: rows[3].update(outcome="aired", first_seq=2, last_seq=7), "package.rows"),  # another's lines
    (lambda rows: rows[3].update(outcome="aired", first_seq=999, last_seq=999), "package.rows"),
    (lambda rows: rows[3].update(outcome="aired", first_seq=0, last_seq=0), "package.rows"),
    (lambda rows: rows[3].update(outcome="aired", first_seq=0, last_seq=0, note="delivered"), "package.rows"),
    (lambda rows: rows[0].update(cut_sha256="ab" * 32), "package.rows"),
    (lambda rows: rows[0].update(directive_id="d2"), "package.rows"),
    (lambda rows: rows[0].update(aired_frames=48_000 * 600), "package.rows"),
    (lambda rows: rows[0].update(verification="heard"), "package.rows"),
    (lambda rows: rows[0].update(kind="bai"), "package.rows"),
    (lambda rows: rows[0].update(title="Một tin khác"), "package.rows"),
    (lambda rows: rows[0].update(directive_number="1350/STTTT-BCXBTT"), "package.rows"),
    (lambda rows: rows[0].update(issuer="Sở Y tế"), "package.rows"),
    (lambda rows: rows[0].update(is_repeat=True), "package.rows"),
    (lambda rows: rows[0].update(zones=["Thôn 9"]), "package.rows"),
    (lambda rows: rows[0].update(aired_frames=48_000 * 3), "package.rows"),  # and still called whole
    (lambda rows: rows.pop(0), "package.rows"),  # what sounded is kept quiet
    (lambda rows: rows[0].update(title="\ud800"), "package.record"),
    (lambda rows: rows.append({**rows[0]}), "package.rows"),
    (lambda rows: rows.append({**rows[0], "id": "khác"}), "package.rows"),
    (lambda rows: rows[0].update(day="2026-11-17"), "package.rows"),
    (lambda rows: rows[0].update(started_at="2031-01-01T05:00:00.000+07:00"), "package.rows"),
    (lambda rows: rows[0].update(planned_start="2026-10-18T05:00:00.000+07:00"), "package.rows"),
    (lambda rows: rows[0].update(planned_start=""), "package.rows"),
    (lambda rows: rows[0].update(started_at="sáng nay"), "package.rows"),
    (lambda rows: rows[0].update(outcome="perfect"), "package.record"),
    (lambda rows: rows[0].update(aired_frames=-1), "package.record"),
    (lambda rows: rows[0].update(aired_frames=1.5), "package.record"),
    (lambda rows: rows[0].update(aired_frames=True), "package.record"),
    (lambda rows: rows[0].update(title=None), "package.record"),
    (lambda rows: rows[0].update(title="x" * 30_000), "package.record"),
    (lambda rows: rows[0].update(zones="all"), "package.record"),
    (lambda rows: rows[0].update(is_repeat="no"), "package.record"),
    (lambda rows: rows[0].update(pin="1234"), "package.record"),
    (lambda rows: rows[0].update(by_zone=[{"zone": "Thôn 1"}]), "package.record"),
    (lambda rows: rows[0].pop("approver"), "package.record"),
])
def test_rows_that_do_not_rest_on_the_journal(sent: Sent, tmp_path: Path, liar: Identity,
                                              change: Callable[[list[dict[str, object]]], object], code: str) -> None:
    path = remade(sent.path, tmp_path / "x.dxgoi", liar, sent.now, row_change(change))
    assert refusal(path, sent) == code


def test_what_was_broken_off_is_not_made_whole(aired: PackageStation, tmp_path: Path) -> None:
    day = DAY + timedelta(days=2)
    name = f"{day}/sang/0"
    facts = {"event_id": name, "day": day.isoformat(), "session_id": "sang", "title": "Bản tin", "kind": "tin",
             "planned_start": f"{day}T05:00:00.000+07:00", "rundown": f"{day}.r1.json"}
    start = aired.pen.write(Kind.START, **facts, frames=60 * RATE, offset=0, cut="ab" * 32)
    aired.pen.write(Kind.END, **facts, start_seq=start.seq, frames=20 * RATE, position=20 * RATE, reason="operator")
    aired.pen.write(Kind.VERDICT, event_id=name, day=day.isoformat(), start_seq=start.seq, verdict="silent", score=1.0)
    aired.pen.write(Kind.MISSED, **{**facts, "event_id": f"{day}/sang/1"}, reason="power")
    aired.air(day + timedelta(days=1))
    path, now, identity = aired.app.packages.make(), aired.clock.now(), aired.app.identity
    with aired.app.packages.open(path) as opened:
        rows = {row.id: row for row in opened.airings()}
        assert (rows[name].outcome, rows[name].verification) == ("partial", "silent")

    def lies(*changes: dict[str, object], drop: str = "") -> Path:
        def change(rows: list[dict[str, object]]) -> None:
            for each in changes:
                next(row for row in rows if row["id"] == name).update(each)
            rows[:] = [row for row in rows if row["id"] != drop]
        return remade(path, tmp_path / "x.dxgoi", identity, now, row_change(change))

    for lie in (lies({"outcome": "aired", "aired_frames": 60 * RATE}), lies({"aired_frames": 30 * RATE}),
                lies({"outcome": "aired"}), lies({"outcome": "aired", "planned_frames": 20 * RATE}),
                lies({"verification": "heard"}), lies({"verification": "sent"}), lies(drop=f"{day}/sang/1")):
        with pytest.raises(Refused) as refused:
            open_package(lie, now)
        assert refused.value.code == "package.rows"


@pytest.mark.parametrize(("name", "data"), [
    ("airings.jsonl", b"[]\n"), ("airings.jsonl", b"\xff\xfe\n"), ("airings.jsonl", b"{"),
    ("corrections.jsonl", b'{"id":"x"}\n'), ("directives.jsonl", b"null\n"), ("station.json", b"{}"),
    ("signatures.jsonl", b'{"at":"","first_day":"2026-11-19","head":"","id":"s","kind":"day","last_day":"2026-11-18",'
     b'"note":"","person":"","role":"","rows_sha256":""}\n'),
])
def test_records_that_are_none(sent: Sent, tmp_path: Path, liar: Identity, name: str,
                               data: bytes) -> None:
    def change(inside: Contents) -> None:
        inside[name] = data
    assert refusal(remade(sent.path, tmp_path / "x.dxgoi", liar, sent.now, change), sent) == "package.record"


def test_a_bomb_is_not_unpacked(sent: Sent, tmp_path: Path, liar: Identity) -> None:
    def bomb(inside: Contents) -> None:
        inside["reports/bom.txt"] = bytes(20 << 20)
    assert refusal(remade(sent.path, tmp_path / "x.dxgoi", liar, sent.now, bomb), sent) == "package.swollen"


def test_an_endless_line_is_not_read(sent: Sent, tmp_path: Path, liar: Identity) -> None:
    dice = random.Random(1)

    def endless(inside: Contents) -> None:
        inside["airings.jsonl"] = dice.randbytes(5 << 20).replace(b"\n", b" ")
    path = remade(sent.path, tmp_path / "x.dxgoi", liar, sent.now, endless)
    assert refusal(path, sent) == "package.too_large"


def test_a_row_may_rest_on_an_earlier_package(aired: PackageStation, tmp_path: Path) -> None:
    aired.app.packages.make()
    aired.air(DAY + timedelta(days=2))
    path = aired.app.packages.make(first=DAY)
    with aired.app.packages.open(path) as opened:
        assert [item.day for item in opened.resting] == [str(DAY)] * 3 + [str(DAY + timedelta(days=1))] * 3
        assert all(item.first_seq < opened.manifest.first_seq for item in opened.resting)
    with pytest.raises(Refused):
        aired.app.packages.make(first=DAY + timedelta(days=30))


def test_what_comes_down_is_another_kind(sent: Sent, tmp_path: Path,
                                         liar: Identity) -> None:
    manifest, _ = contents(sent.path, sent.now)
    down = replace(manifest, kind=DOWN, days=(), first_seq=0, last_seq=0, head=manifest.prev_head,
                   addressees=("xa-mau",))
    path = tmp_path / "xuong.dxgoi"
    write_package(path, down, [member("letters.jsonl", b"{}\n"), member("letters/cong-van.pdf", b"%PDF")], liar)
    assert refusal(path, sent) == "package.kind"
    with open_package(path, sent.now, DOWN) as opened:
        assert opened.read("letters/cong-van.pdf") == b"%PDF"
        assert opened.manifest.addressees == ("xa-mau",)

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from package_station import DAY, PackageStation

from broadcaster.aggregation.adapters import service
from broadcaster.aggregation.adapters.boundary import IncomingBulletin, Outgoing
from broadcaster.aggregation.adapters.incoming import letter_text
from broadcaster.base.errors import Refused
from broadcaster.directives.parse import parse_letter

BULLETIN: dict[str, Any] = {
    "id": "TW-2026-00017", "title": "Phòng, chống sốt xuất huyết", "issuer": "Sở Y tế tỉnh Mẫu", "level": "uu_tien",
    "number": "123/SYT-NVY", "text": "Mỗi gia đình diệt lăng quăng vào sáng Chủ nhật.", "times": 2,
    "valid_from": "2026-11-20", "valid_until": "2026-11-30",
}


@pytest.fixture
def connected(aired: PackageStation) -> Iterator[PackageStation]:
    """The station with the neutral adapter chosen."""
    aired.home.settings.write_text('[station]\nid = "xa-mau"\n\n[upward]\nsource_system = "neutral"\n',
                                   encoding="utf-8")
    aired.again()
    return aired


def bulletins(folder: Path, *items: dict[str, Any], **other: Any) -> Path:
    path = folder / "ban-tin.json"
    path.write_text(json.dumps({"format": "dai-xa.source-bulletins", "version": 1, "bulletins": items, **other}),
                    encoding="utf-8")
    return path


def test_it_is_off_until_chosen(aired: PackageStation, tmp_path: Path) -> None:
    for act in (lambda: aired.app.source.export(DAY, DAY, tmp_path),
                lambda: aired.app.source.take(bulletins(tmp_path, BULLETIN))):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "source.none"


def test_export_states_every_airing_of_both_days(connected: PackageStation, tmp_path: Path) -> None:
    made = connected.app.source.export(DAY, DAY + timedelta(days=1), tmp_path / "ra")
    body = json.loads(made[0].read_text(encoding="utf-8"))
    assert [item["result"] for item in body["airings"]].count("aired") == 6
    assert [item["reason"] for item in body["airings"] if item["result"] == "missed"] == ["file_missing"] * 2
    assert body["months"] == [{"month": "2026-11", "items": 6, "airings": 6, "repeats": 0, "missed": 2,
                               "seconds": 60.0, "relay_seconds": 0.0}]
    assert body["clusters"][0]["state"] == "sent"
    with made[1].open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["started_at"] for row in rows] == [item["started_at"] for item in body["airings"]]


def test_a_bulletin_becomes_a_letter_and_a_draft(connected: PackageStation, tmp_path: Path) -> None:
    path = bulletins(tmp_path, BULLETIN)
    [taken] = connected.app.source.take(path, "Cán bộ truyền thanh")
    draft = connected.app.bulletins.get(taken.draft)
    letter = connected.app.directives.get(taken.letter)
    assert str(draft.state) == "draft"
    assert draft.text == BULLETIN["text"]
    assert letter.value("number") == "123/SYT-NVY"
    assert connected.app.schedule.campaigns() == []
    [again] = connected.app.source.take(path)
    assert again.known
    assert len(connected.app.bulletins.list()) == 1


def test_the_letter_says_days_and_times_as_its_reader_reads_them() -> None:
    letter = parse_letter(letter_text(IncomingBulletin(**BULLETIN)))
    assert letter.value("campaign_end") == "2026-11-30"
    assert letter.value("campaign_start") == "2026-11-20"
    assert letter.value("airing_frequency")


def test_a_sound_becomes_a_draft_of_the_library(connected: PackageStation, tmp_path: Path) -> None:
    sound = tmp_path / "thong diep.wav"
    soundfile.write(sound, 0.2 * np.sin(np.arange(96_000) * 0.05), 48_000)
    said = {"file": sound.name, "sha256": hashlib.sha256(sound.read_bytes()).hexdigest(), "seconds": 2.0}
    [taken] = connected.app.source.take(bulletins(tmp_path, {**BULLETIN, "text": "", "sound": said}))
    cart = connected.app.library.get(taken.draft)
    assert (str(cart.state), cart.title) == ("draft", BULLETIN["title"])


_BAD: list[dict[str, Any]] = [
    {"id": "../17"}, {"id": ""}, {"title": ""}, {"title": "a\nb"}, {"issuer": ""}, {"level": "sky_high"},
    {"times": 49}, {"valid_until": "2026-11-19", "valid_from": ""}, {"valid_from": "2026-12-01"},
    {"valid_until": "30/11/2026"}, {"valid_until": "2126-11-30"}, {"text": ""}, {"text": "x" * 15_001},
    {"text": "a\x01b"}, {"text": "a\u202eb"},
    {"sound": {"file": "../x.wav", "sha256": "ab" * 32}}, {"sound": {"file": "/etc/passwd", "sha256": "ab" * 32}},
    {"sound": {"file": "C:\\x.wav", "sha256": "ab" * 32}}, {"sound": {"file": "khong-co.wav", "sha256": "ab" * 32}},
    {"sound": {"file": "khac.wav", "sha256": "ab" * 32}}, {"sound": {"file": "khac.wav", "sha256": ""}},
    {"sound": {"file": "lien-ket.wav", "sha256": "ab" * 32}},
]


def test_what_cannot_be_right_is_left_out_alone(connected: PackageStation, tmp_path: Path) -> None:
    (tmp_path / "khac.wav").write_bytes(b"RIFF")
    (tmp_path / "lien-ket.wav").symlink_to("/dev/zero")
    good = {**BULLETIN, "id": "TW-1", "title": "Tin tốt"}
    *bad, taken = connected.app.source.take(bulletins(tmp_path, *({**BULLETIN, **change} for change in _BAD), good))
    assert [change for change, each in zip(_BAD, bad, strict=True) if not each.problem or each.letter] == []
    assert not taken.problem
    assert len(connected.app.directives.list()) == 1


_NONE = [
    b"", b"{}", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"format":"dai-xa.source-bulletins","version":2,"bulletins":[]}',
    b'{"format":"dai-xa.source-bulletins","version":1,"bulletins":{}}',
    b'{"format":"dai-xa.source-bulletins","version":1,"bulletins":[{"id":1}]}',
    b'{"format":"dai-xa.source-bulletins","version":1,"bulletins":[null]}',
]


def test_files_that_hold_no_bulletins(connected: PackageStation, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    for data in _NONE:
        path.write_bytes(data)
        with pytest.raises(Refused) as refused:
            connected.app.source.take(path)
        assert refused.value.code == "source.unreadable", data
    with pytest.raises(Refused):
        connected.app.source.take(tmp_path / "không có.json")


def test_a_table_is_read_as_well(connected: PackageStation, tmp_path: Path) -> None:
    path = tmp_path / "ban-tin.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, BULLETIN)
        writer.writeheader()
        writer.writerow(BULLETIN)
    [taken] = connected.app.source.take(path)
    assert not taken.problem
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(Refused):
        connected.app.source.take(path)


class Vendor:
    """What somebody else may write."""

    def write(self, outgoing: Outgoing, folder: Path) -> Iterable[Path]:
        path = folder / "vendor.txt"
        path.write_text("\n".join(item.title for item in outgoing.airings()), encoding="utf-8")
        return [path]

    def read(self, path: Path) -> Iterable[IncomingBulletin]:
        raise ZeroDivisionError("a vendor's fault")


def test_a_vendor_brings_an_adapter(aired: PackageStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    aired.home.settings.write_text('[upward]\nsource_system = "hang-a"\n', encoding="utf-8")
    aired.again()
    with pytest.raises(Refused) as refused:
        aired.app.source.export(DAY, DAY, tmp_path)
    assert refused.value.code == "source.unknown"
    point = EntryPoint("hang-a", "test_source_system:Vendor", service.ENTRY_POINTS)
    monkeypatch.setattr(service, "brought", lambda: {point.name: point})
    [made] = aired.app.source.export(DAY, DAY, tmp_path)
    assert made.read_text(encoding="utf-8").count("\n") == 3
    made.write_text("x", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        aired.app.source.take(made)
    assert refused.value.code == "source.broken"

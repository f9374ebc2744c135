"""Units as data, and old logbooks as other stations kept them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, StationSection, ZoneSection, save_settings
from broadcaster.units.model import Unit
from broadcaster.wiring import App, build_app

BOOK = """ĐÀI TRUYỀN THANH XÃ MẪU CŨ,,,,,
SỔ THEO DÕI PHÁT SÓNG NĂM 2024,,,,,
STT,Ngày phát,Giờ phát,Nội dung,Thời lượng (phút),Người duyệt
1,02/01/2024,5h30,Thông báo lịch tiêm chủng,5,Phó Chủ tịch
2,,17h00,Tin nông vụ,4:30,Phó Chủ tịch
3,31/02/2024,5h30,Ngày không có,5,
4,03/01/2024,05:30,,5,
5,3-1-2024,5 giờ,Phát thanh an toàn giao thông,1 giờ 2 phút,
"""


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    save_settings(home, Settings(station=StationSection(superior="Sở Mẫu"), zones=(ZoneSection("Xã cũ A", "null"),)))
    made = build_app(home, clock)
    yield made
    made.close()


@pytest.fixture
def former(app: App) -> Unit:
    return app.units.save(Unit("", "Xã Mẫu A (cũ)", "former_commune", zone="Xã cũ A"))


def refused(code: str) -> pytest.RaisesExc[Refused]:
    return pytest.RaisesExc(Refused, check=lambda error: error.code == code)


def test_reports_go_to_whatever_the_tree_says(app: App) -> None:
    assert app.units.superior() == "Sở Mẫu"
    province = app.units.save(Unit("", "Tỉnh Mẫu", "province"))
    own = app.units.save(Unit("", "Xã Mẫu", "commune", province.id, role="own"))
    assert app.units.superior() == "Tỉnh Mẫu"
    app.units.save(Unit("", "Sở Văn hóa tỉnh Mẫu", "province", province.id, role="superior"))
    assert app.units.superior() == "Sở Văn hóa tỉnh Mẫu"
    assert next(item for item in app.units.all() if item.role == "own").id == own.id


def test_a_merged_commune_keeps_its_forerunners_as_zones(app: App) -> None:
    made = app.units.merge(Unit("", "Xã Mẫu", "commune"), [
        Unit("", "Xã Mẫu A", "former_commune", zone="Xã cũ A"), Unit("", "Xã Mẫu B", "former_commune")],
        date(2025, 7, 1), "Cán bộ")
    assert [(item.name, item.role, item.until, item.zone) for item in made] == [
        ("Xã Mẫu", "own", "", ""), ("Xã Mẫu A", "former", "2025-06-30", "Xã cũ A"),
        ("Xã Mẫu B", "former", "2025-06-30", "")]
    assert {item.parent_id for item in made[1:]} == {made[0].id}


def test_what_makes_no_tree_is_refused(app: App, former: Unit) -> None:
    below = app.units.save(Unit("", "Thôn Mẫu", "village", former.id))
    with refused("unit.parent"):
        app.units.save(Unit(former.id, former.name, former.level, below.id))
    with refused("unit.level"):
        app.units.save(Unit("", "Xã", "kingdom"))
    with refused("unit.zone"):
        app.units.save(Unit("", "Xã", "commune", zone="Không có"))
    with refused("unit.used"):
        app.units.remove(former.id)
    app.units.save(app.units.remove(below.id))  # and back
    assert {item.name for item in app.units.all()} == {former.name, "Thôn Mẫu"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "utf-16", "cp1258"])
def test_an_old_logbook_comes_in_whatever_wrote_it(app: App, former: Unit, tmp_path: Path, encoding: str) -> None:
    text = BOOK if encoding != "cp1258" else _decomposed(BOOK)
    (tmp_path / "sổ.csv").write_bytes(text.encode(encoding))
    reading = app.units.take(tmp_path / "sổ.csv", former.id, "Cán bộ")
    assert [(item.row, item.problem) for item in reading.bad] == [(6, "bad_date"), (7, "no_title")]
    found = app.units.records(former.id)
    assert [(item.day, item.time, item.title, item.seconds) for item in found] == [
        ("2024-01-02", "05:30", "Thông báo lịch tiêm chủng", 300), ("2024-01-02", "17:00", "Tin nông vụ", 270),
        ("2024-01-03", "05:00", "Phát thanh an toàn giao thông", 3720)]
    assert found[0].approver == "Phó Chủ tịch"
    assert [item.title for item in app.units.records(found="tiem chung")] == ["Thông báo lịch tiêm chủng"]
    assert app.units.totals(former.id, first="2024-01-03") == (1, 3720)


def test_an_excel_book_with_real_dates_comes_in_once(app: App, former: Unit, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    day = datetime(2023, 5, 4, tzinfo=UTC).replace(tzinfo=None)  # a cell knows of no zone
    for row in ([], ["Ngày", "Giờ", "Tên tin bài", "Thời lượng", "Thể loại", "Cụm loa"],
                [day, time(5, 30), "Diễn văn", time(0, 7, 30), "bài", 12.0]):
        sheet.append(row)
    book.save(tmp_path / "sổ.xlsx")
    app.units.take(tmp_path / "sổ.xlsx", former.id)
    (taken,) = app.units.records()
    assert (taken.day, taken.time, taken.seconds, taken.kind, taken.extra) == (
        "2023-05-04", "05:30", 450, "bài", {"Cụm loa": "12"})
    with refused("records.known"):
        app.units.take(tmp_path / "sổ.xlsx", former.id)
    (file,) = app.units.files()
    assert app.units.put_out(file) == 1
    app.units.take(tmp_path / "sổ.xlsx", former.id)
    assert app.units.totals() == (1, 450)


@pytest.mark.parametrize(("name", "data", "code"), [
    ("không có.csv", None, "file.missing"), ("trống.csv", b"", "records.no_heading"),
    ("sổ.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "records.kind"), ("hỏng.xlsx", b"PK\x03\x04rest", "records.damaged"),
    ("nhị phân.csv", bytes(range(256)) * 40, "records.damaged"),
    ("lời.csv", "chỉ có lời\n".encode(), "records.no_heading"),
    ("đầu.csv", "Ngày,Nội dung\n".encode(), "records.none"),
])
def test_what_is_no_logbook_is_refused_and_nothing_stored(
        app: App, former: Unit, tmp_path: Path, name: str, data: bytes | None, code: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with refused(code):
        app.units.take(tmp_path / name, former.id)
    assert app.units.totals() == (0, 0)


def test_a_bomb_of_a_workbook_is_not_unpacked(app: App, former: Unit, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bom.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(4):
            packed.writestr(f"xl/worksheets/sheet{number}.xml", bytes(90_000_000))
    with refused("records.too_large"):
        app.units.take(tmp_path / "bom.xlsx", former.id)


def _decomposed(text: str) -> str:
    """As code page 1258 writes it: letters with their hats, tones apart."""
    import unicodedata

    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
        out.append(base + "".join(c for c in parts if c in tones))
    return "".join(out)

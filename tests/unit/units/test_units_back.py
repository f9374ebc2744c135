"""A merger is one step, undoing it too; old records leave as csv; the trail tells what was changed."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from broadcaster.accounts.trail_service import Filter
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.units.model import Unit
from broadcaster.wiring import App, build_app

BOOK = "Ngày,Nội dung,Phút\n02/01/2024,Tiêm chủng,5\n03/01/2024,=HYPERLINK(1),3\n"


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    made = build_app(home, clock)
    yield made
    made.close()


def merge(app: App) -> tuple[list[Unit], list[Unit]]:
    """The tree before and after."""
    own = app.units.save(Unit("", "Xã Mẫu", "commune"))
    app.units.save(Unit("", "Xã Mẫu A", "former_commune", own.id))
    before = app.units.all()
    known = next(item for item in before if item.name == "Xã Mẫu A")
    app.units.merge(own, [known, Unit("", "Xã Mẫu B", "former_commune")], date(2025, 7, 1), "Quản trị")
    return before, app.units.all()


def test_a_merger_is_undone_as_a_whole(app: App) -> None:
    before, after = merge(app)
    assert len(after) == 3
    app.units.put_back(before, after, "Quản trị")
    assert app.units.all() == before


def test_a_refused_merger_leaves_nothing_half_done(app: App) -> None:
    before = app.units.all()
    with pytest.raises(Refused) as refused:
        app.units.merge(Unit("", "Xã Mẫu", "commune"), [
            Unit("", "Xã Mẫu A", "former_commune"), Unit("", "Xã Mẫu B", "former_commune", zone="Không có")],
            date(2025, 7, 1))
    assert refused.value.code == "unit.zone"
    with pytest.raises(Refused) as refused:
        app.units.merge(Unit("", "Xã Mẫu", "commune"), [], date(2025, 7, 1))
    assert refused.value.code == "unit.alone"
    assert app.units.all() == before == []
    assert app.trail.count() == 0


def test_what_was_changed_again_or_holds_records_is_not_undone(app: App, tmp_path: Path) -> None:
    before, after = merge(app)
    (tmp_path / "sổ.csv").write_text(BOOK, encoding="utf-8")
    former = next(item for item in after if item.name == "Xã Mẫu B")
    app.units.take(tmp_path / "sổ.csv", former.id)
    with pytest.raises(Refused) as refused:
        app.units.put_back(before, after)
    assert refused.value.code == "unit.used"
    assert app.units.all() == after
    app.units.save(Unit("", "Thôn Mẫu", "village", former.id))
    with pytest.raises(Refused) as refused:
        app.units.put_back(before, after)
    assert refused.value.code == "unit.changed"


def test_old_records_leave_as_csv_that_runs_no_formula(app: App, tmp_path: Path) -> None:
    former = app.units.save(Unit("", "Xã Mẫu A", "former_commune"))
    (tmp_path / "sổ.csv").write_text(BOOK, encoding="utf-8")
    app.units.take(tmp_path / "sổ.csv", former.id)
    assert app.units.export_records(tmp_path / "ra.csv", found="tiem") == 1
    assert app.units.export_records(tmp_path / "ra.csv", former.id) == 2
    raw = (tmp_path / "ra.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    assert [(row[0], row[2], row[3], row[5]) for row in rows[1:]] == [
        ("2024-01-02", "Xã Mẫu A", "Tiêm chủng", "300"), ("2024-01-03", "Xã Mẫu A", "' =HYPERLINK(1)", "180")]


def test_the_trail_tells_what_of_a_unit_was_changed(app: App) -> None:
    above = app.units.save(Unit("", "Tỉnh Mẫu", "province"))
    item = app.units.save(Unit("", "Xã Mẫu", "commune"), "Quản trị")
    app.units.save(Unit(item.id, "Xã Mẫu Mới", "commune", above.id, role="own"), "Quản trị")
    entry = app.trail.entries(Filter(subject=f"unit:{item.id}"))[0]
    assert entry.sentence == "Quản trị ghi đơn vị “Xã Mẫu Mới”"
    assert {(fact.name, fact.before, fact.value) for fact in entry.facts} >= {
        ("Đơn vị trên", "(để trống)", "Tỉnh Mẫu"), ("Vai trò", "(để trống)", "Đơn vị của đài"),
        ("Tên trước đây", None, "Xã Mẫu")}

"""The log page on a journal that was really written by the player (in virtual time)."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from page_station import DAY, Station, answer, page_of, shown_window
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from broadcaster.asrun.model import Airing, AiringQuery, Outcome
from broadcaster.base.paths import StationHome
from broadcaster.gui.log.check_dialog import CheckDialog
from broadcaster.gui.log.model import note_words, period_days, reason_words, summary_text
from broadcaster.gui.main_window import MainWindow
from broadcaster.protocol.journal import JournalWriter, Kind, Reason, journal_files

NASTY = '=1+1 “Ngoặc” \'đơn\'\nxuống dòng 🎺 <b>đậm</b>'


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> StationHome:
    """One morning, aired once: an item that aired, one whose file was altered after approval."""
    folder = tmp_path_factory.mktemp("played")
    home = StationHome(folder / "trạm mẫu")
    home.create()
    shutil.copyfile(migrated_file, home.database)
    made = Station(home, folder)
    made.people()
    made.sessions("05:00")
    made.campaign(made.approved("Phòng, chống đuối nước", seconds=5), times=1)
    broken = made.approved("Thu gom rác thải", seconds=3)
    made.campaign(broken, times=1)
    made.campaign(made.approved(NASTY, seconds=2), times=1)
    made.app.schedule.publish(DAY)
    home.audio(broken.cut.sha256).write_bytes(b"altered")
    made.play_until(6)
    made.app.close()
    return home


@pytest.fixture
def station(played: StationHome, tmp_path: Path) -> Iterator[Station]:
    """A copy of it, at the time at which it ended."""
    home = StationHome(tmp_path / "trạm mẫu")
    shutil.copytree(played.root, home.root)
    made = Station(home, tmp_path, sounds=3)
    made.clock.advance(2 * 3600)
    yield made
    made.app.close()


@pytest.fixture
def window(qtbot: Any, station: Station) -> Iterator[MainWindow]:
    yield from shown_window(qtbot, station)


def open_log(qtbot: Any, window: MainWindow, rows: int = 3) -> Any:
    window.go("log")
    page = page_of(window, "log")
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == rows)
    return page


def shown(page: Any) -> list[Airing]:
    return [page.table.rows.row_at(number) for number in range(len(page.table.rows.ids))]


def test_rows_and_their_sums(qtbot: Any, window: MainWindow, station: Station) -> None:
    page = open_log(qtbot, window)
    assert [row.outcome for row in shown(page)].count(Outcome.AIRED) == 2
    summary = station.app.asrun.summary(AiringQuery(DAY.isoformat(), DAY.isoformat()))
    assert (summary.planned, summary.aired, summary.missed) == (3, 2, 1)
    assert page.summary.whole_text() == summary_text(summary)
    assert summary == station.app.asrun.day_summary(DAY)


def test_search_without_accents(qtbot: Any, window: MainWindow) -> None:
    page = open_log(qtbot, window)
    page.search.setText("duoi nuoc")
    qtbot.waitUntil(lambda: [row.title for row in shown(page)] == ["Phòng, chống đuối nước"])
    page.search.setText("không có gì")
    qtbot.waitUntil(lambda: not page.table.rows.ids)
    page.table._empty._action.click()
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == 3)


def test_outcome_chips(qtbot: Any, window: MainWindow) -> None:
    page = open_log(qtbot, window)
    page.chips[Outcome.MISSED].click()
    qtbot.waitUntil(lambda: [row.title for row in shown(page)] == ["Thu gom rác thải"])
    page.chips[Outcome.AIRED].click()
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == 3)


def test_other_days(qtbot: Any, window: MainWindow) -> None:
    page = open_log(qtbot, window)
    page.period.setCurrentIndex(page.period.findData("yesterday"))
    qtbot.waitUntil(lambda: not page.table.rows.ids)
    window.go("log", DAY.isoformat())
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == 3)
    assert page.first.isVisible()
    page.first.set_value(DAY + timedelta(3))
    page.last.set_value(DAY - timedelta(3))
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == 3)


def test_periods_end_where_they_should() -> None:
    assert period_days("last_month", date(2026, 3, 31)) == (date(2026, 2, 1), date(2026, 2, 28))
    assert period_days("week", date(2026, 3, 3)) == (date(2026, 2, 25), date(2026, 3, 3))
    assert period_days("month", date(2026, 1, 1)) == (date(2026, 1, 1), date(2026, 1, 1))
    assert period_days("all", date(2026, 1, 1)) is None


def test_detail_shows_the_lines_that_prove_it(qtbot: Any, window: MainWindow) -> None:
    page = open_log(qtbot, window)
    page.table.selectRow([row.outcome for row in shown(page)].index(Outcome.AIRED))
    qtbot.waitUntil(lambda: len(page.detail.proof.rows.ids) >= 2)
    lines = [page.detail.proof.rows.row_at(number) for number in range(len(page.detail.proof.rows.ids))]
    kinds = [line.line.kind for line in lines]
    assert kinds[0] is Kind.START
    assert kinds[-1] is Kind.END
    assert {line.file for line in lines} == {f"{DAY.isoformat()}.jsonl"}
    assert {line.line.data["event_id"] for line in lines} == {page.table.current_row().id}


def test_why_something_did_not_air(qtbot: Any, window: MainWindow) -> None:
    page = open_log(qtbot, window)
    page.table.selectRow([row.outcome for row in shown(page)].index(Outcome.MISSED))
    assert page.detail.isVisible()
    assert reason_words(Reason.FILE_ALTERED) in page.detail._facts.accessibleDescription()
    page.detail.close_button.click()
    assert not page.detail.isVisible()


def check(qtbot: Any, page: Any) -> tuple[str, list[str]]:
    said: list[Any] = []

    def read(dialog: CheckDialog) -> None:
        table = getattr(dialog, "table", None)
        places = [] if table is None else [table.rows.data(table.rows.index(n, 0)) for n in range(len(table.rows.ids))]
        said.extend((dialog.verdict.text(), places))
        dialog.accept()
    came = answer(qtbot, CheckDialog, read)
    page.check_button.click()
    qtbot.waitUntil(lambda: bool(came) and bool(said))
    return said[0], said[1]


def test_a_whole_journal_is_found_whole(qtbot: Any, window: MainWindow) -> None:
    page = open_log(qtbot, window)
    verdict, places = check(qtbot, page)
    assert verdict.startswith("✓")
    assert places == []
    assert not page.warning.isVisible()


def test_an_altered_line_is_named(qtbot: Any, window: MainWindow, station: Station) -> None:
    page = open_log(qtbot, window)
    (path,) = journal_files(station.home.asrun)
    lines = path.read_bytes().splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if b'"MISSED"' in line)
    lines[place] = lines[place].replace(b'"MISSED"', b'"END"')
    path.write_bytes(b"".join(lines))
    verdict, places = check(qtbot, page)
    assert not verdict.startswith("✓")
    assert f"{path.name}:{place + 1}" in places
    assert page.warning.isVisible()


def put_in_between(station: Station) -> None:
    """An emergency in two zones, one of which lost its device; the monitor heard it in the other."""
    pen = JournalWriter(station.home.asrun, station.clock.now)
    facts = {"insert": "insert-1", "session_id": "insert-1-1", "day": DAY.isoformat()}
    pen.write(Kind.BREAK_IN, insert="insert-1", insert_kind="break_in", state="ordered", by="Cán bộ", confirmed=True)
    for zone in ("Thôn Đông", "Thôn Tây"):
        pen.write(Kind.START, **facts, event_id="i1", kind="khan_cap", title="Cảnh báo lũ", frames=48_000, zone=zone)
    for zone, frames in (("Thôn Đông", 48_000), ("Thôn Tây", 9_000)):
        pen.write(Kind.END, **facts, event_id="i1", zone=zone, frames=frames,
                  reason="" if frames == 48_000 else "device_lost")
    pen.write(Kind.VERDICT, event_id="i1", day=DAY.isoformat(), zone="Thôn Đông", verdict="heard", score=0.91)
    pen.close()
    station.app.asrun.file()


def test_what_was_put_in_between_is_found_and_told_by_zone(qtbot: Any, window: MainWindow, station: Station) -> None:
    put_in_between(station)
    page = open_log(qtbot, window, 4)
    page.kind.setCurrentIndex(page.kind.findData("khan_cap"))
    qtbot.waitUntil(lambda: [row.title for row in shown(page)] == ["Cảnh báo lũ"])
    page.table.selectRow(0)
    facts = page.detail._facts.accessibleDescription()
    for words in ("Thôn Đông: đã phát 0:01 · micrô nghe kiểm đã nghe thấy (91 %)", "Thôn Tây: phát một phần 0:00",
                  "Cán bộ, đã xác nhận", "Khẩn cấp"):
        assert words in facts, (words, facts)
    qtbot.waitUntil(lambda: len(page.detail.proof.rows.ids) == 6)
    page.kind.setCurrentIndex(page.kind.findData("truc_tiep"))
    qtbot.waitUntil(lambda: not page.table.rows.ids)
    page.table._empty._action.click()
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == 4)


def test_the_chips_take_a_second_line_rather_than_less_room(qtbot: Any, window: MainWindow) -> None:
    page = open_log(qtbot, window)
    window.resize(640, 600)
    qtbot.waitUntil(lambda: len({chip.y() for chip in page.chips.values()}) > 1)
    assert all(chip.width() >= chip.sizeHint().width() for chip in page.chips.values())


@pytest.mark.parametrize("fmt", ["csv", "xlsx"])
def test_export_writes_the_rows_asked_for(qtbot: Any, window: MainWindow, tmp_path: Path, fmt: str,
                                          monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_log(qtbot, window)
    page.chips[Outcome.AIRED].click()
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == 2)
    target = tmp_path / "nhật ký"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.export(fmt)
    path = target.with_name(f"nhật ký.{fmt}")
    qtbot.waitUntil(path.exists, timeout=15_000)
    qtbot.waitUntil(lambda: str(path) in window.toast.text())
    if fmt == "csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert not any(cell.startswith("=") for row in rows for cell in row), "no title becomes a formula"
    else:
        book = load_workbook(path)
        cells = list(book.worksheets[0].iter_rows())
        assert not any(cell.data_type == "f" for line in cells for cell in line), "no title becomes a formula"
        rows = [["" if cell.value is None else str(cell.value) for cell in line] for line in cells]
        book.close()
    text = [" ".join(row) for row in rows]
    assert sum("Phòng, chống đuối nước" in line for line in text) == 1
    assert not any("Thu gom rác thải" in line for line in text)


def test_export_to_a_place_that_cannot_be_written(qtbot: Any, window: MainWindow, tmp_path: Path,
                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_log(qtbot, window)
    (tmp_path / "tệp").write_text("không phải thư mục")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "tệp" / "a.csv"), ""))
    page.export("csv")
    qtbot.waitUntil(lambda: bool(window.toast.text()) and window.toast.isVisible())


def test_nothing_here_can_change_the_log(qtbot: Any, window: MainWindow, station: Station) -> None:
    page = open_log(qtbot, window)
    before = station.app.asrun.airings(AiringQuery())
    files = {path: path.read_bytes() for path in journal_files(station.home.asrun)}
    page.table.selectRow(0)
    assert page.table.editTriggers() == page.table.EditTrigger.NoEditTriggers
    # What asks first, and writes beside the log: tests of their own.
    asking = {page.check_button, page.export_button, page.detail.correct_button, page.names.sign}
    for part in page.findChildren(QAbstractButton):
        if part.isVisible() and part not in asking:
            part.click()
    assert station.app.asrun.airings(AiringQuery()) == before
    assert {path: path.read_bytes() for path in journal_files(station.home.asrun)} == files


def test_new_rows_do_not_move_the_choice_to_another_row(qtbot: Any, window: MainWindow, station: Station) -> None:
    page = open_log(qtbot, window)
    page.period.setCurrentIndex(page.period.findData("all"))
    qtbot.waitUntil(page._many_days)
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == 3)
    page.table.selectRow(0)
    chosen = page.table.current_row().id
    station.play_until(6, DAY + timedelta(1))
    page.reload()
    qtbot.waitUntil(lambda: len(page.table.rows.ids) == 6)
    current = page.table.current_row()
    assert current is None or current.id == chosen
    assert page.detail.isVisible()
    assert page._chosen == chosen


def test_the_programs_own_notes_are_words() -> None:
    assert note_words("resumed;estimated") == "bị ngắt, đã phát tiếp, giờ kết thúc ước tính, lệch không quá 2 giây"
    assert note_words("loa hỏng; đã báo") == "loa hỏng; đã báo"
    assert note_words("") == ""

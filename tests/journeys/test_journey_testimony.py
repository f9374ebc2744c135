"""A day bears witness: a killed player, filing, seal, name, correction; book and reports say what the journal says."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest
from hostile import APPROVER, APPROVER_PIN, OPERATOR, OPERATOR_PIN
from thread_station import DAY, INJECTION, MEETING, REFUSE, TITLES, TOMORROW, Counted, Thread, by_hand

from broadcaster.asrun.model import Outcome
from broadcaster.base.errors import Refused
from broadcaster.cli.main import main
from broadcaster.protocol.journal import Kind
from broadcaster.protocol.verifier import fingerprint
from broadcaster.reports import periods
from broadcaster.reports.model import Report, ReportQuery
from broadcaster.reports.service import FORMATS

Said = dict[str, tuple[int, float]]
"""Title -> airings, minutes, as a file's table has them."""


def test_every_planned_event_has_one_outcome(thread: Thread) -> None:
    """Also after the kill: the item it cut short went on where it was, and nothing is claimed twice."""
    counted, rows = by_hand(thread.home), thread.rows()
    assert len({row.id for row in rows}) == len(rows) == sum(each.planned for each in counted.values()) == 5
    cut_short = [line for line in thread.lines(Kind.START) if line.data["title"] == REFUSE]
    assert [line.data["offset"] > 0 for line in cut_short] == [False, True]
    for title in TITLES:
        mine = [row for row in rows if row.title == title]
        sounded = [row for row in mine if row.outcome is not Outcome.MISSED]
        assert (len(sounded), round(sum(row.aired_frames for row in mine) / 48_000, 3)) == (
            counted[title].airings, round(counted[title].seconds, 3)), title
    assert {(row.title, row.reason) for row in rows if row.outcome is Outcome.MISSED} == {(REFUSE, "file_missing")}
    assert counted[REFUSE] == Counted(planned=2, airings=1, missed=1, seconds=24.0)


def test_the_journal_holds_and_strangers_can_check_it(thread: Thread, tmp_path: Path) -> None:
    assert thread.app.seals.verify() == []
    seal = thread.app.seals.of(DAY.isoformat())
    assert (seal.first_seq, seal.last_seq) == (1, thread.lines()[-1].seq)
    alone = tmp_path / "kiem_tra.py"
    assert main(["log", "verifier", "--out", str(alone)]) == 0
    words = [sys.executable, "-I", str(alone), str(thread.home.root), "--key", fingerprint(seal.key)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    lines_alone = [*words[:3], str(thread.home.asrun), *words[4:], "--json"]
    done = subprocess.run(lines_alone, capture_output=True, text=True, check=False, timeout=60)
    assert {fault["problem"] for fault in json.loads(done.stdout)["faults"]} == {"key_none", "unsealed"}
    path = thread.home.asrun / f"{DAY.isoformat()}.jsonl"
    path.write_bytes(path.read_bytes().replace(REFUSE.encode(), MEETING.encode(), 1))
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert path.name in done.stdout


def test_only_who_may_signs_and_a_later_correction_is_told(thread: Thread) -> None:
    signatures, week = thread.app.signatures, DAY - timedelta(days=DAY.weekday())
    assert signatures.standing(DAY).state == "signed"
    with pytest.raises(Refused) as refusal:
        signatures.sign_week(week, thread.app.accounts.check_pin(OPERATOR, OPERATOR_PIN))
    assert refusal.value.code == "right.missing"
    thread.morning(TOMORROW)
    thread.sign(TOMORROW)
    signatures.sign_week(week, thread.app.accounts.check_pin(APPROVER, APPROVER_PIN))
    assert signatures.standing_of_week(week).state == "signed"
    row = next(row for row in thread.rows() if row.title == MEETING)
    thread.app.corrections.take_back(row.id, "Điện có lại sau một phút", OPERATOR)
    assert (signatures.standing(DAY).state, signatures.standing_of_week(week).state) == ("changed", "changed")
    assert next(row for row in thread.rows() if row.title == MEETING).counted.outcome is Outcome.AIRED
    assert thread.app.seals.verify() == [], "no word of a person touches the journal"


def test_two_weeks_without_an_officer_are_sealed_and_told_as_unsigned(thread: Thread) -> None:
    """Nobody was there: the player went by its plan, the keeper filed and sealed, the days without a name are told."""
    days = [DAY + timedelta(days=number) for number in range(1, 15)]
    thread.app.schedule.publish_days(TOMORROW, 14)
    for day in days[:2]:
        thread.play(22, day)
        thread.morning(day)
    thread.morning(days[-1])
    look = thread.app.morning.look()
    assert (look.yesterday.day, look.standing.state) == (days[-1], "unsigned")
    assert [each.first for each in look.unsigned] == days[:-1]
    assert {row.outcome for row in thread.rows(days[1])} == {Outcome.AIRED}
    assert {(row.outcome, row.reason) for row in thread.rows(days[5])} == {(Outcome.MISSED, "pc_off")}
    assert [seal.day for seal in thread.app.seals.list()] == [day.isoformat() for day in (DAY, *days[:2])]
    thread.sign(days[0])
    assert [each.first for each in thread.app.morning.look().unsigned] == days[1:-1]


def test_the_book_says_what_the_journal_says(thread: Thread) -> None:
    text = " ".join(page_texts(thread.app.logbook.pdf(DAY, DAY)))
    counted = by_hand(thread.home)
    seal = thread.app.seals.of(DAY.isoformat())
    code = seal.sha256[:32]
    for words in (*TITLES, f"Cộng trong ngày: {sum(each.airings for each in counted.values())} lượt phát",
                  "đính chính 1 lượt", "Thôn Đông mất điện", f"Đã ký trong phần mềm: {OPERATOR}",
                  " ".join(code[place:place + 4] for place in range(0, 16, 4))):
        assert words in text, words
    assert thread.app.seals.text(DAY.isoformat()).split()[3] == code


def test_the_code_on_paper_is_the_seal(thread: Thread) -> None:
    """Read back from the page's picture, as a telephone does."""
    decoder = pytest.importorskip("zxingcpp")
    page = pypdfium2.PdfDocument(thread.app.logbook.pdf(DAY, DAY))
    try:
        found = decoder.read_barcodes(page[0].render(scale=3).to_pil())
    finally:
        page.close()
    assert thread.app.seals.text(DAY.isoformat()) in [each.text for each in found]


@pytest.mark.parametrize("ask", [
    pytest.param(lambda thread: thread.app.reports.compile(ReportQuery(periods.free(DAY, DAY))), id="day"),
    pytest.param(lambda thread: thread.app.reports.for_month("2026-11"), id="month"),
    pytest.param(lambda thread: thread.app.reports.for_directive(thread.letter), id="letter")])
def test_reports_agree_with_the_journal_and_each_other(thread: Thread, tmp_path: Path,
                                                       ask: Callable[[Thread], Report]) -> None:
    report, counted = ask(thread), by_hand(thread.home)
    asked = [INJECTION, REFUSE] if report.letter else list(TITLES)
    expected: Said = {title: (counted[title].airings, round(counted[title].seconds / 60, 1)) for title in asked}
    totals = report.totals
    assert (totals.planned, totals.airings, totals.missed) == tuple(
        sum(getattr(counted[title], name) for title in asked) for name in ("planned", "airings", "missed"))
    assert totals.corrected == (0 if report.letter else 1)
    for asking in report.requirements:
        partial = asking.title == MEETING  # said by a person
        assert (asking.aired, asking.partial, asking.heard) == (
            counted[asking.title].airings - partial, partial, counted[asking.title].heard), asking.title
    for fmt in FORMATS:
        path = thread.app.reports.write(report, fmt, tmp_path / f"bao-cao.{fmt}")
        assert READERS[fmt](path, asked) == expected, fmt


def page_texts(pdf: bytes) -> list[str]:
    file = pypdfium2.PdfDocument(pdf)
    try:
        found = []
        for number in range(len(file)):
            page = file[number]
            text = page.get_textpage()
            found.append(" ".join(text.get_text_bounded().replace("\u00a0", " ").split()))
            text.close()
            page.close()
        return found
    finally:
        file.close()


def _number(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))


def _of_docx(path: Path, titles: list[str]) -> Said:
    table = next(table for table in docx.Document(str(path)).tables if table.rows[0].cells[0].text == "STT")
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    return {row[1]: (int(row[5]), _number(row[6])) for row in rows if row[1] in titles}


def _of_pdf(path: Path, titles: list[str]) -> Said:
    """The table's rows in the order a reader's eye has them: title … airings minutes."""
    text = " ".join(page_texts(path.read_bytes())).split("(10)", 1)[1]
    found: Said = {}
    for title in titles:
        cells = re.compile(r"(\d+) (\d+) (\d+) (\d+,\d+) ").search(text, text.index(title))
        assert cells is not None, title
        found[title] = int(cells[3]), _number(cells[4])
    return found


def _of_xlsx(path: Path, titles: list[str]) -> Said:
    book = openpyxl.load_workbook(path)
    rows = list(book["Báo cáo"].iter_rows(values_only=True))
    book.close()
    return {str(row[1]): (int(row[5]), float(row[6])) for row in rows if row[1] in titles}


def _of_csv(path: Path, titles: list[str]) -> Said:
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig").split("\n\n")[0], newline="")))
    found: Said = {}
    for row in rows[1:]:
        if len(row) == len(rows[0]) and row[1] in titles:
            found.setdefault(row[1], (int(row[5]), _number(row[6])))
    return found


READERS: dict[str, Callable[[Path, list[str]], Said]] = {
    "docx": _of_docx, "pdf": _of_pdf, "xlsx": _of_xlsx, "csv": _of_csv}


"""Whoever alters what was approved silences it: nothing altered sounds, and journal and log say why."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import docx
import numpy as np
import openpyxl
import pytest
import soundfile
from hostile import DAY_START, Ground, command, make_ground, write_database
from hostile_files import tone

from broadcaster.air.simulate import simulate
from broadcaster.asrun.model import Airing, AiringQuery, Outcome
from broadcaster.base.vietnamese import one_line
from broadcaster.library.model import Cart, CartKind
from broadcaster.protocol.journal import Kind, Line, journal_files, read_journal
from broadcaster.protocol.rundown import revisions_of

EVENING = DAY_START + timedelta(hours=16)
HOSTILE_TITLES = [
    "Dấu \"kép\", 'đơn',\nxuống dòng; 😀🔊 <b>&amp;</b> \\ %s {0}",
    "=1+1", "@SUM(A1)", "+84 123", "-2", "\t=cmd|' /C calc'!A0",
    "ÂÁ😀\"" + "rất dài " * 700, "a\x00b\x1b[31mc", "‮ngược‬",
]


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    made = make_ground(tmp_path / "trạm mẫu")
    yield made
    made.app.close()


def prepared(ground: Ground, tmp_path: Path) -> tuple[Cart, Cart]:
    """Two approved messages of different pitch, each to be aired once today."""
    carts = []
    for title, hertz in (("Âm thấp", 300.0), ("Âm cao", 3000.0)):
        tone(tmp_path / f"{title}.wav", hertz)
        carts.append(ground.approved_message(title, file=tmp_path / f"{title}.wav"))
        ground.campaign(carts[-1])
    return carts[0], carts[1]


def play(ground: Ground, wav: Path) -> list[Airing]:
    """The day in virtual time, then its log."""
    simulate(ground.home, ground.clock, EVENING, wav)
    ground.app.asrun.file()
    return ground.app.asrun.airings(AiringQuery())


def heard(wav: Path, hertz: float) -> float:
    """How much of one pitch is in the recording; silence is 0."""
    if not wav.exists():
        return 0.0
    sound, rate = soundfile.read(wav)
    if not len(sound):
        return 0.0
    spectrum = np.abs(np.fft.rfft(sound[:, 0])) / len(sound)
    place = round(hertz * len(sound) / rate)
    return float(spectrum[max(0, place - 20):place + 20].max())


def lines(ground: Ground, kind: Kind) -> list[Line]:
    return [line for path in journal_files(ground.home.asrun) for line in read_journal(path) if line.kind is kind]


def test_a_sound_file_that_was_altered_is_silent(ground: Ground, tmp_path: Path) -> None:
    low, high = prepared(ground, tmp_path)
    ground.app.schedule.publish(DAY_START.date())
    # A whole, playable file, but another sound than the approved one.
    ground.home.audio(low.cut.sha256).write_bytes(ground.home.audio(high.cut.sha256).read_bytes())
    rows = {row.title: row for row in play(ground, tmp_path / "air.wav")}
    assert (rows["Âm thấp"].outcome, rows["Âm thấp"].reason) == (Outcome.MISSED, "file_altered")
    assert rows["Âm cao"].outcome is Outcome.AIRED
    assert heard(tmp_path / "air.wav", 300) < 1e-4 < 1e-3 < heard(tmp_path / "air.wav", 3000)
    assert {line.data["cut"] for line in lines(ground, Kind.START)} == {high.cut.sha256}
    assert [line.data["reason"] for line in lines(ground, Kind.MISSED)] == ["file_altered"]


def test_a_sound_file_that_is_gone_is_said_to_be_gone(ground: Ground, tmp_path: Path) -> None:
    low, _ = prepared(ground, tmp_path)
    ground.app.schedule.publish(DAY_START.date())
    ground.home.audio(low.cut.sha256).unlink()
    rows = {row.title: row for row in play(ground, tmp_path / "air.wav")}
    assert (rows["Âm thấp"].outcome, rows["Âm thấp"].reason) == (Outcome.MISSED, "file_missing")
    assert rows["Âm cao"].outcome is Outcome.AIRED


def test_an_altered_rundown_is_not_played(ground: Ground, tmp_path: Path) -> None:
    prepared(ground, tmp_path)
    ground.app.schedule.publish(DAY_START.date())
    path = revisions_of(ground.home.rundowns, DAY_START.date())[0]
    body = json.loads(path.read_text(encoding="utf-8"))
    body["sessions"][0]["hard_end"] = body["sessions"][0]["hard_end"].replace("06:00", "07:00")
    path.write_text(json.dumps(body, ensure_ascii=False), encoding="utf-8")
    play(ground, tmp_path / "air.wav")
    assert lines(ground, Kind.START) == []
    assert heard(tmp_path / "air.wav", 300) < 1e-4
    assert [(line.data["name"], line.data["problem"]) for line in lines(ground, Kind.SEAL)] == [(path.name, "altered")]


def test_an_altered_rundown_is_followed_by_a_good_one(ground: Ground, tmp_path: Path) -> None:
    """What keeper does at its next round."""
    prepared(ground, tmp_path)
    ground.app.schedule.publish(DAY_START.date())
    path = revisions_of(ground.home.rundowns, DAY_START.date())[0]
    path.write_text(path.read_text(encoding="utf-8").replace("Âm thấp", "Âm khác"), encoding="utf-8")
    ground.app.schedule.publish(DAY_START.date())
    rows = play(ground, tmp_path / "air.wav")
    assert {(row.title, row.outcome) for row in rows} == {("Âm thấp", Outcome.AIRED), ("Âm cao", Outcome.AIRED)}


@pytest.mark.parametrize("change", ["approver = 'Người khác'", "valid_until = '2099-01-01'", "audio_sha256 = ''",
                                    "seal = ''", "approved_at = '2020-01-01T00:00:00.000+07:00'"])
def test_an_altered_approval_lets_nothing_air(ground: Ground, tmp_path: Path, change: str) -> None:
    low, _ = prepared(ground, tmp_path)
    assert write_database(ground.home, f"UPDATE approval SET {change} WHERE id = ?", low.approval_id) == 1
    plan = ground.app.schedule.plan(DAY_START.date())
    assert ("approval_broken", "Âm thấp") in {(warning.code, warning.facts.get("title")) for warning in plan.warnings}
    ground.app.schedule.publish(DAY_START.date())
    rows = play(ground, tmp_path / "air.wav")
    assert [row.title for row in rows] == ["Âm cao"]
    assert heard(tmp_path / "air.wav", 300) < 1e-4


def test_an_approval_moved_to_another_sound_lets_nothing_air(ground: Ground, tmp_path: Path) -> None:
    """The row of the cart is bent instead: state, approval and cut of an item nobody approved."""
    low, high = prepared(ground, tmp_path)
    assert write_database(ground.home, "UPDATE cart SET cut_sha256 = ? WHERE id = ?", high.cut.sha256, low.id) == 1
    plan = ground.app.schedule.plan(DAY_START.date())
    assert "approval_broken" in {warning.code for warning in plan.warnings}
    assert [event.title for session in plan.rundown.sessions for event in session.events] == ["Âm cao"]


def test_an_altered_bulletin_text_is_not_planned(ground: Ground, tmp_path: Path) -> None:
    cart = ground.approved_bulletin("Tin mẫu", "Sáng mai có họp dân tại nhà văn hóa.")
    ground.campaign(cart)
    assert [event.title for session in ground.app.schedule.plan(DAY_START.date()).rundown.sessions
            for event in session.events] == ["Tin mẫu"]
    assert write_database(ground.home, "UPDATE bulletin SET text = text || ' Thêm một câu.'") == 1
    plan = ground.app.schedule.plan(DAY_START.date())
    assert "approval_broken" in {warning.code for warning in plan.warnings}
    assert not any(session.events for session in plan.rundown.sessions)


def test_an_altered_journal_line_is_found_and_not_believed(ground: Ground, tmp_path: Path) -> None:
    prepared(ground, tmp_path)
    ground.app.schedule.publish(DAY_START.date())
    simulate(ground.home, ground.clock, EVENING, tmp_path / "air.wav")
    path = journal_files(ground.home.asrun)[0]
    text = path.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(index for index, line in enumerate(text) if '"kind":"START"' in line and "Âm thấp" in line)
    text[place] = text[place].replace("Âm thấp", "Âm thật")
    path.write_text("".join(text), encoding="utf-8")
    filed = ground.app.asrun.file()
    assert f"{path.name}:{place + 1} altered" in filed.faults
    assert "Âm thật" not in {row.title for row in ground.app.asrun.airings(AiringQuery())}
    ran = command(ground.home, "log", "verify")
    assert ran.code == 1
    assert f":{place + 1} altered" in ran.out


def test_hostile_titles_reach_log_and_report_as_one_harmless_line(ground: Ground, tmp_path: Path) -> None:
    """Library, plan, rundown, journal, log, csv, xlsx, docx: one line each, cut to size, never a formula."""
    for number, title in enumerate(HOSTILE_TITLES):
        tone(tmp_path / f"{number}.wav", 300.0 + 50 * number)
        ground.campaign(ground.approved_message(title, CartKind.NEWS, tmp_path / f"{number}.wav"))
    expected = {one_line(title) for title in HOSTILE_TITLES}
    assert len(expected) == len(HOSTILE_TITLES)
    assert all(len(title) <= 300 for title in expected)
    ground.app.schedule.publish(DAY_START.date())
    rows = play(ground, tmp_path / "air.wav")
    assert {row.title for row in rows} == expected
    assert {row.outcome for row in rows} == {Outcome.AIRED}
    assert {line.data["title"] for line in lines(ground, Kind.START)} == expected
    assert ground.app.asrun.verify() == []
    files = {fmt: tmp_path / f"out.{fmt}" for fmt in ("csv", "xlsx", "docx")}
    ground.app.reports.write_log(AiringQuery(), "csv", files["csv"])
    ground.app.reports.write_log(AiringQuery(), "xlsx", files["xlsx"])
    ground.app.reports.write(ground.app.reports.for_period(DAY_START.date(), DAY_START.date()), "docx", files["docx"])
    check_csv(files["csv"], expected)
    check_xlsx(files["xlsx"], expected)
    cells = {cell.text for table in docx.Document(files["docx"]).tables for row in table.rows for cell in row.cells}
    assert {"=1+1", "@SUM(A1)"} <= cells


def check_csv(path: Path, expected: set[str]) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = {cell for row in csv.reader(file) for cell in row}
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]
    assert expected <= {cell.removeprefix("' ") for cell in cells}


def check_xlsx(path: Path, expected: set[str]) -> None:
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    book.close()
    assert expected <= {cell.value for cell in cells if cell.data_type == "s"}
    assert not [cell.value for cell in cells if cell.data_type == "f" and str(cell.value).startswith(("=1+1", "=cmd"))]


def test_a_hostile_title_of_a_bulletin_becomes_one_line(ground: Ground) -> None:
    for title in HOSTILE_TITLES:
        made = ground.app.bulletins.new(title, "Một câu.")
        assert made.title == one_line(title)
        assert ground.app.bulletins.find(made.id).title == made.title

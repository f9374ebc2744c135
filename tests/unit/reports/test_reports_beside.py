"""What a report says beside the airings: asked against aired and heard, faults, old books, hand-outs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from reports_office import airing
from sqlalchemy import insert

from broadcaster.asrun import store
from broadcaster.asrun.model import Airing, Outcome
from broadcaster.base.clock import VirtualClock, at, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main
from broadcaster.db.schema import campaign, cart, cut, directive, journal_line
from broadcaster.reports import periods
from broadcaster.reports.model import Fault, ReportQuery
from broadcaster.reports.store import fault_in
from broadcaster.units.model import Unit
from broadcaster.wiring import App, build_app

DAY = date(2026, 11, 10)
NOVEMBER = periods.month("2026-11")
MADE = format_time(at(DAY - timedelta(1), 0))


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    made = build_app(home, clock)
    with made.database.write("campaign", "cart", "directive") as c:
        c.execute(insert(directive).values(
            id="d1", sha256="d1", suffix=".txt", file_name="cv.txt", text="…", text_sha256="d1", number="45/SYT-NVY",
            issuer="Sở Y tế", subject="Tiêm chủng", received_at=MADE,
            fields={name: {"value": value, "span": None, "confidence": 1.0, "source": "operator"} for name, value in (
                ("number", "45/SYT-NVY"), ("issuer", "Sở Y tế tỉnh Mẫu"), ("doc_type", "cong_van"),
                ("report_addressee", "Sở Y tế tỉnh\nMẫu"))}))
        c.execute(insert(cut).values(sha256="c1", frames=48000, lufs=-18.0, true_peak_db=-1.0, source="voice",
                                     waveform=b"", created_at=MADE))
        c.execute(insert(cart).values(id="k1", kind="bai", title="Tiêm chủng", cut_sha256="c1", state="approved",
                                      origin="own", directive_id="d1", created_at=MADE, updated_at=MADE))
        c.execute(insert(campaign).values(
            id="p1", title="Tiêm chủng mở rộng", cart_id="k1", directive_id="d1", times=2,
            first_day=DAY.isoformat(), last_day=(DAY + timedelta(4)).isoformat(), urgency="routine", state="active",
            created_by="Cán bộ truyền thanh", created_at=MADE))
    yield made
    made.close()


def of_campaign(name: str, day: date, second: float, outcome: Outcome, heard: bool = False) -> Airing:
    row = airing(name, day, second, title="Tiêm chủng mở rộng", kind="bai", outcome=outcome, directive="d1",
                 number="45/SYT-NVY", reason="power" if outcome is Outcome.MISSED else "", cut="c1")
    return replace(row, campaign="p1", verification="heard" if heard else row.verification)


def log_four_days(app: App) -> None:
    """Twice a day for five days are asked; three days go well, the fourth loses its evening, the fifth everything."""
    with app.database.write("airing") as c:
        for n in range(5):
            day = DAY + timedelta(n)
            evening = Outcome.AIRED if n < 3 else Outcome.MISSED
            morning = Outcome.AIRED if n < 4 else Outcome.MISSED
            store.replace_airings(c, day.isoformat(), [of_campaign(f"m{n}", day, 5 * 3600, morning, n == 0),
                                                       of_campaign(f"e{n}", day, 17 * 3600, evening)])


def test_twice_a_day_for_five_days_is_ten(app: App) -> None:
    log_four_days(app)
    for query in (ReportQuery(directive_id="d1"), ReportQuery(campaign_id="p1"), ReportQuery(NOVEMBER)):
        row, = app.reports.compile(query).requirements
        assert (row.asked, row.aired, row.heard, row.missing, row.days_asked, row.days_covered) == (10, 7, 1, 3, 5, 4)
        assert (row.title, row.directive) == ("Tiêm chủng mở rộng", "45/SYT-NVY")
    text = "\n".join(app.reports.document(app.reports.compile(ReportQuery(directive_id="d1"))).texts())
    assert "đã phát trọn vẹn 7/10 lượt (70,0 %). Còn thiếu 3 lượt." in text


def test_a_period_counts_only_its_own_days(app: App) -> None:
    log_four_days(app)
    row, = app.reports.compile(ReportQuery(periods.free(DAY + timedelta(3), DAY + timedelta(30)))).requirements
    assert (row.asked, row.aired, row.missing) == (4, 1, 3)
    assert app.reports.compile(ReportQuery(periods.month("2026-10"))).requirements == ()


def test_a_campaign_has_a_report_of_its_own(app: App) -> None:
    log_four_days(app)
    report = app.reports.compile(ReportQuery(campaign_id="p1"))
    assert (report.first, report.last, report.totals.airings) == (DAY, DAY + timedelta(4), 7)
    assert app.reports.says(report).subject() == \
        "Kết quả đợt tuyên truyền “Tiêm chủng mở rộng” trên hệ thống truyền thanh xã Mẫu"
    with pytest.raises(Refused) as refusal:
        app.reports.compile(ReportQuery(campaign_id="nowhere"))
    assert refusal.value.code == "schedule.campaign_unknown"
    with pytest.raises(Refused) as refusal:
        app.reports.compile(ReportQuery())
    assert refusal.value.code == "report.nothing"


def test_the_letter_is_answered_where_it_says(app: App) -> None:
    assert app.reports.says(app.reports.for_directive("d1")).to() == ("Kính gửi: Sở Y tế tỉnh Mẫu.",)


def test_faults_come_out_of_the_journal(app: App) -> None:
    lines = [("BOOT", {"clean": False, "down_reason": "power"}), ("BOOT", {"clean": True, "down_reason": "pc_off"}),
             ("DEVICE", {"state": "lost"}), ("DEVICE", {"state": "open"}), ("DEVICE", {"state": "lost"}),
             ("SILENCE", {"state": "begun"}), ("SILENCE", {"state": "over"}), ("CLOCK", {"valid": False}),
             ("CLOCK", {"drift_ms": 0.1}), ("POWER", {"state": "failed"}), ("SEAL", {"what": "rundown"})]
    with app.database.write("airing") as c:
        for seq, (kind, data) in enumerate(lines, start=1):
            c.execute(insert(journal_line).values(seq=seq, file=f"{DAY}.jsonl", at=format_time(at(DAY, seq)), kind=kind,
                                                  data=data, hash="0" * 64))
    found = app.reports.compile(ReportQuery(NOVEMBER)).faults
    assert set(found) == {Fault(DAY, "power", 1), Fault(DAY, "device", 2), Fault(DAY, "silence", 1),
                          Fault(DAY, "clock", 1), Fault(DAY, "amplifier", 1), Fault(DAY, "plan", 1)}
    assert app.reports.compile(ReportQuery(periods.month("2026-10"))).faults == ()
    said = app.reports.says(app.reports.compile(ReportQuery(NOVEMBER))).difficulties()[-1]
    assert "mất thiết bị âm thanh 2 lần trong 1 ngày (10/11)" in said


def test_a_line_of_another_program_is_no_fault() -> None:
    assert fault_in("BOOT", {}) == fault_in("DEVICE", {}) == fault_in("FUTURE", {"state": "lost"}) == ""


def test_old_books_are_a_section_of_their_own(app: App, tmp_path: Path) -> None:
    old = app.units.save(Unit("", "Đài truyền thanh xã Mẫu Đông (cũ)", "former_commune"))
    book = tmp_path / "so-cu.csv"
    book.write_text("Ngày phát,Nội dung,Thời lượng (phút)\n02/06/2026,Tin nông vụ,5\n03/06/2026,Thông báo,\n"
                    "03/07/2026,Sau kỳ,9\n", encoding="utf-8-sig")
    app.units.take(book, old.id)
    report = app.reports.compile(ReportQuery(periods.half("2026-H1")))
    row, = report.former
    assert (row.name, row.records, row.seconds, row.untimed, row.days) == (
        "Đài truyền thanh xã Mẫu Đông (cũ)", 2, 300, 1, 2)
    assert report.totals.airings == 0, "never added to the station's own"
    texts = app.reports.document(report).texts()
    assert "III. SỐ LIỆU CỦA CÁC ĐÀI TRƯỚC SÁP NHẬP" in texts
    path = app.reports.write(report, "xlsx", tmp_path / "r.xlsx")
    loaded = openpyxl.load_workbook(path)
    assert [cell.value for cell in loaded["Đài cũ"][4]][:5] == [1, row.name, 2, 2, 5]
    loaded.close()


def test_sheets_hold_what_was_asked_with_formulas(app: App, tmp_path: Path) -> None:
    log_four_days(app)
    path = app.reports.write(app.reports.compile(ReportQuery(NOVEMBER)), "xlsx", tmp_path / "r.xlsx")
    formulas, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    assert formulas.sheetnames == ["Báo cáo", "Phân tích", "Theo yêu cầu", "Theo ngày", "Nhật ký", "Biểu đồ"]
    days, known = formulas["Theo ngày"], values["Theo ngày"]
    assert (days["B9"].value, known["B9"].value, known["C9"].value, known["D9"].value) == ("=SUM(B4:B8)", 10, 7, 3)
    assert days.freeze_panes == "A4"
    assert [cell.value for cell in formulas["Theo yêu cầu"][4]][3:8] == [10, 7, 0, 1, 3]
    for sheet in formulas:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == (8 if sheet.title == "Nhật ký" else 9)
    formulas.close()
    values.close()


def test_the_command_line_names_every_period(app: App, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log_four_days(app)
    home = ["--home", str(app.home.root)]

    def told(*words: str) -> dict[str, object]:
        assert main([*home, "report", *words, "--json"]) == 0
        return dict(json.loads(capsys.readouterr().out))

    for words in (("--month", "2026-11"), ("--quarter", "2026-Q4"), ("--half", "2026-H2"), ("--year", "2026"),
                  ("--from", "2026-11-01", "--to", "2026-11-30"), ("--directive", "d1"), ("--campaign", "p1")):
        assert told(*words)["airings"] == 7, words
    assert told("--month", "2026-11", "--profile", "ban-tuyen-giao")["period"] == \
        "tháng 11 năm 2026 (15/10–14/11/2026)"
    assert told("--month", "2026-11", "--kind", "tin")["airings"] == 0
    for words, said in ((("--month", "2026-13"), "is not a month"), (("--quarter", "2026-Q5"), "is not a quarter"),
                        (("--year", "26"), "is not a year"), (("--half", "2026-H0"), "is not half a year"),
                        (("--month", "2026-11", "--profile", "x"), "no report profile"),
                        (("--month", "2026-11", "--kind", "tinn"), "no kind"),
                        (("--month", "2026-11", "--zone", "Thôn Nào"), "no zone")):
        assert main([*home, "report", *words, "--out", str(tmp_path / "x.docx")]) == 1
        assert said in capsys.readouterr().err
    assert main([*home, "report", "--month", "2026-11"]) == 1
    assert not (tmp_path / "x.docx").exists()


def test_a_letter_without_a_campaign_is_held_to_its_own_words(app: App, clock: VirtualClock, tmp_path: Path) -> None:
    text = ("UBND TỈNH MẪU\nSỞ Y TẾ\nSố: 46/SYT-NVY\nMẫu, ngày 20 tháng 11 năm 2026\n"
            "V/v tuyên truyền phòng, chống sốt xuất huyết\n\nKính gửi: Ủy ban nhân dân các xã.\n\n"
            "Đề nghị đài truyền thanh xã thực hiện phát thanh 02 lần/ngày từ ngày 21/11/2026 đến ngày 25/11/2026.\n")
    path = tmp_path / "cv.txt"
    path.write_text(text, encoding="utf-8")
    letter = app.directives.add(path, "Cán bộ truyền thanh").directive
    with app.database.write("airing") as c:
        for n in range(3):
            day = date(2026, 11, 21) + timedelta(n)
            store.replace_airings(c, day.isoformat(), [airing(f"x{n}", day, directive=letter.id, cut="c9")])
    assert app.reports.for_directive(letter.id).requirements[0].to_come == 8
    clock.advance(10 * 86_400)
    row, = app.reports.for_directive(letter.id).requirements
    assert (row.asked, row.aired, row.missing, row.days_asked, row.days_covered) == (10, 3, 7, 5, 3)
    assert row.directive == "46/SYT-NVY"

"""What follows a letter: links, reminders, the state of the work, lines of the register; and letters of older homes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest
from sqlalchemy import insert, select

from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.db.engine import Database, open_database
from broadcaster.db.migrate import migrate, upgrade
from broadcaster.db.schema import airing, audit, bulletin, campaign, cart, cut
from broadcaster.directives import register
from broadcaster.directives.citations import number_key
from broadcaster.directives.model import Directive, Field
from broadcaster.directives.register import deadline
from broadcaster.directives.service import DirectiveService

WHO = "Cán bộ truyền thanh"
ASKS = "Đề nghị phát trên hệ thống truyền thanh xã 02 lần/ngày."


@pytest.fixture
def database(home: StationHome) -> Iterator[Database]:
    migrate(home)
    opened = open_database(home.database)
    yield opened
    opened.close()


@pytest.fixture
def service(database: Database, home: StationHome, clock: VirtualClock) -> DirectiveService:
    return DirectiveService(database, home, clock)


def letter(service: DirectiveService, name: str, text: str = ASKS, **fields: object) -> Directive:
    """A letter of the test's own, with these fields as a person would set them."""
    made = service.add_text(f"Kính gửi: UBND xã Mẫu.\n\n{name}. {text}", name).directive
    for field, value in fields.items():
        made = service.correct(made.id, field, value, WHO)
    return made


def state(service: DirectiveService, directive_id: str) -> str:
    return next(row.state for row in service.list() if row.id == directive_id)


def put_bulletin(database: Database, directive_id: str, stands: str, name: str = "b") -> None:
    with database.write("bulletin") as c:
        c.execute(insert(bulletin).values(id=name, directive_id=directive_id, title="Tin", kind="tin", text="Tin",
                                          state=stands, author=WHO, created_at="", updated_at=""))


def put_campaign(database: Database, directive_id: str, first: str, last: str) -> None:
    with database.write("campaign") as c:
        c.execute(insert(cut).values(sha256="s" * 64, frames=1, true_peak_db=0.0, source="import", waveform=b"",
                                     created_at=""))
        c.execute(insert(cart).values(id="c", kind="tin", title="Tin", cut_sha256="s" * 64, state="approved",
                                      origin="own", created_at="", updated_at=""))
        c.execute(insert(campaign).values(id="k", title="Tin", cart_id="c", directive_id=directive_id, times=1,
                                          first_day=first, last_day=last, urgency="routine", state="active",
                                          created_by=WHO, created_at=""))


@pytest.mark.parametrize(("typed", "key"), [
    ("1349/STTTT-BCXBTT", "1349/STTTT-BCXBTT"), ("1349 / stttt–bcxbtt", "1349/STTTT-BCXBTT"),
    ("01/CĐ-UBND", "01/CĐ-UBND"), ("01/cđ-ubnd", "01/CĐ-UBND"), ("\u00a017/KH-UBND\n", "17/KH-UBND"), ("", "")])
def test_numbers_have_one_key(typed: str, key: str) -> None:
    assert number_key(typed) == key
    assert number_key(number_key(typed)) == key


def test_letters_are_linked_both_ways_whenever_they_come(service: DirectiveService) -> None:
    answer = letter(service, "Công văn trả lời", number="20/VHTT", issued_date="2026-11-10",
                    based_on=["15 / KH-UBND", "15/KH-UBND"], also_cited=["99/QĐ-TTg"])
    assert [(item.number, item.role, item.directive_id) for item in service.citations(answer.id)] == [
        ("15 / KH-UBND", "based_on", ""), ("99/QĐ-TTg", "also_cited", "")]
    plan = letter(service, "Kế hoạch", number="15/KH-UBND", issued_date="2026-10-01")
    assert service.citations(answer.id)[0].directive_id == plan.id
    (back,) = service.citations(plan.id)
    assert (back.number, back.role, back.directive_id) == ("20/VHTT", "cited_by", answer.id)


def test_a_number_of_another_year_is_not_meant(service: DirectiveService) -> None:
    old = letter(service, "Kế hoạch năm trước", number="15/KH-UBND", issued_date="2025-10-01")
    answer = letter(service, "Công văn", number="20/VHTT", issued_date="2026-03-10", based_on=["15/KH-UBND"])
    new = letter(service, "Kế hoạch năm nay", number="15/KH-UBND", issued_date="2026-10-01")
    assert service.citations(answer.id)[0].directive_id == old.id
    assert service.citations(new.id) == []
    assert [item.directive_id for item in service.citations(old.id)] == [answer.id]


def test_a_letter_does_not_name_itself(service: DirectiveService) -> None:
    own = letter(service, "Công văn", number="20/VHTT", based_on=["20/VHTT"])
    assert service.citations(own.id) == []
    service.correct(own.id, "number", "21/VHTT", WHO)
    assert [item.number for item in service.citations(own.id)] == ["20/VHTT"]


def test_older_registers_get_their_links(home: StationHome, clock: VirtualClock) -> None:
    upgrade(home.database, "0002")
    def fields(**values: object) -> str:
        return json.dumps({name: {"value": value, "span": None, "confidence": 1.0, "source": "parsed"}
                           for name, value in values.items()})
    old = {"a": fields(number="15/KH-UBND", based_on=[], report_on_request=True),
           "b": fields(number="20 /VHTT", based_on=["15 /KH-UBND", "20/VHTT"], also_cited=["7/QĐ-TTg"]), "c": fields()}
    with closing(sqlite3.connect(home.database)) as raw:
        for name, text in old.items():
            values = {"id": name, "sha256": name, "suffix": ".txt", "file_name": name, "text": "x", "text_sha256": name,
                      "number": json.loads(text).get("number", {}).get("value", ""), "fields": text,
                      "received_at": f"2026-11-0{ord(name) - 96}T05:00:00+07:00", "received_by": "", "issuer": "",
                      "subject": "", "issued_date": "", "urgency": "", "report_due": ""}
            raw.execute(f"INSERT INTO directive ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
                        list(values.values()))
        raw.commit()
    migrate(home)
    database = open_database(home.database)
    service = DirectiveService(database, home, clock)
    found = [(item.number, item.directive_id) for item in service.citations("b")]
    rows = {row.id: row for row in service.list()}
    database.close()
    assert found == [("15 /KH-UBND", "a"), ("7/QĐ-TTg", "")]
    assert [rows[name].asks_report for name in "abc"] == [True, False, False]
    assert [row.state for row in rows.values()] == ["new"] * 3


@pytest.mark.parametrize("words", ["1349/STTTT", "1349 / STTTT-BCXBTT", "1349/stttt-bcxbtt", "1349sttttbc", "1349 bcx"])
def test_numbers_are_found_however_typed(service: DirectiveService, words: str) -> None:
    made = letter(service, "Công văn", number="1349/STTTT-BCXBTT")
    letter(service, "Khác", number="1350/STTTT-BCXBTT")
    assert [row.id for row in service.list(words)] == [made.id]


def test_the_state_follows_the_work(service: DirectiveService, database: Database, clock: VirtualClock) -> None:
    made = letter(service, "Công văn")
    assert state(service, made.id) == "new"
    for number, (stands, told) in enumerate((("draft", "drafted"), ("submitted", "submitted"),
                                             ("approved", "approved"))):
        put_bulletin(database, made.id, stands, f"b{number}")
        assert state(service, made.id) == told
    put_campaign(database, made.id, "2026-11-22", "2026-11-23")
    assert state(service, made.id) == "planned"
    clock.advance(86_400)
    assert state(service, made.id) == "running"
    with database.write("airing") as c:
        c.execute(insert(airing).values(
            id="x", day="2026-11-22", session_id="", session_name="", title="Tin", kind="tin", urgency="",
            planned_start="", planned_frames=1, outcome="aired", cut_sha256="", directive_id=made.id))
    assert state(service, made.id) == "running"
    clock.advance(2 * 86_400)
    assert state(service, made.id) == "aired"
    service.work.mark_reported(made.id, WHO, "gửi qua trục liên thông")
    (row,) = service.list(states=["reported"])
    assert (row.airings, row.approved, row.reported_at) == (1, 1, "2026-11-24")


def test_a_withdrawn_draft_is_no_work(service: DirectiveService, database: Database) -> None:
    made = letter(service, "Công văn")
    put_bulletin(database, made.id, "withdrawn")
    assert state(service, made.id) == "new"


def test_marks_are_noted_and_put_back(service: DirectiveService, database: Database) -> None:
    made = letter(service, "Công văn")
    before = service.work.of(made.id)
    service.work.mark_reported(made.id, WHO, day=date(2026, 11, 20))
    assert service.work.of(made.id).reported_at == "2026-11-20"
    service.work.put_back(made.id, before, WHO)
    assert state(service, made.id) == "new"
    service.work.mark_no_duty(made.id, WHO, "gửi để biết")
    put_bulletin(database, made.id, "draft")
    assert state(service, made.id) == "none"
    service.work.unmark(made.id, WHO)
    assert state(service, made.id) == "drafted"
    with database.read() as c:
        kept = c.execute(select(audit.c.action, audit.c.person).where(audit.c.subject == made.id)).all()
    assert [row.action for row in kept if row.person == WHO] == [
        "directive.reported", "directive.mark_undo", "directive.no_duty", "directive.unmark"]


def test_a_report_cannot_have_gone_out_tomorrow(service: DirectiveService) -> None:
    made = letter(service, "Công văn")
    with pytest.raises(Refused) as caught:
        service.work.mark_reported(made.id, WHO, day=date(2026, 11, 22))
    assert caught.value.code == "directive.report_day"
    assert service.work.of(made.id).work == ""
    with pytest.raises(Refused):
        service.work.mark_no_duty("nobody", WHO)


def test_a_letter_that_asks_nothing_waits_for_nobody(service: DirectiveService, database: Database) -> None:
    made = letter(service, "Giấy mời", "Mời dự họp giao ban tại hội trường.")
    assert state(service, made.id) == "none"
    assert service.work.of(made.id).by == ""
    service.correct(made.id, "airing_frequency", "02 lần/ngày", WHO)
    assert state(service, made.id) == "new"
    service.put_back(made.id, "airing_frequency", Field(None), WHO)
    assert state(service, made.id) == "none"
    put_bulletin(database, made.id, "draft")
    assert state(service, made.id) == "drafted"


def test_a_report_date_makes_its_reminders_and_moves_them(service: DirectiveService) -> None:
    made = letter(service, "Công văn", report_due="2026-12-25")
    reminders = service.reminders.of(made.id)
    assert [(item.due, item.text) for item in reminders] == [
        (date(2026, 12, 24), "Chuẩn bị báo cáo (hạn 25/12/2026)"), (date(2026, 12, 25), "Đến hạn báo cáo")]
    own = service.reminders.add(made.id, date(2026, 12, 1), "Gọi lại cho Phòng Văn hóa", WHO)
    service.correct(made.id, "report_due", "2026-12-31", WHO)
    assert [item.due.day for item in service.reminders.of(made.id)] == [1, 30, 31]
    service.correct(made.id, "report_due", "", WHO)
    assert service.reminders.of(made.id) == [own]
    service.correct(made.id, "report_due", "2026-11-20", WHO)
    assert service.reminders.of(made.id) == [own]


def test_the_parsed_report_date_is_reminded_of(service: DirectiveService) -> None:
    text = f"{ASKS} Báo cáo kết quả về Phòng Văn hóa trước ngày 25/12/2026."
    made = service.add_text(f"Kính gửi: UBND xã Mẫu.\n\n{text}", "Công văn").directive
    assert made.value("report_due") == "2026-12-25"
    assert [item.due.day for item in service.reminders.of(made.id)] == [24, 25]


def test_a_monthly_report_comes_again(service: DirectiveService) -> None:
    made = letter(service, "Công văn", report_duty="Báo cáo trước ngày 25 hằng tháng")
    (first,) = service.reminders.of(made.id)
    assert (first.due, first.text) == (date(2026, 11, 24), "Báo cáo hằng tháng (trước ngày 25)")
    service.reminders.done(first.id, WHO)
    service.reminders.done(first.id, WHO)
    assert [(item.due, bool(item.done_at)) for item in service.reminders.of(made.id)] == [
        (date(2026, 11, 24), True), (date(2026, 12, 24), False)]
    service.reminders.undo(first.id, WHO)
    assert [(item.due, bool(item.done_at)) for item in service.reminders.of(made.id)] == [(date(2026, 11, 24), False)]


@pytest.mark.parametrize(("duty", "number"), [
    ("báo cáo trước ngày 20 hàng tháng", 20), ("Hằng tháng (trước ngày 15) báo cáo về Sở", 15),
    ("trước ngày 05 mỗi tháng", 5), ("hằng tháng; ngày 20", 0), ("hàng tháng, trước ngày 20/12", 0),
    ("trước ngày 0 hàng tháng", 0), ("trước ngày 32 hàng tháng", 0), ("báo cáo hằng quý", 0)])
def test_monthly_wordings(service: DirectiveService, duty: str, number: int) -> None:
    made = letter(service, "Công văn", report_duty=duty)
    found = [item.text for item in service.reminders.of(made.id)]
    assert found == ([f"Báo cáo hằng tháng (trước ngày {number})"] if number else [])


@pytest.mark.parametrize(("number", "due"), [("31", date(2026, 11, 29)), ("1", date(2026, 11, 30))])
def test_short_months_end_earlier(service: DirectiveService, number: str, due: date) -> None:
    made = letter(service, "Công văn", report_duty=f"trước ngày {number} hằng tháng")
    assert service.reminders.of(made.id)[0].due == due


def test_what_is_due(service: DirectiveService) -> None:
    today = date(2026, 11, 21)
    late = letter(service, "Trễ", number="1/A-B", report_due="2026-11-20")
    soon = letter(service, "Sắp", number="2/A-B", report_due="2026-11-22")
    letter(service, "Xa", number="3/A-B", report_due="2026-12-30")
    own = service.reminders.add(soon.id, today, "Gọi lại", WHO)
    assert [(item.number, item.kind, item.day.day) for item in service.reminders.due(today)] == [
        ("1/A-B", "report", 20), ("2/A-B", "reminder", 21), ("2/A-B", "reminder", 21)]
    assert [item.day.day for item in service.reminders.due(today, 1) if item.kind == "report"] == [20, 22]
    assert [row.number for row in service.list(overdue=True)] == ["1/A-B"]
    assert {row.number for row in service.list(due_within=3)} == {"1/A-B", "2/A-B"}
    service.reminders.move(own.id, date(2026, 11, 30), WHO)
    service.work.mark_reported(late.id, WHO)
    service.work.mark_reported(soon.id, WHO)
    assert service.reminders.due(today, 5) == []
    assert service.list(overdue=True) == []


@pytest.mark.parametrize(("text", "day"), [
    ("2026-11-21", date(2026, 11, 21)), ("2026-02", date(2026, 2, 28)), ("2026", date(2026, 12, 31)), ("mai", None),
    ("2026-13", None), ("2026-02-30", None), ("0000-01-01", None), ("99999999999", None)])
def test_partial_days_end_with_their_last_day(text: str, day: date | None) -> None:
    assert deadline(text) == day


def test_bad_reminders_are_refused(service: DirectiveService) -> None:
    made = letter(service, "Công văn")
    for act, code in ((lambda: service.reminders.add(made.id, date(2026, 12, 1), " \n "), "reminder.text"),
                      (lambda: service.reminders.add("x", date(2026, 12, 1), "Gọi"), "directive.unknown"),
                      (lambda: service.reminders.done("x"), "reminder.unknown"),
                      (lambda: service.reminders.move("x", date(2026, 12, 1)), "reminder.unknown")):
        with pytest.raises(Refused) as caught:
            act()
        assert caught.value.code == code
    assert service.reminders.of(made.id) == []


def test_a_confirmed_field_is_the_operators_and_can_be_undone(service: DirectiveService) -> None:
    made = letter(service, "Công văn")
    before = made.fields["airing_frequency"]
    assert before.source == "parsed"
    after = service.confirm(made.id, "airing_frequency", WHO).fields["airing_frequency"]
    assert (after.value, after.span, after.confidence, after.source) == (before.value, before.span, 1.0, "operator")
    assert service.put_back(made.id, "airing_frequency", before, WHO).fields["airing_frequency"] == before
    with pytest.raises(Refused):
        service.confirm(made.id, "colour", WHO)


def test_many_hits_are_all_shown(service: DirectiveService, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "_FEW", 1)
    wanted = {letter(service, f"Công văn {number}", "Tiêm chủng: phát thanh.").id for number in range(3)}
    letter(service, "Khác")
    assert {row.id for row in service.list("tiem chung")} == wanted

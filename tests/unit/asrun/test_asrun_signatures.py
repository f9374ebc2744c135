"""Names under the log: who may, when, and what a name stands for afterwards."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from journal_day import DAY, Station, event, plan

from broadcaster.accounts.model import Person, Role
from broadcaster.asrun import store
from broadcaster.asrun.corrections import CorrectionService
from broadcaster.asrun.model import AiringQuery, Outcome
from broadcaster.asrun.signatures import SignatureService, digest, monday_of
from broadcaster.base.clock import at
from broadcaster.base.errors import Refused
from broadcaster.protocol.journal import Kind

MORNING = 5 * 3600
OFFICER = Person("p1", "Cán bộ truyền thanh", "Công chức văn hóa – xã hội", Role.OPERATOR)
LEADER = Person("p2", "Phó Chủ tịch", "Phó Chủ tịch UBND xã", Role.APPROVER)
GUEST = Person("p3", "Khách", "", Role.VIEWER)
SUNDAY, MONDAY = DAY + timedelta(1), DAY + timedelta(2)


@pytest.fixture
def names(station: Station) -> SignatureService:
    """Saturday: one aired, one left out; Sunday: one aired. It is Monday, six o'clock."""
    saturday = station.publish(plan(event("a", MORNING), event("b", MORNING + 60)))
    station.play(saturday, "a")
    sunday = station.publish(plan(event("c", MORNING, day=SUNDAY), day=SUNDAY))
    station.play(sunday, "c")
    station.until(at(MONDAY, 6 * 3600))
    station.pen.write(Kind.BOOT)
    station.asrun.file()
    return SignatureService(station.database, station.clock, station.asrun)


@pytest.fixture
def told(station: Station) -> CorrectionService:
    return CorrectionService(station.database, station.clock, station.asrun)


def code(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.code


def test_a_day_is_signed(station: Station, names: SignatureService) -> None:
    assert [day.first for day in names.unsigned(MONDAY)] == [DAY, SUNDAY]
    made = names.sign_day(DAY, OFFICER, "Đã đối chiếu")
    now = names.standing(DAY)
    assert (now.state, now.signature, now.rows) == ("signed", made, 2)
    assert (made.person, made.role, made.note) == (OFFICER.name, OFFICER.title, "Đã đối chiếu")
    rows = station.asrun.airings(AiringQuery(DAY.isoformat(), DAY.isoformat()))
    assert made.rows_sha256 == digest(reversed(rows))
    with station.database.read() as c:
        of_day = [line for line in store.lines_between(c, DAY.isoformat(), SUNDAY.isoformat())
                  if line.at.date() == DAY]
    assert made.head == of_day[-1].hash
    assert [day.first for day in names.unsigned(MONDAY)] == [SUNDAY]
    assert names.list() == [made]


def test_who_and_when(station: Station, names: SignatureService) -> None:
    with pytest.raises(Refused) as refused:
        names.sign_day(DAY, GUEST)
    assert code(refused) == "right.missing"
    with pytest.raises(Refused) as refused:
        names.sign_day(MONDAY, OFFICER)
    assert code(refused) == "signature.not_over"
    with pytest.raises(Refused) as refused:
        names.sign_day(DAY - timedelta(3), OFFICER)
    assert code(refused) == "signature.empty"
    names.sign_day(DAY, OFFICER)
    with pytest.raises(Refused) as refused:
        names.sign_day(DAY, OFFICER)
    assert code(refused) == "signature.twice"
    assert names.sign_day(DAY, LEADER).person == LEADER.name
    assert names.standing(MONDAY).state == "open"
    assert names.standing(DAY - timedelta(3)).state == "empty"


def test_what_is_pending_is_not_signed(station: Station, names: SignatureService) -> None:
    late = station.publish(plan(event("d", 23 * 3600 + 3590, 60, day=MONDAY), day=MONDAY))
    station.start(late, "d")
    station.beat("d", 12, wait=12)
    station.asrun.file()
    assert names.standing(MONDAY).state == "pending"
    with pytest.raises(Refused) as refused:
        names.sign_day(MONDAY, OFFICER)
    assert code(refused) == "signature.pending"


def test_a_later_word_is_told_beside_the_name(names: SignatureService, told: CorrectionService) -> None:
    told.add("b", Outcome.MISSED, "power", "Mất điện", OFFICER.name)
    first = names.sign_day(DAY, OFFICER)
    later = told.add("a", Outcome.PARTIAL, "device_lost", "Cụm loa thôn Đông không kêu", LEADER.name)
    now = names.standing(DAY)
    assert (now.state, now.signature, now.corrections, now.filed_again) == ("changed", first, (later,), False)
    assert now.due
    second = names.sign_day(DAY, OFFICER)
    assert names.standing(DAY).signature == second


def test_a_journal_filed_otherwise_is_told(station: Station, names: SignatureService) -> None:
    names.sign_day(DAY, OFFICER)
    with station.database.write("airing") as c:
        c.exec_driver_sql("UPDATE airing SET aired_frames = 1 WHERE id = 'a'")
    now = names.standing(DAY)
    assert (now.state, now.corrections, now.filed_again) == ("changed", (), True)
    station.asrun.reconcile(DAY)
    assert names.standing(DAY).state == "signed"


def test_the_week_is_the_leaders(names: SignatureService, told: CorrectionService) -> None:
    assert monday_of(DAY) == date(2026, 11, 16)
    with pytest.raises(Refused) as refused:
        names.sign_week(DAY, OFFICER)
    assert code(refused) == "right.missing"
    names.sign_day(DAY, OFFICER)
    with pytest.raises(Refused) as refused:
        names.sign_week(DAY, LEADER)
    assert code(refused) == "signature.days"
    assert refused.value.facts["day"] == "22/11/2026"
    names.sign_day(SUNDAY, OFFICER)
    made = names.sign_week(SUNDAY, LEADER)
    assert (made.kind, made.first_day, made.last_day) == ("week", "2026-11-16", "2026-11-22")
    assert names.standing_of_week(DAY).state == "signed"
    told.add("c", None, "", "Ghi chú thêm", OFFICER.name)
    now = names.standing_of_week(DAY)
    assert (now.state, len(now.corrections), now.filed_again) == ("changed", 1, False)
    with pytest.raises(Refused) as refused:
        names.sign_week(MONDAY, LEADER)
    assert code(refused) == "signature.not_over"

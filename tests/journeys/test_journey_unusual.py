"""Unusual, but the operator's good right: the station does it, or says plainly why not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hostile import DAY_START, LETTERS, OPERATOR, Ground, command, make_ground

from broadcaster.air.simulate import simulate
from broadcaster.asrun.model import AiringQuery
from broadcaster.base.clock import VirtualClock, at
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.protocol.rundown import Rundown
from broadcaster.wiring import build_app

LETTER = (LETTERS / "03.txt").read_text(encoding="utf-8")


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    made = make_ground(tmp_path / "trạm mẫu")
    yield made
    made.app.close()


def titles(rundown: Rundown) -> list[str]:
    return [event.title for session in rundown.sessions for event in session.events]


def test_two_issuers_may_use_one_number(ground: Ground) -> None:
    first = ground.app.directives.add_text(LETTER, "một.txt").directive
    number, issuer = str(first.value("number")), str(first.value("issuer"))
    assert number
    assert issuer
    other = ground.app.directives.add_text(LETTER + "\nBản sao thứ hai.", "hai.txt")
    if other.known:  # the same letter by number, issuer and date: bent to another issuer it must be a letter of its own
        ground.app.directives.correct(first.id, "issuer", "ỦY BAN NHÂN DÂN HUYỆN MẪU", OPERATOR)
        other = ground.app.directives.add_text(LETTER + "\nBản sao thứ hai.", "hai.txt")
    assert not other.known
    assert len(ground.app.directives.list()) == 2
    with pytest.raises(Refused) as both:
        ground.app.directives.find(number)
    assert both.value.code == "directive.ambiguous"
    assert ground.app.directives.find(other.directive.id).id == other.directive.id
    ran = command(ground.home, "directive", "show", number)
    assert ran.code == 1
    assert ran.err == f"broadcaster: {both.value.text}\n"


def test_a_letter_of_three_hundred_points_is_read_in_time(ground: Ground, tmp_path: Path) -> None:
    points = "\n".join(f"{number}. Tuyên truyền nội dung thứ {number} đến toàn thể nhân dân trên địa bàn xã."
                       for number in range(1, 301))
    head, mark, rest = LETTER.partition("Thực hiện chỉ đạo")
    opening, _, _ = rest.partition("\n")
    assert mark
    path = tmp_path / "dài.txt"
    path.write_text(f"{head}{mark}{opening}\n{points}\nTrân trọng./.\n", encoding="utf-8")
    ran = command(ground.home, "directive", "add", str(path), "--json")
    assert ran.code == 0, ran.err
    assert ran.seconds < 30
    letter = ground.app.directives.get(json.loads(ran.out)[0]["id"])
    told = "\n".join(point.text for point in letter.points)
    assert len(letter.points) >= 99
    assert all(f"nội dung thứ {number} đến" in told for number in range(1, 301)), "a point is lost"
    bulletin = ground.app.bulletins.draft(letter.id, [point.id for point in letter.points])
    assert "nội dung thứ 300" in bulletin.text


@pytest.mark.slow
def test_a_long_bulletin_takes_as_long_as_was_estimated(ground: Ground) -> None:
    """A quarter of an hour of reading; the estimate tells so before it is made."""
    sentence = "Mời bà con trong xã đến nhà văn hóa họp dân vào sáng mai. "
    bulletin = ground.app.bulletins.new("Bản tin dài", sentence * (2_000 // len(sentence.split())))
    assert len(bulletin.text.split()) >= 1_900
    expected = ground.app.bulletins.estimate(bulletin.id)
    voiced = ground.app.bulletins.voice(bulletin.id)
    assert voiced.cut is not None
    assert abs(voiced.cut.seconds / expected - 1) < 0.1
    assert voiced.cut.seconds > 600


def test_a_bulletin_too_long_to_read_is_refused(ground: Ground) -> None:
    with pytest.raises(Refused) as long:
        ground.app.bulletins.new("Quá dài", "chữ " * 20_000)
    assert long.value.code == "bulletin.too_long"
    assert ground.app.bulletins.list() == []


def test_a_campaign_of_no_days_is_refused(ground: Ground) -> None:
    cart = ground.approved_message()
    day = DAY_START.date()
    with pytest.raises(Refused) as backwards:
        ground.app.schedule.add_campaign(cart.id, 1, day, day - timedelta(1))
    assert backwards.value.code == "schedule.window"
    for words in (("--from", "2030-02-30", "--to", "2030-03-01"), ("--from", "2030-01-02", "--to", "2030-01-01"),
                  ("--from", "2030-01-01", "--to", "2030-01-02", "--times", "0", "--weekdays", "9")):
        ran = command(ground.home, "campaign", "add", cart.id, *words)
        assert ran.code in {1, 2}, ran
        assert "Traceback" not in ran.err
    assert ground.app.schedule.campaigns() == []


@pytest.mark.parametrize(("first", "last", "days"), [
    (date(2026, 11, 29), date(2026, 12, 2), 4), (date(2026, 12, 30), date(2027, 1, 2), 4),
    (date(2028, 2, 28), date(2028, 3, 1), 3), (date(2028, 2, 29), date(2028, 2, 29), 1),
    (date(2100, 2, 28), date(2100, 3, 1), 2), (date(2026, 11, 21), date(2026, 11, 21), 1),
])
def test_a_campaign_over_odd_month_ends_airs_each_day(ground: Ground, first: date, last: date, days: int) -> None:
    cart = ground.approved_message()
    ground.app.schedule.add_campaign(cart.id, 1, first, last)
    plans = ground.app.schedule.plan_days(first - timedelta(1), days + 2)
    assert [len(titles(plan.rundown)) for plan in plans] == [0, *[1] * days, 0]
    assert [plan.rundown.day for plan in plans] == [first + timedelta(n) for n in range(-1, days + 1)]


def test_29_february_really_airs(tmp_path: Path) -> None:
    ground = make_ground(tmp_path / "trạm")
    cart = ground.approved_message()
    leap = date(2028, 2, 29)
    ground.app.schedule.add_campaign(cart.id, 1, leap, leap)
    ground.app.close()
    clock = VirtualClock(at(leap, 4 * 3600))
    app = build_app(ground.home, clock)
    try:
        app.schedule.publish(leap)
        simulate(app.home, clock, at(leap, 20 * 3600))
        app.asrun.file()
        assert [(row.day, str(row.outcome)) for row in app.asrun.airings(AiringQuery())] == [("2028-02-29", "aired")]
        report = app.reports.for_month("2028-02")
        assert (report.last, report.totals.airings) == (leap, 1)
    finally:
        app.close()


@pytest.mark.parametrize("day", ["9999-12-31", "9999-12-30", "0001-01-01", "2999-06-15"])
def test_a_day_outside_the_calendar_is_refused_and_plans_nothing(ground: Ground, day: str) -> None:
    ground.campaign(ground.approved_message(), days=10)
    ran = command(ground.home, "plan", "--date", day, "--days", "2", "--json")
    assert "Traceback" not in ran.err
    if day.startswith("2999"):
        assert [session for plan in json.loads(ran.out) for session in plan["sessions"]] == []
    else:
        assert ran.code == 2
        assert "outside the years" in ran.err
    assert list(ground.home.rundowns.iterdir()) == []


@pytest.mark.parametrize("words", [
    ("log", "list", "--day", "9999-12-31"), ("log", "list", "--from", "0001-01-01", "--to", "9999-12-31"),
    ("report", "--from", "0001-01-01", "--to", "9999-12-31", "--out", "bao-cao.docx"),
    ("report", "--month", "9999-12", "--out", "bao-cao.xlsx", "--format", "xlsx"),
], ids=" ".join)
def test_questions_about_far_days_are_answered(ground: Ground, tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = command(ground.home, *(str(tmp_path / word) if word.startswith("bao-cao") else word for word in words))
    assert (ran.code, ran.err) == (0, "")


def test_a_bare_station_plans_plays_and_reports(tmp_path: Path) -> None:
    """Without people, furniture, letters, sounds or approvals: a silent day, and a report that says so."""
    home = StationHome(tmp_path / "trạm trống")
    assert command(home, "init").code == 0
    for words in (("plan", "--json"), ("log", "list", "--json"), ("log", "verify"), ("library", "find"),
                  ("report", "--month", "2026-11", "--out", str(tmp_path / "báo cáo.docx")),
                  ("log", "export", "--format", "xlsx", "--out", str(tmp_path / "nhật ký.xlsx"))):
        ran = command(home, *words)
        assert (ran.code, ran.err) == (0, ""), (words, ran)
    assert (tmp_path / "báo cáo.docx").stat().st_size > 1000
    clock = VirtualClock(DAY_START)
    app = build_app(home, clock)
    try:
        plan = app.schedule.plan(DAY_START.date())
        assert titles(plan.rundown) == []
        assert {"session_empty", "furniture_missing"} <= {warning.code for warning in plan.warnings}
        app.schedule.publish(DAY_START.date())
        simulate(home, clock, DAY_START + timedelta(hours=16))
        assert app.asrun.file().faults == ()
        assert app.asrun.airings(AiringQuery()) == []
    finally:
        app.close()


def test_without_furniture_the_items_still_air(ground: Ground) -> None:
    ground.campaign(ground.approved_message())
    ground.app.schedule.publish(DAY_START.date())
    simulate(ground.home, ground.clock, DAY_START + timedelta(hours=16))
    ground.app.asrun.file()
    assert [(row.title, str(row.outcome)) for row in ground.app.asrun.airings(AiringQuery())] == \
        [("Thông điệp 5K", "aired")]


def test_what_nobody_approved_is_left_out_and_named(ground: Ground) -> None:
    cart = ground.approved_message()
    ground.campaign(cart)
    ground.app.approvals.withdraw(f"cart:{cart.id}", ground.approver, "thử")
    plan = ground.app.schedule.plan(DAY_START.date())
    assert titles(plan.rundown) == []
    assert "withdrawn" in {warning.code for warning in plan.warnings}


def test_files_with_odd_names_come_in(ground: Ground, tmp_path: Path) -> None:
    folder = tmp_path / "thư mục có dấu cách & 'nháy' 😀" / ("sâu " * 20).strip()
    folder.mkdir(parents=True)
    letter = folder / "công văn số 1 (bản cuối) = thật 100%.txt"
    letter.write_bytes((LETTERS / "01.txt").read_bytes())
    dash = folder / "--home"
    dash.write_bytes((LETTERS / "08.txt").read_bytes())
    assert command(ground.home, "directive", "add", str(letter), str(dash)).code == 0
    assert len(ground.app.directives.list()) == 2

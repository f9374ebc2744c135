"""Special periods on a real station: what they need, what they say, what they change, and the way back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from schedule_station import Station, sound
from sqlalchemy import select

from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.db.schema import audit
from broadcaster.schedule.calendar.service import PeriodService
from broadcaster.schedule.model import Period

FROM, TO = date(2026, 7, 18), date(2026, 7, 20)


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock(datetime(2026, 7, 1, 8, 0, tzinfo=STATION_ZONE))


@pytest.fixture
def service(station: Station) -> PeriodService:
    return PeriodService(station.database, station.home, station.settings, station.clock, station.schedule)


def mourning(service: PeriodService) -> Period:
    return replace(service.draft("mourning", FROM), last_day=TO, reason="Lễ Quốc tang", directive_number="12/TB-UBND")


def acts(station: Station) -> list[tuple[str, dict[str, Any]]]:
    with station.database.read() as c:
        return [(row.action, row.detail) for row in c.execute(select(audit).order_by(audit.c.id))]


def test_mourning_is_read_back_before_it_is_saved(service: PeriodService) -> None:
    said = service.read_back(mourning(service))
    assert said.sentences == (
        "Quốc tang: từ thứ Bảy 18/07/2026 đến hết thứ Hai 20/07/2026 (3 ngày).",
        "Không phát nhạc, nhạc cắt và nhạc hiệu.", "Căn cứ văn bản 12/TB-UBND: Lễ Quốc tang.")
    assert said.overlaps == ()
    assert service.between(FROM, TO) == []


def test_one_day_that_changes_nothing_says_so(service: PeriodService) -> None:
    said = service.read_back(service.draft("holiday", FROM))
    assert said.sentences == ("Ngày lễ: thứ Bảy 18/07/2026 (1 ngày).",
                              "Các buổi phát giữ như ngày thường; những ngày này chỉ được đánh dấu trong lịch.")


def test_sessions_and_rules_are_said_with_the_quiet_hours(service: PeriodService, station: Station) -> None:
    template = station.schedule.templates()[0]
    profile = station.schedule.profile()
    said = service.read_back(replace(mourning(service), without=(), sessions=(template.id,), profile=profile.id))
    assert said.sentences[1] == f"Chỉ mở các buổi: {template.name} ({template.starts:%H:%M})."
    assert f"nhiều nhất {profile.sessions_a_day} buổi" in said.sentences[2]
    quiet = station.schedule.quiet()
    assert said.sentences[3] == f"Giờ yên lặng {quiet.start}–{quiet.end} vẫn giữ nguyên."


@pytest.mark.parametrize(("change", "code"), [
    ({"directive_number": " "}, "period.directive"), ({"reason": ""}, "period.reason"), ({"name": "\n"}, "period.name"),
    ({"kind": "tang"}, "period.kind"), ({"last_day": date(2026, 7, 17)}, "period.order"),
    ({"last_day": date(2027, 7, 20)}, "period.too_long"), ({"without": ("nhac_rock",)}, "period.item_kind"),
    ({"sessions": ("khong-co",)}, "period.session"), ({"profile": "khong-co"}, "schedule.profile"),
    ({"first_day": date(2026, 6, 29), "last_day": date(2026, 6, 30)}, "period.past"),
])
def test_what_is_refused_leaves_nothing_behind(service: PeriodService, station: Station, change: dict[str, Any],
                                               code: str) -> None:
    for act in (service.add, service.read_back, service.preview):
        with pytest.raises(Refused) as refused:
            act(replace(mourning(service), **change))
        assert refused.value.code == code
    assert service.between(date.min, date.max) == []
    assert acts(station) == []


def test_the_same_twice_is_refused(service: PeriodService) -> None:
    service.add(mourning(service))
    with pytest.raises(Refused) as refused:
        service.add(mourning(service))
    assert refused.value.code == "period.twice"


def test_add_change_remove_and_the_way_back(service: PeriodService, station: Station) -> None:
    added = service.add(mourning(service), "Cán bộ truyền thanh")
    assert service.between(TO, TO) == [added]
    assert service.between(date(2026, 7, 21), date(2026, 7, 30)) == []
    longer = service.change(replace(added, last_day=date(2026, 7, 21)), "Phó Chủ tịch")
    assert service.get(added.id[-6:]) == longer
    assert service.remove(added.id, "Phó Chủ tịch", "nhầm ngày") == longer
    assert (service.between(FROM, TO), service.removed()) == ([], [longer])
    with pytest.raises(Refused) as refused:
        service.change(longer)
    assert refused.value.code == "period.unknown"
    assert service.restore(added.id) == longer
    assert service.between(FROM, TO) == [longer]
    assert service.removed() == []
    assert [action for action, _ in acts(station)] == [
        "period_added", "period_changed", "period_removed", "period_restored"]
    assert acts(station)[1][1]["last_day"] == ["2026-07-20", "2026-07-21"]
    assert acts(station)[2][1]["reason"] == "nhầm ngày"


def test_removing_twice_is_told_once(service: PeriodService, station: Station) -> None:
    added = service.add(mourning(service))
    service.remove(added.id)
    service.remove(added.id)
    service.restore(added.id)
    service.restore(added.id)
    assert len(acts(station)) == 3


def test_an_overlap_says_what_holds(service: PeriodService) -> None:
    first = service.add(mourning(service))
    later = service.draft("holiday", TO)
    said = service.read_back(later)
    assert said.before == (first,)
    assert "Trùng với “Quốc tang” ngày 20/07/2026" in said.overlaps[0]
    assert "đều không phát" in said.overlaps[0]
    second = service.add(later)
    assert [item.period for item in service.days(date(2026, 7, 19), TO)] == [first, second]
    told = service.read_back(first)
    assert told.after == (second,)
    assert "theo “Ngày lễ”, vì lập sau" in told.overlaps[0]


def test_a_change_keeps_its_place_among_others(service: PeriodService) -> None:
    first = service.add(mourning(service))
    second = service.add(service.draft("holiday", TO))
    service.change(replace(first, name="Lễ Quốc tang"))
    assert service.days(TO, TO)[0].period == second


def test_the_preview_asks_the_planner_and_keeps_nothing(service: PeriodService, station: Station) -> None:
    station.put_furniture()
    cart = station.put(sound("tin", 60))
    station.schedule.add_campaign(cart, 2, date(2026, 7, 1), date(2026, 7, 30))
    silent = replace(mourning(service), without=(), sessions=())
    changes = service.preview(silent)
    assert [change.day for change in changes] == [date(2026, 7, 18), date(2026, 7, 19), date(2026, 7, 20)]
    assert all(change.before.rundown.sessions and not change.after.rundown.sessions for change in changes)
    assert service.between(FROM, TO) == []
    assert station.schedule.plan(FROM).rundown.sessions


def test_mourning_is_planned_without_music(service: PeriodService, station: Station) -> None:
    station.put_furniture()
    cart = station.put(sound("tin", 60))
    station.schedule.add_campaign(cart, 2, date(2026, 7, 1), date(2026, 7, 30))
    added = service.add(mourning(service))

    def kinds(day: date) -> set[str]:
        return {event.kind for session in station.schedule.plan(day).rundown.sessions for event in session.events}
    assert kinds(date(2026, 7, 17)) >= {"nhac_hieu", "thong_bao"}
    for day in (FROM, date(2026, 7, 19), TO):
        assert "thong_bao" in kinds(day)
        assert not kinds(day) & set(added.without)
    assert "nhac_hieu" in kinds(date(2026, 7, 21))


def test_a_long_period_is_previewed_in_part(service: PeriodService) -> None:
    flood = replace(service.draft("disaster", FROM), last_day=date(2026, 12, 31))
    assert len(service.preview(flood)) == 31


def test_proposed_holidays_know_what_was_taken(service: PeriodService) -> None:
    proposal = next(item for item in service.proposed(2026) if item.period.name == "Quốc khánh")
    assert proposal.known is None
    taken = service.add(proposal.period)
    assert next(item for item in service.proposed(2026) if item.period.name == "Quốc khánh").known == taken


def test_words_that_may_mean_several_are_refused(service: PeriodService) -> None:
    service.add(mourning(service))
    service.add(service.draft("holiday", FROM))
    for ref, found in (("", 0), ("0", 2), ("%", 0), ("không có", 0)):
        with pytest.raises(Refused) as refused:
            service.get(ref)
        assert (refused.value.code, refused.value.facts["found"]) == ("period.unknown", found)


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(home: StationHome, capsys: pytest.CaptureFixture[str]) -> Run:
    from broadcaster.cli.main import main

    def call(*words: str) -> tuple[int, str, str]:
        code = main(["--home", str(home.root), "period", *words])
        out, err = capsys.readouterr()
        return code, out, err
    return call


def test_the_command_line_from_calendar_to_restore(run: Run) -> None:
    code, out, _ = run("calendar", "--month", "2032-02", "--json")
    days = json.loads(out)
    assert (code, len(days), days[10]["lunar"]["words"]) == (0, 29, "mùng 1 tháng Giêng năm Nhâm Tý")
    code, _, err = run("add", "mourning", "--from", "2032-02-28", "--to", "2032-03-01")
    assert (code, err.count("\n")) == (1, 1)
    code, out, _ = run("add", "mourning", "--from", "2032-02-28", "--to", "2032-03-01", "--reason", "Quốc tang",
                       "--directive", "1/TB", "--by", "thử")
    period_id, *said = out.splitlines()
    assert (code, said[0]) == (0, "Quốc tang: từ thứ Bảy 28/02/2032 đến hết thứ Hai 01/03/2032 (3 ngày).")
    assert run("change", period_id, "--to", "2032-03-02", "--dry-run")[1].count("4 ngày") == 1
    assert "2032-03-01" in run("list")[1]
    assert run("remove", period_id, "--reason", "nhầm")[0] == 0
    assert run("list")[1] == ""
    assert period_id in run("list", "--removed")[1]
    assert run("restore", period_id)[0] == 0
    assert period_id in run("list", "--from", "2032-03-01", "--to", "2032-03-01")[1]
    assert run("add", "event", "--from", "2031-02-29")[0] == 2
    assert run("list", "--from", "2032-03-02", "--to", "2032-03-01")[0] == 1


def test_kinds_and_proposals_can_be_listed(run: Run) -> None:
    assert run("kinds")[1].count("\n") == 6
    assert "--from 2027-02-05 --to 2027-02-09" in run("proposed", "--year", "2027")[1]
    assert run("proposed", "--year", "0")[0] == 1

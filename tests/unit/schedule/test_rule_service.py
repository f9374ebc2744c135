"""Choosing, editing, sharing a rule profile; what goes beyond it, and the reasons why it may."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from schedule_station import AFTERNOON, MORNING, Station
from sqlalchemy import select

from broadcaster.base.errors import Refused
from broadcaster.base.settings import load_settings
from broadcaster.db.schema import audit
from broadcaster.schedule.calendar.period_store import insert_period
from broadcaster.schedule.model import Period, RuleOverride, RuleProfile, SessionTemplate
from broadcaster.schedule.rules.findings import Finding, findings_of
from broadcaster.schedule.rules.service import RuleService

BY = "Cán bộ truyền thanh"
NOON = SessionTemplate("noon", "Buổi trưa", time(11), 20)
INNER = RuleProfile("inner", "Nội thành", 15, 2, "12345")


@pytest.fixture
def rules(station: Station) -> RuleService:
    return RuleService(station.database, station.home, station.settings, station.clock, station.schedule)


def acts(station: Station) -> list[str]:
    with station.database.read() as c:
        return list(c.scalars(select(audit.c.action).order_by(audit.c.id)))


def refused(code: str, act: object) -> Refused:
    assert callable(act)
    with pytest.raises(Refused) as caught:
        act()
    assert caught.value.code == code
    return caught.value


# Profiles

def test_a_profile_is_chosen_in_station_toml(station: Station, rules: RuleService) -> None:
    rules.choose("two-by-15-weekdays", BY)
    assert rules.chosen() == load_settings(station.home).hours.profile == "two-by-15-weekdays"
    assert rules.profile().session_minutes == 15
    rules.choose("two-by-15-weekdays", BY)
    assert acts(station) == ["profile_chosen"], "the same again is no act"
    refused("schedule.profile", lambda: rules.choose("nothing", BY))


def test_an_own_profile_is_edited_and_given_back(station: Station, rules: RuleService) -> None:
    rules.save_profile(replace(rules.profile("two-by-60"), session_minutes=50), BY)
    assert rules.profile("two-by-60").session_minutes == 50
    back = rules.remove_profile("two-by-60", BY)
    assert back == rules.profile("two-by-60")
    assert rules.profile("two-by-60").session_minutes == 60
    assert acts(station) == ["profile_saved", "profile_removed"]
    refused("rules.not_own", lambda: rules.remove_profile("two-by-60", BY))
    refused("rules.not_own", lambda: rules.remove_profile("../../station", BY))


def test_a_wrong_profile_is_not_stored(rules: RuleService) -> None:
    refused("schedule.value", lambda: rules.save_profile(replace(INNER, session_minutes=0), BY))
    refused("schedule.value", lambda: rules.save_profile(replace(INNER, id="../x"), BY))
    assert len(rules.profiles()) == 6


def test_a_profile_in_use_stays(station: Station, rules: RuleService) -> None:
    rules.save_profile(INNER, BY)
    rules.choose("inner", BY)
    refused("rules.in_use", lambda: rules.remove_profile("inner", BY))
    rules.choose("free", BY)
    with station.database.write("period") as c:
        insert_period(c, Period("p", "event", "Bầu cử", date(2027, 1, 1), date(2027, 1, 9), profile="inner"), BY, "now")
    assert refused("rules.in_use", lambda: rules.remove_profile("inner", BY)).facts["where"] == "Bầu cử"


def test_a_profile_goes_to_another_station_and_comes_back(rules: RuleService, tmp_path: Path) -> None:
    rules.save_profile(INNER, BY)
    sent = rules.export_profile("inner", tmp_path / "khung của phường.toml")
    refused("rules.exists", lambda: rules.import_profile(sent, BY))
    rules.remove_profile("inner", BY)
    assert rules.import_profile(sent, BY) == rules.profile("inner") == INNER
    sent.write_text(sent.read_text(encoding="utf-8").replace("= 15 ", "= 20 "), encoding="utf-8")
    assert rules.import_profile(sent, BY, instead=True).session_minutes == 20


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"id = 5", b"[[volume]]", b"x = " + b"[" * 3000, b"a" * 300_000])
def test_a_bad_file_is_refused_and_changes_nothing(station: Station, rules: RuleService, tmp_path: Path,
                                                   content: bytes) -> None:
    path = tmp_path / "khung.toml"
    path.write_bytes(content)
    with pytest.raises(Refused):
        rules.import_profile(path, BY)
    assert len(rules.profiles()) == 6
    assert acts(station) == []
    refused("schedule.broken", lambda: rules.import_profile(tmp_path / "missing.toml", BY))


# What goes beyond

def test_findings_name_session_rule_and_what_would_excuse_it() -> None:
    found = findings_of((MORNING, NOON, AFTERNOON), INNER, ())
    assert [(item.rule, item.session, item.asked, item.limit, item.weekdays) for item in found] == [
        ("session_long", "morning", 60, 15, ""), ("session_long", "noon", 20, 15, ""),
        ("session_long", "afternoon", 60, 15, ""), ("sessions_many", "afternoon", 3, 2, "12345"),
        ("weekday", "morning", 0, 0, "67"), ("weekday", "noon", 0, 0, "67"), ("weekday", "afternoon", 0, 0, "67")]
    assert [item.scope for item in found[3:5]] == ["", "morning"]


def test_sessions_of_different_seasons_and_zones_are_not_counted_together() -> None:
    profile = RuleProfile("one", "Một buổi", 60, 1)
    summer = replace(MORNING, season_from="04-15", season_to="10-14")
    winter = replace(AFTERNOON, season_from="10-15", season_to="04-14")
    assert findings_of((summer, winter), profile, ()) == ()
    assert findings_of((replace(MORNING, zones=("Đông",)), replace(AFTERNOON, zones=("Tây",))), profile, ()) == ()
    late = replace(winter, season_from="02-29", season_to="04-15")
    assert findings_of((summer, late), profile, ()) == (
        Finding("sessions_many", "afternoon", "Buổi chiều", 2, 1, "1234567"),), "the fifteenth of April has both"


def test_a_reason_excuses_what_it_covers_and_no_more() -> None:
    longer = RuleOverride("o", "session_long", "morning", 60, "Bầu cử", BY, "now")
    found = findings_of((MORNING, AFTERNOON), replace(INNER, weekdays="1234567"), (longer,))
    assert [(item.session, item.override) for item in found] == [("morning", longer), ("afternoon", None)]
    short = findings_of((MORNING,), replace(INNER, weekdays="1234567"), (replace(longer, most=59),))
    assert short[0].override is None


def test_a_rule_is_lifted_with_a_reason_and_holds_again(station: Station, rules: RuleService) -> None:
    rules.choose("two-by-15-weekdays", BY)
    given = rules.override("session_long", "morning", 60, "  Tuần lễ\nbầu cử ", BY, "12/KH-UBND")
    assert (given.reason, given.directive_number, rules.overrides()) == ("Tuần lễ bầu cử", "12/KH-UBND", [given])
    assert {item.session for item in rules.findings() if item.override == given} == {"morning"}
    newer = rules.override("session_long", "morning", 45, "Ngắn hơn", BY)
    assert rules.overrides() == [newer], "a newer reason takes the place of the older one"
    rules.revoke(newer.id, BY)
    assert rules.overrides() == []
    assert rules.restore(newer, BY).most == 45
    assert acts(station)[1:] == ["rule_lifted", "rule_lifted", "rule_restored", "rule_lifted"]
    refused("rules.unknown", lambda: rules.revoke(newer.id, BY))
    refused("rules.unknown", lambda: rules.revoke("", BY))


def test_no_reason_lifts_the_quiet_hours(station: Station, rules: RuleService) -> None:
    refused("rules.hard", lambda: rules.override("quiet_hours", "", 0, "Lệnh trên", BY))
    refused("rules.reason", lambda: rules.override("weekday", "", 0, "  ", BY))
    refused("rules.most", lambda: rules.override("session_long", "morning", 1441, "Lý do", BY))
    refused("rules.most", lambda: rules.override("sessions_many", "", 0, "Lý do", BY))
    refused("schedule.template_unknown", lambda: rules.override("weekday", "evening", 0, "Lý do", BY))
    assert acts(station) == []


# What a profile proposes

def test_a_profile_proposes_sessions_and_they_can_be_taken_back(station: Station, rules: RuleService) -> None:
    station.schedule.save_template(replace(MORNING, opening=("nhac_hieu",)))
    profile = rules.profile("two-by-15-weekdays")
    wanted = rules.proposal(profile)
    assert [(item.id, item.starts, item.minutes, item.weekdays) for item in wanted] == [
        ("morning", time(7), 15, "12345"), ("afternoon", time(17), 15, "12345")]
    assert wanted[0].opening == ("nhac_hieu",), "what the station gave the session stays"
    before = rules.put_sessions(wanted, BY)
    assert station.schedule.templates() == wanted
    assert rules.findings(profile) == ()
    rules.put_sessions(before, BY)
    assert station.schedule.templates() == before


def test_sessions_put_together_are_checked_together(station: Station, rules: RuleService) -> None:
    refused("schedule.last_template", lambda: rules.put_sessions((), BY))
    refused("schedule.overlap", lambda: rules.put_sessions((MORNING, replace(NOON, starts=time(5, 30))), BY))
    refused("schedule.twice", lambda: rules.put_sessions((MORNING, replace(NOON, id="morning")), BY))
    refused("schedule.quiet_hours", lambda: rules.put_sessions((replace(MORNING, starts=time(4)),), BY, "Lý do"))
    refused("schedule.reason", lambda: rules.put_sessions((replace(MORNING, starts=time(4, 45)),), BY))
    assert len(station.schedule.templates()) == 2
    assert acts(station) == []
    rules.put_sessions((replace(MORNING, starts=time(4, 45)),), BY, "Bà con đi làm sớm")
    assert [item.starts for item in station.schedule.templates()] == [time(4, 45)]

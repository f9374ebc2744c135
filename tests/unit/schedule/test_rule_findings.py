"""What the dialog says of the rules is what the planner does: both are asked about the same sessions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some

from broadcaster.protocol.rundown import QuietHours
from broadcaster.schedule.model import RuleOverride, RuleProfile, SessionTemplate
from broadcaster.schedule.plan.given import Given
from broadcaster.schedule.plan.sittings import Sitting, sittings_of
from broadcaster.schedule.rules.findings import LONG, MANY, WEEKDAY, findings_of

DAYS = [date(2027, 1, 1) + timedelta(days=n) for n in range(365)]
QUIET = QuietHours("21:00", "04:30")
HOURS = {"a": time(5), "b": time(8), "c": time(11), "d": time(17)}
"""Far enough apart that none gives way to another: the rules alone decide."""

digits = some.sets(some.sampled_from("1234567"), min_size=1).map(lambda days: "".join(sorted(days)))
zones = some.sampled_from([("all",), ("Đông",), ("Tây",), ("Đông", "Tây")])
seasons = some.sampled_from([("", ""), ("04-15", "10-14"), ("10-15", "04-14"), ("12-20", "01-10")])


@some.composite
def stations(draw: some.DrawFn) -> tuple[list[SessionTemplate], RuleProfile, list[RuleOverride]]:
    templates = []
    for name in sorted(draw(some.sets(some.sampled_from("abcd"), min_size=1))):
        first, last = draw(seasons)
        templates.append(SessionTemplate(name, name.upper(), HOURS[name], draw(some.sampled_from([15, 60, 120])),
                                         draw(digits), zones=draw(zones), season_from=first, season_to=last))
    profile = RuleProfile("p", "P", draw(some.sampled_from([15, 60])), draw(some.integers(1, 3)), draw(digits))
    reasons = draw(some.lists(some.builds(
        lambda rule, session, most: RuleOverride("o", rule, "" if rule == MANY else session, most, "x", "x", "x"),
        some.sampled_from([LONG, MANY, WEEKDAY]), some.sampled_from(["", "a", "b", "c", "d"]),
        some.sampled_from([2, 3, 60, 120])), max_size=2))
    return templates, profile, reasons


def planned(templates: Sequence[SessionTemplate], profile: RuleProfile, reasons: Sequence[RuleOverride],
            day: date) -> list[Sitting]:
    decided = Given(overrides=reasons)
    frames = [decided.on(moment, templates, profile) for moment in (day, day + timedelta(days=1))]
    return sittings_of(frames[0], frames[1], QUIET)[0]


@settings(max_examples=40, deadline=None)
@given(stations())
def test_a_session_without_a_finding_is_planned_whole(
        station: tuple[list[SessionTemplate], RuleProfile, list[RuleOverride]]) -> None:
    templates, profile, reasons = station
    open_ones = [item for item in findings_of(templates, profile, reasons) if item.override is None]
    good = [item for item in templates if item.id not in {finding.session for finding in open_ones}]
    for day in DAYS:
        held = {item.template.id: item.seconds for item in planned(templates, profile, reasons, day)}
        for template in good:
            if template.held_on(day):
                assert held.get(template.id) == template.minutes * 60, (day, template.id)


@settings(max_examples=40, deadline=None)
@given(stations())
def test_a_session_with_a_finding_is_cut_or_left_out_on_some_day(
        station: tuple[list[SessionTemplate], RuleProfile, list[RuleOverride]]) -> None:
    templates, profile, reasons = station
    found = [item for item in findings_of(templates, profile, reasons) if item.override is None]
    spoiled = set()
    for day in DAYS:
        held = {item.template.id: item.seconds for item in planned(templates, profile, reasons, day)}
        spoiled |= {item.id for item in templates if item.held_on(day) and held.get(item.id) != item.minutes * 60}
    ever = {item.id for item in templates if any(item.held_on(day) for day in DAYS)}
    assert {item.session for item in found} & ever <= spoiled

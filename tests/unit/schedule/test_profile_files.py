"""Rule profiles as files: read strictly, written so that a person reads them, the way back to the shipped one."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, shipped
from broadcaster.schedule.model import Loudness, ProposedSession, RuleProfile
from broadcaster.schedule.rules.profiles import (
    known_profiles,
    load_profile,
    profile_from,
    profile_toml,
    read_profile,
    shipped_profile,
    write_profile,
)
from broadcaster.schedule.sessions.templates import template_from

PROFILE = RuleProfile("ours", "Khung của xã", 45, 3, "12345", volume=(
    Loudness("04:30", "06:00", -6.0), Loudness("19:00", "21:00", -3.5)),
    sessions=(ProposedSession("morning", "Buổi sáng", time(5, 30), 45),))


def test_the_presets_of_the_provinces_are_there(home: StationHome) -> None:
    known = {item.id: item for item in known_profiles(home)}
    assert set(known) == {"two-by-15-weekdays", "two-by-45-weekdays", "two-by-60", "two-by-90", "three-by-60", "free"}
    assert all(item.fault is None and item.shipped and not item.own for item in known.values())
    inner, outer = known["two-by-15-weekdays"].profile, known["two-by-45-weekdays"].profile
    assert (inner.session_minutes, inner.sessions_a_day, inner.weekdays) == (15, 2, "12345")
    assert (outer.session_minutes, outer.sessions_a_day, outer.weekdays) == (45, 2, "12345")
    assert [item.starts for item in known["two-by-60"].profile.sessions] == [time(5, 30), time(17)]
    assert known["three-by-60"].profile.sessions_a_day == 3


def test_what_a_preset_proposes_keeps_to_it() -> None:
    for path in shipped("schedules", "profiles").glob("*.toml"):
        profile = read_profile(path)
        assert len(profile.sessions) <= profile.sessions_a_day
        assert all(session.minutes <= profile.session_minutes for session in profile.sessions), profile.id


def test_a_preset_can_be_uncommented(home: StationHome) -> None:
    """The sample of a quieter hour at its end needs no more than its marks taken away."""
    text = (shipped("schedules", "profiles") / "two-by-60.toml").read_text(encoding="utf-8")
    head, _, tail = text.rpartition("# [[volume]]")
    folder = home.root / "schedules" / "profiles"
    folder.mkdir(parents=True)
    (folder / "two-by-60.toml").write_text(
        head + "[[volume]]" + tail.replace("\n# ", "\n"), encoding="utf-8")
    assert load_profile(home, "two-by-60").volume == (Loudness("04:30", "06:00", -6.0),)


def test_an_unknown_profile_names_the_nearest(home: StationHome) -> None:
    with pytest.raises(Refused) as caught:
        load_profile(home, "two-by-6")
    assert caught.value.facts["nearest"] == "two-by-60"


def test_a_profile_survives_its_file_and_hides_the_shipped_one(home: StationHome) -> None:
    write_profile(home, PROFILE)
    assert load_profile(home, "ours") == PROFILE
    ours = replace(PROFILE, id="two-by-60", name="Hai buổi của xã")
    write_profile(home, ours)
    assert load_profile(home, "two-by-60") == ours
    found = next(item for item in known_profiles(home) if item.id == "two-by-60")
    assert (found.own, found.shipped, found.profile) == (True, True, ours)
    assert shipped_profile("two-by-60") != ours
    assert shipped_profile("ours") is None


def test_one_damaged_file_does_not_hide_the_others(home: StationHome) -> None:
    folder = home.root / "schedules" / "profiles"
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text("id = \n")
    (folder / "other.toml").write_text('id = "elsewhere"\nname = "X"\n', encoding="utf-8")
    known = {item.id: item for item in known_profiles(home)}
    assert known["broken"].fault is not None
    assert known["broken"].fault.code == "schedule.broken"
    assert known["other"].fault is not None, "its name and its id differ"
    assert known["two-by-60"].fault is None


@pytest.mark.parametrize(("table", "code"), [
    ({"session_minute": 5}, "schedule.unknown"), ({"quiet_from": "9pm"}, "schedule.time"),
    ({"weekdays": ""}, "schedule.weekdays"), ({"session_minutes": 0}, "schedule.value"),
    ({"priority_times": 25}, "schedule.value"), ({"thin_percent": True}, "schedule.value"),
    ({"volume": [{"starts": "05:00", "ends": "06:00", "gain_db": 1}]}, "schedule.value"),
    ({"volume": [{"starts": "05:00", "ends": "06:00", "gain_db": -30.5}]}, "schedule.value"),
    ({"volume": [{"starts": "05:00", "ends": "06:00", "gain_db": float("nan")}]}, "schedule.value"),
    ({"volume": [{"starts": "05:00", "ends": "06:00"}]}, "schedule.missing"),
    ({"volume": [{"starts": "05:00", "ends": "05:00", "gain_db": -6}]}, "rules.volume"),
    ({"volume": [{"starts": "05:00", "ends": "07:00", "gain_db": -6},
                 {"starts": "06:59", "ends": "08:00", "gain_db": -3}]}, "rules.volume"),
    ({"volume": [{"starts": "22:00", "ends": "05:00", "gain_db": -6},
                 {"starts": "04:00", "ends": "06:00", "gain_db": -3}]}, "rules.volume"),
    ({"sessions": [{"id": "a", "name": "A", "starts": "05:00", "minutes": 5}] * 2}, "schedule.twice"),
])
def test_wrong_words_are_refused(table: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as caught:
        profile_from({"id": "x", "name": "X", **table}, "x.toml")
    assert caught.value.code == code


words = some.one_of(some.text(max_size=8), some.integers(), some.booleans(), some.floats(), some.none(),
                    some.lists(some.text(max_size=3), max_size=2),
                    some.lists(some.dictionaries(some.sampled_from(["starts", "ends", "gain_db", "minutes", "source"]),
                                                 some.text(max_size=5) | some.integers()), max_size=2))


@settings(max_examples=300, deadline=None)
@given(some.dictionaries(some.sampled_from([
    "id", "name", "starts", "minutes", "weekdays", "season_from", "season_to", "relays", "filler", "zones", "volume",
    "sessions", "session_minutes", "quiet_from", "opening"]), words, max_size=8))
def test_whatever_stands_in_a_file_is_read_or_refused(table: dict[str, Any]) -> None:
    for read in (profile_from, template_from):
        said = "x.toml"
        try:
            read(table, "x.toml")
        except Refused as refusal:
            said = refusal.text
        assert said.startswith("x.toml")


def test_a_written_profile_explains_itself() -> None:
    text = profile_toml(PROFILE)
    assert "kể cả tiếp sóng" in text
    assert "gain_db = -3.5" in text

"""Session files: read strictly, explained kindly."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, shipped
from broadcaster.schedule.model import SessionTemplate
from broadcaster.schedule.templates import (
    load_profile,
    load_templates,
    profile_from,
    template_from,
    to_toml,
    write_template,
)

GOOD = {"id": "morning", "name": "Buổi sáng", "starts": "05:00", "minutes": 60}


def own(home: StationHome, name: str, text: str) -> Path:
    folder = home.root / "schedules"
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_sessions_are_morning_and_afternoon(home: StationHome) -> None:
    morning, afternoon = load_templates(home)
    assert (morning.id, morning.name, morning.starts, morning.minutes) == ("morning", "Buổi sáng", time(5), 60)
    assert (afternoon.id, afternoon.starts, afternoon.weekdays) == ("afternoon", time(17), "1234567")
    assert morning.opening == ("nhac_hieu", "loi_xuong")
    assert morning.bridge == "nhac_cat"


def test_own_files_replace_all_shipped_ones(home: StationHome) -> None:
    own(home, "noon.toml", 'id = "noon"\nname = "Buổi trưa"\nstarts = "11:15:30"\nminutes = 3\n')
    (noon,) = load_templates(home)
    assert noon.starts == time(11, 15, 30)
    assert noon.closing == ("loi_chao", "nhac_hieu")


def test_writing_the_first_own_template_keeps_the_shipped_ones(home: StationHome) -> None:
    write_template(home, SessionTemplate("noon", "Buổi trưa", time(11), 30))
    assert [item.id for item in load_templates(home)] == ["morning", "noon", "afternoon"]


def test_a_template_survives_its_file(home: StationHome) -> None:
    template = SessionTemplate("x", 'Buổi "trưa"\\', time(11, 15, 30), 7, "67", ("nhac",), "", (), ("thôn 1", "thôn 2"))
    write_template(home, template)
    assert template in load_templates(home)


@pytest.mark.parametrize("value", ["5:00", "05:00 PM", "5h", "24:00", "17:60", "", 5, "05:00:00.5", "٠٥:٠٠"])
def test_only_24_hour_times_are_read(value: object) -> None:
    with pytest.raises(Refused) as caught:
        template_from({**GOOD, "starts": value}, "morning.toml")
    assert caught.value.code == "schedule.time"
    assert "24-hour" in caught.value.text


def test_a_misspelt_word_is_named_with_the_right_one() -> None:
    with pytest.raises(Refused, match="did you mean 'weekdays'"):
        template_from({**GOOD, "weekday": "67"}, "morning.toml")
    with pytest.raises(Refused, match="did you mean 'nhac_hieu'"):
        template_from({**GOOD, "opening": ["nhac_hiệu"]}, "morning.toml")


@pytest.mark.parametrize(("name", "value", "code"), [
    ("minutes", 0, "value"), ("minutes", 1441, "value"), ("minutes", True, "value"), ("minutes", "60", "value"),
    ("weekdays", "0", "weekdays"), ("weekdays", "", "weekdays"), ("weekdays", "8", "weekdays"),
    ("id", "Sáng", "value"), ("id", "../x", "value"), ("name", " ", "value"), ("name", "x" * 121, "value"),
    ("zones", "all", "value"), ("bridge", "xyz", "value"),
])
def test_wrong_values_are_refused(name: str, value: object, code: str) -> None:
    with pytest.raises(Refused) as caught:
        template_from({**GOOD, name: value}, "morning.toml")
    assert caught.value.code == f"schedule.{code}"
    assert caught.value.facts["file"] == "morning.toml"


@pytest.mark.parametrize("name", ["id", "name", "starts", "minutes"])
def test_a_missing_word_is_named(name: str) -> None:
    with pytest.raises(Refused) as caught:
        template_from({key: value for key, value in GOOD.items() if key != name}, "morning.toml")
    assert (caught.value.code, caught.value.facts["name"]) == ("schedule.missing", name)


def test_sunday_is_seven_and_days_are_sorted() -> None:
    assert template_from({**GOOD, "weekdays": "7617"}, "x").weekdays == "167"


def test_a_broken_file_and_a_doubled_id_are_refused(home: StationHome) -> None:
    path = own(home, "a.toml", "id = \n")
    with pytest.raises(Refused) as caught:
        load_templates(home)
    assert caught.value.code == "schedule.broken"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refused):
        load_templates(home)
    path.write_text(to_toml(SessionTemplate("a", "A", time(5), 5)), encoding="utf-8")
    own(home, "b.toml", to_toml(SessionTemplate("a", "B", time(6), 5)))
    with pytest.raises(Refused) as caught:
        load_templates(home)
    assert caught.value.code == "schedule.twice"


def test_every_shipped_profile_reads_and_is_named_after_its_file(home: StationHome) -> None:
    names = [path.stem for path in shipped("schedules", "profiles").glob("*.toml")]
    assert {"two-by-60", "two-by-15-weekdays", "free"} <= set(names)
    for name in names:
        assert load_profile(home, name).id == name
    inner = load_profile(home, "two-by-15-weekdays")
    assert (inner.session_minutes, inner.sessions_a_day, inner.weekdays) == (15, 2, "12345")


def test_an_unknown_profile_names_the_nearest(home: StationHome) -> None:
    with pytest.raises(Refused) as caught:
        load_profile(home, "two-by-6")
    assert caught.value.facts["nearest"] == "two-by-60"


def test_a_profile_is_checked_too() -> None:
    with pytest.raises(Refused):
        profile_from({"id": "x", "name": "X", "session_minute": 5}, "x.toml")
    with pytest.raises(Refused):
        profile_from({"id": "x", "name": "X", "quiet_from": "9pm"}, "x.toml")

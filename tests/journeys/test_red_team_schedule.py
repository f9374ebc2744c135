"""Somebody with every tool but the station's key at the schedule: what is damaged is said, and nothing else is lost."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from hostile import DAY_START, make_ground, picture, write_database
from hostile_files import tone

from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed, save_settings
from broadcaster.keeper.jobs import Jobs
from broadcaster.library.use_store import planned_cuts
from broadcaster.protocol.rundown import Relay, Rundown, newest_rundown, read_rundown
from broadcaster.protocol.seal import read_key
from broadcaster.schedule.model import Period, SessionEdit, SessionTemplate
from broadcaster.schedule.sessions.templates import write_template
from broadcaster.wiring import App, build_app

DAY = DAY_START.date()
TOMORROW = DAY + timedelta(days=1)
GOOD, OTHER = "Âm tốt", "Âm khác"


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Two sessions in files of the station's own, two approved items, published for two weeks."""
    place = tmp_path_factory.mktemp("trạm")
    ground = make_ground(place / "home")
    names = {}
    for hertz, title in ((300.0, GOOD), (3000.0, OTHER)):
        tone(place / f"{title}.wav", hertz)
        cart = ground.approved_message(title, file=place / f"{title}.wav")
        names[title] = ground.app.schedule.add_campaign(cart.id, 2, DAY, DAY + timedelta(days=20)).id
        names["approval"], names["cart"] = cart.approval_id, cart.id
    for template in ground.app.schedule.templates():
        write_template(ground.home, template)
    ground.app.close()
    jobs = Jobs(StationHome(place / "home"), VirtualClock(DAY_START))
    jobs.publish()
    jobs.close()
    return place / "home", names


@pytest.fixture
def home(planned: tuple[Path, dict[str, str]], tmp_path: Path) -> StationHome:
    shutil.copytree(planned[0], tmp_path / "home")
    return StationHome(tmp_path / "home")


@pytest.fixture
def names(planned: tuple[Path, dict[str, str]]) -> dict[str, str]:
    return planned[1]


@pytest.fixture
def app(home: StationHome) -> Iterator[App]:
    app = build_app(home, VirtualClock(DAY_START))
    yield app
    app.close()


def round_of(home: StationHome) -> set[str]:
    """The keeper goes its round; its alarms."""
    jobs = Jobs(home, VirtualClock(DAY_START))
    try:
        jobs.publish()
        return {str(alarm["code"]) for alarm in jobs.health()["alarms"]}
    finally:
        jobs.close()


def published(home: StationHome) -> Rundown:
    newest = newest_rundown(home.rundowns, TOMORROW)
    assert newest is not None
    return read_rundown(newest, read_key(home))


def airings(rundown: Rundown, title: str) -> int:
    return sum(event.title == title for session in rundown.sessions for event in session.events)


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _endless(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def _written(text: str | bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(text if isinstance(text, bytes) else text.encode())


FILES: dict[str, Callable[[Path], object]] = {
    "empty": _written(""), "zeros": _written(b"\0" * 100), "deep": _written("x=" + "[" * 50_000),
    "large": _written("#" * 1_000_000), "half": lambda path: os.truncate(path, 40),
    "utf-16": lambda path: path.write_bytes(b"\xff\xfe" + path.read_text("utf-8").encode("utf-16-le")),
    "25:00": _written('id = "morning"\nname = "x"\nstarts = "25:00"\nminutes = 60\n'),
    "for ever": _written('id = "morning"\nname = "x"\nstarts = "05:00"\nminutes = inf\n'),
    "twice": lambda path: shutil.copy(path, path.with_name("a copy.toml")),
    "folder": _folder, "all gone": lambda path: shutil.rmtree(path.parent),
}
if hasattr(os, "mkfifo"):
    FILES |= {"pipe": _pipe, "endless": _endless}


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_session_file_silences_no_session(home: StationHome, name: str) -> None:
    """It holds as it last was, the others too, and somebody is told."""
    before = published(home)
    FILES[name](home.root / "schedules" / "morning.toml")
    assert "plan_unreadable" in round_of(home)
    after = published(home)
    assert [(session.id, session.starts_at) for session in after.sessions] == [
        (session.id, session.starts_at) for session in before.sessions]
    assert (airings(after, GOOD), airings(after, OTHER)) == (2, 2)


@pytest.mark.parametrize("text", ["", "id = ", 'id = "x"\nname = "y"\nquiet_from = "00:00"\nquiet_to = "00:00"\n'])
def test_a_damaged_rule_profile_silences_nothing(home: StationHome, text: str) -> None:
    path = home.root / "schedules" / "profiles" / "two-by-60.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    assert "plan_unreadable" in round_of(home)
    assert len(published(home).sessions) == 2
    assert (published(home).quiet.start, published(home).quiet.end) == ("21:00", "04:30")


EDIT = "INSERT INTO session_edit (day, session, body, reason, by, at) VALUES (?, 'morning', ?, '', 'x', 'x')"
OF_CAMPAIGN = "UPDATE campaign SET {} = ? WHERE title = '" + OTHER + "'"
ROWS: dict[str, tuple[str, tuple[object, ...]]] = {
    **{f"edit {body[:20]}": (EDIT, (TOMORROW.isoformat(), body)) for body in (
        "", "{", "5", "[" * 50_000, json.dumps({"minutes": 10**9}), json.dumps({"starts": "25:00"}),
        json.dumps({"held": "no"}), json.dumps({"zones": "all"}), json.dumps({"items": [{}]}),
        json.dumps({"items": [{"cart": "x", "makes_up": "hôm qua"}]}), json.dumps({"relays": [{"source": "x"}]}))},
    **{f"{column} {value!s:.12}": (OF_CAMPAIGN.format(column), (value,)) for column, value in (
        ("times", -1), ("times", 10**9), ("times", "x"), ("spacing_minutes", -5), ("spacing_minutes", 10**12),
        ("dayparts", "x"), ("dayparts", '"all"'), ("zones", "[1]"), ("per", "month"), ("urgency", "!"),
        ("last_day", "x"), ("position", "x"))},
    "period": ("INSERT INTO period (id, kind, name, first_day, last_day, reason, directive_number, profile, without,"
               " removed_at, created_by, created_at) VALUES ('😀', 'x', 'Đợt', ?, '9999-99-99', '', '', '', 'x', '',"
               " 'x', 'x')", (DAY.isoformat(),)),
    "override": ("INSERT INTO rule_override (id, rule, session, most, reason, directive_number, by, at, revoked_at)"
                 " VALUES ('r', 'sessions_many', '', ?, 'x', '', 'x', 'x', '')", (10**9,)),
    "relay": ("INSERT INTO relay_source (id, name, kind, address, fallback_sha256, fallback_frames, approval_id, note,"
              " removed_at, created_by, created_at) VALUES ('v', 'V', ?, 'http://x/', '', 0, '', '', '', 'x', 'x')",
              ("ftp",)),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_row_altered_by_hand_is_said_and_the_others_air(home: StationHome, name: str) -> None:
    statement, values = ROWS[name]
    assert write_database(home, statement, *values) == 1
    assert "plan_unreadable" in round_of(home)
    assert airings(published(home), GOOD) == 2
    assert len(published(home).sessions) == 2


def test_a_decision_by_hand_lets_nobody_into_the_quiet_hours(home: StationHome) -> None:
    """Not by the database either, whatever overrides and periods stand beside it."""
    write_database(home, EDIT, TOMORROW.isoformat(), json.dumps({"starts": "23:30", "minutes": 600}))
    write_database(home, "INSERT INTO rule_override (id, rule, session, most, reason, directive_number, by, at,"
                   " revoked_at) VALUES ('r', 'quiet_hours', '', 1440, 'x', '', 'x', 'x', ''), "
                   "('s', 'session_long', '', 1440, 'x', '', 'x', 'x', '')")
    round_of(home)
    assert [session.id for session in published(home).sessions] == [f"{TOMORROW}/afternoon"]


def test_an_items_approval_does_not_let_a_relay_sound(home: StationHome, names: dict[str, str]) -> None:
    write_database(home, "INSERT INTO relay_source (id, name, kind, address, fallback_sha256, fallback_frames,"
                   " approval_id, note, removed_at, created_by, created_at) VALUES ('v', 'V', 'stream', 'http://x/',"
                   " '', 0, ?, '', '', 'x', 'x')", names["approval"])
    write_database(home, EDIT, TOMORROW.isoformat(),
                   json.dumps({"relays": [{"source": "v", "starts": "05:10", "minutes": 10}]}))
    write_database(home, "UPDATE approval SET subject = 'relay:v' WHERE id = ?", names["approval"])
    round_of(home)
    assert not [event for session in published(home).sessions for event in session.events if event.relay]
    assert airings(published(home), GOOD) == 2


def test_a_reason_of_nothing_is_none(app: App) -> None:
    for reason in ("", "   ", "\u200b", "\u00a0\t\n", "\u2060\ufeff", "\u3164"):
        with pytest.raises(Refused) as refused:
            app.days.save([SessionEdit(TOMORROW, "morning", starts=DAY_START.time().replace(hour=4, minute=40))],
                          "Cán bộ", reason)
        assert refused.value.code == "schedule.reason"
        with pytest.raises(Refused):
            app.rules.override("session_long", "morning", 90, reason, "Cán bộ")
    assert app.rules.overrides() == []


def test_quiet_hours_know_no_override(app: App) -> None:
    with pytest.raises(Refused):
        app.rules.override("quiet_hours", "morning", 1440, "Công văn khẩn", "Cán bộ")
    app.rules.save_profile(replace(app.rules.profile(), quiet_from="00:00", quiet_to="00:00"), "Cán bộ")
    with pytest.raises(Refused) as refused:
        app.days.save([SessionEdit(TOMORROW, "afternoon", starts=DAY_START.time().replace(hour=20), minutes=90)],
                      "Cán bộ", "Công văn khẩn")
    assert refused.value.code == "schedule.quiet_hours"


def only_looking(kinds: Sequence[str]) -> None:
    """As the window asks when a person who only looks sits there, whatever button was forgotten."""
    if not set(kinds) <= {"person", "audit", "recovery_code"}:
        raise Refused("right.missing", "only looks")


def test_who_only_looks_changes_no_hours_no_rules_and_no_day(home: StationHome, names: dict[str, str],
                                                             app: App) -> None:
    template, profile = app.schedule.templates()[0], app.rules.profile()
    mourning = Period("p", "mourning", "Quốc tang", DAY, TOMORROW, "Thông báo", sessions=())
    before = picture(home)
    app.database.watchman = only_looking
    acts: list[Callable[[], object]] = [
        lambda: app.schedule.save_template(replace(template, minutes=30), "x"),
        lambda: app.schedule.remove_template(template.id, "x"),
        lambda: app.rules.save_profile(profile, "x"),
        lambda: app.rules.choose("free", "x"),
        lambda: app.rules.put_sessions([template], "x", "vì thế"),
        lambda: app.rules.override("session_long", template.id, 90, "Công văn", "x"),
        lambda: app.days.save([SessionEdit(TOMORROW, template.id, held=False)], "x"),
        lambda: app.days.copy_day(DAY, TOMORROW + timedelta(days=1), "x"),
        lambda: app.periods.add(mourning, "x"),
        lambda: app.relays.add("vov1", "Thời sự", Relay("stream", "http://dai.example/"), by="x"),
        lambda: app.schedule.add_campaign(names["cart"], 1, DAY, TOMORROW, by="x"),
        lambda: app.schedule.stop_campaign(names[GOOD], "x"),
    ]
    for act in acts:
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "right.missing"
    app.database.watchman = None
    assert picture(home) == before


def test_a_damaged_newer_plan_lets_go_of_no_sound_of_the_good_one(home: StationHome) -> None:
    before = planned_cuts(home, DAY.isoformat())
    assert before
    for day in (DAY + timedelta(days=number) for number in range(16)):
        (home.rundowns / f"{day}.r77.json").write_bytes(b"{")
    assert planned_cuts(home, DAY.isoformat()) == before


def test_an_edit_of_the_next_day_does_not_cut_off_a_session_that_runs_past_midnight(home: StationHome) -> None:
    """Nobody may, and where the database says so all the same the running session keeps its end."""
    save_settings(home, changed(Settings(), "hours", quiet_from="02:00", quiet_to="04:30", profile="free"))
    write_template(home, SessionTemplate("dem", "Giao thừa", time(23, 30), 60))
    clock = VirtualClock(DAY_START)
    jobs = Jobs(home, clock)
    jobs.publish()
    clock.advance((19 * 60 + 45) * 60)
    app = build_app(home, clock)
    with pytest.raises(Refused) as refused:
        app.days.save([SessionEdit(TOMORROW, "som", name="Sớm", starts=time(0, 5), minutes=20)], "Cán bộ", "vì thế")
    assert refused.value.code == "schedule.overlap"
    app.close()
    body = json.dumps({"name": "Sớm", "starts": "00:05", "minutes": 20})
    write_database(home, EDIT.replace("'morning'", "'som'"), TOMORROW.isoformat(), body)
    jobs.publish()
    jobs.close()
    assert f"{TOMORROW}/som" not in [session.id for session in published(home).sessions]

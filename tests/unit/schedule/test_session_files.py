"""A damaged session file: the others stay as they are, it holds as it last was, and there is a way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.db.schema import audit
from broadcaster.schedule.model import SessionTemplate
from broadcaster.schedule.sessions import kept_files
from broadcaster.schedule.sessions.templates import load_templates, write_template
from broadcaster.wiring import App, build_app

NOW = datetime(2026, 11, 21, 9, tzinfo=STATION_ZONE)
BROKEN = 'id = "morning"\nname = "Buổi sá'


@pytest.fixture
def app(home: StationHome) -> Iterator[App]:
    """Its two sessions are files of its own, and were read well once."""
    for template in load_templates(home):
        write_template(home, template)
    kept_files.keep(home)
    opened = build_app(home, VirtualClock(NOW))
    yield opened
    opened.close()


def damage(app: App, name: str = "morning.toml", text: str = BROKEN) -> Path:
    path = app.home.root / "schedules" / name
    path.write_text(text, encoding="utf-8")
    return path


def starts(templates: tuple[SessionTemplate, ...]) -> list[time]:
    return [item.starts for item in templates]


def test_a_damaged_file_hides_no_other_and_says_what_it_was(app: App) -> None:
    damage(app)
    files = app.schedule.session_files()
    assert [item.id for item in files.templates] == ["afternoon"]
    (item,) = files.damaged
    assert (item.path.name, item.template and item.template.starts) == ("morning.toml", time(5))
    assert starts(files.held) == [time(5), time(17)]
    with pytest.raises(Refused):
        app.schedule.templates()


def test_saving_and_putting_others_leaves_the_damaged_file(app: App) -> None:
    path = damage(app)
    (afternoon,) = app.schedule.session_files().templates
    app.schedule.save_template(replace(afternoon, starts=time(16, 30)))
    app.schedule.save_template(SessionTemplate("noon", "Buổi trưa", time(11), 30))
    assert starts(app.schedule.held()) == [time(5), time(11), time(16, 30)]
    app.rules.put_sessions((afternoon,))
    assert path.read_text("utf-8") == BROKEN
    assert starts(app.schedule.held()) == [time(5), time(17)]


def test_no_other_session_takes_its_hours_or_its_name(app: App) -> None:
    path = damage(app)
    for template, code in ((SessionTemplate("x", "X", time(5, 30), 30), "schedule.overlap"),
                           (SessionTemplate("morning", "X", time(9), 30), "schedule.twice")):
        with pytest.raises(Refused) as caught:
            app.schedule.save_template(template)
        assert caught.value.code == code
    never = damage(app, "noon.toml", "?")
    app.schedule.save_template(SessionTemplate("noon", "Buổi trưa", time(11), 30))
    assert (never.read_text("utf-8"), path.read_text("utf-8")) == ("?", BROKEN)
    assert time(11) in starts(app.schedule.held())


def test_the_good_copy_comes_back_and_the_way_back_from_that(app: App) -> None:
    path = damage(app)
    moved = app.schedule.restore_session("morning.toml", "Cán bộ truyền thanh")
    assert starts(app.schedule.templates()) == [time(5), time(17)]
    assert moved is not None
    assert (moved.now.name, moved.now.read_text("utf-8")) == ("morning.toml.hong-20261121", BROKEN)
    app.schedule.put_session_back(moved)
    assert (path.read_text("utf-8"), moved.now.exists()) == (BROKEN, False)
    assert app.schedule.restore_session("morning.toml") is not None
    damage(app)
    again = app.schedule.restore_session("morning.toml")
    assert again is not None
    assert again.now.name == "morning.toml.hong-20261121-2"
    with app.database.read() as c:
        acts = list(c.execute(select(audit.c.action).order_by(audit.c.id)).scalars())
    assert acts == ["session_restored", "session_put_back", "session_restored", "session_restored"]


def test_a_file_that_never_was_good_is_put_aside(app: App) -> None:
    path = damage(app, "noon.toml", "?")
    assert [item.template for item in app.schedule.session_files().damaged] == [None]
    with pytest.raises(Refused):
        app.schedule.restore_session("noon.toml")
    moved = app.schedule.set_session_aside("noon.toml")
    assert moved is not None
    assert (path.exists(), moved.now.read_text("utf-8"), len(app.schedule.templates())) == (False, "?", 2)
    app.schedule.put_session_back(moved)
    assert path.read_text("utf-8") == "?"


def test_files_that_are_all_gone_come_back_together(app: App) -> None:
    app.schedule.save_template(replace(app.schedule.templates()[0], starts=time(5, 15), minutes=30))
    kept_files.keep(app.home)
    for path in (app.home.root / "schedules").glob("*.toml"):
        path.unlink()
    assert starts(app.schedule.held()) == [time(5, 15), time(17)]
    assert app.schedule.restore_session("afternoon.toml") is None
    assert starts(app.schedule.templates()) == [time(5, 15), time(17)]


def test_the_planner_says_it_and_holds_the_session(app: App) -> None:
    damage(app)
    plan = app.schedule.plan((NOW + timedelta(days=1)).date())
    assert [item.facts["name"] for item in plan.warnings if item.code == "unreadable"] == ["morning.toml"]
    assert len(plan.programme) == 2


def test_damaged_rules_taken_away_are_kept_aside(app: App) -> None:
    folder = app.home.root / "schedules" / "profiles"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "two-by-60.toml").write_text("id = ", encoding="utf-8")
    app.rules.remove_profile("two-by-60")
    assert [path.name for path in folder.iterdir()] == ["two-by-60.toml.hong-20261121"]
    assert app.rules.profile().id == "two-by-60"

"""Whoever starts the sample station hears it, at whatever hour: also when the day has its two sessions already."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from schedule_station import KEY, Station, sound

from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.cli.demo_station import come_alive
from broadcaster.wiring import build_app


def test_the_trial_session_is_held_after_the_day_is_over(tmp_path: Path) -> None:
    day = date(2026, 11, 21)
    clock = VirtualClock(datetime(2026, 11, 21, 4, 30, tzinfo=STATION_ZONE))
    home = StationHome(tmp_path / "home")
    home.create()
    home.key.write_text(KEY.hex(), encoding="ascii")
    station = Station(home, clock)
    station.schedule.add_campaign(station.put(sound("tin")), 2, day, day + timedelta(days=9))
    station.schedule.publish(day)
    station.close()
    for hour in (19, 20):
        clock = VirtualClock(datetime(2026, 11, 21, hour, 0, tzinfo=STATION_ZONE))
        come_alive(home, clock)
        app = build_app(home, clock)
        sessions = app.schedule.plan(day).rundown.sessions
        app.schedule.publish(day)
        app.close()
        (trial,) = [item for item in sessions if item.id.endswith(f"trial-{hour}02")]
        assert any(event.campaign for event in trial.events)

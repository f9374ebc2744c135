"""What is laid into the watched folder comes in by itself, once, and the folder is left as it is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed, save_settings
from broadcaster.keeper.jobs import Jobs
from broadcaster.library.importing.model import WATCHER, Wish
from broadcaster.library.model import State
from broadcaster.wiring import App, build_app


@pytest.fixture
def jobs(home: StationHome, clock: VirtualClock) -> Iterator[Jobs]:
    jobs = Jobs(home, clock)
    yield jobs
    jobs.close()


@pytest.fixture
def folder(home: StationHome, tmp_path: Path) -> Path:
    place = tmp_path / "hộp thư âm thanh"
    place.mkdir()
    watch(home, str(place))
    return place


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    made = build_app(home, clock)
    yield made
    made.close()


def watch(home: StationHome, folder: str) -> None:
    save_settings(home, changed(Settings(), "library", watch=folder))


def sound(path: Path, seed: int, seconds: float = 1.2) -> Path:
    soundfile.write(path, 0.1 * np.random.default_rng(seed).standard_normal(int(48_000 * seconds)), 48_000)
    return path


def look(jobs: Jobs, clock: VirtualClock, times: int = 1) -> int:
    came = 0
    for _ in range(times):
        clock.advance(30)
        came += jobs.watch_folder()
    return came


def alarms(jobs: Jobs) -> dict[str, dict[str, object]]:
    return {alarm["code"]: alarm["facts"] for alarm in jobs.health()["alarms"]
            if alarm["code"].startswith(("watch", "program"))}


def test_still_files_come_in_once_as_drafts(jobs: Jobs, app: App, clock: VirtualClock, folder: Path) -> None:
    first = sound(folder / "tin sáng.wav", 1)
    before = (first.read_bytes(), first.stat().st_mtime_ns)
    assert look(jobs, clock) == 0, "seen for the first time: it may still be growing"
    sound(folder / "đang chép.wav", 2)
    assert look(jobs, clock) == 1
    sound(folder / "đang chép.wav", 3, 1.5)
    assert look(jobs, clock) == 0, "it has grown"
    assert look(jobs, clock) == 1
    assert look(jobs, clock, 2) == 0
    carts = app.library.find()
    assert {(cart.title, cart.state, cart.author) for cart in carts} == {
        ("tin sáng", State.DRAFT, WATCHER), ("đang chép", State.DRAFT, WATCHER)}
    assert (first.read_bytes(), first.stat().st_mtime_ns) == before
    again = Jobs(app.home, clock)
    assert look(again, clock, 2) == 0, "remembered over a restart"
    again.close()
    assert alarms(jobs) == {}


def test_a_refused_file_is_an_alarm_while_it_lies_there(jobs: Jobs, clock: VirtualClock, folder: Path) -> None:
    bad = folder / "hỏng.mp3"
    bad.write_text("không phải âm thanh", encoding="utf-8")
    assert look(jobs, clock, 2) == 1
    assert alarms(jobs)["watch_refused"]["name"] == "hỏng.mp3"
    bad.unlink()
    sound(folder / "tốt.wav", 5)
    look(jobs, clock, 2)
    assert alarms(jobs) == {}


def test_a_folder_that_is_gone_is_an_alarm(jobs: Jobs, home: StationHome, clock: VirtualClock, folder: Path) -> None:
    shutil.rmtree(folder)
    assert look(jobs, clock) == 0
    assert alarms(jobs) == {"watch_gone": {"path": str(folder)}}
    folder.mkdir()
    look(jobs, clock)
    assert alarms(jobs) == {}
    watch(home, str(home.root))
    look(jobs, clock)
    assert alarms(jobs)["watch_failed"]["code"] == "watch.own_home"
    watch(home, "")
    look(jobs, clock)
    assert alarms(jobs) == {}


def test_what_a_restart_interrupted_is_gone_on_with(jobs: Jobs, app: App, clock: VirtualClock, folder: Path) -> None:
    sound(folder / "một.wav", 1)
    run_id = app.imports.start([folder], Wish(), WATCHER)
    assert look(jobs, clock, 2) == 1
    assert app.imports.run(run_id).state == "done"
    assert app.library.count() == 1


def test_a_keeper_that_ends_leaves_the_rest_for_later(jobs: Jobs, app: App, clock: VirtualClock, folder: Path) -> None:
    sound(folder / "một.wav", 1)
    jobs.stop_watching()
    assert look(jobs, clock, 2) == 0
    (left,) = app.imports.unfinished()
    assert left.waiting == 1

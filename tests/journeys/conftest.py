"""One day that really aired, for every test that goes on from there."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hostile import Ground
from thread_station import Thread, testified

from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.wiring import build_app


@pytest.fixture(scope="session")
def aired_day(tmp_path_factory: pytest.TempPathFactory) -> Thread:
    """Closed, as the program lies on its disk: to be copied, not used."""
    made = testified(tmp_path_factory.mktemp("chứng") / "trạm mẫu")
    made.ground.app.close()
    return made


@pytest.fixture
def new_thread(aired_day: Thread, tmp_path: Path) -> Iterator[Callable[[], Thread]]:
    """Makes stations of one's own that begin on that morning."""
    made: list[Thread] = []

    def make() -> Thread:
        home = StationHome(tmp_path / f"trạm {len(made)}")
        shutil.copytree(aired_day.home.root, home.root)
        clock = VirtualClock(aired_day.ground.clock.now())
        ground = Ground(home, clock, build_app(home, clock), aired_day.ground.operator, aired_day.ground.approver)
        made.append(Thread(ground, aired_day.letter, dict(aired_day.carts)))
        return made[-1]

    yield make
    for each in made:
        each.ground.app.close()


@pytest.fixture
def thread(new_thread: Callable[[], Thread]) -> Thread:
    return new_thread()

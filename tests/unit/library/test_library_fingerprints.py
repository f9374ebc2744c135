"""The same recording is known again in another file, and no other is taken for it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from library_sounds import RATE, babble, encode, wav

from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database, open_database
from broadcaster.db.migrate import migrate
from broadcaster.library.fingerprints import SAME, Likeness, nearest, phases
from broadcaster.library.service import LibraryService


@pytest.fixture
def library(home: StationHome, clock: VirtualClock) -> Iterator[LibraryService]:
    migrate(home)
    database: Database = open_database(home.database)
    yield LibraryService(database, home, Settings(), clock)
    database.close()


def looks_of(sound: np.ndarray) -> tuple[bytes, ...]:
    frames = sound.astype(np.float32)
    return phases(lambda first, count: frames[first:first + count], 0, len(sound))


def test_the_same_recording_in_another_format_is_named(library: LibraryService, tmp_path: Path) -> None:
    sound = babble(9.0, seed=4)
    first = library.add(encode(tmp_path / "Bài hát.mp3", sound))
    faint = np.concatenate([np.zeros(RATE // 3), 0.3 * sound[RATE // 2:]])
    second = library.add(encode(tmp_path / "Bài hát chép lại.m4a", faint))
    other = library.add(encode(tmp_path / "Bài khác.mp3", babble(9.0, seed=5)))
    assert (second.known, second.warnings) == (False, ("near_duplicate",))
    checks = second.cart.cut.checks
    assert checks["near_sha256"] == first.cart.cut.sha256
    assert checks["near_share"] > 1 - SAME
    assert other.warnings == ()


@pytest.mark.parametrize("seconds", [3.2, 9.0, 40.0, 150.0])
def test_prints_are_small_and_bear_noise_and_a_late_start(seconds: float) -> None:
    sound = babble(seconds, seed=7)
    noise = 0.01 * np.random.default_rng(1).standard_normal(len(sound) - 3_000)
    looks = looks_of(sound)
    assert 300 < max(map(len, looks)) <= 2_048
    known = [looks_of(babble(seconds, seed=8))[0], looks_of(sound[3_000:] + noise)[0]]
    found = nearest(looks, known)
    assert found is not None
    assert found.index == 1
    assert nearest(looks, known[:1]) is None


def test_a_blink_has_no_print() -> None:
    assert set(looks_of(babble(2.0))) == {b""}
    assert nearest((b"",), [b"", b"x"]) is None


def test_thousands_are_compared_in_a_moment() -> None:
    """As many as have nearly one length among 50,000; the limit is ten times what it takes."""
    random = np.random.default_rng(2)
    others = [bytes([4, 1]) + random.bytes(1920) for _ in range(3_000)]
    start = time.perf_counter()
    found = nearest([others[-1]] * 4, others)
    assert time.perf_counter() - start < 10.0
    assert found == Likeness(2_999, 1.0)


def test_a_sound_of_our_own_is_not_compared(library: LibraryService, tmp_path: Path) -> None:
    cut = library.store_speech(wav(tmp_path / "a.wav", babble(4.0)), "Lời đọc")
    assert cut.checks == {}

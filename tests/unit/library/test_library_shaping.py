"""Trims and fades of a sound: nothing is lost, and every earlier shape comes back sample for sample."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st
from library_sounds import RATE, babble, wav
from sqlalchemy import update

from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db import schema
from broadcaster.db.engine import Database, open_database
from broadcaster.db.migrate import migrate
from broadcaster.library import edit, edit_store
from broadcaster.library.model import Cart, State
from broadcaster.library.pieces import write
from broadcaster.library.service import LibraryService
from broadcaster.library.shape import Shape
from broadcaster.library.shaping import ShapingService


@pytest.fixture
def database(home: StationHome) -> Iterator[Database]:
    migrate(home)
    opened = open_database(home.database)
    yield opened
    opened.close()


@pytest.fixture
def library(database: Database, home: StationHome, clock: VirtualClock) -> LibraryService:
    return LibraryService(database, home, Settings(), clock)


@pytest.fixture
def shaping(database: Database, home: StationHome, clock: VirtualClock) -> ShapingService:
    return ShapingService(database, home, clock)


@pytest.fixture
def cart(library: LibraryService, tmp_path: Path) -> Cart:
    """A second of near silence with a hum in it, two of speech, half a second of near silence."""
    hum = 0.0004 * np.sin(np.arange(RATE) / 40)
    return library.add(wav(tmp_path / "Bản tin.wav", np.concatenate([hum, babble(2.0), hum[:RATE // 2]]))).cart


def samples(home: StationHome, sha256: str) -> np.ndarray:
    found, _ = soundfile.read(home.audio(sha256), dtype="int16")
    return found


def whole(database: Database, home: StationHome, cart: Cart) -> np.ndarray:
    with database.read() as connection:
        made = edit_store.edit_of(connection, cart.cut.sha256)
    return np.concatenate(list(edit.whole(home, cart.cut, made)))


def test_the_trim_of_an_import_can_be_taken_back(cart: Cart, shaping: ShapingService, home: StationHome,
                                                 database: Database) -> None:
    shape = shaping.shape_of(cart.id)
    assert shape.whole_frames == 3.5 * RATE
    assert 0.9 * RATE < shape.head_frames < RATE
    assert shape.frames == cart.cut.frames
    recording = whole(database, home, cart)
    assert np.abs(recording[:shape.head_frames]).max() > 5, "the hum before the words is kept"
    full = shaping.shape(cart.id, Shape(0, 0), by="Cán bộ truyền thanh")
    assert full.cut.frames == len(recording)
    assert np.array_equal(samples(home, full.cut.sha256), recording)
    assert shaping.shape_of(cart.id) == Shape(0, 0, whole_frames=len(recording))


def test_every_earlier_shape_comes_back_sample_for_sample(cart: Cart, shaping: ShapingService, home: StationHome,
                                                          database: Database) -> None:
    before, recording = samples(home, cart.cut.sha256), whole(database, home, cart)
    first = shaping.shape_of(cart.id)
    for shape in (Shape(60_000, 30_000, 9_000, 12_345), Shape(0, 90_000, 0, 48_000), Shape(100_000, 0, 10, 0)):
        changed = shaping.shape(cart.id, shape)
        assert shaping.shape_of(cart.id) == replace(shape, whole_frames=len(recording))
        assert np.array_equal(whole(database, home, changed), recording)
    again = shaping.shape(cart.id, first)
    assert np.array_equal(samples(home, again.cut.sha256), before)
    assert again.cut.sha256 == cart.cut.sha256


def test_fades_rise_and_fall_and_leave_the_middle_alone(cart: Cart, shaping: ShapingService, home: StationHome,
                                                        database: Database) -> None:
    recording = whole(database, home, cart)
    shape = Shape(50_000, 40_000, 4_800, 9_600)
    faded = samples(home, shaping.shape(cart.id, shape).cut.sha256)
    plain = recording[50_000:len(recording) - 40_000]
    assert np.array_equal(faded[4_800:-9_600], plain[4_800:-9_600])
    ramp = 0.5 - 0.5 * np.cos(np.pi * (np.arange(4_800) + 0.5) / 4_800)
    assert np.abs(faded[:4_800] - plain[:4_800] * ramp).max() <= 0.5
    assert abs(int(faded[-1])) <= 1


def test_another_shape_needs_another_approval(cart: Cart, shaping: ShapingService, library: LibraryService,
                                              database: Database) -> None:
    with database.write("cart") as connection:
        connection.execute(update(schema.cart).values(state=State.APPROVED.value))
    cued = shaping.shape(cart.id, replace(shaping.shape_of(cart.id), cue_frames=7_000))
    assert (cued.state, cued.cue_frames, cued.cut) == (State.APPROVED, 7_000, cart.cut)
    changed = shaping.shape(cart.id, replace(shaping.shape_of(cart.id), tail_frames=40_000, cue_frames=100))
    assert (changed.state, changed.cue_frames) == (State.DRAFT, 100)
    assert changed.cut.lufs == pytest.approx(-18.0, abs=1.0)
    assert [version.why for version in library.versions(cart.id)] == ["trim", "import"]


def test_the_file_of_a_trimmed_item_is_still_known(cart: Cart, shaping: ShapingService, library: LibraryService,
                                                   tmp_path: Path) -> None:
    shaping.shape(cart.id, Shape(70_000, 10_000))
    again = library.add(tmp_path / "Bản tin.wav")
    assert (again.known, again.cart.id) == (True, cart.id)


@pytest.mark.parametrize(("shape", "code"), [
    (Shape(-1, 0), "shape.range"), (Shape(0, 10 ** 9), "shape.range"), (Shape(0, 3 * RATE, RATE, 0), "shape.range"),
    (Shape(0, 0, 0, 0, 10 ** 7), "shape.range"), (Shape(2 * RATE, 71_999), "shape.too_short"),
    (Shape(0, 3 * RATE), "shape.silent"),
])
def test_impossible_shapes_are_refused(cart: Cart, shaping: ShapingService, home: StationHome, shape: Shape,
                                       code: str) -> None:
    files = sorted(home.root.rglob("*.flac"))
    with pytest.raises(Refused) as caught:
        shaping.shape(cart.id, shape)
    assert caught.value.code == code
    assert sorted(home.root.rglob("*.flac")) == files
    assert shaping.shape_of(cart.id).frames == cart.cut.frames


@pytest.mark.parametrize(("values", "code"), [
    ({"state": State.WITHDRAWN.value}, "shape.state"), ({"state": State.ARCHIVED.value}, "shape.state")])
def test_what_is_out_of_use_keeps_its_shape(cart: Cart, shaping: ShapingService, database: Database,
                                            values: dict[str, str], code: str) -> None:
    with database.write("cart") as connection:
        connection.execute(update(schema.cart).values(**values))
    with pytest.raises(Refused) as caught:
        shaping.shape(cart.id, Shape(0, 0))
    assert caught.value.code == code


def test_a_lost_file_is_said(cart: Cart, shaping: ShapingService, home: StationHome) -> None:
    home.audio(cart.cut.sha256).write_bytes(b"fLaC")
    with pytest.raises(Refused) as caught:
        shaping.picture(cart.id)
    assert caught.value.code == "shape.file"


def test_the_picture_shows_the_whole(cart: Cart, shaping: ShapingService) -> None:
    columns = np.frombuffer(shaping.picture(cart.id, 700), dtype=np.uint8)
    assert len(columns) == 700
    assert columns[:190].max() < 10 < columns[210:590].mean()
    assert len(shaping.picture(cart.id, 100_000)) == 4_000


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 300), st.integers(0, 300), st.integers(1, 99),
       st.integers(0, 2 ** 32 - 1))
@settings(max_examples=60, deadline=None)
def test_ends_and_cut_are_the_whole(tmp_path_factory: pytest.TempPathFactory, head: int, tail: int, fade_in: int,
                                    fade_out: int, middle: int, seed: int) -> None:
    """Whatever the shape, and however the recording comes in blocks."""
    random = np.random.default_rng(seed)
    frames = head + tail + fade_in + fade_out + middle
    recording = random.integers(-32768, 32768, frames).astype(np.int16)
    shape = Shape(head, tail, fade_in, fade_out, whole_frames=frames)
    work = tmp_path_factory.mktemp("shape")
    blocks = np.split(recording, np.sort(random.integers(0, frames, 3)))
    written = write(blocks, shape, work, meter=False)
    cut, _ = soundfile.read(written.file, dtype="int16")
    assert len(cut) == shape.frames
    if written.ends is None:
        assert np.array_equal(cut, recording)
        return
    ends, _ = soundfile.read(written.ends, dtype="int16")
    assert len(ends) == head + fade_in + fade_out + tail
    middle_part = cut[fade_in:len(cut) - fade_out]
    assert np.array_equal(np.concatenate([ends[:head + fade_in], middle_part, ends[head + fade_in:]]), recording)

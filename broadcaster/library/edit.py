"""A cut and what was taken off it are one recording, to the sample; another shape of it is another cut."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import soundfile

from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome, unwritable
from broadcaster.library.decode import Cancelled, Progress
from broadcaster.library.model import Cut
from broadcaster.library.pieces import Pcm, Written, write
from broadcaster.library.shape import Edit, Shape
from broadcaster.library.trim import Picture

LEAST_FRAMES = RATE // 10
_SILENT_DB = -60.0
_BLOCK = 4 * RATE


def whole(home: StationHome, cut: Cut, edit: Edit | None) -> Iterator[Pcm]:
    """The recording a cut was made from, as it would sound uncut. Raises Refused("shape.file")."""
    try:
        if edit is None:
            yield from _read(home, cut.sha256, 0, cut.frames)
            return
        before, after = edit.head_frames + edit.fade_in_frames, edit.fade_out_frames + edit.tail_frames
        yield from _read(home, edit.ends_sha256, 0, before)
        yield from _read(home, cut.sha256, edit.fade_in_frames, cut.frames - edit.fade_out_frames)
        yield from _read(home, edit.ends_sha256, before, before + after)
    except (soundfile.SoundFileError, OSError) as error:
        raise Refused("shape.file", f"a sound file of {cut.original_name or cut.sha256[:12]} is missing or damaged",
                      name=cut.original_name) from error


def checked(shape: Shape) -> Shape:
    """A shape its recording can have. Raises Refused: shape.range, shape.too_short."""
    parts = (shape.head_frames, shape.tail_frames, shape.fade_in_frames, shape.fade_out_frames, shape.cue_frames)
    least = min(LEAST_FRAMES, shape.whole_frames)
    if min(parts) < 0 or max(shape.head_frames, shape.tail_frames) > shape.whole_frames:
        raise Refused("shape.range", "cut marks lie outside the recording")
    if shape.frames < least:
        raise Refused("shape.too_short", f"less than {least / RATE:.1f} s would stay", seconds=least / RATE)
    if shape.fade_in_frames + shape.fade_out_frames > shape.frames or shape.cue_frames >= shape.frames:
        raise Refused("shape.range", "fades or the cue mark are longer than the sound")
    return shape


@contextmanager
def rendered(home: StationHome, cut: Cut, edit: Edit | None, shape: Shape, progress: Progress | None = None,
             cancelled: Cancelled | None = None) -> Iterator[Written]:
    """The sound in another shape, in a folder of its own, gone when the block ends.

    Raises Refused: shape.file, shape.silent, disk.*, import.cancelled.
    """
    folder = home.run
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix="shape-") as work:
            blocks = _watched(whole(home, cut, edit), cut.original_name, shape.whole_frames, progress, cancelled)
            written = write(blocks, shape, Path(work))
            if written.loudness.true_peak_db < _SILENT_DB:
                raise Refused("shape.silent", "only silence would stay")
            yield written
    except soundfile.SoundFileRuntimeError as error:
        # libsndfile tells only "System error." when a write fails; nearly always the disk is full.
        raise Refused("disk.full", f"the disk is full, it seems: cannot write in {folder}", path=str(folder)) from error
    except OSError as error:
        if error.filename is None or Path(str(error.filename)).is_relative_to(folder):
            raise unwritable(folder, error) from error
        raise


def picture(home: StationHome, cut: Cut, edit: Edit | None, columns: int, progress: Progress | None = None,
            cancelled: Cancelled | None = None) -> bytes:
    """Peak per column over the whole recording. Raises Refused: shape.file, import.cancelled."""
    frames = cut.frames if edit is None else edit.head_frames + cut.frames + edit.tail_frames
    drawn = Picture(frames, columns)
    for block in _watched(whole(home, cut, edit), cut.original_name, frames, progress, cancelled):
        drawn.add(block.astype(np.float32) / np.float32(32768))
    return drawn.bytes()


def _read(home: StationHome, sha256: str, start: int, end: int) -> Iterator[Pcm]:
    if end <= start:
        return
    with soundfile.SoundFile(home.audio(sha256)) as file:
        file.seek(start)
        left = end - start
        while left > 0:
            block = file.read(min(_BLOCK, left), dtype="int16")
            if not len(block):
                raise OSError(f"{sha256} ends too early")
            left -= len(block)
            yield block


def _watched(blocks: Iterator[Pcm], name: str, total: int, progress: Progress | None,
             cancelled: Cancelled | None) -> Iterator[Pcm]:
    done = 0
    for block in blocks:
        if cancelled is not None and cancelled():
            raise Refused("import.cancelled", f"{name}: stopped", name=name)
        done += len(block)
        if progress is not None:
            progress(done / max(1, total))
        yield block

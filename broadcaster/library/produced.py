"""A bulletin with music around it, in house form: the level of its words is kept, only peaks are held down."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import soundfile

from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import sha256_of, unwritable
from broadcaster.library.decode import Source
from broadcaster.library.house import Made
from broadcaster.library.limiter import gain_curve, limited, true_peaks
from broadcaster.library.loudness import CEILING_DB, decibels, measure
from broadcaster.library.mixdown import Samples
from broadcaster.library.trim import Picture

_BLOCK = 4 * RATE


@contextmanager
def made(wav: Path, name: str, folder: Path) -> Iterator[Made]:
    """Like house.made, for a mix at 48 kHz mono: nothing is trimmed and no gain is laid on it.

    Raises Refused: disk.*.
    """
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix="mix-") as work:
            path, picture, frames = _write(wav, Path(work) / "house.flac")
            after = measure(_blocks(path))
            yield Made(path, sha256_of(path), frames, after, picture, Source(name), ())
    except soundfile.SoundFileRuntimeError as error:
        # libsndfile tells only "System error." when a write fails; nearly always the disk is full.
        raise Refused("disk.full", f"the disk is full, it seems: cannot write in {folder}", path=str(folder)) from error
    except OSError as error:
        if error.filename is None or Path(str(error.filename)).is_relative_to(folder):
            raise unwritable(folder, error) from error
        raise


def _write(wav: Path, path: Path) -> tuple[Path, bytes, int]:
    # A tenth of a decibel below the ceiling: rounding to 16 bits and the meter's own interpolation.
    ceiling = 10 ** ((CEILING_DB - 0.1) / 20)
    peaks = true_peaks(_blocks(wav))
    high = decibels(float(peaks.max(initial=0.0))) > CEILING_DB
    curve = gain_curve(peaks, 1.0, ceiling)
    frames = soundfile.info(str(wav)).frames
    picture = Picture(frames)
    with soundfile.SoundFile(path, "w", RATE, 1, "PCM_16", format="FLAC") as file:
        for block in limited(_blocks(wav), curve) if high else _blocks(wav):
            picture.add(block)
            file.write(np.clip(np.rint(block * 32767), -32768, 32767).astype(np.int16))
    with path.open("rb+") as file_on_disk:
        os.fsync(file_on_disk.fileno())
    return path, picture.bytes(), frames


def _blocks(path: Path) -> Iterator[Samples]:
    with soundfile.SoundFile(path) as file:
        while len(block := file.read(_BLOCK, dtype="float32")):
            yield block

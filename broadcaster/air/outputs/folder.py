"""A zone that somebody else plays: each session as one sound file in a folder, for a vendor's platform to take.

Nothing is heard here. FILE.mp3 appears whole or not at all, and FILE.json says what is in it and where.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import soundfile

from broadcaster.air.meter import Block
from broadcaster.air.mixer import GUARD
from broadcaster.base.clock import STATION_ZONE, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import sha256_of, sync_folder, unwritable, write_atomic

BIT_RATE = 128_000
_PIECE = RATE


@dataclass(frozen=True)
class Piece:
    """One thing that may sound."""

    title: str
    path: Path
    """A cut's FLAC file."""
    frames: int
    gain_db: float = 0.0
    sha256: str = ""
    """What the file must be; empty: whatever it is."""


@dataclass(frozen=True)
class Delivered:
    """What lies in the folder."""

    name: str
    sha256: str
    """Of the MP3 file."""
    frames: int


class FolderDelivery:
    """Writes sessions on a thread of its own, one after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._closing = threading.Event()
        self._executor = ThreadPoolExecutor(1, "delivery", initializer=_step_back)

    def deliver(self, day: date, session_id: str, starts_at: datetime, items: Sequence[Piece]) -> Future[Delivered]:
        """Join `items` into YYYY-MM-DD_HHMM_<session-id>.mp3, mono; a file of that name is replaced.

        The future raises Refused: disk.full, disk.unwritable, air.unreadable_cut, air.nothing_to_deliver,
        air.not_finished (closed meanwhile).
        """
        name = f"{day.isoformat()}_{starts_at.astimezone(STATION_ZONE):%H%M}_{_plain(session_id)}"
        return self._executor.submit(self._write, name, starts_at, tuple(items))

    def close(self) -> None:
        """What is not finished leaves no trace."""
        self._closing.set()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _write(self, name: str, starts_at: datetime, items: tuple[Piece, ...]) -> Delivered:
        if not items:
            for old in (self._folder / f"{name}.mp3", self._folder / f"{name}.json"):
                with contextlib.suppress(OSError):
                    old.unlink(missing_ok=True)
            raise Refused("air.nothing_to_deliver", f"{name}: nothing in it may sound", name=name)
        target = self._folder / f"{name}.mp3"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            sha256, places = self._encode(target, items)
        except OSError as error:
            raise unwritable(target, error) from error
        delivered = Delivered(target.name, sha256, places[-1]["first_frame"] + places[-1]["frames"])
        write_atomic(target.with_suffix(".json"), json.dumps({
            "file": delivered.name, "sha256": sha256, "frames": delivered.frames, "rate": RATE,
            "starts_at": format_time(starts_at), "items": places}, ensure_ascii=False, indent=1).encode())
        return delivered

    def _encode(self, target: Path, items: tuple[Piece, ...]) -> tuple[str, list[dict[str, Any]]]:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:60]}.", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                places = self._encode_into(file, items)
                file.flush()
                os.fsync(file.fileno())
            sha256 = sha256_of(Path(temporary))
            Path(temporary).chmod(0o644)
            Path(temporary).replace(target)
        finally:
            Path(temporary).unlink(missing_ok=True)
        sync_folder(target.parent)
        return sha256, places

    def _encode_into(self, file: BinaryIO, items: tuple[Piece, ...]) -> list[dict[str, Any]]:
        import av  # FFmpeg takes its time to load; few stations deliver

        places: list[dict[str, Any]] = []
        head = 0
        with av.open(file, "w", format="mp3") as container:
            stream = container.add_stream("libmp3lame", rate=RATE, layout="mono")
            stream.bit_rate = BIT_RATE
            for item in items:
                first, digest = head, _digest(item)
                if item.sha256 not in {"", digest}:
                    raise Refused("air.unreadable_cut", f"{item.path.name} was altered", name=item.title)
                for block in _sound(item):
                    if self._closing.is_set():
                        raise Refused("air.not_finished", "the player was ended", name=item.title)
                    frame = av.AudioFrame.from_ndarray(block.T, format="fltp", layout="mono")
                    frame.sample_rate, frame.pts = RATE, head
                    container.mux(stream.encode(frame))
                    head += len(block)
                if _digest(item) != digest:
                    raise Refused("air.unreadable_cut", f"{item.path.name} was altered meanwhile", name=item.title)
                places.append({"title": item.title, "cut": digest, "first_frame": first, "frames": head - first,
                               "at_seconds": round(first / RATE, 3), "gain_db": item.gain_db})
            container.mux(stream.encode(None))
        return places


def _sound(item: Piece) -> Iterator[Block]:
    """The item's frames, mono, a second at a time, exactly as many as are wanted."""
    gain, left = np.float32(10 ** (item.gain_db / 20)), item.frames
    try:
        with soundfile.SoundFile(item.path) as file:
            if file.samplerate != RATE:
                raise Refused("air.unreadable_cut", f"{item.path.name} is not in the house format", name=item.path.name)
            while left > 0:
                block = file.read(min(_PIECE, left), dtype="float32", always_2d=True)
                if not len(block):
                    raise Refused("air.unreadable_cut", f"{item.path.name} is too short", name=item.path.name)
                left -= len(block)
                yield np.ascontiguousarray(np.clip(block.mean(axis=1, keepdims=True) * gain, -GUARD, GUARD))
    except (soundfile.LibsndfileError, OSError) as error:
        raise Refused("air.unreadable_cut", f"{item.path.name} cannot be decoded: {error}",
                      name=item.path.name) from error


def _digest(item: Piece) -> str:
    try:
        return sha256_of(item.path)
    except OSError as error:
        raise Refused("air.unreadable_cut", f"{item.path.name} cannot be read: {error}", name=item.path.name) from error


def _plain(session_id: str) -> str:
    """Letters, digits and dashes only: it becomes part of a file's name on any system."""
    return re.sub(r"[^0-9A-Za-z-]+", "-", session_id)[:60].strip("-") or "session"


def _step_back() -> None:
    """Sound comes first: encode with what the processor has left (threads have their own priority on Linux)."""
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)

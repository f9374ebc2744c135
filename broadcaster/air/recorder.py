"""What was said live, kept as a FLAC file: written beside the air, never in its way.

While it grows it is NAME.part.flac, brought to the disk every two seconds. A power cut leaves that file; `recover`
makes what is in it readable and calls it NAME-interrupted.flac.
"""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import shutil
import threading
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from broadcaster.air.meter import Block
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import sha256_of, sync_folder, unwritable

log = logging.getLogger(__name__)

PART, INTERRUPTED = ".part.flac", "-interrupted.flac"
_MOST_WAITING = 60 * RATE
_SYNC_FRAMES = 2 * RATE
_JOIN_SECONDS = 15.0
_BROKEN = ("disk.full", "disk.unwritable")
# Where FLAC's first block keeps the number of samples: the low 36 bits of these 8 bytes.
_TOTAL_AT, _TOTAL_BITS = 18, 36


@dataclass(frozen=True)
class Recording:
    """A finished file in recordings/."""

    name: str
    sha256: str
    frames: int


class Recorder:
    """One recording, mono and 16 bits, to `path` (….flac).

    Raises Refused (disk.full, disk.unwritable) if it cannot begin. `problem`: "" (fine), "disk.full",
    "disk.unwritable", "disk.slow" (the disk is a minute behind): it has stopped, what was written is kept.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problem = ""
        self.frames = 0
        """Written so far."""
        self.recording: Recording | None = None
        """The result, once the thread has finished."""
        self._part = path.with_name(path.stem + PART)
        self._blocks: queue.SimpleQueue[Block | None] = queue.SimpleQueue()
        self._added = self._taken = 0
        self._stopped = False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = soundfile.SoundFile(self._part, "w", samplerate=RATE, channels=1, subtype="PCM_16",
                                             format="FLAC")
        except OSError as error:
            raise unwritable(path, error) from error
        except soundfile.LibsndfileError as error:
            raise Refused("disk.unwritable", f"cannot write to {path}: {error}", path=str(path)) from error
        self._thread = threading.Thread(target=self._write_all, name="recorder", daemon=True)
        self._thread.start()

    def add(self, block: Block) -> None:
        """The next samples, 1 or 2 channels; from the audio thread, never waits, never raises."""
        if self._stopped or self.problem or not len(block):
            return
        if self._added - self._taken > _MOST_WAITING:
            self.problem = "disk.slow"
            return
        self._added += len(block)
        self._blocks.put(block.copy())

    def stop(self) -> None:
        """No more; the rest is written in the background and `recording` appears when it is done. Never waits."""
        if not self._stopped:
            self._stopped = True
            self._blocks.put(None)

    def close(self) -> Recording | None:
        """Stop, and wait for the file; None if nothing could be kept (or the disk does not answer)."""
        self.stop()
        self._thread.join(_JOIN_SECONDS)
        return self.recording

    def _write_all(self) -> None:
        unsynced = 0
        try:
            while (block := self._blocks.get()) is not None:
                self._taken += len(block)
                if self.problem in _BROKEN:
                    continue
                if block.shape[1] > 1:
                    block = block.mean(axis=1, dtype=np.float32)[:, None]
                self._write(block)
                unsynced += len(block)
                if unsynced >= _SYNC_FRAMES:
                    unsynced = 0
                    self._sync()
            self._finish()
        except Exception:  # never the sound's matter
            log.exception("the recording %s failed", self.path.name)
            self.problem = self.problem or "disk.unwritable"

    def _write(self, block: Block) -> None:
        try:
            self._file.write(block)
            self.frames += len(block)
        except (soundfile.LibsndfileError, OSError, AssertionError) as error:
            self.problem = "disk.full" if _is_full(self.path.parent) else "disk.unwritable"
            log.warning("the recording %s stopped: %s", self.path.name, error)

    def _sync(self) -> None:
        """So that a power cut costs no more than the last seconds."""
        with contextlib.suppress(OSError, soundfile.LibsndfileError):
            self._file.flush()
            _fsync(self._part)

    def _finish(self) -> None:
        with contextlib.suppress(OSError, soundfile.LibsndfileError):
            self._file.close()
        if self.problem in _BROKEN:
            self.frames = _mend(self._part)
        if not self.frames:
            self._part.unlink(missing_ok=True)
            return
        _fsync(self._part)
        self.path = _free_name(self.path.parent, self.path.stem, ".flac")
        self._part.replace(self.path)
        sync_folder(self.path.parent)
        self.recording = Recording(self.path.name, sha256_of(self.path), self.frames)


def recover(folder: Path) -> list[Recording]:
    """Give what an interruption left in `folder` a readable file and a name that says so; at start-up, once."""
    kept = []
    for part in sorted(folder.glob(f"*{PART}")):
        with contextlib.suppress(OSError):
            frames = _mend(part)
            if not frames:
                part.unlink()
                continue
            _fsync(part)
            path = _free_name(folder, part.name.removesuffix(PART), INTERRUPTED)
            part.replace(path)
            sync_folder(folder)
            kept.append(Recording(path.name, sha256_of(path), frames))
    return kept


def _free_name(folder: Path, stem: str, ending: str) -> Path:
    """Nothing that was kept is ever written over."""
    path, number = folder / f"{stem}{ending}", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}{ending}", number + 1
    return path


def _mend(part: Path) -> int:
    """Write the number of whole frames that are there into an unfinished FLAC file, in place; that number."""
    import av  # FFmpeg takes its time to load, and interruptions are rare

    frames = 0
    with contextlib.suppress(av.error.FFmpegError, ValueError, IndexError, OSError), \
            av.open(f"file:{part}", "r", format="flac", options={"protocol_whitelist": "file"}) as container:
        for packet in container.demux(container.streams.audio[0]):
            frames += sum(frame.samples for frame in packet.decode())
    if frames:
        with part.open("r+b") as head:
            head.seek(_TOTAL_AT)
            word = int.from_bytes(head.read(8), "big")
            mask = (1 << _TOTAL_BITS) - 1
            head.seek(_TOTAL_AT)
            head.write((word & ~mask | frames & mask).to_bytes(8, "big"))
    return frames


def _fsync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _is_full(folder: Path) -> bool:
    """libsndfile does not say why it could not write."""
    try:
        return shutil.disk_usage(folder).free < 1 << 20
    except OSError:
        return False

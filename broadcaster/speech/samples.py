"""The voice's raw sound: read, trimmed, joined, written. Apart from service.py because numpy takes its time to load."""

from __future__ import annotations

import tempfile
import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from broadcaster.base.errors import Refused
from broadcaster.base.paths import unwritable
from broadcaster.speech.voices.wav import SAMPLE_RATE, write_wav

Samples = NDArray[np.int16]
_SILENT = 60  # of 32768: eSpeak's own end silence lies below
_KEEP_MS = 20


def pause(milliseconds: int) -> Samples:
    """Silence between two pieces."""
    return np.zeros(SAMPLE_RATE * milliseconds // 1000, dtype=np.int16)


def read_piece(path: Path) -> Samples:
    """The file the voice wrote. Raises Refused("speech.failed")."""
    try:
        with wave.open(str(path), "rb") as file:
            if (file.getframerate(), file.getnchannels(), file.getsampwidth()) != (SAMPLE_RATE, 1, 2):
                raise Refused("speech.failed", "the voice made an unexpected kind of sound", detail="format")
            return np.frombuffer(file.readframes(file.getnframes()), dtype="<i2").astype(np.int16)
    except (OSError, EOFError, wave.Error) as error:
        raise Refused("speech.failed", f"the voice made no sound file: {error}", detail=str(error)) from error


def trimmed(sound: Samples) -> Samples:
    """Without the silence that the voice leaves at both ends."""
    loud = np.flatnonzero(np.abs(sound.astype(np.int32)) > _SILENT)
    if not loud.size:
        return sound[:0]
    keep = SAMPLE_RATE * _KEEP_MS // 1000
    return sound[max(0, int(loud[0]) - keep): int(loud[-1]) + keep]


def write_speech(folder: Path, parts: Sequence[Samples]) -> Path:
    """All pieces in one new WAV. Raises Refused: speech.empty, disk.*."""
    sound = np.concatenate(list(parts))
    if not sound.any():
        raise Refused("speech.empty", "there is nothing to read")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, suffix=".wav", prefix="speech-", delete=False) as file:
            path = Path(file.name)
        write_wav(path, sound.astype("<i2").tobytes(), SAMPLE_RATE)
    except OSError as error:
        raise unwritable(folder, error) from error
    return path

"""The one kind of sound file all engines write: 22,050 Hz, mono, 16 bit, whole or not at all."""

from __future__ import annotations

import os
import wave
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAMPLE_RATE = 22_050
NATURAL_PITCH = 50
_BLOCK = 1 << 16
_OCTAVE_SHARE = 4 / 12 / 50
"""The ends of the pitch scale lie four semitones from the natural pitch."""


def write_wav(path: Path, samples: bytes, sample_rate: int) -> None:
    """All of a 16-bit mono WAV or nothing."""
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as raw, wave.open(raw, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(sample_rate)
            file.writeframes(samples)
        os.replace(part, path)  # noqa: PTH105
    finally:
        part.unlink(missing_ok=True)


def pitch_factor(pitch: int) -> float:
    """How much faster a sound is played to stand at `pitch` (0–99): 1.0 at 50."""
    return float(2 ** ((min(99, max(0, pitch)) - NATURAL_PITCH) * _OCTAVE_SHARE))


def write_float(path: Path, sound: NDArray[np.float32], sample_rate: float) -> None:
    """Samples of any rate, in −1…1, as our kind of file."""
    import numpy as np

    ours = resampled(sound, round(sample_rate))
    write_wav(path, np.clip(np.rint(ours * 32767), -32768, 32767).astype("<i2").tobytes(), SAMPLE_RATE)


def resampled(sound: NDArray[np.float32], sample_rate: int, wanted: int = SAMPLE_RATE) -> NDArray[np.float32]:
    """Another rate, through FFmpeg's filter."""
    import av
    import numpy as np

    if sample_rate == wanted or not len(sound):
        return sound
    converter = av.AudioResampler(format="flt", layout="mono", rate=wanted)
    made = []
    for start in range(0, len(sound), _BLOCK):  # a frame of minutes takes the converter minutes
        block = np.ascontiguousarray(sound[start:start + _BLOCK], dtype=np.float32)
        frame = av.AudioFrame.from_ndarray(block[np.newaxis], format="flt", layout="mono")
        frame.sample_rate = sample_rate
        made += converter.resample(frame)
    made += converter.resample(None)
    return np.concatenate([part.to_ndarray()[0] for part in made])

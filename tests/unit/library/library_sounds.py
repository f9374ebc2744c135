"""Small real sound files, made when a test needs them."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import soundfile
from numpy.typing import NDArray

RATE = 48_000
_ENCODERS = {
    ".mp3": ("mp3", "libmp3lame", 44_100, "s16p"), ".m4a": ("ipod", "aac", 44_100, "fltp"),
    ".opus": ("ogg", "libopus", 48_000, "s16"), ".ogg": ("ogg", "flac", 48_000, "s16"),
    ".wma": ("asf", "wmav2", 44_100, "fltp"), ".amr": ("amr", "libopencore_amrnb", 8_000, "s16"),
    ".flac": ("flac", "flac", 48_000, "s16"), ".wav": ("wav", "pcm_s16le", 32_000, "s16"),
}
FORMATS = tuple(_ENCODERS)


def babble(seconds: float, seed: int = 1, rate: int = RATE) -> NDArray[np.float64]:
    """Noise that comes and goes as syllables do, below −6 dBFS."""
    random = np.random.default_rng(seed)
    count = int(seconds * rate)
    syllables = np.repeat(random.random(int(seconds * 6) + 1), rate // 6 + 1)[:count]
    sound = np.convolve(random.standard_normal(count), np.hanning(12) / 6, mode="same") * syllables
    return np.asarray(0.5 * sound / np.abs(sound).max())


def encode(path: Path, sound: NDArray[np.float64], suffix: str = "", **metadata: str) -> Path:
    """Write mono `sound` (48 kHz) in the format of the suffix."""
    form, codec, rate, sample_format = _ENCODERS[suffix or path.suffix]
    with av.open(str(path), "w", format=form) as container:
        container.metadata.update(metadata)
        stream = container.add_stream(codec, rate=rate, layout="mono")
        stream.format = sample_format
        stream.bit_rate = 12_200 if codec.endswith("amrnb") else 96_000
        resampler = av.AudioResampler(format=sample_format, layout="mono", rate=rate)
        frame = av.AudioFrame.from_ndarray(sound.astype(np.float32)[np.newaxis], format="flt", layout="mono")
        frame.sample_rate, frame.pts = RATE, 0
        for ready in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(ready))
        container.mux(stream.encode(None))
    return path


def wav(path: Path, sound: NDArray[np.float64], rate: int = RATE, subtype: str = "PCM_16") -> Path:
    soundfile.write(path, sound, rate, subtype=subtype, format="WAV")
    return path

"""Sounds to tell apart: bulletins that hardly differ, and what a horn and a village make of them."""

from __future__ import annotations

import tempfile
import wave
from functools import lru_cache
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from broadcaster.base.frames import RATE
from broadcaster.base.settings import Settings
from broadcaster.speech.service import SpeechService

Samples = NDArray[np.float32]

GREETING = "Kính thưa toàn thể bà con nhân dân xã Mẫu. Đây là Đài truyền thanh xã Mẫu. "
SUBJECTS = ("tiêm vắc xin cho trẻ em", "phun thuốc diệt muỗi", "đóng bảo hiểm y tế", "họp thôn cuối năm",
            "làm căn cước công dân")
PLACES = (("thứ hai ngày mồng ba", "6 giờ", "Đông"), ("thứ ba ngày mười bốn", "7 giờ 10 phút", "Tây"),
          ("thứ năm ngày hai mươi mốt", "8 giờ 20 phút", "Nam"), ("thứ bảy ngày ba mươi", "9 giờ 30 phút", "Bắc"))
TUNES = Path(__file__).resolve().parents[2] / "resources" / "audio"


def notices() -> list[str]:
    """Twenty texts, alike in groups: the same greeting and ending, four of each subject."""
    return [f"{GREETING}Xin thông báo lịch {subject} vào {day} tháng tới, từ {hour} tại nhà văn hóa thôn {village}. "
            "Đề nghị bà con mang theo giấy tờ và đến đúng giờ. Mọi thắc mắc xin liên hệ với cán bộ thôn. "
            "Xin cảm ơn bà con đã chú ý lắng nghe."
            for subject in SUBJECTS for day, hour, village in PLACES]


def read_aloud(texts: list[str], voice: str = "vi") -> list[Samples]:
    """What the shipped voice makes of them, at 48 kHz."""
    service = SpeechService(Settings())
    try:
        with tempfile.TemporaryDirectory() as folder:
            return [_load(service.synthesise(text, Path(folder), voice=voice)) for text in texts]
    finally:
        service.close()


@lru_cache
def speech(number: int) -> Samples:
    """One short message, read once for all tests."""
    texts = ("Kính thưa bà con. Sáng mai trạm y tế tiêm vắc xin cho trẻ em tại nhà văn hóa thôn Đông.",
             "Ủy ban nhân dân xã thông báo lịch phun thuốc diệt muỗi trên toàn xã trong tuần tới.")
    return read_aloud([texts[number]])[0]


@lru_cache
def tune(name: str = "nhac-hieu") -> Samples:
    samples, _ = soundfile.read(TUNES / f"{name}.flac", dtype="float32")
    return np.asarray(samples, np.float32)


def noise(count: int, kind: str, seed: int, voices: tuple[Samples, ...] = ()) -> Samples:
    """white, pink, or babble: many speaking at once."""
    rng = np.random.default_rng(seed)
    if kind == "babble":
        return np.sum([np.resize(np.roll(voice, int(rng.integers(len(voice)))), count) for voice in voices], axis=0,
                      dtype=np.float32)
    white = rng.standard_normal(count).astype(np.float32)
    if kind == "white":
        return white
    size = 1 << (count - 1).bit_length()
    spectrum = np.fft.rfft(white, size) / np.sqrt(np.maximum(np.fft.rfftfreq(size, 1 / RATE), 20))
    return np.fft.irfft(spectrum, size)[:count].astype(np.float32)


def through_horn(sound: Samples, seed: int = 1, drift_ppm: float = 100.0) -> Samples:
    """400–4,000 Hz, six echoes from houses up to 0.6 s away, and a microphone whose clock runs fast."""
    rng = np.random.default_rng(seed)
    echoing = sound.copy()
    for _ in range(6):
        delay = int(rng.uniform(0.02, 0.6) * RATE)
        echoing[delay:] += np.float32(rng.uniform(0.1, 0.55) * np.exp(-delay / RATE)) * sound[:-delay]
    size = 1 << len(sound).bit_length()
    spectrum, hertz = np.fft.rfft(echoing, size), np.fft.rfftfreq(size, 1 / RATE)
    shape = 1 / np.sqrt((1 + (400 / np.maximum(hertz, 1)) ** 8) * (1 + (hertz / 4_000) ** 8))
    filtered = np.fft.irfft(spectrum * shape, size)[:len(sound)]
    places = np.arange(len(sound))
    return (0.2 * np.interp(places * (1 + drift_ppm * 1e-6), places, filtered)).astype(np.float32)


def with_noise(sound: Samples, snr_db: float, kind: str, seed: int = 2, *, over: slice = slice(None),
               voices: tuple[Samples, ...] = ()) -> Samples:
    """Noise at `snr_db` below the loudness of `sound[over]`."""
    added = noise(len(sound), kind, seed, voices)
    ratio = np.sqrt(np.mean(sound[over] ** 2) / np.mean(added ** 2)) * 10 ** (-snr_db / 20)
    return (sound + added * np.float32(ratio)).astype(np.float32)


def delayed(sound: Samples, seconds: float) -> Samples:
    """The same length, later."""
    count = round(seconds * RATE)
    return np.concatenate((np.zeros(count, np.float32), sound))[:len(sound)]


def _load(path: Path) -> Samples:
    with wave.open(str(path)) as file:
        raw = np.frombuffer(file.readframes(file.getnframes()), np.int16).astype(np.float32) / 32768
        rate = file.getframerate()
    count = len(raw) * RATE // rate
    spectrum, wide = np.fft.rfft(raw), np.zeros(count // 2 + 1, complex)
    wide[:len(spectrum)] = spectrum
    return (np.fft.irfft(wide, count) * count / len(raw)).astype(np.float32)

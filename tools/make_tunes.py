"""Make the sounds in resources/audio: tunes from arithmetic, one sample message from eSpeak NG.

Run: .venv/bin/python tools/make_tunes.py [FOLDER]. The tunes are this project's own composition: a melody on five
tones (D E G A B) for plucked strings and bells.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import av
import espeakng_loader
import numpy as np
import soundfile
from numpy.typing import NDArray

RATE = 48_000
Sound = NDArray[np.float64]

SLOGAN = ("Thông điệp năm ca. Khẩu trang. Khử khuẩn. Khoảng cách. Không tụ tập. Khai báo y tế. "
          "Xin nhắc lại. Khẩu trang. Khử khuẩn. Khoảng cách. Không tụ tập. Khai báo y tế. "
          "Xin mời toàn thể bà con nhân dân cùng thực hiện.")

# (beat, semitones from A4, beats long, strength); one beat is 0.6 s
TUNE = [
    (0, -7, 1, 0.7), (1, -2, 1, 0.8), (2, 0, 1.5, 0.9), (3.5, 2, 0.5, 0.6),
    (4, 5, 1, 1.0), (5, 2, 0.5, 0.7), (5.5, 0, 0.5, 0.7), (6, -2, 2, 0.8),
    (8, 0, 1, 0.8), (9, 2, 1, 0.8), (10, 5, 1, 0.9), (11, 7, 1, 0.9),
    (12, 5, 0.5, 0.8), (12.5, 2, 0.5, 0.7), (13, 0, 1, 0.7), (14, 2, 0.5, 0.7), (14.5, 0, 0.5, 0.7),
    (15, -2, 4, 1.0),
]
TUNE_BASS = [(0, -26), (4, -19), (6, -26), (8, -24), (10, -19), (12, -24), (15, -26)]
BRIDGE = [(0, 0, 1, 0.7), (0.75, 2, 1, 0.7), (1.5, 5, 1, 0.8), (2.25, 7, 1, 0.8), (3, 5, 3, 0.9)]
CHIME = [(0, 5, 0.9), (1, 2, 0.8), (2, -2, 1.0)]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "resources" / "audio"
    folder.mkdir(parents=True, exist_ok=True)
    save(folder / "nhac-hieu.flac", tune(TUNE, TUNE_BASS, 0.6, 12.0))
    save(folder / "nhac-cat.flac", tune(BRIDGE, [(0, -19), (3, -26)], 0.42, 4.0))
    save(folder / "chuong.flac", chime(3.0))
    save_mp3(folder / "thong-diep-mau.mp3", *speak(SLOGAN))


def tune(notes: list[tuple[float, float, float, float]], bass: list[tuple[float, float]], beat: float,
         seconds: float) -> Sound:
    """Plucked melody, a bell an octave above its long notes, a soft bass; all in one room."""
    out = np.zeros(int(seconds * RATE))
    for at, semitones, beats, strength in notes:
        place(out, at * beat, pluck(pitch(semitones), 2.2, strength))
        if beats >= 1:
            place(out, at * beat, 0.25 * strength * bell(pitch(semitones + 12), 2.5))
    for at, semitones in bass:
        place(out, at * beat, 0.45 * pluck(pitch(semitones + 12), 3.0, 0.6))
    return finish(out)


def chime(seconds: float) -> Sound:
    out = np.zeros(int(seconds * RATE))
    for at, semitones, strength in CHIME:
        place(out, at * 0.42, strength * bell(pitch(semitones), 2.2))
    return finish(out)


def pitch(semitones: float) -> float:
    return 440.0 * 2 ** (semitones / 12)


def pluck(hertz: float, seconds: float, strength: float) -> Sound:
    """A zither string: bright at the touch, high partials die first, the tone trembles a little as a pressed string."""
    time = np.arange(int(seconds * RATE)) / RATE
    tremble = 0.0025 * np.sin(2 * np.pi * 5.2 * time) * np.clip((time - 0.15) / 0.3, 0, 1)
    phase = 2 * np.pi * np.cumsum(hertz * (1 + tremble)) / RATE
    tone = np.zeros_like(time)
    for partial in range(1, 11):
        if partial * hertz > 9_000:
            break
        tone += np.sin(partial * phase) * np.exp(-time * (1.4 + 0.9 * partial)) / partial ** 1.3
    return strength * tone * np.minimum(time / 0.004, 1)


def bell(hertz: float, seconds: float) -> Sound:
    time = np.arange(int(seconds * RATE)) / RATE
    parts = ((1.0, 1.0, 1.8), (2.0, 0.45, 2.6), (2.76, 0.25, 4.0), (5.4, 0.08, 7.0))
    tone = np.zeros_like(time)
    for ratio, level, decay in parts:
        tone += level * np.sin(2 * np.pi * hertz * ratio * time) * np.exp(-time * decay)
    return tone * np.minimum(time / 0.006, 1)


def place(out: Sound, seconds: float, sound: Sound) -> None:
    start = int(seconds * RATE)
    part = sound[: max(0, len(out) - start)]
    out[start:start + len(part)] += part


def finish(dry: Sound) -> Sound:
    """A small room, a soft end, peak at −6 dBFS."""
    random = np.random.default_rng(5)
    time = np.arange(int(0.9 * RATE)) / RATE
    room = random.standard_normal(len(time)) * np.exp(-time * 6.5)
    room = np.convolve(room, np.hanning(24) / 12, mode="same")  # walls swallow the highs
    size = 1 << (len(dry) + len(room)).bit_length()
    wet = np.fft.irfft(np.fft.rfft(dry, size) * np.fft.rfft(room, size), size)[: len(dry)]
    mix = dry / np.abs(dry).max() + 0.22 * wet / np.abs(wet).max()
    fade = int(0.8 * RATE)
    mix[-fade:] *= np.cos(np.linspace(0, np.pi / 2, fade)) ** 2
    return np.asarray(mix / np.abs(mix).max() * 0.5)


def save(path: Path, sound: Sound) -> None:
    soundfile.write(path, np.rint(sound * 32767).astype(np.int16), RATE, subtype="PCM_16")


def speak(text: str) -> tuple[NDArray[np.int16], int]:
    """eSpeak NG's Vietnamese voice, synchronously, into memory."""
    library = ctypes.cdll.LoadLibrary(espeakng_loader.get_library_path())
    rate = library.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0x8000)
    pieces: list[NDArray[np.int16]] = []
    callback_type = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)

    @callback_type
    def heard(wave: ctypes._Pointer[ctypes.c_short], count: int, _events: int) -> int:
        if wave and count:
            pieces.append(np.ctypeslib.as_array(wave, shape=(count,)).copy())
        return 0

    library.espeak_SetSynthCallback(heard)
    library.espeak_SetVoiceByName(b"vi")
    library.espeak_SetParameter(1, 130, 0)
    data = text.encode()
    library.espeak_Synth(data, len(data) + 1, 0, 1, 0, 1, None, None)
    library.espeak_Synchronize()
    return np.concatenate(pieces), rate


def save_mp3(path: Path, sound: NDArray[np.int16], rate: int) -> None:
    with av.open(str(path), "w", format="mp3") as container:
        container.metadata["title"] = "Thông điệp 5K"
        stream = container.add_stream("libmp3lame", rate=rate, layout="mono")
        stream.bit_rate = 64_000
        for start in range(0, len(sound), 1152):
            frame = av.AudioFrame.from_ndarray(sound[np.newaxis, start:start + 1152], format="s16", layout="mono")
            frame.sample_rate, frame.pts = rate, start
            for packet in stream.encode(frame):
                container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)


if __name__ == "__main__":
    main()

"""Piper voice packs: neural voices a station brings on a stick."""

from __future__ import annotations

import importlib.metadata
import importlib.util
from dataclasses import replace
from pathlib import Path
from typing import Any

from broadcaster.speech.model import Pack, Voice
from broadcaster.speech.voices.engine import failed, no_engine, unknown_voice
from broadcaster.speech.voices.espeak_library import EspeakError, data_path
from broadcaster.speech.voices.pack import broken, digest, installed, model_of
from broadcaster.speech.voices.wav import pitch_factor, write_float

PREFIX = "piper:"
_NATURAL_RATE = 150
"""On eSpeak's scale: Piper's own speed. Its length scale is then 1.15 at 130."""
_VOLUME = 0.7
_MOST_CHARACTERS = 2_000
"""Of one run through the model: its memory grows with the square of the length."""


class PiperEngine:
    """Engine over the packs in one folder. Keeps the last used model in memory."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        if importlib.util.find_spec("piper") is None:
            raise no_engine("piper-tts is not installed")
        self._loaded: tuple[str, Any] | None = None

    def version(self) -> str:
        return f"piper {importlib.metadata.version('piper-tts')}"

    def voices(self) -> list[Voice]:
        return [voice for pack in packs_in(self._folder) for voice in _voices(pack, self.version())]

    def speak(self, text: str, voice: str, rate: int, out: Path, pitch: int = 50) -> None:
        name, _, number = voice.removeprefix(PREFIX).partition("#")
        pack = next((pack for pack in packs_in(self._folder) if voice.startswith(PREFIX) and pack.name == name), None)
        if pack is None or (number and not (number.isdecimal() and int(number) < max(1, len(pack.speakers)))):
            raise unknown_voice(voice)
        model = self._model(pack)
        try:
            sound = self._read(model, _plain(text), rate, pitch, int(number or 0) if pack.speakers else None)
            write_float(out, sound, pack.sample_rate * pitch_factor(pitch))
        except Exception as error:  # onnxruntime's errors share no base class
            raise failed(error) from error

    def _read(self, model: Any, text: str, rate: int, pitch: int, speaker: int | None) -> Any:
        import numpy as np
        from piper import SynthesisConfig

        # Played faster to stand higher, so it is made that much longer.
        length = _NATURAL_RATE / max(1, rate) * pitch_factor(pitch)
        config = SynthesisConfig(speaker_id=speaker, length_scale=length, volume=_VOLUME, normalize_audio=True)
        heard = [chunk.audio_float_array for part in _parts(text) for chunk in model.synthesize(part, config)]
        return np.concatenate(heard) if heard else np.zeros(0, dtype=np.float32)

    def _model(self, pack: Pack) -> Any:
        if self._loaded is not None and self._loaded[0] == pack.sha256:
            return self._loaded[1]
        self._loaded = None  # two models at once are too much for a small computer
        try:
            path = model_of(self._folder / pack.name)
            if digest(path) != pack.sha256:
                raise broken("its files were changed after they were installed")
            model = _load(path)
        except OSError as error:
            raise broken(str(error)) from error
        self._loaded = (pack.sha256, model)
        return model


def packs_in(folder: Path) -> list[Pack]:
    """The installed packs, by name; what is being installed or damaged is left out."""
    try:
        places = sorted(place for place in folder.iterdir() if place.is_dir() and not place.name.startswith("."))
    except OSError:
        return []
    return [pack for place in places if (pack := installed(place)) is not None]


def _voices(pack: Pack, version: str) -> list[Voice]:
    name = pack.name.removeprefix("vi_vn-")
    first = Voice(f"{PREFIX}{pack.name}", name, "piper", pack.region, pack.licence,
                  version=f"{version} {pack.sha256[:16]}")
    if not pack.speakers:
        return [first]
    return [replace(first, id=f"{first.id}#{number}", name=f"{name} · {speaker}")
            for number, speaker in enumerate(pack.speakers)]


def _load(path: Path) -> Any:
    try:
        from piper import PiperVoice
        from piper.phonemize_espeak import ESPEAK_DATA_DIR

        return PiperVoice.load(path, espeak_data_dir=data_path(Path(ESPEAK_DATA_DIR)).decode("utf-8"))
    except (ImportError, EspeakError) as error:
        raise no_engine(error) from error
    except Exception as error:  # whatever onnxruntime or Piper make of a wrong file
        raise broken(str(error).splitlines()[0][:200] if str(error) else type(error).__name__) from error


def _plain(text: str) -> str:
    """Piper takes [[…]] for phonemes; a zero byte ends eSpeak's text."""
    return text.replace("[[", "[ [").replace("\0", " ")


def _parts(text: str) -> list[str]:
    """At blanks, so that no run is longer than the model can bear."""
    parts: list[str] = []
    rest = text
    while len(rest) > _MOST_CHARACTERS:
        cut = rest.rfind(" ", 1, _MOST_CHARACTERS)
        cut = _MOST_CHARACTERS if cut < 0 else cut
        parts.append(rest[:cut])
        rest = rest[cut:]
    return [*parts, rest]



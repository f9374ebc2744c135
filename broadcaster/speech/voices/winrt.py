"""Windows' own Vietnamese voice through WinRT, which SAPI does not show."""

from __future__ import annotations

import asyncio
import io
import sys
from pathlib import Path
from typing import Any

from broadcaster.speech.model import Voice
from broadcaster.speech.voices.engine import failed, no_engine, unknown_voice
from broadcaster.speech.voices.wav import write_float

PREFIX = "winrt:"
_NATURAL_RATE = 175
"""eSpeak's words per minute that sound as fast as speaking rate 1.0."""


class WinrtEngine:
    """Engine over Windows.Media.SpeechSynthesis."""

    def __init__(self) -> None:
        if sys.platform != "win32":
            raise no_engine("only on Windows")
        try:
            from winrt.windows.media.speechsynthesis import SpeechSynthesizer
            from winrt.windows.storage.streams import DataReader
        except ImportError as error:
            raise no_engine(error) from error
        self._synthesizer: Any = SpeechSynthesizer
        self._reader: Any = DataReader

    def version(self) -> str:
        return "winrt 1"

    def voices(self) -> list[Voice]:
        return [Voice(f"{PREFIX}{voice.id}", voice.display_name, "winrt", "north", "",
                      "female" if int(voice.gender) else "male") for voice in self._known()]

    def speak(self, text: str, voice: str, rate: int, out: Path, pitch: int = 50) -> None:
        chosen = next((known for known in self._known() if f"{PREFIX}{known.id}" == voice), None)
        if chosen is None:
            raise unknown_voice(voice)
        try:
            data = asyncio.run(self._wav(text, chosen, rate, pitch))
            sound, sample_rate = _samples(data)
            write_float(out, sound, sample_rate)
        except Exception as error:  # WinRT raises OSError and its kin
            raise failed(error) from error

    def _known(self) -> list[Any]:
        return [voice for voice in self._synthesizer.all_voices if str(voice.language).lower().startswith("vi")]

    async def _wav(self, text: str, voice: Any, rate: int, pitch: int) -> bytes:
        speaker = self._synthesizer()
        speaker.voice = voice
        speaker.options.speaking_rate = min(6.0, max(0.5, rate / _NATURAL_RATE))
        speaker.options.audio_pitch = min(2.0, max(0.0, pitch / 50))
        stream = await speaker.synthesize_text_to_stream_async(text)
        reader = self._reader(stream.get_input_stream_at(0))
        await reader.load_async(stream.size)
        data = bytearray(stream.size)
        reader.read_bytes(data)
        return bytes(data)


def _samples(data: bytes) -> tuple[Any, int]:
    import soundfile

    sound, rate = soundfile.read(io.BytesIO(data), dtype="float32", always_2d=True)
    return sound.mean(axis=1), int(rate)

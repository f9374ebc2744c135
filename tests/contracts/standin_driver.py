"""A driver for pyttsx3 that hums into an AIFF file, as macOS' own does: the road of the system voices, on any OS."""

from __future__ import annotations

import sys
import types
from typing import Any

import numpy as np
import soundfile

DRIVER = "standin"
SAMPLE_RATE = 44_100


def register() -> None:
    import pyttsx3.drivers

    module = types.ModuleType(f"{pyttsx3.drivers.__name__}.{DRIVER}")
    module.buildDriver = StandinDriver  # type: ignore[attr-defined]
    sys.modules[module.__name__] = module


class StandinDriver:
    """pyttsx3's driver interface; knows an English voice too, which must never be used."""

    def __init__(self, proxy: Any) -> None:
        self._proxy = proxy
        self._values: dict[str, Any] = {"rate": 200}
        self._requests = 0

    def startLoop(self) -> None:
        self._proxy.setBusy(False)

    def endLoop(self) -> None:
        pass

    def destroy(self) -> None:
        pass

    def stop(self) -> None:
        pass

    def getProperty(self, name: str) -> Any:
        from pyttsx3.voice import Voice

        return [Voice("com.apple.voice.Alex", "Alex", ["en_US"], "Male"),
                Voice("com.apple.voice.Linh", "Linh", ["vi_VN"], "Female")] if name == "voices" else self._values[name]

    def setProperty(self, name: str, value: Any) -> None:
        self._values[name] = value

    def save_to_file(self, text: str, filename: str) -> None:
        self._requests += 1
        assert self._requests == 1, "the real drivers hang in their second request"
        assert self._values["voice"].endswith("Linh")
        self._proxy.setBusy(True)
        time = np.arange(len(text) * SAMPLE_RATE * 3 // self._values["rate"]) / SAMPLE_RATE
        stereo = np.column_stack([np.sin(time * 2 * np.pi * 300)] * 2) * 0.5
        soundfile.write(filename, stereo, SAMPLE_RATE, format="AIFF", subtype="PCM_16")
        self._proxy.notify("finished-utterance", completed=True)
        self._proxy.setBusy(False)

"""A synchronous eSpeak NG driver for pyttsx3, in place of its own `espeak` driver.

pyttsx3's own loses files, hangs after stop() or on an unwritable path, crashes on long texts, and reads on in English
when a voice is unknown. This one finishes each file before `runAndWait` returns, or sends an "error" notification.
"""

from __future__ import annotations

import sys
import types
from pathlib import Path
from typing import Any

from broadcaster.speech.voices.espeak_library import EspeakError, EspeakLibrary
from broadcaster.speech.voices.wav import write_wav

DRIVER = "espeak_sync"
_library: EspeakLibrary | None = None


def register() -> None:
    """Put the driver where pyttsx3 looks for drivers: pyttsx3.init("espeak_sync") finds it then."""
    import pyttsx3.drivers

    name = f"{pyttsx3.drivers.__name__}.{DRIVER}"
    module = types.ModuleType(name)
    module.buildDriver = EspeakSyncDriver  # type: ignore[attr-defined]
    sys.modules[name] = module


def library() -> EspeakLibrary:
    """eSpeak NG can be initialised once in a process."""
    global _library
    if _library is None:
        _library = EspeakLibrary()
    return _library


class EspeakSyncDriver:
    """pyttsx3's driver interface; the method names are pyttsx3's."""

    def __init__(self, proxy: Any) -> None:
        self._proxy = proxy
        self._espeak = library()
        self._looping = False
        self._stopping = False
        self._values: dict[str, Any] = {}
        for name, value in (("voice", "vi"), ("rate", 130), ("volume", 0.7), ("pitch", 50)):
            self.setProperty(name, value)

    def startLoop(self) -> None:
        self._looping = True
        self._proxy.setBusy(False)  # runs the queue, whose last entry ends the loop

    def endLoop(self) -> None:
        self._looping = False

    def destroy(self) -> None:
        self._looping = False

    def stop(self) -> None:
        self._stopping = True

    def say(self, _text: str) -> None:
        raise EspeakError("this driver writes files only")

    def save_to_file(self, text: str, filename: str) -> None:
        self._stopping = False
        self._proxy.setBusy(True)
        self._proxy.notify("started-utterance")
        done = False
        try:
            samples = self._espeak.synthesise(text, lambda: self._stopping)
            if not self._stopping:
                write_wav(Path(filename), samples, self._espeak.sample_rate)
                done = True
        finally:
            self._proxy.notify("finished-utterance", completed=done)
            self._proxy.setBusy(False)

    def getProperty(self, name: str) -> Any:
        if name == "voices":
            from pyttsx3.voice import Voice

            return [Voice(code, label, [code]) for code, label in self._espeak.vietnamese()]
        return self._values[name]

    def setProperty(self, name: str, value: Any) -> None:
        if name == "voice":
            self._espeak.set_voice(str(value))
        elif name == "rate":
            self._espeak.set_rate(int(value))
        elif name == "volume":
            self._espeak.set_volume(min(1.0, max(0.0, float(value))))
        elif name == "pitch":
            self._espeak.set_pitch(min(99, max(0, int(value))))
        else:
            raise KeyError(name)
        self._values[name] = value

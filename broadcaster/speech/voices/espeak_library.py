"""eSpeak NG itself, through ctypes, in its synchronous mode.

The stock binding starts a playback thread, has no DONT_EXIT flag (a missing data folder ends the whole process) and
passes a wrong text size (it reads past the buffer and crashes on long texts).
"""

from __future__ import annotations

import ctypes
import ctypes.util
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_SYNCHRONOUS = 2
_DONT_EXIT = 0x8000
_CHARS_UTF8 = 1
_RATE, _VOLUME, _PITCH = 1, 2, 3
_MOST_DATA_PATH = 150  # eSpeak's own buffer holds 160 characters

_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class _VoiceRecord(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p), ("languages", ctypes.c_char_p), ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte), ("age", ctypes.c_ubyte), ("variant", ctypes.c_ubyte), ("xx1", ctypes.c_ubyte),
        ("score", ctypes.c_int), ("spare", ctypes.c_void_p),
    )


class EspeakError(Exception):
    """eSpeak NG is absent or answered with an error."""


class EspeakLibrary:
    """The loaded library; one per process, because it keeps its state in globals."""

    def __init__(self) -> None:
        self._library, data = _load()
        self._declare()
        self.sample_rate = int(self._library.espeak_Initialize(_SYNCHRONOUS, 0, data, _DONT_EXIT))
        if self.sample_rate <= 0:
            raise EspeakError("eSpeak NG cannot open its data folder")
        self._sink: bytearray | None = None
        self._stopped: Callable[[], bool] = lambda: False
        self._callback = _CALLBACK(self._receive)  # kept alive: the library holds only the address
        self._library.espeak_SetSynthCallback(self._callback)

    def version(self) -> str:
        return str(self._library.espeak_Info(None).decode("ascii", "replace"))

    def vietnamese(self) -> list[tuple[str, str]]:
        """(language code, name) of each Vietnamese voice."""
        records = self._library.espeak_ListVoices(None)
        found: list[tuple[str, str]] = []
        for index in range(10_000):
            if not records[index]:
                break
            record = records[index].contents
            # "languages" is a priority byte, then the code.
            code = (record.languages or b"")[1:].decode("ascii", "replace")
            if code == "vi" or code.startswith("vi-"):
                found.append((code, (record.name or b"").decode("utf-8", "replace")))
        return found

    def set_voice(self, name: str) -> None:
        if self._library.espeak_SetVoiceByName(name.encode("utf-8")) != 0:
            raise EspeakError(f"no voice {name!r}")

    def set_rate(self, words_per_minute: int) -> None:
        self._library.espeak_SetParameter(_RATE, words_per_minute, 0)

    def set_volume(self, volume: float) -> None:
        self._library.espeak_SetParameter(_VOLUME, round(volume * 100), 0)

    def set_pitch(self, pitch: int) -> None:
        self._library.espeak_SetParameter(_PITCH, pitch, 0)

    def synthesise(self, text: str, stopped: Callable[[], bool] = lambda: False) -> bytes:
        """16-bit mono samples at `sample_rate`."""
        data = text.replace("\0", " ").encode("utf-8", "replace") + b"\0"
        self._sink, self._stopped = bytearray(), stopped
        try:
            result = self._library.espeak_Synth(data, len(data), 0, 1, 0, _CHARS_UTF8, None, None)
            if result != 0:
                raise EspeakError(f"eSpeak NG answered {result}")
            return bytes(self._sink)
        finally:
            self._sink = None

    def _receive(self, samples: Any, count: int, _events: Any) -> int:
        # An exception here would be lost in C: nothing in it may raise.
        if count > 0 and samples and self._sink is not None:
            self._sink += ctypes.string_at(samples, count * 2)
        return 1 if self._stopped() else 0

    def _declare(self) -> None:
        library = self._library
        library.espeak_Initialize.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int]
        library.espeak_Info.argtypes = [ctypes.c_void_p]
        library.espeak_Info.restype = ctypes.c_char_p
        library.espeak_ListVoices.argtypes = [ctypes.c_void_p]
        library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_VoiceRecord))
        library.espeak_SetVoiceByName.argtypes = [ctypes.c_char_p]
        library.espeak_SetParameter.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_int]
        library.espeak_Synth.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int, ctypes.c_uint,
                                         ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p]


def _load() -> tuple[Any, bytes | None]:
    """The wheel's library and data; else the operating system's (Debian: libespeak-ng1), which knows its own data."""
    try:
        import espeakng_loader

        data = espeakng_loader.get_data_path()
        library = ctypes.CDLL(espeakng_loader.get_library_path())
    except (ImportError, OSError, RuntimeError):
        return _load_system(), None
    return library, data_path(Path(data))


def _load_system() -> Any:
    for name in ("libespeak-ng.so.1", ctypes.util.find_library("espeak-ng")):
        if name:
            try:
                return ctypes.CDLL(name)
            except OSError:
                continue
    raise EspeakError("eSpeak NG is not installed")


def data_path(path: Path) -> bytes:
    """A folder's name as eSpeak NG can open it. Raises EspeakError when it cannot."""
    text = str(path)
    if sys.platform == "win32" and not text.isascii():  # eSpeak opens it with the narrow functions there
        buffer = ctypes.create_unicode_buffer(512)
        if ctypes.windll.kernel32.GetShortPathNameW(text, buffer, 512):
            text = buffer.value
    if len(text.encode("utf-8")) > _MOST_DATA_PATH:
        raise EspeakError(f"the program lies too deep in the folders for eSpeak NG: {text}")
    return text.encode("utf-8")

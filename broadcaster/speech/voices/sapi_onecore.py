"""pyttsx3's SAPI5 driver with the voices of Windows' Settings ("OneCore") as well: Microsoft An is one of them."""

from __future__ import annotations

import sys
import types
from typing import Any

DRIVER = "sapi5_onecore"
_ONECORE = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Speech_OneCore\\Voices"


def register() -> None:
    """Put the driver where pyttsx3 looks for drivers. Raises whatever COM raises where there is no SAPI."""
    import pyttsx3.drivers

    module = types.ModuleType(f"{pyttsx3.drivers.__name__}.{DRIVER}")
    module.buildDriver = _driver_class()  # type: ignore[attr-defined]
    sys.modules[module.__name__] = module


def _driver_class() -> Any:
    from pyttsx3.drivers.sapi5 import SAPI5Driver

    class OneCoreDriver(SAPI5Driver):  # type: ignore[misc]
        """The same driver over two lists of voices. The method names are pyttsx3's."""

        def _tokenFromId(self, id_: str) -> Any:
            for token in _tokens(self._tts):
                if token.Id == id_:
                    return token
            raise ValueError(f"no voice {id_}")

        def getProperty(self, name: str) -> Any:
            if name != "voices":
                return super().getProperty(name)
            found = []
            for token in _tokens(self._tts):
                try:
                    found.append(self._toVoice(token))
                except Exception:  # noqa: S112 - a voice with odd attributes must not hide the others
                    continue
            return found

    return OneCoreDriver


def _tokens(speaker: Any) -> list[Any]:
    import comtypes.client

    found = list(speaker.GetVoices())
    try:
        category = comtypes.client.CreateObject("SAPI.SpObjectTokenCategory")
        category.SetId(_ONECORE, False)
        return found + list(category.EnumerateTokens())
    except Exception:  # older Windows has no such list
        return found

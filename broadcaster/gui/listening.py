"""Where the window plays for the operator's ears alone: on which device, how loud, and only one sound at a time.

What is only listened to must not be heard in the village: with a choice, the devices of the air are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from broadcaster.base.errors import Refused
from broadcaster.base.settings import NOBODY, Settings
from broadcaster.gui.devices import PORTAUDIO

_ALIASES = {"default", "sysdefault", "pulse", "pipewire", "jack", "dmix", "oss", "lavrate", "samplerate", "speexrate",
            "speex", "upmix", "vdownmix", "null"}
"""ALSA's names for "whatever the system plays on": which device that is, nobody can tell."""
_ALIAS_STARTS = ("surround", "front", "Microsoft Sound Mapper", "Primary Sound Driver")


@dataclass(frozen=True)
class Output:
    """A device of this computer that can sound."""

    number: int
    name: str
    is_default: bool = False

    @property
    def is_alias(self) -> bool:
        """A name for another device."""
        return self.name in _ALIASES or self.name.startswith(_ALIAS_STARTS)


@dataclass(frozen=True)
class Choice:
    """The device taken; `why` is empty when it is the one that was wanted."""

    output: Output | None
    why: str = ""
    """preview.device_gone: it is not there; preview.device_on_air: it is the air's."""
    on_air: bool = field(default=False, compare=False)
    """There is no other: the village may hear what is listened to."""


class Listening(QObject):
    """One per process. `told(Refused)` when another device than the wanted one has to do: once until that changes."""

    told = Signal(object)
    volume_changed = Signal(float)
    _news = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.wanted = ""
        self.air: frozenset[str] = frozenset()
        self._volume = 1.0
        self._stop: Callable[[], object] | None = None
        self._owner: object = None
        self._said: tuple[str, str] | None = None
        self._news.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def set_up(self, settings: Settings) -> None:
        """What station.toml says now."""
        self.wanted = settings.library.preview_device
        self.air = devices_of_air(settings)
        self._said = None

    @property
    def volume(self) -> float:
        """0…1 of the sound as it is."""
        return self._volume

    def set_volume(self, volume: float) -> None:
        self._volume = max(0.0, min(1.0, volume))
        self.volume_changed.emit(self._volume)

    def take(self, owner: object, stop: Callable[[], object]) -> None:
        """`owner` begins to sound: whoever did so before is stopped."""
        before, self._stop = self._stop, stop
        if before is not None and self._owner is not owner:
            before()
        self._owner = owner

    def leave(self, owner: object) -> None:
        """`owner` is quiet."""
        if self._owner is owner:
            self._owner = self._stop = None

    def say(self, choice: Choice, wanted: str) -> None:
        """From any thread: which device has to do instead of `wanted`."""
        self._news.emit((choice, wanted))

    def _tell(self, news: tuple[Choice, str]) -> None:
        choice, wanted = news
        used = choice.output.name if choice.output else ""
        said = (choice.why, used)
        if choice.why and said != self._said:
            self.told.emit(Refused(choice.why, f"listening on {used!r} instead of {wanted!r}", name=wanted, used=used))
        self._said = said if choice.why else None


def devices_of_air(settings: Settings) -> frozenset[str]:
    """Names of the devices the station itself plays on; "" is the system's default."""
    names = [zone.output or settings.audio.device for zone in settings.zones] or [settings.audio.device]
    return frozenset(name for name in names
                     if name != NOBODY and not name.startswith(("icecast:", "folder:")))


def choose(outputs: Sequence[Output], wanted: str, air: frozenset[str]) -> Choice:
    """The device to listen on: the wanted one, else the default; another one when that is the air's."""
    default = next((output for output in outputs if output.is_default), None)
    named = next((output for output in outputs if same_name(output.name, wanted)), None) if wanted else default
    found = named or default
    gone = "preview.device_gone" if wanted and named is None else ""
    on_air = [output for output in outputs if _is_air(output, default, air)]
    if found is None or (found not in on_air and not _leads_to_air(found, wanted if named else "", on_air)):
        return Choice(found, gone)
    others = [output for output in outputs if output not in on_air and not output.is_alias]
    if not others or any(each.is_alias for each in on_air):  # behind an alias any of the others may stand
        return Choice(found, gone, on_air=True)
    return Choice(others[0], gone or "preview.device_on_air")


def same_name(name: str, other: str) -> bool:
    """But for the number of an ALSA card, which changes with the order of plugging, and MME's cut at 31 characters."""
    plain, asked = (re.sub(r"\(hw:\d+,", "(hw:", text) for text in (name, other))
    return plain == asked or (len(name) >= 31 and other.startswith(name))


def outputs_of(sounddevice: Any) -> list[Output]:
    """What PortAudio lists; of several host interfaces only the default's, so that no device comes twice."""
    devices = list(sounddevice.query_devices())
    default = int(sounddevice.default.device[1])
    api = devices[default]["hostapi"] if 0 <= default < len(devices) else None
    return [Output(number, str(item["name"]), number == default) for number, item in enumerate(devices)
            if item["max_output_channels"] >= 1 and (api is None or item["hostapi"] == api)]


def output_names() -> list[str]:
    """The sound outputs of this computer; empty without any."""
    try:
        import sounddevice
    except OSError:
        return []
    with PORTAUDIO:
        devices = sounddevice.query_devices()
    return list(dict.fromkeys(str(item["name"]) for item in devices if item["max_output_channels"] >= 1))


_listening: Listening | None = None


def listening() -> Listening:
    """The one of this process, made on the first call (on the window's thread)."""
    global _listening
    if _listening is None:
        _listening = Listening()
    return _listening


def _is_air(output: Output, default: Output | None, air: frozenset[str]) -> bool:
    return any(same_name(output.name, name) or (not name and output == default) for name in air)


def _leads_to_air(output: Output, asked: str, on_air: Sequence[Output]) -> bool:
    # The system's default may be a front of the very device the air plays on, unless the air holds that by itself (hw).
    return output.is_alias and not asked and any("(hw:" not in each.name for each in on_air)

"""Zones as a person reads and fills them in: the texts of station.toml taken apart, put together, and in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from PySide6.QtCore import QCoreApplication

from broadcaster.base.errors import Refused
from broadcaster.base.settings import NOBODY, ZoneSection
from broadcaster.base.zones import SERIAL_KINDS, channels, check_zones, gain_steps
from broadcaster.gui.devices import device_words
from broadcaster.protocol.messages import Status, ZoneStatus

DEVICE, STREAM, FOLDER = "device", "stream", "folder"
COMMAND = "command"
ICECAST_PORT = 8000


@dataclass(frozen=True)
class OutputParts:
    """`ZoneSection.output` taken apart; `kind` is DEVICE, STREAM, FOLDER or NOBODY."""

    kind: str = DEVICE
    device: str = ""
    host: str = ""
    port: int = ICECAST_PORT
    mount: str = ""
    user: str = "source"
    password: str = ""
    folder: str = ""

    @property
    def text(self) -> str:
        """As station.toml has it."""
        if self.kind == STREAM:
            host = f"[{self.host}]" if ":" in self.host else self.host
            who = f"{quote(self.user, safe='')}:{quote(self.password, safe='')}@"
            return f"icecast://{who}{host}:{self.port}/{self.mount.lstrip('/')}"
        return {DEVICE: self.device, FOLDER: f"folder:{self.folder}", NOBODY: NOBODY}[self.kind]


def output_parts(text: str) -> OutputParts:
    """The fields of an output; what cannot be read is empty, never an error: the person is here to mend it."""
    if text == NOBODY:
        return OutputParts(NOBODY)
    if text.startswith("folder:"):
        return OutputParts(FOLDER, folder=text.removeprefix("folder:"))
    if not text.startswith("icecast:"):
        return OutputParts(device=text)
    try:
        place = urlsplit(text)
        return OutputParts(STREAM, host=place.hostname or "", port=place.port or ICECAST_PORT,
                           mount=place.path.lstrip("/"), user=unquote(place.username or "source"),
                           password=unquote(place.password or ""))
    except ValueError:
        return OutputParts(STREAM)


@dataclass(frozen=True)
class PowerParts:
    """`ZoneSection.power` taken apart; `kind` is "", COMMAND or one of SERIAL_KINDS."""

    kind: str = ""
    on: str = ""
    off: str = ""
    port: str = ""

    @property
    def text(self) -> str:
        """As station.toml has it."""
        if self.kind == COMMAND:
            return f"command:{self.on} || {self.off}"
        return f"serial:{self.port} {self.kind}" if self.kind else ""


def power_parts(text: str) -> PowerParts:
    """The fields of a switch."""
    kind, _, rest = text.partition(":")
    if kind == "command":
        on, _, off = rest.partition("||")
        return PowerParts(COMMAND, on=on.strip(), off=off.strip())
    words = rest.split()
    if kind == "serial" and words and words[-1] in SERIAL_KINDS:
        return PowerParts(words[-1], port=" ".join(words[:-1]))
    return PowerParts()


def output_words(zone: ZoneSection) -> str:
    """Where the sound goes, without the password."""
    parts = output_parts(zone.output)
    if parts.kind == STREAM:
        return f"icecast://{parts.host}:{parts.port}/{parts.mount}"
    if parts.kind == FOLDER:
        return QCoreApplication.translate("Zones", "Folder {path}").format(path=parts.folder)
    if not zone.output:
        return QCoreApplication.translate("Zones", "The station's sound device")
    return device_words(zone.output)


def channel_words(text: str) -> str:
    """Which channels of the device."""
    translate = QCoreApplication.translate
    known = {"": translate("Zones", "All channels"), "1": translate("Zones", "1 (left)"),
             "2": translate("Zones", "2 (right)"), "1,2": translate("Zones", "1 and 2")}
    return known.get(text, " + ".join(text.split(",")))


def sound_words(zone: ZoneSection) -> str:
    """How the sound is shaped, in a few words."""
    translate = QCoreApplication.translate
    found = [translate("Zones", "Horns")] if zone.horn else []
    try:
        gains = sorted({gain for _, gain in gain_steps(zone.gain)})
    except Refused:
        gains = []
    if gains and gains != [0]:
        found.append(f"{gains[0]:g} dB" if len(gains) == 1 else f"{gains[0]:g} … {gains[-1]:g} dB")
    return ", ".join(found).replace("-", "\u2212") or translate("Zones", "As it is")


def power_words(kind: str) -> str:
    """How the amplifier is switched."""
    translate = QCoreApplication.translate
    return {
        "": translate("Zones", "Not switched by the computer"),
        "lcus1": translate("Zones", "USB relay (LCUS-1)"),
        "rts": translate("Zones", "Serial port, RTS line"),
        "dtr": translate("Zones", "Serial port, DTR line"),
        COMMAND: translate("Zones", "Two commands of the computer"),
    }[kind]


def state_words(zone: ZoneSection, status: Status | None) -> tuple[str, str]:
    """(words, tone) of what the zone does now, as the player measured it."""
    translate = QCoreApplication.translate
    if status is None:
        return translate("Zones", "not known"), "plain"
    live = next((item for item in status.zones if item.name == zone.name), None)
    if live is None:
        return translate("Zones", "once saved"), "plain"
    return _live_words(live)


def _live_words(live: ZoneStatus) -> tuple[str, str]:
    translate = QCoreApplication.translate
    if live.power == "failed":
        return translate("Zones", "power failed"), "bad"
    return {
        "on_air": (translate("Zones", "on air"), "good"),
        "armed": (translate("Zones", "about to begin"), "info"),
        "stopped": (translate("Zones", "stopped"), "bad"),
        "no_device": (translate("Zones", "no output"), "bad"),
    }.get(live.state, (translate("Zones", "ready"), "plain") if live.output_ok else
          (translate("Zones", "no output"), "bad"))


def complaint(zone: ZoneSection, others: Sequence[ZoneSection]) -> tuple[str, str]:
    """(key of the section, what is wrong with it in the window's language) of the first fault; ("", "") when right."""
    translate = QCoreApplication.translate
    try:
        check_zones([*others, zone])
    except Refused as refusal:
        key = str(refusal.facts.get("name", "")).removeprefix("zones.")
        return key, _fault_words(zone, key)
    parts = output_parts(zone.output)
    if parts.kind == STREAM and not parts.password:
        return "output", translate("Zones", "The stream server asks for a password.")
    rival = _same_channels(zone, others)
    if rival:
        return "channels", translate("Zones", "“{name}” already plays on these channels of this device.").format(
            name=rival)
    return "", ""


def _fault_words(zone: ZoneSection, key: str) -> str:
    translate = QCoreApplication.translate
    if key == "output":
        return translate("Zones", "Choose a folder.") if zone.output.startswith("folder:") else \
            translate("Zones", "Write server, port and mount point of the stream.")
    if key == "power":
        return translate("Zones", "Write both commands.") if zone.power.startswith("command:") else \
            translate("Zones", "Write the port, as in COM3 or /dev/ttyUSB0.")
    return {
        "name": translate("Zones", "The zone needs a name no other zone has."),
        "channels": translate("Zones", "Write channels as numbers, as in 1 or 3,4."),
        "gain": translate("Zones", "Each time may be there once, with −40 to +6 dB."),
    }.get(key, translate("Zones", "This cannot be used."))


def _same_channels(zone: ZoneSection, others: Sequence[ZoneSection]) -> str:
    """The zone that plays on the same channels of the same device; two there would be heard over each other."""
    if output_parts(zone.output).kind != DEVICE:
        return ""
    mine = set(channels(zone.channels))
    for other in others:
        theirs = set(channels(other.channels))
        if other.output == zone.output and (not mine or not theirs or mine & theirs):
            return other.name
    return ""

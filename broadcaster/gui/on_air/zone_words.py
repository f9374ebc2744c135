"""What the page says of one zone: its state, its output, its switch, what its own ear hears. No widgets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from broadcaster.gui.devices import device_words
from broadcaster.gui.i18n import number_text
from broadcaster.gui.on_air.model import HEARD_DB
from broadcaster.protocol.messages import Status, ZoneStatus


@dataclass(frozen=True)
class ZoneLine:
    """One line of the list of zones."""

    name: str
    state: str
    """In a word or two."""
    tone: str
    """good, wait, bad, plain (gui.theme.TONES)."""
    facts: str
    """What sounds, the output, its gain, its switch, what is heard."""


def zone_line(zone: ZoneStatus, mute: bool) -> ZoneLine:
    """`mute`: it should sound and nothing is measured."""
    state, tone = _state(zone, mute)
    facts = [zone.on_air.title if zone.on_air else "", *output_facts(zone)]
    return ZoneLine(zone.name, state, tone, " · ".join(fact for fact in facts if fact))


def output_facts(zone: ZoneStatus) -> list[str]:
    """The output and all that is set or measured there; what is as usual is left out."""
    translate = QCoreApplication.translate
    # What Linux calls its usual device is no name for a person.
    output = device_words("" if zone.output == "default" else zone.output)
    if "://" not in output:
        output = re.split(r"[/\\]", output)[-1]  # of a file or folder the name says enough
    lost = zone.state == "no_device"
    facts = [translate("OnAir", "{output}: lost").format(output=output) if lost else output]
    if zone.gain_db:
        facts.append(translate("OnAir", "gain {db} dB").format(db=_signed(zone.gain_db)))
    power = {"on": translate("OnAir", "amplifier on"), "off": translate("OnAir", "amplifier off"),
             "failed": translate("OnAir", "the amplifier's switch does not answer")}.get(zone.power, "")
    if zone.heard_db is not None:
        power = " · ".join(part for part in (power, heard_text(zone.heard_db)) if part)
    return [*facts, power] if power else facts


def heard_text(level_db: float) -> str:
    """What the zone's own microphone or line hears."""
    translate = QCoreApplication.translate
    if level_db <= HEARD_DB:
        return translate("OnAir", "monitor: silence")
    return translate("OnAir", "monitor: {db} dB").format(db=_signed(round(level_db)))


def verdict_words(verdict: dict[str, Any]) -> tuple[str, str]:
    """The sentinel's last verdict and its tone; empty without one."""
    translate = QCoreApplication.translate
    return {
        "heard": (translate("OnAir", "Last item: heard"), "good"),
        "sent": (translate("OnAir", "Last item: sent"), "info"),
        "not_heard": (translate("OnAir", "Last item: not heard"), "bad"),
        "silent": (translate("OnAir", "Last item: silence"), "bad"),
        "other": (translate("OnAir", "Last item: another sound"), "bad"),
    }.get(str(verdict.get("verdict", "")), ("", "plain"))


def verdict_tip(verdict: dict[str, Any]) -> str:
    """What the verdict means and what it rests on."""
    translate = QCoreApplication.translate
    meaning = {
        "heard": translate("OnAir", "The monitor at the loudspeaker heard this item."),
        "sent": translate("OnAir", "The sound device took every sample. No microphone or line listens at the "
                                   "loudspeaker, so nobody knows whether it was heard there."),
        "not_heard": translate("OnAir", "The sound went out, but the monitor did not hear it. Check amplifier, line "
                                        "and loudspeaker."),
        "silent": translate("OnAir", "Nothing but silence was measured. Listen at a loudspeaker; check the item."),
        "other": translate("OnAir", "The monitor heard another sound than ours. Check who else feeds the "
                                    "loudspeakers."),
    }.get(str(verdict.get("verdict", "")), "")
    lines = [str(verdict.get("title", "")), meaning]
    if isinstance(score := verdict.get("score"), int | float) and verdict.get("verdict") != "sent":
        lines.append(translate("OnAir", "Likeness: {percent} %").format(percent=round(100 * score)))
    if zone := str(verdict.get("zone", "")):
        lines.append(translate("OnAir", "Zone: {name}").format(name=zone))
    return "\n".join(line for line in lines if line)


def shows_zones(status: Status | None) -> bool:
    """Whether there is more than the one nameless zone."""
    return status is not None and (len(status.zones) > 1 or any(zone.name for zone in status.zones))


def _state(zone: ZoneStatus, mute: bool) -> tuple[str, str]:
    translate = QCoreApplication.translate
    if zone.state == "no_device":
        return translate("OnAir", "no output"), "bad"
    if not zone.output_ok:
        return translate("OnAir", "opening"), "wait"
    if zone.state == "stopped":
        return translate("OnAir", "stopped"), "wait"
    if zone.on_air is not None and mute:
        return translate("OnAir", "silent"), "bad"
    if zone.on_air is not None:
        return translate("OnAir", "on air"), "good"
    if zone.state == "armed":
        return translate("OnAir", "armed"), "plain"
    return translate("OnAir", "resting"), "plain"


def _signed(db: float) -> str:
    text = number_text(abs(db), 0 if float(db).is_integer() else 1)
    return f"−{text}" if db < 0 else f"+{text}" if db > 0 else text

"""From the words of a session file to a checked session."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.library.model import CartKind
from broadcaster.schedule.model import RelaySlot, SessionTemplate
from broadcaster.schedule.sessions.toml_words import (
    LONGEST_MINUTES,
    clock_of,
    identity,
    list_of,
    month_day_of,
    one_of,
    refuse_missing,
    refuse_unknown,
    tables_of,
    text,
    weekdays_of,
    whole,
    wrong_value,
)

WORDS = ("id", "name", "starts", "minutes", "weekdays", "season_from", "season_to", "opening", "bridge", "closing",
         "zones", "filler", "relays")
_RELAY_WORDS = ("source", "starts", "minutes")
_DAY_SECONDS = 24 * 3600


def template_from(table: Mapping[str, Any], where: str) -> SessionTemplate:
    """A checked template. Raises Refused that names file, word and value."""
    refuse_unknown(table, WORDS, where)
    refuse_missing(table, ("id", "name", "starts", "minutes"), where)
    kinds = {str(kind) for kind in CartKind}
    values: dict[str, Any] = {
        "id": identity(table["id"], where), "name": text(table, "name", where),
        "starts": clock_of(table["starts"], where), "minutes": whole(table, "minutes", 1, LONGEST_MINUTES, where),
    }
    for name in ("opening", "closing"):
        if name in table:
            values[name] = tuple(one_of(kind, name, kinds, where) for kind in list_of(table, name, where))
    for name in ("bridge", "filler"):
        if name in table:
            values[name] = one_of(table[name], name, kinds | {""}, where)
    if "weekdays" in table:
        values["weekdays"] = weekdays_of(table["weekdays"], where, none=True)
    if "zones" in table:
        zones = list_of(table, "zones", where)
        if not all(isinstance(zone, str) for zone in zones):
            raise wrong_value(where, "zones", zones, "a list of names of zones")
        values["zones"] = tuple(zones) or ("all",)
    values |= _season(table, where)
    values["relays"] = _relays(table, values["starts"], values["minutes"], where)
    return SessionTemplate(**values)


def _season(table: Mapping[str, Any], where: str) -> dict[str, str]:
    season = {name: month_day_of(table.get(name, ""), name, where) for name in ("season_from", "season_to")}
    for name, value in season.items():
        if not value and any(season.values()):
            raise Refused("schedule.missing", f"{where}: {name!r} is missing: a season has two ends", file=where,
                          name=name)
    return season


def _relays(table: Mapping[str, Any], starts: time, minutes: int, where: str) -> tuple[RelaySlot, ...]:
    """In order of time. Each lies inside the session, which may run past midnight, and none in another."""
    parts = tables_of(table, "relays", _RELAY_WORDS, where)
    slots = [RelaySlot(identity(part["source"], where, "source"), clock_of(part["starts"], where),
                       whole(part, "minutes", 1, LONGEST_MINUTES, where)) for part in parts]
    slots.sort(key=lambda slot: seconds_into(starts, slot.starts))
    end = 0
    for slot in slots:
        begin = seconds_into(starts, slot.starts)
        if begin < end:
            raise Refused("schedule.relays_overlap", f"{where}: two relays sound at {slot.starts:%H:%M}", file=where,
                          starts=f"{slot.starts:%H:%M}")
        end = begin + slot.minutes * 60
        if end > minutes * 60:
            raise Refused("schedule.relay_outside", f"{where}: the relay at {slot.starts:%H:%M} ({slot.minutes} min) "
                          "does not lie inside its session", file=where, starts=f"{slot.starts:%H:%M}",
                          minutes=slot.minutes)
    return tuple(slots)


def seconds_into(starts: time, moment: time) -> int:
    """How long after the start of a session a time of day comes next; past midnight it is tomorrow's."""
    return (_seconds(moment) - _seconds(starts)) % _DAY_SECONDS


def _seconds(moment: time) -> int:
    return moment.hour * 3600 + moment.minute * 60 + moment.second

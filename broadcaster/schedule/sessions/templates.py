"""Session templates: TOML files a person can read and edit. Rule profiles have a module of their own: profiles.py."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import time
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, shipped, write_atomic
from broadcaster.library.model import CartKind
from broadcaster.schedule.model import RelaySlot, SessionTemplate
from broadcaster.schedule.rules.profiles import load_profile as load_profile
from broadcaster.schedule.sessions.toml_text import clock_text, commented, toml_value
from broadcaster.schedule.sessions.toml_words import (
    LONGEST_MINUTES,
    day_month,
    identity,
    list_of,
    month_day_of,
    one_of,
    refuse_missing,
    refuse_unknown,
    table_of,
    tables_of,
    text,
    whole,
    wrong_value,
)
from broadcaster.schedule.sessions.toml_words import clock_of as clock_of
from broadcaster.schedule.sessions.toml_words import weekdays_of as weekdays_of

_WORDS = ("id", "name", "starts", "minutes", "weekdays", "season_from", "season_to", "opening", "bridge", "closing",
          "zones", "filler", "relays")
_RELAY_WORDS = ("source", "starts", "minutes")
_DAY_SECONDS = 24 * 3600
_SAID = {
    "starts": "giờ bắt đầu, theo 24 giờ: 05:00 là 5 giờ sáng, 17:00 là 5 giờ chiều",
    "minutes": "dài nhất bao nhiêu phút, kể cả tiếp sóng",
    "weekdays": '1 = thứ Hai … 7 = Chủ nhật; "": chỉ phát trong đợt đặc biệt có nêu tên buổi này',
    "season_from": 'mùa: từ ngày/tháng nào, ví dụ "15/04"; "": quanh năm',
    "season_to": "đến hết ngày/tháng nào; được vắt qua Tết dương lịch",
    "opening": "phát đầu buổi, theo thứ tự này",
    "bridge": 'giữa hai mục; "": không có gì',
    "closing": "phát cuối buổi, theo thứ tự này",
    "zones": 'các cụm loa; "all" là tất cả',
    "filler": 'loại mục lấp chỗ trống trước giờ tiếp sóng, ví dụ "nhac"; "": để im lặng',
}


def load_templates(home: StationHome) -> tuple[SessionTemplate, ...]:
    """The station's own templates if it has any, else the shipped ones; in order of time."""
    files = own_files(home) or sorted(shipped("schedules").glob("*.toml"))
    templates = [template_from(table_of(path), path.name) for path in files]
    seen: set[str] = set()
    for template in templates:
        if template.id in seen:
            raise Refused("schedule.twice", f"two session files have the id {template.id!r}", name=template.id)
        seen.add(template.id)
    return tuple(sorted(templates, key=lambda item: (item.starts, item.id)))


def examples() -> tuple[SessionTemplate, ...]:
    """Shipped sessions no station holds by itself: summer and winter hours, noon, a relay at six."""
    paths = sorted(shipped("schedules", "examples").glob("*.toml"))
    found = [template_from(table_of(path), path.name) for path in paths]
    return tuple(sorted(found, key=lambda item: (item.starts, item.id)))


def own_files(home: StationHome) -> list[Path]:
    """The station's own session files."""
    return sorted((home.root / "schedules").glob("*.toml"))


def write_template(home: StationHome, template: SessionTemplate) -> None:
    """Store one template in the station's own folder. The shipped ones come along, or they would vanish."""
    folder = home.root / "schedules"
    if not own_files(home):
        for path in sorted(shipped("schedules").glob("*.toml")):
            write_atomic(folder / path.name, path.read_bytes())
    write_atomic(file_of(home, template.id), to_toml(template).encode("utf-8"))


def write_all(home: StationHome, templates: Iterable[SessionTemplate]) -> None:
    """Hold exactly these sessions. New files come before old ones go: a station is never without any."""
    kept = {}
    for template in templates:
        path = file_of(home, template.id)
        write_atomic(path, to_toml(template).encode("utf-8"))
        kept[path] = template
    for path in own_files(home):
        if path not in kept:
            path.unlink(missing_ok=True)


def file_of(home: StationHome, template_id: str) -> Path:
    """The file that holds a template of the station's own; the proposed one when there is none."""
    for path in own_files(home):
        if table_of(path).get("id") == template_id:
            return path
    return home.root / "schedules" / f"{template_id}.toml"


def to_toml(template: SessionTemplate) -> str:
    """The text of a session file. TOML's strings, numbers and lists are written as JSON writes them."""
    values: dict[str, Any] = {name: getattr(template, name) for name in _WORDS if name != "relays"}
    values |= {"starts": clock_text(template.starts), "season_from": day_month(template.season_from),
               "season_to": day_month(template.season_to)}
    lines = [commented(f"{name} = {toml_value(value)}", _SAID.get(name, "")) for name, value in values.items()]
    for slot in template.relays:
        lines += ["", commented("[[relays]]", "tiếp sóng đúng giờ này, dù phần trước dài hay ngắn"),
                  f"source = {toml_value(slot.source)}", f"starts = {toml_value(clock_text(slot.starts))}",
                  f"minutes = {slot.minutes}"]
    return "\n".join(lines) + "\n"


def template_from(table: Mapping[str, Any], where: str) -> SessionTemplate:
    """A checked template. Raises Refused that names file, word and value."""
    refuse_unknown(table, _WORDS, where)
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

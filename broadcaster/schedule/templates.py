"""Session templates and rule profiles: TOML files a person can read and edit; unknown words are errors, not silence."""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from datetime import time
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, shipped, write_atomic
from broadcaster.base.vietnamese import nfc
from broadcaster.library.model import CartKind
from broadcaster.schedule.model import RuleProfile, SessionTemplate

LONGEST_MINUTES = 24 * 60

_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def load_templates(home: StationHome) -> tuple[SessionTemplate, ...]:
    """The station's own templates if it has any, else the shipped ones; in order of time."""
    files = own_files(home) or sorted(shipped("schedules").glob("*.toml"))
    templates = [template_from(_table(path), path.name) for path in files]
    seen: set[str] = set()
    for template in templates:
        if template.id in seen:
            raise Refused("schedule.twice", f"two session files have the id {template.id!r}", name=template.id)
        seen.add(template.id)
    return tuple(sorted(templates, key=lambda item: (item.starts, item.id)))


def own_files(home: StationHome) -> list[Path]:
    """The station's own session files."""
    return sorted((home.root / "schedules").glob("*.toml"))


def load_profile(home: StationHome, name: str) -> RuleProfile:
    """The rule profile `name`: the station's own file first, then the shipped one."""
    folders = (home.root / "schedules" / "profiles", shipped("schedules", "profiles"))
    found = {path.stem: path for folder in reversed(folders) for path in sorted(folder.glob("*.toml"))}
    if name not in found:
        near = difflib.get_close_matches(name, found, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise Refused("schedule.profile", f"no rule profile {name!r}{hint}", name=name, nearest=near[0] if near else "")
    return profile_from(_table(found[name]), found[name].name)


def write_template(home: StationHome, template: SessionTemplate) -> None:
    """Store one template in the station's own folder. The shipped ones come along, or they would vanish."""
    folder = home.root / "schedules"
    if not own_files(home):
        for path in sorted(shipped("schedules").glob("*.toml")):
            write_atomic(folder / path.name, path.read_bytes())
    write_atomic(file_of(home, template.id), to_toml(template).encode("utf-8"))


def file_of(home: StationHome, template_id: str) -> Path:
    """The file that holds a template of the station's own; the proposed one when there is none."""
    for path in own_files(home):
        if _table(path).get("id") == template_id:
            return path
    return home.root / "schedules" / f"{template_id}.toml"


def to_toml(template: SessionTemplate) -> str:
    """The text of a session file. TOML's strings, numbers and lists are written as JSON writes them."""
    values = {item.name: getattr(template, item.name) for item in fields(template)}
    values["starts"] = template.starts.isoformat()
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())


def template_from(table: Mapping[str, Any], where: str) -> SessionTemplate:
    """A checked template. Raises Refused that names file, word and value."""
    _refuse_unknown(table, [item.name for item in fields(SessionTemplate)], where)
    for name in ("id", "name", "starts", "minutes"):
        if name not in table:
            raise Refused("schedule.missing", f"{where}: {name!r} is missing", file=where, name=name)
    kinds = {str(kind) for kind in CartKind}
    values: dict[str, Any] = {
        "id": _identity(table["id"], where), "name": _text(table, "name", where),
        "starts": clock_of(table["starts"], where), "minutes": _whole(table, "minutes", 1, LONGEST_MINUTES, where),
    }
    for name in ("opening", "closing"):
        if name in table:
            values[name] = tuple(_one_of(kind, name, kinds, where) for kind in _list(table, name, where))
    if "bridge" in table:
        values["bridge"] = _one_of(table["bridge"], "bridge", kinds | {""}, where)
    if "weekdays" in table:
        values["weekdays"] = weekdays_of(table["weekdays"], where)
    if "zones" in table:
        values["zones"] = tuple(str(zone) for zone in _list(table, "zones", where)) or ("all",)
    return SessionTemplate(**values)


def profile_from(table: Mapping[str, Any], where: str) -> RuleProfile:
    """A checked rule profile."""
    _refuse_unknown(table, [item.name for item in fields(RuleProfile)], where)
    values: dict[str, Any] = {"id": _identity(table.get("id"), where), "name": _text(table, "name", where)}
    limits = {"session_minutes": LONGEST_MINUTES, "sessions_a_day": 24, "default_times": 24, "thin_percent": 100}
    for name, most in limits.items():
        if name in table:
            values[name] = _whole(table, name, 0 if name == "thin_percent" else 1, most, where)
    for name in ("quiet_from", "quiet_to"):
        if name in table:
            values[name] = clock_of(table[name], where).strftime("%H:%M")
    if "weekdays" in table:
        values["weekdays"] = weekdays_of(table["weekdays"], where)
    return RuleProfile(**values)


def clock_of(value: object, where: str) -> time:
    """HH:MM or HH:MM:SS on the 24-hour clock; "5:00" or "5:00 PM" is refused, because 5 may mean 17 (R2)."""
    if isinstance(value, time) and not value.microsecond:
        return value
    if not isinstance(value, str) or not _CLOCK.fullmatch(value):
        raise Refused("schedule.time", f"{where}: {value!r} is not a time on the 24-hour clock, HH:MM", file=where,
                      value=str(value))
    return time.fromisoformat(value)


def weekdays_of(value: object, where: str) -> str:
    """ISO days, sorted, each once: "67" is the weekend."""
    text = str(value)
    if not text or not set(text) <= set("1234567"):
        raise Refused("schedule.weekdays", f"{where}: weekdays {text!r} are not digits 1 (Monday) to 7 (Sunday)",
                      file=where, value=text)
    return "".join(sorted(set(text)))


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Refused("schedule.broken", f"{path.name}: {error}", file=path.name, detail=str(error)) from error


def _refuse_unknown(table: Mapping[str, Any], known: list[str], where: str) -> None:
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise Refused("schedule.unknown", f"{where}: unknown word {key!r}{hint}", file=where, name=key,
                          nearest=near[0] if near else "")


def _value(where: str, name: str, value: object, wanted: str) -> Refused:
    return Refused("schedule.value", f"{where}: {name}: {value!r} is not {wanted}", file=where, name=name,
                   value=str(value))


def _identity(value: object, where: str) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise _value(where, "id", value, "a short name of small letters, digits and hyphens")
    return value


def _text(table: Mapping[str, Any], name: str, where: str) -> str:
    value = table.get(name)
    if not isinstance(value, str) or not value.strip() or len(value) > 120:
        raise _value(where, name, value, "a text of 1 to 120 characters")
    return nfc(value).strip()


def _whole(table: Mapping[str, Any], name: str, least: int, most: int, where: str) -> int:
    value = table[name]
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise _value(where, name, value, f"a whole number from {least} to {most}")
    return value


def _list(table: Mapping[str, Any], name: str, where: str) -> list[Any]:
    value = table[name]
    if not isinstance(value, list):
        raise _value(where, name, value, "a list")
    return value


def _one_of(value: object, name: str, allowed: set[str], where: str) -> str:
    if not isinstance(value, str) or value not in allowed:
        near = difflib.get_close_matches(str(value), allowed, n=1)
        hint = f" (did you mean {near[0]!r}?)" if near and near[0] else ""
        raise _value(where, name, value, f"a kind of item{hint}")
    return value

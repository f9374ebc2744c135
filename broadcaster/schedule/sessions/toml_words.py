"""Reading the words of a session file or a rule profile: strictly, and with a sentence that names file, word and value.

Unknown words are errors, not silence: what is misspelt would otherwise be a rule nobody keeps.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import nfc

LONGEST_MINUTES = 24 * 60

_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_DAY_MONTH = re.compile(r"([0-3]?\d)/([01]?\d)")
_LEAP_YEAR = 2028
_LONGEST_FILE = 256 * 1024


def table_of(path: Path) -> dict[str, Any]:
    """The words of one file. Raises Refused: schedule.broken."""
    try:
        if path.exists() and not path.is_file():  # a pipe or a device would never come to its end
            raise Refused("schedule.broken", f"{path.name}: not a file", file=path.name, detail="not a file")
        if path.stat().st_size > _LONGEST_FILE:
            raise Refused("schedule.broken", f"{path.name}: too large", file=path.name, detail="too large")
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise Refused("schedule.broken", f"{path.name}: {error}", file=path.name, detail=str(error)) from error


def refuse_unknown(table: Mapping[str, Any], known: Sequence[str], where: str) -> None:
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise Refused("schedule.unknown", f"{where}: unknown word {key!r}{hint}", file=where, name=key,
                          nearest=near[0] if near else "")


def refuse_missing(table: Mapping[str, Any], needed: Sequence[str], where: str) -> None:
    for name in needed:
        if name not in table:
            raise Refused("schedule.missing", f"{where}: {name!r} is missing", file=where, name=name)


def wrong_value(where: str, name: str, value: object, wanted: str) -> Refused:
    """To be raised: what stands there, and what should."""
    return Refused("schedule.value", f"{where}: {name}: {value!r} is not {wanted}", file=where, name=name,
                   value=str(value))


def identity(value: object, where: str, name: str = "id") -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise wrong_value(where, name, value, "a short name of small letters, digits and hyphens")
    return value


def text(table: Mapping[str, Any], name: str, where: str) -> str:
    value = table.get(name)
    if not isinstance(value, str) or not value.strip() or len(value) > 120 or not value.strip().isprintable():
        raise wrong_value(where, name, value, "a text of 1 to 120 characters")
    return nfc(value).strip()


def whole(table: Mapping[str, Any], name: str, least: int, most: int, where: str) -> int:
    value = table[name]
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise wrong_value(where, name, value, f"a whole number from {least} to {most}")
    return value


def decimal(table: Mapping[str, Any], name: str, least: float, most: float, where: str) -> float:
    value = table[name]
    if not isinstance(value, int | float) or isinstance(value, bool) or not least <= value <= most:
        raise wrong_value(where, name, value, f"a number from {least:g} to {most:g}")
    return float(value)


def list_of(table: Mapping[str, Any], name: str, where: str) -> list[Any]:
    value = table[name]
    if not isinstance(value, list):
        raise wrong_value(where, name, value, "a list")
    return value


def tables_of(table: Mapping[str, Any], name: str, known: Sequence[str], where: str) -> list[dict[str, Any]]:
    """The parts [[name]] of a file; every word of `known` must stand in each, and no other."""
    parts = list_of(table, name, where) if name in table else []
    for part in parts:
        if not isinstance(part, dict):
            raise wrong_value(where, name, part, f"a part [[{name}]]")
        refuse_unknown(part, known, where)
        refuse_missing(part, known, where)
    return parts


def one_of(value: object, name: str, allowed: Collection[str], where: str) -> str:
    if not isinstance(value, str) or value not in allowed:
        near = difflib.get_close_matches(str(value), allowed, n=1)
        hint = f" (did you mean {near[0]!r}?)" if near and near[0] else ""
        raise wrong_value(where, name, value, f"a kind of item{hint}")
    return value


def clock_of(value: object, where: str) -> time:
    """HH:MM or HH:MM:SS on the 24-hour clock; "5:00" or "5:00 PM" is refused, because 5 may mean 17 (R2)."""
    if isinstance(value, time) and not value.microsecond:
        return value
    if not isinstance(value, str) or not _CLOCK.fullmatch(value):
        raise Refused("schedule.time", f"{where}: {value!r} is not a time on the 24-hour clock, HH:MM", file=where,
                      value=str(value))
    return time.fromisoformat(value)


def weekdays_of(value: object, where: str, *, none: bool = False) -> str:
    """ISO days, sorted, each once: "67" is the weekend. `none`: no day at all is an answer too."""
    digits = str(value)
    if not (digits or none) or not set(digits) <= set("1234567"):
        raise Refused("schedule.weekdays", f"{where}: weekdays {digits!r} are not digits 1 (Monday) to 7 (Sunday)",
                      file=where, value=digits)
    return "".join(sorted(set(digits)))


def month_day_of(value: object, name: str, where: str) -> str:
    """MM-DD of a day of the year written as people do: "15/04" is the fifteenth of April. Empty stays empty."""
    if value == "":
        return ""
    found = _DAY_MONTH.fullmatch(value) if isinstance(value, str) and value.isascii() else None
    try:
        if found:
            return date(_LEAP_YEAR, int(found[2]), int(found[1])).isoformat()[5:]
    except ValueError:
        pass
    raise wrong_value(where, name, value, "a day of the year DD/MM, such as 15/04")


def day_month(month_day: str) -> str:
    """MM-DD as people write it: 15/04."""
    month, _, day = month_day.partition("-")
    return f"{day}/{month}" if day else ""

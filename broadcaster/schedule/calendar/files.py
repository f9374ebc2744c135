"""Holidays and kinds of periods from TOML files; a word misspelled there is an error, not silence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, shipped
from broadcaster.base.vietnamese import one_line
from broadcaster.library.model import CartKind
from broadcaster.schedule.calendar.days import Holiday, PeriodKind
from broadcaster.schedule.calendar.lunar import LAST_DAY

_HOLIDAY_WORDS: dict[str, type] = {"name": str, "solar": str, "lunar": str, "rest": bool, "before": int, "after": int,
                                   "beside": bool, "kind": str, "since": int, "note": str}
_KIND_WORDS: dict[str, type] = {"words": str, "hint": str, "days": int, "without": list, "tone": str}
_MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_LUNAR = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|30|last)")
_LONGEST_AROUND = 15


def holidays(home: StationHome) -> list[Holiday]:
    """The shipped days, then those of HOME/calendar/holidays.toml; one of the same key replaces the shipped one.

    Raises Refused("calendar.words").
    """
    found = {item.key: item for item in shipped_holidays()}
    own = home.root / "calendar" / "holidays.toml"
    if own.exists():
        found |= {item.key: replace(item, own=True) for item in _holidays(own)}
    return list(found.values())


def shipped_holidays() -> list[Holiday]:
    """Those that come with the program."""
    return _holidays(shipped("resources", "calendar", "holidays.toml"))


def period_kinds() -> list[PeriodKind]:
    """The kinds of periods, in the order they are offered."""
    path = shipped("resources", "calendar", "periods.toml")
    return [_kind(key, values, path) for key, values in _table(path).items()]


def _holidays(path: Path) -> list[Holiday]:
    kinds = {kind.key for kind in period_kinds()}
    return [_holiday(key, values, path, kinds) for key, values in _table(path).items()]


def _holiday(key: str, values: Any, path: Path, kinds: set[str]) -> Holiday:
    checked = _checked(key, values, _HOLIDAY_WORDS, path, "name")
    solar, lunar = checked.pop("solar", None), checked.pop("lunar", None)
    if (solar is None) == (lunar is None):
        raise _broken(path, f"[{key}] needs either solar or lunar")
    if solar is not None and not _MONTH_DAY.fullmatch(solar):
        raise _broken(path, f"[{key}] solar: {solar!r} is not MM-DD")
    if lunar is not None and not _LUNAR.fullmatch(lunar):
        raise _broken(path, f"[{key}] lunar: {lunar!r} is not MM-DD or MM-last")
    if checked.get("kind", "holiday") not in kinds:
        raise _broken(path, f"[{key}] kind: {checked['kind']!r} is no kind of period")
    if any(not 0 <= checked.get(name, 0) <= _LONGEST_AROUND for name in ("before", "after")):
        raise _broken(path, f"[{key}] before and after are 0 to {_LONGEST_AROUND} days")
    return Holiday(key, checked.pop("name"), _pair(solar), _pair(lunar), **checked)


def _kind(key: str, values: Any, path: Path) -> PeriodKind:
    checked = _checked(key, values, _KIND_WORDS, path, "words")
    checked["without"] = tuple(checked.get("without", ()))
    if set(checked["without"]) - {str(kind) for kind in CartKind}:
        raise _broken(path, f"[{key}] without names an unknown kind of item")
    return PeriodKind(key, checked.pop("words"), **checked)


def _checked(key: str, values: Any, known: Mapping[str, type], path: Path, needed: str) -> dict[str, Any]:
    """A table whose words are all known and of their type, its texts on one line."""
    if not isinstance(values, dict) or not one_line(str(values.get(needed, ""))):
        raise _broken(path, f"[{key}] needs {needed}")
    for name, value in values.items():
        # A truth is a number to Python: `days = true` would be one day.
        if name not in known or type(value) is not known[name]:
            raise _broken(path, f"[{key}] {name} = {value!r} is not understood")
    return {name: one_line(value) if isinstance(value, str) else value for name, value in values.items()}


def _pair(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    month, _, day = text.partition("-")
    return int(month), LAST_DAY if day == "last" else int(day)


def _table(path: Path) -> dict[str, Any]:
    if path.exists() and not path.is_file():  # a pipe or a device would never come to its end
        raise _broken(path, "not a file")
    try:
        return _parsed(path, path.stat().st_mtime_ns)
    except (OSError, ValueError, RecursionError) as error:
        raise _broken(path, str(error)) from error


@lru_cache(maxsize=8)
def _parsed(path: Path, _changed_at: int) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8-sig"))


def _broken(path: Path, detail: str) -> Refused:
    return Refused("calendar.words", f"cannot use {path}: {detail}", path=str(path), detail=detail)

"""The words of an order from the socket, believed as little as anything from outside: each has one type and a limit.

A word that is not what it should be is refused, never bent: a zone misread would be heard everywhere, a "false" taken
for true would sound in the night. All raise Refused("air.order", name=…, value=…).
"""

from __future__ import annotations

import math
from typing import Any
from unicodedata import category

from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import one_line

_MOST_TEXT = 500
_MOST_WHY = 300
_MOST_ZONES = 100
_WRONG = {"Cc", "Cs", "Zl", "Zp"}


def text_of(words: dict[str, Any], name: str) -> str:
    """One line that any file and any window can hold, as it is: names must match. "" when it is not said."""
    value = words.get(name)
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > _MOST_TEXT or any(category(letter) in _WRONG for letter in value):
        raise _refused(name, value, "not a line of text")
    return value


def why_of(words: dict[str, Any]) -> dict[str, str]:
    """The reason as a fact for the journal; nothing when none is said."""
    why = why_text(words)
    return {"why": why} if why else {}


def why_text(words: dict[str, Any]) -> str:
    """The reason; "" when none is said.

    The one word that is bent instead of refused: no stop and no emergency may fail over the words for it.
    """
    value = words.get("why")
    if not isinstance(value, str):
        return ""
    return one_line(value[:_MOST_TEXT].encode("utf-8", "replace").decode("utf-8"), _MOST_WHY)


def flag_of(words: dict[str, Any], name: str) -> bool:
    """False when it is not said."""
    value = words.get(name)
    if value is not None and not isinstance(value, bool):
        raise _refused(name, value, "neither true nor false")
    return bool(value)


def whole_of(words: dict[str, Any], name: str, default: int) -> int:
    value = words.get(name)
    if value is None:
        return default
    number = _number(name, value)
    if number != int(number):
        raise _refused(name, value, "not a whole number")
    return int(number)


def minutes_of(words: dict[str, Any], most: int) -> float:
    """What has to end by itself: more than 0, no more than `most`."""
    value = words.get("minutes", 0)
    if not 0 < _number("minutes", value) <= most:
        raise Refused("air.order", f"minutes: from 0 to {most}; it has to end by itself", name="minutes",
                      value=_shown(value), most=most)
    return float(value)


def zones_of(words: dict[str, Any]) -> tuple[str, ...]:
    """Empty (all) when none is said."""
    value = words.get("zones")
    if value is None:
        return ()
    if not isinstance(value, list | tuple) or len(value) > _MOST_ZONES:
        raise _refused("zones", value, "not a list of names")
    return tuple(text_of({"zones": zone}, "zones") for zone in value)


def _number(name: str, value: object) -> float:
    try:
        if isinstance(value, int | float | str) and not isinstance(value, bool) and math.isfinite(float(value)):
            return float(value)
    except (ValueError, OverflowError):
        pass
    raise _refused(name, value, "not a number")


def _shown(value: object) -> str:
    return one_line(str(value)[:100].encode("utf-8", "replace").decode("utf-8"), 60)


def _refused(name: str, value: object, why: str) -> Refused:
    return Refused("air.order", f"{name}: {_shown(value)!r} is {why}", name=name, value=_shown(value))

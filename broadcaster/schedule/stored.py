"""Rows as they are read back: one that was altered by another hand is left out and said, the others go on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import time
from typing import TypeVar

from broadcaster.base.vietnamese import one_line
from broadcaster.schedule.sessions.toml_words import LONGEST_MINUTES

log = logging.getLogger(__name__)

Row = TypeVar("Row")
Made = TypeVar("Made")

_FAULTS = (ValueError, TypeError, KeyError, AttributeError, OverflowError)
_LONGEST = 120


@dataclass(frozen=True)
class Unreadable:
    """Something stored, or a file, that does not say what it should."""

    what: str
    """A table of the database, or "file"."""
    name: str
    """What a person knows it by."""
    detail: str


Broken = list[Unreadable]
"""Where a reader says what it left out."""


def readable(table: str, rows: Iterable[Row], make: Callable[[Row], Made], name: Callable[[Row], object],
             broken: Broken | None = None) -> Iterator[Made]:
    """What `make` makes of each row; one of which it can make nothing is told to `broken` and left out."""
    for row in rows:
        try:
            made = make(row)
        except _FAULTS as error:
            fault = Unreadable(table, one_line(str(name(row)), _LONGEST), one_line(str(error), _LONGEST))
            log.error("%s %s cannot be read: %s", fault.what, fault.name, fault.detail)
            if broken is not None:
                broken.append(fault)
        else:
            yield made


def number(value: object, least: int, most: int) -> int:
    """A column says INTEGER and holds what was put there. Raises ValueError."""
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError(f"{value!r} is not a whole number from {least} to {most}")
    return value


def minutes_of(value: object, least: int = 1) -> int:
    return number(value, least, LONGEST_MINUTES)


def words_of(value: object) -> tuple[str, ...]:
    """A list of texts, and not one text, whose letters would be taken for a list. Raises ValueError."""
    if not isinstance(value, list | tuple) or not all(isinstance(word, str) for word in value):
        raise ValueError(f"{value!r} is not a list of words")
    return tuple(value)


def word_of(value: object) -> str:
    if not isinstance(value, str) or not all(sign.isprintable() for sign in value):
        raise ValueError(f"{value!r} is not a text")
    return value


def moment_of(value: object) -> time:
    """A time of day at the station. Raises ValueError."""
    found = time.fromisoformat(word_of(value))
    if found.tzinfo is not None or found.microsecond:
        raise ValueError(f"{value!r} is not a time of day")
    return found

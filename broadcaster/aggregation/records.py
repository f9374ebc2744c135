"""Frozen dataclasses as lines of JSON and back; what comes back is exactly of its type, or refused. No I/O."""

from __future__ import annotations

import dataclasses
import math
import types
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from broadcaster.base.clock import parse_time
from broadcaster.protocol.verifier import canonical

LONGEST_TEXT = 20_000
_LONGEST_LIST = 20_000
_LARGEST = 1 << 62
_NOT_SENT = "correction"
"""Of an airing: it travels as a record of its own."""
Made = TypeVar("Made")
Check = Callable[[Any], Any]


def line_of(record: Any) -> bytes:
    """One canonical JSON line."""
    body = asdict(record)
    body.pop(_NOT_SENT, None)
    return canonical(body) + b"\n"


def decoder(kind: type[Made]) -> Callable[[object], Made]:
    """Reads a JSON object as a `kind`; ValueError says which field is wrong."""
    hashable: Any = kind
    checks, needed = _checks(hashable)

    def read(body: object) -> Made:
        if not isinstance(body, dict):
            raise ValueError("not an object")
        values: dict[str, Any] = {}
        for name, value in body.items():
            check = checks.get(name)
            if check is None:
                raise ValueError(f"unknown field {str(name)[:40]!r}")
            try:
                values[name] = check(value)
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from error
        if not needed <= values.keys():
            raise ValueError(f"no {min(needed - values.keys())}")
        return kind(**values)
    return read


@cache
def _checks(kind: Any) -> tuple[Mapping[str, Check], frozenset[str]]:
    hints = get_type_hints(kind)
    fields = [field for field in dataclasses.fields(kind) if field.name != _NOT_SENT]
    needed = frozenset(field.name for field in fields if field.default is dataclasses.MISSING
                       and field.default_factory is dataclasses.MISSING)
    return {field.name: _check_of(hints[field.name]) for field in fields}, needed


def _check_of(hint: Any) -> Check:
    plain: dict[Any, Check] = {str: _text, int: _count, bool: _truth, float: _figure}
    if hint in plain:
        return plain[hint]
    origin, inner = get_origin(hint), get_args(hint)
    if origin is types.UnionType:
        check = _check_of(next(each for each in inner if each is not type(None)))
        return lambda value: None if value is None else check(value)
    if origin is tuple:
        return _list_of(_check_of(inner[0]))
    if origin is dict:
        return _table_of(_check_of(inner[1]))
    if issubclass(hint, StrEnum):
        return lambda value: hint(_text(value))
    return decoder(hint)


def _list_of(check: Check) -> Check:
    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) > _LONGEST_LIST:
            raise ValueError("not a list")
        return tuple([check(each) for each in value])
    return read


def _table_of(check: Check) -> Check:
    def read(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict) or len(value) > _LONGEST_LIST:
            raise ValueError("not a table")
        return {_text(name): check(each) for name, each in value.items()}
    return read


def _text(value: Any) -> str:
    if type(value) is not str or len(value) > LONGEST_TEXT or "\0" in value:
        raise ValueError("not a text")
    if not value.isascii():
        value.encode("utf-8")  # half a letter can be written in JSON, and stored nowhere
    return value


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= _LARGEST:
        raise ValueError("not a count")
    return value


def _truth(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError("not true or false")
    return value


def _figure(value: Any) -> float:
    if type(value) not in {int, float} or not math.isfinite(value):
        raise ValueError("not a figure")
    return float(value)


def check_day(text: str) -> None:
    """Raise ValueError unless `text` is an ISO day."""
    if len(text) != 10 or date.fromisoformat(text).isoformat() != text:
        raise ValueError(f"{text[:20]!r} is not a day")


def check_time(text: str, latest: str) -> None:
    """Raise ValueError unless `text` is empty or a time with offset from 2020 on and no later than day `latest`."""
    if text and not "2020" <= parse_time(text).date().isoformat() <= latest:
        raise ValueError(f"{text[:40]!r} is out of time")

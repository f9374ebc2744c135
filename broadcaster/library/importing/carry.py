"""A dataclass as JSON and back, field by field as its types say: what crosses from a reading process to ours.

Not pickle: what a hostile sound made of its reader must not become code in the station's own process.
"""

from __future__ import annotations

import base64
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def packed(value: Any) -> Any:
    """Plain JSON data."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: packed(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): packed(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [packed(item) for item in value]
    if hasattr(value, "item") and not isinstance(value, (str, int, float)):  # a number of numpy's
        return value.item()
    return value


def unpacked(kind: type[T], data: Any) -> T:
    """The object again. Raises ValueError, TypeError or KeyError when `data` is not what the types say."""
    hints = get_type_hints(kind)
    values = {field.name: _value(hints[field.name], data[field.name]) for field in fields(kind)  # type: ignore[arg-type]
              if field.name in data}
    return kind(**values)


def _value(kind: Any, data: Any) -> Any:
    origin = get_origin(kind)
    if origin in {typing.Union, types.UnionType}:
        return None if data is None else _value(next(part for part in get_args(kind) if part is not type(None)), data)
    if origin in {list, set, frozenset, tuple}:
        part = get_args(kind)
        if origin is tuple and not (len(part) == 2 and part[1] is Ellipsis):
            return tuple(_value(one, item) for one, item in zip(part, data, strict=True))
        return origin(_value(part[0], item) for item in data)
    if origin is not None or kind in {Any, object}:
        return data
    return _plain(kind, data)


def _plain(kind: Any, data: Any) -> Any:
    if is_dataclass(kind) and isinstance(kind, type):
        return unpacked(kind, data)
    if kind is bytes:
        return base64.b64decode(data)
    if kind is Path:
        return Path(data)
    if kind is float and isinstance(data, int):
        return float(data)
    if not isinstance(data, kind):
        raise TypeError(f"{data!r} is no {kind.__name__}")
    return data

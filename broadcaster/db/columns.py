"""Kinds of columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import JSON, Dialect
from sqlalchemy.types import TypeDecorator


class Json(TypeDecorator[Any]):
    """JSON in which one damaged value does not hide every other row: it comes back as the text it is.

    Whoever reads it finds no list or table there, and says so of that row alone.
    """

    impl = JSON
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        loads = super().result_processor(dialect, coltype)

        def read(value: Any) -> Any:
            try:
                return loads(value) if loads else value
            except (ValueError, TypeError, RecursionError):
                return str(value) or "?"

        return read

"""window.ini: sizes, folders, the last page. Never worth a window that does not open."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from broadcaster.base.paths import StationHome


class WindowMemory(QSettings):
    """Read with doubt: an entry that a failing disk or a hand has altered is as if it were not there."""

    def __init__(self, home: StationHome) -> None:
        super().__init__(str(home.root / "window.ini"), QSettings.Format.IniFormat)

    def value(self, key: str, default: Any = None, kind: Any = None) -> Any:
        """Of the default's kind where that is a number; without a default a state of Qt's (bytes) or nothing."""
        found = super().value(key, default) if kind is None else super().value(key, default, kind)
        if default is None and kind is None:
            return found if isinstance(found, QByteArray) else None
        if type(default) in {int, float}:
            try:
                return type(default)(str(found))
            except (ValueError, OverflowError):
                return default
        return found

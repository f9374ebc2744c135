"""The sentences about programmes of other stations that are planned (see error_words.py)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

RELAY: dict[str, Any] = {
    "relay.changed": QT_TRANSLATE_NOOP(
        "Errors",
        "“{name}” was changed while you were looking at it. Nothing was approved. Look at it again and approve then."),
    "relay.exists": QT_TRANSLATE_NOOP(
        "Errors", "There is a programme with the short name “{id}” already. Nothing was saved. Choose another."),
    "relay.fallback": QT_TRANSLATE_NOOP(
        "Errors",
        "“{title}” is not approved, so it cannot sound when the other station is lost. Nothing was changed. Choose "
        "an approved item, or silence."),
    "relay.id": QT_TRANSLATE_NOOP(
        "Errors",
        "“{id}” is no short name: only small letters without accents, digits and hyphens, such as thoi-su-vov1."),
    "relay.name": QT_TRANSLATE_NOOP("Errors", "Give the programme a name, such as “Thời sự VOV1”."),
    "relay.overlap": QT_TRANSLATE_NOOP(
        "Errors",
        "Another programme is taken over from {starts} to {ends} already. Nothing was saved. Choose another hour."),
    "relay.removed": QT_TRANSLATE_NOOP(
        "Errors", "“{name}” was removed from the list. Restore it first, then approve it."),
    "relay.trial": QT_TRANSLATE_NOOP(
        "Errors",
        "The programme could not be tried: the part that listens did not answer. The broadcast is not affected. Try "
        "again."),
    "relay.unknown": QT_TRANSLATE_NOOP(
        "Errors", "There is no programme “{id}” any more. Nothing was changed. Open the list again."),
}

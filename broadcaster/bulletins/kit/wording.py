"""The words and measures of the other channels: resources/templates/kit.toml, with the station's own laid over it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from broadcaster.base.paths import shipped
from broadcaster.bulletins.wording import Template, broken

NAME = "kit.toml"
_PAGES = ("A4", "A5")
_LIMITS = {"sms_segments_plain": (1, 20), "sms_segments_accents": (1, 20), "led_characters": (8, 200),
           "led_seconds": (1, 120), "led_lines": (1, 200), "social_characters": (200, 60_000),
           "poster_points": (1, 40), "leaflet_points": (1, 60)}


@dataclass(frozen=True)
class Options:
    """The measures of a station's channels."""

    sms_accents: bool = False
    sms_segments_plain: int = 1
    sms_segments_accents: int = 3
    led_characters: int = 32
    led_uppercase: bool = True
    led_seconds: int = 5
    led_lines: int = 16
    leaflet_page: str = "A5"
    poster_page: str = "A4"
    social_characters: int = 2000
    poster_points: int = 7
    leaflet_points: int = 12

    @property
    def sms_segments(self) -> int:
        """How many segments a message may have, as its accents ask for."""
        return self.sms_segments_accents if self.sms_accents else self.sms_segments_plain


@dataclass(frozen=True)
class KitWords:
    """One section of words for each channel, and the measures."""

    sections: dict[str, dict[str, Any]]
    options: Options

    def of(self, section: str) -> Template:
        """The words of a channel. Raises Refused("template.broken")."""
        value = self.sections.get(section)
        if not isinstance(value, dict):
            raise broken(f"{NAME}: {section}: a section is needed")
        return Template(value)

    def words(self, section: str, name: str) -> tuple[str, ...]:
        """A list of texts. Raises Refused("template.broken")."""
        value = self.of(section).words.get(name)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise broken(f"{NAME}: {section}.{name}: a list of texts is needed")
        return tuple(value)

    def channel(self, channel: str) -> str:
        """A channel's name on paper."""
        return self.of("channels").word(channel)


def load_kit(home: Path, chosen: dict[str, Any] | None = None) -> KitWords:
    """Shipped words, the station's templates/kit.toml over them, and `chosen` measures over both.

    Raises Refused("template.broken").
    """
    sections: dict[str, dict[str, Any]] = {}
    for path in (shipped("resources", "templates", NAME), home / "templates" / NAME):
        for name, value in (_read(path) if path.is_file() else {}).items():
            if not isinstance(value, dict):
                raise broken(f"{NAME}: {name}: a section is needed")
            sections[name] = {**sections.get(name, {}), **value}
    return KitWords(sections, checked({**sections.get("options", {}), **(chosen or {})}))


def checked(values: dict[str, Any]) -> Options:
    """Measures within their limits. Raises Refused("template.broken") for another."""
    known = {item.name: type(getattr(Options(), item.name)) for item in fields(Options)}
    for name, value in values.items():
        if name not in known:
            raise broken(f"{NAME}: options.{name}: no such word")
        low, high = _LIMITS.get(name, (0, 0))
        wrong = type(value) is not known[name] or (isinstance(value, str) and value not in _PAGES)
        if wrong or (name in _LIMITS and not low <= int(value) <= high):
            raise broken(f"{NAME}: options.{name}: {value!r} will not do")
    return replace(Options(), **values)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise broken(f"{path}: {error}") from error

"""Units as lines of a tree, and in words. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from broadcaster.units.model import FORMER, OWN, SUPERIOR, Unit
from broadcaster.units.service import levels


@dataclass(frozen=True)
class Line:
    """A unit and how deep it stands."""

    unit: Unit
    depth: int

    @property
    def id(self) -> str:
        return self.unit.id

    @property
    def name(self) -> str:
        """Indented below what stands above it."""
        return f"{'      ' * (self.depth - 1)}└  {self.unit.name}" if self.depth else self.unit.name


def lines(units: Sequence[Unit]) -> list[Line]:
    """Each unit right after what stands above it; those that stand below each other in a circle are not lost."""
    ranks = {level.key: level.rank for level in levels()}
    ordered = sorted(units, key=lambda item: (ranks.get(item.level, 99), item.name))
    known = {item.id for item in units}
    found: list[Line] = []

    def put(item: Unit, depth: int) -> None:
        found.append(Line(item, depth))
        for other in ordered:
            if other.parent_id == item.id and other.id not in {line.id for line in found}:
                put(other, depth + 1)

    for item in ordered:
        if item.parent_id not in known:
            put(item, 0)
    found += [Line(item, 0) for item in ordered if item.id not in {line.id for line in found}]
    return found


def level_words(key: str) -> str:
    return next((level.words for level in levels() if level.key == key), key)


def role_words(role: str) -> str:
    translate = QCoreApplication.translate
    return {OWN: translate("Units", "this station's"), SUPERIOR: translate("Units", "gets the reports"),
            FORMER: translate("Units", "merged")}.get(role, "")


def role_tone(role: str) -> str:
    return {OWN: "good", SUPERIOR: "info", FORMER: "plain"}.get(role, "")


def days_words(unit: Unit) -> str:
    """From when until when."""
    translate = QCoreApplication.translate
    if unit.until:
        return translate("Units", "until {day}").format(day=_day(unit.until))
    return translate("Units", "from {day}").format(day=_day(unit.since)) if unit.since else ""


def possible_parents(units: Sequence[Unit], unit_id: str) -> list[Line]:
    """What a unit may stand below: not itself, nor what stands below it."""
    below, grew = {unit_id} if unit_id else set(), True
    while grew:
        more = {item.id for item in units if item.parent_id in below} - below
        grew = bool(more)
        below |= more
    return [line for line in lines(units) if line.id not in below]


def _day(text: str) -> str:
    try:
        return f"{date.fromisoformat(text):%d/%m/%Y}"
    except ValueError:
        return text

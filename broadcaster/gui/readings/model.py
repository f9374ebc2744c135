"""What the lists of readings show, and their words. No widgets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from broadcaster.speech.lexicon_file import Entry
from broadcaster.speech.model import Reading

LEXICON = "lexicon"
_MOST_READINGS = 600

_KINDS: dict[str, Any] = {
    "abbreviation": QT_TRANSLATE_NOOP("Readings", "abbreviation"),
    "address": QT_TRANSLATE_NOOP("Readings", "link or address"),
    "code": QT_TRANSLATE_NOOP("Readings", "code"),
    "capitals": QT_TRANSLATE_NOOP("Readings", "letters in capitals"),
    "date": QT_TRANSLATE_NOOP("Readings", "date"),
    "document": QT_TRANSLATE_NOOP("Readings", "number of a document"),
    "foreign": QT_TRANSLATE_NOOP("Readings", "foreign word"),
    LEXICON: QT_TRANSLATE_NOOP("Readings", "the station's lexicon"),
    "money": QT_TRANSLATE_NOOP("Readings", "money"),
    "number": QT_TRANSLATE_NOOP("Readings", "number"),
    "phone": QT_TRANSLATE_NOOP("Readings", "telephone number"),
    "place": QT_TRANSLATE_NOOP("Readings", "place"),
    "plain": QT_TRANSLATE_NOOP("Readings", "number"),
    "roman": QT_TRANSLATE_NOOP("Readings", "Roman number"),
    "time": QT_TRANSLATE_NOOP("Readings", "time of day"),
    "unit": QT_TRANSLATE_NOOP("Readings", "figure with a unit"),
}


@dataclass(frozen=True)
class Heard:
    """One written form that is read otherwise, or is worth a look, with all places where it stands."""

    id: str
    written: str
    spoken: str
    places: tuple[tuple[int, int], ...]
    """As Python counts characters."""
    kind: str = ""
    choices: tuple[str, ...] = ()
    risky: bool = False


@dataclass(frozen=True)
class Spot:
    """One place in the text, and how it is read."""

    start: int
    end: int
    heard: Heard


@dataclass(frozen=True)
class LexiconRow:
    """One word of the station in the table."""

    entry: Entry

    @property
    def id(self) -> str:
        return self.entry.written


def heard(readings: Sequence[Reading]) -> tuple[Heard, ...]:
    """What a person may want to look at, each form once: the risky ones first, then in the order of the text."""
    found: dict[tuple[str, str, str], list[Reading]] = {}
    for reading in readings:
        if _worth_listing(reading):
            found.setdefault((reading.written.strip(), reading.spoken.strip(), reading.kind), []).append(reading)
    ordered = sorted(found.values(), key=lambda places: not any(place.risky for place in places))
    return tuple(_heard(places) for places in ordered[:_MOST_READINGS])


def spots(items: Sequence[Heard]) -> list[Spot]:
    """Every place, in the order of the text."""
    return sorted((Spot(start, end, item) for item in items for start, end in item.places),
                  key=lambda spot: spot.start)


def spot_at(ordered: Sequence[Spot], place: int) -> Spot | None:
    """The one that covers a character, its end included: a cursor behind a word means the word."""
    number = bisect_left(ordered, place, key=lambda spot: spot.end)
    if number < len(ordered) and ordered[number].start <= place:
        return ordered[number]
    return None


def next_risky(ordered: Sequence[Spot], place: int, *, back: bool = False) -> Spot | None:
    """The next one worth a look after (before) a place; behind the last comes the first."""
    risky = [spot for spot in ordered if spot.heard.risky]
    if not risky:
        return None
    if back:
        return next((spot for spot in reversed(risky) if spot.end < place), risky[-1])
    return next((spot for spot in risky if spot.start > place), risky[0])


def choices(item: Heard) -> list[str]:
    """The present reading and the others that a person can choose, each once."""
    others = (" ".join(choice.split()) for choice in item.choices)
    # What is written cannot be chosen against the lexicon: it is taken out of the lexicon instead.
    wanted = [item.spoken, *(choice for choice in others if item.kind != LEXICON or choice != item.written)]
    return [choice for choice in dict.fromkeys(wanted) if choice]


def kind_words(kind: str) -> str:
    """What a stretch was taken for; empty where there is no common word for it."""
    return QCoreApplication.translate("Readings", _KINDS[kind]) if kind in _KINDS else ""


def when_words(added_at: str) -> str:
    """21/11/2026 of an ISO moment; what stands there if it is none."""
    date = added_at[:10].split("-")
    return "/".join(reversed(date)) if len(date) == 3 else added_at


def _worth_listing(reading: Reading) -> bool:
    """Signs that become a pause and capitals that sound alike are nothing to look at."""
    if reading.risky:
        return bool(reading.written.strip())
    spoken = reading.spoken.strip()
    return any(map(str.isalnum, spoken)) and spoken.lower() != reading.written.strip().lower()


def _heard(readings: Sequence[Reading]) -> Heard:
    first = readings[0]
    written, spoken = first.written.strip(), first.spoken.strip()
    return Heard(f"{written}\n{spoken}\n{first.kind}", written, spoken, tuple(map(_place, readings)), first.kind,
                 first.choices, any(reading.risky for reading in readings))


def _place(reading: Reading) -> tuple[int, int]:
    """Without the blanks at its ends."""
    before = len(reading.written) - len(reading.written.lstrip())
    return reading.start + before, reading.start + before + len(reading.written.strip())

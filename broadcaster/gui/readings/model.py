"""What the lists of readings show, and their words. No widgets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from broadcaster.speech.lexicon_file import Entry
from broadcaster.speech.model import Reading

LEXICON = "lexicon"
_MOST_READINGS = 600


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
    translate = QCoreApplication.translate
    return {
        "abbreviation": translate("Readings", "abbreviation"),
        "address": translate("Readings", "link or address"),
        "code": translate("Readings", "code"),
        "capitals": translate("Readings", "letters in capitals"),
        "date": translate("Readings", "date"),
        "document": translate("Readings", "number of a document"),
        "foreign": translate("Readings", "foreign word"),
        LEXICON: translate("Readings", "the station's lexicon"),
        "money": translate("Readings", "money"),
        "number": translate("Readings", "number"),
        "phone": translate("Readings", "telephone number"),
        "place": translate("Readings", "place"),
        "plain": translate("Readings", "number"),
        "roman": translate("Readings", "Roman number"),
        "time": translate("Readings", "time of day"),
        "unit": translate("Readings", "figure with a unit"),
    }.get(kind, "")


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

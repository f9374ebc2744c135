"""Days of the province as rows of the office's tables: columns first, then lines for COPY or tuples for SQLite."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from province_day import (
    AIRED,
    CONTENT,
    KINDS,
    MADE_UP,
    MISSED,
    ORIGINS,
    OUTCOMES,
    PARTIAL,
    REASONS,
    RELAY,
    SESSIONS,
    UNSCHEDULED,
    VERIFICATIONS,
    Day,
)
from province_world import AREAS, World, area_name, letter_number, letter_subject, station_id, station_name

Columns = dict[str, list[Any]]
_TITLES = [f"Thông báo số {number}: tuyên truyền về công việc của thôn, của xã" for number in range(4000)]
_CATEGORIES = ["chủ trương, chính sách", "kinh tế", "y tế", "an ninh, trật tự", "giáo dục", "văn hóa, xã hội"]


def airing(world: World, day: Day) -> Columns:
    """Rows of table airing, in the order of its key."""
    kind, iso = day.kind, world.day(day.index).isoformat()
    titles = _TITLES + [f"Thông điệp {letter_subject(letter)}" for letter in range(len(world.letters))]
    title = np.where(day.letter >= 0, 4000 + day.letter, day.title % 4000)
    sounded, count = day.outcome != MISSED, len(day)
    return {
        "station": (day.station + 1).tolist(), "day": [iso] * count, "position": day.position.tolist(),
        "package": [day.index + 1] * count,
        "id": [f"{iso}/{session}/{position}" for session, position in
               zip(_of(SESSIONS, day.session), day.position.tolist(), strict=True)],
        "session": _of(SESSIONS, day.session), "title": _of(titles, title), "kind": _of(KINDS, kind),
        "urgency": _of(("thuong", "khan_cap"), day.outcome == UNSCHEDULED), "origin": _of(ORIGINS, day.origin),
        "language": ["vi"] * count, "category": _of(["", *_CATEGORIES], np.where(CONTENT[kind], 1 + day.title % 6, 0)),
        "directive": (day.letter + 1).tolist(), "item": (title.astype(np.int64) * 1_000_003 + 17).tolist(),
        "planned_second": day.planned.tolist(), "planned_ms": (day.length * 1000).tolist(),
        "started_second": np.where(sounded, day.planned, -1).tolist(), "aired_ms": (day.aired * 1000).tolist(),
        "outcome": _of(OUTCOMES, day.outcome), "reason": _of(REASONS, day.reason),
        "verification": _of(VERIFICATIONS, day.verification), "is_repeat": day.repeat.tolist(),
        "is_relay": (kind == RELAY).tolist(), "is_corrected": day.corrected.tolist(),
    }


def figures(world: World, day: Day) -> dict[str, NDArray[np.int64]]:
    """The columns of day_figures but `day`: one place per station that has a log of that day."""
    there, row = np.unique(day.station, return_inverse=True)
    counted = CONTENT[day.kind]

    def count(which: NDArray[np.bool_], weight: NDArray[Any] | None = None) -> NDArray[np.int64]:
        return np.bincount(row[which], None if weight is None else weight[which], len(there)).astype(np.int64)

    outcome, sounded = day.outcome, counted & (day.outcome != MISSED)
    heard, unheard = day.verification == 1, day.verification >= 3
    made = {"station": there + 1, "planned": count(counted & (outcome != UNSCHEDULED))}
    for name, code in (("aired", AIRED), ("partial", PARTIAL), ("missed", MISSED), ("made_up", MADE_UP),
                       ("unscheduled", UNSCHEDULED)):
        made[name] = count(counted & (outcome == code))
    return made | {
        "verified": count(sounded & heard), "not_heard": count(sounded & unheard),
        "repeats": count(sounded & day.repeat), "corrected": count(counted & day.corrected),
        "seconds": count(counted, day.aired), "relay_seconds": count(day.kind == RELAY, day.aired),
        "faults": np.zeros(len(there), np.int64), "late_days": _late(world, day.index)[there],
        "package": np.full(len(there), day.index + 1)}


def reasons(world: World, day: Day) -> Columns:
    """Rows of table day_reasons."""
    named = (day.reason != 0) & CONTENT[day.kind]
    pair, count = np.unique(day.station[named].astype(np.int64) * len(REASONS) + day.reason[named], return_counts=True)
    return {"station": (pair // len(REASONS) + 1).tolist(), "day": [world.day(day.index).isoformat()] * len(pair),
            "reason": _of(REASONS, pair % len(REASONS)), "count": count.tolist()}


def letter_figures(world: World, day: Day) -> Columns:
    """Rows of table directive_figures."""
    asked = np.flatnonzero(day.letter >= 0)
    pair, row = np.unique(day.letter[asked].astype(np.int64) * len(world.stations) + day.station[asked],
                          return_inverse=True)
    sounded = day.outcome[asked] != MISSED

    def count(which: NDArray[np.bool_], weight: NDArray[Any] | None = None) -> list[int]:
        return np.bincount(row[which], None if weight is None else weight[which], len(pair)).astype(np.int64).tolist()

    return {"directive": (pair // len(world.stations) + 1).tolist(),
            "station": (pair % len(world.stations) + 1).tolist(),
            "day": [world.day(day.index).isoformat()] * len(pair),
            "required": count(day.outcome[asked] != UNSCHEDULED), "aired": count(sounded),
            "verified": count(sounded & (day.verification[asked] == 1)),
            "seconds": count(sounded, day.aired[asked])}


def duties(world: World) -> Columns:
    """Rows of table duty: every station of an area took the whole number upon itself."""
    letters = world.letters
    pairs = [(letter, place) for letter in range(len(letters))
             for place in np.flatnonzero(letters.areas[letter][world.stations.area]).tolist()]
    days = np.minimum(letters.last, world.days - 1) - letters.first + 1
    asked = (days * letters.per_day).tolist()
    return {"directive": [letter + 1 for letter, _ in pairs], "station": [place + 1 for _, place in pairs],
            "required": [asked[letter] for letter, _ in pairs],
            "first_day": [world.day(int(letters.first[letter])).isoformat() for letter, _ in pairs],
            "last_day": [world.day(int(letters.last[letter])).isoformat() for letter, _ in pairs],
            "package": [1] * len(pairs), **{name: [0] * len(pairs) for name in ("due", "aired", "verified", "seconds")}}


def letters(world: World) -> Columns:
    """Rows of table directive."""
    refs = range(len(world.letters))
    return {"ref": [ref + 1 for ref in refs], "number_key": [letter_number(ref) for ref in refs],
            "issuer_key": ["so vhttdl mau"] * len(refs), "number": [letter_number(ref) for ref in refs],
            "issuer": ["Sở VHTTDL Mẫu"] * len(refs), "subject": [letter_subject(ref) for ref in refs],
            "issued_date": [world.day(int(world.letters.first[ref])).isoformat() for ref in refs]}


def units(world: World) -> Columns:
    """Rows of table unit: the whole, and its areas."""
    areas = range(AREAS)
    return {"ref": [1, *(area + 2 for area in areas)], "parent": [0, *(1 for _ in areas)],
            "name": ["Tỉnh Mẫu", *map(area_name, areas)], "depth": [0, *(1 for _ in areas)],
            "path": ["/1/", *(f"/1/{area + 2}/" for area in areas)]}


def stations(world: World) -> Columns:
    """Rows of table station, as they stand on the evening of the last day."""
    count, known = len(world.stations), world.stations
    last = np.minimum(known.silent_from, world.days) - 1
    last = np.where(known.silent_to < world.days, world.days - 1, last)
    last = last - np.where(last == world.days - 1, (world.days - 1) % known.package_days.astype(np.int32), 0)
    days = [world.day(int(index)).isoformat() for index in last.clip(0)]
    everyone = range(count)
    return {"ref": [place + 1 for place in everyone], "id": [station_id(place) for place in everyone],
            "name": [station_name(place) for place in everyone],
            "commune": [station_name(place) for place in everyone], "province": ["Tỉnh Mẫu"] * count,
            "unit": (known.area.astype(int) + 2).tolist(), "key": [""] * count, "state": ["active"] * count,
            "branch": [0] * count, "number": (last + 1).tolist(), "manifest": [""] * count, "head": [""] * count,
            "last_seq": (last * 4000).tolist(), "first_day": [world.day(0).isoformat()] * count, "last_day": days,
            "last_received_at": [f"{day}T23:30:00+07:00" for day in days],
            "trusted_at": [f"{world.day(0).isoformat()}T08:00:00+07:00"] * count, "trusted_by": ["Cán bộ Sở"] * count}


def as_copy(columns: Columns) -> bytes:
    """Lines of PostgreSQL's text form; none of our texts needs an escape."""
    return "".join(f"{line}\n" for line in map("\t".join, zip(*map(_text, columns.values()), strict=True))).encode()


def as_rows(columns: Columns) -> list[tuple[Any, ...]]:
    return list(zip(*columns.values(), strict=True))


def _text(values: Sequence[Any]) -> Iterable[str]:
    if not values or isinstance(values[0], str):
        return values
    return ["1" if value else "0" for value in values] if isinstance(values[0], bool) else map(str, values)


def _of(words: Sequence[str], codes: NDArray[Any]) -> list[str]:
    return np.array(words, object)[codes.astype(np.intp)].tolist()


def _late(world: World, index: int) -> NDArray[np.int64]:
    """Days from the day after until the package came: at once, at the end of the week, the month or the silence."""
    known = world.stations
    wait = (-index - 1) % known.package_days.astype(np.int64)
    quiet = (known.silent_from <= index) & (index < known.silent_to)
    return np.where(quiet, known.silent_to.astype(np.int64) - index, wait)

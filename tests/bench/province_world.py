"""A province that does not exist: its stations, its letters, its storms. Deterministic: the same seed, the same world.

What the figures follow: two or three sessions a day (some stations rest at the week's end), about 40 lines of log a
day, some six tenths of the airtime relayed, letters of the office above to all or some areas with so many airings a
day, items of the commune's own, storms that cut the power of neighbouring areas, stations that fall silent for weeks
or for good, packages that come late where the line is poor, an ear (monitor) at some stations only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

AREAS = 34
FIRST_DAY = date(2025, 11, 1)
TET = date(2026, 2, 17)
"""The first day of the lunar year inside the generated year."""

SUBJECTS = ("phòng, chống sốt xuất huyết", "tiêm chủng vắc xin", "phòng cháy, chữa cháy", "an toàn giao thông",
            "bầu cử", "chuyển đổi số", "bảo hiểm y tế", "phòng, chống bão", "vệ sinh môi trường", "nước sạch nông thôn",
            "khám nghĩa vụ quân sự", "phòng, chống tội phạm lừa đảo qua mạng")


@dataclass(frozen=True)
class Stations:
    """One column per fact; the place in the column is the station."""

    area: NDArray[np.int16]
    sessions: NDArray[np.int8]
    """2 or 3 a day."""
    items: NDArray[np.float64]
    """Lines of log a session, on average."""
    rests_weekend: NDArray[np.bool_]
    faulty: NDArray[np.float64]
    """Chance of one item not going out, without any storm."""
    dutiful: NDArray[np.float64]
    """Chance that an airing asked for from above is planned at all."""
    monitored: NDArray[np.bool_]
    silent_from: NDArray[np.int32]
    """Day of the year from which nothing comes any more …"""
    silent_to: NDArray[np.int32]
    """… to this one; beyond the year: for good."""
    package_days: NDArray[np.int8]
    """A package each so many days: 1, 7 or 30."""

    def __len__(self) -> int:
        return len(self.area)


@dataclass(frozen=True)
class Letters:
    """Letters of the office above: what each asks of which areas, from when to when."""

    first: NDArray[np.int32]
    last: NDArray[np.int32]
    per_day: NDArray[np.int8]
    areas: NDArray[np.bool_]
    """Letter × area."""

    def __len__(self) -> int:
        return len(self.first)


@dataclass(frozen=True)
class World:
    """All that does not change from day to day."""

    seed: int
    days: int
    stations: Stations
    letters: Letters
    storms: NDArray[np.bool_]
    """Day × area."""

    def day(self, index: int) -> date:
        return FIRST_DAY + timedelta(days=index)


def make_world(stations: int = 3321, days: int = 365, seed: int = 20261121) -> World:
    """The same arguments always give the same world; a smaller one is not the beginning of a larger one."""
    rng = np.random.default_rng([seed, stations, days])
    return World(seed, days, _stations(rng, stations, days), _letters(rng, days), _storms(rng, days))


def station_name(index: int) -> str:
    return f"Xã Mẫu {index + 1:04d}"


def station_id(index: int) -> str:
    return f"xa-mau-{index + 1:04d}"


def area_name(index: int) -> str:
    return f"Khu vực {index + 1:02d}"


def letter_number(index: int) -> str:
    return f"{100 + 17 * index}/SVHTTDL-BC"


def letter_subject(index: int) -> str:
    return f"tuyên truyền {SUBJECTS[index % len(SUBJECTS)]} (đợt {index // len(SUBJECTS) + 1})"


def _stations(rng: np.random.Generator, count: int, days: int) -> Stations:
    silent = rng.random(count)
    begins = rng.integers(0, max(days, 1), count)
    # Two in a hundred stop for good, three fall silent for some weeks and then send all of it.
    ends = np.where(silent < 0.02, days + 1, begins + rng.integers(10, 60, count))
    never = silent >= 0.05
    sessions = np.where(rng.random(count) < 0.3, 3, 2)
    return Stations(
        area=(np.arange(count) * AREAS // max(count, 1)).astype(np.int16),
        sessions=sessions.astype(np.int8),
        items=rng.normal(40, 5, count).clip(22, 62) / sessions,
        rests_weekend=rng.random(count) < 0.12,
        faulty=rng.beta(1.2, 60, count),
        dutiful=rng.beta(14, 1.2, count),
        monitored=rng.random(count) < 0.4,
        silent_from=np.where(never, days + 1, begins).astype(np.int32),
        silent_to=np.where(never, days + 1, ends).astype(np.int32),
        package_days=rng.choice(np.array([1, 7, 30], np.int8), count, p=[0.7, 0.22, 0.08]),
    )


def _letters(rng: np.random.Generator, days: int) -> Letters:
    count = max(2, days * 60 // 365)
    first = np.sort(rng.integers(0, max(days - 5, 1), count)).astype(np.int32)
    areas = np.where(rng.random((count, 1)) < 0.6, True, rng.random((count, AREAS)) < 0.3)
    return Letters(first, first + rng.choice([2, 4, 6, 9, 14], count).astype(np.int32),
                   rng.choice(np.array([1, 2, 2, 3], np.int8), count), areas)


def _storms(rng: np.random.Generator, days: int) -> NDArray[np.bool_]:
    storms = np.zeros((days, AREAS), np.bool_)
    for index in range(days):
        month = (FIRST_DAY + timedelta(days=index)).month
        if rng.random() < (0.14 if month in (7, 8, 9, 10, 11) else 0.015):
            centre, width = int(rng.integers(0, AREAS)), int(rng.integers(2, 7))
            storms[index, max(0, centre - width // 2):centre + width // 2 + 1] = True
    return storms

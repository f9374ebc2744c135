"""The table of the Vietnamese lunar calendar: `python tools/lunar_table.py [write|check|close]`.

write   compute resources/calendar/lunar.txt anew
check   exit 1 when the file differs from what is computed
close   list the new moons and principal terms that fall so near midnight that a second source should be asked

The rules, as Vietnam has kept them since 1967 (Decision 121-CP), all days counted at 105° E (UTC+7):
a month begins on the day of the new moon; the month with the winter solstice is the eleventh; when thirteen months lie
between two eleventh months, the first one in which the sun passes no principal term (a multiple of 30° of its apparent
longitude) is the leap month and has the number of the one before it.

Held against the table most Vietnamese programs carry (Hồ Ngọc Đức, 1989–2099), 110 of 111 years are the same; in 2054
the fourth month begins here on 8 May, there on 7 May: the moon is new 14 seconds after midnight by ephem, and later if
the earth slows down less than ephem expects, as it has done since 2004. `close` names the other nights on which a new
moon may yet fall on the day beside, all of them after 2070.
"""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import ephem

TABLE = Path(__file__).resolve().parent.parent / "resources" / "calendar" / "lunar.txt"
FIRST, LAST = 1989, 2100
"""Lunar years; 1989 for the days of January 1990."""
ZONE = timedelta(hours=7)
NEAR_S = 180.0
"""The earth's turning cannot be foretold better than this for the end of the century."""
_EPOCH = date(1970, 1, 1)

_HEAD = """\
# The Vietnamese lunar calendar, computed by tools/lunar_table.py; not edited by hand.
# lunar year, its first day (mùng 1 Tết), leap month (0: none), days of its months in order; a leap month follows the
# month whose number it bears.
"""


@dataclass(frozen=True)
class Year:
    """One lunar year."""

    year: int
    first: date
    leap: int
    lengths: tuple[int, ...]

    def line(self) -> str:
        return f"{self.year}  {self.first.isoformat()}  {self.leap:>2}  {' '.join(map(str, self.lengths))}"


def compute(first: int = FIRST, last: int = LAST) -> list[Year]:
    """The lunar years from `first` to `last`, both inclusive."""
    starts = month_starts(date(first - 1, 10, 1), date(last + 2, 2, 1))
    months = numbered(starts)
    years = []
    for year in range(first, last + 1):
        own = [place for place, (number, leap) in enumerate(months)
               if number and _lunar_year(starts[place], number) == year]
        leaps = [months[place][0] for place in own if months[place][1]]
        lengths = tuple((starts[place + 1] - starts[place]).days for place in own)
        years.append(Year(year, starts[own[0]], leaps[0] if leaps else 0, lengths))
    return years


def month_starts(first: date, last: date) -> list[date]:
    """The days of new moon at UTC+7 from `first` on, the last one after `last`."""
    starts = []
    moment = ephem.Date(first.isoformat().replace("-", "/"))
    while not starts or starts[-1] <= last:
        moment = ephem.next_new_moon(moment)
        starts.append(local(moment).date())
        moment = ephem.Date(moment + 1)
    return starts


def numbered(starts: list[date]) -> list[tuple[int, bool]]:
    """Number of each month and whether it is a leap one; 0 before the first and after the last eleventh month."""
    longitudes = [longitude(start) for start in starts]
    terms = [int(degrees // 30) for degrees in longitudes]
    elevenths = [place for place, (begins, ends) in enumerate(pairwise(longitudes)) if _holds_solstice(begins, ends)]
    result = [(0, False)] * len(starts)
    for begin, end in pairwise(elevenths):
        without = [place for place in range(begin, end) if terms[place] == terms[place + 1]]
        leap = without[0] if end - begin == 13 else -1
        number = 11
        for place in range(begin, end):
            if place == leap:
                result[place] = ((number - 2) % 12 + 1, True)
                continue
            result[place] = (number, False)
            number = number % 12 + 1
    return result


def longitude(day: date) -> float:
    """The sun's apparent longitude, in degrees of the equinox of date, as that day begins at UTC+7."""
    return _longitude(ephem.Date(datetime(day.year, day.month, day.day) - ZONE))  # noqa: DTZ001 - ephem counts in UTC


def local(moment: float) -> datetime:
    """An instant of ephem (UTC) on the clock of UTC+7."""
    return ephem.Date(moment).datetime() + ZONE


def close_calls(first: int = FIRST, last: int = LAST) -> list[str]:
    """New moons, and principal terms, less than NEAR_S seconds from midnight."""
    found = []
    moment = ephem.Date(f"{first}/1/1")
    while (when := local(moment := ephem.next_new_moon(moment))).year <= last:
        if _from_midnight(when) < NEAR_S:
            found.append(f"{when:%Y-%m-%d %H:%M:%S} new moon")
        moment = ephem.Date(moment + 1)
    day, before = date(first, 1, 1), longitude(date(first, 1, 1))
    while day.year <= last:
        after = longitude(day + timedelta(1))
        if before // 30 != after // 30:
            # The sun moves a degree in about a day: near enough to tell seconds near midnight.
            part = ((-before) % 30) / ((after - before) % 360)
            if min(part, 1 - part) * 86_400 < NEAR_S:
                found.append(f"{day} principal term {round(after // 30 * 30)}° at {part * 24:.3f} h")
        day, before = day + timedelta(1), after
    return found


def text(years: list[Year]) -> str:
    return _HEAD + "".join(f"{year.line()}\n" for year in years)


def _longitude(moment: float) -> float:
    sun = ephem.Sun(moment)
    seen = ephem.Equatorial(sun.g_ra, sun.g_dec, epoch=moment)
    return math.degrees(ephem.Ecliptic(seen, epoch=moment).lon) % 360


def _holds_solstice(begins: float, ends: float) -> bool:
    """Whether the sun passes 270° in a month, given its longitude as the month and the next one begin."""
    return (270 - begins) % 360 < 40 and (ends - 270) % 360 < 40


def _lunar_year(start: date, number: int) -> int:
    """Months eleven and twelve that begin in the new solar year belong to the old lunar one."""
    return start.year - 1 if number >= 11 and start.month <= 2 else start.year


def _from_midnight(when: datetime) -> float:
    passed = (when - datetime(when.year, when.month, when.day)).total_seconds()  # noqa: DTZ001
    return min(passed, 86_400 - passed)


def main(words: list[str]) -> int:
    word = words[0] if len(words) == 1 else "" if words else "write"
    if word == "write":
        TABLE.write_text(text(compute()), encoding="utf-8")
        return 0
    if word == "check":
        return 0 if TABLE.read_text(encoding="utf-8") == text(compute()) else 1
    if word == "close":
        print("\n".join(close_calls()))  # noqa: T201
        return 0
    print(__doc__)  # noqa: T201
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

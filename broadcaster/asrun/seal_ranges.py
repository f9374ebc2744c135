"""Which lines of the journal go under which seal. Reads the journal as the verifier does, and nothing else.

The seal of a day covers everything after the seal before it up to the last line that bears the day's date: lines of a
clock that ran ahead lie in the middle, lines of one set back to a day that is sealed come under the next seal.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from broadcaster.asrun.filing import fault_text
from broadcaster.asrun.seal_store import FiledSeal
from broadcaster.base.clock import at
from broadcaster.protocol.verifier import GENESIS, Checked, Fault, named, walk

SETTLED = timedelta(minutes=10)
"""After midnight, until a day is over that nothing was written after."""
AT_ONCE = 32
"""Files looked at in one go, more only if nothing of these can be sealed: a station may have years of them."""
NAMED = 20
"""Damaged places a seal names; the others are counted."""
_SOUND = {"", "broken_link", "out_of_order"}
"""A line with one of these says itself what it is."""


@dataclass
class Range:
    """Lines under one seal, as they go by."""

    day: str
    first_seq: int
    last_seq: int
    prev_head: str = GENESIS
    head: str = ""
    faults: list[str] = field(default_factory=list)
    fault_count: int = 0
    digest: Any = field(default_factory=hashlib.sha256)

    def take(self, found: Checked) -> None:
        self.digest.update(named(found))
        if found.problem:
            self.note(Fault(found.file, found.number, found.problem))

    def note(self, fault: Fault) -> None:
        """Damage that must not be sealed in silence."""
        self.fault_count += 1
        if len(self.faults) < NAMED:
            self.faults.append(fault_text(fault))


class Unsealed:
    """The journal behind the newest seal that fits it."""

    def __init__(self, files: Sequence[Path], sealed: Sequence[FiledSeal]) -> None:
        """`sealed`: all seals, the newest last."""
        self._files = files
        self._window = AT_ONCE
        self.base = next((each for each in reversed(sealed) if self._holds(each)), None)
        """None: nothing was sealed, or nothing that was fits."""

    def ranges(self, now: datetime, taken: Iterable[str]) -> Iterator[Range]:
        """One for each day that is over and not among `taken`, ISO days, in the order of the lines; a month at a time.

        None: there is nothing more to seal.
        """
        last_seq, head = (self.base.last_seq, self.base.head) if self.base else (0, GENESIS)
        waiting: list[Range] = []
        ends = self._ends(now, set(taken))
        while not ends and self._window < len(self._files):
            self._window *= 2
            ends = self._ends(now, set(taken))
        for end, day in sorted(ends):
            waiting.append(Range(day, (waiting[-1].last_seq if waiting else last_seq) + 1, end))
        under: list[Range] = []
        for found in self._lines() if waiting else ():
            while waiting and waiting[0].first_seq <= found.seq:
                under.append(waiting.pop(0))
            for each in [*under]:  # step by step as verifier.fit does it
                if found.seq <= each.last_seq:
                    each.take(found)
                if found.seq >= each.last_seq:
                    under.remove(each)
                    each.prev_head, each.head = head, found.head
                    head = found.head
                    yield each

    def _ends(self, now: datetime, taken: set[str]) -> list[tuple[int, str]]:
        """Number of the last line of each day that is over."""
        ends: dict[str, int] = {}
        begun = self.base.last_seq if self.base else 0
        for found in self._lines():
            day = _day(found)
            if day and found.seq > begun:
                ends[day] = max(found.seq, ends.get(day, 0))
        newest, today = max(ends, default=""), now.date().isoformat()
        return [(seq, day) for day, seq in ends.items() if day < today and day not in taken
                and (day < newest or now > at(date.fromisoformat(day) + timedelta(days=1), 0) + SETTLED)]

    def _lines(self) -> Iterator[Checked]:
        """From the file on in which the base ends, as far as the window goes."""
        files = self._from(self.base.last_seq) if self.base else self._files
        return walk(files[:self._window], GENESIS if len(files) == len(self._files) else None)

    def _holds(self, seal: FiledSeal) -> bool:
        """Whether its last line is what the journal says at that place."""
        for found in walk(self._from(seal.last_seq)[:1]):
            if found.seq >= seal.last_seq:
                return found.seq == seal.last_seq and found.head == seal.head
        return False

    def _from(self, seq: int) -> Sequence[Path]:
        """The files from the one on that holds line `seq`."""
        for place in range(len(self._files) - 1, -1, -1):
            first = next((found for found in islice(walk([self._files[place]]), 1000) if found.problem in _SOUND), None)
            if first is not None and first.seq - first.number < seq:
                return self._files[place:]
        return self._files


def _day(found: Checked) -> str:
    """The date an undamaged line bears."""
    said = str(found.line.get("at", ""))[:10] if found.line and found.problem in _SOUND else ""
    try:
        return date.fromisoformat(said).isoformat() if said else ""
    except ValueError:
        return ""

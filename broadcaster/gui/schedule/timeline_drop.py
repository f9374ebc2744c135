"""Where in the lines of a day a carried item would be put. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from broadcaster.gui.schedule.cargo import Cargo
from broadcaster.gui.schedule.day import Entry, Gap, Head, Item, Note


@dataclass(frozen=True)
class Target:
    """A place in a session: before the item that stands at `place` now."""

    session: str
    place: int
    y: int
    """Where its mark is drawn."""
    state: str
    """open, running, over."""

    def takes(self, cargo: Cargo) -> bool:
        """A session on the air takes only what is new: it is played next."""
        return self.state == "open" or (self.state == "running" and cargo.is_new)


@dataclass(frozen=True)
class Line:
    """One entry and where it stands."""

    entry: Entry
    top: int
    height: int

    @property
    def bottom(self) -> int:
        return self.top + self.height


def target_at(lines: Sequence[Line], y: int) -> Target | None:
    """The place nearest to `y`; None above the first session and outside the plan."""
    head: Head | None = None
    part: list[Line] = []
    for line in lines:
        if line.top > y:
            break
        if isinstance(line.entry, Head):
            head, part = line.entry, []
    if head is None or not head.session:
        return None
    part = [line for line in lines if _session_of(line.entry) == head.session]
    own = sorted((line for line in part if isinstance(line.entry, Item) and line.entry.place >= 0),
                 key=lambda line: line.top)
    above = [line for line in own if line.top + line.height / 2 <= y]
    if above:
        last = above[-1]
        place = last.entry.place + 1 if isinstance(last.entry, Item) else 0
        return Target(head.session, place, last.bottom, head.state)
    first = own[0].top if own else max(line.bottom for line in part if isinstance(line.entry, Head | Note))
    return Target(head.session, 0, first, head.state)


def _session_of(entry: Entry) -> str:
    return "" if isinstance(entry, Gap) else entry.session

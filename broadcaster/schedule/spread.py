"""Which airing goes into which session, and in which order inside it. Pure; all lengths in frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from broadcaster.protocol.rundown import Urgency

_RANK = {Urgency.EMERGENCY: 0, Urgency.PRIORITY: 1, Urgency.ROUTINE: 2}


@dataclass(frozen=True)
class Ask:
    """What one campaign still wants on a day."""

    campaign_id: str
    urgency: Urgency
    frames: int
    times: int
    done: int = 0
    """Airings in sessions of the day that have begun already."""
    rooms: frozenset[int] | None = None
    """Numbers of the sessions its own limits leave it; None: all."""

    @property
    def rank(self) -> tuple[int, str]:
        """Urgent first, then the older campaign."""
        return _RANK[self.urgency], self.campaign_id


@dataclass
class Room:
    """One session being filled."""

    capacity: int
    """Frames left for items and the bridges between them."""
    bridge: int
    counts: dict[str, int] = field(default_factory=dict)
    used: int = 0
    fixed: int = 0
    """Frames of opening and closing."""
    refused: int = 0
    """Frames that were meant for it and found no place in it."""

    def cost(self, frames: int) -> int:
        return frames + (self.bridge if self.counts else 0)

    def take(self, ask: Ask) -> bool:
        """Put one airing in if it fits."""
        cost = self.cost(ask.frames)
        if self.used + cost > self.capacity:
            return False
        self.used += cost
        self.counts[ask.campaign_id] = self.counts.get(ask.campaign_id, 0) + 1
        return True


def spread(asks: Sequence[Ask], rooms: Sequence[Room]) -> dict[str, int]:
    """Fill the rooms; returns how many airings of which campaign found no place.

    Every campaign's first airing goes before anyone's second; 2 a day over two sessions is one in each, 3 a day puts
    the odd one in the first. What does not fit where it belongs goes where there is room.
    """
    left_out: dict[str, int] = {}
    rounds = max((ask.times for ask in asks), default=0)
    for turn in range(rounds):
        for ask in sorted(asks, key=lambda item: item.rank):
            if not ask.done <= turn < ask.times:
                continue
            if not _place(ask, turn - ask.done, rooms):
                left_out[ask.campaign_id] = left_out.get(ask.campaign_id, 0) + 1
    return left_out


def _place(ask: Ask, turn: int, rooms: Sequence[Room]) -> bool:
    if ask.rooms is not None:
        rooms = [room for index, room in enumerate(rooms) if index in ask.rooms]
    if not rooms:
        return False
    first = turn % len(rooms)
    if rooms[first].take(ask):
        return True
    rooms[first].refused += rooms[first].cost(ask.frames)
    others = [room for index, room in enumerate(rooms) if index != first]
    return any(room.take(ask) for room in sorted(others, key=lambda room: room.used - room.capacity))


def order(counts: Mapping[str, int], ranks: Mapping[str, tuple[int, str]]) -> list[str]:
    """The items of a session: urgent first, in rounds, the same one never twice in a row while others are left."""
    left = dict(counts)
    result: list[str] = []
    while any(left.values()):
        total = sum(left.values())
        open_ = [name for name in sorted(left, key=lambda name: ranks[name]) if left[name]]
        choice = [name for name in open_ if not result or name != result[-1]] or open_
        # An item that makes up more than half of the rest must come now, or its copies meet at the end.
        pressing = [name for name in choice if left[name] * 2 > total]
        least = min(result.count(name) for name in choice)
        chosen = pressing[0] if pressing else next(name for name in choice if result.count(name) == least)
        left[chosen] -= 1
        result.append(chosen)
    return result

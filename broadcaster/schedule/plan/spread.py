"""Which airing goes into which session, and in which order inside it. Pure; all lengths in frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from broadcaster.base.frames import RATE
from broadcaster.protocol.rundown import Urgency

_RANK = {Urgency.EMERGENCY: 0, Urgency.PRIORITY: 1, Urgency.ROUTINE: 2}

Rank = tuple[int, int, str]


@dataclass(frozen=True)
class Ask:
    """What one campaign still wants on a day."""

    campaign_id: str
    urgency: Urgency
    frames: int
    times: int
    done: int = 0
    """Airings decided already: in sessions that have begun, or put there by hand."""
    rooms: frozenset[int] | None = None
    """Numbers of the rooms its own limits leave it; None: all."""
    position: int = 0
    spacing: float = 0.0
    """Seconds between the starts of two airings, at least."""
    late: frozenset[int] = frozenset()
    """Numbers of the rooms in which a missed airing would be made up, or after: there last."""
    starts: tuple[float, ...] = ()
    """When those decided already start, in seconds of the day."""

    @property
    def rank(self) -> Rank:
        """Urgent first, then as a person ordered them, then the older campaign."""
        return _RANK[self.urgency], self.position, self.campaign_id


@dataclass
class Room:
    """A session being filled, or a stretch of one beside its relays."""

    capacity: int
    """Frames left for items and the bridges between them."""
    bridge: int
    session: int = -1
    """Number of its session; rooms of one session are one place to a campaign. -1: a session of its own."""
    starts: float = 0.0
    """Seconds of the day."""
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

    @property
    def now(self) -> float:
        """About when the next item would start, in seconds of the day."""
        return self.starts + self.used / RATE


@dataclass
class Spread:
    """What became of the asks."""

    left_out: dict[str, int] = field(default_factory=dict)
    """Campaign id -> airings that found no place."""
    why: dict[tuple[int, str], list[str]] = field(default_factory=dict)
    """Room number and campaign id -> the reasons of its airings there (model.Choice.code)."""


def spread(asks: Sequence[Ask], rooms: Sequence[Room], turn: int = 0,
           published: Mapping[tuple[str, int], int] | None = None) -> Spread:
    """Fill the rooms.

    Every campaign's first airing goes before anyone's second. An airing goes where its campaign has fewest, of those
    where it is emptiest; what does not fit there goes where there is room. `turn`: where not all fit, equals of one
    urgency and position take turns in going first. `published`: airings by campaign and room in the plan of a day that
    has begun; they stay where they are.
    """
    filling = _Filling(asks, rooms)
    filling.keep(asks, published or {})
    filling.fill(_by_turn(asks, turn))
    return filling.result


class _Filling:
    """Rooms as they are being filled."""

    def __init__(self, asks: Sequence[Ask], rooms: Sequence[Room]) -> None:
        self.result = Spread()
        self._rooms = rooms
        self._sessions = _sessions(rooms)
        self._done = {ask.campaign_id: ask.done for ask in asks}
        self._counts: dict[tuple[str, int], int] = {}
        """Campaign and session -> airings there."""
        self._starts = {ask.campaign_id: list(ask.starts) for ask in asks}

    def keep(self, asks: Sequence[Ask], published: Mapping[tuple[str, int], int]) -> None:
        """What is published stays, as far as it is still asked for."""
        by_id = {ask.campaign_id: ask for ask in asks}
        for (name, number), times in sorted(published.items()):
            ask = by_id.get(name)
            for _ in range(times if ask is not None else 0):
                assert ask is not None
                able = self._able(ask)
                if self._done[name] < ask.times and number in able and self._take(ask, number, able):
                    self._done[name] += 1

    def fill(self, asks: Sequence[Ask]) -> None:
        """Round after round, in this order."""
        for round_ in range(max((ask.times for ask in asks), default=0)):
            for ask in asks:
                if self._done[ask.campaign_id] <= round_ < ask.times and not self._place(ask):
                    left = self.result.left_out
                    left[ask.campaign_id] = left.get(ask.campaign_id, 0) + 1

    def _place(self, ask: Ask) -> bool:
        able = self._able(ask)
        spaced = False
        tried = ""
        for number in able:
            room = self._rooms[number]
            if ask.spacing and any(abs(room.now - moment) < ask.spacing for moment in self._starts[ask.campaign_id]):
                spaced = True
                continue
            if self._take(ask, number, able, "spacing" if spaced else tried):
                return True
            if not tried:
                room.refused += room.cost(ask.frames)
            tried = "home_full"
        return False

    def _able(self, ask: Ask) -> list[int]:
        """The rooms its limits leave it, the best first."""
        able = [number for number in range(len(self._rooms)) if ask.rooms is None or number in ask.rooms]
        if len(able) > 1:
            fill = _fills(self._rooms, self._sessions)
            able.sort(key=lambda number: (self._had(ask, number), number in ask.late, fill[self._sessions[number]],
                                          number))
        return able

    def _had(self, ask: Ask, number: int) -> int:
        return self._counts.get((ask.campaign_id, self._sessions[number]), 0)

    def _take(self, ask: Ask, number: int, able: Sequence[int], why: str = "") -> bool:
        """Put one airing there if it fits. `why`: empty for what the order of `able` says."""
        moment, code = self._rooms[number].now, self._reason(ask, able)
        if not self._rooms[number].take(ask):
            return False
        self._starts[ask.campaign_id].append(moment)
        key = ask.campaign_id, self._sessions[number]
        self._counts[key] = self._counts.get(key, 0) + 1
        if code == "only_session" and why == "home_full":
            why = ""
        self.result.why.setdefault((number, ask.campaign_id), []).append(why or code)
        return True

    def _reason(self, ask: Ask, able: Sequence[int]) -> str:
        if len({self._sessions[number] for number in able}) == 1:
            return "only_session" if ask.rooms is not None else "emptiest"
        had = [self._had(ask, number) for number in able]
        return "turn" if had[0] < max(had) else "emptiest"


def _sessions(rooms: Sequence[Room]) -> list[int]:
    """A number for each room's session."""
    return [room.session if room.session >= 0 else -1 - number for number, room in enumerate(rooms)]


def _by_turn(asks: Sequence[Ask], turn: int) -> list[Ask]:
    ordered = sorted(asks, key=lambda ask: ask.rank)
    if not turn:
        return ordered
    groups: dict[tuple[int, int], list[Ask]] = {}
    for ask in ordered:
        groups.setdefault(ask.rank[:2], []).append(ask)
    return [ask for group in groups.values() for ask in (
        *group[turn % len(group):], *group[:turn % len(group)])]


def _fills(rooms: Sequence[Room], sessions: Sequence[int]) -> dict[int, float]:
    """How full each session is, from 0 to 1."""
    used: dict[int, int] = {}
    space: dict[int, int] = {}
    for room, session in zip(rooms, sessions, strict=True):
        used[session] = used.get(session, 0) + room.used
        space[session] = space.get(session, 0) + max(0, room.capacity)
    return {session: used[session] / space[session] if space[session] else 1.0 for session in used}


def order(counts: Mapping[str, int], ranks: Mapping[str, Rank]) -> list[str]:
    """The items of a session: urgent first, in rounds, the same one never twice in a row while others are left."""
    left = dict(counts)
    result: list[str] = []
    ranked = sorted(left, key=lambda name: ranks[name])
    had = dict.fromkeys(left, 0)
    total = sum(left.values())
    while total:
        open_ = [name for name in ranked if left[name]]
        choice = [name for name in open_ if not result or name != result[-1]] or open_
        # An item that makes up more than half of the rest must come now, or its copies meet at the end.
        pressing = [name for name in choice if left[name] * 2 > total]
        least = min(had[name] for name in choice)
        chosen = pressing[0] if pressing else next(name for name in choice if had[name] == least)
        left[chosen] -= 1
        had[chosen] += 1
        total -= 1
        result.append(chosen)
    return result

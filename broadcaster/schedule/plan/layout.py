"""The chosen items of a day, laid on the clock as events of a rundown. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from broadcaster.base.clock import at
from broadcaster.base.frames import RATE
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.rundown import CutRef, Overrun, PlannedSession, RundownEvent
from broadcaster.schedule.model import (
    DEFAULT_LATE,
    Airable,
    Choice,
    Placed,
    PlanWarning,
    Rules,
    Running,
)
from broadcaster.schedule.plan.given import DayFrame, Given
from broadcaster.schedule.plan.limits import fits, problem_of
from broadcaster.schedule.plan.sittings import Block, Sitting
from broadcaster.schedule.plan.spread import Room

LATEST = timedelta(minutes=DEFAULT_LATE)
"""How late tunes and words may still start after an interruption."""

GRACE = timedelta(minutes=1)
"""An item that may not be late may be this late: the start of one that follows others is an estimate."""

GAP_SECONDS = 30.0
"""A longer silence before a relay is pointed out."""

Reasons = Callable[[int, str], str]
"""Number of a room and a campaign (or item) -> why its next airing there is there."""


@dataclass(frozen=True)
class World:
    """What a layout looks things up in."""

    frame: DayFrame
    rules: Rules
    given: Given
    campaigns: Mapping[str, Running]
    furniture: Mapping[str, Airable]

    def furniture_of(self, sitting: Sitting) -> dict[str, Airable]:
        """Tunes and words that are for this hour and these zones."""
        return {kind: item for kind, item in self.furniture.items()
                if fits(item.cart, sitting.template, sitting.starts_at, self.rules)}

    def sound(self, placed: Placed) -> Airable:
        return self.campaigns[placed.campaign].airable if placed.campaign else self.given.carts[placed.cart]


def rooms_of(number: int, sitting: Sitting, world: World) -> list[Room]:
    """A room for each stretch of the sitting; opening and closing have their place already."""
    furniture, template = world.furniture_of(sitting), sitting.template
    frames = {kind: item.cart.cut.frames for kind, item in furniture.items()}
    midnight = at(world.frame.day, 0)
    rooms = [Room(int((ends_at - starts_at).total_seconds() * RATE), frames.get(template.bridge, 0), number,
                  (starts_at - midnight).total_seconds()) for starts_at, ends_at in sitting.stretches()]
    opening = sum(frames.get(kind, 0) for kind in template.opening)
    closing = sum(frames.get(kind, 0) for kind in template.closing)
    for length, room in ((opening, rooms[0]), (closing, rooms[-1])):
        # Without a relay the words have their place whatever follows; beside one, only where there is room.
        if len(rooms) == 1 or room.capacity >= length:
            room.capacity -= length
            room.fixed += length
    return rooms


class Layout:
    """Lays one day's sessions; remembers what was heard before and why each event is where it is."""

    def __init__(self, world: World, heard: Sequence[str], reasons: Reasons) -> None:
        self._world = world
        self._rules = world.rules
        self._aired = set(heard)
        self._copies: Counter[str] = Counter()
        """How often an item is among the events of its session."""
        self._reasons = reasons
        self.choices: list[Choice] = []
        self.warnings: list[PlanWarning] = []

    def session(self, sitting: Sitting, rooms: Sequence[int], programme: Sequence[Sequence[Placed]],
                fixed: Sequence[int]) -> PlannedSession:
        """Opening, items with bridges, relays on the clock, closing; without items and relays, nothing at all.

        `rooms`: their numbers, `programme` and `fixed`: items and frames of opening and closing, one each a stretch.
        """
        events: list[RundownEvent] = []
        if any(programme) or sitting.blocks:
            for part, (starts_at, ends_at) in enumerate(sitting.stretches()):
                self._stretch(sitting, events, starts_at, rooms[part], programme[part],
                              self._frame(sitting, part, bool(fixed[part])))
                if part < len(sitting.blocks):
                    self._before_relay(sitting, events, starts_at, ends_at)
                    events.append(self._relay(sitting, sitting.blocks[part]))
        return PlannedSession(sitting.id, sitting.template.name, sitting.starts_at, sitting.hard_end,
                              sitting.template.zones, tuple(events), self._rules.lead_in_seconds)

    def _frame(self, sitting: Sitting, part: int, any_: bool) -> tuple[list[Airable], list[Airable]]:
        if not any_:
            return [], []
        furniture, template = self._world.furniture_of(sitting), sitting.template
        opening = [furniture[kind] for kind in template.opening if kind in furniture] if part == 0 else []
        last = part == len(sitting.blocks)
        closing = [furniture[kind] for kind in template.closing if kind in furniture] if last else []
        return opening, closing

    def _stretch(self, sitting: Sitting, events: list[RundownEvent], starts_at: datetime, room: int,
                 items: Sequence[Placed], frame: tuple[list[Airable], list[Airable]]) -> None:
        bridge = self._world.furniture_of(sitting).get(sitting.template.bridge)
        position = 0
        for sound, placed in _running_order(items, frame, bridge, self._world):
            moment = starts_at + timedelta(seconds=position / RATE)
            event = self._event(sitting, sound, placed, moment, events)
            events.append(event)
            position += event.cut.frames
            if placed is None:
                self._choose(event, "furniture")
            else:
                code = self._reasons(room, placed.campaign or placed.cart)
                self._choose(event, "made_up" if placed.makes_up else code, day=placed.makes_up)

    def _before_relay(self, sitting: Sitting, events: list[RundownEvent], starts_at: datetime,
                      ends_at: datetime) -> None:
        """Fill what is left with approved filler, another first each day; a silence that stays is pointed out."""
        now = ends_of(events[-1]) if events and events[-1].starts_at >= starts_at else starts_at
        left = int((ends_at - now).total_seconds() * RATE)
        able = self._filler(sitting)
        while able := [sound for sound in able if sound.cart.cut.frames <= left]:
            event = self._event(sitting, able[0], None, now, events)
            events.append(event)
            self._choose(event, "filler")
            left -= event.cut.frames
            now = ends_of(event)
            able = [*able[1:], able[0]]
        if left / RATE > GAP_SECONDS:
            self.warnings.append(PlanWarning("gap_before_relay", sitting.id, {
                "name": sitting.template.name, "seconds": round(left / RATE, 1), "starts": f"{ends_at:%H:%M}"}))

    def _filler(self, sitting: Sitting) -> list[Airable]:
        kind, day = sitting.template.filler, self._world.frame.day
        able = [item for item in self._world.given.filler.get(kind, ())
                if kind not in self._world.frame.without and not problem_of(item, day, self._rules.key)
                and fits(item.cart, sitting.template, sitting.starts_at, self._rules)]
        turn = day.toordinal() % len(able) if able else 0
        return [*able[turn:], *able[:turn]]

    def _relay(self, sitting: Sitting, block: Block) -> RundownEvent:
        source = block.source
        assert isinstance(source.approval, Approval)
        frames = round((block.ends_at - block.starts_at).total_seconds() * RATE)
        number = 1 + sum(each is not block and each.source.id == source.id and each.starts_at < block.starts_at
                         for each in sitting.blocks)
        event = RundownEvent(
            id=f"{sitting.id}/{source.id}-{number}", kind="tiep_song", title=source.name,
            cut=CutRef(source.relay.digest(), frames), starts_at=block.starts_at, hard=True,
            latest_start=block.ends_at - min(GRACE, timedelta(seconds=frames / RATE)), approval=source.approval,
            gain_db=self._world.frame.gain_db(block.starts_at.time()), overrun=Overrun.CUT, relay=source.relay,
            origin="relay")
        self._choose(event, "relay", starts=f"{block.starts_at:%H:%M}")
        return event

    def _event(self, sitting: Sitting, sound: Airable, placed: Placed | None, starts_at: datetime,
               before: Sequence[RundownEvent]) -> RundownEvent:
        cart, approval = sound.cart, sound.approval
        assert isinstance(approval, Approval)
        length = timedelta(seconds=cart.cut.frames / RATE)
        name = f"{sitting.id}/{cart.id[-8:]}"
        self._copies[name] += 1
        event = RundownEvent(
            id=f"{name}-{self._copies[name]}", kind=str(cart.kind), title=cart.title,
            cut=CutRef(cart.cut.sha256, cart.cut.frames), starts_at=starts_at, hard=not before,
            latest_start=max(starts_at, min(sitting.hard_end - length, starts_at + LATEST)), approval=approval,
            gain_db=self._world.frame.gain_db(starts_at.time()), voice=sound.voice, language=cart.language,
            category=cart.category, origin=str(cart.origin))
        if placed is None or not placed.campaign:
            return event if placed is None else replace(event, directive=sound.directive)
        running = self._world.campaigns[placed.campaign]
        campaign = running.campaign
        repeat = self._heard_before(running)
        self._aired.add(campaign.id)
        late = max(GRACE, timedelta(minutes=campaign.if_missed.late_minutes))
        latest = max(starts_at, min(sitting.hard_end - length, starts_at + late))
        return replace(event, latest_start=latest, title=campaign.title, urgency=campaign.urgency,
                       directive=sound.directive, campaign=campaign.id, repeat=repeat)

    def _heard_before(self, running: Running) -> bool:
        """Aired on an earlier day, planned for an earlier day still to come, or earlier in this day's plan."""
        campaign, day = running.campaign, self._world.frame.day
        if campaign.id in self._aired or (running.first_aired and running.first_aired < day.isoformat()):
            return True
        first = max(campaign.first_day, self._rules.now.date())
        return any(campaign.asked_on(first + timedelta(days=n)) for n in range(min(7, (day - first).days)))

    def _choose(self, event: RundownEvent, code: str, /, **facts: object) -> None:
        self.choices.append(Choice(event.id, code, {name: value for name, value in facts.items() if value}))


def ends_of(event: RundownEvent) -> datetime:
    return event.starts_at + timedelta(seconds=event.cut.frames / RATE)


def _running_order(items: Sequence[Placed], frame: tuple[list[Airable], list[Airable]], bridge: Airable | None,
                   world: World) -> list[tuple[Airable, Placed | None]]:
    result: list[tuple[Airable, Placed | None]] = [(sound, None) for sound in frame[0]]
    for number, placed in enumerate(items):
        if number and bridge is not None:
            result.append((bridge, None))
        result.append((world.sound(placed), placed))
    return result + [(sound, None) for sound in frame[1]]

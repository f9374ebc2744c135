"""What each session of a day carries: by hand where a person decided it, by the sheet, else spread fairly. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from broadcaster.base.clock import at
from broadcaster.protocol.rundown import PlannedSession, Rundown, Urgency
from broadcaster.schedule.model import Airable, Campaign, Placed, PlanWarning, Running
from broadcaster.schedule.plan.by_sheet import HAND, DaySheet
from broadcaster.schedule.plan.layout import Reasons, World
from broadcaster.schedule.plan.limits import fits, limited, problem_of, suits
from broadcaster.schedule.plan.sittings import Sitting
from broadcaster.schedule.plan.spread import Ask, Room, Spread, order, spread


class Programme:
    """The items of a day's sessions, stretch by stretch."""

    def __init__(self, world: World, sittings: Sequence[Sitting], rooms: Sequence[Sequence[Room]],
                 locked: Sequence[PlannedSession], sheet: DaySheet | None, published: Rundown | None = None) -> None:
        """`published`: what lies ready for the day; once a session of it has begun, the others stay as they are."""
        self._world = world
        self._sittings = sittings
        self._locked = locked
        self.rooms = [room for own in rooms for room in own]
        self.numbers: list[list[int]] = []
        """Sitting -> numbers of its rooms."""
        count = 0
        for own in rooms:
            self.numbers.append(list(range(count, count + len(own))))
            count += len(own)
        self._items: list[list[Placed]] = [[] for _ in self.rooms]
        self._spread = Spread()
        self._warnings: list[PlanWarning] = []
        self._kept: list[tuple[int, int, dict[str, int]]] = []
        """The rooms before anything was spread over them."""
        if sheet is None:
            by_hand = self._by_hand()
            self._by_itself(by_hand, published if locked else None)
        else:
            self._as_approved(sheet)

    def stretches(self, sitting: int) -> list[list[Placed]]:
        """The items of each stretch of a sitting."""
        return [self._items[room] for room in self.numbers[sitting]]

    def items(self) -> dict[str, tuple[Placed, ...]]:
        """Session id -> its items in order."""
        return {sitting.id: tuple(item for stretch in self.stretches(number) for item in stretch)
                for number, sitting in enumerate(self._sittings)}

    def reasons(self) -> Reasons:
        """Why each airing is where it is; the next call for the same campaign in a room is its next airing there."""
        left: dict[tuple[int, str], Iterator[str]] = {key: iter(codes) for key, codes in self._spread.why.items()}
        return lambda room, name: next(left.get((room, name), iter(())), "by_hand")

    def take_out(self, session: str, campaign: str) -> bool:
        """Leave the last airing of a campaign out of a session after all; a person's choice stays."""
        number = next((n for n, sitting in enumerate(self._sittings) if sitting.id == session), None)
        if number is None or self._hand(number) is not None:
            return False
        for room in reversed(self.numbers[number]):
            places = [place for place, item in enumerate(self._items[room]) if item.campaign == campaign]
            if places:
                frames = self._world.campaigns[campaign].airable.cart.cut.frames
                self.rooms[room].used -= frames + (self.rooms[room].bridge if len(self._items[room]) > 1 else 0)
                del self._items[room][places[-1]]
                self._spread.left_out[campaign] = self._spread.left_out.get(campaign, 0) + 1
                return True
        return False

    def warnings(self) -> list[PlanWarning]:
        """What found no place."""
        left = self._spread.left_out
        return self._warnings + [
            PlanWarning("item_left_out", "", {
                "title": item.campaign.title, "campaign": name, "times": left[name],
                "emergency": item.campaign.urgency is Urgency.EMERGENCY})
            for name, item in self._world.campaigns.items() if name in left]

    # By hand

    def _hand(self, number: int) -> tuple[Placed, ...] | None:
        return self._items_by_hand(self._sittings[number].template.id)

    def _items_by_hand(self, template_id: str) -> tuple[Placed, ...] | None:
        edit = self._world.frame.edits.get(template_id)
        return edit.items if edit is not None else None

    def _by_hand(self) -> Counter[str]:
        """Lay what a person decided; returns how often each campaign is among it."""
        placed: Counter[str] = Counter()
        for number, sitting in enumerate(self._sittings):
            room = 0
            for item in self._hand(number) or ():
                problem, frames = self._problem(item, sitting)
                if problem:
                    self._warnings.append(PlanWarning(problem, sitting.id, {
                        "name": sitting.template.name, "title": self._title(item), "campaign": item.campaign}))
                    continue
                ask = Ask(item.campaign or HAND + item.cart, Urgency.ROUTINE, frames, 1)
                own = self.numbers[number]
                taken = next((n for n in range(room, len(own)) if self.rooms[own[n]].take(ask)), None)
                if taken is None:
                    self.rooms[own[-1]].refused += self.rooms[own[-1]].cost(frames)
                    self._warnings.append(PlanWarning("hand_left_out", sitting.id, {
                        "name": sitting.template.name, "title": self._title(item), "campaign": item.campaign}))
                    continue
                room = taken
                self._items[own[taken]].append(item)
                if item.campaign and not item.makes_up:
                    placed[item.campaign] += 1
        return placed

    def _problem(self, item: Placed, sitting: Sitting) -> tuple[str, int]:
        """Why it may not air there, or how long it is. A campaign's own wishes give way to a person's choice."""
        running = self._world.campaigns.get(item.campaign)
        sound = running.airable if running else self._world.given.carts.get(item.cart)
        if sound is None or (item.campaign and running is None):
            return "hand_unknown", 0
        problem = problem_of(sound, self._world.frame.day, self._world.rules.key)
        if not problem and str(sound.cart.kind) in self._world.frame.without:
            problem = "music_off"
        if not problem and not fits(sound.cart, sitting.template, sitting.starts_at, self._world.rules):
            problem = "daypart_limit"
        return problem, sound.cart.cut.frames

    def _title(self, item: Placed) -> str:
        running, sound = self._world.campaigns.get(item.campaign), self._world.given.carts.get(item.cart)
        return running.campaign.title if running else sound.cart.title if sound else ""

    # By itself

    def _by_itself(self, by_hand: Counter[str], published: Rundown | None) -> None:
        free = [room for number, own in enumerate(self.numbers) if self._hand(number) is None for room in own]
        asks = [self._ask(item, by_hand[item.campaign.id], free) for item in self._world.campaigns.values()]
        self._spread = self._tried(asks, self._standing(published)) if free else _nowhere(asks)
        if published is not None and self._presses(asks, published):
            self._spread = self._tried(asks, {})
        ranks = {ask.campaign_id: ask.rank for ask in asks}
        for number in free:
            self._items[number] = [self._placed(name) for name in order(self.rooms[number].counts, ranks)]

    def _standing(self, published: Rundown | None) -> dict[tuple[str, int], int]:
        """How often each campaign stands in each room of the published plan."""
        sittings = {sitting.id: number for number, sitting in enumerate(self._sittings)}
        found: Counter[tuple[str, int]] = Counter()
        for session in published.sessions if published else ():
            own = self.numbers[sittings[session.id]] if session.id in sittings else []
            relays = 0
            for event in session.events:
                relays += event.relay is not None
                if event.campaign and relays < len(own):
                    found[event.campaign, own[relays]] += 1
        return found

    def _presses(self, asks: Sequence[Ask], published: Rundown) -> bool:
        """Whether something more urgent came since and found no place at all: then all is spread anew."""
        known = {event.campaign for session in published.sessions for event in session.events}
        told = " ".join(published.notes)  # what found no place then does not press now
        kept = [ask.rank[0] for ask in asks if ask.campaign_id in known]
        return any(ask.rank[0] < max(kept) for ask in asks if kept and ask.campaign_id in self._spread.left_out
                   and ask.campaign_id not in known and f"campaign={ask.campaign_id}" not in told)

    def _tried(self, asks: Sequence[Ask], published: Mapping[tuple[str, int], int]) -> Spread:
        """Spread over the rooms as they are by hand; where not all fit, by turns."""
        if not self._kept:
            self._kept = [(room.used, room.refused, dict(room.counts)) for room in self.rooms]
        for turn in (0, self._world.frame.day.toordinal()):
            for room, (used, refused, counts) in zip(self.rooms, self._kept, strict=True):
                room.used, room.refused, room.counts = used, refused, dict(counts)
            found = spread(asks, self.rooms, turn, published)
            if not found.left_out:
                break
        return found

    def _ask(self, item: Running, by_hand: int, free: Sequence[int]) -> Ask:
        campaign, midnight = item.campaign, at(self._world.frame.day, 0)
        locked = [(event.starts_at - midnight).total_seconds() for session in self._locked
                  for event in session.events if event.campaign == campaign.id]
        able = frozenset(room for room in free if self._suits(item, room)) if limited(item) else frozenset(free)
        times, done = campaign.asked_on(self._world.frame.day), len(locked) - self._made_up(campaign) + by_hand
        return Ask(campaign.id, campaign.urgency, item.airable.cart.cut.frames, times, done,
                   able if len(able) < len(self.rooms) else None, campaign.position, campaign.spacing_minutes * 60.0,
                   self._late(campaign), tuple(locked))

    def _made_up(self, campaign: Campaign) -> int:
        """Airings in sessions that have begun which stand for missed ones of other days."""
        return sum(item.campaign == campaign.id and bool(item.makes_up) for session in self._locked
                   for item in self._items_by_hand(session.id.partition("/")[2]) or ())

    def _late(self, campaign: Campaign) -> frozenset[int]:
        made_up_at = next((sitting.starts_at for sitting in self._sittings
                           if sitting.template.id == campaign.if_missed.session), None)
        if made_up_at is None:
            return frozenset()
        return frozenset(room for number, own in enumerate(self.numbers) for room in own
                         if self._sittings[number].starts_at >= made_up_at)

    def _suits(self, item: Running, room: int) -> bool:
        sitting = self._sittings[self.rooms[room].session]
        return suits(item, sitting.template, sitting.starts_at, self._world.rules)

    def _placed(self, name: str) -> Placed:
        return Placed(self._world.campaigns[name].airable.cart.id, name)

    # By the sheet

    def _as_approved(self, sheet: DaySheet) -> None:
        """Nothing beyond the sheet, in its order; what was put in by hand has to stand on it, too."""
        hand = Counter((item.campaign or HAND + item.cart, bool(item.makes_up))
                       for number in range(len(self._sittings)) for item in self._hand(number) or ())
        asks = [self._ask_of_sheet(item, hand) for item in self._world.campaigns.values()]
        carts = {name: item.airable.cart.id for name, item in self._world.campaigns.items()}
        for name in sorted({name for name, _ in hand if name.startswith(HAND)}):
            sound = self._world.given.carts.get(name.removeprefix(HAND))
            if sound is None or problem_of(sound, self._world.frame.day, self._world.rules.key) \
                    or str(sound.cart.kind) in self._world.frame.without:
                continue
            carts[name] = sound.cart.id
            asks.append(Ask(name, Urgency.ROUTINE, sound.cart.cut.frames, hand[name, False] + hand[name, True],
                            rooms=self._rooms_for(sound)))
        left_out, names = sheet.fill(self._sittings, self.numbers, self.rooms, asks, carts)
        self._items = [[Placed(carts[name], "" if name.startswith(HAND) else name) for name in own] for own in names]
        why = {(room, item.campaign or item.cart): ["on_sheet"] * len(items)
               for room, items in enumerate(self._items) for item in items}
        self._spread = Spread(left_out, why)

    def _ask_of_sheet(self, item: Running, hand: Mapping[tuple[str, bool], int]) -> Ask:
        """What a person put in counts beyond what the campaign asks for, and goes before its own wishes."""
        ask, name = self._ask(item, 0, range(len(self.rooms))), item.campaign.id
        by_hand, made_up = hand[name, False], hand[name, True]
        if not by_hand + made_up:
            return ask
        return replace(ask, times=max(ask.times, ask.done + by_hand) + made_up, rooms=self._rooms_for(item.airable))

    def _rooms_for(self, sound: Airable) -> frozenset[int]:
        """The rooms that may carry an item by its own limits."""
        return frozenset(room for number, own in enumerate(self.numbers) for room in own if fits(
            sound.cart, self._sittings[number].template, self._sittings[number].starts_at, self._world.rules))


def _nowhere(asks: Sequence[Ask]) -> Spread:
    return Spread({ask.campaign_id: ask.times - ask.done for ask in asks if ask.times > ask.done})

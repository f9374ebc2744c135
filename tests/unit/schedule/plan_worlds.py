"""Random stations and days, and what no plan of them may ever do: judged by arithmetic of its own."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import combinations, pairwise

from dateutil.rrule import DAILY, rrule
from schedule_station import FURNITURE, KEY, rules, run_of, sound

from broadcaster.base.clock import STATION_ZONE
from broadcaster.base.frames import RATE
from broadcaster.library.model import CartKind, State
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.rundown import PlannedSession, QuietHours, Relay, Rundown, RundownEvent, Urgency
from broadcaster.schedule.model import (
    Airable,
    Campaign,
    DayPlan,
    Loudness,
    Per,
    Period,
    Placed,
    RelaySlot,
    RelaySource,
    RuleOverride,
    RuleProfile,
    Rules,
    Running,
    SessionEdit,
    SessionTemplate,
)
from broadcaster.schedule.plan.build import build_day
from broadcaster.schedule.plan.given import Given

ZONES = ("Thôn Đông", "Thôn Tây", "Thôn Nam")
HOURS = {"morning": ("04:30", "10:00"), "noon": ("10:00", "13:00"), "afternoon": ("13:00", "18:00"),
         "evening": ("18:00", "21:00")}
MUSIC = (*(sound(f"m{n}", 20 + 35 * n, CartKind.MUSIC) for n in range(4)),
         sound("m-old", 15, CartKind.MUSIC, valid_until="2026-11-20"),
         sound("m-sent", 15, CartKind.MUSIC, state=State.SUBMITTED))
_WEEKDAYS = ("1234567",) * 12 + ("12345", "67", "7", "135", "2", "")
_TINY = timedelta(milliseconds=1)


@dataclass(frozen=True)
class World:
    """A station, a day and a moment at which it is planned."""

    day: date
    templates: tuple[SessionTemplate, ...]
    running: tuple[Running, ...]
    rules: Rules
    given: Given

    def plan(self, published: Rundown | None = None, now: datetime | None = None) -> DayPlan:
        under = replace(self.rules, now=now) if now else self.rules
        return build_day(self.day, self.templates, self.running, FURNITURE, under, published, given=self.given)


def world_of(seed: int) -> World:
    """The same seed, the same world."""
    chance = random.Random(seed)
    day = chance.choice([date(2026, 11, 21), date(2028, 2, 29), date(2027, 2, 28), date(2026, 12, 31),
                         date(2027, 1, 1), date(1990 + chance.randrange(110), 1, 1) + timedelta(chance.randrange(365))])
    templates = tuple(_template(chance, n) for n in range(chance.choice((1, 2, 2, 3, 4))))
    running = tuple(_campaign(chance, n, day) for n in range(chance.choice((0, 2, 3, 4, 6, 9, 14))))
    quiet = QuietHours("21:00", "04:30") if chance.random() < 0.7 else QuietHours(_clock(chance), _clock(chance))
    midnight = datetime.combine(day, time(), STATION_ZONE)
    now = midnight + timedelta(minutes=chance.randrange(-2880, 1440) if chance.random() < 0.2 else -600)
    under = replace(rules(now, quiet, _profile(chance)), zones=chance.choice([(), ZONES]), dayparts=HOURS)
    return World(day, templates, running, under, _given(chance, day, templates, running))


def faults(world: World, plan: DayPlan, locked: Sequence[str] = ()) -> Iterator[str]:
    """What is wrong with a plan; nothing is ever expected. `locked`: ids of sessions that had begun."""
    sessions = plan.rundown.sessions
    for session in sessions:
        yield from _session_faults(world, session)
    for one, two in combinations(sessions, 2):
        if _meet(one.zones, two.zones) and one.starts_at < two.hard_end and two.starts_at < one.hard_end:
            yield f"{one.id} and {two.id} overlap on a zone"
    yield from _limit_faults(world, [session for session in sessions if session.id not in locked])
    ids = [event.id for session in sessions for event in session.events]
    if len(set(ids)) != len(ids):
        yield "two events have one id"
    yield from _campaign_faults(world, plan, locked)


def _session_faults(world: World, session: PlannedSession) -> Iterator[str]:
    before = session.starts_at
    if not session.events:
        yield f"{session.id} is empty"
    for event in session.events:
        end = event.starts_at + timedelta(seconds=event.cut.frames / RATE)
        if event.starts_at < before - _TINY or end > session.hard_end + _TINY:
            yield f"{event.id} does not fit in its session"
        before = end
        if _quiet(world.rules.quiet, event.starts_at, end):
            yield f"{event.id} sounds in quiet hours"
        yield from _event_faults(world, event)


def _event_faults(world: World, event: RundownEvent) -> Iterator[str]:
    approval, iso = event.approval, world.day.isoformat()
    if approval.audio_sha256 != event.cut.sha256 or approval.sealed(KEY).seal != approval.seal:
        yield f"{event.id} is not what was approved"
    if (approval.valid_until and iso > approval.valid_until) or (approval.valid_from and iso < approval.valid_from):
        yield f"{event.id} is not approved for the day"
    period = _period(world)
    if period and event.kind in period.without:
        yield f"{event.id}: {event.kind} is left out in this period"
    if event.relay is not None:
        if event.relay.digest() != event.cut.sha256 or not event.hard:
            yield f"{event.id} is no proper relay"
        return
    item = next((item for item in _sounds(world, event.campaign) if item.cart.cut.sha256 == event.cut.sha256), None)
    if item is None or item.cart.state is not State.APPROVED:
        yield f"{event.id} is not approved"
    elif (item.cart.valid_until and iso > item.cart.valid_until) or iso < item.cart.valid_from:
        yield f"{event.id} is out of its time"


def _limit_faults(world: World, sessions: Sequence[PlannedSession]) -> Iterator[str]:
    period = _period(world)
    profile = world.given.profiles.get(period.profile, world.rules.profile) if period else world.rules.profile
    over = world.given.overrides

    def most(rule: str, template: str, usual: int) -> int:
        return max([usual, *(item.most for item in over if item.rule == rule and item.session in {"", template})])

    for session in sessions:
        template = session.id[11:]
        minutes = (session.hard_end - session.starts_at).total_seconds() / 60
        if minutes > most("session_long", template, profile.session_minutes):
            yield f"{session.id} is longer than allowed"
        free = (period and period.sessions is not None) or any(
            item.rule == "weekday" and item.session in {"", template} for item in over)
        if str(world.day.isoweekday()) not in profile.weekdays and not free:
            yield f"{session.id} is held on a forbidden weekday"
        if not _meant(world, template):
            yield f"{session.id} was not meant for the day"
    limit = most("sessions_many", "", profile.sessions_a_day)
    for zone in ZONES:
        if sum(_meet(session.zones, (zone,)) for session in sessions) > limit:
            yield f"{zone} hears more than {limit} sessions"


def _campaign_faults(world: World, plan: DayPlan, locked: Sequence[str]) -> Iterator[str]:
    heard = Counter(event.campaign for session in plan.rundown.sessions for event in session.events if event.campaign)
    left = Counter({str(warning.facts["campaign"]): int(str(warning.facts["times"])) for warning in plan.warnings
                    if warning.code == "item_left_out"})
    told = {str(warning.facts.get("campaign")) for warning in plan.warnings if "campaign" in warning.facts}
    by_hand = Counter(item.campaign for edit in world.given.edits.get(world.day, ()) for item in edit.items or ())
    for item in world.running:
        campaign, count = item.campaign, heard[item.campaign.id]
        asked = _asked(campaign, world.day)
        if count > max(asked, 0) + by_hand[campaign.id] and not locked:
            yield f"{campaign.id} airs {count} times, {asked} were asked"
        if count and not campaign.first_day <= world.day <= campaign.last_day:
            yield f"{campaign.id} airs outside its window"
        if not by_hand[campaign.id] and not locked and campaign.id not in told and count + left[campaign.id] != asked:
            yield f"{campaign.id} lost an airing: {count} and {left[campaign.id]} of {asked}"
        if not by_hand[campaign.id]:
            starts = sorted(event.starts_at for session in plan.rundown.sessions for event in session.events
                            if event.campaign == campaign.id)
            if any(two - one < timedelta(minutes=campaign.spacing_minutes) for one, two in pairwise(starts)):
                yield f"{campaign.id} airs sooner again than allowed"


def _asked(campaign: Campaign, day: date) -> int:
    """By somebody else's calendar; a week's number is counted over all its days."""
    if campaign.per is Per.WEEK or campaign.state != "active":
        return campaign.asked_on(day)
    weekdays = [int(digit) - 1 for digit in campaign.weekdays]
    first, last = (datetime.combine(moment, time()) for moment in (campaign.first_day, campaign.last_day))
    days = rrule(DAILY, dtstart=first, until=last, byweekday=weekdays).between(
        datetime.combine(day, time()), datetime.combine(day, time()), inc=True)
    return campaign.times if days else 0


def _meant(world: World, template_id: str) -> bool:
    edit = next((item for item in world.given.edits.get(world.day, ()) if item.session == template_id), None)
    if edit is not None:
        return edit.held
    period = _period(world)
    if period is not None and period.sessions is not None:
        return template_id in period.sessions
    template = next(item for item in world.templates if item.id == template_id)
    in_season = True
    if template.season_from:
        year = [date(2028, 1, 1) + timedelta(days=n) for n in range(366)]
        marks = [f"{day:%m-%d}" for day in year]
        at, first, last = (marks.index(word) for word in (f"{world.day:%m-%d}", template.season_from,
                                                          template.season_to))
        in_season = first <= at <= last if first <= last else at >= first or at <= last
    return str(world.day.isoweekday()) in template.weekdays and in_season


def _quiet(quiet: QuietHours, starts_at: datetime, ends_at: datetime) -> bool:
    """Minute by minute, as a listener with a watch would say."""
    if quiet.start == quiet.end:
        return False
    minute = starts_at.replace(second=0, microsecond=0)
    while minute < ends_at - _TINY:
        clock = f"{minute:%H:%M}"
        if (quiet.start <= clock < quiet.end) if quiet.start < quiet.end else (
                clock >= quiet.start or clock < quiet.end):
            return True
        minute += timedelta(minutes=1)
    return False


def _meet(one: Sequence[str], other: Sequence[str]) -> bool:
    return not one or not other or "all" in one or "all" in other or bool(set(one) & set(other))


def _period(world: World) -> Period | None:
    found = [item for item in world.given.periods if item.first_day <= world.day <= item.last_day]
    if not found:
        return None
    named = [item.sessions for item in found if item.sessions is not None]
    return replace(found[-1], sessions=named[-1] if named else None,
                   profile=next((item.profile for item in reversed(found) if item.profile), ""),
                   without=tuple(kind for item in found for kind in item.without))


def _sounds(world: World, campaign: str) -> list[Airable]:
    if campaign:
        return [item.airable for item in world.running if item.campaign.id == campaign]
    return [*FURNITURE.values(), *MUSIC, *world.given.carts.values()]


# -- making worlds --

def _clock(chance: random.Random) -> str:
    return f"{chance.randrange(24):02}:{chance.choice((0, 15, 30, 59)):02}"


def _template(chance: random.Random, number: int) -> SessionTemplate:
    starts = time(chance.choice((4, 5, 5, 6, 11, 16, 17, 17, 20, chance.randrange(24))), chance.choice(
        (0, 0, 15, 30, 45, 59)))
    season = chance.choice([("", "")] * 4 + [("04-15", "10-15"), ("10-16", "04-14"), ("02-29", "03-01")])
    relays = tuple(RelaySlot(chance.choice(("vov1", "vov1", "vov1", "tinh", "la")), time(
        (starts.hour + chance.randrange(2)) % 24, chance.randrange(60)), chance.choice((1, 5, 15, 30)))
        for _ in range(chance.choice((0, 0, 0, 1, 2))))
    return SessionTemplate(
        f"s{number}", f"Buổi {number}", starts, chance.choice((1, 5, 15, 30, 45, 60, 90, 200)),
        chance.choice(_WEEKDAYS), zones=chance.choice((("all",), ("all",), ZONES[:1], ZONES[1:])),
        season_from=season[0], season_to=season[1], relays=relays, filler=chance.choice(("", "nhac")),
        bridge=chance.choice(("nhac_cat", "")), opening=chance.choice((("nhac_hieu", "loi_xuong"), ())),
        closing=chance.choice((("loi_chao", "nhac_hieu"), ())))


@cache
def _item(number: int) -> Airable:
    chance = random.Random(number)
    state = chance.choice([State.APPROVED] * 24 + [State.WITHDRAWN, State.SUBMITTED, State.SUPERSEDED, State.ARCHIVED])
    made = sound(f"i{number}", chance.choice((10, 45, 60, 120, 300, 900, 2400)), chance.choice(
        (CartKind.NEWS, CartKind.NOTICE, CartKind.MUSIC)), state=state, approved=chance.random() < 0.96)
    if made.approval and chance.random() < 0.04:
        made = replace(made, approval=replace(made.approval, approver="Người khác"))
    limits = chance.choice([{}] * 4 + [{"dayparts": ("morning",)}, {"zones": ZONES[:1]}])
    return replace(made, cart=replace(made.cart, **limits))  # type: ignore[arg-type]


def _campaign(chance: random.Random, number: int, day: date) -> Running:
    item = _item(chance.randrange(60))
    first = day - timedelta(days=chance.choice((0, 0, 1, 6, 30)) - chance.choice((0, 0, 0, 1)))
    last = max(first, day + timedelta(days=chance.choice((0, 0, 1, 7, 40, -1))))
    if chance.random() < 0.2:
        until = (day + timedelta(days=chance.choice((-1, 0, 1)))).isoformat()
        item = replace(item, cart=replace(item.cart, valid_until=until))
    run = run_of(item, chance.choice((1, 1, 2, 2, 3, 5, 8)), first, last, weekdays=chance.choice(_WEEKDAYS[:-1]),
                 urgency=chance.choice(list(Urgency)))
    return replace(run, campaign=replace(
        run.campaign, id=f"c{number}", per=chance.choice((Per.DAY, Per.DAY, Per.WEEK)),
        spacing_minutes=chance.choice((0, 0, 0, 5, 60, 600)), position=chance.choice((0, 0, -1, 2)),
        dayparts=chance.choice(((),) * 4 + (("afternoon",),)), zones=chance.choice(((),) * 4 + (ZONES[:1],)),
        state=chance.choice(("active",) * 9 + ("stopped",))))


def _profile(chance: random.Random) -> RuleProfile:
    return RuleProfile(
        "p", "Quy định", chance.choice((15, 45, 60, 60, 90, 1440)), chance.choice((1, 2, 2, 3, 24)),
        chance.choice(("1234567", "1234567", "12345")), thin_percent=chance.choice((0, 25)),
        volume=chance.choice(((), (Loudness("04:30", "06:00", -6.0),))))


@cache
def _sources() -> dict[str, RelaySource]:
    found = {}
    for name in ("vov1", "tinh"):
        relay = Relay("stream", f"https://{name}.example/live")
        yes = Approval(f"yes-{name}", f"relay:{name}", "", relay.digest(), "Phó Chủ tịch",
                       "2026-11-01T08:00:00.000+07:00").sealed(KEY)
        found[name] = RelaySource(name, name, relay, yes if name == "vov1" else replace(yes, seal="đã sửa"))
    return found


def _given(chance: random.Random, day: date, templates: Sequence[SessionTemplate],
           running: Sequence[Running]) -> Given:
    names = [item.id for item in templates]
    periods = [Period(f"p{n}", "event", "Đợt", day - timedelta(days=chance.randrange(3)),
                      day + timedelta(days=chance.randrange(-1, 3)), profile=chance.choice(("", "wide")),
                      sessions=chance.choice((None, None, (), tuple(names[:2]))),
                      without=chance.choice(((), ("nhac",), ("nhac", "nhac_hieu", "nhac_cat"))))
               for n in range(chance.choice((0, 0, 0, 0, 1, 2)))]
    carts = {item.cart.id: item for item in (_item(chance.randrange(60)) for _ in range(3))}
    edits = tuple(_edit(chance, day, name, running, list(carts)) for name in (*names, "rieng")
                  if chance.random() < 0.2)
    overrides = [RuleOverride(str(n), chance.choice(("session_long", "sessions_many", "weekday")),
                              chance.choice(["", *names]), chance.choice((1, 3, 120)), "Lý do", "Cán bộ", "2026")
                 for n in range(chance.choice((0, 0, 1, 3)))]
    return Given([item for item in periods if item.first_day <= item.last_day], {day: edits}, overrides,
                 {"wide": RuleProfile("wide", "Rộng", 120, 6)}, _sources(), {"nhac": MUSIC}, carts)


def _edit(chance: random.Random, day: date, session: str, running: Sequence[Running],
          carts: Sequence[str]) -> SessionEdit:
    able = [Placed(item.airable.cart.id, item.campaign.id) for item in running] + [Placed(cart) for cart in carts]
    items = tuple(chance.choice(able) for _ in range(chance.randrange(4))) if chance.random() < 0.6 else None
    return SessionEdit(
        day, session, held=chance.random() < 0.85, name="Buổi riêng" if session == "rieng" else "",
        starts=time(chance.randrange(24), chance.choice((0, 30))) if chance.random() < 0.4 else None,
        minutes=chance.choice((0, 0, 10, 40, 120)), items=items)

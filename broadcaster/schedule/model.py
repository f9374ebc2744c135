"""Templates, campaigns and the plan of a day. No I/O."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zlib import crc32

from broadcaster.library.model import Cart
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.rundown import CutRef, DirectiveRef, QuietHours, Relay, Rundown, Urgency

ALL = "all"
_EARLY, _LATE = 5, 19
DEFAULT_LATE = 15
"""Minutes an item may start late unless its campaign says otherwise (R4: no blind catching up)."""


@dataclass(frozen=True)
class IfMissed:
    """What becomes of an airing whose time passed: a failure, a break-in or a late start was in the way."""

    late_minutes: int = DEFAULT_LATE
    """It may still start so many minutes late; 0: never."""
    session: str = ""
    """Id of the template in which it is made up on the same day; empty: nowhere."""

    def __str__(self) -> str:
        """As stored and as written on the command line: late:15, make-up:chieu, skip."""
        if self.session:
            return f"make-up:{self.session}"
        return f"late:{self.late_minutes}" if self.late_minutes else "skip"


def unusual_start(starts: time) -> bool:
    """Before five in the morning, or after seven in the evening: asked why, and because 5:00 may mean 17:00."""
    return starts.hour < _EARLY or starts.hour >= _LATE


def zones_meet(one: Collection[str], other: Collection[str]) -> bool:
    """Whether two sessions sound on a common zone."""
    return not one or not other or ALL in one or ALL in other or bool(set(one) & set(other))


@dataclass(frozen=True)
class RelaySlot:
    """A stretch of a session that belongs to another station's programme: it begins on the clock, whatever else."""

    source: str
    """Id of a RelaySource."""
    starts: time
    minutes: int


@dataclass(frozen=True)
class RelaySource:
    """A programme the station may take over by a standing decision; without an approval in force it never sounds."""

    id: str
    """A short name of small letters, digits and hyphens: vov1."""
    name: str
    """Thời sự VOV1."""
    relay: Relay
    approval: Approval | None = None
    """Binds `relay.digest()`; its subject is "relay:<id>"."""
    fallback: CutRef | None = None


@dataclass(frozen=True)
class SessionTemplate:
    """A session as it stands in schedules/*.toml (docs/formats.md)."""

    id: str
    name: str
    """Buổi sáng."""
    starts: time
    minutes: int
    weekdays: str = "1234567"
    """ISO days on which it is held: 1 = Monday … 7 = Sunday. Empty: only in a special period that names it."""
    opening: tuple[str, ...] = ("nhac_hieu", "loi_xuong")
    bridge: str = "nhac_cat"
    closing: tuple[str, ...] = ("loi_chao", "nhac_hieu")
    zones: tuple[str, ...] = (ALL,)
    """Names of station.toml's zones, or "all"."""
    season_from: str = ""
    """MM-DD; with `season_to` the part of each year in which it is held, both inclusive; may cross the year's end."""
    season_to: str = ""
    relays: tuple[RelaySlot, ...] = ()
    filler: str = ""
    """Kind of item that fills what is left before a relay: nhac; empty: silence."""

    def held_on(self, day: date) -> bool:
        """By weekday and season alone; a period or an edit of the day may say otherwise."""
        return str(day.isoweekday()) in self.weekdays and self.in_season(day)

    def in_season(self, day: date) -> bool:
        """MM-DD words compare like days, so 29 February needs no year: a season to 02-29 ends with 02-28 elsewhere."""
        first, last, today = self.season_from or "01-01", self.season_to or "12-31", day.isoformat()[5:]
        return first <= today <= last if first <= last else today >= first or today <= last


@dataclass(frozen=True)
class Loudness:
    """How loud the station plays at some hours, from the first to before the last; HH:MM."""

    starts: str
    ends: str
    gain_db: float
    """0 or less: a sound is never raised over the house level."""


@dataclass(frozen=True)
class ProposedSession:
    """A session a profile proposes to a station that chooses it."""

    id: str
    name: str
    starts: time
    minutes: int


@dataclass(frozen=True)
class RuleProfile:
    """What a province or city allows; a file of schedules/profiles/ (docs/formats.md).

    What goes beyond it is not aired unless somebody said why it may (RuleOverride); quiet hours know no exception.
    """

    id: str
    name: str
    session_minutes: int = 60
    sessions_a_day: int = 2
    weekdays: str = "1234567"
    quiet_from: str = "21:00"
    """Proposed to a new station; station.toml decides."""
    quiet_to: str = "04:30"
    default_times: int = 2
    """Airings a day of an item whose letter names no figure."""
    thin_percent: int = 25
    """A session filled less than this is pointed out."""
    priority_times: int = 3
    """The same for an item of priority."""
    volume: tuple[Loudness, ...] = ()
    sessions: tuple[ProposedSession, ...] = ()
    """What fits the profile; on its weekdays. Nobody has to take them."""


@dataclass(frozen=True)
class RuleOverride:
    """Somebody's reason why a rule of the profile does not hold for one session, or for the station."""

    id: str
    rule: str
    """session_long, sessions_many, weekday."""
    session: str
    """Template id; empty for a rule about the whole day."""
    most: int
    """What is allowed instead: minutes, sessions; 0 where a rule knows no number."""
    reason: str
    by: str
    at: str
    directive_number: str = ""


class Per(StrEnum):
    """What a campaign's number of times is counted in."""

    DAY = "day"
    WEEK = "week"
    """Monday to Sunday."""


@dataclass(frozen=True)
class Campaign:
    """One item to be aired N times a day or a week from one day to another, both inclusive."""

    id: str
    title: str
    cart: Cart
    times: int
    """`per` day or week."""
    first_day: date
    last_day: date
    weekdays: str = "1234567"
    urgency: Urgency = Urgency.ROUTINE
    directive_id: str = ""
    state: str = "active"
    if_missed: IfMissed = IfMissed()
    per: Per = Per.DAY
    spacing_minutes: int = 0
    """At least so long between the starts of two airings of a day."""
    dayparts: tuple[str, ...] = ()
    """As Cart.dayparts; both hold."""
    zones: tuple[str, ...] = ()
    """As Cart.zones; both hold."""
    position: int = 0
    """Among campaigns of one urgency the lower goes first; a person orders two priorities (R9)."""

    def is_open(self, day: date) -> bool:
        """Not stopped, and `day` lies in its window; a person may put it into any such day by hand."""
        return self.state == "active" and self.first_day <= day <= self.last_day

    def runs_on(self, day: date) -> bool:
        return self.is_open(day) and str(day.isoweekday()) in self.weekdays

    def asked_on(self, day: date) -> int:
        """How many airings it asks for on a day: 0 outside its window, its weekdays, or when it was stopped.

        A week's number is spread as evenly as whole days allow, the same way every week, so any seven days in a row
        hold exactly that number; the id decides where it begins, lest all campaigns meet on Mondays. A window
        shorter than a week asks its share of the number, rounded, and once at least.
        """
        if not self.runs_on(day):
            return 0
        if self.per is Per.DAY:
            return self.times
        size, times = len(self.weekdays), self.times
        place = sorted(self.weekdays).index(str(day.isoweekday()))
        length = (self.last_day - self.first_day).days + 1
        if length < 7:
            days = [at for at in (self.first_day + timedelta(days=n) for n in range(length)) if self.runs_on(at)]
            times = max(1, (2 * times * len(days) + size) // (2 * size))
            size, place = len(days), days.index(day)
        place = (place + crc32(self.id.encode())) % size
        return (place + 1) * times // size - place * times // size


@dataclass(frozen=True)
class Airable:
    """A cart with all that the player will ask about it."""

    cart: Cart
    approval: Approval | None = None
    """The approval in force; None when there is none or it was voided."""
    directive: DirectiveRef | None = None
    voice: str = ""
    """Name of the synthetic voice, empty for a recording."""
    text_sha256: str = ""
    """Of the bulletin's text as it is now, empty for a sound without a text."""


@dataclass(frozen=True)
class Running:
    """A campaign as the planner sees it."""

    campaign: Campaign
    airable: Airable
    first_aired: str = ""
    """ISO day of its first airing, empty while it has none."""


@dataclass(frozen=True)
class Rules:
    """What holds for every day of this station."""

    station_id: str
    station_name: str
    quiet: QuietHours
    profile: RuleProfile
    lead_in_seconds: float
    key: bytes
    now: datetime
    """When the plan is made: sessions begun by then stay as published."""
    zones: tuple[str, ...] = ()
    """Names of the station's zones; none: it has one, which plays everything."""
    dayparts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Times of day an item may be kept to: name -> from and to, HH:MM."""


@dataclass(frozen=True)
class Placed:
    """One airing in a session: of a campaign, or (without one) an item put there by hand."""

    cart: str
    campaign: str = ""
    makes_up: str = ""
    """ISO day of the missed airing it stands for."""


@dataclass(frozen=True)
class SessionEdit:
    """What a person decided for one session of one day; None and empty words leave it as the template says.

    An edit that says nothing is the same as none: see `says_nothing`.
    """

    day: date
    session: str
    """Template id; an unknown one is a session of that day alone, with `name`, `starts` and `minutes`."""
    held: bool = True
    name: str = ""
    starts: time | None = None
    minutes: int = 0
    zones: tuple[str, ...] = ()
    items: tuple[Placed, ...] | None = None
    """The whole programme by hand: the planner puts nothing in and takes out only what may not air."""
    relays: tuple[RelaySlot, ...] | None = None
    reason: str = ""

    @property
    def says_nothing(self) -> bool:
        return self == SessionEdit(self.day, self.session, reason=self.reason)


@dataclass(frozen=True)
class Period:
    """Days on which other rules hold: a holiday, mourning, an election, a flood. Both days inclusive."""

    id: str
    kind: str
    """A word of resources/calendar/periods.toml: holiday, tet, mourning, election, disaster, event."""
    name: str
    first_day: date
    last_day: date
    reason: str = ""
    directive_number: str = ""
    profile: str = ""
    """Rule profile that holds instead; empty: the station's."""
    sessions: tuple[str, ...] | None = None
    """Ids of the templates held, whatever their weekdays and season say; None: as always; (): none."""
    without: tuple[str, ...] = ()
    """Kinds of items left out: nhac, nhac_cat, nhac_hieu in days of mourning."""

    def covers(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def over(self, other: Period) -> Period:
        """Both at once, this one made later: what is left out adds up, so that no holiday brings music into mourning;
        sessions and profile are those of the later one that names any.
        """
        return replace(self, profile=self.profile or other.profile,
                       sessions=other.sessions if self.sessions is None else self.sessions,
                       without=tuple(dict.fromkeys((*other.without, *self.without))))


@dataclass(frozen=True)
class SessionFill:
    """How full one planned session is."""

    session_id: str
    name: str
    starts_at: datetime
    planned_seconds: float
    """All that was meant for it, including what did not fit."""
    limit_seconds: float
    held: bool = True
    """False: it does not stand on the week's approved sheet."""

    @property
    def over_seconds(self) -> float:
        return self.planned_seconds - self.limit_seconds


@dataclass(frozen=True)
class PlanWarning:
    """Something the planner wants a person to know; `code` is worded at the edge."""

    code: str
    """session_empty, session_thin, session_over, session_shortened, session_overlap, session_begun, session_long,
    sessions_many, weekday, quiet_hours, item_left_out, furniture_missing, not_approved, expired, not_yet, withdrawn,
    superseded, archived, approval_broken, make_up_missing, zone_unknown, daypart_limit, zone_limit,
    week_not_approved, session_not_on_sheet, not_on_sheet, relay_unknown, relay_not_approved, relay_cut_short,
    relay_outside, gap_before_relay, hand_left_out, hand_unknown, music_off, period, held_in_period,
    session_gone, period_session_gone, unreadable."""
    session_id: str = ""
    facts: dict[str, object] = field(default_factory=dict)


def note(warning: PlanWarning) -> str:
    """A warning as one English line, for the rundown and the command line."""
    facts = ", ".join(f"{key}={value}" for key, value in warning.facts.items())
    return " ".join(part for part in (warning.code, warning.session_id, facts) if part)


@dataclass(frozen=True)
class Choice:
    """Why one airing stands where it does (“vì sao ở đây?”)."""

    event_id: str
    code: str
    """by_hand, on_sheet, only_session (its hours or zones leave no other), emptiest, turn (the sessions take turns),
    spacing, home_full (its own place was full), relay, furniture, filler, made_up."""
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class DayPlan:
    """The plan of one day, ready to publish."""

    rundown: Rundown
    fills: tuple[SessionFill, ...] = ()
    warnings: tuple[PlanWarning, ...] = ()
    programme: Mapping[str, tuple[Placed, ...]] = field(default_factory=dict)
    """Session id -> its items in order, without tunes, bridges, relays and filler: what a person can move."""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class DayCoverage:
    """How one day of a campaign went: what was asked, planned and aired."""

    day: date
    asked: int
    planned: int
    aired: int
    """Whole."""
    partial: int = 0
    made_up: int = 0
    """Of those aired."""
    to_come: int = 0
    """Of those asked."""

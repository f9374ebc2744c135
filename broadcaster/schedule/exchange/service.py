"""Use cases of taking the schedule out and in: iCalendar, CSV, the vendor-neutral programme model.

A file overwrites nothing. `read` shows what would come; `accept` makes what somebody chose of it, all or nothing.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import fold, one_line
from broadcaster.db.engine import Database
from broadcaster.directives.readers.txt import decode
from broadcaster.library.categories import dayparts
from broadcaster.library.model import State
from broadcaster.schedule import store
from broadcaster.schedule.calendar.service import PeriodService
from broadcaster.schedule.exchange import programmes, table
from broadcaster.schedule.exchange.model import MOST_BYTES, Entry, Found, Incoming, Reading, Terms, refusal
from broadcaster.schedule.exchange.store import items_by_name
from broadcaster.schedule.model import Campaign, Period, SessionTemplate, unusual_start
from broadcaster.schedule.service import ScheduleService
from broadcaster.schedule.sessions.checks import refuse_clash
from broadcaster.schedule.sessions.templates import file_of, write_template

FORMS: Mapping[str, tuple[str, ...]] = {"plan": ("csv", "ics", "json"), "sessions": ("ics",), "campaigns": ("csv",)}
"""What can be taken out, and as which kinds of files."""
MOST_DAYS = 366

_Items = Mapping[str, Sequence[tuple[str, str, str]]]


@dataclass(frozen=True)
class Accepted:
    """What was made."""

    campaigns: tuple[Campaign, ...] = ()
    sessions: tuple[SessionTemplate, ...] = ()
    periods: tuple[Period, ...] = ()


class ExchangeService:
    """The schedule in the words of other programs."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock,
                 schedule: ScheduleService, periods: PeriodService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._schedule = schedule
        self._periods = periods

    # Out

    def export(self, what: str, form: str, first: date, last: date) -> bytes:
        """`what` and `form` as in FORMS; both days inclusive. Raises Refused: exchange.form, exchange.span."""
        if form not in FORMS.get(what, ()):
            raise Refused("exchange.form", f"{what} is not written as {form}", what=what, form=form)
        days = (last - first).days + 1
        if not 1 <= days <= MOST_DAYS:
            raise Refused("exchange.span", f"{days} days is not between 1 and {MOST_DAYS}", days=days, most=MOST_DAYS)
        station, now = self._settings.station, self._clock.now()
        if what == "campaigns":
            running = [item for item in self._schedule.campaigns()
                       if item.state == "active" and item.first_day <= last and item.last_day >= first]
            return table.campaign_table(running, _daypart_words())
        # The calendar library takes a twentieth of a second to import: not at every start.
        from broadcaster.schedule.exchange import ical_write

        if what == "sessions":
            return ical_write.sessions_calendar(self._schedule.held(), self._periods.between(first, last),
                                                station.name, station.id, (first, last), now)
        plans = self._schedule.plan_days(first, days)
        if form == "csv":
            return table.plan_table(plans)
        if form == "json":
            return programmes.written(programmes.planned(plans), station.name)
        return ical_write.plan_calendar(plans, station.name, station.id, now)

    # In

    def read(self, path: Path) -> Incoming:
        """What the file would bring; what cannot be taken over stands beside it with its reason. Stores nothing.

        Raises Refused: file.missing, file.unreadable, exchange.too_large, exchange.encoding, exchange.broken,
        exchange.heads, exchange.newer, exchange.too_many.
        """
        reading = self._reading(_text_of(path), path.name)
        items = self._items() if any(isinstance(item.what, Terms) for item in reading.found) else {}
        entries: list[Entry] = []
        refused, there = list(reading.refused), 0
        known = {*map(_key, self._schedule.campaigns()), *map(_key, self._schedule.held())}
        for found in reading.found:
            name = found.what.item if isinstance(found.what, Terms) else found.what.name
            try:
                entry = self._entry(found, items, entries)
            except BroadcasterError as error:
                there += error.code == "period.twice"
                refused += [refusal(found.place, name, error)] if error.code != "period.twice" else []
                continue
            if _key(entry.what) in known:
                there += 1
            else:
                entries.append(entry)
                known.add(_key(entry.what))
        refused.sort(key=lambda item: item.place)
        return Incoming(path.name, tuple(entries), tuple(refused), there)

    def accept(self, incoming: Incoming, places: Collection[int] | None = None, by: str = "",
               reason: str = "") -> Accepted:
        """Make what was read, or of it what stands at `places`: all of it, or after a refusal none.

        `reason`: needed where a session begins before five in the morning or after seven in the evening. Raises
        Refused as the services for campaigns, sessions and periods do, and exchange.nothing.
        """
        chosen = [item.what for item in incoming.entries if places is None or item.place in places]
        if not chosen:
            raise Refused("exchange.nothing", f"nothing of {incoming.file} was chosen", name=incoming.file)
        sessions = [item for item in chosen if isinstance(item, SessionTemplate)]
        self._check_sessions(sessions, one_line(reason))
        done: list[SessionTemplate] = []
        try:
            with self._database.write("campaign", "period", "audit") as c:
                made = self._make(c, chosen, by)
                self._record(c, incoming, made, sessions, by, one_line(reason))
                for template in sessions:  # last: files know no way back of their own
                    write_template(self._home, template)
                    done.append(template)
        except BaseException:
            for template in done:
                with suppress(OSError):  # what was refused is what a person must hear of
                    file_of(self._home, template.id).unlink(missing_ok=True)
            raise
        return replace(made, sessions=tuple(sessions))

    def take_back(self, made: Accepted, by: str = "") -> None:
        """Undo `accept`: what has aired meanwhile stays in the log."""
        for campaign in made.campaigns:
            self._schedule.stop_campaign(campaign.id, by, "")
        for session in made.sessions:
            self._schedule.remove_template(session.id, by)
        for period in made.periods:
            self._periods.remove(period.id, by)

    def _reading(self, text: str, name: str) -> Reading:
        begin = text[:4_000].lstrip("\ufeff \r\n\t")
        if begin[:15].upper() == "BEGIN:VCALENDAR":
            from broadcaster.schedule.exchange import ical_read

            return ical_read.read(text, name, {kind.key for kind in self._periods.kinds()})
        if begin[:1] == "{":
            return programmes.read(text, name, {part.key: (part.start, part.end) for part in dayparts()})
        return table.read_campaigns(text, name, _daypart_words())

    def _entry(self, found: Found, items: _Items, before: Sequence[Entry]) -> Entry:
        """Checked against the station and what stands before it in the file."""
        what = found.what
        if isinstance(what, Terms):
            return Entry(found.place, self._schedule.drafted(_item(what.item, items), **self._terms(what)))
        if isinstance(what, Period):
            return Entry(found.place, self._periods.read_back(what).period)
        others = [*self._schedule.held(), *(item.what for item in before
                                                 if isinstance(item.what, SessionTemplate))]
        if _key(what) not in {_key(other) for other in others}:
            what = _own_id(what, [other.id for other in others])
            refuse_clash(what, others, self._schedule.quiet(), self._clock.now().date())
        return Entry(found.place, what)

    def _terms(self, what: Terms) -> dict[str, Any]:
        terms = {name: value for name, value in vars(what).items() if name != "item"}
        return {**terms, "first_day": what.first_day or min(self._clock.now().date(), what.last_day)}

    def _items(self) -> _Items:
        with self._database.read() as c:
            return items_by_name(c)

    def _check_sessions(self, sessions: Sequence[SessionTemplate], reason: str) -> None:
        others = list(self._schedule.held())
        for template in sessions:
            if template.id in {other.id for other in others}:
                raise Refused("exchange.session_there", f"there is a session {template.id!r} already",
                              name=template.name)
            refuse_clash(template, others, self._schedule.quiet(), self._clock.now().date())
            if unusual_start(template.starts) and not reason:
                raise Refused("schedule.reason", f"a session at {template.starts:%H:%M} needs a reason",
                              name=template.name, starts=f"{template.starts:%H:%M}")
            others.append(template)

    def _make(self, c: Connection, chosen: Sequence[Campaign | SessionTemplate | Period], by: str) -> Accepted:
        known, campaigns = {_key(item) for item in store.campaigns(c)}, []
        for item in (item for item in chosen if isinstance(item, Campaign)):
            if _key(item) in known:
                raise Refused("schedule.duplicate", f"{item.title!r} already airs like that", title=item.title)
            known.add(_key(item))
            campaigns.append(self._schedule.add_campaign_in(
                c, item.cart.id, by, known=(), times=item.times, per=item.per, first_day=item.first_day,
                last_day=item.last_day, weekdays=item.weekdays, urgency=item.urgency, dayparts=item.dayparts,
                zones=item.zones, spacing_minutes=item.spacing_minutes))
        periods = tuple(self._periods.add_in(c, item, by) for item in chosen if isinstance(item, Period))
        return Accepted(tuple(campaigns), (), periods)

    def _record(self, c: Connection, incoming: Incoming, made: Accepted, sessions: Sequence[SessionTemplate], by: str,
                reason: str) -> None:
        now = format_time(self._clock.now())
        for template in sessions:
            why = {"reason": reason} if unusual_start(template.starts) else {}
            store.record(c, now, by, "template_saved", f"template:{template.id}", starts=str(template.starts),
                         minutes=template.minutes, weekdays=template.weekdays, **why)
        store.record(c, now, by, "schedule_imported", "", file=incoming.file,
                     count=len(made.campaigns) + len(sessions) + len(made.periods))


def _text_of(path: Path) -> str:
    if path.exists() and not path.is_file():  # a pipe or a device would never come to its end
        raise Refused("file.unreadable", f"{path.name} is not a file", name=path.name, detail="not a file")
    try:
        data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
    except FileNotFoundError as error:
        raise Refused("file.missing", f"there is no file {path.name}", name=path.name) from error
    except OSError as error:
        raise Refused("file.unreadable", f"{path.name} cannot be read: {error}", name=path.name,
                      detail=str(error)) from error
    if data is None:
        raise Refused("exchange.too_large", f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB", name=path.name,
                      limit_mb=MOST_BYTES // 1_000_000)
    try:
        return decode(data, path)
    except Refused as error:
        raise Refused("exchange.encoding", f"{path.name} is no text in a known encoding", name=path.name) from error


def _item(name: str, items: _Items) -> str:
    """The id of the item of that name: the approved one, if there is just one of these."""
    found = items.get(fold(one_line(name)), ())
    approved = [item for item in found if item[2] == str(State.APPROVED)]
    usable = approved or list(found)
    if not usable:
        near = difflib.get_close_matches(fold(one_line(name)), items, n=1, cutoff=0.75)
        nearest = items[near[0]][0][1] if near else ""
        raise Refused("exchange.item_unlike" if nearest else "exchange.no_item", f"no item is called {name!r}",
                      name=name, nearest=nearest)
    if len(usable) > 1:
        raise Refused("exchange.several", f"{len(usable)} items are called {name!r}", name=name, count=len(usable))
    return usable[0][0]


def _key(what: Campaign | SessionTemplate | Period) -> object:
    """Equal for what says just the same: a session under whatever short name, a campaign in whatever order."""
    if isinstance(what, Campaign):
        return (what.cart.id, what.times, what.per, what.first_day, what.last_day, what.weekdays, what.urgency,
                what.directive_id, what.state, what.spacing_minutes, what.dayparts, what.zones)
    if isinstance(what, SessionTemplate):
        return what.name, what.starts, what.minutes, what.weekdays, what.season_from, what.season_to
    return replace(what, id="")


def _own_id(template: SessionTemplate, taken: Sequence[str]) -> SessionTemplate:
    """Nothing that is there is written over: another short name."""
    if template.id not in taken:
        return template
    stem = template.id[:34]
    return replace(template, id=next(each for n in range(2, 10_000) if (each := f"{stem}-{n}") not in taken))


def _daypart_words() -> dict[str, str]:
    return {part.key: part.words for part in dayparts()}

"""Asked, planned, aired: how far campaigns and letters have come, and what was missed and could be made up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from sqlalchemy import Connection

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.db.engine import Database
from broadcaster.schedule import store
from broadcaster.schedule.campaigns import coverage_store
from broadcaster.schedule.campaigns.coverage_model import Coverage, coverage_of, day_of, together
from broadcaster.schedule.campaigns.make_up_offer import LEFT_OUT, Missed, offered
from broadcaster.schedule.days import edit_store
from broadcaster.schedule.days.edits import Edits, Spot, inserted
from broadcaster.schedule.days.service import DayService
from broadcaster.schedule.model import Campaign, Placed
from broadcaster.schedule.service import ScheduleService


class CoverageService:
    """Counts; proposes, and airs nothing by itself."""

    def __init__(self, database: Database, home: StationHome, clock: Clock, key: bytes,
                 schedule: ScheduleService, days: DayService) -> None:
        self._database = database
        self._home = home
        self._clock = clock
        self._key = key
        self._schedule = schedule
        self._days = days

    # How far

    def of_campaign(self, ref: str) -> Coverage:
        """One campaign, by id or the beginning or end of one."""
        campaign = self._schedule.campaign(ref)
        return self.of_campaigns([campaign])[campaign.id]

    def of_campaigns(self, campaigns: Sequence[Campaign]) -> dict[str, Coverage]:
        """Campaign id -> how far it has come; reads once for all."""
        with self._database.read() as c:
            return self._covered(c, campaigns)

    def of_directive(self, directive_id: str) -> Coverage:
        """All campaigns of a letter together; nothing asked, nothing aired where it has none."""
        return self.of_directives([directive_id])[directive_id]

    def of_directives(self, directive_ids: Collection[str]) -> dict[str, Coverage]:
        """Letter id -> how far it has come, for a whole list at once."""
        with self._database.read() as c:
            letters = coverage_store.of_letters(c, directive_ids)
            campaigns = [item for item in store.campaigns(c) if item.id in letters] if letters else []
            covered = self._covered(c, campaigns)
            beside = coverage_store.beside(c, directive_ids)
        return {letter: together([covered[name] for name, owner in letters.items() if owner == letter and
                                  name in covered], beside.get(letter, 0)) for letter in directive_ids}

    # What was missed

    def missed(self, day: date | None = None) -> list[Missed]:
        """What a day, as a rule yesterday, still owes its campaigns, each with a session of today that has room.

        Nothing of it airs by itself: `accept_make_up` or `dismiss` says what becomes of it.
        """
        today = self._clock.now().date()
        day = day or today - timedelta(days=1)
        owed = self._owed(day, today)
        if not owed:
            return []
        plan = self._schedule.plan(today)
        return offered(owed, plan, self._schedule.limits(plan), self._clock.now())

    def accept_make_up(self, missed: Missed, by: str = "", session: str = "") -> Edits:
        """Air it today once more than asked, in `session` or the one proposed: at its end, to be moved like any item.

        Gives back the decisions this replaces: app.days.save(them) is the way back. Raises Refused: schedule.no_room,
        schedule.nothing_missed and as DayService.save does.
        """
        where = session or (missed.offer.session_id if missed.offer else "")
        if not where:
            raise Refused("schedule.no_room", f"no session of today has room for {missed.campaign.title!r}",
                          title=missed.campaign.title)
        today = self._clock.now().date()
        if not any(item.campaign.id == missed.campaign.id for item in self._owed(missed.day, today)):
            raise _nothing(missed)
        placed = Placed(missed.campaign.cart.id, missed.campaign.id, missed.day.isoformat())
        return self._days.save(inserted(self._days.state(today), placed, Spot(where)), by)

    def dismiss(self, missed: Missed, by: str = "", reason: str = "") -> None:
        """Nobody wants it made up; remembered in the trail, and asked no more."""
        today = self._clock.now().date()
        owed = next((item for item in self._owed(missed.day, today) if item.campaign.id == missed.campaign.id), None)
        if owed is None:
            raise _nothing(missed)
        with self._database.write("airing", "audit") as c:
            store.record(c, format_time(self._clock.now()), by, "make_up_dismissed", f"campaign:{missed.campaign.id}",
                         day=missed.day.isoformat(), count=owed.times, reason=reason)

    def _owed(self, day: date, today: date) -> list[Missed]:
        """Airings missed on `day`, less those made up since, placed by hand for it, or dismissed."""
        with self._database.read() as c:
            rows = coverage_store.missed(c, day)
            campaigns = {item.id: item for item in store.campaigns(c)
                         if item.id in {row.campaign for row in rows} or item.runs_on(day)}
            pasts = coverage_store.pasts(c, list(campaigns.values()), day)
            settled = Counter(coverage_store.dismissed(c, day))
            for edits in edit_store.edits(c, day + timedelta(days=1), today).values():
                settled.update(item.campaign for edit in edits for item in edit.items or ()
                               if item.makes_up == day.isoformat())
        found = []
        for name, campaign in campaigns.items():
            row = next((row for row in rows if row.campaign == name), None)
            of_day = day_of(campaign, pasts[name], day, today)
            times = (of_day.asked - of_day.to_come - of_day.aired if of_day else 0) - settled[name]
            if times > 0 and of_day is not None and (row is not None or of_day.planned):
                found.append(Missed(campaign, day, times, row.reason if row else LEFT_OUT, row.note if row else "",
                                    row.session_name if row else "", row is not None and row.outcome == "partial"))
        return found

    def _covered(self, c: Connection, campaigns: Sequence[Campaign]) -> dict[str, Coverage]:
        today = self._clock.now().date()
        pasts = coverage_store.pasts(c, campaigns)
        return {item.id: coverage_of(item, pasts[item.id], today) for item in campaigns}


def _nothing(missed: Missed) -> Refused:
    return Refused("schedule.nothing_missed", f"nothing of {missed.campaign.title!r} is missing from {missed.day} any "
                                              "more", title=missed.campaign.title, day=missed.day.isoformat())

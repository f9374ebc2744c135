"""Use cases of planning: templates, campaigns, the plan of a day, its publication."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection

from broadcaster.base.clock import Clock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import one_line
from broadcaster.db.engine import Database
from broadcaster.directives.service import DirectiveService
from broadcaster.library.service import LibraryService
from broadcaster.protocol.rundown import QuietHours
from broadcaster.schedule import publish as files
from broadcaster.schedule import store
from broadcaster.schedule.campaigns.offers import Offer
from broadcaster.schedule.campaigns.service import CampaignService
from broadcaster.schedule.campaigns.ways_out import ways_out
from broadcaster.schedule.model import (
    Campaign,
    DayPlan,
    RuleProfile,
    SessionTemplate,
    unusual_start,
)
from broadcaster.schedule.planning import Planner
from broadcaster.schedule.sessions import kept_files
from broadcaster.schedule.sessions import own_files as own
from broadcaster.schedule.sessions.checks import refuse_clash
from broadcaster.schedule.sessions.own_files import MovedAside, SessionFiles
from broadcaster.schedule.sessions.templates import (
    file_of,
    load_templates,
    own_files,
    session_files,
    template_from,
    to_toml,
    write_template,
)


class ScheduleService(CampaignService):
    """What airs when, for one station."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock, key: bytes,
                 library: LibraryService, directives: DirectiveService) -> None:
        super().__init__(database, home, settings, clock, directives)
        self._key = key
        self._library = library
        self._planner = Planner(home, settings, clock, key)

    # Templates

    def templates(self) -> tuple[SessionTemplate, ...]:
        """The sessions as they stand in the files now, in order of time."""
        return load_templates(self._home)

    def session_files(self) -> SessionFiles:
        """The sessions that can be read, and the files that cannot, each with what it last was; never refused."""
        return session_files(self._home)

    def held(self) -> tuple[SessionTemplate, ...]:
        """The sessions as they are planned: one whose file is damaged as it last was good."""
        return self.session_files().held

    def restore_session(self, file: str, by: str = "") -> MovedAside | None:
        """Put the last good copy in the place of a damaged file, which is moved aside; None: there was no file.

        Refused: schedule.template_unknown (the file is not damaged, or nothing is known to have been good).
        """
        return self._mend(file, by, "session_restored")

    def set_session_aside(self, file: str, by: str = "") -> MovedAside | None:
        """Move a damaged file aside: its session is no longer held. Refused: schedule.template_unknown."""
        return self._mend(file, by, "session_set_aside")

    def put_session_back(self, moved: MovedAside, by: str = "") -> None:
        """The way back from both: the damaged file is there again. Refused: schedule.template_unknown, disk.*."""
        if not own.there(moved.now):
            raise Refused("schedule.template_unknown", f"{moved.now.name} is gone", name=moved.now.name)
        with self._database.write("template", "audit") as c:
            store.record(c, self._now(), by, "session_put_back", "templates", file=moved.was.name)
            own.put_back(moved.was, moved.now)

    def _mend(self, file: str, by: str, action: str) -> MovedAside | None:
        damaged = self.session_files().damaged
        found = next((item for item in damaged if item.path.name == file), None)
        if found is None or (action == "session_restored" and found.template is None):
            raise Refused("schedule.template_unknown", f"{file} is not damaged, or never was good", name=file)
        today = self._clock.now().date()
        with self._database.write("template", "audit") as c:
            store.record(c, self._now(), by, action, "templates", file=file)
            if action != "session_restored":
                return MovedAside(found.path, own.move_aside(found.path, today))
            # When all files are gone, they come back together: one alone would hold as if it were all.
            moved = [own.restore(self._home, item, today) for item in (damaged if not own.own_files(self._home)
                                                                       else (found,))]
        return MovedAside(found.path, moved[0]) if moved[0] else None

    def _refuse_taken(self, template: SessionTemplate) -> None:
        if template.id in {item.template.id for item in self.session_files().damaged if item.template}:
            raise Refused("schedule.twice", f"the damaged file of {template.id!r} holds this id", name=template.id)

    def profile(self) -> RuleProfile:
        """The rule profile named in station.toml."""
        return self._planner.profile()

    def quiet(self) -> QuietHours:
        """The quiet hours of station.toml."""
        return self._planner.quiet()

    def save_template(self, template: SessionTemplate, by: str = "", reason: str = "") -> SessionTemplate:
        """Store a new or changed session; a start at an unusual hour needs a reason, for the record.

        Refused: schedule.quiet_hours, schedule.overlap, schedule.reason, schedule.value …
        """
        checked = template_from(tomllib.loads(to_toml(template)), f"{template.id}.toml")
        self._refuse_taken(checked)
        refuse_clash(checked, self.held(), self.quiet(), self._clock.now().date())
        why = self._why_so_early(checked, one_line(reason))
        with self._database.write("template", "audit") as c:
            store.record(c, self._now(), by, "template_saved", f"template:{checked.id}", starts=str(checked.starts),
                         minutes=checked.minutes, weekdays=checked.weekdays, **why)
            write_template(self._home, checked)
        return checked

    def _why_so_early(self, template: SessionTemplate, reason: str) -> dict[str, str]:
        """The reason as a fact, where one is needed: before five in the morning or after seven in the evening."""
        old = next((item for item in self.held() if item.id == template.id), None)
        if not unusual_start(template.starts) or (old is not None and old.starts == template.starts):
            return {}
        if not reason:
            raise Refused("schedule.reason", f"a session at {template.starts:%H:%M} needs a reason",
                          name=template.name, starts=f"{template.starts:%H:%M}")
        return {"reason": reason}

    def remove_template(self, template_id: str, by: str = "") -> None:
        """No longer hold a session. Published sessions that have begun are not touched."""
        found = {item.id: item for item in self.session_files().templates}
        if template_id not in found:
            raise Refused("schedule.template_unknown", f"no session {template_id!r}", name=template_id)
        if len(found) == 1:
            raise Refused("schedule.last_template", "a station keeps at least one session", name=template_id)
        with self._database.write("template", "audit") as c:
            store.record(c, self._now(), by, "template_removed", f"template:{template_id}")
            if not own_files(self._home):
                write_template(self._home, found[template_id])
            file_of(self._home, template_id).unlink(missing_ok=True)

    def aired_counts(self, campaigns: Sequence[Campaign]) -> dict[str, int]:
        """Campaign id -> how often it has aired whole so far, without reading any plan."""
        with self._database.read() as c:
            aired = {item.id: store.airings_per_day(c, item) for item in campaigns}
        return {name: sum(count for (_, outcome), count in rows.items() if outcome in {"aired", "made_up"})
                for name, rows in aired.items()}

    # Plans

    def plan(self, day: date) -> DayPlan:
        """What would be published for `day` now."""
        with self._database.read() as c:
            return next(self._planner.plans(c, day, 1))

    def plan_days(self, first: date, days: int) -> list[DayPlan]:
        """The plans of several days, reading everything once."""
        with self._database.read() as c:
            return list(self._planner.plans(c, first, days))

    def plan_with_campaign(self, campaign: Campaign, first: date, last: date) -> list[DayPlan]:
        """The plans of the days from `first` to `last` as if this campaign were stored, or stored like this.

        No sheet limits them: what a person asks is what would be planned once the week is approved.
        """
        with self._database.read() as c:
            also = self._planner.as_if(c, campaign)
            days = (last - first).days + 1
            return list(self._planner.plans(c, first, days, by_sheet=False, also=[also] if also else []))

    def offers(self, campaign: Campaign, plan: DayPlan) -> list[Offer]:
        """What could be moved so that it fits into a day that was planned with it (plan_with_campaign, or plan).

        Each was tried. schedule/campaigns/offers.py says how one is taken: `edits_of` for app.days.save,
        `changes_of` for edit_campaign.
        """
        with self._database.read() as c:
            return ways_out(c, self._planner, self._home, self._clock.now(), campaign, plan, self.limits(plan))

    def plans_in(self, c: Connection, first: date, days: int) -> list[DayPlan]:
        """The same within a unit of work: what would be planned if it were committed."""
        return list(self._planner.plans(c, first, days))

    def proposed_days(self, first: date, days: int) -> list[DayPlan]:
        """The same as if no sheet limited it: what the next sheet is made of."""
        with self._database.read() as c:
            return list(self._planner.plans(c, first, days, by_sheet=False))

    def publish(self, day: date) -> Path | None:
        """Write the next revision of the day's rundown if it differs from the published one."""
        return self.publish_days(day, 1)[0][1]

    def publish_days(self, first: date, days: int) -> list[tuple[DayPlan, Path | None]]:
        """Plan and publish `days` days from `first`; None where nothing changed."""
        # The write lock is what makes window and keeper one writer of rundown files.
        with self._database.write() as c:
            done = [(plan, files.publish(self._home, plan.rundown, self._key, self._planner.ledger()))
                    for plan in self._planner.plans(c, first, days)]
            self._keep_copies(c, first, days)
            kept_files.keep(self._home)
        return done

    def _keep_copies(self, c: Connection, first: date, days: int) -> None:
        last = first + timedelta(days=max(0, days - 1))
        kept = store.kept_plans(c, first.isoformat(), last.isoformat())
        for day in (first + timedelta(days=n) for n in range(days)):
            found = files.not_kept(self._home, day, self._key, kept)
            if found is not None:
                store.keep_plan(c, *found)

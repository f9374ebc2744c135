"""Use cases of rule profiles: choose, edit, share, and say why a rule does not hold."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.base.settings import Settings, changed, load_settings, save_settings
from broadcaster.base.vietnamese import one_line
from broadcaster.db.engine import Database
from broadcaster.schedule import store
from broadcaster.schedule.calendar import period_store
from broadcaster.schedule.model import ProposedSession, RuleOverride, RuleProfile, SessionTemplate, unusual_start
from broadcaster.schedule.rules import rule_store
from broadcaster.schedule.rules.findings import LONG, MANY, RULES, Finding, findings_of
from broadcaster.schedule.rules.profiles import (
    KnownProfile,
    known_profiles,
    load_profile,
    own_folder,
    profile_from,
    profile_toml,
    read_profile,
    shipped_profile,
    write_profile,
)
from broadcaster.schedule.service import ScheduleService
from broadcaster.schedule.sessions.checks import refuse_clash
from broadcaster.schedule.sessions.own_files import move_aside
from broadcaster.schedule.sessions.templates import seconds_into, template_from, write_all
from broadcaster.schedule.sessions.templates import to_toml as template_toml

_MOST = {LONG: 24 * 60, MANY: 24}
_FOR_EVER = date(2099, 12, 31)


class RuleService:
    """The profiles of schedules/profiles/ and the reasons against them."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock,
                 schedule: ScheduleService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._schedule = schedule

    # Profiles

    def profiles(self) -> list[KnownProfile]:
        """All a station can choose; one that cannot be read says why."""
        return known_profiles(self._home)

    def profile(self, profile_id: str = "") -> RuleProfile:
        """One of them; without an id, the one station.toml names."""
        return load_profile(self._home, profile_id or self.chosen())

    def chosen(self) -> str:
        """Id of the profile in force, as station.toml says it now."""
        return load_settings(self._home).hours.profile

    def save_profile(self, profile: RuleProfile, by: str = "") -> RuleProfile:
        """Store one as a file of the station's own; a shipped one of the same id stays behind it.

        Refused: schedule.value, schedule.weekdays, rules.volume …
        """
        checked = profile_from(tomllib.loads(profile_toml(profile)), f"{profile.id}.toml")
        with self._database.write("profile", "audit") as c:
            store.record(c, self._now(), by, "profile_saved", f"profile:{checked.id}", profile=checked.name)
            write_profile(self._home, checked)
        return checked

    def remove_profile(self, profile_id: str, by: str = "") -> RuleProfile | None:
        """Take the station's own file away; what the program ships holds again, if there is one.

        The file taken away is returned by `profile` no more: keep it to undo. A damaged one is moved aside.
        Refused: rules.not_own, rules.in_use.
        """
        path = own_folder(self._home) / f"{profile_id}.toml"
        if not path.is_file():
            raise Refused("rules.not_own", f"the station has no profile file {profile_id!r} of its own",
                          name=profile_id)
        back = shipped_profile(profile_id)
        with self._database.write("profile", "audit") as c:
            today = self._clock.now().date()
            used = [period.name for period in period_store.periods(c, today, _FOR_EVER) if period.profile == profile_id]
            if back is None and (used or self.chosen() == profile_id):
                raise Refused("rules.in_use", f"the profile {profile_id!r} is in use", name=profile_id,
                              where=", ".join(used))
            store.record(c, self._now(), by, "profile_removed", f"profile:{profile_id}",
                         profile=back.name if back else profile_id)
            if _readable(path):
                path.unlink(missing_ok=True)
            else:
                move_aside(path, today)
        return back

    def choose(self, profile_id: str, by: str = "") -> RuleProfile:
        """Let it hold from now on. Services built before still know the old one: build them anew."""
        profile = load_profile(self._home, profile_id)
        settings = load_settings(self._home)
        if settings.hours.profile == profile_id:
            return profile
        with self._database.write("profile", "audit") as c:
            store.record(c, self._now(), by, "profile_chosen", f"profile:{profile_id}", profile=profile.name,
                         before=settings.hours.profile)
            save_settings(self._home, changed(settings, "hours", profile=profile_id))
        return profile

    def export_profile(self, profile_id: str, target: Path) -> Path:
        """A file for another station."""
        profile = load_profile(self._home, profile_id)
        write_atomic(target, profile_toml(profile).encode("utf-8"))
        return target

    def import_profile(self, source: Path, by: str = "", *, instead: bool = False) -> RuleProfile:
        """Take over another station's file after checking every word; `instead`: of an own one of the same id.

        Refused: schedule.broken, schedule.unknown, schedule.value …, rules.exists.
        """
        profile = read_profile(source, shared=True)
        if not instead and (own_folder(self._home) / f"{profile.id}.toml").exists():
            raise Refused("rules.exists", f"the station has a profile {profile.id!r} already", name=profile.name,
                          id=profile.id)
        return self.save_profile(profile, by)

    # What goes beyond, and why it may

    def findings(self, profile: RuleProfile | None = None,
                 templates: Sequence[SessionTemplate] | None = None) -> tuple[Finding, ...]:
        """Which sessions go beyond the profile in force, or beyond another; those with a reason say so."""
        return findings_of(self._schedule.held() if templates is None else templates,
                           profile or self.profile(), self.overrides())

    def overrides(self) -> list[RuleOverride]:
        """Reasons in force, the newest last."""
        with self._database.read() as c:
            return rule_store.overrides(c)

    def override(self, rule: str, session: str, most: int, reason: str, by: str = "",
                 directive_number: str = "") -> RuleOverride:
        """Say why a rule does not hold; an older reason for the same gives way. `session` empty: for all of them.

        `most`: minutes or sessions allowed instead, 0 for weekdays. Refused: rules.hard (quiet hours and everything
        else no reason lifts), rules.most, rules.reason, schedule.template_unknown.
        """
        reason, number = one_line(reason), one_line(directive_number)
        self._refuse_override(rule, session, most, reason)
        new = RuleOverride(new_id(), rule, session, most if rule in _MOST else 0, reason, by, self._now(), number)
        with self._database.write("rule_override", "audit") as c:
            for old in rule_store.overrides(c):
                if (old.rule, old.session) == (rule, session):
                    rule_store.set_revoked(c, old.id, new.at)
            rule_store.insert_override(c, new)
            store.record(c, new.at, by, "rule_lifted", f"rule:{new.id}", rule=rule, session=session, most=new.most,
                         reason=reason, directive=number)
        return new

    def revoke(self, override_id: str, by: str = "") -> RuleOverride:
        """The rule holds again. Refused: rules.unknown."""
        return self._set_revoked(override_id, by, "rule_restored")

    def restore(self, old: RuleOverride, by: str = "") -> RuleOverride:
        """The way back from `revoke`: the same reason holds again."""
        return self.override(old.rule, old.session, old.most, old.reason, by, old.directive_number)

    def _refuse_override(self, rule: str, session: str, most: int, reason: str) -> None:
        if rule not in RULES:
            raise Refused("rules.hard", f"no reason lifts {rule!r}; {', '.join(RULES)} can be lifted", rule=rule)
        if session and session not in {item.id for item in self._schedule.held()}:
            raise Refused("schedule.template_unknown", f"no session {session!r}", name=session)
        if rule in _MOST and not 1 <= most <= _MOST[rule]:
            raise Refused("rules.most", f"{most} is not between 1 and {_MOST[rule]}", value=most, most=_MOST[rule])
        if not reason:
            raise Refused("rules.reason", "a rule is lifted only with a reason", rule=rule)

    def _set_revoked(self, override_id: str, by: str, action: str) -> RuleOverride:
        with self._database.write("rule_override", "audit") as c:
            found = [item for item in rule_store.overrides(c) if override_id and item.id.endswith(override_id)]
            if len(found) != 1:
                raise Refused("rules.unknown", f"no reason {override_id!r} is in force", name=override_id)
            rule_store.set_revoked(c, found[0].id, self._now())
            store.record(c, self._now(), by, action, f"rule:{found[0].id}", rule=found[0].rule,
                         session=found[0].session)
        return found[0]

    # Sessions a profile proposes

    def proposal(self, profile: RuleProfile) -> tuple[SessionTemplate, ...]:
        """The sessions it proposes, with the tunes, zones and relays the station's sessions of the same id have now."""
        now = {item.id: item for item in self._schedule.held()}
        return tuple(_proposed(now.get(item.id), item, profile.weekdays) for item in profile.sessions)

    def put_sessions(self, templates: Sequence[SessionTemplate], by: str = "",
                     reason: str = "") -> tuple[SessionTemplate, ...]:
        """Hold exactly these sessions, and those of damaged files; returns those held before, for the way back.

        Refused: schedule.last_template, schedule.twice, schedule.quiet_hours, schedule.overlap, schedule.reason.
        """
        checked = [template_from(tomllib.loads(template_toml(item)), f"{item.id}.toml") for item in templates]
        if not checked:
            raise Refused("schedule.last_template", "a station keeps at least one session", name="")
        files, reason = self._schedule.session_files(), one_line(reason)
        known = {(item.id, item.starts) for item in files.held}
        damaged = [item.template for item in files.damaged if item.template]
        for number, item in enumerate(checked):
            others = [*damaged, *checked[:number]]
            if item.id in {other.id for other in others}:
                raise Refused("schedule.twice", f"two sessions have the id {item.id!r}", name=item.id)
            refuse_clash(item, others, self._schedule.quiet(), self._clock.now().date())
            if unusual_start(item.starts) and (item.id, item.starts) not in known and not reason:
                raise Refused("schedule.reason", f"a session at {item.starts:%H:%M} needs a reason", name=item.name,
                              starts=f"{item.starts:%H:%M}")
        with self._database.write("template", "audit") as c:
            store.record(c, self._now(), by, "sessions_put", "templates", reason=reason, starts=", ".join(
                f"{item.starts:%H:%M}" for item in checked))
            write_all(self._home, checked)
        return files.templates

    def _now(self) -> str:
        return format_time(self._clock.now())


def _readable(path: Path) -> bool:
    try:
        read_profile(path)
    except Refused:
        return False
    return True


def _proposed(now: SessionTemplate | None, wanted: ProposedSession, weekdays: str) -> SessionTemplate:
    """A relay stays where it still lies inside the session."""
    template = now or SessionTemplate(wanted.id, wanted.name, wanted.starts, wanted.minutes)
    relays = tuple(slot for slot in template.relays
                   if seconds_into(wanted.starts, slot.starts) + slot.minutes * 60 <= wanted.minutes * 60)
    return replace(template, name=wanted.name, starts=wanted.starts, minutes=wanted.minutes, weekdays=weekdays,
                   season_from="", season_to="", relays=relays)

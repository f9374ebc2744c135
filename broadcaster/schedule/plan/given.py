"""What people decided beside templates and campaigns, and what it makes of one day's sessions. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from functools import cached_property, reduce

from broadcaster.schedule.model import (
    Airable,
    Period,
    PlanWarning,
    RelaySource,
    RuleOverride,
    RuleProfile,
    SessionEdit,
    SessionTemplate,
)


@dataclass(frozen=True)
class Given:
    """Everything that is the same for all days of one planning."""

    periods: Sequence[Period] = ()
    """In the order in which they were made: model.Period.over."""
    edits: Mapping[date, Sequence[SessionEdit]] = field(default_factory=dict)
    overrides: Sequence[RuleOverride] = ()
    profiles: Mapping[str, RuleProfile] = field(default_factory=dict)
    """Those that periods name."""
    sources: Mapping[str, RelaySource] = field(default_factory=dict)
    filler: Mapping[str, Sequence[Airable]] = field(default_factory=dict)
    """Kind -> approved items that may fill a gap."""
    carts: Mapping[str, Airable] = field(default_factory=dict)
    """Items put in by hand."""

    def on(self, day: date, templates: Sequence[SessionTemplate], profile: RuleProfile) -> DayFrame:
        """The sessions meant for `day`."""
        period = self._period(day)
        edits = {edit.session: edit for edit in self.edits.get(day, ())}
        if period is not None and period.sessions is not None:
            meant = [item for item in templates if item.id in period.sessions]
        else:
            meant = [item for item in templates if item.held_on(day)]
        known = {item.id for item in templates}
        meant += [item for item in templates if item.id in edits and edits[item.id].held and item not in meant]
        meant += [SessionTemplate(edit.session, edit.name, edit.starts, edit.minutes) for edit in edits.values()
                  if edit.session not in known and edit.starts is not None and edit.minutes > 0]
        held = tuple(_edited(item, edits.get(item.id)) for item in meant
                     if item.id not in edits or edits[item.id].held)
        if period is not None and period.profile:
            profile = self.profiles.get(period.profile, profile)
        return DayFrame(day, held, edits, period, profile, tuple(self.overrides))

    def contradictions(self, day: date, templates: Sequence[SessionTemplate]) -> list[PlanWarning]:
        """Where one decision goes against another made at another time: the later reader has to know."""
        period, known = self._period(day), {item.id: item for item in templates}
        found = [PlanWarning("period_session_gone", "", {"name": name, "period": period.name})
                 for name in (period.sessions or () if period else ()) if name not in known and period]
        for edit in self.edits.get(day, ()):
            template = known.get(edit.session)
            name = edit.name or (template.name if template else edit.session)
            if template is None and edit.held and edit.starts is None and not edit.says_nothing:
                found.append(PlanWarning("session_gone", "", {"name": name, "items": len(edit.items or ())}))
            elif edit.held and period is not None and period.sessions is not None \
                    and template is not None and template.id not in period.sessions and not edit.says_nothing:
                found.append(PlanWarning("held_in_period", f"{day.isoformat()}/{template.id}",
                                         {"name": name, "period": period.name}))
        return found

    def _period(self, day: date) -> Period | None:
        covering = [item for item in self.periods if item.covers(day)]
        return reduce(lambda before, item: item.over(before), covering) if covering else None


@dataclass(frozen=True)
class DayFrame:
    """One day's sessions before anything is put into them."""

    day: date
    templates: tuple[SessionTemplate, ...]
    """Those to be held, at the hours of this day."""
    edits: Mapping[str, SessionEdit]
    """Template id -> what was decided by hand."""
    period: Period | None
    profile: RuleProfile
    overrides: tuple[RuleOverride, ...] = ()

    @cached_property
    def without(self) -> frozenset[str]:
        """Kinds of items left out today."""
        return frozenset(self.period.without if self.period else ())

    @property
    def free_weekday(self) -> bool:
        """Whether the profile's weekdays are no matter: somebody said which sessions this day has."""
        return (self.period is not None and self.period.sessions is not None) or self.allowed("weekday", "") is not None

    def allowed(self, rule: str, session: str) -> int | None:
        """What an override lets instead; None when there is none."""
        found = [item.most for item in self.overrides if item.rule == rule and item.session in {"", session}]
        return max(found) if found else None

    def gain_db(self, moment: time) -> float:
        """How loud the station plays at that time of day."""
        clock = moment.strftime("%H:%M")
        return next((item.gain_db for item in self.profile.volume if _within(item.starts, item.ends, clock)), 0.0)


def _within(starts: str, ends: str, clock: str) -> bool:
    return starts <= clock < ends if starts <= ends else clock >= starts or clock < ends


def _edited(template: SessionTemplate, edit: SessionEdit | None) -> SessionTemplate:
    if edit is None:
        return template
    return replace(
        template, name=edit.name or template.name, starts=edit.starts or template.starts,
        minutes=edit.minutes or template.minutes, zones=edit.zones or template.zones,
        relays=template.relays if edit.relays is None else edit.relays)

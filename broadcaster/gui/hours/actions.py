"""What the dialogs of hours and rules read and change. A change is published at once, so that the player has it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import time

from broadcaster.base.errors import Refused
from broadcaster.gui.hours.model import Look, Relays
from broadcaster.gui.publishing import publish
from broadcaster.schedule.model import RuleOverride, RuleProfile, SessionTemplate, unusual_start
from broadcaster.schedule.relays.model import RelayState
from broadcaster.schedule.rules.findings import LONG, MANY, Finding
from broadcaster.schedule.sessions.own_files import MovedAside, OwnFile
from broadcaster.wiring import App

log = logging.getLogger(__name__)

_UNDONE = "Hoàn tác"
"""Why an unusual hour is back: it stood there before, with its own reason."""


@dataclass(frozen=True)
class Before:
    """What stood before a change: the way back."""

    templates: tuple[SessionTemplate, ...]
    overrides: tuple[RuleOverride, ...]


def look(app: App) -> Look:
    """The sessions, the rules, and how they fit; a damaged file of rules does not hide the way back from it."""
    files = app.schedule.session_files()
    try:
        profile = app.rules.profile()
        findings = app.rules.findings(profile, files.held)
    except Refused as refusal:
        log.warning("%s", refusal.text)
        profile, findings = RuleProfile(app.rules.chosen(), ""), ()
    return Look(files.templates, profile, tuple(app.rules.profiles()), findings, tuple(app.rules.overrides()),
                relays(app), files.damaged)


def relays(app: App) -> Relays:
    """The programmes the station knows, and which of them may sound."""
    found = app.relays.standings()
    return Relays({item.id: item.source.name for item in found},
                  frozenset(item.id for item in found if item.state is RelayState.APPROVED))


def doubts(app: App, template: SessionTemplate) -> tuple[Finding, ...]:
    """What would go beyond the rules, without a reason so far, if this session were saved so."""
    now = app.schedule.held()
    wanted = [item for item in now if item.id != template.id] + [template]
    if any(item.fault for item in app.rules.profiles() if item.id == app.rules.chosen()):
        return ()  # damaged rules keep nobody from changing hours; the page of the rules says what is wrong
    known = {(item.rule, item.session, item.asked, item.weekdays) for item in app.rules.findings(templates=now)}
    return tuple(item for item in app.rules.findings(templates=wanted) if item.override is None
                 and (item.rule, item.session, item.asked, item.weekdays) not in known)


def needs_reason(app: App, template: SessionTemplate) -> bool:
    """Before five or after seven in the evening, unless it stands there already."""
    old = next((item for item in app.schedule.held() if item.id == template.id), None)
    return unusual_start(template.starts) and (old is None or old.starts != template.starts)


def save(app: App, template: SessionTemplate, by: str, reason: str = "", lifted: Sequence[Finding] = ()) -> Before:
    """Hold it so, and lift the rules it goes beyond with the same reason."""
    before = standing(app)
    app.schedule.save_template(template, by, reason)
    for finding in lifted:
        app.rules.override(finding.rule, finding.scope, finding.asked if finding.rule in {LONG, MANY} else 0, reason,
                           by)
    publish(app)
    return before


def remove(app: App, template: SessionTemplate, by: str) -> Before:
    before = standing(app)
    app.schedule.remove_template(template.id, by)
    publish(app)
    return before


def standing(app: App) -> Before:
    """What holds now."""
    return Before(app.schedule.session_files().templates, tuple(app.rules.overrides()))


def take_back(app: App, before: Before, by: str) -> None:
    """Sessions and reasons as they were."""
    app.rules.put_sessions(before.templates, by, _UNDONE)
    _same_reasons(app, before.overrides, by)
    publish(app)


def _same_reasons(app: App, wanted: Sequence[RuleOverride], by: str) -> None:
    now = {(item.rule, item.session): item for item in app.rules.overrides()}
    meant = {(item.rule, item.session): item for item in wanted}
    for key, item in now.items():
        if key not in meant:
            app.rules.revoke(item.id, by)
    for key, item in meant.items():
        if key not in now or (now[key].most, now[key].reason) != (item.most, item.reason):
            app.rules.restore(item, by)


def take_sessions(app: App, profile: RuleProfile, by: str, reason: str = "") -> Before:
    """Hold the sessions the profile proposes, and no others."""
    before = standing(app)
    app.rules.put_sessions(app.rules.proposal(profile), by, reason)
    publish(app)
    return before


def undone(app: App, before: Before, by: str) -> Callable[[], None]:
    return lambda: take_back(app, before, by)


def restore(app: App, item: OwnFile, by: str) -> MovedAside | None:
    """The last good copy in the place of a damaged file."""
    moved = app.schedule.restore_session(item.path.name, by)
    publish(app)
    return moved


def set_aside(app: App, item: OwnFile, by: str) -> MovedAside | None:
    """A damaged file of which nothing good is known goes out of the way."""
    moved = app.schedule.set_session_aside(item.path.name, by)
    publish(app)
    return moved


def put_back(app: App, moved: MovedAside, by: str) -> Callable[[], None]:
    """The way back from both."""
    def work() -> None:
        app.schedule.put_session_back(moved, by)
        publish(app)
    return work


def early_or_late(templates: Sequence[SessionTemplate]) -> list[time]:
    """Starts a person is asked about again."""
    return [item.starts for item in templates if unusual_start(item.starts)]

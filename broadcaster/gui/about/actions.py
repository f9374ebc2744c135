"""What this program is, asked of the layers below; no widgets."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import qVersion

from broadcaster.base.clock import STATION_ZONE
from broadcaster.base.errors import Refused
from broadcaster.base.paths import shipped
from broadcaster.base.program import built, folder
from broadcaster.care.build_facts import BuildFacts, altered_files, build_facts
from broadcaster.db.migrate import current_revision
from broadcaster.gui.i18n import moment_text
from broadcaster.wiring import App


@dataclass(frozen=True)
class About:
    """Everything the page shows, ready to be written down."""

    facts: BuildFacts
    built: bool
    build: str
    """When and from what; empty for the sources."""
    qt: str
    system: str
    program: str
    station: str
    database: str


def about(app: App) -> About:
    """Read once; nothing of it changes while the window is open."""
    facts = build_facts()
    return About(facts, built(), build_words(facts), qVersion() or "", platform.platform(terse=True), str(folder()),
                 str(app.home.root), current_revision(app.home.database))


def build_words(facts: BuildFacts) -> str:
    """"21/11/2026 09:05 · 6d0716d80f1c"; a date nobody can read is left out."""
    try:
        moment = moment_text(datetime.fromisoformat(facts.date).astimezone(STATION_ZONE))
    except ValueError:
        moment = ""
    return " · ".join(part for part in (moment, facts.commit[:12]) if part)


def altered() -> list[str]:
    """Files of the program that are not as they were built. Raises Refused("install.incomplete")."""
    try:
        return list(altered_files())
    except (OSError, ValueError, KeyError) as error:
        raise Refused("install.incomplete", f"the list of the program's files cannot be read: {error}",
                      part="build.json") from error


def document(*parts: str) -> str:
    """A text that is shipped. Raises Refused("install.incomplete")."""
    return shipped(*parts).read_text(encoding="utf-8")


def has_notices() -> bool:
    """They are made when the program is built; the sources have none."""
    try:
        shipped("resources", "THIRD_PARTY_NOTICES.txt")
    except Refused:
        return False
    return True

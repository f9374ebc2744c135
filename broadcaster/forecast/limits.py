"""What the rules allow on each day: the profile, what was said against it, and the special periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from broadcaster.protocol.rundown import QuietHours
from broadcaster.schedule.model import Period, RuleOverride, RuleProfile


@dataclass(frozen=True)
class Limits:
    """One for the forecast; every question is about a day."""

    profile: RuleProfile
    overrides: Sequence[RuleOverride]
    periods: Sequence[tuple[Period, RuleProfile]]
    """Those that bring a profile of their own, the one that counts most last."""
    quiet: QuietHours

    def profile_of(self, day: date) -> RuleProfile:
        """The station's, or the one of the period that covers the day."""
        return next((profile for period, profile in reversed(self.periods) if period.covers(day)), self.profile)

    def session_minutes(self, day: date, session: str) -> int:
        """How long a session may sound; its id ends with its template's, by which it is let."""
        template = session.rpartition("/")[2]
        said = [each.most for each in self.overrides if each.rule == "session_long" and each.session in {"", template}]
        return max([self.profile_of(day).session_minutes, *said])

    def sessions(self, day: date) -> int:
        """How many sessions may sound in one place."""
        said = [each.most for each in self.overrides if each.rule == "sessions_many"]
        return max([self.profile_of(day).sessions_a_day, *said])

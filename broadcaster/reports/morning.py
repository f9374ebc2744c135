"""The first look of the day: what became of yesterday, what could go wrong today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from broadcaster.asrun.model import AiringQuery
from broadcaster.asrun.seals import SealService
from broadcaster.asrun.service import AsRunService
from broadcaster.asrun.signatures import SignatureService, Standing
from broadcaster.base.clock import Clock
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.directives.service import DirectiveService
from broadcaster.reports import risks
from broadcaster.reports.morning_model import BAD, DayLook, Morning, Risk, SessionToday, day_look
from broadcaster.schedule.model import DayPlan
from broadcaster.schedule.service import ScheduleService

_WEEKS = 4

Ask = Callable[[], Sequence[Risk]]


class MorningService:
    """One question for the morning page, the command line and whoever asks by telephone."""

    def __init__(self, home: StationHome, clock: Clock, asrun: AsRunService, signatures: SignatureService,
                 seals: SealService, schedule: ScheduleService, directives: DirectiveService,
                 others: Sequence[Ask] = ()) -> None:
        """`others`: further questions for risks, of parts of the program that reports know nothing of."""
        self._home = home
        self._clock = clock
        self._asrun = asrun
        self._signatures = signatures
        self._seals = seals
        self._schedule = schedule
        self._directives = directives
        self._others = tuple(others)

    def look(self, today: date | None = None) -> Morning:
        """Everything at once; takes as long as planning a week. `today`: else the clock's."""
        now = self._clock.now()
        today = today or now.date()
        yesterday = today - timedelta(days=1)
        sessions, found = self._today(today)
        unsealed = self._unsealed(today)
        return Morning(now, self.day(yesterday), self._signatures.standing(yesterday),
                       tuple(self._signatures.unsigned(yesterday)),
                       self._week(today), sessions,
                       risks.worst_first([*found, *risks.of_seals(unsealed), *self._risks(today)]),
                       self._seals.text(yesterday.isoformat()))

    def day(self, day: date) -> DayLook:
        """What became of one day."""
        name = day.isoformat()
        return day_look(day, self._asrun.airings(AiringQuery(first_day=name, last_day=name)))

    def _week(self, today: date) -> Standing:
        """The oldest of the last weeks that waits for the leader, else the last one."""
        weeks = [self._signatures.standing_of_week(today - timedelta(weeks=back)) for back in range(_WEEKS, 0, -1)]
        return next((week for week in weeks if week.due), weeks[-1])

    def _unsealed(self, today: date) -> list[date]:
        """Days of the last week that are over, have a journal and no seal."""
        days = [today - timedelta(days=back) for back in range(risks.SEAL_DAYS, 0, -1)]
        return [day for day in days if self._asrun.written_on(day) and self._seals.of(day.isoformat()) is None]

    def _today(self, today: date) -> tuple[tuple[SessionToday, ...], list[Risk]]:
        now = self._clock.now()
        try:
            plans: list[DayPlan] = self._schedule.plan_days(today, risks.AHEAD_DAYS)
        except BroadcasterError as error:
            return (), [_cannot("risk.plan_failed", error, "schedule")]
        found = [*risks.of_sounds(self._home, plans[0], now), *risks.of_plan(plans, now)]
        return risks.sessions_of(plans[0], now), found

    def _risks(self, today: date) -> Iterator[Risk]:
        now = self._clock.now()
        yield from risks.of_processes(self._home, now)
        for ask in self._others:
            try:
                yield from ask()
            except BroadcasterError as error:
                yield _cannot(error.code, error, "")
        yield from risks.of_letters(self._directives.reminders.due(today, risks.DUE_DAYS), today)
        yield from risks.of_backup(self._home, now)


def _cannot(code: str, error: BroadcasterError, page: str) -> Risk:
    return Risk(code, error.text, BAD, page, "", {**error.facts, "detail": error.text})

"""What a forecast finds, on plans made by hand: relays, silence, and rules no planner would break."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
import soundfile

from broadcaster.asrun.model import Outcome
from broadcaster.asrun.reconcile import reconcile
from broadcaster.base.clock import STATION_ZONE
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.forecast.campaigns import short_campaigns
from broadcaster.forecast.faults import fault_from
from broadcaster.forecast.findings import Seen, findings_of
from broadcaster.forecast.limits import Limits
from broadcaster.forecast.model import DayResult, Finding, Level, Sound
from broadcaster.forecast.run import Run
from broadcaster.forecast.scratch import ScratchHome
from broadcaster.forecast.service import days_of
from broadcaster.library.model import Cart, CartKind, Cut, State
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.rundown import CutRef, PlannedSession, QuietHours, Relay, Rundown, RundownEvent
from broadcaster.protocol.seal import make_key
from broadcaster.schedule.model import Campaign, DayPlan, Per, Period, RuleOverride, RuleProfile

DAY = date(2026, 11, 23)
"""A Monday."""
QUIET = QuietHours("21:00", "04:30")
PROFILE = RuleProfile("mẫu", "Mẫu", session_minutes=60, sessions_a_day=2)
KEY = bytes(range(32))


def at(text: str, day: date = DAY) -> datetime:
    return datetime.fromisoformat(f"{day}T{text}").replace(tzinfo=STATION_ZONE)


def approved(sha256: str, key: bytes, valid_until: str = "") -> Approval:
    return Approval("a1", "cart:c1", "", sha256, "Phó Chủ tịch", "2026-11-20T16:00:00.000+07:00",
                    valid_until).sealed(key)


def event(name: str, cut: CutRef, starts: datetime, key: bytes = KEY, **more: object) -> RundownEvent:
    values: dict[str, object] = {"id": name, "kind": "thong_bao", "title": f"Mục {name}", "cut": cut,
                                 "starts_at": starts, "hard": True, "latest_start": starts + timedelta(minutes=15),
                                 "approval": approved(cut.sha256, key), **more}
    return RundownEvent(**values)  # type: ignore[arg-type]


def plan_of(*events: RundownEvent, ends: str = "06:00", name: str = "sang") -> Rundown:
    session = PlannedSession(name, "Buổi sáng", events[0].starts_at, at(ends), ("all",), events)
    return Rundown("x1", "Đài mẫu", DAY, 1, at("00:00") - timedelta(hours=6), QUIET, (session,))


class RelayStation:
    """A station without a ledger, whose plan is a relay of half a minute and a notice after it."""

    def __init__(self, folder: Path, fallback: bool) -> None:
        self.home = StationHome(folder / "trạm")
        self.home.create()
        self.key = make_key(self.home)
        cut = self._cut(20)
        relay = Relay("stream", "http://relay.invalid/vov1", cut if fallback else None)
        programme = CutRef(relay.digest(), 60 * RATE)
        self.plan = plan_of(event("tiep-song", programme, at("05:00"), self.key, relay=relay, kind="tiep_song"),
                            event("sau", cut, at("05:01"), self.key))

    def _cut(self, length: int) -> CutRef:
        path = self.home.root / "new.flac"
        soundfile.write(path, np.full(length * RATE, 0.1), RATE, subtype="PCM_16")
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        self.home.audio(sha256).parent.mkdir(parents=True, exist_ok=True)
        path.replace(self.home.audio(sha256))
        return CutRef(sha256, length * RATE)

    def played(self, *faults: str) -> list[Finding]:
        scratch = ScratchHome(self.home.root / "logs" / "scratch", self.home)
        supposed = [fault_from(text, DAY, 1) for text in faults]
        played = Run(scratch, self.key, [self.plan], at("04:00"), supposed).play()
        rows = reconcile(DAY, [self.plan], played.lines, played.ended_at)
        assert {row.outcome for row in rows if row.id == "sau"} == {Outcome.AIRED}
        return findings_of(days_of([self.plan], [DayPlan(self.plan)], played, self.key, supposed), limits())


def limits(overrides: tuple[RuleOverride, ...] = (),
           periods: tuple[tuple[Period, RuleProfile], ...] = ()) -> Limits:
    return Limits(PROFILE, overrides, periods, QUIET)


def codes(found: list[Finding]) -> list[str]:
    return [finding.code for finding in found]


@pytest.mark.parametrize(("fallback", "fault", "expected"), [
    (False, "", []), (False, "relay-silent", ["silence"]), (False, "relay-lost", ["relay_lost"]),
    (True, "", []), (True, "relay-silent", ["relay_fallback"]), (True, "relay-lost", ["relay_fallback"]),
])
def test_a_relay_that_says_nothing_is_heard_of(tmp_path: Path, fallback: bool, fault: str,
                                               expected: list[str]) -> None:
    found = RelayStation(tmp_path, fallback).played(*filter(None, [fault]))
    assert codes(found) == expected


CUT = CutRef("c" * 64, 60 * RATE)


def seen(*sounds: Sound, plan: Rundown | None = None) -> Seen:
    plan = plan or plan_of(event("một", CUT, at("05:00")), event("hai", CUT, at("05:01"), hard=False))
    return Seen(plan, DayResult(DAY, (), (), (), ()), sounds, (), published=True, key=KEY)


def sound(name: str, begins: str, ends: str, off: float = 0.0, zone: str = "") -> Sound:
    return Sound(zone, str(DAY), "sang", name, at(begins), at(ends), off)


def breaks(day: Seen, allowed: Limits | None = None) -> list[str]:
    return [finding.code for finding in findings_of([day], allowed or limits()) if finding.level is Level.BREAK]


def test_rules_are_judged_by_what_sounded() -> None:
    assert breaks(seen(sound("một", "05:00", "05:01"), sound("hai", "05:01", "05:02"))) == []
    assert breaks(seen(sound("một", "20:59", "21:01"))) == ["quiet_hours"]
    assert breaks(seen(sound("một", "04:29", "04:31"))) == ["quiet_hours"]
    assert breaks(seen(sound("một", "05:59", "06:01"))) == ["past_end"]
    assert breaks(seen(sound("một", "05:00", "05:02"), sound("hai", "05:01", "05:03"))) == ["overlap"]
    assert breaks(seen(sound("một", "05:00", "05:02", zone="A"), sound("hai", "05:01", "05:03", zone="B"))) == []


def test_the_end_of_the_quiet_hours_belongs_to_the_day() -> None:
    assert breaks(seen(sound("một", "04:30", "04:31"))) == []
    last = plan_of(event("một", CUT, at("20:59")), ends="21:00")
    assert breaks(seen(sound("một", "20:59", "21:00"), plan=last)) == []


def test_a_session_is_as_long_as_the_profile_its_override_or_its_period_allows() -> None:
    plan = plan_of(event("một", CUT, at("05:00")), ends="07:00")
    day = seen(sound("một", "05:00", "05:01"), sound("một", "06:10", "06:11"), plan=plan)
    assert breaks(day) == ["session_long"]
    said = RuleOverride("o", "session_long", "sang", 90, "Lễ hội", "Phó Chủ tịch", "")
    assert breaks(day, limits((said,))) == []
    assert limits((said,)).session_minutes(DAY, f"{DAY}/sang") == 90
    assert limits((said,)).session_minutes(DAY, f"{DAY}/chieu") == 60
    flood = Period("p", "disaster", "Bão", DAY, DAY, profile="rộng")
    assert breaks(day, limits(periods=((flood, replace(PROFILE, session_minutes=120)),))) == []
    elsewhere = replace(flood, first_day=DAY + timedelta(1), last_day=DAY + timedelta(1))
    assert breaks(day, limits(periods=((elsewhere, replace(PROFILE, session_minutes=120)),))) == ["session_long"]


def test_sessions_are_counted_where_they_are_heard() -> None:
    names = ("sang", "trua", "chieu")
    hours = [replace(sound("một", f"{hour}:00", f"{hour}:01"), session=name)
             for name, hour in zip(names, ("05", "11", "17"), strict=True)]
    assert breaks(seen(*hours)) == ["sessions_many"]
    assert breaks(seen(*(replace(each, zone=zone) for each, zone in zip(hours, "AAB", strict=True)))) == []
    said = RuleOverride("o", "sessions_many", "", 3, "Lễ hội", "Phó Chủ tịch", "")
    assert breaks(seen(*hours), limits((said,))) == []


def test_what_nobody_approved_or_no_longer_is_named() -> None:
    old = event("một", CUT, at("05:00"), approval=approved(CUT.sha256, KEY, "2026-11-22"))
    assert breaks(seen(sound("một", "05:00", "05:01"), plan=plan_of(old))) == ["expired"]
    other = event("một", CUT, at("05:00"), approval=approved("d" * 64, KEY))
    assert breaks(seen(sound("một", "05:00", "05:01"), plan=plan_of(other))) == ["not_approved"]


def test_a_week_counts_only_when_all_its_days_are_there() -> None:
    cut = Cut("c" * 64, 60 * RATE, -18.0, -3.0, "import", "a.wav", b"")
    cart = Cart(id="cart-1", kind=CartKind.NOTICE, title="Mục", cut=cut, state=State.APPROVED, origin="own")
    weekly = Campaign("k", "Mục", cart, 3, DAY, DAY + timedelta(20), per=Per.WEEK)
    whole = [DAY + timedelta(n) for n in range(10)]
    found = short_campaigns([weekly, replace(weekly, id="l", state="stopped")], [], whole)
    assert [(each.facts["asked"], each.facts["lacking"], each.facts["days"]) for each in found] == [(3, 3, [str(DAY)])]
    daily = replace(weekly, per=Per.DAY, times=2, weekdays="1")
    assert short_campaigns([daily], [], whole)[0].facts["asked"] == 4

"""What the first look of the day warns of, from real files and real plans' pieces."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

from broadcaster.aggregation.unsent import PATIENCE, unsent
from broadcaster.base.clock import STATION_ZONE, at, format_time
from broadcaster.base.paths import StationHome
from broadcaster.directives.model import Due
from broadcaster.protocol.rundown import QuietHours, Rundown
from broadcaster.reports import risks
from broadcaster.reports.morning_model import BAD, Risk
from broadcaster.schedule.model import DayPlan, PlanWarning, SessionFill
from broadcaster.wiring import build_app

DAY = date(2026, 11, 22)
NOW = at(DAY, 6.5 * 3600)


def plan(*fills: SessionFill, day: date = DAY, warnings: tuple[PlanWarning, ...] = ()) -> DayPlan:
    return DayPlan(Rundown("xa-mau", "Xã Mẫu", day, 1, NOW, QuietHours("21:00", "04:30"), ()), fills, warnings)


def fill(name: str, hour: float, seconds: float, *, held: bool = True) -> SessionFill:
    return SessionFill(f"{DAY}.{name}", name, at(DAY, hour * 3600), seconds, 1800.0, held)


def codes(found: object) -> list[str]:
    return [risk.code for risk in found if isinstance(risk, Risk)]  # type: ignore[attr-defined]


def test_sessions_that_are_empty_or_thin() -> None:
    thin = PlanWarning("session_thin", f"{DAY}.chieu")
    today = plan(fill("sang", 5, 0), fill("trua", 11, 0), fill("chieu", 17, 60), warnings=(thin,))
    found = list(risks.of_plan([today], NOW))
    assert codes(found) == ["risk.session_empty", "risk.session_thin"]
    assert found[0].facts == {"sessions": "trua 11:00", "count": 1}, "the morning's session is over"
    assert [session.state for session in risks.sessions_of(today, NOW)] == ["past", "to_come", "to_come"]
    assert [session.state for session in risks.sessions_of(plan(fill("sang", 6.4, 60), fill("x", 9, 5, held=False)),
                                                           NOW)] == ["on_air", "not_held"]
    assert codes(risks.of_plan([plan()], NOW)) == ["risk.no_session"]


def test_what_will_not_air_today_and_soon() -> None:
    def said(code: str, title: str) -> PlanWarning:
        return PlanWarning(code, "", {"title": title})

    full = fill("trua", 11, 900)
    today = plan(full, warnings=(said("not_approved", "Tin A"), said("expired", "Tin B"),
                                 PlanWarning("relay_not_approved", "s", {"name": "Buổi sáng", "source": "vov1"})))
    later = [plan(full, day=DAY + timedelta(number), warnings=(said("expired", "Tin B"), said("expired", "Tin C")))
             for number in (1, 2)]
    found = {risk.code: risk for risk in risks.of_plan([today, *later], NOW)}
    assert set(found) == {"risk.not_approved", "risk.expired", "risk.relay", "risk.soon_expired"}
    assert found["risk.soon_expired"].facts == {"items": "“Tin C” (23/11)", "count": 1}, "B is told for today already"
    assert found["risk.relay"].facts["items"] == "“vov1”"
    assert (found["risk.expired"].level, found["risk.expired"].page) == (BAD, "approvals")


def test_the_resident_helper_is_believed_while_it_is_fresh(home: StationHome) -> None:
    def write(when: datetime) -> None:
        alarms = [{"code": "disk_low", "since": format_time(when), "facts": {"free_mb": 12}},
                  {"code": "coming_missing", "since": format_time(when), "facts": {"items": "“A”", "count": 1}},
                  {"code": "session_empty", "since": format_time(when), "facts": {"sessions": ["x"]}},
                  {"code": "next_thin", "since": format_time(when), "facts": {"sessions": "Buổi trưa"}},
                  {"code": "report_overdue", "since": format_time(when), "facts": {"count": 1, "letters": "1/UBND"}},
                  "rubbish"]
        (home.run / "keeper.status.json").write_text(json.dumps({"at": format_time(when), "alarms": alarms}))

    write(NOW)
    found = list(risks.of_processes(home, NOW))
    assert codes(found) == ["risk.air_down", "alarm.disk_low", "alarm.coming_missing", "alarm.report_overdue"]
    assert [risk.level for risk in found] == ["bad", "bad", "bad", "wait"]
    assert found[2].page == "library"
    write(NOW - timedelta(hours=1))
    assert codes(risks.of_processes(home, NOW)) == ["risk.keeper_down", "risk.air_down"]
    for damaged in (b"", b"[]", b"{", b'{"at": "yesterday"}', b'{"at": 5, "alarms": null}'):
        (home.run / "keeper.status.json").write_bytes(damaged)
        assert codes(risks.of_processes(home, NOW)) == ["risk.keeper_down", "risk.air_down"]


def test_backups_letters_seals_and_order(home: StationHome) -> None:
    assert codes(risks.of_backup(home, NOW)) == ["risk.backup_never"]
    for days, told in ((1, []), (9, ["risk.backup_old"])):
        made = {"made_at": format_time(NOW - timedelta(days=days))}
        (home.root / "backup" / "last.json").write_text(json.dumps(made), "utf-8")
        assert codes(risks.of_backup(home, NOW)) == told
    due = [Due("d1", "12/UBND", "Tiêm chủng", DAY - timedelta(1), "report"),
           Due("d2", "", "Phòng cháy", DAY + timedelta(3), "report"),
           Due("d3", "13/UBND", "Gọi điện", DAY, "reminder")]
    found = list(risks.of_letters(due, DAY))
    assert [(risk.code, risk.item, risk.facts["letters"]) for risk in found] == [
        ("alarm.report_overdue", "d1", "12/UBND"), ("risk.report_due", "d2", "Phòng cháy (25/11)")]
    assert [risk.facts for risk in risks.of_seals([DAY, DAY + timedelta(1)])] == [{"days": "22/11, 23/11"}]
    assert list(risks.of_seals([])) == []
    grave = Risk("b", "", BAD)
    assert risks.worst_first([Risk("a", ""), grave, Risk("a", "again")]) == (grave, Risk("a", ""))
    assert codes(risks.worst_first([Risk("alarm.no_plan", ""), Risk("risk.no_session", "")])) == ["risk.no_session"]
    assert codes(risks.worst_first([Risk("alarm.no_plan", "")])) == ["alarm.no_plan"]


def test_packages_that_do_not_get_through(home: StationHome) -> None:
    class Clock:
        def __init__(self) -> None:
            self.at = datetime(2026, 11, 22, 6, 0, tzinfo=STATION_ZONE)

        def now(self) -> datetime:
            return self.at

    app = build_app(home)
    try:
        clock = Clock()
        assert unsent(app.upward, clock) == []  # type: ignore[arg-type]
        with app.database.write("delivery") as c:
            for number, state in ((1, "queued"), (2, "queued"), (3, "refused"), (4, "received")):
                c.exec_driver_sql(
                    "INSERT INTO delivery (id, package, sha256, number, first_day, last_day, state, place, tries, "
                    "problem, made_at, made_by, next_try, sent_at, answered_at) VALUES "
                    "(?, 'x.dxgoi', '', ?, '2026-11-20', '2026-11-21', ?, '', 0, '{}', ?, '', '', '', '')",
                    (f"d{number}", number, state, format_time(clock.at)))
        assert codes(unsent(app.upward, clock)) == ["risk.refused"]  # type: ignore[arg-type]
        clock.at += PATIENCE + timedelta(minutes=1)
        found = unsent(app.upward, clock)  # type: ignore[arg-type]
        assert codes(found) == ["risk.unsent", "risk.refused"]
        assert found[0].facts == {"count": 2, "since": "22/11/2026"}
    finally:
        app.close()

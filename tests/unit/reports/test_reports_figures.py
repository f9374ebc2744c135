"""The figures of a report: by origin, language, zone …; corrections, days covered, periods not over yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from reports_office import Office, airing

from broadcaster.asrun.model import Airing, Correction, Outcome, ZoneAiring
from broadcaster.reports import periods
from broadcaster.reports.compile import EXTRACT, compile_report
from broadcaster.reports.model import Group, Report, ReportQuery, Sender

DAY = date(2026, 11, 21)
SENDER = Sender("Đài truyền thanh xã Mẫu", "xã Mẫu", "tỉnh Mẫu", "ỦY BAN NHÂN DÂN XÃ MẪU", "", 0)


def compiled(*rows: Airing, query: ReportQuery | None = None, month_from: int = 1) -> Report:
    return compile_report(SENDER, DAY, DAY, DAY, None, iter(rows), query=query, month_from=month_from)


def by(report: Report, axis: str) -> dict[str, tuple[int, int, float]]:
    return {group.key: (group.items, group.airings, group.seconds) for group in report.breakdowns[axis]}


def relay(name: str, source: str, second: float, seconds: float) -> Airing:
    row = airing(name, DAY, second, kind="tiep_song", title=source, seconds=seconds)
    return replace(row, is_relay=True, cut_sha256="", origin="relay")


def test_each_axis_counts_items_airings_and_seconds_apart() -> None:
    rows = (
        replace(airing("a", DAY, cut="x"), origin="own", category="y_te"),
        replace(airing("b", DAY, 6 * 3600, cut="x", repeat=True), origin="own", category="y_te"),
        replace(airing("c", DAY, 7 * 3600, kind="bai", seconds=300), origin="superior", language="bdq"),
        airing("d", DAY + timedelta(10), 7 * 3600, outcome=Outcome.MISSED, reason="power"),
        relay("vov", "Thời sự VOV1", 8 * 3600, 1800), relay("vov2", "Thời sự VOV1", 18 * 3600, 1200),
        relay("tinh", "Đài tỉnh Mẫu", 17 * 3600, 900))
    report = compiled(*rows)
    assert by(report, "kind") == {"tin": (1, 2, 180), "bai": (1, 1, 300), "tiep_song": (3, 3, 3900)}
    assert by(report, "origin") == {"own": (1, 2, 180), "superior": (1, 1, 300), "relay": (3, 3, 3900), "": (0, 0, 0)}
    assert by(report, "source") == {"Thời sự VOV1": (2, 2, 3000), "Đài tỉnh Mẫu": (1, 1, 900)}
    assert by(report, "language")["bdq"] == (1, 1, 300)
    assert by(report, "category")["y_te"] == (1, 2, 180)
    assert [(group.key, group.missed) for group in report.breakdowns["month"]] == [("2026-11", 0), ("2026-12", 1)]
    assert report.totals.relay_seconds == 3900


def test_a_shifted_month_takes_the_days_it_should() -> None:
    rows = [airing(str(n), date(2026, 11, 1) + timedelta(n)) for n in range(30)]
    months = {group.key: group.airings for group in compiled(*rows, month_from=15).breakdowns["month"]}
    assert months == {"2026-11": 14, "2026-12": 16}


def test_a_zone_that_stayed_silent_is_not_reached() -> None:
    east, west = "Thôn Đông", "Thôn Tây"
    parts = (ZoneAiring(east, Outcome.AIRED, 48000), ZoneAiring(west, Outcome.MISSED, reason="device_lost"))
    report = compiled(replace(airing("a", DAY, outcome=Outcome.PARTIAL), by_zone=parts, zones=(east, west)))
    assert set(by(report, "zone")) == {"Thôn Đông"}


def test_a_corrected_row_counts_as_corrected_and_is_said() -> None:
    told = Correction("c1", "a", DAY.isoformat(), Outcome.MISSED, "power", "mất điện cả thôn", "Cán bộ truyền thanh",
                      "2026-11-22T07:00:00.000+07:00")
    rows = (replace(airing("a", DAY), correction=told), airing("b", DAY, 6 * 3600))
    report = compiled(*rows)
    assert (report.totals.airings, report.totals.missed, report.totals.corrected) == (1, 1, 1)
    assert report.totals.missed_by_reason == {"power": 1}
    assert [(day.planned, day.aired) for day in report.coverage] == [(2, 1)]
    assert by(report, "kind")["tin"] == (1, 1, 90)
    assert sum(row.airings for row in report.rows) == 1
    assert [str(row.outcome) for row in report.airings] == ["missed", "aired"], "the extract shows what counts"


def test_days_asked_and_days_covered(office: Office) -> None:
    office.log(airing("a", DAY), airing("b", DAY + timedelta(1), outcome=Outcome.MISSED, reason="pc_off"),
               replace(airing("c", DAY + timedelta(2), kind="khan_cap", outcome=Outcome.UNSCHEDULED),
                       insert_id="insert-1"))
    report = office.reports.for_month("2026-11")
    assert (report.days_asked, report.days_covered, report.totals.days) == (2, 1, 2)
    assert "Số ngày có lịch phát: 2 ngày; số ngày đã phát: 1 ngày." in office.reports.says(report).situation()


def test_a_period_that_is_not_over_says_so(office: Office) -> None:
    now = office.reports.says(office.reports.for_month("2026-11")).situation()
    assert "Kỳ báo cáo chưa kết thúc; số liệu tính đến ngày 21/11/2026." in now
    assert not any("chưa kết thúc" in line for line in office.reports.says(
        office.reports.for_month("2026-10")).situation())


def test_one_zone_or_kind_alone(office: Office) -> None:
    zones = (ZoneAiring("Thôn Đông", Outcome.AIRED),)
    office.log(replace(airing("a", DAY), zones=("Thôn Đông",), by_zone=zones), airing("b", DAY, 6 * 3600, kind="bai"))
    month = periods.month("2026-11")
    assert office.reports.compile(ReportQuery(month, zone="Thôn Đông")).totals.airings == 1
    only = office.reports.compile(ReportQuery(month, kinds=("bai",)))
    assert [row.kind for row in only.rows] == ["bai"]
    assert "Số liệu dưới đây chỉ tính các thể loại: bài." in office.reports.says(only).situation()


def test_a_long_period_keeps_figures_not_rows(office: Office) -> None:
    """What a report holds does not grow with the log, and a sheet still has all of it."""
    rows = [airing(f"{n}", DAY, 5 * 3600 + n, title=f"Tin {n % 7}") for n in range(EXTRACT + 20)]
    office.log(*rows)
    report = office.reports.for_month("2026-11")
    assert (report.log_rows, len(report.airings), report.totals.airings) == (EXTRACT + 20, EXTRACT, EXTRACT + 20)
    assert [row.id for row in office.reports.log_of(report)] == [row.id for row in rows]
    assert "PHỤ LỤC" in {getattr(block, "kind", "") for block in office.reports.document(report).blocks}
    assert len(office.reports.document(report).tables()[-1].rows) == 1, "on paper stand the days"


def drawn() -> st.SearchStrategy[list[Airing]]:
    outcomes = st.sampled_from([Outcome.AIRED, Outcome.PARTIAL, Outcome.MISSED, Outcome.MADE_UP, Outcome.PENDING])

    def row(number: int, kind: str, outcome: Outcome, item: int, day: int, language: str) -> Airing:
        made = airing(str(number), DAY + timedelta(day), 5 * 3600 + number, kind=kind, outcome=outcome,
                      cut=f"{kind}{item}", title=f"{kind} {item}", reason="power" if outcome is Outcome.MISSED else "")
        return replace(made, language=language)

    one = st.tuples(st.sampled_from(["tin", "bai", "thong_bao", "nhac"]), outcomes, st.integers(0, 3),
                    st.integers(0, 40), st.sampled_from(["vi", "bdq"]))
    return st.lists(one, max_size=40).map(lambda many: [row(n, *each) for n, each in enumerate(many)])


@given(drawn())
def test_the_parts_always_add_up_to_the_whole(rows: list[Airing]) -> None:
    report = compiled(*rows)
    sums = report.totals

    def added(groups: Iterator[Group] | tuple[Group, ...]) -> tuple[int, int, int, int, float]:
        parts = list(groups)
        return (sum(group.airings for group in parts), sum(group.repeats for group in parts),
                sum(group.planned for group in parts), sum(group.missed for group in parts),
                sum(group.seconds for group in parts))

    whole = (sums.airings, sums.repeats, sums.planned, sums.missed, sums.seconds)
    for axis in ("kind", "origin", "language", "category", "urgency", "month"):
        assert added(report.breakdowns[axis]) == whole, axis
    assert {group.key: group.items for group in report.breakdowns["kind"] if group.items} == sums.items
    assert sum(row.airings for row in report.rows) == sums.airings
    assert (sum(day.planned for day in report.coverage), sum(day.aired for day in report.coverage)) == (
        sums.planned, sums.airings)


def test_the_first_that_sounded_is_the_new_one() -> None:
    first, second, third = (airing(name, DAY, hour * 3600, cut="x", repeat=name != "sáng")
                            for name, hour in (("sáng", 5), ("trưa", 11), ("chiều", 17)))
    missed = replace(first, outcome=Outcome.MISSED, aired_frames=0, reason="power")
    told = Correction("c", "sáng", DAY.isoformat(), Outcome.MISSED, "operator", "Loa hỏng.", "Cán bộ", "")
    for morning in (missed, replace(first, correction=told)):
        report = compiled(morning, second, third)
        assert (report.totals.airings, report.totals.new_airings, report.totals.repeats) == (2, 1, 1)
        assert [group.repeats for group in report.breakdowns["language"]] == [1]
    assert compiled(first, second, third).totals.repeats == 2
    assert compiled(second, third).totals.repeats == 2, "the first was in an earlier period"

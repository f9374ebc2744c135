"""From a letter's wording to all fields of a campaign."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from broadcaster.directives.airing_rules import propose
from broadcaster.directives.parse import parse_letter
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.campaigns.terms import Terms, terms_from
from broadcaster.schedule.model import Per, RuleProfile

TODAY = date(2026, 3, 2)
PROFILE = RuleProfile("two-by-60", "Hai buổi")


def terms(words: str, today: date = TODAY) -> Terms:
    letter = parse_letter(f"SỞ THÔNG TIN VÀ TRUYỀN THÔNG\nSố: 12/STTTT-BCXB\n\nKính gửi: UBND các xã\n\n{words}\n")
    return terms_from(propose(letter, TODAY, PROFILE.default_times), PROFILE, today)


@pytest.mark.parametrize(("words", "times", "per", "weekdays", "parts"), [
    ("Phát thanh 2 lần/tuần.", 2, Per.WEEK, "1234567", ()),
    ("Phát thanh 3 lần/tuần vào các ngày thứ Hai, thứ Tư, thứ Sáu.", 3, Per.WEEK, "135", ()),
    ("Phát thanh 2 lần/ngày.", 2, Per.DAY, "1234567", ()),
    ("Phát các ca khúc trên loa truyền thanh vào sáng Chủ nhật hàng tuần.", 1, Per.DAY, "7", ("morning",)),
    ("Phát thanh hằng ngày vào buổi sáng và buổi chiều.", 2, Per.DAY, "1234567", ("morning", "afternoon")),
])
def test_every_field_the_letter_speaks_of(words: str, times: int, per: Per, weekdays: str,
                                          parts: tuple[str, ...]) -> None:
    found = terms(words)
    assert (found.times, found.per, found.weekdays, found.dayparts) == (times, per, weekdays, parts)


def test_no_figure_is_the_profile_s_more_often_for_a_priority() -> None:
    assert terms("Tuyên truyền trên hệ thống truyền thanh.").times == PROFILE.default_times
    urgent = terms("Đề nghị ưu tiên thời lượng phát thanh tuyên truyền trên hệ thống truyền thanh.")
    assert (urgent.urgency, urgent.times) == (Urgency.PRIORITY, PROFILE.priority_times)


def test_days_gone_by_are_not_planned_and_a_letter_that_is_over_counts_as_none() -> None:
    words = "Phát thanh 2 lần/ngày từ ngày 05/3 đến ngày 15/3/2026."
    assert terms(words, date(2026, 3, 10)).first_day == date(2026, 3, 10)
    late = terms(words, date(2026, 4, 1))
    assert (late.first_day, late.last_day) == (date(2026, 4, 1), date(2026, 4, 1) + timedelta(days=9))
    assert terms_from(None, PROFILE, TODAY, date(2026, 3, 20)).first_day == date(2026, 3, 20)

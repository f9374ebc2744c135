"""Airing wordings of real letters (and their near relations) become the proposal a person would have made."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.directives.airing_rules import propose
from broadcaster.directives.airing_words import rhythm
from broadcaster.directives.parse import parse_letter

RECEIVED = date(2026, 3, 2)


def letter(sentence: str, mark: str = "") -> str:
    return f"""ỦY BAN NHÂN DÂN XÃ MẪU
Số: 12/UBND-VX

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Xã Mẫu, ngày 02 tháng 3 năm 2026

V/v tuyên truyền phòng, chống dịch bệnh
{mark}

Kính gửi: Đài truyền thanh xã.

Để phòng, chống dịch bệnh, Ủy ban nhân dân xã đề nghị Đài truyền thanh xã:

1. {sentence}

2. Theo dõi việc thực hiện.

Nơi nhận:
- Như trên;
- Lưu: VT."""


@pytest.mark.parametrize(("words", "times", "weekdays", "least", "parts"), [
    ("Thực hiện phát thanh 01 lần/ngày.", 1, "1234567", False, ()),
    ("Tập trung phát thanh liên tục ít nhất 02 lần/ngày.", 2, "1234567", True, ()),
    ("Phát thanh tối thiểu 03 lần/ngày vào buổi sáng, trưa và chiều.", 3, "1234567", True,
     ("morning", "noon", "afternoon")),
    ("Mỗi ngày phát 2 lần trên hệ thống loa truyền thanh.", 2, "1234567", False, ()),
    ("Phát thanh mỗi ngày ít nhất ba lần.", 3, "1234567", True, ()),
    ("Phát trên loa truyền thanh 2-3 lần/ngày.", 3, "1234567", False, ()),
    ("Phát phóng sự trên hệ thống truyền thanh (2 lần/ tuần).", 1, "36", False, ()),
    ("Phát bài tuyên truyền 03 (ba) lần/tuần.", 1, "246", False, ()),
    ("Phát thanh 10 lần/tuần.", 2, "1234567", False, ()),
    ("Phát thanh 01 lần/tuần vào sáng thứ Hai hằng tuần.", 1, "1", False, ("morning",)),
    ("Phát các ca khúc vào sáng Chủ nhật hàng tuần.", 1, "7", False, ("morning",)),
    ("Phát thanh 2 lần/ngày, từ thứ Hai đến thứ Sáu.", 2, "12345", False, ()),
    ("Phát thanh 2 lần/ngày vào các ngày thứ Ba, thứ Năm và thứ Bảy.", 2, "246", False, ()),
    ("Phát thanh ngày 2 lần (trừ thứ Bảy, Chủ nhật).", 2, "12345", False, ()),
    ("Phát thanh hằng ngày vào buổi sáng và buổi chiều.", 2, "1234567", False, ("morning", "afternoon")),
    ("Phát thanh 2 lần/buổi, sáng và chiều.", 4, "1234567", False, ("morning", "afternoon")),
    ("Phát thanh 2 ngày/lần.", 1, "1357", False, ()),
    ("Phát thanh ít nhất 01 lần/tháng.", 1, "6", True, ()),
    ("Tần suất: Ít nhất 2 lần/ngày; ưu tiên bố trí tăng thời lượng thứ Bảy và Chủ nhật.", 2, "1234567", True, ()),
])
def test_rhythm_of_real_wordings(words: str, times: int, weekdays: str, least: bool, parts: tuple[str, ...]) -> None:
    proposal = propose(parse_letter(letter(words)), RECEIVED)
    assert proposal is not None
    assert (proposal.times_per_day, proposal.weekdays, proposal.at_least, proposal.parts_of_day) == (
        times, weekdays, least, parts)


@pytest.mark.parametrize(("words", "first", "last", "reason"), [
    ("Phát thanh 2 lần/ngày từ ngày 05/3 đến ngày 15/3/2026.", "2026-03-05", "2026-03-15", "window_from_letter"),
    ("Phát thanh 2 lần/ngày từ ngày 5 đến hết ngày 15 tháng 3 năm 2026.", "2026-03-05", "2026-03-15",
     "window_from_letter"),
    ("Từ nay đến hết ngày 31/5/2026 phát thanh 2 lần/ngày.", "2026-03-02", "2026-05-31", "window_from_letter"),
    ("Phát thanh 2 lần/ngày trong tháng 4/2026.", "2026-04-01", "2026-04-30", "window_from_letter"),
    ("Tuyên truyền cao điểm trên hệ thống truyền thanh từ tháng 4/2026 đến tháng 6/2026.", "2026-04-01", "2026-06-30",
     "window_from_letter"),
    ("Phát thanh 2 lần/ngày liên tục trong 05 ngày.", "2026-03-02", "2026-03-06", "window_counted"),
    ("Phát trên loa truyền thanh trong 02 tuần.", "2026-03-02", "2026-03-15", "window_counted"),
    ("Phát thanh 2 lần/ngày.", "2026-03-02", "2026-03-11", "window_default"),
    ("Phát thanh 2 lần/ngày từ ngày 01/2 đến ngày 20/2/2026.", "2026-03-02", "2026-03-11", "window_passed"),
    ("Tuyên truyền trên hệ thống truyền thanh kế hoạch giai đoạn 2021 - 2025.", "2026-03-02", "2026-03-11",
     "window_default"),
])
def test_windows(words: str, first: str, last: str, reason: str) -> None:
    proposal = propose(parse_letter(letter(words)), RECEIVED)
    assert proposal is not None
    assert (proposal.first_day.isoformat(), proposal.last_day.isoformat()) == (first, last)
    assert reason in proposal.reasons


@pytest.mark.parametrize(("words", "day", "part", "time"), [
    ("Thực hiện tiếp âm đầy đủ chương trình truyền thanh trực tiếp phiên khai mạc Đại hội vào sáng ngày 15/5/2026.",
     "2026-05-15", "morning", ""),
    ("Tiếp sóng trực tiếp Lễ mít tinh lúc 19 giờ 30 phút ngày 30/4/2026 trên hệ thống truyền thanh.", "2026-04-30", "",
     "19:30"),
    ("Đài truyền thanh xã tiếp âm buổi lễ khai giảng vào 7h00, sáng ngày 05 tháng 9 năm 2026.", "2026-09-05",
     "morning", "07:00"),
])
def test_one_relay_event(words: str, day: str, part: str, time: str) -> None:
    proposal = propose(parse_letter(letter(words)), RECEIVED)
    assert proposal is not None
    assert proposal.relay is not None
    assert (proposal.relay.day.isoformat(), proposal.relay.part_of_day, proposal.relay.time) == (day, part, time)
    assert proposal.relay.programme
    assert "relay_event" in proposal.reasons


def test_every_half_hour_is_told_and_not_squeezed_into_sessions() -> None:
    proposal = propose(parse_letter(letter("Phát bản tin bão trên loa truyền thanh 30 phút/lần.")), RECEIVED)
    assert proposal is not None
    assert "frequency_within_the_day" in proposal.reasons
    assert "frequency_unsaid" not in proposal.reasons


def test_a_daily_relay_is_no_event() -> None:
    proposal = propose(parse_letter(letter("Tiếp âm Đài Tiếng nói Việt Nam hằng ngày theo quy định.")), RECEIVED)
    assert proposal is not None
    assert proposal.relay is None
    assert "relay_asked" in proposal.reasons


def test_repeating_without_a_figure_takes_the_profiles_and_says_so() -> None:
    words = "Tuyên truyền thường xuyên trên hệ thống truyền thanh cơ sở và định kỳ nhắc lại."
    proposal = propose(parse_letter(letter(words)), RECEIVED, default_times=3)
    assert proposal is not None
    assert proposal.times_per_day == 3
    assert {"repeat_asked", "frequency_default"} <= set(proposal.reasons)


@pytest.mark.parametrize("mark", ["HỎA TỐC", "THƯỢNG KHẨN", "KHẨN"])
def test_no_mark_makes_an_emergency(mark: str) -> None:
    proposal = propose(parse_letter(letter("Phát thanh khẩn cấp ngay 5 lần/ngày.", mark)), RECEIVED)
    assert proposal is not None
    assert proposal.urgency == "priority"
    assert "urgency_mark" in proposal.reasons


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_words_give_a_sane_proposal(words: str) -> None:
    told = rhythm(words)
    assert 0 <= told.times <= 24
    assert set(told.weekdays) <= set("1234567")
    proposal = propose(parse_letter(letter(f"Phát thanh {words} lần/ngày")), RECEIVED)
    if proposal is not None:
        assert 1 <= proposal.times_per_day <= 24
        assert proposal.weekdays
        assert RECEIVED <= proposal.first_day <= proposal.last_day
        assert proposal.urgency in {"routine", "priority"}

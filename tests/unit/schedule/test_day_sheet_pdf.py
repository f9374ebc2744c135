"""The schedule of one day on paper: every session, every item, and what is said where there is none."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pypdfium2

from broadcaster.base.clock import STATION_ZONE
from broadcaster.base.frames import RATE
from broadcaster.base.settings import StationSection
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.rundown import CutRef, DirectiveRef, PlannedSession, Relay, RundownEvent
from broadcaster.schedule.sheets.day_pdf import day_pdf
from broadcaster.schedule.sheets.day_text import DayPaper, day_paper

DAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 20, 16, 5, tzinfo=STATION_ZONE)
START = datetime(2026, 11, 21, 5, 0, tzinfo=STATION_ZONE)
STATION = StationSection(name="Đài truyền thanh xã Mẫu", commune="Xã Mẫu", issuer="ỦY BAN NHÂN DÂN XÃ MẪU")
YES = Approval("a", "cart:c", "", "0" * 64, "Phó Chủ tịch", "2026-11-20T08:00:00+07:00")


def event(number: int, title: str, kind: str = "tin", minutes: float = 2.0, relay: Relay | None = None,
          letter: DirectiveRef | None = None) -> RundownEvent:
    starts = START + timedelta(minutes=2 * number)
    return RundownEvent(f"s/{number}", kind, title, CutRef("0" * 64, round(minutes * 60 * RATE)), starts, False, starts,
                        YES, relay=relay, directive=letter)


def session(*events: RundownEvent, name: str = "Buổi sáng", zones: tuple[str, ...] = ("all",)) -> PlannedSession:
    return PlannedSession("2026-11-21/sang", name, START, START + timedelta(minutes=30), zones, events)


def words_on(paper: DayPaper) -> tuple[list[str], int]:
    """Text of each page without line ends, and how many pages."""
    document = pypdfium2.PdfDocument(day_pdf(paper))
    try:
        texts = []
        for page in document:
            text = page.get_textpage()
            texts.append(" ".join(text.get_text_bounded().split()))
            text.close()
            page.close()
        return texts, len(document)
    finally:
        document.close()


def test_sessions_items_relays_and_letters_are_printed() -> None:
    letter = DirectiveRef("d", "12/UBND-VX", "Tiêm chủng", "UBND xã Mẫu")
    paper = day_paper(DAY, [session(
        event(0, "Nhạc hiệu", "nhac_hieu", 0.5), event(1, "Lịch tiêm chủng", letter=letter),
        event(2, "Thời sự", "tiep_song", 15, Relay("stream", "http://nguon.example/vov1")),
        zones=("Thôn Đông",))], STATION, NOW)
    (one,) = paper.sessions
    assert (one.span, one.zones, one.filled) == ("05:00 – 05:30", "Thôn Đông", "xếp 17:30 / 30:00")
    assert one.items == (("05:02:00", "1", "Lịch tiêm chủng", "12/UBND-VX", "2:00"),
                         ("05:04:00", "2", "Tiếp sóng: Thời sự", "", "15:00"))
    (text,), pages = words_on(paper)
    assert pages == 1
    for part in ("LỊCH PHÁT THANH NGÀY", "Thứ Bảy, ngày 21/11/2026", "12/UBND-VX", "Tiếp sóng: Thời sự",
                 "1 buổi, 2 mục", "Lập lúc 16:05 ngày 20/11/2026", "NGƯỜI TRỰC MÁY", "Trang 1/1"):
        assert part in text
    assert "Nhạc hiệu 0:30" not in text


def test_a_day_without_sessions_and_a_session_without_items_say_so() -> None:
    (text,), _ = words_on(day_paper(DAY, [], STATION, NOW))
    assert "Ngày này không phát buổi nào." in text
    (text,), _ = words_on(day_paper(DAY, [session()], STATION, NOW))
    assert "Chưa có mục nào." in text


def test_a_long_day_takes_several_pages_each_with_its_columns() -> None:
    many = [event(number, f"Mục thứ {number} " + "rất dài " * (number % 9)) for number in range(120)]
    texts, pages = words_on(day_paper(DAY, [session(*many)], STATION, NOW))
    assert pages > 2
    assert all("Thời lượng" in text for text in texts[:-1])
    found = " ".join(texts)
    assert all(f"Mục thứ {number} " in found for number in range(120))
    assert f"Trang {pages}/{pages}" in texts[-1]


def test_a_day_that_is_over_is_named_as_published() -> None:
    later = NOW + timedelta(days=3)
    assert any("đã gửi đi phát" in note for note in day_paper(DAY, [session(event(1, "Tin"))], STATION, later).notes)

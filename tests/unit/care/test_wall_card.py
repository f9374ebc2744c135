"""The page for the wall: one page whatever the station has, with its hours and keys."""

from __future__ import annotations

import io
from datetime import date, time
from pathlib import Path

import pypdfium2
import pytest

from broadcaster.base.paths import StationHome
from broadcaster.care.wall_card import card_pdf, days_words
from broadcaster.cli.main import main
from broadcaster.schedule.model import SessionTemplate

DAY = date(2026, 11, 21)
QUIET = ("21:00", "05:00")


def text_of(pdf: bytes) -> tuple[int, str]:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
        return len(document), text
    finally:
        document.close()


def sessions(count: int) -> list[SessionTemplate]:
    return [SessionTemplate(f"s{number}", f"Buổi phát thanh số {number}", time(5 + number, 30), 45, "12345")
            for number in range(count)]


@pytest.mark.parametrize("count", [0, 2, 12])
def test_it_is_always_one_page(count: int) -> None:
    pages, text = text_of(card_pdf("Đài truyền thanh xã Mẫu", sessions(count), QUIET, DAY))
    assert pages == 1
    for words in ("ĐÀI TRUYỀN THANH XÃ MẪU", "Ctrl+Shift+S", "DỪNG TẤT CẢ", "MẤT ĐIỆN", "KHẨN CẤP", "21/11/2026"):
        assert words in text
    assert ("05:30 – 06:15" in text) is (count > 0)


def test_a_long_name_still_has_its_page() -> None:
    name = "Đài truyền thanh phường Mẫu số hai mươi mốt thuộc thành phố Mẫu trực thuộc trung ương"
    assert text_of(card_pdf(name, sessions(10), QUIET, DAY))[0] == 1


def test_days_are_said_shortly() -> None:
    assert [days_words(days) for days in ("1234567", "12345", "136", "67", "7")] == [
        "hằng ngày", "T2 – T6", "T2, T4, T7", "T7, CN", "CN"]


def test_the_command_line_writes_it(home: StationHome, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "giấy.pdf"
    assert main(["--home", str(home.root), "guide", "card", "--out", str(out)]) == 0
    assert text_of(out.read_bytes())[0] == 1
    assert main(["guide", "steps", "no_device"]) == 0
    assert "1. " in capsys.readouterr().out
    assert main(["guide", "steps", "nonsense"]) == 1
    assert main(["guide", "card", "--out", str(tmp_path)]) == 1

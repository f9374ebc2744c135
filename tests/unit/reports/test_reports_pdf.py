"""The report as PDF: the words of the document, on the decree's page, nothing parted that belongs together."""

from __future__ import annotations

import pypdfium2
import pytest

from broadcaster.reports.document import (
    Align,
    Appendix,
    Column,
    Document,
    Foot,
    Heading,
    Letterhead,
    Paragraph,
    Style,
    Table,
    Title,
)
from broadcaster.reports.writers.pdf import pdf_bytes
from broadcaster.reports.writers.pdf_letters import REGULAR, fitted, register_serif

COLUMNS = (Column("n", "STT", 10, Align.CENTER), Column("t", "Nội dung", 60), Column("d", "Văn bản", 20),
           Column("m", "Phút", 15, Align.RIGHT))


def document(rows: int, title: str = "Tin số") -> Document:
    body = [("Tự sản xuất",), *((str(n), f"{title} {n}", "1349/STTTT-TTBCXB", "1,5") for n in range(1, rows + 1))]
    return Document("Kết quả", "Đài Mẫu", (
        Letterhead("", "ỦY BAN NHÂN DÂN XÃ MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                   "Số:        /BC-UBND", "Mẫu, ngày       tháng 11 năm 2026"),
        Title("BÁO CÁO", "Kết quả tháng 11 năm 2026", ("Kính gửi: Sở Mẫu.",)),
        Paragraph("Căn cứ Nghị định số 49/2024/NĐ-CP;", Style.BASIS),
        Heading("I. TÌNH HÌNH CHUNG"), Paragraph("Đài phát hằng ngày."),
        Heading("II. KẾT QUẢ"), Paragraph("Số liệu:", Style.CAPTION),
        Table(COLUMNS, body if rows else [], ("", "Tổng cộng", "", "99,0"), numbered=True),
        Paragraph("Ghi chú.", Style.NOTE), Paragraph("Trên đây là báo cáo của xã Mẫu./."),
        Foot("Nơi nhận:", ("- Như trên;", "- Lưu: VT."), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Người ký mẫu"),
        Appendix("PHỤ LỤC", "Trích nhật ký", "(Kèm theo)"), Table(COLUMNS, body[1:])))


def opened(pdf: bytes) -> tuple[list[str], list[tuple[float, float]]]:
    file = pypdfium2.PdfDocument(pdf)
    try:
        texts = []
        for number in range(len(file)):
            page = file[number]
            text = page.get_textpage()
            texts.append(" ".join(text.get_text_bounded().replace("\u00a0", " ").split()))
            text.close()
            page.close()
        return texts, [file.get_page_size(number) for number in range(len(file))]
    finally:
        file.close()


@pytest.mark.parametrize("rows", [0, 3, 200])
def test_everything_is_on_paper(rows: int) -> None:
    texts, sizes = opened(pdf_bytes(document(rows)))
    whole = " ".join(texts)
    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BÁO CÁO", "Kính gửi: Sở Mẫu.", "I. TÌNH HÌNH CHUNG",
                  "Tổng cộng", "Nơi nhận:", "CHỦ TỊCH", "Người ký mẫu", "PHỤ LỤC", "/BC-UBND"):
        assert words in whole, words
    assert f"Tin số {rows}" in whole or not rows
    assert sizes[0][0] < sizes[0][1]
    assert sizes[-1][0] > sizes[-1][1]
    assert all(text.strip() for text in texts)
    assert [text.split()[0] for text in texts[1:]] == [str(number) for number in range(2, len(texts) + 1)]
    assert not texts[0].startswith("1 ")


def test_the_head_comes_again_and_the_signature_is_never_alone() -> None:
    for rows in range(14, 22, 2):
        texts, _ = opened(pdf_bytes(document(rows)))
        signed = next(text for text in texts if "Người ký mẫu" in text)
        assert "Trên đây là báo cáo" in signed
    texts, _ = opened(pdf_bytes(document(200)))
    assert all("STT" in text and "(1) (2) (3) (4)" in text for text in texts[1:4])


def test_a_title_longer_than_a_page_ends_in_dots() -> None:
    texts, _ = opened(pdf_bytes(document(2, "tuyên truyền " * 300)))
    assert "tuyên truyền…" in " ".join(texts)


def test_strange_letters_do_no_harm() -> None:
    texts, _ = opened(pdf_bytes(document(2, "<b>&amp; \u0000 \U0001f600 漢字 " + "x" * 500)))
    assert "<b>&amp;" in " ".join(texts)


def test_contents_beside_the_pages() -> None:
    file = pypdfium2.PdfDocument(pdf_bytes(document(3)))
    try:
        assert [item.get_title() for item in file.get_toc()] == [
            "BÁO CÁO", "I. TÌNH HÌNH CHUNG", "II. KẾT QUẢ", "PHỤ LỤC: Trích nhật ký"]
    finally:
        file.close()


def test_numbers_of_letters_go_on_after_a_hyphen() -> None:
    register_serif()
    assert fitted("1349/STTTT-TTBCXB", 75, REGULAR, 11) == "1349/STTTT- TTBCXB"
    assert fitted("tin ngắn\nhai", 60, REGULAR, 11) == "tin ngắn\nhai"

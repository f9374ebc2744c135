"""PDF as offices make it: turned, sealed, torn, filled in, in old letters, with stamps and running titles."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from broadcaster.base.errors import Refused
from broadcaster.directives.readers import pdf
from broadcaster.directives.readers.furniture import without_furniture
from broadcaster.directives.readers.reflow import pages_to_text, reflow
from broadcaster.directives.readers.unsure import SCAN, WORD

ROOT = Path(__file__).parents[3]
LETTERS = ROOT / "tests" / "data" / "letters"
LINES = ["Kính gửi: Ủy ban nhân dân các xã, phường, thị trấn.",
         "Thực hiện Công văn số 482/TTCS-TT ngày 19/7/2021 của Cục Thông tin cơ sở về việc",
         "tuyên truyền Chiến dịch tiêm vắc xin, đề nghị các đơn vị tổ chức tuyên truyền."]
OLD = ["KÝnh göi: ñy ban nh©n d©n c¸c x·, ph­êng, thÞ trÊn.",
       "Thùc hiÖn KÕ ho¹ch cña ñy ban nh©n d©n tØnh vÒ viÖc tuyªn truyÒn phßng, chèng dÞch,",
       "®Ò nghÞ c¸c ®¬n vÞ tæ chøc tuyªn truyÒn trªn hÖ thèng truyÒn thanh c¬ së."]


def canvas(target: Any, **how: Any) -> Canvas:
    pdfmetrics.registerFont(TTFont("Be", str(ROOT / "resources" / "fonts" / "BeVietnamPro-Regular.ttf")))
    made = Canvas(target, pagesize=A4, **how)
    made.setFont("Be", 11)
    return made


def written(path: Path, pages: list[list[str]], **how: Any) -> Path:
    made = canvas(str(path), **how)
    for lines in pages:
        made.setFont("Be", 11)
        for number, line in enumerate(lines):
            made.drawString(60, 780 - 22 * number, line)
        made.showPage()
    made.save()
    return path


def refusal(path: Path) -> Refused:
    with pytest.raises(Refused) as caught:
        pdf.read(path)
    return caught.value


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_turned_and_shown_upright(tmp_path: Path, rotation: int) -> None:
    made = canvas(str(tmp_path / "xoay.pdf"))
    width, height = A4
    made.setPageSize((width, height) if rotation == 180 else (height, width))
    x, y = {90: (height, 0), 180: (width, height), 270: (0, width)}[rotation]
    made.translate(x, y)
    made.rotate(rotation)
    for number, line in enumerate(LINES):
        made.drawString(60, 780 - 22 * number, line)
    made.showPage()
    made.save()
    document = pypdfium2.PdfDocument(str(tmp_path / "xoay.pdf"))
    document[0].set_rotation(rotation)
    document.save(str(tmp_path / "ngang.pdf"))
    document.close()
    assert pdf.read(tmp_path / "ngang.pdf") == reflow(LINES)


def test_an_owner_password_does_not_keep_the_reader_out(tmp_path: Path) -> None:
    path = written(tmp_path / "chủ.pdf", [LINES], encrypt=StandardEncryption("", "chủ", canPrint=0, canCopy=0))
    assert pdf.read(path) == reflow(LINES)
    sealed = written(tmp_path / "mở.pdf", [LINES], encrypt=StandardEncryption("mở", "chủ"))
    assert refusal(sealed).code == "letter.password"


def test_a_broken_table_of_contents_is_rebuilt(tmp_path: Path) -> None:
    data = (LETTERS / "seed-000.pdf").read_bytes()
    (tmp_path / "gãy.pdf").write_bytes(re.sub(rb"startxref\s+\d+", b"startxref\n7", data))
    assert pdf.read(tmp_path / "gãy.pdf") == pdf.read(LETTERS / "seed-000.pdf")
    (tmp_path / "cụt.pdf").write_bytes(data[:900])
    assert refusal(tmp_path / "cụt.pdf").code == "letter.damaged"


def test_old_letters_are_turned_into_unicode(tmp_path: Path) -> None:
    made = Canvas(str(tmp_path / "cũ.pdf"), pagesize=A4)
    made.setFont("Helvetica", 12)
    for number, line in enumerate(OLD):
        made.drawString(60, 780 - 22 * number, line)
    made.save()
    text = pdf.read(tmp_path / "cũ.pdf")
    assert "Thực hiện Kế hoạch" in text
    assert "tuyên truyền trên hệ thống truyền thanh cơ sở" in text.replace("\n", " ")


def test_what_was_filled_into_a_form_is_read(tmp_path: Path) -> None:
    made = canvas(str(tmp_path / "mẫu.pdf"))
    for number, line in enumerate(LINES):
        made.drawString(60, 780 - 22 * number, line)
    made.acroForm.textfield(name="so", value="So: 17/CV-UBND", x=60, y=600, width=200, height=24, fontName="Helvetica")
    made.save()
    assert "17/CV-UBND" in pdf.read(tmp_path / "mẫu.pdf")


def test_a_text_layer_under_a_scan_is_used_if_it_is_good(tmp_path: Path) -> None:
    picture = io.BytesIO()
    from PIL import Image

    Image.new("L", (300, 420), 245).save(picture, "JPEG")
    source = pypdfium2.PdfDocument(str(written(tmp_path / "chữ.pdf", [LINES * 5])))
    image = pypdfium2.PdfImage.new(source)
    image.load_jpeg(picture)
    image.set_matrix(pypdfium2.PdfMatrix().scale(*A4))
    page = source[0]
    page.insert_obj(image)
    page.gen_content()
    source.save(str(tmp_path / "lớp.pdf"))
    source.close()
    text = pdf.read(tmp_path / "lớp.pdf")
    assert text.count("482/TTCS-TT") == 5
    assert SCAN not in text


def test_too_many_pages_are_refused_unread(tmp_path: Path) -> None:
    path = written(tmp_path / "dài.pdf", [["."]] * 301)
    error = refusal(path)
    assert (error.code, error.facts["size"]) == ("letter.bomb", 301)
    whole = written(tmp_path / "vừa.pdf", [[f"Mục {chr(97 + page // 26)}{chr(97 + page % 26)}", *LINES * 2]
                                           for page in range(120)])
    assert pdf.read(whole).count("482/TTCS-TT") >= 120


def test_sixty_scanned_pages_are_the_most(tmp_path: Path) -> None:
    from PIL import Image

    picture = io.BytesIO()
    Image.new("L", (20, 30), 128).save(picture, "JPEG")
    document = pypdfium2.PdfDocument.new()
    for _ in range(61):
        image = pypdfium2.PdfImage.new(document)
        image.load_jpeg(picture)
        image.set_matrix(pypdfium2.PdfMatrix().scale(*A4))
        page = document.new_page(*A4)
        page.insert_obj(image)
        page.gen_content()
    document.save(str(tmp_path / "quét.pdf"))
    document.close()
    error = refusal(tmp_path / "quét.pdf")
    assert (error.code, error.facts["pages"], error.facts["limit"]) == ("letter.too_many_pages", 61, 60)


def test_page_numbers_and_running_titles_go() -> None:
    pages = [["BÁO CÁO TUẦN", "Kính gửi: các xã", "Câu một", "Trang 1/3"],
             ["BÁO CÁO TUẦN", "Câu hai", "Câu hai nữa", "câu hai hết", "- 2 -"],
             ["BÁO CÁO TUẦN", "Câu ba", "Câu ba nữa", "câu ba hết", f"3{WORD}"]]
    assert without_furniture(pages) == ["BÁO CÁO TUẦN", "Kính gửi: các xã", "Câu một", "Câu hai", "Câu hai nữa",
                                        "câu hai hết", "Câu ba", "Câu ba nữa", "câu ba hết"]


def test_stamps_and_boxes_of_signatures_go_and_the_letter_stays() -> None:
    page = ["Người ký: Ủy ban nhân dân xã", "Email: ubnd@xamau.gov.vn", "Cơ quan: Xã Mẫu",
            "Thời gian ký: 19.07.2021 16:25:13 +07:00", "ỦY BAN NHÂN DÂN", "Số: 12/CV-UBND",
            "CÔNG VĂN ĐẾN", "Số: 2041", "Ngày: 20/7/2021", "Chuyển: văn hóa xã",
            "Email nhận báo cáo: baocao@xamau.gov.vn", "Số: 12 được nhắc lại trong bài",
            "Ký bởi: Văn phòng", "Ngày ký: 20/7/2021", "Nơi nhận:"]
    assert without_furniture([page]) == [
        "ỦY BAN NHÂN DÂN", "Số: 12/CV-UBND", "Email nhận báo cáo: baocao@xamau.gov.vn",
        "Số: 12 được nhắc lại trong bài", "Nơi nhận:"]


def test_numbers_broken_at_the_end_of_a_line_are_whole_again() -> None:
    text = pages_to_text([["Căn cứ Công văn số 184/UBND-", "KGVX ngày 3/2/2022 của Ủy ban nhân dân tỉnh về việc phòng"],
                          ["dịch COVID-", "19"]])
    assert text == ("Căn cứ Công văn số 184/UBND-KGVX\nngày 3/2/2022 của Ủy ban nhân dân tỉnh về việc phòng\n"
                    "dịch COVID-19")

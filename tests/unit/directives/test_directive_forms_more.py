"""More forms of letters: addressees on one line, other deadlines, telegram heads, bodies above, signatures by order."""

from __future__ import annotations

import pytest

from broadcaster.directives.parse import parse_letter

HEAD = """UBND XÃ MẪU
PHÒNG VĂN HÓA - XÃ HỘI
Số: 12/VHXH
V/v tuyên truyền
Mẫu, ngày 10 tháng 02 năm 2026
Kính gửi: Đài Truyền thanh xã.
Thực hiện Kế hoạch số 3/KH-UBND ngày 05/02/2026 của UBND xã, Phòng Văn hóa - Xã hội đề nghị:
"""


@pytest.mark.parametrize(("sentence", "due"), [
    ("Báo cáo kết quả về Phòng trước ngày 20/3/2026.", "2026-03-20"),
    ("Gửi kết quả thực hiện về Phòng chậm nhất là 17 giờ ngày 20/3.", "2026-03-20"),
    ("Hạn báo cáo: 20/3/2026.", "2026-03-20"),
    ("Hoàn thành việc trang trí trước ngày 20/3/2026.", None),
    ("Tổng hợp báo cáo Phòng trước ngày 25 hằng tháng.", None),
    ("Hoàn thành trước ngày 20/3/2026; báo cáo kết quả về Phòng khi có yêu cầu.", None),
])
def test_only_the_day_of_a_report_is_its_deadline(sentence: str, due: str | None) -> None:
    assert parse_letter(f"{HEAD}1. Phát thanh về an toàn giao thông.\n2. {sentence}\n").value("report_due") == due


@pytest.mark.parametrize(("sentence", "first", "last"), [
    ("Phát thanh từ ngày 13-15/5/2026.", "2026-05-13", "2026-05-15"),
    ("Thời gian tuyên truyền: 20/5 - 30/5/2026.", "2026-05-20", "2026-05-30"),
    ("Thời gian phát: từ 17h00 ngày 01/3/2026 đến 17h00 ngày 05/3/2026.", "2026-03-01", "2026-03-05"),
    ("Tuyên truyền trong ngày 22 tháng 5 năm 2026.", "2026-05-22", "2026-05-22"),
    ("Phát thanh hằng ngày đến hết ngày 30/4/2026.", None, "2026-04-30"),
    ("Tuyên truyền kế hoạch giai đoạn từ ngày 01/01/2026 đến ngày 31/12/2030 theo quy định.", None, None),
    ("Tuyên truyền về hội thi diễn ra từ ngày 01/3/2026 đến ngày 05/3/2026.", None, None),
])
def test_windows(sentence: str, first: str | None, last: str | None) -> None:
    letter = parse_letter(f"{HEAD}1. {sentence}\n")
    assert (letter.value("campaign_start"), letter.value("campaign_end")) == (first, last)


@pytest.mark.parametrize(("sentence", "often"), [
    ("Phát bản tin mỗi ngày 3 lần.", "mỗi ngày 3 lần"), ("Phát 2 lần/ ngày trên loa.", "2 lần/ngày"),
    ("Phát thanh ngày 02 buổi.", "ngày 02 buổi"), ("Phát thanh tối thiểu 2-3 lần/ngày.", "tối thiểu 2-3 lần/ngày"),
    ("Tuyên truyền người dân rửa tay 6 lần/ngày bằng xà phòng.", None), ("Các thôn họp giao ban 1 lần/tuần.", None),
    ("Báo cáo về Phòng 01 lần/tuần.", None), ("Phát vào sáng thứ Bảy hằng tuần.", "sáng thứ Bảy hằng tuần"),
])
def test_how_often_to_air_and_not_how_often_else(sentence: str, often: str | None) -> None:
    assert parse_letter(f"{HEAD}1. {sentence}\n").value("airing_frequency") == often


@pytest.mark.parametrize(("words", "numbers"), [
    ("gọi 113, 114 hoặc 115", ["113", "114", "115"]), ("đường dây nóng 1022", ["1022"]),
    ("tổng đài 1900 9095", ["1900 9095"]), ("ĐT: (0209) 3.812.345", ["(0209) 3.812.345"]),
    ("điện thoại +84 209 381 2345", ["+84 209 381 2345"]), ("có 113 hộ nghèo, 115 loa", []),
    ("theo Công văn số 115-CV/HU", []), ("ngày 01.02.2026", []), ("Tổng đài 111 bảo vệ trẻ em", ["111"]),
])
def test_numbers_to_call(words: str, numbers: list[str]) -> None:
    assert parse_letter(f"{HEAD}1. Tuyên truyền để nhân dân biết, {words}.\n").value("hotlines") == numbers


@pytest.mark.parametrize(("words", "links"), [
    ("xem tại mau.gov.vn/tin", ["mau.gov.vn/tin"]), ("tải về bit.ly/mau-2026.", ["bit.ly/mau-2026"]),
    ("gửi về vhxh@mau.gov.vn", []), ("tại https://mau.gov.vn/a.mp3;", ["https://mau.gov.vn/a.mp3"]),
    ("trên facebook.com/xamau", ["facebook.com/xamau"]), ("theo mục 1.2.3 và v.v", []),
])
def test_links(words: str, links: list[str]) -> None:
    assert parse_letter(f"{HEAD}1. Tuyên truyền {words}\n").value("links") == links


@pytest.mark.parametrize(("words", "things"), [
    ("(gửi kèm file âm thanh “Phòng cháy”)", ["file âm thanh “Phòng cháy”"]),
    ("(Đề cương tuyên truyền đính kèm)", ["Đề cương tuyên truyền"]),
    ("(kèm theo Công văn số 15/CV-HU)", ["15/CV-HU"]),
    ("Gửi kèm theo công văn này: bài tuyên truyền về rừng.", ["bài tuyên truyền về rừng"]),
    ("Tệp: thong-diep.mp3", ["thong-diep.mp3"]), ("Phát thanh về rừng.", []),
])
def test_what_came_with_the_letter(words: str, things: list[str]) -> None:
    assert parse_letter(f"{HEAD}1. Tuyên truyền về rừng.\n\n{words}\n").value("attachments") == things


def test_bodies_contact_and_report() -> None:
    letter = parse_letter(HEAD + """1. Phát thanh về an toàn giao thông.
2. Báo cáo kết quả về Phòng Văn hóa - Xã hội (qua đồng chí phụ trách truyền thanh) trước ngày 20/3/2026.
Trong quá trình thực hiện, có khó khăn đề nghị liên hệ cán bộ truyền thanh xã, ĐT 0209 381 2345 để phối hợp./.
Nơi nhận:
- Như trên;
- Lưu: VT.
TUQ. CHỦ TỊCH
TRƯỞNG PHÒNG

Nguyễn Văn A
""")
    assert letter.value("superior_body") == "UBND xã Mẫu"
    assert letter.value("issuer") == "UBND xã Mẫu - Phòng Văn hóa - Xã hội"
    assert letter.value("contact") == "cán bộ truyền thanh xã, ĐT 0209 381 2345"
    assert letter.value("report_addressee") == "Phòng Văn hóa - Xã hội (qua đồng chí phụ trách truyền thanh)"
    assert str(letter.value("report_duty")).startswith("Báo cáo kết quả về Phòng")
    assert letter.value("signature") == "TUQ. CHỦ TỊCH TRƯỞNG PHÒNG Nguyễn Văn A"


def test_nothing_is_reported_where_nothing_is_asked() -> None:
    letter = parse_letter(HEAD + "1. Tuyên truyền theo Báo cáo số 5/BC-UBND ngày 01/02/2026.\n"
                          "2. Vận động nhân dân khi cần liên hệ với sở, ban, ngành liên quan.\n")
    assert [letter.value(name) for name in ("report_duty", "report_addressee", "contact")] == [None, None, None]


def test_points_past_ninety_nine_and_points_that_run_on() -> None:
    many = "\n".join(f"{number}. Tuyên truyền nội dung thứ {number}." for number in range(1, 121))
    assert parse_letter(HEAD + many).value("content_items") == 120
    assert parse_letter(f"{HEAD}Thực hiện ba việc: 1. Phát thanh. 2. Treo băng rôn. 3. Họp dân.").value(
        "content_items") == 3


def test_a_whole_letter_on_one_line() -> None:
    letter = parse_letter("UBND TỈNH MẪU CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM SỞ Y TẾ Độc lập - Tự do - Hạnh phúc "
                          "Số: 77/SYT-NVY Mẫu, ngày 05 tháng 11 năm 2026 V/v phòng bệnh cúm Kính gửi: - UBND các xã; "
                          "- Trạm Y tế các xã. Thực hiện Công văn số 12/BYT-DP, Sở Y tế đề nghị: 1. Tuyên truyền phòng "
                          "bệnh. 2. Tiêm vắc xin. Nơi nhận: - Như trên; - Lưu: VT.")
    assert [letter.value(name) for name in ("number", "issued_place", "issued_date", "superior_body", "subject")] == [
        "77/SYT-NVY", "Mẫu", "2026-11-05", "UBND tỉnh Mẫu", "phòng bệnh cúm"]
    assert letter.value("recipients") == ["UBND các xã", "Trạm Y tế các xã"]
    assert letter.value("content_items") == 2
    assert letter.value("archive_line") == "VT"


def test_slips_of_a_scanner_are_put_right_and_asked_about() -> None:
    letter = parse_letter("UBND HUYỆN MẪU\nSố: 6l2/UBND-VX\nMẫu, ngày 1O tháng 4 năm 2026\n"
                          "Kính gửi: UBND các xã.\n")
    assert letter.value("number") == "612/UBND-VX"
    assert letter.value("issued_date") == "2026-04-10"
    assert letter.fields["number"].confidence < 0.6
    assert letter.fields["issued_date"].confidence < 0.6


def test_capitals_without_marks() -> None:
    letter = parse_letter("UBND HUYEN MAU\nPHONG VAN HOA VA THONG TIN\nCONG HOA XA HOI CHU NGHIA VIET NAM\n"
                          "Số: 5/KH-VHTT\nMẫu, ngày 1 tháng 4 năm 2026\n\nKE HOACH\nTuyên truyền mùa hè\n\n"
                          "Căn cứ Kế hoạch số 3/KH-UBND, Phòng Văn hóa và Thông tin xây dựng kế hoạch:\n"
                          "1. Phát thanh.\n")
    assert letter.value("doc_type") == "ke_hoach"
    assert letter.value("subject") == "Tuyên truyền mùa hè"
    assert letter.value("issuer") == "Phòng Văn hóa và Thông tin"


@pytest.mark.parametrize("text", ["", "Thông tin cuối tuần.", "Chào bà con."])
def test_what_is_no_letter_claims_nothing_firmly(text: str) -> None:
    letter = parse_letter(text)
    assert letter.value("number") is None
    assert letter.value("campaign_start") is None
    assert letter.fields["subject"].value is None or letter.fields["subject"].confidence <= 0.7


def test_a_mark_of_urgency_in_a_column_beside_the_date() -> None:
    letter = parse_letter("UBND TỈNH MẪU            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                          "Số: 12/CĐ-UBND           Độc lập - Tự do - Hạnh phúc\n"
                          "HỎA TỐC                  Mẫu, ngày 20 tháng 11 năm 2026\n\n"
                          "CÔNG ĐIỆN\nVề việc phòng chống bão\n\nKính gửi: Ủy ban nhân dân các xã.\n1. Phát ngay.\n")
    assert letter.value("urgency") == "hoa_toc"
    assert letter.value("issued_date") == "2026-11-20"


def test_leaflets_given_out_are_a_way_to_tell_people() -> None:
    letter = parse_letter("CÔNG VĂN\nSố: 5/UBND-VX\nMẫu, ngày 20 tháng 11 năm 2026\nV/v tuyên truyền\n"
                          "Kính gửi: Ủy ban nhân dân các xã.\nĐề nghị các xã phát tờ rơi đến từng hộ dân.\n")
    assert letter.value("channels") == ["tờ rơi"]


def test_words_carried_from_house_to_house_are_for_the_people() -> None:
    letter = parse_letter(
        "CÔNG VĂN\nSố: 5/UBND-VX\nMẫu, ngày 20 tháng 11 năm 2026\nV/v phòng cháy\nKính gửi: Các thôn.\n\n"
        "Để phòng cháy rừng, Ủy ban nhân dân xã yêu cầu thực hiện các nội dung sau:\n\n"
        "1. Trưởng các thôn thông báo đến toàn thể nhân dân nghiêm cấm đốt nương.\n\n"
        "2. Trưởng các thôn lập danh sách hộ ven rừng.\n")
    assert [point.kind for point in letter.points] == ["content", "task"]

"""Forms the sample letters do not show: party style, flattened columns, telegrams, other list marks."""

from __future__ import annotations

from broadcaster.directives.model import ParsedLetter
from broadcaster.directives.parse import parse_letter


def values(letter: ParsedLetter, *names: str) -> list[object]:
    return [letter.value(name) for name in names]


def test_party_letter_with_flattened_columns() -> None:
    letter = parse_letter("""TỈNH ỦY QUẢNG NAM            ĐẢNG CỘNG SẢN VIỆT NAM
BAN TUYÊN GIÁO            Quảng Nam, ngày 12 tháng 3 năm 2021
*
Số 254-CV/BTGTU
V/v tuyên truyền bầu cử

Kính gửi: Ban tuyên giáo các huyện, thị, thành ủy; Đài Phát thanh - Truyền hình tỉnh.

Căn cứ Hướng dẫn số 169-HD/BTGTW ngày 22/01/2021, Ban Tuyên giáo Tỉnh ủy đề nghị các đơn vị:
- Đẩy mạnh tuyên truyền về cuộc bầu cử trên hệ thống truyền thanh cơ sở, pa nô, áp phích;
- Tuyên truyền gương người tốt, việc tốt.

Nơi nhận:
- Như trên,
- Lưu BTGTU.
""")
    assert values(letter, "number", "symbol", "issued_place", "issued_date", "issuer") == [
        "254-CV/BTGTU", "CV/BTGTU", "Quảng Nam", "2021-03-12", "Tỉnh ủy Quảng Nam - Ban Tuyên giáo"]
    assert letter.value("recipients") == ["Ban tuyên giáo các huyện, thị, thành ủy",
                                          "Đài Phát thanh - Truyền hình tỉnh"]
    assert values(letter, "based_on", "archive_line", "content_items") == [["169-HD/BTGTW"], "BTGTU", 2]
    assert letter.value("channels") == ["hệ thống truyền thanh cơ sở", "pa nô", "áp phích"]


def test_telegram_and_its_addressees() -> None:
    letter = parse_letter("""ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: 02/CĐ-UBND
Lạng Sơn, ngày 07 tháng 9 năm 2024
CÔNG ĐIỆN
Về việc tập trung ứng phó bão số 3

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:
- Giám đốc Sở Công Thương;
- Chủ tịch UBND các huyện, thành phố.

Để chủ động ứng phó với bão số 3, Chủ tịch UBND tỉnh yêu cầu:
1/ Theo dõi chặt chẽ diễn biến bão.
2/ Đài Truyền thanh cấp xã thông báo liên tục.
Nơi nhận:
- Lưu: VT, KT (HVTr).
""")
    assert values(letter, "doc_type", "subject", "issuer", "content_items", "archive_line") == [
        "cong_dien", "tập trung ứng phó bão số 3", "Ủy ban nhân dân tỉnh Lạng Sơn", 2, "VT, KT (HVTr)"]
    assert letter.value("recipients") == ["Giám đốc Sở Công Thương", "Chủ tịch UBND các huyện, thành phố"]
    assert letter.value("channels") == ["Đài Truyền thanh cấp xã"]
    assert letter.value("based_on") == letter.value("also_cited") == []


def test_plan_in_capitals() -> None:
    letter = parse_letter("""UBND HUYỆN MẪU
BAN CHỈ ĐẠO PHÒNG, CHỐNG DỊCH
Số: 33/KH-BCĐ
Mẫu, ngày 3 tháng 6 năm 2022

KẾ HOẠCH
Tuyên truyền phòng, chống dịch sốt xuất huyết năm 2022

Thực hiện Kế hoạch số 20/KH-UBND ngày 5/1/2022 của UBND tỉnh, Ban Chỉ đạo xây dựng kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
- Nâng cao nhận thức.
II. NỘI DUNG TUYÊN TRUYỀN
1. Tình hình dịch bệnh.
2. Cách diệt bọ gậy.
III. HÌNH THỨC TUYÊN TRUYỀN
- Trên hệ thống truyền thanh cơ sở: 2 lần/ngày, mỗi lần 15 phút.
- Trên mạng xã hội.
IV. THỜI GIAN
Từ tháng 6 đến hết tháng 12/2022.
V. TỔ CHỨC THỰC HIỆN
1. UBND các xã
- Chỉ đạo đài truyền thanh.
""")
    assert letter.value("issuer") == "UBND huyện Mẫu - Ban Chỉ đạo phòng, chống dịch"
    assert values(letter, "campaign_start", "campaign_end", "airing_frequency") == [
        "2022-06-01", "2022-12-31", "2 lần/ngày"]
    assert letter.value("channels") == ["hệ thống truyền thanh cơ sở", "mạng xã hội"]
    assert [p.text for p in letter.points if p.kind == "content"] == ["Tình hình dịch bệnh.", "Cách diệt bọ gậy."]


def test_lettered_points_and_report() -> None:
    letter = parse_letter("""SỞ VĂN HÓA   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 45 /HD-SVH   Tp. Hồ Chí Minh, ngày 9 tháng 01 năm 2026

HƯỚNG DẪN
Tuyên truyền mừng Xuân

Căn cứ Kế hoạch số 5/KH-UBND, Sở hướng dẫn các xã, phường như sau:
1. Nội dung tuyên truyền:
a) Thành tựu năm qua.
b) Vui Xuân an toàn.
2. Thời gian: từ 25/01/2026 đến 10/02/2026.
Các đơn vị gửi báo cáo chậm nhất ngày 15 tháng 02 năm 2026.
""")
    assert [(p.number, p.kind) for p in letter.points] == [
        ("1", "content"), ("a", "content"), ("b", "content"), ("2", "task")]
    assert values(letter, "doc_type", "number", "issued_place", "campaign_start", "campaign_end", "report_due") == [
        "huong_dan", "45/HD-SVH", "Tp. Hồ Chí Minh", "2026-01-25", "2026-02-10", "2026-02-15"]


def test_digest_takes_the_day_before_the_number() -> None:
    letter = parse_letter("""Tăng cường tuyên truyền phòng cháy rừng
15/03/2023 08:00
Ngày 14/3/2023, UBND huyện Mẫu ban hành Công văn số 512/UBND-NN về phòng cháy rừng. Theo đó, UBND huyện yêu cầu các \
phòng, ban, ngành, UBND các xã tập trung tuyên truyền trên hệ thống loa truyền thanh 2 lần/ngày.
""")
    assert values(letter, "form", "number", "issued_date", "issuer") == [
        "web_digest", "512/UBND-NN", "2023-03-14", "UBND huyện Mẫu"]
    assert letter.value("recipients") == ["các phòng, ban, ngành", "UBND các xã"]

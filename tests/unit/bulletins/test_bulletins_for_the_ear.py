"""What becomes of a letter's sentences."""

from __future__ import annotations

import pytest

from broadcaster.bulletins.breath import breaths
from broadcaster.bulletins.for_the_ear import subject_as_title
from broadcaster.bulletins.points import PointWriter
from broadcaster.bulletins.wording import Template, load_template


@pytest.fixture
def writer(tmp_path_factory: pytest.TempPathFactory) -> PointWriter:
    words = load_template(tmp_path_factory.mktemp("home")).words
    return PointWriter(Template({**words, "link_help": "Xin hỏi cán bộ xã."}), {})


@pytest.mark.parametrize(("written", "spoken"), [
    ("Truyền thông về hiệu quả của tiêm chủng.", ["Mời bà con tìm hiểu về hiệu quả của tiêm chủng."]),
    ("Tuyên truyền, vận động người dân đi tiêm chủng khi đến lượt; vận động người dân ủng hộ Quỹ vắc xin.",
     ["Đề nghị bà con đi tiêm chủng khi đến lượt.", "Đề nghị bà con ủng hộ Quỹ vắc xin."]),
    ("Tăng cường thông tin, tuyên truyền người dân nâng cao cảnh giác.", ["Đề nghị bà con nâng cao cảnh giác."]),
    ("Nghị quyết số 21/NQ-CP ngày 26/02/2021 của Chính phủ (gửi kèm)./.",
     ["Mời bà con tìm hiểu về Nghị quyết số 21 của Chính phủ."]),
    ("Vận động người dân cài ứng dụng, theo tài liệu tại link: https://bit.ly/abc.",
     ["Đề nghị bà con cài ứng dụng.", "Xin hỏi cán bộ xã."]),
    ("Vận động người dân đăng ký tại địa chỉ: https://xa.vn/ và báo cho trưởng thôn.",
     ["Đề nghị bà con đăng ký tại trang xa.vn và báo cho trưởng thôn."]),
    ("Vận động người dân phát huy “ý thức người dân” để người dân khỏe.",
     ["Đề nghị bà con phát huy “ý thức người dân” để bà con khỏe."]),
    ("Truyền thông về các loại vắc xin; hiệu quả phòng dịch.",
     ["Mời bà con tìm hiểu về các loại vắc xin.", "Cùng với đó là hiệu quả phòng dịch."]),
    ("Thông tin, tuyên truyền nêu gương các tập thể điển hình.", ["Xin biểu dương các tập thể điển hình."]),
    ("Đối với những người không tiêm, cần lập danh sách để theo dõi.", []),
    ("Đề nghị Phòng Văn hóa và Thông tin đôn đốc các đài.", []),
    ("Đề nghị các cơ quan và nhân dân trên địa bàn treo cờ.", ["Đề nghị các cơ quan và bà con trên địa bàn treo cờ."]),
    ("In tài liệu, hướng dẫn nhân dân cài ứng dụng bằng hình thức nhắn tin.", ["Đề nghị bà con cài ứng dụng."]),
    ("Trạm y tế mở cửa lúc 7h30.", ["Trạm y tế mở cửa lúc 7 giờ 30."]),
])
def test_point_is_retold(writer: PointWriter, written: str, spoken: list[str]) -> None:
    assert writer.sentences("content", written) == spoken


def test_ways_to_say_the_same_take_turns(writer: PointWriter) -> None:
    told = [writer.sentences("content", "Tuyên truyền về các lợi ích.")[0] for _ in range(3)]
    assert told[0] == told[2] != told[1]


@pytest.mark.parametrize(("subject", "title"), [
    ("V/v đẩy mạnh tuyên truyền Chiến dịch tiêm chủng trên hệ thống thông tin cơ sở", "Chiến dịch tiêm chủng"),
    ("hướng dẫn tuyên truyền cuộc thi Bác Hồ với thiếu nhi trên Đài truyền thanh cơ sở",
     "Cuộc thi Bác Hồ với thiếu nhi"),
    ("tiếp tục phối hợp tuyên truyền và tham gia bầu chọn", "Tham gia bầu chọn"),
    ("hợp tác thông tin, tuyên truyền năm 2018", "Hợp tác thông tin, tuyên truyền năm 2018"),
    ("tuyên truyền", "Tuyên truyền"),
    ("source: http://xa.vn/tin", ""),
])
def test_subject_becomes_a_headline(subject: str, title: str) -> None:
    assert subject_as_title(subject) == title


def test_quoted_words_and_double_words_are_not_cut() -> None:
    long = "Thực hiện " + "phòng, chống dịch theo “lời dạy, lời khuyên, lời nhắc” " * 6
    parts = breaths(long.strip(), lambda rest: rest)
    assert all(part.count("“") == part.count("”") for part in parts)
    assert not any(part.rstrip().endswith("phòng") for part in parts)

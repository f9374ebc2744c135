"""What becomes of a letter's sentences."""

from __future__ import annotations

import pytest

from broadcaster.bulletins.for_the_ear import retold, subject_as_title


def told(text: str) -> list[str]:
    return retold(text, "Đề nghị bà con", "Kêu gọi bà con", "bà con", "đường dẫn của xã")


@pytest.mark.parametrize(("written", "spoken"), [
    ("Truyền thông về hiệu quả của tiêm chủng.", ["Hiệu quả của tiêm chủng."]),
    ("Tuyên truyền, vận động người dân đi tiêm chủng khi đến lượt; vận động người dân ủng hộ Quỹ vắc xin.",
     ["Đề nghị bà con đi tiêm chủng khi đến lượt.", "Đề nghị bà con ủng hộ Quỹ vắc xin."]),
    ("Tăng cường thông tin, tuyên truyền người dân nâng cao cảnh giác.", ["Đề nghị bà con nâng cao cảnh giác."]),
    ("Nghị quyết số 21/NQ-CP ngày 26/02/2021 của Chính phủ (gửi kèm)./.", ["Nghị quyết số 21 của Chính phủ."]),
    ("Xem tại link: https://bit.ly/abc.", ["Xem tại đường dẫn của xã."]),
    ("Phát huy “ý thức người dân” để người dân khỏe.", ["Phát huy “ý thức người dân” để bà con khỏe."]),
])
def test_point_is_retold(written: str, spoken: list[str]) -> None:
    assert told(written) == spoken


def test_subject_becomes_a_headline() -> None:
    assert subject_as_title("V/v đẩy mạnh tuyên truyền Chiến dịch tiêm chủng trên hệ thống thông tin cơ sở") \
        == "Chiến dịch tiêm chủng"

"""Names of offices: how they begin, how they are written when the letterhead shows them in capitals."""

from __future__ import annotations

import re

from broadcaster.base.vietnamese import fold
from broadcaster.directives.form.places import PROVINCES

HEADS = (
    "Ủy ban nhân dân", "Uỷ ban nhân dân", "Ủy ban Nhân dân", "Ủy ban MTTQ", "Ủy ban Mặt trận", "Ủy ban", "Uỷ ban",
    "UBND",
    "UBMTTQ", "HĐND", "Sở", "Phòng", "Cục", "Bộ Chỉ huy", "Bộ", "Hội đồng", "Hội", "Tiểu ban", "Tiểu Ban",
    "Ban Chỉ đạo",
    "Ban chỉ đạo", "Ban Chỉ huy", "Ban Tuyên giáo", "Ban Tuyên giáo và Dân vận", "Ban Tổ chức", "Ban Thường vụ",
    "Ban Thường trực", "Ban Thường", "Ban Xây dựng",
    "Ban Dân",
    "Ban Quản lý", "Ban Văn hóa", "BCĐ", "BCH", "Trung tâm", "Văn phòng", "Công an", "Chi cục", "Đài", "Thành ủy",
    "Tỉnh ủy", "Huyện ủy", "Thị ủy", "Quận ủy", "Đảng ủy", "Đảng bộ", "Thường trực", "Tổng cục", "Liên đoàn",
    "Chủ tịch UBND", "Chủ tịch Ủy ban", "Bảo hiểm", "Tỉnh đoàn", "Huyện đoàn", "Thành đoàn", "Đoàn", "Mặt trận",
    "Điện lực",
    "Công ty", "Tổng công ty", "Trường", "Bệnh viện", "Trạm", "Ngân hàng", "Hạt Kiểm lâm", "Kho bạc", "Chi nhánh",
    "Viện",
    "Bưu điện", "Thanh tra", "Tòa án", "Toà án", "Hợp tác xã", "Tổ công tác", "Thủ tướng", "Chi đội", "Cơ quan",
    "VNPT",
)
AGENCY = "(?:" + "|".join(sorted(map(re.escape, HEADS), key=len, reverse=True)) + r")\b"
_IN_CAPITALS = sorted({re.escape(head.upper()) for head in HEADS} | {"BAN"}, key=len, reverse=True)
_CAPS_HEAD = re.compile("(?:" + "|".join(_IN_CAPITALS) + r")\b")
_BARE_HEAD = re.compile("(?:" + "|".join(sorted({re.escape(fold(head)) for head in HEADS} | {"ban"},
                                               key=len, reverse=True)) + r")\b")
_LEVELS = {"tinh", "tp", "tp.", "huyen", "quan", "tx", "phuong", "dac khu"}
_SECOND = {"thanh": {"pho"}, "thi": {"xa", "tran"}, "dac": {"khu"}}
_KEPT = {"UBND", "HĐND", "BCĐ", "BCH", "MTTQ", "MTTQVN", "UBMTTQ", "TTTT", "CNTT", "TT&TT", "VH&TT", "VHTT", "VNPT",
         "COVID-19", "TP", "TP.", "TX"}


def opens_name(capitals: str) -> bool:
    """Whether a line in capitals begins as an office does; without marks too, if it has none at all (ĐẠI HỘI"
      " is no ĐÀI)."""
    if _CAPS_HEAD.match(capitals.replace("UỶ", "ỦY")):
        return True
    return capitals.isascii() and bool(_BARE_HEAD.match(fold(capitals)))


def recased(capitals: str) -> str:
    """ỦY BAN NHÂN DÂN TỈNH X → Ủy ban nhân dân tỉnh X; SỞ THÔNG TIN VÀ TRUYỀN THÔNG → Sở Thông tin và Truyền thông."""
    words = capitals.split()
    head = _head_of(words)
    result = head.split() if head else [words[0] if words[0] in _KEPT else words[0].capitalize()]
    # "Ban Chỉ đạo phòng, chống dịch": behind a board stands a task, behind an office its field.
    board = head.startswith(("Ban Chỉ", "Ban chỉ", "BCĐ"))
    place, fresh = False, not board
    for index in range(len(result), len(words)):
        word = words[index]
        if _is_level(words, index):
            result.append(word if word in _KEPT else word.lower())
            place, fresh = True, False
        elif word in _KEPT or any(c.isdigit() or c == "&" for c in word):
            result.append(word)
        elif fold(word) in {"va", "-", "–"}:
            result.append(word.lower())
            fresh = True
        elif place or fresh:
            result.append(word.capitalize())
            fresh = word.endswith(",")
        else:
            result.append(word.lower())
            fresh = word.endswith(",") and not board
    name = " ".join(result).replace("Uỷ ban", "Ủy ban")
    for province in PROVINCES:
        name = name.replace(f" {province.capitalize()}", f" {province}")
    return name


def _head_of(words: list[str]) -> str:
    plain = [fold(word) for word in words]
    return next((h for h in sorted(HEADS, key=len, reverse=True) if plain[: len(h.split())] == fold(h).split()), "")


def _is_level(words: list[str], index: int) -> bool:
    word = fold(words[index])
    after = fold(words[index + 1]) if index + 1 < len(words) else ""
    before = fold(words[index - 1]) if index else ""
    if word in _LEVELS or after in _SECOND.get(word, ()):
        return True
    return word in _SECOND.get(before, ()) or (word == "xa" and before != "hop" and after != "hoi")

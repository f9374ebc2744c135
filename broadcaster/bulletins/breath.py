"""Sentences short enough to be said in one breath and remembered: a long one becomes two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

MOST_WORDS = 40
SOFT_WORDS = 28
"""Beyond these a sentence is parted where that sounds natural; beyond MOST_WORDS wherever its form allows."""
_HARD_WORDS = 44
_FEWEST = 5
UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_PURPOSE = re.compile(r",?\s+nhằm\s+")
_EFFECT = re.compile(r",\s*(?=(?:đáp ứng|góp phần|phục vụ|đưa)\s)")
_SO_THAT = re.compile(r"\s+để\s+")
_NEVER = re.compile(r",\s*(?=(?:tuyệt đối không|không (?:tham gia|được|nên|để|tụ tập|chủ quan|lơ là|mua|bán|nghe|tin"
                    r"|chia sẻ|vứt|đốt|đi|ra|sử dụng))\s)")
# What follows a "not" belongs to it: cut off, it would say the opposite.
_NOT = re.compile(r"\b(?:không|đừng|tránh|cấm|chưa|hạn chế|ngừng|chống lại)\b", re.I)
_NEVER_DO = re.compile(r"\b(?:không|đừng|tránh|cấm)\b", re.I)
_WHEN = re.compile(r"\s+(?=(?:trong \d+ ngày|từ (?:ngày|tháng|sáng|chiều)) [^,]*$)")
_TO_WHAT_END = re.compile(r"\b(?:để|nhằm|mục đích)\b", re.I)
_PEOPLE = re.compile(r"\bbà con\b", re.I)
_UNTIL = re.compile(r"\b(?:trước|chậm nhất|đến hết|hạn)\b.{0,20}\d")
_STAGE = re.compile(r"\s+(?=giai đoạn _)")  # the name is in quotation marks
# "phòng, chống" and its like are one word with a comma in it.
_COMMA = re.compile(r"(?<!phòng),\s+(?!(?:chống|ngành|thành phố|thị xã|phường|thị trấn|đoàn thể|của)\b)"
                    rf"(?=[^\W{UPPER}])")
_NOUNS_COMMA = re.compile(r",\s+(?=(?:các|những|chính sách|chủ trương|kế hoạch|kết quả|công tác|hiệu quả|quy định"
                          r"|nội dung|hình thức|đối tượng|quyền lợi|hệ thống)\s)")
_OR = re.compile(r",?\s+hoặc\s+(?=(?:đăng ký|nộp|gọi|đến|liên hệ|gửi|kê khai|khai báo)\s)")
ACTION = (r"(?:theo dõi|thực hiện|đẩy nhanh|đẩy mạnh|bảo đảm|đảm bảo|phòng,? chống|phòng cháy|tăng cường"
          r"|triển khai|phát huy|xây dựng|nâng cao|tổ chức"
          r"|hướng dẫn|cài đặt|sử dụng|tham gia|treo|chào mừng|xử lý|chuẩn bị|hưởng ứng|tiếp nhận"
          r"|khai báo|cập nhật|giữ gìn|kiểm tra|rà soát|ngăn chặn|chăm sóc|bảo vệ|mua sắm|vận hành|chấp hành|tuân thủ"
          r"|tiêm|đi tiêm|đăng ký|tự giác|tích cực|chủ động|thường xuyên|kịp thời|hạn chế|thông báo)")
_ACTION_COMMA = re.compile(rf",\s+(?={ACTION}\s)")


def breaths(sentence: str, more: Callable[[str], str], *, asked: bool = False, most: int = MOST_WORDS) -> list[str]:
    """`sentence` (without its full stop) as sentences of at most `most` words, where its form allows.

    `more` frames what follows a comma, so that it is a sentence of its own; `asked`: people are asked to
    do something, and only another thing to do may follow.
    """
    if len(sentence.split()) <= SOFT_WORDS:
        return [sentence]
    hard = len(sentence.split()) > most
    for before, after in _cuts(sentence, more, asked, hard=hard):
        if len(before.split()) >= _FEWEST and len(after.split()) >= _FEWEST:
            return [*breaths(before, more, asked=asked, most=most), *breaths(after, more, asked=asked)]
    return [sentence]


def _cuts(sentence: str, more: Callable[[str], str], asked: bool, *, hard: bool) -> Iterator[tuple[str, str]]:
    if asked or _PEOPLE.search(sentence):
        yield from ((before, f"Bà con chú ý {after}") for before, after in _at(_NEVER, sentence))
    if hard:
        yield from ((before, _time(after)) for before, after in _at(_WHEN, sentence))
        yield from ((before, f"Đó là {after}") for before, after in _at(_STAGE, sentence))
    for pattern, lead in ((_PURPOSE, "Việc này nhằm"), (_EFFECT, "Qua đó")):
        if asked and pattern is _EFFECT:
            continue  # "…, đưa người già ra khỏi nhà" is asked for too
        yield from ((before, f"{lead} {after}") for before, after in _at(pattern, sentence))
    if hard:
        yield from ((before, f"Mục đích là để {after}") for before, after in _at(_SO_THAT, sentence)
                    if not _UNTIL.search(after))
    anywhere = (_COMMA,) if len(sentence.split()) > _HARD_WORDS else ()
    if asked:
        yield from ((before, f"Bà con cũng có thể {after}") for before, after in _at(_OR, sentence)
                    if not _NEVER_DO.search(before))
    for pattern in (_ACTION_COMMA,) if asked else (_NOUNS_COMMA, _ACTION_COMMA, *anywhere) if hard else ():
        # Framed only when it is taken: frames take turns.
        # What stands behind "so that" is a purpose, and never becomes something to do.
        yield from ((before, more(after)) for before, after in _at(pattern, sentence)
                    if not _NOT.search(before) and not (asked and _TO_WHAT_END.search(before)))


def _time(words: str) -> str:
    return f"Thời gian là {words.removeprefix('trong ')}" if words.startswith("trong ") else f"Thời gian {words}"


def _at(pattern: re.Pattern[str], sentence: str) -> list[tuple[str, str]]:
    """Both sides of each place outside quotation marks, the one nearest the middle first."""
    masked = _QUOTED.sub(lambda quoted: "_" * len(quoted[0]), sentence)
    found = sorted(pattern.finditer(masked), key=lambda match: abs(match.start() - len(sentence) / 2))
    return [(sentence[:match.start()], sentence[match.end():]) for match in found]

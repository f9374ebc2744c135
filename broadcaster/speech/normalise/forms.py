"""What a rule is, and the forms that several rules share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule answers when there is more to tell than the words."""

    text: str
    choices: tuple[str, ...] = ()
    risky: bool = False


Answer = str | Said | None
"""None, or the written form itself: the rule does not claim the stretch after all."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`say` gets the match in the masked text (claimed characters are TAKEN) and the whole text as written."""

    kind: str
    pattern: re.Pattern[str]
    say: Callable[[Match, str], Answer]

    @property
    def begins_with_figure(self) -> bool:
        """Every match begins where a run of figures begins: the other places need not be tried."""
        return _FIGURE_FIRST.match(_LOOK_BACK.sub("", self.pattern.pattern)) is not None


_LOOK_BACK = re.compile(r"^(?:\(\?<[!=](?:\[[^]]*\]|\\.|[^()\[\]\\])*\))+")
_FIGURE_FIRST = re.compile(r"(?:\((?!\?)|\(\?:)?(?:\\d|0\?\[|\[01\]|\[12\]|1\[|0\[|24/|24h|11\[)")
_BEFORE = 48
"""Characters in which the words before a figure are looked for."""
TAKEN = "\ue000"
"""Stands for each character that an earlier rule has claimed."""
NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d{1,3}(?:,\d{3}){2,}(?!\d)|\d+(?:,\d+)?"
DAY, MONTH, YEAR = r"(0?[1-9]|[12]\d|3[01])", r"(0?[1-9]|1[0-2])", r"([12]\d{3})"
END, BEGIN = r"(?![\w/]|[.,]\d)", r"(?<![\w/.,])"
VOWELS = "aeiouyăâêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
CAPITAL = "A-ZĐƯƠÂĂÊÔ"
SHARES = (r"(?:tổng )?(?:số|diện tích|dân số|dân cư|quân số|quãng|thời gian|chiều|lượng|giá trị|mức|kinh phí|vốn|nguồn|"
          r"lương|công suất|khối lượng|thể tích|bề mặt|trọng lượng|chi phí|sản lượng|lô|tài sản|cơ thể|đàn|thu nhập)")
"""What a fraction is a fraction of."""
COUNTED = (r"(?:xã|phường|huyện|quận|tỉnh|thành phố|thôn|ấp|bản|buôn|làng|xóm|khu|tổ|hộ|người|đại biểu|đồng chí|"
           r"tiêu chí|"
           r"chỉ tiêu|phiếu|trường|đơn vị|ca|mẫu|đảng viên|em|cháu|điểm|cụm|trạm|mô hình|nhiệm vụ|công trình|dự án|"
           r"cơ quan|hồ sơ|học sinh|lớp|chi bộ|doanh nghiệp|nội dung|sản phẩm|bài|tuyến|cầu|thành viên|ủy viên|"
           r"hội viên|cử tri|chi hội|ban|ngành|cơ sở|hợp tác xã|đảng bộ|địa phương|cán bộ|giáo viên|nhóm|liều|giường)")
"""What things are counted: so many of so many."""


def rule(pattern: str, spoken: Callable[[Match], Answer] | str, flags: int = 0, kind: str = "") -> Rule:
    """A pattern and what is said for it, by the match alone."""
    if isinstance(spoken, str):
        words = spoken
        return Rule(kind, re.compile(pattern, flags), lambda _match, _text: words)
    by_match = spoken
    return Rule(kind, re.compile(pattern, flags), lambda match, _text: by_match(match))


def in_context(pattern: str, spoken: Callable[[Match, str], Answer], flags: int = 0, kind: str = "") -> Rule:
    """A rule that looks at the words around the match."""
    return Rule(kind, re.compile(pattern, flags), spoken)


def after(words: str, pattern: str, spoken: Callable[[Match], Answer], flags: int = 0, kind: str = "") -> Rule:
    """A rule for figures that follow these words; the words themselves are left to other rules."""
    before = re.compile(rf"(?:^|\W)(?:{words})[:.]?\s*\Z", re.I)
    return Rule(kind, re.compile(pattern, flags), lambda match, text: (
        spoken(match) if before.search(text, max(0, match.start() - _BEFORE), match.start()) else None))


def before(match: Match, text: str, width: int = 64) -> str:
    """What is written before the match."""
    return text[max(0, match.start() - width):match.start()]


def of_kind(kind: str, rules: list[Rule]) -> list[Rule]:
    """The rules with a kind for those that name none."""
    return [one if one.kind else Rule(kind, one.pattern, one.say) for one in rules]

"""What a rule is, and the forms that several rules share."""

from __future__ import annotations

import re
from collections.abc import Callable

Match = re.Match[str]
Rule = tuple[re.Pattern[str], Callable[[Match], str]]

TAKEN = "\ue000"
"""Stands for each character that an earlier rule has claimed."""
NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
DAY, MONTH, YEAR = r"(0?[1-9]|[12]\d|3[01])", r"(0?[1-9]|1[0-2])", r"([12]\d{3})"
END, BEGIN = r"(?![\w/])", r"(?<![\w/.,])"
VOWELS = "aeiouyăâêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"


def rule(pattern: str, spoken: Callable[[Match], str] | str, flags: int = 0) -> Rule:
    """A pattern and what is said for it; said as written means not claimed."""
    return re.compile(pattern, flags), (spoken if callable(spoken) else lambda _: spoken)

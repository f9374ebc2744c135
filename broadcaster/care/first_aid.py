"""What somebody who is no technician does now, for every alarm, risk and finding: read from resources/help/*.toml.

One file for each kind of code, so that whoever adds a code adds its steps in one place. A table a code:

    ["alarm.no_device"]
    steps = ["Nhìn đèn trên âm ly: …", "…"]     # 2 to 5, in order; document text, Vietnamese
    call = "Đọc cho họ: …"                      # what to read out on the telephone; left out: the usual words
    page = "settings"                           # page of the window where it is mended; left out: none
    item = ""                                   # what that page opens (`shell.go(page, item)`)
    anchor = "không-nghe-thấy-tiếng"            # the part of docs/huong-dan.md about it
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from broadcaster.base.paths import shipped

CALL = "Vẫn chưa được thì gọi người hỗ trợ của đài, đọc nguyên văn dòng báo động này và cho biết đã làm những bước nào."
"""Where a code has no words of its own."""
UNKNOWN_ANCHOR = "khi-có-sự-cố"


@dataclass(frozen=True)
class FirstAid:
    """The steps of one code."""

    code: str
    steps: tuple[str, ...]
    call: str = CALL
    page: str = ""
    item: str = ""
    anchor: str = UNKNOWN_ANCHOR


def first_aid(code: str) -> FirstAid | None:
    """What to do about "alarm.no_device", "risk.air_down", "doctor.…"; None where nobody wrote steps."""
    return everything().get(code)


@cache
def everything() -> dict[str, FirstAid]:
    """All codes of all files. Raises ValueError for a file with words this program does not know."""
    found: dict[str, FirstAid] = {}
    for path in sorted(shipped("resources", "help").glob("*.toml")):
        for code, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if code in found:
                raise ValueError(f"{path.name}: {code} stands in two files")
            unknown = set(entry) - {"steps", "call", "page", "item", "anchor"}
            if unknown:
                raise ValueError(f"{path.name}: {code}: unknown {', '.join(sorted(unknown))}")
            found[code] = FirstAid(code, tuple(entry["steps"]), **{name: entry[name] for name in entry
                                                                   if name != "steps"})
    return found

"""Times of day."""

from __future__ import annotations

import re

from broadcaster.speech.normalise.forms import (
    DAY,
    MONTH,
    TAKEN,
    YEAR,
    Match,
    Rule,
    Said,
    before,
    in_context,
    of_kind,
    rule,
)
from broadcaster.speech.normalise.numbers import day, month, number, written_number

_HALVES = {"SA": " sáng", "AM": " sáng", "CH": " chiều", "PM": " chiều"}


def rules() -> list[Rule]:
    hour, minute, mark = r"([01]?\d|2[0-4])", r"([0-5]\d)", r"(?:h|g|giờ|:)"
    return of_kind("time", [
        rule(r"(?<=[a-z²³])/(24|12|48|72|6|3|1)\s?(?:h|giờ)(?!\w)", lambda m: f" trên {number(int(m[1]))} giờ"),
        rule(r"(?<![\w.,/])24/24(?:\s?(?:h|giờ))?(?:[/,]?\s?7(?:\s?ngày)?)?(?![\w/])", _always),
        rule(r"(?<![\w.,/])(?<!ngày )(?<!lễ )(?<!từ )(?<!đến )24/7(?![\w/])",
             lambda m: Said("hai mươi tư trên bảy", ("ngày hai mươi tư tháng bảy",))),
        rule(r"(?<![\w.,/])24h/(?:24h?|ngày)(?!\w)",
             lambda m: "hai mươi tư giờ một ngày" if m[0].endswith("ngày") else "hai mươi tư trên hai mươi tư giờ"),
        # 7h00-9h30, 7-9h, 7 giờ 30 - 8 giờ: the dash between two times.
        in_context(r"(?:[ ][-–]|[-–])[ ]?(?=\d{1,2}[ ]?(?:[hg]|giờ|:\d\d)(?![^\W\d]))", lambda m, text: (
            " đến " if re.search(r"(?:\d|\d[hgp'’′]|giờ|phút)\Z", before(m, text, 5)) else None)),
        # 10h/17/9: the hour, then the day.
        rule(rf"(?<![\w.,/]){hour}[ ]?(?:h|g|giờ)[ ]?{minute}?(?:'|phút)?[ ]?/[ ]?{DAY}/{MONTH}(?:/{YEAR})?(?![\w/])",
             lambda m: f"{_hour(m)} ngày {day(m[3])} tháng {month(m[4])}"
                       + (f" năm {number(int(m[5]))}" if m[5] else "")),
        rule(rf"(?<![\d:]){hour}:{minute}:{minute}(?:\s?(SA|CH|AM|PM)\b)?(?![\d:])",
             lambda m: f"{_hour(m)} {number(int(m[3]))} giây{_HALVES.get(m[4] or '', '')}"),
        rule(rf"(?<![\d:]){hour}:{minute}\s?(SA|CH|AM|PM)\b", lambda m: f"{_hour(m)}{_HALVES[m[3]]}"),
        rule(rf"(?<!\w)(?<![\d][.,:]){hour}[ ]?{mark}[ ]?{minute}(?:\s?phút\b|\s?(?:ph|p)(?!\w)|[ ]?['’′])?(?!\w|:\d|"
             rf"[.,]\d)", _hour),
        rule(rf"(?<!\w)(?<![\d][.,:]){hour}[ ]?(?:h|g|giờ)[ ]?([1-9])(?:[ ]?phút\b|['’′]|p\b)", _hour),
        rule(rf"\b{hour}\.([0-5]\d)[ ]?giờ\b", _hour),
        rule(rf"(?<!\w)(?<![\d][.,:]){hour}[ ]?(?:h|(?<=\d)g(?=\s+(?:sáng|trưa|chiều|tối|đêm|ngày|hàng|hằng)))(?!\w)",
             lambda m: f"{number(int(m[1]))} giờ"),
        rule(r"(?<![\w.,])(\d{1,3})['’′][ ]?(\d{1,2})(?:''|’’|[\"”″])",
             lambda m: f"{number(int(m[1]))} phút {number(int(m[2]))} giây"),
        rule(r"(?<![\w.,°])(\d{1,3}(?:,\d)?)(?:''|″)", lambda m: f"{written_number(m[1])} giây"),
        rule(rf"(?<![\w.,°{TAKEN}])(\d{{1,3}}(?:,\d)?)['’′](?!\w)", lambda m: f"{written_number(m[1])} phút"),
    ])


def _hour(m: Match) -> str:
    return f"{number(int(m[1]))} giờ" + (f" {number(int(m[2]))} phút" if int(m[2] or 0) else "")


def _always(m: Match) -> str:
    hours = " giờ" if re.search("h|giờ", m[0]) else ""
    week = re.search(r"[/,]?\s?7(?:\s?ngày)?$", m[0][5:])
    return f"hai mươi tư trên hai mươi tư{hours}" + (", bảy ngày" if week else "")

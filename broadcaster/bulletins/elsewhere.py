"""Letters of another place: its name stays with what is its own, and never sounds as if it were ours."""

from __future__ import annotations

import re

from broadcaster.base.settings import StationSection
from broadcaster.base.vietnamese import fold, nfc
from broadcaster.bulletins.breath import UPPER
from broadcaster.directives.model import Directive

_NAME = rf"[{UPPER}]\w*(?:(?:\s|-)[{UPPER}]\w*){{0,3}}"
_TIER = r"(?:tỉnh|thành phố|huyện|thị xã|quận)"
_ANY_TIER = r"(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn)"
_NAMED = re.compile(rf"\b({_TIER})\s+({_NAME})")
_WITHIN = re.compile(rf"\s+(?:trên địa bàn|tại)\s+((?i:{_TIER}))(?:\s+({_NAME}))?(?!\w)(?!,\s*(?:thành phố|huyện|thị))")
_COUNCIL = re.compile(rf"\b(UBND|Ủy ban nhân dân|HĐND|Tỉnh ủy|Thành ủy)\s+(tỉnh|thành phố)(?!\s+[{UPPER}]|\s*,|\w)")
# "UBND tỉnh Vĩnh Phúc - Sở Thông tin và Truyền thông", as the two lines of a letterhead run together.
_LETTERHEAD = re.compile(rf"^(?i:UBND|Ủy ban nhân dân)\s+((?i:{_ANY_TIER})\s+{_NAME})\s+[-–]\s+(.+)$")


# "Huyện ủy Mẫu - Ban Tuyên giáo", "Sở Y tế tỉnh Mẫu - Trung tâm Kiểm soát bệnh tật".
_BODY_OF = re.compile(r"^(.+?)\s+[-–]\s+((?:Ban|Phòng|Trung tâm|Chi cục|Công an|Văn phòng|Hội|Trạm)\s.+)$")


def letter_place(letter: Directive) -> str:
    """ "tỉnh Nam Định": whose letter it is; empty when the letter does not say."""
    issuer = nfc(str(letter.value("issuer") or ""))
    if found := _NAMED.search(issuer):
        return f"{found[1]} {found[2]}"
    issued = nfc(str(letter.value("issued_place") or ""))
    if issued:
        for tier, name in _NAMED.findall(nfc(letter.text)):
            if fold(name) == fold(issued) or fold(name).startswith(f"{fold(issued)} "):
                return f"{tier.lower()} {issued}"
    return ""


def is_ours(place: str, station: StationSection) -> bool:
    """Whether the station lies in `place`; a letter that names none is taken as ours."""
    name = fold(re.sub(rf"^{_TIER}\s+", "", place))
    return re.search(rf"\b{re.escape(name)}\b", fold(f"{station.province}, {station.commune}")) is not None


def without_foreign_places(text: str, place: str, station: StationSection) -> str:
    """Of another place's letter: "trên địa bàn tỉnh …" left out, "UBND tỉnh" said with its name."""
    if is_ours(place, station):
        return text
    text = _WITHIN.sub(lambda found: found[0] if found[2] and is_ours(found[2], station) else "", nfc(text))
    return _COUNCIL.sub(lambda found: f"{found[1]} {place}", text)


def issuer_as_said(letter: Directive, issuer: str, station: StationSection) -> str:
    """ "Sở Thông tin và Truyền thông tỉnh Vĩnh Phúc": the issuer with its place, when that is not ours."""
    if found := _LETTERHEAD.match(issuer):
        issuer = f"{found[2]} {found[1]}"
    elif found := _BODY_OF.match(issuer):
        issuer = f"{found[2]} {found[1]}" if re.match(r"\w+ ủy\b", found[1]) else f"{found[2]}, {found[1]}"
    place = letter_place(letter)
    named = fold(re.sub(rf"^{_TIER}\s+", "", place)) in fold(issuer)
    return issuer if named or is_ours(place, station) else f"{issuer} {place}"

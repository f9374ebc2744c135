"""Who issued the letter: from the letterhead, else from the sentence "…, Sở X đề nghị"; with its province."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from broadcaster.base.vietnamese import fold
from broadcaster.directives.form.header import title_line
from broadcaster.directives.form.layout import Letter, Line, found, tidy
from broadcaster.directives.form.places import CITIES, PROVINCES
from broadcaster.directives.model import Field

_HEADS = ("Ủy ban nhân dân", "Uỷ ban nhân dân", "Ủy ban Nhân dân", "UBND", "Sở", "Phòng", "Cục", "Bộ", "Hội",
          "Tiểu ban", "Tiểu Ban",
          "Ban Chỉ đạo", "Ban chỉ đạo", "Ban Tuyên giáo", "Ban Tổ chức", "Ban Thường", "BCĐ", "Trung tâm", "Văn phòng",
          "Công an", "Chi cục", "Đài", "Ủy ban", "Uỷ ban", "Thành ủy", "Tỉnh ủy", "Huyện ủy", "Thị ủy", "Đảng ủy",
          "Tổng cục", "Liên đoàn", "Chủ tịch UBND", "Chủ tịch Ủy ban", "Bảo hiểm", "Tỉnh đoàn")
AGENCY = "(?:" + "|".join(sorted(map(re.escape, _HEADS), key=len, reverse=True)) + r")\b"
VERB = (r"(?:(?:kính |trân trọng |có ý kiến |có văn bản )?(?:đề nghị|yêu cầu|thông báo|hướng dẫn|chỉ đạo|như sau)"
    r"|ban hành"
        r"|có ý kiến|xây dựng [Kk]ế hoạch|triển khai [Kk]ế hoạch|đã (?:ban hành|xây dựng|có|yêu cầu)"
        r"|vừa (?:ban hành|có))")
ASKS = re.compile(rf"(?:^|[,.;)]\s+)(?P<who>{AGENCY}[^.;:()\n]{{0,140}}?)(?:\s*\([^()]{{0,160}}\))?,?\s+{VERB}")
_CAPS_HEAD = re.compile(r"(?:ỦY BAN|UỶ BAN|UBND|SỞ|PHÒNG|CỤC|BỘ|TIỂU BAN|BAN|BCĐ|TRUNG TÂM|VĂN PHÒNG|CÔNG AN"
                        r"|CHI CỤC|ĐÀI"
                        r"|THÀNH ỦY|TỈNH ỦY|HUYỆN ỦY|THỊ ỦY|ĐẢNG|HỘI|TỔNG CỤC|LIÊN ĐOÀN|MẶT TRẬN|BẢO HIỂM|ĐOÀN"
                        r"|TỈNH ĐOÀN)\b")
_MOTTO = re.compile(r"\s*(?:^(?:CHỦ NGHĨA )?VIỆT NAM$|CỘNG H[ÒO][ÀA]? ?XÃ HỘI.*|CỘNG HOÀ XÃ HỘI.*|Độc [Ll]ập.*"
                    r"|ĐỘC LẬP.*|ĐẢNG CỘNG SẢN VIỆT NAM.*)$")
_LEVELS = ("TỈNH", "THÀNH PHỐ", "TP", "TP.", "HUYỆN", "QUẬN", "THỊ XÃ", "TX", "XÃ", "PHƯỜNG", "THỊ TRẤN")
_KEPT = ("UBND", "HĐND", "BCĐ", "MTTQ", "MTTQVN", "TTTT", "CNTT", "TT&TT", "VH&TT", "VHTT", "COVID-19")
_PARENT = re.compile(r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|BỘ|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|THỊ ỦY)\b")


def issuer(letter: Letter) -> Field:
    """"Parent - agency" where the parent is a People's Committee or ministry; the province added where missing."""
    above, own = _letterhead(letter)
    said = _sentence(letter)
    if own is None:
        return _with_province(letter, said) if said else Field(None)
    name = recased(own[0])
    if said and len(str(said.value)) > len(name) and _begins_alike(str(said.value), name):
        return said
    start = own[1]
    if above and _PARENT.match(above[0]):
        name, start = f"{_short(recased(above[0]))} - {name}", above[1]
        return found(name, start, own[2], 0.9)
    return _with_province(letter, found(name, start, own[2], 0.9))


def _letterhead(letter: Letter) -> tuple[tuple[str, int, int] | None, tuple[str, int, int] | None]:
    """Body above and issuing body as printed in capitals at the top left."""
    title = title_line(letter)
    groups: list[list[tuple[str, Line]]] = []
    for line in letter.lines[: title[0] if title else letter.header_end]:
        text = _MOTTO.sub("", _left_column(line.text)).strip(" -*")
        if not text or not text.isupper() or re.match(r"SỐ\s*:", text):
            continue
        if not groups or _opens_new(text, groups[-1][-1][0]):
            groups.append([(text, line)])
        else:
            groups[-1].append((text, line))
    groups = [group for group in groups if _CAPS_HEAD.match(group[0][0])]
    named = [(tidy(" ".join(text for text, _ in group)), group[0][1].start, group[-1][1].end) for group in groups]
    if not named:
        return None, None
    return (named[-2] if len(named) > 1 else None), named[-1]


def _left_column(text: str) -> str:
    """BAN TUYÊN GIÁO Quảng Nam, ngày … → BAN TUYÊN GIÁO."""
    if ", ngày" not in text:
        return text
    return " ".join(itertools.takewhile(str.isupper, text.split()))


def _opens_new(text: str, before: str) -> bool:
    # "BAN TUYÊN GIÁO" and "BỘ Y TẾ" open a name, but "… THƯỜNG VỤ / BAN …" inside one is rare: a head opens a name.
    return bool(_CAPS_HEAD.match(text)) and not before.endswith((" VÀ", " CÁC", ","))


def recased(capitals: str) -> str:
    """ỦY BAN NHÂN DÂN TỈNH X → Ủy ban nhân dân tỉnh X; SỞ THÔNG TIN VÀ TRUYỀN THÔNG → Sở Thông tin và Truyền thông."""
    words = capitals.split()
    head = next((h for h in sorted(_HEADS, key=len, reverse=True)
                 if [fold(w) for w in words[: len(h.split())]] == fold(h).split()), "")
    result = head.split() if head else [words[0].capitalize() if words[0] not in _KEPT else words[0]]
    # "Ban Chỉ đạo phòng, chống dịch": behind a board stands a task, behind an office its field.
    board = head.startswith(("Ban Chỉ", "Ban chỉ", "BCĐ"))
    place, fresh = False, not board
    for index in range(len(result), len(words)):
        word = words[index]
        if word in _LEVELS or (word in {"PHỐ", "XÃ", "TRẤN"} and words[index - 1] in {"THÀNH", "THỊ"}) \
                or (word in {"THÀNH", "THỊ"} and index + 1 < len(words) and words[index + 1] in {"PHỐ", "XÃ", "TRẤN"}):
            result.append(word.lower() if word not in {"TP", "TP.", "TX"} else word)
            place, fresh = True, False
        elif word in _KEPT or any(c.isdigit() or c == "&" for c in word):
            result.append(word)
        elif word in {"VÀ", "-", "–"}:
            result.append(word.lower())
            fresh = True
        elif place or fresh:
            result.append(word.capitalize())
            fresh = word.endswith(",")
        else:
            result.append(word.lower())
            fresh = word.endswith(",") and not place and not board
    name = " ".join(result).replace("Uỷ ban", "Ủy ban")
    for province in PROVINCES:
        name = name.replace(f" {province.capitalize()}", f" {province}")
    return name


def _sentence(letter: Letter) -> Field | None:
    """The last agency before the asking verb, in the preamble."""
    for unit in letter.units[:14]:
        for match in ASKS.finditer(unit.text[:4000]):
            who = match["who"]
            who = who[max((m.start() for m in re.finditer(rf"(?<=[,;] ){AGENCY}", who)), default=0):]
            words = r"\s+".join(map(re.escape, who.split()))
            place = re.search(words, letter.clean[unit.start : unit.end])
            if place:
                return found(who.strip(" ,"), unit.start + place.start(), unit.start + place.end(), 0.8)
    return None


def _with_province(letter: Letter, field: Field) -> Field:
    """A department of a province is named with it: from the place of issue, else what the text speaks of most."""
    name = str(field.value)
    if re.search(r"(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường)\s+[A-ZĐ]", name):
        return field
    provincial = re.match(r"Sở\b|(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch UBND)(?: tỉnh| thành phố)?$"
    r"|Công an tỉnh$", name)
    if not provincial:
        return field
    province = _province(letter, name)
    if province is None:
        return field
    level = "thành phố" if province in CITIES else "tỉnh"
    if "tỉnh" in name:
        level = "tỉnh"
    base = re.sub(r"^Chủ tịch ", "", name)
    return Field(f"{base} {province}" if base.endswith(level) else f"{base} {level} {province}", field.span, 0.7)


def _province(letter: Letter, name: str) -> str | None:
    from broadcaster.directives.form.header import place_and_date

    place = place_and_date(letter)[0].value
    if place:
        bare = re.sub(r"^(?:TP|Tp|Thành phố|thành phố|tỉnh|Tỉnh)\.?\s*", "", str(place))
        return next((known for known in PROVINCES if fold(known) == fold(bare)), None)
    counts: Counter[str] = Counter()
    for match in re.finditer("|".join(map(re.escape, PROVINCES)), letter.clean[:20000]):
        counts[match.group()] += 1
    if "tỉnh" in name:
        counts = Counter({place: count for place, count in counts.items() if place not in CITIES})
    return counts.most_common(1)[0][0] if counts else None


def _begins_alike(one: str, other: str) -> bool:
    return fold(one).split()[:4] == fold(other).split()[:4]


def _short(parent: str) -> str:
    return re.sub(r"^(?:Ủy ban nhân dân|Uỷ ban nhân dân)\b", "UBND", parent)

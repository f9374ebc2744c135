"""Who issued the letter: from the letterhead, else from the sentence "…, Sở X đề nghị"; with its province."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from broadcaster.base.vietnamese import fold
from broadcaster.directives.form.agency import AGENCY, opens_name, recased
from broadcaster.directives.form.flat import UPPER
from broadcaster.directives.form.header import place_and_date, title_line
from broadcaster.directives.form.layout import Letter, Line, Unit, found, tidy
from broadcaster.directives.form.places import CITIES, PROVINCES
from broadcaster.directives.model import Field

VERB = (r"(?:(?:kính |trân trọng |có ý kiến |có văn bản )?(?:đề nghị|yêu cầu|thông báo|hướng dẫn|chỉ đạo|như sau)"
        r"|ban hành|có ý kiến|xây dựng [Kk]ế hoạch|triển khai [Kk]ế hoạch|đã (?:ban hành|xây dựng|có|yêu cầu)"
        r"|vừa (?:ban hành|có)|(?:có|ra) (?:[Cc]ông văn|[Cc]ông điện|[Tt]hông báo|[Kk]ế hoạch|[Vv]ăn bản))")
ASKS = re.compile(rf"(?:^|[,.;)]\s+|(?<=\d))(?P<who>{AGENCY}[^.;:()\n]{{0,140}}?)(?:\s*\([^()]{{0,160}}\))?,?\s+{VERB}")
_FIRM = re.compile(r"\s(?:đề nghị|yêu cầu|thông báo|như sau)$")
_TITLED = re.compile(rf"^(?:[Tt]hông báo|[Cc]ông điện|[Cc]ông văn|[Cc]hỉ thị|[Kk]ế hoạch"
                     rf"|Đó là chỉ đạo)(?: \S+){{0,2}}? của (?P<who>{AGENCY}"
                     r"[^.;:()\n]{0,60}?)\s+(?:về|trước|ứng phó|đối với)\b")
_LEAD = re.compile(rf"(?:^|\s[-–]\s)(?P<who>{AGENCY}[^.;:()\n]{{0,100}}?)\s+(?:vừa |đã )?(?:ban hành"
                   rf"|có (?:[Cc]ông|văn bản))")
# What may follow the name inside "who": the rest of the sentence is no name.
_TAIL = re.compile(r"\s(?:đã|có|vừa|sẽ|xin (?:ý kiến|báo cáo|thông báo)|báo cáo|trân trọng|kính|cũng|tiếp tục"
                   r"|tổ chức|nhận được|hướng dẫn|ban hành)\b.*$")
_MOTTO = re.compile(r"\s*(?:^(?:chu nghia )?viet nam$|cong h[oi]a? ?xa hoi.*|doc lap ?[-–].*"
                    r"|dang cong san viet nam.*)$")
_OTHER_TITLE = re.compile(r"(?:QUYẾT ĐỊNH|CHỈ THỊ|NGHỊ QUYẾT|BÁO CÁO|TỜ TRÌNH|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỊNH HƯỚNG"
                          r"|ĐỀ CƯƠNG"
                          r"|GIẤY MỜI|KẾ HOẠCH|THÔNG BÁO|HƯỚNG DẪN|CÔNG ĐIỆN)\b")
_SECOND_BODY = re.compile(r"\b(?:tinh|huyen|thanh pho|quan|thi xa|tp\.?|(?:huyen|tinh|thi|thanh"
                          r"|quan) uy)(?: \S+){1,5}? "
                          r"(?=(?:so|phong|ban|trung tam|tieu ban|chi cuc|van phong|cong an|benh vien|dien luc) )")
_PARENT = re.compile(r"(?:uy ban nhan dan|ubnd|bo|so|cuc|tinh uy|thanh uy|huyen uy|thi uy|quan uy|dang uy|dang bo"
                     r"|cong an|cong ty|tong cong ty|hoi|uy ban mttq|uy ban mat tran|ubmttq|doan|tinh doan|bao hiem"
                     r"|dien luc|benh vien|truong|tong cuc|lien doan|trung tam)\b")
_NAMED = re.compile(r"(?:tỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn|xã|[Pp]hường|[Đđ]ặc khu"
                    r"|[ủỷ]y)\s+"
                    r"(?:[A-ZĐÂÁẤÔÝÍỨ]|\d)")
_LEVEL_END = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|[Tt]ỉnh [ủu]y|[Hh]uyện [ủu]y"
                        r"|[Tt]hành [ủu]y)$",
                        re.IGNORECASE)
_PROPER = rf"(?:\d{{1,2}}\b|[{UPPER}]\w*(?:\s[{UPPER}]\w*){{0,3}})"


def issuer(letter: Letter, *, web: bool = False) -> Field:
    """"Parent - agency" where the parent is a People's Committee, ministry or department; the province added where
    missing (in brackets when a web page lets us guess it only)."""
    above, own = _letterhead(letter)
    said = _sentence(letter, web)
    if own is None:
        return _with_place(letter, said) if said else Field(None)
    name = recased(own[0])
    bare = own[0].isascii() and len(own[0]) > 6
    joins = bool(above and _PARENT.match(fold(above[0])))
    if said and ((len(str(said.value)) > len(name) and not joins) or bare) and _begins_alike(str(said.value), name):
        return said
    start, sure = own[1], 0.55 if bare else 0.9
    if above and joins:
        name, start = f"{_short(recased(above[0]))} - {name}", above[1]
        return found(name, start, own[2], sure)
    return _with_place(letter, found(name, start, own[2], sure))


def superior_body(letter: Letter) -> Field:
    """The body above the issuer in the letterhead; None when the issuer stands alone."""
    above, own = _letterhead(letter)
    if above is None or own is None:
        return Field(None, None, 0.9 if own else 0.7)
    return found(_short(recased(above[0])), above[1], above[2], 0.9)


def _letterhead(letter: Letter) -> tuple[tuple[str, int, int] | None, tuple[str, int, int] | None]:
    """Body above and issuing body as printed in capitals at the top left."""
    title = title_line(letter)
    groups: list[list[tuple[str, Line]]] = []
    for line in letter.lines[: title[0] if title else letter.header_end]:
        text = _left_column(line.text)
        text = text[: motto.start()] if (motto := _MOTTO.search(fold(text))) else text
        text = text.strip(" -*").lstrip("0123456789. ")
        if text.isupper() and _OTHER_TITLE.match(text):
            break
        if not text or not text.isupper() or re.match(r"S[ỐO]\s*:", text):
            continue
        for part in _bodies(text):
            if not groups or _opens_new(part, groups[-1][-1][0]):
                groups.append([(part, line)])
            else:
                groups[-1].append((part, line))
    groups = [group for group in groups if opens_name(group[0][0])]
    named = [(tidy(" ".join(text for text, _ in group)), group[0][1].start, group[-1][1].end) for group in groups]
    if not named:
        return None, None
    return (named[-2] if len(named) > 1 else None), named[-1]


def _bodies(text: str) -> list[str]:
    """UBND HUYỆN X PHÒNG VĂN HÓA …: two bodies that a copy put on one line."""
    second = _SECOND_BODY.search(fold(text))
    return [text[: second.end()].strip(), text[second.end():].strip()] if second else [text]


def _left_column(text: str) -> str:
    """BAN TUYÊN GIÁO Quảng Nam, ngày … → BAN TUYÊN GIÁO."""
    if ", ngày" not in text:
        return text
    return " ".join(itertools.takewhile(str.isupper, text.split()))


def _opens_new(text: str, before: str) -> bool:
    # "BAN TUYÊN GIÁO" and "BỘ Y TẾ" open a name, but "… THƯỜNG VỤ / BAN …" inside one is rare: a head opens a name.
    return opens_name(text) and not fold(before).endswith((" va", " cac", ","))


def _sentence(letter: Letter, web: bool) -> Field | None:
    """The last agency before the asking verb, in the preamble; else who a page's lead says has issued it."""
    lead: list[Unit | Line] = [*letter.lines[:10], *letter.units[:4]]
    places: list[tuple[re.Pattern[str], list[Unit | Line]]] = [(ASKS, [*letter.units[:14]]), (_LEAD, lead),
                                                                (_TITLED, lead)]
    if web:
        places.insert(0, places.pop())
    for pattern, stretches in places:
        for unit in stretches:
            # "Bộ A có Công văn …; Sở B đề nghị": who asks stands before who is told of.
            for match in sorted(pattern.finditer(unit.text[:4000]), key=lambda m: not _FIRM.search(m.group())):
                who = match["who"]
                who = who[max((m.start() for m in re.finditer(rf"(?<=[,;] ){AGENCY}", who)), default=0):]
                who = re.sub(r"^Chủ tịch (?=UBND|[ỦU][yỷ] ban)", "", _TAIL.sub("", who).strip(" ,"))
                words = r"\s+".join(map(re.escape, who.split()))
                place = re.search(words, letter.clean[unit.start : unit.end])
                if place:
                    return found(who, unit.start + place.start(), unit.start + place.end(), 0.8)
    return None


def _with_place(letter: Letter, field: Field) -> Field:
    """A department of a province is named with it: from the place of issue, else what the text speaks of most."""
    name = str(field.value)
    if _NAMED.search(name):
        return field
    if _LEVEL_END.search(name) and (whole := _named_elsewhere(letter, name)):
        return Field(whole, field.span, 0.7)
    provincial = re.match(r"Sở\b|(?:UBND|[ỦU][yỷ] ban nhân dân|Uỷ ban nhân dân)(?: [Tt]ỉnh"
                          r"| [Tt]hành phố)?$"
                          r"|Công an tỉnh$|Ban Tuyên giáo [Tt]ỉnh [ủu]y$", name)
    if not provincial:
        return field
    signed = place_and_date(letter)[0].value
    province = _province(letter, name, str(signed) if signed else None)
    if province is None:
        return Field(field.value, field.span, min(field.confidence, 0.5 if name.startswith("Sở") else 0.65))
    if signed is None and name.startswith(("Sở", "Ban")):
        return Field(f"{name} ({province})", field.span, 0.55)
    level = "thành phố" if province in CITIES and "tỉnh" not in name.lower() else "tỉnh"
    joined = f"{name} {province}" if name.lower().endswith(level) else f"{name} {level} {province}"
    return Field(joined, field.span, 0.7 if signed else 0.6)


def _named_elsewhere(letter: Letter, name: str) -> str | None:
    """"Phòng Văn hóa và Thông tin Quận": the same office stands with its name in another sentence."""
    pattern = re.compile(r"\s+".join(map(re.escape, fold(name).split())) + r"\s+")
    body = letter.clean[:20000]
    folded = fold(body)
    if len(folded) != len(body):
        return None
    for match in pattern.finditer(folded):
        proper = re.compile(_PROPER).match(body, match.end())
        if proper:
            return f"{name} {tidy(proper.group())}"
    return None


def _province(letter: Letter, name: str, place: str | None) -> str | None:
    if place:
        bare = re.sub(r"^(?:TP|Tp|Thành phố|thành phố|tỉnh|Tỉnh)\.?\s*", "", place)
        return next((known for known in PROVINCES if fold(known) == fold(bare)), None)
    counts: Counter[str] = Counter()
    for match in re.finditer("|".join(map(re.escape, PROVINCES)), letter.clean[:20000]):
        counts[match.group()] += 1
    if "tỉnh" in name.lower():
        counts = Counter({known: count for known, count in counts.items() if known not in CITIES})
    # "Chủ tịch Hồ Chí Minh" is a person, not the city.
    persons = re.findall(r"(?:Chủ tịch|Bác|Cộng sản|tư tưởng|Cụ)\s+Hồ Chí Minh", letter.clean[:20000])
    counts["Hồ Chí Minh"] -= len(persons)
    best = [known for known, count in counts.most_common(1) if count > 0]
    return best[0] if best else None


def _begins_alike(one: str, other: str) -> bool:
    return fold(one).split()[:4] == fold(other).split()[:4]


def _short(parent: str) -> str:
    return re.sub(r"^[ỦU][yỷ] ban [Nn]hân dân\b", "UBND", parent)

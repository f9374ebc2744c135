"""A letter's sentences, made for the eye of an office, sorted by what they are to a villager who hears them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from broadcaster.base.vietnamese import nfc
from broadcaster.bulletins.breath import ACTION


class Kind(StrEnum):
    """What a clause is once the office's instruction is off."""

    ASK = "ask"
    """Something people are asked to do; the text begins with the verb."""
    CALL = "call"
    ALL = "all"
    """Something that offices and people together are asked to do, said with its subject."""
    HEADING = "heading"
    """What the point is about, with the text following."""
    TOPIC = "topic"
    """Something to learn about: a noun phrase."""
    PRAISE = "praise"
    SAY = "say"
    """A sentence that can be said as it stands."""


@dataclass(frozen=True)
class Clause:
    """One thing to say, without its full stop."""

    kind: Kind
    text: str


_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{0,300}[)\]]")
_MARKUP = re.compile(r"[*_#]{1,3}(?=\S)|(?<=\S)[*_]{1,3}")
_DOCUMENT = (r"(?:Nghị quyết|Nghị định|Công văn|Công điện|Kế hoạch|Quyết định|Chỉ thị|Thông báo|Thông tư|Phương án"
             r"|Hướng dẫn|Luật)\s+số:?\s+\d+")
_CITED = re.compile(rf"({_DOCUMENT})[\w/\-&]*(?:,?\s+ngày\s+\d{{1,2}}\s*/\s*\d{{1,2}}\s*/\s*\d{{4}})?")
_LINK = r"<?\b(?:https?://|www\.)([^\s<>/,;]+)(/[^\s<>,;]*)?>?"
_AT_LINK = re.compile(rf"(?:,?\s*(?:theo\s+|xem\s+|tham khảo\s+)?(?:các\s+)?(?:tài liệu[^,.;:]{{0,40}}?\s)?)?"
                      rf"(?:\b(?:tại|theo|qua|trên)\s+)?(?:\b(?:đường\s+)?(?:link|dẫn|địa chỉ)\s*:?\s*)?{_LINK}", re.I)
_MANNER = (r"(?:(?:tập trung|tiếp tục|đẩy mạnh|tăng cường|chủ động|thường xuyên|tích cực|phối hợp|làm tốt|chú trọng"
           r"|ưu tiên),?\s+)*(?:công tác\s+)?")
_VERB = r"(?:thông tin|tuyên truyền|truyền thông|phổ biến|vận động|giáo dục|đưa tin(?:, bài)?|quán triệt)"
_TELL = rf"{_MANNER}{_VERB}(?:(?:,\s*|\s+và\s+|\s+){_VERB})*(?:,?\s*(?:sâu rộng|rộng rãi|mạnh mẽ|kịp thời|đầy đủ))*"
_WHOM = (r"(?:các cán bộ, công chức, viên chức và\s+)?(?:toàn thể\s+)?"
         r"(?:người dân|nhân dân|bà con)(?:, các tổ chức, doanh nghiệp)?")
_ASK = re.compile(rf"^(?:{_TELL}\s+(?:để\s+|cho\s+|đến\s+)?|và vận động\s+|{_MANNER}vận động\s+)?{_WHOM}\s+", re.I)
_CALL = re.compile(rf"^(?:{_TELL}\s+)?kêu gọi\s+{_WHOM}\s+", re.I)
_GUIDE = re.compile(rf"^[^“\"]{{0,60}}?(?:“[^”]*”)?[^“\"]{{0,120}}?\b(?:hướng dẫn|vận động)\s+{_WHOM}\s+", re.I)
# The way an office is to tell it, after what it is to tell.
_BY_WAY_OF = re.compile(r"\s+(?:đến (?:tất cả\s+)?các thuê bao|bằng hình thức|thông qua hệ thống"
                        r"|trên (?:cổng|trang))\b.*", re.I)
_ABOUT = re.compile(rf"^{_TELL}(?:,?\s*đưa tin(?:,\s*bài)?)?(?:\s+(?:về|nhằm))?[\s:,]+", re.I)
# A heading and the text below it come in one line: the capital of an instruction shows where the text begins.
_HEADING = re.compile(r"(?<=[\w”\"])\s+"
                      r"(?=(?:Đẩy mạnh|Tiếp tục|Tăng cường|Tập trung|Thông tin,|Tuyên truyền|Xây dựng)\s)")
# "nghiêm cấm … vận động người dân …" asks for the opposite.
_NEGATED = re.compile(r"\b(?:không|đừng|tránh|cấm|chưa|ngăn chặn|lôi kéo|xúi giục|lợi dụng|phản bác)\b", re.I)
_TO_DO = (r"(?:thực hiện (?:nghiêm|đúng|tốt|đầy đủ)|chấp hành|tuân thủ|nâng cao (?:cảnh giác|ý thức)|yên tâm|tham gia"
          r"|hưởng ứng|không|giữ gìn|tích cực|chủ động|tự giác|khai báo|đeo khẩu trang|đi tiêm)\s")
_DO = re.compile(rf"^(?:khuyến cáo\s+(?=thực hiện|không|nên|đeo|khai báo)|(?={_TO_DO}))", re.I)
_PRAISE = re.compile(r"^(?:phát hiện,?\s*(?:và\s+)?)?(?:nêu gương|biểu dương)\s+", re.I)
_OFFICE = re.compile(
    r"lập danh sách|xem xét có biện pháp|thực hiện phát thanh|bài tuyên truyền|\btiếp (?:âm|sóng)\b|đăng tải|thời lượng"
    r"|nhật ký phát|xây dựng kế hoạch|biên tập|kinh phí|băng rôn|^đề nghị (?:quý\s+)?(?:phòng|sở|ubnd|ủy ban"
    r"|trung tâm|đài|ban|các (?:cơ quan|đơn vị|sở|ngành|phòng|đài|địa phương|huyện|xã))"
    r"|\bbáo cáo (?:kết quả|về|ban|ủy ban|ubnd)"
    r"|chỉ đạo (?:các|đài|phòng|ubnd)|phối hợp với|tin, bài|phóng sự|hệ thống (?:thông tin|truyền thanh) cơ sở", re.I)
_PEOPLE_DO = re.compile(
    r"^(?:Đề nghị\s+)?(?!(?:Ủy ban|Hội đồng)\s)(?=(?:Các|Mọi|Toàn|Nhân dân|Người dân|Bà con|Hộ)\s)"
    r"[^.;:]{0,140}?(?<!Ủy ban )(?<!Hội đồng )\b(?:nhân dân|người dân|hộ dân|hộ gia đình|bà con)\b\s+\w+", re.I)
_NOUN = re.compile(
    r"^(?:các|những|mọi|chủ trương|chính sách|kế hoạch|công tác|hiệu quả|lợi ích|mục đích|ý nghĩa|tầm quan trọng"
    r"|nội dung|kết quả|quy định|quyền lợi|trách nhiệm|đường dây nóng|tác hại|nguy cơ|biện pháp|vai trò|thông điệp"
    r"|khuyến cáo|việc|cuộc|tình hình|gương|truyền thống|chương trình|phong trào|chiến dịch)\b", re.I)
_BREAKS = (
    (re.compile(r"\s*;\s*(?:cũng như\s+)?"), ". "),
    (re.compile(r",\s*(?:bên cạnh đó|đồng thời)\s+", re.I), ". "),
    (re.compile(r",?\s+(?:như|bao gồm)\s*:\s*"), ". Đó là "),
    (re.compile(r",?\s+trong đó(?:\s+chú trọng)?\s+"), ". Trong đó có "),
    (re.compile(r",\s*đặc biệt là\s+"), ". Đặc biệt là "),
    (re.compile(r",\s*chú trọng(?: truyền thông| tuyên truyền)?(?: về)?\s+"), ". Đáng chú ý là "),
    (re.compile(rf",\s+(?={_DOCUMENT})"), ". "),
    (re.compile(r",\s*hướng tới mục tiêu\s+"), ". Mục tiêu là "),
    (re.compile(r",\s*góp phần\s+"), ". Qua đó góp phần "),
    (re.compile(r"\s+theo (tinh thần|phương châm|khẩu hiệu)\s+(?=[“\"])"), r". \1 là: "),
    (re.compile(rf"(?<!không)(?<!đừng)(?<!tránh)(?<!chưa)(?<!cấm)(?<!thể),?\s+để\s+{_WHOM}\s+(?={_TO_DO})"),
     ". vận động người dân "),
)
_AND = re.compile(r"^(?:bên cạnh đó|đồng thời|ngoài ra),\s*(?=tuyên truyền|truyền thông|thông tin|vận động)", re.I)
_QUOTED = re.compile(r"(“[^”]*”|\"[^\"]*\")")
_SENTENCE = re.compile(r"(?<=[.!?])(?<!\bTP\.)(?<!\bTX\.)(?<!\bTT\.)(?<!\b[A-ZĐ]\.)\s+(?=\S)")


def plain(text: str) -> str:
    """Without brackets, markup and marks of the page."""
    cleaned = _MARKUP.sub("", _BRACKETS.sub("", nfc(text)))
    cleaned = re.sub(r"\./[.,]?\s*$|\s*(?:\.{2,}|…)", lambda found: "." if found[0].startswith("./") else "", cleaned)
    cleaned = re.sub(r"\s+([,.;:])", r"\1", cleaned)
    return " ".join(cleaned.split())


def long_links(text: str) -> bool:
    """Whether it sends people to an address that nobody can write down by ear."""
    return any((found[2] or "").strip("/.") for found in re.finditer(_LINK, nfc(text)))


def clauses(text: str, people: str) -> list[Clause]:
    """What one point says: instructions and tasks of offices left out, citations shortened, lists broken up."""
    cleaned = _CITED.sub(r"\1", _AT_LINK.sub(_site, plain(text)))
    for pattern, instead in _BREAKS:
        cleaned = pattern.sub(instead, cleaned)
    heading, body = _parted(cleaned)
    found = [Clause(Kind.HEADING, _ABOUT.sub("", heading).strip(" .;:,"))] if heading else []
    found += [clause for sentence in _SENTENCE.split(body) for clause in _sorted(sentence)]
    return [Clause(clause.kind, _people(clause.text, people)) for clause in found if clause.text]


def subject_as_title(subject: str) -> str:
    """A letter's subject as the headline of a bulletin; empty when it is only an address."""
    title = re.sub(r"^source:\s*", "", plain(subject), flags=re.I).strip(" .;:")
    if re.match(_LINK, title):
        return ""
    title = re.sub(r"\s+trên (?:các\s+)?(?:hệ thống\s+)?(?:thông tin|đài truyền thanh|truyền thanh) cơ sở$", "", title,
                   flags=re.I)
    told = re.sub(r"^(?:V/v|về việc|thông báo|hướng dẫn)\s+", "", title, flags=re.I)
    told = re.sub(r"^(?:hướng dẫn|đề nghị|tiếp tục phối hợp)\s+(?=thông tin|tuyên truyền|truyền thông)", "", told,
                  flags=re.I)
    told = re.sub(r"^và\s+", "", _ABOUT.sub("", told), flags=re.I)
    return capital(told if len(told.split()) > 1 else title)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _parted(text: str) -> tuple[str, str]:
    first, *rest = _SENTENCE.split(text)
    parts = _HEADING.split(first, maxsplit=1)
    if len(parts) == 2 and len(parts[0].split()) <= 30:
        return parts[0], " ".join([parts[1], *rest])
    return "", text


def _sorted(sentence: str) -> Iterator[Clause]:
    words = _AND.sub("", sentence.strip(" -+•.;:,"))
    for pattern, kind in ((_CALL, Kind.CALL), (_ASK, Kind.ASK), (_GUIDE, Kind.ASK)):
        if (match := pattern.match(words)) and not _NEGATED.search(match[0]):
            asked = words[match.end():] if pattern is not _GUIDE else _BY_WAY_OF.sub("", words[match.end():])
            yield Clause(kind, asked.strip(" .;:,"))
            return
    about = _ABOUT.match(words)
    words = words[about.end():] if about else words
    if match := _DO.match(words):
        yield Clause(Kind.ASK, words[match.end():])
    elif match := _PRAISE.match(words):
        yield Clause(Kind.PRAISE, words[match.end():])
    elif not about and _PEOPLE_DO.match(words):
        words = re.sub(r"^đề nghị\s+", "", words, flags=re.I)
        yield Clause(Kind.ALL, f"Đề nghị {words[:1].lower()}{words[1:]}")
    elif not _OFFICE.search(words):
        topic = about or _NOUN.match(words) or re.match(rf"(?:{_DOCUMENT}|{ACTION}\s)", words)
        yield Clause(Kind.TOPIC if topic else Kind.SAY, words)


def _people(text: str, people: str) -> str:
    """Slogans in quotation marks stay as they are."""
    parts = _QUOTED.split(text)
    parts[::2] = [re.sub(r"\b(?:người dân|(?<=và )nhân dân(?= trong| trên)|(?<=để )nhân dân|^nhân dân)\b", people, part)
                  for part in parts[::2]]
    return "".join(parts)


def _site(found: re.Match[str]) -> str:
    """A short address is said; the way to a long one is left out."""
    path = (found[2] or "").strip("/.")
    if path:
        return ""
    lead = found[0][:1] if found[0][:1] in " ," else ""
    return f"{lead or ' '}tại trang {found[1].rstrip('.')}"

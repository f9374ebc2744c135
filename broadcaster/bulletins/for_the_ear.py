"""A letter's sentences, made for the eye of an office, sorted by what they are to a villager who hears them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from broadcaster.bulletins.breath import ACTION
from broadcaster.bulletins.page_marks import DOCUMENT, LINK, plain, without_citations


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
    FACT = "fact"
    """When, where, for whom, how much: a label with its value, said as a sentence."""
    SAY = "say"
    """A sentence that can be said as it stands."""


@dataclass(frozen=True)
class Clause:
    """One thing to say, without its full stop."""

    kind: Kind
    text: str


_MANNER = (r"(?:(?:tập trung|tiếp tục|đẩy mạnh|tăng cường|chủ động|thường xuyên|tích cực|phối hợp|làm tốt|chú trọng"
           r"|ưu tiên),?\s+)*(?:công tác\s+)?")
_VERB = r"(?:thông tin|tuyên truyền|truyền thông|phổ biến|vận động|giáo dục|đưa tin(?:, bài)?|quán triệt)"
_TELL = rf"{_MANNER}{_VERB}(?:(?:,\s*|\s+và\s+|\s+){_VERB})*(?:,?\s*(?:sâu rộng|rộng rãi|mạnh mẽ|kịp thời|đầy đủ))*"
_WHOM = (r"(?:các cán bộ, công chức, viên chức và\s+)?(?:toàn thể\s+)?"
         r"(?:người dân|nhân dân|bà con)(?:, các tổ chức, doanh nghiệp)?")
_ASK = re.compile(rf"^(?:{_TELL}\s+(?:để\s+|cho\s+|đến\s+)?|và vận động\s+|{_MANNER}vận động\s+)?{_WHOM}\s+", re.I)
_CALL = re.compile(rf"^(?:{_TELL}\s+)?kêu gọi\s+{_WHOM}\s+", re.I)
_WARN = re.compile(rf"^(?:{_TELL}(?:,\s*|\s+và\s+|\s+))?(?:cảnh báo|khuyến cáo|khuyến nghị|nhắc nhở|lưu ý|đề nghị"
                   rf"|yêu cầu)\s+(?:để\s+|cho\s+|đến\s+)?{_WHOM}\s+(?:cần\s+|nên\s+)?", re.I)
# "Thông báo cho nhân dân trên địa bàn xã biết: …": what follows is the message.
_LET_KNOW = re.compile(rf"^(?:{_MANNER})?(?:thông báo|thông tin|phổ biến)(?:\s+rộng rãi)?\s+(?:cho|đến|tới)\s+{_WHOM}"
                       r"[^:;.]{0,40}?\b(?:được\s+)?(?:biết|rõ)(?:\s+và\s+thực hiện)?\s*[:,]?\s*", re.I)
_LABEL = re.compile(
    r"^((?:thời gian|thời hạn|thời điểm|địa điểm|đối tượng|phạm vi|khu vực|mức thu|mức đóng|mức hỗ trợ|mức phạt"
    r"|mức giá|giá|lệ phí|phí|hồ sơ|thành phần|số lượng|điều kiện|giải thưởng|lịch|liên hệ|hạn cuối|hạn nộp"
    r"|trọng tâm|lý do)(?:\s+[^\W\d]+){0,7})\s*:\s*(.+)$", re.I)
_AT_A_TIME = re.compile(r"^((?:từ|vào|lúc|ngày|sáng|chiều|tối|đúng)\s[^:;]*?\d[^:;]{0,60}):\s*(.+)$", re.I)
_AIRING = re.compile(r"tuyên truyền|phát thanh|phát sóng|truyền thanh|thời lượng|tiếp (?:âm|sóng)"
                     r"|lần\s*/\s*(?:ngày|tuần)|\blần (?:một|mỗi) (?:ngày|tuần)|^(?:thời gian|hình thức)\s*:?\s*phát\b"
                     r"|báo cáo", re.I)
_LEADS_ON = re.compile(r"^(?:từ|tại|vào|ở|trước|trong|lúc|đến|chậm nhất|bắt đầu|gồm|bao gồm|là|các ngày|do|theo|cả)\s",
                       re.I)
_GUIDE = re.compile(rf"^[^“\"]{{0,60}}?(?:“[^”]*”)?[^“\"]{{0,120}}?\b(?:hướng dẫn|vận động)\s+{_WHOM}\s+", re.I)
# The way an office is to tell it, after what it is to tell.
_BY_WAY_OF = re.compile(r"\s+(?:đến (?:tất cả\s+)?các thuê bao|bằng hình thức|thông qua hệ thống"
                        r"|trên (?:cổng|trang)|và công tác)\b.*", re.I)
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
_SUBJECT = (r"(?:(?:các|mọi|những|toàn thể|toàn bộ|tất cả)\s+)*(?:hộ gia đình|hộ|gia đình|cá nhân|công dân|người dân"
            r"|nhân dân|bà con|chủ hộ|chủ nuôi|phụ huynh|học sinh|thanh niên|nam công dân|người lao động|người nộp thuế"
            r"|người tham gia giao thông|người|chủ phương tiện|cơ sở|tiểu thương|đại lý)\b")
_IS_TO = re.compile(rf"^(?:đề nghị\s+)?({_SUBJECT}[^.;:]{{0,140}}?)\s(?:có trách nhiệm|có nghĩa vụ|cần)\s", re.I)
_DOES = re.compile(rf"^{_SUBJECT}(?:[^.;:]{{0,140}}?\s(?:khẩn trương|chủ động|tự giác|nghiêm túc|nhanh chóng|kịp thời)"
                   r"\s|(?!.{0,160}\b(?:được|sẽ|phải|bị)\s)[^.;:]{0,140}?\s(?:chấp hành|thực hiện|liên hệ|đăng ký|nộp"
                   r"|treo|sơ tán|không)\s)", re.I)
_SAYS = re.compile(r"\b(?:được|sẽ|phải|đã|bị|có thể|có trách nhiệm|không được|nghiêm cấm|liên hệ)\s", re.I)
_NOUN = re.compile(
    r"^(?:các|những|mọi|chủ trương|chính sách|kế hoạch|công tác|hiệu quả|lợi ích|mục đích|ý nghĩa|tầm quan trọng"
    r"|nội dung|kết quả|quy định|quyền lợi|trách nhiệm|đường dây nóng|tác hại|nguy cơ|biện pháp|vai trò|thông điệp"
    r"|khuyến cáo|việc|cuộc|tình hình|gương|truyền thống|chương trình|phong trào|chiến dịch)\b", re.I)
_SEMICOLON = re.compile(r"\s*;\s*(?:cũng như\s+)?")
_FEW = 5
_BREAKS = (
    (re.compile(r",\s*(?:bên cạnh đó|đồng thời)\s+", re.I), ". "),
    (re.compile(r",?\s+(?:như|bao gồm)\s*:\s*"), ". Đó là "),
    (re.compile(r",?\s+trong đó(?:\s+chú trọng)?\s+"), ". Trong đó có "),
    (re.compile(r",\s*đặc biệt là\s+"), ". Đặc biệt là "),
    (re.compile(r",\s*chú trọng(?: truyền thông| tuyên truyền)?(?: về)?\s+"), ". Đáng chú ý là "),
    (re.compile(rf",\s+(?={DOCUMENT})"), ". "),
    (re.compile(r",\s*hướng tới mục tiêu\s+"), ". Mục tiêu là "),
    (re.compile(r",\s*góp phần\s+"), ". Qua đó góp phần "),
    (re.compile(r"\s+theo (tinh thần|phương châm|khẩu hiệu)\s+(?=[“\"])"), r". \1 là: "),
    (re.compile(rf"(?<!không)(?<!đừng)(?<!tránh)(?<!chưa)(?<!cấm)(?<!thể),?\s+để\s+{_WHOM}\s+(?={_TO_DO})"),
     ". vận động người dân "),
)
_AND = re.compile(r"^(?:bên cạnh đó|đồng thời|ngoài ra),\s*(?=tuyên truyền|truyền thông|thông tin|vận động)", re.I)
_QUOTED = re.compile(r"(“[^”]*”|\"[^\"]*\")")
_SENTENCE = re.compile(r"(?<=[.!?])(?<!\bTP\.)(?<!\bTX\.)(?<!\bTT\.)(?<!\b[A-ZĐ]\.)\s+(?=\S)")


def clauses(text: str, people: str, shorten: Callable[[str], str] = str) -> list[Clause]:
    """What one point says: instructions and tasks of offices left out, citations shortened, lists broken up."""
    cleaned = _stops(without_citations(plain(text)))
    for pattern, instead in _BREAKS:
        cleaned = pattern.sub(instead, cleaned)
    heading, body = _parted(cleaned)
    found = [Clause(Kind.HEADING, _ABOUT.sub("", heading).strip(" .;:,"))] if heading else []
    found += [clause for sentence in _SENTENCE.split(body) for clause in _sorted(sentence)]
    return [Clause(clause.kind, _people(shorten(clause.text), people)) for clause in found if clause.text]


def sentences(text: str) -> list[str]:
    """Parted at full stops that end something."""
    return [part for part in _SENTENCE.split(text) if part.strip()]


def subject_as_title(subject: str) -> str:
    """A letter's subject as the headline of a bulletin; empty when it is only an address."""
    title = re.sub(r"^source:\s*", "", plain(subject), flags=re.I).strip(" .;:")
    if re.match(LINK, title):
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


def _stops(text: str) -> str:
    """Semicolons as full stops; a few words behind one only go on with what stood before."""
    first, *rest = _SEMICOLON.split(text)
    topics = _ABOUT.match(first)
    for part in rest:
        says = _SAYS.search(f"{part} ") or re.match(r"[Kk]hông\s", part) or (topics and _NOUN.match(part))
        goes_on = len(part.split()) <= _FEW and not says
        first += f", {part}" if goes_on else f". {part}"
    return first


def _parted(text: str) -> tuple[str, str]:
    first, *rest = _SENTENCE.split(text)
    parts = _HEADING.split(first, maxsplit=1)
    if len(parts) == 2 and len(parts[0].split()) <= 30:
        return parts[0], " ".join([parts[1], *rest])
    return "", text


def _sorted(sentence: str) -> Iterator[Clause]:
    words = _LET_KNOW.sub("", _AND.sub("", sentence.strip(" -+•.;:,")))
    if (clause := _asked(words) or _fact(words)) is not None:
        if clause.text:
            yield clause
        return
    about = _ABOUT.match(words)
    words = words[about.end():] if about else words
    if match := _DO.match(words):
        yield Clause(Kind.ASK, words[match.end():])
    elif match := _PRAISE.match(words):
        yield Clause(Kind.PRAISE, words[match.end():])
    elif not about and (to_do := _of_the_people(words)):
        yield Clause(Kind.ALL, f"Đề nghị {to_do[:1].lower()}{to_do[1:]}")
    elif not _OFFICE.search(words):
        noun = _NOUN.match(words) and not _SAYS.search(words)
        topic = about or noun or re.match(rf"(?:{DOCUMENT}|{ACTION}\s)", words)
        yield Clause(Kind.TOPIC if topic else Kind.SAY, words)


def _asked(words: str) -> Clause | None:
    """Something an office is to ask of the people: the instruction off, what is asked left."""
    for pattern, kind in ((_CALL, Kind.CALL), (_ASK, Kind.ASK), (_WARN, Kind.ASK), (_GUIDE, Kind.ASK)):
        if (match := pattern.match(words)) and not _NEGATED.search(match[0]):
            if re.fullmatch(_WHOM, match[0].strip(), re.I) and _SAYS.match(words[match.end():]):
                return None  # "người dân được miễn phí" tells, and asks nothing
            asked = words[match.end():] if pattern is not _GUIDE else _BY_WAY_OF.sub("", words[match.end():])
            with_others = ", các tổ chức, doanh nghiệp " if match[0].rstrip().endswith("doanh nghiệp") else ""
            return Clause(kind, with_others + asked.strip(" .;:,"))
    return None


def _fact(words: str) -> Clause | None:
    """ "Địa điểm: Nhà văn hóa" as "Địa điểm là nhà văn hóa"; empty when it is of the airing, not of the matter."""
    if found := _LABEL.match(words):
        if _AIRING.search(words):
            return Clause(Kind.FACT, "")
        value = found[2] if found[2].split()[0].isupper() else found[2][:1].lower() + found[2][1:]
        return Clause(Kind.FACT, f"{found[1]} {value}" if _LEADS_ON.match(value) else f"{found[1]} là {value}")
    if found := _AT_A_TIME.match(words):
        return Clause(Kind.FACT, f"{found[1]}, {found[2]}")
    return None


def _of_the_people(words: str) -> str:
    """A sentence whose subject is to do something, without the words of duty; empty if it is not one."""
    if found := _IS_TO.match(words):
        return f"{found[1]} {words[found.end():]}"
    if _DOES.match(words) or _PEOPLE_DO.match(words):
        return re.sub(r"^đề nghị\s+", "", words, flags=re.I)
    return ""


def _people(text: str, people: str) -> str:
    """Slogans in quotation marks stay as they are."""
    parts = _QUOTED.split(text)
    parts[::2] = [re.sub(r"\b(?:người dân|(?<=và )nhân dân(?= trong| trên)|(?<=để )nhân dân|^nhân dân)\b", people, part)
                  for part in parts[::2]]
    return "".join(parts)


"""A letter's sentence, made for the eye of an office, as something a villager can follow by ear."""

from __future__ import annotations

import re

from broadcaster.base.vietnamese import nfc

_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{0,300}[)\]]")
_MARKUP = re.compile(r"[*_#]{1,3}(?=\S)|(?<=\S)[*_]{1,3}")
_CITED = re.compile(
    r"((?:Nghị quyết|Nghị định|Công văn|Công điện|Kế hoạch|Quyết định|Chỉ thị|Thông báo|Thông tư|Phương án|Hướng dẫn"
    r"|Luật)\s+số\s+\d+)[\w/\-]*(?:\s+ngày\s+\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4})?")
_LINK = re.compile(r"<?\b(?:https?://|www\.)([^\s<>/,;]+)(/[^\s<>,;]*)?>?")
_MANNER = (r"(?:(?:tập trung|tiếp tục|đẩy mạnh|tăng cường|chủ động|thường xuyên|tích cực|phối hợp|làm tốt|chú trọng"
           r"|ưu tiên),?\s+)*(?:công tác\s+)?")
_VERB = r"(?:thông tin|tuyên truyền|truyền thông|phổ biến|vận động|giáo dục|đưa tin(?:, bài)?|quán triệt)"
_TELL = rf"{_MANNER}{_VERB}(?:(?:,\s*|\s+và\s+|\s+){_VERB})*(?:,?\s*(?:sâu rộng|rộng rãi|mạnh mẽ|kịp thời|đầy đủ))*"
_WHOM = (r"(?:các cán bộ, công chức, viên chức và\s+)?(?:toàn thể\s+)?"
         r"(?:người dân|nhân dân|bà con)(?:, các tổ chức, doanh nghiệp)?")
_ASK = re.compile(rf"^(?:{_TELL}\s+(?:để\s+|cho\s+|đến\s+)?|và vận động\s+|{_MANNER}vận động\s+){_WHOM}\s+", re.I)
_CALL = re.compile(rf"^(?:{_TELL}\s+)?kêu gọi\s+{_WHOM}\s+", re.I)
_ABOUT = re.compile(rf"^{_TELL}(?:,?\s*đưa tin(?:,\s*bài)?)?(?:\s+(?:về|nhằm))?[\s:,]+", re.I)
_SPLITS = (
    (re.compile(r"\s*;\s*"), ". "),
    (re.compile(r",\s*(?:bên cạnh đó|đồng thời)\s+", re.I), ". Đồng thời, "),
    (re.compile(r",?\s+trong đó(?:\s+chú trọng)?\s+"), ". Trong đó, có "),
    (re.compile(r",\s*đặc biệt là\s+"), ". Đặc biệt là "),
    (re.compile(r",\s*chú trọng(?: truyền thông)?(?: về)?\s+"), ". Chú trọng "),
    (re.compile(r",\s*hướng tới mục tiêu\s+"), ". Mục tiêu là "),
    (re.compile(r",\s*góp phần\s+"), ". Qua đó góp phần "),
)
_GUIDE = re.compile(rf"^.{{0,60}}?hướng dẫn\s+{_WHOM}\s+", re.I)
_AND = re.compile(r"^(?:bên cạnh đó|đồng thời|ngoài ra),\s*(?=tuyên truyền|truyền thông|thông tin|vận động)", re.I)
# A heading and the text below it come in one line: the capital of an instruction shows where the text begins.
_HEADING = re.compile(r"(?<=[\w”\"])\s+"
                      r"(?=(?:Đẩy mạnh|Tiếp tục|Tăng cường|Tập trung|Thông tin,|Tuyên truyền|Xây dựng)\s)")
_QUOTED = re.compile(r"(“[^”]*”|\"[^\"]*\")")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)")


def plain(text: str) -> str:
    """Without brackets, markup and marks of the page."""
    cleaned = _MARKUP.sub("", _BRACKETS.sub("", nfc(text)))
    cleaned = re.sub(r"\./[.,]?\s*$|\s*(?:\.\.\.|…)", lambda found: "." if found[0].startswith("./") else "", cleaned)
    cleaned = re.sub(r"\s+([,.;:])", r"\1", cleaned)
    return " ".join(cleaned.split())


def retold(text: str, ask: str, call: str, people: str, long_link: str) -> list[str]:
    """The sentences of one point: instructions to offices taken off, citations shortened, lists broken up."""
    cleaned = _CITED.sub(r"\1", _LINK.sub(lambda found: _link(found, long_link), plain(text)))
    cleaned = _HEADING.sub(". ", cleaned)
    cleaned = re.sub(r"\b(?:tại\s+)?(?:link|địa chỉ):\s*", "tại ", cleaned)
    for pattern, instead in _SPLITS:
        cleaned = pattern.sub(instead, cleaned)
    sentences = [_sentence(sentence, ask, call) for sentence in _SENTENCE.split(cleaned)]
    return [_people(sentence, people) for sentence in sentences if sentence]


def subject_as_title(subject: str) -> str:
    """A letter's subject as the headline of a bulletin."""
    title = plain(subject).strip(" .;:")
    title = re.sub(r"\s+trên hệ thống thông tin cơ sở$", "", title)
    title = re.sub(rf"^(?:V/v\s+|về việc\s+)?(?:{_ABOUT.pattern[1:]})?", "", title, flags=re.I) or title
    return _capital(title)


def _sentence(sentence: str, ask: str, call: str) -> str:
    words = _AND.sub("", sentence.strip(" -+•.;:,"))
    if match := _CALL.match(words):
        words = f"{call} {words[match.end():]}"
    elif match := _ASK.match(words) or _GUIDE.match(words):
        words = f"{ask} {words[match.end():]}"
    elif match := _ABOUT.match(words):
        words = words[match.end():]
    words = words.strip(" .;:,")
    return f"{_capital(words)}." if words else ""


def _people(sentence: str, people: str) -> str:
    """Slogans in quotation marks stay as they are."""
    parts = _QUOTED.split(sentence)
    parts[::2] = [re.sub(r"\bngười dân\b", people, part) for part in parts[::2]]
    return "".join(parts)


def _link(found: re.Match[str], long_link: str) -> str:
    path = (found[2] or "").strip("/.")
    return long_link if path else found[1].rstrip(".")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

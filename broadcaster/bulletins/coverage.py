"""What of a letter a bulletin tells, sentence by sentence, so that the operator sees what was left out."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from broadcaster.bulletins import clause_forms as form
from broadcaster.bulletins.around import around, figures_after, for_people
from broadcaster.bulletins.figures import figures, values
from broadcaster.bulletins.for_the_ear import Kind, clauses, of_airing
from broadcaster.bulletins.officialese import Officialese
from broadcaster.bulletins.page_marks import DOCUMENT
from broadcaster.directives.model import Directive, Point


class Told(StrEnum):
    """What became of a stretch of the letter."""

    TOLD = "told"
    SHORTENED = "shortened"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class Coverage:
    """One clause of the letter."""

    start: int
    end: int
    text: str
    state: Told
    reason: str = ""
    """figures (one is missing) | office (work of an office) | citation | not_chosen | "" (words are missing)."""
    missing: tuple[str, ...] = ()
    """Figures of the clause that the bulletin does not tell, as the letter writes them."""

    @property
    def urgent(self) -> bool:
        """To be looked at first: a day, an hour, a phone or an amount for the people is missing."""
        return self.reason == "figures"


_TELLS, _PARTLY = 0.7, 0.35
_CLAUSE = re.compile(r"(?<=[.!?])(?<!\bTP\.)(?<!\b[A-ZĐ]\.)\s+(?=[^\Wa-z])|;\s*|\n\s*(?=[-+•])|\n\s*\n")
_MARK = re.compile(r"^\s*(?:\d{1,2}\s?/?[.)\-]{1,2}(?!\d)|\d{1,2}(?=\s+[^\Wa-z\d])|[a-zđ][.)]|[-+•])?\s*")
_WORD = re.compile(r"[^\W_]+")
_INSTRUCTION = re.compile(
    r"\b(?:tiếp tục|tập trung|tăng cường|đẩy mạnh|chủ động|tích cực|công tác|thông tin|tuyên truyền|truyền thông"
    r"|phổ biến|vận động|đưa tin|sâu rộng|rộng rãi|kịp thời|thực hiện|triển khai|đề nghị|khẩn trương|nghiêm túc"
    r"|người dân|nhân dân|bà con|quần chúng|toàn thể|trên địa bàn|có trách nhiệm|nhằm|việc)\b", re.I)
_EMPTY = frozenset((
    "và", "của", "các", "những", "cho", "về", "là", "với", "trong", "tại", "ở", "trên", "từ", "đến", "để", "theo",
    "được", "khi", "này", "đó", "nêu", "hoặc", "một", "có", "sẽ", "đã", "do", "bằng", "vào", "ra", "như", "cũng",
    "thì", "mà", "còn", "đối"))
_CITES = re.compile(rf"{DOCUMENT}[^;.]*", re.I)
_FURNITURE = re.compile(r"^[^\Wa-zà-ỹ\d]+(?:\s[^\Wa-zà-ỹ\d]+){0,3}$")
_TO_THE_STATION = re.compile(r"^\W*(?:đề nghị|yêu cầu|giao)\s+(?:đài|UBND|ủy ban)|\blần\s*/\s*(?:ngày|tuần)"
                             r"|\bphát sóng\b|^\W*báo cáo kết quả", re.I)
_OFFICES = re.compile(r"^\W*(?:đề nghị|yêu cầu|giao)?\s*(?:UBND|Ủy ban|Sở|Phòng|Ban|Trung tâm|Đài|Công an"
                      r"|các (?:cơ quan|đơn vị|sở|ngành|phòng|đài|địa phương)|báo cáo|lập danh sách"
                      r"|thời lượng)", re.I)


@dataclass(frozen=True)
class _Part:
    start: int
    end: int
    text: str
    words: tuple[frozenset[str], ...]
    """As written and in plainer words."""
    facts: tuple[tuple[str, str], ...]
    why: str


class Comparison:
    """One letter, to be compared again and again while its bulletin is written."""

    def __init__(self, letter: Directive, officialese: Officialese, chosen: Collection[str] = ()) -> None:
        self._parts = [part for point in letter.points for part in _parts(letter, point, officialese, chosen)]
        self._parts += _around(letter, officialese)
        self._parts.sort(key=lambda part: part.start)
        often = Counter(word for part in self._parts for word in part.words[-1])
        self._weight = defaultdict(lambda: 1.0, {word: 1 / (1 + math.log(count)) for word, count in often.items()})

    def of(self, text: str) -> list[Coverage]:
        """In the letter's order."""
        index: dict[str, set[int]] = defaultdict(set)
        for place, sentence in enumerate(re.split(r"(?<=[.!?])\s+|\n+", text)):
            for word in _WORD.findall(sentence.lower()):
                # A clause may be told in two sentences: each place stands for a sentence and the next.
                index[word].update((place, place - 1))
        told = values(text)
        return [self._judged(part, index, told) for part in self._parts]

    def _judged(self, part: _Part, index: dict[str, set[int]], told: frozenset[str]) -> Coverage:
        share = max(self._share(words, index) for words in part.words)
        missing = tuple(printed for value, printed in part.facts if value not in told)
        if share >= _TELLS and not missing:
            return Coverage(part.start, part.end, part.text, Told.TOLD)
        state = Told.SHORTENED if share >= _PARTLY else Told.LEFT_OUT
        reason = part.why or ("figures" if missing else "")
        return Coverage(part.start, part.end, part.text, state, reason, missing)

    def _share(self, words: frozenset[str], index: dict[str, set[int]]) -> float:
        whole = sum(self._weight[word] for word in words)
        if not whole:
            return 1.0
        found: dict[int, float] = defaultdict(float)
        for word in words:
            for place in index.get(word, ()):
                found[place] += self._weight[word]
        return max(found.values(), default=0.0) / whole


def coverage(letter: Directive, text: str, officialese: Officialese, chosen: Collection[str] = ()) -> list[Coverage]:
    """Once. `chosen`: ids of the points the bulletin is to tell; empty: all content."""
    return Comparison(letter, officialese, chosen).of(text)


def left_out(found: Collection[Coverage]) -> list[Coverage]:
    """What a person should look at: missing figures first, then clauses for the people that are not told."""
    worth = [part for part in found if part.state is not Told.TOLD and part.reason in {"", "figures"}
             and (part.urgent or part.state is Told.LEFT_OUT)]
    return sorted(worth, key=lambda part: (not part.urgent, part.start))


def _parts(letter: Directive, point: Point, officialese: Officialese, chosen: Collection[str]) -> list[_Part]:
    raw = letter.text[point.start:point.end]
    parts, start = [], 0
    for end, after in [*((found.start(), found.end()) for found in _CLAUSE.finditer(raw)), (len(raw), len(raw))]:
        mark = _MARK.match(raw[start:end])
        begin = start + (mark.end() if mark else 0)
        text = raw[begin:end].strip(" ./\n")
        why = _why(text, point, chosen)
        if text and not _FURNITURE.match(text):
            parts.append(_part(point.start + begin, point.start + begin + len(raw[begin:end].rstrip()), text,
                               officialese, why))
        start = after
    return [part for part in parts if part.words[0] or part.facts]


def _why(text: str, point: Point, chosen: Collection[str]) -> str:
    if _TO_THE_STATION.search(text) or (point.kind != "content" and _OFFICES.match(text)):
        return "office"
    if (form.OFFICE.search(text) or form.TELLS_ON.search(text)) and not for_people(text):
        return "office"
    if point.kind != "content" and of_airing(point.text) and not for_people(text):
        return "office"  # the days and hours are those of the broadcast
    if not chosen or point.id in chosen:
        return ""
    if point.kind == "content":
        return "not_chosen"
    fact = any(clause.kind is Kind.FACT and clause.text for clause in clauses(text, ""))
    return "" if fact or for_people(text) else "office"


def _around(letter: Directive, officialese: Officialese) -> list[_Part]:
    parts: list[_Part] = []
    told = [words for side in around(letter) for words in side]
    for sentence in [*told, *(words for words in figures_after(letter) if f"{words}." not in told)]:
        pattern = r"\s+".join(re.escape(word) for word in sentence.strip(" .").split())
        if (found := re.search(pattern, letter.text)) is not None:
            parts.append(_part(found.start(), found.end(), sentence.strip(" ."), officialese, ""))
    return parts


def _part(start: int, end: int, text: str, officialese: Officialese, why: str) -> _Part:
    flat = " ".join(text.split())
    cited = _CITES.search(flat)
    if not why and cited and len(cited[0]) > 0.7 * len(flat):
        why = "citation"
    bare = _CITES.sub(" ", flat) if cited and why != "citation" else flat
    facts = tuple((figure.value, figure.text) for figure in figures(flat))
    return _Part(start, end, flat, (_words(bare), _words(officialese.shortened(bare))), facts, why)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(_INSTRUCTION.sub(" ", text).lower())) - _EMPTY

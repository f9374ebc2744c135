"""What a bulletin tells, without the frame of radio: for the eye of a reader instead of the ear of a listener."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from broadcaster.base.settings import StationSection
from broadcaster.base.vietnamese import nfc, one_line
from broadcaster.bulletins import elsewhere
from broadcaster.bulletins.breath import UPPER
from broadcaster.bulletins.kit.frame import Frame
from broadcaster.bulletins.kit.wording import KitWords
from broadcaster.bulletins.model import Bulletin
from broadcaster.bulletins.page_marks import plain
from broadcaster.bulletins.wording import Template
from broadcaster.directives.model import Directive

_SENTENCE = re.compile(rf"(?<=[.!?…])[”\"]?\s+(?=[“\"(]?[{UPPER}\d])")
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:TP|TX|TT|Tp|Tx|Q|P|X|ThS|TS|BS|KS|Đ/c|đ/c|Mr|Mrs|v\.v|vd|VD|Tr|tr|số|Nxb)\.$")
_PHONE = re.compile(r"(?<![\d./])(?:(?:\+84|0)[ .]?\d(?:[ .\-]?\d){7,9}|1[89]00(?:[ .\-]?\d){2,6})(?![\d/])")
_SHORT_PHONE = re.compile(r"(?:gọi|nóng|tổng đài|điện thoại)\s(?:số\s|máy\s|điện thoại\s)*(1(?:1[1-9]|022))"
                          r"(?!\d|[./]\d)", re.I)
_LINK = re.compile(r"\bhttps?://[^\s<>“”\"]+[^\s<>“”\".,;:)]", re.I)
_WHEN = re.compile(r"\b(?:ngày|trước|chậm nhất|đến hết|từ|lúc|vào|sáng|chiều|tối)\b[^.;]*?\d|\d\s?(?:giờ|h)\b", re.I)
_DEADLINE = re.compile(r"\b(?:trước|chậm nhất|đến hết|hạn)\b[^.;]{0,30}?(?:ngày|tháng|giờ|\d/)", re.I)
_WHERE = re.compile(r"^(?:địa điểm|khu vực|phạm vi)\b|\b(?:tại|ở)\s(?:nhà văn hóa|trụ sở|trạm|trường|UBND|sân"
                    r"|hội trường|bộ phận|công an)", re.I)
_LABELLED = re.compile(r"^[^\d.:;]{4,40}:\s")
_AMOUNT = re.compile(r"\d[\d.,]*\s?(?:đồng|đ|nghìn|triệu|%|phần trăm|người|hộ|tuổi|tháng|kg|suất)\b", re.I)
_HOURS = re.compile(r"\b(\d{1,2}) giờ(?: (\d{1,2})(?: phút)?)?")
_LONGEST_LINK, _LONGEST_CALL = 300, 18


@dataclass(frozen=True)
class Fact:
    """One sentence of the bulletin, and how much it matters where there is little room."""

    text: str
    kind: str
    """when | where | do | say | topic."""
    deadline: bool
    main: bool
    """It is repeated at the end of the bulletin."""
    item: int
    """Which of the bulletin's things to tell it belongs to."""

    @property
    def rank(self) -> int:
        """0 first."""
        order = {"when": 2, "where": 3, "do": 4, "say": 6, "topic": 8}
        if self.kind == "topic":
            return 8 - self.main
        if _LABELLED.match(self.text) and self.kind in {"when", "where"}:
            return order[self.kind] - 2
        weight = 1 if self.deadline else order[self.kind] - (self.kind == "say" and bool(_AMOUNT.search(self.text)))
        return weight - self.main


@dataclass(frozen=True)
class Message:
    """All that any channel may say; nothing that the bulletin does not."""

    title: str
    facts_told: tuple[Fact, ...]
    phones: tuple[str, ...]
    owner: str
    """Whose number it is, when the letter is another place's."""
    link: str
    source: str
    """ "Công văn số 1349/STTTT-BCXBTT ngày 28/07/2021 của …"; empty without a letter."""
    station: StationSection
    leads: tuple[str, ...] = ()
    shorter: dict[str, str] = field(default_factory=dict)

    @property
    def facts(self) -> dict[str, str]:
        """For the {names} of the wording."""
        commune = self.station.commune
        return {"title": self.title, "commune": commune, "commune_capital": _capital(commune),
                "province": self.station.province, "station": self.station.name, "issuer": self.station.issuer,
                "source": self.source, "owner": self.owner, "link": self.link, "phone": " - ".join(self.phones)}

    @property
    def short_title(self) -> str:
        return self.shortened(self.title)

    def phone_line(self, template: Template) -> str:
        """The line with the number, in a channel's words; empty without one."""
        if not self.phones:
            return ""
        return template.line("phone_theirs" if self.owner else "phone", **self.facts)

    def shortened(self, text: str) -> str:
        """Without "đề nghị bà con" and with the usual abbreviations."""
        for lead in self.leads:
            if text.casefold().startswith(f"{lead.casefold()} "):
                text = _capital(text[len(lead):].lstrip(" ,:"))
                break
        for long, short in self.shorter.items():
            text = re.sub(rf"\b{re.escape(long)}\b", short, text, flags=re.I)
        return _HOURS.sub(lambda hour: f"{hour[1]}h{hour[2] or ''}", text)

    def lines(self, most: int, longest: int = 42) -> list[str]:
        """The things to tell, one a line: with at least one thing to do, what is only to be learnt about goes first
        when there is no room. `longest`: words of a line."""
        told = [fact for fact in self.facts_told if fact.kind != "topic"] or list(self.facts_told)
        groups: list[list[Fact]] = []
        for fact in told:
            length = sum(len(one.text.split()) for one in groups[-1]) if groups else longest
            if groups and groups[-1][0].item == fact.item and length + len(fact.text.split()) <= longest:
                groups[-1].append(fact)
            else:
                groups.append([fact])
        ranked = sorted(range(len(groups)), key=lambda place: (min(fact.rank for fact in groups[place]), place))
        return [" ".join(fact.text for fact in groups[place]) for place in sorted(ranked[:most])]

    def paragraphs(self) -> list[str]:
        """Everything, a thing a paragraph."""
        found: dict[int, list[str]] = {}
        for fact in self.facts_told:
            found.setdefault(fact.item, []).append(fact.text)
        return [" ".join(texts) for texts in found.values()]


def message_of(bulletin: Bulletin, letter: Directive | None, station: StationSection, words: KitWords,
               frame: Frame) -> Message:
    """The bulletin's own words decide; of the letter only its name, its link, and whose numbers they are."""
    text = nfc(bulletin.text)
    place = elsewhere.letter_place(letter) if letter else ""
    theirs = letter is not None and not elsewhere.is_ours(place, station)
    owner = frame.owner(text) or (elsewhere.issuer_as_said(letter, plain(str(letter.value("issuer") or "")), station)
                                  if letter and theirs else "")
    return Message(
        title=one_line(bulletin.title).rstrip(" ."), facts_told=tuple(_facts(text, bulletin.title, frame, words)),
        phones=tuple(_phones(text, letter)), owner=owner if theirs else "", link=_link(text, letter),
        source=source_line(letter, station, words, frame) if letter else "", station=station,
        leads=words.words("reading", "leads"), shorter={key: str(value) for key, value
                                                        in words.of("shorter").words.items()})


def source_line(letter: Directive, station: StationSection, words: KitWords, frame: Frame) -> str:
    """The letter as it is cited in writing; empty when nobody knows whose it is."""
    template = words.of("source")
    issuer = elsewhere.issuer_as_said(letter, plain(str(letter.value("issuer") or "")), station)
    if not issuer:
        return ""
    number = str(letter.value("number") or "")
    return _capital(template.line(
        "line", document=frame.document(str(letter.value("doc_type") or "")),
        number=f" {template.line('number', number=number)}" if number else "",
        dated=_dated(str(letter.value("issued_date") or ""), template),
        issuer=f" {template.line('issuer', issuer=issuer)}"))


def sentences(text: str) -> list[str]:
    """Parted after full stops, not after abbreviations."""
    parts: list[str] = []
    for part in _SENTENCE.split(text.strip()):
        if parts and _ABBREVIATED.search(parts[-1]):
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return [part.strip() for part in parts if part.strip()]


def _facts(text: str, title: str, frame: Frame, words: KitWords) -> Iterator[Fact]:
    told, repeated = frame.told(text, sentences)
    main = {_key(sentence) for sentence in repeated}
    known = {_key(title)}
    topics, asks = words.words("reading", "topics"), words.words("reading", "asks")
    calls = tuple(call.casefold() for call in words.words("reading", "calls"))
    for item, line in enumerate(told):
        for sentence in line:
            # Every channel names the number in its own place.
            call = sentence.casefold().startswith(calls) and len(sentence.split()) <= _LONGEST_CALL \
                and next(_numbers(sentence), "")
            if _key(sentence) not in known and not call:
                known.add(_key(sentence))
                yield Fact(sentence, _kind(sentence, topics, asks), _DEADLINE.search(sentence) is not None,
                           _key(sentence) in main, item)


def _kind(sentence: str, topics: Sequence[str], asks: Sequence[str]) -> str:
    start = sentence.casefold()
    if start.startswith(tuple(topic.casefold() for topic in topics)):
        return "topic"
    if start.startswith(("thời gian", "thời hạn", "lịch")):
        return "when"
    if _WHERE.match(sentence):
        return "where"
    if start.startswith(tuple(ask.casefold() for ask in asks)):
        return "do"
    return "when" if _WHEN.search(sentence) else "where" if _WHERE.search(sentence) else "say"


def _phones(text: str, letter: Directive | None) -> Iterator[str]:
    """Numbers the bulletin itself tells, as the letter writes them."""
    value = letter.value("hotlines") if letter else None
    written = {re.sub(r"\D", "", str(number)): str(number) for number in value} if isinstance(value, list) else {}
    digits = re.sub(r"(?<=\d)[ .\-](?=\d)", "", text)
    named = [number for key, number in written.items() if key and key in digits]
    seen: set[str] = set()
    for number in [*named, *_numbers(text)]:
        key = re.sub(r"\D", "", number)
        if key not in seen:
            seen.add(key)
            yield number.strip()


def _numbers(text: str) -> Iterator[str]:
    yield from (found[0] for found in _PHONE.finditer(text))
    yield from (found[1] for found in _SHORT_PHONE.finditer(text))


def _link(text: str, letter: Directive | None) -> str:
    """The letter's first address, else one the bulletin itself names."""
    value = letter.value("links") if letter else None
    links = [str(link) for link in value] if isinstance(value, list) else []
    found = [link for link in [*links, *_LINK.findall(text)]
             if link.lower().startswith(("http://", "https://")) and len(link) <= _LONGEST_LINK]
    return found[0] if found else ""


def _dated(issued: str, template: Template) -> str:
    parts = issued.split("-")
    if len(parts) == 3:
        try:
            return f" {template.line('day', date=f'{date.fromisoformat(issued):%d/%m/%Y}')}"
        except ValueError:
            return ""
    return f" {template.line('month', date=f'{parts[1]}/{parts[0]}')}" if len(parts) == 2 else ""


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

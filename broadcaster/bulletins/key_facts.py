"""What people must keep in mind: what to do, until when, where, whom to call. Never guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from broadcaster.bulletins.for_the_ear import Kind
from broadcaster.bulletins.points import Item, Said
from broadcaster.directives.model import Directive, Point

_SHORT = 28
"""Words of a sentence worth repeating."""
_WHEN = re.compile(r"\b(?:ngày|trước|chậm nhất|đến hết|từ|lúc|vào|giờ|sáng|chiều|tối)\b[^.;]*?\d", re.I)
_DEADLINE = re.compile(r"\b(?:trước|chậm nhất|đến hết|hạn)\b[^.;]{0,30}?(?:ngày|tháng|giờ|\d/)", re.I)
_DATED = re.compile(r"ngày \d|\d/\d")
_BY_THE_WAY = re.compile(r",?\s(?:tại|qua|theo|với phương châm|bằng|ở|nhằm|(?<!không )(?<!đừng )để)\s[^.;]*?"
                         r"(?=,?\s(?:trước|chậm nhất|đến hết)\s)")
_WHERE = re.compile(r"^(?:địa điểm|khu vực|phạm vi)\b", re.I)
_PAYS = re.compile(r"^(?:mức|giá|lệ phí|phí)\b", re.I)


@dataclass(frozen=True)
class KeyFact:
    """One thing to remember, as a sentence of the bulletin."""

    kind: str
    """do | when | where | cost | who | phone."""
    text: str
    deadline: bool = False


def key_facts(items: Sequence[Item], letter: Directive) -> list[KeyFact]:
    """All of them, in the order they are told."""
    found = [fact for item in items for said in item.said if (fact := _fact(said)) is not None]
    return list(dict.fromkeys([*found, *(KeyFact("phone", number) for number in phones(letter))]))


def to_repeat(facts: Sequence[KeyFact], most: int) -> list[str]:
    """What is said once more at the end: what has a deadline before the rest, then in the order told."""
    short = [fact for fact in map(_shortened, facts) if fact.kind != "phone" and len(fact.text.split()) <= _SHORT]
    ranked = sorted(range(len(short)), key=lambda place: (_rank(short[place]), place))[:most]
    return [short[place].text for place in sorted(ranked)]


def phones(letter: Directive) -> list[str]:
    """The numbers people may call, as the letter writes them; those only for the offices it went to are none."""
    value = letter.value("hotlines")
    numbers = [re.sub(r"[()]", "", str(number)) for number in value] if isinstance(value, list) else []
    offices = re.sub(r"\D", "", str(letter.value("contact") or ""))
    for_people = [number for number in numbers if re.sub(r"\D", "", number) not in offices]
    return for_people or numbers


def phones_of(letter: Directive, points: Sequence[Point]) -> list[str]:
    """Those of `phones` that belong to these points: a number another point tells is for that point's matter."""
    chosen = {point.id for point in points}
    others = [point.text for point in letter.points if point.id not in chosen and point.kind == "content"]
    here = [point.text for point in points]
    return [number for number in phones(letter) if any(says_number(text, number) for text in here)
            or not any(says_number(text, number) for text in others)]


def says_number(text: str, number: str) -> bool:
    """Whether a text tells a phone number, however it groups the digits."""
    return re.sub(r"\D", "", number) in re.sub(r"(?<=\d)[ .\-](?=\d)", "", text)


def _fact(said: Said) -> KeyFact | None:
    deadline = _DEADLINE.search(said.text) is not None
    if said.kind is Kind.FACT:
        if _WHERE.match(said.text):
            return KeyFact("where", said.text)
        kind = "cost" if _PAYS.match(said.text) else "when" if _WHEN.search(said.text) else "who"
        return KeyFact(kind, said.text, deadline)
    if said.kind in {Kind.ASK, Kind.CALL, Kind.ALL}:
        return KeyFact("do", said.text, deadline)
    dated = said.kind is Kind.SAY and _DATED.search(said.text)
    return KeyFact("when", said.text, deadline) if dated else None


def _shortened(fact: KeyFact) -> KeyFact:
    """What to do and until when, without the way there, where the whole would be too long to say again."""
    if not fact.deadline or len(fact.text.split()) <= _SHORT:
        return fact
    return KeyFact(fact.kind, _BY_THE_WAY.sub("", fact.text, count=1), True)


def _rank(fact: KeyFact) -> int:
    return 0 if fact.deadline else 1 if fact.kind in {"do", "when", "where"} else 2

"""A letter's points as spoken sentences, in the station's wording."""

from __future__ import annotations

import re

from broadcaster.bulletins import for_the_ear
from broadcaster.bulletins.breath import ACTION, MOST_WORDS, breaths
from broadcaster.bulletins.for_the_ear import Clause, Kind
from broadcaster.bulletins.wording import Template

_DOING = re.compile(rf"^({ACTION})\s(?:việc\s)?", re.I)
_NAME = re.compile(r"^(?:Đảng|Nhà nước|Chính phủ|Quốc hội|Thủ tướng|Nhân dân|Tổ quốc|Ban|Bộ|Sở|Ủy ban|Hội|Đoàn"
                   r"|Chiến dịch|Nghị quyết|Nghị định|Quyết định|Công điện|Kế hoạch số|Chỉ thị|Thông điệp"
                   r"|Luật|Quỹ|Tổ|Cổng)\b")


class PointWriter:
    """Writes the points of one bulletin; the ways to say the same thing take turns through all of it."""

    def __init__(self, template: Template, facts: dict[str, str]) -> None:
        self._template = template
        self._facts = facts
        self._turns: dict[str, int] = {}

    def sentences(self, kind: str, text: str) -> list[str]:
        """One point, sentence by sentence; empty when it holds nothing for the people."""
        found: list[str] = []
        topics = 0
        for paragraph in text.split("\n"):
            for clause in for_the_ear.clauses(paragraph.strip(" \t-+•"), self._template.word("people")):
                # Of what an office is told to do, only what it is to ask of the people.
                if kind == "content" or clause.kind in {Kind.ASK, Kind.CALL, Kind.ALL}:
                    found += self._said(clause, first=not topics, most=MOST_WORDS if found else MOST_WORDS - 2)
                    topics += clause.kind is Kind.TOPIC
        if found and for_the_ear.long_links(text):
            found.append(self._template.line("link_help", **self._facts))
        return list(dict.fromkeys(found))

    def numbered(self, sentences: list[str], place: int, count: int) -> str:
        """The sentences of a point as one line, "Thứ nhất, …" where there are several points."""
        text = " ".join(sentences)
        return text if count == 1 else f"{self._template.ordinal(place)}, {lowered(text)}"

    def _said(self, clause: Clause, *, first: bool, most: int) -> list[str]:
        def more(rest: str) -> str:
            if clause.kind in {Kind.ASK, Kind.CALL}:
                return f"Đồng thời, {lowered(self._template.word('ask'))} {rest}"
            return self._frame("also", rest) if clause.kind is Kind.TOPIC else rest

        if clause.kind in {Kind.ASK, Kind.CALL}:
            whole = f"{self._template.word(clause.kind.value)} {clause.text}"
        elif clause.kind in {Kind.SAY, Kind.ALL}:
            whole = clause.text
        else:
            name = {Kind.HEADING: "heading", Kind.PRAISE: "praise"}.get(clause.kind, "about" if first else "also")
            whole = self._frame(name, clause.text)
        asked = clause.kind in {Kind.ASK, Kind.CALL, Kind.ALL}
        return [f"{for_the_ear.capital(part.strip(' .;:,'))}." for part in breaths(whole, more, asked=asked, most=most)]

    def _frame(self, name: str, topic: str) -> str:
        turn = self._turns[name] = self._turns.get(name, -1) + 1
        noun = _DOING.sub(r"việc \1 ", lowered(topic)) if _DOING.match(topic) else lowered(topic)
        return self._template.frame(name, turn, topic=re.sub(r"\bđể bà con\b", "để", noun), **self._facts)


def lowered(text: str) -> str:
    """Small first letter after a comma or a frame, unless a name begins there."""
    words = text.split(maxsplit=2)
    name = _NAME.match(text) or (len(words) > 1 and words[1][:1].isupper()) or (words[:1] and words[0].isupper())
    return text if name else text[:1].lower() + text[1:]

"""A letter's points as spoken sentences, in the station's wording."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from broadcaster.bulletins import for_the_ear
from broadcaster.bulletins.breath import ACTION, MOST_WORDS, breaths
from broadcaster.bulletins.for_the_ear import Clause, Kind, lowered
from broadcaster.bulletins.page_marks import long_links, plain
from broadcaster.bulletins.wording import Template
from broadcaster.directives.model import Point

_DOING = re.compile(rf"^({ACTION})\s(?:việc\s)?", re.I)
_HEAD = re.compile(r"^(?:về|công tác|nội dung|đối với|đề nghị|tuyên truyền)\b[^.;:]*[:.]?$", re.I)
_MOST_IN_HEAD = 16
_WHEN_PEOPLE = re.compile(r"^(?:(?:khi|nếu|trường hợp)\b[^.;]{0,80}?\b(?:bà con|các hộ)\b"
                          r"|mọi (?:chi tiết|thắc mắc|thông tin|vướng mắc|ý kiến)\b[^.;]{0,60}?\bliên hệ\b"
                          r"|gọi (?:ngay )?(?:số )?\d{3,}\b|số điện thoại (?:trực|đường dây nóng)\b[^:.;]*:)", re.I)
TO_PEOPLE = frozenset({Kind.ASK, Kind.CALL, Kind.ALL, Kind.FACT})
"""What is said to the people, whoever the point is addressed to."""


@dataclass(frozen=True)
class Said:
    """One spoken sentence, and what it is to the listener."""

    kind: Kind
    text: str


@dataclass
class Item:
    """What is told together: a point with its sub-points."""

    head: str = ""
    said: list[Said] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    """Empty: it stands outside the points."""

    listing: str = ""
    """ "Hồ sơ gồm", whose things are the points below it."""

    def add_to_list(self, point: Point, shorten: Callable[[str], str]) -> None:
        """One more thing of the list."""
        thing = lowered(shorten(plain(point.text)).strip(" .;:,"))
        before = self.said[0].text.rstrip(".") + ", " if self.said else f"{for_the_ear.capital(self.listing)} "
        self.said = [Said(Kind.FACT, f"{before}{thing}.")]
        self.points.append(point)

    @property
    def counted(self) -> bool:
        """Said with a number before it; when, where, for whom is not."""
        if not self.said:  # a point that tells the people nothing: its bulletin is its title and its source
            return False
        first = self.said[0]
        beside = first.kind is Kind.FACT or (first.kind is Kind.SAY and _WHEN_PEOPLE.match(first.text))
        return bool(self.points) and (self.head != "" or not beside)


class PointWriter:
    """Writes the points of one bulletin; the ways to say the same thing take turns through all of it."""

    def __init__(self, template: Template, facts: dict[str, str]) -> None:
        self._template = template
        self._facts = facts
        self._turns: dict[str, int] = {}

    def items(self, points: Sequence[Point]) -> list[Item]:
        """The points grouped under their headings; each sentence once, items without any left out."""
        made: list[Item] = []
        known: set[str] = set()
        for place, point in enumerate(points):
            if made and made[-1].listing and not is_top(point):
                made[-1].add_to_list(point, self._template.officialese.shortened)
                continue
            if place + 1 < len(points) and _is_listing(point, points[place + 1]):
                made.append(Item(points=[point], listing=plain(point.text).strip(" .;:")))
                continue
            if place + 1 < len(points) and is_head(point, points[place + 1]):
                head = re.sub(r"^(?:về|nội dung)\s+", "", plain(point.text).strip(" .;:"), flags=re.I)
                made.append(Item(self._template.officialese.shortened(head), points=[point]))
                continue
            if not (made and made[-1].head and not is_top(point)):
                made.append(Item())
            made[-1].points.append(point)
            fresh = [said for said in self.said(point.kind, point.text) if said.text not in known]
            known.update(said.text for said in fresh)
            made[-1].said += fresh
        return [item for item in made if item.said]

    def said(self, kind: str, text: str) -> list[Said]:
        """One point, sentence by sentence; empty when it holds nothing for the people. `kind`: "content", "task", or
        "around" for sentences that stand outside the points."""
        found: list[Said] = []
        topics = 0
        airing = kind == "task" and for_the_ear.of_airing(text)
        for paragraph in text.split("\n"):
            for clause in for_the_ear.clauses(paragraph.strip(" \t-+•"), self._template.word("people"),
                                              self._template.officialese.shortened):
                if kind == "around" and clause.kind is Kind.TOPIC:
                    clause = Clause(Kind.SAY, clause.text)
                # Of what an office is told to do, only what it is to ask of the people.
                if airing and clause.kind is Kind.FACT:
                    continue
                after_fact = bool(found) and found[-1].kind is Kind.FACT
                goes_on = clause.kind is Kind.SAY and (after_fact or _WHEN_PEOPLE.match(clause.text))
                if kind != "task" or clause.kind in TO_PEOPLE or goes_on:
                    most = MOST_WORDS if found else MOST_WORDS - 2
                    found += [Said(clause.kind, text) for text in self._said(clause, first=not topics, most=most)]
                    topics += clause.kind is Kind.TOPIC
        if found and long_links(text):
            found.append(Said(Kind.SAY, self._template.line("link_help", **self._facts)))
        return list(dict.fromkeys(found))

    def sentences(self, kind: str, text: str) -> list[str]:
        """The words of `said`."""
        return [said.text for said in self.said(kind, text)]

    def numbered(self, items: Sequence[Item]) -> list[str]:
        """Each item as one line, "Thứ nhất, …" where there are several to count."""
        several = sum(item.counted for item in items) > 1
        lines, place = [], 0
        for item in items:
            text = " ".join(said.text for said in item.said)
            if not (text or item.head):
                continue
            if item.head:
                text = f"{self._template.frame('heading', 0, topic=lowered(item.head), **self._facts)}. {text}"
            if not (item.counted and several):
                lines.append(for_the_ear.capital(text))
                continue
            lines.append(f"{self._template.ordinal(place)}, {lowered(text)}")
            place += 1
        return lines

    def _said(self, clause: Clause, *, first: bool, most: int) -> list[str]:
        def more(rest: str) -> str:
            if clause.kind in {Kind.ASK, Kind.CALL}:
                return f"Đồng thời, {lowered(self._template.word('ask'))} {rest}"
            return self._frame("also", rest) if clause.kind is Kind.TOPIC else rest

        if clause.kind in {Kind.ASK, Kind.CALL}:
            between = "" if clause.text.startswith(",") else " "
            whole = f"{self._template.word(clause.kind.value)}{between}{lowered(clause.text)}"
        elif clause.kind in {Kind.SAY, Kind.ALL, Kind.FACT}:
            whole = clause.text
        else:
            name = {Kind.HEADING: "heading", Kind.PRAISE: "praise"}.get(clause.kind, "about" if first else "also")
            whole = self._frame(name, clause.text)
        asked = clause.kind in TO_PEOPLE
        return [f"{for_the_ear.capital(part.strip(' .;:,'))}." for part in breaths(whole, more, asked=asked, most=most)]

    def _frame(self, name: str, topic: str) -> str:
        turn = self._turns[name] = self._turns.get(name, -1) + 1
        noun = _DOING.sub(r"việc \1 ", lowered(topic)) if _DOING.match(topic) else lowered(topic)
        return self._template.frame(name, turn, topic=re.sub(r"\bđể bà con\b", "để", noun), **self._facts)


def is_top(point: Point) -> bool:
    return point.number.strip(" .)").isdigit()


def _is_listing(point: Point, after: Point) -> bool:
    return (is_top(point) and not is_top(after) and len(point.text.split()) <= _MOST_IN_HEAD
            and re.search(r"\bgồm\s*:\s*$", point.text) is not None)


def is_head(point: Point, after: Point) -> bool:
    """Only the name of what stands in the points below it."""
    text = plain(point.text).strip()
    return (is_top(point) and not is_top(after) and len(text.split()) <= _MOST_IN_HEAD
            and (text.endswith(":") or _HEAD.match(text) is not None))

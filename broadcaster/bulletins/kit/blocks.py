"""A channel's text as the blocks of a printed page. The marks are those a person types: "- " before a point."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from broadcaster.bulletins.kit import portal, script
from broadcaster.bulletins.kit.wording import KitWords
from broadcaster.speech.model import Reading

_POINT = re.compile(r"^\s*[-–•*+]\s+")
_PHONE_LINE = re.compile(r"^(?:điện thoại|số điện thoại|đường dây nóng|hotline|đt)\b.*\d{2}", re.I)
_SMALL_LINE = re.compile(r"^(?:nguồn|căn cứ|theo|xem thêm|chi tiết|xem)\b[^.]{0,12}[: ]", re.I)
_ASKED = re.compile(r"^(hỏi|đáp)\s*:", re.I)
_LONGEST_SMALL = 260

Readings = Callable[[str], Sequence[Reading]]


@dataclass(frozen=True)
class Block:
    """One paragraph; `kind`: title, lead, text, point, phone, small, sentence, hint, question, answer, heading."""

    kind: str
    text: str
    number: int = 0


@dataclass(frozen=True)
class Sheet:
    """A page to print: its blocks and what stands around them."""

    blocks: tuple[Block, ...]
    page: str = "A4"
    head: tuple[str, ...] = ()
    """The commune's body and the station, at the top."""
    link: str = ""
    """Printed as a code; empty: none."""
    caption: str = ""
    """Below the code."""
    signature: tuple[str, ...] = ()
    """Place and date, authority, office; a place to sign below them."""
    draft: str = ""
    """Printed over every page of what nobody approved."""
    lines: str = ""
    """A heading with ruled lines below it, to write on."""
    page_words: str = "{page}"
    running: str = ""
    """At the foot of every page."""


def leaflet_blocks(text: str) -> tuple[Block, ...]:
    """The first line is the title, points begin with a dash; a line with the number stands out."""
    found: list[Block] = []
    for line in _lines(text):
        if not found:
            found.append(Block("title", _POINT.sub("", line)))
        elif _POINT.match(line):
            found.append(Block("point", _POINT.sub("", line)))
        elif _PHONE_LINE.match(line) and len(line) < _LONGEST_SMALL:
            found.append(Block("phone", line))
        elif _SMALL_LINE.match(line) and len(line) < _LONGEST_SMALL:
            found.append(Block("small", line))
        else:
            found.append(Block("text", line))
    return tuple(found)


def article_blocks(text: str) -> tuple[Block, ...]:
    """Title, lead, paragraphs."""
    parts = portal.article(text)
    body = (Block("point", _POINT.sub("", line)) if _POINT.match(line) else Block("text", line) for line in parts.body)
    return tuple(block for block in (Block("title", parts.title), Block("lead", parts.lead), *body) if block.text)


def script_blocks(text: str, words: KitWords, readings: Readings) -> tuple[Block, ...]:
    """Numbered sentences, each with how its risky words are said; then questions and answers."""
    paper = words.of("paper")
    found: list[Block] = []
    number = 0
    known: set[str] = set()
    asked = False
    for line in _lines(text):
        if mark := _ASKED.match(line):
            if not asked:
                found.append(Block("heading", paper.word("questions")))
            asked = True
            found.append(Block("question" if mark[1].casefold() == "hỏi" else "answer", line))
            continue
        number += 1
        found.append(Block("sentence", line, number))
        fresh = [hint for hint in script.hints(readings(line.replace(script.PAUSE, " "))) if hint not in known]
        known.update(fresh)
        if fresh:
            found.append(Block("hint", paper.line("reading", text="; ".join(fresh))))
    return tuple(found)


def place_and_date(words: KitWords, commune: str, day: date | None, year: int) -> str:
    """ "Mẫu, ngày 21 tháng 11 năm 2026"; day and month left open for the pen when there is no `day`."""
    place = re.sub(r"^(?:xã|phường|thị trấn|đặc khu)\s+", "", commune.strip(), flags=re.I)
    paper = words.of("paper")
    if day is None:
        return paper.line("date_blank", place=place, year=str(year))
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return paper.line("date", place=place, day=f"{day.day:02}", month=month, year=str(day.year))


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())

"""What a propagandist reads out in a hamlet: sentences with pauses marked, how risky words are said, questions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadcaster.bulletins.kit.message import Fact, Message
from broadcaster.bulletins.kit.wording import KitWords
from broadcaster.speech.model import Reading

PAUSE = "//"
_FEWEST = 6
"""Words between two pauses."""
_LEADING = re.compile(r"^(?:Khi|Nếu|Để|Theo|Trong|Từ|Sau|Trước|Vì|Do|Hiện|Đối với|Riêng)\b")
_BREAK = re.compile(r"(?<=[,;:])\s+")
_MOST_ANSWERS = 3


def compose(message: Message, words: KitWords) -> str:
    """A sentence a line, then an empty line, then questions people may ask with the bulletin's own answers."""
    template, facts = words.of("script"), message.facts
    sentences = [template.line("greeting", **facts), template.line("opening", **facts),
                 template.line("source", **{**facts, "source": _small(message.source)}) if message.source else "",
                 *(fact.text for fact in message.facts_told), message.phone_line(template),
                 template.line("closing", **facts)]
    lines = [with_pauses(sentence) for sentence in sentences if sentence]
    return "\n".join(lines) + "\n\n" + "\n".join(_questions(message, words))


def with_pauses(sentence: str) -> str:
    """"//" behind commas and the like, with some words on either side; a figure's comma is none."""
    parts = _BREAK.split(sentence.replace(PAUSE, " ").strip())
    made = parts[:1]
    for part in parts[1:]:
        since = made[-1].rpartition(PAUSE)[2]
        before = _FEWEST - 3 if PAUSE not in made[-1] and _LEADING.match(since) else _FEWEST
        enough = len(since.split()) >= before and len(part.split()) >= min(before + 1, _FEWEST)
        made[-1] += f" {PAUSE} {part}" if enough else f" {part}"
    return " ".join(made[0].split()) if made else ""


def hints(readings: Sequence[Reading]) -> list[str]:
    """ "UBND: “ủy ban nhân dân”": words that are said otherwise than they are written, figures left out."""
    found = []
    for reading in readings:
        written = reading.written.strip()
        if any(c.isalpha() for c in written) and (reading.risky or (reading.changed and _odd(written))):
            spoken = reading.spoken.strip()
            found.append(f"{written}: “{spoken}”" if reading.changed else f"{written}: “?”")
    return list(dict.fromkeys(found))


def _odd(written: str) -> bool:
    """An abbreviation or a foreign word, not a date with its month spelt out."""
    return written.upper() == written or any(c in "fjwzFJWZ" for c in written)


def _questions(message: Message, words: KitWords) -> list[str]:
    template = words.of("script")
    answers = [(f"ask_{kind}", _first(message.facts_told, kind)) for kind in ("do", "when", "where")]
    answers += [("ask_phone", message.phone_line(template)), ("ask_source", message.source)]
    lines = []
    for name, answer in answers:
        if answer:
            lines += [template.line("question", text=template.word(name)), template.line("answer", text=answer)]
    return lines


def _first(told: Sequence[Fact], kind: str) -> str:
    ranked = sorted((fact for fact in told if fact.kind == kind), key=lambda fact: fact.rank)
    most = _MOST_ANSWERS if kind == "do" else 1
    chosen = ranked[:most]
    return " ".join(fact.text for fact in told if fact in chosen)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]

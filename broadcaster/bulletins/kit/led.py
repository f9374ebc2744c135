"""Lines for an LED board: so many characters each, parted between words, each shown for some seconds."""

from __future__ import annotations

from broadcaster.base.vietnamese import nfc
from broadcaster.bulletins.kit.message import Message
from broadcaster.bulletins.kit.wording import KitWords


def compose(message: Message, words: KitWords) -> str:
    """Title, number, then the facts by weight until the board is full; each thing begins on a line of its own."""
    template, options = words.of("led"), words.options
    facts = message.facts
    first = wrapped(template.line("title", **{**facts, "title": message.short_title}), options.led_characters)
    phone = message.phone_line(template)
    last = [line for text in (phone, template.line("signed", **facts)) if text
            for line in wrapped(text, options.led_characters)]
    room = options.led_lines - len(first) - len(last)
    kept: dict[int, list[str]] = {}
    ranked = sorted(enumerate(message.facts_told), key=lambda pair: (pair[1].rank, pair[0]))
    for place, fact in ranked:
        lines = wrapped(message.shortened(fact.text).rstrip("."), options.led_characters)
        if len(lines) <= room and (fact.kind != "topic" or not kept):
            kept[place] = lines
            room -= len(lines)
    text = "\n".join([*first, *(line for place in sorted(kept) for line in kept[place]), *last])
    return nfc(text.upper() if options.led_uppercase else text)


def wrapped(text: str, most: int) -> list[str]:
    """Lines of at most `most` characters; only a word that is longer than a line is cut."""
    lines: list[str] = []
    for word in nfc(text).split():
        if lines and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] += f" {word}"
            continue
        while len(word) > most:
            lines.append(word[:most])
            word = word[most:]
        if word:
            lines.append(word)
    return lines


def shown(text: str) -> list[str]:
    """The lines of a text, the empty ones left out."""
    return [line.strip() for line in nfc(text).splitlines() if line.strip()]


def too_long(text: str, most: int) -> list[int]:
    """Numbers of the lines (from 1) the board cannot show whole."""
    return [number for number, line in enumerate(shown(text), 1) if len(line) > most]

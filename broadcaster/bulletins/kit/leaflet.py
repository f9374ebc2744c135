"""The words of a leaflet and of a notice to be posted. What is printed around them stands in paper.py."""

from __future__ import annotations

from broadcaster.bulletins.kit.message import Message
from broadcaster.bulletins.kit.wording import KitWords


def compose(message: Message, words: KitWords) -> str:
    """Title, points, number, link and source; a point a line."""
    template, facts = words.of("leaflet"), message.facts
    points = message.lines(words.options.leaflet_points)
    foot = [message.phone_line(template), template.line("link", **facts) if message.link else "",
            template.line("source", **facts) if message.source else ""]
    return _text(message.title, template.line("intro", **facts),
                 [template.line("point", **facts, text=point) for point in points], foot)


def compose_poster(message: Message, words: KitWords) -> str:
    """The same for a notice: fewer points, no address that nobody copies from a wall (its code is printed)."""
    template, facts = words.of("poster"), message.facts
    points = message.lines(words.options.poster_points, 34)
    foot = [message.phone_line(template), template.line("source", **facts) if message.source else ""]
    return _text(message.title, template.line("intro", **facts),
                 [template.line("point", **facts, text=point) for point in points], foot)


def _text(title: str, intro: str, points: list[str], foot: list[str]) -> str:
    blocks = ([title], [intro], points, foot)
    return "\n\n".join("\n".join(line for line in block if line) for block in blocks if any(block))

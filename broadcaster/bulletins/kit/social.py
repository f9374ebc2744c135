"""A post for Zalo and Facebook: a title, short lines, the number to call, where to read on, hashtags."""

from __future__ import annotations

import re

from broadcaster.bulletins.kit.message import Message
from broadcaster.bulletins.kit.wording import KitWords

ZALO_MOST, FACEBOOK_MOST = 2000, 63_206
"""Characters of one post."""
_MOST_POINTS = 12


def compose(message: Message, words: KitWords) -> str:
    """As many points as fit; the title, the number and the link always."""
    for most in range(_MOST_POINTS, -1, -1):
        text = _written(message, words, message.lines(most, 30) if most else [])
        if len(text) <= words.options.social_characters:
            return text
    return text[:words.options.social_characters - 1].rstrip() + "…"


def hashtag(text: str) -> str:
    """ "Đài truyền thanh xã Mẫu" as #ĐàiTruyềnThanhXãMẫu; empty where no letter is left."""
    parts = re.findall(r"\w+", text)
    return "#" + "".join(part[:1].upper() + part[1:] for part in parts) if any(part.isalpha() for part in parts) else ""


def _written(message: Message, words: KitWords, points: list[str]) -> str:
    template, facts = words.of("social"), message.facts
    head = [template.line("title", **{**facts, "title": message.title.upper()})]
    body = [template.line("intro", **facts) if points else "",
            *(template.line("point", **facts, text=point) for point in points)]
    foot = [message.phone_line(template), template.line("link", **facts) if message.link else "",
            template.line("source", **facts) if message.source else ""]
    tags = " ".join(dict.fromkeys(tag for name in words.words("social", "hashtags")
                                  if (tag := hashtag(name.format_map(_Blank(facts))))))
    blocks = ("\n".join(line for line in block if line) for block in (head, body, foot, [tags]))
    return "\n\n".join(block for block in blocks if block)


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""

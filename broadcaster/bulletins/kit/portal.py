"""An article for the commune's page: title, lead, body, where it comes from. Its text is one paragraph a line."""

from __future__ import annotations

import html
from dataclasses import dataclass

from broadcaster.bulletins.kit.message import Message
from broadcaster.bulletins.kit.wording import KitWords


@dataclass(frozen=True)
class Article:
    """A text in its parts: the first line is the title, the second the lead."""

    title: str
    lead: str
    body: tuple[str, ...]


def compose(message: Message, words: KitWords) -> str:
    """Everything the bulletin tells, in its order."""
    template, facts = words.of("portal"), message.facts
    lead = template.line("sapo" if message.source else "sapo_no_source", **facts)
    foot = [message.phone_line(template), template.line("link", **facts) if message.link else "",
            template.line("source", **facts) if message.source else "", template.line("signed", **facts)]
    return "\n\n".join(part for part in [message.title, lead, *message.paragraphs(), *foot] if part)


def article(text: str) -> Article:
    """The parts of a text that may have been edited."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return Article(lines[0] if lines else "", lines[1] if len(lines) > 1 else "", tuple(lines[2:]))


def as_html(text: str, note: str = "") -> str:
    """A page that any portal's editor takes when it is pasted; `note` stands above everything."""
    parts = article(text)
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in parts.body)
    above = f'<p style="color:#b00020"><strong>{html.escape(note)}</strong></p>\n' if note else ""
    lead = f"<p><strong>{html.escape(parts.lead)}</strong></p>\n" if parts.lead else ""
    title = html.escape(parts.title)
    return (f'<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n</head>\n'
            f"<body>\n{above}<h1>{title}</h1>\n{lead}{body}\n</body>\n</html>\n")

"""Mails (.eml) and web archives (.mht): the letter that stands in them; what is attached is named."""

from __future__ import annotations

import email
import email.message
import email.policy
import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import fold, one_line
from broadcaster.directives.readers import html
from broadcaster.directives.readers.txt import as_letter, decode

_MOST_PARTS = 500
_LEAST_LETTERS = 40
_A_LETTER = re.compile(r"cong hoa xa hoi|kinh gui|v/v")
_QUOTED = re.compile(r"(?m)^(?:>+ ?)+")


def read(path: Path, progress: object = None) -> str:
    """The body, its subject before it where it has none of its own; attachments named at the end.

    Raises Refused: letter.attached when the letter is only attached, letter.damaged, encoding, no_text.
    """
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.compat32)
    pages: list[str] = []
    plain: list[str] = []
    attached: list[str] = []
    for part in _parts(message):
        name = _words(part.get_filename() or "")
        kind = part.get_content_type()
        data: Any = part.get_payload(decode=True) or b""
        if name and (part.get_content_disposition() == "attachment" or not kind.startswith(("text/", "image/"))):
            attached.append(name)
        elif kind == "text/html" and data.strip() and not pages:
            pages.append(html.text_of(data, path, str(part.get_content_charset() or "")))
        elif kind == "text/plain" and data.strip():
            plain.append(as_letter(_QUOTED.sub("", decode(data, path, str(part.get_content_charset() or "")))))
    text = "\n\n".join(pages or plain).strip()
    if sum(character.isalpha() for character in text) < _LEAST_LETTERS and attached:
        names = ", ".join(attached)
        raise Refused("letter.attached", f"{path.name} is a mail, the letter is attached to it: {names}",
                      name=path.name, attached=names)
    if not text:
        raise Refused("letter.no_text", f"{path.name} is a mail without text", name=path.name, pages=0)
    note = ["Tệp đính kèm: " + "; ".join(attached)] if attached else []
    return "\n\n".join([*_subject(message, text), text, *note])


def _parts(message: email.message.Message) -> Iterator[email.message.Message]:
    """Leaves in order, without recursion: a mail can nest its parts as deep as it likes."""
    waiting = [message]
    seen = 0
    while waiting and seen < _MOST_PARTS:
        part = waiting.pop()
        seen += 1
        inner = part.get_payload()
        if isinstance(inner, list):
            waiting.extend(each for each in reversed(inner) if isinstance(each, email.message.Message))
        else:
            yield part


def _subject(message: email.message.Message, text: str) -> list[str]:
    subject = one_line(_words(str(message.get("Subject") or "")))
    return [subject] if subject and not _A_LETTER.search(fold(text[:3000])) else []


def _words(header: str) -> str:
    try:
        return str(make_header(decode_header(header[:2000])))
    except (ValueError, LookupError, UnicodeError):
        return header[:200]

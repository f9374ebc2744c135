"""What a package going down says of its letters and messages: two lists of JSON lines. No I/O."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import PurePath
from typing import TypeVar

from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import one_line

LETTERS, MESSAGES = "letters.jsonl", "messages.jsonl"
MOST = 200
"""Letters, and messages, in one package."""
_LONGEST = 300
SENT_KINDS = ("thong_diep", "tin", "bai", "thong_bao", "chuyen_muc")
"""What an office may send to be aired; nothing that frames a session."""


@dataclass(frozen=True)
class LetterOrder:
    """One letter: its file as the office had it."""

    entry: str
    """letters/NAME."""
    file: str
    """The name people know it by."""
    note: str = ""


@dataclass(frozen=True)
class MessageOrder:
    """One sound to be looked at and perhaps aired."""

    entry: str
    """messages/<sha256>.flac."""
    title: str
    kind: str = "thong_diep"
    language: str = "vi"
    note: str = ""


Order = TypeVar("Order", LetterOrder, MessageOrder)


def lines(orders: Iterable[LetterOrder | MessageOrder]) -> bytes:
    return b"".join(json.dumps(asdict(each), ensure_ascii=False, sort_keys=True).encode() + b"\n" for each in orders)


def read(kind: type[Order], raw: Iterable[bytes], name: str) -> Iterator[Order]:
    """Each line, or Refused("package.record"): texts, one line each, no longer than a title may be."""
    known = {item.name for item in fields(kind)}
    for place, line in enumerate(raw, start=1):
        try:
            said = json.loads(line)
            if place > MOST or set(said) != known or not all(isinstance(item, str) for item in said.values()):
                raise ValueError("it is not what was expected")
            yield kind(**{key: one_line(item)[:_LONGEST] for key, item in said.items()})
        except (ValueError, TypeError, RecursionError) as error:
            raise Refused("package.record", f"{name}: line {place} cannot be used", name=name, entry=kind.__name__,
                          row=place, problem=str(error)[:200]) from error


def plain_file_name(text: str, entry: str) -> str:
    """The name people know, made safe for any file system, with the suffix of what really lies inside."""
    stem = PurePath(text.replace("\\", "/")).name.rpartition(".")[0] or "thư"
    cleaned = "".join("_" if letter in '<>:"/|?*' or not letter.isprintable() else letter for letter in stem)
    return f"{cleaned.strip(' .')[:100] or 'thư'}{PurePath(entry).suffix}"

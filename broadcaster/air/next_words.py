"""The words of `play_next`: one approved item, believed as little as anything from outside."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

from broadcaster.air.insert import Piece
from broadcaster.air.order_words import flag_of, text_of, whole_of
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.rundown import CutRef, DirectiveRef

_MOST_FRAMES = 24 * 3600 * RATE
_KIND = re.compile(r"[a-z_]{1,30}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def piece_of(words: dict[str, Any]) -> Piece:
    """The item that was meant. Raises Refused("air.order")."""
    item = _table(words, "item")
    kind, sha256 = text_of(item, "kind"), text_of(item, "sha256")
    if not _KIND.fullmatch(kind) or not _SHA256.fullmatch(sha256):
        raise Refused("air.order", "item: no kind, or no sound", name="item", value=kind[:60])
    frames, directive = whole_of(item, "frames", 0), item.get("directive")
    if not 0 < frames <= _MOST_FRAMES:
        raise Refused("air.order", f"frames: {frames} is no length", name="frames", value=str(frames)[:60])
    return Piece(kind, text_of(item, "title"), CutRef(sha256, frames), _approval(_table(item, "approval")),
                 voice=text_of(item, "voice"), campaign=text_of(item, "campaign"),
                 directive=None if directive is None else _directive(_table(item, "directive")))


def _approval(table: dict[str, Any]) -> Approval:
    texts = {item.name: text_of(table, item.name) for item in fields(Approval) if item.name != "self_approved"}
    return Approval(**texts, self_approved=flag_of(table, "self_approved"))


def _directive(table: dict[str, Any]) -> DirectiveRef:
    return DirectiveRef(**{item.name: text_of(table, item.name) for item in fields(DirectiveRef)})


def _table(words: dict[str, Any], name: str) -> dict[str, Any]:
    value = words.get(name)
    if not isinstance(value, dict):
        raise Refused("air.order", f"{name}: not a table of words", name=name, value="")
    return value
